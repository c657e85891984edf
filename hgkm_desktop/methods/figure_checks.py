"""What cannot be true of a figure: each refusal is a Dutch sentence, before anything changes."""

from __future__ import annotations

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figures import with_noemer
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_terms import FigureKind, ValueKind
from hgkm_desktop.models.figures import (
    FEWEST_TIMES,
    MOST_TIMES,
    Figure,
    FigureIndicator,
    FigureSet,
    Period,
)

FIRST_YEAR, LAST_YEAR = 1990, 2100
LARGEST_COUNT = 100_000_000
_WHOLE_SHARE = 1000


def check_figure(figure_set: FigureSet, figure: Figure) -> None:
    """Raises BadInput when a figure cannot be true, alone or beside the others of the set.

    The figure may be in the set already, by its id, or be about to come in.
    """
    indicator = indicator_of(figure_set, figure.indicator_id)
    check_period(figure.period)
    _check_presence(figure)
    _check_counts(figure)
    _check_share(figure_set, indicator, figure)
    _check_parts(figure_set, figure)
    _check_classes(figure_set, figure)
    _check_beside(figure_set, figure)


def check_period(period: Period) -> None:
    """Raises BadInput for a year that cannot be meant, and for what is no half of a year."""
    if not FIRST_YEAR <= period.year <= LAST_YEAR:
        raise BadInput(f"Een jaar ligt tussen {FIRST_YEAR} en {LAST_YEAR}.")
    if period.half not in (0, 1, 2):
        raise BadInput("Een half jaar is de eerste of de tweede helft.")


def _check_presence(figure: Figure) -> None:
    """What has a number has one, and what has none says why where a person knows that."""
    given = (figure.count, figure.of, figure.given_share, figure.passed_on)
    has_any = bool(figure.classes) or any(number is not None for number in given)
    if figure.kind.has_number and not has_any:
        raise _refused(
            figure, "er staat geen getal", "Vul een getal in, of kies waarom het er niet is."
        )
    if figure.kind.has_number:
        return
    if has_any:
        told = f"er staat een getal, en ook ‘{figure.kind.label}’"
        raise _refused(figure, told, "Haal het getal weg, of kies hoe precies het is.")
    if figure.kind is not ValueKind.NIET_VERMELD and not figure.reason.strip():
        todo = "Schrijf op waarom het cijfer er niet is."
        raise _refused(figure, f"bij ‘{figure.kind.label}’ hoort een reden", todo)


def _check_counts(figure: Figure) -> None:
    numbers = [figure.count, figure.of, figure.passed_on, figure.given_share]
    numbers += [one.count for one in figure.classes]
    known = [number for number in numbers if number is not None]
    if any(number < 0 for number in known):
        raise _refused(figure, "een getal is kleiner dan nul", "Vul een getal van nul of meer in.")
    if any(number > LARGEST_COUNT for number in known):
        raise _refused(figure, "een getal is te groot", "Vul een getal tot 100 miljoen in.")
    if _is_more(figure.passed_on, figure.count):
        told = "er zijn er meer doorgeleid dan er geteld zijn"
        raise _refused(figure, told, "Verbeter een van beide getallen.")


def _check_share(figure_set: FigureSet, indicator: FigureIndicator, figure: Figure) -> None:
    """An aandeel is at most the whole; a verhouding may be more, but not of nothing."""
    of = with_noemer(figure_set, figure).of
    if indicator.kind is FigureKind.AANDEEL:
        if _is_more(figure.count, of):
            todo = (
                "Verbeter een van beide. Kan het meer zijn dan 1 op 1, dan is het een verhouding."
            )
            raise _refused(figure, "de teller van een aandeel is groter dan de noemer", todo)
        if _is_more(figure.given_share, _WHOLE_SHARE):
            raise _refused(figure, "een aandeel is hooguit 100%", "Verbeter het aandeel.")
    if indicator.kind is FigureKind.VERHOUDING and of == 0 and figure.count:
        raise _refused(figure, "de noemer is nul en de teller niet", "Verbeter een van beide.")


def _check_parts(figure_set: FigureSet, figure: Figure) -> None:
    """What this figure is the noemer of, is not more than it."""
    beside = (other for other in figure_set.figures if other.period == figure.period)
    for other in beside:
        indicator = indicator_of(figure_set, other.indicator_id)
        is_part = indicator.part_of_id == figure.indicator_id and other.of is None
        is_share = indicator.kind is FigureKind.AANDEEL
        if is_part and is_share and _is_more(other.count, figure.count):
            told = "dit is de noemer van een aandeel met een grotere teller"
            raise _refused(figure, told, "Verbeter eerst die teller.")


def _check_classes(figure_set: FigureSet, figure: Figure) -> None:
    times = [one.times for one in figure.classes]
    if any(not FEWEST_TIMES <= number <= MOST_TIMES for number in times):
        told = f"hoe vaak gaat van {FEWEST_TIMES} keer tot {MOST_TIMES} keer of meer"
        raise _refused(figure, told, "Verbeter hoe vaak het was.")
    if len(set(times)) < len(times):
        raise _refused(figure, "hetzelfde aantal keren staat er twee keer", "Haal er een weg.")
    together = sum(one.count for one in figure.classes)
    wholes = (figure.count, with_noemer(figure_set, figure).of)
    if any(_is_more(together, whole) for whole in wholes):
        told = "alle aantallen keren samen zijn meer dan het geheel"
        raise _refused(figure, told, "Verbeter een van de aantallen of het geheel.")


def _check_beside(figure_set: FigureSet, figure: Figure) -> None:
    """One value for an indicator and a period, and no year beside a half of it."""
    for other in figure_set.figures:
        if other.id == figure.id or other.indicator_id != figure.indicator_id:
            continue
        if other.period == figure.period:
            told = "voor deze indicator staat er al een cijfer over deze tijd"
            raise _refused(figure, told, "Verander dat cijfer, of kies een andere tijd.")
        if other.period.overlaps(figure.period):
            told = f"voor deze indicator staat er al een cijfer over {other.period.text}"
            todo = "Kies een heel jaar of de twee helften, niet allebei."
            raise _refused(figure, told, todo)


def _is_more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole


def _refused(figure: Figure, told: str, todo: str) -> BadInput:
    """The refusal names the period, never a number: small counts are in no log."""
    place = figure.period.text
    return BadInput(f"{place}: {told}.", safe="Er is niets veranderd.", todo=todo)
