"""The cijferkaart: the figures of an area with what they say and do not say, as one to three pages.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hgkm_desktop.figures.figure_chart import FigureChart
from hgkm_desktop.figures.of_figures import compared, over_time, repeat_classes, shown, told
from hgkm_desktop.methods.figure_duiding import counted, duiding_of, last_period, without_duiding
from hgkm_desktop.methods.figures import change, check_share, figures_of
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text, number_text
from hgkm_desktop.models.figures import Duiding, Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.reference_figures import reference_sets
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.casusverslag_blocks import cell, filled_table, labelled, note
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Item,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
)
from hgkm_desktop.reports.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.shown_figures import ShownFigures, shown_figures
from hgkm_desktop.reports.work_head import Head, Making, document, said

TITLE, SUBTITLE = "Cijfers in beeld", "Cijferkaart"
MOST_CHARTS = 6
_HEAD = ("Periode", "Cijfer", "Uit", "2 keer", "3 keer", "4 keer", "5 keer of vaker", "Doorgeleid")
_WIDTHS = (2.2, 2.4, 2.4, 1.0, 1.0, 1.0, 1.3, 1.5)
_READ = (
    "Eén casus verklaart geen cijfer. Verschillende eenheden zijn niet op te tellen, en een "
    "gemeente niet bij haar regio. Een cijfer is alleen geschikt voor sturing als dat erbij staat."
)
_SMALL = {
    True: "Hier staan ook kleine aantallen zoals ze zijn. Daarom blijft dit aan tafel.",
    False: "Aantallen van 1 tot en met 4 staan er als <5. Wat zo’n aantal zou verraden, staat er "
    "als ‘niet getoond’.",
}


def compose(figures: FigureSet, cases: Sequence[Case], making: Making) -> Document:
    """The document of a set; of a deelbare one no small count is in it, nor what gives one.

    `cases` are those that insights point at, as far as they can be read; what a case that is not
    deelbaar shows is left out. An indicator without a duiding is not printed, but named.
    """
    head = Head(
        code=figures.code,
        title=figures.title.strip() or TITLE,
        subtitle=f"{SUBTITLE} · {figures.area.strip()}".removesuffix(" · "),
        signed=SUBTITLE,
        state=figures.state,
        facts=tuple(_facts(figures)),
        opening=(_READ, _SMALL[stays_at_table(figures.state)]),
    )
    return document(head, making, _sections(figures, cases))


def _facts(figures: FigureSet) -> Iterator[Fact]:
    if figures.area.strip():
        yield Fact(figures.area_kind.label.capitalize(), figures.area.strip())
    periods = sorted({one.period for one in figures.figures})
    if periods:
        first, last = periods[0].text, periods[-1].text
        yield Fact("Periode", first if first == last else f"{first} tot en met {last}")


def _sections(figures: FigureSet, cases: Sequence[Case]) -> Iterator[Section]:
    until = last_period(figures)
    if until is None:
        yield Section("Cijfers", (missing("welke cijfers er zijn"),))
        return
    paper = shown_figures(figures)
    told_of = [
        (one, duiding)
        for one in counted(figures, until)
        if (duiding := duiding_of(figures, one.id, until)) is not None
    ]
    for place, (indicator, duiding) in enumerate(told_of):
        blocks = tuple(_indicator(paper, indicator, duiding, has_chart=place < MOST_CHARTS))
        yield Section(indicator.label, blocks)
    left = MOST_CHARTS - min(len(told_of), MOST_CHARTS)
    yield from _beside([one for one, _ in told_of], paper, left)
    yield from _closing(figures, [one for one, _ in told_of], cases, until)


# --- one indicator ----------------------------------------------------------------------------


def _indicator(
    paper: ShownFigures, indicator: FigureIndicator, duiding: Duiding, *, has_chart: bool
) -> Iterator[Block]:
    """The duiding first, then what is counted by whom, what changed, and the numbers."""
    series = figures_of(paper.figures, indicator.id)
    yield from said(duiding.text, "")
    steering = "ja, zo is gekozen" if duiding.for_steering else "nee"
    yield from labelled(
        (
            ("Laatste cijfer", _last(paper, indicator, series[-1])),
            ("Verandering", _change(paper, indicator, series)),
            ("Wat het is", as_sentence(indicator.definition)),
            ("Wat het niet is", as_sentence(indicator.is_not)),
            ("Geleverd door", f"{list_text(indicator.suppliers)}. Eenheid: {indicator.unit.label}"),
            ("Verschil", " ".join(_differences(indicator, series))),
            ("Geschikt voor sturing", steering),
        )
    )
    numbers = _numbers(paper, indicator, series)
    if not has_chart:
        yield numbers
        return
    yield _picture(indicator.label, over_time(indicator, series, paper.instead), numbers)


def _last(paper: ShownFigures, indicator: FigureIndicator, figure: Figure) -> str:
    _, text, counts = shown(indicator, figure, paper.instead)
    return f"{text} ({counts}), {figure.period.text}" if counts else f"{text}, {figure.period.text}"


def _change(paper: ShownFigures, indicator: FigureIndicator, series: Sequence[Figure]) -> str:
    """From the one before to the last with both numbers, or why that cannot be said."""
    if len(series) < 2 or any((one.id, "count") in paper.instead for one in series[-2:]):
        return ""
    before, last = series[-2:]
    if last.period.overlaps(before.period):
        return ""
    found = change(indicator, before, last)
    return as_sentence(found.formula or found.reason)


def _differences(indicator: FigureIndicator, series: Sequence[Figure]) -> Iterator[str]:
    """Where a share that was given is not what its parts come to."""
    for figure in series:
        found = check_share(indicator, figure)
        if found is not None and not found.agrees:
            yield f"{figure.period.text}: {found.text}"


def _picture(name: str, chart: FigureChart, numbers: Table) -> Picture:
    return Picture(chart, told(name, chart), name, numbers)


def _numbers(paper: ShownFigures, indicator: FigureIndicator, series: Sequence[Figure]) -> Table:
    rows = [_row(paper, indicator, figure) for figure in series]
    return filled_table(_HEAD, rows, _WIDTHS)


def _row(paper: ShownFigures, indicator: FigureIndicator, figure: Figure) -> tuple[Cell, ...]:
    _, text, counts = shown(indicator, figure, paper.instead)
    classes = {str(one.times): one.count for one in figure.classes}
    why = f"{text}: {figure.reason.strip()}" if figure.reason.strip() else text
    return (
        cell(figure.period.text),
        cell(why),
        cell(counts),
        *(cell(_number(paper, figure, str(n), classes.get(str(n)))) for n in range(2, 6)),
        cell(_number(paper, figure, "passed_on", figure.passed_on)),
    )


def _number(paper: ShownFigures, figure: Figure, name: str, number: int | None) -> str:
    return number_text(number) if number is not None else paper.instead.get((figure.id, name), "")


# --- beside the figures -----------------------------------------------------------------------


def _beside(
    indicators: Sequence[FigureIndicator], paper: ShownFigures, most: int
) -> Iterator[Section]:
    """Repeats and published figures, as pictures for which there is room."""
    pictures = list(_more_pictures(indicators, paper))[:most]
    if pictures:
        yield Section("Nader bekeken", tuple(pictures))


def _more_pictures(indicators: Sequence[FigureIndicator], paper: ShownFigures) -> Iterator[Picture]:
    for one in indicators:
        last = figures_of(paper.figures, one.id)[-1]
        name = f"{one.label}: hoe vaak"
        charts = [(name, repeat_classes(last, paper.instead))]
        area = paper.figures.area.strip()
        for reference in reference_sets():
            named = f"{one.label} naast {reference.name}"
            charts.append((named, compared(one, area, last, reference)))
        yield from (_picture(n, chart, _marks(chart)) for n, chart in charts if chart is not None)


def _marks(chart: FigureChart) -> Table:
    """The values of a picture as a table."""
    rows = [(cell(m.label), cell(m.text), cell(m.counts)) for m in chart.marks]
    return filled_table(("Wat", "Cijfer", "Uit"), rows, (3, 1.5, 1.5))


def _closing(
    figures: FigureSet,
    indicators: Sequence[FigureIndicator],
    cases: Sequence[Case],
    until: Period,
) -> Iterator[Section]:
    yield from _insights(figures, indicators, cases)
    if figures.note.strip():
        yield Section("Toelichting", said(figures.note, ""))
    if left_out := without_duiding(figures, until):
        why = "Zonder duiding wordt een cijfer niet afgedrukt:"
        items = tuple(Item((Run(one.label),)) for one in left_out)
        yield Section("Weggelaten", (Paragraph((Run(why),)), Bullets(items)))
    names = dict.fromkeys(one.source for one in indicators if one.source.strip())
    if names:
        yield Section("Bronnen", (Bullets(tuple(Item((Run(name),)) for name in names)),))


def _insights(
    figures: FigureSet, indicators: Sequence[FigureIndicator], cases: Sequence[Case]
) -> Iterator[Section]:
    """What deelbare cases show, without their story; how many are left out is said."""
    labels = {one.id: one.label for one in indicators}
    may = {case.id for case in cases if case.state is CaseState.DEELBAAR}
    told_of = [one for one in figures.insights if one.indicator_id in labels and one.text.strip()]
    shown_of = [one for one in told_of if one.case_id in may]
    pairs = ((labels[one.indicator_id], as_sentence(one.text)) for one in shown_of)
    blocks: tuple[Block, ...] = labelled(pairs)
    if len(shown_of) < len(told_of):
        blocks += (note("Wat casussen laten zien die niet deelbaar zijn, staat hier niet."),)
    if blocks:
        yield Section("Wat casussen laten zien", blocks)
