"""What follows from figures: shares, ratios, repeats, sums and changes, each with its formula.

Nothing here is typed and nothing is guessed: what cannot be computed says why. Figures of another
indicator, or of a year and a half of it, are never taken together.
Source: cijfers in beeld (docs/bronnen.md, bron 1, 3 and 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.derived import (
    CAVEATS,
    FEWEST_FOR_PERCENTAGE,
    Compared,
    Derived,
    divided,
    is_known,
    nothing,
    percent_text,
    rounded,
    sum_words,
    sure_text,
    tenths_text,
    why_none,
    worst,
)
from hgkm_desktop.models.dutch import day_text, number_text
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_terms import FigureKind, FigureUnit, ValueKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period, SeriesBreak

# One person or address can be in both halves of a year, or in both of two areas.
_CAN_BE_TWICE = (FigureUnit.ADRES, FigureUnit.PERSOON, FigureUnit.ANDERS)
# --- reading the figures of a set -----------------------------------------------------------


def figures_of(figure_set: FigureSet, indicator_id: str) -> tuple[Figure, ...]:
    """The figures of one indicator as they were given, in the order of time."""
    found = (figure for figure in figure_set.figures if figure.indicator_id == indicator_id)
    return tuple(sorted(found, key=lambda figure: figure.period))


def with_noemer(figure_set: FigureSet, figure: Figure) -> Figure:
    """The figure to compute with: a noemer that was not typed is what that indicator counted.

    It is then as sure as both; on screen and paper stands the figure as it was given.
    """
    part_of = indicator_of(figure_set, figure.indicator_id).part_of_id
    if figure.of is not None or not part_of or not figure.kind.has_number:
        return figure
    for whole in figure_set.figures:
        if (whole.indicator_id, whole.period) == (part_of, figure.period) and is_known(whole):
            return replace(figure, of=whole.count, kind=worst(figure.kind, whole.kind))
    return figure


def with_noemers(figure_set: FigureSet) -> FigureSet:
    """The set with the noemer to compute with in each figure: what is shielded starts from this,
    on paper and in a table alike, so that both hide the same."""
    every = tuple(with_noemer(figure_set, one) for one in figure_set.figures)
    return replace(figure_set, figures=every)


# --- shares and ratios ----------------------------------------------------------------------


def proportion(indicator: FigureIndicator, figure: Figure) -> Derived:
    """The aandeel or verhouding that a figure is, from its teller and noemer.

    Where only the classes were given these together are the teller.

    Raises BadInput for an aandeel of more than the whole, and below zero.
    """
    if indicator.kind is FigureKind.AANTAL:
        return nothing("Dit is een aantal: daar hoort geen aandeel bij.")
    if figure.count is None and figure.classes:
        return repeats(figure)
    if figure.count is None and figure.given_share is not None:
        return nothing("Alleen het aandeel is opgegeven, zonder teller en noemer.")
    if not is_known(figure) or figure.count is None:
        return nothing(why_none(figure))
    if figure.of is None:
        return nothing("De noemer ontbreekt.")
    compute = ratio if indicator.kind is FigureKind.VERHOUDING else share
    return compute(figure.count, figure.of, figure.kind)


def share(part: int, whole: int, quality: ValueKind = ValueKind.EXACT) -> Derived:
    """A part of a whole: '57,6%' by '156 van 271 = 57,6%'; below 20 only '7 van 15'.

    Raises BadInput when the part is more than the whole, or below zero.
    """
    if part > whole:
        raise BadInput(
            "De teller van een aandeel is groter dan de noemer.",
            todo="Verbeter een van beide. Kan het meer zijn dan 1 op 1, kies dan een verhouding.",
        )
    return divided(part, whole, "van", "%", quality)


def ratio(part: int, whole: int, quality: ValueKind = ValueKind.EXACT) -> Derived:
    """One count against another: '17,2 per 100' by '45 op 261 = 17,2 per 100'; may exceed 100.

    Below a noemer of 20 only '8 op 15'. Raises BadInput below zero.
    """
    return divided(part, whole, "op", " per 100", quality)


def rest_share(whole: Figure, part: Figure) -> Derived:
    """What is left of the whole, as a share: '313 − 271 = 42; 42 van 313 = 13,4%'.

    Raises BadInput when they are not of one period, and when the part is more than the whole.
    """
    if whole.period != part.period:
        raise BadInput("Deze cijfers gaan niet over dezelfde tijd.")
    if whole.count is None or part.count is None or not (is_known(whole) and is_known(part)):
        return nothing(why_none(part if is_known(whole) else whole))
    rest = whole.count - part.count
    if rest < 0:
        raise BadInput("Het deel is groter dan het geheel.", todo="Verbeter een van beide.")
    found = share(rest, whole.count, worst(whole.kind, part.kind))
    taken = f"{number_text(whole.count)} − {number_text(part.count)} = {number_text(rest)}"
    return replace(found, formula=f"{taken}; {found.formula}")


def repeats(figure: Figure) -> Derived:
    """All classes together as a share: '74 + 8 = 82; 82 van 1.886 = 4,3%'.

    The whole is the noemer, or the count itself where there is none. Raises BadInput when the
    classes are more than the whole.
    """
    whole = figure.count if figure.of is None else figure.of
    if not figure.kind.has_number:
        return nothing(why_none(figure))
    if not figure.classes or whole is None:
        return nothing("Er is niet vermeld hoe vaak het was, of van hoeveel.")
    counts = [c.count for c in sorted(figure.classes, key=lambda c: c.times)]
    found = share(sum(counts), whole, figure.kind)
    if len(counts) == 1:
        return found
    return replace(found, formula=f"{sum_words(counts)}; {found.formula}")


def passed_on_share(figure: Figure) -> Derived:
    """How many went on to the Zorg- en Veiligheidshuis, as a share of those counted.

    Raises BadInput when these are more than were counted.
    """
    if not is_known(figure) or figure.count is None:
        return nothing(why_none(figure))
    if figure.passed_on is None:
        return nothing("Er is niet vermeld hoeveel er zijn doorgeleid.")
    return share(figure.passed_on, figure.count, figure.kind)


def check_share(indicator: FigureIndicator, figure: Figure) -> Compared | None:
    """The share that was given beside what its teller and noemer come to; None without both.

    A given share without tenths may have been rounded to whole percents.
    """
    given, part, whole = figure.given_share, figure.count, figure.of
    if given is None or part is None or not whole or not figure.kind.has_number:
        return None
    computed = rounded(1000 * part, whole)
    is_ratio = indicator.kind is FigureKind.VERHOUDING
    join, unit = ("op", " per 100") if is_ratio else ("van", "%")
    words = f"{number_text(part)} {join} {number_text(whole)}"
    if whole >= FEWEST_FOR_PERCENTAGE:
        words = f"{words} = {tenths_text(computed)}{unit}"
    if given == computed:
        return Compared(given, computed, True, f"{words}, zoals opgegeven.")
    if given == 10 * rounded(100 * part, whole):
        told = f"{words}; opgegeven is {given // 10}{unit}, afgerond op een heel getal."
        return Compared(given, computed, True, told)
    told = f"Opgegeven is {tenths_text(given)}{unit}, maar het is {words}."
    return Compared(given, computed, False, " ".join([told, *CAVEATS[figure.kind]]))


def check_noemer(figure_set: FigureSet, figure: Figure) -> Compared | None:
    """The noemer that was given beside what its own indicator counted; None without both."""
    counted = with_noemer(figure_set, replace(figure, of=None)).of
    if figure.of is None or counted is None:
        return None
    if figure.of == counted:
        return Compared(counted, counted, True, f"De noemer is {number_text(counted)}.")
    told = f"De noemer is {number_text(figure.of)}, maar bij die indicator zelf staat"
    return Compared(figure.of, counted, False, f"{told} {number_text(counted)}.")


# --- over time ------------------------------------------------------------------------------


def change(indicator: FigureIndicator, earlier: Figure, later: Figure) -> Derived:
    """How much more or less it became, with both numbers; nothing where it cannot be compared.

    Of an aandeel in tenths of a procentpunt, of a verhouding in tenths per 100. Raises BadInput
    when the second is not after the first.
    """
    if later.period <= earlier.period or later.period.overlaps(earlier.period):
        raise BadInput("Het tweede cijfer is niet van een latere tijd dan het eerste.")
    if bool(later.period.half) != bool(earlier.period.half):
        return nothing("Een jaar en een half jaar zijn niet te vergelijken.")
    if broken := break_between(indicator, earlier.period, later.period):
        day = day_text(broken.on)
        return nothing(f"Vanaf {day} is anders geteld, dus er is geen verandering te berekenen.")
    if not (is_known(earlier) and is_known(later)):
        return nothing(why_none(later if is_known(earlier) else earlier))
    if indicator.kind is FigureKind.AANTAL:
        return _changed_count(earlier, later)
    return _changed_share(indicator, earlier, later)


def break_between(indicator: FigureIndicator, earlier: Period, later: Period) -> SeriesBreak | None:
    """The first break in the series after the one begins and before the other ends."""
    found = (b for b in indicator.breaks if earlier.first < b.on <= later.last)
    return min(found, key=lambda broken: broken.on, default=None)


def runs(indicator: FigureIndicator, figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The known figures in the order of time, cut where a period misses or the series breaks."""
    parts: list[list[Figure]] = []
    for figure in sorted((f for f in figures if is_known(f)), key=lambda f: f.period):
        last = parts[-1][-1] if parts else None
        if last and _follows(last.period, figure.period) and not _breaks(indicator, last, figure):
            parts[-1].append(figure)
        else:
            parts.append([figure])
    return tuple(map(tuple, parts))


