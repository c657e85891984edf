"""Who works in a file is in the file: from the first edit, never by looking, until it is closed."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hgkm_desktop.casefile import CaseFile, WrongPassphrase, session
from hgkm_desktop.casefile.opening import IN_USE
from tests.builders import a_case_with
from tests.casefile.files import contents, new_file, open_file, rows
from tests.casefile.full_case import full_case
from tests.casefile.test_lock import another_program

FIVE_PAST_ONE = datetime(2026, 3, 2, 13, 5, 7)
QUERY = "SELECT computer, begonnen, laatst_opgeslagen, gesloten FROM zitting"


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = FIVE_PAST_ONE

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(path: Path) -> Path:
    with new_file(path) as file:
        file.save(full_case())
    return path


def cut_off(file: CaseFile) -> None:
    """As a kill does: nothing is said, and the lock file stays."""
    path = file.path
    file.session.is_begun = False
    lock = path.with_name(f"{path.name}.lock")
    file.close()
    lock.touch()


def test_looking_writes_nothing(path: Path) -> None:
    before = contents(path.parent)
    with open_file(path) as file:
        assert file.load(full_case().id) == full_case()
    assert contents(path.parent) == before


def test_the_first_edit_says_who_and_since_when_and_closing_that_it_is_over(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "this_computer", lambda: "PC-7")
    with open_file(path, clock=clock) as file:
        file.save(a_case_with())
        clock.now += timedelta(minutes=3)
        file.save(a_case_with())
        last = session.read_session(file.connection)
        assert last == session.Session(
            "PC-7", FIVE_PAST_ONE, FIVE_PAST_ONE + timedelta(minutes=3), False
        )
    ((computer, begun, _, closed),) = rows(path, QUERY)
    assert (computer, begun[-1], closed) == ("PC-7", "Z", 1)


def test_closing_while_locked_is_closing(path: Path) -> None:
    file = open_file(path)
    file.save(a_case_with())
    file.lock()
    file.close()
    assert rows(path, "SELECT gesloten FROM zitting") == [(1,)]


def test_the_next_session_after_unlocking_is_a_new_one(path: Path, clock: Clock) -> None:
    from tests.casefile.files import PASSPHRASE

    with open_file(path, clock=clock) as file:
        file.save(a_case_with())
        file.lock()
        clock.now += timedelta(hours=1)
        file.unlock(PASSPHRASE)
        file.save(a_case_with())
        last = session.read_session(file.connection)
        assert last is not None
        assert last.begun == clock.now
        assert not last.is_closed


def test_who_comes_second_reads_who_has_it(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "this_computer", lambda: "PC-7")
    with open_file(path, clock=clock) as first:
        with open_file(path, clock=clock) as second:
            assert second.read_only_reason == IN_USE, "nothing was edited yet"
        first.save(a_case_with())
        here = "Dit casusbestand is al open op deze computer, sinds 13:05."
        with open_file(path, clock=clock) as second:
            assert second.read_only_reason == here
        monkeypatch.setattr(session, "this_computer", lambda: "PC-8")
        with open_file(path, clock=clock) as second:
            assert second.read_only_reason == "Dit casusbestand is al open op PC-7, sinds 13:05."
        clock.now += timedelta(hours=12)
        with open_file(path, clock=clock) as second:
            assert "PC-7, sinds 2 maart 2026 om 13:05." in second.read_only_reason
        clock.now += timedelta(hours=13)
        with open_file(path, clock=clock) as second:
            assert second.read_only_reason == IN_USE, "nobody knows after a day"


def test_the_second_is_answered_within_a_second(path: Path) -> None:
    with another_program(path) as (said, _):
        assert said == "writable"
        began = time.monotonic()
        with open_file(path) as second:
            assert second.read_only
        assert time.monotonic() - began < 1


def test_a_session_that_was_cut_off_here_is_told_once(path: Path, clock: Clock) -> None:
    file = open_file(path, clock=clock)
    file.save(a_case_with())
    cut_off(file)
    with open_file(path) as again:
        assert again.was_cut_off is not None
        assert again.was_cut_off.last_saved == FIVE_PAST_ONE
    with open_file(path) as again:
        assert again.was_cut_off is None


def test_a_wrong_passphrase_does_not_take_it_away_that_a_session_was_cut_off(
    path: Path, clock: Clock
) -> None:
    file = open_file(path, clock=clock)
    file.save(a_case_with())
    cut_off(file)
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            open_file(path, "een heel ander wachtwoord dan dit")
    with open_file(path) as again:
        assert again.was_cut_off is not None
    with pytest.raises(WrongPassphrase):
        open_file(path, "een heel ander wachtwoord dan dit")
    with open_file(path) as again:
        assert again.was_cut_off is None


def test_a_wrong_passphrase_leaves_the_lock_of_who_works_in_it(path: Path) -> None:
    with open_file(path) as held:
        with pytest.raises(WrongPassphrase):
            open_file(path, "een heel ander wachtwoord dan dit")
        assert held.writer_lock.is_held


def test_a_killed_program_was_cut_off(path: Path) -> None:
    with another_program(path) as (_, process):
        process.kill()
    with open_file(path) as again:
        assert again.was_cut_off is None, "it had edited nothing"


def test_a_copy_or_another_computer_was_not_cut_off(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_file(path, clock=clock)
    file.save(a_case_with())
    copy = path.with_name("kopie.hgkm")
    copy.write_bytes(path.read_bytes())
    cut_off(file)
    with open_file(copy) as again:
        assert again.was_cut_off is None
    with open_file(path, read_only=True) as again:
        assert again.was_cut_off is None
    monkeypatch.setattr(session, "this_computer", lambda: "PC-8")
    with open_file(path) as again:
        assert again.was_cut_off is None


def test_an_ordinary_close_is_never_called_cut_off(path: Path) -> None:
    with open_file(path) as file:
        file.save(a_case_with())
    path.with_name(f"{path.name}.lock").touch()
    with open_file(path) as again:
        assert again.was_cut_off is None


@pytest.mark.parametrize("moment", ["", "gisteren", "2026-13-01T00:00:00Z"])
def test_a_moment_that_cannot_be_is_no_session(path: Path, moment: str) -> None:
    with open_file(path) as file:
        file.save(a_case_with())
        file.connection.execute("UPDATE zitting SET begonnen = ?", (moment,))
        assert session.read_session(file.connection) is None
