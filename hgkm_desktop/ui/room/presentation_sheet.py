"""What stands above and below the line in a presentation, as shapes in sizes that fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Occurrence
from hgkm_desktop.timeline.captions import BASELINE, Widths
from hgkm_desktop.timeline.display import Glyph, Rect, Shape, Text
from hgkm_desktop.ui.line.sign_paint import SIGN_TOKENS
from hgkm_desktop.ui.room.presented import Lived

WIDTH, HEIGHT = 1280.0, 720.0
"""The window for which the sizes below are given, in pixels."""
BASE, HEADING = 24.0, 34.0
_LEADING, _HEADING_LEADING = 32.0, 42.0
MARGIN = 40.0
_TOP, _GLYPH, _AFTER_GLYPH, _GAP = 24.0, 36.0, 22.0, 28.0
_MOST_TITLE_LINES, _MOST_SUBTITLE_LINES = 2, 2
_HEADING_FITS = (1.0, 0.9, 0.8, 0.7, 0.62)
_COLUMN_FITS = ((1.0, 6), (0.9, 6), (0.8, 6), (0.8, 3), (0.7, 3), (0.8, 0), (0.7, 0), (0.62, 0))
"""How much smaller the type of columns may be, and how many lines of explanation then stand:
none rather than a line that breaks off."""
_MOST_COLUMNS_IN_ROW = 4
_MOST_OF_HEIGHT = 0.36
_LONGEST = 1200
"""No more letters of a text than this can stand here at any size."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room there is, in pixels; all is `factor` times as large as at 1280 by 720."""

    width: float
    height: float
    factor: float
    widths: Widths

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN * self.factor


def sheet_of(width: float, height: float, type_size: float, widths: Widths) -> Sheet:
    """A sheet for a window; type grows with it, and is never smaller than the user's `type_size`.

    A projector shows more pixels on the same wall, so a larger window is no reason for smaller
    type; a window of another shape takes the middle way.
    """
    across, down = width / WIDTH, height / HEIGHT
    fits = min(sqrt(across * down), 1.25 * min(across, down))
    return Sheet(width, height, max(fits, type_size / BASE), widths)


@dataclass(frozen=True, slots=True)
class Head:
    """The sentence on top: the title of an event and what stands under it."""

    title: str
    subtitle: str
    event: Event | None = None


def head_height(sheet: Sheet, heads: Iterable[Head]) -> float:
    """The height in which each of these heads fits, so that the line stays where it is."""
    heads = tuple(heads)
    titles = max((len(_title_lines(sheet, h, 1.0, _MOST_TITLE_LINES)) for h in heads), default=1)
    below = max((len(_subtitle_lines(sheet, h)) for h in heads), default=1)
    return (_TOP + titles * _HEADING_LEADING + below * _LEADING + _TOP / 2) * sheet.factor


def head(sheet: Sheet, shown: Head, height: float) -> tuple[Shape, ...]:
    """The head in the top `height` pixels; a title that is too long gets smaller, then a '…'."""
    f = sheet.factor
    below = _subtitle_lines(sheet, shown)
    room = height - (_TOP * 1.5 + len(below) * _LEADING) * f
    part, lines = 1.0, list[str]()
    for part in _HEADING_FITS:
        most = max(int(room / (_HEADING_LEADING * part * f) + 0.01), 1)
        lines = _title_lines(sheet, shown, part, most + 1)
        if len(lines) <= most:
            break
    else:
        lines = _title_lines(sheet, shown, part, most)
    y, found = _TOP * f, list[Shape]()
    if shown.event is not None:
        found.append(_glyph(sheet, shown.event, y + _HEADING_LEADING * f * part / 2))
    size, leading = HEADING * part * f, _HEADING_LEADING * part * f
    found += _texts(lines, _title_x(sheet, shown), y, size, leading, "heading", bold=True)
    y += len(lines) * leading
    found += _texts(below, MARGIN * f, y, BASE * f, _LEADING * f, "soft")
    return tuple(found)


def _glyph(sheet: Sheet, event: Event, y: float) -> Glyph:
    size = _GLYPH * sheet.factor
    return Glyph(
        MARGIN * sheet.factor + size * 0.55,
        y,
        size,
        event.kind.shape,
        event.kind.letter,
        event.kind.value,
        hollow=event.occurrence is Occurrence.NIET_GEDAAN,
        absent=event.occurrence is Occurrence.BESTOND_NIET,
    )


