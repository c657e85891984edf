"""The lengths that rows are found by are those of the room that is painted in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import PAPER, SCREEN, Metrics, Timeline
from hgkm_desktop.timeline.places import room_of
from hgkm_desktop.timeline.whole import ZOOM_STEP
from tests.timeline.any_case import looks
from tests.timeline.lines import ruler

zooms = st.integers(-60, 48).map(lambda step: ZOOM_STEP**step)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(looks(), zooms, st.sampled_from((SCREEN, PAPER)), st.booleans())
def test_a_place_is_painted_in_the_room_that_its_row_was_found_by(
    look: tuple[Case, Choices], scale: float, metrics: Metrics, numbers_only: bool
) -> None:
    drawn = Timeline(*look, metrics=metrics, measure=ruler, numbers_only=numbers_only)
    for lane in drawn.in_lanes.values():
        if lane.is_folded:
            continue
        found = zip(*lane.edges(scale), strict=True)
        for number, edges in enumerate(found):
            room = room_of(
                lane.marks[number],
                lane.spans[number],
                lane.captions[number],
                lane.is_echo[number],
                scale,
                metrics,
            )
            assert edges == pytest.approx(room[:3], abs=1e-6)
