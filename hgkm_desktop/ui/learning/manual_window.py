"""The window of the manuals: contents at the left, text at the right, search, back, and as PDF."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.reports.manual.manual import MANUALS, Manual, text_of, where_of
from hgkm_desktop.reports.manual.manual_reader import anchor
from hgkm_desktop.ui.learning.manual_contents import ManualContents
from hgkm_desktop.ui.learning.manual_text import ManualPage
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.list_window import beside, make_large
from hgkm_desktop.ui.parts.own_window import OwnWindow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.writing.written import Line

TITLE = "Handleiding"
WHICH, SEARCH = "Welk document", "Zoeken in dit document"
_WIDTH, _HEIGHT = 1080, 760
_PARTS = (2, 5)


def show_manual(parent: QWidget, heading: str = "") -> ManualWindow:
    """Show the manual, at the heading of these words if they are given.

    A window that is open already comes to the front. The window goes with that of `parent`.
    """
    host = parent.window()
    shown = host.findChild(ManualWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    window = shown or ManualWindow(host)
    window.present(heading)
    return window


def make_pdf(manual: Manual, progress: Progress) -> bytes:
    """A manual as PDF."""
    from hgkm_desktop.reports.manual.manual import compose
    from hgkm_desktop.reports.writing.pdf import write_pdf

    target = BytesIO()
    write_pdf(compose(manual), target, progress=progress)
    return target.getvalue()


class ManualWindow(OwnWindow):
    """Reads the manuals of the program; nothing of a case is in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(TITLE, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._manual = MANUALS[0]
        self._before: list[tuple[Manual, int]] = []
        self._background = Background(self)
        self._target = Path()
        self._which, self._search = QComboBox(), Line()
        self._back, self._next = QPushButton("Terug"), QPushButton("Volgende")
        self._keep, self._said = QPushButton("Als pdf bewaren…"), label("", soft=True)
        self.contents, self.page = ManualContents(), ManualPage()
        self._lay_out()
        self._connect()
        self._read(self._manual)

    def present(self, heading: str = "") -> None:
        """Show the window in front, at a heading if it is given."""
        self.come_forward()
        if heading:
            self._go(MANUALS[0], anchor(heading))
        (self.page if heading else self.contents).setFocus()

    # --- what is read -------------------------------------------------------------------

    def _read(self, manual: Manual) -> None:
        """Show a manual from its beginning."""
        self._manual = manual
        text = text_of(manual)
        self.setWindowTitle(manual.label)
        with QSignalBlocker(self._which), QSignalBlocker(self.contents):
            self._which.setCurrentIndex(MANUALS.index(manual))
            self.contents.fill(text)
        self.page.read(text)
        self._count()

    def _go(self, manual: Manual, to: str) -> None:
        """Go somewhere, from where one can come back."""
        self._before.append((self._manual, self.page.place()))
        self._back.setEnabled(True)
        if manual is not self._manual:
            self._read(manual)
        if to:
            self.page.show_anchor(to)

    @Slot()
    def go_back(self) -> None:
        """Back to where a link was followed, or another document was chosen."""
        if not self._before:
            return
        manual, place = self._before.pop()
        self._back.setEnabled(bool(self._before))
        if manual is not self._manual:
            self._read(manual)
        self.page.show_place(place)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        found = where_of(url.toString(), self._manual)
        if found:
            self._go(*found)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._go(MANUALS[number], "")

    # --- searching ----------------------------------------------------------------------

    @Slot()
    def _to_search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def _count(self) -> None:
        """Mark what has the words, and say how often they are there."""
        words = self._search.text().strip()
        count = self.page.mark(words)
        self._next.setEnabled(count > 0)
        said = f"{count} keer gevonden" if count else "Niet gevonden. Probeer een ander woord."
        self._say(said if words else "")

    @Slot()
    def find_next(self) -> None:
        """Go to the next place that has the words; after the last comes the first."""
        place = self.page.find_next()
        if place:
            self._say(f"{place} van {self.page.found} gevonden")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    # --- as pdf -------------------------------------------------------------------------

    @Slot()
    def _ask_place(self) -> None:
        proposed = documents_folder() / f"{self._manual.name}.pdf"
        dialog = ask_file(self, "Als pdf bewaren", proposed, "Pdf (*.pdf)")
        dialog.fileSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Make the pdf of the manual on screen, and put it in a file."""
        self._target, manual = with_suffix(Path(path), ".pdf"), self._manual
        self._keep.setEnabled(False)
        self._say("De pdf wordt gemaakt.")
        self._background.start(lambda progress: make_pdf(manual, progress))

    @Slot(object)
    def _put(self, data: bytes) -> None:
        from hgkm_desktop.reports.writing.pdf import put_file

        try:
            put_file(data, self._target)
        except HgkmError as error:
            self._failed(error)
        else:
            self._keep.setEnabled(True)
            self._say(f"De pdf staat nu in {self._target}.")

    @Slot(object)
    def _failed(self, error: HgkmError) -> None:
        self._keep.setEnabled(True)
        self._say(f"{error.sentence} {error.todo}")

    # --- events -------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # another theme, or another size of text
            self.page.read_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._background.close()
        super().closeEvent(event)

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._which.addItems([manual.label for manual in MANUALS])
        self._which.setAccessibleName(WHICH)
        self._search.setPlaceholderText(SEARCH)
        self._search.setAccessibleName(SEARCH)
        self._search.setClearButtonEnabled(True)
        tell_keys(self._back, "Terug naar waar u was", "Alt+Left")
        tell_keys(self._next, "Naar de volgende plek met deze woorden", "F3")
        self._back.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        named = label(WHICH)
        named.setBuddy(self._which)
        top = (named, self._which, self._back, self._search, self._next, self._keep)
        column.addWidget(flowing(*top))
        column.addWidget(beside(self, self.contents, self.page, _WIDTH, _PARTS), 1)
        column.addWidget(self._said)
        for button in (self._back, self._next, self._keep):
            button.setAutoDefault(True)
        make_large(self, _WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self._which.activated.connect(self._choose)
        self._back.clicked.connect(self.go_back)
        self._next.clicked.connect(self.find_next)
        self._keep.clicked.connect(self._ask_place)
        self._search.textChanged.connect(self._count)
        self._search.returnPressed.connect(self.find_next)
        self.contents.wanted.connect(self.page.show_anchor)
        self.contents.opened.connect(self.page.setFocus)
        self.page.anchorClicked.connect(self._follow)
        self.page.heading_changed.connect(self.contents.show_current)
        self._background.done.connect(self._put)
        self._background.failed.connect(self._failed)
        standard = QKeySequence.StandardKey
        QShortcut(QKeySequence(standard.Find), self, self._to_search)
        QShortcut(QKeySequence("F3"), self, self.find_next)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
