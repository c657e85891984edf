"""Which block becomes which rows of a page, and which elements of the structure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.platypus import Flowable

from hgkm_desktop.reports.case.readings import readings_rows
from hgkm_desktop.reports.content import (
    Block,
    Bullets,
    Item,
    LinePart,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Picture,
    Questions,
    Runs,
    ScreenPicture,
    SideBySide,
    SignedList,
    Subheading,
    Table,
    TableKind,
    WritingRoom,
)
from hgkm_desktop.reports.line.timeline_page import line_pieces
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import Boxed, SignMark, Stack, WritingLine, plain, words
from hgkm_desktop.reports.writing.fonts import clean
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X
from hgkm_desktop.reports.writing.picture import Drawing
from hgkm_desktop.reports.writing.raster import Raster
from hgkm_desktop.reports.writing.sections import Placed, Row
from hgkm_desktop.reports.writing.tables import narrow_width, table_rows

_ROOM = 9 * MM  # what is written by hand on a table is large
_LITTLE_WIDER = 1.15  # than column B: a picture that is no more than that is made smaller
_BESIDE = 4 * MM  # between a picture and the narrow table of its numbers
STRONG_BODY = style.Type(style.BODY.size, style.BODY.leading, bold=True)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a document is made to fit its pages: white between sections, lines to write on."""

    gap: float
    writing_lines: bool
    together: bool = True


@dataclass(frozen=True, slots=True)
class Here:
    """Where a block stands: inside which element, under a heading of which level.

    `accent` is the colour of the house as it is printed, '#rrggbb'.
    """

    into: Element
    fit: Fit
    level: int = 2
    accent: str = COLOURS.accent


def text_row(
    piece: Flowable, *, width: float = style.LONGEST_LINE, above: float = 0, below: float = 0
) -> Row:
    """A row with one piece in column B."""
    return Row([Placed(TEXT_X, width, piece)], above=above, below=below)


def paragraph_row(
    paragraph: Paragraph, into: Element, *, width: float = style.LONGEST_LINE, above: float = 0
) -> Row:
    """A paragraph in column B; what is missing stands in a box."""
    element = into.put(Element("P"))
    if paragraph.kind is ParagraphKind.MISSING:
        missing = words(paragraph.runs, style.BODY, COLOURS.soft, element=element)
        return text_row(Boxed(missing), above=above)
    if paragraph.kind is ParagraphKind.NOTE:
        note = words(paragraph.runs, style.SMALL, COLOURS.soft, element=element)
        return text_row(note, width=style.COLUMN_B, above=above)
    text = words(paragraph.runs, style.BODY, strong=COLOURS.accent, element=element)
    return text_row(text, width=width, above=above)


@singledispatch
def rows_of(block: Block, here: Here, previous: Block | None) -> list[Row]:
    """The rows of one block; `previous` is the block above it in the same section."""
    raise TypeError(type(block).__name__)


@rows_of.register
def _(block: Paragraph, here: Here, previous: Block | None) -> list[Row]:
    row = paragraph_row(block, here.into)
    # A heading stays with the small line under it, and both with what they are above.
    row.keep = block.kind is ParagraphKind.NOTE and isinstance(previous, Subheading)
    return [row]


@rows_of.register
def _(block: Subheading, here: Here, previous: Block | None) -> list[Row]:
    heading = here.into.put(Element(f"H{here.level + 1}"))
    row = text_row(plain(block.text, STRONG_BODY, COLOURS.accent, element=heading))
    row.above, row.keep = (1.6 * MM if previous else 0), True
    return [row]


@rows_of.register
def _(block: NumberedList, here: Here, previous: Block | None) -> list[Row]:
    look = style.PROMINENT if block.prominent else style.BODY
    gap = style.ITEM_GAP if block.prominent else style.LESSON_GAP
    items = here.into.put(Element("L", numbering="Decimal"))
    rows: list[Row] = []
    for number, item in enumerate(block.items, block.first):
        label, body = _list_item(items)
        rows += _item_rows(_number(number, look, label), item, look, body, gap if rows else 0)
    return rows


def _list_item(items: Element) -> tuple[Element, Element]:
    """The label and the body of a new item of a list."""
    label, body = Element("Lbl"), Element("LBody")
    items.put(Element("LI", label, body))
    return label, body


def _item_rows(
    label: Placed, item: Item, look: style.Type, body: Element, above: float
) -> list[Row]:
    """An item after its label, and under it what explains it."""
    explained = bool(item.explanation)
    said = body.put(Element("P")) if explained else body
    row = Row([label, _indented(item.runs, look, said)], above=above, keep=explained)
    if not explained:
        return [row]
    return [row, Row([_indented(item.explanation, look, body.put(Element("P")))])]


def _number(number: int, look: style.Type, element: Element) -> Placed:
    """A number at the start of an item, on the line of its first words."""
    bold = replace(look, bold=True)
    text = plain(str(number), bold, COLOURS.accent, element=element)
    return Placed(TEXT_X, style.INDENT, text)


