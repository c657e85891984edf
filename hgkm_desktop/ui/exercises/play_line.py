"""The line of an exercise in the room: what is new in a frame, and what was there stands back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import DisplayList, Text
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.timeline.marks import span_of
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
_ROWS = (9, 7, 5, 4, 3, 2)
_NEARER = 1.5
"""So many times larger the days of what is new must be to be worth a page of their own, where it
is only counted on the whole line."""
_FAR_NEARER = 20.0
"""And where it stands there, but all in one place."""
_ONLY_THESE = "Eerst alleen die dagen, daarna de hele lijn."
NOTHING = "Er staat nog niets op de lijn"


@dataclass(frozen=True, slots=True)
class _Page:
    """What is `down` from the top of a drawn line, until `after`; `is_near` when it is a part."""

    drawn: DisplayList
    down: float
    after: float
    is_near: bool = False


class PlayLine(QWidget):
    """The whole line so far; what does not fit under the title goes on at a next page.

    Where new events have no room on it beside years of others, their own days come first.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._widths = Widths(measure)
        self._line, self._title, self._said = Case("", ""), "", ""
        self._new: tuple[Event, ...] = ()
        self.place = 0
        self._pages: tuple[_Page, ...] = (_Page(DisplayList(0, 0, 0, 0), 0.0, inf),)
        self._sheet, self._top = self._sheet_now(), 0.0
        self.show_line(self._line, "", ())

    def sizeHint(self) -> QSize:
        return QSize(int(WIDTH), int(HEIGHT))

    def show_line(self, line: Case, title: str, new: Sequence[Event], said: str = "") -> None:
        """Draw this line under a title, with these events in a frame; `said` is what that means
        where they are not new."""
        self._line, self._title, self._new, self._said = line, title, tuple(new), said
        self._arrange()
        self._tell()

    def _tell(self) -> None:
        told = [f"{e.title_in_full}, {when_in_words(e)}" for e in self._new]
        words = ". ".join(filter(None, (self._title, self._head().subtitle, *told)))
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                announce(self, words)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def factor(self) -> float:
        """How much larger everything is than at 1280 by 720."""
        return self._sheet.factor

    def turn(self, pages: int) -> None:
        """Go on or back by so many pages, to an end at most."""
        self.place = min(max(self.place + pages, 0), self.count - 1)
        self._tell()
        self.update()
        self.turned.emit()

    def shown(self) -> DisplayList:
        """The line as it is painted now."""
        return self._page.drawn

    @property
    def _page(self) -> _Page:
        return self._pages[min(self.place, self.count - 1)]

    def above(self) -> tuple[Text, ...]:
        """The words over the line."""
        shapes = head(self._sheet, self._head(), self._top)
        return tuple(shape for shape in shapes if isinstance(shape, Text))

    def _head(self) -> Head:
        if not self._line.events:
            return Head(self._title, NOTHING)
        if self._said:
            words = (self._said, _ONLY_THESE if self._page.is_near else "")
            return Head(self._title, " ".join(filter(None, words)))
        if not self._new:
            return Head(self._title, "De lijn")
        many = count_text(len(self._new), "nieuwe gebeurtenis", "nieuwe gebeurtenissen")
        said = f"{many}, met een kader eromheen"
        return Head(self._title, f"{said}. {_ONLY_THESE}" if self._page.is_near else said)

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
        whole, scale = self._fitting(self._line, self._line)
        pages = list(_cut(whole, self._room()))
        counted = {one for chip in whole.chips for one in chip.event_ids}
        if len(self._new) > 1:
            new, among = _days_of(self._new, self._line)
            near, larger = self._fitting(among, new)
            is_folded = bool(counted & {event.id for event in self._new})
            if larger >= scale * (_NEARER if is_folded else _FAR_NEARER):
                pages = [replace(p, is_near=True) for p in _cut(near, self._room())] + pages
        self._pages = tuple(pages)
        self._top = head_height(self._sheet, (self._head(),))
        self.place = min(self.place, self.count - 1)
        self.update()

    def _fitting(self, line: Case, days: Case) -> tuple[DisplayList, float]:
        """A line that is drawn with all of `days` from side to side, and how long a day is."""
        for rows in _ROWS:
            drawn, scale = self._drawn(line, days, rows)
            if drawn.height <= self._room():
                break
        return drawn, scale

    def _drawn(self, line: Case, days: Case, rows: int) -> tuple[DisplayList, float]:
        new = {event.id for event in self._new}
        old = frozenset(e.id for e in line.events if e.id not in new) if new else frozenset()
        shown, measured = (self._timeline(case, old, rows) for case in (line, days))
        room = max(self.width() - shown.lane_width, 50.0)
        first, scale = measured.whole(room)
        return shown.at(first, scale, float(self.width()), tuple(new)), scale

    def _timeline(self, case: Case, old: frozenset[str], rows: int) -> Timeline:
        return Timeline(
            case,
            Choices(dimmed=old, bands=frozenset()),
            metrics=_metrics(self._sheet.factor, rows),
            measure=measure,
            widths=self._widths,
            number_of=numbers(self._line),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, page = current_theme(), self._page
        painted = TimelinePainter(theme, self.devicePixelRatioF())
        high = min(self._room(), page.after - page.down + page.drawn.header_height)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.card))
            painter.translate(0, self._top)
            if self._line.events:
                painted.paint(painter, page.drawn, high, page.down)
            painter.resetTransform()
            painted.shapes(painter, head(self._sheet, self._head(), self._top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self.turned.emit()


def _cut(drawn: DisplayList, high: float) -> Iterator[_Page]:
    """A drawn line in pages of this height; each begins at a lane, and only a high lane is cut."""
    room, top = max(high - drawn.header_height, 1.0), 0.0
    begins = sorted({hit.y - drawn.header_height for hit in drawn.lane_hits})
    body = drawn.height - drawn.header_height
    ends = [*begins, body]
    while top + room < body - 1:
        end = top + room
        fits = [y for n, y in enumerate(begins) if top < y <= end < ends[n + 1]]
        after = fits[-1] if fits else end
        yield _Page(drawn, top, after)
        top = after
    yield _Page(drawn, top, drawn.height)


def _days_of(new: Sequence[Event], line: Case) -> tuple[Case, Case]:
    """The line with these events alone, and with all that was in the same days."""
    spans = {e.id: span_of(e.start, e.end, e.ongoing) for e in line.events}
    of_new = [span for e in new if (span := spans[e.id]) is not None]
    first = min((span.first for span in of_new), default=inf)
    last = max((span.first + 1 if span.last == inf else span.last for span in of_new), default=-inf)
    there = {i for i, span in spans.items() if span and span.first <= last and span.last >= first}
    alone = {e.id for e in new}
    made = [
        replace(line, events=tuple(e for e in line.events if e.id in kept))
        for kept in (alone, there)
    ]
    return made[0], made[1]


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
