"""What may tell who a case is about is underlined while it is typed, and never what is gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from hgkm_desktop.privacy import FindingCertainty, check
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_model import TITLE, EventModel
from hgkm_desktop.ui.line.event_table import EventTable
from hgkm_desktop.ui.parts import theme
from hgkm_desktop.ui.parts.fields import Sentences, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.writing.text_watch import PAUSE_MILLISECONDS
from hgkm_desktop.ui.writing.written import WrittenLine
from tests.builders import a_case_with, an_event
from tests.ui.finding import Sheet, certainty_of, key_in, underlined, wait_for
from tests.ui.keyboard import CTRL, press, wait_until
from tests.ui.open_window import case_in

Key = Qt.Key
NAMES = "gesprek met Fatima en dhr. Jansen"


Show = Callable[[QWidget], Sheet]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a field in a window of its own, which is there as long as the test."""
    sheets: list[Sheet] = []

    def shown(field: QWidget) -> Sheet:
        sheets.append(Sheet(field))
        qtbot.addWidget(sheets[-1])
        sheets[-1].show()
        qtbot.waitExposed(sheets[-1])
        field.setFocus()
        return sheets[-1]

    yield shown
    for sheet in sheets:
        sheet.text_watch.forget()


@pytest.fixture
def line(show: Show) -> TextLine:
    line = TextLine()
    show(line)
    return line


@pytest.fixture
def block(show: Show) -> TextBlock:
    block = TextBlock(6)
    show(block)
    return block


def picture(line: WrittenLine) -> QImage:
    return line.grab().toImage()


# --- what is underlined ---------------------------------------------------------------------------


def test_a_name_is_underlined_once_the_typing_pauses(line: TextLine) -> None:
    key_in(line, "gesprek met Fatima")
    assert underlined(line) == [], "not at each key"
    wait_for(line, "Fatima")
    assert certainty_of(line, "Fatima") is FindingCertainty.WAARSCHIJNLIJK


def test_in_a_block_every_paragraph_is_looked_at(block: TextBlock) -> None:
    block.setPlainText("Eerst kwam Fatima.\n\nToen belde 06-12345678.")
    wait_for(block, "Fatima", "06-12345678")
    assert certainty_of(block, "06-12345678") is FindingCertainty.ZEKER


def test_signs_that_count_twice_for_qt_stand_where_they_stand(
    line: TextLine, block: TextBlock
) -> None:
    text = "\U0001f600\U0001f468\u200d\U0001f469 bij Fatima \U0001f600 en dhr. Jansen \U0001f600"
    line.setText(text)
    block.setPlainText(f"{text}\n{text}")
    wait_for(line, "Fatima", "Jansen")
    wait_for(block, "Fatima", "Jansen", "Fatima", "Jansen")
    line.setCursorPosition(0)
    key_in(line, "\U0001f600 ")
    assert underlined(line) == ["Fatima", "Jansen"]


def test_a_very_long_paragraph_is_looked_at_to_its_end(block: TextBlock) -> None:
    block.setPlainText("het was weer onrustig in huis " * 300 + "en toen kwam Fatima")
    wait_for(block, "Fatima")


def test_a_list_with_words_to_choose_from_is_a_field_as_any(show: Show) -> None:
    words = Suggestions(["moeder", "vader"])
    words.setAccessibleDescription("Een rol, geen naam.")
    show(words)
    key_in(words, "Fatima")
    written = words.lineEdit()
    assert isinstance(written, WrittenLine)
    wait_for(written, "Fatima")
    description = words.accessibleDescription()
    assert description.startswith("Een rol, geen naam. 1 woord dat herkend kan worden")


# --- never stale ----------------------------------------------------------------------------------


def test_a_mark_goes_as_soon_as_its_word_changes(line: TextLine) -> None:
    line.setText(NAMES)
    wait_for(line, "Fatima", "Jansen")
    line.setCursorPosition(len("gesprek met Fatima"))
    press(Key.Key_Backspace)
    assert underlined(line) == ["Jansen"]
    line.setCursorPosition(0)
    key_in(line, "lang ")
    assert underlined(line) == ["Jansen"]


