"""The word list for passphrases has the size and the form that its strength is reckoned from."""

import re

import pytest

from hgkm_desktop.paths import resource


@pytest.fixture(scope="module")
def words() -> list[str]:
    return resource("woorden/woorden.txt").read_text(encoding="ascii").splitlines()


def test_there_are_7776_different_words_in_order(words: list[str]) -> None:
    assert len(words) == len(set(words)) == 6**5
    assert words == sorted(words)


def test_every_word_is_four_to_eight_plain_letters(words: list[str]) -> None:
    assert [word for word in words if not re.fullmatch("[a-z]{4,8}", word)] == []


def test_no_word_is_another_word_with_an_ending(words: list[str]) -> None:
    known = set(words)
    stems = [(w, w.removesuffix(end)) for w in words for end in ("e", "s", "en")]
    assert [w for w, stem in stems if stem != w and stem in known] == []


def test_the_licence_of_the_list_stands_beside_it() -> None:
    licence = resource("woorden/LICENTIE.txt").read_text(encoding="utf-8")
    assert "OpenTaal" in licence
    assert "BSD-license" in licence
