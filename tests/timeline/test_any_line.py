"""What no line may ever do, whatever the case and however it is looked at."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.display import DisplayList
from hgkm_desktop.timeline.lanes import lanes_of
from hgkm_desktop.timeline.layout import PAPER, SCREEN, Metrics, Timeline
from hgkm_desktop.timeline.whole import ZOOM_STEP
from tests.builders import a_case_with, an_event
from tests.timeline.any_case import POLITIE, cases, looks
from tests.timeline.lines import WIDTH, ink_boxes, overlaps, ruler, strays, text_boxes

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
ZOOMS = tuple(ZOOM_STEP**step for step in range(-76, 49, 11))
"""Twelve steps from all of two centuries to a day as wide as a hand."""
EVERYTHING = frozenset(Band)
BEGIN, END = date(1799, 1, 1).toordinal(), date(2202, 1, 1).toordinal()
MIDDLE = date(2023, 2, 20).toordinal()


def any_line(number: int) -> settings:
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),  # making a case smaller takes minutes
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def a_line(case: Case, choices: Choices, metrics: Metrics = SCREEN) -> Timeline:
    numbers_only = metrics is not SCREEN
    return Timeline(case, choices, metrics=metrics, measure=ruler, numbers_only=numbers_only)


def around(drawn: Timeline, scale: float, part: float = 0.3) -> DisplayList:
    """The line with a day of many events at a part of its plot."""
    room = WIDTH - drawn.lane_width
    return drawn.at(MIDDLE - room * part / scale, scale, WIDTH)


def all_of(drawn: Timeline, scale: float) -> DisplayList:
    return drawn.at(BEGIN, scale, drawn.lane_width + (END - BEGIN) * scale)


# --- texts -------------------------------------------------------------------------------


@any_line(20)  # and thousands in a proof
@given(looks(), st.floats(0, 1))
def test_no_two_texts_meet_and_none_leaves_its_area(
    look: tuple[Case, Choices], part: float
) -> None:
    check_texts(look, part)


def check_texts(look: tuple[Case, Choices], part: float) -> None:
    drawn = a_line(*look)
    for scale in ZOOMS:
        shown = around(drawn, scale, part)
        assert overlaps(text_boxes(shown)) == []
        assert strays(shown) == []


@any_line(30)
@given(cases(), st.sampled_from(ZOOMS), st.sampled_from(LaneBy), st.sampled_from((SCREEN, PAPER)))
def test_nothing_is_painted_over_a_text(
    case: Case, scale: float, lane_by: LaneBy, metrics: Metrics
) -> None:
    shown = around(a_line(case, Choices(lane_by, bands=frozenset()), metrics), scale)
    assert overlaps(ink_boxes(shown.plot)) == []
    assert overlaps(ink_boxes(shown.lanes)) == []


@any_line(20)
@given(cases(), st.sampled_from(ZOOMS))
def test_no_two_texts_meet_on_paper(case: Case, scale: float) -> None:
    drawn = a_line(case, Choices(bands=EVERYTHING, gap_days=30), PAPER)
    assert overlaps(text_boxes(around(drawn, scale))) == []


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("metrics", [SCREEN, PAPER])
def test_five_hundred_events_on_a_day_in_a_lane(metrics: Metrics, folded: bool) -> None:
    crowd = [an_event("3-3-2023", "x" * 5000, organisation_ids=(POLITIE.id,)) for _ in range(500)]
    lanes = frozenset({f"organisatie:{POLITIE.id}"})
    drawn = a_line(
        a_case_with(POLITIE, *crowd), Choices(folded=lanes if folded else frozenset()), metrics
    )
    for scale in ZOOMS:
        shown = around(drawn, scale)
        assert overlaps(text_boxes(shown)) == []
        (chip,) = shown.chips
        assert len(chip.event_ids) == 500


# --- places ------------------------------------------------------------------------------


@any_line(30)
@given(looks(), st.sampled_from(ZOOMS[:9]))
def test_every_event_stands_once_in_each_of_its_lanes(
    look: tuple[Case, Choices], scale: float
) -> None:
    case, choices = look
    drawn = a_line(case, choices)
    shown = all_of(drawn, scale)
    dated = [event for event in case.events if event.start.is_known]
    wanted = {i: len(lanes) for i, lanes in lanes_of(case, choices, dated).of_event.items()}
    wanted |= {event.id: 1 for event in case.events if not event.start.is_known}
    found = dict.fromkeys(wanted, 0)
    for event_id in [hit.event_id for hit in shown.hits]:
        found[event_id] += 1
    for event_id in [i for chip in shown.chips for i in chip.event_ids]:
        found[event_id] += 1
    assert found == wanted
    assert drawn.hidden_event_ids == {i for i, count in wanted.items() if not count}


@any_line(30)
@given(looks(), st.sampled_from(ZOOMS), st.integers(-300, 300))
def test_panning_moves_all_alike_and_changes_no_row(
    look: tuple[Case, Choices], scale: float, moved: int
) -> None:
    drawn = a_line(*look)
    first = MIDDLE - 200 / scale
    one = drawn.at(first, scale, WIDTH)
    other = drawn.at(first + moved / scale, scale, WIDTH)
    assert one.height == other.height
    assert one.lane_hits == other.lane_hits
    undated = {mark.event_id for mark in drawn.undated}
    before, after = whole_places(one, undated), whole_places(other, undated)
    for key in before.keys() & after.keys():
        assert after[key][0] == pytest.approx(before[key][0] - moved, abs=1e-3)
        assert after[key][1] == before[key][1]


def whole_places(
    shown: DisplayList, undated: Collection[str]
) -> dict[tuple[str, float], tuple[float, float]]:
    """Where what stands wholly in the plot is; an event has a place in each of its lanes."""
    left, right = shown.lane_width + 1, shown.width - 1
    places = [(h.event_id, h.x, h.y, h.w) for h in shown.hits if h.event_id not in undated]
    places += [(h.record_id, h.x, h.y, h.w) for h in shown.band_hits if h.kind is Band.CIJFERS]
    return {(name, y): (x, y) for name, x, y, w in places if left < x and x + w < right}


@any_line(30)
@given(cases(), st.sampled_from(ZOOMS))
def test_there_are_no_more_rows_than_marks_that_touch(case: Case, scale: float) -> None:
    zoomed = a_line(case, Choices()).zoomed(scale)
    for rows in zoomed.rows:
        if not rows.rows or len(rows.rows) == SCREEN.max_rows:
            continue
        places = [rows.place(number) for row in rows.rows for number in row]
        edges = [(p.room.left, 1) for p in places] + [(p.right, -1) for p in places]
        depth = most = 0
        for _, step in sorted(edges):
            depth += step
            most = max(most, depth)
        assert len(rows.rows) == most


@any_line(20)
@given(cases(), st.sampled_from(ZOOMS))
def test_events_without_a_date_are_never_in_the_plot(case: Case, scale: float) -> None:
    drawn = a_line(case, Choices())
    bottom = drawn.zoomed(scale).bottom
    undated = {e.id for e in case.events if not e.start.is_known}
    assert {h.event_id for h in around(drawn, scale).hits if h.y >= bottom} == undated


@pytest.mark.parametrize("metrics", [SCREEN, PAPER])
@pytest.mark.parametrize(
    "case",
    [a_case_with(), a_case_with(an_event("")), a_case_with(an_event("2023"))],
    ids=["empty", "undated", "one"],
)
def test_a_case_of_nothing_or_of_one_event(case: Case, metrics: Metrics) -> None:
    for lane_by in LaneBy:
        drawn = a_line(case, Choices(lane_by, bands=EVERYTHING), metrics)
        for scale in ZOOMS:
            shown = around(drawn, scale)
            assert len(shown.hits) <= len(case.events)
            assert overlaps(text_boxes(shown)) == []
