"""Builders that speak the domain: a case, an event, a beleving, in as few words as a test needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.reading import read_through
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Event,
    Organisation,
    Record,
)
from hgkm_desktop.models.terms import (
    Audience,
    CaseState,
    DocumentForm,
    DocumentKind,
    EventKind,
    Mark,
)
from hgkm_desktop.models.uitgave import Uitgave, fingerprint

_ids = count(1)


def _id(word: str) -> str:
    return f"{word}{next(_ids):0{32 - len(word)}d}"


def an_event(when: str = "", title: str = "iets", **more: Any) -> Event:
    """An event from a date phrase, such as an_event('mrt 2021', 'ruzie', kind=...)."""
    period = read_whole(when)
    number = float(next(_ids))
    given: dict[str, Any] = {"kind": EventKind.CONTACT, "seq": number, "id": _id("e"), **more}
    return Event(title=title, start=period.start, end=period.end, ongoing=period.ongoing, **given)


def an_organisation(name: str = "politie") -> Organisation:
    return Organisation(_id("a"), float(next(_ids)), name)


def a_betrokkene(role: str = "moeder", **more: Any) -> Betrokkene:
    return Betrokkene(_id("b"), float(next(_ids)), role, **more)


def a_deelnemer(organisation: Organisation, function: str = "teamleider") -> Deelnemer:
    return Deelnemer(_id("d"), float(next(_ids)), organisation.id, function)


def a_beleving(event: Event, deelnemer: Deelnemer, mark: Mark, **more: Any) -> Beleving:
    return Beleving(_id("f"), float(next(_ids)), event.id, deelnemer.id, mark, **more)


def an_uitgave(data: bytes, **more: Any) -> Uitgave:
    """An issued document of these bytes: the first casusverslag, unless said otherwise."""
    given: dict[str, Any] = {
        "id": _id("9"),
        "seq": 0.0,
        "kind": DocumentKind.CASUSVERSLAG,
        "form": DocumentForm.PDF,
        "version": 1,
        "made_on": date(2026, 3, 14),
        "state": CaseState.IN_BEWERKING,
        "title": "Casusverslag",
        "hidden": 0,
        "total": 3,
        "case_rev": 1,
        **more,
    }
    return Uitgave(sha256=fingerprint(data), **given)


def a_case_with(*records: Record, **more: Any) -> Case:
    """A case with these records put in; `more` sets the fields of the case itself."""
    case = Case(id=_id("c"), code="K7-2F", title="een casus")
    for record in records:
        case = case.put(record)
    return replace(case, **more) if more else case


def for_bestuur(case: Case) -> Case:
    """The case with everything in it meant for bestuur."""
    return replace(
        case,
        events=tuple(replace(event, audience=Audience.BESTUUR) for event in case.events),
        belevingen=tuple(replace(b, audience=Audience.BESTUUR) for b in case.belevingen),
    )


def made_deelbaar(case: Case) -> Case:
    """The case as it is once someone read it through."""
    return read_through(case, "beleidsmedewerker", date(2026, 1, 11))