def year_of(indicator: FigureIndicator, figures: Iterable[Figure], year: int) -> Derived:
    """Both halves of a year together: '1.540 + 1.585 = 3.125'; nothing unless both are known.

    Of an aandeel both tellers and both noemers are added. One person or address can be in both
    halves, so those are not.
    """
    halves = {f.period.half: f for f in figures if f.period.year == year and f.period.half}
    if len(halves) < 2:
        return nothing("Niet van beide helften van het jaar is er een cijfer.")
    first, second = halves[1], halves[2]
    if break_between(indicator, first.period, second.period):
        return nothing("In dit jaar is de manier van tellen veranderd.")
    if indicator.kind is FigureKind.AANTAL:
        return added(indicator, (first, second))
    return _whole_year_share(indicator, first, second)


# --- sums -----------------------------------------------------------------------------------


def added(indicator: FigureIndicator, figures: Sequence[Figure]) -> Derived:
    """Counts of one indicator together: '1.540 + 1.585 = 3.125'; nothing when one is not known.

    Who calls sees to it that no two are of the same time and place. Raises BadInput for figures of
    another indicator, which count something else.
    """
    if any(figure.indicator_id != indicator.id for figure in figures):
        raise BadInput("Verschillende indicatoren tellen iets anders: die zijn niet op te tellen.")
    if indicator.unit in _CAN_BE_TWICE:
        return nothing("Dezelfde persoon of hetzelfde adres kan in meer cijfers zitten.")
    unknown = [figure for figure in figures if not is_known(figure)]
    if unknown or not figures:
        return nothing("Niet elk deel is bekend, dus er is geen som.")
    counts = [figure.count or 0 for figure in figures]
    quality = worst(*(figure.kind for figure in figures))
    text = sure_text(number_text(sum(counts)), quality)
    return Derived(sum(counts), text, sum_words(counts), quality, CAVEATS[quality])


