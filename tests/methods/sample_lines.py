"""Lines of cases for samples: a huisverbod, a RIHG, and what came after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hgkm_desktop.methods.sample_hints import Suggestion
from hgkm_desktop.methods.samples import (
    read_line,
)
from hgkm_desktop.models.moment import on_day
from hgkm_desktop.models.practice import Sample
from hgkm_desktop.models.records import Event, Regie
from hgkm_desktop.models.terms import (
    EventKind,
    Occurrence,
    RegieHolder,
    RegieKind,
    Reply,
    SampleQuestion,
)
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

AFTER_BAN = Sample("s" * 32, "S2-2S")
AFTER_RIHG = Sample("t" * 32, "S3-3S", SampleQuestion.GEEN_HUISVERBOD)
K = EventKind
WIJKTEAM = an_organisation("wijkteam")
CHILD = a_betrokkene("kind 1", is_child=True)


def a_ban(when: str = "12-21 juni 2023", title: str = "Tijdelijk huisverbod") -> Event:
    return an_event(when, title, kind=K.BESLUIT, instrument="tijdelijk_huisverbod")


def a_rihg(when: str = "12 juni 2023") -> Event:
    return an_event(when, "Politie taxeert", kind=K.TAXATIE, instrument="rihg")


def a_help(when: str, title: str = "Hulp in het gezin", **more: Any) -> Event:
    return an_event(when, title, kind=K.INTERVENTIE, **more)


def not_done(event: Event) -> Event:
    return replace(event, occurrence=Occurrence.NIET_GEDAAN)


def not_there_yet(event: Event) -> Event:
    return replace(event, occurrence=Occurrence.BESTOND_NIET)


def a_regie(holder: RegieHolder, when: date = date(2023, 7, 1), **more: Any) -> Regie:
    given: dict[str, Any] = {"organisation_id": WIJKTEAM.id, "ongoing": True, **more}
    if holder is not RegieHolder.ORGANISATIE:
        given["organisation_id"] = ""
    moment = on_day(when.year, when.month, when.day)
    return Regie("r" * 32, 1.0, RegieKind.CASUSREGIE, holder, start=moment, **given)


def after_ban(*records: Any, **more: Any) -> dict[str, Suggestion]:
    case = a_case_with(WIJKTEAM, CHILD, a_ban(), *records, **more)
    return dict(read_line(case, AFTER_BAN).suggestions)


def after_rihg(*records: Any) -> dict[str, Suggestion]:
    case = a_case_with(WIJKTEAM, CHILD, a_rihg(), *records)
    return dict(read_line(case, AFTER_RIHG).suggestions)


def reply(found: dict[str, Suggestion], question: str) -> Reply | str | None:
    """What is suggested; 'niets' when the line says nothing, None when it cannot decide."""
    return found[question].reply if question in found else "niets"