@pytest.mark.parametrize(
    ("at", "typed", "left"),
    [(12, "x", []), (18, "h", []), (18, " ", ["Fatima"]), (5, "x", ["Fatima"])],
)
def test_beside_a_word_only_white_space_leaves_it_the_word_it_was(
    line: TextLine, at: int, typed: str, left: list[str]
) -> None:
    line.setText("gesprek met Fatima")
    wait_for(line, "Fatima")
    line.setCursorPosition(at)
    key_in(line, typed)
    assert underlined(line) == left


def test_the_marks_of_a_block_move_along_with_its_text(block: TextBlock) -> None:
    block.setPlainText(f"{NAMES}\nen Fatima")
    wait_for(block, "Fatima", "Jansen", "Fatima")
    block.moveCursor(QTextCursor.MoveOperation.Start)
    press(Key.Key_Return)
    key_in(block, "nog een regel ")
    assert underlined(block) == ["Fatima", "Jansen", "Fatima"]
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert underlined(block) == []


def test_an_answer_about_an_older_text_is_dropped(line: TextLine) -> None:
    line.setText("gesprek met Fatima")
    sheet = line.window()
    assert isinstance(sheet, Sheet)
    sheet.text_watch._ask()  # the worker is at it from here on
    line.setText("gesprek met moeder. Daarna met Fatima")
    assert sheet.text_watch._background.is_busy
    wait_until(lambda: not sheet.text_watch._background.is_busy)
    assert all(word == "Fatima" for word in underlined(line))
    wait_for(line, "Fatima")


def test_typing_fast_never_shows_a_line_under_another_word(line: TextLine) -> None:
    for word in ("Fatima", "moeder", "dhr. Jansen", "vader", "Fatima en oma", "niets"):
        for end in range(1, len(word) + 1):
            line.setText(word[:end])
            QTest.qWait(1)
            found = {word[:end][one.start : one.end] for one in check(word[:end])}
            assert set(underlined(line)) <= found
    wait_for(line)


