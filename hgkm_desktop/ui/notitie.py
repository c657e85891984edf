"""Getting the gespreksnotitie out: to a pdf file or to the printer."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.files import ask_file, documents_folder
from hgkm_desktop.ui.problem_box import show_problem

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hgkm_desktop.reports import content


class Notitie(QObject):
    """Saves and prints the gespreksnotitie of the case that is open."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(document)
        self._document = document
        self._window = window

    @Slot()
    def save(self) -> None:
        """Ask where the pdf comes and write it; a file that is there is replaced as a whole."""
        case = self._document.case
        if case is None:
            return
        name = f"gespreksnotitie-{case.code}.pdf"
        dialog = ask_file(
            self._window, "Gespreksnotitie bewaren", documents_folder() / name, "Pdf (*.pdf)"
        )
        dialog.fileSelected.connect(self.write)
        dialog.open()

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the pdf and say where it is, or why it could not be written."""
        case = self._document.case
        if case is None:
            return
        from hgkm_desktop.reports.pdf import missing_characters, write_file

        made = self._compose(case)
        try:
            write_file(made, Path(path))
        except HgkmError as error:
            show_problem(self._window, error, "De notitie is niet gemaakt")
            return
        self._tell(path, missing_characters(made))

    @Slot()
    def print_out(self) -> None:
        """Print through the dialog of the system."""
        case = self._document.case
        if case is None:
            return
        from hgkm_desktop.ui.printing import ask_printer

        printer = ask_printer(self._window, f"Gespreksnotitie {case.code}")
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Paint the pages of the pdf on a printer, each in its own direction."""
        case = self._document.case
        if case is None:
            return
        from hgkm_desktop.reports.pdf import write_pdf
        from hgkm_desktop.ui.printing import paint_pdf

        target = BytesIO()
        write_pdf(self._compose(case), target)
        paint_pdf(target.getvalue(), printer)

    def _compose(self, case: Case) -> content.Document:
        from hgkm_desktop.reports.gespreksnotitie import compose

        return compose(case, settings=self._document.file.settings, made_on=date.today())

    def _tell(self, path: str, missing: tuple[str, ...]) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Gespreksnotitie bewaard")
        box.setText(f"De gespreksnotitie staat in {path}.")
        words = "Ze is in bewerking en blijft aan deze tafel. Lees haar zelf na: staat er iets in "
        words += "waaraan een buurman of collega dit gezin kan herkennen?"
        if missing:
            words += f"\n\nDeze tekens kan het lettertype niet tekenen: {' '.join(missing)}."
        box.setInformativeText(words)
        box.open()
