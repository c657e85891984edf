"""Backups come by themselves and hold nothing up; the dialog checks them and puts one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.app import example_passphrase
from hgkm_desktop.casefile import Backup, CaseFile, all_backups, backups_of
from hgkm_desktop.paths import user_backup_dir, user_data_dir
from hgkm_desktop.ui.file import backups as backups_module
from hgkm_desktop.ui.file.backup_words import backed_up_files, size_text
from hgkm_desktop.ui.file.backups import Backups
from hgkm_desktop.ui.file.backups_dialog import BackupsDialog
from hgkm_desktop.ui.file.lock_page import LockPage
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.made_once import open_example

pytestmark = pytest.mark.usefixtures("backed_up")

NEW = "een heel nieuw wachtwoord"


def edit(window: MainWindow, title: str = "anders") -> None:
    assert window.document is not None
    case = window.document.case
    assert case is not None
    window.document.edit("wijziging", replace(case, title=title))


def present() -> tuple[Backup, ...]:
    return all_backups(user_backup_dir())


def dialog_of(window: MainWindow) -> BackupsDialog:
    act(window, "Back-ups…")
    (dialog,) = [d for d in window.findChildren(BackupsDialog) if d.isVisible()]
    return dialog


def act(window: MainWindow, words: str) -> None:
    actions = window.findChildren(QAction)
    next(action for action in reversed(actions) if action.text() == words).trigger()


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def list_of(dialog: BackupsDialog) -> list[str]:
    (listed,) = dialog.findChildren(QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def says(dialog: BackupsDialog, words: str) -> Callable[[], bool]:
    return lambda: any(words in label.text() for label in dialog.findChildren(QLabel))


def one_backup(window: MainWindow, qtbot: QtBot) -> None:
    open_looked_through(window, qtbot)
    edit(window)
    qtbot.waitUntil(lambda: len(present()) == 1)


# --- by themselves ------------------------------------------------------------------------------


def test_the_first_edit_keeps_what_was_and_closing_what_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_looked_through(window, qtbot)
    assert present() == (), "nothing is kept before an edit"
    edit(window)
    qtbot.waitUntil(lambda: len(present()) == 1)
    assert titles(present()[0]) == ["Rust en veiligheid"]
    assert window.close_file()
    qtbot.waitUntil(lambda: len(present()) == 2)
    assert titles(present()[0]) == ["anders"]


def test_what_the_newest_backup_holds_is_not_backed_up_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_looked_through(window, qtbot)  # closing cannot clean what is still being looked through
    edit(window)
    assert window.close_file()
    qtbot.waitUntil(lambda: len(present()) == 2)
    open_looked_through(window, qtbot)
    edit(window, "nog eens anders")
    wait_until_idle(window, qtbot)
    assert len(present()) == 2
    assert window.close_file()
    qtbot.waitUntil(lambda: len(present()) == 3)
    assert [titles(backup) for backup in present()] == [
        ["nog eens anders"],
        ["anders"],
        ["Rust en veiligheid"],
    ]


def test_a_file_that_is_closed_while_it_is_locked_was_backed_up(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_looked_through(window, qtbot)
    edit(window, "net voor het vergrendelen")
    act(window, "Vergrendelen")
    qtbot.waitUntil(lambda: bool(present()) and titles(present()[0])[0].startswith("net"))
    count = len(present())
    assert window.close_file()
    wait_until_idle(window, qtbot)
    assert len(present()) == count


def test_locking_again_and_again_makes_no_more_backups_than_there_are_edits(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_looked_through(window, qtbot)
    edit(window)
    for _ in range(3):
        act(window, "Vergrendelen")
        assert window.document is not None
        wait_until_idle(window, qtbot)
        count = len(present())
        locked = page_of(window)
        with qtbot.waitSignal(backups_of_window(window).looked):
            locked.given.emit(example_passphrase(), False)
    assert count <= 2
    assert len(present()) == count
    edit(window, "en weer verder")
    wait_until_idle(window, qtbot)
    assert len(present()) == count, "what it held before is in the backup of the lock"


def page_of(window: MainWindow) -> LockPage:
    (page,) = window.findChildren(LockPage)
    return page


def open_looked_through(window: MainWindow, qtbot: QtBot) -> None:
    window.open_example()
    with qtbot.waitSignal(backups_of_window(window).looked):
        pass


def wait_until_idle(window: MainWindow, qtbot: QtBot) -> None:
    """Nothing of a backup goes on any more, or waits to be told."""
    backups_of_window(window).finish()
    qtbot.wait(20)
    backups_of_window(window).finish()
    qtbot.wait(20)


def backups_of_window(window: MainWindow) -> Backups:
    (backups,) = window.findChildren(Backups)
    return backups


def titles(backup: Backup) -> list[str]:
    with CaseFile.open(backup.path, example_passphrase(), read_only=True) as opened:
        return [heading.title for heading in opened.headings()]


def test_closing_at_once_backs_up_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.open_example()
    edit(window, "op het laatst")
    assert window.close_file()
    qtbot.waitUntil(lambda: len(present()) == 1)
    with CaseFile.open(present()[0].path, example_passphrase(), read_only=True) as backup:
        assert [heading.title for heading in backup.headings()] == ["op het laatst"]


def test_ending_the_program_waits_for_the_backup(window: MainWindow) -> None:
    window.open_example()
    edit(window)
    window.close()
    assert len(present()) == 1
    assert not list(user_backup_dir().rglob("*.new"))


def test_what_was_read_is_kept_when_another_program_spoils_the_file(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_looked_through(window, qtbot)
    assert window.document is not None
    window.document.file.path.write_bytes(b"")
    assert window.close_file()
    wait_until_idle(window, qtbot)
    assert [titles(backup) for backup in present()] == [["Rust en veiligheid"]]


def test_only_looking_makes_no_backup(window: MainWindow, qtbot: QtBot) -> None:
    window.open_example()
    assert window.close_file()
    qtbot.wait(50)
    open_looked_through(window, qtbot)
    assert list(user_backup_dir().rglob("*.new")), "it is held, for the first edit"
    assert window.close_file()
    assert present() == ()
    wait_until_idle(window, qtbot)
    assert [path for path in user_backup_dir().rglob("*") if path.is_file()] == []


def test_ending_the_program_while_the_file_is_looked_through_leaves_nothing(
    window: MainWindow,
) -> None:
    window.open_example()
    window.close()
    assert [path for path in user_backup_dir().rglob("*") if path.is_file()] == []


def test_no_place_for_backups_holds_nothing_up(window: MainWindow, qtbot: QtBot) -> None:
    user_data_dir().mkdir(parents=True)
    user_backup_dir().write_text("hier staat al iets")
    window.open_example()
    edit(window)
    qtbot.waitUntil(lambda: bool(notices(window)))
    assert "Er kon geen back-up worden gemaakt." in notices(window)[0]
    edit(window, "en toch gaat het door")
    assert window.document is not None
    assert not window.document.has_unsaved
    assert not [d for d in window.findChildren(QDialog) if d.isVisible()]
    assert window.close_file()
    casefile, _ = open_example()
    with casefile:
        assert casefile.headings()[0].title == "en toch gaat het door"


def test_a_backup_that_could_not_be_made_is_tried_again_without_an_edit(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_module, "AGAIN_MILLISECONDS", 300)
    user_data_dir().mkdir(parents=True)
    user_backup_dir().write_text("hier staat al iets")
    window.open_example()
    edit(window)
    qtbot.waitUntil(lambda: bool(notices(window)))
    user_backup_dir().unlink()
    qtbot.waitUntil(lambda: len(present()) == 1)


def notices(window: MainWindow) -> list[str]:
    return [n.text() for n in window.findChildren(Notice) if n.isVisible() and n.text()]


# --- the dialog ---------------------------------------------------------------------------------


def test_the_start_screen_leads_to_the_backups(window: MainWindow) -> None:
    button(window, "Back-up terugzetten…").click()
    (dialog,) = [d for d in window.findChildren(BackupsDialog) if d.isVisible()]
    assert says(dialog, "Er zijn nog geen back-ups.")()
    dialog.reject()


def test_a_check_by_keyboard_says_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    dialog = dialog_of(window)
    (words,) = list_of(dialog)
    assert "in orde op" in words
    dialog.passphrase.setFocus()
    QTest.keyClicks(dialog.passphrase, example_passphrase())
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(says(dialog, "1 back-up gecontroleerd: alles is in orde."))
    assert "1 casus" in list_of(dialog)[0]
    dialog.reject()


def test_a_damaged_backup_is_named_and_stays_named(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    path = present()[0].path
    data = bytearray(path.read_bytes())
    data[-1000] ^= 1
    path.write_bytes(bytes(data))
    dialog = dialog_of(window)
    dialog.passphrase.setText(example_passphrase())
    button(dialog, "Alle controleren").click()
    qtbot.waitUntil(says(dialog, "1 back-up gecontroleerd: 0 in orde."))
    assert "beschadigd" in list_of(dialog)[0]
    dialog.reject()
    dialog = dialog_of(window)
    assert "beschadigd" in list_of(dialog)[0]
    dialog.reject()


def test_a_passphrase_that_does_not_fit_is_asked_again(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    dialog = dialog_of(window)
    button(dialog, "Alle controleren").click()
    assert says(dialog, "Typ eerst het wachtwoord")()
    dialog.passphrase.setText("vijf heel andere woorden samen")
    button(dialog, "Alle controleren").click()
    qtbot.waitUntil(says(dialog, "Dit wachtwoord past bij geen van deze back-ups."))
    assert QApplication.focusWidget() is dialog.passphrase
    assert not present()[0].is_bad
    dialog.reject()


def test_a_backup_is_put_back_beside_the_file_and_opened(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    edit(window, "later")
    assert window.document is not None
    original = window.document.file.path
    dialog = dialog_of(window)
    dialog.passphrase.setText(example_passphrase())
    button(dialog, "Terugzetten…").click()
    (chooser,) = dialog.findChildren(QFileDialog)
    day = datetime.now()
    proposed = f"voorbeeld (hersteld op {day.day}-{day.month}-{day.year}).hgkm"
    assert Path(chooser.selectedFiles()[0]) == original.with_name(proposed)
    chooser.fileSelected.emit(chooser.selectedFiles()[0])
    chooser.close()
    qtbot.waitUntil(says(dialog, "De back-up staat nu in"))
    asked: list[str] = []
    dialog.open_requested.connect(asked.append)
    button(dialog, "Herstelde bestand openen").click()
    assert asked == [str(original.with_name(proposed))]
    for asking in window.findChildren(QDialog):
        asking.reject()
    with CaseFile.open(Path(asked[0]), example_passphrase()) as restored:
        assert restored.headings()[0].title == "Rust en veiligheid"
    assert window.document.headings()[0].title == "later"


def test_every_part_of_the_dialog_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    dialog = dialog_of(window)
    fields = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [w for w in fields if w.isVisible()]
    assert len(named) >= 6
    for widget in named:
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    dialog.reject()


def test_it_closes_while_a_check_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    one_backup(window, qtbot)
    dialog = dialog_of(window)
    dialog.passphrase.setText(example_passphrase())
    button(dialog, "Alle controleren").click()
    dialog.reject()
    assert not dialog.isVisible()


# --- names --------------------------------------------------------------------------------------


def test_a_file_is_called_by_its_name_only_where_it_still_stands(tmp_path: Path) -> None:
    path = tmp_path / "casussen.hgkm"
    with CaseFile.create(path, example_passphrase()) as file:
        file.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2)).keep()
        (opened,) = backed_up_files(backups_of(file.header, user_backup_dir()), file, ())
        assert opened.name == "casussen.hgkm, nu open"
    (known,) = backed_up_files(present(), None, [path])
    assert (known.name, known.path) == ("casussen.hgkm", path)
    (gone,) = backed_up_files(present(), None, [tmp_path / "ander.hgkm"])
    assert "casussen" not in gone.name
    assert gone.name.endswith("niet gevonden, 2 mrt 2026")


@pytest.mark.parametrize(
    ("size", "words"), [(4_096, "4 kB"), (999_000, "999 kB"), (1_250_000, "1,2 MB")]
)
def test_a_size_is_said_as_people_say_it(size: int, words: str) -> None:
    assert size_text(size) == words


def test_backups_from_before_a_change_of_passphrase_say_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    one_backup(window, qtbot)
    assert window.document is not None
    file = window.document.file
    file.change_passphrase(example_passphrase(), NEW, user_backup_dir(), datetime.now())
    dialog = dialog_of(window)
    assert ["van voor de wijziging" in words for words in list_of(dialog)] == [True, True]
    dialog.reject()
    edit(window, "na de wijziging")
    assert window.close_file()
    wait_until_idle(window, qtbot)
    dialog = dialog_of(window)
    assert ["van voor de wijziging" in words for words in list_of(dialog)] == [False, True, True]
    dialog.reject()


def test_those_of_before_the_file_moved_may_have_the_old_passphrase(
    window: MainWindow, qtbot: QtBot
) -> None:
    one_backup(window, qtbot)
    assert window.document is not None
    file = window.document.file
    file.path.rename(file.path.with_name("anders.hgkm"))
    window.document.look_after_work()
    file.change_passphrase(example_passphrase(), NEW, user_backup_dir(), datetime.now())
    dialog = dialog_of(window)
    newest, oldest = list_of(dialog)
    assert "met het wachtwoord van voor de wijziging" in newest
    assert "misschien" not in newest
    assert "misschien met het wachtwoord van voor de wijziging" in oldest
    dialog.reject()
