"""Which column of a table of figures is which, and how its cells say a period or an indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import line_of
from hgkm_desktop.exchange.columns import MOST_HEAD_ROWS
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet
from hgkm_desktop.models.figure_phrases import read_period
from hgkm_desktop.models.figures import Period

_SIGNS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(
    r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9}\.?)[-/. ](?:\d{4}|\d{2})|(?:0?[1-9]|1[0-2])[-/]\d{4}"
    r"|(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?[ -](?:\d{4}|\d{2})"
)
_NO_DATE = (
    "Hier staat een datum, en geen halfjaar of jaar.",
    "Typ bijvoorbeeld 1e helft 2025. Een rekenblad maakt van 2025-1 zelf een datum: met een ' "
    "ervoor doet het dat niet.",
)
_MONTHS = (("jan", "jun", "1"), ("jul", "dec", "2"))
_UNTIL = r"\w*\.?\s*(?:-|–|tot en met|tot|t/m)\s*"
_HALVES = (
    (r"[()*]", " "),
    (r"\b1(?:st)?e\b|\beerste\b", "1e"),
    (r"\b2d?e\b|\btweede\b", "2e"),
    (r"\bhj\b|\bhj(?=[12]\b)", "halfjaar"),
    (r"\bhalf\s?jaar\s*([12])\b", r"\1e halfjaar"),
    *((rf"\b{first}{_UNTIL}{last}\w*\.?", f"{half}e helft") for first, last, half in _MONTHS),
    (r"\b[hs]([12])\b", r"\1e helft"),
    (r"\b(?:over|van|in|heel|(?<!half )jaar)\b", " "),
)


class FigureColumn(Enum):
    """What a column is: what it is called, and other heads that mean the same."""

    head: str
    also: tuple[str, ...]

    NOTHING = ("(niet inlezen)", ())
    INDICATOR = ("indicator", ("cijfer", "cijfers", "onderwerp", "omschrijving", "naam", "wat"))
    PERIOD = ("periode", ("halfjaar", "half jaar", "jaar", "tijdvak", "over"))
    COUNT = ("aantal", ("teller", "waarde", "getal", "aantallen"))
    OF = ("van", ("noemer", "totaal", "van totaal", "van de", "op de"))
    SHARE = ("aandeel volgens de leverancier", ("aandeel", "percentage", "procent", "perc"))
    REASON = ("reden", ("toelichting", "opmerking", "waarom niet", "uitleg"))
    TIMES_2 = ("2 keer", ("2x", "twee keer"))
    TIMES_3 = ("3 keer", ("3x", "drie keer"))
    TIMES_4 = ("4 keer", ("4x", "vier keer"))
    TIMES_5 = ("5 keer of vaker", ("5x", "5 keer", "5x of vaker", "vijf keer of vaker"))
    PASSED_ON = (
        "doorgeleid naar het Zorg- en Veiligheidshuis",
        ("doorgeleid", "naar het veiligheidshuis", "doorgeleid naar het veiligheidshuis"),
    )
    VALUES = ("cijfers van de periode in de kop", ())

    def __init__(self, head: str, also: tuple[str, ...]) -> None:
        self.head, self.also = head, also


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """`head_row` is the number of the row with the heads; `targets` has one for each column."""

    head_row: int
    targets: tuple[FigureColumn, ...]

    def of(self, target: FigureColumn) -> list[int]:
        """The columns, counted from 0, that are this."""
        return [number for number, one in enumerate(self.targets) if one is target]


def figure_heads(sheet: Sheet, head_row: int) -> tuple[str, ...]:
    """The words above each column, also a year that is a number there."""
    row = next((row for row in sheet.rows if row.number == head_row), Row(0, ()))
    return tuple(_words(row.cell(column)) for column in range(sheet.width))


def guessed_columns(sheet: Sheet, head_row: int | None = None) -> FigureColumns:
    """What the columns seem to be by their heads: in this row, or in the one with the most."""
    rows = [row.number for row in sheet.rows[:MOST_HEAD_ROWS]] if head_row is None else [head_row]
    tried = [FigureColumns(row, _targets(figure_heads(sheet, row))) for row in rows]
    nothing = FigureColumns(head_row or 0, (FigureColumn.NOTHING,) * sheet.width)
    best = max(tried, key=_known, default=nothing)
    return best if head_row is not None or _known(best) > 1 else nothing


def _known(columns: FigureColumns) -> int:
    return sum(target is not FigureColumn.NOTHING for target in columns.targets)


def _targets(heads: tuple[str, ...]) -> tuple[FigureColumn, ...]:
    found: list[FigureColumn] = []
    for head in heads:
        target = _target_of(head)
        is_taken = target in found and target is not FigureColumn.VALUES
        found.append(FigureColumn.NOTHING if is_taken else target)
    values = FigureColumn.VALUES in found
    if values and FigureColumn.INDICATOR not in found and found[0] is FigureColumn.NOTHING:
        found[0] = FigureColumn.INDICATOR
    return tuple(found)


def _target_of(head: str) -> FigureColumn:
    plain = plain_name(head)
    if not plain:
        return FigureColumn.SHARE if head.strip() == "%" else FigureColumn.NOTHING
    for target in FigureColumn:
        if plain in (plain_name(target.head), *target.also):
            return target
    try:
        period_of(head)
    except BadInput:
        # A period that cannot be read is told, not passed over.
        is_time = _YEAR.search(head) or _DATE.fullmatch(head.casefold())
        return FigureColumn.VALUES if is_time else FigureColumn.NOTHING
    return FigureColumn.VALUES


def plain_name(words: str) -> str:
    """A name without capitals and signs, to know it again however it was typed."""
    return _SIGNS.sub(" ", words.casefold()).strip()


def period_of(cell: Cell) -> Period:
    """'1e halfjaar 2025', '2025-1', 'H1 2025', 'jan-jun 2025', 'eerste helft van 2025' or 2025.

    Raises BadInput for what is no half-year or year.
    """
    words = line_of(cell).casefold()
    if _DATE.fullmatch(words):
        raise BadInput(_NO_DATE[0], todo=_NO_DATE[1])
    for pattern, instead in _HALVES:
        words = re.sub(pattern, instead, words)
    swapped = re.fullmatch(r"\s*(\d{4})\W*([12])e\s*(?:half\s?jaar|helft)\s*", words)
    return read_period(f"{swapped[2]}e helft {swapped[1]}" if swapped else words)


def _words(cell: Cell) -> str:
    try:
        return line_of(cell)
    except BadInput:
        return ""
