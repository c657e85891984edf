"""What is written into a file that nobody has open: the empty tables, and cases as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hgkm_desktop.casefile.engine import Key, connect, connect_new, disconnect
from hgkm_desktop.casefile.opening import check_version
from hgkm_desktop.casefile.schema import bring_up_to_date
from hgkm_desktop.casefile.tables import (
    differences,
    read_case,
    read_headings,
    write,
    write_settings,
)
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings

NO_SETTINGS = FileSettings()


def build(path: Path, key: Key, header: bytes, settings: FileSettings) -> None:
    """Make a casusbestand without cases at a path where nothing is."""
    connection = connect_new(path, key, header)
    try:
        bring_up_to_date(connection)
        if settings != NO_SETTINGS:
            write_settings(connection, settings)
    finally:
        disconnect(connection, path)


def put_in(path: Path, key: Key, cases: Iterable[Case]) -> None:
    """Write cases into a closed file as they are, whatever it holds of them."""
    latest = {case.id: case for case in cases}
    if not latest:
        return
    connection = connect(path, key)
    try:
        check_version(connection, read_only=False)  # the copy of a file that could only be read
        present = {heading.id for heading in read_headings(connection)}
        connection.execute("BEGIN IMMEDIATE")
        for case in latest.values():
            before = read_case(connection, case.id) if case.id in present else None
            write(connection, case.id, differences(before, case))
        connection.execute("COMMIT")
    finally:
        disconnect(connection, path)
