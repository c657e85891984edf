"""What was computed from figures, how that is said, and how sure it is.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import Figure

FEWEST_FOR_PERCENTAGE = 20
"""Below so many cases a percentage says more than is known; that twenty is ours."""

_WORST_LAST = (ValueKind.EXACT, ValueKind.AFGEROND, ValueKind.CIRCA)
CAVEATS = {
    ValueKind.EXACT: (),
    ValueKind.AFGEROND: ("Gerekend met afgeronde getallen: de uitkomst kan iets afwijken.",),
    ValueKind.CIRCA: ("Gerekend met een getal dat niet precies bekend is.",),
}
_FEW = f"Bij een noemer onder de {FEWEST_FOR_PERCENTAGE} staan alleen de aantallen er."


@dataclass(frozen=True, slots=True)
class Derived:
    """What was computed and how, in words: '57,6%' by '156 van 271 = 57,6%'.

    `value` is in tenths of a percent for an aandeel, in tenths per 100 for a verhouding, and else
    a plain number. Where it is None `reason` says why; `text` can then still be '7 van 15', and is
    empty when there is nothing to show. `quality` is that of the least sure number in it.
    """

    value: int | None
    text: str
    formula: str
    quality: ValueKind = ValueKind.EXACT
    caveats: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A number as it was given beside what its parts come to; `text` says both in a sentence.

    Both are in the unit of `Derived.value`.
    """

    given: int
    computed: int
    agrees: bool
    text: str


def is_known(figure: Figure) -> bool:
    """Whether it has a count; 'niet vermeld' has none and is not nought."""
    return figure.kind.has_number and figure.count is not None


def given_text(figure: Figure) -> str:
    """A value as it was given, without its noemer: '156', '1.540 (afgerond)', 'niet vermeld'."""
    if not figure.kind.has_number:
        return figure.kind.label
    if figure.count is not None:
        return sure_text(number_text(figure.count), figure.kind)
    if figure.given_share is not None:
        return sure_text(percent_text(figure.given_share), figure.kind)
    return ValueKind.NIET_VERMELD.label


def percent_text(tenths: int) -> str:
    """Tenths of a percent the Dutch way: 134 is '13,4%'."""
    return f"{tenths_text(tenths)}%"


def divided(part: int, whole: int, join: str, unit: str, quality: ValueKind) -> Derived:
    """One count divided by another, as a text with the unit; below 20 without the outcome.

    Raises BadInput below zero.
    """
    if part < 0 or whole < 0:
        raise BadInput("Een aantal is niet kleiner dan nul.")
    words = f"{number_text(part)} {join} {number_text(whole)}"
    if whole < FEWEST_FOR_PERCENTAGE:
        return Derived(None, sure_text(words, quality), words, quality, CAVEATS[quality], _FEW)
    tenths = rounded(1000 * part, whole)
    text = f"{tenths_text(tenths)}{unit}"
    formula = f"{words} = {text}"
    return Derived(tenths, sure_text(text, quality), formula, quality, CAVEATS[quality])


def sum_words(counts: Sequence[int]) -> str:
    """A sum as it is written: '74 + 8 = 82'."""
    return f"{' + '.join(map(number_text, counts))} = {number_text(sum(counts))}"


def nothing(reason: str) -> Derived:
    """Nothing was computed, and why."""
    return Derived(None, "", "", reason=reason)


def why_none(figure: Figure) -> str:
    """Why a figure has no count: '1e helft 2025: niet leverbaar.'"""
    label = ValueKind.NIET_VERMELD.label if figure.kind.has_number else figure.kind.label
    return f"{figure.period.text}: {label}."


def worst(*kinds: ValueKind) -> ValueKind:
    """The least sure of kinds that have a number."""
    return max(kinds, key=_WORST_LAST.index)


def sure_text(text: str, quality: ValueKind) -> str:
    """A number with how sure it is: 'circa 10.000'."""
    match quality:
        case ValueKind.CIRCA:
            return f"circa {text}"
        case ValueKind.AFGEROND:
            return f"{text} (afgerond)"
        case _:
            return text


def tenths_text(tenths: int) -> str:
    """Tenths the Dutch way: 134 is '13,4'."""
    return number_text(tenths / 10, 1)


def rounded(part: int, whole: int) -> int:
    """A division of numbers from zero up, a half rounded away from zero."""
    return (2 * part + whole) // (2 * whole)
