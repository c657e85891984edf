"""The figures of an area as a table with their definitions, for who works on in another program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO

from odfdo import Table

from hgkm_desktop.exchange.action_table import harmless
from hgkm_desktop.exchange.ods_book import (
    HEAD_STYLE,
    WORDS_STYLE,
    bytes_of,
    new_book,
    put_columns,
    row_of,
    writable,
)
from hgkm_desktop.methods.derived import Derived, percent_text
from hgkm_desktop.methods.figure_duiding import counted, duiding_of, last_period, without_duiding
from hgkm_desktop.methods.figures import figures_of, proportion, with_noemer, with_noemers
from hgkm_desktop.models.dutch import day_text, list_text, number_text
from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figure_terms import Direction, FigureKind, ValueKind
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.privacy.figure_shield import PrintedFigure, shielded_set
from hgkm_desktop.privacy.small_counts import USUAL_THRESHOLD, Shielded

_SHEET, _DEFINITIONS = "Cijfers", "Uitleg"
_COLUMNS = (
    *(("Indicator", "7cm"), ("Periode", "3cm"), ("Aantal", "2.6cm"), ("Van", "2.6cm")),
    *(("Berekend", "3cm"), ("Aandeel volgens de leverancier", "3cm")),
    *(("2 keer", "2cm"), ("3 keer", "2cm"), ("4 keer", "2cm"), ("5 keer of vaker", "2cm")),
    *(("Doorgeleid naar het Zorg- en Veiligheidshuis", "3cm"), ("Hoe zeker", "3cm")),
    *(("Reden", "6cm"), ("Duiding", "9cm"), ("Geschikt voor sturing", "3cm")),
)
_ABOUT = (
    *(("Indicator", "7cm"), ("Wat het is", "9cm"), ("Wat het niet is", "9cm")),
    *(("Soort", "3cm"), ("Eenheid", "3cm"), ("Deel van", "5cm"), ("Van wie", "5cm")),
    *(("Terugblik", "5cm"), ("Gewenste richting", "5cm"), ("Breuk in de reeks", "6cm")),
    ("Bron", "5cm"),
)
_STAYS = (
    "Dit blijft binnen: hier staan de echte aantallen, ook de kleine. Geef deze tabel niet door.",
    "Het cijferoverzicht is nog niet deelbaar.",
)
_LEAVES = (
    "Aantallen van 1 tot en met {most} staan er als <{limit}. Wat zo’n aantal toch zou verraden, "
    "staat er als ‘niet getoond’."
)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """What stands in the table: lines above it, its rows, and a row for each definition."""

    title: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    definitions: tuple[tuple[str, ...], ...]


def figure_table(figures: FigureSet, today: date, threshold: int = USUAL_THRESHOLD) -> FigureTable:
    """All figures that have a duiding; shielded once the set is deelbaar.

    Raises BadInput for a threshold below 3.
    """
    until = last_period(figures) or Period(today.year)
    printed = None
    if figures.state is CaseState.DEELBAAR:
        printed = shielded_set(with_noemers(figures), indicators_of(figures), threshold)
    told = [
        (indicator, duiding)
        for indicator in counted(figures, until)
        if (duiding := duiding_of(figures, indicator.id, until)) is not None
    ]
    rows = tuple(
        _row(figures, one, figure, printed.get(figure.id) if printed else None)
        + _clean((_said(figures, duiding, figure), "ja" if duiding.for_steering else "nee"))
        for one, duiding in told
        for figure in figures_of(figures, one.id)
    )
    about = tuple(_definition(figures, one) for one, _ in told)
    title = f"Cijfers in beeld {figures.area}".strip()
    return FigureTable(title, tuple(_lines(figures, until, today, threshold)), rows, about)


def figure_csv(table: FigureTable) -> bytes:
    """The table as text that Excel and LibreOffice open; what is about it is in lines with #."""
    written = StringIO(newline="")
    out = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for line in (table.title, *table.lines):
        out.writerow([f"# {line}"])
    out.writerow([head for head, _ in _COLUMNS])
    out.writerows([harmless(words) for words in row] for row in table.rows)
    for row in table.definitions:
        named = zip((head for head, _ in _ABOUT[1:]), row[1:], strict=True)
        said = "; ".join(f"{head}: {words}" for head, words in named if words)
        out.writerow([f"# {row[0]}. {said}"])
    return written.getvalue().encode("utf-8-sig")


