"""What a casuïstiekonderzoek counts: knoppen and factors over its cases, and what is still open.

Counts are of a chosen sample inside the circle, so they are told as 'n van N cases', with the cases
behind them, and never as a percentage.
Source: casuïstiekonderzoek, dossieronderzoek en conclusie (docs/bronnen.md, bron 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.factors import factor_of
from hgkm_desktop.models.study import FEWEST_CASES, MOST_CASES, Knop, Study
from hgkm_desktop.models.terms import Answer, FactorKind, FocusGroupKind, KnobLevel, Layer

FOCUSED_CASES = 2


@dataclass(frozen=True, slots=True)
class CountedKnop:
    """A knop with the codes of the cases that show it, of so many in the study."""

    knop: Knop
    codes: tuple[str, ...]
    of: int

    @property
    def words(self) -> str:
        """'3 van 7'."""
        return f"{len(self.codes)} van {self.of}"


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a factor was seen in one case: the numbers of events; none for the case as a whole."""

    code: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CountedFactor:
    """A factor with the cases in which someone saw it."""

    label: str
    kind: FactorKind
    layer: Layer
    seen: tuple[Seen, ...]
    of: int

    @property
    def words(self) -> str:
        """'3 van 7'."""
        return f"{len(self.seen)} van {self.of}"


def size_warning(study: Study) -> str:
    """What is to be said of the number of cases; empty for 7 to 10."""
    count = len(study.cases)
    if FEWEST_CASES <= count <= MOST_CASES:
        return ""
    held = "1 casus" if count == 1 else f"{count} casussen"
    return (
        f"Het onderzoek heeft {held}. De methode gaat uit van {FEWEST_CASES} tot {MOST_CASES}: "
        "met minder ziet u toeval voor een patroon aan, met meer blijft geen tijd over per casus."
    )


def knoppenteller(study: Study, cases: Sequence[Case]) -> tuple[CountedKnop, ...]:
    """The knoppen by level, and within a level the one with most cases first.

    A case that is no longer in the study, or in the file, is not counted.
    """
    codes = {case.id: case.code for case in cases}
    counted = [
        CountedKnop(
            knop, tuple(sorted(codes[i] for i in set(knop.case_ids) if i in codes)), len(codes)
        )
        for knop in study.knoppen
    ]
    levels = list(KnobLevel)
    return tuple(sorted(counted, key=lambda c: (levels.index(c.knop.level), -len(c.codes))))


def counted_factors(cases: Sequence[Case]) -> tuple[CountedFactor, ...]:
    """The factors seen in these cases, by kind and layer, and then with most cases first.

    Factors in one's own words are one factor when kind, layer and words are the same; capitals do
    not count.
    """
    seen: dict[tuple[FactorKind, Layer, str], dict[str, set[int]]] = {}
    labels: dict[tuple[FactorKind, Layer, str], str] = {}
    for case in cases:
        places = numbers(case)
        for code in case.codes:
            factor = factor_of(code)
            key = (factor.kind, factor.layer, factor.label.casefold())
            labels.setdefault(key, factor.label)
            events = seen.setdefault(key, {}).setdefault(case.code, set())
            if code.event_id:
                events.add(places[code.event_id])
    kinds, layers = list(FactorKind), list(Layer)
    found = [
        CountedFactor(
            labels[key],
            key[0],
            key[1],
            tuple(Seen(code, tuple(sorted(events))) for code, events in sorted(found_in.items())),
            len(cases),
        )
        for key, found_in in seen.items()
    ]
    return tuple(
        sorted(found, key=lambda f: (kinds.index(f.kind), layers.index(f.layer), -len(f.seen)))
    )


def still_open(study: Study, cases: Sequence[Case]) -> tuple[str, ...]:
    """What the method asks for and the study does not have yet, in sentences."""
    by_id = {case.id: case for case in cases}
    held = [by_id[c.case_id] for c in study.cases if c.case_id in by_id]
    sentences = [
        size_warning(study),
        _without_talk(held),
        _focus_groups(study),
        _without_reason(held),
        "" if study.knoppen else "Er zijn nog geen knoppen.",
        _not_tested(study),
        "" if study.decisions else "De besluitroute is nog leeg.",
    ]
    return tuple(filter(None, sentences))


def _without_talk(cases: Sequence[Case]) -> str:
    left = [c.code for c in cases if c.talk.held is Answer.ONBEKEND]
    if not left:
        return ""
    return f"Nog geen gesprek met de betrokkene, en geen reden waarom niet: {', '.join(left)}."


def _without_reason(cases: Sequence[Case]) -> str:
    left = [c.code for c in cases if not c.persistence_reason.strip()]
    if not left:
        return ""
    return f"Nog niet verklaard waarom het voortbestaat of is opgelost: {', '.join(left)}."


def _focus_groups(study: Study) -> str:
    groups = [g for g in study.focus_groups if g.kind is FocusGroupKind.CASUS]
    if len({g.case_id for g in groups if g.case_id}) < FOCUSED_CASES:
        return "De methode vraagt twee focusgroepen, elk apart bij een andere casus."
    return ""


def _not_tested(study: Study) -> str:
    if not study.knoppen:
        return ""
    if not any(g.kind is FocusGroupKind.AFSLUITEND for g in study.focus_groups):
        return "Een afsluitende focusgroep heeft de uitkomst nog niet getoetst."
    left = sum(k.holds is Answer.ONBEKEND for k in study.knoppen)
    return f"Van {left} knoppen is niet gezegd of de focusgroep ze herkent." if left else ""
