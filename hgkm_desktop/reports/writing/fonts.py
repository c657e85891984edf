"""The embedded fonts: what they can print, how wide it is, and text ready to be set."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, groupby, takewhile

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from hgkm_desktop.paths import resource
from hgkm_desktop.reports.writing.surface import Surface

REGULAR, BOLD, ITALIC, BOX = "HGKM-Regular", "HGKM-Bold", "HGKM-Italic", "HGKM-Box"
BOX_CHARACTER = "▯"
ELLIPSIS = "…"
_FILES = {
    REGULAR: "fonts/AtkinsonHyperlegible-Regular.ttf",
    BOLD: "fonts/AtkinsonHyperlegible-Bold.ttf",
    ITALIC: "fonts/AtkinsonHyperlegible-Italic.ttf",
    BOX: "fonts/HGKMBox.ttf",
}
_SAME = str.maketrans(
    {"\u0133": "ij", "\u0132": "IJ", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "")  # which variant of the one before
)
_NO_CHARACTER = re.compile(
    "[\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)


class _OneGlyph(dict[int, int]):
    """The glyphs of a font in which every character looks the same, but stays what it is."""

    def __contains__(self, _: object) -> bool:
        return True

    def __missing__(self, _: int) -> int:
        return self[ord(BOX_CHARACTER)]


class _Font(TTFont):
    """A font that knows how high and how wide text is without asking in a roundabout way."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths = _Widths(self.face)
        self.ascent, self.descent = self.face.ascent, self.face.descent

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 (reportlab's own name)
        return 0.001 * size * sum(map(self._widths.__getitem__, text))


class _Widths(dict[str, float]):
    """The width of each character of a font, in thousandths of its size."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__((chr(code), width) for code, width in face.charWidths.items())
        self._of_others: float = face.defaultWidth

    def __missing__(self, _: str) -> float:
        return self._of_others


def register() -> None:
    """Make the fonts known to reportlab; a second time changes nothing."""
    known = pdfmetrics.getRegisteredFontNames()
    for name, file in _FILES.items():
        if name not in known:
            font = _Font(name, str(resource(file)))
            if name == BOX:
                font.face.charToGlyph = _OneGlyph(font.face.charToGlyph)
            pdfmetrics.registerFont(font)


def font_name(bold: bool) -> str:
    return BOLD if bold else REGULAR


@lru_cache(maxsize=1)
def _printable() -> frozenset[str]:
    """The characters that the typeface holds; they are the same in every style of it."""
    face = TTFont(REGULAR, str(resource(_FILES[REGULAR]))).face
    return frozenset(chr(code) for code in face.charToGlyph)


@lru_cache(maxsize=256)
def clean(text: str) -> str:
    """The text as it is printed, before boxes: one form for each letter, white space as spaces.

    Signs that only steer (direction, joining, variants) are dropped: on paper they say nothing.
    What is no character (half a pair, private use) becomes U+FFFD: a PDF may not hold it.
    """
    if text.isascii() and text.isprintable():
        return text  # most are, and nothing of those is changed
    words = _NO_CHARACTER.sub("\ufffd", unicodedata.normalize("NFC", text).translate(_SAME))
    kept = (" " if ch.isspace() else ch for ch in words if unicodedata.category(ch) != "Cf")
    return "".join(ch for ch in kept if unicodedata.category(ch) != "Cc")


def can_print(text: str) -> bool:
    """Whether the fonts hold every character of a text, as it stands."""
    return _printable().issuperset(text)


def lacking(text: str) -> set[str]:
    """The characters of a text that the font lacks."""
    return {ch for ch in clean(text) if ch not in _printable()}


def pieces(text: str) -> list[tuple[bool, str]]:
    """The text in stretches: (can be printed, words); what cannot be is set in the box font."""
    said = clean(text)
    if can_print(said):
        return [(True, said)] if said else []
    runs = groupby(said, key=_printable().__contains__)
    return [(fits, "".join(run)) for fits, run in runs]


@lru_cache(maxsize=2)
def _advances(bold: bool) -> dict[str, float]:
    """The width of each character at size 1; there is no kerning, so widths add up."""
    register()
    return {ch: pdfmetrics.stringWidth(ch, font_name(bold), 1) for ch in _printable()}


@lru_cache(maxsize=1)
def _box_advance() -> float:
    register()
    return pdfmetrics.stringWidth(BOX_CHARACTER, BOX, 1)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points."""
    advances, box = _advances(bold), _box_advance()
    return size * sum(advances.get(ch, box) for ch in clean(text))


def fitted(text: str, width: float, size: float, bold: bool = False) -> str:
    """The text, shortened with '…' when it is wider than `width` points."""
    words = clean(text)
    if text_width(words, size, bold) <= width:
        return words
    advances, box = _advances(bold), _box_advance()
    room = width / size - advances[ELLIPSIS]
    widths = accumulate(advances.get(ch, box) for ch in words)
    kept = sum(1 for _ in takewhile(lambda end: end <= room, widths))
    return words[:kept].rstrip() + ELLIPSIS


def draw_text(canvas: Surface, x: float, y: float, text: str, size: float, bold: bool) -> None:
    """Draw one line of text from x, on the baseline y, in the canvas's fill colour."""
    line = canvas.beginText(x, y)
    for fits, words in pieces(text):
        line.setFont(font_name(bold) if fits else BOX, size)
        line.textOut(words)
    canvas.drawText(line)
