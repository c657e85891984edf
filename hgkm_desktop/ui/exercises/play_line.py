"""The line of an exercise in the room: what is new in a frame, and what was there stands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Text
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.theme import current_theme
from hgkm_desktop.ui.room.presentation_sheet import (
    HEIGHT,
    WIDTH,
    Head,
    Sheet,
    head,
    head_height,
    sheet_of,
)

IN_ROOM = 24.0 / 12.0
"""The factor at which the smallest type of the line is 24 pixels."""
_ROWS = (5, 4, 3, 2)
NOTHING = "Er staat nog niets op de lijn"


class PlayLine(QWidget):
    """The whole line so far; what does not fit under the title goes on at a next page."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._widths = Widths(measure)
        self._line, self._title, self._said = Case("", ""), "", ""
        self._new: tuple[Event, ...] = ()
        self.place, self._shown = 0, DisplayList(0, 0, 0, 0)
        self._sheet, self._top = self._sheet_now(), 0.0
        self.show_line(self._line, "", ())

    def sizeHint(self) -> QSize:
        return QSize(int(WIDTH), int(HEIGHT))

    def show_line(self, line: Case, title: str, new: Sequence[Event], said: str = "") -> None:
        """Draw this line under a title, with these events in a frame; `said` is what that means
        where they are not new."""
        self._line, self._title, self._new, self._said = line, title, tuple(new), said
        self._arrange()
        told = [f"{e.title_in_full}, {when_in_words(e)}" for e in self._new]
        words = ". ".join(filter(None, (title, self._head().subtitle, *told)))
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                announce(self, words)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._tops())

    def _tops(self) -> list[float]:
        """How far each page is down; a page begins at a lane, and only a high lane is cut."""
        shown, tops = self._shown, [0.0]
        room = max(self._room() - shown.header_height, 1.0)
        begins = sorted({hit.y - shown.header_height for hit in shown.lane_hits})
        body = shown.height - shown.header_height
        while tops[-1] + room < body - 1:
            end = tops[-1] + room
            ends = [*begins, body]
            fits = [y for n, y in enumerate(begins) if tops[-1] < y <= end < ends[n + 1]]
            tops.append(fits[-1] if fits else end)
        return tops

    def turn(self, pages: int) -> None:
        """Go on or back by so many pages, to an end at most."""
        self.place = min(max(self.place + pages, 0), self.count - 1)
        self.update()
        self.turned.emit()

    def shown(self) -> DisplayList:
        """The line as it is painted now."""
        return self._shown

    def above(self) -> tuple[Text, ...]:
        """The words over the line."""
        shapes = head(self._sheet, self._head(), self._top)
        return tuple(shape for shape in shapes if isinstance(shape, Text))

    def _head(self) -> Head:
        if not self._line.events:
            return Head(self._title, NOTHING)
        if self._said:
            return Head(self._title, self._said)
        many = count_text(len(self._new), "nieuwe gebeurtenis", "nieuwe gebeurtenissen")
        return Head(self._title, f"{many}, met een kader eromheen" if self._new else "De lijn")

    def _sheet_now(self) -> Sheet:
        type_size = float(QFontInfo(self.font()).pixelSize())
        window = self.window()
        whole = sheet_of(window.width(), window.height(), type_size, self._widths)
        return Sheet(self.width(), self.height(), whole.factor, self._widths)

    def _room(self) -> float:
        return max(self.height() - self._top, 50.0)

    def _arrange(self) -> None:
        """Draw it in as many rows as fit; with few rows some events are only counted."""
        self._sheet = self._sheet_now()
        self._top = head_height(self._sheet, (self._head(),))
        for rows in _ROWS:
            self._shown = self._drawn(rows)
            if self._shown.height <= self._room():
                break
        self.place = min(self.place, self.count - 1)
        self.update()

    def _drawn(self, rows: int) -> DisplayList:
        new = {event.id for event in self._new}
        old = frozenset(e.id for e in self._line.events if e.id not in new) if new else frozenset()
        timeline = Timeline(
            self._line,
            Choices(dimmed=old, bands=frozenset()),
            metrics=_metrics(self._sheet.factor, rows),
            measure=measure,
            widths=self._widths,
        )
        first, scale = timeline.whole(max(self.width() - timeline.lane_width, 50.0))
        return timeline.at(first, scale, float(self.width()), tuple(new))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painted = TimelinePainter(theme, self.devicePixelRatioF())
        room, tops = self._room(), self._tops()
        down = tops[min(self.place, len(tops) - 1)]
        after = next((top for top in tops if top > down), self._shown.height)
        high = min(room, after - down + self._shown.header_height)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.card))
            painter.translate(0, self._top)
            if self._line.events:
                painted.paint(painter, self._shown, high, down)
            painter.resetTransform()
            painted.shapes(painter, head(self._sheet, self._head(), self._top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()


def _metrics(factor: float, rows: int) -> Metrics:
    made = SCREEN.scaled(IN_ROOM * factor)
    return replace(
        made,
        lane_width=SCREEN.lane_width * 1.7 * factor,
        header_height=made.axis_size * 2.7,
        row_height=made.label_size * 1.4,
        lane_pad=SCREEN.lane_pad * factor,
        lane_least=SCREEN.lane_least * 1.2 * factor,
        name_size=24 * factor,
        label_size=24 * factor,
        label_max=SCREEN.label_max * 1.8 * factor,
        max_rows=rows,
        name_x=24 * factor,
    )
