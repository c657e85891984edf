"""The window of all keys, in groups; kept as PDF or printed it is a sheet beside the keyboard."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.key_map import KeyGroup, key_groups
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.list_window import make_large
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, scrolling

TITLE = "Toetsen"
_WIDTH, _HEIGHT = 660, 720
_ON_LINE = "Losse letters en cijfers werken als u op de tijdlijn of in de tabel staat."


def show_keys(parent: QWidget) -> None:
    """Open the window over another one."""
    KeysWindow(parent).open()


def make_sheet() -> bytes:
    """The keys as PDF."""
    from hgkm_desktop.reports.manual.key_sheet import compose
    from hgkm_desktop.reports.writing.pdf import write_pdf

    target = BytesIO()
    write_pdf(compose(), target)
    return target.getvalue()


class KeysWindow(QDialog):
    """Lists every key with what it does; with large text it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._said = label("", soft=True)
        self._said.hide()
        self._keep, self._print = QPushButton("Bewaren als pdf…"), QPushButton("Afdrukken…")
        self._close = QPushButton("Sluiten")
        self._lay_out()
        self._keep.clicked.connect(self._ask_place)
        self._print.clicked.connect(self._ask_printer)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(TITLE, level=2))
        column.addWidget(label(_ON_LINE, muted=True))
        reading = scrolling(_groups())
        reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        reading.setAccessibleName(TITLE)
        reading.setAccessibleDescription("\n".join(_spoken(group) for group in key_groups()))
        column.addWidget(reading, 1)
        column.addWidget(self._said)
        buttons = (self._keep, self._print, self._close)
        for button in buttons:
            button.setAutoDefault(True)
        column.addWidget(flowing(*buttons))
        make_large(self, _WIDTH, _HEIGHT)
        reading.setFocus()

    # --- on paper ---------------------------------------------------------------------------

    @Slot()
    def _ask_place(self) -> None:
        proposed = documents_folder() / "toetsen.pdf"
        dialog = ask_file(self, "Toetsen bewaren", proposed, "Pdf (*.pdf)")
        dialog.fileSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Put the sheet in a file."""
        from hgkm_desktop.reports.writing.pdf import put_file

        target = with_suffix(Path(path), ".pdf")
        try:
            put_file(make_sheet(), target)
        except HgkmError as error:
            self._say(f"{error.sentence} {error.todo}")
        else:
            self._say(f"De toetsen staan nu in {target}.")

    @Slot()
    def _ask_printer(self) -> None:
        """Print the sheet through the dialog of the system."""
        from hgkm_desktop.ui.papers.printing import ask_printer, paint_pdf

        sheet = make_sheet()
        printer = ask_printer(self, "toetsen", sheet)
        if printer is None:
            return
        try:
            paint_pdf(sheet, printer, _nobody)
        except HgkmError as error:
            self._say(f"{error.sentence} {error.todo}")
        else:
            self._say("De toetsen zijn naar de printer gestuurd.")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self, words)


def _nobody(_: float) -> None:
    """Two pages are painted at once: nobody wants to know how far that is."""


def _groups() -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(6, 6, 8, 6)
    column.setSpacing(10)
    for group in key_groups():
        column.addWidget(_card(group))
    column.addStretch(1)
    return inner


def _card(group: KeyGroup) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(20)
    grid.addWidget(label(group.name, level=3), 0, 0, 1, 2)
    for place, row in enumerate(group.rows, 1):
        grid.addWidget(label(row.name, soft=True), place, 0)
        grid.addWidget(label(row.does), place, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    return card


def _spoken(group: KeyGroup) -> str:
    rows = (f"{row.name}: {row.does}" for row in group.rows)
    return "\n".join((f"{group.name}.", *rows))
