"""Which chosen belevingen the gespreksnotitie leaves out, why, and a way to let them through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Beleving
from hgkm_desktop.models.terms import Audience, CaseState
from hgkm_desktop.reports.let_through.shown import kept_from_board, may_be_shown
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text import label

RELEASE = "Deze voor bestuur maken"
_WHAT_TO_DO = (
    "Moet dat anders? Kies haar op de tijdlijn, druk op Ctrl+E en kijk bij ‘Voor wie is dit’."
)


class NotForBoard(QWidget):
    """Nothing at all while every chosen beleving may be on the notitie; `released` follows when
    the user let them through."""

    released = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._own, self._events = label("", quote=True), label("", quote=True)
        self._release = QPushButton(RELEASE)
        self._release.setAutoDefault(True)
        self._release.clicked.connect(self._make_for_board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(6)
        column.addWidget(self._own)
        column.addWidget(self._release, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._events)

    def show_case(self, case: Case) -> None:
        """Say it of this case."""
        kept = kept_from_board(case)
        own, of_events = len(_not_meant(kept)), len(_of_kept_events(case, kept))
        verb = "beleving is" if own == 1 else "belevingen zijn"
        comes = "komt zij" if own == 1 else "komen zij"
        self._own.setText(
            f"{own} gekozen {verb} niet voor bestuur. Is de casus deelbaar, dan {comes} niet op de "
            "notitie. Zei iemand die woorden alleen aan tafel? Vraag het dan eerst."
        )
        which = "gekozen beleving" if of_events == 1 else "gekozen belevingen"
        self._events.setText(
            f"Bij {of_events} {which} is de gebeurtenis niet voor bestuur, of toont u die niet. "
            f"{_WHAT_TO_DO}"
        )
        for part in (self._own, self._release):
            part.setVisible(bool(own))
        self._events.setVisible(bool(of_events))
        self.setVisible(bool(kept))

    @Slot()
    def _make_for_board(self) -> None:
        case = self._document.case
        if case is None:
            return
        for beleving in _not_meant(kept_from_board(case)):
            case = case.put(replace(beleving, audience=Audience.BESTUUR))
        self._document.edit("belevingen voor bestuur", case)
        self.released.emit()  # the button had the focus, and is gone now


def _not_meant(belevingen: Iterable[Beleving]) -> tuple[Beleving, ...]:
    return tuple(b for b in belevingen if b.audience is not Audience.BESTUUR)


def _of_kept_events(case: Case, belevingen: Iterable[Beleving]) -> tuple[Beleving, ...]:
    """Those of which the event is not meant for bestuur, or is not to be shown."""
    out = replace(case, state=CaseState.DEELBAAR)
    return tuple(b for b in belevingen if not may_be_shown(out, out.event(b.event_id)))
