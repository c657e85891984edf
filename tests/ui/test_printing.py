"""Printing: the pages, copies and order that were chosen in the dialog of the system."""

from __future__ import annotations

import os
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.leaving import NotDeelbaar
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.writing.pdf import CannotWrite, write_pdf
from hgkm_desktop.ui.papers.document_out import Kept, Pages, Printed, print_pages
from hgkm_desktop.ui.papers.printing import _stay_on_this_computer, paint_pdf
from tests.builders import for_bestuur, made_deelbaar
from tests.reports.lines import MADE_ON
from tests.reports.sixty_events import a_case_of_sixty

TALL, WIDE = False, True
_ROUGH = 20  # dots on an inch: enough to see which page it is


@cache
def notitie() -> bytes:
    """A tall page, and then the line on wide ones."""
    made, case = BytesIO(), made_deelbaar(for_bestuur(a_case_of_sixty()))
    write_pdf(compose(case, settings=FileSettings(), made_on=MADE_ON), made)
    return made.getvalue()


def pages(state: CaseState = CaseState.DEELBAAR) -> Pages:
    return Pages(DocumentKind.GESPREKSNOTITIE, state, notitie())


def a_printer(target: Path, pages: str = "") -> QPrinter:
    """A printer of paper in a file; `pages` are those chosen in the dialog, such as '1,3-4'."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(_ROUGH)
    if pages:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString(pages))
    return printer


def painted(printer: QPrinter) -> list[bool]:
    """Print, and tell of every sheet whether it is wide."""
    parts: list[float] = []
    paint_pdf(notitie(), printer, parts.append)
    assert parts == sorted(parts)
    return sheets(Path(printer.outputFileName()))


def sheets(path: Path) -> list[bool]:
    read = QPdfDocument()
    read.load(str(path))
    sizes = [read.pagePointSize(page) for page in range(read.pageCount())]
    read.close()
    return [size.width() > size.height() for size in sizes]


def picture(path: Path, page: int) -> QImage:
    read = QPdfDocument()
    read.load(str(path))
    seen = read.render(page, read.pagePointSize(page).toSize())
    read.close()
    return seen


def nobody(_: float) -> None:
    """Nobody wants to know how far it is."""


@pytest.fixture
def target(qtbot: QtBot, tmp_path: Path) -> Path:
    return tmp_path / "afdruk.pdf"


def test_every_page_is_painted_in_its_own_direction(target: Path, tmp_path: Path) -> None:
    (tmp_path / "zelf.pdf").write_bytes(notitie())
    assert painted(a_printer(target)) == sheets(tmp_path / "zelf.pdf")
    assert sheets(target)[:3] == [TALL, WIDE, WIDE]
    seen = picture(target, 0)
    colours = {seen.pixelColor(x, y).name() for x in range(0, 590, 7) for y in range(0, 840, 7)}
    assert len(colours) > 3, "there is something on the page"


@pytest.mark.parametrize(
    ("pages", "wanted"), [("1-2", [TALL, WIDE]), ("3", [WIDE]), ("1,3", [TALL, WIDE])]
)
def test_only_the_pages_that_were_chosen_are_painted(
    target: Path, pages: str, wanted: list[bool]
) -> None:
    assert painted(a_printer(target, pages)) == wanted


def test_it_is_the_chosen_page_that_is_painted(target: Path, tmp_path: Path) -> None:
    painted(a_printer(target, "2"))
    painted(a_printer(tmp_path / "alles.pdf"))
    assert picture(target, 0) == picture(tmp_path / "alles.pdf", 1)
    assert picture(target, 0) != picture(tmp_path / "alles.pdf", 0)


def test_pages_are_no_choice_when_all_pages_were_chosen(target: Path) -> None:
    printer = a_printer(target, "2")
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    assert len(painted(printer)) > 2


def test_copies_that_the_printer_cannot_make_are_made_here(target: Path) -> None:
    printer = a_printer(target, "1-2")
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert painted(printer) == [TALL, WIDE, TALL, WIDE]
    printer.setCollateCopies(False)
    assert painted(printer) == [TALL, TALL, WIDE, WIDE]


def test_the_last_page_comes_first_when_that_was_asked(target: Path) -> None:
    printer = a_printer(target, "1-2")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert painted(printer) == [WIDE, TALL]


def test_pages_that_are_not_there_are_refused(target: Path) -> None:
    with pytest.raises(BadInput) as caught:
        painted(a_printer(target, "90-99"))
    assert "pagina's van 1 tot en met" in caught.value.todo
    assert not target.exists()


# --- to a file --------------------------------------------------------------------------------


def test_who_prints_to_a_pdf_gets_the_document_itself(target: Path) -> None:
    made = print_pages(pages(), a_printer(target), nobody)
    assert isinstance(made, Kept)
    assert target.read_bytes() == notitie()


@pytest.mark.parametrize("chosen", ["", "3"], ids=["all", "some"])
def test_what_must_stay_at_the_table_is_not_printed(target: Path, chosen: str) -> None:
    with pytest.raises(NotDeelbaar):
        print_pages(pages(CaseState.IN_BEWERKING), a_printer(target, chosen), nobody)
    assert not target.exists()


def test_some_pages_in_a_pdf_are_pictures_and_that_is_said(target: Path) -> None:
    made = print_pages(pages(), a_printer(target, "3"), nobody)
    assert isinstance(made, Printed)
    assert made.done == f"voor een deel in {target} gezet, als plaatjes van de pagina's"
    assert sheets(target) == [WIDE]


def test_a_pdf_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        print_pages(pages(), a_printer(tmp_path / "weg" / "afdruk.pdf"), nobody)


def test_printers_are_looked_for_on_this_computer_unless_someone_chose_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("CUPS_SERVER", "afdrukken.example")
    _stay_on_this_computer()
    assert os.environ["CUPS_SERVER"] == "afdrukken.example"
    monkeypatch.delenv("CUPS_SERVER")
    _stay_on_this_computer()
    assert os.environ["CUPS_SERVER"] == "/run/cups/cups.sock"
