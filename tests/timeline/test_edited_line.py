"""A line that follows an edit takes over what it can, and is the line of the new case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.timeline.layout import SCREEN, Timeline
from hgkm_desktop.timeline.whole import ZOOM_STEP
from tests.builders import a_case_with, an_event
from tests.timeline.any_case import AT_TABLE, POLITIE, events, looks, phrases
from tests.timeline.lines import only, ruler

FIRST = date(2022, 12, 1).toordinal()
SCALES = [ZOOM_STEP**step for step in (-20, 8)]


def edited(data: st.DataObject, case: Case) -> Case:
    """The case with an event moved, named anew, added or taken away, or with another mark."""
    if not case.events or data.draw(st.integers(0, 4)) == 0:
        return case.put(data.draw(events))
    event = data.draw(st.sampled_from(case.events))
    match data.draw(st.sampled_from(("move", "name", "drop", "mark"))):
        case "move":
            when = read_whole(data.draw(phrases.filter(bool)))
            moved = replace(event, start=when.start, end=when.end, ongoing=when.ongoing)
            return case.put(moved)
        case "name":
            return case.put(replace(event, title="een andere titel", end=None))
        case "drop":
            return case.drop_event(event.id)
        case _:
            return case.mark(event.id, AT_TABLE[0].id, data.draw(st.sampled_from(Mark)))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data(), looks())
def test_the_line_after_an_edit_is_that_of_the_new_case(
    data: st.DataObject, look: tuple[Case, Choices]
) -> None:
    case, choices = look
    widths = Widths(ruler)
    drawn = Timeline(case, choices, metrics=SCREEN, measure=ruler, widths=widths)
    for _ in range(3):
        for scale in SCALES:
            drawn.at(FIRST, scale, 1000.0)
        case = edited(data, case)
        if data.draw(st.booleans()):
            choices = replace(choices, dimmed=frozenset(e.id for e in case.events[:2]))
        drawn = Timeline(
            case,
            choices,
            metrics=SCREEN,
            measure=ruler,
            widths=widths,
            line=in_order(case),
            before=drawn,
        )
        anew = Timeline(case, choices, metrics=SCREEN, measure=ruler)
        for scale in SCALES:
            assert drawn.at(FIRST, scale, 1000.0) == anew.at(FIRST, scale, 1000.0)


def test_a_number_in_a_lane_that_stayed_as_it_was_is_the_new_one() -> None:
    crowd = [an_event(f"{4 * n + 1}-3-2023", organisation_ids=(POLITIE.id,)) for n in range(8)]
    case = a_case_with(POLITIE, *(replace(e, title="een lange titel") for e in crowd))
    widths = Widths(ruler)
    drawn = Timeline(case, Choices(), metrics=SCREEN, measure=ruler, widths=widths)
    before = numbers_on(drawn)
    case = case.put(an_event("1-1-2023", "thuis"))
    drawn = Timeline(case, Choices(), metrics=SCREEN, measure=ruler, widths=widths, before=drawn)
    assert numbers_on(drawn) == [number + 1 for number in before] != []


def numbers_on(drawn: Timeline) -> list[int]:
    found = only(Text, drawn.at(FIRST, 3.0, 1000.0).plot)
    return [int(text.text) for text in found if text.style == "number"]