def _title_x(sheet: Sheet, shown: Head) -> float:
    beside = _GLYPH + _AFTER_GLYPH if shown.event is not None else 0.0
    return (MARGIN + beside) * sheet.factor


def _title_lines(sheet: Sheet, shown: Head, part: float, most: int) -> list[str]:
    room = sheet.width - MARGIN * sheet.factor - _title_x(sheet, shown)
    return _lines(sheet, shown.title, HEADING * part * sheet.factor, room, most, bold=True)


def _subtitle_lines(sheet: Sheet, shown: Head) -> list[str]:
    return _lines(sheet, shown.subtitle, BASE * sheet.factor, sheet.room, _MOST_SUBTITLE_LINES)


def _lines(
    sheet: Sheet, text: str, size: float, room: float, most: int, *, bold: bool = False
) -> list[str]:
    """A text in at most so many lines; the first of what is cut ends in '…'."""
    return sheet.widths.wrapped(text[:_LONGEST], size, bold, room, most)


def _texts(
    lines: Iterable[str],
    x: float,
    y: float,
    size: float,
    leading: float,
    style: str,
    *,
    bold: bool = False,
) -> list[Shape]:
    """Lines of text from `y` down."""
    middle = leading / 2 + size * BASELINE
    return [
        Text(x, y + number * leading + middle, line, size, bold, style)
        for number, line in enumerate(lines)
    ]


# --- columns: who lived it how -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """Some lines in one type."""

    lines: list[str]
    size: float
    leading: float
    style: str
    bold: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one event: their shapes from y 0 down, and how high they are."""

    shapes: tuple[Shape, ...]
    height: float


def columns(sheet: Sheet, said: Sequence[Lived]) -> Columns:
    """How each deelnemer lived an event, side by side: up to four in a row, else in two rows.

    They get smaller, and explanations shorter, until they take little more than a third of the
    height; the marks themselves always stand.
    """
    found = Columns((), 0.0)
    for part, quoted in _COLUMN_FITS if said else ():
        found = _columns_at(sheet, said, part * sheet.factor, quoted)
        if found.height <= sheet.height * _MOST_OF_HEIGHT:
            break
    return found


def _columns_at(sheet: Sheet, said: Sequence[Lived], factor: float, quoted: int) -> Columns:
    in_row = len(said) if len(said) <= _MOST_COLUMNS_IN_ROW else ceil(len(said) / 2)
    gap = _GAP * sheet.factor
    wide = (sheet.room - (max(in_row, 3) - 1) * gap) / max(in_row, 3)
    shapes, y = list[Shape](), 0.0
    for start in range(0, len(said), in_row):
        row = said[start : start + in_row]
        parts = [_column_parts(sheet, one, wide, factor, quoted) for one in row]
        for number, (one, column) in enumerate(zip(row, parts, strict=True)):
            x = MARGIN * sheet.factor + number * (wide + gap)
            shapes += _column(one, column, x, y, wide, factor)
        high = max(sum(part.height for part in column) for column in parts)
        y += high + (_RULE + _AFTER_RULE + _AFTER_ROW) * factor
    return Columns(tuple(shapes), y)


_RULE, _AFTER_RULE, _AFTER_ROW = 3.0, 9.0, 16.0


def _column_parts(sheet: Sheet, one: Lived, wide: float, factor: float, quoted: int) -> list[_Part]:
    size, leading = BASE * factor, _LEADING * factor
    name = f"{one.mark.sign} {one.organisation}"
    quote = f"“{one.explanation[:_LONGEST]}”" if one.explanation and quoted else ""
    small = size * 0.85
    most_quoted = max(quoted, 1)
    return [
        _Part(
            _lines(sheet, name, size, wide, 2, bold=True),
            size,
            leading,
            SIGN_TOKENS[one.mark.sign],
            bold=True,
        ),
        _Part(_lines(sheet, one.words, size, wide, 4), size, leading, "heading"),
        _Part(_lines(sheet, quote, small, wide, most_quoted), small, leading * 0.85, "soft"),
    ]


def _column(
    one: Lived, parts: Iterable[_Part], x: float, y: float, wide: float, factor: float
) -> list[Shape]:
    found: list[Shape] = [Rect(x, y, wide, _RULE * factor, SIGN_TOKENS[one.mark.sign])]
    y += (_RULE + _AFTER_RULE) * factor
    for part in parts:
        found += _texts(part.lines, x, y, part.size, part.leading, part.style, bold=part.bold)
        y += part.height
    return found
