"""A case keeps its promises through every edit, and an edit never changes the case it came from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.checks import LONGEST_TEXT
from hgkm_desktop.models.moment import in_month
from hgkm_desktop.models.records import (
    Duidingsverschil,
    Involvement,
    Lesson,
    Reading,
    Summary,
    new_code,
    new_id,
)
from hgkm_desktop.models.terms import HouseholdRole, Mark
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)


@pytest.fixture
def full_case() -> Case:
    police, mother = an_organisation(), a_betrokkene()
    officer = a_deelnemer(police)
    event = an_event("mrt 2021", involved=(Involvement(mother.id),), organisation_ids=(police.id,))
    other = an_event("apr 2021")
    beleving = a_beleving(event, officer, Mark.RISICO, explanation="wij wisten dit niet")
    verschil = Duidingsverschil(
        new_id(), 1.0, "veiligheid", (Reading(police.id, "gevaar"),), (event.id, other.id)
    )
    lesson = Lesson(new_id(), 1.0, "bel eerder", event_ids=(event.id,))
    actie = Verbeteractie(new_id(), 1.0, "belafspraak", lesson_id=lesson.id)
    summary = Summary(beleving_ids=(beleving.id,), verschil_ids=(verschil.id,))
    records = (police, mother, officer, event, other, beleving, verschil, lesson, actie)
    return a_case_with(*records, summary=summary)


def test_removing_an_event_removes_every_trace_of_it(full_case: Case) -> None:
    gone = full_case.events[0].id
    case = full_case.drop_event(gone)
    assert gone not in repr(case)
    assert case.belevingen == ()
    assert case.summary.beleving_ids == ()
    assert len(full_case.events) == 2, "the case before is what it was"


def test_removing_a_betrokkene_takes_them_out_of_events(full_case: Case) -> None:
    case = full_case.drop_betrokkene(full_case.betrokkenen[0].id)
    assert case.events[0].involved == ()


def test_who_is_an_omstander_cannot_become_a_child(full_case: Case) -> None:
    brother = a_betrokkene("broer")
    stood_by = (Involvement(brother.id, HouseholdRole.OMSTANDER),)
    was_there = (Involvement(brother.id, HouseholdRole.SLACHTOFFER),)
    case = full_case.put(brother).put(first := an_event("2020", involved=stood_by))
    with pytest.raises(BadInput) as refused:
        case.put(replace(brother, is_child=True))
    assert refused.value.sentence == (
        "Deze betrokkene is omstander bij gebeurtenis 1. Een kind dat erbij is, is slachtoffer, "
        "nooit alleen omstander. Kies daar eerst een andere rol."
    )
    case = case.put(last := an_event("2022", involved=stood_by))
    with pytest.raises(BadInput, match="bij de gebeurtenissen 1 en 4"):
        case.put(replace(brother, is_child=True))
    case = case.put_all([replace(event, involved=was_there) for event in (first, last)])
    child = case.put(replace(brother, is_child=True))
    assert child.betrokkene(brother.id).is_child
    with pytest.raises(BadInput, match="nooit alleen omstander"):
        child.put(first)


def test_a_child_that_is_an_omstander_in_an_older_file_can_get_another_name() -> None:
    child = a_betrokkene("broer", is_child=True)
    event = an_event("2020", involved=(Involvement(child.id, HouseholdRole.OMSTANDER),))
    case = replace(a_case_with(child), events=(event,)).put(replace(child, role="kind 2"))
    assert case.betrokkenen[0].role == "kind 2"


def test_an_organisation_with_deelnemers_cannot_be_removed(full_case: Case) -> None:
    police = full_case.organisations[0].id
    with pytest.raises(BadInput):
        full_case.drop_organisation(police)
    case = full_case.drop_deelnemer(full_case.deelnemers[0].id).drop_organisation(police)
    assert case.events[0].organisation_ids == ()
    assert case.verschillen[0].readings == ()
    assert case.belevingen == ()


def test_removing_a_lesson_keeps_its_action(full_case: Case) -> None:
    case = full_case.drop_lesson(full_case.lessons[0].id)
    assert case.acties[0].lesson_id == ""


def test_removing_a_verschil_takes_it_out_of_the_summary(full_case: Case) -> None:
    assert full_case.drop_verschil(full_case.verschillen[0].id).summary.verschil_ids == ()


def test_the_same_mark_again_removes_it_and_another_keeps_the_words(full_case: Case) -> None:
    event, officer = full_case.belevingen[0].event_id, full_case.belevingen[0].deelnemer_id
    changed = full_case.mark(event, officer, Mark.GOED)
    assert changed.belevingen[0].explanation == "wij wisten dit niet"
    assert changed.mark(event, officer, Mark.GOED).belevingen == ()


def test_divergence_shows_only_when_marks_differ(full_case: Case) -> None:
    event = full_case.events[0]
    assert not full_case.diverges(event.id)
    second = a_deelnemer(full_case.organisations[0], "wijkagent")
    case = full_case.put(second).mark(event.id, second.id, Mark.GOED)
    assert case.diverges(event.id)


def test_numbers_follow_the_line() -> None:
    late, early = an_event("2022"), an_event("2020")
    case = a_case_with(late, early)
    assert numbers(case) == {early.id: 1, late.id: 2}
    assert in_order(case) == (early, late)


@pytest.mark.parametrize(
    "record",
    [
        an_event("2020", title=" "),
        replace(an_event("mei 2021"), end=in_month(2021, 3)),
        a_betrokkene(""),
        an_organisation(" "),
        Lesson("x", 1.0, ""),
        Verbeteractie("x", 1.0, "iets", owner="Wijkteam", keeper="wijkteam "),
        Verbeteractie("x", 1.0, ""),
        an_event("2020", title="a" * (LONGEST_TEXT + 1)),
    ],
)
def test_a_record_that_cannot_be_true_is_refused(record: object) -> None:
    with pytest.raises(BadInput):
        a_case_with().put(record)  # type: ignore[arg-type]


def test_a_code_is_neutral_and_random() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) > 150
    assert all(len(code) == 5 and code[2] == "-" for code in codes)
    assert not set("".join(codes)) & set("AEIOUY01")
