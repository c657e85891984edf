"""What is planned, what is due and for whom it waits, from headings, works and actions alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from hgkm_desktop.methods.follow_up import Followed, in_case, in_works
from hgkm_desktop.methods.overview import NOBODY, About, planned, to_do, waiting, when_text
from hgkm_desktop.models.acties import Escalation, Verbeteractie
from hgkm_desktop.models.leertafel import AgendaPoint, Leertafel, TableCase, Uitvoerder
from hgkm_desktop.models.meetings import Meeting, MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.study import Decision, FocusGroup, Study
from hgkm_desktop.models.terms import ActionStatus, Answer, CaseState, Outcome
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work

TODAY = date(2026, 5, 1)
BEFORE, SOON, LATER = date(2026, 4, 1), date(2026, 5, 11), date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as the list at the left knows it."""

    id: str
    code: str
    state: CaseState = CaseState.DEELBAAR
    keep_until: date | None = None


CASES = (
    Listed("c1", "B2-2B", CaseState.IN_BEWERKING),
    Listed("c2", "C2-2C", keep_until=date(2026, 4, 30)),
    Listed("c3", "D2-2D", keep_until=TODAY),
)
ACTIONS = (
    Verbeteractie("a1", 1.0, "bellen", owner="wijkteam", due=date(2026, 4, 29)),
    Verbeteractie("a2", 2.0, "schrijven", owner="politie", due=SOON),
    Verbeteractie("a3", 3.0, "wachten", owner="politie", due=LATER),
    Verbeteractie("a4", 4.0, "klaar", due=BEFORE, status=ActionStatus.GEREED),
    Verbeteractie("a5", 5.0, "een loket", outcome=Outcome.DOORBRAAK),
    Verbeteractie("a6", 6.0, "een bed", owner="zorg", escalations=(Escalation(BEFORE, "college"),)),
)
READY = Leertafel(
    "t1",
    "T2-2T",
    title="Twee verhalen",
    held_on=SOON,
    starts_at=13 * 60 + 30,
    cases=(TableCase("h1", "c2"),),
    uitvoerders=(Uitvoerder("u1", "wijkteam", "", "c2", True, True, Answer.JA),),
    agenda=(AgendaPoint("p1", "welkom"),),
)
ASKED: Followed = in_case("c1", "B2-2B", "een casus", CASES[0].state, ACTIONS)[0]


def rows_of(works: tuple[Work, ...] = ()) -> tuple[Followed, ...]:
    return (*in_case("c1", "B2-2B", "", CASES[0].state, ACTIONS), *in_works(works))


def test_what_is_planned_stands_by_its_day() -> None:
    works = (
        replace(READY, next_on=LATER),
        BoardTalk("g1", "G2-2G", held_on=BEFORE, begun=True, next_on=TODAY),
        BoardTalk("g2", "G3-3G", held_on=date(2026, 5, 2), next_on=date(2026, 12, 1)),
        MeetingSeries("m", "M2-2M", meetings=(Meeting("b1", BEFORE), Meeting("b2", SOON))),
        Study(
            "o",
            "O2-2O",
            focus_groups=(FocusGroup("f", "focusgroep 1", on=LATER),),
            decisions=(Decision("d", "college", on=date(2026, 10, 1)), Decision("e", "raad")),
        ),
        Sample("s", "S2-2S", evaluated_on=date(2026, 6, 1)),
        Terugkoppeling("v", "V2-2V", told_on=date(2027, 1, 5)),
    )
    assert [(row.words, row.detail) for row in planned(works, TODAY)] == [
        ("Gesprek G3-3G", "Zaterdag 2 mei 2026 · morgen"),
        ("Leertafel T2-2T Twee verhalen", "Maandag 11 mei 2026, 13:30 · over 10 dagen"),
        ("Bijeenkomst van overleg M2-2M", "Maandag 11 mei 2026 · over 10 dagen"),
        ("Evaluatie van steekproef S2-2S", "Maandag 1 juni 2026"),
        ("De keer na leertafel T2-2T Twee verhalen", "Dinsdag 1 september 2026"),
        ("Focusgroep 1 van onderzoek O2-2O", "Dinsdag 1 september 2026"),
        ("College, over onderzoek O2-2O", "Donderdag 1 oktober 2026"),
        ("De keer na gesprek G3-3G", "Dinsdag 1 december 2026"),
        ("Terugkoppeling V2-2V vertellen", "Dinsdag 5 januari 2027"),
    ], "the next day that the first talk named is over: the second one says when it is"


