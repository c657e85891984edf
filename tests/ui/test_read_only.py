"""A file that can only be read: it says why, all can be seen, and nothing can be typed in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from hgkm_desktop.casefile import session
from hgkm_desktop.ui.window.main_window import MainWindow
from hgkm_desktop.ui.window.workspace import IN_DEPTH_STEP, STEPS, TIMELINE_STEP, Workspace
from tests.casefile.files import new_file, open_file
from tests.casefile.full_case import full_case
from tests.ui.keyboard import NONE, focused, name_of, press, tab_to
from tests.ui.made_once import open_example

Key = Qt.Key
CHANGING = {  # in the menus; these must be seen to be off
    "Nieuwe casus",
    "Wachtwoord wijzigen…",
    "Weghalen",
    "Plakken",
    "Dupliceren",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "oefening.hgkm"
    with new_file(path) as casefile:
        casefile.save(full_case())
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    window = MainWindow(open_example)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    with open_file(path):
        window.show_file(open_file(path))
        yield window
        window._drop_file()


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_the_banner_says_so_and_why_and_offers_a_copy(window: MainWindow) -> None:
    (said,) = workspace_of(window).banners.words
    assert said == (
        "Alleen lezen: u kunt bekijken en afdrukken, niet wijzigen. "
        "Dit casusbestand is al ergens open."
    )
    tab_to("Kopie om in te werken…")


def test_who_has_it_is_said_in_the_window(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bij een collega.hgkm"
    monkeypatch.setattr(session, "this_computer", lambda: "PC-7")
    with new_file(path) as writer:
        writer.save(full_case())
        monkeypatch.setattr(session, "this_computer", lambda: "PC-8")
        window.show_file(open_file(path))
        (said,) = workspace_of(window).banners.words
        assert "al open op PC-7, sinds " in said


def places_to_type(window: MainWindow, step: int) -> list[str]:
    """Walk with Tab over a page, and name each field that takes what is typed; but the search."""
    workspace_of(window).show_step(step)
    passed: set[int] = set()
    found = []
    while id(widget := focused()) not in passed:
        passed.add(id(widget))
        name = name_of(widget)
        if isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly():
            found += [name] if "oek" not in name else []
        press(Key.Key_Tab)
    assert len(passed) > 5
    return found


@pytest.mark.parametrize("step", range(len(STEPS)), ids=STEPS)
def test_nothing_on_a_page_can_be_typed_in(window: MainWindow, step: int) -> None:
    assert places_to_type(window, step) == []


def test_in_a_file_that_can_be_written_the_same_walk_finds_fields(
    window: MainWindow, tmp_path: Path
) -> None:
    assert window.open_file is not None
    window.open_file.copies.work_in(str(tmp_path / "kopie.hgkm"))
    found = [places_to_type(window, step) for step in (0, TIMELINE_STEP, IN_DEPTH_STEP - 1)]
    assert all(found), found


@pytest.mark.parametrize("step", range(len(STEPS)), ids=STEPS)
def test_no_key_on_a_page_is_refused(window: MainWindow, step: int) -> None:
    workspace = workspace_of(window)
    document = workspace.document
    refused: list[object] = []
    document.save_failed.connect(refused.append)
    before = document.case
    workspace.show_step(step)
    passed: set[int] = set()
    while id(widget := focused()) not in passed:
        passed.add(id(widget))
        for key in (Key.Key_Delete, Key.Key_F2, Key.Key_G, Key.Key_1, Key.Key_R, Key.Key_Plus):
            QTest.keyClick(focused(), key, NONE)
        QTest.keyClick(focused(), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert refused == [], name_of(widget)
        assert document.case is before, name_of(widget)
        assert QApplication.activeModalWidget() is None, name_of(widget)
        widget.setFocus()
        press(Key.Key_Tab)


def test_no_part_that_changes_the_case_looks_as_if_it_could(window: MainWindow) -> None:
    workspace = workspace_of(window)
    page = workspace.timeline_page
    page.choose(full_case().events[0].id)
    assert not page.entry.isVisible()
    for step in range(len(STEPS)):
        workspace.show_step(step)
        QTest.qWait(1)
        for button in workspace.findChildren(QAbstractButton):
            words = button.text().replace("&", "")
            if button.isVisible() and any(
                part in words for part in ("toevoegen", "Wijzigen", "Weghalen", "Nieuwe casus")
            ):
                assert not button.isEnabled(), words


def of_the_case(window: MainWindow) -> list[QAction]:
    """What stands in the menus that work on the case and its line."""
    found = []
    for menu in window.menuBar().findChildren(QMenu):
        title = menu.title().replace("&", "")
        if title not in ("Bestand", "Beeld", "Hulp", "Vanzelf vergrendelen"):
            found += [a for a in menu.actions() if a.text() and a.isEnabled()]
    return found


@pytest.mark.parametrize("step", [0, TIMELINE_STEP])
def test_no_action_that_is_on_is_refused(window: MainWindow, step: int) -> None:
    workspace = workspace_of(window)
    refused: list[object] = []
    workspace.document.save_failed.connect(refused.append)
    workspace.show_step(step)
    if step == TIMELINE_STEP:
        workspace.timeline_page.choose(full_case().events[0].id)
    done = []
    for action in of_the_case(window):
        words = action.text().replace("&", "")
        if words.startswith(("Presenteren", "Als afbeelding", "Tijdlijn als")):
            continue
        action.trigger()
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        assert refused == [], words
        assert workspace.document.case == full_case(), words
        done.append(words)
        if step == TIMELINE_STEP:
            workspace.show_step(step)
    assert len(done) > 15
    assert workspace.unfinished() == ""


def test_a_long_form_can_be_read_through_by_keyboard(window: MainWindow) -> None:
    workspace_of(window).show_step(0)
    form = focused()
    assert isinstance(form, QScrollArea)
    for _ in range(30):
        press(Key.Key_PageDown)
    assert form.verticalScrollBar().value() == form.verticalScrollBar().maximum() > 0


def test_the_menus_are_off_where_they_would_change_something(window: MainWindow) -> None:
    workspace_of(window).show_step(TIMELINE_STEP)
    QTest.qWait(1)
    workspace_of(window).timeline_page.choose(full_case().events[0].id)
    actions = {a.text().replace("&", ""): a for a in window.menuBar().findChildren(QAction)}
    actions.update({a.text().replace("&", ""): a for a in window.findChildren(QAction)})
    found = {name for name in CHANGING if name in actions}
    assert {"Nieuwe casus", "Wachtwoord wijzigen…"} <= found
    assert [name for name in found if actions[name].isEnabled()] == []


def test_a_copy_to_work_in_goes_on_without_a_passphrase(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    tab_to("Kopie om in te werken…")
    press(Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert "oefening (kopie).hgkm" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "mijn kopie"))
    dialog.close()
    document = window.document
    assert document is not None
    assert not document.is_read_only
    assert window.windowTitle() == "mijn kopie – HGKM Desktop"
    assert workspace_of(window).banners.words == ()
    assert document.case == full_case()
    before = path.read_bytes()
    case = full_case().drop_event(full_case().events[0].id)
    document.edit("weg", case)
    assert not document.has_unsaved
    assert path.read_bytes() == before
    assert window.close_file()
    with open_file(tmp_path / "mijn kopie.hgkm") as copy:
        assert copy.load(case.id) == case


def test_a_copy_over_a_file_is_refused_and_the_file_stays_open(
    window: MainWindow, path: Path
) -> None:
    before = path.read_bytes()
    assert window.open_file is not None
    window.open_file.copies.work_in(str(path))
    box = QApplication.activeModalWidget()
    assert box is not None
    press(Key.Key_Escape)
    assert window.document is not None
    assert window.document.is_read_only
    assert path.read_bytes() == before
    assert [b.text() for b in workspace_of(window).banners.findChildren(QPushButton)]


def test_a_conflict_copy_is_only_read_until_one_chooses_to_work_in_it(
    window: MainWindow, path: Path
) -> None:
    copy = Path(shutil.copyfile(path, path.with_name("oefening (1).hgkm")))
    window.show_file(open_file(copy))
    (said,) = workspace_of(window).banners.words
    assert "Alleen lezen" in said
    assert "kopie van ‘oefening’" in said
    tab_to("Hierin werken")
    press(Key.Key_Space)
    assert window.document is not None
    assert not window.document.is_read_only
    assert workspace_of(window).banners.words == ()
    case = full_case().drop_event(full_case().events[0].id)
    window.document.edit("weg", case)
    assert not window.document.has_unsaved


def test_copies_beside_a_file_are_named_and_the_sentence_can_be_closed(
    window: MainWindow, path: Path
) -> None:
    for name in ("-LAPTOP-7", " (1)", " (2)", " (herstel 14-32)"):
        shutil.copyfile(path, path.with_name(f"{path.stem}{name}.hgkm"))
    window.show_file(open_file(path))
    said = workspace_of(window).banners.words[1]
    assert said == (
        "In dezelfde map staan andere versies van dit bestand: ‘oefening (1)’, ‘oefening (2)’ en "
        "nog 2 andere. Kijk of daar werk in staat dat hier ontbreekt."
    )
    tab_to("Melding sluiten: In dezelfde map")
    press(Key.Key_Space)
    assert len(workspace_of(window).banners.words) == 1
