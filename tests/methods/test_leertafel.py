"""What comes to a leertafel, how its agenda runs, and what the method still asks of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.leertafel import (
    agenda_length,
    agenda_times,
    check_tabled,
    moved,
    not_on_table,
    proposed_agenda,
    still_open,
    total_minutes,
    uitvoerders_left,
)
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.leertafel import (
    AgendaPoint,
    Knelpunt,
    Leertafel,
    Reflection,
    Succes,
    TableCase,
    TeamSignal,
    Uitvoerder,
)
from hgkm_desktop.models.reading import after_edit
from hgkm_desktop.models.terms import ActionStatus, Answer, AskedOfBoard, CaseState, Outcome
from tests.builders import a_case_with, made_deelbaar

TODAY = date(2026, 5, 5)
DEELBAAR, IN_WORK = CaseState.DEELBAAR, CaseState.IN_BEWERKING
ONE = made_deelbaar(a_case_with(code="B2-2B"))
OTHER = made_deelbaar(a_case_with(code="C2-2C"))
AGENDA = (AgendaPoint("a", "Opening", 10), AgendaPoint("b", "Verhaal", 25, ONE.id))


def a_table(**more: Any) -> Leertafel:
    return Leertafel("t", "T2-2T", **more)


def held(*case_ids: str) -> tuple[TableCase, ...]:
    return tuple(TableCase(f"h{i}", i, reason="dit wringt") for i in case_ids)


def a_doorbraak(**more: Any) -> Verbeteractie:
    given: dict[str, Any] = {"owner": "wethouder", "promise": "een proef", **more}
    given.setdefault("asked", AskedOfBoard.BESLUITEN)
    return Verbeteractie(
        "d", 1.0, "één loket", outcome=Outcome.DOORBRAAK, keeper="college", due=TODAY, **given
    )


def complete() -> Leertafel:
    """A table for next week of which nothing is left to ask."""
    uitvoerder = Uitvoerder("u", "wijkteam", invited=True, prepared=True, agrees=Answer.JA)
    return a_table(
        held_on=date(2026, 5, 12),
        starts_at=810,
        cases=held(ONE.id),
        signals=(TeamSignal("s", "wijkteam", "korte lijnen"),),
        uitvoerders=(uitvoerder,),
        agenda=AGENDA,
    )


# --- cases ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lying", "new", "state", "refusal"),
    [
        ((), "", DEELBAAR, "Kies een casus"),
        ((), "c", IN_WORK, "nog in bewerking"),
        (("c",), "c", DEELBAAR, "ligt al op tafel"),
        (("a", "b"), "c", DEELBAAR, "hooguit 2"),
    ],
)
def test_what_cannot_come_to_the_table(
    lying: tuple[str, ...], new: str, state: CaseState, refusal: str
) -> None:
    table = a_table(cases=held(*lying))
    with pytest.raises(BadInput, match=refusal):
        check_tabled(table, TableCase("new", new), "B2-2B", state)


def test_who_refuses_a_case_in_work_says_where_to_make_it_deelbaar() -> None:
    with pytest.raises(BadInput, match="Casus B2-2B") as refused:
        check_tabled(a_table(), TableCase("n", "c"), "B2-2B", IN_WORK)
    assert "Herleidbaarheidscheck" in refused.value.todo


def test_a_case_that_lies_there_may_be_described_when_it_went_back_to_work() -> None:
    table = a_table(cases=held("a", "b"))
    check_tabled(table, replace(table.cases[0], reason="een andere reden"), "B2-2B", IN_WORK)
    with pytest.raises(BadInput):
        check_tabled(table, replace(table.cases[0], case_id="c"), "D2-2D", IN_WORK)


def test_a_case_that_went_back_to_work_is_told_of_and_stays() -> None:
    table = a_table(cases=held(ONE.id, OTHER.id))
    assert not_on_table(table, [ONE, OTHER]) == ""
    back = replace(OTHER, state=IN_WORK)
    assert "Casus C2-2C is niet meer deelbaar" in not_on_table(table, [ONE, back])
    assert "niet te lezen" in not_on_table(table, [ONE])


def test_what_is_said_of_an_action_is_read_before_paper_and_takes_no_case_off_the_table() -> None:
    actie = Verbeteractie("a", 1.0, "rooster maken")
    before = made_deelbaar(a_case_with(actie, code="B2-2B"))
    said = Progress(TODAY, ActionStatus.BEZIG, "loopt", "T2-2T")
    after = after_edit(before, before.put(replace(actie, log=(said,))))
    assert after.state is IN_WORK
    table = replace(complete(), cases=held(after.id), agenda=(AgendaPoint("a", "x", 5, after.id),))
    assert not_on_table(table, [after]) == ""
    (left,) = still_open(table, [after], TODAY)
    assert "Over acties van casus B2-2B is iets gezegd." in left


# --- agenda -----------------------------------------------------------------------------------


def test_the_agenda_runs_from_when_it_begins() -> None:
    table = a_table(starts_at=810, agenda=AGENDA)
    assert [t.words for t in agenda_times(table)] == [
        "13:30 Opening (10 min)",
        "13:40 Verhaal (25 min)",
    ]
    assert agenda_length(table) == "Samen 35 minuten, tot 14:05."


def test_without_a_time_it_has_minutes_only() -> None:
    table = a_table(agenda=AGENDA)
    assert agenda_times(table)[1].words == "Verhaal (25 min)"
    assert agenda_length(table) == "Samen 35 minuten."
    assert agenda_length(a_table()) == ""


@pytest.mark.parametrize("cases", [(), ("a",), ("a", "b")])
def test_the_proposal_asks_of_earlier_actions_before_any_case(cases: tuple[str, ...]) -> None:
    table = a_table(cases=held(*cases), signals=(TeamSignal("s", "wijkteam"),))
    agenda = proposed_agenda(table)
    titles = [point.title for point in agenda]
    assert titles[1] == "Hoe staat het met eerdere acties"
    of_cases = [point.case_id for point in agenda if point.case_id]
    assert of_cases == [case_id for case_id in cases for _ in range(3)]
    assert len({point.id for point in agenda}) == len(agenda)
    assert total_minutes(replace(table, agenda=agenda)) <= 120


def test_a_point_moves_and_stops_at_the_ends() -> None:
    table = a_table(agenda=AGENDA)
    assert [p.id for p in moved(table, "a", 1)] == ["b", "a"]
    assert moved(table, "a", -1) == AGENDA
    assert moved(table, "b", 1) == AGENDA


# --- what is still open -----------------------------------------------------------------------


def test_nothing_is_asked_of_a_table_that_has_all() -> None:
    assert still_open(complete(), [ONE], TODAY) == ()


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"cases": ()}, "nog geen casus op tafel"),
        ({"cases": (TableCase("h", ONE.id),)}, "waarom u deze casus kiest: B2-2B"),
        ({"cases": held(ONE.id, "x", "y")}, "Kies er hooguit 2"),
        ({"held_on": None}, "nog geen dag"),
        ({"starts_at": None}, "nog geen begintijd"),
        ({"signals": ()}, "Nog van geen enkel team"),
        ({"uitvoerders": ()}, "nog geen uitvoerder"),
        ({"agenda": ()}, "De agenda is nog leeg"),
        ({"agenda": (AgendaPoint("a", "Alles", 155),)}, "duurt 2 uur en 35 minuten"),
        ({"agenda": AGENDA[:1]}, "nog niets over casus B2-2B"),
        ({"knelpunten": (Knelpunt("k", "wachttijd", bestuurder="wethouder"),)}, "geen succes"),
        ({"successes": (Succes("s", "één gezicht"),)}, "waarom het kon"),
        ({"knelpunten": (Knelpunt("k", "wachttijd"),)}, "welke bestuurder"),
        ({"acties": (a_doorbraak(promise=""),)}, "wat is toegezegd"),
        ({"acties": (replace(a_doorbraak(), due=None),)}, "geen datum"),
        ({"acties": (replace(a_doorbraak(), asked=None),)}, "agenderen, besluiten, middelen"),
        ({"acties": (replace(a_doorbraak(), owner=""),)}, "geen eigenaar"),
        ({"acties": (replace(a_doorbraak(), keeper=""),)}, "geen bewaker"),
        ({"successes": (Succes("s", "x", "y", OTHER.id),)}, "niet meer op tafel"),
    ],
)
def test_what_the_method_still_asks(change: dict[str, Any], asked: str) -> None:
    found = still_open(replace(complete(), **change), [ONE], TODAY)
    assert any(asked in sentence for sentence in found), found


def test_a_reason_why_there_is_no_success_is_an_answer() -> None:
    table = replace(complete(), acties=(a_doorbraak(),))
    assert len(still_open(table, [ONE], TODAY)) == 1
    assert still_open(replace(table, no_success_reason="nog te vroeg"), [ONE], TODAY) == ()


def test_after_the_day_it_asks_what_came_of_it_and_no_longer_to_prepare() -> None:
    table = replace(complete(), uitvoerders=(), agenda=())
    after = still_open(table, [ONE], date(2026, 5, 13))
    assert [s for s in after if "agenda" in s or "uitvoerder" in s] == []
    assert "De conclusie is nog leeg." in after
    said = replace(
        table,
        reflections=(Reflection("r", "burgemeester", "dit wist ik niet"),),
        successes=(Succes("s", "één gezicht", "zij had tijd"),),
        knelpunten=(Knelpunt("k", "wachttijd", bestuurder="wethouder"),),
        conclusion="we gaan door",
    )
    assert still_open(said, [ONE], date(2026, 5, 13)) == ()


def test_uitvoerders_are_counted_by_what_is_left_to_do() -> None:
    uitvoerders = (
        Uitvoerder("1", "wijkteam", invited=True, prepared=True, agrees=Answer.JA),
        Uitvoerder("2", "politie", invited=True, agrees=Answer.NEE),
        Uitvoerder("3", "school"),
    )
    told = uitvoerders_left(a_table(uitvoerders=uitvoerders))
    assert told == (
        "Nog te doen bij 3 uitvoerders: 1 uitnodigen, 2 voorbereiden en aan 1 vragen of het "
        "verhaal klopt."
    )
    (against,) = [
        s
        for s in still_open(replace(complete(), uitvoerders=uitvoerders), [ONE], TODAY)
        if "klopt het verhaal niet" in s
    ]
    assert "Voor 1 van 3" in against
    assert "Schrijf op" in against
