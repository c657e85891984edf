"""A list of parts of an exercise in their order, with the buttons and keys that move one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.methods.exercise_making import moved_part
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import sentence_case


class OrderedParts(QWidget):
    """The parts of one kind; Alt with an arrow moves the chosen one."""

    def __init__(self, document: Document, kind: PartKind, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._kind, self._shown = document, kind, shown
        self.listed = RecordList(document, kind, shown)
        self._earlier, self._later = QPushButton("Eerder"), QPushButton("Later")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.listed, 1)
        for button, keys, slot in (
            (self._earlier, "Alt+Up", self._move_earlier),
            (self._later, "Alt+Down", self._move_later),
        ):
            button.setAutoDefault(True)
            tell_keys(button, button.text(), keys)
            button.clicked.connect(slot)
            self.listed.add_button(button)
            inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, slot, context=inside)
        self.listed.chosen_changed.connect(self._show_buttons)
        shown.changed.connect(self._show_buttons)
        document.damaged.connect(self._show_buttons)
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        exercise, chosen = self._shown.value, self.listed.chosen
        parts = self._kind.all_in(exercise) if exercise is not None else ()
        may_move = chosen is not None and not self.document.is_read_only
        place = next((n for n, p in enumerate(parts) if may_move and p.id == chosen.id), None)
        self._earlier.setEnabled(place is not None and place > 0)
        self._later.setEnabled(place is not None and place < len(parts) - 1)

    @Slot()
    def _move_earlier(self) -> None:
        self._move(-1)

    @Slot()
    def _move_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        exercise, chosen = self._shown.value, self.listed.chosen
        if not isinstance(exercise, Exercise) or chosen is None or self.document.is_read_only:
            return
        parts = moved_part(getattr(exercise, self._kind.field), chosen.id, by)
        changed: dict[str, Any] = {self._kind.field: parts}
        self._shown.edit(f"{self._kind.one} verplaatsen", replace(exercise, **changed))
        place = next(n for n, part in enumerate(parts, 1) if part.id == chosen.id)
        announce(self, f"{sentence_case(self._kind.one)} {place} van {len(parts)}")
        self.listed.take_focus()
