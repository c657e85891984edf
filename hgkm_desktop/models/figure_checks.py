"""What cannot be true of a figure, and how a value is put into a set: refused before anything
changes."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period

_NOT_WITHOUT = {
    ValueKind.NIET_LEVERBAAR: "Schrijf op waarom dit cijfer niet leverbaar is.",
    ValueKind.ALLEEN_HANDMATIG: "Schrijf op waarom dit alleen met de hand te tellen is.",
}
MOST_TENTHS = 1000


def with_figure(figures: FigureSet, indicator: FigureIndicator, figure: Figure) -> FigureSet:
    """The set with this value, in the place of the one of that indicator and period.

    Raises BadInput when it cannot be true, and for a whole year beside a half of it.
    """
    check_figure(indicator, figure)
    _check_overlap(figures, figure)
    place = (figure.indicator_id, figure.period)
    if any((one.indicator_id, one.period) == place for one in figures.figures):
        kept = tuple(
            replace(figure, id=one.id) if (one.indicator_id, one.period) == place else one
            for one in figures.figures
        )
        return replace(figures, figures=kept)
    return replace(figures, figures=(*figures.figures, figure))


def without_figure(figures: FigureSet, indicator_id: str, period: Period) -> FigureSet:
    """The set without the value of this indicator and period."""
    place = (indicator_id, period)
    left = tuple(one for one in figures.figures if (one.indicator_id, one.period) != place)
    return replace(figures, figures=left)


def check_figure(indicator: FigureIndicator, figure: Figure) -> None:
    """Raises BadInput when the value cannot be one of this indicator, or needs a reason."""
    if figure.kind in _NOT_WITHOUT and not figure.reason.strip():
        raise BadInput(_NOT_WITHOUT[figure.kind])
    if any(number is not None and number < 0 for number in _numbers(figure)):
        raise BadInput("Een aantal is niet kleiner dan 0.", todo="Typ 0 of een hoger getal.")
    if figure.of is not None and indicator.kind is FigureKind.AANTAL:
        raise BadInput(f"„{indicator.label}” is een aantal, zonder noemer.", todo="Typ één getal.")
    _check_share(indicator, figure)
    _check_parts(figure)


def _numbers(figure: Figure) -> tuple[int | None, ...]:
    counts = tuple(one.count for one in figure.classes)
    return figure.count, figure.of, figure.given_share, figure.passed_on, *counts


def _check_share(indicator: FigureIndicator, figure: Figure) -> None:
    if indicator.kind is not FigureKind.AANDEEL:
        return
    if figure.count is not None and figure.of is not None and figure.count > figure.of:
        raise BadInput(
            f"Een deel is niet groter dan het geheel: {number_text(figure.count)} is meer dan "
            f"{number_text(figure.of)}.",
            todo="Typ eerst het deel en dan het geheel, bijvoorbeeld 156/271.",
        )
    if figure.given_share is not None and figure.given_share > MOST_TENTHS:
        raise BadInput("Een aandeel is niet meer dan 100%.")


def _check_parts(figure: Figure) -> None:
    """What repeats or went on is a part of what was counted, where that is counted exactly."""
    if figure.count is None or figure.kind is not ValueKind.EXACT:
        return
    if sum(one.count for one in figure.classes) > figure.count:
        raise BadInput(
            f"De herhalingen zijn samen meer dan het aantal zelf: {number_text(figure.count)}."
        )
    if figure.passed_on is not None and figure.passed_on > figure.count:
        raise BadInput(
            f"Er kunnen er niet meer zijn doorgeleid dan het aantal zelf: "
            f"{number_text(figure.count)}."
        )


def _check_overlap(figures: FigureSet, figure: Figure) -> None:
    for other in figures.figures:
        is_other = other.indicator_id == figure.indicator_id and other.period != figure.period
        if is_other and other.period.overlaps(figure.period):
            raise BadInput(
                f"Over {other.period.text} staat al een cijfer. Dat overlapt met "
                f"{figure.period.text}.",
                todo="Gebruik per indicator halve jaren of hele jaren, en haal het andere cijfer "
                "eerst weg.",
            )
