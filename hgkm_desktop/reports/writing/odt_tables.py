"""Tables of a document as tables in ODF: a head that repeats, heads of rows, cells of more rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from odfdo import Element

from hgkm_desktop.reports.content import (
    Cell,
    Entry,
    ReadBy,
    Run,
    SideBySide,
    Table,
    TableKind,
    TimelinePage,
    Tone,
)
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.odt_file import TextFile
from hgkm_desktop.reports.writing.odt_words import (
    CAPTION,
    CELL,
    HEAD,
    TAG,
    TEXT,
    boxed,
    element,
    paragraph,
    plain,
)
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X, TINT_PAD
from hgkm_desktop.reports.writing.tables import columns_of

_MOST_BESIDE = 3
_NOT_YET = "nog niet ingevuld"
_EVENT_EDGES = (0.0, 14 * MM, 58 * MM, 112 * MM, style.WIDE_FULL)
_EVENT_HEADS = ("Nr", "Wanneer", "Soort", "Gebeurtenis")
_ROW_HEAD = (
    '<style:paragraph-properties style:line-height-at-least="14.75pt"/>'
    f'<style:text-properties fo:font-size="11pt" fo:font-weight="bold" fo:color="{COLOURS.ink}"/>'
)


def table_parts(table: Table, file: TextFile, edges: Sequence[float] = ()) -> list[Element]:
    """A table, after its caption when it has one.

    `edges` are the left of each column and the right of the last, in points from the left of the
    text; without them it stands as it does on paper.
    """
    edges = edges or _edges(table)
    caption = CAPTION if edges[0] >= TEXT_X else file.flush(CAPTION)
    above = [plain(caption, table.caption)] if table.caption else []
    return [*above, _Grid(table, file, edges).made()]


def _edges(table: Table) -> tuple[float, ...]:
    columns = columns_of(table)
    right = TEXT_X + style.COLUMN_B if columns[0][0] >= TEXT_X else style.FULL
    left, *others = (x for x, _ in columns)
    if table.kind is TableKind.REQUESTS:  # on a tint, and the head of its numbers is a word here
        left, others[0] = TINT_PAD, others[0] + 4 * MM
    return (left, *others, right)


class _Grid:
    """A table that is being made, with the styles of its rows and cells."""

    def __init__(self, table: Table, file: TextFile, edges: Sequence[float]) -> None:
        self.table, self.file, self.edges = table, file, edges
        asked = table.kind is TableKind.REQUESTS
        self.heads = [title or "Nr" if asked else title for title in table.head]
        self.head_look = _cell_style(file, "none")
        rule = file.colour(COLOURS.tint_rule) if asked else COLOURS.rule
        self.look = _cell_style(file, f"0.5pt solid {rule}")
        self.row_head = file.style("paragraph", _ROW_HEAD, HEAD)

    def made(self) -> Element:
        made = element("table:table", table__name=self.file.table_name())
        made.set_attribute("table:style-name", self._style())
        for left, right in pairwise(self.edges):
            made.append(element("table:table-column", table__style_name=self._column(right - left)))
        titles = [self._cell(plain(HEAD, title), self.head_look) for title in self.heads]
        made.append(element("table:table-header-rows", element("table:table-row", *titles)))
        taken = [0] * len(self.heads)
        for cells in self.table.rows:
            made.append(self._row(cells, taken))
        return made

    def _style(self) -> str:
        left, width = self.edges[0] / MM, (self.edges[-1] - self.edges[0]) / MM
        return self.file.style(
            "table",
            f'<style:table-properties style:width="{width:.2f}mm" fo:margin-left="{left:.2f}mm" '
            'fo:margin-top="1mm" fo:margin-bottom="3mm" table:align="left"/>',
        )

    def _column(self, width: float) -> str:
        return self.file.style(
            "table-column",
            f'<style:table-column-properties style:column-width="{width / MM:.2f}mm"/>',
        )

    def _row(self, cells: Sequence[Cell], taken: list[int]) -> Element:
        """One row; `taken` is in how many rows from here the cells above still stand, by column."""
        made, waiting = element("table:table-row"), iter(cells)
        for place, rows in enumerate(taken):
            if rows:
                taken[place] -= 1
                made.append(element("table:covered-table-cell"))
                continue
            cell = next(waiting)
            taken[place] = cell.rows - 1
            words = self._words(cell, is_head=place == 0 and self.table.row_heads)
            made.append(self._cell(words, self.look, cell.rows))
        return made

    def _cell(self, words: Element, look: str, rows: int = 1) -> Element:
        made = element(
            "table:table-cell", words, table__style_name=look, office__value_type="string"
        )
        if rows > 1:
            made.set_attribute("table:number-rows-spanned", str(rows))
        return made

    def _words(self, cell: Cell, *, is_head: bool) -> Element:
        """The words of a cell; the sign of a beleving is said, unless the words say it already."""
        made = paragraph(self.row_head if is_head else CELL, _signed(cell))
        for place, name in enumerate(cell.tags):
            if place:
                made.append(element("text:line-break"))
            made.append(boxed(name, TAG))
        return made


def _signed(cell: Cell) -> tuple[Run, ...]:
    """The words of a cell with its sign in words."""
    if cell.mark is None or "".join(run.text for run in cell.runs) == cell.mark.label:
        return cell.runs
    return (Run(f"{cell.mark.label.capitalize()}: ", Tone.STRONG), *cell.runs)


def _cell_style(file: TextFile, line: str) -> str:
    """The style of cells with this line above them."""
    return file.style(
        "table-cell",
        f'<style:table-cell-properties fo:border="none" fo:border-top="{line}" '
        'fo:padding-left="0mm" fo:padding-right="2mm" fo:padding-top="1mm" '
        'fo:padding-bottom="1mm"/>',
    )


def readings_parts(block: SideBySide, file: TextFile) -> list[Element]:
    """What each organisation saw in the same: in columns beside each other, or, of many
    organisations, in rows."""
    if not block.readings:
        return [paragraph(TEXT, (Run(block.about, Tone.STRONG),))]
    if len(block.readings) <= _MOST_BESIDE:
        head = tuple(f"{_name(reading)} zag" for reading in block.readings)
        rows = (tuple(_cell(reading.text or _NOT_YET) for reading in block.readings),)
        return table_parts(Table(TableKind.PLAIN, head, rows, caption=block.about), file)
    told = tuple((_cell(_name(one)), _cell(one.text or _NOT_YET)) for one in block.readings)
    head = ("Wie", "Wat die zag")
    made = Table(TableKind.PLAIN, head, told, (1.0, 2.5), row_heads=True, caption=block.about)
    return table_parts(made, file)


def _name(reading: ReadBy) -> str:
    return f"{reading.organisation[:1].upper()}{reading.organisation[1:]}"


def _cell(text: str) -> Cell:
    return Cell((Run(text),))


def event_parts(page: TimelinePage, file: TextFile) -> list[Element]:
    """The numbered list of events over the width of a page that lies."""
    rows = tuple(_event(entry) for entry in page.in_list)
    caption = "Nieuwe gebeurtenissen" if page.listed else "Alle gebeurtenissen"
    made = Table(TableKind.PLAIN, _EVENT_HEADS, rows, row_heads=True, caption=caption)
    return table_parts(made, file, _EVENT_EDGES)


def _event(entry: Entry) -> tuple[Cell, ...]:
    about = (Run(f" · {entry.about}", Tone.ASIDE),) if entry.about else ()
    return (
        _cell(str(entry.number)),
        _cell(entry.when),
        _cell(entry.spoken or entry.kind.label),
        Cell((Run(entry.text), *about)),
    )
