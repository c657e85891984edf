"""Pages on a canvas that tags, and the pieces that tests put on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from hgkm_desktop.reports.writing.elements import Element, owned
from hgkm_desktop.reports.writing.fonts import REGULAR, draw_text, register
from hgkm_desktop.reports.writing.metadata import Meta
from hgkm_desktop.reports.writing.tagged_canvas import TaggedCanvas

META = Meta(
    "Proef & vergelijk", datetime(2026, 1, 12, tzinfo=UTC), "Gemeente Voorbeeldstad", "Uitleg"
)
SIZE = (300.0, 400.0)


def drawn(draw: Callable[[TaggedCanvas], object], **looks: Any) -> bytes:
    """A PDF of what this draws; the page that it leaves open is the last."""
    target = BytesIO()
    canvas = TaggedCanvas(target, SIZE, **{"meta": META} | looks)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def write(canvas: TaggedCanvas, element: Element | None, text: str, y: float = 100) -> None:
    """A line of text that belongs to the element."""
    with owned(canvas, element):
        draw_text(canvas, 20, y, text, 11, False)


class OwnedWords(Paragraph):
    """A paragraph that belongs to an element, also when a page ends within it."""

    canv: TaggedCanvas
    element: Element

    def draw(self) -> None:
        with owned(self.canv, self.element):
            super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts


def owned_words(text: str, element: Element, kind: type[OwnedWords] = OwnedWords) -> OwnedWords:
    register()
    look = ParagraphStyle("", fontName=REGULAR, bulletFontName=REGULAR, leading=14)
    made = kind(escape(text), look)
    made.element = element
    return made


class Picture(Flowable):
    """A figure with a word in it."""

    canv: TaggedCanvas

    def __init__(self, element: Element) -> None:
        super().__init__()
        self.element = element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 100, 50

    def draw(self) -> None:
        self.element.box = self.canv.box(0, 0, 100, 50)
        with owned(self.canv, self.element):
            self.canv.saveState()
            self.canv.setFillColor(HexColor("#0f4c5c"))
            self.canv.rect(0, 0, 100, 50, stroke=0, fill=1)
            self.canv.restoreState()
            draw_text(self.canv, 5, 5, "in beeld → 😀", 9, False)


class Lead(OwnedWords):
    """A line that leads to the start of the document."""

    def draw(self) -> None:
        super().draw()
        box = self.canv.box(0, 0, self.width, self.height)
        self.canv.link(self.element, box, "Naar het begin", to="begin")


class Start(Flowable):
    """The place in the document that its first bookmark leads to."""

    def draw(self) -> None:
        self.canv.bookmarkPage("begin")
        self.canv.addOutlineEntry("Het begin", "begin", 0)


LONG = "Zij vroeg om hulp, en niemand zag het. 😀 en مرحبا en “aan\u00adhuis” ook. " * 40


def a_sample(rows: int = 60) -> bytes:
    """A document with one of everything that we tag, over several pages."""
    root, story = Element("Document"), list[Flowable]([Start()])

    def add(flowable: Any, into: Element | None = None) -> None:
        story.append(flowable)
        (into or root).add(flowable.element)

    add(owned_words("Een kop", Element("H1")))
    add(owned_words(LONG, Element("P")))
    points = Element("L", numbering="Decimal")
    for number in range(3):
        line = owned_words(f"punt {number}", Element("LBody"))
        add(line, points.add(Element("LI")).kids[-1])
    root.add(points)
    add(Picture(Element("Figure", alt="Een vlak met een woord erin")))
    add(owned_words("Naar boven", Element("Link"), Lead), root.add(Element("P")).kids[-1])
    table, cells = _table(rows)
    root.add(table)
    story.append(cells)
    return _built(story, root)


def _table(rows: int) -> tuple[Element, Table]:
    table, lines = Element("Table"), list[list[OwnedWords]]()
    for y in range(rows):
        role, scope = ("TH", "Column") if y == 0 else ("TD", "")
        said = ["" if (x, y) == (1, 2) else f"cel {x} van {y}" for x in range(3)]
        lines.append([owned_words(text, Element(role, scope=scope)) for text in said])
        table.add(Element("TR", *(cell.element for cell in lines[-1])))
    everywhere = (0, 0), (-1, -1)
    look: list[Any] = [("FONTNAME", *everywhere, REGULAR), ("GRID", *everywhere, 0.5, "#c3c9cd")]
    return table, Table(lines, style=look)


def _built(story: Sequence[Flowable], root: Element) -> bytes:
    target = BytesIO()

    def canvas(*args: Any, **looks: Any) -> TaggedCanvas:
        made = TaggedCanvas(*args, meta=META, inks={"#0f4c5c": "#5c0f4c"}, **looks)
        made.root = root
        return made

    def foot(canvas: Any, _: object) -> None:
        write(canvas, None, f"Pagina {canvas.getPageNumber()}", 20)

    paper = SimpleDocTemplate(target, pagesize=(400, 500), title="een andere titel")
    paper.build(list(story), onFirstPage=foot, onLaterPages=foot, canvasmaker=canvas)
    return target.getvalue()
