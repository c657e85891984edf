"""The board of radertjes: what helped at the left, what was in the way at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.in_depth import Radertje
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.problem_box import show_problem
from hgkm_desktop.ui.parts.record_list import RecordKind, RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.study.gear_delegate import GearDelegate
from hgkm_desktop.ui.study.in_depth_kinds import HIELP, HINDERDE

_LEAST_HEIGHT = 150
_EXPLANATION = (
    "Een radertje is wie of wat er in de ogen van de betrokkene toe deed. Hoe groter het wiel, hoe "
    "zwaarder het woog. Het oog zegt of professionals het op het vizier hadden: open is ja, "
    "doorgestreept is nee, een vraagteken is onbekend."
)


class RadertjesList(RecordList):
    """The radertjes that turned one way, with a way to withdraw consent."""

    def __init__(self, document: Document, kind: RecordKind) -> None:
        self._withdraw = QPushButton("Toestemming intrekken…")
        self._withdraw.setAutoDefault(True)
        super().__init__(document, kind)
        self._list.setItemDelegate(GearDelegate(self._list))
        self._list.setMinimumHeight(_LEAST_HEIGHT)
        self.add_button(self._withdraw)
        self.tell_apart()
        self._withdraw.setAccessibleName(f"{self._withdraw.text()} {kind.heading}")
        self._withdraw.clicked.connect(self.ask_withdraw)
        self._asked: Radertje | None = None

    @Slot()
    def ask_withdraw(self) -> None:
        """Ask whether the chosen radertje goes for good, with all that was laid beside it."""
        case, radertje = self.document.case, self.chosen
        if case is None or radertje is None or self.document.is_read_only:
            return
        from hgkm_desktop.ui.study.withdraw_dialog import (
            withdraw_box,  # the board opens sooner without
        )

        try:
            issued = self.document.file.issued(case.id)
        except HgkmError as error:
            show_problem(self, error)
            return
        self._asked = radertje
        box = withdraw_box(self, case, radertje, issued)
        box.accepted.connect(self._do_withdraw)
        box.open()

    @Slot()
    def _do_withdraw(self) -> None:
        case = self.document.case
        if case is not None and self._asked in case.radertjes:
            assert self._asked is not None
            self.document.edit("toestemming intrekken", case.withdraw(self._asked.id))
            self.tell("Toestemming ingetrokken. Het radertje is weg.")
            self.take_focus()

    @Slot()
    def _show_buttons(self) -> None:
        super()._show_buttons()
        may_change = not self.document.is_read_only
        self._withdraw.setEnabled(may_change and self._list.currentRow() >= 0)


class RadertjesBoard(QWidget):
    """Both lists beside each other; each is a list for keyboard and screen reader.

    Source: casuïstiekonderzoek, gesprek met betrokkene (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(_EXPLANATION, muted=True))
        sides = QHBoxLayout()
        sides.setSpacing(28)
        for kind in (HIELP, HINDERDE):
            sides.addWidget(RadertjesList(document, kind), 1)
        column.addLayout(sides, 1)
