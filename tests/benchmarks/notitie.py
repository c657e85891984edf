"""Making the gespreksnotitie of the example, from the case to the bytes of the pdf.

The base draws the same lines of text, on as many pages of the same size, with reportlab's canvas
and the same typeface. It leaves out choosing what is said, wrapping and fitting text to the page,
the timeline and every other shape, the colours, and the tags that a screen reader needs. Loading
reportlab and the typeface is in neither. Processor time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from hgkm_desktop.app import EXAMPLE_ORGANISATION, make_application
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import resource
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.writing.pdf import write_pdf
from tests.benchmarks.cases import example
from tests.benchmarks.measuring import RUNS, Figure, in_turns, middle

FONT = "plain"
SIZE, LEADING, MARGIN = 9, 12, 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the notitie: its size in points and its lines of text."""

    size: tuple[float, float]
    lines: tuple[str, ...]


def figures() -> Iterator[Figure]:
    """Processor time of one document."""
    make_application()
    case, settings = example(), FileSettings(organisation=EXAMPLE_ORGANISATION)

    def ours() -> bytes:
        made = compose(case, settings=settings, made_on=date(2026, 1, 1))
        target = BytesIO()
        write_pdf(made, target)
        return target.getvalue()

    sheets = _sheets(ours())
    font = str(resource("fonts/AtkinsonHyperlegible-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(FONT, font))
    if _words(_sheets(_plain(sheets))) != _words(sheets):
        raise RuntimeError("the two documents do not say the same")
    times = in_turns(ours, lambda: _plain(sheets), runs=RUNS, clock=time.process_time_ns)
    lines = sum(len(sheet.lines) for sheet in sheets)
    yield middle(f"notitie, {len(sheets)} pages, {lines} lines", *times)


def _sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """What stands on the pages of a pdf."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    sheets = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        text = document.getAllText(page).text()
        lines = tuple(line for line in text.splitlines() if line.strip())
        sheets.append(Sheet((size.width(), size.height()), lines))
    document.close()
    return tuple(sheets)


def _words(sheets: Sequence[Sheet]) -> list[list[str]]:
    return [" ".join(sheet.lines).split() for sheet in sheets]


def _plain(sheets: Sequence[Sheet]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target)
    for sheet in sheets:
        canvas.setPageSize(sheet.size)
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(sheet.lines):
            canvas.drawString(MARGIN, sheet.size[1] - MARGIN - number * LEADING, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
