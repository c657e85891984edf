"""Rolkaarten: each card can be cut loose, and says nothing of another role or another round."""

from __future__ import annotations

from dataclasses import replace

from hgkm_desktop.models.exercise import Exercise, RoleFact
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.reports.content import Section, texts
from tests.reports.every_document import written
from tests.reports.full_exercise import an_exercise, paper_of
from tests.reports.pages import page_texts

EXERCISE = an_exercise()
_WHEN = ("vanaf de start", "Pas lezen in ronde 2", "Pas lezen in ronde 3")


def cards(exercise: Exercise = EXERCISE) -> list[Section]:
    document = paper_of(DocumentKind.ROLKAARTEN, exercise)
    return [section for section in document.sections if section.card]


def said(part: object) -> str:
    return " ".join(" ".join(texts(part)).split())


def test_what_a_role_knows_stands_on_its_card_of_that_round_alone() -> None:
    rounds = {one.id: number for number, one in enumerate(EXERCISE.rounds, 1)}
    names = {role.id: role.name for role in EXERCISE.roles}
    found = cards()
    for fact in EXERCISE.facts:
        holding = [
            card.heading.casefold() for card in found if fact.text and fact.text in said(card)
        ]
        number = rounds[fact.round_id]
        tail = "" if number == 1 else f": ronde\u00a0{number}"
        if fact.text and fact.role_ids:
            assert holding == [f"{names[fact.role_ids[0]]}{tail}".casefold()]
        elif fact.text:
            assert holding == [], "what everyone knows stands on no card"


def test_an_event_can_be_what_some_roles_know() -> None:
    holding = [card.heading for card in cards() if "wacht moeder op na haar werk" in said(card)]
    assert holding == ["Politie: ronde\u00a02", "Veilig Thuis: ronde\u00a02"]


def test_a_later_round_says_when_to_read_it_and_begins_a_page() -> None:
    found = cards()
    later = [card for card in found if card.heading.endswith("ronde\u00a02")]
    assert all(card.more == "Pas lezen in ronde\u00a02" for card in later)
    assert [card.begins_page for card in later] == [True] + [False] * (len(later) - 1)


def test_no_page_holds_cards_of_two_rounds_and_no_card_stands_on_two() -> None:
    pages = page_texts(written(paper_of(DocumentKind.ROLKAARTEN)))[1:]
    for page in pages:
        kinds = {word for word in _WHEN if word in " ".join(page.split())}
        assert len(kinds) == 1
    for card in cards():
        whole = sum("geheim" in page and _all_of(card, page) for page in pages)
        assert "geheim" not in said(card) or whole == 1, card.heading


def _all_of(card: Section, page: str) -> bool:
    words = " ".join(page.split())
    parts = [word for word in said(card.blocks).split() if word.startswith("geheim")]
    return all(part in words for part in parts)


def test_the_first_page_says_how_to_print_and_tells_no_secret() -> None:
    first = page_texts(written(paper_of(DocumentKind.ROLKAARTEN)))[0]
    assert "enkelzijdig" in first
    assert "geheim" not in first


def test_a_card_that_is_cut_loose_says_that_it_is_an_exercise() -> None:
    assert all("Oefening E7-7E · verzonnen" in said(card) for card in cards())
    of_case = replace(EXERCISE, library_id="", from_case_id="a" * 32)
    assert all("E7-7E · vertrouwelijk" in said(card) for card in cards(of_case))


def test_a_role_with_forty_facts_goes_on_on_next_cards_without_losing_a_word() -> None:
    role, first = EXERCISE.roles[0], EXERCISE.rounds[0]
    facts = tuple(
        RoleFact(f"{0xF00 + n:032x}", first.id, (role.id,), f"Feit{n}x " + "dat is lang " * 30)
        for n in range(40)
    )
    document = paper_of(DocumentKind.ROLKAARTEN, replace(EXERCISE, facts=facts))
    pages = page_texts(written(document))
    assert all(sum(f"Feit{n}x" in page for page in pages) == 1 for n in range(40))
    assert sum("(vervolg)" in page for page in pages) >= 2


def test_without_roles_it_says_so() -> None:
    none = replace(EXERCISE, roles=(), facts=())
    assert "Nog niet ingevuld: de rollen." in said(paper_of(DocumentKind.ROLKAARTEN, none))
    assert cards(none) == []


def test_without_rounds_each_role_has_a_card_still() -> None:
    bare = replace(EXERCISE, rounds=(), facts=(), points=())
    assert len(cards(bare)) == len(EXERCISE.roles)
