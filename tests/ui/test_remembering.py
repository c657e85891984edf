"""A file that this computer remembers, as people use it: the box, the menu, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile, is_paused, is_remembered, safe_place
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.open_dialog import PassphraseDialog
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.casefile.keyrings import (
    COMPUTERS,
    Hanging,
    Locked,
    Safe,
    SafeOne,
    a_computer,
    no_keyring,
)
from tests.ui.keyboard import focused, name_of, press, tab_to, type_text
from tests.ui.made_once import a_copy

Key = Qt.Key
PASSPHRASE = "vijf gewone woorden achter elkaar"
NEW = "een heel nieuw wachtwoord"
BOX = "Onthoud op deze computer"
LIMIT = 0.4  # seconds, for a test


@pytest.fixture(autouse=True)
def _short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_place, "LIMIT_SECONDS", LIMIT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_copy(tmp_path / "a.hgkm", make_file)


def make_file(path: Path) -> None:
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "eerste")))


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    backend = SafeOne()
    with a_computer(backend, tmp_path / "data"):
        yield backend


@pytest.fixture
def remembered(path: Path, safe: Safe) -> Path:
    with CaseFile.open(path, PASSPHRASE) as file:
        file.remembering()()
    return path


class Hand:
    """What a user sees of the window and does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def ask(self, path: Path) -> None:
        self.window.ask_passphrase(str(path))

    def wait_for_dialog(self) -> PassphraseDialog:
        self._qtbot.waitUntil(lambda: isinstance(dialog(), PassphraseDialog))
        found = dialog()
        assert isinstance(found, PassphraseDialog)
        return found

    def wait_until_open(self) -> CaseFile:
        self._qtbot.waitUntil(lambda: self.window.document is not None)
        assert self.window.document is not None
        return self.window.document.file

    def type_passphrase(self, passphrase: str = PASSPHRASE) -> None:
        assert name_of(focused()) == "Wachtwoord"
        type_text(passphrase)
        press(Key.Key_Return)

    def wait_for_notice(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: any(words in text for text in self.notices()))

    def notices(self) -> list[str]:
        return [n.text() for n in self.window.findChildren(Notice) if n.isVisible()]

    def wait_for_words(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in words_of(dialog()))

    def wait_for_box(self) -> QCheckBox:
        found = box()
        assert found is not None
        self._qtbot.waitUntil(found.isEnabled)
        return found

    def tick(self) -> None:
        self.wait_for_box()
        tab_to(BOX)
        press(Key.Key_Space)

    def menu(self) -> dict[str, QAction]:
        assert self.window.open_file is not None
        return {a.text(): a for a in self.window.open_file.passphrase.actions() if a.isVisible()}


