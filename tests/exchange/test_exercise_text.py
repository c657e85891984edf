"""An exercise as TOML: it reads whole, always the same, and what is wrong is named."""

from __future__ import annotations

import pytest

from hgkm_desktop.exchange.exercise_text import read_exercise
from hgkm_desktop.models.strict_toml import BadContent
from hgkm_desktop.models.terms import CaseState
from tests.exchange.exercise_texts import SMALL_EXERCISE, small_exercise_with


def test_a_small_exercise_reads_whole() -> None:
    exercise = read_exercise(SMALL_EXERCISE)
    assert (exercise.code, exercise.library_id) == ("K7-2F", "K7-2F")
    assert (exercise.about, exercise.for_whom) == ("Waar het over gaat.", "wijkagenten")
    assert (exercise.opening, exercise.closing) == ("Welkom.", "Tot ziens.")
    assert (exercise.goals, exercise.questions) == (("Een doel.",), ("Een laatste vraag?",))
    assert exercise.state is CaseState.IN_BEWERKING
    assert [event.title for event in exercise.events] == ["Buren bellen", "Politie meldt"]
    assert exercise.t0_event_id == exercise.events[0].id


def test_roles_rounds_and_facts_point_at_what_is_on_the_line() -> None:
    exercise = read_exercise(SMALL_EXERCISE)
    (agent, mayor), (first,) = exercise.roles, exercise.rounds
    assert (agent.name, agent.organisation_id) == ("wijkagent", exercise.organisations[0].id)
    assert (mayor.name, mayor.organisation_id, mayor.task) == ("burgemeester", "", "")
    assert (first.title, first.minutes, first.questions) == ("Het begin", 15, ("Een vraag?",))
    assert first.event_ids == (exercise.events[0].id,)
    secret, for_all = exercise.facts
    assert (secret.role_ids, secret.text) == ((agent.id,), "Alleen de wijkagent weet dit.")
    assert (for_all.role_ids, for_all.event_id) == ((), exercise.events[0].id)
    assert {fact.round_id for fact in exercise.facts} == {first.id}


def test_a_decision_has_choices_and_what_happened() -> None:
    exercise = read_exercise(SMALL_EXERCISE)
    (point,) = exercise.points
    assert point.round_id == exercise.rounds[0].id
    assert (point.event_id, point.event_ids) == (exercise.events[0].id, (exercise.events[1].id,))
    assert (point.question, point.answer) == ("Wat doet u?", "Dat kon.")
    (option,) = point.options
    assert option.instrument == "tijdelijk huisverbod"
    assert option.remark == "Voor en tegen."


def test_the_two_sides_of_a_branch_may_use_the_same_keys() -> None:
    exercise = read_exercise(SMALL_EXERCISE)
    (branch,) = exercise.branches
    assert branch.after_event_id == exercise.events[0].id
    assert (branch.name_without, branch.name_with) == ("niet gebeld", "wel gebeld")
    (without,), (with_it,) = branch.events_without, branch.events_with
    assert without.title == "Niemand belt"
    assert with_it.title == "Iemand belt"
    assert len({without.id, with_it.id, *(event.id for event in exercise.events)}) == 4


def test_the_same_text_gives_the_same_ids() -> None:
    assert read_exercise(SMALL_EXERCISE) == read_exercise(SMALL_EXERCISE)


WRONG = [
    ('over = "Waar het over gaat."', "", "oefening: ‘over’ ontbreekt"),
    ('opening = "Welkom."', 'opening = ""', "oefening: ‘opening’ is leeg"),
    ('opening = "Welkom."', 'opening = "Welkom."\nmuziek = "ja"', "‘muziek’ hoort hier niet"),
    ('organisatie = "politie"', 'organisatie = "school"', "rol wijkagent: ‘organisatie’ staat"),
    ("[rol.burgemeester]", "[rol.burgemeester]\nnaam = 1", "rol burgemeester: ‘naam’ hoort"),
    ("minuten = 15", "minuten = 0", "ronde r1: ‘minuten’ moet een heel getal zijn"),
    ("minuten = 15", "minuten = 2.5", "ronde r1: ‘minuten’ moet een heel getal zijn"),
    ("minuten = 15", "", "ronde r1: ‘minuten’ ontbreekt"),
    ('["e1"]\nvragen', '["e9"]\nvragen', "ronde r1: ‘gebeurtenissen’, nummer 1, staat niet"),
    ('rollen = ["wijkagent"]', 'rollen = ["rechter"]', "feit 1: ‘rollen’, nummer 1, staat niet"),
    ('ronde = "r1"\nrollen', 'ronde = "r2"\nrollen', "feit 1: ‘ronde’ staat niet bij ‘ronde’"),
    ('ronde = "r1"\ngebeurtenis = "e1"', 'ronde = "r1"', "feit 2: ‘tekst’ of ‘gebeurtenis’ ont"),
    ('ronde = "r1"\ngebeurtenis = "e1"', 'ronde = "r1"\ngebeurtenis = "z1"', "feit 2: ‘gebeur"),
    ('bij = "e1"', 'bij = "z1"', "beslispunt d1: ‘bij’ staat niet bij ‘gebeurtenis’"),
    ('vraag = "Wat doet u?"', "", "beslispunt d1: ‘vraag’ ontbreekt"),
    ('wat_er_gebeurde = "De politie meldde."', "", "beslispunt d1: ‘wat_er_gebeurde’ ontbreekt"),
    ('tekst = "Een huisverbod"', "", "beslispunt d1 keuze 1: ‘tekst’ ontbreekt"),
    ('instrument = "THV"', 'instrument = "toverstaf"', "d1 keuze 1: ‘instrument’ staat niet in"),
    ('na = "e1"', 'na = "z1"', "tak t1: ‘na’ staat niet bij ‘gebeurtenis’"),
    ('met = "wel gebeld"', "", "tak t1: ‘met’ ontbreekt"),
    ('["moeder"]', '["oma"]', "gebeurtenis_zonder z1: ‘betrokkene’, nummer 1, staat niet"),
    ("[rol.burgemeester]", "[[rol.burgemeester]]", "rol: ‘burgemeester’ moet een tabel zijn"),
    ("[rol.burgemeester]", "[les.l1]\nles = 'Bel.'", "‘les’ hoort bij een casus, niet bij een"),
    ("[rol.burgemeester]", "[regie.r1]", "‘regie’ hoort bij een casus, niet bij een oefening"),
    ("[tak.t1]", "[takje.t1]", "tak t1: ‘titel’ ontbreekt"),
    ('[oefening]\nover = "', '[spel]\nregel = "', "oefening: ‘over’ ontbreekt"),
]


@pytest.mark.parametrize(("old", "new", "reason"), WRONG)
def test_what_is_wrong_is_named(old: str, new: str, reason: str) -> None:
    with pytest.raises(BadContent) as caught:
        read_exercise(small_exercise_with(old, new), name="proef.toml")
    assert caught.value.what.startswith("proef.toml")
    assert reason in caught.value.what
    assert caught.value.safe
    assert caught.value.todo


def test_an_error_does_not_repeat_the_words_of_the_exercise() -> None:
    text = small_exercise_with('betrokkene = ["moeder"]', 'betrokkene = ["Jan uit de Dorpsstraat"]')
    with pytest.raises(BadContent) as caught:
        read_exercise(text)
    assert "Dorpsstraat" not in caught.value.sentence
