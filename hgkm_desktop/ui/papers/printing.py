"""Printing of a made pdf through the dialog of the system, each page in its own direction."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput

if TYPE_CHECKING:
    # Imported where they are used: most sessions never print.
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.ui.parts.background import Progress

PRINT_DPI = 300
CUPS_SOCKET = "/run/cups/cups.sock"
STRIP = 600  # dots of a page at a time: meanwhile the window stands still


def ask_printer(parent: QWidget, name: str, data: bytes) -> QPrinter | None:
    """The printer that the user chose for a pdf; None when they changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    _stay_on_this_computer()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setDocName(name)
    with _open_pdf(data) as pdf:
        printer.setPageSize(_paper_of(pdf))
        _turn(printer, pdf, 0)
        count = pdf.pageCount()
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, count)  # else there are no pages to choose from
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def _stay_on_this_computer() -> None:
    """Look for printers through the print service of this computer, and not over the network.

    Without that service the library of CUPS would try addresses; who sets CUPS_SERVER wants that.
    """
    if sys.platform == "linux":
        os.environ.setdefault("CUPS_SERVER", CUPS_SOCKET)


def asked_file(printer: QPrinter) -> Path | None:
    """The pdf that the user chose instead of a printer; None when there is none."""
    is_pdf = printer.outputFormat() is printer.OutputFormat.PdfFormat
    return Path(printer.outputFileName()) if is_pdf and printer.outputFileName() else None


def asks_all(data: bytes, printer: QPrinter) -> bool:
    """Whether no page was left out in the dialog."""
    with _open_pdf(data) as pdf:
        return len(set(_asked_pages(printer, pdf.pageCount()))) == pdf.pageCount()


def paint_pdf(data: bytes, printer: QPrinter, tell: Progress) -> None:
    """Paint the pages of a pdf that were asked for on a printer, as pictures.

    What `tell` raises leaves the rest unprinted. Raises BadInput when it has none of these pages.
    """
    printer.setFullPage(True)
    with _open_pdf(data) as pdf:
        pages = _asked_pages(printer, pdf.pageCount())
        _turn(printer, pdf, pages[0])
        with QPainter(printer) as painter:
            try:
                for done, page in enumerate(pages):
                    tell(done / len(pages))
                    if done:
                        _turn(printer, pdf, page)
                        printer.newPage()
                    _paint(painter, printer, pdf, page)
            except BaseException:
                printer.abort()
                raise


def _asked_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages in the order of printing, from 0: those chosen, and what Qt leaves to us, which is
    their order and the copies that the printer cannot make. Raises BadInput when there are none."""
    pages, ranges = list(range(count)), printer.pageRanges()
    if printer.printRange() is printer.PrintRange.PageRange and not ranges.isEmpty():
        pages = [page for page in pages if ranges.contains(page + 1)]
    if not pages:
        raise BadInput(
            "Die pagina's heeft het document niet.",
            todo=f"Kies bij het afdrukken pagina's van 1 tot en met {count}.",
        )
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _paint(painter: QPainter, printer: QPrinter, pdf: QPdfDocument, page: int) -> None:
    from PySide6.QtPdf import QPdfDocumentRenderOptions

    area = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    wide, high = round(area.width()), round(area.height())
    for top in range(0, high, STRIP):
        strip = QSize(wide, min(STRIP, high - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(QSize(wide, high))
        options.setScaledClipRect(QRect(QPoint(0, top), strip))
        painter.drawImage(QPoint(0, top), pdf.render(page, strip, options))


@contextmanager
def _open_pdf(data: bytes) -> Iterator[QPdfDocument]:
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()  # no parent: the pages must not stay in memory
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(buffer)
    try:
        yield pdf
    finally:
        pdf.close()
        buffer.close()


def _paper_of(pdf: QPdfDocument) -> QPageSize:
    """The sheet of the first page, upright."""
    size = pdf.pagePointSize(0)
    upright = size if size.width() < size.height() else size.transposed()
    return QPageSize(upright, QPageSize.Unit.Point)


def _turn(printer: QPrinter, pdf: QPdfDocument, page: int) -> None:
    size = pdf.pagePointSize(page)
    wide = size.width() > size.height()
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)
