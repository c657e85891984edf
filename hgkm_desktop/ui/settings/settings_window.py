"""The one window for settings: of the program on this computer, and of the file that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.settings import Settings
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.chosen import Chosen
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.settings.settings_file import FileSettingsPage
from hgkm_desktop.ui.settings.settings_program import ProgramSettingsPage

TITLE = "Instellingen"
OF_PROGRAM, OF_FILE = "Dit programma", "Dit bestand"
_WIDTH, _HEIGHT = 640, 720
_NO_FILE = (
    "Hier staan de instellingen van een casusbestand: de huisstijl van de documenten en de grens "
    "voor kleine aantallen. Open eerst een casusbestand."
)
_AGAIN = "Sluit u nog een keer? Dan blijft het zoals het was."


class SettingsWindow(QDialog):
    """Every choice holds at once; one button lets all be as it was when the window came up.

    `file_changed` and `days_changed` follow what is seen elsewhere. Closed with something in a
    field that cannot be, it says so first.
    """

    file_changed = Signal()
    days_changed = Signal()

    def __init__(
        self, parent: QWidget, chosen: Chosen, document: Document | None, *, at_file: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self._chosen, self._is_warned, self._is_done = chosen, False, False
        self._program = ProgramSettingsPage(chosen)
        self._file = FileSettingsPage(document) if document is not None else None
        self._tabs = QTabWidget()
        self._back = QPushButton("Alles terugdraaien")
        self._lay_out()
        chosen.changed.connect(self._follow_program)
        if self._file is not None:
            self._file.changed.connect(self._follow)
            self._file.changed.connect(self.file_changed)
        self._follow()
        self._tabs.setCurrentIndex(int(at_file and self._file is not None))
        self._first_field().setFocus()

    @property
    def _pages(self) -> tuple[ProgramSettingsPage | FileSettingsPage, ...]:
        return (self._program,) if self._file is None else (self._program, self._file)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self._tabs.tabBar().setAccessibleName("Waarvoor de instellingen zijn")
        self._tabs.addTab(self._program, OF_PROGRAM)
        self._tabs.addTab(self._file or _no_file(), OF_FILE)
        column.addWidget(self._tabs, 1)
        column.addWidget(label("Wat u kiest, geldt meteen.", small=True))
        foot, close = QWidget(), QPushButton("Sluiten")
        row = Flow(foot, (0, 0, 0, 0), 8)
        row.add_room()
        for button in (self._back, close):
            row.addWidget(button)
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self._turn_back)
        close.setProperty("main", True)
        close.clicked.connect(self.accept)
        column.addWidget(foot)
        close.setDefault(True)
        room = self.screen().availableSize()
        wide, high = (
            min(scaled(_WIDTH), room.width() - 20),
            min(scaled(_HEIGHT), room.height() - 60),
        )
        self.resize(wide, high)

    def _first_field(self) -> QWidget:
        """Where the keyboard begins: the first field of the page that is shown."""
        page = self._pages[min(self._tabs.currentIndex(), len(self._pages) - 1)]
        return page.first_field()

    @Slot()
    def accept(self) -> None:
        self._close()

    @Slot()
    def reject(self) -> None:
        self._close()

    def _close(self) -> None:
        """Take what is typed and close; what cannot be is said once before."""
        for page in self._pages:
            if not page.settle() and not self._is_warned:
                self._is_warned = True
                self._tabs.setCurrentWidget(page)
                page.go_to_wrong(_AGAIN)
                return
        super().accept()

    @Slot()
    def _follow(self) -> None:
        self._is_warned = False
        self._back.setEnabled(any(page.is_changed for page in self._pages))

    def done(self, result: int) -> None:
        """Close; what is changed in the menus from here on is no matter of this window."""
        if not self._is_done:
            self._is_done = True
            self._chosen.changed.disconnect(self._follow_program)
        super().done(result)

    @Slot(object, object)
    def _follow_program(self, before: Settings, after: Settings) -> None:
        self._program.fill()
        self._follow()
        if before.days != after.days:
            self.days_changed.emit()

    @Slot()
    def _turn_back(self) -> None:
        try:
            for page in self._pages:
                page.turn_back()
        except HgkmError as error:
            show_problem(self, error, "Het is niet teruggedraaid")
        self._follow()
        self._first_field().setFocus()


def _no_file() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(label(_NO_FILE))
    column.addStretch(1)
    return page
