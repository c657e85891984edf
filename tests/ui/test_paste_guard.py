"""A text from a real dossier cannot be pasted, by no way; what a person can see to can."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_edits import EventEdits
from hgkm_desktop.ui.parts.fields import Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.writing.paste_guard import MOST_CERTAIN, looks_like_dossier
from tests.builders import a_case_with, an_event
from tests.ui.finding import Field, Sheet
from tests.ui.keyboard import CTRL, SHIFT
from tests.ui.open_window import case_in, told

Key = Qt.Key
PHONES = tuple(f"bel 06-1234567{number}" for number in range(9))
FIVE, SIX = " en ".join(PHONES[:5]), " en ".join(PHONES[:6])


@pytest.fixture(params=[TextLine, TextBlock, Suggestions])
def field(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Field]:
    made = Suggestions(["moeder"]) if request.param is Suggestions else request.param()
    sheet = Sheet(made)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    found = made.lineEdit() if isinstance(made, Suggestions) else made
    assert isinstance(found, Field)
    made.setFocus()
    yield found
    sheet.text_watch.forget()


def by_key(field: Field) -> None:
    QTest.keyClick(field, Key.Key_V, CTRL)


def by_other_key(field: Field) -> None:
    QTest.keyClick(field, Key.Key_Insert, SHIFT)


def by_menu(field: Field) -> None:
    over = field.viewport() if isinstance(field, TextBlock) else field
    place = over.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(over, QContextMenuEvent(reason, place, over.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    paste = next(entry for entry in menu.actions() if entry.objectName() == "edit-paste")
    assert paste.isEnabled()
    paste.trigger()
    menu.close()


def by_call(field: Field) -> None:
    field.paste()


def by_drop(field: Field) -> None:
    data = QMimeData()
    data.setText(QGuiApplication.clipboard().text())
    place = QPointF(20, 12)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
    field.dropEvent(event)


WAYS = (by_key, by_other_key, by_menu, by_call, by_drop)


@pytest.mark.parametrize("paste", WAYS)
def test_more_than_five_certain_findings_are_refused(
    field: Field, paste: Callable[[Field], None]
) -> None:
    field.put(0, 0, "moeder ")
    QGuiApplication.clipboard().setText(SIX)
    paste(field)
    assert field.typed() == "moeder "
    words = told()
    assert "uit een dossier" in words
    assert "Er is niets geplakt" in words
    assert "rollen in plaats van namen" in words
    assert QApplication.overrideCursor() is None


@pytest.mark.parametrize("paste", WAYS)
def test_five_are_let_in_and_underlined(field: Field, paste: Callable[[Field], None]) -> None:
    QGuiApplication.clipboard().setText(FIVE)
    paste(field)
    assert field.typed() == FIVE
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("field", [TextLine, Suggestions], indirect=True)
def test_what_is_chosen_with_the_mouse_elsewhere_is_looked_at_too(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    text = clipboard.text

    def chosen(mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> str:
        return SIX if mode is QClipboard.Mode.Selection else text(mode)

    monkeypatch.setattr(QClipboard, "text", lambda _, mode=QClipboard.Mode.Clipboard: chosen(mode))
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _: True)
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.typed() == ""
    assert "Er is niets geplakt" in told()


@pytest.mark.parametrize("field", [TextBlock], indirect=True)  # a line moves its text by itself
def test_what_is_moved_within_a_field_is_never_lost(field: Field) -> None:
    assert isinstance(field, TextBlock)
    data = QMimeData()
    data.setText(SIX)
    field._moves_within = True
    field.insertFromMimeData(data)
    assert field.typed() == SIX


def test_all_lines_count_together() -> None:
    assert looks_like_dossier(PHONES[: MOST_CERTAIN + 1])
    assert looks_like_dossier(["\r\n".join(PHONES)])
    assert not looks_like_dossier(PHONES[:MOST_CERTAIN])
    assert not looks_like_dossier(["Fatima sprak met Yilmaz. " * 20]), "that is not certain"


def test_events_are_pasted_by_the_same_rule(parent: QWidget, document: Document) -> None:
    events = [an_event("mrt 2021", words) for words in PHONES[:6]]
    document.add_case(a_case_with(*events))
    edits, said = EventEdits(document, parent), list[str]()
    edits.said.connect(said.append)
    edits.copy(tuple(events))
    edits.paste()
    assert len(case_in(document).events) == 6
    assert "uit een dossier" in said[-1]
    edits.copy(tuple(events[:5]))
    edits.paste()
    assert len(case_in(document).events) == 11


def test_a_date_or_words_to_look_for_may_be_anything(qtbot: QtBot) -> None:
    from hgkm_desktop.ui.parts.date_fields import PhraseField

    field = PhraseField()
    qtbot.addWidget(field)
    field.line.setText("")
    QGuiApplication.clipboard().setText(SIX)
    field.line.paste()
    assert field.line.text() == SIX
