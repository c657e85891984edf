"""What is offered for a name when other names were replaced already."""

from __future__ import annotations

from hgkm_desktop.ui.writing.role_memory import RoleMemory

OFFERED = ("moeder", "vader", "kind 1", "een familielid")


def after(*replaced: tuple[str, str]) -> RoleMemory:
    memory = RoleMemory()
    for word, instead in replaced:
        memory.remember("a", word, instead)
    return memory


def test_a_role_that_stands_for_another_name_comes_last() -> None:
    memory = after(("Jip", "moeder"))
    assert memory.suggestions("a", "Janneke", OFFERED) == (*OFFERED[1:], "moeder")
    assert memory.suggestions("b", "Janneke", OFFERED) == OFFERED


def test_a_second_child_is_the_next_one() -> None:
    offered = after(("Jip", "kind 1")).suggestions("a", "Janneke", ("kind 1", "moeder"))
    assert offered == ("kind 2", "moeder", "kind 1")


def test_a_role_of_the_case_is_of_one_name_and_a_general_word_of_many() -> None:
    memory = after(("Jip", "buurvrouw"), ("De Regenboog", "de school"))
    offered = memory.suggestions("a", "Het Palet", ("buurvrouw", "de school"), ["buurvrouw"])
    assert offered == ("de school", "buurvrouw")


def test_a_longer_name_of_the_same_person_has_the_same_role() -> None:
    memory = after(("Fatima", "moeder"), ("de Boer", "vader"))
    assert memory.suggestions("a", "Fatima de Boer", OFFERED)[0] == "moeder"
    assert memory.suggestions("a", "de Wit", OFFERED)[0] == "kind 1"
