"""What a terugkoppeling tells is counted from the works of its period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.methods.over_a_period import (
    DoorbraakState,
    doorbraken_text,
    meetings_text,
    over_a_period,
    state_of,
    suggestions,
)
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, Succes, TableCase
from hgkm_desktop.models.practice import BoardTalk, Sample, SampleCase
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import ActionStatus, CaseState, Outcome
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work

TODAY = date(2026, 10, 1)
YEAR = Terugkoppeling(
    "d", "D2-2D", period_from=date(2026, 1, 1), period_to=date(2026, 12, 31), left_out_ids=("a3",)
)


def asked(actie_id: str, **more: object) -> Verbeteractie:
    """Something that is asked of a bestuurder."""
    return replace(
        Verbeteractie(actie_id, 1.0, f"vraag {actie_id}", outcome=Outcome.DOORBRAAK),
        **more,  # type: ignore[arg-type]
    )


def a_year() -> list[Work]:
    """Two talks, three samples and two leertafels, of which not all are in the year."""
    cases = tuple(SampleCase(f"s{i}", f"case {i}") for i in range(1, 5))
    return [
        Leertafel(
            "t1",
            "T2-2T",
            state=CaseState.DEELBAAR,
            held_on=date(2026, 6, 1),
            cases=(TableCase("h1", "case 4"), TableCase("h2", "case 5")),
            successes=(Succes("u1", "één gezicht"),),
            knelpunten=(Knelpunt("k1", "twee loketten"), Knelpunt("k2", " ")),
            conclusion="we gaan door",
            acties=(
                asked("a1"),
                asked("a2", promise="een proef"),
                asked("a3", status=ActionStatus.GEREED),
                Verbeteractie("a4", 4.0, "een afspraak"),
            ),
        ),
        Leertafel("t2", "T3-3T", held_on=date(2026, 9, 1), acties=(asked("a5"),)),
        Leertafel("t3", "T4-4T", held_on=date(2026, 11, 1), cases=(TableCase("h3", "case 9"),)),
        BoardTalk("g1", "G2-2G", held_on=date(2026, 1, 1)),
        BoardTalk("g2", "G3-3G", held_on=date(2025, 12, 31), acties=(asked("a6"),)),
        Sample("s1", "S2-2S", evaluated_on=date(2026, 3, 1), cases=cases, conclusion="te laat"),
        Sample("s2", "S3-3S", evaluated_on=date(2026, 10, 1), cases=cases[:2]),
        Sample("s3", "S4-4S", cases=(SampleCase("s9", "case 8"),)),
        Study("o1", "O2-2O"),
    ]


def test_the_meetings_and_cases_of_a_year() -> None:
    found = over_a_period(YEAR, a_year(), TODAY)
    assert meetings_text(found) == (
        "1 gesprek, 2 evaluaties van een steekproef, 2 bestuurlijke leertafels"
    )
    assert [work.code for work in found.works] == ["G2-2G", "S2-2S", "T2-2T", "T3-3T", "S3-3S"]
    assert found.case_ids == ("case 1", "case 2", "case 3", "case 4", "case 5"), "each once"
    assert [work.code for work in found.ahead] == ["T4-4T"], "in the year, but not held yet"
    assert [work.code for work in found.undated] == ["S4-4S"]


def test_doorbraken_with_their_state() -> None:
    found = over_a_period(YEAR, a_year(), TODAY)
    assert doorbraken_text(found) == "3 doorbraken: 2 gevraagd, 1 toegezegd"
    assert [d.actie.id for d in found.doorbraken if d.is_left_out] == ["a3"]
    assert [d.actie.id for d in found.told] == ["a1", "a2"]
    assert found.untold == 1, "that of the leertafel in bewerking is counted, never told"


@pytest.mark.parametrize(
    ("actie", "state"),
    [
        (asked("a"), DoorbraakState.GEVRAAGD),
        (asked("a", promise="  "), DoorbraakState.GEVRAAGD),
        (asked("a", promise="ja"), DoorbraakState.TOEGEZEGD),
        (asked("a", status=ActionStatus.BEZIG), DoorbraakState.TOEGEZEGD),
        (asked("a", promise="ja", status=ActionStatus.GEREED), DoorbraakState.GELUKT),
        (asked("a", promise="ja", status=ActionStatus.VERVALLEN), DoorbraakState.NIET_GELUKT),
    ],
)
def test_how_a_doorbraak_stands(actie: Verbeteractie, state: DoorbraakState) -> None:
    assert state_of(actie) is state


@pytest.mark.parametrize(
    ("first", "last"),
    [(None, date(2026, 12, 31)), (date(2026, 1, 1), None), (date(2026, 12, 31), date(2026, 1, 1))],
)
def test_without_a_period_nothing_is_counted(first: date | None, last: date | None) -> None:
    found = over_a_period(replace(YEAR, period_from=first, period_to=last), a_year(), TODAY)
    assert (found.works, found.case_ids, found.doorbraken) == ((), (), ())
    assert doorbraken_text(found) == "0 doorbraken"


def test_what_may_be_taken_over_as_learned() -> None:
    found = over_a_period(YEAR, a_year(), TODAY)
    assert [(one.work.code, one.kind, one.text) for one in suggestions(found)] == [
        ("S2-2S", "conclusie", "te laat"),
        ("T2-2T", "succes", "één gezicht"),
        ("T2-2T", "knelpunt", "twee loketten"),
        ("T2-2T", "conclusie", "we gaan door"),
    ]
