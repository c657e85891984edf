"""The field that asks which organisations knew of an event, and since when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Knowledge, Organisation
from hgkm_desktop.models.terms import Answer
from hgkm_desktop.ui.parts.date_fields import WhenField
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.text import label

SINCE_EXAMPLE = "sinds wanneer, bijvoorbeeld mrt 2021"


class KnowledgeField(QWidget):
    """For each organisation of the case: ja, nee or onbekend, and for ja since when (bekend bij).

    Who knew of an event is apart from who acted in it. Nothing said is onbekend.
    """

    changed = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._rows = [_KnownRow(organisation) for organisation in case.organisations]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in self._rows:
            row.known.changed.connect(self.changed)
            row.since.changed.connect(self.changed)
            column.addWidget(row)
        if self._rows:
            self.setFocusProxy(self._rows[0].known)
        else:
            words = "Nog geen organisaties. Voeg ze toe bij Deelnemers."
            column.addWidget(label(words, muted=True))

    def value(self) -> tuple[Knowledge, ...]:
        """Raises BadInput when a moment cannot be read; `setFocus` then goes to that row."""
        said = [row.value() for row in self._rows]
        return tuple(known for known in said if known.known is not Answer.ONBEKEND)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the first row that cannot be read, or else to the first of all."""
        for row in self._rows:
            if not row.is_readable():
                row.since.setFocus(reason)
                return
        super().setFocus(reason)

    def set_value(self, value: tuple[Knowledge, ...]) -> None:
        given = {known.organisation_id: known for known in value}
        for row in self._rows:
            row.set_value(given.get(row.organisation_id))


class _KnownRow(QWidget):
    """What one organisation knew; 'since when' is only asked of one that knew."""

    def __init__(self, organisation: Organisation) -> None:
        super().__init__()
        self.organisation_id, self.name = organisation.id, organisation.name
        self.known = Choice(Answer)
        self.since = WhenField(SINCE_EXAMPLE, compact=True)
        self.known.setAccessibleName(f"Bekend bij {self.name}")
        self.since.setAccessibleName(f"{self.name} wist het sinds")
        self.known.currentIndexChanged.connect(self._show_since)
        words = label(self.name, soft=True)
        words.setBuddy(self.known)
        words.setContentsMargins(0, 6, 0, 0)
        policy = self.since.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.since.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(words, 2, top)
        row.addWidget(self.known, 0, top)
        row.addWidget(self.since, 3, top)
        self._show_since()

    def value(self) -> Knowledge:
        """Raises BadInput when the moment cannot be read."""
        if self.known.value() is not Answer.JA:
            return Knowledge(self.organisation_id, self.known.value())
        return Knowledge(self.organisation_id, Answer.JA, self.since.value())

    def is_readable(self) -> bool:
        try:
            self.value()
        except BadInput:
            return False
        return True

    def set_value(self, known: Knowledge | None) -> None:
        self.known.set_value(known.known if known is not None else Answer.ONBEKEND)
        self.since.set_value(known.since if known is not None else None)

    @Slot()
    def _show_since(self) -> None:
        self.since.setVisible(self.known.value() is Answer.JA)
