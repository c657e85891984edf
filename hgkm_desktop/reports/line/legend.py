"""The legend under a timeline: the shapes that are used in it, with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hgkm_desktop.models.terms import EventKind, Mark, Occurrence
from hgkm_desktop.reports.content import Entry
from hgkm_desktop.reports.line.timeline_drawing import draw_shapes
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import Piece
from hgkm_desktop.reports.writing.fonts import draw_text, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, DIMMED, MM
from hgkm_desktop.reports.writing.shapes import draw_shape, draw_sign
from hgkm_desktop.reports.writing.surface import Surface, colour_of
from hgkm_desktop.timeline.captions import BASELINE
from hgkm_desktop.timeline.display import Anchor, DisplayList, Glyph, Line, Rect, Sign, Text
from hgkm_desktop.timeline.metrics import PAPER
from hgkm_desktop.timeline.score_drawing import RING
from hgkm_desktop.timeline.signs import MEANINGS

_ROW, _SHAPE = 5.9 * MM, 5 * MM
_SHAPES = {
    "diamond": "ruit",
    "half_circle": "halve cirkel",
    "circle": "cirkel",
    "triangle": "driehoek",
    "triangle_down": "driehoek op zijn punt",
    "pentagon": "vijfhoek",
    "square": "vierkant",
    "arrow": "pijl",
    "hexagon": "zeshoek",
    "double_circle": "dubbele cirkel",
}
_SIGNS = {
    "+": "plusteken",
    "−": "minteken",
    "!": "uitroepteken",
    "divergence": "twee driehoeken",
    "risk": "driehoek",
    "unknown": "vraagteken in een cirkel",
    "suspected": "vraagteken",
    "disputed": "is-teken met een streep erdoor",
    "vrijwillig": "één balk van drie",
    "drang": "twee balken van drie",
    "dwang": "drie balken",
    "effect_full": "vol vierkant",
    "effect_part": "half gevuld vierkant",
    "effect_none": "leeg vierkant",
    "focus": "letter F in een cirkel",
}


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A shape, drawn around a place by `draw`, what it means, and what it looks like in words."""

    label: str
    draw: Callable[[Surface, float, float], None]
    width: float = _SHAPE
    looks: str = ""


def legend_items(entries: Sequence[Entry], shown: DisplayList) -> list[LegendItem]:
    """A legend of only what is used: the kinds, what did not happen, dates, belevingen, links."""
    return [*_of_events(entries), *_of_dates(shown), *_of_signs(shown), *_of_shapes(shown)]


def _of_events(entries: Sequence[Entry]) -> Iterator[LegendItem]:
    kinds = {entry.kind for entry in entries}
    happened = {entry.occurrence for entry in entries}
    yield from (_kind_item(kind) for kind in EventKind if kind in kinds)
    if Occurrence.NIET_GEDAAN in happened:
        yield LegendItem("niet gedaan", _hollow_square, looks="vorm met streepjes")
    if Occurrence.BESTOND_NIET in happened:
        yield LegendItem("bestond hier nog niet", _absent_square, looks="doorgestreepte vorm")


def _of_dates(shown: DisplayList) -> Iterator[LegendItem]:
    bars = [s for s in shown.plot if isinstance(s, Rect)]
    unsure = (bar.dashed and bar.style != "regie_unclear" for bar in bars)
    if any(bar.soft_left or bar.soft_right for bar in bars) or any(unsure):
        yield LegendItem("datum ongeveer", _soft_band, 7 * MM, "balk met streepjes")


def _of_signs(shown: DisplayList) -> Iterator[LegendItem]:
    signs = {s.mark for part in (shown.plot, shown.lanes) for s in part if isinstance(s, Sign)}
    yield from (_sign_item(mark.sign, mark.label) for mark in Mark if mark.sign in signs)
    if "divergence" in signs:
        yield _sign_item("divergence", "verschillend beleefd")
    yield from (_sign_item(sign, words) for sign, words in MEANINGS.items() if sign in signs)


def _of_shapes(shown: DisplayList) -> Iterator[LegendItem]:
    """Scores, what stands back, what was counted, and what stands in more lanes."""
    styles = {shape.style for shape in shown.plot if isinstance(shape, Glyph | Line)}
    chips = [s.text for s in shown.plot if isinstance(s, Text) and s.style == "chip"]
    if "score_ring" in styles:
        yield LegendItem("cijfer samen bepaald", _joint_score, 4 * MM, "punt met ring")
    if "law" in styles:
        yield LegendItem("de wet veranderde", _law, 2 * MM, "staande streepjeslijn")
    if any(shape.dim for shape in shown.plot):
        yield LegendItem("lichter: op het scherm naar achteren gezet", _dimmed, looks="lichte vorm")
    if any(not text.endswith("×") for text in chips):
        yield LegendItem("nummers, zie de lijst", _chip("4, 7"), 9 * MM, "4, 7")
    if any(text.endswith("×") for text in chips):
        yield LegendItem("zo veel gebeurtenissen, zie de lijst", _chip("3×"), 7 * MM, "3×")
    if any(isinstance(s, Line) and s.style == "link" for s in shown.plot):
        yield LegendItem("dezelfde gebeurtenis", _link, 4 * MM, "punten met een lijn")


