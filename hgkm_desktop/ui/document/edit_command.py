"""One edit of a case in the list of what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from hgkm_desktop.models.reading import after_edit
from hgkm_desktop.models.works import Value

if TYPE_CHECKING:
    from hgkm_desktop.ui.document.document import Document


class Edit(QUndoCommand):
    """A case or a work before and after, which says itself what must be read through again.

    Doing, undoing and redoing write the same way. A case comes on screen when it `shows`.
    """

    def __init__(
        self,
        document: Document,
        label: str,
        before: Value | None,
        after: Value | None,
        *,
        shows: bool = True,
    ) -> None:
        super().__init__(label)
        self._document = document
        self._before = before
        self._after = after_edit(before, after) if after is not None else None
        self._shows = shows
        self._id = before.id if before is not None else after.id if after is not None else ""

    def redo(self) -> None:
        self._document.take(self._id, self._before, self._after, shows=self._shows)

    def undo(self) -> None:
        self._document.take(self._id, self._after, self._before, shows=self._shows)
