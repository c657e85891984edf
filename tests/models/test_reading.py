"""When a case is deelbaar, and when it has to be read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Progress
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Alteration, Cleared
from hgkm_desktop.models.reading import (
    after_edit,
    altered,
    cleared,
    may_be_told,
    read_through,
    taken_back,
    unread_texts,
)
from hgkm_desktop.models.terms import ActionStatus, CaseState
from tests.builders import a_case_with, an_event
from tests.casefile.full_case import full_case

DAY = date(2026, 4, 1)
FIRST, SECOND = an_event("mrt 2021", "ruzie"), an_event("mei 2021", "gesprek")


def read_case() -> Case:
    return read_through(a_case_with(FIRST, SECOND), " beleidsmedewerker ", DAY)


def test_a_case_that_was_read_is_deelbaar_and_says_who_read_it() -> None:
    case = read_case()
    assert (case.state, case.read.by, case.read.on) == (
        CaseState.DEELBAAR,
        "beleidsmedewerker",
        DAY,
    )
    assert unread_texts(case) == ()


def test_without_a_function_nothing_is_deelbaar() -> None:
    with pytest.raises(BadInput):
        read_through(a_case_with(FIRST), "  ", DAY)


def test_all_of_a_case_that_nobody_read_is_unread() -> None:
    assert {text.text for text in unread_texts(a_case_with(FIRST))} >= {"ruzie"}


def test_a_changed_text_brings_it_back_in_bewerking_for_that_text() -> None:
    case = read_case()
    after = after_edit(case, case.put(replace(FIRST, title="duwen")))
    assert after.state is CaseState.IN_BEWERKING
    assert [text.text for text in unread_texts(after)] == ["duwen"]
    more = after_edit(after, after.put(replace(SECOND, fact="lang gesproken")))
    assert [text.text for text in unread_texts(more)] == ["duwen", "lang gesproken"]
    again = read_through(more, "facilitator", DAY)
    assert (again.state, unread_texts(again)) == (CaseState.DEELBAAR, ())


def test_what_is_no_text_leaves_it_deelbaar() -> None:
    case = read_case()
    for other in (replace(FIRST, is_pivotal=True), replace(FIRST, start=SECOND.start)):
        assert after_edit(case, case.put(other)).state is CaseState.DEELBAAR
    assert after_edit(case, case.drop_event(FIRST.id)).state is CaseState.DEELBAAR


def test_a_text_that_went_is_not_asked_for_again() -> None:
    case = read_case()
    after = after_edit(case, case.put(replace(FIRST, title="duwen")))
    assert unread_texts(after_edit(after, after.drop_event(FIRST.id))) == ()


def test_a_case_from_elsewhere_was_never_read_here() -> None:
    came = after_edit(None, read_case())
    assert (came.state, came.read.on) == (CaseState.IN_BEWERKING, None)
    assert len(unread_texts(came)) > 1


def test_a_case_that_was_never_read_stays_as_it_is() -> None:
    case = a_case_with(FIRST)
    new = case.put(replace(FIRST, title="duwen"))
    assert after_edit(case, new) is new


def test_a_case_that_is_called_deelbaar_and_was_never_read_goes_back_at_a_change() -> None:
    told = replace(a_case_with(FIRST), state=CaseState.DEELBAAR)
    assert after_edit(told, told.put(SECOND)).state is CaseState.IN_BEWERKING
    assert after_edit(told, told.drop_event(FIRST.id)).state is CaseState.DEELBAAR


def test_taken_back_keeps_what_was_read() -> None:
    case = taken_back(read_case())
    assert case.state is CaseState.IN_BEWERKING
    assert unread_texts(case) == ()


def test_a_decision_takes_the_place_of_one_on_the_same_word() -> None:
    first, second = Cleared("roos", "naam", "een bloem"), Cleared("roos", "naam", "een tuin")
    other = Cleared("roos", "plaats", "geen dorp")
    case = cleared(cleared(cleared(a_case_with(), first), other), second)
    assert case.read.cleared == (other, second)
    with pytest.raises(BadInput):
        cleared(case, Cleared("kim", "naam", " "))


def test_the_log_says_that_once_a_day_for_each_function() -> None:
    case = altered(altered(a_case_with(), "facilitator", DAY), " facilitator", DAY)
    case = altered(case, "jurist", DAY)
    assert case.read.alterations == (Alteration(DAY, "facilitator"), Alteration(DAY, "jurist"))


def test_what_is_said_of_an_action_does_not_take_a_case_off_the_table() -> None:
    read = read_through(full_case(), "onderzoeker", DAY)
    (actie,) = read.acties
    said = Progress(DAY, ActionStatus.BEZIG, "er is een afspraak")
    noted = after_edit(read, read.put(replace(actie, log=(*actie.log, said))))
    assert noted.state is CaseState.IN_BEWERKING
    assert may_be_told(noted)
    assert may_be_told(read)
    changed = after_edit(noted, replace(noted, title="iets anders"))
    assert not may_be_told(changed)
    assert not may_be_told(after_edit(read, read.put(replace(actie, text="een ander plan"))))
    assert not may_be_told(taken_back(read)), "someone wants it so"
