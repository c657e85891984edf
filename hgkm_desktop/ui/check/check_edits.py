"""What can be done with a finding: replaced here or everywhere, put aside; and the gate itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.reading import altered, cleared, counted_again, read_through, taken_back
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.privacy import Finding, check
from hgkm_desktop.privacy.case_check import CaseFinding, may_be_cleared
from hgkm_desktop.privacy.replacing import Change, replaced_here, with_changes, without_word
from hgkm_desktop.ui.check.check_words import replaced_words
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text_pieces import units
from hgkm_desktop.ui.writing.text_watch import TextWatch
from hgkm_desktop.ui.writing.written import WrittenLine

_LINE = "invoerregel::regel"


class CheckEdits(QObject):
    """Edits that the herleidbaarheidscheck asks for, each one step that Ctrl+Z takes back.

    `said(sentence)` tells what cannot be, `done(sentence)` what was done. `function` is who works
    here, once that is known; it is forgotten when the file is locked. `line` is the invoerregel:
    what is half typed there is replaced along, as if it was typed.
    """

    said = Signal(str)
    done = Signal(str)
    function_given = Signal(str)

    def __init__(self, document: Document, watch: TextWatch, line: WrittenLine) -> None:
        super().__init__(document)
        self.function = ""
        self._document, self._watch, self._line = document, watch, line
        self._together: list[tuple[Case, Case, str, str]] = []
        document.locks.connect(self.forget)
        document.case_changed.connect(self._follow)
        document.case_destroyed.connect(self._forget_line)

    @Slot()
    def forget(self) -> None:
        """Who works here now need not be who does after; and keep no text."""
        self.function = ""
        self._together.clear()

    @Slot(str)
    def _forget_line(self, case_id: str) -> None:
        """Of a case that was destroyed no line comes back."""
        self._together = [one for one in self._together if one[0].id != case_id]

    @property
    def _case(self) -> Case | None:
        """The case, when it can be changed."""
        return None if self._document.is_read_only else self._document.case

    # --- replacing ----------------------------------------------------------------------

    def replace_here(self, over: QWidget, found: CaseFinding, instead: str) -> None:
        """Replace a finding in its own text; the function is asked first when it is not known."""
        if not self.function:
            self._ask_function(over, partial(self.replace_here, over, found, instead))
            return
        case, finding = self._case, found.finding
        if case is None:
            return
        if found.place not in texts_of(case):
            self.said.emit("Deze tekst is intussen veranderd. Er is niets vervangen.")
            return
        try:
            change = replaced_here(found.place, finding.start, finding.end, instead)
            after = with_changes(case, (change,))
        except BadInput as error:
            self.said.emit(error.sentence)
            return
        self._take(after, (change,), instead, self.function, word=found.word)

    def replace_everywhere(
        self, over: QWidget, word: str, instead: str = "", others: Sequence[str] = ()
    ) -> None:
        """Show what the case becomes with a word replaced, and ask whether it must be so."""
        if self._case is None:
            return
        from hgkm_desktop.ui.check.replace_dialog import ReplaceDialog

        typed = self._line.text()
        half_typed = CaseText(_LINE, "invoerregel, nog niet toegevoegd", typed)
        beside = (half_typed,) if typed.strip() else ()
        dialog = ReplaceDialog(over, self._document, word, self.function, beside)
        dialog.confirmed.connect(partial(self._take, word=word))
        remembered = next(iter(self._watch.suggestions(word, ())), "")
        offered = self._watch.suggestions(word, tuple(others) or self._found_in(word))
        dialog.start(instead or remembered, offered)

    def _found_in(self, word: str) -> tuple[str, ...]:
        """What can stand for a word of which nobody said what it was taken for."""
        return next((one.suggestions for one in check(word, self._watch.roles())), ())

    def _take(
        self, after: Case, changes: Sequence[Change], instead: str, function: str, *, word: str
    ) -> None:
        self._know(function)
        self._watch.remember(word, instead)
        in_case = [change for change in changes if change.place.key != _LINE]
        in_line = next((change for change in changes if change.place.key == _LINE), None)
        after = without_word(after, word, instead)
        if in_case:
            after = altered(after, function, date.today())
        before = self._document.case
        if after != before:
            self._document.edit("vervangen", after)
        if in_line is not None:
            self._change_line(in_line, before)
        self.done.emit(replaced_words(len(in_case), in_line=in_line is not None))

    def _change_line(self, change: Change, before: Case | None) -> None:
        """Replace in the line too; with an edit of the case, one undo takes both back."""
        text, now, spot = change.place.text, self._document.case, change.spots[0]
        if text != self._line.text():
            return
        words = change.after[spot.after_start : spot.after_end]
        self._watch.await_words(self._line.underlines, words)
        if before is None or now is None or now is before:
            self._line.put(0, units(text), change.after)
            return
        self._together.append((before, now, text, change.after))
        self._line.setText(change.after)  # of its own it has nothing to undo then

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        """An edit that changed the line too is undone or done again."""
        for before, after, text, changed in self._together:
            if (old, self._line.text()) == (after, changed) and new is before:
                self._line.setText(text)
            elif (old, self._line.text()) == (before, text) and new is after:
                self._line.setText(changed)

    # --- putting aside, and the gate ----------------------------------------------------

    def clear(self, over: QWidget, word: str, finding: Finding) -> None:
        """Ask why a word tells nobody who it is about; never asked of what is zeker."""
        if self._case is None or not may_be_cleared(finding):
            return
        from hgkm_desktop.ui.check.clear_dialog import ClearDialog

        dialog = ClearDialog(over, word, finding, self.function)
        dialog.given.connect(self._put_aside)
        self._document.locks.connect(dialog.leave)
        dialog.start()

    @Slot(object)
    def _put_aside(self, decision: Cleared) -> None:
        self._edit("niet herleidbaar", lambda case: cleared(case, decision))

    def count_again(self, decision: Cleared) -> None:
        """Let a word that was put aside count again."""
        self._edit("weer meetellen", lambda case: counted_again(case, decision.word))

    def share(self, function: str) -> None:
        """Make the case deelbaar; whether it may be is asked before."""
        self._know(function)
        self._edit("deelbaar maken", lambda case: read_through(case, function, date.today()))

    @Slot()
    def take_back(self) -> None:
        """Take the case in bewerking again."""
        self._edit("weer in bewerking nemen", taken_back)

    def _edit(self, words: str, change: Callable[[Case], Case]) -> None:
        if self._case is None:
            return
        try:
            after = change(self._case)
        except BadInput as error:
            self.said.emit(error.sentence)
            return
        self._document.edit(words, after)
        self.done.emit("")

    # --- who works here -----------------------------------------------------------------

    def _ask_function(self, over: QWidget, then: Callable[[], None]) -> None:
        if self._case is None:
            return
        from hgkm_desktop.ui.parts.function_field import FunctionDialog

        dialog = FunctionDialog(over)
        dialog.given.connect(partial(self._go_on, then))
        self._document.locks.connect(dialog.leave)
        dialog.start()

    def _go_on(self, then: Callable[[], None], function: str) -> None:
        self._know(function)
        then()

    def _know(self, function: str) -> None:
        if function != self.function:
            self.function = self._document.altering.function = function
            self.function_given.emit(function)
