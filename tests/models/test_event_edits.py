"""Many events at once: changed, split, pasted and removed with every promise of the case kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.event_edits import changed, pasted, split
from hgkm_desktop.models.moment import in_year
from hgkm_desktop.models.records import Involvement, Knowledge, Lesson, new_id
from hgkm_desktop.models.terms import AgeBand, Answer, EventKind, HouseholdRole, Mark
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)


def test_many_events_change_at_once_and_others_stay() -> None:
    one, two, three = an_event("2020"), an_event("2021"), an_event("2022")
    case = a_case_with(one, two, three)
    after = changed(case, (one.id, three.id), kind=EventKind.MELDING, is_pivotal=True)
    assert [e.kind for e in after.events] == [EventKind.MELDING, two.kind, EventKind.MELDING]
    assert [e.is_pivotal for e in after.events] == [True, False, True]
    assert after.event(two.id) is two


def test_organisations_are_added_behind_those_an_event_has() -> None:
    police, school = an_organisation("politie"), an_organisation("school")
    one, two = an_event(organisation_ids=(school.id,)), an_event(organisation_ids=(police.id,))
    case = a_case_with(police, school, one, two)
    after = changed(case, (one.id, two.id), add_organisation_ids=(police.id,), is_shown=False)
    assert [e.organisation_ids for e in after.events] == [(school.id, police.id), (police.id,)]
    assert not any(e.is_shown for e in after.events)


def test_when_one_cannot_be_true_nothing_changes() -> None:
    child = a_betrokkene("kind 1", is_child=True)
    good, period = an_event("2020"), an_event("2020 - 2021")
    bystander = Involvement(child.id, HouseholdRole.OMSTANDER)
    case = a_case_with(child, good, period)
    with pytest.raises(BadInput, match="ligt voor het begin"):
        changed(case, (good.id, period.id), start=in_year(2022))
    with pytest.raises(BadInput, match="slachtoffer"):
        case.put_all([good, replace(period, involved=(bystander,))])
    assert case.events == (good, period)


def test_put_all_adds_replaces_and_keeps_the_row() -> None:
    one, two, new = an_event(seq=1.0), an_event(seq=2.0), an_event(seq=1.5)
    case = a_case_with(one, two).put_all([replace(two, title="anders"), new])
    assert [e.title for e in case.events] == ["iets", "iets", "anders"]
    assert [e.id for e in case.events] == [one.id, new.id, two.id]


def test_removing_many_events_leaves_no_trace_of_them() -> None:
    officer = a_deelnemer(police := an_organisation())
    events = [an_event(str(year)) for year in (2019, 2020, 2021)]
    marks = [a_beleving(e, officer, Mark.GOED) for e in events]
    lesson = Lesson(new_id(), 1.0, "bel eerder", event_ids=tuple(e.id for e in events))
    case = replace(a_case_with(police, officer, *events, *marks, lesson), t0_event_id=events[0].id)
    after = case.drop_events([events[0].id, events[2].id])
    assert after.events == (events[1],)
    assert after.belevingen == (marks[1],)
    assert after.lessons[0].event_ids == (events[1].id,)
    assert after.t0_event_id == ""


def test_a_split_leaves_two_events_beside_each_other() -> None:
    officer = a_deelnemer(police := an_organisation())
    before, event, after = an_event("2020"), an_event("2020", "twee dingen"), an_event("2020")
    lesson = Lesson(new_id(), 1.0, "bel eerder", event_ids=(event.id,))
    mark = a_beleving(event, officer, Mark.RISICO)
    case = a_case_with(police, officer, before, event, after, lesson, mark, t0_event_id=event.id)
    split_case, new = split(case, event.id)
    assert [e.id for e in in_order(split_case)] == [before.id, event.id, new, after.id]
    assert replace(split_case.event(new), id=event.id, seq=event.seq) == event
    assert split_case.drop_event(new) == case, "all that was said of it is still at the first"
    assert numbers(split(case, after.id)[0])[after.id] == 3


def test_what_has_no_date_is_split_in_its_own_place() -> None:
    first, undated, last = an_event("2020"), an_event(""), an_event("2021")
    case, new = split(a_case_with(first, undated, last), undated.id)
    assert [e.id for e in in_order(case)] == [first.id, undated.id, new, last.id]


@pytest.mark.parametrize("when", ["", "3-3-2021"])
@pytest.mark.parametrize("the_copy", [False, True])
def test_one_event_or_its_copy_may_be_split_again_and_again(when: str, the_copy: bool) -> None:
    event, following = an_event(when), an_event(when)
    said = a_beleving(event, officer := a_deelnemer(police := an_organisation()), Mark.GOED)
    case = a_case_with(police, officer, event, following, said)
    chosen, copies = event.id, list[str]()
    for number in range(130):
        case, new = split(case, chosen)
        copies.insert(number if the_copy else 0, new)
        chosen = new if the_copy else chosen
    line = in_order(case)
    assert [e.id for e in line] == [event.id, *copies, following.id]
    assert len({e.seq for e in line}) == len(line)
    assert case.belevingen == (said,)


def test_a_split_finds_its_place_among_events_of_one_place() -> None:
    one, two, three = (an_event("", title, seq=5.0) for title in ("een", "twee", "drie"))
    case, new = split(a_case_with(one, two, three), two.id)
    assert [e.id for e in in_order(case)] == [one.id, two.id, new, three.id]


@pytest.fixture
def origin() -> Case:
    police, school = an_organisation("politie"), an_organisation("school")
    mother = a_betrokkene("moeder", age_band=AgeBand.VAN_27_TOT_45)
    baby = a_betrokkene("de jongste", is_child=True)
    late = an_event(
        "2021",
        "laat",
        organisation_ids=(police.id,),
        knowledge=(Knowledge(school.id, Answer.JA, in_year(2022)),),
        involved=(Involvement(mother.id, HouseholdRole.SLACHTOFFER, "politie"),),
    )
    early = an_event("2020", "vroeg", involved=(Involvement(baby.id),))
    said = a_beleving(late, officer := a_deelnemer(police), Mark.GOED)
    return a_case_with(police, school, mother, baby, officer, late, early, said)


def test_pasting_in_the_same_case_copies_everything_but_what_was_said(origin: Case) -> None:
    case, ids = pasted(origin, origin.events, origin)
    assert [case.event(i).title for i in ids] == ["vroeg", "laat"], "as on the line"
    assert min(case.event(i).seq for i in ids) > max(e.seq for e in origin.events)
    assert not {e.id for e in origin.events} & set(ids)
    copy = case.event(ids[1])
    assert replace(copy, id=origin.events[0].id, seq=origin.events[0].seq) == origin.events[0]
    assert case.drop_events(ids) == origin


def test_pasting_in_another_case_finds_or_adds_who_is_named(origin: Case) -> None:
    police, mother = an_organisation("Politie"), a_betrokkene("Moeder")
    case, ids = pasted(a_case_with(police, mother, an_event()), origin.events, origin)
    early, late = (case.event(i) for i in ids)
    assert [o.name for o in case.organisations] == ["Politie", "school"]
    assert [b.role for b in case.betrokkenen] == ["Moeder", "de jongste"]
    assert late.organisation_ids == (police.id,)
    assert late.knowledge[0] == Knowledge(case.organisations[1].id, Answer.JA, in_year(2022))
    assert late.involved == (Involvement(mother.id, HouseholdRole.SLACHTOFFER, "politie"),)
    assert case.betrokkene(early.involved[0].betrokkene_id).is_child
    assert case.betrokkenen[0] == mother, "who was there stays as they were"
    assert case.belevingen == ()


def test_pasting_keeps_both_parts_that_someone_has() -> None:
    mother = a_betrokkene("moeder")
    both = (
        Involvement(mother.id, HouseholdRole.SLACHTOFFER, "politie"),
        Involvement(mother.id, HouseholdRole.PLEGER, "school"),
    )
    source = a_case_with(mother, event := an_event(involved=both))
    same, (copy,) = pasted(source, (event,), source)
    assert same.event(copy).involved == both
    other, (copy,) = pasted(a_case_with(there := a_betrokkene("Moeder")), (event,), source)
    assert other.event(copy).involved == tuple(replace(p, betrokkene_id=there.id) for p in both)


def test_pasting_nothing_changes_nothing(origin: Case) -> None:
    assert pasted(origin, (), origin) == (origin, ())
