"""What is seen and heard of a presentation: one event, its place on the line, who lived it how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.records import Event
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import DisplayList, Glyph, Hit, Shape, Text
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.timeline.sight import LARGEST_ZOOM, Sight
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.theme import current_theme, scaled
from hgkm_desktop.ui.room.presentation_course import Course
from hgkm_desktop.ui.room.presentation_sheet import (
    MARGIN,
    Columns,
    Head,
    Sheet,
    columns,
    head,
    head_height,
    sheet_of,
)
from hgkm_desktop.ui.room.presented import spoken, subtitle

NOTHING = Head("Nog niets om te tonen", "Zet ‘Tonen’ aan bij een gebeurtenis.")
NEXT = "volgt"
KEY_STEPS = 4
WHEEL_NOTCH = 120
_LEAST_ROOM = 50.0
_LABEL = 22.1
"""The type of labels on the line in pixels where the factor is 1."""
_LINE_FITS = ((1.0, 92.0), (1.0, 70.0), (0.9, 60.0), (0.8, 52.0), (0.7, 44.0))
"""How much smaller the type of the line may be to show every lane, and how high a lane then is.
It never gets too small to be read in a room, nor smaller than the text that the user asked for:
then lanes go out of view."""
_MOST_STEPS_OUT = 12
_FEW = 400
"""With more events than this it takes too long to try zooms."""
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}
"""The keys of a keyboard and of a clicker that go on or back in a presentation."""


class Stage(QWidget):
    """Paints a `Course` and steps through it; `stepped(event id)` tells which event is told."""

    stepped = Signal(str)

    def __init__(self, course: Course) -> None:
        super().__init__()
        self.course = course
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._widths = Widths(measure)
        self._painter = TimelinePainter(current_theme())
        self._shown: DisplayList | None = None
        self._down, self._wheel = 0.0, 0
        self._is_moved = False
        self._fit, self._metrics = 0, SCREEN
        self._head_height = self._columns_height = 0.0
        self.sight = Sight(self._line(), _LEAST_ROOM)
        self._sheet = self._sheet_now()
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    # --- where everything stands ----------------------------------------------------------

    def arrange(self, *, anew: bool = True) -> None:
        """Find the sizes in which every step fits, so that nothing moves from step to step.

        After an edit (not `anew`) type only gets smaller: it would jump while people read.
        """
        self._sheet, steps = self._sheet_now(), self.course.steps
        self._head_height = head_height(self._sheet, map(self._head, steps or (None,)))
        every = {self.course.lived(event) for event in steps}
        self._columns_height = max((columns(self._sheet, s).height for s in every), default=0.0)
        for fit in range(0 if anew else self._fit, len(_LINE_FITS)):
            self._fit = fit
            part, lane_height = _LINE_FITS[fit]
            part = max(part, min(scaled(SCREEN.label_size) / (_LABEL * self._sheet.factor), 1.0))
            self._metrics = _metrics(part * self._sheet.factor, lane_height, self._sheet.factor)
            self._look_at_line()
            if self.shown().height <= self._line_height():
                break
        self._after_step()

    def _look_at_line(self) -> None:
        line = self._line()
        self.sight.shows_all = False
        self.sight.look_at(line, max(self.width() - line.lane_width, _LEAST_ROOM))
        if not self._is_moved:
            self._show_chosen()
        self._shown = None

    def _show_chosen(self) -> None:
        """Show the period that was chosen, or else the whole case, with the words of the last
        events in view where that can be: else the line would move when they are told."""
        period = self.course.period
        if period is None:
            self.sight.show_all()
        else:
            self.sight.show_days(period.first, period.last)
        dated = [event for event in self.course.steps if event.start.is_known]
        first, scale = self.sight.first, self.sight.scale
        for _ in range(_MOST_STEPS_OUT if len(dated) <= _FEW else 0):
            if max((self._reach_of(e)[1] for e in dated), default=0.0) <= self.sight.room:
                return
            self.sight.zoom(-1, 0.0)
        self.sight.first, self.sight.scale = first, scale

    def _sheet_now(self) -> Sheet:
        type_size = float(QFontInfo(self.font()).pixelSize())
        return sheet_of(self.width(), self.height(), type_size, self._widths)

    def _line(self) -> Timeline:
        return Timeline(
            self.course.case,
            self.course.choices(),
            metrics=self._metrics,
            measure=measure,
            number_of=self.course.numbers(),
            widths=self._widths,
        )

    def _line_height(self) -> float:
        """The room for the line: over the highest columns of any step, or where it needs more
        than that, over those of this step."""
        room = self.height() - self._head_height - MARGIN * 0.4 * self._sheet.factor
        steady = max(room - self._columns_height, _LEAST_ROOM)
        if self.shown().height <= steady:
            return steady
        return max(room - self.below().height, steady)

    def shown(self) -> DisplayList:
        """The line as it is painted now, under the sentence."""
        if self._shown is None:
            sight, current = self.sight, self.course.current
            selected = (current.id,) if current is not None else ()
            shown = sight.timeline.at(sight.first, sight.scale, self.width(), selected)
            self._shown = replace(shown, plot=(*shown.plot, *self._announced(shown)))
        return self._shown

    def _announced(self, shown: DisplayList) -> Iterator[Text]:
        """The word beside the shape of the very next event, where there is room for it."""
        following, m = self.course.following, self._metrics
        place = next((h for h in shown.hits if following and h.event_id == following.id), None)
        if place is None:
            return
        for shape in shown.plot:
            if isinstance(shape, Glyph) and _holds(place, shape.x, shape.y):
                x = shape.x + shape.size / 2 + m.gap
                if x + self._widths.of(NEXT, m.label_size) <= place.x + place.w:
                    y = shape.y + m.label_size * BASELINE
                    yield Text(x, y, NEXT, m.label_size, False, "muted")
                return

    def above(self) -> tuple[Shape, ...]:
        """The sentence, in the top of the window."""
        return head(self._sheet, self._head(self.course.current), self._head_height)

    def below(self) -> Columns:
        """Who lived it how, under the line."""
        current = self.course.current
        return columns(self._sheet, self.course.lived(current) if current is not None else ())

    def _head(self, event: Event | None) -> Head:
        if event is None:
            return NOTHING
        title = " ".join(event.title_in_full.split())
        return Head(title, subtitle(self.course.case, event), event)

    # --- going through it -----------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go on (or back) by so many events."""
        if self.course.go(steps):
            self._show_step()

    def choose(self, event_id: str) -> None:
        """Go to an event, when it is one of those that are shown."""
        if self.course.choose(event_id):
            self._show_step()

    def _show_step(self) -> None:
        self.sight.timeline = self._line()
        self._after_step()
        if self.course.current is not None:
            self.stepped.emit(self.course.current.id)

    def _after_step(self) -> None:
        self._shown = None
        self._reveal()
        self._say()
        self.update()

    def _reveal(self) -> None:
        """Bring the event into view; where it is only counted, zoom in until it has its shape."""
        current, sight = self.course.current, self.sight
        if current is not None and current.start.is_known:
            sight.reveal(current.id)
            self._shown = None
            while self._is_counted(current) and sight.scale < LARGEST_ZOOM:
                sight.zoom(KEY_STEPS, self._reach_of(current)[0])
                self._shown = None
            left, right = self._reach_of(current)
            if sight.room < right <= left + sight.room:
                sight.pan(right - sight.room)
                self._shown = None
        self._scroll_to(self._place_of(current))

    def _reach_of(self, event: Event) -> tuple[float, float]:
        """From where to where an event and its words stand, from the left of the plot."""
        spot = self.sight.timeline.spot(event.id, self.sight.scale)
        if spot is None:
            return 0.0, 0.0
        left = spot.x - self.sight.first * self.sight.scale
        return left, left + spot.w

    def _is_counted(self, event: Event) -> bool:
        return any(event.id in chip.event_ids for chip in self.shown().chips)

    def _place_of(self, event: Event | None) -> Hit | None:
        return next((h for h in self.shown().hits if event and h.event_id == event.id), None)

    def _scroll_to(self, place: Hit | None) -> None:
        room, top = self._line_height(), self.shown().header_height
        if place is not None:
            white = self._metrics.lane_pad
            self._down = min(self._down, place.y - top - white)
            self._down = max(self._down, place.y + place.h + white - room)
        self._down = min(max(self._down, 0.0), max(self.shown().height - room, 0.0))

    def _say(self) -> None:
        """Tell a screen reader what is seen now."""
        event = self.course.current
        words = f"{NOTHING.title}. {NOTHING.subtitle}"
        if event is not None:
            words = spoken(self.course.case, event, self.course.lived(event))
        if words == self.accessibleName():
            return
        self.setAccessibleName(words)
        if self.hasFocus():
            announce(self, words)

    def _zoom(self, steps: int, x: float | None = None) -> None:
        """Zoom around a place in the window, or else around the event."""
        place = self._place_of(self.course.current)
        left = self.sight.timeline.lane_width
        if x is None:
            x = place.x if place is not None else (left + self.width()) / 2
        self.sight.zoom(steps, x - left)
        self._moved()

    def _moved(self) -> None:
        self._is_moved, self._shown = True, None
        self._scroll_to(None)
        self.update()

    def show_whole(self) -> None:
        """Show the whole case, also when a period was chosen."""
        self.course.show_whole()
        self._is_moved = False
        self.arrange()

    # --- keys and mouse -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & others:
            event.ignore()
        elif key in STEPS:
            self.step(STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(len(self.course.steps) * (-1 if key is Qt.Key.Key_Home else 1))
        elif event.text() in ("+", "="):
            self._zoom(KEY_STEPS)
        elif event.text() == "-":
            self._zoom(-KEY_STEPS)
        elif event.text() == "0":
            self.show_whole()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel += turn * 3
            steps = int(self._wheel / WHEEL_NOTCH)
            self._wheel -= steps * WHEEL_NOTCH
            self._zoom(steps, event.position().x())
        elif self.shown().height > self._line_height():
            self._down -= turn / 2
            self._moved()
        else:
            self.sight.pan(-turn)
            self._moved()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._event_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self._event_at(event.position()))

    def _event_at(self, place: QPointF) -> str:
        """The id of the event under the pointer, '' where there is none."""
        y = place.y() - self._head_height
        if not self.shown().header_height <= y < self._line_height():
            return ""
        hits = reversed(self.shown().hits)
        return next((h.event_id for h in hits if _holds(h, place.x(), y + self._down)), "")

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        if self._painter.theme != theme or self._painter.ratio != ratio:
            self._painter = TimelinePainter(theme, ratio)
        room = min(self.shown().height, self._line_height())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.card))
            painter.translate(0, self._head_height)
            self._painter.paint(painter, self.shown(), room, self._down)
            painter.fillRect(self._handle(room), QColor(theme.edge))
            painter.translate(0, room + MARGIN * 0.3 * self._sheet.factor)
            self._painter.shapes(painter, self.below().shapes)
            painter.resetTransform()
            self._painter.shapes(painter, self.above())

    def _handle(self, room: float) -> QRectF:
        """Where in the lanes we are, at the right edge; empty when all of them are in view."""
        top, high = self.shown().header_height, self.shown().height
        if high <= room:
            return QRectF()
        part = (room - top) / (high - top)
        wide = 5 * self._sheet.factor
        return QRectF(self.width() - wide, top + self._down * part, wide, (room - top) * part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()


def _metrics(factor: float, lane_height: float, sheet_factor: float) -> Metrics:
    """The sizes of the line: 22 px labels and 24 px names where the factor is 1."""
    return replace(
        SCREEN.scaled(_LABEL / SCREEN.label_size * factor),
        name_size=24 * factor,
        axis_size=21 * factor,
        year_size=21 * factor,
        lane_width=MARGIN * sheet_factor + 185 * factor,
        label_max=300 * sheet_factor,
        lane_least=lane_height * sheet_factor,
        name_x=MARGIN * sheet_factor,
    )


def _holds(place: Hit, x: float, y: float) -> bool:
    return place.x <= x < place.x + place.w and place.y <= y < place.y + place.h
