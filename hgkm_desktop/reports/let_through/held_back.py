"""What goes along with the events that may not be shown: what is known from those alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.records import Betrokkene, Duidingsverschil, Event, Lesson, Organisation
from hgkm_desktop.reports.options import DocumentOptions

_E = TypeVar("_E", Duidingsverschil, Lesson)
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


def held_back(wanted: Case, shown: Case, options: DocumentOptions) -> dict[str, int]:
    """How many of the sections 'verschillen' and 'lessen' are left out of `shown`, of what was
    `wanted`; by section, and only of sections that are in the document."""
    counts = {
        "verschillen": len(wanted.verschillen) - len(shown.verschillen),
        "lessen": len(wanted.lessons) - len(shown.lessons),
    }
    return {key: count for key, count in counts.items() if count and options.has(key)}


def emptied(shown: Case, held: dict[str, int]) -> frozenset[str]:
    """The sections of which nothing is left: they must not say that nobody filled them in."""
    left = {"verschillen": shown.verschillen, "lessen": shown.lessons}
    return frozenset(key for key in held if not left[key])


def held_back_words(held: dict[str, int]) -> str:
    """'1 verschil en 2 lessen staan hier niet: hun gebeurtenissen worden niet getoond.'"""
    if not held:
        return ""
    counted = list_text([count_text(count, *_OF_SECTION[key]) for key, count in held.items()])
    verb = "staat" if sum(held.values()) == 1 else "staan"
    return f"{counted} {verb} hier niet: de gebeurtenissen erbij worden niet getoond."
