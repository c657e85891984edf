"""Make the font with one character, the empty box that stands for what the text font lacks.

Run it from the checkout with `.venv/bin/python -m build_spec.make_box_font`.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "HGKMBox.ttf"
NAMES = {"familyName": "HGKM Box", "styleName": "Regular", "psName": "HGKMBox-Regular"}
MADE = 3_850_000_000  # a fixed moment, in seconds since 1904: the file never changes by itself
WIDTH, LEFT, TOP, STROKE = 560, 80, 640, 48


def box() -> Glyph:
    """An upright box: an outer contour and an inner one the other way round."""
    pen = TTGlyphPen(None)
    right, low, high = WIDTH - LEFT, 0, TOP
    _contour(pen, [(LEFT, low), (LEFT, high), (right, high), (right, low)])
    left, right, low, high = LEFT + STROKE, right - STROKE, STROKE, TOP - STROKE
    _contour(pen, [(left, low), (right, low), (right, high), (left, high)])
    return pen.glyph()


def _contour(pen: TTGlyphPen, corners: list[tuple[int, int]]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def make() -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "box"])
    builder.setupCharacterMap({0x20: "space", 0x25AF: "box"})
    builder.setupGlyf({".notdef": box(), "space": TTGlyphPen(None).glyph(), "box": box()})
    builder.setupHorizontalMetrics(
        {".notdef": (WIDTH, LEFT), "space": (280, 0), "box": (WIDTH, LEFT)}
    )
    builder.setupHorizontalHeader(ascent=950, descent=-290)
    builder.setupNameTable(NAMES)
    builder.setupOS2(sTypoAscender=950, sTypoDescender=-290, usWinAscent=950, usWinDescent=290)
    builder.setupPost()
    builder.updateHead(created=MADE, modified=MADE)
    builder.font.recalcTimestamp = False
    builder.save(TARGET)


if __name__ == "__main__":
    make()
