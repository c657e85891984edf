"""Which actions are asked for: by who, where, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.methods.follow_up import Followed, Wanted, words_of
from hgkm_desktop.models.terms import ActionStatus, Level, Outcome
from hgkm_desktop.ui.parts.fields import Check, Choice
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.text import label, sentence_case

OWNER, KEEPER, BODY = "Eigenaar", "Bewaker", "Waar het nu ligt"
LEVEL, STATUS, OUTCOME = "Niveau", "Stand", "Soort"
LATE_ONLY, ALL = "Alleen te laat", "Alles tonen"


class FollowUpFilter(QWidget):
    """A field for each thing to choose by; `changed` comes when another is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = {name: Choice([], empty="Alle") for name in (OWNER, KEEPER, BODY)}
        self._level, self._status = Choice(Level, empty="Alle"), Choice([])
        self._outcome = Choice(Outcome, empty="Alle")
        going_on = [("going on", "wat nog loopt"), *((s, s.label) for s in ActionStatus)]
        self._status.set_choices(going_on, empty="Alle")
        self._late, self._all = Check(LATE_ONLY), QPushButton(ALL)
        self._all.setAutoDefault(True)
        self._all.clicked.connect(self.clear)
        self._lay_out()

    def _lay_out(self) -> None:
        row = Flow(self, (0, 0, 0, 0), 14)
        fields = {
            **self._words,
            LEVEL: self._level,
            STATUS: self._status,
            OUTCOME: self._outcome,
        }
        for name, field in fields.items():
            around = QWidget()
            column = QVBoxLayout(around)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            words = label(name, soft=True)
            words.setWordWrap(False)
            words.setBuddy(field)
            field.setAccessibleName(name)
            field.changed.connect(self.changed)
            column.addWidget(words)
            column.addWidget(field)
            row.addWidget(around)
        self._late.changed.connect(self.changed)
        row.addWidget(self._late)
        row.addWidget(self._all)

    def offer(self, rows: Sequence[Followed]) -> None:
        """Offer every owner, keeper and body among these; what was chosen stays while it is one."""
        given = {
            OWNER: words_of(row.actie.owner for row in rows),
            KEEPER: words_of(row.actie.keeper for row in rows),
            BODY: words_of(row.body_now for row in rows),
        }
        for name, field in self._words.items():
            chosen = field.value()
            field.set_choices([(one, sentence_case(one)) for one in given[name]], empty="Alle")
            field.set_value(chosen)

    def wanted(self) -> Wanted:
        """What is asked for now."""
        status = self._status.value()
        return Wanted(
            owner=self._words[OWNER].value() or "",
            keeper=self._words[KEEPER].value() or "",
            body=self._words[BODY].value() or "",
            level=self._level.value(),
            status=status if isinstance(status, ActionStatus) else None,
            outcome=self._outcome.value(),
            only_open=status is not None and not isinstance(status, ActionStatus),
            only_overdue=self._late.value(),
        )

    @Slot()
    def clear(self) -> None:
        """Ask for everything again."""
        for field in (*self._words.values(), self._level, self._status, self._outcome):
            field.set_value(None)
        self._late.set_value(False)
        self.changed.emit()
