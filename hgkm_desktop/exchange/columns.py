"""The columns that a table of an organisation can have, and which column of a table is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hgkm_desktop.exchange.date_cells import is_dated
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet, is_blank
from hgkm_desktop.models.entry_words import WORD_TO_KIND

MOST_HEAD_ROWS = 30
_EXAMPLES = 40
_LONGEST_HEAD = 40
_NO_LETTERS = re.compile(r"[\W\d_]+")


class Target(Enum):
    """What a column is: its head in our own table, and other heads that mean the same."""

    head: str
    also: tuple[str, ...]

    NOTHING = ("(niet inlezen)", ())
    START = ("datum", ("begindatum", "startdatum", "wanneer", "datum gebeurtenis", "van", "date"))
    END = ("einddatum", ("tot", "tot en met", "t/m", "eind", "datum einde", "datum tot"))
    YEAR = ("jaar", ("jaartal", "year"))
    MONTH = ("maand", ("mnd", "month"))
    DAY = ("dag", ("day",))
    KIND = ("soort", ("soort gebeurtenis", "type", "categorie", "soort contact"))
    TITLE = (
        "wat gebeurde er",
        (
            *("wat", "gebeurtenis", "omschrijving", "onderwerp", "titel", "actie", "incident"),
            *("beschrijving", "activiteit", "korte omschrijving", "wat is er gebeurd"),
        ),
    )
    ROLES = ("wie (rollen)", ("wie", "betrokkenen", "betrokkene", "rol", "rollen", "personen"))
    ORGANISATIONS = (
        "andere organisaties",
        ("organisatie", "organisaties", "instantie", "instanties", "met wie", "ketenpartner"),
    )
    FACT = ("wat weten we precies", ("feit", "feiten", "wat we precies weten", "bijzonderheden"))
    SOURCE = ("bron", ("bronnen", "herkomst", "waar staat dit"))
    STATUS = ("hoe zeker is het", ("status", "status van het feit", "zekerheid"))
    GROUND = ("grondslag", ("wettelijke grondslag", "op grond van", "juridische grondslag"))
    KNOWN = ("bekend bij", ("wie wist het", "wie wist dit", "gedeeld met"))
    CHILD_PRESENT = ("kinderen erbij", ("kind aanwezig", "kinderen aanwezig", "kind erbij"))
    CHILD_SEEN = ("kinderen gezien", ("kind gezien",))
    CHILD_SPOKEN = ("kinderen zelf gesproken", ("kind gesproken", "kinderen gesproken"))
    REMARK = (
        "toelichting",
        ("opmerking", "opmerkingen", "notitie", "notities", "uitleg", "resultaat", "vervolg"),
    )

    def __init__(self, head: str, also: tuple[str, ...]) -> None:
        self.head, self.also = head, also


IN_OUR_TABLE = tuple(
    target
    for target in Target
    if target not in (Target.NOTHING, Target.YEAR, Target.MONTH, Target.DAY)
)
"""The columns of the table that we make, in their order."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the heads of a table stand and what each column is.

    `head_row` is the number of a row, 0 when there are no heads; `targets` has one for each column.
    """

    head_row: int
    targets: tuple[Target, ...]

    def of(self, target: Target) -> list[int]:
        """The columns, counted from 0, that are this."""
        return [number for number, one in enumerate(self.targets) if one is target]


def letter(column: int) -> str:
    """The letter of a column counted from 0, as a spreadsheet shows it: A, B, ..., AA."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def heads_of(sheet: Sheet, head_row: int) -> tuple[str, ...]:
    """The words above each column; empty where there are none."""
    row = next((row for row in sheet.rows if row.number == head_row), Row(0, ()))
    return tuple(_words(row.cell(column)) for column in range(sheet.width))


def below(sheet: Sheet, head_row: int) -> list[Row]:
    """The rows under the heads, without those that begin with # and so explain the table."""
    return [row for row in sheet.rows if row.number > head_row and not _explains(row)]


def guessed(sheet: Sheet) -> Columns:
    """What the columns seem to be, by their heads, else by what stands in them."""
    return guessed_under(sheet, _head_row(sheet))


def guessed_under(sheet: Sheet, head_row: int) -> Columns:
    """What the columns seem to be when the heads stand in this row."""
    targets: list[Target] = []
    for head in heads_of(sheet, head_row):
        target = target_of(head)
        is_taken = target in targets and target is not Target.REMARK
        targets.append(Target.NOTHING if is_taken else target)
    rows = below(sheet, head_row)[:_EXAMPLES]
    for column, target in enumerate(targets):
        if target is Target.NOTHING:
            targets[column] = _by_content([row.cell(column) for row in rows], targets)
    return Columns(head_row, tuple(targets))


def target_of(head: str) -> Target:
    """What a head means; NOTHING when it is none of ours."""
    plain = _plain(head)
    for target in Target:
        if target is not Target.NOTHING and plain in map(_plain, (target.head, *target.also)):
            return target
    return Target.NOTHING


def _plain(words: str) -> str:
    return _NO_LETTERS.sub(" ", words.casefold()).strip()


def _words(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _explains(row: Row) -> bool:
    """Whether a row is only words after a #; above a column of numbers a # is a head."""
    first = row.cell(0)
    return isinstance(first, str) and first.lstrip().startswith("#") and len(row.cells) == 1


def _head_row(sheet: Sheet) -> int:
    """The row in which most words are heads; 0 when no row has two, or one among other words."""
    best, most = 0, 0
    for row in sheet.rows[:MOST_HEAD_ROWS]:
        known = {target_of(_words(cell)) for cell in row.cells} - {Target.NOTHING}
        is_head = len(known) > 1 or (len(known) == 1 and _is_all_words(row))
        if is_head and len(known) > most and not _explains(row):
            best, most = row.number, len(known)
    return best


def _is_all_words(row: Row) -> bool:
    """Whether there is more than one cell, and only short words without a number."""
    filled = [cell for cell in row.cells if not is_blank(cell)]
    return len(filled) > 1 and all(
        isinstance(cell, str) and len(cell) <= _LONGEST_HEAD and not re.search(r"\d", cell)
        for cell in filled
    )


def _by_content(cells: Sequence[Cell], taken: Sequence[Target]) -> Target:
    """A column without a known head: dates, kinds or sentences, if no other column is that."""
    filled = [cell for cell in cells if not is_blank(cell)]
    has_date = {Target.START, Target.YEAR} & {*taken}
    if not filled:
        return Target.NOTHING
    if not has_date and _most(isinstance(cell, date) or is_dated(cell) for cell in filled):
        return Target.START
    texts = [cell for cell in filled if isinstance(cell, str)]
    if Target.KIND not in taken and _most(text.casefold() in WORD_TO_KIND for text in texts):
        return Target.KIND
    if Target.TITLE not in taken and _most(len(text.split()) > 2 for text in texts):
        return Target.TITLE
    return Target.NOTHING


def _most(answers: Iterable[bool]) -> bool:
    said = list(answers)
    return len(said) > 0 and sum(said) * 2 > len(said)
