"""Locked: nothing of the case can be reached; unlocked: everything is where it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import DiskFull, elsewhere
from hgkm_desktop.paths import user_settings_path
from hgkm_desktop.settings import remembered
from hgkm_desktop.ui.file.idle import IdleWatch
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.room.presentation import Presentation
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.casefile.files import PASSPHRASE, open_file
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
from tests.ui.made_once import open_example
from tests.ui.open_window import case_of, choose_in_menu, document_of, show_new_file, workspace_of

Key = Qt.Key
CANARY = "kanariepiet"
REASON, LESSONS = 0, 4


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    case = a_case_with(
        a_betrokkene(f"moeder {CANARY}"),
        an_event("mrt 2021", f"eerste {CANARY}"),
        an_event("mei 2021", f"tweede {CANARY}"),
        title=f"casus {CANARY}",
    )
    show_new_file(window, tmp_path / "a.hgkm", case)
    return window


def lock_by_key(window: MainWindow) -> None:
    press(Key.Key_L, CTRL | SHIFT)
    wait_until(lambda: document_of(window).file.is_locked)
    wait_until(lambda: name_of(focused()) == "Wachtwoord")
    assert of_the_case(heard()) == []


def nobody_is_there(window: MainWindow) -> None:
    """The time is over, whatever has the keyboard."""
    watch = window.findChild(IdleWatch)
    assert watch is not None
    watch.due.emit()
    QTest.qWait(1)
    assert document_of(window).file.is_locked


def unlock() -> None:
    type_text(PASSPHRASE)
    press(Key.Key_Return)


def heard() -> list[str]:
    """All that a screen reader can find, by walking from window to window to their parts."""
    said: list[str] = []
    for top in QGuiApplication.topLevelWindows():
        root = top.accessibleRoot()
        if root is not None:
            _walk(root, said)
    return said


def _walk(thing: QAccessibleInterface, said: list[str]) -> None:
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Value, kinds.Description, kinds.Help):
        if words := thing.text(kind):
            said.append(words)
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is not None:
            _walk(child, said)


def of_the_case(said: list[str]) -> list[str]:
    return [words for words in said if CANARY in words]


def seen() -> int:
    return sum(widget.isVisible() for widget in QApplication.topLevelWidgets())


# --- locked -------------------------------------------------------------------------------------


def test_the_key_locks_and_the_passphrase_unlocks(window: MainWindow) -> None:
    lock_by_key(window)
    unlock()
    assert not document_of(window).file.is_locked
    assert len(document_of(window).headings()) == 1


def test_a_screen_reader_finds_the_case_before_and_nothing_of_it_while_locked(
    window: MainWindow,
) -> None:
    workspace_of(window).timeline_menus.records_requested.emit()
    press(Key.Key_Escape)  # that window stays, hidden
    assert len(of_the_case(heard())) > 3
    lock_by_key(window)
    said = heard()
    assert of_the_case(said) == []
    assert "Wachtwoord" in said
    assert not [words for words in said if "Bestand" in words or "Gebeurtenis" in words]
    unlock()
    assert len(of_the_case(heard())) > 3


def test_no_window_shows_or_names_anything(window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle(CANARY)
    dialog.show()
    nobody_is_there(window)
    titles = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert titles == ["HGKM Desktop"]
    unlock()
    assert dialog.isVisible()
    dialog.close()


def test_no_shortcut_of_the_program_does_anything_while_locked(window: MainWindow) -> None:
    keys: set[Any] = {
        cast("Any", key)[0]
        for action in window.findChildren(QAction)
        for key in action.shortcuts()
        if not key.isEmpty()
    }
    assert len(keys) > 20
    before = case_of(window)
    lock_by_key(window)
    for combination in keys:
        press(combination.key(), combination.keyboardModifiers())
    for key in (Key.Key_F10, Key.Key_Alt, Key.Key_Escape, Key.Key_F2, Key.Key_Delete):
        press(key)
    assert not window.findChildren(QMenuBar)
    assert seen() == 1
    assert document_of(window).file.is_locked
    assert case_of(window) is before
    assert len(document_of(window).headings()) == 1
    focused().clear()  # type: ignore[attr-defined]
    unlock()
    assert not document_of(window).file.is_locked


def test_shortcuts_work_again_after(window: MainWindow) -> None:
    lock_by_key(window)
    unlock()
    press(Key.Key_5, CTRL)
    assert workspace_of(window).current_step() == LESSONS
    press(Key.Key_N, CTRL)
    assert len(document_of(window).headings()) == 2


def test_tab_stays_on_the_page_of_the_lock(window: MainWindow) -> None:
    lock_by_key(window)
    names = []
    for _ in range(8):
        names.append(name_of(focused()))
        press(Key.Key_Tab)
    assert set(names) == {
        "Wachtwoord",
        "Laat zien wat ik typ",
        "Ontgrendelen",
        "Openen met herstelcode",
    }


def test_a_wrong_passphrase_is_said_and_nothing_opens(window: MainWindow) -> None:
    lock_by_key(window)
    type_text("niet dit wachtwoord")
    press(Key.Key_Return)
    assert any("Dit wachtwoord past niet bij dit bestand" in words for words in heard())
    assert of_the_case(heard()) == []
    unlock()
    assert not document_of(window).file.is_locked


def test_a_locked_file_opens_by_its_code(window: MainWindow) -> None:
    code = document_of(window).file.recovery_code()
    lock_by_key(window)
    tab_to("Openen met herstelcode")
    press(Key.Key_Space)
    assert name_of(focused()) == "Herstelcode"
    wrong = "0000" if not code.endswith("0000") else "1111"
    type_text(code[:-4] + wrong)
    press(Key.Key_Return)
    assert any("Groep 14 van de herstelcode klopt niet" in words for words in heard())
    type_text(code.lower())
    press(Key.Key_Return)
    assert not document_of(window).file.is_locked


def test_the_passphrase_of_the_example_stands_on_its_lock_page_and_no_other_does(
    window: MainWindow,
) -> None:
    lock_by_key(window)
    assert not [words for words in heard() if "Het wachtwoord is" in words]
    unlock()
    window.open_example()
    lock_by_key(window)
    (said,) = [words for words in heard() if "Het wachtwoord is" in words]
    type_text(said.partition(": ")[2])
    press(Key.Key_Return)
    assert not document_of(window).file.is_locked


def test_a_window_that_comes_up_while_locked_is_put_away(window: MainWindow) -> None:
    lock_by_key(window)
    dialog = QDialog(window)
    QLineEdit(CANARY, dialog)
    dialog.open()
    QTest.qWait(20)
    assert of_the_case(heard()) == []
    assert not dialog.isVisible()
    assert name_of(focused()) == "Wachtwoord"
    unlock()
    assert dialog.isVisible()
    dialog.close()


# --- by the key, in every window ----------------------------------------------------------------


@pytest.mark.parametrize("opened", ["event", "document", "question", "other window"])
def test_the_key_locks_over_a_dialog(opened: str, window: MainWindow, qtbot: QtBot) -> None:
    if opened == "event":
        type_text("mei 2021 melding")
        tab_to("Met details…")
        press(Key.Key_Space)
    elif opened == "document":
        press(Key.Key_G, CTRL)
    elif opened == "question":
        type_text("half")
        press(Key.Key_W, CTRL)
    else:
        workspace_of(window).timeline_menus.records_requested.emit()
        qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window))
    over = QApplication.activeWindow()
    assert over is not None
    assert over is not window
    lock_by_key(window)
    unlock()
    assert QApplication.activeWindow() is over
    lock_by_key(window)
    unlock()
    over.close()
    workspace_of(window).timeline_page.entry.line.clear()


def test_the_key_locks_over_the_presentation(window: MainWindow) -> None:
    press(Key.Key_F5)
    lock_by_key(window)
    unlock()
    press(Key.Key_Escape)


def test_the_key_closes_a_dialog_that_asks_for_a_passphrase(window: MainWindow) -> None:
    choose_in_menu(window, "Wachtwoord wijzigen…")
    assert QApplication.activeModalWidget() is not None
    type_text("het oude")
    lock_by_key(window)
    unlock()
    assert QApplication.activeModalWidget() is None


def test_the_key_locks_over_the_question_about_what_is_not_saved(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = document_of(window).file
    with monkeypatch.context() as full:
        full.setattr(file, "save", a_full_disk)
        full.setattr(elsewhere, "_write_apart", a_full_disk)
        document_of(window).edit("iets", case_of(window).put(an_event("2022", "past niet")))
        press(Key.Key_W, CTRL)
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        lock_by_key(window)
        assert "nog niet op schijf" in words_of_lock(window)
        unlock()
        assert QApplication.activeModalWidget() is question
        press(Key.Key_Escape)
    document_of(window).save_now()


# --- and back where it was ----------------------------------------------------------------------


def test_unlocking_returns_to_the_same_place(window: MainWindow) -> None:
    workspace = workspace_of(window)
    page = workspace.timeline_page
    page.choose(case_of(window).events[1].id)
    page.timeline.setFocus()
    before = (page.timeline.time_window, page.selection.ids(), window.windowTitle())
    lock_by_key(window)
    unlock()
    assert workspace.current_step() == TIMELINE_STEP
    assert (page.timeline.time_window, page.selection.ids(), window.windowTitle()) == before
    assert focused() is page.timeline


def test_half_a_line_is_still_there(window: MainWindow) -> None:
    type_text("mei 2021 meld")
    lock_by_key(window)
    unlock()
    type_text("ing")
    assert text_of(focused()) == "mei 2021 melding"
    workspace_of(window).timeline_page.entry.line.clear()


def test_what_is_being_typed_in_a_field_is_saved_first(window: MainWindow) -> None:
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    type_text("net getypt")
    lock_by_key(window)
    path = document_of(window).file.path
    with open_file(path, PASSPHRASE) as reader:
        assert reader.read_only
        assert reader.load(case_of(window).id).reason == "net getypt"
    unlock()
    assert name_of(focused()) == "Aanleiding"
    type_text(", en verder")
    press(Key.Key_Tab)
    assert case_of(window).reason == "net getypt, en verder"


def test_a_dialog_keeps_its_text_and_the_keyboard(window: MainWindow) -> None:
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    type_text(f"half {CANARY}")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    nobody_is_there(window)
    assert QApplication.activeModalWidget() is None
    assert of_the_case(heard()) == []
    unlock()
    assert QApplication.activeModalWidget() is dialog
    assert name_of(focused()) == "De les in één zin"
    type_text(" af")
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert [lesson.text for lesson in case_of(window).lessons] == [f"half {CANARY} af"]


def test_a_question_over_a_dialog_comes_back_over_it(window: MainWindow) -> None:
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    type_text("half")
    dialog = QApplication.activeModalWidget()
    press(Key.Key_Escape)
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    nobody_is_there(window)
    unlock()
    assert QApplication.activeModalWidget() is question
    press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is dialog
    assert text_of(focused()) == "half"
    press(Key.Key_Escape)
    dropping = QApplication.activeModalWidget()
    assert dropping is not None
    next(b for b in dropping.findChildren(QPushButton) if b.text() == "Niet bewaren").click()


def test_a_dozen_times_over_loses_nothing(window: MainWindow) -> None:
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    place = dialog.geometry()
    document = document_of(window)
    for number in range(12):
        QTest.keyClicks(focused(), "x")
        nobody_is_there(window)
        page = QApplication.focusWidget()
        assert isinstance(page, QLineEdit)
        page.setText(PASSPHRASE)
        QTest.keyClick(page, Key.Key_Return)
        assert not document.file.is_locked, number
    assert text_of(focused()) == "x" * 12
    assert dialog.geometry() == place
    tab_to("Bewaren")
    press(Key.Key_Return)
    assert case_of(window).lessons[0].text == "x" * 12


def test_the_presentation_goes_and_comes_back(window: MainWindow) -> None:
    press(Key.Key_F5)
    shown = window.findChild(Presentation)
    assert shown is not None
    assert shown.isFullScreen()
    nobody_is_there(window)
    assert not shown.isVisible()
    assert of_the_case(heard()) == []
    unlock()
    assert shown.isVisible()
    assert shown.isFullScreen()
    press(Key.Key_Escape)


def test_a_hidden_screen_is_shown_again_to_unlock_it(window: MainWindow) -> None:
    press(Key.Key_F12)
    nobody_is_there(window)
    assert name_of(focused()) == "Wachtwoord"
    press(Key.Key_F12)
    assert name_of(focused()) == "Wachtwoord"
    unlock()
    press(Key.Key_F12)
    press(Key.Key_F12)
    assert "kanariepiet" in " ".join(heard())


# --- not everything is saved --------------------------------------------------------------------


def a_full_disk(*_: object) -> None:
    raise DiskFull


def words_of_lock(window: MainWindow) -> str:
    assert window.watching is not None
    assert window.watching.locking.page is not None
    return " ".join(part.text() for part in window.watching.locking.page.findChildren(QLabel))


def test_what_does_not_fit_on_the_disk_is_kept_elsewhere_before_the_lock(
    window: MainWindow, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = document_of(window).file
    monkeypatch.setattr(file, "save", a_full_disk)
    monkeypatch.setattr(elsewhere, "folders", lambda _, others: [*others])  # no room beside it
    document_of(window).edit("iets", case_of(window).put(an_event("2022", "past niet")))
    assert document_of(window).has_unsaved
    lock_by_key(window)
    (apart,) = documents.glob("*.hgkm")
    with open_file(apart, PASSPHRASE, read_only=True) as rescued:
        assert rescued.load(case_of(window).id) == case_of(window)
    assert "nog niet op schijf" not in words_of_lock(window)
    assert apart.name in words_of_lock(window)
    monkeypatch.undo()
    unlock()
    assert workspace_of(window)._header.saved.text().startswith("Opgeslagen")
    (said,) = workspace_of(window).banners.words
    assert f"apart bewaard als ‘{apart.stem}’" in said


def test_what_could_be_kept_nowhere_is_said_on_the_page_of_the_lock(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = document_of(window).file
    with monkeypatch.context() as full:
        full.setattr(file, "save", a_full_disk)
        full.setattr(elsewhere, "_write_apart", a_full_disk)
        document_of(window).edit("iets", case_of(window).put(an_event("2022", "past niet")))
        lock_by_key(window)
    said = words_of_lock(window)
    assert "uw laatste wijzigingen staan nog niet op schijf" in said
    assert "zolang het open blijft" in said
    assert "bewaard" not in said
    unlock()
    with open_file(file.path, PASSPHRASE, read_only=True) as reader:
        assert len(reader.load(case_of(window).id).events) == 3, "saved as soon as there is room"


def test_the_page_of_the_lock_calls_nothing_saved_that_is_half_typed(window: MainWindow) -> None:
    type_text("mei 2021 meld")
    lock_by_key(window)
    said = words_of_lock(window)
    assert "Wat u half typte, staat er nog zolang het programma open blijft." in said
    unlock()
    workspace_of(window).timeline_page.entry.line.clear()


# --- the file is not there any more -------------------------------------------------------------


def test_a_file_that_was_taken_away_costs_no_work(window: MainWindow) -> None:
    lock_by_key(window)
    path = document_of(window).file.path
    path.unlink()
    unlock()
    assert QApplication.activeModalWidget() is None
    assert not document_of(window).has_unsaved
    apart = document_of(window).file.path
    assert apart.parent == path.parent
    assert "(herstel " in window.windowTitle()
    (said,) = workspace_of(window).banners.words
    assert f"Uw werk is apart bewaard als ‘{apart.stem}’, in dezelfde map." in said
    document_of(window).edit("iets", case_of(window).put(an_event("2022", "derde")))
    window.close_file()
    with open_file(apart, PASSPHRASE) as rescued:
        (heading,) = rescued.headings()
        assert len(rescued.load(heading.id).events) == 3


def test_a_file_that_got_another_name_is_gone_on_with(window: MainWindow) -> None:
    lock_by_key(window)
    path = document_of(window).file.path
    path.rename(path.with_name("weg.hgkm"))
    unlock()
    assert window.windowTitle() == "weg – HGKM Desktop"
    assert workspace_of(window).banners.words == (
        "Het casusbestand heet nu ‘weg’. U werkt erin verder.",
    )
    document_of(window).edit("iets", case_of(window).put(an_event("2022", "derde")))
    assert not document_of(window).has_unsaved


def test_where_nothing_can_be_kept_apart_the_user_says_where(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(document_of(window).file, "go_on_elsewhere", nowhere)
    lock_by_key(window)
    document_of(window).file.path.unlink()
    unlock()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "tijdens de vergrendeling" in box.text()
    assert "in het geheugen" in box.informativeText()
    default = box.defaultButton()
    assert default is not None
    assert default.text() == "Kopie bewaren…"
    press(Key.Key_Escape)
    assert document_of(window).has_unsaved
    document_of(window).edit("iets", case_of(window).put(an_event("2022", "derde")))
    assert window.open_file is not None
    window.open_file.copies.keep(str(tmp_path / "gered.hgkm"))
    assert window.document is None
    told = QApplication.activeModalWidget()
    assert told is not None
    told.close()
    with open_file(tmp_path / "gered.hgkm", PASSPHRASE) as rescued:
        (heading,) = rescued.headings()
        assert len(rescued.load(heading.id).events) == 3


def test_a_locked_file_that_is_not_there_any_more_stays_open(window: MainWindow) -> None:
    document_of(window).edit("iets", case_of(window).put(an_event("2022", "derde")))
    lock_by_key(window)
    document_of(window).file.path.unlink()
    window.close()
    assert window.isVisible()
    assert any("Ontgrendel eerst" in words for words in heard())
    unlock()
    assert "(herstel " in window.windowTitle()


# --- closing ------------------------------------------------------------------------------------


def test_a_locked_file_with_everything_saved_closes(window: MainWindow) -> None:
    path = document_of(window).file.path
    lock_by_key(window)
    window.close()
    assert not window.isVisible()
    assert window.document is None
    assert [p.name for p in path.parent.iterdir() if p.suffix == ".lock"] == []


def test_a_locked_file_with_half_a_line_stays(window: MainWindow) -> None:
    type_text(f"mei 2021 {CANARY}")
    lock_by_key(window)
    window.close()
    assert window.isVisible()
    assert any("Ontgrendel eerst" in words for words in heard())
    assert of_the_case(heard()) == []
    unlock()
    assert text_of(focused()) == f"mei 2021 {CANARY}"
    workspace_of(window).timeline_page.entry.line.clear()


def test_a_locked_file_with_an_open_dialog_stays(window: MainWindow) -> None:
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    type_text("half")
    nobody_is_there(window)
    window.close()
    assert window.isVisible()
    unlock()
    assert text_of(focused()) == "half"
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QDialog.reject(dialog)


# --- said before --------------------------------------------------------------------------------


def warnings() -> list[Notice]:
    said = (w for w in QApplication.allWidgets() if isinstance(w, Notice) and w.isVisible())
    return [notice for notice in said if "Over 30 seconden" in notice.text()]


def test_the_warning_is_in_the_window_where_one_works(window: MainWindow) -> None:
    watch = window.findChild(IdleWatch)
    assert watch is not None
    watch.warned.emit(True)
    assert [notice.window() for notice in warnings()] == [window]
    watch.warned.emit(False)
    assert warnings() == []
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    watch.warned.emit(True)
    (notice,) = warnings()
    assert notice.window() is dialog
    assert dialog.rect().contains(notice.geometry())
    watch.warned.emit(False)
    assert warnings() == []
    watch.warned.emit(True)
    nobody_is_there(window)
    unlock()
    assert warnings() == []
    QDialog.reject(dialog)


# --- when ---------------------------------------------------------------------------------------


def test_ten_minutes_are_chosen_until_the_user_chooses(window: MainWindow) -> None:
    assert remembered().lock_after == 10
    choose_in_menu(window, "Na 30 minuten")
    assert remembered().lock_after == 30
    assert "vergrendelen = 30" in user_settings_path().read_text(encoding="utf-8")
    again = MainWindow(open_example)
    assert again._looks.lock_after == 30
    again.deleteLater()


@pytest.mark.parametrize("written", ["0", "61", "-5", "nooit", "true", "10.5"])
def test_a_number_of_minutes_that_cannot_be_is_no_choice(written: str) -> None:
    path = user_settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(f"vergrendelen = {written}\n", encoding="utf-8")
    assert remembered().lock_after == 10


def test_the_start_screen_never_locks(qtbot: QtBot) -> None:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    assert window.findChild(IdleWatch) is None
    keys = [a.shortcut() for a in window.findChildren(QAction)]
    assert QKeySequence("Ctrl+Shift+L") not in keys


def test_no_widget_of_the_case_has_a_window_while_locked(window: MainWindow) -> None:
    lock_by_key(window)
    workspace: QWidget = workspace_of(window)
    assert workspace.windowHandle() is None
    assert workspace.window() is not window
    unlock()
    assert workspace.window() is window
