"""All that was typed in a file is found by its words, and only while it is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.search_index import Found, SearchIndex
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import NO_ROUND, Ronde
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.searching import (
    ALL,
    BREAK,
    NO_DAYS,
    Passage,
    Wanted,
    passages_of,
    read_sought,
)
from hgkm_desktop.models.terms import CaseState, Mark
from hgkm_desktop.models.texts import CASE, texts_of
from hgkm_desktop.models.works import Value, name_of
from tests.builders import (
    a_beleving,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    made_deelbaar,
)
from tests.casefile.files import new_file
from tests.casefile.full_case import full_case
from tests.casefile.full_practice import WORKS
from tests.casefile.planted_words import Planting

POLICE = an_organisation("politie")
AGENT = a_deelnemer(POLICE, "wijkagent")
QUARREL = an_event("mrt 2021", "ruzie bij de overdracht", fact="Één buur belde de politie.")
TALK = an_event("2022", "gesprek met moeder")
SIGNS = ('"', '""', "*", "AND", "OR ruzie", "NEAR(a b)", "text:ruzie", "'")
SAID = a_beleving(QUARREL, AGENT, Mark.RISICO, explanation="Wij hoorden niets terug.")


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    made = SearchIndex()
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    with new_file(tmp_path / "a.hgkm") as made:
        yield made


def a_case() -> Case:
    return a_case_with(POLICE, AGENT, QUARREL, TALK, SAID)


def put(index: SearchIndex, *values: Value) -> None:
    for value in values:
        index.put(value.id, name_of(value).one, value.state, passages_of(value))


def find(index: SearchIndex, typed: str, wanted: Wanted = ALL, most: int = 1_000) -> Found:
    return index.find(read_sought(typed), wanted, most)


def places(found: Found) -> list[str]:
    return [passage.place for passage in found.passages]


def planted(value: Value) -> tuple[Value, list[str]]:
    """With a word of its own in every field, and those of the words that are a text."""
    planting = Planting()
    whole = planting.planted(value)
    if isinstance(whole, Case):
        whole = replace(whole, lane_order=(), round=NO_ROUND)
    return whole, [text.text for text in texts_of(whole)]


@pytest.mark.parametrize("value", [full_case(), *WORKS], ids=lambda value: name_of(value).one)
def test_every_text_is_found_where_it_stands(index: SearchIndex, value: Value) -> None:
    whole, words = planted(value)
    put(index, whole)
    keys = {text.text: text.key for text in texts_of(whole)}
    assert len(words) >= 5
    for word in words:
        (passage,) = find(index, word).passages
        assert passage.value_id == whole.id
        assert keys[word].startswith(passage.place)
    assert places(find(index, f'"{whole.code}"')) == [f"{_name(whole)}::code"]


def _name(value: Value) -> str:
    return CASE if isinstance(value, Case) else name_of(value).one


@pytest.mark.parametrize("case", [full_case(), a_case()], ids=["full", "small"])
def test_the_tables_give_the_passages_that_the_case_has(file: CaseFile, case: Case) -> None:
    for whole in (case, replace(case, round=NO_ROUND), planted(case)[0]):
        assert isinstance(whole, Case)
        own = replace(whole, id=case.id)
        if own.id in {heading.id for heading in file.headings()}:
            file.remove(own.id)
        file.save(own)
        read = file.passages(own.id)
        assert {p.place: _parts(p) for p in read} == {p.place: _parts(p) for p in passages_of(own)}


def _parts(passage: Passage) -> tuple[object, ...]:
    return (sorted(passage.text.split(BREAK)), *passage[1:2], *passage[3:])


def test_words_are_found_without_capitals_and_accents(index: SearchIndex) -> None:
    put(index, a_case())
    event = [f"events:{QUARREL.id}:"]
    for typed in ("een BUUR", "politie overdracht", "polit", '"bij de overdracht"', "Één"):
        assert event[0] in places(find(index, typed)), typed
    assert places(find(index, "politie overdracht")) == event, "each word, in any of its texts"
    for typed in ('"de bij"', '"polit"', '"overdracht een"', "overdracht moeder", "uzie"):
        assert event[0] not in places(find(index, typed)), typed


def test_what_is_changed_is_found_and_what_was_there_is_not(index: SearchIndex) -> None:
    case = a_case()
    put(index, case)
    changed = case.put(replace(QUARREL, title="woordenwisseling"))
    index.follow(case, changed)
    assert find(index, "ruzie").total == 0
    assert places(find(index, "woordenwisseling")) == [f"events:{QUARREL.id}:"]
    index.follow(changed, case)
    assert find(index, "ruzie").total == 1
    assert find(index, "woordenwisseling").total == 0


def test_any_edit_leaves_the_index_as_if_all_was_put_anew(index: SearchIndex) -> None:
    case = a_case()
    put(index, case)
    later = replace(QUARREL, start=TALK.start)
    new = an_event("2019", "nieuw")
    steps = [
        case.put(later),
        case.put(later).put(new).put(a_beleving(new, AGENT, Mark.GOED, explanation="fijn")),
        case.drop_event(QUARREL.id),
        replace(case, title="een andere titel", reason="waarom"),
        made_deelbaar(case),
        case,
    ]
    before = case
    for after in steps:
        index.follow(before, after)
        before = after
        anew = SearchIndex()
        put(anew, after)
        for typed in ("ruzie", "hoorden", "nieuw", "fijn", "titel", "waarom", "politie"):
            for wanted in (
                ALL,
                Wanted(days=("2022-01-01", "2022-12-31")),
                Wanted(states=frozenset({CaseState.DEELBAAR})),
            ):
                assert sorted(places(find(index, typed, wanted))) == sorted(
                    places(find(anew, typed, wanted))
                ), typed
        anew.close()


def test_what_is_gone_is_not_found(index: SearchIndex) -> None:
    case = a_case()
    put(index, case)
    index.follow(case, case.drop_event(QUARREL.id))
    assert find(index, "ruzie").total == find(index, "hoorden").total == 0
    assert find(index, "gesprek").total == 1
    index.follow(case, None)
    assert find(index, "gesprek").total == 0
    put(index, case)
    index.drop(case.id)
    index.drop("iets anders")
    assert find(index, "gesprek").total == 0


def test_a_beleving_of_a_blind_round_is_found_once_it_may_be_seen(
    file: CaseFile, index: SearchIndex
) -> None:
    case = a_case()
    blind = replace(case, round=Ronde(open=True, blind=True, event_id=QUARREL.id))
    file.save(blind)
    assert not any("hoorden" in passage.text for passage in file.passages(case.id))
    index.put(case.id, CASE, case.state, file.passages(case.id))
    assert find(index, "hoorden").total == 0
    index.follow(blind, case)
    assert find(index, "hoorden").total == 1
    index.follow(case, blind)
    assert find(index, "hoorden").total == 0


def test_filters_say_which_passages(index: SearchIndex) -> None:
    case, other = a_case(), made_deelbaar(a_case_with(an_event("2019", "ruzie"), id="e" * 32))
    put(index, case, other, *WORKS)
    assert find(index, "ruzie").total >= 2
    kinds = Wanted(kinds=frozenset({FIELD_OF[Beleving]}))
    assert places(find(index, "hoorden", kinds)) == [f"belevingen:{SAID.id}:"]
    assert find(index, "ruzie", kinds).total == 0
    events = Wanted(kinds=frozenset({FIELD_OF[Event]}), values=frozenset({CASE}))
    assert find(index, "ruzie", events).total == 2
    studies = Wanted(values=frozenset({"onderzoek"}))
    assert find(index, "ruzie", studies).counted.keys() <= {WORKS[0].id}
    ready = replace(events, states=frozenset({CaseState.DEELBAAR}))
    assert find(index, "ruzie", ready).counted == {other.id: 1}


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (("2021-03-31", "2021-12-31"), 2),
        (("2021-01-01", "2021-02-28"), 0),
        (("2021-01-01", ""), 2),
        (("2021-04-01", ""), 0),
    ],
)
def test_a_period_is_that_of_the_event_also_for_a_beleving(
    index: SearchIndex, days: tuple[str, str], count: int
) -> None:
    put(index, a_case())
    found = [find(index, typed, Wanted(days=days)).total for typed in ("ruzie", "hoorden")]
    assert sum(found) == count
    assert find(index, "politie", Wanted(days=NO_DAYS)).total == 2


def test_the_first_are_given_and_all_are_counted(index: SearchIndex) -> None:
    events = [an_event("2020", f"melding {number}") for number in range(7)]
    first, last = a_case_with(*events), a_case_with(*events[:3], id="d" * 32)
    put(index, first, last)
    found = find(index, "melding", most=9)
    assert (found.total, len(found.passages)) == (10, 9)
    assert found.counted == {first.id: 7, last.id: 3}
    assert find(index, "melding", most=2).counted == {first.id: 7}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    find(_FUZZED, typed)


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "*", "AND", "OR ruzie", "NEAR(a b)", "text:ruzie", "-ruzie", "'", "\0ruzie"],
)
def test_what_means_something_to_the_index_is_a_word_like_any_other(
    index: SearchIndex, typed: str
) -> None:
    put(index, a_case())
    assert find(index, typed).total == (1 if typed in ("-ruzie", "\0ruzie") else 0)


_FUZZED = SearchIndex()
put(_FUZZED, full_case())
