"""Who has spoken in a round, who speaks now and who comes: the seats at the table, as a list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import current_theme, scaled

DONE, NOW, TO_COME = "is geweest", "is nu aan de beurt", "komt nog"
_SIDE, _LEAST_WIDTH = 16, 210
_TICK = ((-5.0, 0.5), (-1.5, 4.0), (5.0, -4.0))
_ARROW = ((-4.0, -5.0), (5.0, 0.0), (-4.0, 5.0))


class SeatSign(QWidget):
    """Drawn, for the type has no such letters: a tick, an arrow, or an open ring."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(QSize(scaled(_SIDE), scaled(_SIDE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scaled(_SIDE) / _SIDE, scaled(_SIDE) / _SIDE)
            painter.translate(_SIDE / 2, _SIDE / 2)
            if self._state == NOW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.accent))
                painter.drawPolygon(_points(_ARROW))
                return
            painter.setPen(QPen(QColor(theme.ink2), 1.8))
            if self._state == DONE:
                painter.drawPolyline(_points(_TICK))
            else:
                painter.drawEllipse(QRectF(-4, -4, 8, 8))


def _points(places: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places])


class Seats(QScrollArea):
    """The deelnemers as they sit, each with a sign and with words that a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Wie is geweest en wie komt nog")
        self.setMinimumWidth(scaled(_LEAST_WIDTH))

    def show_of(self, case: Case) -> None:
        """Show how far the round of this case has come."""
        waiting = [deelnemer.id for deelnemer in rounds.waiting(case)]
        body, said, now = QWidget(), [], None
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(label("Aan tafel", level=3))
        for deelnemer in case.deelnemers:
            state = DONE
            if deelnemer.id in waiting:
                state = NOW if deelnemer.id == waiting[0] else TO_COME
            name = case.deelnemer_name(deelnemer)
            seat = _seat(name, state)
            now = seat if state == NOW else now
            column.addWidget(seat)
            said.append(f"{name} {state}")
        column.addStretch(1)
        self.setAccessibleDescription(", ".join(said))
        self.setWidget(body)
        if now is not None:
            body.adjustSize()
            self.ensureWidgetVisible(now)


def _seat(name: str, state: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    words = label(name, level=3) if state == NOW else label(name, muted=state == DONE)
    words.setToolTip(f"{name} {state}")
    row.addWidget(SeatSign(state), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made
