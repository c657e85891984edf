"""A focusgroep at the table: what is typed meanwhile carries its sign and its name."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.line.entry_bar import EntryBar
from hgkm_desktop.ui.line.event_edits import EventEdits
from hgkm_desktop.ui.parts.fields import Suggestions
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.study.in_depth_kinds import GROUPS


class FocusGroup(QObject):
    """Which focusgroep is at the table, if any; it ends with another case on screen.

    `bar` says so above the invoerregel for as long as it lasts.
    Source: casuïstiekonderzoek, focusgroepen (docs/bronnen.md, bron 3).
    """

    def __init__(
        self, document: Document, entry: EntryBar, edits: EventEdits, window: QWidget
    ) -> None:
        super().__init__(window)
        self.document = document
        self._entry, self._edits, self._window = entry, edits, window
        self.bar = QFrame()
        self.bar.setProperty("side", True)
        self._words = label("")
        end = QPushButton("Focusgroep klaar")
        end.setAutoDefault(True)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(20, 8, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(end)
        self.bar.hide()
        end.clicked.connect(self.end)
        document.case_changed.connect(self._follow)

    @Slot()
    def ask(self) -> None:
        """Ask which focusgroep is at the table now."""
        if self.document.case is None or self.document.is_read_only:
            return
        dialog = FormDialog(self._window, "Focusgroep aan tafel")
        name = Suggestions(GROUPS, "bijvoorbeeld: focusgroep 1")
        name.set_value(self._edits.added_at or GROUPS[0])
        hint = "Wat u daarna toevoegt, krijgt dit erbij, tot u op Focusgroep klaar drukt."
        dialog.ask("Welke focusgroep zit nu aan tafel", name, _named, hint)
        dialog.given.connect(self._begin)
        dialog.start()

    @Slot(object)
    def _begin(self, answers: dict[str, str]) -> None:
        self._sit(answers["name"])

    @Slot()
    def end(self) -> None:
        """From now on what is typed is of the table again."""
        self._sit("")
        self._entry.line.setFocus()

    def _sit(self, name: str) -> None:
        self._entry.added_at = self._edits.added_at = name
        self._words.setText(f"Aan tafel: {name}. Wat u nu toevoegt, is een aanvulling van hen.")
        self.bar.setVisible(bool(name))

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        if old is None or new is None or old.id != new.id:
            self._sit("")


def _named(name: str) -> dict[str, str]:
    """Raises BadInput without a name."""
    if not name:
        raise BadInput("Schrijf op welke focusgroep het is, bijvoorbeeld: focusgroep 1.")
    return {"name": name}
