"""What is likely the same is found, with the reason; what only looks a bit alike is not."""

from __future__ import annotations

from typing import Any

import pytest

from hgkm_desktop.exchange import likely_same as module
from hgkm_desktop.exchange.likely_same import Choice, Likely, likely_same, merged
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event, Involvement
from hgkm_desktop.models.terms import EventKind, Occurrence
from tests.builders import a_betrokkene, a_case_with, an_event, an_organisation

MELDING, INCIDENT = EventKind.MELDING, EventKind.INCIDENT


def found(first: Event, second: Event) -> Likely:
    """What is said when the second comes into a case that has the first."""
    return likely_same(a_case_with(first, second), [second])


def a_melding(when: str = "3-2-2021", title: str = "buren melden ruzie", **more: Any) -> Event:
    return an_event(when, title, **{"kind": MELDING, **more})


@pytest.mark.parametrize(
    ("when", "kind", "title", "why"),
    [
        ("3-2-2021", MELDING, "ruzie bij de buren", "dezelfde dag; dezelfde soort; dezelfde woo"),
        ("feb 2021", MELDING, "melding van ruzie", "de data vallen samen; dezelfde soort"),
        ("3-2-2021", INCIDENT, "ruzie, buren bellen", "dezelfde dag; soorten die op elkaar lijken"),
        ("circa 3-2-2021", MELDING, "buren melden ruzie", "de data vallen samen"),
        ("1-2-2021 - 5-2-2021", MELDING, "ruzie gemeld door buren", "de data vallen samen"),
        ("2021", MELDING, "buren melden ruzie", "de data vallen samen; dezelfde soort"),
    ],
)
def test_the_same_told_by_another(when: str, kind: EventKind, title: str, why: str) -> None:
    (pair,) = found(a_melding(), an_event(when, title, kind=kind)).pairs
    assert pair.why.startswith(why)
    assert pair.second.title == title


@pytest.mark.parametrize(
    ("when", "title", "more"),
    [
        ("4-2-2021", "buren melden ruzie", {}),
        ("onbekend", "buren melden ruzie", {}),
        ("3-2-2021", "school belt over afwezigheid", {}),
        ("3-2-2021", "buren melden ruzie", {"kind": EventKind.LIFE_EVENT}),
        ("3-2-2021", "buren melden ruzie", {"occurrence": Occurrence.NIET_GEDAAN}),
        ("2021", "school meldt ruzie", {"kind": INCIDENT}),
        ("3-2-2021", "de het een naar voor", {}),
    ],
)
def test_what_is_something_else(when: str, title: str, more: dict[str, object]) -> None:
    assert found(a_melding(), a_melding(when, title, **more)).pairs == ()


def test_the_same_organisation_and_people_count_too() -> None:
    politie, moeder = an_organisation(), a_betrokkene()
    both: dict[str, Any] = {
        "organisation_ids": (politie.id,),
        "involved": (Involvement(moeder.id),),
    }
    first, second = a_melding(**both), a_melding(title="telefoon na elf uur", **both)
    (pair,) = likely_same(a_case_with(politie, moeder, first, second), [second]).pairs
    assert pair.why == "dezelfde dag; dezelfde soort; allebei bij politie"


def test_two_that_were_there_already_are_not_asked_about() -> None:
    first, second, third = a_melding(), a_melding(), a_melding("mei 2022")
    assert likely_same(a_case_with(first, second, third), [third]).pairs == ()


def test_a_table_may_say_a_thing_twice() -> None:
    first, second = a_melding(), a_melding()
    (pair,) = likely_same(a_case_with(first, second), [first, second]).pairs
    assert {pair.first.id, pair.second.id} == {first.id, second.id}


def three_times() -> tuple[Case, Likely]:
    events = [a_melding(source=f"bron {n}") for n in "abc"]
    case = a_case_with(*events)
    return case, likely_same(case, events[1:])


def test_what_is_kept_changes_nothing() -> None:
    case, likely = three_times()
    assert len(likely.pairs) == 3
    assert merged(case, [(pair, Choice.KEEP) for pair in likely.pairs]) == case


def test_what_is_the_same_as_the_same_becomes_one() -> None:
    case, likely = three_times()
    joined = [(pair, Choice.JOIN) for pair in likely.pairs[:2]]
    (one,) = merged(case, [*joined, (likely.pairs[2], Choice.KEEP)]).events
    assert sorted(one.source.split("; ")) == ["bron a", "bron b", "bron c"]


def test_one_of_two_pairs_leaves_the_other() -> None:
    case, likely = three_times()
    pair = likely.pairs[0]
    after = merged(case, [(pair, Choice.JOIN)])
    assert len(after.events) == 2
    assert {event.source.count("bron") for event in after.events} == {1, 2}


def test_when_there_is_too_much_to_compare_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [a_melding() for _ in range(12)]
    monkeypatch.setattr(module, "_MOST_LOOKS", 10)
    likely = likely_same(a_case_with(*events), events)
    assert len(likely.pairs) == 10
    assert not likely.is_all
