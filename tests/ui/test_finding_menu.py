"""What can be done with a word that was found, by keyboard and by mouse, and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.privacy import FindingCertainty
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.fields import Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.window.main_window import MainWindow
from tests.builders import a_betrokkene, a_case_with
from tests.ui.finding import Field, Sheet, key_in, underlined, wait_for
from tests.ui.keyboard import CTRL, press
from tests.ui.open_window import case_of, document_of, show_new_file

Key = Qt.Key
SUMMARY = 6


@pytest.fixture
def sheet(qtbot: QtBot, document: Document) -> Iterator[Sheet]:
    """A line, a block and a list to choose from, beside a case with an oma."""
    document.add_case(a_case_with(a_betrokkene("oma van moeder")))
    sheet = Sheet(TextLine(), TextBlock(5), Suggestions(["moeder"]))
    sheet.text_watch.begin(document)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    yield sheet
    sheet.text_watch.forget()


@pytest.fixture(params=[TextLine, TextBlock])
def field(sheet: Sheet, request: pytest.FixtureRequest) -> Field:
    found = sheet.findChild(request.param)
    assert isinstance(found, Field)
    found.setFocus()
    return found


def menu() -> QMenu:
    top = QApplication.activePopupWidget()
    assert isinstance(top, QMenu)
    return top


def entries() -> list[str]:
    """The words of what can be chosen."""
    return [entry.text() for entry in menu().actions() if entry.isEnabled() and entry.text()]


def open_menu(field: QWidget) -> list[str]:
    QTest.keyClick(field, Key.Key_Period, CTRL)
    return entries()


def test_the_menu_says_why_and_offers_the_roles_of_the_case_first(field: Field) -> None:
    key_in(field, "gesprek met Fatima")
    wait_for(field, "Fatima")
    reason = field.underlines.marks[0].finding.reason
    words = open_menu(field)
    assert words[0] == "Vervang door ‘oma van moeder’"
    assert len([word for word in words if word.startswith("Vervang door")]) == 5
    assert words[-1] == "Volgende gevonden woord"
    assert menu().accessibleName() == reason
    said = " ".join(label.text() for label in menu().findChildren(QLabel))
    assert reason in said
    assert "waarschijnlijk" in said
    menu().close()


def test_a_role_that_is_the_word_itself_is_not_offered(sheet: Sheet, field: Field) -> None:
    document = sheet.text_watch._document
    assert document is not None
    assert document.case is not None
    document.edit("x", document.case.put(a_betrokkene("Fatima")))
    key_in(field, "gesprek met Fatima")
    wait_for(field, "Fatima")
    assert "Vervang door ‘Fatima’" not in open_menu(field)
    menu().close()


def test_enter_replaces_and_undo_brings_the_word_back(field: Field) -> None:
    key_in(field, "\U0001f600 gesprek met Fatima")
    wait_for(field, "Fatima")
    open_menu(field)
    QTest.keyClick(menu(), Key.Key_Down)
    QTest.keyClick(menu(), Key.Key_Return)
    assert field.typed() == "\U0001f600 gesprek met moeder"
    assert underlined(field) == []
    QTest.keyClick(field, Key.Key_Z, CTRL)
    assert field.typed() == "\U0001f600 gesprek met Fatima"
    wait_for(field, "Fatima")


def test_what_was_chosen_for_a_word_is_offered_first_the_next_time(field: Field) -> None:
    key_in(field, "Fatima belt, en Fatima schrijft")
    wait_for(field, "Fatima", "Fatima")
    assert open_menu(field)[0] == "Vervang door ‘oma van moeder’"
    QTest.keyClick(menu(), Key.Key_Down)
    QTest.keyClick(menu(), Key.Key_Return)
    wait_for(field, "Fatima")
    assert open_menu(field)[0] == "Vervang door ‘moeder’"
    menu().close()


@pytest.mark.usefixtures("short_typing_pause")
def test_what_is_replaced_is_told_as_typing_is(field: Field, qtbot: QtBot) -> None:
    assert isinstance(field, TextLine | TextBlock)
    key_in(field, "Fatima")
    wait_for(field, "Fatima")
    qtbot.waitUntil(lambda: not field._pause.isActive())
    with qtbot.waitSignal(field.changed):
        open_menu(field)
        QTest.keyClick(menu(), Key.Key_Return)
    assert field.value() == "oma van moeder"


def test_a_key_goes_to_the_next_word_and_round(field: Field) -> None:
    key_in(field, "Fatima en dhr. Jansen")
    wait_for(field, "Fatima", "Jansen")
    chosen = []
    for _ in range(3):
        QTest.keyClick(field, Key.Key_F8)
        mark = field.underlines.chosen()
        chosen.append(mark.word if mark else "")
    assert chosen == ["Fatima", "Jansen", "Fatima"]
    assert field.typed() == "Fatima en dhr. Jansen"


def test_away_from_a_word_the_menu_opens_at_the_next_one(field: Field) -> None:
    key_in(field, "Fatima zei niets")
    wait_for(field, "Fatima")
    open_menu(field)
    mark = field.underlines.chosen()
    assert mark is not None
    assert mark.word == "Fatima"
    menu().close()


def test_where_nothing_is_found_the_keys_do_nothing(field: Field) -> None:
    key_in(field, "moeder zei niets")
    QTest.keyClick(field, Key.Key_Period, CTRL)
    QTest.keyClick(field, Key.Key_F8)
    assert QApplication.activePopupWidget() is None
    assert field.typed() == "moeder zei niets"


def test_in_a_list_to_choose_from_the_keys_work_too(sheet: Sheet) -> None:
    words = sheet.findChild(QComboBox)
    assert isinstance(words, Suggestions)
    words.setFocus()
    key_in(words, "Fatima")
    line = words.lineEdit()
    wait_for(line, "Fatima")  # type: ignore[arg-type] # the stub knows a plain line only
    open_menu(words)
    QTest.keyClick(menu(), Key.Key_Return)
    assert words.value() == "oma van moeder"


def test_the_right_button_has_it_above_what_is_always_there(field: Field) -> None:
    key_in(field, "Fatima")
    wait_for(field, "Fatima")
    over = field.viewport() if isinstance(field, TextBlock) else field
    field.choose(3, 3)
    place = field.cursorRect().center()
    field.choose(6, 6)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, over.mapToGlobal(place))
    QApplication.sendEvent(over, event)
    words = entries()
    assert words[0] == "Vervang door ‘oma van moeder’"
    assert len(words) > 7
    menu().close()


def right_click(field: Field, position: int) -> str:
    """Open the menu of the right button at a position; what it says, with what cannot be chosen."""
    over = field.viewport() if isinstance(field, TextBlock) else field
    field.choose(position, position)
    place = field.cursorRect().center()
    field.choose(0, 0)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(over, QContextMenuEvent(reason, place, over.mapToGlobal(place)))
    said = [label.text() for label in menu().findChildren(QLabel)]
    return " | ".join([*said, *entries()])


def test_a_better_word_is_told_in_the_menu_only(field: Field, qtbot: QtBot) -> None:
    key_in(field, "\U0001f600 een vechtscheiding van Fatima")
    wait_for(field, "Fatima")
    said = right_click(field, 12)
    assert "Woordkeus: schrijf liever complexe scheiding." in said
    assert "Vervang door" not in said
    menu().close()
    assert "Woordkeus" not in right_click(field, 4)
    menu().close()


def test_only_what_someone_does_is_offered(sheet: Sheet, field: Field) -> None:
    asked: list[object] = []
    key_in(field, "Fatima en dhr. Jansen")
    wait_for(field, "Fatima", "Jansen")
    field.choose(0, 6)
    assert not {"Overal in deze casus vervangen…", "Niet herleidbaar…"} & {*open_menu(field)}
    menu().close()
    sheet.text_watch.everywhere_asked.connect(asked.append)
    sheet.text_watch.clearing_asked.connect(lambda word, finding: asked.append((word, finding)))
    open_menu(field)
    choose("Niet herleidbaar…")
    open_menu(field)
    choose("Overal in deze casus vervangen…")
    assert asked == [("Fatima", field.underlines.marks[0].finding), "Fatima"]
    field.choose(15, 15)
    assert field.underlines.marks[1].finding.certainty is FindingCertainty.ZEKER
    words = open_menu(field)
    assert "Niet herleidbaar…" not in words
    assert "Overal in deze casus vervangen…" in words
    menu().close()


def choose(words: str) -> None:
    for _ in range(20):
        if menu().activeAction().text() == words:
            QTest.keyClick(menu(), Key.Key_Return)
            return
        QTest.keyClick(menu(), Key.Key_Down)
    raise AssertionError(f"the keyboard never came to {words}")


def test_what_can_only_be_read_offers_no_replacement(field: Field) -> None:
    key_in(field, "Fatima")
    wait_for(field, "Fatima")
    field.setReadOnly(True)
    assert open_menu(field) == ["Volgende gevonden woord"]
    menu().close()


def test_undo_of_the_window_takes_a_replacement_back(window: MainWindow, tmp_path: Path) -> None:
    workspace = show_new_file(window, tmp_path / "a.hgkm", a_case_with())
    workspace.show_step(SUMMARY)
    block = next(b for b in workspace.findChildren(TextBlock) if b.isVisible())
    block.setFocus()
    key_in(block, "Fatima bleef thuis")
    wait_for(block, "Fatima")
    block._finish()
    before = case_of(window)
    open_menu(block)
    QTest.keyClick(menu(), Key.Key_Return)
    block._finish()
    assert "Fatima" not in block.typed()
    assert case_of(window) != before
    document_of(window).undo_stack.undo()
    assert case_of(window) == before
    assert block.typed() == "Fatima bleef thuis"
    press(Key.Key_Escape)
