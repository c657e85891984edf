"""Damage by chance is noticed: the short form of the proof of 10,000 bits and every length."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.casefile.turned_bits import (
    CHANGED,
    NOTICED,
    a_file_with_content,
    cut_offs,
    flips,
    plain_copy,
    read_as_program,
    read_plainly,
    who_notices,
)

FLIPS = 40
EACH_CUT = 9  # of so many lengths, in whole and in half pages, one


@pytest.fixture
def content(path: Path) -> bytes:
    a_file_with_content(path)
    return path.read_bytes()


def test_a_bit_turned_over_anywhere_is_noticed(path: Path, content: bytes) -> None:
    found = who_notices(path, read_as_program, flips(content, FLIPS, Random(1)))
    assert found[NOTICED] == FLIPS


def test_an_end_that_is_cut_off_is_noticed(path: Path, content: bytes) -> None:
    ends = islice(cut_offs(content), 0, None, EACH_CUT)
    found = who_notices(path, read_as_program, ends)
    assert found[NOTICED] == found.total() == len(content) // 512 // EACH_CUT + 1


def test_in_a_plain_database_much_of_it_goes_unnoticed(path: Path, content: bytes) -> None:
    assert content
    plain = path.with_name("gewoon.db")
    plain_copy(path, plain)
    found = who_notices(plain, read_plainly, flips(plain.read_bytes(), FLIPS, Random(1)))
    assert found[CHANGED] > FLIPS // 20
