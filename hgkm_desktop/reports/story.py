"""From the words of a document to the pieces of its pages: which block becomes which rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.platypus import Flowable

from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports import page_style as style
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Document,
    Item,
    NumberedList,
    Paragraph,
    ParagraphKind,
    Questions,
    ReadBy,
    Run,
    Section,
    SideBySide,
    SignedList,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.flowables import (
    AccentBar,
    Apart,
    Balanced,
    Boxed,
    Gap,
    Pill,
    SignMark,
    Stack,
    Tags,
    Underlined,
    WritingLine,
    plain,
    words,
)
from hgkm_desktop.reports.page_style import COLOURS, MM, TEXT_X
from hgkm_desktop.reports.sections import Look, Placed, Row, Rule, SectionFlow

HALF = 60 * MM
STRONG_BODY = style.Type(style.BODY.size, style.BODY.leading, bold=True)
_RISK_COLUMNS = ((TEXT_X, 33 * MM), (TEXT_X + 35.5 * MM, 60 * MM), (TEXT_X + 98 * MM, 34 * MM))
_REQUEST_COLUMNS = (
    (0.0, 6 * MM),
    (7 * MM, 69 * MM),
    (79.5 * MM, 39.5 * MM),
    (121 * MM, 27 * MM),
    (150 * MM, 24 * MM),
)
COLUMNS = {TableKind.RISKS: _RISK_COLUMNS, TableKind.REQUESTS: _REQUEST_COLUMNS}


@dataclass(frozen=True, slots=True)
class Fit:
    """How a document is made to fit its pages: white between sections, lines to write on."""

    gap: float
    writing_lines: bool
    together: bool = True


FITS = (
    Fit(6 * MM, True),
    Fit(4.4 * MM, True),
    Fit(4.4 * MM, False),
    Fit(4.4 * MM, False, together=False),
)


def opening(document: Document) -> SectionFlow:
    """The head of the first page: title and why beside the facts of the document."""
    rows = [
        _text_row(_kind_line(document), below=1.9 * MM),
        _text_row(Balanced(document.title, style.TITLE)),
    ]
    for paragraph in document.opening:
        above = 2.2 * MM if paragraph.kind is ParagraphKind.NOTE else 2.6 * MM
        rows.append(_paragraph_row(paragraph, above=above))
    return SectionFlow(rows, Look.OPENING, _meta(document), together=False)


def _kind_line(document: Document) -> Flowable:
    runs = [Run(document.subtitle)]
    if document.organisation:
        runs = [Run(document.organisation, Tone.STRONG), Run(f"  ·  {document.subtitle}")]
    return words(runs, style.SMALL, COLOURS.soft, strong=COLOURS.accent)


def _meta(document: Document) -> Stack:
    """The column beside the title: the accent bar and the facts, one under another."""
    parts: list[Flowable] = [AccentBar(), Gap(3 * MM)]
    bold = style.Type(style.SMALL.size, style.SMALL.leading, bold=True)
    for fact in document.facts[:-1]:
        parts += [plain(fact.label, style.LABEL, COLOURS.soft), plain(fact.value, bold)]
        parts.append(Gap(1.3 * MM))
    state = document.facts[-1]
    checked = document.state is CaseState.DEELBAAR
    parts += [plain(state.label, style.LABEL, COLOURS.soft), Gap(0.8 * MM)]
    return Stack([*parts, Pill(state.value, checked=checked)])


def section_flow(section: Section, fit: Fit, key: str) -> SectionFlow:
    """A section with its heading in column A."""
    slim = section.brief
    look = Look.SLIM if slim else Look.TINTED if section.tinted else Look.RULED
    rows: list[Row] = []
    if slim and isinstance(section.blocks[0], Paragraph):
        rows = [_paragraph_row(section.blocks[0], width=style.COLUMN_B)]
    previous: Block | None = None
    for block in section.blocks[len(rows) :]:
        rows += _spaced(rows_of(block, fit, previous), block, bool(rows))
        previous = block
    heading: Flowable = plain(
        section.heading, STRONG_BODY if slim else style.HEADING, COLOURS.accent
    )
    if section.more:
        heading = Stack([heading, Gap(1 * MM), plain(section.more, style.SMALL, COLOURS.soft)])
    return SectionFlow(
        rows, look, heading, title=section.heading, key=key, gap=fit.gap, together=fit.together
    )


def _spaced(rows: list[Row], block: Block, follows: bool) -> list[Row]:
    """The rows of a block with white above them when another block comes before."""
    if follows and rows:
        is_note = isinstance(block, Paragraph) and block.kind is ParagraphKind.NOTE
        rows[0].above += 1.4 * MM if is_note else 2 * MM
    return rows


def with_pages(section: Section, pages: Mapping[str, int]) -> Section:
    """The section with the page numbers that its paragraphs refer to, as far as they are known."""
    blocks = tuple(
        replace(block, runs=tuple(_with_page(run, pages) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _with_page(run: Run, pages: Mapping[str, int]) -> Run:
    return Run(str(pages.get(run.page_of, 0)), run.tone) if run.page_of else run


def _text_row(
    piece: Flowable, *, width: float = style.LONGEST_LINE, above: float = 0, below: float = 0
) -> Row:
    return Row([Placed(TEXT_X, width, piece)], above=above, below=below)


def _paragraph_row(
    paragraph: Paragraph, *, width: float = style.LONGEST_LINE, above: float = 0
) -> Row:
    if paragraph.kind is ParagraphKind.MISSING:
        missing = Boxed(words(paragraph.runs, style.BODY, COLOURS.soft))
        return _text_row(missing, above=above)
    if paragraph.kind is ParagraphKind.NOTE:
        note = words(paragraph.runs, style.SMALL, COLOURS.soft)
        return _text_row(note, width=style.COLUMN_B, above=above)
    text = words(paragraph.runs, style.BODY, strong=COLOURS.accent)
    return _text_row(text, width=width, above=above)


@singledispatch
def rows_of(block: Block, fit: Fit, previous: Block | None) -> list[Row]:
    """The rows of one block; `previous` is the block above it in the same section."""
    raise TypeError(type(block).__name__)


@rows_of.register
def _(block: Paragraph, fit: Fit, previous: Block | None) -> list[Row]:
    return [_paragraph_row(block)]


@rows_of.register
def _(block: NumberedList, fit: Fit, previous: Block | None) -> list[Row]:
    look = style.PROMINENT if block.prominent else style.BODY
    gap = style.ITEM_GAP if block.prominent else style.LESSON_GAP
    rows: list[Row] = []
    for number, item in enumerate(block.items, block.first):
        above = gap if rows else 0
        for place, runs in enumerate(part for part in (item.runs, item.explanation) if part):
            cells = [] if place else [_number(number, look)]
            text = words(runs, look)
            row = Row([*cells, Placed(TEXT_X + style.INDENT, _indented(), text)])
            row.above, row.keep = (0 if place else above), place == 0 and bool(item.explanation)
            rows.append(row)
    return rows


def _number(number: int, look: style.Type) -> Placed:
    """A number at the start of an item, on the line of its first words."""
    bold = replace(look, bold=True)
    return Placed(TEXT_X, style.INDENT, plain(str(number), bold, COLOURS.accent))


def _indented() -> float:
    return style.COLUMN_B - style.INDENT


@rows_of.register
def _(block: SignedList, fit: Fit, previous: Block | None) -> list[Row]:
    return [
        _signed_row(block, item, style.ITEM_GAP if place else 0)
        for place, item in enumerate(block.items)
    ]


def _signed_row(block: SignedList, item: Item, above: float) -> Row:
    sign = Placed(TEXT_X, style.INDENT, SignMark(block.mark.sign))
    text = Placed(TEXT_X + style.INDENT, _indented(), words(item.runs, style.BODY))
    return Row([sign, text], above=above)


@rows_of.register
def _(block: Table, fit: Fit, previous: Block | None) -> list[Row]:
    columns = COLUMNS[block.kind]
    wide = block.kind is TableKind.REQUESTS
    edge, width = (0.0, style.FULL) if wide else (TEXT_X, style.COLUMN_B)
    line = Rule(edge, width, COLOURS.tint_rule if wide else COLOURS.rule)
    head = Row(_head_cells(block, columns), below=1.2 * MM, keep=True, clear=wide)
    rows = [head]
    for cells in block.rows:
        placed = [
            piece
            for cell, column in zip(cells, columns, strict=True)
            for piece in _cell(cell, *column, numbered=wide and column is columns[0])
        ]
        rows.append(
            Row(placed, above=style.CELL_PAD, below=style.CELL_PAD, rules=[line], head=head)
        )
    return rows


def _head_cells(block: Table, columns: Sequence[tuple[float, float]]) -> list[Placed]:
    signed = any(cells[0].mark is not None for cells in block.rows)
    return [
        Placed(
            x + (style.INDENT if signed and place == 0 else 0),
            width,
            plain(title, style.SMALL, COLOURS.soft),
        )
        for place, (title, (x, width)) in enumerate(zip(block.head, columns, strict=True))
        if title
    ]


def _cell(cell: Cell, x: float, width: float, *, numbered: bool) -> list[Placed]:
    if cell.tags:
        return [Placed(x, width, Tags(cell.tags))]
    if cell.mark is not None:
        text = Placed(x + style.INDENT, width - style.INDENT, words(cell.runs, style.BODY))
        return [Placed(x, style.INDENT, SignMark(cell.mark.sign)), text]
    return [
        Placed(x, width, words(cell.runs, style.BODY, strong=COLOURS.accent if numbered else ""))
    ]


@rows_of.register
def _(block: SideBySide, fit: Fit, previous: Block | None) -> list[Row]:
    named = len(block.readings) == 2
    rows: list[Row] = []
    if named and not _same_pair(block, previous):
        rows.append(_names_row(block.readings))
    term = plain(block.about, STRONG_BODY, COLOURS.accent)
    rows.append(
        Row([Placed(TEXT_X, style.COLUMN_B, term)], above=1.7 * MM if rows else 0, keep=True)
    )
    for first in range(0, len(block.readings), 2):
        rows.append(_readings_row(block.readings[first : first + 2], named=named))
    if block.closing:
        closing = words(block.closing, style.BODY)
        rows[-1].keep = True
        rows.append(Row([Placed(TEXT_X, style.LONGEST_LINE, closing)], above=1.2 * MM))
    return rows


def _same_pair(block: SideBySide, previous: Block | None) -> bool:
    if not isinstance(previous, SideBySide) or len(previous.readings) != 2:
        return False
    return [r.organisation for r in block.readings] == [r.organisation for r in previous.readings]


def _saw(reading: ReadBy) -> str:
    return f"{reading.organisation[:1].upper()}{reading.organisation[1:]} zag"


def _halves() -> tuple[float, float]:
    return TEXT_X, TEXT_X + style.COLUMN_B - HALF


def _names_row(readings: Sequence[ReadBy]) -> Row:
    bold = STRONG_BODY
    cells = [
        Placed(x, HALF, Underlined(plain(_saw(reading), bold)))
        for x, reading in zip(_halves(), readings, strict=True)
    ]
    return Row(cells, keep=True)


def _readings_row(readings: Sequence[ReadBy], *, named: bool) -> Row:
    cells: list[Placed] = []
    for x, reading in zip(_halves(), readings, strict=False):
        name = () if named else (Run(f"{_saw(reading)}: ", Tone.STRONG),)
        text = reading.text or "nog niet ingevuld"
        cells.append(Placed(x, HALF, words((*name, Run(text)), style.BODY)))
    if len(cells) == 2:
        middle = style.COLUMN_B - 2 * HALF
        cells.insert(1, Placed(TEXT_X + HALF, middle, Apart()))
    return Row(cells, above=0.4 * MM)


@rows_of.register
def _(block: Questions, fit: Fit, previous: Block | None) -> list[Row]:
    rows: list[Row] = []
    for number, question in enumerate(block.items, block.first):
        text = Placed(TEXT_X + style.INDENT, _indented(), plain(question, style.PROMINENT))
        cells = [_number(number, style.PROMINENT), text]
        rows.append(Row(cells, above=2 * MM if rows else 0))
        if fit.writing_lines and number < block.first + len(block.items) - 1:
            rows[-1].keep = True
            rows.append(_writing_line())
    return rows


def _writing_line() -> Row:
    line = WritingLine(style.WRITING_LINE)
    return Row([Placed(TEXT_X + style.INDENT, _indented(), line)])
