"""The rows of a table: its head, its cells, and the rules between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hgkm_desktop.models.terms import Mark
from hgkm_desktop.reports.content import Cell, Table, TableKind
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.broken_words import Words
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import ENDLESS, SignMark, Tags, plain, words
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X, Type
from hgkm_desktop.reports.writing.sections import TALL, Placed, Row, Rule

Columns = tuple[tuple[float, float], ...]

_RISK_COLUMNS = ((TEXT_X, 33 * MM), (TEXT_X + 35.5 * MM, 60 * MM), (TEXT_X + 98 * MM, 34 * MM))
_REQUEST_COLUMNS = (
    (0.0, 6 * MM),
    (7 * MM, 69 * MM),
    (79.5 * MM, 39.5 * MM),
    (121 * MM, 27 * MM),
    (150 * MM, 24 * MM),
)
_COLUMNS = {TableKind.RISKS: _RISK_COLUMNS, TableKind.REQUESTS: _REQUEST_COLUMNS}
_COLUMN_GAP = 3 * MM
_NARROW_GAP, _NARROW_PAD = 2 * MM, 0.6 * MM
_NARROW = {1: 26 * MM, 2: 44 * MM, 3: 62 * MM}
_NUMBER = "Nr"
_MOST_IN_B = 3
_CAPTION = style.Type(style.BODY.size, style.BODY.leading, bold=True)


def columns_of(table: Table) -> Columns:
    """Where each column starts from the left of the section, and how wide it is.

    A plain table of more columns than column B has room for takes the whole width.
    """
    if table.kind in _COLUMNS:
        return _COLUMNS[table.kind]
    count = len(table.head)
    if table.kind is TableKind.NARROW:
        full = narrow_width(table)
        return _spread(table, TEXT_X + style.COLUMN_B - full, full, _NARROW_GAP)
    left, full = (TEXT_X, style.COLUMN_B) if count <= _MOST_IN_B else (0.0, style.FULL)
    return _spread(table, left, full, _COLUMN_GAP)


def narrow_width(table: Table) -> float:
    """How wide a narrow table is, in points; of more columns than three all of column B."""
    return _NARROW.get(len(table.head), style.COLUMN_B)


def _spread(table: Table, left: float, full: float, gap: float) -> Columns:
    """Its columns over a width, with a gap between each two."""
    parts = table.widths or (1.0,) * len(table.head)
    room = full - gap * (len(parts) - 1)
    found, x = [], left
    for part in parts:
        width = room * part / sum(parts)
        found.append((x, width))
        x += width + gap
    return tuple(found)


def table_rows(table: Table, into: Element) -> list[Row]:
    """The rows of a table, which becomes the last element inside `into`.

    On a next page the head stands again; for who listens it is said once.
    """
    made = _TableRows(table, into.put(Element("Table")))
    return [*made.caption(), made.head, *made.body()]


class _TableRows:
    """A table that is being made into rows."""

    def __init__(self, table: Table, element: Element) -> None:
        self.table, self.element = table, element
        self.columns = columns_of(table)
        self.numbered = table.kind is TableKind.REQUESTS
        self.look, self.small = style.BODY, style.SMALL
        self.pad = style.CELL_PAD
        if table.kind is TableKind.NARROW:
            self.look = self.small = style.LABEL
            self.pad = _NARROW_PAD
        self.left = self.columns[0][0]
        self.right = style.FULL if self.is_wide else TEXT_X + style.COLUMN_B
        self.captioned = element.put(Element("Caption")) if table.caption else None
        self.head = self._head(element.put(Element("THead")))
        self.again = self._head(None)

    @property
    def is_wide(self) -> bool:
        """Whether it takes the whole width, below the heading in column A."""
        return self.left < TEXT_X

    def caption(self) -> list[Row]:
        if self.captioned is None:
            return []
        text = plain(self.table.caption, _CAPTION, element=self.captioned)
        width = self.right - self.left
        row = Row([Placed(self.left, width, text)], below=1 * MM, keep=True, clear=self.is_wide)
        return [row]

    def _head(self, element: Element | None) -> Row:
        titles = element.put(Element("TR")) if element else None
        signed = any(cells and cells[0].mark is not None for cells in self.table.rows)
        placed = []
        for place, (title, (x, width)) in enumerate(
            zip(self.table.head, self.columns, strict=True)
        ):
            cell = titles.put(Element("TH", scope="Column")) if titles else None
            text = plain(title or self._unnamed(place), self.small, COLOURS.soft, element=cell)
            indent = style.INDENT if signed and place == 0 else 0
            placed.append(Placed(x + indent, width, text))
        return Row(placed, below=1.2 * MM, keep=True, clear=self.is_wide)

    def _unnamed(self, place: int) -> str:
        """What stands above a column that has no title: a table of requests starts with numbers."""
        return _NUMBER if self.numbered and place == 0 else ""

    def body(self) -> list[Row]:
        body = self.element.put(Element("TBody"))
        taken = [0] * len(self.columns)
        rows = [self._row(cells, body.put(Element("TR")), taken) for cells in self.table.rows]
        for number, row in enumerate(rows):
            for cell in row.cells:
                if cell.rows > 1:
                    _make_room(rows[number : number + cell.rows], cell)
        return rows

    def _row(self, cells: Sequence[Cell], element: Element, taken: list[int]) -> Row:
        """One row; `taken` is how many rows the cells above still stand in, for each column."""
        free = [place for place, rows in enumerate(taken) if not rows]
        taken[:] = [max(rows - 1, 0) for rows in taken]
        placed: list[Placed] = []
        for cell, place in zip(cells, free, strict=True):
            taken[place] = cell.rows - 1
            placed += self._placed(cell, place, element)
        rules = list(self._rules(free))
        return Row(placed, above=self.pad, below=self.pad, rules=rules, head=self.again)

    def _rules(self, free: Sequence[int]) -> Iterator[Rule]:
        """The rule above a row, not through what goes on from the row above it."""
        colour = COLOURS.tint_rule if self.numbered else COLOURS.rule
        if len(free) == len(self.columns):
            yield Rule(self.left, self.right - self.left, colour)
            return
        ends = [x for x, _ in self.columns[1:]] + [self.right]
        for place in free:
            x = self.columns[place][0]
            yield Rule(x, ends[place] - x, colour)

    def _placed(self, cell: Cell, place: int, row: Element) -> list[Placed]:
        x, width = self.columns[place]
        is_head = place == 0 and self.table.row_heads
        scope = "Row" if is_head else ""
        element = row.put(Element("TH" if is_head else "TD", scope=scope, rows=cell.rows))
        if cell.tags:
            return [Placed(x, width, Tags(cell.tags, element), cell.rows)]
        look = replace(self.look, bold=is_head)
        if cell.mark is not None:
            sign, said = _signed(cell, cell.mark, element, look)
            indent = style.INDENT
            beside = Placed(x + indent, width - indent, said, cell.rows)
            return [Placed(x, indent, sign, cell.rows), beside]
        strong = COLOURS.accent if self.numbered and place == 0 else ""
        said = words(cell.runs, look, strong=strong, element=element)
        return [Placed(x, width, said, cell.rows)]


def _signed(cell: Cell, mark: Mark, element: Element, look: Type) -> tuple[SignMark, Words]:
    """The sign of a cell and the words beside it; what these say already, the sign does not."""
    if "".join(run.text for run in cell.runs) == mark.label:
        return SignMark(mark.sign), words(cell.runs, look, element=element)
    sign = element.put(Element("Span", spoken=f"{mark.label}: "))
    said = words(cell.runs, look, element=element.put(Element("Span")))
    return SignMark(mark.sign, sign), said


def _make_room(rows: list[Row], cell: Placed) -> None:
    """Let the rows that a cell stands in be as high as it, and hold as many together as it needs.

    A cell that is too high for that makes its own row higher.
    """
    high = cell.flowable.wrap(cell.width, ENDLESS)[1]
    if high > TALL:
        cells = tuple(replace(one, rows=1) if one is cell else one for one in rows[0].cells)
        rows[0].cells, rows[0].height = cells, 0
        return
    room = -rows[0].above - rows[-1].below
    for row in rows:
        if room < high:
            row.keep = row is not rows[-1]
        room += row.wrap(style.FULL, ENDLESS)[1]
    if room < high:
        rows[-1].below += high - room
        rows[-1].height = 0
