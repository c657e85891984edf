"""The field that asks which betrokkenen have a part in an event, and which part."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Betrokkene, Involvement
from hgkm_desktop.models.terms import HouseholdRole
from hgkm_desktop.ui.parts.fields import Check, Choice, TextLine
from hgkm_desktop.ui.parts.text import label


class InvolvedField(QWidget):
    """Which betrokkenen have a part in the event, which part, and according to whom.

    Someone can have two parts, such as slachtoffer and pleger; each part is a row.
    """

    changed = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._rows: list[_PartRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        if not case.betrokkenen:
            words = "Nog geen betrokkenen. Voeg ze toe bij Deelnemers."
            self._column.addWidget(label(words, muted=True))
        self.set_value(())

    def value(self) -> tuple[Involvement, ...]:
        return tuple(part for row in self._rows if (part := row.value()) is not None)

    def set_value(self, value: tuple[Involvement, ...]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for betrokkene in self._case.betrokkenen:
            parts = [part for part in value if part.betrokkene_id == betrokkene.id]
            for part in parts:
                self._add(len(self._rows), betrokkene, part)
            if not parts:
                self._add(len(self._rows), betrokkene, None)
        if self._rows:
            self.setFocusProxy(self._rows[0])

    def _add(self, place: int, betrokkene: Betrokkene, part: Involvement | None) -> None:
        row = _PartRow(betrokkene, part)
        row.another.clicked.connect(self._add_another)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)

    @Slot()
    def _add_another(self) -> None:
        """One more part for the betrokkene of this row."""
        for place, row in enumerate(self._rows):
            if row.another is self.sender():
                part = Involvement(row.betrokkene.id, HouseholdRole.SLACHTOFFER)
                self._add(place + 1, row.betrokkene, part)
                return


class _PartRow(QWidget):
    """One betrokkene with one part; a child is never an omstander."""

    def __init__(self, betrokkene: Betrokkene, part: Involvement | None) -> None:
        super().__init__()
        self.betrokkene = betrokkene
        role = betrokkene.role
        # A part that a child cannot have stays to be seen; it is refused when it is not changed.
        stays = part is not None and part.role is HouseholdRole.OMSTANDER
        may_stand_by = stays or not betrokkene.is_child
        self._box = Check(role)
        self._part = Choice(
            [r for r in HouseholdRole if may_stand_by or r is not HouseholdRole.OMSTANDER]
        )
        self._according_to = TextLine("volgens wie")
        self.another = QPushButton("Nog een rol")
        self._part.setAccessibleName(f"Rol van {role}")
        self._according_to.setAccessibleName(f"Rol van {role}, volgens wie")
        self.another.setAccessibleName(f"Nog een rol voor {role}")
        self.another.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        followers = (self._part, self._according_to, self.another)
        row.addWidget(self._box, 2)
        for follower, stretch in zip(followers, (2, 3, 0), strict=True):
            row.addWidget(follower, stretch)
            follower.setEnabled(part is not None)
            self._box.toggled.connect(follower.setEnabled)
        self.setFocusProxy(self._box)
        self._box.setChecked(part is not None)
        if part is not None:
            self._part.set_value(part.role)
            self._according_to.set_value(part.according_to)

    def value(self) -> Involvement | None:
        if not self._box.isChecked():
            return None
        return Involvement(self.betrokkene.id, self._part.value(), self._according_to.value())