def _kind_item(kind: EventKind) -> LegendItem:
    def draw(canvas: Surface, x: float, y: float) -> None:
        draw_shape(canvas, kind.shape, x, y, _SHAPE, kind.letter)

    return LegendItem(kind.label, draw, 6 * MM, f"{_SHAPES[kind.shape]}, {kind.letter}")


def _sign_item(sign: str, label: str) -> LegendItem:
    def draw(canvas: Surface, x: float, y: float) -> None:
        draw_sign(canvas, sign, x, y, 3.1 * MM)

    return LegendItem(label, draw, 3.6 * MM, _SIGNS[sign])


def _joint_score(canvas: Surface, x: float, y: float) -> None:
    size = PAPER.score
    ring = Glyph(x, -y, size * RING, "circle", "", "score_ring")
    draw_shapes(canvas, [ring, Glyph(x, -y, size, "circle", "", "score")])


def _hollow_square(canvas: Surface, x: float, y: float) -> None:
    draw_shape(canvas, "square", x, y, _SHAPE, hollow=True)


def _absent_square(canvas: Surface, x: float, y: float) -> None:
    draw_shape(canvas, "square", x, y, _SHAPE, absent=True)


def _dimmed(canvas: Surface, x: float, y: float) -> None:
    draw_shape(canvas, "circle", x, y, _SHAPE, colours=DIMMED)


def _soft_band(canvas: Surface, x: float, y: float) -> None:
    wide, high = 7 * MM, 2.4 * MM
    band = Rect(x - wide / 2, -y - high / 2, wide, high, "", soft_left=2 * MM, soft_right=2 * MM)
    draw_shapes(canvas, [band])


def _law(canvas: Surface, x: float, y: float) -> None:
    draw_shapes(canvas, [Line(x, -y - 1.8 * MM, x, -y + 1.8 * MM, "law", dashed=True)])


def _chip(words: str) -> Callable[[Surface, float, float], None]:
    def draw(canvas: Surface, x: float, y: float) -> None:
        size, high = PAPER.note_size, 4.2 * MM
        wide = text_width(words, size, True) + 2 * PAPER.gap
        box = Rect(x - wide / 2, -y - high / 2, wide, high, "chip", radius=high / 2)
        base = -y + size * BASELINE
        draw_shapes(canvas, [box, Text(x, base, words, size, True, "chip", Anchor.MIDDLE)])

    return draw


def _link(canvas: Surface, x: float, y: float) -> None:
    canvas.setStrokeColor(colour_of(COLOURS.edge))
    canvas.setLineWidth(0.28 * MM)
    canvas.line(x - 1.6 * MM, y, x + 1.6 * MM, y)
    for side in (-1.6 * MM, 1.6 * MM):
        draw_shape(canvas, "dot", x + side, y, PAPER.echo)


class Legend(Piece):
    """Shapes with their meaning, in as many rows as they need, between two hairlines.

    Its items go into `element`, a list; without one it is a legend that was read before.
    """

    def __init__(self, items: list[LegendItem], element: Element | None = None) -> None:
        super().__init__()
        self.items = items
        self.elements = [_elements(item, element) for item in items]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.places = list(_in_rows(self.items, width))
        rows = self.places[-1][1] + 1 if self.places else 0
        self.height = rows * _ROW + 3 * MM if rows else 2 * MM
        return width, self.height

    def draw(self) -> None:
        self.draw_on(self.canv)

    def draw_on(self, canvas: Surface) -> None:
        """Draw the legend up from the origin of a canvas, as it was wrapped."""
        if not self.items:
            return
        canvas.setStrokeColor(colour_of(COLOURS.rule))
        canvas.setLineWidth(style.HAIRLINE)
        for y in (1.2 * MM, self.height - 0.6 * MM):
            canvas.line(0, y, self.width, y)
        size = style.LABEL.size
        drawn = zip(self.items, self.elements, self.places, strict=True)
        for item, (sign, meaning), (x, row) in drawn:
            y = self.height - 1.2 * MM - (row + 0.5) * _ROW
            with owned(canvas, sign):
                item.draw(canvas, x + item.width / 2, y)
            canvas.setFillColor(colour_of(COLOURS.ink))
            left = x + item.width + 1.2 * MM
            with owned(canvas, meaning):
                draw_text(canvas, left, y - 0.33 * size, item.label, size, False)


def _elements(
    item: LegendItem, into: Element | None
) -> tuple[Element, Element] | tuple[None, None]:
    """The sign and the meaning of an item of the list."""
    if into is None:
        return None, None
    sign, meaning = Element("Lbl", spoken=item.looks), Element("LBody")
    into.put(Element("LI", sign, meaning))
    return sign, meaning


def _in_rows(items: list[LegendItem], width: float) -> Iterator[tuple[float, int]]:
    """For each item its x and its row."""
    x, row = 0.0, 0
    for item in items:
        wide = item.width + 1.2 * MM + text_width(item.label, style.LABEL.size)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        yield x, row
        x += wide + 3.2 * MM
