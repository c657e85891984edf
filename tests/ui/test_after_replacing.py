"""What still holds a text that was replaced, told in a window, and removed when that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import BackupFailed, CaseFile, IssuedTakenOut, backups_of
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.file.after_replacing import AfterReplacing
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.casefile.files import new_file, open_file
from tests.casefile.full_case import VERSLAG, VERSLAG_DATA
from tests.casefile.moved_rows import NAMES_OF_ONE, a_case_of_names, nameless, names_in
from tests.ui.accessibility.sizes import cut_off
from tests.ui.keyboard import CTRL, focused, name_of, press, tab_to, wait_until
from tests.ui.made_once import open_example
from tests.ui.open_window import (
    action_of,
    case_of,
    choose_in_menu,
    document_of,
    told,
    words_on_screen,
)

pytestmark = pytest.mark.usefixtures("backed_up")

Key = Qt.Key
MENU = "Oude back-ups en documenten…"
EVENTS = 20
CASE = a_case_of_names(EVENTS)
NAMES = EVENTS * NAMES_OF_ONE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of names with two backups of them."""
    path = tmp_path / "a.hgkm"
    with new_file(path) as casefile:
        casefile.save(CASE)
        for month in (3, 5):
            moment = datetime(2026, month, 2, 12, 0)
            casefile.copy_for_backup(user_backup_dir(), moment).keep()
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.show_file(open_file(path))
    yield window
    window._drop_file()


def replace_names(window: MainWindow) -> None:
    document_of(window).edit("vervangen", nameless(case_of(window)))


def found(file: CaseFile) -> list[int]:
    return [len(names_in(b.path)) for b in backups_of(file.header, user_backup_dir())]


def is_open() -> bool:
    return QApplication.activeModalWidget() is not None


# --- what is said -------------------------------------------------------------------------------


def test_backups_and_documents_are_told(window: MainWindow) -> None:
    document = document_of(window)
    document.issue(CASE.id, VERSLAG, VERSLAG_DATA)
    choose_in_menu(window, MENU)
    said = words_on_screen()
    for words in (
        "2 back-ups van dit bestand, van 2 maart 2026 tot en met 2 mei 2026.",
        "Het maakt eerst een nieuwe back-up en controleert die.",
        "Casusverslag, versie 2",
        "Kopieën van dit bestand op een andere plek, en kopieën voor een collega.",
    ):
        assert words in said
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert cut_off(dialog) == []


def test_the_default_keeps_everything(window: MainWindow) -> None:
    replace_names(window)
    before = found(document_of(window).file)
    for key in (Key.Key_Return, Key.Key_Escape):
        choose_in_menu(window, MENU)
        assert name_of(focused()) == "Laten staan"
        press(key)
        assert not is_open()
    assert found(document_of(window).file)[-2:] == before[-2:] == [NAMES, NAMES]


def test_nothing_can_be_removed_when_there_is_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    with new_file(tmp_path / "b.hgkm") as casefile:
        casefile.save(CASE)
    window.show_file(open_file(tmp_path / "b.hgkm"))
    choose_in_menu(window, MENU)
    assert "Van dit bestand is er geen back-up van eerder." in words_on_screen()
    press(Key.Key_Tab)
    assert name_of(focused()) != "Oude back-ups verwijderen"
    press(Key.Key_Escape)
    window._drop_file()


def test_it_opens_over_the_window_of_the_check_and_goes_back_there(window: MainWindow) -> None:
    press(Key.Key_H, CTRL)
    (check,) = window.findChildren(CheckWindow)
    check.older_wanted.emit()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.parentWidget() is check
    press(Key.Key_Escape)
    assert check.isVisible()
    press(Key.Key_Escape)


# --- what is removed ----------------------------------------------------------------------------


def test_old_backups_go_by_keys(window: MainWindow) -> None:
    replace_names(window)
    assert NAMES in found(document_of(window).file)
    choose_in_menu(window, MENU)
    tab_to("Oude back-ups verwijderen")
    press(Key.Key_Space)
    assert "De oudere back-ups van dit bestand zijn verwijderd." in told()
    assert found(document_of(window).file) == [0]


def test_work_goes_on_and_a_replacement_can_still_be_undone(window: MainWindow) -> None:
    replace_names(window)
    choose_in_menu(window, MENU)
    tab_to("Oude back-ups verwijderen")
    press(Key.Key_Space)
    told()
    document = document_of(window)
    document.undo_stack.undo()
    assert case_of(window).events == CASE.events
    assert not document.has_unsaved


def test_a_stored_document_is_opened_no_more_when_that_is_chosen(window: MainWindow) -> None:
    document = document_of(window)
    document.issue(CASE.id, VERSLAG, VERSLAG_DATA)
    choose_in_menu(window, MENU)
    tab_to("Haal ook de inhoud van dit document uit het bestand")
    press(Key.Key_Space)
    tab_to("Oude back-ups verwijderen")
    press(Key.Key_Space)
    assert "De inhoud van de bewaarde documenten is uit het bestand." in told()
    (uitgave,) = document.file.issued(CASE.id)
    assert (uitgave.title, uitgave.version) == ("", VERSLAG.version)
    with pytest.raises(IssuedTakenOut):
        document.file.issued_data(uitgave.id)


def test_when_it_fails_it_says_what_is_safe(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_names(window)
    before = found(document_of(window).file)

    def fails(*_: object, **__: object) -> None:
        raise BackupFailed

    with monkeypatch.context() as held:
        held.setattr(CaseFile, "copy_for_backup", fails)
        choose_in_menu(window, MENU)
        tab_to("Oude back-ups verwijderen")
        press(Key.Key_Space)
        said = told()
    assert "De oude back-ups zijn niet verwijderd." in said
    assert "Al uw back-ups staan er nog" in said
    assert found(document_of(window).file)[-2:] == before[-2:] == [NAMES, NAMES]


# --- when it is said by itself ------------------------------------------------------------------


@pytest.fixture
def after(window: MainWindow) -> AfterReplacing:
    return document_of(window).findChildren(AfterReplacing)[0]


def test_it_is_said_once_for_each_file_that_is_opened_and_never_opens_by_itself(
    after: AfterReplacing,
) -> None:
    assert after.offered() == "Weghalen kan met ‘Oude back-ups en documenten’ in het menu Casus."
    assert after.offered() == ""
    assert not is_open()


def test_it_is_not_said_while_the_file_is_locked(window: MainWindow, after: AfterReplacing) -> None:
    document_of(window).lock()
    assert after.offered() == ""


def test_it_closes_when_the_file_is_locked(window: MainWindow, after: AfterReplacing) -> None:
    after.show()
    assert is_open()
    document_of(window).lock()
    wait_until(lambda: not is_open())


def test_a_document_of_which_the_text_is_gone_is_not_listed_again(window: MainWindow) -> None:
    document = document_of(window)
    document.issue(CASE.id, VERSLAG, VERSLAG_DATA)
    document.file.take_out_issued(CASE.id)
    choose_in_menu(window, MENU)
    said = words_on_screen()
    assert "Casusverslag" not in said
    assert "Het bestand bevat geen tekst van documenten van deze casus." in said
    assert "Haal ook de inhoud" not in said
    press(Key.Key_Escape)


def test_who_can_only_read_is_not_asked(qtbot: QtBot, path: Path) -> None:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.show_file(open_file(path, read_only=True))
    assert not action_of(window, MENU).isEnabled()
    assert document_of(window).findChildren(AfterReplacing)[0].offered() == ""
    window._drop_file()