def check_total(computed: Derived, given: int) -> Compared | None:
    """A total that was given beside the sum of its parts; None when there is no sum."""
    if computed.value is None:
        return None
    if computed.value == given:
        text = f"De delen zijn samen {number_text(given)}, zoals opgegeven."
        return Compared(given, given, True, text)
    gap = number_text(abs(computed.value - given))
    more = "meer" if computed.value > given else "minder"
    told = f"Opgegeven is {number_text(given)}, maar de delen zijn samen"
    text = f"{told} {number_text(computed.value)}: {gap} {more}."
    return Compared(given, computed.value, False, " ".join([text, *computed.caveats]))


# --- how it is said -------------------------------------------------------------------------


def _changed_count(earlier: Figure, later: Figure) -> Derived:
    before, after = earlier.count or 0, later.count or 0
    quality = worst(earlier.kind, later.kind)
    text = _more_or_less(after - before, number_text(abs(after - before)))
    if before >= FEWEST_FOR_PERCENTAGE and after != before:
        text += f" ({percent_text(rounded(1000 * abs(after - before), before))})"
    formula = f"eerst {number_text(before)}, dan {number_text(after)}: {text}"
    caveats = CAVEATS[quality] + _other_half(earlier, later)
    return Derived(after - before, sure_text(text, quality), formula, quality, caveats)


def _changed_share(indicator: FigureIndicator, earlier: Figure, later: Figure) -> Derived:
    before, after = proportion(indicator, earlier), proportion(indicator, later)
    formula = f"eerst {before.formula}, dan {after.formula}"
    if before.value is None or after.value is None:
        missing = before if before.value is None else after
        return replace(nothing(missing.reason), formula=formula if missing.text else "")
    step = after.value - before.value
    is_ratio = indicator.kind is FigureKind.VERHOUDING
    unit = " per 100" if is_ratio else " procentpunt"
    quality = worst(before.quality, after.quality)
    text = _more_or_less(step, f"{tenths_text(abs(step))}{unit}")
    caveats = CAVEATS[quality] + _other_half(earlier, later)
    return Derived(step, sure_text(text, quality), f"{formula}: {text}", quality, caveats)


def _whole_year_share(indicator: FigureIndicator, first: Figure, second: Figure) -> Derived:
    tellers = added(indicator, (first, second))
    wholes = [half.of for half in (first, second) if half.of is not None]
    if tellers.value is None or len(wholes) < 2:
        return nothing(tellers.reason or "De noemer ontbreekt.")
    both = replace(first, count=tellers.value, of=sum(wholes), kind=tellers.quality)
    found = proportion(indicator, both)
    return replace(found, formula=f"{tellers.formula}; {sum_words(wholes)}; {found.formula}")


def _other_half(earlier: Figure, later: Figure) -> tuple[str, ...]:
    if earlier.period.half == later.period.half:
        return ()
    return ("De ene helft van een jaar kan anders zijn dan de andere.",)


def _follows(earlier: Period, later: Period) -> bool:
    """Whether the one begins the day after the other ends, and they are as long."""
    is_next = (later.first - earlier.last).days == 1
    return is_next and bool(earlier.half) == bool(later.half)


def _breaks(indicator: FigureIndicator, earlier: Figure, later: Figure) -> bool:
    return break_between(indicator, earlier.period, later.period) is not None


def _more_or_less(step: int, amount: str) -> str:
    return f"{amount} {'meer' if step > 0 else 'minder'}" if step else "even veel"
