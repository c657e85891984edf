"""Casusbestanden of someone else, wrong inside: the short form of the proof of 20,000 of them."""

from __future__ import annotations

from pathlib import Path

from tests.casefile.fuzzing import REFUSED, WHOLE, try_files, unguarded

FILES = range(20_000, 20_050)  # other ones than the proof makes


def test_each_gives_a_known_error_or_all_of_it(tmp_path: Path) -> None:
    found = try_files(tmp_path, FILES)
    assert found.wrong == []
    assert found.outcomes[REFUSED] > 2
    assert found.outcomes[WHOLE] > 10


def test_without_what_guards_against_them_many_go_wrong(tmp_path: Path) -> None:
    with unguarded():
        found = try_files(tmp_path, range(FILES.start, FILES.start + 20))
    assert len(found.wrong) > 1
