"""Printing of a made pdf through the dialog of the system, each page in its own direction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # Imported where they are used: most sessions never print.
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.ui.background import Progress

PRINT_DPI = 300
STRIP = 600  # dots of a page at a time: meanwhile the window stands still


def ask_printer(parent: QWidget, name: str, data: bytes) -> QPrinter | None:
    """The printer that the user chose for a pdf; None when they changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setDocName(name)
    with _open_pdf(data) as pdf:
        printer.setPageSize(_paper_of(pdf))
        _turn(printer, pdf, 0)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def paint_pdf(data: bytes, printer: QPrinter, tell: Progress) -> None:
    """Paint the pages of a pdf on a printer; what `tell` raises leaves the rest unprinted."""
    printer.setFullPage(True)
    with _open_pdf(data) as pdf:
        _turn(printer, pdf, 0)
        with QPainter(printer) as painter:
            try:
                for page in range(pdf.pageCount()):
                    tell(page / pdf.pageCount())
                    _paint(painter, printer, pdf, page)
            except BaseException:
                printer.abort()
                raise


def _paint(painter: QPainter, printer: QPrinter, pdf: QPdfDocument, page: int) -> None:
    if page:
        _turn(printer, pdf, page)
        printer.newPage()
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
