"""The line by keyboard alone: filter, choose many, move, copy, join, lanes, T0, who knew what."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event, Knowledge
from hgkm_desktop.models.terms import Answer, EventKind, Mark
from hgkm_desktop.timeline.display import Text
from hgkm_desktop.timeline.filtering import EventFilter
from hgkm_desktop.ui.line import entry_bar
from hgkm_desktop.ui.line.timeline_page import TimelinePage
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.ui.keyboard import (
    CTRL,
    NONE,
    SHIFT,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)
from tests.ui.open_window import case_in, show_new_file, show_read_only, words_on_screen

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def the_case() -> Case:
    politie, school = an_organisation("politie"), an_organisation("school")
    agent, mentor = a_deelnemer(politie), a_deelnemer(school)
    melding = an_event(
        "3-3-2023",
        "melding van buren",
        kind=EventKind.MELDING,
        organisation_ids=(politie.id,),
        knowledge=(Knowledge(school.id, Answer.NEE),),
    )
    gesprek = an_event("apr 2023", "gesprek op school", organisation_ids=(school.id,))
    weer = an_event("3-5-2023", "tweede melding", organisation_ids=(politie.id,))
    later = an_event("zomer 2024", "rust in huis", is_pivotal=True)
    marks = (a_beleving(gesprek, agent, Mark.GOED), a_beleving(gesprek, mentor, Mark.RISICO))
    return a_case_with(politie, school, agent, mentor, melding, gesprek, weer, later, *marks)


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> TimelinePage:
    page = show_new_file(window, tmp_path / "a.hgkm", the_case()).timeline_page
    press(Key.Key_T, CTRL)
    press(Key.Key_Home)
    return page


def case_of(page: TimelinePage) -> Case:
    return case_in(page.document)


def titles(page: TimelinePage) -> list[str]:
    """What the table shows, from top to bottom."""
    return [page.model.event_at(row).title for row in range(page.model.rowCount())]


def named(page: TimelinePage, title: str) -> Event:
    return next(e for e in case_of(page).events if e.title == title)


def wait_for_filter(page: TimelinePage) -> None:
    """Until what was typed in the filter is what is looked for."""
    QTest.qWait(1)
    wait_until(lambda: not page.filter_bar._pause.isActive())


# --- filter ------------------------------------------------------------------------------


def test_what_is_typed_filters_line_and_table_and_the_count_says_so(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("meld")
    wait_for_filter(page)
    assert titles(page) == ["melding van buren", "tweede melding"]
    assert page.tools.count() == "2 van 4 getoond"
    shown = {hit.event_id for hit in page.timeline.shown().hits}
    assert shown == {named(page, t).id for t in titles(page)}
    press(Key.Key_Escape)
    assert len(titles(page)) == 4
    assert page.tools.count() == "4 gebeurtenissen"
    assert name_of(focused()) == "Tijdlijn"


def test_an_event_keeps_its_number_in_a_filter(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("tweede")
    wait_for_filter(page)
    assert [page.model.number_at(row) for row in range(page.model.rowCount())] == [3]


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (1, ["gesprek op school"]),
        (2, ["gesprek op school"]),
        (3, ["rust in huis"]),
        (4, ["melding van buren", "gesprek op school", "tweede melding", "rust in huis"]),
    ],
)
def test_a_view_shows_only_where_it_differed_risk_or_pivotal_points(
    page: TimelinePage, steps: int, shown: list[str]
) -> None:
    press(Key.Key_F, CTRL)
    tab_to("Welke belevingen")
    for _ in range(steps):
        press(Key.Key_Down)
    wait_for_filter(page)
    assert titles(page) == shown


def test_a_period_that_cannot_be_read_is_said_and_hides_nothing(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    tab_to("Periode")
    type_text("ooit of zo 99")
    wait_for_filter(page)
    assert len(titles(page)) == 4
    assert page.filter_bar._problem.text()
    press(Key.Key_A, CTRL)
    type_text("2024")
    wait_for_filter(page)
    assert titles(page) == ["rust in huis"]


def test_what_is_added_outside_the_filter_is_said_to_be(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("meld")
    wait_for_filter(page)
    press(Key.Key_L, CTRL)
    type_text("jun 2023 contact: bezoek")
    press(Key.Key_Return)
    assert len(case_of(page).events) == 5
    assert "filter" in page.notice.text()
    assert page.tools.count() == "2 van 5 getoond"


def test_another_case_begins_without_the_filter(page: TimelinePage) -> None:
    press(Key.Key_F, CTRL)
    type_text("meld")
    wait_for_filter(page)
    press(Key.Key_N, CTRL)
    assert page.seen.filter.is_empty
    assert not page.filter_bar.isVisible()


# --- choosing and changing -----------------------------------------------------------------


def test_shift_chooses_all_between_and_back_again(page: TimelinePage) -> None:
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Right, SHIFT)
    assert len(page.selection.ids()) == 3
    press(Key.Key_Left, SHIFT)
    assert len(page.selection.ids()) == 2
    assert page.timeline.selected_ids() == set(page.selection.ids())
    press(Key.Key_Right)
    assert len(page.selection.ids()) == 1


def test_two_chosen_events_say_what_is_between_them(page: TimelinePage) -> None:
    press(Key.Key_Right, SHIFT)
    assert page.panel._measure.startswith("Tussen 1 en 2")
    press(Key.Key_Right)
    assert page.panel._measure == ""


def test_alt_and_an_arrow_move_by_the_precision_of_the_date(page: TimelinePage) -> None:
    press(Key.Key_Right, ALT)
    assert named(page, "melding van buren").start.text() == "4 maart 2023"
    press(Key.Key_Right)
    assert page.selection.current() == named(page, "gesprek op school")
    press(Key.Key_Right, ALT)
    assert named(page, "gesprek op school").start.text() == "mei 2023"
    assert "mei 2023" in page.notice.text()
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert named(page, "melding van buren").start.text() == "3 maart 2023"


def test_alt_shift_and_an_arrow_stretch_to_a_period_and_never_before_its_start(
    page: TimelinePage,
) -> None:
    for _ in range(3):
        press(Key.Key_Right, ALT | SHIFT)
    event = named(page, "melding van buren")
    assert event.end is not None
    assert event.end.text() == "6 maart 2023"
    for _ in range(9):
        press(Key.Key_Left, ALT | SHIFT)
    event = named(page, "melding van buren")
    assert event.end is None or not event.end.surely_before(event.start)


def test_copies_are_pasted_without_what_people_said(page: TimelinePage) -> None:
    press(Key.Key_Right)
    press(Key.Key_C, CTRL)
    press(Key.Key_V, CTRL)
    assert titles(page).count("gesprek op school") == 2
    assert len(case_of(page).belevingen) == 2
    press(Key.Key_Z, CTRL)
    assert titles(page).count("gesprek op school") == 1


def test_all_can_be_chosen_and_taken_away_and_come_back(page: TimelinePage) -> None:
    before = case_of(page)
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert titles(page) == []
    press(Key.Key_Z, CTRL)
    assert case_of(page) == before


def test_two_that_are_the_same_are_joined_and_nothing_said_is_lost(page: TimelinePage) -> None:
    press(Key.Key_Right)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_J, CTRL)
    assert len(titles(page)) == 3
    assert len(case_of(page).belevingen) == 2
    press(Key.Key_Z, CTRL)
    assert len(titles(page)) == 4


def test_one_alone_cannot_be_joined_and_that_is_said(page: TimelinePage) -> None:
    press(Key.Key_J, CTRL)
    assert "twee of meer" in page.notice.text()
    assert len(titles(page)) == 4


def test_one_is_split_in_two(page: TimelinePage) -> None:
    press(Key.Key_S, CTRL | SHIFT)
    assert titles(page).count("melding van buren") == 2


# --- lanes, T0, knowing --------------------------------------------------------------------


def test_lanes_fold_hide_move_and_come_back(page: TimelinePage) -> None:
    line = page.timeline
    assert [lane.name for lane in line.lanes()] == ["Gezin", "politie", "school"]
    press(Key.Key_I, CTRL)
    assert [lane.name for lane in line.lanes() if lane.is_folded] == ["politie"]
    press(Key.Key_I, CTRL)
    assert not any(lane.is_folded for lane in line.lanes())
    press(Key.Key_Up, CTRL | SHIFT)
    assert [lane.name for lane in line.lanes()] == ["politie", "Gezin", "school"]
    press(Key.Key_H, CTRL | SHIFT)
    assert [lane.name for lane in line.lanes()] == ["Gezin", "school"]
    assert "1 baan verborgen" in page.tools.count()
    assert len(titles(page)) == 4
    press(Key.Key_A, CTRL | SHIFT)
    assert [lane.name for lane in line.lanes()] == ["politie", "Gezin", "school"]
    press(Key.Key_Z, CTRL)
    assert [lane.name for lane in line.lanes()] == ["Gezin", "politie", "school"]


def test_a_lane_that_is_empty_for_a_moment_keeps_its_place(page: TimelinePage) -> None:
    lanes, line = {lane.name: lane.key for lane in page.timeline.lanes()}, page.timeline
    page.move_lane(lanes["school"], -1)
    assert [lane.name for lane in line.lanes()] == ["Gezin", "school", "politie"]
    event = named(page, "gesprek op school")
    page.edits.remove((event.id,))
    page.move_lane(lanes["politie"], -1)
    assert [lane.name for lane in line.lanes()] == ["politie", "Gezin"]
    page.document.edit("test", case_of(page).put(event))
    assert [lane.name for lane in line.lanes()] == ["politie", "Gezin", "school"]


def test_the_keys_pass_over_what_stands_in_a_hidden_lane(page: TimelinePage) -> None:
    assert page.timeline.current_id() == named(page, "melding van buren").id
    press(Key.Key_H, CTRL | SHIFT)
    passed = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left):
        press(key)
        passed.append(case_of(page).event(page.timeline.current_id()))
    gesprek, later = named(page, "gesprek op school"), named(page, "rust in huis")
    assert passed == [gesprek, later, gesprek, gesprek]


def test_time_counts_from_the_event_that_is_t0(page: TimelinePage) -> None:
    press(Key.Key_0, CTRL)
    assert case_of(page).t0_event_id == named(page, "melding van buren").id
    texts = [shape.text for shape in page.timeline.shown().axis if isinstance(shape, Text)]
    assert "T0" in texts
    press(Key.Key_0, CTRL)
    assert case_of(page).t0_event_id == ""


def test_what_an_organisation_did_not_know_stands_in_a_lighter_tone(page: TimelinePage) -> None:
    press(Key.Key_End)
    press(Key.Key_K, CTRL)
    press(Key.Key_Down)  # from politie to school
    dimmed = page.timeline.choices.dimmed
    assert named(page, "melding van buren").id in dimmed
    assert named(page, "gesprek op school").id not in dimmed
    assert "1 bekend" in page.knowledge._words.text()
    faded = [page.table.stands_back(row) for row in range(page.model.rowCount())]
    assert faded == [e.id in dimmed for e in page.model.line()]
    press(Key.Key_Escape)
    assert not page.timeline.choices.dimmed
    assert name_of(focused()) == "Tijdlijn"


def test_what_one_deelnemer_did_not_live_stands_back_on_line_and_table(page: TimelinePage) -> None:
    page.seen.set_filter(EventFilter(deelnemer_id=case_of(page).deelnemers[0].id))
    faded = [page.table.stands_back(row) for row in range(page.model.rowCount())]
    assert faded == [True, False, True, True]
    assert [mark.dim for mark in page.timeline.sight.timeline.marks] == faded
    event, agent = named(page, "melding van buren"), case_of(page).deelnemers[0]
    page.document.edit("test", case_of(page).mark(event.id, agent.id, Mark.GOED))
    assert not page.table.stands_back(0)
    page.seen.set_filter(EventFilter())
    assert not any(page.table.stands_back(row) for row in range(page.model.rowCount()))


def test_a_day_that_cannot_be_read_is_said(page: TimelinePage) -> None:
    press(Key.Key_K, CTRL)
    tab_to("Op welk moment")
    press(Key.Key_A, CTRL)
    type_text("ergens")
    assert page.knowledge._words.text()
    assert not page.timeline.choices.dimmed


def test_the_table_sorts_and_the_line_still_goes_through_time(page: TimelinePage) -> None:
    page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert titles(page)[0] == "gesprek op school"
    press(Key.Key_Home, NONE)
    assert page.selection.current() == named(page, "melding van buren")
    press(Key.Key_Right)
    assert page.selection.current() == named(page, "gesprek op school")


def test_a_file_that_is_only_read_filters_but_changes_nothing(
    window: MainWindow, tmp_path: Path
) -> None:
    page = show_read_only(window, tmp_path / "b.hgkm", the_case()).timeline_page
    before = case_of(page)
    press(Key.Key_T, CTRL)
    press(Key.Key_Home)
    for key, modifier in (
        (Key.Key_Right, ALT),
        (Key.Key_Delete, NONE),
        (Key.Key_V, CTRL),
        (Key.Key_0, CTRL),
        (Key.Key_Up, CTRL | SHIFT),
    ):
        press(key, modifier)
    assert case_of(page) == before
    press(Key.Key_F, CTRL)
    type_text("rust")
    wait_for_filter(page)
    assert titles(page) == ["rust in huis"]


def test_a_date_that_cannot_be_is_typed_over_at_once(
    page: TimelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(entry_bar, "announce", lambda _, words: told.append(words))
    line = page.entry.line
    line.setFocus()
    type_text("31-02-2021 ruzie in huis")
    assert told == [], "not at every key"
    press(Key.Key_Return)
    assert told == [line.accessibleDescription()]
    assert (line.selectedText(), line.text()) == ("31-02-2021", "31-02-2021 ruzie in huis")
    assert "bestaat niet" in line.accessibleDescription()
    type_text("28-02-2021")
    press(Key.Key_Return)
    assert named(page, "ruzie in huis").start.text() == "28 februari 2021"
    assert line.text() == ""


def test_a_line_that_is_refused_for_something_else_is_typed_on(page: TimelinePage) -> None:
    line = page.entry.line
    line.setFocus()
    type_text("28-02-2021 ")
    press(Key.Key_Return)
    assert line.selectedText() == ""
    type_text("ruzie")
    assert line.text() == "28-02-2021 ruzie"


def test_the_sign_for_risk_is_offered_while_it_is_someones_turn(page: TimelinePage) -> None:
    def offered() -> bool:
        return "!" in words_on_screen(page.entry)

    assert not offered()
    press(Key.Key_1)
    assert offered()
    page.entry.line.setFocus()
    type_text("ruzie")
    assert offered()
