"""The herstelblad: on paper, and then a look whether it was really kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from secrets import SystemRandom

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import CaseFile, PassedOn, same_group
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.parts.files import ask_file, documents_folder
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.problem_box import a_box, give_width
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.parts.theme import scaled

LATER = "Het blad maken kan ook later, met Herstelblad… in het menu Bestand."
LATER_OF_COPY = "Later kan alleen wie de kopie opent dit blad nog maken."
_WIDTH = 560
_ASKED_BACK = 2
_COLUMNS = 4


class HerstelbladDialog(QDialog):
    """Shows the herstelcode of an open file, puts it on paper, and asks two groups back.

    `first` is a sentence about what was done just before; it stands above the rest. `later` says
    how the sheet can still be made; with it, who closes a sheet that is not on paper yet is asked
    first. Without it an older sheet of this file holds as well, and nothing is asked.
    """

    def __init__(
        self, parent: QWidget, casefile: CaseFile | PassedOn, first: str = "", later: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty(HOLDS_SECRET, True)
        self.setWindowTitle("Herstelblad")
        self._name, self._first, self._later = casefile.path.stem, first, later
        self._organisation = casefile.settings.organisation
        self._groups = casefile.recovery_code().split("-")
        asked = sorted(SystemRandom().sample(range(len(self._groups)), _ASKED_BACK))
        self._back = {number: QLineEdit() for number in asked}
        self._said, self._problem = label("", quote=True), problem_label()
        self._not_done = problem_label()
        self._said.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._code_page())
        self._pages.addWidget(self._check_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self._pages)
        self.resize(scaled(_WIDTH), self.sizeHint().height())

    @Slot()
    def reject(self) -> None:
        """Close; a sheet that would be missed is asked about first."""
        if not self._later:
            super().reject()
            return
        box = a_box(
            self,
            "Doorgaan zonder herstelblad?",
            "U hebt de code nog niet afgedrukt, bewaard of overgetypt.",
            "Raakt het wachtwoord kwijt, dan opent alleen dit blad het bestand. Zonder blad is dan "
            f"alles in het bestand voorgoed weg.\n{self._later}",
        )
        back = box.addButton("Terug naar het herstelblad", box.ButtonRole.RejectRole)
        further = box.addButton("Doorgaan zonder", box.ButtonRole.DestructiveRole)
        further.clicked.connect(self._go_without)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        give_width(box)
        box.open()

    @Slot()
    def _go_without(self) -> None:
        self._later = ""
        self.reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not event.spontaneous():
            self._later = ""  # the program locks: nobody is asked, and no code stays on screen
        super().closeEvent(event)

    def pdf(self) -> bytes:
        """The herstelblad on a page, made in memory: nothing of it is written by itself."""
        from hgkm_desktop.reports.case.herstelblad import compose
        from hgkm_desktop.reports.writing.pdf import write_pdf

        target = BytesIO()
        document = compose(
            self._name, self._groups, made_on=date.today(), organisation=self._organisation
        )
        write_pdf(document, target)
        return target.getvalue()

    # --- the code -------------------------------------------------------------------------

    def _code_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        column.addWidget(label("Herstelblad", level=2))
        if self._first:
            column.addWidget(label(self._first, quote=True))
        column.addWidget(
            label(
                "Met deze code opent u het bestand als het wachtwoord kwijt is. Druk het blad af "
                "of schrijf de code over. Bewaar het papier achter slot, niet bij de computer."
            )
        )
        column.addWidget(_group_grid(self._groups))
        column.addWidget(self._said)
        column.addWidget(self._not_done)
        on_paper, as_file = QPushButton("Afdrukken…"), QPushButton("Bewaren als pdf…")
        on_paper.setProperty("main", True)
        on_paper.clicked.connect(self._print)
        as_file.clicked.connect(self._ask_file)
        further, later = QPushButton("Verder"), QPushButton("Nu niet")
        further.clicked.connect(self._go_to_check)
        later.clicked.connect(self.reject)
        for button in (on_paper, as_file, further, later):
            button.setAutoDefault(True)
        column.addWidget(flowing(on_paper, as_file, further, later))
        return page

    @Slot()
    def _print(self) -> None:
        from hgkm_desktop.ui.papers.printing import ask_printer, asked_file, paint_pdf

        data = self.pdf()
        printer = ask_printer(self, "Herstelblad", data)
        if printer is None:
            return
        chosen = asked_file(printer)
        if chosen is not None:
            self._ask_whether(partial(self.keep, str(chosen)))
            return
        try:
            paint_pdf(data, printer, _nobody)
        except HgkmError as error:
            self._say(error.sentence, self._not_done)
        else:
            self._later = ""
            self._say("Het blad is naar de printer. Kijk of het goed is afgedrukt.")

    @Slot()
    def _ask_file(self) -> None:
        self._ask_whether(self._ask_place)

    def _ask_whether(self, go_on: Callable[[], None]) -> None:
        """Say what a file means before there is one, also where a printer makes it."""
        box = a_box(
            self,
            "De sleutel in een gewoon bestand?",
            "Dit blad is de sleutel van uw casusbestand. Als pdf staat hij in een gewoon bestand, "
            "zonder versleuteling.",
            "Wie die pdf heeft, kan alles in het casusbestand lezen. Druk het blad liever af. "
            "Moet het als pdf, zet die dan niet op deze computer, en gooi hem weg als u hem hebt "
            "afgedrukt.",
        )
        back = box.addButton("Terug naar het herstelblad", box.ButtonRole.RejectRole)
        box.addButton("Toch bewaren", box.ButtonRole.AcceptRole)
        box.accepted.connect(go_on)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        give_width(box)
        box.open()

    @Slot()
    def _ask_place(self) -> None:
        proposed = documents_folder() / "herstelblad.pdf"
        dialog = ask_file(self, "Herstelblad bewaren", proposed, "Pdf (*.pdf)")
        dialog.fileSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Put the page in a file, and say that it cannot stay there."""
        from hgkm_desktop.reports.writing.pdf import put_file

        try:
            put_file(self.pdf(), Path(path), private=True)
        except HgkmError as error:
            self._say(error.sentence, self._not_done)
            return
        self._later = ""
        self._say(
            "Het blad is bewaard. Wie die pdf heeft, kan het casusbestand openen. "
            "Druk hem af en gooi de pdf daarna weg."
        )

    def _say(self, words: str, where: QLabel | None = None) -> None:
        """What was done, or in another place what was not."""
        for part in (self._said, self._not_done):
            part.setText(words if part is (where or self._said) else "")
            part.setVisible(bool(part.text()))

    # --- the check ------------------------------------------------------------------------

    def _check_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        column.addWidget(label("Hebt u het blad?", level=2))
        numbers = list_text([str(number + 1) for number in self._back])
        column.addWidget(label(f"Typ groep {numbers} over van het papier."))
        for number, line in self._back.items():
            name = f"Groep {number + 1}"
            words = label(name)
            words.setBuddy(line)
            line.setAccessibleName(name)
            line.setMaximumWidth(scaled(140))
            line.returnPressed.connect(self._check)
            column.addWidget(words)
            column.addWidget(line)
        column.addWidget(self._problem)
        done, back = QPushButton("Klaar"), QPushButton("Terug naar de code")
        done.setProperty("main", True)
        for button in (done, back):
            button.setAutoDefault(True)
        done.clicked.connect(self._check)
        back.clicked.connect(self._go_to_code)
        row = QHBoxLayout()
        row.addWidget(done)
        row.addWidget(back)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        return page

    @Slot()
    def _go_to_check(self) -> None:
        self._pages.setCurrentIndex(1)
        next(iter(self._back.values())).setFocus()

    @Slot()
    def _go_to_code(self) -> None:
        self._pages.setCurrentIndex(0)

    @Slot()
    def _check(self) -> None:
        wrong = [
            n for n, line in self._back.items() if not same_group(line.text(), self._groups[n])
        ]
        if not wrong:
            self.accept()
            return
        verb = "kloppen" if len(wrong) > 1 else "klopt"
        self._problem.setText(
            f"Groep {list_text([str(number + 1) for number in wrong])} {verb} niet. "
            "Kijk op het papier, of ga terug naar de code."
        )
        self._problem.show()
        self._back[wrong[0]].selectAll()
        self._back[wrong[0]].setFocus()


def _nobody(_: float) -> None:
    """Nobody waits to hear how far one page is."""


def _group_grid(groups: Sequence[str]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 8, 0, 8)
    for number, group in enumerate(groups):
        words = label(f"{number + 1}.  {group}", level=3)
        words.setAccessibleName(f"Groep {number + 1}: {' '.join(group)}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        grid.addWidget(words, number // _COLUMNS, number % _COLUMNS)
    return made