def test_what_is_late_comes_first_and_then_what_is_due_within_two_weeks() -> None:
    found = to_do((READY,), CASES, rows_of(), TODAY)
    assert [(row.words, row.detail, row.is_late) for row in found] == [
        ("bellen", "2 dagen te laat · wijkteam · casus B2-2B", True),
        (
            "De bewaartermijn van casus C2-2C is voorbij",
            "Bewaren tot 30 april 2026 · vernietig de casus, of kies een dag",
            True,
        ),
        ("schrijven", "Voor 11 mei 2026, over 10 dagen · politie · casus B2-2B", False),
    ]
    assert [row.about for row in found] == [About.ACTIONS, About.KEEPING, About.ACTIONS]


def test_a_leertafel_of_within_two_weeks_is_asked_what_it_needs() -> None:
    table = replace(
        READY,
        cases=(TableCase("h1", "c1"), TableCase("h2", "gone")),
        uitvoerders=(Uitvoerder("u1", "wijkteam"),),
        agenda=(),
    )
    found = to_do((table,), CASES[:1], (), TODAY)
    assert [(row.words, row.holder_id, row.about) for row in found] == [
        ("Casus B2-2B is nog niet deelbaar en kan zo niet op tafel", "c1", About.STATE),
        ("Een casus van de leertafel staat niet in dit bestand", "t1", About.CASES),
        (
            "Nog te doen bij 1 uitvoerder: 1 uitnodigen, 1 voorbereiden en aan 1 vragen of het "
            "verhaal klopt.",
            "t1",
            About.PEOPLE,
        ),
        ("De agenda is nog leeg", "t1", About.AGENDA),
    ]
    again = to_do((table,), CASES[:1], (), TODAY, told=["c1"])
    assert again[0].words.startswith("Lees in casus B2-2B na wat er over acties is gezegd")
    assert again[1:] == found[1:]
    assert {row.detail for row in found} == {
        "Leertafel T2-2T Twee verhalen · 11 mei 2026, over 10 dagen"
    }
    assert to_do((replace(table, held_on=LATER),), CASES[:1], (), TODAY) == (), "that is far off"


def test_what_was_and_has_no_result_or_round_is_asked_for() -> None:
    works = (
        BoardTalk("g1", "G2-2G", held_on=BEFORE, begun=True),
        replace(READY, held_on=BEFORE, title=""),
        Sample("s", "S2-2S", evaluated_on=BEFORE, conclusion="ja"),
        Study("o", "O2-2O", decisions=(Decision("d", "college", on=BEFORE),)),
        MeetingSeries(
            "m", "M2-2M", meetings=(Meeting("b1", BEFORE, case_id="c1"), Meeting("b2", BEFORE))
        ),
    )
    board = [replace(ASKED, actie=replace(ASKED.actie, body="leertafel", due=None))]
    found = to_do(works, CASES[:1], board, TODAY)
    assert [(row.words, row.about) for row in found] == [
        ("Van gesprek G2-2G is nog geen verslag gemaakt", About.RESULT),
        ("De conclusie van leertafel T2-2T is nog leeg", About.RESULT),
        ("Nog niet opgeschreven wat de uitkomst is: college", About.DECISIONS),
        ("De ronde langs eerdere acties is nog niet af bij leertafel T2-2T", About.PROGRESS),
        ("De ronde langs eerdere acties is nog niet af bij overleg M2-2M", About.PROGRESS),
    ]
    assert {row.detail for row in found} == {"Het was op 1 april 2026, 30 dagen geleden"}


def test_for_whom_it_waits_stands_by_the_alphabet() -> None:
    table = replace(READY, uitvoerders=(Uitvoerder("u1", "veilig thuis", "teamleider"),))
    found = waiting((table,), rows_of(), TODAY)
    assert [(row.words, row.detail) for row in found] == [
        (NOBODY, "een loket · nog geen toezegging · casus B2-2B"),
        ("College", "een bed · nog geen uitkomst · casus B2-2B"),
        (
            "Veilig thuis, teamleider",
            "Nog niet gezegd of het verhaal klopt · leertafel T2-2T Twee verhalen, 11 mei 2026",
        ),
        ("Wijkteam", "bellen · 2 dagen te laat · casus B2-2B"),
    ]
    over = replace(table, held_on=BEFORE)
    assert waiting((over,), (), TODAY) == (), "after the leertafel nobody is asked any more"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "vandaag"),
        (date(2026, 5, 2), "morgen"),
        (date(2026, 4, 30), "gisteren"),
        (SOON, "over 10 dagen"),
        (BEFORE, "30 dagen geleden"),
    ],
)
def test_when(day: date, words: str) -> None:
    assert when_text(day, TODAY) == words
