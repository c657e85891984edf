"""What is told of an indicator and of one of its figures, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.derived import Derived
from hgkm_desktop.methods.figures import (
    change,
    check_noemer,
    check_share,
    figures_of,
    proportion,
    repeats,
    with_noemer,
    year_of,
)
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_terms import Direction, FigureKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period, SeriesBreak

_TOO_MUCH = "meer dan het geheel"


def share_words(figures: FigureSet, indicator: FigureIndicator, figure: Figure) -> str:
    """What a figure comes to under its value: '57,6%'; '' for a count and where it says nothing."""
    if indicator.kind is FigureKind.AANTAL or figure.count is None:
        return ""
    try:
        found = proportion(indicator, with_noemer(figures, figure))
    except BadInput:
        return _TOO_MUCH
    return found.text if found.value is not None or figure.of is None else ""


def derived_words(figures: FigureSet, indicator: FigureIndicator, figure: Figure) -> str:
    """Each number that follows from a figure, with how it was computed; a line for each."""
    series = tuple(with_noemer(figures, one) for one in figures_of(figures, indicator.id))
    filled = next((one for one in series if one.period == figure.period), figure)
    try:
        lines = [*_derived(indicator, series, filled)]
    except BadInput as error:
        lines = [error.sentence]
    noemer = check_noemer(figures, figure)
    return "\n".join(lines if noemer is None or noemer.agrees else [*lines, noemer.text])


def _derived(
    indicator: FigureIndicator, series: tuple[Figure, ...], figure: Figure
) -> Iterator[str]:
    if not figure.kind.has_number:
        return
    if indicator.kind is not FigureKind.AANTAL and figure.count is not None:
        yield from _told("Uitgerekend", proportion(indicator, figure))
    compared = check_share(indicator, figure)
    if compared is not None:
        yield compared.text
    if figure.classes:
        yield from _told("Herhaald", repeats(figure))
    length = bool(figure.period.half)
    before = [one for one in series if one.period < figure.period]
    before = [one for one in before if bool(one.period.half) == length]
    if before:
        yield from _told(f"Na {before[-1].period.text}", change(indicator, before[-1], figure))
    if figure.period.half == 2:
        whole = year_of(indicator, series, figure.period.year)
        if whole.text:
            yield f"Heel {figure.period.year}: {whole.formula}"


def _told(what: str, found: Derived) -> Iterator[str]:
    """How it was computed, or why it was not; then what to keep in mind."""
    words = found.formula or found.reason
    if words:
        yield f"{what}: {words}"
    if found.formula and found.reason:
        yield found.reason
    yield from found.caveats


def breaks_at(
    indicator: FigureIndicator, period: Period, before: Period | None
) -> tuple[SeriesBreak, ...]:
    """Where counting changed in a period, or since the one that stands before it."""
    first = period.first
    if before is not None:
        first = min(first, before.last + timedelta(days=1))
    return tuple(one for one in indicator.breaks if first <= one.on <= period.last)


def break_words(broken: SeriesBreak) -> str:
    """'Vanaf 1 januari 2019 is anders geteld: een nieuw protocol.'; no more than why where that
    says from when."""
    if broken.why.strip().startswith("Vanaf "):
        return broken.why.strip()
    return f"Vanaf {day_text(broken.on)} is anders geteld: {broken.why.strip()}"


def about_words(figures: FigureSet, indicator: FigureIndicator) -> str:
    """What is counted, by whom, and how it must not be read; a line for each."""
    told = (
        indicator.definition,
        f"Leverancier: {list_text(indicator.suppliers)}." if indicator.suppliers else "",
        _unit_words(figures, indicator),
        f"Terugkijken: {indicator.look_back}" if indicator.look_back else "",
        f"Wat het niet is: {indicator.is_not}" if indicator.is_not else "",
        _direction_words(indicator),
        *(f"Reeksbreuk op {day_text(one.on)}: {one.why}" for one in indicator.breaks),
        f"Bron: {indicator.source}" if indicator.source else "",
    )
    return "\n".join(filter(None, told))


def _unit_words(figures: FigureSet, indicator: FigureIndicator) -> str:
    unit = f"Eenheid: {indicator.unit.label}."
    if indicator.kind is FigureKind.AANTAL:
        return unit
    of = indicator_of(figures, indicator.part_of_id).label if indicator.part_of_id else ""
    words = f"{unit} Een {indicator.kind.label}"
    words += f" van: {of}." if of else "."
    is_ratio = indicator.kind is FigureKind.VERHOUDING
    return f"{words} Dat kan meer zijn dan 1 op 1." if is_ratio else words


def _direction_words(indicator: FigureIndicator) -> str:
    if indicator.direction is Direction.GEEN:
        return "Gewenste richting: geen. Meer of minder is op zichzelf niet goed of slecht."
    return f"Gewenste richting: {indicator.direction.label}. {indicator.wanted_because}".strip()
