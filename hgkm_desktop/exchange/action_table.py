"""The lijst van verbeteracties as a table, for who follows them in another program."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO

from odfdo import Table

from hgkm_desktop.exchange.ods_book import (
    HEAD_STYLE,
    WORDS_STYLE,
    bytes_of,
    new_book,
    put_columns,
    row_of,
    writable,
)
from hgkm_desktop.methods.follow_up import Followed, in_turn
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leaving import stays_at_table

_TITLE, _SHEET = "Lijst van verbeteracties", "Verbeteracties"
_FORMULA = ("=", "+", "-", "@")
_Value = str | date | None


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    width: str = "4cm"


_COLUMNS = (
    _Column("Hoe het staat", "2.6cm"),
    _Column("Wat", "9cm"),
    _Column("Uit"),
    _Column("Soort"),
    _Column("Niveau", "3cm"),
    _Column("Gevraagd van bestuurders"),
    _Column("Eigenaar"),
    _Column("Bewaker"),
    _Column("Waar het ligt"),
    _Column("Voor wanneer", "3cm"),
    _Column("Toegezegd", "6cm"),
    _Column("Wat ervoor nodig is", "6cm"),
    _Column("Laatste bericht op", "3cm"),
    _Column("Laatste bericht", "7cm"),
    _Column("Naar een volgend overleg", "7cm"),
    _Column("Blijft aan deze tafel"),
)


def action_csv(rows: Iterable[Followed], today: date) -> bytes:
    """The actions as text that Excel and LibreOffice open, a row each; days as 2026-05-01.

    A cell that such a program would take for a formula gets an apostrophe in front.
    """
    written = StringIO(newline="")
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow([column.head for column in _COLUMNS])
    for row in in_turn(rows, today):
        table.writerow([harmless(value) for value in _values(row, today)])
    return written.getvalue().encode("utf-8-sig")


def harmless(value: str | date | None) -> str:
    """What stands in a cell of a text table, which no program takes for a formula."""
    words = value.isoformat() if isinstance(value, date) else value or ""
    return f"'{words}" if words.startswith(_FORMULA) else words


def action_ods(rows: Iterable[Followed], today: date) -> bytes:
    """The actions as a spreadsheet, a row each; its words are text and never a formula."""
    book, table = new_book(_TITLE), Table(_SHEET)
    put_columns(book, table, (column.width for column in _COLUMNS), WORDS_STYLE)
    table.append(row_of((column.head for column in _COLUMNS), HEAD_STYLE))
    for row in in_turn(rows, today):
        table.append(row_of(_values(row, today), WORDS_STYLE))
    book.body.append(table)
    return bytes_of(book)


def _values(row: Followed, today: date) -> tuple[_Value, ...]:
    """What stands in each column; the function of an owner stays in the file."""
    actie = row.actie
    last = actie.log[-1] if actie.log else None
    values = (
        "te laat" if row.is_overdue(today) else actie.status.label,
        actie.text,
        row.where,
        actie.outcome.label,
        actie.level.label,
        actie.asked.label if actie.asked is not None else None,
        *(actie.owner, actie.keeper, row.body_now, actie.due, actie.promise, actie.feasible),
        last.on if last is not None else None,
        (last.text or last.status.label) if last is not None else None,
        "; ".join(_steps(row)),
        "ja, in bewerking" if stays_at_table(row.state) else "nee, deelbaar",
    )
    return tuple(" ".join(writable(v).split()) if isinstance(v, str) else v for v in values)


def _steps(row: Followed) -> Iterable[str]:
    for step in row.actie.escalations:
        outcome = step.outcome.strip() or "nog geen uitkomst"
        yield f"{day_text(step.on, short=True)} naar {step.body.strip()}: {outcome}"
