"""A copy for a colleague from the menu: asked, made, and what to do with its passphrase."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hgkm_desktop import policy
from hgkm_desktop.casefile import PassedOn
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.parts.problem_box import a_box, give_width, show_problem

_MOVED = "\nAlle data erin zijn verschoven; documenten die al waren gemaakt, zitten er niet in."


class PassingOn(QObject):
    """One action for a file that is open in a window; it goes with its document."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(document)
        self._document, self._window = document, window
        self.action = QAction("Kopie voor een collega…", self)
        self.action.triggered.connect(self.ask)
        document.cases_changed.connect(self._allow)
        self._allow()

    @Slot()
    def ask(self) -> None:
        """Ask which cases, where, and with which passphrase; or say that the policy forbids it."""
        try:
            policy.insist_on_colleague_copy()
        except policy.TurnedOff as error:
            show_problem(self._window, error, "Er is geen kopie gemaakt")
            return
        from hgkm_desktop.ui.file.transport_dialog import TransportDialog

        dialog = TransportDialog(self._window, self._document)
        dialog.made.connect(self._tell)
        dialog.open()

    @Slot()
    def _allow(self) -> None:
        self.action.setEnabled(bool(self._document.headings()))

    @Slot(object)
    def _tell(self, made: PassedOn) -> None:
        box = a_box(
            self._window,
            "Kopie gemaakt",
            f"De kopie staat in {made.path}.\nErin: {list_text(made.codes)}."
            f"{_MOVED if made.is_altered else ''}",
            "De kopie is nagekeken en in orde. Geef het wachtwoord door langs een andere weg dan "
            "het bestand, bijvoorbeeld per telefoon. Wilt u een herstelblad voor uw collega? Dat "
            "kan alleen nu.",
        )
        box.setProperty(HOLDS_SECRET, True)
        close = box.addButton("Sluiten", box.ButtonRole.RejectRole)
        sheet = box.addButton("Herstelblad van de kopie…", box.ButtonRole.ActionRole)
        sheet.clicked.connect(partial(self._show_sheet, made))
        box.setDefaultButton(close)
        give_width(box)
        box.open()

    def _show_sheet(self, made: PassedOn, _: bool = False) -> None:
        from hgkm_desktop.ui.file.herstelblad_dialog import LATER_OF_COPY, HerstelbladDialog

        HerstelbladDialog(self._window, made, later=LATER_OF_COPY).open()