@pytest.fixture
def hand(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


def dialog() -> object:
    return QApplication.activeModalWidget()


def words_of(widget: object) -> str:
    assert isinstance(widget, PassphraseDialog)
    return " ".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def box() -> QCheckBox | None:
    found = dialog()
    assert isinstance(found, PassphraseDialog)
    shown = (b for b in found.findChildren(QCheckBox) if b.text() == BOX and b.isVisible())
    return next(shown, None)


def header_of(path: Path) -> bytes:
    return path.read_bytes()[:16]


# --- the box ------------------------------------------------------------------------------------


def test_the_box_is_off_and_a_file_opened_without_it_is_not_remembered(
    hand: Hand, path: Path, safe: Safe
) -> None:
    hand.ask(path)
    assert not hand.wait_for_box().isChecked()
    hand.type_passphrase()
    hand.wait_until_open()
    assert not safe.kept
    assert not is_remembered(header_of(path))


def test_a_file_opened_with_the_box_opens_without_a_question_from_then_on(
    hand: Hand, path: Path, safe: Safe
) -> None:
    hand.ask(path)
    hand.tick()
    assert "zonder wachtwoord" in words_of(dialog())
    tab_to("Wachtwoord")
    hand.type_passphrase()
    file = hand.wait_until_open()
    hand.wait_for_notice("Deze computer onthoudt de sleutel")
    assert list(safe.kept) == [("HGKM Desktop", file.header.hex())]
    assert hand.window.close_file()
    hand.ask(path)
    hand.wait_until_open()
    assert dialog() is None
    assert hand.notices() == ["Geopend met de sleutel die deze computer onthoudt."]


def test_a_computer_without_a_safe_place_says_why_the_box_cannot_be_ticked(
    hand: Hand, path: Path, tmp_path: Path
) -> None:
    with a_computer(no_keyring(), tmp_path / "data"):
        hand.ask(path)
        hand.wait_for_words("Dit kan hier niet.")
        found = box()
        assert found is not None
        assert not found.isEnabled()
        hand.type_passphrase()
        hand.wait_until_open()


def test_a_keyring_that_refuses_is_told_and_the_file_is_open_all_the_same(
    hand: Hand, path: Path, tmp_path: Path
) -> None:
    with a_computer(COMPUTERS["geweigerd"].at_first(), tmp_path / "data"):
        hand.ask(path)
        hand.tick()
        tab_to("Wachtwoord")
        hand.type_passphrase()
        hand.wait_until_open()
        hand.wait_for_notice("niet op deze computer bewaard")
    assert not is_remembered(header_of(path))


# --- what goes wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Locked, Hanging, no_keyring])
def test_a_key_that_is_not_given_is_told_where_the_passphrase_is_typed(
    kind: type[Safe], hand: Hand, remembered: Path, tmp_path: Path
) -> None:
    with a_computer(kind(), tmp_path / "data"):
        hand.ask(remembered)
        hand.wait_for_dialog()
        hand.wait_for_words("Uw computer kon de bewaarde sleutel niet geven.")
        assert "niets verloren" in words_of(dialog())
        hand.type_passphrase()
        hand.wait_until_open()
    assert is_remembered(header_of(remembered))  # it may work again next time


def test_the_passphrase_can_be_typed_while_the_computer_is_asked(
    hand: Hand, remembered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_place, "LIMIT_SECONDS", 30)
    backend = Hanging()
    with a_computer(backend, tmp_path / "data"):
        hand.ask(remembered)
        hand.wait_for_dialog()
        assert "wordt om de bewaarde sleutel gevraagd" in words_of(dialog())
        hand.type_passphrase()
        file = hand.wait_until_open()
    hand._qtbot.waitUntil(backend.returned.is_set)
    hand._qtbot.wait(50)
    assert not file.read_only
    assert dialog() is None


@pytest.mark.parametrize("ticked", [False, True])
def test_an_outdated_key_is_forgotten_or_replaced_once_the_passphrase_opened_the_file(
    ticked: bool, hand: Hand, remembered: Path, safe: Safe
) -> None:
    good = dict(safe.kept)
    safe.kept = {name: "ab" * 32 for name in good}
    hand.ask(remembered)
    hand.wait_for_dialog()
    hand.wait_for_words("is weg of past niet bij dit bestand")
    assert safe.kept
    if ticked:
        hand.tick()
        tab_to("Wachtwoord")
    hand.type_passphrase()
    hand.wait_until_open()
    hand.wait_for_notice("onthoudt de sleutel" if ticked else "niet meer")
    assert safe.kept == (good if ticked else {})
    assert is_remembered(header_of(remembered)) is ticked


def test_the_window_goes_on_while_a_keyring_hangs(
    hand: Hand, remembered: Path, tmp_path: Path
) -> None:
    beats = 0

    def beat() -> bool:
        nonlocal beats
        beats += 1
        return isinstance(dialog(), PassphraseDialog) and "niets verloren" in words_of(dialog())

    with a_computer(Hanging(), tmp_path / "data"):
        hand.ask(remembered)
        hand._qtbot.waitUntil(beat)
    assert beats > 5, "one or two when it waits for the keyring"
    hand.wait_for_dialog().reject()


def test_a_question_that_is_dropped_opens_nothing(
    hand: Hand, remembered: Path, tmp_path: Path
) -> None:
    backend = Hanging()
    with a_computer(backend, tmp_path / "data"):
        hand.ask(remembered)
        hand.wait_for_dialog()
        press(Key.Key_Escape)
    hand._qtbot.waitUntil(backend.returned.is_set)
    hand._qtbot.wait(50)
    assert hand.window.document is None
    assert dialog() is None


# --- locked, backups, another passphrase --------------------------------------------------------


def test_a_locked_file_asks_for_its_passphrase_also_after_a_new_start(
    hand: Hand, remembered: Path
) -> None:
    hand.ask(remembered)
    hand.wait_until_open()
    assert hand.window.watching is not None
    locking = hand.window.watching.locking
    locking.lock()
    assert hand.notices() == []
    assert hand.window.close_file()
    hand.ask(remembered)
    hand.wait_for_dialog()
    assert "vergrendeld geweest" in words_of(dialog())
    hand.type_passphrase()
    hand.wait_until_open()
    assert not is_paused(header_of(remembered))


def test_a_backup_offers_no_box(hand: Hand, path: Path, safe: Safe) -> None:
    with CaseFile.open(path, PASSPHRASE) as file:
        backup = file.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2, 12, 0)).keep()
    hand.ask(backup.path)
    hand.wait_for_dialog()
    assert box() is None
    hand.type_passphrase()
    hand.wait_until_open()
    assert not hand.menu()[f"{BOX}…"].isEnabled()


