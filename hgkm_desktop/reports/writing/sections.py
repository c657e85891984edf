"""Rows of cells, and sections that break between their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from reportlab.platypus import Flowable

from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.flowables import ENDLESS, Piece
from hgkm_desktop.reports.writing.fonts import clean
from hgkm_desktop.reports.writing.page_style import COLOURS, MM
from hgkm_desktop.reports.writing.surface import Surface, colour_of

_PAGE = style.PORTRAIT[1] - style.TOP - style.FOOT_TOP - 12 * MM
TALL = _PAGE / 3
_FAR = 2 * style.PORTRAIT[1]
_LEAST_WITH_HEADING = 3 * style.BODY.leading


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable in a row: where it starts from the left of the section, and how wide it may be.

    One that stands in more `rows` goes on beside those below, and makes this one no higher.
    """

    x: float
    width: float
    flowable: Flowable
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A line over the top of a row, from the left of the section."""

    x: float
    width: float
    colour: str = COLOURS.rule
    weight: float = style.HAIRLINE


class Row(Piece):
    """Cells side by side, level at the top; as high as its highest cell.

    `keep`: it never stands alone at the foot of a page. `clear`: it starts below the heading.
    `head`: the row to repeat above it when it is the first on a new page.
    """

    def __init__(
        self,
        cells: Sequence[Placed],
        *,
        above: float = 0,
        below: float = 0,
        rules: Sequence[Rule] = (),
        keep: bool = False,
        clear: bool = False,
        head: Row | None = None,
    ) -> None:
        super().__init__()
        self.cells, self.above, self.below, self.rules = tuple(cells), above, below, tuple(rules)
        self.keep, self.clear, self.head = keep, clear, head

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if not self.height:  # the cells are as wide on every page: once is enough
            tall = [(cell.flowable.wrap(cell.width, ENDLESS)[1], cell.rows) for cell in self.cells]
            highest = max((high for high, rows in tall if rows == 1), default=0)
            self.width, self.height = width, self.above + highest + self.below
        return self.width, self.height

    def draw(self) -> None:
        for rule in self.rules:
            _draw_rule(self.canv, rule, self.height)
        for cell in self.cells:
            top = self.height - self.above
            cell.flowable.drawOn(self.canv, cell.x, top - cell.flowable.height)

    def _wrap_again(self) -> None:
        self.height = 0
        self.wrap(self.width, ENDLESS)

    def cut(self, height: float) -> list[Row]:
        """Two rows, cut between the lines of its cells; none when not one line has room."""
        room = height - self.above - self.below
        upper, lower = [], []
        for cell in self.cells:
            halves = _cut_flowable(cell, room)
            if not halves:
                self._wrap_again()  # a paragraph that was asked to split has lost its lines
                return []
            upper.append(replace(cell, flowable=halves[0]))
            lower += [replace(cell, flowable=half) for half in halves[1:]]
        parts = [
            Row(upper, above=self.above, below=self.below, rules=self.rules),
            Row(lower, below=self.below, keep=self.keep, head=self.head),
        ]
        for part in parts:
            part.wrap(self.width, ENDLESS)
        return parts


def _cut_flowable(cell: Placed, room: float) -> list[Flowable]:
    if cell.flowable.height <= room:
        return [cell.flowable]
    return list(cell.flowable.split(cell.width, room))


def _draw_cut(canvas: Surface, height: float) -> None:
    """Where a card is cut out: a line of dashes around it."""
    canvas.saveState()
    canvas.setStrokeColor(colour_of(COLOURS.edge))
    canvas.setLineWidth(0.8)
    canvas.setDash(4, 3)
    canvas.rect(-style.BLEED, 0, style.FULL + 2 * style.BLEED, height, stroke=1, fill=0)
    canvas.restoreState()


def _draw_rule(canvas: Surface, rule: Rule, y: float) -> None:
    canvas.setStrokeColor(colour_of(rule.colour))
    canvas.setLineWidth(rule.weight)
    canvas.line(rule.x, y, rule.x + rule.width, y)


class Look(Enum):
    """How a section is set apart from the one above it."""

    OPENING = "opening"
    RULED = "ruled"
    TINTED = "tinted"
    SLIM = "slim"
    CARD = "card"


_PADS = {
    Look.OPENING: (0.0, 0.0),
    Look.RULED: (style.SECTION_PAD, 0.0),
    Look.TINTED: (style.TINT_PAD, style.TINT_PAD),
    Look.SLIM: (style.SLIM_PAD, style.SLIM_PAD),
    Look.CARD: (style.CARD_PAD, style.CARD_PAD),
}


class SectionFlow(Piece):
    """A section: `aside` in column A beside rows in column B, or over the full width.

    It breaks between rows, within a row only when that is taller than a third of a page; on a
    next page it has `again` beside it, if anything. `together`: it goes to the next page as a
    whole when it can; a card always does, and begins a page when it is longer than one.
    `title` stands among the bookmarks, under the one before it when `level` is 1.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        look: Look,
        aside: Flowable | None = None,
        *,
        title: str = "",
        key: str = "",
        level: int = 0,
        gap: float = 0,
        together: bool = True,
    ) -> None:
        super().__init__()
        self.rows, self.look, self.aside = list(rows), look, aside
        self.title, self.key, self.level = title, key, level
        self.gap, self.together = gap, together
        self.again: Flowable | None = None

    def getSpaceBefore(self) -> float:  # noqa: N802 (reportlab's own name)
        return self.gap

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        pad_top, pad_bottom = _PADS[self.look]
        room = style.CARD_COLUMN if self.look is Look.CARD else style.COLUMN_A
        beside = self.aside.wrap(room, ENDLESS)[1] if self.aside else 0
        self.tops: list[float] = []
        y = 0.0
        for row in self.rows:
            row.wrap(width, ENDLESS)
            y = max(y, beside + 2 * MM) if row.clear and self.aside else y
            self.tops.append(y)
            y += row.height
            if y > _FAR:
                break  # far more than fits: the next rows are for later pages
        self.width, self.height = width, pad_top + max(y, beside) + pad_bottom
        return width, self.height

    def draw(self) -> None:
        self._draw_edges()
        if self.title:
            self.canv.bookmarkHorizontal(self.key, 0, self.height)
            self.canv.addOutlineEntry(clean(self.title), self.key, self.level)
        top = self.height - _PADS[self.look][0]
        if self.aside:
            self.aside.drawOn(self.canv, 0, top - self.aside.height)
        for row, y in zip(self.rows, self.tops, strict=True):
            row.drawOn(self.canv, 0, top - y - row.height)

    def _draw_edges(self) -> None:
        if self.look is Look.CARD:
            _draw_cut(self.canv, self.height)
        if self.look in (Look.TINTED, Look.SLIM):
            wide = style.FULL + 2 * style.BLEED
            self.canv.setFillColor(colour_of(COLOURS.tint))
            self.canv.rect(-style.BLEED, 0, wide, self.height, stroke=0, fill=1)
            _draw_rule(
                self.canv,
                Rule(-style.BLEED, wide, COLOURS.accent, style.ACCENT_LINE),
                self.height,
            )
        elif self.look is Look.RULED:
            _draw_rule(self.canv, Rule(0, style.FULL), self.height)
            accent = Rule(0, style.COLUMN_A, COLOURS.accent, style.ACCENT_LINE)
            _draw_rule(self.canv, accent, self.height)

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        if self.look is Look.CARD:
            stays = self.height <= _PAGE or height < _PAGE * 0.9
        else:
            stays = self.together and self.height < _PAGE * 0.6
        if stays:
            return []
        room = height - sum(_PADS[self.look])
        if self.aside and self.aside.height > room:
            return []
        upper, lower = self._cut(room)
        held = sum(row.height for row in upper)
        if not upper or (self.aside and held < _LEAST_WITH_HEADING):
            return []
        if lower and lower[0].head is not None:
            lower = [lower[0].head, *lower]
        first = SectionFlow(upper, self.look, self.aside, together=False, gap=self.gap)
        first.title, first.key, first.level = self.title, self.key, self.level
        rest = SectionFlow(lower, self.look, self.again, together=False)
        rest.again = self.again
        return [first, rest]

    def _cut(self, room: float) -> tuple[list[Row], list[Row]]:
        """The rows that fit in `room`, and those that follow."""
        pairs = zip(self.rows, self.tops, strict=False)
        fits = sum(top + row.height <= room for row, top in pairs)
        if fits == len(self.rows):
            return [], self.rows  # only the heading beside them is too high
        row = self.rows[fits]
        if row.height > TALL:
            parts = row.cut(room - self.tops[fits])
            if parts:
                return [*self.rows[:fits], parts[0]], [parts[1], *self.rows[fits + 1 :]]
        apart = fits
        while apart and self.rows[apart - 1].keep:
            apart -= 1
        if not apart and self.tops[fits] > _PAGE / 2:
            apart = fits  # more than a page that must stay together: it cannot
        return self.rows[:apart], self.rows[apart:]
