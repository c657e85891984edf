"""The page of the doorbraken of a period: how each stands, and which of them are told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.over_a_period import Doorbraak, DoorbraakState
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Checks
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.practice.terugkoppeling_kinds import doorbraken_words, found_in, spoken_name

_HEADING = "Doorbraken"
_EXPLAINED = (
    "Dit is gevraagd in de gesprekken, evaluaties en leertafels van deze periode, met hoe het nu "
    "staat. Haal het vinkje weg bij wat u niet wilt vertellen."
)
_UNREAD = "Dat werk is nog in bewerking: dit telt mee, maar u vertelt het niet."
_EMPTY = "In deze periode is geen doorbraak gevraagd."


class DoorbrakenPage(QScrollArea):
    """Each doorbraak with a tick; without that nothing of it is told or counted.

    Source: zicht op de praktijk, terugkoppeling aan het DVC (docs/bronnen.md, bron 1).
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._counted, self._checks = label(""), Checks((), 1)
        self._offered: list[tuple[str, str]] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_HEADING, level=2))
        column.addWidget(label(_EXPLAINED, muted=True))
        column.addWidget(self._checks)
        column.addWidget(self._counted)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._checks.setAccessibleName(_HEADING)
        self._checks.changed.connect(self._leave_out)
        document.work_changed.connect(self._fill)
        document.damaged.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        found = found_in(self.document, self._shown)
        offered = [(one.actie.id, _words(one)) for one in found.doorbraken]
        if offered != self._offered:  # else the box with the keyboard would be another one
            self._offered = offered
            self._checks.set_choices(offered)
        self._checks.set_value([one.actie.id for one in found.counted])
        self._checks.setEnabled(not self.document.is_read_only)
        self._counted.setText(doorbraken_words(found) if offered else _EMPTY)

    @Slot()
    def _leave_out(self) -> None:
        feedback = self._shown.value
        if not isinstance(feedback, Terugkoppeling):
            return
        told, offered = set(self._checks.value()), [actie_id for actie_id, _ in self._offered]
        elsewhere = [i for i in feedback.left_out_ids if i not in offered]
        left_out = (*elsewhere, *(i for i in offered if i not in told))
        self._shown.edit("doorbraken kiezen", replace(feedback, left_out_ids=left_out))


def _words(one: Doorbraak) -> str:
    """'een loket. Gevraagd aan wethouder, nog geen toezegging. Leertafel T4-4T.'"""
    actie = one.actie
    owner = actie.owner.strip()
    asked = f"Gevraagd aan {owner}" if owner else "Nog aan niemand gevraagd"
    what = f" ({actie.asked.label})" if actie.asked is not None else ""
    place = sentence_case(spoken_name(one.work))
    unread = "" if one.may_be_told else f" {_UNREAD}"
    return f"{actie.text.strip().rstrip('.')}. {asked}{what}, {_stands(one)}. {place}.{unread}"


def _stands(one: Doorbraak) -> str:
    if one.state is DoorbraakState.GEVRAAGD:
        return "nog geen toezegging"
    return ": ".join(filter(None, (one.state.label, one.actie.promise.strip().rstrip("."))))
