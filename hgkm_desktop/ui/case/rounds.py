"""Begins and resumes the round of belevingen, and the second pass after it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models import rounds
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.case.reconsider_window import NOTHING_LEFT, ReconsiderWindow
from hgkm_desktop.ui.case.round_window import RoundWindow
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.fields import Check, Choice
from hgkm_desktop.ui.parts.form_dialog import FormDialog
from hgkm_desktop.ui.parts.problem_box import a_box

WAYS = (
    (False, "Per deelnemer: ieder loopt alle gebeurtenissen langs"),
    (True, "Per gebeurtenis: bij elke komt iedereen aan de beurt"),
)
_BLIND = "Blind: niemand ziet belevingen van een ander tot iedereen is geweest"
_WHY_BLIND = (
    "Er zit een leidinggevende aan tafel. Daarom staat dit aan: dan praat niemand een ander na."
)
_ALREADY = "Belevingen die er al zijn, komen ook pas na de blinde ronde weer in beeld."


class RoundStart(FormDialog):
    """Asks how the round goes; `given({'by_event': …, 'blind': …})`."""

    def __init__(self, parent: QWidget, case: Case) -> None:
        super().__init__(parent, "Ronde van belevingen")
        self.form.note("Ieder zegt bij elke gebeurtenis: ging goed, niet oké of risicovol.")
        self.ask("Hoe gaat de ronde", Choice(WAYS), lambda way: {"by_event": way})
        blind = Check(_BLIND)
        blind.set_value(rounds.wants_blind(case))
        hint = _WHY_BLIND if rounds.wants_blind(case) else ""
        self.ask("Blind", blind, lambda is_blind: {"blind": is_blind}, hint)
        if case.belevingen:
            self.form.note(_ALREADY)
        for buttons in self.findChildren(QDialogButtonBox):
            buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Begin de ronde")

    def reject(self) -> None:
        """Nothing was typed that could be lost."""
        QDialog.reject(self)


class Rounds(QObject):
    """The windows of the round; `said(sentence)` tells why there cannot be one."""

    said = Signal(str)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self.document = document
        self._window = window

    @Slot()
    def start(self) -> None:
        """Begin a round, or go on with the one that was left."""
        case = self.document.case
        if case is None:
            return
        if self.document.is_read_only:
            self.said.emit("U kunt hier alleen kijken. Een ronde kan in dit bestand niet.")
            return
        if rounds.turn(case) is not None:
            self._go_on()
            return
        try:
            rounds.begun(case, by_event=False, blind=False)
        except BadInput as error:
            self.said.emit(error.sentence)
            return
        dialog = RoundStart(self._window, case)
        dialog.given.connect(self._begin)
        dialog.start()

    @Slot(object)
    def _begin(self, wishes: dict[str, bool]) -> None:
        case = self.document.case
        if case is not None:
            begun = rounds.begun(case, by_event=wishes["by_event"], blind=wishes["blind"])
            self.document.edit("ronde beginnen", begun)
            self._go_on()

    def _go_on(self) -> None:
        window = RoundWindow(self._window, self.document)
        window.over.connect(self._end)
        window.start()

    @Slot()
    def _end(self) -> None:
        """All have spoken: say so, and offer the second pass."""
        case = self.document.case
        if case is None:
            return
        what = "Iedereen is aan de beurt geweest. De belevingen staan nu op de lijn."
        left = rounds.to_reconsider(case)
        more = "Loop nu langs wat niet oké of risicovol was: hoe zou u het nu doen?" if left else ""
        box = a_box(self._window, "Ronde van belevingen", what, more)
        if left:
            go_on = box.addButton("Verder met nu anders", box.ButtonRole.AcceptRole)
            go_on.clicked.connect(self.reconsider)
            box.setDefaultButton(go_on)
        box.addButton("Sluiten", box.ButtonRole.RejectRole)
        box.open()

    @Slot()
    def reconsider(self) -> None:
        """Go along what was not oké or risicovol: how it would be done now."""
        self.reconsider_one("")

    def reconsider_one(self, beleving_id: str) -> None:
        """The second pass from this beleving on; '' begins at the first that is asked for."""
        case = self.document.case
        if case is None or self.document.is_read_only:
            return
        if not beleving_id and not rounds.to_reconsider(rounds.seen(case)):
            self.said.emit(NOTHING_LEFT if case.belevingen else "Er zijn nog geen belevingen.")
            return
        ReconsiderWindow(self._window, self.document).start(beleving_id)
