"""Painting of a display list with QPainter: colours, shapes and type for the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.display import Anchor, DisplayList, Glyph, Line, Rect, Shape, Sign, Text
from hgkm_desktop.timeline.layout import SCREEN, Metrics, Timeline
from hgkm_desktop.ui.line.shape_paths import bar_path, shape_path
from hgkm_desktop.ui.line.sign_paint import SIGN_TOKENS, paint_sign
from hgkm_desktop.ui.parts.fading import READ, SEEN, faded, mixed
from hgkm_desktop.ui.parts.theme import FONT_FAMILY, Theme

KIND_TOKENS: dict[EventKind, str] = {
    EventKind.LIFE_EVENT: "life",
    EventKind.SIGNAAL: "meld",
    EventKind.ADVIES: "meld",
    EventKind.MELDING: "meld",
    EventKind.AANGIFTE: "meld",
    EventKind.INCIDENT: "inc",
    EventKind.CONTACT: "afst",
    EventKind.TAXATIE: "besl",
    EventKind.PLAN: "interv",
    EventKind.OVERDRACHT: "besl",
    EventKind.INTERVENTIE: "interv",
    EventKind.BESLUIT: "besl",
    EventKind.AFSTEMMING: "afst",
    EventKind.RISICOMOMENT: "risk",
}
_TEXT_TOKENS = {
    **dict.fromkeys(("label", "bar_label", "lane_name", "band", "score"), "ink"),
    **dict.fromkeys(("label_absent", "number", "strip_name", "axis_year", "chip", "law"), "ink2"),
    **dict.fromkeys(("muted", "axis", "band_name", "relative"), "ink3"),
    "t0": "accent",
}
_SHEET_TOKENS = {"heading": "ink", "soft": "ink2", "good": "good", "bad": "bad", "risk": "risk"}
"""The texts and flat areas that stand around the line in a presentation."""
_LINE_TOKENS = {
    "grid": "line2",
    "grid_year": "line",
    "axis_edge": "line",
    "link": "edge",
    "t0": "accent",
    "law": "ink2",
    "phase": "edge",
    "gap": "edge",
    "score": "ink3",
    "score_days": "ink3",
}
_DASHES = {"gap": (1.0, 3.0), "score": (1.0, 2.5), "grid_year": (1.0, 5.0), "law": (6.0, 3.0)}
_BARS_OF_BANDS = {
    "phase_direct": ("accent", 0.3),
    "phase_risk": ("accent", 0.15),
    "phase_recovery": ("accent", 0.05),
    "regie": ("ink2", 0.12),
    "regie_none": ("ink2", 0.0),
    "regie_unclear": ("ink2", 0.12),
}
"""The colour of each bar in a band, and how much of it is in its fill."""
_POINTS = {"score": "ink", "score_open": "ink", "score_ring": "ink3"}
_FLAT_TOKENS = {"lane": "card", "lane_band": "bg", "strip": "card", "selected": "selection"}
_GLYPH_MARGIN = 3
EVERYTHING = Choices()
_LETTER_DROP = {"triangle": 0.1, "triangle_down": -0.13, "half_circle": 0.03, "arrow": 0.0}


@lru_cache(maxsize=64)
def font(size: float, bold: bool) -> QFont:
    """The typeface of the line at a size in pixels."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(max(round(size), 1))
    made.setBold(bold)
    return made


