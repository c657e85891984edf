"""The short form of the proofs: a few seconds of work, watched by the kernel."""

from __future__ import annotations

import pytest

from tests.traces.looking import Looked, look_at
from tests.traces.watched import is_possible
from tests.traces.words import all_words, planted

pytestmark = pytest.mark.skipif(not is_possible(), reason="Linux lets a program be watched so")


@pytest.fixture(scope="module")
def looked() -> Looked:
    return look_at("short")


def test_the_work_is_done_until_its_sudden_end(looked: Looked) -> None:
    assert looked.ended_well
    assert [" RuntimeError in scene.py" in line for line in looked.errors] == [True]
    assert looked.seen.calls > 1_000
    assert looked.seen.missed == 0


def test_no_word_is_in_any_write_nor_in_any_file(looked: Looked) -> None:
    assert looked.found == {}


def test_words_are_found_where_they_were_asked_for(looked: Looked) -> None:
    assert len(looked.asked) == 1
    assert len(frozenset[str]().union(*looked.asked.values())) > 5


def test_no_socket_leaves_the_computer(looked: Looked) -> None:
    assert looked.seen.foreign == []
    assert looked.seen.rings == 0


def test_every_text_has_its_word() -> None:
    case, words = planted()
    assert len(words) >= 40
    assert len(set(all_words())) == len(all_words())
    assert all(word in repr(case) for word in words)


def test_what_is_sorted_on_the_disk_would_be_found() -> None:
    spilled = look_at("spill")
    assert spilled.ended_well
    assert len(frozenset[str]().union(*spilled.writes.values())) > 20


def test_a_socket_to_elsewhere_would_be_seen() -> None:
    assert len(look_at("call").seen.foreign) == 1
