"""The contents of a document: its headings with their pages, each a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hgkm_desktop.reports.content import Section
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.flowables import Piece, plain
from hgkm_desktop.reports.writing.fonts import clean, draw_text, fitted, text_width
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X
from hgkm_desktop.reports.writing.sections import Look, Placed, Row, SectionFlow
from hgkm_desktop.reports.writing.surface import colour_of

_TITLE = "Inhoud"
_GAP = 2 * MM
_DOTS = (0.6, 2.4)


def section_key(number: int) -> str:
    """The bookmark of a section; they are counted from 1."""
    return f"deel-{number}"


def contents_flow(
    sections: Sequence[Section], into: Element, pages: Mapping[str, int]
) -> SectionFlow:
    """The headings of the sections, under one another, with the pages that they begin on."""
    inside = into.put(Element("Sect"))
    heading = plain(_TITLE, style.HEADING, COLOURS.accent, element=inside.put(Element("H2")))
    items = inside.put(Element("L"))
    rows = []
    for number, section in enumerate(sections, 1):
        link = Element("Link")
        items.put(Element("LI", Element("LBody", link)))
        page = pages.get(section.heading, 0)
        line = ContentsLine(section.heading, page, section_key(number), link)
        rows.append(Row([Placed(TEXT_X, style.COLUMN_B, line)]))
    return SectionFlow(rows, Look.RULED, heading, gap=6 * MM)


class ContentsLine(Piece):
    """A heading and its page on one line, that leads there."""

    def __init__(self, title: str, page: int, key: str, element: Element) -> None:
        super().__init__()
        self.title, self.page, self.key, self.element = title, str(page), key, element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, style.PROMINENT.leading
        return width, self.height

    def draw(self) -> None:
        size, base = style.BODY.size, self.height - style.BODY.size
        right = self.width - text_width(self.page, size)
        title = fitted(self.title, right - 4 * _GAP, size)
        self.canv.setFillColor(colour_of(COLOURS.ink))
        with owned(self.canv, self.element):
            draw_text(self.canv, 0, base, f"{title} ", size, False)
            draw_text(self.canv, right, base, self.page, size, False)
        self._dots(text_width(title, size) + _GAP, right - _GAP, base)
        box = self.canv.box(0, 0, self.width, self.height)
        says = f"{clean(self.title)}, pagina {self.page}"
        self.canv.link(self.element, box, says, to=self.key)

    def _dots(self, left: float, right: float, base: float) -> None:
        """What leads the eye from a heading to its page."""
        self.canv.saveState()
        self.canv.setStrokeColor(colour_of(COLOURS.edge))
        self.canv.setLineWidth(_DOTS[0])
        self.canv.setDash(*_DOTS)
        self.canv.line(left, base, right, base)
        self.canv.restoreState()
