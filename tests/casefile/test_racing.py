"""Two programs open a file at the same moment: the short form of the proof of 20 races."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casefile.files import new_file
from tests.casefile.full_case import full_case
from tests.casefile.racing import WITHOUT_LOCK, kill_a_writer, race


@pytest.fixture
def shared(path: Path) -> Path:
    with new_file(path) as file:
        file.save(full_case())
    return path


@pytest.mark.parametrize("after_a_kill", [False, True])
def test_one_of_three_writes_and_the_others_answer_at_once(
    after_a_kill: bool, shared: Path
) -> None:
    if after_a_kill:
        kill_a_writer(shared)
        assert shared.with_name(f"{shared.name}.lock").exists()
    raced = race(shared, 3)
    assert raced.writers == raced.saved == raced.kept == 1
    assert all("open" in reason for reason in raced.reasons)
    assert raced.answered < 1


def test_without_the_lock_both_think_that_they_write(shared: Path) -> None:
    raced = race(shared, 2, WITHOUT_LOCK)
    assert raced.writers == 2
    assert raced.saved == raced.kept == 1, "the one that came too late is refused, not lost"
