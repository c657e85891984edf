"""The open casusbestand on screen: every change goes through `edit`, to disk and to every pane."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from hgkm_desktop.casefile import CaseFile, CaseMissing
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.models.works import Value, Work, without
from hgkm_desktop.ui.document.altering import Altering
from hgkm_desktop.ui.document.contents import listed
from hgkm_desktop.ui.document.document_errors import keep_what_was_issued, not_saved
from hgkm_desktop.ui.document.edit_command import Edit
from hgkm_desktop.ui.document.safe_contents import SafeContents


class Document(SafeContents):
    """One casusbestand with one case on screen.

    `case_changed(old, new)` tells every pane; each compares its own slice by identity.
    `case_taken(before, after)` tells of every edit of a case, on screen or not, and None for none.
    `read_anew` comes when all of the file may be otherwise, as after merging.
    `issued_changed(case_id)`: a document was issued. `case_destroyed(case_id)`: nothing of that
    case may be kept, by nobody.
    """

    case_changed = Signal(object, object)
    cases_changed = Signal()
    case_taken = Signal(object, object)
    read_anew = Signal()
    issued_changed = Signal(str)
    case_destroyed = Signal(str)

    def __init__(self, casefile: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(casefile, parent)
        self.undo_stack = QUndoStack(self)
        self.altering = Altering()
        self._shown_before = ""
        self._issued_of: set[str] = set()
        self.damaged.connect(self.undo_stack.clear)
        self.locks.connect(self.altering.forget)

    def show_case(self, case_id: str) -> None:
        """Put a case on screen."""
        if self.case is not None and self.case.id == case_id:
            return
        try:
            self._show(self.case_of(case_id))
        finally:
            self._note_damage()

    def edit(self, label: str, value: Value) -> None:
        """Put a new value in the place of a case, which is then shown, or of a work.

        `label` names the edit for undo. A value equal to the present one changes nothing. An edit
        that cannot be, as in a file opened for reading only, is refused with `save_failed`.
        """
        self._push(label, value, shows=True)

    def edit_together(self, label: str, *values: Value, gone: Work | None = None) -> None:
        """Put new values in the place of several at once, undone together, as `edit` does.

        The case on screen stays the one on screen. The work that is `gone` has no value any more.
        """
        self.undo_stack.beginMacro(label)
        try:
            for value in values:
                self._push(label, value, shows=False)
            if gone is not None:
                self.undo_stack.push(Edit(self, label, gone, None))
        finally:
            self.undo_stack.endMacro()

    def _push(self, label: str, value: Value, *, shows: bool) -> None:
        try:
            before = self._present(value)
        except HgkmError as error:  # it cannot be read now
            self.save_failed.emit(error)
            return
        if value == before:
            return
        if self.is_read_only:
            why = self.file.read_only_reason
            self.save_failed.emit(HgkmError("U kunt hier niets wijzigen.", safe=why))
            return
        after = self.altering.noted(before, value)
        self.undo_stack.push(Edit(self, label, before, after, shows=shows))

    def remove_work(self, label: str, work: Work) -> None:
        """Remove a work, also where others name it; undo brings all of that back."""
        if not self.is_read_only:
            self.edit_together(label, *without(self.works(), work), gone=work)

    def add_case(self, case: Case) -> None:
        self.edit("nieuwe casus", case)

    def change_settings(self, settings: FileSettings) -> None:
        """Set who is named as the author of documents. Raises HgkmError when it is not saved."""
        self._here_or_elsewhere(lambda: self.file.save_settings(settings))

    def case_rev(self) -> int:
        """Which version of the case on screen a document is now made of.

        What is not saved yet is saved first. Raises HgkmError when that does not succeed.
        """
        if self.case is None:
            raise CaseMissing
        if self.case.id in self._unsaved:
            self.save_now()
        if self.case.id in self._unsaved:
            raise not_saved("kan er nu geen document uit", "Ze staat nog op het scherm.")
        return self.file.case_rev(self.case.id)

    def issue(self, case_id: str, uitgave: Uitgave, data: bytes) -> Uitgave:
        """Keep a document that goes out, and give it as kept; raises what CaseFile.issue raises.

        The case may be another one than is on screen by now. From here on undo leaves it there.
        """
        kept = self._here_or_elsewhere(lambda: self.file.issue(case_id, uitgave, data))
        self._issued_of.add(case_id)
        self.issued_changed.emit(case_id)
        return kept

    def destroy(self, case_id: str, *, function: str, ground: str, on: date, folder: Path) -> None:
        """Begin to destroy a case, as CaseFile.destroy does, and let nothing bring it back.

        From here on nothing can be undone, in no case. What is not saved is saved first. Raises
        what CaseFile.destroy raises, and HgkmError when saving does not succeed; then all is there.
        """
        if self._unsaved:
            self.save_now()
        if self._unsaved:
            raise not_saved("is er niets vernietigd", "De casus en uw wijziging staan er nog.")
        self._forget_in_works(case_id)
        self.file.destroy(case_id, function=function, ground=ground, on=on, folder=folder)
        self.undo_stack.clear()
        self._issued_of.discard(case_id)
        if self.case is not None and self.case.id == case_id:
            self._show(None)
            self._show_another()
        self.case_destroyed.emit(case_id)
        self.cases_changed.emit()
        self.saved.emit(datetime.now())

    def take(
        self, value_id: str, before: Value | None, value: Value | None, *, shows: bool = True
    ) -> None:
        """Make this the value with this id (None: there is none), on disk and on screen.

        A case that is not on screen comes there when it `shows`.
        """
        if isinstance(before, Work) or isinstance(value, Work):
            self._take_work(value_id, before, value)
        else:
            self._take_case(value_id, before, value, shows=shows)

    def _take_work(self, work_id: str, before: Value | None, work: Value | None) -> None:
        works = self._known_works()
        if isinstance(work, Work):
            works[work_id] = work
        else:
            works.pop(work_id, None)
        self._unsaved[work_id] = work
        self.work_changed.emit(before, work)
        self.save_now()

    def _take_case(
        self, case_id: str, before: Case | None, case: Case | None, *, shows: bool
    ) -> None:
        if case is None and case_id in self._issued_of:
            self.save_failed.emit(keep_what_was_issued())
            return
        is_shown = self.case is not None and self.case.id == case_id
        self._unsaved[case_id] = case
        self.case_taken.emit(before, case)
        if is_shown or (shows and case is not None):
            self._show(case)
        self.save_now()
        if listed(before) != listed(case) or not (is_shown or shows):
            self.cases_changed.emit()
        if case is None and is_shown:
            self._show_another()

    @Slot()
    def say_again(self) -> None:
        """Have every pane say the case anew, as when days are said otherwise; nothing changed."""
        if self.case is not None:
            self.case = deepcopy(self.case)  # panes see by identity that all of it is to be said
            self.case_changed.emit(None, self.case)
        self.cases_changed.emit()

    def close(self) -> None:
        """Let go of the file. What has not reached the disk is lost, so ask before."""
        self.undo_stack.clear()
        super().close()

    def _show_another(self) -> None:
        """After the case on screen is gone: the one before it, or else the first that is left."""
        left = [heading.id for heading in self.headings()]
        with suppress(HgkmError):  # where none can be read now, this one stays on screen
            if left:
                self.show_case(self._shown_before if self._shown_before in left else left[0])

    def _show(self, case: Case | None) -> None:
        old, self.case = self.case, case
        if old is not None and case is not None and old.id != case.id:
            self._shown_before = old.id
        self.case_changed.emit(old, case)
