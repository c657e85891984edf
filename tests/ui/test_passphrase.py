"""Changing the passphrase, opening by code, and the herstelblad, as people do it: by keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import CaseFile, WrongCode, WrongPassphrase, all_backups
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.herstelblad_dialog import HerstelbladDialog
from hgkm_desktop.ui.papers import printing
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event
from tests.ui.keyboard import (
    CTRL,
    SHIFT,
    focused,
    name_of,
    press,
    tab_to,
    text_of,
    type_text,
    wait_until,
)
from tests.ui.made_once import a_copy, open_example

pytestmark = pytest.mark.usefixtures("backed_up")

Key = Qt.Key
PASSPHRASE = "vijf gewone woorden achter elkaar"
NEW = "een heel nieuw wachtwoord"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_copy(tmp_path / "a.hgkm", make_file)


def make_in(window: MainWindow, path: Path) -> None:
    """Make a file by keyboard, up to its herstelblad."""
    window.opening.make_new()
    press(Key.Key_A, CTRL)
    type_text(str(path))
    tab_to("Bedenk vijf woorden voor mij")
    press(Key.Key_Space)
    tab_to("Casusbestand maken")
    press(Key.Key_Space)


def make_file(path: Path) -> None:
    with CaseFile.create(path, PASSPHRASE) as casefile:
        casefile.save(a_case_with(an_event("mrt 2021", "eerste")))


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    window._drop_file()


def opened(window: MainWindow, path: Path) -> CaseFile:
    window.show_file(CaseFile.open(path, PASSPHRASE))
    assert window.document is not None
    return window.document.file


def choose(window: MainWindow, words: str) -> None:
    next(a for a in window.findChildren(QAction) if a.text() == words).trigger()
    QTest.qWait(1)


def words_on_screen() -> str:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return " ".join(w.text() for w in dialog.findChildren(QLabel) if w.isVisible())


def sheet() -> HerstelbladDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HerstelbladDialog)
    return dialog


def answer(*, wrongly: bool = False) -> None:
    """Type the groups that the sheet asks for, as they stand in the code."""
    dialog = sheet()
    file = dialog.parent().document.file  # type: ignore[union-attr]
    groups = file.recovery_code().split("-")
    for line in dialog.findChildren(QLineEdit):
        number = int(line.accessibleName().removeprefix("Groep "))
        tab_to(line.accessibleName())
        press(Key.Key_A, CTRL)
        type_text("0000" if wrongly else groups[number - 1].lower())


def go_without() -> None:
    """Close a sheet that is new without putting it on paper."""
    press(Key.Key_Escape)
    tab_to("Doorgaan zonder")
    press(Key.Key_Space)
    assert QApplication.activeModalWidget() is None


# --- changing -----------------------------------------------------------------------------------


def change(old: str, new: str, again: str = "") -> None:
    assert name_of(focused()) == "Wachtwoord van nu"
    type_text(old)
    tab_to("Nieuw wachtwoord")
    type_text(new)
    tab_to("Nog een keer")
    type_text(again or new)
    press(Key.Key_Return)


def test_the_new_passphrase_opens_the_file_and_a_new_sheet_is_offered(
    window: MainWindow, path: Path
) -> None:
    file = opened(window, path)
    old_code = file.recovery_code()
    choose(window, "Wachtwoord wijzigen…")
    change(PASSPHRASE, NEW)
    assert "oude herstelblad opent dit bestand niet meer" in words_on_screen()
    go_without()
    assert window.close_file()
    with pytest.raises(WrongPassphrase):
        CaseFile.open(path, PASSPHRASE)
    with pytest.raises(WrongCode):
        CaseFile.open(path, old_code, by_code=True)
    with CaseFile.open(path, NEW) as again:
        assert len(again.headings()) == 1
    assert len(all_backups(user_backup_dir())) >= 1


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("niet het goede wachtwoord", NEW, "", "past niet bij dit bestand"),
        (PASSPHRASE, "te kort", "", "korter dan 15 tekens"),
        (PASSPHRASE, NEW, NEW + "x", "niet gelijk"),
        (PASSPHRASE, PASSPHRASE, "", "heeft het bestand al"),
    ],
)
def test_a_refusal_is_said_and_changes_nothing(
    window: MainWindow, path: Path, old: str, new: str, again: str, says: str
) -> None:
    opened(window, path)
    choose(window, "Wachtwoord wijzigen…")
    change(old, new, again)
    assert says in words_on_screen()
    press(Key.Key_Escape)
    assert window.close_file()
    CaseFile.open(path, PASSPHRASE).close()


def test_the_code_stands_in_place_of_a_passphrase_that_is_lost(
    window: MainWindow, path: Path
) -> None:
    code = opened(window, path).recovery_code()
    choose(window, "Wachtwoord wijzigen…")
    tab_to("Ik heb alleen de herstelcode")
    press(Key.Key_Space)
    assert name_of(focused()) == "Herstelcode"
    type_text(code)
    tab_to("Nieuw wachtwoord")
    type_text(NEW)
    tab_to("Nog een keer")
    type_text(NEW)
    press(Key.Key_Return)
    go_without()
    assert window.close_file()
    CaseFile.open(path, NEW).close()


def test_a_read_only_file_offers_no_change(window: MainWindow, path: Path) -> None:
    window.show_file(CaseFile.open(path, PASSPHRASE, read_only=True))
    (action,) = (a for a in window.findChildren(QAction) if a.text() == "Wachtwoord wijzigen…")
    assert not action.isEnabled()


# --- opening by code ----------------------------------------------------------------------------


def test_a_file_opens_by_its_code(window: MainWindow, path: Path) -> None:
    with CaseFile.open(path, PASSPHRASE) as file:
        code = file.recovery_code()
    window.ask_passphrase(str(path))
    tab_to("Openen met herstelcode")
    press(Key.Key_Space)
    assert name_of(focused()) == "Herstelcode"
    wrong = code.split("-")
    wrong[6] = "0000" if wrong[6] != "0000" else "1111"
    type_text(" ".join(wrong))
    press(Key.Key_Return)
    assert "Groep 7 van de herstelcode klopt niet" in words_on_screen()
    press(Key.Key_A, CTRL)
    type_text(code.lower())
    press(Key.Key_Return)
    assert window.document is not None
    assert not window.document.is_read_only


# --- the sheet ----------------------------------------------------------------------------------


def test_making_a_file_offers_the_sheet(window: MainWindow, tmp_path: Path) -> None:
    make_in(window, tmp_path / "nieuw")
    assert window.document is not None
    code = window.document.file.recovery_code()
    assert all(group in words_on_screen() for group in code.split("-"))
    tab_to("Verder")
    press(Key.Key_Space)
    assert not any(group in words_on_screen() for group in code.split("-"))
    answer()
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None


def test_a_new_sheet_is_not_passed_by_without_a_word(window: MainWindow, tmp_path: Path) -> None:
    make_in(window, tmp_path / "nieuw")
    shown = sheet()
    press(Key.Key_Escape)
    assert "voorgoed weg" in words_on_screen()
    assert "Herstelblad… in het menu Bestand" in words_on_screen()
    assert name_of(focused()) == "Terug naar het herstelblad"
    press(Key.Key_Escape)
    assert sheet() is shown, "Escape is no way past both"
    tab_to("Nu niet")
    press(Key.Key_Space)
    go_on = QApplication.activeModalWidget()
    assert go_on is not shown
    press(Key.Key_Return)
    assert sheet() is shown
    go_without()


def test_a_sheet_that_was_kept_closes_at_once(window: MainWindow, tmp_path: Path) -> None:
    make_in(window, tmp_path / "nieuw")
    sheet().keep(str(tmp_path / "nieuw.hgkm"))
    press(Key.Key_Escape)
    assert "voorgoed weg" in words_on_screen(), "it was not kept"
    press(Key.Key_Escape)
    sheet().keep(str(tmp_path / "blad.pdf"))
    press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


@pytest.mark.skipif(os.name == "nt", reason="modes of files are of POSIX")
def test_a_sheet_becomes_a_file_after_a_warning_and_for_its_owner_alone(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "blad.pdf"
    target.write_bytes(b"%PDF-oud")
    target.chmod(0o644)
    dialog = HerstelbladDialog(window, opened(window, path))
    monkeypatch.setattr(dialog, "_ask_place", partial(dialog.keep, str(target)))
    dialog.open()
    tab_to("Bewaren als pdf…")
    press(Key.Key_Space)
    assert "zonder versleuteling" in words_on_screen()
    assert name_of(focused()) == "Terug naar het herstelblad"
    press(Key.Key_Return)
    assert target.read_bytes() == b"%PDF-oud"
    tab_to("Bewaren als pdf…")
    press(Key.Key_Space)
    tab_to("Toch bewaren")
    press(Key.Key_Space)
    assert target.read_bytes() != b"%PDF-oud"
    assert target.stat().st_mode & 0o777 == 0o600
    dialog.reject()


def test_a_printer_that_makes_a_file_is_warned_of_as_well(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, printer = tmp_path / "blad.pdf", QPrinter()
    printer.setOutputFileName(str(target))
    monkeypatch.setattr(printing, "ask_printer", lambda *_: printer)
    dialog = HerstelbladDialog(window, opened(window, path))
    dialog.open()
    tab_to("Afdrukken…")
    press(Key.Key_Space)
    assert "zonder versleuteling" in words_on_screen()
    assert not target.exists()
    tab_to("Toch bewaren")
    press(Key.Key_Space)
    assert target.exists()
    dialog.reject()


def test_a_sheet_that_was_made_before_closes_at_once(window: MainWindow, path: Path) -> None:
    opened(window, path)
    choose(window, "Herstelblad…")
    type_text(PASSPHRASE)
    press(Key.Key_Return)
    sheet()
    press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("is_asked", [False, True])
def test_locking_asks_nobody_about_a_new_sheet(
    window: MainWindow, tmp_path: Path, is_asked: bool
) -> None:
    make_in(window, tmp_path / "nieuw")
    assert window.document is not None
    group = window.document.file.recovery_code().split("-")[0]
    if is_asked:
        press(Key.Key_Escape)
    assert window.watching is not None
    window.watching.locking.lock()
    assert name_of(focused()) == "Wachtwoord"
    shown = [w for w in QApplication.allWidgets() if isinstance(w, QLabel) and w.isVisible()]
    assert not any(group in w.text() or "voorgoed" in w.text() for w in shown)


def test_groups_that_are_not_those_of_the_paper_are_named(window: MainWindow, path: Path) -> None:
    opened(window, path)
    choose(window, "Herstelblad…")
    type_text(PASSPHRASE)
    press(Key.Key_Return)
    tab_to("Verder")
    press(Key.Key_Space)
    answer(wrongly=True)
    press(Key.Key_Return)
    assert "kloppen niet" in words_on_screen()
    answer()
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None


def test_the_sheet_later_asks_for_the_passphrase_first(window: MainWindow, path: Path) -> None:
    opened(window, path)
    choose(window, "Herstelblad…")
    assert name_of(focused()) == "Wachtwoord"
    type_text("niet het goede wachtwoord")
    press(Key.Key_Return)
    assert "past niet" in words_on_screen()
    press(Key.Key_Escape)


def test_the_page_holds_the_whole_code_and_is_one_page(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    file = opened(window, path)
    dialog = HerstelbladDialog(window, file)
    dialog.open()
    dialog.keep(str(tmp_path / "blad.pdf"))
    read = QPdfDocument()
    assert read.load(str(tmp_path / "blad.pdf")) is QPdfDocument.Error.None_
    assert read.pageCount() == 1
    text = read.getAllText(0).text()
    read.close()
    assert all(" ".join(group) in text for group in file.recovery_code().split("-"))
    assert PASSPHRASE not in text
    assert "gooi de pdf daarna weg" in words_on_screen()
    dialog.keep(str(path))
    assert "gooi" not in words_on_screen(), "never over the file itself"
    dialog.reject()
    assert window.close_file()
    CaseFile.open(path, PASSPHRASE).close()


@pytest.mark.parametrize("words", ["Herstelblad…", "Wachtwoord wijzigen…"])
def test_locking_closes_what_holds_a_secret(window: MainWindow, path: Path, words: str) -> None:
    opened(window, path)
    choose(window, words)
    type_text(PASSPHRASE)
    if words == "Herstelblad…":
        press(Key.Key_Return)
        sheet()
    assert window.watching is not None
    window.watching.locking.lock()
    assert name_of(focused()) == "Wachtwoord"
    assert text_of(focused()) == ""
    type_text(PASSPHRASE)
    press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    press(Key.Key_L, CTRL | SHIFT)
    locking = window.watching.locking
    wait_until(lambda: locking.is_locked)
