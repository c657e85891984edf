"""The short form of the proofs with kills; tests/casefile/test_trouble.py kills what saves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")


def killed(module: str, folder: Path, kills: int, how: str) -> dict[str, int]:
    command = [sys.executable, "-m", module, str(folder), str(kills), how]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(done.stdout)
    assert found["kills"] == kills
    return found


def test_killed_while_typing_the_program_loses_nothing_that_it_said_was_saved(
    tmp_path: Path,
) -> None:
    found = killed("tests.ui.killed_window", tmp_path, 1, "real")
    assert found["reported"] > 0
    assert (found["lost"], found["half"]) == (0, 0)


def test_a_program_that_saves_later_than_it_says_is_seen(tmp_path: Path) -> None:
    assert killed("tests.ui.killed_window", tmp_path, 1, "control")["lost"] > 0


def test_a_program_that_says_saved_too_early_is_seen(tmp_path: Path) -> None:
    assert killed("tests.casefile.killed_writer", tmp_path, 5, "control")["lost"] > 0
