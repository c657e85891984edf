"""Phases last from their first to their last event, repeat, or are what someone set by hand."""

from __future__ import annotations

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.phases import PhaseSpan, chain_spans, safety_spans
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Fase, new_id
from hgkm_desktop.models.terms import ChainPhase, Occurrence, SafetyPhase
from tests.builders import a_case_with, an_event

DIRECT, RISK, REPAIR = SafetyPhase


def a_fase(phase: SafetyPhase, when: str = "", **more: Occurrence) -> Fase:
    period = read_whole(when)
    return Fase(new_id(), 1.0, phase, period.start, period.end, period.ongoing, **more)


def told(when: str, phase: SafetyPhase | None, **more: Occurrence) -> Event:
    return an_event(when, safety_phase=phase, **more)


def words(spans: tuple[PhaseSpan, ...]) -> list[tuple[SafetyPhase | ChainPhase, str]]:
    return [(s.phase, period_text(s.start, s.end, s.ongoing)) for s in spans]


def safety(*events: Event, fasen: tuple[Fase, ...] = ()) -> list[tuple[object, str]]:
    return [*words(safety_spans(a_case_with(*events, *fasen)))]


def test_a_phase_runs_from_its_first_event_to_its_last_and_may_return() -> None:
    assert safety(
        told("mei 2021", DIRECT),
        told("3-1-2021", DIRECT),
        told("feb 2021", None),
        told("", RISK),
        told("jun 2021 - 3-9-2021", RISK),
        told("jul 2021", RISK),
        told("1-1-2022", DIRECT),
    ) == [
        (DIRECT, "3 januari 2021 – mei 2021"),
        (RISK, "juni 2021 – 3 september 2021"),
        (DIRECT, "1 januari 2022"),
    ]


def test_only_the_last_phase_goes_on() -> None:
    going_on = told("vanaf mrt 2021", DIRECT)
    assert safety(going_on, told("mei 2021", DIRECT)) == [(DIRECT, "vanaf maart 2021")]
    assert safety(going_on, told("mei 2021", DIRECT), told("2022", REPAIR)) == [
        (DIRECT, "maart 2021 – mei 2021"),
        (REPAIR, "2022"),
    ]


@pytest.mark.parametrize("occurrence", [Occurrence.NIET_GEDAAN, Occurrence.BESTOND_NIET])
def test_what_was_not_done_makes_no_phase_and_breaks_none(occurrence: Occurrence) -> None:
    skipped = told("feb 2021", RISK, occurrence=occurrence)
    assert safety(told("jan 2021", DIRECT), skipped, told("mrt 2021", DIRECT)) == [
        (DIRECT, "januari 2021 – maart 2021")
    ]


def test_a_phase_set_by_hand_replaces_what_its_events_tell() -> None:
    events = told("jan 2021", DIRECT), told("mrt 2021", RISK), told("mei 2021", DIRECT)
    fasen = (
        a_fase(DIRECT, "1-2-2021 - 1-4-2021"),
        a_fase(REPAIR, occurrence=Occurrence.NIET_GEDAAN),
        a_fase(DIRECT, "vanaf 2022"),
    )
    spans = safety_spans(a_case_with(*events, *fasen))
    assert words(spans) == [
        (DIRECT, "1 februari 2021 – 1 april 2021"),
        (RISK, "maart 2021"),
        (DIRECT, "vanaf 2022"),
        (REPAIR, "datum onbekend"),
    ]
    assert [span.by_hand for span in spans] == [True, False, True, True]
    assert spans[-1].occurrence is Occurrence.NIET_GEDAAN


def test_chain_phases_follow_from_the_events_alone() -> None:
    case = a_case_with(
        an_event("2020", chain_phase=ChainPhase.SIGNALEREN, safety_phase=DIRECT),
        an_event("2021", chain_phase=ChainPhase.NAZORG),
        an_event("2022", chain_phase=ChainPhase.SIGNALEREN),
        a_fase(DIRECT, "2019"),
    )
    assert words(chain_spans(case)) == [
        (ChainPhase.SIGNALEREN, "2020"),
        (ChainPhase.NAZORG, "2021"),
        (ChainPhase.SIGNALEREN, "2022"),
    ]
    assert chain_spans(Case(new_id(), "K7-2F")) == ()
