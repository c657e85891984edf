"""The line as one picture, with its title and its marking, for a file or the clipboard."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from hgkm_desktop.reports.let_through.shown import printed_numbers
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.timeline.layout import SCREEN, Timeline, Window
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, font, measure
from hgkm_desktop.ui.parts.theme import LIGHT

_WIDTHS = (1600.0, 2200.0, 3200.0, 4800.0, 7200.0)
_LARGEST = 8000
_HEAD, _FOOT, _SIDE = 64.0, 34.0, 14.0
_TITLE, _SMALL = 19.0, 12.0


def line_picture(document: LineDocument, window: Window | None = None) -> QImage:
    """The whole line, as wide as its labels need, or what a window in time shows.

    It is drawn twice as fine as a screen where that does not make it too large.
    """
    timeline = Timeline(
        document.case,
        document.choices,
        metrics=SCREEN,
        measure=measure,
        number_of=printed_numbers(document.case),
    )
    first, scale, width = _whole(timeline) if window is None else _within(timeline, window)
    shown = timeline.at(first, scale, width)
    height = _HEAD + shown.height + _FOOT
    ratio = 2.0 if max(width, height) * 2 <= _LARGEST else 1.0
    size = (ceil(width * ratio), ceil(height * ratio))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.card))
    with QPainter(image) as painter:
        painter.translate(0, _HEAD)
        TimelinePainter(LIGHT, ratio).paint(painter, shown, shown.height)
        painter.translate(0, -_HEAD)
        _write(painter, document, width, height)
    return image


def png_of(image: QImage) -> bytes:
    """The picture as the bytes of a png file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _whole(timeline: Timeline) -> tuple[float, float, float]:
    """The first day, the zoom and the width that show all, with a place for every event."""
    for width in _WIDTHS:
        first, scale = timeline.whole(width - timeline.lane_width)
        if not timeline.at(first, scale, width).chips:
            break
    return first, scale, width


def _within(timeline: Timeline, window: Window) -> tuple[float, float, float]:
    width = _WIDTHS[0]
    days = max(window.last - window.first, 1.0)
    return window.first, (width - timeline.lane_width) / days, width


def _write(painter: QPainter, document: LineDocument, width: float, height: float) -> None:
    """The title and the days above the line; the marking, and what the picture is, around it."""
    painter.setPen(QColor(LIGHT.ink))
    painter.setFont(font(_SMALL, True))
    marked = measure(document.marking, _SMALL, True)
    painter.drawText(QPointF(width - marked - _SIDE, 24.0), document.marking)
    painter.setFont(font(_TITLE, True))
    painter.drawText(QPointF(_SIDE, 28.0), _fitted(document.title, width - marked - 4 * _SIDE))
    painter.setPen(QColor(LIGHT.ink2))
    painter.setFont(font(_SMALL, False))
    said = f"Tijdlijn {document.code} · {document.period} · {document.note}"
    said += f" · {document.selection}" if document.selection else ""
    painter.drawText(QPointF(_SIDE, 50.0), said)
    painter.drawText(QPointF(_SIDE, height - 12.0), document.disclaimer)


def _fitted(text: str, room: float) -> str:
    while text and measure(text, _TITLE, True) > room:
        text = f"{text[:-2].rstrip()}…"
    return text