def figure_ods(table: FigureTable) -> bytes:
    """The table as a spreadsheet, with the definitions on a second sheet; all cells are text."""
    book = new_book(table.title)
    for name, columns, lines, rows in (
        (_SHEET, _COLUMNS, (table.title, *table.lines), table.rows),
        (_DEFINITIONS, _ABOUT, (), table.definitions),
    ):
        sheet = Table(name)
        put_columns(book, sheet, (width for _, width in columns), WORDS_STYLE)
        for line in lines:
            sheet.append(row_of([f"# {line}"], WORDS_STYLE))
        sheet.append(row_of((head for head, _ in columns), HEAD_STYLE))
        for row in rows:
            sheet.append(row_of(row, WORDS_STYLE))
        book.body.append(sheet)
    return bytes_of(book)


def _lines(figures: FigureSet, until: Period, today: date, threshold: int) -> Iterator[str]:
    yield f"{figures.code}, gemaakt op {day_text(today)}."
    if figures.state is CaseState.DEELBAAR:
        yield _LEAVES.format(most=threshold - 1, limit=threshold)
    else:
        yield from _STAYS
    yield "Eén casus verklaart geen cijfer. Tel eenheden en gebieden nooit bij elkaar op."
    if left_out := without_duiding(figures, until):
        names = list_text([f"‘{one.label}’" for one in left_out])
        yield f"Weggelaten, want zonder duiding: {names}."


def _row(
    figures: FigureSet,
    indicator: FigureIndicator,
    figure: Figure,
    printed: PrintedFigure | None,
) -> tuple[str, ...]:
    classes = {one.times: one.count for one in figure.classes}
    shown = dict(printed.classes) if printed else {}
    has_share = printed is None or printed.has_share
    computed = proportion(indicator, with_noemer(figures, figure)) if has_share else None
    return _clean(
        (
            indicator.label,
            figure.period.text,
            _value(figure, printed),
            _count(figure.of, printed.of if printed and figure.of is not None else None),
            _share(computed),
            _given(figure) if has_share else "",
            *(_count(classes.get(times), shown.get(times)) for times in range(2, 6)),
            _count(figure.passed_on, printed.passed_on if printed else None),
            figure.kind.label,
            "" if _is_hidden(printed) else figure.reason,  # it may say what the number does
        )
    )


def _is_hidden(printed: PrintedFigure | None) -> bool:
    """Whether the count is one that may not be told."""
    return printed is not None and printed.count is not None and printed.count.number is None


def _said(figures: FigureSet, duiding: Duiding, figure: Figure) -> str:
    """The duiding, at the last figure that it is of."""
    return duiding.text if figure == figures_of(figures, duiding.indicator_id)[-1] else ""


def _value(figure: Figure, printed: PrintedFigure | None) -> str:
    """The count with how sure it is, or why there is none, as it can be read in again."""
    if not figure.kind.has_number:
        return figure.kind.label
    text = _count(figure.count, printed.count if printed else None)
    is_told = printed is None or (printed.count is not None and printed.count.number is not None)
    return _sure(text, figure) if is_told and text else text


def _given(figure: Figure) -> str:
    """The share that the supplier gave; how sure it is, when there is no count that says so."""
    if figure.given_share is None:
        return ""
    text = percent_text(figure.given_share)
    return text if figure.count is not None else _sure(text, figure)


def _sure(text: str, figure: Figure) -> str:
    return text if figure.kind is ValueKind.EXACT else f"{figure.kind.label} {text}"


def _count(count: int | None, shown: Shielded | None) -> str:
    """A number as it may be told; real where nothing shields it."""
    if shown is not None:
        return shown.text
    return "" if count is None else number_text(count)


def _share(computed: Derived | None) -> str:
    return computed.formula if computed is not None else ""


def _definition(figures: FigureSet, one: FigureIndicator) -> tuple[str, ...]:
    counts = one.kind is FigureKind.AANTAL or not one.part_of_id
    breaks = (f"{day_text(a_break.on)}: {a_break.why}" for a_break in one.breaks)
    wanted = one.direction.label
    if one.direction is not Direction.GEEN and one.wanted_because:
        wanted = f"{wanted}, {one.wanted_because}"
    return _clean(
        (
            *(one.label, one.definition, one.is_not, one.kind.label, one.unit.label),
            "" if counts else indicator_of(figures, one.part_of_id).label,
            *(", ".join(one.suppliers), one.look_back, wanted, "; ".join(breaks), one.source),
        )
    )


def _clean(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(writable(value).split()) for value in values)
