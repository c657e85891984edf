"""Writing a casusverslag: text, a table of 200 rows and a line of 500 marks, with all its tags.

The base tells the same story with reportlab's own platypus, untagged: headings, paragraphs, lists,
the same table with a Paragraph in each cell, the list of events as such a table, and the line from
places that were found beforehand. It leaves out the tags, finding a place for each mark, the foot
of each page, and everything that makes the pages look alike. The second base is a bare canvas: the
same lines of text as those pages have, and the same marks. Loading reportlab and the typeface is
in neither. Processor time.

The last figure is how the time of a case changes while 50 are written after each other: the last
ten beside the first ten.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import pairwise

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.paths import resource
from hgkm_desktop.reports import content
from hgkm_desktop.reports.content import Cell, Document, Entry, Fact, Item, Run, Section
from hgkm_desktop.reports.line.timeline_page import line_of
from hgkm_desktop.reports.writing.pdf import write_pdf
from hgkm_desktop.timeline.display import DisplayList, Glyph, Rect, Text
from tests.benchmarks.cases import FIRST_DAY, YEARS, long_case
from tests.benchmarks.measuring import RUNS, Figure, in_turns, middle

ROWS, MARKS, LISTED, CASES = 200, 500, 60, 50
PAGE, LYING, SIDE = (595.3, 841.9), (841.9, 595.3), 51.0
HEAD = ("Wanneer", "Soort", "Gebeurtenis", "Wie")
WIDTHS = (0.16, 0.16, 0.46, 0.22)
SENTENCE = (
    "De organisaties spraken af dat zij elkaar bellen zodra een van hen iets hoort, en dat zij "
    "daarna samen bekijken wat dit voor de kinderen betekent. "
)


def figures() -> Iterator[Figure]:
    """Processor time of one document, and of many after each other."""
    document = story()
    base = Base(document)

    def ours() -> None:
        write_pdf(document, BytesIO())

    times = in_turns(ours, base.in_platypus, runs=RUNS, clock=time.process_time_ns)
    yield middle(f"documents, {ROWS} rows, {MARKS} marks", *times)
    times = in_turns(ours, base.on_canvas, runs=RUNS, clock=time.process_time_ns)
    yield middle("documents, bare canvas", *times)
    taken = _after_each_other(document)
    tenth = max(len(taken) // 5, 1)
    yield middle(f"documents, {CASES}, last beside first", taken[-tenth:], taken[:tenth])


def _after_each_other(document: Document) -> list[float]:
    taken = []
    for _ in range(CASES):
        start = time.process_time_ns()
        write_pdf(document, BytesIO())
        taken.append((time.process_time_ns() - start) / 1e6)
    return taken


def story() -> Document:
    """A casusverslag with some pages of text, the table and the line."""
    case = long_case(MARKS)
    told = case.events[:ROWS]
    names = {one.id: one.name for one in case.organisations}
    rows = tuple(
        (
            _cell(event.start.text()),
            _cell(event.kind.label),
            _cell(f"{event.title}; {event.kind.label} bij het gezin"),
            _cell(", ".join(names[i] for i in event.organisation_ids)),
        )
        for event in told
    )
    table = content.Table(content.TableKind.PLAIN, HEAD, rows, WIDTHS)
    entries = tuple(
        Entry(number, event.kind, event.start.text(short=True), event.title)
        for number, event in enumerate(case.events[:LISTED], 1)
    )
    last = FIRST_DAY.replace(year=FIRST_DAY.year + YEARS)
    line = content.TimelinePage("De lijn", "Tijdlijn", "", case, FIRST_DAY, last, entries)
    return Document(
        title="Rust en veiligheid",
        subtitle="Casusverslag",
        code=case.code,
        version=1,
        made_on=date(2026, 1, 1),
        state=CaseState.IN_BEWERKING,
        organisation="gemeente",
        marking="In bewerking, blijft aan deze tafel",
        facts=(Fact("Casus", case.code), Fact("Staat", "in bewerking")),
        opening=(content.Paragraph((Run(SENTENCE * 2),)),),
        sections=(*_text(), Section("Alle gebeurtenissen", (table,))),
        signature="Casusverslag",
        disclaimer="Leerdocument",
        timeline=line,
    )


def _cell(text: str) -> Cell:
    return Cell((Run(text),))


def _text() -> tuple[Section, ...]:
    items = tuple(Item((Run(f"{SENTENCE} {number}"),)) for number in range(6))
    return tuple(
        Section(
            f"Deel {number}",
            (content.Paragraph((Run(SENTENCE * 3),)), content.NumberedList(items)),
        )
        for number in range(1, 4)
    )


class Base:
    """The same story without our writer."""

    def __init__(self, document: Document) -> None:
        for name, file in (("plain", "Regular"), ("strong", "Bold")):
            path = str(resource(f"fonts/AtkinsonHyperlegible-{file}.ttf"))
            pdfmetrics.registerFont(TTFont(name, path))
        if document.timeline is None:
            raise ValueError("the story has no line")
        self.document, self.entries = document, document.timeline.entries
        self.shown = line_of(document.timeline, 3)

    def in_platypus(self) -> None:
        """With headings, paragraphs, lists and tables."""
        body = ParagraphStyle("body", fontName="plain", fontSize=11, leading=14.75)
        heading = ParagraphStyle("heading", fontName="strong", fontSize=13, leading=15.5)
        flow: list[Flowable] = [Paragraph(self.document.title, heading)]
        for section in self.document.sections:
            flow += [Spacer(1, 12), Paragraph(section.heading, heading)]
            for block in section.blocks:
                flow.append(_in_platypus(block, body))
        listed = [
            [str(entry.number), Paragraph(entry.when, body), Paragraph(entry.text, body)]
            for entry in self.entries
        ]
        flow += [PageBreak(), Line(self.shown), PageBreak(), Table(listed)]
        SimpleDocTemplate(BytesIO(), pagesize=PAGE, leftMargin=SIDE, rightMargin=SIDE).build(flow)

    def on_canvas(self) -> None:
        """Line by line, on as many pages as the lines take."""
        canvas = Canvas(BytesIO(), pagesize=PAGE)
        lines = list(self._lines())
        for first, last in pairwise([*range(0, len(lines), 52), len(lines)]):
            canvas.setFont("plain", 11)
            for place, text in enumerate(lines[first:last]):
                canvas.drawString(SIDE, 780 - place * 14.75, text)
            canvas.showPage()
        canvas.translate(0, PAGE[1])
        _draw_marks(canvas, self.shown)
        canvas.save()

    def _lines(self) -> Iterator[str]:
        for text in content.texts(self.document.sections):
            yield from simpleSplit(text, "plain", 11, PAGE[0] - 2 * SIDE)
        for entry in self.entries:
            yield f"{entry.number} {entry.when} {entry.text}"


def _in_platypus(block: content.Block, body: ParagraphStyle) -> Flowable:
    match block:
        case content.Paragraph():
            return Paragraph(_words(block.runs), body)
        case content.NumberedList():
            return ListFlowable([Paragraph(_words(item.runs), body) for item in block.items])
        case content.Table():
            rows = [[Paragraph(_words(cell.runs), body) for cell in row] for row in block.rows]
            wide = PAGE[0] - 2 * SIDE
            head = [Paragraph(title, body) for title in block.head]
            look = TableStyle([("LINEABOVE", (0, 0), (-1, -1), 0.5, HexColor("#c3c9cd"))])
            widths = [part * wide for part in block.widths]
            return Table([head, *rows], colWidths=widths, repeatRows=1, style=look)
        case _:
            raise TypeError(type(block).__name__)


def _words(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


class Line(Flowable):
    """The line, from places that are known."""

    def __init__(self, shown: DisplayList) -> None:
        super().__init__()
        self.shown = shown

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, min(self.shown.height, height)

    def draw(self) -> None:
        _draw_marks(self.canv, self.shown)


def _draw_marks(canvas: Canvas, shown: DisplayList) -> None:
    for part in (shown.background, shown.plot, shown.lanes, shown.axis):
        for shape in part:
            if isinstance(shape, Glyph):
                canvas.circle(shape.x, -shape.y, shape.size / 2, stroke=1, fill=0)
                canvas.drawString(shape.x, -shape.y, shape.letter)
            elif isinstance(shape, Rect):
                canvas.rect(shape.x, -shape.y - shape.h, shape.w, shape.h, stroke=1, fill=0)
            elif isinstance(shape, Text):
                canvas.setFont("plain", shape.size)
                canvas.drawString(shape.x, -shape.y, shape.text)
