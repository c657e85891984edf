"""One edit of a case in the list of what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.reading import after_edit

if TYPE_CHECKING:
    from hgkm_desktop.ui.document import Document


class Edit(QUndoCommand):
    """The case before and after, which says itself what of it must be read through again.

    Doing, undoing and redoing write the same way.
    """

    def __init__(self, document: Document, label: str, before: Case | None, after: Case) -> None:
        super().__init__(label)
        self._document = document
        self._before = before
        self._after = after_edit(before, after)

    def redo(self) -> None:
        self._document.take(self._after.id, self._before, self._after)

    def undo(self) -> None:
        self._document.take(self._after.id, self._after, self._before)
