"""The row over a case: which it is, in which state, and what is most asked of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.saved_label import SavedLabel
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.text import chip, label, show_chip


class CaseHeader(QFrame):
    """`notitie_wanted`, `print_wanted`, `present_wanted` and `check_wanted` are the wishes."""

    notitie_wanted = Signal()
    print_wanted = Signal()
    present_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.setProperty("side", True)
        self._title = label("", level=1)
        self._title.setWordWrap(False)
        self._method, self.state = chip(), chip(warn=True)
        self._notitie, self._print = QPushButton("Gespreksnotitie…"), QPushButton("Afdrukken…")
        self._present = QPushButton("Presenteren")
        self.check = QPushButton("Herleidbaarheidscheck…")
        self.saved = SavedLabel(document)
        self._lay_out()
        self._notitie.clicked.connect(self.notitie_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._present.clicked.connect(self.present_wanted)
        self.check.clicked.connect(self.check_wanted)

    def _lay_out(self) -> None:
        self._notitie.setProperty("main", True)
        tell_keys(self._notitie, "Maakt een document voor burgemeester en wethouder", "Ctrl+G")
        tell_keys(self._print, "Maakt een document en drukt het af", "Ctrl+P")
        tell_keys(self._present, "Toont de lijn groot, stap voor stap", "F5")
        self.check.setProperty("quiet", True)
        tell_keys(self.check, "Wat kan verraden om welk gezin het gaat?", "Ctrl+H")
        row = Flow(self, (20, 9, 20, 9), 8)
        for part in (self._title, self._method, self.state, self.check):
            row.addWidget(part)
        row.add_room()
        for part in (self.saved, self._present, self._print, self._notitie):
            row.addWidget(part)
        for button in (self._notitie, self._print, self._present, self.check):
            button.setAutoDefault(True)

    def show_case(self, case: Case | None) -> None:
        """Name this case; without one only whether all was saved can be seen."""
        buttons = (self._notitie, self._print, self._present, self.check)
        for part in (self._method, self.state, *buttons):
            part.setVisible(case is not None)
        self._title.setText(f"Casus {case.code}" if case is not None else "")
        if case is None:
            return
        self._method.setText(case.methods[0].label if case.methods else "")
        self._method.setVisible(bool(case.methods))
        is_shared = case.state is CaseState.DEELBAAR
        show_chip(self.state, case.state.label, warn=not is_shared)
