"""`--self-test` misses what is missing, says it, and finds somewhere to say it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop import self_test
from hgkm_desktop.app import example_passphrase, make_example
from hgkm_desktop.casefile import keys
from hgkm_desktop.paths import HOME_VARIABLE
from hgkm_desktop.policy import EXTRA_VARIABLE
from hgkm_desktop.self_test import Painted, Wrong
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.entry_bar import EntryBar
from hgkm_desktop.ui.line.event_dialog import EventDialog
from tests.casefile.keyrings import Losing, SafeOne, a_computer
from tests.ui.made_once import a_copy, quick_key

ROOT = Path(__file__).resolve().parents[1]


def _works() -> None:
    return


def _fails() -> None:
    raise Wrong("de knop heet Cancel")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def only(monkeypatch: pytest.MonkeyPatch, *steps: tuple[str, self_test.Step]) -> None:
    """Let a self-test have these steps alone."""

    def chosen(_: self_test.SelfTest) -> Iterator[tuple[str, self_test.Step]]:
        yield from steps

    monkeypatch.setattr(self_test.SelfTest, "steps", chosen)


def test_it_says_what_works_and_what_does_not_and_goes_on(
    home: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    only(monkeypatch, ("Nederlandse knoppen", _fails), ("lettertype", _works))
    assert self_test.run() == 1
    told = capsys.readouterr().out.splitlines()
    assert told == ["FOUT  Nederlandse knoppen: Wrong: de knop heet Cancel", "goed  lettertype"]


def test_when_all_works_it_returns_zero(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, ("lettertype", _works))
    assert self_test.run() == 0


def test_with_nowhere_to_print_it_writes_in_the_folder_for_logs(
    home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, ("lettertype", _fails))
    monkeypatch.setattr("sys.stdout", None)
    assert self_test.run() == 1
    assert "FOUT  lettertype" in (home / "logs" / self_test.REPORT).read_text(encoding="utf-8")


def test_every_folder_of_resources_is_looked_in() -> None:
    there = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert set(self_test.FOLDERS) == there


def test_the_parts_that_need_no_example_work(qtbot: QtBot) -> None:
    self_test.try_resources()
    self_test.try_check()


def test_an_empty_folder_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "resource", lambda _: tmp_path)
    with pytest.raises(Wrong, match="ontbreekt"):
        self_test.try_resources()


def test_a_window_that_is_never_painted_is_noticed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, "SECONDS_TO_PAINT", 0.02)
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(Wrong, match="niet getekend"):
        Painted(window).wait_for(window)


# --- a window in which something is done ----------------------------------------------------------


@pytest.fixture
def tested(home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> self_test.SelfTest:
    """A self-test that has its example."""
    monkeypatch.setattr(keys, "hash_secret_raw", quick_key)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    a_copy(home / "zelftest.hgkm", make_example)
    return self_test.SelfTest(home, app)


def test_an_event_is_added_chosen_and_changed_and_the_file_locks(
    tested: self_test.SelfTest,
) -> None:
    tested.try_event()
    tested.try_lock()


def test_an_event_that_is_not_added_is_noticed(
    tested: self_test.SelfTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EntryBar, "add", lambda bar: bar.line.clear())
    with pytest.raises(Wrong, match="niet toegevoegd"):
        tested.try_event()


def test_a_change_that_does_not_reach_the_file_is_noticed(
    tested: self_test.SelfTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EventDialog, "accept", EventDialog.close)
    with pytest.raises(Wrong, match="niet in het bestand"):
        tested.try_event()


def test_a_file_that_any_passphrase_unlocks_is_noticed(
    tested: self_test.SelfTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, unlock = example_passphrase(), Document.unlock
    monkeypatch.setattr(Document, "unlock", lambda document, _, **__: unlock(document, right))
    with pytest.raises(Wrong, match="niet op slot"):
        tested.try_lock()


# --- the keyring ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keyring", "said"),
    [
        (SafeOne, "kluis werkt"),
        (Losing, "er is een kluis, maar hij bewaarde nu niets"),
        (fail.Keyring, "geen kluis op deze computer"),
    ],
)
def test_what_holds_for_the_keyring_is_said(
    keyring: type[KeyringBackend], said: str, tmp_path: Path
) -> None:
    backend = keyring()
    with a_computer(backend, tmp_path):
        assert self_test.try_keyring() == said
    assert getattr(backend, "kept", {}) == {}, "nothing of it stays"


def test_a_keyring_that_the_policy_turned_off_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beleid.toml").write_text("sleutel_onthouden = false\n", encoding="utf-8")
    monkeypatch.setenv(EXTRA_VARIABLE, str(tmp_path / "beleid.toml"))
    with a_computer(SafeOne(), tmp_path):
        assert self_test.try_keyring() == "uit door beleid"


def test_what_a_step_says_stands_behind_its_name() -> None:
    assert self_test._tried("kluis", lambda: "kluis werkt") == "goed  kluis: kluis werkt"
