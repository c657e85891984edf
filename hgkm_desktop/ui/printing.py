"""Printing of a made pdf through the dialog of the system, each page in its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # Imported where they are used: most sessions never print.
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

PRINT_DPI = 300


def ask_printer(
    parent: QWidget, name: str, paper: QPageSize.PageSizeId | None = None
) -> QPrinter | None:
    """The printer that the user chose for a document; None when they changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setDocName(name)
    if paper is not None:
        printer.setPageSize(QPageSize(paper))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def paint_pdf(data: bytes, printer: QPrinter) -> None:
    """Paint the pages of a pdf on a printer."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()  # no parent: the pages must not stay in memory
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(buffer)
    printer.setFullPage(True)
    _turn(printer, pdf, 0)
    with QPainter(printer) as painter:
        for page in range(pdf.pageCount()):
            if page:
                _turn(printer, pdf, page)
                printer.newPage()
            area = QRectF(printer.paperRect(printer.Unit.DevicePixel))
            size = QSize(round(area.width()), round(area.height()))
            painter.drawImage(QRectF(0, 0, area.width(), area.height()), pdf.render(page, size))
    pdf.close()
    buffer.close()


def _turn(printer: QPrinter, pdf: QPdfDocument, page: int) -> None:
    size = pdf.pagePointSize(page)
    wide = size.width() > size.height()
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)
