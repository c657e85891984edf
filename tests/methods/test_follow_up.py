"""Actions over everything: which are late, who waits for whom, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.agenda import (
    begun,
    of_board,
    open_actions,
    still_to_ask,
    why_not_begin,
    with_progress,
)
from hgkm_desktop.methods.follow_up import (
    GONE,
    Followed,
    Wanted,
    chosen,
    counted,
    dropped,
    escalated,
    in_case,
    in_turn,
    in_works,
    kept,
    reopened,
    with_note,
    with_outcome,
    words_of,
)
from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.leertafel import Leertafel, TableCase
from hgkm_desktop.models.merging_values import merged
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.terms import ActionStatus, AskedOfBoard, CaseState, Level, Outcome
from hgkm_desktop.models.works import Opening, Work, with_actie
from tests.models.copies import Copy

MARCH, MAY, JULY = date(2026, 3, 2), date(2026, 5, 4), date(2026, 7, 6)
OPEN, BEZIG, GEREED = ActionStatus.OPEN, ActionStatus.BEZIG, ActionStatus.GEREED
VERVALLEN = ActionStatus.VERVALLEN


def an_actie(text: str = "rooster", **more: object) -> Verbeteractie:
    return replace(Verbeteractie(f"id {text}", 1.0, text), **more)  # type: ignore[arg-type]


def rows(*acties: Verbeteractie, case_id: str = "c") -> tuple[Followed, ...]:
    return in_case(case_id, "K7-2F", "een casus", CaseState.DEELBAAR, acties)


def texts(found: tuple[Followed, ...]) -> list[str]:
    return [row.actie.text for row in found]


def test_what_is_late_comes_first_and_what_ended_last() -> None:
    acties = (
        an_actie("klaar", due=MARCH, status=GEREED),
        an_actie("ooit"),
        an_actie("straks", due=JULY),
        an_actie("laat", due=MARCH, status=BEZIG),
        an_actie("vandaag", due=MAY),
    )
    assert texts(in_turn(rows(*acties), MAY)) == ["laat", "vandaag", "straks", "ooit", "klaar"]
    assert counted(rows(*acties), MAY) == "5 acties: 1 te laat, 3 open en 1 gereed."


def test_one_who_asks_for_less_sees_less() -> None:
    late = an_actie("laat", due=MARCH, owner="Wijkteam", keeper="LVO", level=Level.BESTUURLIJK)
    brought = an_actie("door", owner="politie", escalations=(Escalation(MARCH, "college"),))
    broken = an_actie("breuk", outcome=Outcome.DOORBRAAK, status=GEREED, body="college")
    listed = rows(late, brought, broken)

    def asked(**wanted: object) -> list[str]:
        return texts(chosen(listed, Wanted(**wanted), MAY))  # type: ignore[arg-type]

    assert asked() == ["laat", "door", "breuk"]
    assert asked(owner="wijkteam ") == asked(keeper="lvo") == asked(only_overdue=True) == ["laat"]
    assert asked(body="College") == ["door", "breuk"]
    assert asked(body="College", only_open=True) == ["door"]
    assert asked(outcome=Outcome.DOORBRAAK) == asked(status=GEREED) == ["breuk"]
    assert asked(level=Level.BESTUURLIJK) == ["laat"]
    assert words_of(["politie", " Politie", "", "brandweer"]) == ("brandweer", "politie")


def test_it_waits_for_the_body_until_that_said_something() -> None:
    (row,) = rows(an_actie(owner="wijkteam", body="lokaal veiligheidsoverleg"))
    assert (row.waits_for, row.body_now) == ("wijkteam", "lokaal veiligheidsoverleg")
    brought = escalated(row.actie, " college ", MAY)
    assert brought.escalations == (Escalation(MAY, "college"),)
    assert replace(row, actie=brought).waits_for == "college"
    told = with_outcome(brought, 0, "in juli op de agenda")
    assert told.escalations[0].outcome == "in juli op de agenda"
    assert replace(row, actie=told).waits_for == "wijkteam"
    assert replace(row, actie=told).body_now == "college"
    assert replace(row, actie=replace(told, status=GEREED)).waits_for == ""


def test_an_action_goes_only_to_another_body_and_an_outcome_says_something() -> None:
    brought = escalated(an_actie(body="driehoek"), "college", MAY)
    for body in ("", "College"):
        with pytest.raises(BadInput):
            escalated(brought, body, JULY)
    for number, outcome in ((0, " "), (1, "goed"), (-1, "goed")):
        with pytest.raises(BadInput):
            with_outcome(brought, number, outcome)


def test_letting_go_asks_why_and_can_be_taken_back() -> None:
    with pytest.raises(BadInput, match="waarom"):
        dropped(an_actie(), " ", MAY)
    with pytest.raises(BadInput, match="waarom"):
        with_note(an_actie(), VERVALLEN, "", MAY)
    gone = dropped(an_actie(), "niemand heeft er tijd voor", MAY, "H2-2H")
    assert gone.status is VERVALLEN
    assert gone.log == (Progress(MAY, VERVALLEN, "niemand heeft er tijd voor", "H2-2H"),)
    back = reopened(gone, "", JULY)
    assert back.status is OPEN
    assert back.log == (*gone.log, Progress(JULY, OPEN, "Weer geopend."))


def test_what_goes_on_says_so_with_its_new_day() -> None:
    on = kept(an_actie(due=MARCH, status=BEZIG), "loopt", JULY, MAY)
    assert (on.status, on.due) == (BEZIG, JULY)
    assert on.log[-1].text == "Blijft staan, nu voor 6 juli 2026. loopt"
    assert kept(an_actie(due=JULY), "", JULY, MAY).log[-1].text == "Blijft staan."


def test_who_does_it_and_watches_over_it_too_is_seen() -> None:
    one, other = rows(an_actie(owner="Politie", keeper="politie "), an_actie("iets", owner="x"))
    assert one.is_kept_by_owner
    assert not other.is_kept_by_owner


# --- with what a leertafel or talk opens ------------------------------------------------------


def a_table(code: str, on: date | None = None, **more: object) -> Leertafel:
    made: Leertafel = replace(Leertafel(code, code, held_on=on), **more)  # type: ignore[arg-type]
    return made


def asked_at(
    opening: Opening, works: tuple[Work, ...] = (), of_cases: tuple[Followed, ...] = ()
) -> list[str]:
    actions = open_actions(opening, of_board(opening, works, of_cases))
    return [action.actie.text for action in actions]


def test_a_table_asks_about_talks_samples_and_tables_of_before_it() -> None:
    table = a_table("nu", MAY)
    works = (
        a_table("toen", MARCH, acties=(an_actie("van de tafel"),)),
        a_table("straks", JULY, acties=(an_actie("van straks"),)),
        BoardTalk("g", "g", created_on=MARCH, begun=True, acties=(an_actie("van het gesprek"),)),
        BoardTalk("h", "h", created_on=MARCH, acties=(an_actie("nog te voeren"),)),
        Sample("s", "s", evaluated_on=MAY, created_on=JULY, acties=(an_actie("van de proef"),)),
        replace(table, acties=(an_actie("van nu zelf"),)),
    )
    found = ["van de tafel", "van het gesprek", "van de proef"]
    assert asked_at(table, works) == found
    assert asked_at(a_table("zonder dag"), works) == [
        *(found[0], "van straks", *found[1:], "van nu zelf")
    ]


def test_of_two_meetings_on_one_day_only_the_later_one_asks() -> None:
    first = a_table("a", MAY, begun=True, acties=(an_actie("van a"),))
    second = a_table("b", MAY, created_on=MAY, acties=(an_actie("van b"),))
    assert asked_at(second, (first, second)) == ["van a"]
    assert asked_at(replace(first, begun=False, created_on=MARCH), (first, second)) == []


@pytest.mark.parametrize(
    ("actie", "is_asked"),
    [
        (an_actie("op niveau", level=Level.BESTUURLIJK), True),
        (an_actie("gevraagd", asked=AskedOfBoard.LOBBY), True),
        (an_actie("ligt daar", body="Bestuurlijke leertafel"), True),
        (an_actie("ging daarheen", escalations=(Escalation(MARCH, "burgemeester"),)), True),
        (an_actie("van het wijkteam"), False),
        (an_actie("klaar", level=Level.BESTUURLIJK, status=GEREED), False),
    ],
)
def test_a_table_asks_about_what_lies_with_the_board(actie: Verbeteractie, is_asked: bool) -> None:
    assert asked_at(a_table("nu", MAY), (), rows(actie)) == [actie.text] * is_asked


def test_a_table_asks_about_every_action_of_a_case_that_was_on_the_table() -> None:
    before = a_table("toen", MARCH, cases=(TableCase("t", "c"),))
    own = rows(an_actie("van de casus"))
    assert asked_at(a_table("nu", MAY), (before,), own) == ["van de casus"]
    assert asked_at(before, (before,), own) == []


def test_nothing_begins_before_every_action_was_asked_about() -> None:
    table = a_table("nu", MAY)
    before = a_table("toen", MARCH, acties=(an_actie("een"), an_actie("twee")))
    actions = open_actions(table, in_works((before,)))
    with pytest.raises(BadInput, match="Van de 2 eerdere acties is nog niet gezegd"):
        begun(table, actions)
    said = Progress(MAY, BEZIG, "loopt", table.code)
    table, before = with_progress(table, before, "id een", said)
    actions = open_actions(table, in_works((before,)))
    assert still_to_ask(actions) == 1
    assert why_not_begin(table, actions).startswith("Van 1 van de 2 eerdere acties")
    table, before = with_progress(table, before, "id twee", replace(said, status=GEREED), JULY)
    table = begun(table, open_actions(table, in_works((before,))))
    assert table.begun
    assert [actie.due for actie in before.acties] == [None, JULY]
    later = replace(before, acties=(*before.acties, an_actie("later")))
    assert still_to_ask(open_actions(table, in_works((later,)))) == 0
    assert begun(a_table("leeg"), ()).begun


def test_dropping_at_a_meeting_asks_why_and_what_is_gone_cannot_be_asked() -> None:
    table, before = a_table("nu", MAY), a_table("toen", MARCH, acties=(an_actie(),))
    with pytest.raises(BadInput):
        with_progress(table, before, "id rooster", Progress(MAY, VERVALLEN, "", "nu"))
    with pytest.raises(BadInput, match=GONE):
        with_progress(table, before, "weg", Progress(MAY, OPEN, "", "nu"))


def test_what_two_copies_noted_of_one_action_is_asked_when_they_become_one() -> None:
    table = a_table("toen", MARCH, acties=(an_actie(),))
    start = Copy.of(table)
    here = start.saved(with_actie(table, with_note(an_actie(), BEZIG, "hier", MAY)))
    there = start.saved(with_actie(table, with_note(an_actie(), GEREED, "daar", MAY)))
    found = merged(table.id, here.side, there.side)
    (conflict,) = found.conflicts
    assert {conflict.here.log[-1].text, conflict.there.log[-1].text} == {"hier", "daar"}
