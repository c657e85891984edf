"""What of a first case can be seen in the case itself, and how long it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.methods.first_case import END, SEEN, first_open, is_done
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.first_case_content import first_steps
from hgkm_desktop.models.records import Lesson
from tests.builders import a_case_with, an_event

STEPS = first_steps()
EMPTY = a_case_with()
OWNED = Verbeteractie("a", 1, "bel elkaar", owner="wijkteam")


def names_open(case: object, *, has_seen: bool = False) -> set[str]:
    return {s.id for s in STEPS if not is_done(s, case, has_seen=has_seen)}  # type: ignore[arg-type]


def test_it_takes_ten_minutes() -> None:
    assert sum(step.minutes for step in STEPS) == 10


def test_each_step_says_what_to_do() -> None:
    assert all(step.to_do for step in STEPS)
    assert STEPS[-1].id == END


def test_without_a_case_all_is_open() -> None:
    assert names_open(None) == {step.id for step in STEPS}


def test_an_empty_case_is_the_first_step() -> None:
    assert "casus" not in names_open(EMPTY)
    assert first_open(STEPS, EMPTY, has_seen=False) == 1


def test_a_reason_of_spaces_is_none() -> None:
    assert "aanleiding" in names_open(replace(EMPTY, reason="  "))
    assert "aanleiding" not in names_open(replace(EMPTY, reason="Het begon laat."))


@pytest.mark.parametrize("count", [0, 2, 3, 4])
def test_three_lines_are_asked_for(count: int) -> None:
    case = a_case_with(*(an_event("mrt 2021", f"gesprek {n}") for n in range(count)))
    assert ("lijn" in names_open(case)) == (count < 3)


def test_a_lesson() -> None:
    assert "les" not in names_open(EMPTY.put(Lesson("l", 1, "bel elkaar")))


def test_an_action_needs_an_owner_and_a_keeper() -> None:
    assert "actie" in names_open(replace(EMPTY, acties=(OWNED,)))
    kept = replace(OWNED, keeper="regionaal overleg")
    assert "actie" not in names_open(replace(EMPTY, acties=(kept,)))


def test_the_notitie_must_be_seen() -> None:
    assert SEEN in names_open(EMPTY)
    assert SEEN not in names_open(EMPTY, has_seen=True)


def test_what_is_done_already_is_passed_by() -> None:
    case = replace(EMPTY, reason="Het begon laat.").put(Lesson("l", 1, "bel elkaar"))
    open_ones = [s.id for s in STEPS if not is_done(s, case, has_seen=False)]
    place = first_open(STEPS, case, has_seen=False)
    assert STEPS[place].id == open_ones[0] == "deelnemers"
    before_les = [s.id for s in STEPS].index("les") - 1
    assert STEPS[first_open(STEPS, case, has_seen=False, after=before_les)].id == "actie"


def test_behind_the_last_comes_the_end() -> None:
    assert STEPS[first_open(STEPS, EMPTY, has_seen=True, after=len(STEPS) - 3)].id == END
