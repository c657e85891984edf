"""What the child process does: read one table of anyone from its input, within limits."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date
from typing import Any

from hgkm_desktop.exchange.sheets import Cell, Refusal, Row, Sheet, TableRefused, Trouble

MOST_MEMORY = 1 << 30  # bytes
MOST_SECONDS = 30
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")


def run() -> int:
    """Read a table from the input and say it as JSON; returns the exit code."""
    _keep_small()
    data = sys.stdin.buffer.read()
    try:
        said = to_json(read_sheets(data))
    except TableRefused as error:
        said = json.dumps({"refused": error.refusal.name})
    except (MemoryError, RecursionError):
        said = json.dumps({"refused": Refusal.MEMORY.name})
    sys.stdout.buffer.write(said.encode())
    sys.stdout.buffer.flush()
    return 0


def _keep_small() -> None:
    """Let the system end this process when it asks too much, and let it write no file."""
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return
    import resource

    limits = (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    )
    for limit, most in limits:
        with suppress(ValueError, OSError):  # a system may not know it, or allow less already
            resource.setrlimit(limit, (most, most))


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file that hold something, whatever sort it is. Raises TableRefused."""
    if data.startswith(_OLD_OFFICE):
        raise TableRefused(Refusal.PASSWORD)
    sheets = _packed_sheets(data) if data.startswith(_PACKED) else _text_sheets(data)
    if not any(sheet.rows for sheet in sheets):
        raise TableRefused(Refusal.EMPTY)
    return sheets


def _text_sheets(data: bytes) -> tuple[Sheet, ...]:
    from hgkm_desktop.exchange.csv_sheet import csv_sheet

    return (csv_sheet(data),)


def _packed_sheets(data: bytes) -> tuple[Sheet, ...]:
    from hgkm_desktop.exchange.ods_sheets import ods_sheets
    from hgkm_desktop.exchange.packed import Packed

    packed = Packed(data)
    if "xl/workbook.xml" in packed.names:
        from hgkm_desktop.exchange.xlsx_sheets import xlsx_sheets

        return xlsx_sheets(packed, data)
    if "content.xml" in packed.names:
        return ods_sheets(packed)
    raise TableRefused(Refusal.NO_TABLE)


# --- as JSON, between the two processes -----------------------------------------------------


def to_json(sheets: tuple[Sheet, ...]) -> str:
    """The sheets as text for the pipe."""
    said = [
        {
            "name": sheet.name,
            "since_1904": sheet.since_1904,
            "rows": [[row.number, [_said(cell) for cell in row.cells]] for row in sheet.rows],
        }
        for sheet in sheets
    ]
    return json.dumps({"sheets": said}, ensure_ascii=False).encode("utf-8", "replace").decode()


def _said(cell: Cell) -> Any:  # noqa: ANN401 - as JSON knows it
    if isinstance(cell, Trouble):
        return {"trouble": cell.name}
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def from_json(said: bytes) -> tuple[Sheet, ...]:
    """The sheets that the child said. Raises TableRefused, also for what no child of ours says."""
    try:
        whole = json.loads(said)
        if "refused" in whole:
            raise TableRefused(Refusal[whole["refused"]])
        return tuple(
            Sheet(
                str(sheet["name"]),
                tuple(
                    Row(int(number), tuple(_heard(cell) for cell in cells))
                    for number, cells in sheet["rows"]
                ),
                bool(sheet["since_1904"]),
            )
            for sheet in whole["sheets"]
        )
    except (ValueError, KeyError, TypeError):
        raise TableRefused(Refusal.BROKEN) from None


def _heard(cell: Any) -> Cell:  # noqa: ANN401 - as JSON knows it
    if isinstance(cell, dict):
        return Trouble[cell["trouble"]] if "trouble" in cell else date.fromisoformat(cell["day"])
    if isinstance(cell, str | bool):
        return cell
    return float(cell)
