"""The short form of the proofs with a disk that fails, is full, or forgets at a power cut."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.disk.replay import outcomes, record
from tests.disk.watched import Unavailable, library, run_watched

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux can put something before a program"
)


@pytest.fixture(autouse=True)
def _compiler(tmp_path: Path) -> None:
    """Skip where no compiler is; in CI that is a failure."""
    try:
        library(tmp_path)
    except Unavailable as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


def with_faults(folder: Path, how: str) -> dict[str, int]:
    watched = folder / "watched"
    watched.mkdir()
    found: dict[str, int] = json.loads(
        run_watched(folder, watched, "tests.disk.faulty", str(watched), how)
    )
    return found


def test_no_call_that_fails_loses_an_edit_or_stops_the_saving(tmp_path: Path) -> None:
    found = with_faults(tmp_path, "short")
    assert found.pop("faults") > 20
    assert found == {"lost": 0, "wrong": 0, "stuck": 0}


def test_a_program_that_swallows_the_errors_of_the_disk_is_seen(tmp_path: Path) -> None:
    assert with_faults(tmp_path, "control")["lost"] > 2


def test_no_call_that_fails_leaves_a_passphrase_in_doubt(tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    watched.mkdir()
    said = run_watched(tmp_path, watched, "tests.disk.faulty_change", str(watched))
    found = json.loads(said)
    assert found.pop("old") > 5
    assert found.pop("new") > 0, "also with a fault the other passphrase may hold"
    assert found == {"wrong": 0}


def test_a_hundred_edits_on_a_full_disk_are_saved_once_there_is_room(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.disk.full", str(tmp_path), "limit"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"refused": 100, "lost": 0, "wrong": 0, "stuck": 0}


def test_a_power_cut_takes_nothing_that_was_said_to_be_saved() -> None:
    found = outcomes(record("work"), 40, seed=5)
    assert found["whole"] == 40
    assert found["journals"] > 20


def test_without_flushing_a_power_cut_takes_much() -> None:
    found = outcomes(record("work", synchronous="OFF"), 25, seed=5)
    assert found["lost"] + found["damaged"] > 5
