"""The pictures that there are of an indicator, with the rows of the table beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hgkm_desktop.figures.figure_chart import FigureChart, Mark
from hgkm_desktop.figures.of_figures import compared, over_time, repeat_classes, told
from hgkm_desktop.methods.figures import figures_of, proportion, repeats, with_noemer
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.reference_figures import ReferenceSet, reference_sets
from hgkm_desktop.ui.figures.figure_words import break_words, breaks_at, derived_words

OVER_TIME, HOW_OFTEN = "tijd", "vaak"
_NOT_JOINED = "De lijn loopt daar niet door."
_NOTHING = "Hier is niets ingevuld."


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One mark of a chart as a row: what it is of, its value, and what that is made of or why it is
    not there. `more` is told of it when it is chosen."""

    label: str
    value: str
    words: str
    more: str = ""
    period: Period | None = None

    @property
    def spoken(self) -> str:
        """'1e helft 2025: 57,6%, 156 van 271'."""
        return f"{self.label}: {', '.join(filter(None, (self.value, self.words)))}"


@dataclass(frozen=True, slots=True)
class View:
    """A picture with its table; `told` says in words what it shows, and `below` stands under it."""

    id: str
    name: str
    head: str
    chart: FigureChart
    rows: tuple[ValueRow, ...]
    told: str
    below: str = ""


def views_of(figures: FigureSet, indicator: FigureIndicator, near: Period | None) -> list[View]:
    """Over time first; then how often, and beside each set of published figures that has it.

    Those two are of the figure over `near`, or the last one for which there is such a picture.
    Raises BadInput when the figures cannot be true together.
    """
    given = figures_of(figures, indicator.id)
    series = [with_noemer(figures, one) for one in given]
    ordered = sorted(series, key=lambda one: (one.period == near, one.period), reverse=True)
    views = [_over_time(figures, indicator, series)]
    views += _first(_how_often(indicator, one) for one in ordered)
    for reference in reference_sets():
        views += _first(_beside(indicator, figures, one, reference) for one in ordered)
    return views


def _first(found: Iterator[View | None]) -> list[View]:
    """The first that there is, as a list of one."""
    return [view for view in found if view is not None][:1]


# --- over time --------------------------------------------------------------------------------


def _over_time(figures: FigureSet, indicator: FigureIndicator, series: Sequence[Figure]) -> View:
    chart = over_time(indicator, series, {})
    by_period = {one.period: one for one in series}
    rows, before = [], None
    for mark in chart.marks:
        assert mark.period is not None  # each mark of this chart has one
        broken = [break_words(one) for one in breaks_at(indicator, mark.period, before)]
        rows.append(_of_period(figures, indicator, mark, by_period.get(mark.period), broken))
        before = mark.period
    below = "\n".join(f"{one.words} {_NOT_JOINED}" for one in chart.breaks)
    return View(
        OVER_TIME,
        "Over de tijd",
        "Periode",
        chart,
        tuple(rows),
        told(indicator.label, chart),
        below,
    )


def _of_period(
    figures: FigureSet,
    indicator: FigureIndicator,
    mark: Mark,
    figure: Figure | None,
    broken: Sequence[str],
) -> ValueRow:
    assert mark.period is not None
    reason = figure.reason.strip() if figure is not None else _NOTHING
    words = "\n".join(filter(None, (mark.counts, reason, *broken)))
    more = derived_words(figures, indicator, figure) if figure is not None else ""
    return ValueRow(mark.period.text, _whole(mark.text), words, more, mark.period)


def _whole(text: str) -> str:
    """Where there is room, and for who hears it, no sign for circa."""
    return text.replace("±", "circa ")


# --- one figure looked at closer --------------------------------------------------------------


def _how_often(indicator: FigureIndicator, figure: Figure) -> View | None:
    chart = repeat_classes(figure, {})
    if chart is None:
        return None
    found = repeats(figure)
    below = "\n".join(filter(None, (found.formula and f"Samen: {found.formula}", found.reason)))
    rows = tuple(ValueRow(mark.label, mark.text, "") for mark in chart.marks)
    said = told(f"{indicator.label}: hoe vaak", chart)
    return View(HOW_OFTEN, "Hoe vaak", "Hoe vaak", chart, rows, said, below)


def _beside(
    indicator: FigureIndicator, figures: FigureSet, own: Figure, reference: ReferenceSet
) -> View | None:
    chart = compared(indicator, figures.area.strip(), own, reference)
    if chart is None:
        return None
    known = [
        one
        for one in reference.published(indicator.id)
        if proportion(indicator, one.figure).value is not None
    ]
    notes = ["", *(one.note for one in known)]
    pairs = zip(chart.marks, notes, strict=False)  # of many areas not all are in the picture
    rows = tuple(
        ValueRow(m.label, _whole(m.text), "\n".join(filter(None, (m.counts, note))))
        for m, note in pairs
    )
    left = len(known) + 1 - len(rows)
    below = f"Er zijn nog {left} gebieden, die hier niet bij passen." if left > 0 else ""
    said = told(f"{indicator.label} naast {reference.name}", chart)
    return View(reference.id, f"Naast {reference.name}", "Gebied", chart, rows, said, below)
