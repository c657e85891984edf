"""Sets of figures that are far too much for three pages, and one with every sort of picture."""

from __future__ import annotations

from hgkm_desktop.models.figure_content import figure_indicators
from hgkm_desktop.models.figure_terms import FigureKind
from hgkm_desktop.models.figures import (
    ClassCount,
    Duiding,
    Figure,
    FigureIndicator,
    FigureSet,
    Insight,
    Period,
)
from hgkm_desktop.models.terms import CaseState
from tests.reports.full_figures import CASE_ID

HALVES = tuple(Period(year, half) for year in range(2021, 2026) for half in (1, 2))
LAST = HALVES[-1]
_SENTENCE = (
    "Dit cijfer zegt hoe vaak er is geteld, en niet hoe veilig gezinnen in de gemeente zijn. "
)


def every_figure(words: int = 6, state: CaseState = CaseState.DEELBAAR, more: int = 0) -> FigureSet:
    """Every indicator of the list over ten half-years, each with a duiding of so many sentences.

    `more` own indicators come after them, with all the words that one can have.
    """
    own = tuple(_own(number) for number in range(more))
    indicators = (*figure_indicators(), *own)
    return FigureSet(
        "7" * 32,
        "C4-4C",
        "Alle cijfers van tien halve jaren",
        state,
        area="Voorbeeldstad",
        own=own,
        figures=tuple(
            _figure(one, period, number * 7 + place * 3)
            for number, one in enumerate(indicators)
            for place, period in enumerate(HALVES)
        ),
        duidingen=tuple(
            Duiding(f"d{number}", one.id, LAST, _SENTENCE * words, number % 9 == 8)
            for number, one in enumerate(indicators)
        ),
        insights=tuple(
            Insight(f"i{number}", one.id, CASE_ID, text=_SENTENCE * words)
            for number, one in enumerate(indicators)
        ),
        note=_SENTENCE * words,
    )


def _own(number: int) -> FigureIndicator:
    words = f"Eigen telling {number} van de wijkteams " + "met nog veel meer woorden erbij " * 20
    return FigureIndicator(
        f"eigen{number}", words, words, ("Wijkteam",) * 30, is_not=words, source=words
    )


def _figure(indicator: FigureIndicator, period: Period, many: int) -> Figure:
    is_part = indicator.kind is not FigureKind.AANTAL
    count = 120 + many
    return Figure(
        f"{indicator.id}{period.year}{period.half}",
        indicator.id,
        period,
        count=count,
        of=count * 3 if is_part else None,
        classes=_classes(count) if indicator.has_classes else (),
        passed_on=12 if indicator.has_passed_on else None,
    )


def _classes(count: int) -> tuple[ClassCount, ...]:
    parts = (count - 40, 24, 13, 3)
    return tuple(ClassCount(times, part) for times, part in enumerate(parts, 2))


def with_pictures(state: CaseState = CaseState.DEELBAAR) -> FigureSet:
    """Two indicators: one with repeats, and one that was also published elsewhere."""
    names = ("personen_hg_herhaald", "thv_verlengd")
    full = every_figure(1, state)
    return FigureSet(
        "8" * 32,
        "C5-5C",
        "Herhaling en verlenging",
        state,
        area="Voorbeeldstad",
        figures=tuple(one for one in full.figures if one.indicator_id in names),
        duidingen=tuple(one for one in full.duidingen if one.indicator_id in names),
    )
