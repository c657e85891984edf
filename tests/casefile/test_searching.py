"""What is searched is read without making cases, and what was found with what it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from hgkm_desktop.casefile import CaseFile, CaseMissing, TooLarge, searching
from hgkm_desktop.casefile.search_index import SearchIndex
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import Ronde
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.searching import ALL, Passage, passages_of, read_sought
from hgkm_desktop.models.terms import ActionStatus, CaseState, Mark
from tests.builders import a_beleving, a_case_with, a_deelnemer, an_event, an_organisation
from tests.casefile.full_case import full_case
from tests.casefile.full_methods import STUDY

POLICE = an_organisation("politie")
AGENT = a_deelnemer(POLICE, "wijkagent")
QUARREL = an_event("mrt 2021", "ruzie bij de overdracht")
TALK = an_event("2022", "gesprek met moeder")
SAID = a_beleving(QUARREL, AGENT, Mark.RISICO, explanation="Wij hoorden niets terug.")


@pytest.fixture
def case() -> Case:
    return a_case_with(QUARREL, TALK, POLICE, AGENT, SAID)


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    made = SearchIndex()
    yield made
    made.close()


def blind(case: Case) -> Case:
    return replace(case, round=Ronde(open=True, blind=True))


def test_the_passages_of_a_case_that_is_not_there_cannot_be_had(file: CaseFile) -> None:
    with pytest.raises(CaseMissing):
        file.passages("nergens")


def test_what_was_said_of_an_action_is_read_also_when_it_went_to_no_other_body(
    file: CaseFile, case: Case
) -> None:
    said = Progress(date(2026, 3, 1), ActionStatus.BEZIG, "de eerste bellers zijn terug")
    case = case.put(Verbeteractie(new_id(), 1.0, "melders terugbellen", log=(said,)))
    file.save(case)
    assert any(said.text in passage.text for passage in file.passages(case.id))


def test_of_a_blind_round_only_what_may_be_seen_can_be_found(file: CaseFile, case: Case) -> None:
    file.save(case)
    assert any("hoorden" in passage.text for passage in file.passages(case.id))
    file.save(blind(case))
    assert file.passages(case.id) == passages_of(blind(case))
    assert not any("hoorden" in passage.text for passage in file.passages(case.id))


def test_what_was_found_comes_with_what_it_names_and_no_more(file: CaseFile, case: Case) -> None:
    file.save(case)
    file.save(full_case())
    found = file.parts({case.id: [f"belevingen:{SAID.id}:"], "nergens": ["events:niets:"]})
    assert found == {case.id: replace(case, events=(QUARREL,))}
    assert file.parts({case.id: []}) == {case.id: own(case)}


def own(case: Case) -> Case:
    """The case without its records."""
    return replace(case, events=(), organisations=(), deelnemers=(), belevingen=())


def test_of_another_case_nothing_comes_along(file: CaseFile, case: Case) -> None:
    file.save(case)
    file.save(full_case())
    found = file.parts({case.id: [f"events:{full_case().events[0].id}:"]})
    assert found == {case.id: own(case)}


def test_a_case_in_a_blind_round_comes_as_a_whole(file: CaseFile, case: Case) -> None:
    file.save(blind(case))
    assert file.parts({case.id: [f"events:{TALK.id}:"]}) == {case.id: blind(case)}


def test_more_text_than_fits_in_memory_is_not_read(
    file: CaseFile, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(case)
    monkeypatch.setattr(searching, "MOST_BYTES", 20)
    with pytest.raises(TooLarge):
        file.passages(case.id)


# --- the index follows --------------------------------------------------------------------------


def found(index: SearchIndex, typed: str) -> list[str]:
    return [held.value_id for held in index.find(read_sought(typed), ALL, 100).passages]


def test_what_is_put_again_takes_the_place_of_what_was_there(
    index: SearchIndex, case: Case
) -> None:
    for one in (case, case.drop_event(QUARREL.id)):
        index.put(one.id, "casus", one.state, passages_of(one))
    assert found(index, "gesprek") == [case.id]
    assert found(index, "ruzie") == []


def test_an_edit_of_what_is_not_held_yet_waits_until_it_is(index: SearchIndex, case: Case) -> None:
    index.follow(case, case.put(an_event(title="later")))
    index.follow(None, None)
    assert found(index, "later") == []


def test_a_study_is_followed_as_a_whole(index: SearchIndex) -> None:
    index.follow(None, STUDY)
    edited = replace(STUDY, conclusion="wonderlijk")
    index.follow(STUDY, edited)
    assert found(index, "wonderlijk") == [STUDY.id]
    index.follow(edited, None)
    assert found(index, "wonderlijk") == []


def test_what_cannot_be_indexed_leaves_the_index_as_it_was(index: SearchIndex, case: Case) -> None:
    def broken() -> Iterator[Passage]:
        yield from passages_of(case.drop_event(QUARREL.id))
        raise CaseMissing

    index.put(case.id, "casus", case.state, passages_of(case))
    with pytest.raises(CaseMissing):
        index.put(case.id, "casus", CaseState.IN_BEWERKING, broken())
    assert found(index, "ruzie") == [case.id]


def test_what_is_put_together_is_there_also_when_it_is_left_early(
    index: SearchIndex, case: Case
) -> None:
    other = a_case_with(an_event(title="iets anders"))

    def put_both() -> None:
        with index.together():
            index.put(case.id, "casus", case.state, passages_of(case))
            index.put(other.id, "casus", other.state, passages_of(other))
            raise CaseMissing

    with pytest.raises(CaseMissing):
        put_both()
    assert found(index, "ruzie") == [case.id]
    assert found(index, "anders") == [other.id]