def test_another_passphrase_is_remembered_in_place_of_the_old_one(
    hand: Hand, remembered: Path, safe: Safe
) -> None:
    old = dict(safe.kept)
    hand.ask(remembered)
    hand.wait_until_open()
    hand.menu()["Wachtwoord wijzigen…"].trigger()
    type_text(PASSPHRASE)
    tab_to("Nieuw wachtwoord")
    type_text(NEW)
    tab_to("Nog een keer")
    type_text(NEW)
    press(Key.Key_Return)
    sheet = dialog()
    assert sheet is not None
    sheet.reject()  # type: ignore[attr-defined]
    hand.wait_for_notice("Deze computer onthoudt de sleutel")
    assert safe.kept.keys() == old.keys()
    assert safe.kept != old


# --- the menu -----------------------------------------------------------------------------------


def test_the_menu_remembers_an_open_file_after_its_passphrase_and_forgets_it(
    hand: Hand, path: Path, safe: Safe
) -> None:
    hand.ask(path)
    hand.wait_for_dialog()
    hand.type_passphrase()
    hand.wait_until_open()
    assert "Niet meer onthouden op deze computer" not in hand.menu()
    hand.menu()[f"{BOX}…"].trigger()
    hand.type_passphrase()
    hand.wait_for_notice("Deze computer onthoudt de sleutel")
    assert safe.kept
    hand.menu()["Niet meer onthouden op deze computer"].trigger()
    hand.wait_for_notice("niet meer")
    assert not safe.kept
    assert f"{BOX}…" in hand.menu()


def test_a_wrong_passphrase_remembers_nothing(hand: Hand, path: Path, safe: Safe) -> None:
    hand.ask(path)
    hand.wait_for_dialog()
    hand.type_passphrase()
    hand.wait_until_open()
    hand.menu()[f"{BOX}…"].trigger()
    hand.type_passphrase("niet het goede wachtwoord")
    assert not safe.kept
    press(Key.Key_Escape)


def test_a_keyring_that_cannot_forget_says_what_to_do(
    hand: Hand, remembered: Path, tmp_path: Path
) -> None:
    hand.ask(remembered)
    hand.wait_until_open()
    with a_computer(no_keyring(), tmp_path / "data"):
        hand.menu()["Niet meer onthouden op deze computer"].trigger()
        hand.wait_for_notice("kon niet uit de wachtwoordkluis")
    assert not is_remembered(header_of(remembered))
