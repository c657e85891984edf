"""The cases of a file that were destroyed: their verklaring, and finishing what was cut off."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop import policy
from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.vernietiging import Vernietiging
from hgkm_desktop.ui.papers.ways_out import offer
from hgkm_desktop.ui.parts.files import ask_file, documents_folder, with_suffix
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

_NONE = "In dit bestand is nog geen casus vernietigd."
_SOME = "Van deze casussen staat niets meer in het bestand of in de back-ups op deze computer."
_DONE = (
    "Het vernietigen is klaar. Bewaar nu de verklaring. Documenten en kopieën die elders staan, "
    "haalt u zelf weg."
)
_UNFINISHED = (
    "Een vernietiging is nog niet af. De casus is al weg uit het bestand, maar kan nog in oudere "
    "back-ups staan."
)


class DestroyedDialog(QDialog):
    """Lists them, the newest first; `finish_wanted` asks to finish what is not finished.

    With `is_done` it says that this was done just now, and what is left to do.
    """

    finish_wanted = Signal()

    def __init__(self, parent: QWidget, casefile: CaseFile, *, is_done: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Vernietigde casussen")
        self._file = casefile
        self._noted: tuple[Vernietiging, ...] = tuple(reversed(casefile.destroyed()))
        self._said, self._list = label(""), QListWidget()
        self._is_done = is_done
        self._lay_out()
        self._list.currentRowChanged.connect(self._look)
        self._fill()

    def pdf(self) -> bytes:
        """The verklaring of the case that is chosen."""
        from hgkm_desktop.reports.case.verklaring import compose
        from hgkm_desktop.reports.writing.pdf import write_pdf

        target = BytesIO()
        organisation = self._file.settings.organisation
        write_pdf(compose(self._chosen(), organisation=organisation), target)
        return target.getvalue()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label("Vernietigde casussen", level=2))
        column.addWidget(self._said)
        self._list.setAccessibleName("Vernietigde casussen, de nieuwste eerst")
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(scaled(120))
        column.addWidget(self._list, 1)
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self._keep = buttons.addButton("Verklaring bewaren…", roles.ActionRole)
        self._finish = buttons.addButton("Nu afmaken", roles.ActionRole)
        self._close = buttons.addButton("Sluiten", roles.RejectRole)
        for button in (self._keep, self._finish, self._close):
            assert isinstance(button, QPushButton)
            button.setAutoDefault(True)
        self._keep.setProperty("main", True)
        self._keep.clicked.connect(self._ask_place)
        self._finish.clicked.connect(self._ask_finish)
        self._close.clicked.connect(self.reject)
        column.addWidget(buttons)
        assert isinstance(self._keep, QPushButton)
        self._keep.setDefault(True)  # once it is in the dialog: then Enter in the list does it too
        self.resize(scaled(520), scaled(380))

    def _fill(self) -> None:
        self._list.addItems([_words(noted) for noted in self._noted])
        self._list.setEnabled(bool(self._noted))
        unfinished = any(not noted.is_finished for noted in self._noted)
        self._finish.setVisible(unfinished)
        self._finish.setEnabled(not self._file.read_only)
        done = _DONE if self._is_done else _SOME
        self._said.setText(_UNFINISHED if unfinished else done if self._noted else _NONE)
        self._list.setCurrentRow(0)
        self._look()
        (self._list if self._noted else self._close).setFocus()

    def _chosen(self) -> Vernietiging:
        return self._noted[max(self._list.currentRow(), 0)]

    @Slot()
    def _look(self) -> None:
        offer((self._keep,), is_possible=bool(self._noted) and self._chosen().is_finished)

    @Slot()
    def _ask_finish(self) -> None:
        self.accept()
        self.finish_wanted.emit()

    @Slot()
    def _ask_place(self) -> None:
        proposed = documents_folder() / f"verklaring-van-vernietiging-{self._chosen().code}.pdf"
        dialog = ask_file(self, "Verklaring bewaren", proposed, "Pdf (*.pdf)")
        dialog.fileSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Put the verklaring in a file."""
        from hgkm_desktop.reports.writing.pdf import put_file

        target = with_suffix(Path(path), ".pdf")
        try:
            policy.insist_on_documents()
            put_file(self.pdf(), target)
        except HgkmError as error:
            self._say(error.sentence)
        else:
            self._say(f"De verklaring staat nu in {target}.")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)


def _words(noted: Vernietiging) -> str:
    if noted.finished_on is not None:
        return f"Casus {noted.code}, vernietigd op {day_text(noted.finished_on)}"
    return f"Casus {noted.code}, nog niet af, begonnen op {day_text(noted.begun_on)}"
