"""With text at 200% nothing on screen is cut off or lies over something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import KeyOutdated
from hgkm_desktop.exchange.exercise_text import library
from hgkm_desktop.ui import theme
from hgkm_desktop.ui.exercise_new import CaseDialog, LibraryDialog
from hgkm_desktop.ui.form_dialog import RecordDialog
from hgkm_desktop.ui.main_window import MainWindow
from hgkm_desktop.ui.open_dialog import PassphraseDialog
from hgkm_desktop.ui.record_list import RecordList
from hgkm_desktop.ui.remembering import RememberBox, Remembering
from hgkm_desktop.ui.work_screen import WorkScreen
from hgkm_desktop.ui.workspace import STEPS, Workspace
from tests.casefile.keyrings import Safe, SafeOne, a_computer, no_keyring
from tests.ui.made_once import open_example

SIZES = ((1440, 900), (1280, 720))


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    before = theme.current_theme()
    theme.apply(qapp, theme.LIGHT, 200)
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.resize(*request.param)
    window.show()
    qtbot.waitExposed(window)
    yield window
    assert (window.width(), window.height()) == request.param, "it fits on the screen"
    window.close_file()
    theme.apply(qapp, before, 100)


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    window.open_example()
    assert window.workspace is not None
    return window.workspace


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("&&", "&")
    return ""


def cut_off(inside: QWidget) -> list[str]:
    """The words of every label and button that has less room than its words need."""
    found = []
    for widget in inside.findChildren(QWidget):
        words = words_of(widget)
        if not words or not widget.isVisible() or words.endswith("…"):
            continue  # the '…' says that there is more: in the tip, or in a dialog that follows
        metrics = widget.fontMetrics()
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
            widest = max(metrics.horizontalAdvance(word) for word in words.split())
            fits = fits and widget.contentsRect().width() >= widest
        else:
            lines = words.split("\n")
            fits = widget.width() >= max(metrics.horizontalAdvance(line) for line in lines)
            fits = fits and widget.height() >= len(lines) * metrics.height()
        if not fits:
            found.append(words)
    return found


def overlapping(inside: QWidget) -> list[tuple[str, str]]:
    """The pairs of widgets in one parent that lie over each other, or over its edge."""
    found: list[tuple[str, str]] = []
    for parent in (inside, *inside.findChildren(QWidget)):
        if parent.layout() is None or not parent.isVisible():
            continue
        parts = [w for w in parent.findChildren(QWidget) if w.parent() is parent and w.isVisible()]
        parts = [w for w in parts if not w.isWindow()]
        beyond = [w for w in parts if not parent.rect().contains(w.geometry())]
        found += [(type(w).__name__ + words_of(w), "the edge") for w in beyond]
        found += [
            (type(one).__name__ + words_of(one), type(other).__name__ + words_of(other))
            for one, other in combinations(parts, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def out_of_sight(inside: QWidget) -> list[str]:
    """The areas in which one must scroll sideways to see everything."""
    found = []
    for area in inside.findChildren(QScrollArea):
        body = area.widget()
        if body is not None and area.isVisible() and body.width() > area.viewport().width():
            found.append(type(area).__name__)
    return found


def assert_whole(inside: QWidget, qtbot: QtBot) -> None:
    def is_whole() -> None:
        assert cut_off(inside) == []
        assert overlapping(inside) == []
        assert out_of_sight(inside) == []

    qtbot.waitUntil(is_whole)  # what wraps asks for height once it has its width


def test_the_start_screen(window: MainWindow, qtbot: QtBot) -> None:
    assert_whole(window, qtbot)


def test_every_step(workspace: Workspace, qtbot: QtBot) -> None:
    for step in range(len(STEPS)):
        workspace.show_step(step)
        assert_whole(workspace, qtbot)


def test_an_exercise(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.document.edit("oefening", library()[0])
    workspace._works.show(library()[0].id)
    screen = workspace._works._desk.currentWidget()
    assert isinstance(screen, WorkScreen)
    for number in range(screen.page_count):
        screen.show_page(number)
        assert_whole(workspace, qtbot)
    for listed in screen.findChildren(RecordList):
        listed._list.setCurrentRow(0)
        listed.change()
        (dialog,) = listed.findChildren(RecordDialog)
        assert_whole(dialog, qtbot)
        dialog.done(0)
    for made in (LibraryDialog(workspace), CaseDialog(workspace.document, workspace)):
        made.open()
        assert_whole(made, qtbot)
        made.reject()


def test_the_name_of_what_is_shown_can_be_seen(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.document.edit("oefening", library()[0])
    workspace._works.show(library()[0].id)
    (named,) = [
        one
        for one in workspace._cases.findChildren(QPushButton)
        if one.property("work_id") == library()[0].id
    ]
    qtbot.waitUntil(lambda: named.visibleRegion().boundingRect().height() == named.height())


def test_a_chosen_event_and_the_rows_that_ask(workspace: Workspace, qtbot: QtBot) -> None:
    page = workspace.timeline_page
    page.choose(page.model.event_at(4).id)
    page.set_turn(1)
    page.show_filter(True)
    page.ask_knowledge()
    assert_whole(workspace, qtbot)


def test_the_dialogs(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    page, menus = workspace.timeline_page, workspace.timeline_menus
    assert window.open_file is not None
    event, documents = page.model.event_at(4).id, window.open_file.documents
    for show in (
        window.opening.make_new,
        lambda: page.edits.change(event),
        menus.picture_requested.emit,
        menus.export_requested.emit,
        documents.show_notitie,
        window.show_settings,
        window.show_file_settings,
        window.help.show_keys,
    ):
        show()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.resize(window.width() - 20, window.height() - 40)  # the screen of tests is small
        assert_whole(dialog, qtbot)
        dialog.done(0)


@pytest.mark.parametrize("keyring", [SafeOne, no_keyring])
def test_the_dialog_that_opens_a_file(
    keyring: type[Safe], window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "casusbestand-7K2F (hersteld op 12 maart 2026).hgkm"
    with a_computer(keyring(), tmp_path):
        dialog = PassphraseDialog(window, path, bytes(16), Remembering(window))
        dialog.open()
        part = dialog.findChild(RememberBox)
        assert part is not None
        box, words = part.findChildren(QCheckBox)[0], part.findChildren(QLabel)[0]
        qtbot.waitUntil(lambda: box.isEnabled() or bool(words.text()))
        box.click()
        dialog.say(KeyOutdated().sentence)
        assert words.isVisible()
        dialog.resize(window.width() - 20, window.height() - 40)  # the screen of tests is small
        assert_whole(dialog, qtbot)
        dialog.reject()


def test_all_grows_at_once_in_a_window_that_is_open(
    workspace: Workspace, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.LIGHT, 100)
    qtbot.wait(20)  # layouts ask anew how large their parts are once events are handled
    page = workspace.timeline_page
    page.choose(page.model.event_at(4).id)
    for step in range(len(STEPS)):
        workspace.show_step(step)
    theme.apply(qapp, theme.LIGHT, 200)
    for step in range(len(STEPS)):
        workspace.show_step(step)
        assert_whole(workspace, qtbot)