def test_only_what_changed_is_looked_at_again(
    block: TextBlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counted(text: str, roles: tuple[str, ...] = ()) -> object:
        looked.append(text)
        return check(text, roles)

    monkeypatch.setattr("hgkm_desktop.privacy.check", counted)
    block.setPlainText("Eerst kwam Fatima.\nToen kwam niemand.")
    wait_for(block, "Fatima")
    looked.clear()
    block.moveCursor(QTextCursor.MoveOperation.End)
    key_in(block, " Later wel.")
    wait_until(lambda: bool(looked))
    assert looked == ["Toen kwam niemand. Later wel."]


def test_looking_changes_nothing_of_the_text(block: TextBlock, line: TextLine) -> None:
    changes: list[str] = []
    block.setPlainText("gesprek met Fatima")
    line.setText("gesprek met Fatima")
    block.textChanged.connect(lambda: changes.append("block"))
    line.textChanged.connect(lambda: changes.append("line"))
    wait_for(block, "Fatima")
    wait_for(line, "Fatima")
    assert changes == []
    assert not block.document().isUndoAvailable()
    assert not line.isUndoAvailable()


# --- how it looks ---------------------------------------------------------------------------------


def test_the_line_stands_under_the_word_also_when_it_was_scrolled(line: TextLine) -> None:
    line.setText(f"{'en toen gebeurde er niets ' * 8}{NAMES}")
    wait_for(line, "Fatima", "Jansen")
    line.setCursorPosition(len(line.text()))
    line.setCursorPosition(len(line.text()) - 4)
    before = picture(line)
    line.underlines.forget()
    changed = _differing_columns(before, picture(line))
    line.setText(line.text())
    edges = []
    for word in ("Fatima", "Jansen"):
        for at in (line.text().index(word), line.text().index(word) + len(word)):
            line.setCursorPosition(at)
            edges.append(line.cursorRect().center().x())
    first, second, third, fourth = edges
    assert changed
    assert all(first - 3 <= x <= second + 3 or third - 3 <= x <= fourth + 3 for x in changed)
    assert min(changed) <= first + 4
    assert max(changed) >= fourth - 4


def _differing_columns(one: QImage, other: QImage) -> list[int]:
    size = one.size()
    return [
        x
        for x in range(size.width())
        if any(one.pixel(x, y) != other.pixel(x, y) for y in range(size.height()))
    ]


def test_each_certainty_has_its_own_line_also_without_colours(
    show: Show, qapp: QApplication
) -> None:
    contrast = theme.high_contrast(qapp.palette())
    theme.apply(qapp, contrast)
    try:
        line = TextLine()
        show(line)
        line.setText("dhr. Jansen, Fatima, Qwertzu")
        wait_for(line, "Jansen", "Fatima", "Qwertzu")
        kinds = [mark.finding.certainty.value for mark in line.underlines.marks]
        assert kinds == ["zeker", "waarschijnlijk", "mogelijk"]
        shapes = {kind: _shape(kind) for kind in kinds}
    finally:
        theme.apply(qapp, theme.LIGHT)
    assert len(set(shapes.values())) == 3


def _shape(certainty: str) -> bytes:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from hgkm_desktop.ui.writing.mark_paint import stroke

    image = QImage(40, 10, QImage.Format.Format_Mono)
    image.fill(1)
    painter = QPainter(image)
    stroke(painter, certainty, QRectF(2, 5, 36, 0))
    painter.end()
    return bytes(image.constBits())


def test_what_an_input_method_is_still_making_has_no_lines(line: TextLine) -> None:
    line.setText("gesprek met Fatima")
    wait_for(line, "Fatima")
    QApplication.sendEvent(line, QInputMethodEvent("¨", []))
    composing = [line.is_composing]
    done = QInputMethodEvent("", [])
    done.setCommitString("ë")
    QApplication.sendEvent(line, done)
    composing.append(line.is_composing)
    assert composing == [True, False]
    assert line.text() == "gesprek met Fatimaë"


def test_the_reason_is_told_under_the_mouse_and_to_a_screen_reader(line: TextLine) -> None:
    line.setAccessibleDescription("Een hint.")
    line.setText("Fatima")
    wait_for(line, "Fatima")
    place = QPoint(20, line.height() // 2)
    tip = QHelpEvent(QEvent.Type.ToolTip, place, line.mapToGlobal(place))
    QApplication.sendEvent(line, tip)
    assert QToolTip.text() == line.underlines.marks[0].finding.reason
    QToolTip.hideText()
    assert line.accessibleDescription() == (
        "Een hint. 1 woord dat herkend kan worden; Ctrl+punt zegt meer."
    )
    line.setText("moeder")
    assert line.accessibleDescription() == "Een hint."


def test_a_title_in_the_table_is_looked_at_while_it_is_typed(
    show: Show, document: Document
) -> None:
    document.add_case(a_case_with(an_event("mrt 2021", "gesprek")))
    table = EventTable(EventModel(document))
    show(table)
    table.setCurrentIndex(table.events.index(0, TITLE))
    QTest.keyClick(table, Key.Key_F2)
    editor = table.findChild(WrittenLine)
    assert editor is not None
    assert editor.text() == "gesprek"
    editor.end(False)
    key_in(editor, " met Fatima")
    wait_for(editor, "Fatima")
    QTest.keyClick(editor, Key.Key_Return)
    wait_until(lambda: case_in(document).events[0].title == "gesprek met Fatima")


def test_the_pause_is_short_enough_to_see_and_long_enough_to_type() -> None:
    assert 300 <= PAUSE_MILLISECONDS <= 400


def test_sentences_are_a_block_as_any(show: Show) -> None:
    sentences = Sentences(4)
    show(sentences)
    sentences.set_value(("Fatima zei niets.", "Wie belt wie?"))
    wait_for(sentences, "Fatima")


def test_a_very_long_text_is_painted_as_fast_as_what_is_shown_of_it(block: TextBlock) -> None:
    many = 700
    block.setPlainText("Fatima belt met Sanne over de school en haar moeder, en belt weer. " * many)
    wait_until(lambda: len(block.underlines.marks) == 2 * many)
    block.moveCursor(QTextCursor.MoveOperation.End)
    begun = time.process_time()
    with_lines = block.grab().toImage()
    assert time.process_time() - begun < 1  # seconds; each line with every mark takes several
    block.underlines.forget()
    assert _differing_columns(with_lines, block.grab().toImage())
