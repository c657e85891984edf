"""What the cijferkaart says of one indicator: duiding first, then the numbers and what they count.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.figures.of_figures import compared, over_time, repeat_classes, shown, told
from hgkm_desktop.methods.figures import change, check_share, figures_of
from hgkm_desktop.models.dutch import day_text, list_text, number_text
from hgkm_desktop.models.figure_terms import Direction
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator
from hgkm_desktop.models.reference_figures import reference_sets
from hgkm_desktop.reports.case.casusverslag_blocks import Rows, cell, filled_table
from hgkm_desktop.reports.case.notitie_parts import as_sentence
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Paragraph,
    ParagraphKind,
    Picture,
    Run,
    Section,
    Subheading,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.let_through.shown_figures import ShownFigures
from hgkm_desktop.reports.practice.leertafelblad_part import shortened
from hgkm_desktop.reports.practice.work_head import said

MOST_ROWS = 8  # half-years in the table beside a picture
# Characters: what is longer is cut and stands whole in the table.
_DUIDING, _SAID, _IN_CELL, _NAME = 1_500, 300, 48, 90
_HEAD, _WIDTHS = ("Periode", "Cijfer", "Uit"), (2.2, 1.4, 2.2)
_CUT = "De hele duiding staat in de tabel."


def name_of(indicator: FigureIndicator) -> str:
    """What an indicator is called on paper."""
    return shortened(indicator.label, _NAME)


def indicator_section(
    paper: ShownFigures, indicator: FigureIndicator, duiding: Duiding, *, has_picture: bool
) -> Section:
    """The block of one indicator; at its heading who counts what, and whether to steer by it."""
    series = figures_of(paper.figures, indicator.id)
    blocks: list[Block] = [*_duiding(duiding), _last(paper, indicator, series)]
    if has_picture:
        chart = over_time(indicator, series[-MOST_ROWS:], paper.instead)
        blocks.append(_picture(indicator.label, chart, _numbers(paper, indicator, series)))
    blocks.append(_small_print(paper, indicator, series, has_picture=has_picture))
    return Section(name_of(indicator), tuple(blocks), more=_aside(indicator, duiding))


def _aside(indicator: FigureIndicator, duiding: Duiding) -> str:
    steering = "wel" if duiding.for_steering else "niet"
    return f"Eenheid: {indicator.unit.label}. {steering.capitalize()} geschikt voor sturing."


def _duiding(duiding: Duiding) -> tuple[Block, ...]:
    if len(duiding.text.strip()) <= _DUIDING:
        return said(duiding.text, "")
    return said(f"{shortened(duiding.text, _DUIDING)} {_CUT}", "")


def _last(paper: ShownFigures, indicator: FigureIndicator, series: Sequence[Figure]) -> Paragraph:
    """The last number, what changed, and where a given share is not what its parts come to."""
    figure = series[-1]
    _, text, counts = shown(indicator, figure, paper.instead)
    number = f"{text} ({counts})" if counts else text
    if figure.reason.strip():
        number = f"{number}, want {shortened(figure.reason, _SAID)}"
    words = [_change(paper, indicator, series), *_differences(indicator, series)]
    rest = " ".join(one for one in words if one)
    runs = (
        Run(as_sentence(f"{figure.period.text}: {number}"), Tone.STRONG),
        Run(f" {rest}" if rest else ""),
    )
    return Paragraph(runs if rest else runs[:1])


def _change(paper: ShownFigures, indicator: FigureIndicator, series: Sequence[Figure]) -> str:
    """From the one before to the last with both numbers, or why that cannot be said."""
    if len(series) < 2 or any((one.id, "count") in paper.instead for one in series[-2:]):
        return ""
    before, last = series[-2:]
    if not last.kind.has_number or last.period.overlaps(before.period):
        return ""
    found = change(indicator, before, last)
    if found.formula:
        return f"Verandering sinds {before.period.text}: {as_sentence(found.formula)}"
    return as_sentence(found.reason)


def _differences(indicator: FigureIndicator, series: Sequence[Figure]) -> Iterator[str]:
    """Where a share that was given is not what its parts come to, of the last periods."""
    for figure in series[-2:]:
        found = check_share(indicator, figure)
        if found is not None and not found.agrees:
            yield f"Verschil in {figure.period.text}: {found.text}"


def _small_print(
    paper: ShownFigures,
    indicator: FigureIndicator,
    series: Sequence[Figure],
    *,
    has_picture: bool,
) -> Paragraph:
    """What is counted and what is not, by whom, how often, and where to look further."""
    wanted = ""
    if indicator.direction is not Direction.GEEN:
        wanted = ", ".join(
            one for one in (indicator.direction.label, indicator.wanted_because) if one
        )
    breaks = (f"{day_text(one.on)}: {one.why.strip()}" for one in indicator.breaks)
    pairs = (
        ("Wat het is", indicator.definition),
        ("Wat het niet is", indicator.is_not),
        ("Geleverd door", list_text(indicator.suppliers)),
        ("Gewenste richting", wanted),
        ("Breuk in de reeks", "; ".join(breaks)),
        ("Hoe vaak", _how_often(paper, series[-1])),
        ("Eerder", _earlier(series, has_picture=has_picture)),
    )
    runs: list[Run] = []
    for label, words in pairs:
        if words.strip():
            told_of = as_sentence(shortened(words, _SAID))
            runs += [Run(f"{label}: ", Tone.STRONG), Run(f"{told_of} ")]
    return Paragraph(tuple(runs), ParagraphKind.NOTE)


def _how_often(paper: ShownFigures, figure: Figure) -> str:
    """'2 keer 51, 3 keer <5 en doorgeleid 4', of the last period."""
    classes = {one.times: one.count for one in figure.classes}
    counts = [
        (f"{times} keer" + (" of vaker" if times == 5 else ""), str(times), classes.get(times))
        for times in range(2, 6)
    ]
    counts.append(("doorgeleid", "passed_on", figure.passed_on))
    found = ((label, _number(paper, figure, name, count)) for label, name, count in counts)
    return list_text([f"{label} {number}" for label, number in found if number])


def _number(paper: ShownFigures, figure: Figure, name: str, number: int | None) -> str:
    return number_text(number) if number is not None else paper.instead.get((figure.id, name), "")


def _earlier(series: Sequence[Figure], *, has_picture: bool) -> str:
    """Where the figures are that do not stand here."""
    left = len(series) - (MOST_ROWS if has_picture else min(len(series), 2))
    if left < 1:
        return ""
    return f"{left} eerdere {'periode staat' if left == 1 else 'periodes staan'} in de tabel"


# --- pictures ---------------------------------------------------------------------------------


def has_course(paper: ShownFigures, indicator: FigureIndicator) -> bool:
    """Whether there is a course to draw: more than one period, and a number among the last."""
    series = figures_of(paper.figures, indicator.id)[-MOST_ROWS:]
    drawn = (shown(indicator, one, paper.instead)[0] is not None for one in series)
    return len(series) > 1 and any(drawn)


def _picture(name: str, chart: FigureChart, numbers: Table | None) -> Picture:
    return Picture(chart, told(name, chart), "", numbers)


def _numbers(paper: ShownFigures, indicator: FigureIndicator, series: Sequence[Figure]) -> Table:
    rows = [_row(paper, indicator, figure) for figure in series[-MOST_ROWS:]]
    return _narrow(_HEAD, rows, _WIDTHS)


def _narrow(head: Sequence[str], rows: Rows, widths: Sequence[float]) -> Table:
    made = filled_table(head, rows, widths)
    return Table(TableKind.NARROW, made.head, made.rows, made.widths, row_heads=True)


def _row(paper: ShownFigures, indicator: FigureIndicator, figure: Figure) -> tuple[Cell, ...]:
    _, text, counts = shown(indicator, figure, paper.instead)
    why = f"{text}: {figure.reason.strip()}" if figure.reason.strip() else text
    return (cell(figure.period.text), cell(shortened(why, _IN_CELL)), cell(counts))


def more_pictures(
    indicators: Sequence[FigureIndicator], paper: ShownFigures
) -> Iterator[tuple[Block, ...]]:
    """Of each indicator how often there were repeats, and the last share beside published ones."""
    for one in indicators:
        last = figures_of(paper.figures, one.id)[-1]
        repeats = repeat_classes(last, paper.instead)
        if repeats is not None:
            name = f"{name_of(one)}: hoe vaak"
            yield Subheading(name), _picture(name, repeats, _marks(repeats))
        for reference in reference_sets():
            chart = compared(one, paper.figures.area.strip(), last, reference)
            if chart is not None:
                name = f"{name_of(one)} naast {reference.name}"
                yield Subheading(name), _picture(name, chart, None)


def _marks(chart: FigureChart) -> Table:
    """The values of a picture as a table."""
    return _narrow(("Wat", "Aantal"), [(cell(m.label), cell(m.text)) for m in chart.marks], (3, 2))
