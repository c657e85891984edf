"""Keys that belong to others, dragging, tips, what moves, what is read out, and short sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import hgkm_desktop
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.file.passphrase_dialogs import NewFileDialog
from hgkm_desktop.ui.parts import spoken
from hgkm_desktop.ui.parts.text import problem_label
from hgkm_desktop.ui.parts.tips import Tips
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.ui.full_program import settle
from tests.ui.open_window import document_of

UI = Path(hgkm_desktop.__file__).parent / "ui"

# --- keys that belong to a screen reader or to the system ---------------------------------------

_TAKEN = re.compile(r"^(Ins|Insert|CapsLock|Ctrl\+Alt\+|Alt\+[A-Z]$|Meta\+|Win\+|Ctrl\+F2$)")
"""The keys by which NVDA, Narrator, Orca and VoiceOver are spoken to, and those of menus."""


def taken(keys: QKeySequence) -> bool:
    """Whether someone else needs these keys, or a letter alone would be a command everywhere."""
    words = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return bool(_TAKEN.match(words)) or (len(words) == 1 and words.isalnum())


def test_no_action_takes_a_key_that_belongs_to_another(window: MainWindow) -> None:
    window.open_example()
    keys = {a.text(): k for a in window.findChildren(QAction) for k in a.shortcuts()}
    assert len(keys) > 30
    assert {words: k.toString() for words, k in keys.items() if taken(k)} == {}


@pytest.mark.parametrize("keys", ["Insert", "Ctrl+Alt+N", "Alt+B", "Meta+L", "G"])
def test_a_key_that_is_taken_is_found(keys: str) -> None:
    assert taken(QKeySequence(keys))
    assert not taken(QKeySequence("Ctrl+G"))


# --- what is dragged can be done with keys ------------------------------------------------------

DRAGGED = {
    "timeline_mouse.py": "Alt and arrows move and stretch an event; Ctrl+Shift and arrows a lane",
    "presentation_stage.py": "the arrow keys go through time in the room",
    "written.py": "text is pasted with Ctrl+V where it can be dropped",
}
_DRAGS = {"mouseMoveEvent", "dropEvent", "dragEnterEvent", "startDrag"}


def drags_in(code: str) -> bool:
    """Whether something is done by dragging the mouse."""
    return any(
        isinstance(n, ast.FunctionDef) and n.name in _DRAGS for n in ast.walk(ast.parse(code))
    )


def test_whatever_is_dragged_has_keys_too(window: MainWindow) -> None:
    dragging = {path.name for path in UI.rglob("*.py") if drags_in(path.read_text("utf-8"))}
    assert dragging == DRAGGED.keys()
    window.open_example()
    actions = {a.text() for a in window.findChildren(QAction) if not a.shortcut().isEmpty()}
    for words in ("eerder", "later", "Baan omhoog", "Baan omlaag"):
        assert any(words.casefold() in one.casefold() for one in actions), words


def test_a_drag_without_keys_is_found() -> None:
    assert drags_in("class Line:\n    def mouseMoveEvent(self, event): ...")


# --- tips, and what moves -----------------------------------------------------------------------


def test_escape_takes_a_tip_away_and_nothing_else(qtbot: QtBot, qapp: QApplication) -> None:
    tips = Tips(qapp)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    settle(dialog)
    QToolTip.showText(dialog.pos(), "een tip", dialog)
    qtbot.waitUntil(QToolTip.isVisible)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert dialog.isVisible()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    tips.deleteLater()


def test_nothing_moves_or_flashes_by_itself() -> None:
    moving = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|QMovie|setCursorFlashTime")
    assert [p.name for p in UI.rglob("*.py") if moving.search(p.read_text("utf-8"))] == []


# --- language -----------------------------------------------------------------------------------


def test_the_program_says_that_it_is_dutch(qapp: QApplication) -> None:
    assert QLocale().language() is QLocale.Language.Dutch
    assert QLocale().toString(QLocale().toDate("1-3-2026", "d-M-yyyy"), "MMMM") == "maart"


# --- what is read out ---------------------------------------------------------------------------


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told of its own accord, in the order in which it comes."""
    said: list[str] = []

    class Reader:
        """Listens in the place of Qt."""

        Event = QAccessible.Event

        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: object) -> None:
            said.append(getattr(event, "message", str)())

    monkeypatch.setattr(spoken, "QAccessible", Reader)
    return said


def test_locking_is_read_out_and_so_is_a_wrong_passphrase(
    window: MainWindow, heard: list[str]
) -> None:
    window.open_example()
    assert window.watching is not None
    locking = window.watching.locking
    locking.lock()
    assert "Vergrendeld" in heard
    locking._unlock("dit is niet het wachtwoord", False)
    assert "wachtwoord" in heard[-1]


def test_what_is_not_saved_is_read_out(window: MainWindow, heard: list[str]) -> None:
    window.open_example()
    document_of(window).save_failed.emit(HgkmError("De schijf is vol."))
    assert "De schijf is vol." in heard


def test_the_time_of_saving_can_be_read_and_is_not_called_out(window: MainWindow) -> None:
    window.open_example()
    labels = [one.text() for one in window.findChildren(QLabel)]
    assert any(words.startswith("Opgeslagen") for words in labels)


def test_what_is_wrong_in_a_form_is_read_out(qtbot: QtBot, heard: list[str]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewFileDialog(parent)
    dialog.open()
    dialog.accept()
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.property("problem")]
    assert [words for words in shown if words] == heard
    dialog.done(0)


def test_a_problem_that_only_stands_there_would_be_missed(heard: list[str]) -> None:
    plain, ours = QLabel(), problem_label()
    plain.setText("Typ een dag.")
    assert heard == []
    ours.setText("Typ een dag.")
    assert heard == ["Typ een dag."]


# --- short sentences ----------------------------------------------------------------------------

MOST_WORDS = 20


def sentences_in(code: str) -> Iterator[str]:
    """The Dutch sentences that some code can show."""
    tree = ast.parse(code)
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            for sentence in re.split(r"(?<=[.?!:;·])\s+|\n", node.value):
                if " " in sentence and not sentence.startswith(("Q", "#", "{")):
                    yield sentence


def long_ones(code: str) -> list[str]:
    return [one for one in sentences_in(code) if len(re.findall(r"[\w’'-]+", one)) > MOST_WORDS]


def test_no_sentence_on_screen_is_long() -> None:
    files = [path for path in sorted(UI.rglob("*.py")) if path.name != "theme.py"]
    found = {path.name: long_ones(path.read_text("utf-8")) for path in files}
    assert {name: said for name, said in found.items() if said} == {}


def test_a_long_sentence_is_found() -> None:
    said = " ".join(["woord"] * 21)
    assert long_ones(f'x = "Kort. {said}."') == [f"{said}."]
    assert long_ones(f'"""{said}."""') == []
