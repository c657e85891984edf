"""An afternoon with the program in which words are typed, looked up, shown and thrown away.

`python -m tests.traces.scene FOLDER short|long` makes FOLDER/<map>/<name>.hgkm and kills itself at
the end. What it is asked to make, it makes in FOLDER/gevraagd.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
)

from hgkm_desktop.app import make_application, make_window
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leaving import OF_CASE, may_leave
from hgkm_desktop.models.reading import after_edit, read_through
from hgkm_desktop.models.terms import DocumentForm, DocumentKind
from hgkm_desktop.ui.check.check_list import CheckList
from hgkm_desktop.ui.check.check_window import CheckWindow
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.idle import IdleWatch
from hgkm_desktop.ui.finding.search_window import SearchWindow
from hgkm_desktop.ui.papers.documents import Documents
from hgkm_desktop.ui.window.workspace import STEPS, TIMELINE_STEP, Workspace
from tests.traces.words import STEM, planted, planted_works, typed
from tests.ui.keyboard import (
    CTRL,
    fill,
    focused,
    name_of,
    press,
    tab_to,
    type_text,
    wait_until,
)

Key = Qt.Key
DAY = "3-2-2021 incident: "
MOST_PAGES = 8


class Afternoon:
    """The window, and what is done in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, folder / "gevraagd"
        self.path = folder / typed("map van het bestand") / typed("naam van het bestand")
        self.path = self.path.with_suffix(".hgkm")
        self.path.parent.mkdir()
        self.asked.mkdir()
        self.window = make_window(make_application())
        self.window.show()
        self.window.activateWindow()

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def case(self) -> Case:
        assert self.document.case is not None
        return self.document.case

    @property
    def documents(self) -> Documents:
        assert self.window.open_file is not None
        return self.window.open_file.documents

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def choose(self, words: str) -> None:
        """Choose something in the menus."""
        (action,) = (a for a in self.window.findChildren(QAction) if a.text() == words)
        action.trigger()

    # --- the file -------------------------------------------------------------------------

    def make_file(self) -> None:
        assert name_of(focused()) == "Nieuw casusbestand maken"
        press(Key.Key_Space)
        tab_to("Waar en onder welke naam")
        fill(str(self.path))
        tab_to("Organisatie die op de documenten staat")
        type_text(typed("organisatie"))
        self.type_new(typed("wachtwoord"))
        tab_to("Nu niet")
        press(Key.Key_Space)
        _go_without_sheet()

    def type_new(self, passphrase: str, name: str = "Wachtwoord") -> None:
        tab_to(name)
        type_text(passphrase)
        tab_to("Nog een keer")
        type_text(passphrase)
        press(Key.Key_Return)

    def plant(self, pages: int) -> None:
        """Put a word in every field, and show so many pages of each work."""
        case, _ = planted()
        self.document.add_case(case)
        self.wait_saved()
        assert self.document.file.load(case.id) == after_edit(None, case)
        for work in planted_works()[0]:
            self.document.edit("nieuw", work)
            self.workspace._works.show(work.id)
            for page in range(pages):
                self.workspace._works.show_page(page)
        self.workspace.show_step(0)
        self.wait_saved()

    def wait_saved(self) -> None:
        wait_until(lambda: not self.document.has_unsaved)

    def change_passphrase(self) -> None:
        self.choose("Wachtwoord wijzigen…")
        tab_to("Wachtwoord van nu")
        type_text(typed("wachtwoord"))
        self.type_new(typed("nieuw wachtwoord"), "Nieuw wachtwoord")
        wait_until(lambda: focused().window().windowTitle() == "Herstelblad")
        press(Key.Key_Escape)
        _go_without_sheet()

    def check_backups(self) -> None:
        self.window.show_backups()
        tab_to("Wachtwoord van dit casusbestand")
        type_text(typed("wachtwoord"))
        tab_to("Alle controleren")
        press(Key.Key_Space)
        wait_until(lambda: "gecontroleerd" in _said())
        press(Key.Key_Escape)

    def open_again(self) -> None:
        press(Key.Key_W, CTRL)
        press(Key.Key_O, CTRL)
        fill(str(self.path))
        press(Key.Key_Return)
        for passphrase in (typed("verkeerd wachtwoord"), typed("nieuw wachtwoord")):
            assert name_of(focused()) == "Wachtwoord"
            fill(passphrase)
            press(Key.Key_Return)

    def pass_on(self) -> None:
        """Make a copy for a colleague, beside the file."""
        copy = self.path.with_name("kopie.hgkm")
        self.choose("Kopie voor een collega…")
        tab_to("Waar en onder welke naam")
        fill(str(copy))
        self.type_new(typed("wachtwoord van de kopie"), "Wachtwoord van de kopie")
        wait_until(copy.exists)
        press(Key.Key_Escape)

    def destroy(self) -> None:
        code = self.case.code
        self.choose("Casus vernietigen…")
        tab_to("Welke functie vernietigt de casus")
        type_text(typed("functie op de verklaring"))
        tab_to("Typ de code van de casus om te vernietigen")
        type_text(code)
        tab_to("Vernietigen")
        press(Key.Key_Space)
        wait_until(lambda: self.document.case is None)
        press(Key.Key_Escape)

    # --- the case -------------------------------------------------------------------------

    def look_everywhere(self) -> None:
        for number in range(len(STEPS)):
            press(Key(Key.Key_1 + number), CTRL)
            assert self.workspace.current_step() == number
        self.workspace.show_step(TIMELINE_STEP)
        press(Key.Key_T, CTRL)
        for key, modifier in (
            (Key.Key_E, CTRL),
            (Key.Key_B, CTRL),
            (Key.Key_K, CTRL),
            (Key.Key_R, CTRL),
        ):
            press(Key.Key_T, CTRL)
            press(Key.Key_Home)
            press(key, modifier)
            press(Key.Key_Escape)

    def search(self) -> None:
        press(Key.Key_F, CTRL)
        type_text(typed("zoekwoord"))
        wait_until(lambda: not self.workspace.timeline_page.model.rowCount())
        _clear_field()
        wait_until(lambda: bool(self.workspace.timeline_page.model.rowCount()))

    def search_everything(self) -> None:
        """Have all of the file in the index, ask it something, and go to what is found."""
        press(Key.Key_F3)
        window = focused().window()
        assert isinstance(window, SearchWindow)
        type_text(typed("zoekwoord"))
        type_text(STEM)
        _clear_field()
        type_text(STEM)
        listed = window.findChild(QListWidget)
        assert listed is not None
        wait_until(lambda: listed.count() > MOST_PAGES)
        press(Key.Key_Escape)

    def type_and_undo(self) -> None:
        press(Key.Key_L, CTRL)
        type_text(DAY + typed("invoerregel"))
        press(Key.Key_Return)
        self.wait_saved()
        press(Key.Key_Z, CTRL)
        press(Key.Key_Y, CTRL)
        press(Key.Key_Z, CTRL)
        self.wait_saved()

    def copy(self) -> None:
        press(Key.Key_T, CTRL)
        press(Key.Key_Home)
        before = self.case
        press(Key.Key_C, CTRL)
        press(Key.Key_V, CTRL)
        assert len(self.case.events) > len(before.events)
        press(Key.Key_Z, CTRL)
        assert self.case == before
        press(Key.Key_L, CTRL)
        type_text(typed("tekst op het klembord"))
        press(Key.Key_A, CTRL)
        press(Key.Key_X, CTRL)
        assert QGuiApplication.clipboard().text() == typed("tekst op het klembord")

    def present(self) -> None:
        press(Key.Key_F5)
        for _ in range(4):
            press(Key.Key_Right)
        press(Key.Key_F12)
        press(Key.Key_F12)
        press(Key.Key_Escape)

    def check(self) -> None:
        """Have the whole case looked through by the herleidbaarheidscheck."""
        press(Key.Key_H, CTRL)
        window = focused().window()
        assert isinstance(window, CheckWindow)
        listed = window.findChild(CheckList)
        assert listed is not None
        wait_until(lambda: listed.count() > len(planted()[1]) // 2)
        window.close()

    # --- documents ------------------------------------------------------------------------

    def look_at(self, kind: DocumentKind) -> None:
        """See a document, say that it must be kept, then not; ask for a printer, then not."""
        must_be_read = not may_leave(kind, self.case.state)
        if must_be_read:
            read = read_through(self.case, typed("functie van wie nalas"), date(2026, 3, 1))
            self.document.edit("deelbaar", read)
        self.documents.open(kind)
        self.wait_made()
        window = self.documents.window
        assert window is not None
        window.keep_wanted.emit(DocumentForm.PDF)
        assert isinstance(focused().window(), QFileDialog)
        press(Key.Key_Escape)
        QTimer.singleShot(300, _cancel_print)
        window.print_wanted.emit()
        self.wait_made()
        if must_be_read:
            self.document.undo_stack.undo()
            self.wait_made()

    def keep(self, name: str, form: DocumentForm) -> None:
        """Keep what is seen, which is asked."""
        self.documents._form = form
        self.documents.keep_in(str(self.asked / name))
        self.wait_made()

    def print_in(self, name: str) -> None:
        """Print what is seen, but for its last page, in a file, which is asked."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.asked / name))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(1, 1)
        self.documents.print_on(printer)
        self.wait_made()

    def leave_documents(self) -> None:
        window = self.documents.window
        assert window is not None
        window.reject()

    def wait_made(self) -> None:
        wait_until(lambda: not self.documents.is_busy)

    def cancel_picture(self) -> None:
        self.choose("Tijdlijn als afbeelding…")
        tab_to("Bewaren")
        press(Key.Key_Space)
        press(Key.Key_Escape)
        press(Key.Key_Escape)

    # --- trouble --------------------------------------------------------------------------

    def go_wrong(self) -> None:
        button = QPushButton(self.window)
        button.clicked.connect(_fail)
        button.click()
        qWarning(f"QFile::open: {typed('melding van Qt')} ontbreekt")
        wait_until(lambda: bool(self.window.findChildren(QMessageBox)))
        for box in self.window.findChildren(QMessageBox):
            box.close()

    def lock(self, passphrase: str) -> None:
        watch = self.window.findChild(IdleWatch)
        assert watch is not None
        press(Key.Key_L, CTRL)
        type_text(DAY + typed("half getypt op de invoerregel"))
        watch.due.emit()
        wait_until(lambda: self.document.file.is_locked)
        type_text(passphrase)
        press(Key.Key_Return)
        wait_until(lambda: not self.document.file.is_locked)

    def die(self) -> None:
        """As when the power goes: nothing is tidied up, and an edit is half done."""
        os.kill(os.getpid(), signal.SIGKILL)


def _go_without_sheet() -> None:
    tab_to("Doorgaan zonder")
    press(Key.Key_Space)


def _clear_field() -> None:
    press(Key.Key_A, CTRL)
    press(Key.Key_Backspace)


def _said() -> str:
    window = focused().window()
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def _fail() -> None:
    raise RuntimeError(typed("tekst van een fout"))


def _cancel_print() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.close()


def go_through_all(afternoon: Afternoon) -> None:
    """Everything that can be done with a case, and a sudden end."""
    afternoon.make_file()
    afternoon.plant(MOST_PAGES)
    afternoon.look_everywhere()
    afternoon.search()
    afternoon.search_everything()
    afternoon.type_and_undo()
    afternoon.copy()
    afternoon.present()
    afternoon.check()
    for kind in OF_CASE:
        afternoon.look_at(kind)
        afternoon.leave_documents()
    afternoon.documents.open(DocumentKind.CASUSVERSLAG)
    afternoon.wait_made()
    afternoon.keep("verslag.pdf", DocumentForm.PDF)
    afternoon.keep("verslag.odt", DocumentForm.ODT)
    afternoon.print_in("bladzijde.pdf")
    afternoon.leave_documents()
    afternoon.cancel_picture()
    afternoon.go_wrong()
    afternoon.lock(typed("wachtwoord"))
    afternoon.check_backups()
    press(Key.Key_L, CTRL)
    _clear_field()
    afternoon.change_passphrase()
    afternoon.open_again()
    afternoon.lock(typed("nieuw wachtwoord"))
    press(Key.Key_L, CTRL)
    _clear_field()
    afternoon.pass_on()
    afternoon.destroy()
    afternoon.die()


def go_through_some(afternoon: Afternoon) -> None:
    """The same in a few seconds."""
    afternoon.make_file()
    afternoon.plant(1)
    afternoon.look_everywhere()
    afternoon.search()
    afternoon.search_everything()
    afternoon.type_and_undo()
    afternoon.copy()
    afternoon.look_at(DocumentKind.CASUSVERSLAG)
    afternoon.keep("verslag.pdf", DocumentForm.PDF)
    afternoon.leave_documents()
    afternoon.go_wrong()
    afternoon.lock(typed("wachtwoord"))
    afternoon.die()


def main() -> int:
    """Go through one of them, and say what goes wrong in it: the program itself says nothing."""
    folder, form = Path(sys.argv[1]), sys.argv[2]
    try:
        _go_through(folder, form)
    except BaseException:
        traceback.print_exc()
        raise
    return 0


def _go_through(folder: Path, form: str) -> None:
    (go_through_all if form == "long" else go_through_some)(Afternoon(folder))


if __name__ == "__main__":
    sys.exit(main())
