"""The order found from the one before an edit is the order of the new case."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.order import in_order_after
from hgkm_desktop.models.phrases import read_whole
from hgkm_desktop.models.records import Event
from tests.builders import a_case_with, an_event

DATED = ("3-2-2023", "4-2-2023", "feb 2023", "2022", "circa 3-3-2023", "3-13 mei 2023")
dated = st.builds(an_event, st.sampled_from(DATED))
some = st.builds(an_event, st.sampled_from(("", *DATED)))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data(), st.lists(dated, min_size=1, max_size=9) | st.lists(some, min_size=1, max_size=9))
def test_the_order_after_an_edit_is_that_of_the_new_case(
    data: st.DataObject, events: list[Event]
) -> None:
    before = a_case_with(*events)
    after = edited(data, before)
    assert in_order_after(after, before, in_order(before)) == in_order(after)


def edited(data: st.DataObject, case: Case) -> Case:
    event = data.draw(st.sampled_from(case.events))
    match data.draw(st.sampled_from(("move", "name", "tell later", "drop", "add", "replace"))):
        case "move":
            return case.put(
                replace(event, start=read_whole(data.draw(st.sampled_from(DATED))).start)
            )
        case "name":
            return case.put(replace(event, title="een andere titel"))
        case "tell later":
            return case.put(replace(event, seq=data.draw(st.floats(-9, 99))))
        case "drop":
            return case.drop_event(event.id)
        case "add":
            return case.put(data.draw(some))
        case _:
            return case.drop_event(event.id).put(data.draw(some))
