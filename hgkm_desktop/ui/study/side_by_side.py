"""Sentences of the person concerned beside those of professionals, with what explains both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import NaastElkaar
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.study.in_depth_kinds import NAAST_ELKAAR

_NOBODY_YET = "Nog geen zin van professionals."
_NOTHING_YET = "Nog geen verklaring."


class PairsList(RecordList):
    """The pairs, with the chosen one laid side by side under the list."""

    def __init__(self, document: Document) -> None:
        self.sheet = _Sheet()
        super().__init__(document, NAAST_ELKAAR)
        self._list.currentRowChanged.connect(self._lay_side_by_side)
        self._lay_side_by_side()

    @Slot()
    def _lay_side_by_side(self) -> None:
        self.sheet.show_pair(self.document.case, self.chosen)

    def _fill(self) -> None:
        super()._fill()
        self._lay_side_by_side()


class SideBySide(QWidget):
    """The list above and the chosen pair below.

    Source: casuïstiekonderzoek, focusgroepen (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        pairs = PairsList(document)
        column.addWidget(pairs, 1)
        column.addWidget(pairs.sheet)


class _Sheet(QFrame):
    """One pair: the two sentences in two columns, the explanation across."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._client, self._others = label("", quote=True), label("", quote=True)
        self._who, self._explanation = label("", level=3), label("", soft=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label("De betrokkene", level=3), 0, 0)
        grid.addWidget(self._who, 0, 1)
        grid.addWidget(self._client, 1, 0, top)
        grid.addWidget(self._others, 1, 1, top)
        grid.addWidget(label("Wat beide verklaart", level=3), 2, 0, 1, 2)
        grid.addWidget(self._explanation, 3, 0, 1, 2, top)
        grid.setRowStretch(3, 1)

    def show_pair(self, case: Case | None, pair: NaastElkaar | None) -> None:
        """Show this pair; none hides the sheet."""
        self.setVisible(pair is not None and case is not None)
        if pair is None or case is None:
            return
        ids = {o.id: o.name for o in case.organisations}
        who = ids.get(pair.organisation_id, "")
        self._who.setText(f"Professionals van {who}" if who else "Professionals")
        self._client.setText(pair.client)
        self._others.setText(pair.professionals or _NOBODY_YET)
        self._explanation.setText(pair.explanation or _NOTHING_YET)
