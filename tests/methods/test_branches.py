"""The two sides of a branch: made, held beside each other, counted and told, all by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.methods.branch_figures import NEVER, compared, first_after, knowing
from hgkm_desktop.methods.branch_words import NO_DAY, NO_SPLIT, told_words, what_cannot_be
from hgkm_desktop.methods.branches import (
    beside,
    copies,
    later_events,
    moved_over,
    shared_events,
    two_lines,
    with_branch,
    with_events,
)
from hgkm_desktop.models.exercise import line_of, with_line
from hgkm_desktop.models.intervals import DayRange
from hgkm_desktop.models.moment import UNKNOWN, Moment, in_month, on_day
from hgkm_desktop.models.terms import EventKind
from tests.methods.branch_lines import (
    BRANCH,
    EARLY,
    EXERCISE,
    LAST,
    LATER,
    MOEDER,
    SPLIT,
    WITH,
    WITHOUT,
    an_event,
    split_at,
)


def test_all_up_to_and_with_moment_t_is_shared() -> None:
    assert shared_events(EXERCISE, BRANCH) == (EARLY, SPLIT)
    assert later_events(EXERCISE, BRANCH) == (LATER, LAST)
    no_split = replace(BRANCH, after_event_id="")
    assert shared_events(EXERCISE, no_split) == later_events(EXERCISE, no_split) == ()


def test_a_copied_side_has_ids_of_its_own_and_the_same_order() -> None:
    made = copies((LATER, LAST))
    assert [(e.title, e.start) for e in made] == [(e.title, e.start) for e in (LATER, LAST)]
    assert not {e.id for e in made} & {LATER.id, LAST.id}
    assert made[0].seq < made[1].seq


def test_each_event_says_how_it_stands_to_the_other_side() -> None:
    without, beside_it = beside(BRANCH)
    assert [(one.event.id, one.words) for one in without] == [
        ("w1", ""),
        ("w2", "63 dagen later"),  # 8 March to 10 May: 23 + 30 + 10
        ("w3", "alleen hier"),
        ("w4", "3 tot 4 maanden later"),  # 2 April to 1-31 July: 90 to 120 days
    ]
    assert [one.words for one in beside_it] == [
        "63 dagen eerder",
        "alleen hier",
        "",
        "3 tot 4 maanden eerder",
    ]
    assert [one.is_same for one in beside_it] == [False, False, True, False]


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        (in_month(2022, 5), in_month(2022, 5), ""),
        (on_day(2022, 5, 3), in_month(2022, 5), "misschien op een ander moment"),
        (UNKNOWN, on_day(2022, 5, 3), "op de andere lijn met datum"),
        (on_day(2022, 5, 3), UNKNOWN, "op de andere lijn zonder datum"),
        (on_day(2022, 5, 4), on_day(2022, 5, 3), "1 dag later"),
    ],
)
def test_no_difference_in_time_is_more_exact_than_its_dates(
    here: Moment, there: Moment, words: str
) -> None:
    sides = [
        (an_event(own_id, start, EventKind.INCIDENT, "Ruzie"),)
        for own_id, start in (("w1", there), ("m1", here))
    ]
    branch = replace(BRANCH, events_without=sides[0], events_with=sides[1])
    assert beside(branch)[1][0].words == words


def test_of_two_that_are_alike_those_of_one_moment_belong_together() -> None:
    early = an_event("w1", on_day(2022, 4, 1), EventKind.INCIDENT, "Ruzie")
    late = an_event("w2", on_day(2022, 5, 1), EventKind.INCIDENT, "ruzie.")
    branch = replace(BRANCH, events_without=(early, late), events_with=(replace(late, id="m2"),))
    assert [one.words for one in beside(branch)[0]] == ["alleen hier", ""]


def test_the_comparison_is_counted_from_the_events() -> None:
    rows = {row.name: (row.without, row.beside) for row in compared(EXERCISE, BRANCH)}
    assert rows == {
        "Organisaties die weten wat er na T gebeurde": ("2", "2 tot 3"),
        "Van T tot de eerste interventie": ("4 tot 5 maanden", "32 dagen"),
        "Van T tot het eerste afstemmingsmoment": ("70 dagen", "7 dagen"),
        "Van T tot het eerste plan of de eerste afspraak": (NEVER, "14 dagen"),
        "Incidenten na T": ("2", "1"),
    }


def test_the_first_after_an_imprecise_t_is_a_range() -> None:
    split = replace(SPLIT, start=in_month(2022, 3))
    found = first_after(split, WITH, EventKind.PLAN)
    assert found == DayRange(0, 14)  # the plan is of 15 March: T is on 1 to 15 March
    assert first_after(split, WITHOUT, EventKind.INTERVENTIE) == DayRange(92, 152)
    assert first_after(split, WITHOUT, EventKind.PLAN) is None
    assert knowing(()) == (0, 0)


def test_without_a_date_for_t_no_time_is_said() -> None:
    undated = split_at(UNKNOWN)
    rows = {row.name: row.without for row in compared(undated, BRANCH)}
    assert rows["Van T tot de eerste interventie"] == "niet te zeggen: T heeft geen datum"
    assert rows["Incidenten na T"] == "2"
    assert what_cannot_be(undated, BRANCH) == (NO_DAY,)
    assert what_cannot_be(EXERCISE, replace(BRANCH, after_event_id="")) == (NO_SPLIT,)


def test_an_event_before_t_is_warned_of_and_not_counted() -> None:
    too_early = replace(WITHOUT[0], start=on_day(2022, 2, 1))
    branch = with_events(BRANCH, (too_early, *WITHOUT[1:]), is_with=False)
    said = what_cannot_be(EXERCISE, branch)
    assert len(said) == 1
    assert "Ruzie op straat" in said[0]
    assert compared(EXERCISE, branch)[-1].without == "1"
    assert what_cannot_be(EXERCISE, BRANCH) == ()


def test_both_sides_stand_on_one_line_with_a_lane_each() -> None:
    lines = two_lines(EXERCISE, BRANCH)
    lane = {one.id: one.name for one in lines.case.organisations}
    in_lane = {e.id: lane[e.organisation_ids[0]] for e in lines.case.events}
    assert in_lane["e2"] == "Voor beide"
    assert in_lane["w2"] == "géén Actieoverleg"
    assert in_lane["m2"] == "wél Actieoverleg"
    assert lines.case.t0_event_id == SPLIT.id
    assert lines.quiet == {"e1", "e2", "w1", "m3"}
    titles = {e.id: e.title for e in lines.case.events}
    assert titles["w3"] == "+ Dreiging aan de deur"
    assert titles["m1"] == "63 dagen eerder: Overleg met partners"


def test_what_lies_far_before_t_takes_no_room_and_is_counted() -> None:
    long_ago = replace(EARLY, start=on_day(2012, 1, 1))
    exercise = replace(EXERCISE, events=(long_ago, *EXERCISE.events[1:]))
    lines = two_lines(exercise, BRANCH)
    assert lines.earlier == 1
    assert long_ago.id not in {e.id for e in lines.case.events}
    assert any("School ziet blauwe plek" in said for said in told_words(exercise, BRANCH))


def test_an_undated_event_says_on_which_side_it_is() -> None:
    branch = with_events(BRANCH, (*WITHOUT, LAST), is_with=False)
    titles = [e.title for e in two_lines(EXERCISE, branch).case.events if e.id == LAST.id]
    assert titles == ["géén Actieoverleg: + Huisbezoek"]


def test_both_lines_are_told_in_words() -> None:
    said = " ".join(told_words(EXERCISE, BRANCH))
    for event in (EARLY, SPLIT, *WITHOUT, *WITH):
        assert event.title in said
    assert "Géén Actieoverleg: 1 april 2022: Ruzie op straat (op beide lijnen hetzelfde)." in said
    assert "15 maart 2022: Veiligheidsplan (alleen hier)." in said
    empty = replace(BRANCH, events_with=())
    assert "Wél Actieoverleg: nog geen gebeurtenissen." in told_words(EXERCISE, empty)


def test_an_event_goes_to_the_other_side() -> None:
    moved = moved_over(BRANCH, "w3", to_with=True)
    assert [e.id for e in moved.events_without] == ["w1", "w2", "w4"]
    assert [e.id for e in moved.events_with] == ["m1", "m2", "m3", "m4", "w3"]
    back = moved_over(moved, "w3", to_with=False)
    assert {e.id for e in back.events_without} == {e.id for e in WITHOUT}


def test_a_betrokkene_that_goes_takes_no_event_of_a_side_along() -> None:
    left = with_line(EXERCISE, line_of(EXERCISE).drop_betrokkene(MOEDER.id))
    sides = left.branches[0].events_without, left.branches[0].events_with
    assert [len(side) for side in sides] == [len(WITHOUT), len(WITH)]
    assert not any(e.involved for side in sides for e in side)
    assert compared(left, left.branches[0]) == compared(EXERCISE, BRANCH)


def test_a_branch_is_put_in_its_own_place() -> None:
    other = replace(BRANCH, id="t2")
    exercise = with_branch(EXERCISE, other)
    changed = replace(BRANCH, title="Anders")
    assert [b.title for b in with_branch(exercise, changed).branches] == ["Anders", other.title]
