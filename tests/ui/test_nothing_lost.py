"""Typed text and choices survive whatever the user does next, or the user is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hgkm_desktop.casefile import TEST, CaseFile, DiskFull
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Involvement
from hgkm_desktop.models.terms import Answer, HouseholdRole, Mark
from hgkm_desktop.ui.line.involved_field import InvolvedField
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import TIMELINE_STEP
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
)
from tests.casefile.files import PASSPHRASE, open_file
from tests.ui.keyboard import (
    CTRL,
    SHIFT,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    text_of,
    type_text,
)
from tests.ui.open_window import (
    case_of,
    document_of,
    show_new_file,
    words_on_screen,
    workspace_of,
)

REASON, SUMMARY, LESSONS = 0, 6, 4


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    case = a_case_with(an_event("mrt 2021", "eerste"), title="oud")
    show_new_file(window, tmp_path / "a.hgkm", case)
    return window


def question() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def test_a_new_case_does_not_take_the_text_that_is_being_typed(window: MainWindow) -> None:
    old = case_of(window).id
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    type_text("net getypt")
    press(Qt.Key.Key_N, CTRL)
    assert case_of(window).id != old
    document_of(window).show_case(old)
    assert case_of(window).reason == "net getypt"


def test_an_edit_elsewhere_does_not_take_the_text_of_the_summary(window: MainWindow) -> None:
    workspace_of(window).show_step(SUMMARY)
    tab_to("Eén regel als titel")
    type_text("half getypt")
    document_of(window).edit("gebeurtenis", case_of(window).put(an_event("2022", "tweede")))
    press(Qt.Key.Key_Tab)
    assert case_of(window).summary.title == "half getypt"


def test_undo_while_typing_first_takes_back_what_was_typed(window: MainWindow) -> None:
    workspace_of(window).show_step(REASON)
    fill("nieuw")
    press(Qt.Key.Key_Tab)
    assert case_of(window).title == "nieuw"
    tab_to("Aanleiding")
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).title == "oud"
    assert name_of(focused()) == "Aanleiding"


def test_the_wheel_does_not_change_an_answer(window: MainWindow) -> None:
    workspace_of(window).show_step(REASON)
    for box in workspace_of(window).findChildren(QComboBox):
        notch = QWheelEvent(
            QPointF(5, 5),
            QPointF(box.mapToGlobal(QPoint(5, 5))),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, notch)
    assert case_of(window).start_check.procedure_running is Answer.ONBEKEND


def test_delete_works_on_the_line_and_never_while_typing_or_from_another_step(
    window: MainWindow,
) -> None:
    workspace = workspace_of(window)
    workspace.timeline_page.choose(case_of(window).events[0].id)
    type_text("iets")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete, CTRL)
    workspace.show_step(LESSONS)
    press(Qt.Key.Key_Delete)
    assert len(case_of(window).events) == 1
    press(Qt.Key.Key_T, CTRL)
    assert workspace.current_step() == TIMELINE_STEP
    press(Qt.Key.Key_Delete)
    assert case_of(window).events == ()
    press(Qt.Key.Key_Z, CTRL)
    assert len(case_of(window).events) == 1
    workspace.timeline_page.entry.line.setText("")


def test_details_of_a_line_that_cannot_be_read_keep_the_line(window: MainWindow) -> None:
    line = workspace_of(window).timeline_page.entry.line
    type_text("31-02-2021 iets")
    tab_to("Met details")
    press(Qt.Key.Key_Space)
    assert QApplication.activeModalWidget() is None
    assert line.text() == "31-02-2021 iets"
    assert "Februari 2021" in workspace_of(window).timeline_page.notice.text()
    line.setText("")


@pytest.mark.parametrize("what", ["line", "date"])
def test_closing_with_something_unfinished_asks(window: MainWindow, what: str) -> None:
    if what == "line":
        type_text("mei 2021 melding: zorg")
    else:
        workspace_of(window).show_step(REASON)
        tab_to("Bewaren tot")
        type_text("1 maart")
    press(Qt.Key.Key_W, CTRL)
    box = question()
    assert "niet" in box.text()
    press(Qt.Key.Key_Return)
    assert window.document is not None, "the default goes back"
    press(Qt.Key.Key_W, CTRL)
    next(b for b in question().findChildren(QPushButton) if b.text() == "Sluiten").click()
    assert window.document is None


def test_leaving_goes_on_once_the_question_is_answered(window: MainWindow) -> None:
    type_text("mei 2021 melding: zorg")
    window.close()
    assert window.isVisible()
    next(b for b in question().findChildren(QPushButton) if b.text() == "Sluiten").click()
    assert not window.isVisible()


def test_something_unforeseen_while_saving_is_never_called_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(case: Case) -> None:
        raise RuntimeError("onvoorzien")

    document = document_of(window)
    with monkeypatch.context() as broken:
        broken.setattr(document.file, "save", fail)
        with qtbot.capture_exceptions() as caught:
            document.edit("iets", case_of(window).put(an_event("2022", "tweede")))
        assert [kind for kind, *_ in caught] == [RuntimeError]
        assert workspace_of(window)._header.saved.text() == "Niet opgeslagen"
    document.save_now()
    assert not document.has_unsaved
    assert "Opgeslagen" in workspace_of(window)._header.saved.text()


def test_escape_goes_back_from_the_question_about_what_is_not_saved(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    with monkeypatch.context() as full:
        full.setattr(document_of(window).file, "save", a_full_disk)
        type_text("past niet")
        window.close()
        box = question()
        assert "wijzigingen" in box.text(), "it may be more than one"
        press(Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is None
    assert window.document is not None
    assert name_of(focused()) == "Aanleiding"
    document_of(window).save_now()
    assert window.close_file()
    assert window.isVisible(), "going back also takes back that the program was to stop"


@pytest.mark.parametrize("leaves", [False, True])
def test_the_question_goes_and_closing_goes_on_once_all_is_saved(
    leaves: bool, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, case = document_of(window).file.path, ask_about_a_full_disk(window, monkeypatch, leaves)
    assert question().windowTitle() == "Nog niet opgeslagen"
    document_of(window).save_now()  # as it does by itself after ten seconds
    qtbot.waitUntil(lambda: window.document is None)
    assert QApplication.activeModalWidget() is None
    assert window.isVisible() != leaves
    with open_file(path, read_only=True) as reader:
        assert reader.load(case.id) == case


def test_to_try_again_leaves_the_program_when_that_was_asked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_about_a_full_disk(window, monkeypatch, leaves=True)
    press(Qt.Key.Key_Return)
    assert window.document is None
    assert not window.isVisible()


def test_a_lock_that_saves_while_the_question_is_asked_keeps_the_file_open(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_about_a_full_disk(window, monkeypatch, leaves=True)
    box = question()
    assert window.watching is not None
    window.watching.locking.lock()
    qtbot.waitUntil(lambda: not isValid(box))
    assert document_of(window).file.is_locked
    assert window.watching.locking.page is not None
    assert "niet afsluiten" not in words_on_screen(window), "nobody asks for that now"
    window.watching.locking.page.given.emit(PASSPHRASE, False)
    assert not document_of(window).file.is_locked
    assert QApplication.activeModalWidget() is None, "nothing is left to ask"
    assert window.close_file()
    assert window.isVisible()


def ask_about_a_full_disk(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> Case:
    """The question, for an edit that did not fit; there is room again by now."""
    with monkeypatch.context() as full:
        full.setattr(document_of(window).file, "save", a_full_disk)
        document_of(window).edit("iets", case_of(window).put(an_event("2023", "past niet")))
        case = case_of(window)
        assert not (window.close() if leaves else window.close_file())
    return case


def test_what_is_not_saved_looks_like_trouble_and_offers_a_copy(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = workspace_of(window)._header.saved
    document = document_of(window)
    document.edit("iets", case_of(window).put(an_event("2022", "past wel")))
    assert not saved.fontInfo().bold()
    with monkeypatch.context() as full:
        full.setattr(document.file, "save", a_full_disk)
        document.edit("iets", case_of(window).put(an_event("2023", "past niet")))
        assert saved.text() == "Niet opgeslagen"
        assert saved.fontInfo().bold(), "colour alone is not seen by everyone"
        tab_to("Kopie bewaren…")
        press(Qt.Key.Key_Space)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.windowTitle() == "Kopie bewaren"
        dialog.reject()
        tab_to("Opnieuw proberen")
    press(Qt.Key.Key_Space)
    assert not document.has_unsaved
    assert not saved.fontInfo().bold()
    assert not [n for n in window.findChildren(Notice) if n.isVisible()], "nothing is wrong now"


def a_full_disk(case: Case) -> None:
    raise DiskFull


def test_undo_of_a_new_case_shows_the_other_and_redo_shows_it_again(window: MainWindow) -> None:
    workspace = workspace_of(window)
    first = case_of(window).id
    press(Qt.Key.Key_N, CTRL)
    second = case_of(window).id
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).id == first
    assert len(workspace._cases._names.buttons) == 1
    press(Qt.Key.Key_Y, CTRL)
    assert case_of(window).id == second
    document_of(window).show_case(first)
    document_of(window).undo_stack.undo()
    assert case_of(window).id == first
    assert len(workspace._cases._names.buttons) == 1
    assert workspace._cases._names.buttons[0].isChecked()


def test_the_example_opened_twice_stays_writable(window: MainWindow) -> None:
    window.open_example()
    window.open_example()
    assert not document_of(window).is_read_only
    path = document_of(window).file.path
    window.ask_passphrase(str(path))
    assert QApplication.activeModalWidget() is None


def test_a_read_only_file_can_be_read_through(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "b.hgkm"
    with CaseFile.create(path, "een lang wachtwoord", kdf=TEST) as casefile:
        casefile.save(a_case_with(an_organisation("politie")))
    window.show_file(CaseFile.open(path, "een lang wachtwoord", read_only=True, kdf=TEST))
    workspace_of(window).show_step(REASON)
    page = workspace_of(window)._made[REASON]
    assert page.isEnabled()
    adding = [b for b in window.findChildren(QPushButton) if "toevoegen" in b.text()]
    assert not any(button.isEnabled() for button in adding)


def test_two_parts_of_one_betrokkene_are_kept(qtbot: QtBot) -> None:
    mother = a_betrokkene("moeder")
    parts = (
        Involvement(mother.id, HouseholdRole.SLACHTOFFER, "politie"),
        Involvement(mother.id, HouseholdRole.PLEGER, "vader"),
    )
    field = InvolvedField(a_case_with(mother))
    qtbot.addWidget(field)
    field.set_value(parts)
    assert field.value() == parts


def test_a_child_is_never_an_omstander(qtbot: QtBot) -> None:
    field = InvolvedField(a_case_with(a_betrokkene("kind 1", is_child=True)))
    qtbot.addWidget(field)
    choices = [box.itemText(n) for box in field.findChildren(QComboBox) for n in range(box.count())]
    assert "Slachtoffer" in choices
    assert "Omstander" not in choices


def test_a_mark_that_changes_is_no_longer_chosen_for_paper() -> None:
    police = an_organisation()
    officer, event = a_deelnemer(police), an_event("2021")
    beleving = a_beleving(event, officer, Mark.GOED)
    case = a_case_with(police, officer, event, beleving)
    case = replace(case, summary=replace(case.summary, beleving_ids=(beleving.id,)))
    assert case.mark(event.id, officer.id, Mark.RISICO).summary.beleving_ids == ()
    assert case.put(replace(beleving, explanation="toch")).summary.beleving_ids == (beleving.id,)


def test_a_half_typed_line_stays_with_its_own_case(window: MainWindow) -> None:
    first, line = case_of(window).id, workspace_of(window).timeline_page.entry.line
    type_text("half getypte regel")
    press(Qt.Key.Key_N, CTRL)
    assert line.text() == ""
    press(Qt.Key.Key_W, CTRL)
    assert "invoerregel" in question().text(), "also when it belongs to another case"
    question().close()
    document_of(window).show_case(first)
    assert line.text() == "half getypte regel"


def test_undo_right_after_typing_can_be_redone(
    short_typing_pause: int, window: MainWindow, qtbot: QtBot
) -> None:
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    type_text("net getypt")
    press(Qt.Key.Key_Z, CTRL)
    assert text_of(focused()) == ""
    qtbot.wait(short_typing_pause + 100)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert text_of(focused()) == "net getypt"


def test_undo_of_saved_text_leaves_the_cursor_at_its_end(
    short_typing_pause: int, window: MainWindow, qtbot: QtBot
) -> None:
    workspace_of(window).show_step(REASON)
    tab_to("Aanleiding")
    for sentence in ("Eerste zin.", " Tweede zin."):
        type_text(sentence)
        qtbot.wait(short_typing_pause + 100)
    press(Qt.Key.Key_Z, CTRL)
    assert case_of(window).reason == "Eerste zin."
    type_text(" Derde.")
    assert text_of(focused()) == "Eerste zin. Derde."
    press(Qt.Key.Key_Tab)


def test_going_back_gives_the_keyboard_back_to_what_was_being_typed(window: MainWindow) -> None:
    type_text("half")
    press(Qt.Key.Key_W, CTRL)
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Invoerregel"


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow) -> None:
    workspace_of(window).show_step(LESSONS)
    tab_to("Les toevoegen")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "De les in één zin"
    press(Qt.Key.Key_Escape)


def test_a_capital_marks_like_the_small_letter(window: MainWindow) -> None:
    police = an_organisation()
    case = case_of(window).put(police)
    document_of(window).edit("iets", case.put(a_deelnemer(police)))
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_G, SHIFT)
    assert case_of(window).belevingen[0].mark is Mark.GOED
