"""What goes along with the events that may not be shown: what is known from those alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.records import Betrokkene, Duidingsverschil, Event, Lesson, Organisation
from hgkm_desktop.models.terms import DocumentKind, Mark
from hgkm_desktop.reports.options import DocumentOptions

_E = TypeVar("_E", Duidingsverschil, Lesson)
_SECTIONS_OF_MARKS = {"goed": Mark.GOED, "niet_oke": Mark.NIET_OKE, "risico": Mark.RISICO}
_WHY_NOT_LIVED = "niet bedoeld voor wie dit leest, of de gebeurtenis erbij wordt niet getoond"
_OF_SECTION = {"verschillen": ("verschil", "verschillen"), "lessen": ("les", "lessen")}


def without_held_back(case: Case, events: Iterable[Event]) -> Case:
    """The case without what would tell of events that may not be shown.

    `events` are those that may. Lessons and duidingsverschillen that hang on other events alone
    go, betrokkenen who are in other events alone, and organisations that are in nothing that is
    left. What hangs on no event at all stays. The events stay, for the caller to choose from.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    found = tuple(events)
    shown = {event.id for event in found}
    kept = replace(
        case,
        lessons=_resting_on(case.lessons, shown),
        verschillen=_resting_on(case.verschillen, shown),
    )
    return replace(
        kept,
        betrokkenen=_people(case, found),
        organisations=_organisations(kept, found),
    )


def _resting_on(records: tuple[_E, ...], shown: set[str]) -> tuple[_E, ...]:
    return tuple(r for r in records if not r.event_ids or not shown.isdisjoint(r.event_ids))


def _people(case: Case, events: Iterable[Event]) -> tuple[Betrokkene, ...]:
    here, anywhere = _in(events), _in(case.events)
    about = {cijfer.betrokkene_id for cijfer in case.cijfers}
    about |= {radertje.betrokkene_id for radertje in case.radertjes}
    return tuple(b for b in case.betrokkenen if b.id in here | about or b.id not in anywhere)


def _in(events: Iterable[Event]) -> set[str]:
    return {part.betrokkene_id for event in events for part in event.involved}


def _organisations(case: Case, events: tuple[Event, ...]) -> tuple[Organisation, ...]:
    """Those at the table, in these events, or in what stands beside them."""
    used = {deelnemer.organisation_id for deelnemer in case.deelnemers}
    used.update(i for event in events for i in event.organisation_ids)
    used.update(known.organisation_id for event in events for known in event.knowledge)
    used.update(i for cijfer in case.cijfers for i in cijfer.organisation_ids)
    used.update(regie.organisation_id for regie in case.regie)
    used.update(pair.organisation_id for pair in case.naast_elkaar)
    used.update(read.organisation_id for v in case.verschillen for read in v.readings)
    return tuple(o for o in case.organisations if o.id in used)


# --- what of it is said -----------------------------------------------------------------------


def held_back(
    kind: DocumentKind, wanted: Case, shown: Case, options: DocumentOptions
) -> dict[str, int]:
    """How many records of each section are left out of `shown`, of what was `wanted`; only of
    sections that are in this kind of document."""
    there, left = _records(kind, wanted), _records(kind, shown)
    counts = {key: len(records) - len(left[key]) for key, records in there.items()}
    return {key: count for key, count in counts.items() if count and options.has(key)}


def emptied(kind: DocumentKind, shown: Case, held: dict[str, int]) -> frozenset[str]:
    """The sections of which nothing is left: they must not say that nobody filled them in."""
    left = _records(kind, shown)
    return frozenset(key for key in held if not left[key])


def held_back_words(held: dict[str, int]) -> str:
    """'1 verschil en 2 lessen staan hier niet: de gebeurtenissen erbij worden niet getoond.' And
    the same of belevingen, for which there is one reason more."""
    resting = {key: count for key, count in held.items() if key in _OF_SECTION}
    counted = list_text([count_text(count, *_OF_SECTION[key]) for key, count in resting.items()])
    lived = sum(held.values()) - sum(resting.values())
    said = []
    if resting:
        verb = "staat" if sum(resting.values()) == 1 else "staan"
        said.append(f"{counted} {verb} hier niet: de gebeurtenissen erbij worden niet getoond.")
    if lived:
        verb = "staat" if lived == 1 else "staan"
        told = count_text(lived, "beleving", "belevingen")
        said.append(f"{told} {verb} hier niet: {_WHY_NOT_LIVED}.")
    return " ".join(said)


def _records(kind: DocumentKind, case: Case) -> dict[str, Sequence[object]]:
    """The records of a case by the section that tells them."""
    told: dict[str, Sequence[object]] = {"verschillen": case.verschillen, "lessen": case.lessons}
    if kind is DocumentKind.GESPREKSNOTITIE:
        chosen = [b for b in case.belevingen if b.id in case.summary.beleving_ids]
        for key, mark in _SECTIONS_OF_MARKS.items():
            told[key] = [beleving for beleving in chosen if beleving.mark is mark]
    else:
        told["belevingen"] = case.belevingen
    return told
