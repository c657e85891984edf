"""The dialogs in which a file is chosen leave no note of where one looked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.parts.files import FILE_KIND, ask_file, note_nothing

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
OTHERS = b"[FileDialog]\nhistory=file:///van/een/ander\nlastVisited=file:///van/een/ander\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Qt notes it in a file on Linux")


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Path]:
    """Where Qt would note it, as it does on a system where that cannot be turned off."""
    folder = tmp_path / "config"
    QSettings.setPath(NATIVE, USER, str(folder))
    yield folder / "QtProject.conf"
    note_nothing()


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    path = tmp_path / "map-van-familie" / "geheim.hgkm"
    path.parent.mkdir()
    path.touch()
    return path


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def choose(dialog: QFileDialog, path: Path) -> None:
    dialog.open()
    dialog.selectFile(str(path))
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_noted(notes: Path, chosen: Path, parent: QWidget) -> None:
    choose(ask_file(parent, "Openen", chosen.parent, FILE_KIND), chosen)
    assert b"familie" not in notes.read_bytes()
    dialog = QFileDialog(parent, "Openen", str(chosen.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    choose(dialog, chosen)
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert b"familie" in notes.read_bytes(), "it would be found"


def test_what_other_programs_noted_stays(notes: Path, chosen: Path, parent: QWidget) -> None:
    notes.parent.mkdir()
    notes.write_bytes(OTHERS)
    choose(ask_file(parent, "Openen", chosen.parent, FILE_KIND), chosen)
    found = notes.read_text(encoding="utf-8")
    assert found.count("file:///van/een/ander") == 2
    assert "familie" not in found


def test_the_program_has_turned_it_off(chosen: Path, parent: QWidget) -> None:
    assert QApplication.instance() is not None
    place = QSettings(USER, "QtProject").fileName()
    assert not Path(place).parent.is_dir()
    choose(ask_file(parent, "Bewaren", chosen, FILE_KIND), chosen.with_name("nog-een.hgkm"))
    assert not Path(place).exists()


def test_no_dialog_is_that_of_a_desktop_that_keeps_lists(qapp: QApplication) -> None:
    """Neither ours nor the one in which Qt asks where a printed page comes."""
    assert qapp.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def test_the_kinds_of_files_are_named_in_dutch(chosen: Path, parent: QWidget, qtbot: QtBot) -> None:
    dialog = ask_file(parent, "Openen", chosen.parent.parent, "Alles (*)")
    (chosen.parent.parent / "brief.odt").touch()
    dialog.open()
    tree = dialog.findChild(QTreeView)
    assert tree is not None

    def said() -> set[str]:
        model, root = tree.model(), tree.rootIndex()
        return {model.index(row, 2, root).data() for row in range(model.rowCount(root))}

    qtbot.waitUntil(lambda: {"Map", "odt-bestand"} <= said())
    dialog.close()
