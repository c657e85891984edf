"""The verslag of a playing: what each table chose beside what really happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import Document, Table, texts
from tests.reports.full_exercise import MADE_ON, a_playing, an_exercise, deelbaar, verslag_of

EXERCISE = an_exercise()
PLAYING = a_playing(EXERCISE)


def said(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def section(document: Document, heading: str) -> str:
    return said(next(one for one in document.sections if one.heading == heading))


def test_each_choice_stands_at_its_decision_beside_what_happened() -> None:
    made = verslag_of(PLAYING, EXERCISE)
    for number, point in enumerate(EXERCISE.points):
        words = section(made, f"Beslispunt {number + 1}")
        assert point.question in words
        assert point.happened in words
        assert f"keuze{number}x0" in words
        assert (f"keuze{number}x1" in words) == (number < 3)
    assert "De ene tafel belde eerst" in section(made, "Beslispunt 1")
    assert "Niemand dacht aan de school" in section(made, "Over alles")
    assert "dezelfde dag" in section(made, "Wat nemen we mee")


def test_tables_stand_in_their_own_order_and_nothing_is_counted() -> None:
    (table,) = [
        block
        for block in verslag_of(PLAYING, EXERCISE).sections[1].blocks
        if isinstance(block, Table)
    ]
    assert [said(row[0]) for row in table.rows] == ["Tafel raam", "Tafel deur"]
    assert not any("aantal" in title.casefold() for title in table.head)


def test_a_table_that_did_not_choose_is_named_with_that() -> None:
    words = section(verslag_of(PLAYING, EXERCISE), "Beslispunt 4")
    assert "keuze3x0" in words
    assert "Tafel deur Geen keuze vastgelegd." in words
    nobody = verslag_of(replace(PLAYING, choices=()), EXERCISE)
    assert "Hier is geen keuze vastgelegd." in section(nobody, "Beslispunt 4")


@pytest.mark.parametrize(
    ("days", "said_of_it"),
    [(1, "wordt de oefening"), (0, "is de oefening"), (-1, "is de oefening")],
)
def test_before_its_day_it_does_not_say_that_it_was_played(days: int, said_of_it: str) -> None:
    planned = replace(PLAYING, held_on=MADE_ON + timedelta(days=days))
    assert said_of_it in section(verslag_of(planned, EXERCISE), "De speelbeurt")


def test_the_answer_of_the_trainer_is_not_in_it() -> None:
    words = said(verslag_of(PLAYING, EXERCISE))
    assert not any(f"antwoord{n}" in words or f"bijzin{n}" in words for n in range(5))
    assert "geheim" not in words


@pytest.mark.parametrize("is_played", [True, False])
@pytest.mark.parametrize("is_whole", [True, False])
def test_it_may_leave_only_when_playing_and_exercise_may(is_played: bool, is_whole: bool) -> None:
    playing = deelbaar(PLAYING) if is_played else PLAYING
    exercise = deelbaar(EXERCISE) if is_whole else EXERCISE
    both = is_played and is_whole
    state = CaseState.DEELBAAR if both else CaseState.IN_BEWERKING
    assert verslag_of(playing, exercise).state is state


def test_without_its_exercise_it_says_what_was_chosen_still() -> None:
    words = said(verslag_of(PLAYING, None))
    assert "nu niet meer in de oefening" in words
    assert "keuze4x0" in words


def test_a_decision_that_went_keeps_what_was_said_of_it() -> None:
    fewer = replace(EXERCISE, points=EXERCISE.points[1:])
    words = said(verslag_of(PLAYING, fewer))
    assert "keuze0x0" in words
    assert "De ene tafel belde eerst" in words


def test_one_that_was_not_played_says_what_is_missing() -> None:
    words = said(verslag_of(Playing("6" * 32, "T3-5V"), None))
    assert "Nog niet ingevuld: de tafels." in words
    assert "Nog niet ingevuld: wat u meeneemt." in words
