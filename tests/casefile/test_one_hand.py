"""A file that is copied in one thread and worked in from another, on the connection they share.

Two threads at once would take each other's errors for their own, as of a damaged page.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hgkm_desktop.casefile.backing_up import Copied
from hgkm_desktop.casefile.turns import Turn, Turns
from tests.builders import a_case_with, an_event
from tests.casefile.files import new_file
from tests.casefile.trouble import another_program_doing

NOON = datetime(2026, 7, 1, 12, 0)
LARGE = a_case_with(*(an_event(fact="x" * 20_000) for _ in range(60)))
"""More than 1 MB, so that copying it takes a good many steps."""
_WAIT = 10.0  # seconds


class Shared:
    """A connection that notes when it is asked something in the middle of a step of a copying."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.in_step = threading.Event()
        self.asked = self.asked_in_step = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, *statement: Any) -> Any:
        self.asked += 1
        self.asked_in_step += self.in_step.is_set()
        return self._connection.execute(*statement)

    def backup(self, target: Any, *, progress: Callable[..., None], **more: Any) -> None:
        def between(*how_far: int) -> None:
            self.in_step.clear()
            progress(*how_far)
            self.in_step.set()

        self.in_step.set()
        try:
            self._connection.backup(target, progress=between, **more)
        finally:
            self.in_step.clear()


def test_nothing_is_asked_of_a_file_in_the_middle_of_a_step(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.hgkm")
    file.save(LARGE)
    shared = Shared(file.connection)
    file.connected = shared  # all that a connection has
    copied = []

    def copy() -> None:
        copied.append(file.copy_for_backup(tmp_path / "back-ups", NOON, in_steps=True))

    thread = threading.Thread(target=copy)
    thread.start()
    assert shared.in_step.wait(_WAIT)
    while thread.is_alive():
        file.load(LARGE.id)
        file.save(LARGE)
        assert file.is_as_left
        assert file.is_untouched
    thread.join()
    assert shared.asked_in_step == 0
    assert shared.asked > 0
    copied[0].keep()
    file.close()


def test_who_ends_the_copyings_is_never_sent_away_by_one() -> None:
    turns = Turns()
    held, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def copy() -> None:
        with turns.take():
            held.set()
            assert go_on.wait(_WAIT)

    def close() -> None:
        with turns.end():
            done.append("closed")

    def copy_anew() -> None:
        with turns.take():
            done.append("copied")

    threads = [threading.Thread(target=each) for each in (copy, close, copy_anew)]
    threads[0].start()
    assert held.wait(_WAIT)
    for number, thread in enumerate(threads[1:], 2):
        thread.start()
        until = time.monotonic() + _WAIT
        while turns.newest < number and time.monotonic() < until:
            time.sleep(0.001)
    go_on.set()
    for thread in threads:
        thread.join(_WAIT)
    assert sorted(done) == ["closed", "copied"]


@pytest.mark.usefixtures("impatient")
def test_a_copying_that_another_program_holds_up_goes_on_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[float] = []
    aside = Turn.step_aside

    def noted(turn: Turn, seconds: float) -> None:
        steps.append(seconds)
        aside(turn, seconds)

    monkeypatch.setattr(Turn, "step_aside", noted)
    file = new_file(tmp_path / "a.hgkm")
    copied: list[Copied] = []

    def copy() -> None:
        copied.append(file.copy_for_backup(tmp_path / "back-ups", NOON, in_steps=True))

    thread = threading.Thread(target=copy)
    with another_program_doing(file.path, "BEGIN EXCLUSIVE"):
        thread.start()
        until = time.monotonic() + _WAIT
        while len(steps) < 3 and time.monotonic() < until:
            time.sleep(0.001)
        assert not copied
    thread.join(_WAIT)
    assert copied[0].keep().number == 1
    file.close()
