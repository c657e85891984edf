"""Which picture figures give, and what it shows in words, written from the same numbers.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hgkm_desktop.figures.figure_chart import Break, FigureChart, FigureShape, Mark
from hgkm_desktop.methods.derived import Derived, given_text
from hgkm_desktop.methods.figures import proportion
from hgkm_desktop.models.dutch import day_text, list_text, number_text
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, Period
from hgkm_desktop.models.reference_figures import ReferenceSet

_NO_FIGURE = "geen cijfer"
_MOST_AREAS = 6
Instead = Mapping[tuple[str, str], str]
"""What stands in place of a number that is not told, by the id of the figure and its name."""


def over_time(
    indicator: FigureIndicator, figures: Sequence[Figure], instead: Instead, ringed: str = ""
) -> FigureChart:
    """The figures of an indicator over half-years; a period without one is a gap.

    `figures` stand in the order of time and have the noemer to compute with; `ringed` is the id
    of the one that is pointed at.
    """
    by_period = {one.period: one for one in figures}
    periods = list(_periods(by_period))
    marks = tuple(_mark(indicator, by_period.get(period), period, instead) for period in periods)
    ids = [by_period[period].id if period in by_period else "" for period in periods]
    return FigureChart(
        FigureShape.OVER_TIME,
        unit_text(indicator),
        marks,
        breaks=tuple(_breaks(indicator, marks)),
        sign="%" if indicator.kind is FigureKind.AANDEEL else "",
        ringed=ids.index(ringed) if ringed and ringed in ids else None,
    )


def unit_text(indicator: FigureIndicator) -> str:
    """What the axis counts: 'aantal, eenheid melding', or 'aandeel, eenheid persoon'."""
    per = " per 100" if indicator.kind is FigureKind.VERHOUDING else ""
    return f"{indicator.kind.label}{per}, eenheid: {indicator.unit.label}".capitalize()


def repeat_classes(figure: Figure, instead: Instead) -> FigureChart | None:
    """How many 2, 3, 4 and 5 times or more; None when nothing of it can be drawn."""
    counts = {one.times: one.count for one in figure.classes}
    if not counts:
        return None
    marks = []
    for times in range(2, 6):
        text = instead.get((figure.id, str(times)), "niet vermeld")
        count = counts.get(times)
        words = f"{times} keer" + (" of vaker" if times == 5 else "")
        marks.append(Mark(words, count, text if count is None else number_text(count)))
    return FigureChart(FigureShape.BESIDE, f"Hoe vaak, {figure.period.text}", tuple(marks))


def compared(
    indicator: FigureIndicator, area: str, own: Figure, reference: ReferenceSet
) -> FigureChart | None:
    """The last share or ratio beside those of a reference set, with its caveat in the picture.

    None for counts, which say nothing beside an area of another size, and when the set has none.
    """
    if indicator.kind is FigureKind.AANTAL or proportion(indicator, own).value is None:
        return None
    mine = _beside(indicator, own, f"{area or 'eigen gebied'}, {own.period.text}", is_other=False)
    every = [
        _beside(indicator, one.figure, f"{reference.area(one.area_id).label}, {one.period_text}")
        for one in reference.published(indicator.id)
        if proportion(indicator, one.figure).value is not None
    ]
    if not every:
        return None
    caveats, count = reference.caveats(indicator.id), len(every)
    if count > _MOST_AREAS:
        left = f"Hier staan de eerste {_MOST_AREAS} van de {count} cijfers in deze bron."
        caveats = (*caveats, left)
    marks = (mine, *every[:_MOST_AREAS])
    unit, caveat = unit_text(indicator), " ".join(caveats)
    return FigureChart(FigureShape.UNDER, unit, marks, caveat=caveat)


def told(name: str, chart: FigureChart) -> str:
    """What a picture shows, for who does not see it: from where to where, the highest and the
    lowest, what is missing, where counting changed, and the caveat."""
    known = [mark for mark in chart.marks if mark.value is not None]
    missing = [f"{_flat(m.label)} ({m.text})" for m in chart.marks if m.value is None]
    parts = [f"Grafiek van {name}. {chart.unit}."]
    if known and chart.shape is FigureShape.OVER_TIME:
        parts.append(_from_to(known))
    elif known:
        parts.append(f"{list_text([_said(mark) for mark in known])}.".capitalize())
    if missing:
        parts.append(f"Zonder getal in de grafiek: {list_text(missing)}.")
    parts += [f"Breuk: {one.words} De lijn loopt daar niet door." for one in chart.breaks]
    return " ".join([*parts, chart.caveat]).strip()


def _from_to(known: Sequence[Mark]) -> str:
    """'Van 1.886 in 1e helft 2024 tot 1.443 in 2e helft 2025. Hoogste: ... Laagste: ...'"""
    if len(known) == 1:
        return f"Eén waarde: {_said(known[0])}."
    low = min(known, key=lambda mark: mark.value or 0)
    high = max(known, key=lambda mark: mark.value or 0)
    ends = f"Eerst {_said(known[0])}, ten slotte {_said(known[-1])}."
    return f"{ends} Hoogste: {_said(high)}. Laagste: {_said(low)}."


def _said(mark: Mark) -> str:
    counts = f" ({mark.counts})" if mark.counts else ""
    return f"{_flat(mark.label)}: {mark.text}{counts}"


def _flat(label: str) -> str:
    return label.replace("\n", " ")


# --- marks ------------------------------------------------------------------------------------


def _periods(by_period: Mapping[Period, Figure]) -> Iterator[Period]:
    """Every half-year from the first to the last; years where there are no halves."""
    if not by_period:
        return
    years = range(min(by_period).year, max(by_period).year + 1)
    has_halves = any(period.half for period in by_period)
    every = [
        period
        for year in years
        for period in (
            [Period(year)]
            if Period(year) in by_period or not has_halves
            else [Period(year, 1), Period(year, 2)]
        )
    ]
    first, last = min(p.first for p in by_period), max(p.last for p in by_period)
    yield from (period for period in every if first <= period.first and period.last <= last)


def _mark(
    indicator: FigureIndicator, figure: Figure | None, period: Period, instead: Instead
) -> Mark:
    label = f"{period.half}e helft\n{period.year}" if period.half else str(period.year)
    if figure is None:
        return Mark(label, None, _NO_FIGURE, period=period)
    value, text, counts = shown(indicator, figure, instead)
    return Mark(label, value, text, counts, period, is_about=figure.kind is not ValueKind.EXACT)


def shown(
    indicator: FigureIndicator, figure: Figure, instead: Instead
) -> tuple[float | None, str, str]:
    """The value along the axis, how it is written, and the numbers it is made of."""
    if hidden := instead.get((figure.id, "count")):
        # Among percentages a bare '<5' would be read as one of them.
        is_count = indicator.kind is FigureKind.AANTAL or not hidden.startswith("<")
        return None, hidden if is_count else f"aantal {hidden}", ""
    if indicator.kind is FigureKind.AANTAL:
        return figure.count, _about(given_text(figure)), ""
    found = proportion(indicator, figure)
    if found.value is not None:
        return found.value / 10, _about(found.text), _counts(indicator, figure)
    if figure.given_share is not None and figure.count is None:
        return figure.given_share / 10, _about(given_text(figure)), ""
    return None, _without(figure, found), ""


def _without(figure: Figure, found: Derived) -> str:
    return found.text or _about(given_text(figure))


def _counts(indicator: FigureIndicator, figure: Figure) -> str:
    """'108 van 737'; of a ratio '45 op 261'."""
    if figure.count is None or figure.of is None:
        return ""
    join = "op" if indicator.kind is FigureKind.VERHOUDING else "van"
    return f"{number_text(figure.count)} {join} {number_text(figure.of)}"


def _about(text: str) -> str:
    return text.replace("circa ", "±")


def _beside(
    indicator: FigureIndicator, figure: Figure, label: str, *, is_other: bool = True
) -> Mark:
    value, text, counts = shown(indicator, figure, {})
    about = figure.kind is not ValueKind.EXACT
    return Mark(label, value, text, counts, is_about=about, is_other=is_other)


def _breaks(indicator: FigureIndicator, marks: Sequence[Mark]) -> Iterator[Break]:
    """The breaks that fall between the first and the last period."""
    for one in indicator.breaks:
        at = one.on.year + (one.on.timetuple().tm_yday - 1) / 366
        if marks and marks[0].at < at < marks[-1].at:
            yield Break(at, f"{day_text(one.on)}: {one.why.strip()}")
