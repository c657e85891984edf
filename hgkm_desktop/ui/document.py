"""The open casusbestand on screen: every change goes through `edit`, to disk and to every pane."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hgkm_desktop.casefile import CaseFile, CaseHeading
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings

RETRY_MILLISECONDS = 10_000


class Document(QObject):
    """One casusbestand with one case on screen.

    `case_changed(old, new)` tells every pane; each compares its own slice by identity.
    `saved(time)` follows a write that reached the disk, `save_failed(error)` one that did not:
    the edit then stays on screen and is written again with the next edit, or after ten seconds.
    """

    case_changed = Signal(object, object)
    cases_changed = Signal()
    settings_changed = Signal()
    saved = Signal(object)
    save_failed = Signal(object)

    def __init__(self, casefile: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = casefile
        self.case: Case | None = None
        self.undo_stack = QUndoStack(self)
        self._unsaved: dict[str, Case | None] = {}
        self._retry = QTimer(self, interval=RETRY_MILLISECONDS, singleShot=True)
        self._retry.timeout.connect(self.save_now)

    @property
    def is_read_only(self) -> bool:
        return self.file.read_only

    @property
    def has_unsaved(self) -> bool:
        """True while something on screen has not reached the disk."""
        return bool(self._unsaved)

    def headings(self) -> tuple[CaseHeading, ...]:
        """The cases in the file as they stand on disk."""
        return self.file.headings()

    def show_case(self, case_id: str) -> None:
        """Put a case on screen."""
        if self.case is not None and self.case.id == case_id:
            return
        unsaved = self._unsaved.get(case_id)
        self._show(unsaved if unsaved is not None else self.file.load(case_id))

    def edit(self, label: str, case: Case) -> None:
        """Replace the case on screen by a new value; `label` names the edit for undo.

        A value equal to the present one changes nothing. In a file opened for reading only
        the edit is refused with `save_failed`.
        """
        before = self.case if self.case is not None and self.case.id == case.id else None
        if case == before:
            return
        if self.is_read_only:
            self.save_failed.emit(
                HgkmError("U kunt hier niets wijzigen.", safe=self.file.read_only_reason)
            )
            return
        self.undo_stack.push(_Edit(self, label, before, case))

    def add_case(self, case: Case) -> None:
        """Add a new case to the file and put it on screen."""
        self.edit("nieuwe casus", case)

    def change_settings(self, settings: FileSettings) -> None:
        """Set who is named as the author of documents. Raises HgkmError when it is not saved."""
        self.file.save_settings(settings)
        self.settings_changed.emit()

    def take(self, case_id: str, case: Case | None) -> None:
        """Make this the value of a case (None: there is no such case), on disk and on screen."""
        shown = self.case if self.case is not None and self.case.id == case_id else None
        self._unsaved[case_id] = case
        if case is not None or shown is not None:
            self._show(case)
        self.save_now()
        if _heading(shown) != _heading(case):
            self.cases_changed.emit()

    def save_now(self) -> None:
        """Write everything that has not reached the disk yet."""
        try:
            for case_id, case in list(self._unsaved.items()):
                if case is None:
                    self.file.remove(case_id)
                else:
                    self.file.save(case)
                del self._unsaved[case_id]
        except HgkmError as error:
            self._retry.start()
            self.save_failed.emit(error)
        else:
            self._retry.stop()
            self.saved.emit(datetime.now())

    def keep_copy(self, path: Path) -> None:
        """Write a copy of the file with everything on screen in it, saved or not.

        What was not saved is then safe in the copy. Raises HgkmError when the copy fails.
        """
        unsaved = [case for case in self._unsaved.values() if case is not None]
        self.file.copy_to(path, unsaved=unsaved)
        self._unsaved.clear()
        self._retry.stop()

    def close(self) -> None:
        """Let go of the file. What has not reached the disk is lost, so ask before."""
        self._retry.stop()
        self.undo_stack.clear()
        self.file.close()

    def _show(self, case: Case | None) -> None:
        old, self.case = self.case, case
        self.case_changed.emit(old, case)


def _heading(case: Case | None) -> tuple[str, str] | None:
    return (case.code, case.title) if case is not None else None


class _Edit(QUndoCommand):
    """One edit: the case before and after; doing, undoing and redoing write the same way."""

    def __init__(self, document: Document, label: str, before: Case | None, after: Case) -> None:
        super().__init__(label)
        self._document = document
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._document.take(self._after.id, self._after)

    def undo(self) -> None:
        self._document.take(self._after.id, self._before)