def _indented(runs: Runs, look: style.Type, element: Element) -> Placed:
    width = style.COLUMN_B - style.INDENT
    return Placed(TEXT_X + style.INDENT, width, words(runs, look, element=element))


@rows_of.register
def _(block: SignedList, here: Here, previous: Block | None) -> list[Row]:
    items = here.into.put(Element("L"))
    rows: list[Row] = []
    for item in block.items:
        label, body = _list_item(items)
        label.spoken = block.mark.label
        sign = Placed(TEXT_X, style.INDENT, SignMark(block.mark.sign, label))
        rows += _item_rows(sign, item, style.BODY, body, style.ITEM_GAP if rows else 0)
    return rows


@rows_of.register
def _(block: Bullets, here: Here, previous: Block | None) -> list[Row]:
    items = here.into.put(Element("L", numbering="Disc"))
    rows: list[Row] = []
    for item in block.items:
        label, body = _list_item(items)
        bullet = plain("•", STRONG_BODY, COLOURS.accent, element=label)
        dot = Placed(TEXT_X + 2 * MM, style.INDENT - 2 * MM, bullet)
        rows += _item_rows(dot, item, style.BODY, body, 0.6 * MM if rows else 0)
    return rows


@rows_of.register
def _(block: Table, here: Here, previous: Block | None) -> list[Row]:
    return table_rows(block, here.into)


@rows_of.register
def _(block: SideBySide, here: Here, previous: Block | None) -> list[Row]:
    before = previous if isinstance(previous, SideBySide) else None
    return readings_rows(block, before, here.into, here.level)


@rows_of.register
def _(block: Questions, here: Here, previous: Block | None) -> list[Row]:
    items = here.into.put(Element("L", numbering="Decimal"))
    rows: list[Row] = []
    for number, question in enumerate(block.items, block.first):
        label, body = _list_item(items)
        text = plain(question, style.PROMINENT, element=body)
        place = Placed(TEXT_X + style.INDENT, style.COLUMN_B - style.INDENT, text)
        cells = [_number(number, style.PROMINENT, label), place]
        rows.append(Row(cells, above=2 * MM if rows else 0))
        if here.fit.writing_lines and number < block.first + len(block.items) - 1:
            rows[-1].keep = True
            rows.append(_writing_line())
    return rows


def _writing_line() -> Row:
    line = WritingLine(style.WRITING_LINE)
    return Row([Placed(TEXT_X + style.INDENT, style.COLUMN_B - style.INDENT, line)])


@rows_of.register
def _(block: WritingRoom, here: Here, previous: Block | None) -> list[Row]:
    about = plain(block.about, STRONG_BODY, element=here.into.put(Element("P")))
    lines = [Row([Placed(TEXT_X, style.COLUMN_B, WritingLine(_ROOM))]) for _ in range(block.lines)]
    rows = [text_row(about), *lines]
    for row in rows[:-1]:
        row.keep = True
    return rows


@rows_of.register
def _(block: LinePart, here: Here, previous: Block | None) -> list[Row]:
    pieces = line_pieces(block.page, here.into)
    rows = [Row([Placed(0, style.FULL, piece)], clear=True) for piece in pieces]
    rows[0].above = 1 * MM
    for row in rows[-2:-1]:
        row.keep = True  # the legend stands under a line
    return rows


@rows_of.register
def _(block: ScreenPicture, here: Here, previous: Block | None) -> list[Row]:
    """As wide as column B has room for, or else as wide as the page."""
    figure = here.into.put(Element("Figure", alt=clean(block.alt)))
    raster = Raster(block.file.read_bytes(), figure)
    if raster.natural_width <= _LITTLE_WIDER * style.COLUMN_B:
        return [text_row(raster, width=style.COLUMN_B)]
    return [Row([Placed(0, style.FULL, raster)], clear=True)]


@rows_of.register
def _(block: Picture, here: Here, previous: Block | None) -> list[Row]:
    """The caption, the chart, and its numbers for who does not see it: under it, or beside it."""
    rows: list[Row] = []
    if block.caption:
        caption = here.into.put(Element("Caption"))
        said = plain(block.caption, STRONG_BODY, element=caption)
        rows.append(text_row(said, width=style.COLUMN_B))
        rows[0].keep = True
    figure = here.into.put(Element("Figure", alt=clean(block.alt)))
    drawing, table = Drawing(block.chart, figure, here.accent), block.numbers
    if table is None:
        return [*rows, text_row(drawing, width=style.COLUMN_B)]
    numbers = table_rows(table, here.into)
    if table.kind is TableKind.NARROW:
        wide = style.COLUMN_B - narrow_width(table) - _BESIDE
        cells = [Placed(TEXT_X, wide, drawing), Placed(0, style.FULL, Stack(numbers))]
        return [*rows, Row(cells)]
    numbers[0].above += 2 * MM
    drawn = text_row(drawing)
    drawn.keep = True
    return [*rows, drawn, *numbers]