@lru_cache(maxsize=64)
def _font_metrics(size: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(font(size, bold))


def measure(text: str, size: float, bold: bool) -> float:
    """The width of a text in pixels, for the layout."""
    return _font_metrics(size, bold).horizontalAdvance(text)


def colour_of(kind: EventKind, theme: Theme) -> QColor:
    """The colour of a kind; never the only sign of it."""
    return QColor(getattr(theme, KIND_TOKENS[kind]))


@dataclass(frozen=True, slots=True)
class _Inks:
    """What the bars of one kind are drawn with."""

    certain: QColor
    uncertain: QColor
    edge: QPen
    dashes: QPen

    @classmethod
    def of(cls, ink: QColor, paper: QColor, part: float = 0.17) -> _Inks:
        dashes = _dashes(ink, 1.2, (3, 2.5))
        return cls(mixed(paper, ink, part), mixed(paper, ink, part * 0.4), QPen(ink, 1), dashes)

    @classmethod
    def dim(cls, ink: QColor, paper: QColor) -> _Inks:
        return cls.of(faded(ink, paper, SEEN), paper)


class TimelinePainter:
    """Paints display lists in one theme; glyphs and signs are drawn once and kept as pictures.

    `ratio` is the number of device pixels in a pixel.
    """

    def __init__(self, theme: Theme, ratio: float = 1.0) -> None:
        self.theme = theme
        self.ratio = ratio
        self._paper = QColor(theme.card)
        self._kinds = {kind.value: colour_of(kind, theme) for kind in EventKind}
        self._inks = {name: _Inks.of(ink, self._paper) for name, ink in self._kinds.items()}
        for name, (token, part) in _BARS_OF_BANDS.items():
            self._inks[name] = _Inks.of(QColor(getattr(theme, token)), self._paper, part)
        self._points = {style: QColor(getattr(theme, token)) for style, token in _POINTS.items()}
        self._dim_inks = {name: _Inks.dim(ink, self._paper) for name, ink in self._kinds.items()}
        texts, flats = _TEXT_TOKENS | _SHEET_TOKENS, _FLAT_TOKENS | _SHEET_TOKENS
        self._texts = {style: QColor(getattr(theme, token)) for style, token in texts.items()}
        self._dim_text = faded(QColor(theme.ink2), self._paper, READ)
        self._lines = {style: QColor(getattr(theme, t)) for style, t in _LINE_TOKENS.items()}
        # In high contrast a line of the grid is as strong as the words that it runs behind.
        self._dotted = {"grid_year"} if theme.name == "contrast" else set()
        self._flats = {style: QColor(getattr(theme, token)) for style, token in flats.items()}
        self._chip = QColor(theme.line2), QPen(QColor(theme.edge), 1)
        self._selection = QColor(theme.selection), QPen(QColor(theme.accent), 2)
        self._widths = Widths(measure)
        self._pictures: dict[object, tuple[QPixmap, float]] = {}
        self._pen: tuple[float, bool, str, bool] | None = None

    def paint(
        self, painter: QPainter, shown: DisplayList, height: float, scroll: float = 0.0
    ) -> None:
        """Paint a list in the top left corner, `height` high; `scroll` moves all but the axis."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, shown.width, height), self._paper)
        plot_width = shown.width - shown.lane_width
        below = height - shown.header_height
        painter.save()
        painter.setClipRect(QRectF(0, shown.header_height, shown.width, below))
        painter.translate(0, -scroll)
        self.shapes(painter, shown.background)
        self.shapes(painter, shown.lanes)
        top = shown.header_height + scroll
        painter.setClipRect(QRectF(shown.lane_width, top, plot_width, below))
        self.shapes(painter, shown.plot)
        painter.restore()
        self.shapes(painter, shown.axis)

    def shapes(self, painter: QPainter, shapes: Sequence[Shape]) -> None:
        """Paint shapes in their order."""
        self._pen = None
        for shape in shapes:
            if isinstance(shape, Text):
                self._text(painter, shape)
            elif isinstance(shape, (Glyph, Sign)):
                self._picture(painter, shape)
            elif isinstance(shape, Rect):
                self._pen = None
                self._rect(painter, shape)
            else:
                self._pen = None
                self._line(painter, shape)

    def _text(self, painter: QPainter, text: Text) -> None:
        pen = (text.size, text.bold, text.style, text.dim)
        if pen != self._pen:  # setting a font costs as much as drawing a word
            painter.setFont(font(text.size, text.bold))
            painter.setPen(self._dim_text if text.dim else self._texts[text.style])
            self._pen = pen
        x = text.x
        if text.anchor is not Anchor.START:
            wide = self._widths.of(text.text, text.size, text.bold)
            x -= wide / 2 if text.anchor is Anchor.MIDDLE else wide
        painter.drawText(QPointF(x, round(text.y)), text.text)

    def _line(self, painter: QPainter, line: Line) -> None:
        if line.style not in self._lines:
            return
        colour = self._lines[line.style]
        if line.dashed or line.style in self._dotted:
            painter.setPen(_dashes(colour, 1.0, _DASHES.get(line.style, (3, 3))))
            start = QPointF(round(line.x1) + 0.5, round(line.y1) + 0.5)
            painter.drawLine(start, start + QPointF(line.x2 - line.x1, line.y2 - line.y1))
            return
        x, y = round(line.x1), round(line.y1)
        wide, high = max(round(line.x2) - x, 1), max(round(line.y2) - y, 1)
        painter.fillRect(x, y, wide, high, colour)

    # --- rectangles -------------------------------------------------------------------

    def _rect(self, painter: QPainter, rect: Rect) -> None:
        if rect.style in self._flats:
            x, y = round(rect.x), round(rect.y)
            right, bottom = round(rect.x + rect.w), round(rect.y + rect.h)
            painter.fillRect(x, y, right - x, bottom - y, self._flats[rect.style])
        elif rect.style == "selection":
            self._outlined(painter, rect, *self._selection)
        elif rect.style == "chip":
            self._stamp(painter, rect, *self._chip)
        else:
            self._bar(painter, rect)

    def _stamp(self, painter: QPainter, rect: Rect, fill: QColor, edge: QPen) -> None:
        """A box of which there are hundreds, alike but for some widths: each is drawn once."""
        wide, high = round(rect.w), round(rect.h)
        key = (rect.style, wide, high)
        found = self._pictures.get(key)
        if found is None:
            picture = QPixmap(round((wide + 2) * self.ratio), round((high + 2) * self.ratio))
            picture.setDevicePixelRatio(self.ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as drawing:
                drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._outlined(drawing, rect._replace(x=0.0, y=0.0), fill, edge)
            found = self._pictures[key] = (picture, 0.0)
        painter.drawPixmap(QPointF(self._snapped(rect.x), self._snapped(rect.y)), found[0])

    def _outlined(self, painter: QPainter, rect: Rect, fill: QColor, edge: QPen) -> None:
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawRoundedRect(_crisp(rect, edge.widthF()), rect.radius, rect.radius)

    def _bar(self, painter: QPainter, rect: Rect) -> None:
        """A bar or band: solid where it is certain, dashed and lighter where it is not."""
        inks = (self._dim_inks if rect.dim else self._inks)[rect.style]
        if not (rect.soft_left or rect.soft_right or rect.dashed or rect.hollow or rect.arrow):
            self._outlined(painter, rect, inks.certain, inks.edge)  # most bars: no path is made
            return
        outline = bar_path(_crisp(rect, 1), rect.radius, rect.arrow)
        if rect.dashed or rect.hollow:
            fill = self._paper if rect.hollow else inks.uncertain
            _fill(painter, outline, fill, inks.dashes)
            return
        if not (rect.soft_left or rect.soft_right):
            _fill(painter, outline, inks.certain, inks.edge)
            return
        _fill(painter, outline, inks.uncertain, inks.dashes)
        certain = rect.w - rect.soft_left - rect.soft_right
        if certain > 0:
            painter.save()
            middle = QRectF(rect.x + rect.soft_left, rect.y - 2, certain, rect.h + 4)
            painter.setClipRect(middle, Qt.ClipOperation.IntersectClip)
            _fill(painter, outline, inks.certain, inks.edge)
            painter.restore()

    # --- glyphs and signs -------------------------------------------------------------

    def _picture(self, painter: QPainter, shape: Glyph | Sign) -> None:
        key = shape[2:]  # all but its place
        found = self._pictures.get(key)
        if found is None:
            drawn = self._drawn(shape, shape.size)
            found = self._pictures[key] = (drawn, drawn.width() / self.ratio / 2)
        picture, half = found
        place = QPointF(self._snapped(shape.x - half), self._snapped(shape.y - half))
        painter.drawPixmap(place, picture)

    def _snapped(self, length: float) -> float:
        return round(length * self.ratio) / self.ratio

    def _drawn(self, shape: Glyph | Sign, size: float) -> QPixmap:
        side = 2 * round(size * 0.62 + _GLYPH_MARGIN)
        picture = QPixmap(round(side * self.ratio), round(side * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(side / 2, side / 2)
            if isinstance(shape, Glyph) and shape.style in self._points:
                self._point(painter, shape, size)
            elif isinstance(shape, Glyph):
                self._glyph(painter, shape, size)
            else:
                token = SIGN_TOKENS.get(shape.mark, "ink2")
                ink = self._toned(QColor(getattr(self.theme, token)), shape.dim)
                paint_sign(painter, shape.mark, size, ink, font)
        return picture

    def _glyph(self, painter: QPainter, glyph: Glyph, size: float) -> None:
        full = self._lines["link"] if glyph.style == "link" else self._kinds[glyph.style]
        ink = self._toned(full, glyph.dim)
        is_open = glyph.hollow or glyph.absent
        fill = self._paper if is_open else mixed(self._paper, ink, 0.12) if glyph.dim else ink
        path = shape_path(glyph.shape, size)
        wide = max(size * 0.08, 1.2)
        pen = QPen(ink, wide)
        if is_open:
            pen = _dashes(ink, wide, (2.4, 1.6) if glyph.hollow else (0.6, 1.6))
        if glyph.shape == "double_circle":
            ring = QPainterPath()
            ring.addEllipse(QPointF(0, 0), size * 0.58, size * 0.58)
            _fill(painter, ring, self._paper, pen)
        _fill(painter, path, fill, pen)
        on_fill = faded(full, fill, READ) if glyph.dim else ink if is_open else self._paper
        self._letter(painter, glyph, size, on_fill)
        if glyph.absent:
            painter.setPen(QPen(ink, wide * 0.8))
            reach = size * 0.5
            painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach))

    def _point(self, painter: QPainter, glyph: Glyph, size: float) -> None:
        """A score: filled, outlined, or the ring around one."""
        ink = self._points[glyph.style]
        painter.setPen(QPen(ink, max(size * 0.13, 1.0)))
        painter.setBrush(
            {"score": ink, "score_open": self._paper}.get(glyph.style, Qt.GlobalColor.transparent)
        )
        painter.drawPath(shape_path(glyph.shape, size))

    def _letter(self, painter: QPainter, glyph: Glyph, size: float, colour: QColor) -> None:
        if not glyph.letter:
            return
        high = size * 0.57
        painter.setFont(font(high, True))
        painter.setPen(colour)
        wide = measure(glyph.letter, high, True)
        y = high * 0.35 + size * _LETTER_DROP.get(glyph.shape, 0.0)
        painter.drawText(QPointF(-wide / 2, y), glyph.letter)

    def _toned(self, ink: QColor, dim: bool) -> QColor:
        return faded(ink, self._paper, SEEN) if dim else ink


def timeline_image(
    case: Case,
    theme: Theme,
    choices: Choices = EVERYTHING,
    *,
    width: float = 1600.0,
    metrics: Metrics = SCREEN,
    ratio: float = 2.0,
) -> QImage:
    """The whole line of a case as a picture, `width` pixels wide times `ratio`."""
    timeline = Timeline(case, choices, metrics=metrics, measure=measure)
    first, scale = timeline.whole(width - timeline.lane_width)
    shown = timeline.at(first, scale, width)
    height = shown.height + metrics.lane_pad
    image = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    with QPainter(image) as painter:
        TimelinePainter(theme, ratio).paint(painter, shown, height)
    return image


def _crisp(rect: Rect, wide: float) -> QRectF:
    """The box on whole pixels, so that its outline is sharp."""
    x, y = round(rect.x) + wide % 2 / 2, round(rect.y) + wide % 2 / 2
    return QRectF(x, y, max(round(rect.w), 1), max(round(rect.h), 1))


def _dashes(colour: QColor, wide: float, pattern: Sequence[float]) -> QPen:
    pen = QPen(colour, wide)
    pen.setDashPattern(list(pattern))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _fill(painter: QPainter, path: QPainterPath, fill: QColor, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(path)
