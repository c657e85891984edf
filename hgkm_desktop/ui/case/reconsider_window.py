"""The second pass of a round: how each would do it now, and what stood in the way then."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models import content, rounds
from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.records import Beleving
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.event_words import when_in_words
from hgkm_desktop.ui.parts.fields import Suggestions, TextBlock
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

NOTHING_LEFT = "Bij alles wat niet oké of risicovol was, staat nu hoe u het nu zou doen."


class ReconsiderWindow(QDialog):
    """One beleving after the other that was not oké or risicovol; what is typed is kept as it goes.

    A factor stood in the way, never a person.
    Source: casusevaluatie, stap 5 (docs/bronnen.md, bron 4).
    """

    def __init__(self, parent: QWidget, document: Document) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Nu anders")
        self.document = document
        self._case_id = document.case.id if document.case is not None else ""
        self._beleving: Beleving | None = None
        self._passed: set[str] = set()
        self._who, self._where = label("", level=1), label("", soft=True)
        self._event, self._said = label("", level=2), label("", quote=True)
        self.now = TextBlock(3)
        self.obstacle = Suggestions(obstacle.label for obstacle in content.obstacles())
        self._form = Form()
        self._lay_out()
        document.case_changed.connect(self._follow)

    def _lay_out(self) -> None:
        self._form.add("Hoe zou u het nu doen", self.now)
        self._form.add(
            "Wat stond toen in de weg",
            self.obstacle,
            "Kies uit de lijst of typ eigen woorden. Een factor, geen persoon.",
        )
        following = QPushButton("Volgende (Ctrl+Enter)")
        following.setProperty("main", True)
        following.clicked.connect(self.go_on)
        later = QPushButton("Later verder (Esc)")
        later.clicked.connect(self.reject)
        for button in (following, later):
            button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for words in (self._who, self._where, self._event, self._said):
            column.addWidget(words)
        column.addWidget(self._form)
        column.addStretch(1)
        column.addWidget(flowing(following, later))
        room = self.screen().availableSize()
        wide, high = min(scaled(720), room.width() - 40), min(scaled(520), room.height() - 40)
        self.resize(wide, high)

    def start(self, beleving_id: str = "") -> None:
        """Show the first that is asked for, or this one; nothing when there is none."""
        case = self.document.case
        found = [b for b in case.belevingen if b.id == beleving_id] if case is not None else []
        self._show_next(*found)
        if self._beleving is not None:
            self.open()

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """Nothing of another case is typed here; what was taken away asks for nothing."""
        if new is None or new.id != self._case_id:
            self.done(0)
        elif self._beleving is not None and self._beleving.id not in {b.id for b in new.belevingen}:
            self._show_next()

    def _show_next(self, *first: Beleving) -> None:
        case = self.document.case
        left = [] if case is None else rounds.to_reconsider(rounds.seen(case))
        self._beleving = next((b for b in (*first, *left) if b.id not in self._passed), None)
        if case is None or self._beleving is None:
            self.done(0)
            return
        self._show(case, self._beleving)

    def _show(self, case: Case, beleving: Beleving) -> None:
        event = case.event(beleving.event_id)
        number = numbers(case)[event.id]
        self._who.setText(case.deelnemer_name(case.deelnemer(beleving.deelnemer_id)))
        self._where.setText(f"Gebeurtenis {number} · {when_in_words(event)} · {event.kind.label}")
        self._event.setText(event.title_in_full)
        said = f"{beleving.mark.sign} {beleving.mark.label}"
        self._said.setText(f"{said}: {beleving.explanation}" if beleving.explanation else said)
        self.now.set_value(beleving.now_different)
        self.obstacle.set_value(beleving.obstacle)
        self.now.setFocus()
        announce(self, f"{self._who.text()}. {event.title_in_full}. {self._said.text()}")

    def _keep(self) -> None:
        """Put what stands in the fields with the beleving."""
        case, beleving = self.document.case, self._beleving
        if case is None or beleving is None or self.document.is_read_only:
            return
        present = next((b for b in case.belevingen if b.id == beleving.id), None)
        if present is not None:
            now, obstacle = self.now.value(), self.obstacle.value()
            changed = replace(present, now_different=now, obstacle=obstacle)
            self.document.edit("nu anders", case.put(changed))

    @Slot()
    def go_on(self) -> None:
        """Keep what was typed and go to the next; nothing typed passes it over for now."""
        if self._beleving is not None:
            self._passed.add(self._beleving.id)
        self._keep()
        self._show_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; what was typed is kept, and the rest is asked another time."""
        self._keep()
        super().reject()
