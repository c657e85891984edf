"""Every text of a case is found, named, and can be changed in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.playing import TableChoice
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.texts import changed_keys, texts_of, with_texts
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.casefile.full_case import RUZIE, full_case
from tests.casefile.planted_words import Planting
from tests.ui.an_exercise import EXERCISE, PLAYING, POINTS


def planted() -> tuple[Case, list[str]]:
    """A case with a word of its own in each field, and the words that no text may lack."""
    planting = Planting()
    case = replace(full_case(), lane_order=())
    whole: Case = replace(planting.planted(case), code=case.code, read=case.read)
    held = {text.text for text in texts_of(whole)}
    return whole, [word for word in planting.words if word in repr(whole) and word not in held]


def test_every_field_that_people_type_in_is_a_text() -> None:
    _, missing = planted()
    assert missing == []


def test_each_text_has_a_key_of_its_own_and_words_of_the_screen() -> None:
    texts = texts_of(planted()[0])
    assert len({text.key for text in texts}) == len(texts) > 60
    where = {text.text: text.where for text in texts_of(full_case())}
    assert where["oefenen met alles"] == "casus, aanleiding"
    assert where["Twee."] == "casus, zin van de samenvatting 2"
    assert where["Wat wij leerden"] == "casus, titel van de samenvatting"


def test_events_and_belevingen_are_named_by_the_number_on_the_line() -> None:
    late, early = an_event("mei 2022", "later"), an_event("mrt 2021", "eerst")
    where = {text.text: text.where for text in texts_of(a_case_with(late, early))}
    assert where["later"] == "gebeurtenis 2, titel"
    assert any(text.where.startswith("beleving van ") for text in texts_of(full_case()))


def test_a_text_of_an_exercise_is_named_by_the_part_it_stands_in() -> None:
    late = EXERCISE.events[-1]
    mixed = replace(EXERCISE, events=(late, *EXERCISE.events[:-1]))
    where = {text.text: text.where for text in texts_of(mixed)}
    assert where[EXERCISE.title] == "oefening, titel"
    assert where[late.title] == f"gebeurtenis {len(EXERCISE.events)}, titel"
    assert where["geheime inleiding"] == "ronde 1, inleiding"
    assert where["Nog even wachten"] == "beslispunt 3, keuze 2, tekst"
    assert where["zes mensen aan tafel"] == "tak 1, lijn met, gebeurtenis 1, titel"
    keys = {text.text: text.key for text in texts_of(EXERCISE)}
    assert keys[late.title] == "oefening::events.4.title", "the key is the way, as it was"


def test_a_text_of_a_playing_is_named_by_its_table_or_choice() -> None:
    chosen = TableChoice("a" * 32, POINTS[0].id, PLAYING.tables[1].id, why="omdat het kan")
    where = {text.text: text.where for text in texts_of(replace(PLAYING, choices=(chosen,)))}
    assert where["Tafel 2"] == "tafel 2, naam"
    assert where["omdat het kan"].startswith("keuze 1, ")
    assert where["Middag"] == "speelbeurt, titel"


def test_any_text_can_be_changed_in_its_place() -> None:
    case = full_case()
    for text in texts_of(case):
        changed = with_texts(case, {text.key: "iets anders"})
        assert changed_keys(case, changed) == (text.key,), text.where
        assert next(t.text for t in texts_of(changed) if t.key == text.key) == "iets anders"


def test_all_texts_are_changed_at_once() -> None:
    case = full_case()
    many = {text.key: f"tekst {number}" for number, text in enumerate(texts_of(case))}
    assert sorted(t.text for t in texts_of(with_texts(case, many))) == sorted(many.values())


def test_a_place_that_is_gone_is_left_out() -> None:
    case = full_case()
    many = {text.key: f"tekst {number}" for number, text in enumerate(texts_of(case))}
    small = case.drop_event(RUZIE.id)
    changed = texts_of(with_texts(small, many))
    assert {text.key for text in changed} == {text.key for text in texts_of(small)}
    assert all(many[text.key] == text.text for text in changed)


def test_a_role_that_is_there_already_is_refused() -> None:
    case = a_case_with(a_betrokkene("moeder"), a_betrokkene("vader"))
    key = next(text.key for text in texts_of(case) if text.text == "vader")
    with pytest.raises(BadInput):
        with_texts(case, {key: "moeder"})


def test_only_what_changed_is_named_as_changed() -> None:
    case = full_case()
    event = replace(RUZIE, title="een andere titel", is_pivotal=not RUZIE.is_pivotal)
    new = Event("a" * 32, 99.0, RUZIE.kind, "nieuw")
    changed = case.put(event).put(new)
    assert changed_keys(case, changed) == (f"events:{RUZIE.id}:title", f"events:{new.id}:title")
    assert changed_keys(case, case.put(replace(RUZIE, is_pivotal=not RUZIE.is_pivotal))) == ()
