"""Paints the lines under what was found in a text: each certainty has its own kind of line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame

from hgkm_desktop.ui.parts.theme import current_theme, scaled

if TYPE_CHECKING:
    from hgkm_desktop.ui.writing.underlines import Mark

_WAVE, _HIGH = 3.0, 1.5  # pixels: half of a wave, and how far it goes up and down
_BELOW = 3.0  # pixels between the foot of the letters and the middle of the line
_CURSOR_BEFORE = 5  # pixels by which Qt begins the place of the cursor before the cursor


def paint_in_line(line: QLineEdit, marks: Sequence[Mark]) -> None:
    """Paint under the text of a line, however far it was scrolled."""
    layout = QTextLayout(line.text(), line.font(), line)
    option = QTextOption()
    option.setTextDirection(line.layoutDirection())
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    layout.setTextOption(option)
    layout.beginLayout()
    whole = layout.createLine()
    layout.endLayout()
    cursor = line.cursorRect()
    left = cursor.x() + _CURSOR_BEFORE - round(_x(whole, line.cursorPosition()))
    frame = QStyleOptionFrame()
    line.initStyleOption(frame)
    painter = QPainter(line)
    inside = QStyle.SubElement.SE_LineEditContents
    painter.setClipRect(line.style().subElementRect(inside, frame, line))
    seen = (whole.xToCursor(x - left) for x in (0, line.width()))
    for mark in _within(marks, *sorted(int(position) for position in seen)):
        _paint(painter, mark, whole, QPointF(left, cursor.y()))
    painter.end()


def paint_in_block(block: QPlainTextEdit, marks: Sequence[Mark], shown: QRect) -> None:
    """Paint under the text of a block, as far as it is shown.

    Takes as long as what is shown is, however long the text: `marks` are in the order of the text.
    """
    painter = QPainter(block.viewport())
    painter.setClipRect(shown)
    paragraph, from_top = block.firstVisibleBlock(), block.contentOffset()
    while paragraph.isValid():
        box = block.blockBoundingGeometry(paragraph).translated(from_top)
        if box.top() > shown.bottom():
            break
        layout, first = paragraph.layout(), paragraph.position()
        for line in [] if layout.preeditAreaText() else _shown_lines(layout, box, shown):
            at = first + line.textStart()
            for mark in _within(marks, at, at + line.textLength()):
                _paint(painter, mark, line, box.topLeft(), first)
        paragraph = paragraph.next()
    painter.end()


def _shown_lines(layout: QTextLayout, box: QRectF, shown: QRect) -> Iterable[QTextLine]:
    """The lines of a paragraph that are in sight; one line above and below goes along."""
    every = range(layout.lineCount())
    edges = (shown.top() - box.top(), shown.bottom() - box.top())
    first, last = (bisect_left(every, edge, key=lambda n: layout.lineAt(n).y()) for edge in edges)
    return (layout.lineAt(n) for n in every[max(0, first - 2) : last + 1])


def _within(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    """The marks, which are in order and do not overlap, that stand between two positions."""
    first = bisect_left(marks, start, key=lambda mark: mark.end)
    return marks[first : bisect_left(marks, end, lo=first, key=lambda mark: mark.start)]


def _paint(painter: QPainter, mark: Mark, line: QTextLine, origin: QPointF, first: int = 0) -> None:
    """The part of a mark on one line of a layout that begins at `origin` with position `first`."""
    begin = line.textStart()
    start = max(mark.start - first, begin)
    end = min(mark.end - first, begin + line.textLength())
    if start >= end:
        return
    left, right = sorted((_x(line, start), _x(line, end)))
    y = origin.y() + line.y() + line.ascent() + scaled(_BELOW)
    stroke(painter, mark.finding.certainty, QRectF(origin.x() + left, y, right - left, 0))


def stroke(painter: QPainter, certainty: str, under: QRectF) -> None:
    """The line of a certainty: waves, dashes or dots, so that the colour never says it alone."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.risk), scaled(15) / 10)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if certainty == "zeker":
        painter.setPen(pen)
        painter.drawPath(_waves(under))
    else:
        is_likely = certainty == "waarschijnlijk"
        pen.setColor(QColor(theme.bad if is_likely else theme.ink3))
        pen.setWidthF(scaled(20) / 10)
        pen.setDashPattern([3.0, 1.5] if is_likely else [1.0, 1.0])
        painter.setPen(pen)
        painter.drawLine(under.topLeft(), under.topRight())
    painter.restore()


def _waves(under: QRectF) -> QPainterPath:
    half, high = scaled(_WAVE * 10) / 10, scaled(_HIGH * 20) / 20
    path, x, up = QPainterPath(under.topLeft()), under.left(), True
    while x < under.right():
        end = min(x + half, under.right())
        y = under.y() + (-high if up else high)
        path.quadTo(QPointF((x + end) / 2, y), QPointF(end, under.y()))
        x, up = end, not up
    return path


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # the stub knows not that the position comes along
    return float(found[0])
