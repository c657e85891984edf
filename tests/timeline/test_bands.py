"""The bands along a line: phases, regie, silences, veiligheidscijfers and time from T0."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event, Fase, Organisation, Regie, Veiligheidscijfer, new_id
from hgkm_desktop.models.terms import (
    Answer,
    ChainPhase,
    Occurrence,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)
from hgkm_desktop.timeline.choices import Band, Choices
from hgkm_desktop.timeline.display import DisplayList, Glyph, Line, Rect, Text
from hgkm_desktop.timeline.layout import PAPER
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation
from tests.timeline.lines import days, line, only, texts, timeline

POLITIE, VEILIG_THUIS = an_organisation("politie"), an_organisation("Veilig Thuis")
YEARS = days("2022-01-01", "2025-01-01")
_seq = (float(number) for number in count(1))


def a_cijfer(when: str, score: float, *raters: Organisation, **more: Any) -> Veiligheidscijfer:
    ids = tuple(rater.id for rater in raters)
    return Veiligheidscijfer(
        new_id(), next(_seq), read_whole(when).start, score, organisation_ids=ids, **more
    )


def regie(when: str, holder: RegieHolder, organisation: Organisation | None = None) -> Regie:
    period = read_whole(when)
    return Regie(
        new_id(),
        next(_seq),
        RegieKind.CASUSREGIE,
        holder,
        organisation.id if organisation is not None else "",
        period.start,
        period.end,
        period.ongoing,
    )


def a_fase(when: str, phase: SafetyPhase, occurrence: Occurrence = Occurrence.GEBEURD) -> Fase:
    period = read_whole(when)
    return Fase(new_id(), next(_seq), phase, period.start, period.end, period.ongoing, occurrence)


def events() -> tuple[Event, Event]:
    return an_event("1-2-2022", "begin"), an_event("1-11-2024", "eind")


def a_line(*records: Any, bands: set[Band] | None = None, **more: Any) -> DisplayList:
    case = a_case_with(POLITIE, VEILIG_THUIS, *events(), *records, **more)
    choices = Choices(gap_days=30) if bands is None else Choices(bands=frozenset(bands))
    return line(case, YEARS, choices)


def bars(shown: DisplayList, start: str) -> list[Rect]:
    return [rect for rect in only(Rect, shown.plot) if rect.style.startswith(start)]


# --- phases ------------------------------------------------------------------------------


def test_a_phase_runs_from_its_first_to_its_last_event_and_may_come_back() -> None:
    direct = {"safety_phase": SafetyPhase.DIRECTE_VEILIGHEID}
    shown = a_line(
        an_event("1-3-2022", **direct),
        an_event("1-6-2022", **direct),
        an_event("1-9-2022", safety_phase=SafetyPhase.HERSTELGERICHT),
        an_event("1-1-2024", **direct),
        an_event("1-6-2024", **direct),
    )
    first, second = bars(shown, "phase_direct")
    assert first.x < bars(shown, "phase_recovery")[0].x < second.x
    assert first.w == pytest.approx((date(2022, 6, 2) - date(2022, 3, 1)).days * day(shown))
    assert "directe veiligheid" in texts(shown.plot)


def day(shown: DisplayList) -> float:
    return (shown.width - shown.lane_width) / (YEARS.last - YEARS.first)


def test_a_phase_that_stayed_empty_is_hollow_says_so_and_can_be_opened() -> None:
    empty = a_fase("2023", SafetyPhase.HERSTELGERICHT, Occurrence.NIET_GEDAAN)
    shown = a_line(empty)
    (bar,) = bars(shown, "phase")
    assert bar.hollow
    assert "niet gedaan: herstelgerichte zorg" in texts(shown.plot)
    (hit,) = shown.band_hits
    assert (hit.record_id, hit.kind) == (empty.id, Band.FASEN)


def test_phases_at_once_stand_in_rows_of_their_own() -> None:
    shown = a_line(
        a_fase("2022 - 2024", SafetyPhase.RISICOGESTUURD),
        a_fase("mrt 2023 - mei 2023", SafetyPhase.DIRECTE_VEILIGHEID),
        a_fase("jun 2023 - mei 2024", SafetyPhase.DIRECTE_VEILIGHEID),
    )
    assert len({bar.y for bar in bars(shown, "phase_direct")}) == 1
    assert bars(shown, "phase_direct")[0].y != bars(shown, "phase_risk")[0].y


def test_phases_of_the_chain_are_labels_without_bars() -> None:
    shown = a_line(
        an_event("1-3-2022", "a", chain_phase=ChainPhase.SIGNALEREN),
        an_event("1-3-2023", "b", chain_phase=ChainPhase.TOELEIDEN),
    )
    assert not bars(shown, "phase")
    assert {"signaleren", "toeleiden"} <= set(texts(shown.plot))
    assert "Keten" in texts(shown.lanes)


# --- regie -------------------------------------------------------------------------------


def test_the_regie_has_its_holder_and_its_gaps() -> None:
    shown = a_line(
        regie("1-3-2022 - 1-9-2022", RegieHolder.ORGANISATIE, VEILIG_THUIS),
        regie("1-9-2022 - 1-3-2023", RegieHolder.NIEMAND),
        regie("1-6-2023 - 1-1-2024", RegieHolder.ONDUIDELIJK),
        regie("vanaf 1-9-2024", RegieHolder.ORGANISATIE, POLITIE),
    )
    held, last = (bar for bar in bars(shown, "regie") if bar.style == "regie")
    (nobody,), (unclear,) = bars(shown, "regie_none"), bars(shown, "regie_unclear")
    assert not held.hollow
    assert not held.dashed
    assert nobody.hollow
    assert unclear.dashed
    assert last.arrow
    said = texts(shown.plot)
    assert {"Veilig Thuis", "geen regie", "onduidelijk wie?", "politie"} <= set(said)
    assert "niet ingevuld" in said  # no record covers the spring of 2023
    assert "Casusregie" in texts(shown.lanes)


def test_regie_without_a_known_end_is_uncertain_until_the_next() -> None:
    shown = a_line(
        regie("1-3-2022", RegieHolder.ORGANISATIE, VEILIG_THUIS),
        regie("1-3-2023 - 1-9-2023", RegieHolder.NIEMAND),
    )
    (held,) = bars(shown, "regie")[:1]
    assert held.x + held.w == pytest.approx(bars(shown, "regie_none")[0].x)
    assert held.soft_right > held.w * 0.9


@pytest.mark.parametrize("when", ["2022", "mrt 2022", "tussen mrt 2022 en mei 2022"])
def test_a_year_without_regie_is_drawn_as_that_year_and_no_more(when: str) -> None:
    shown = a_line(
        regie(when, RegieHolder.NIEMAND),
        regie("1-3-2023 - 1-9-2023", RegieHolder.ORGANISATIE, VEILIG_THUIS),
    )
    (nobody,) = bars(shown, "regie_none")
    held = min(bar.x for bar in bars(shown, "regie") if bar.x > nobody.x)
    assert nobody.x + nobody.w < held - 20


def test_uncertain_ends_that_meet_stand_in_one_row() -> None:
    shown = a_line(
        regie("mrt 2022 - mei 2023", RegieHolder.ORGANISATIE, VEILIG_THUIS),
        regie("mei 2023 - dec 2023", RegieHolder.ORGANISATIE, POLITIE),
    )
    first, second = bars(shown, "regie")
    assert first.y == second.y
    assert first.x + first.w == pytest.approx(second.x)


# --- silences ----------------------------------------------------------------------------


def test_a_silence_is_measured_when_it_was_asked_for() -> None:
    shown = a_line(bands={Band.STILTES})
    assert "1.004 dagen, ongeveer 2 jaar en 9 maanden" in texts(shown.plot)
    assert "Stiltes" in texts(shown.lanes)
    assert "Stiltes" not in texts(a_line().lanes)


# --- veiligheidscijfers ------------------------------------------------------------------


def points(shown: DisplayList) -> list[Glyph]:
    return [g for g in only(Glyph, shown.plot) if g.style in ("score", "score_open")]


def joins(shown: DisplayList) -> list[Line]:
    return [one for one in only(Line, shown.plot) if one.style == "score"]


def scored(*cijfers: Veiligheidscijfer, **more: Any) -> DisplayList:
    return a_line(cijfers=cijfers, **more)


def test_every_score_is_a_point_higher_when_it_was_safer() -> None:
    shown = scored(
        a_cijfer("1-3-2022", 2, POLITIE),
        a_cijfer("1-3-2023", 6.5, POLITIE),
        a_cijfer("1-3-2024", 10, POLITIE),
    )
    low, middle, high = points(shown)
    assert low.y > middle.y > high.y
    assert (low.y - middle.y) / (low.y - high.y) == pytest.approx(4.5 / 8)
    assert {"2", "6,5", "10"} <= set(texts(shown.plot))
    assert {hit.kind for hit in shown.band_hits} == {Band.CIJFERS}
    lane = shown.lane_hits[-1]
    assert high.y > lane.y + lane.h


def test_only_points_of_one_rater_about_one_person_are_joined() -> None:
    child = a_betrokkene("kind 1")
    shown = scored(
        a_cijfer("1-3-2022", 2, POLITIE),
        a_cijfer("1-6-2022", 3, VEILIG_THUIS),
        a_cijfer("1-3-2023", 6, POLITIE),
        a_cijfer("1-6-2023", 4, POLITIE, betrokkene_id=child.id),
        betrokkenen=(child,),
    )
    (join,) = joins(shown)
    politie, veilig_thuis, again, _ = points(shown)
    assert (join.x1, join.y1, join.x2, join.y2) == (politie.x, politie.y, again.x, again.y)
    assert join.dashed
    assert (politie.shape, politie.style) != (veilig_thuis.shape, veilig_thuis.style)
    assert "4 kind 1" in texts(shown.plot)
    assert {"politie", "Veilig Thuis"} <= set(texts(shown.lanes))


def test_scores_of_one_moment_stand_side_by_side() -> None:
    shown = scored(
        a_cijfer("1-3-2023", 5, POLITIE),
        a_cijfer("1-3-2023", 5, VEILIG_THUIS),
        a_cijfer("1-3-2023", 5, POLITIE, VEILIG_THUIS, jointly=Answer.JA),
    )
    one, two, three = sorted(points(shown), key=lambda g: g.x)
    assert two.x - one.x >= one.size
    assert three.x - two.x >= one.size
    (ring,) = [g for g in only(Glyph, shown.plot) if g.style == "score_ring"]
    assert ring.x == three.x
    assert ring.size > three.size


def test_a_score_of_an_uncertain_day_shows_its_days() -> None:
    shown = scored(a_cijfer("voorjaar 2023", 5, POLITIE))
    (span,) = [one for one in only(Line, shown.plot) if one.style == "score_days"]
    assert span.x2 - span.x1 == pytest.approx(92 * day(shown))


def test_a_score_that_may_be_of_no_moment_is_not_drawn_at_a_made_up_place() -> None:
    unknown = replace(a_cijfer("2023", 5, POLITIE), moment=read_whole("").start)
    assert not points(scored(unknown))


# --- T0 ----------------------------------------------------------------------------------


def from_t0(when: str = "1-6-2022") -> tuple[Case, DisplayList]:
    start = an_event(when, "eerste melding")
    case = a_case_with(*events(), start, t0_event_id=start.id)
    return case, line(case, days("2022-01-01", "2023-07-01"))


def test_time_is_counted_from_t0_on_both_sides() -> None:
    _, shown = from_t0()
    said = texts(shown.axis)
    assert {"T0", "T−3 mnd", "T+3 mnd", "T+9 mnd"} <= set(said)
    (origin,) = [one for one in only(Line, shown.plot) if one.style == "t0"]
    months = {t.text: t.x for t in only(Text, shown.axis)}
    assert months["T0"] == pytest.approx(origin.x1, abs=8)
    assert not origin.dashed


def test_an_uncertain_t0_is_dashed_and_one_without_a_date_is_not_drawn() -> None:
    _, shown = from_t0("jun 2022")
    assert [one.dashed for one in only(Line, shown.plot) if one.style == "t0"] == [True]
    _, shown = from_t0("")
    assert "T0" not in texts(shown.axis)


def test_far_out_the_time_from_t0_is_in_years() -> None:
    case, _ = from_t0()
    drawn = timeline(case)
    assert "T+10 jr" in texts(drawn.at(date(2010, 1, 1).toordinal(), 0.1, 1000).axis)


def test_close_up_the_time_from_t0_is_in_days() -> None:
    case, _ = from_t0()
    drawn = timeline(case)
    assert "T+7 dg" in texts(drawn.at(date(2022, 5, 20).toordinal(), 30, 1000).axis)


# --- what is not there -------------------------------------------------------------------


def test_bands_without_content_or_choice_take_no_room() -> None:
    bare = a_line()
    full = a_line(a_fase("2023", SafetyPhase.RISICOGESTUURD), bands=set())
    assert bare.height == full.height
    assert not bare.band_hits
    assert not bars(full, "phase")


def test_bands_reach_beyond_the_events() -> None:
    case = a_case_with(*events(), cijfers=(a_cijfer("1-6-2026", 8, POLITIE),))
    reach = timeline(case).reach
    assert reach is not None
    assert reach.last == date(2026, 6, 2).toordinal()


def test_on_paper_the_same_bands_stand_between_phases_and_axis() -> None:
    case = a_case_with(
        *events(),
        cijfers=(a_cijfer("1-6-2023", 8, POLITIE),),
        regie=(regie("2023", RegieHolder.NIEMAND),),
        fasen=(a_fase("2023", SafetyPhase.RISICOGESTUURD),),
    )
    shown = line(case, YEARS, metrics=PAPER)
    phase, held = bars(shown, "phase")[0], bars(shown, "regie")[0]
    (score,) = points(shown)
    lane = shown.lane_hits[0]
    assert phase.y < held.y < lane.y < score.y
    assert score.y < min(text.y for text in only(Text, shown.axis))
    assert shown.header_height == 0
    assert shown.axis_height == PAPER.header_height
