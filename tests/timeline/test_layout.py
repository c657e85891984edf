"""The line of a case as a display list: what stands where, and what may never happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.moment import on_day
from hgkm_desktop.models.records import Event, Involvement
from hgkm_desktop.models.terms import Effect, EventKind, FactStatus, Mark, Occurrence, Pressure
from hgkm_desktop.timeline.choices import Choices, LaneBy
from hgkm_desktop.timeline.display import Glyph, Line, Rect, Sign, Text
from hgkm_desktop.timeline.layout import PAPER, SCREEN
from hgkm_desktop.timeline.signs import MEANINGS
from hgkm_desktop.timeline.whole import ZOOM_STEP, zoom_at_most
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    an_event,
)
from tests.timeline.any_case import AT_TABLE, POLITIE, VEILIG_THUIS, WIJKTEAM, cases
from tests.timeline.lines import (
    WIDTH,
    days,
    line,
    only,
    place_of,
    ruler,
    texts,
    timeline,
)

zooms = st.integers(-80, 48).map(lambda step: ZOOM_STEP**step)


def few(number: int) -> settings:
    return settings(max_examples=number, deadline=None, derandomize=True)


# --- the whole ---------------------------------------------------------------


@few(60)
@given(zooms, st.floats(date(1800, 1, 1).toordinal(), date(2200, 1, 1).toordinal()))
def test_the_year_is_always_there(scale: float, first: float) -> None:
    case = a_case_with(an_event("1801"), an_event("2199"))
    shown = timeline(case).at(first, scale, WIDTH)
    assert any(text[-4:].isdigit() for text in texts(shown.axis))


def test_a_text_is_no_wider_than_it_promises() -> None:
    case = a_case_with(*(an_event(f"{day}-3-2023", "ruzie op straat") for day in range(1, 29)))
    shown = line(case)
    for text in only(Text, [*shown.plot, *shown.axis, *shown.lanes]):
        if text.max_width:
            assert ruler(text.text, text.size, text.bold) <= text.max_width + 0.01


# --- precision ---------------------------------------------------------------------------


def a_line_of(*events: Event) -> list[Rect]:
    shown = line(a_case_with(*events))
    kinds = {kind.value for kind in EventKind}
    return [rect for rect in only(Rect, shown.plot) if rect.style in kinds]


DAY = (WIDTH - SCREEN.lane_width) / 365


@pytest.mark.parametrize(
    ("phrase", "length"),
    [("mrt 2023", 31), ("voorjaar 2023", 92), ("tussen 3 mei en 12 juni 2023", 41)],
)
def test_an_imprecise_moment_is_as_long_as_its_days(phrase: str, length: int) -> None:
    (span,) = a_line_of(an_event(phrase))
    assert span.w == pytest.approx(length * DAY)
    assert span.soft_left
    assert span.soft_right
    assert not span.dashed


def test_a_known_day_has_no_span() -> None:
    assert a_line_of(an_event("3-3-2023")) == []


def test_the_glyph_stands_in_the_middle_of_the_days_it_can_have_been() -> None:
    case = a_case_with(an_event("voorjaar 2023"))
    shown = line(case)
    (glyph,) = only(Glyph, shown.plot)
    (span,) = a_line_of(*case.events)
    assert glyph.x == pytest.approx(span.x + span.w / 2)


def test_circa_is_wider_and_wholly_dashed() -> None:
    (exact,) = a_line_of(an_event("mrt 2023"))
    (assumed,) = a_line_of(an_event("circa mrt 2023"))
    assert assumed.w > exact.w
    assert assumed.dashed
    assert not exact.dashed


def test_an_assumed_day_shows_at_any_zoom() -> None:
    case = a_case_with(an_event("circa 3-3-2023"))
    shown = line(case, days("1950-01-01", "2050-01-01"))
    (span,) = [r for r in only(Rect, shown.plot) if r.style == EventKind.CONTACT]
    assert span.dashed
    assert span.w > SCREEN.glyph


def test_a_period_runs_from_its_first_to_its_last_day() -> None:
    (bar,) = a_line_of(an_event("3-13 mei 2023"))
    start = (date(2023, 5, 3) - date(2023, 1, 1)).days
    assert bar.x == pytest.approx(SCREEN.lane_width + start * DAY)
    assert bar.w == pytest.approx(11 * DAY)
    assert not bar.soft_left
    assert not bar.soft_right


def test_a_period_is_soft_over_the_days_that_are_uncertain() -> None:
    (bar,) = a_line_of(an_event("feb 2023 - 13 mei 2023"))
    assert bar.soft_left == pytest.approx(28 * DAY)
    assert not bar.soft_right


def test_what_goes_on_is_open_to_the_edge() -> None:
    (bar,) = a_line_of(an_event("vanaf 1-8-2023"))
    assert bar.arrow
    assert bar.x + bar.w == pytest.approx(WIDTH, abs=SCREEN.gap)


def test_an_end_before_the_start_is_shown_as_assumed() -> None:
    event = an_event("1-5-2023")
    by_hand = replace(a_case_with(event), events=(replace(event, end=on_day(2023, 3, 1)),))
    bars = [r for r in only(Rect, line(by_hand).plot) if r.style == EventKind.CONTACT]
    (bar,) = bars
    assert bar.dashed
    assert bar.w == pytest.approx(62 * DAY)


# --- what did not happen and what is doubted -----------------------------------------------


def test_what_was_not_done_is_hollow_and_says_so() -> None:
    case = a_case_with(
        an_event("mrt 2023", "gesprek met kind 1", occurrence=Occurrence.NIET_GEDAAN)
    )
    shown = line(case)
    (glyph,) = only(Glyph, shown.plot)
    assert glyph.hollow
    assert not glyph.absent
    assert all(r.hollow for r in only(Rect, shown.plot) if r.style == EventKind.CONTACT)
    assert texts(shown.plot) == ["niet: gesprek met kind 1"]


def test_a_title_that_says_no_is_not_denied_twice() -> None:
    event = an_event("mrt 2023", "geen overleg gehouden", occurrence=Occurrence.NIET_GEDAAN)
    assert texts(line(a_case_with(event)).plot) == ["geen overleg gehouden"]


def test_what_did_not_exist_yet_is_drawn_otherwise() -> None:
    event = an_event("3-3-2023", "regeling", occurrence=Occurrence.BESTOND_NIET)
    shown = line(a_case_with(event))
    (glyph,) = only(Glyph, shown.plot)
    assert glyph.absent
    assert not glyph.hollow
    assert texts(shown.plot) == ["bestond niet: regeling"]


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({"fact_status": FactStatus.VERMOEDEN}, "suspected"),
        ({"fact_status": FactStatus.BETWIST}, "disputed"),
        ({"pressure": Pressure.VRIJWILLIG}, "vrijwillig"),
        ({"pressure": Pressure.DRANG}, "drang"),
        ({"pressure": Pressure.DWANG}, "dwang"),
        ({"effect": Effect.BEREIKT}, "effect_full"),
        ({"effect": Effect.DEELS}, "effect_part"),
        ({"effect": Effect.UITGEBLEVEN}, "effect_none"),
        ({"is_risk_moment": True}, "risk"),
    ],
)
def test_what_is_known_of_a_fact_is_a_sign_after_its_label(
    fields: dict[str, Any], sign: str
) -> None:
    plain, told = an_event("3-3-2023", "ruzie"), an_event("3-9-2023", "ruzie", **fields)
    shown = line(a_case_with(plain, told))
    assert texts(shown.plot) == ["ruzie", "ruzie"]
    assert [s.mark for s in only(Sign, shown.plot)] == [sign]
    assert sign in MEANINGS


def test_the_signs_of_facts_stand_before_the_belevingen() -> None:
    event = an_event("3-3-2023", fact_status=FactStatus.BETWIST, pressure=Pressure.DWANG)
    case = a_case_with(POLITIE, AT_TABLE[0], event, a_beleving(event, AT_TABLE[0], Mark.GOED))
    assert [sign.mark for sign in only(Sign, line(case).plot)] == ["disputed", "dwang", "+"]


def test_belevingen_stand_after_the_label_in_the_order_of_the_table() -> None:
    event = an_event("3-3-2023", "ruzie")
    case = a_case_with(POLITIE, VEILIG_THUIS, *AT_TABLE[:2], event)
    case = case.put(a_beleving(event, AT_TABLE[1], Mark.GOED))
    case = case.put(a_beleving(event, AT_TABLE[0], Mark.RISICO))
    signs = only(Sign, line(case).plot)
    assert [sign.mark for sign in signs] == ["!", "+", "divergence"]
    assert [sign.x for sign in signs] == sorted(sign.x for sign in signs)


# --- lanes ---------------------------------------------------------------------------------


def test_each_organisation_on_the_line_has_a_lane_and_the_household_comes_first() -> None:
    case = a_case_with(
        POLITIE,
        VEILIG_THUIS,
        WIJKTEAM,
        an_event("mrt 2023", organisation_ids=(VEILIG_THUIS.id,)),
        an_event("apr 2023", organisation_ids=(POLITIE.id,)),
        an_event("mei 2023"),
        an_event("", "zonder datum", organisation_ids=(WIJKTEAM.id,)),
    )
    assert [lane.name for lane in timeline(case).lanes] == ["Gezin", "politie", "Veilig Thuis"]


def test_lanes_by_betrokkene_and_by_kind() -> None:
    moeder, vader = a_betrokkene("moeder"), a_betrokkene("vader")
    case = a_case_with(
        vader,
        moeder,
        an_event("2023", kind=EventKind.MELDING, involved=(Involvement(moeder.id),)),
        an_event("2023", kind=EventKind.LIFE_EVENT),
    )
    by_betrokkene = timeline(case, lane_by=LaneBy.BETROKKENE).lanes
    by_kind = timeline(case, lane_by=LaneBy.SOORT).lanes
    assert [lane.name for lane in by_betrokkene] == ["moeder", "Niemand genoemd"]
    assert [lane.name for lane in by_kind] == ["life event", "melding"]


def two_organisations() -> Case:
    event = an_event("3-3-2023", "overleg", organisation_ids=(VEILIG_THUIS.id, POLITIE.id))
    return a_case_with(POLITIE, VEILIG_THUIS, event)


def test_an_event_of_two_organisations_is_one_event_in_two_lanes() -> None:
    case = two_organisations()
    shown = line(case)
    own, further = shown.hits
    assert own.event_id == further.event_id
    assert own.y > further.y  # Veilig Thuis is named first and stands below politie
    (link,) = only(Line, shown.plot)
    big, small = sorted(only(Glyph, shown.plot), key=lambda g: -g.size)
    assert (big.letter, small.letter) == ("C", "")
    assert link.x1 == big.x == small.x
    assert {link.y1, link.y2} == {big.y, small.y}
    assert texts(shown.plot) == ["overleg"]


def test_on_paper_the_further_place_is_a_dot() -> None:
    shown = line(two_organisations(), metrics=PAPER)
    assert sorted(g.shape for g in only(Glyph, shown.plot)) == ["circle", "dot"]


def test_a_label_keeps_free_of_the_link_that_crosses_it() -> None:
    crossing = an_event("10-3-2023", "overleg", organisation_ids=(POLITIE.id, WIJKTEAM.id))
    between = an_event("1-3-2023", "een lange titel", organisation_ids=(VEILIG_THUIS.id,))
    shown = line(a_case_with(POLITIE, VEILIG_THUIS, WIJKTEAM, crossing, between))
    (link,) = only(Line, shown.plot)
    flats = [r for r in only(Rect, shown.plot) if r.style in ("lane", "lane_band")]
    assert any(r.x < link.x1 < r.x + r.w for r in flats)
    assert shown.plot.index(link) < shown.plot.index(flats[0])


# --- labels --------------------------------------------------------------------------------


def test_the_text_of_a_bar_stands_inside_it_or_after_its_end() -> None:
    long, short = (
        an_event("feb 2023 - dec 2023", "plan"),
        an_event("3-30 mei 2023", "tijdelijk huisverbod"),
    )
    case = a_case_with(long, short)
    shown = line(case)
    bars = {r.y: r for r in only(Rect, shown.plot) if r.style == EventKind.CONTACT}
    wide, narrow = sorted(bars.values(), key=lambda r: -r.w)
    plan, verbod = sorted(only(Text, shown.plot), key=lambda t: len(t.text))
    assert wide.x < plan.x < wide.x + wide.w
    assert verbod.x > narrow.x + narrow.w


def test_a_label_stays_in_view_while_its_bar_does() -> None:
    case = a_case_with(an_event("jan 2020 - dec 2023", "één plan"))
    (label,) = only(Text, line(case, days("2022-01-01", "2022-07-01")).plot)
    assert label.x > SCREEN.lane_width


def test_a_label_gives_way_before_an_event_is_counted() -> None:
    crowd = [an_event(f"{4 * n + 1}-3-2023", f"gebeurtenis {n}") for n in range(8)]
    shown = line(a_case_with(*crowd), days("2023-01-01", "2023-07-01"))
    assert not shown.chips
    assert len(only(Glyph, shown.plot)) == 8
    assert any(text.endswith("…") for text in texts(shown.plot))


def test_what_finds_no_room_is_counted_and_the_count_names_the_days() -> None:
    crowd = [an_event("3-3-2023", f"gebeurtenis {n}") for n in range(SCREEN.max_rows + 3)]
    shown = line(a_case_with(*crowd))
    (chip,) = shown.chips
    assert "+3" in texts(shown.plot)
    assert len(chip.event_ids) == 3
    assert chip.first <= date(2023, 3, 3).toordinal() < chip.last


def test_a_count_stands_as_near_to_its_days_as_it_can() -> None:
    crowd = [an_event("3-3-2023", "iets") for _ in range(200)]
    window = days("2023-01-01", "2023-07-01")
    shown = line(a_case_with(*crowd), window)
    (chip,) = shown.chips
    scale = (shown.width - shown.lane_width) / (window.last - window.first)
    first, day = (
        shown.lane_width + (number - window.first) * scale
        for number in (chip.first, date(2023, 3, 3).toordinal())
    )
    assert first <= chip.x
    assert chip.x == pytest.approx(max(first, day - chip.w / 2), abs=chip.w / 4)


def test_a_lane_that_is_too_dense_is_counted_as_a_whole() -> None:
    crowd = [an_event("3-3-2023", f"gebeurtenis {n}") for n in range(40)]
    shown = line(a_case_with(*crowd))
    assert texts(shown.plot) == ["40"]
    assert not shown.hits


def test_a_very_long_title_is_cut() -> None:
    (text,) = texts(line(a_case_with(an_event("3-3-2023", "woord " * 800))).plot)
    assert text.endswith("…")
    assert ruler(text, SCREEN.label_size, False) <= SCREEN.label_max


def test_numbers_stand_beside_the_shapes_and_only_a_pivotal_event_is_named() -> None:
    first, second = (
        an_event("3-2-2023", "melding"),
        an_event("3-6-2023", "overleg", is_pivotal=True),
    )
    shown = line(a_case_with(first, second), metrics=PAPER, numbers_only=True)
    assert texts(shown.plot) == ["1", "2", "overleg"]


def test_some_of_the_events_keep_their_numbers() -> None:
    case = a_case_with(an_event("3-2-2023"), an_event("3-6-2023"))
    last = in_order(case)[-1].id
    shown = line(case, choices=Choices(event_ids=frozenset({last})), numbers_only=True)
    assert texts(shown.plot) == ["2"]
    assert {hit.event_id for hit in shown.hits} == {last}


# --- undated, empty and extreme ------------------------------------------------------------


def test_an_undated_event_says_after_which_number_it_comes() -> None:
    case = a_case_with(
        an_event("", "aan het begin"),
        an_event("3-3-2023", "melding"),
        an_event("", "verhuizing"),
    )
    said = texts(line(case).lanes)
    assert said[-4:] == ["aan het begin", "vooraan", "verhuizing", "na nr. 2"]
    assert "Zonder datum" in said


def test_a_line_of_only_undated_events_has_no_axis() -> None:
    shown = line(a_case_with(an_event("", "een"), an_event("", "twee")))
    assert not shown.axis
    assert not shown.plot
    assert len(shown.hits) == 2


def test_an_empty_case_is_an_empty_line() -> None:
    shown = line(a_case_with())
    assert (shown.plot, shown.lanes, shown.axis, shown.hits) == ((), (), (), ())
    assert timeline(a_case_with()).whole(800) == (0.0, 1.0)


@pytest.mark.parametrize(
    "case",
    [
        a_case_with(an_event("3-3-2023")),
        a_case_with(*(an_event("3-3-2023", f"nr {n}") for n in range(12))),
        a_case_with(an_event("1800"), an_event("2199")),
        a_case_with(an_event("3-3-1823"), an_event("3-3-2023"), an_event("vanaf 1900")),
        a_case_with(an_event("vanaf 2020")),
    ],
)
def test_the_whole_case_fits_in_view(case: Case) -> None:
    drawn = timeline(case)
    first, scale = drawn.whole(WIDTH - drawn.lane_width)
    shown = drawn.at(first, scale, WIDTH)
    found = {hit.event_id for hit in shown.hits}
    found |= {event_id for chip in shown.chips for event_id in chip.event_ids}
    assert found == {event.id for event in case.events}


@few(40)
@given(cases(), st.sampled_from((700.0, 1000.0, 1600.0)))
def test_the_whole_case_is_shown_with_the_words_of_what_is_last(case: Case, width: float) -> None:
    drawn = timeline(case)
    first, scale = drawn.whole(width - drawn.lane_width)
    shown = drawn.at(first, scale, width)
    for text in only(Text, shown.plot):
        wide = ruler(text.text, text.size, text.bold) * (0.5 if text.anchor == "middle" else 1)
        assert text.x + wide <= width
    for sign in only(Sign, shown.plot):
        assert sign.x + sign.size / 2 <= width


def test_the_selected_event_is_marked_in_every_lane_it_stands_in() -> None:
    case = two_organisations()
    shown = line(case, selected={case.events[0].id})
    marked = [r for r in only(Rect, shown.plot) if r.style == "selection"]
    assert len(marked) == 2
    assert place_of(shown, case.events[0].id).y < marked[1].y + marked[1].h


def test_everything_grows_with_the_text() -> None:
    case = a_case_with(an_event("3-3-2023", "melding"))
    small, large = line(case), line(case, metrics=SCREEN.scaled(2))
    assert only(Text, large.plot)[0].size == 2 * only(Text, small.plot)[0].size
    assert large.header_height == 2 * small.header_height


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane() -> None:
    at_home = an_event("1-3-2023", "thuis")
    early, late = (
        an_event("1-1-2023", "vroeg", organisation_ids=(POLITIE.id,)),
        an_event("1-4-2023", "laat", organisation_ids=(POLITIE.id,)),
    )
    undated = an_event("", "ooit")
    drawn = timeline(a_case_with(POLITIE, at_home, early, late, undated))
    assert drawn.nearest_in_lane(at_home.id, 1) == late.id
    assert drawn.nearest_in_lane(early.id, -1) == at_home.id
    assert drawn.nearest_in_lane(late.id, 1) == undated.id
    assert drawn.nearest_in_lane(at_home.id, -1) == at_home.id


@given(st.floats(1e-3, 1e3))
def test_zooms_are_steps(scale: float) -> None:
    found = zoom_at_most(scale)
    assert found <= scale * 1.000001
    assert found * ZOOM_STEP > scale
    assert zoom_at_most(found) == found
