"""Verdieping: what goes deeper than the line, each part on a tab of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.terms import Method
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.study.factors_page import FactorsPage
from hgkm_desktop.ui.study.fresh_look_page import FreshLookPage
from hgkm_desktop.ui.study.in_depth_form import InDepthForm
from hgkm_desktop.ui.study.in_depth_kinds import PUNTEN
from hgkm_desktop.ui.study.radertjes_board import RadertjesBoard
from hgkm_desktop.ui.study.side_by_side import SideBySide

TAB_OF = {
    FIELD_OF[Radertje]: 0,
    FIELD_OF[NaastElkaar]: 1,
    FIELD_OF[FactorCode]: 2,
    FIELD_OF[CruciaalPunt]: 3,
    FIELD_OF[FrisseBlik]: 4,
}
"""On which tab the records of a field of the case stand."""
STUDY_TAB = 5


class InDepthPage(QWidget):
    """The tabs. What only casuïstiekonderzoek asks is there for a case that it is used in.

    Source: casuïstiekonderzoek (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget(self)
        for name, page in (
            ("Radertjes", RadertjesBoard(document)),
            ("Naast elkaar", SideBySide(document)),
            ("Factoren", FactorsPage(document)),
            ("Cruciale punten", RecordList(document, PUNTEN)),
            ("Frisse blik", FreshLookPage(document)),
            ("Onderzoek", InDepthForm(document)),
        ):
            self._tabs.addTab(_with_room(page), name)
        self._tabs.tabBar().setAccessibleName("Onderdelen van Verdieping")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)
        document.case_changed.connect(self._show_case)
        self._show_case(None, document.case)

    def show_tab(self, number: int) -> None:
        """Bring a tab in view."""
        self._tabs.setCurrentIndex(number)

    @Slot(object, object)
    def _show_case(self, old: Case | None, new: Case | None) -> None:
        is_study = new is not None and Method.CASUISTIEKONDERZOEK in new.methods
        self._tabs.setTabVisible(STUDY_TAB, is_study)


def _with_room(page: QWidget) -> QWidget:
    """The page with white around it; large text on a small screen needs to scroll."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 14, 16, 14)
    column.addWidget(page)
    if isinstance(page, QScrollArea):
        return made
    scroll = QScrollArea()
    scroll.setWidget(made)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
