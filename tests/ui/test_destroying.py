"""Destroying a case, and the reminder that it is time, as people do it: by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import TEST, CaseFile, all_backups
from hgkm_desktop.models.case import Case
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.ui.file.destroy_dialog import DestroyDialog
from hgkm_desktop.ui.file.destroyed_dialog import DestroyedDialog
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_case_with, an_event, made_deelbaar
from tests.casefile.full_case import NOTITIE, NOTITIE_DATA
from tests.ui.accessibility.sizes import cut_off
from tests.ui.keyboard import CTRL, focused, name_of, press, tab_to, type_text
from tests.ui.made_once import open_example

pytestmark = pytest.mark.usefixtures("backed_up")

Key = Qt.Key
PASSPHRASE = "vijf gewone woorden achter elkaar"
CODE = "Q8-4T"
PAST = date.today() - timedelta(days=1)


@pytest.fixture
def case() -> Case:
    case = a_case_with(an_event("mrt 2021", "weg ermee"), code=CODE)
    return made_deelbaar(replace(case, keep_until=PAST, keep_reason="selectielijst"))


@pytest.fixture
def path(tmp_path: Path, case: Case) -> Path:
    path = tmp_path / "a.hgkm"
    with CaseFile.create(path, PASSPHRASE, kdf=TEST) as casefile:
        casefile.save(case)
        casefile.save(a_case_with(an_event("mei 2022", "blijft"), code="K2-2K"))
        casefile.issue(case.id, NOTITIE, NOTITIE_DATA)
        casefile.copy_for_backup(user_backup_dir(), datetime(2026, 3, 2, 12, 0)).keep()
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.show_file(CaseFile.open(path, PASSPHRASE, kdf=TEST))
    yield window
    window._drop_file()


def file_of(window: MainWindow) -> CaseFile:
    assert window.document is not None
    return window.document.file


def choose(window: MainWindow, words: str) -> QAction:
    """Choose in the menu what was made last under these words."""
    found = [a for a in window.findChildren(QAction) if a.text() == words][-1]
    found.trigger()
    return found


def words_on_screen() -> str:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return " ".join(w.text() for w in dialog.findChildren(QLabel) if w.isVisibleTo(dialog))


def codes(window: MainWindow) -> list[str]:
    assert window.document is not None
    return [heading.code for heading in window.document.headings()]


def fill_in(code: str, function: str = "informatiebeheerder") -> None:
    tab_to("Welke functie vernietigt de casus")
    type_text(function)
    tab_to(f"Typ de code van de casus om te vernietigen: {CODE}")
    type_text(code)


def destroy_by_keys(window: MainWindow) -> None:
    choose(window, "Casus vernietigen…")
    fill_in(CODE.lower())
    tab_to("Vernietigen")
    press(Key.Key_Space)


# --- what is said before ------------------------------------------------------------------------


def test_before_it_everything_is_said(window: MainWindow) -> None:
    choose(window, "Casus vernietigen…")
    said = words_on_screen()
    for words in (
        f"Casus {CODE} vernietigen",
        "1 gebeurtenis",
        "1 uitgegeven document ",
        "Gespreksnotitie, versie 1, 14 maart 2026, pdf, 3 pagina's",
        "(1 oudere back-up)",
        "zonder deze casus",
        "OneDrive",
        "De bewaartermijn liep tot en met",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("days", "says"), [(None, "staat niet tot wanneer"), (30, "loopt nog tot en met")]
)
def test_a_term_that_is_not_over_is_said(
    window: MainWindow, case: Case, days: int | None, says: str
) -> None:
    until = None if days is None else date.today() + timedelta(days=days)
    assert window.document is not None
    window.document.edit("bewaren tot", replace(case, keep_until=until))
    choose(window, "Casus vernietigen…")
    assert says in words_on_screen()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_enter_and_escape_keep_everything(window: MainWindow, key: Key) -> None:
    choose(window, "Casus vernietigen…")
    fill_in(CODE)
    press(key)
    assert QApplication.activeModalWidget() is None
    assert CODE in codes(window)
    assert len(all_backups(user_backup_dir())) == 1


def test_finishing_another_one_later_keeps_a_case_that_was_only_asked_about(
    window: MainWindow, path: Path, case: Case
) -> None:
    choose(window, "Casus vernietigen…")
    press(Key.Key_Escape)
    assert window.open_file is not None
    window.open_file.destroying.finish()
    assert CODE in codes(window)


def test_only_its_own_code_destroys_it(window: MainWindow) -> None:
    choose(window, "Casus vernietigen…")
    fill_in("K2-2K")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyDialog)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Vernietigen")
    assert not button.isEnabled()
    dialog.reject()


def test_who_does_it_must_be_said(window: MainWindow) -> None:
    choose(window, "Casus vernietigen…")
    fill_in(CODE, function=" ")
    tab_to("Vernietigen")
    press(Key.Key_Return)
    assert "welke functie" in words_on_screen()
    assert name_of(focused()) == "Welke functie vernietigt de casus"
    assert CODE in codes(window)


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    before = theme.current_theme()
    theme.apply(qapp, theme.LIGHT, 200)
    yield
    theme.apply(qapp, before, 100)


@pytest.mark.usefixtures("large_text")
def test_with_large_text_nothing_is_cut_off(window: MainWindow) -> None:
    for words in ("Casus vernietigen…", "Vernietigde casussen…"):
        choose(window, words)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.qWait(20)
        assert cut_off(dialog) == []
        assert dialog.height() <= dialog.screen().availableGeometry().height()
        press(Key.Key_Escape)


# --- done ---------------------------------------------------------------------------------------


def test_by_keys_it_is_gone_and_the_verklaring_can_be_kept(
    window: MainWindow, tmp_path: Path
) -> None:
    destroy_by_keys(window)
    assert codes(window) == ["K2-2K"]
    assert window.document is not None
    assert window.document.case is not None
    assert window.document.case.code == "K2-2K"
    (noted,) = file_of(window).destroyed()
    assert noted.is_finished
    assert (noted.function, noted.ground) == ("informatiebeheerder", "selectielijst")
    assert len(all_backups(user_backup_dir())) == 1
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyedDialog)
    assert "Bewaar nu de verklaring" in words_on_screen()
    dialog.keep(str(tmp_path / "verklaring"))
    assert (tmp_path / "verklaring.pdf").read_bytes().startswith(b"%PDF")
    assert "De verklaring staat nu in" in words_on_screen()


def test_enter_in_the_list_asks_where_the_verklaring_comes(window: MainWindow) -> None:
    destroy_by_keys(window)
    press(Key.Key_Escape)
    choose(window, "Vernietigde casussen…")
    assert isinstance(focused(), QListWidget)
    press(Key.Key_Return)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QFileDialog)
    assert asked.windowTitle() == "Verklaring bewaren"
    asked.reject()


def test_nothing_can_bring_it_back(window: MainWindow, case: Case) -> None:
    assert window.document is not None
    window.document.edit("titel", replace(case, title="anders"))
    assert window.document.undo_stack.canUndo()
    destroy_by_keys(window)
    assert not window.document.undo_stack.canUndo()
    press(Key.Key_Escape)
    press(Key.Key_Z, CTRL)
    assert codes(window) == ["K2-2K"]
    assert window.document.undo_stack.count() == 0


def test_a_half_typed_line_of_it_keeps_nobody_from_closing(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.timeline_page.entry.line.setText("mrt 2021 half")
    destroy_by_keys(window)
    press(Key.Key_Escape)
    assert window.workspace.unfinished() == ""


def test_what_was_copied_of_it_cannot_be_pasted(window: MainWindow, case: Case) -> None:
    assert window.document is not None
    assert window.workspace is not None
    edits = window.workspace.timeline_page.edits
    edits.copy(case.events)
    destroy_by_keys(window)
    press(Key.Key_Escape)
    before = window.document.case
    edits.paste()
    assert window.document.case is before


def test_the_last_case_can_be_destroyed(window: MainWindow) -> None:
    destroy_by_keys(window)
    press(Key.Key_Escape)
    choose(window, "Casus vernietigen…")
    tab_to("Welke functie vernietigt de casus")
    type_text("beheerder")
    tab_to("Typ de code van de casus om te vernietigen: K2-2K")
    type_text("K2-2K")
    tab_to("Vernietigen")
    press(Key.Key_Return)
    assert codes(window) == []
    assert len(file_of(window).destroyed()) == 2
    press(Key.Key_Escape)
    assert not next(a for a in window.open_file.destroying.actions()).isEnabled()  # type: ignore[union-attr]


def test_the_work_after_it_is_backed_up_as_before(window: MainWindow) -> None:
    destroy_by_keys(window)
    press(Key.Key_Escape)
    assert window.document is not None
    assert window.document.case is not None
    window.document.edit("titel", replace(window.document.case, title="daarna"))
    assert window.close_file()
    assert window.watching is not None
    window.watching.backups.finish()
    assert len(all_backups(user_backup_dir())) == 2


def test_a_file_to_read_only_destroys_nothing(window: MainWindow, path: Path) -> None:
    assert window.close_file()
    window.show_file(CaseFile.open(path, PASSPHRASE, read_only=True, kdf=TEST))
    assert reminded(window) == ""
    assert not choose(window, "Casus vernietigen…").isEnabled()
    choose(window, "Vernietigde casussen…")
    assert "nog geen casus vernietigd" in words_on_screen()


# --- cut off ------------------------------------------------------------------------------------


def stopped_halfway(window: MainWindow, path: Path, case: Case) -> None:
    """As if the program stopped when the rows were gone, and was started again."""
    assert window.close_file()
    with CaseFile.open(path, PASSPHRASE, kdf=TEST) as casefile:
        casefile.destroy(
            case.id, function="x", ground="", on=date.today(), folder=user_backup_dir()
        )
    window.show_file(CaseFile.open(path, PASSPHRASE, kdf=TEST))


def test_opening_tells_that_it_is_not_finished_and_enter_leaves_it_so(
    window: MainWindow, path: Path, case: Case
) -> None:
    stopped_halfway(window, path, case)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert CODE in box.text()
    assert "oudere back-ups" in box.text()
    press(Key.Key_Return)
    assert not file_of(window).destroyed()[0].is_finished


def test_it_can_be_finished_at_once_or_from_the_menu(
    window: MainWindow, path: Path, case: Case
) -> None:
    stopped_halfway(window, path, case)
    press(Key.Key_Escape)
    choose(window, "Vernietigde casussen…")
    assert "nog niet af" in words_on_screen()
    tab_to("Nu afmaken")
    press(Key.Key_Space)
    assert file_of(window).destroyed()[0].is_finished
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyedDialog)


def test_what_could_not_be_removed_is_said_and_can_be_tried_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = all_backups(user_backup_dir())[0].path
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == stuck:
            raise PermissionError
        unlink(path, missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refused)
        destroy_by_keys(window)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert stuck.name in box.text()
    press(Key.Key_Return)
    choose(window, "Vernietigde casussen…")
    tab_to("Nu afmaken")
    press(Key.Key_Return)
    assert not stuck.exists()
    assert file_of(window).destroyed()[0].is_finished


# --- the reminder -------------------------------------------------------------------------------


def listed(window: MainWindow) -> list[str]:
    assert window.workspace is not None
    return [button.accessibleName() for button in window.workspace._cases._names.buttons]


def reminded(window: MainWindow) -> str:
    assert window.workspace is not None
    return " ".join(words for words in window.workspace.banners.words if "bewaartermijn" in words)


def test_a_case_past_its_last_day_is_said_at_opening_and_in_the_list(window: MainWindow) -> None:
    assert CODE in reminded(window)
    assert "bewaartermijn van casus" in reminded(window)
    marked = [words for words in listed(window) if "voorbij" in words]
    assert len(marked) == 1
    assert marked[0].startswith(CODE)


def test_another_day_takes_the_reminder_away(window: MainWindow, case: Case) -> None:
    assert window.document is not None
    window.document.edit("bewaren tot", replace(case, keep_until=date.today()))
    assert not any("voorbij" in words for words in listed(window))
    assert reminded(window) == ""
    window.document.undo_stack.undo()
    assert any("voorbij" in words for words in listed(window))


def test_nothing_is_said_of_cases_that_may_be_kept(
    window: MainWindow, path: Path, case: Case
) -> None:
    assert window.document is not None
    window.document.edit("bewaren tot", replace(case, keep_until=date.today()))
    assert window.close_file()
    window.show_file(CaseFile.open(path, PASSPHRASE, kdf=TEST))
    assert reminded(window) == ""
