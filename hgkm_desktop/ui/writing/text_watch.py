"""Has what is typed looked at by the herleidbaarheidscheck, in a thread of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.writing.role_memory import RoleMemory

if TYPE_CHECKING:
    # Imported where they are used: the start screen must paint without them.
    from hgkm_desktop.models.case import Case
    from hgkm_desktop.privacy import Finding
    from hgkm_desktop.ui.document.document import Document
    from hgkm_desktop.ui.writing.underlines import Findings, Mark, Underlines

PAUSE_MILLISECONDS = 350


class TextWatch(QObject):
    """Watches every field of free text of a window and of the windows over it.

    An answer is kept with the text that it is about, so what was found in an older text can never
    be shown in a newer one. `everywhere_asked(word)` and `clearing_asked(word, finding)` come when
    the user wants to replace a word in the whole case, or to say that it leads to nobody; what
    nobody is connected to is not offered.
    """

    everywhere_asked = Signal(str)
    clearing_asked = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.memory = RoleMemory()
        self._document: Document | None = None
        self._fields: list[Underlines] = []
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._background = Background(self)
        self._background.done.connect(self._take)

    def begin(self, document: Document) -> None:
        """A file is open: its case says who there is, and what was put aside."""
        self._document = document
        document.locks.connect(self.forget)
        document.case_destroyed.connect(self.memory.forget_case)
        document.case_changed.connect(self._follow_case)

    def end(self) -> None:
        """The file closes."""
        self.forget()
        self._document = None

    @Slot()
    def forget(self) -> None:
        """Keep nothing of any text, here and in the thread; waits until that has stopped."""
        self._pause.stop()
        self._background.close()
        self.memory.forget()
        for field in self._there():
            field.forget()

    # --- the fields ---------------------------------------------------------------------

    def look_at(self, field: Underlines) -> None:
        """A field came into view."""
        if field not in self._fields:
            self._fields.append(field)
        self.look_again()

    def look_again(self) -> None:
        """A text changed; it is looked at once the typing pauses."""
        self._pause.start()

    def _there(self) -> list[Underlines]:
        self._fields = [field for field in self._fields if isValid(field)]
        return self._fields

    @Slot()
    def _ask(self) -> None:
        if self._background.is_busy:
            return  # what is to be looked at still is asked when that is done
        fields = [field for field in self._there() if field.can_be_seen]
        unread = dict.fromkeys(piece for field in fields for piece in field.unread())
        if unread:
            self._background.start(partial(_look_through, tuple(unread)))
        else:
            self._background.close()  # no thread that waits for nothing
        for field in fields:
            field.take({})  # what was found before, where only the order changed

    @Slot(object)
    def _take(self, found: Findings) -> None:
        for field in self._there():
            if field.can_be_seen:
                field.take(found)
        if not self._pause.isActive():
            self._ask()

    # --- the case -----------------------------------------------------------------------

    @Slot(object, object)
    def _follow_case(self, old: Case | None, new: Case | None) -> None:
        """What was put aside is of a case; when it changed, the marks may too."""
        before, after = (case.read.cleared if case is not None else () for case in (old, new))
        if before != after:
            for field in self._there():
                field.show_again()

    def roles(self) -> tuple[str, ...]:
        """The betrokkenen of the case on screen."""
        case = self._document.case if self._document is not None else None
        return tuple(betrokkene.role for betrokkene in case.betrokkenen) if case else ()

    def remember(self, word: str, instead: str) -> None:
        """A word was replaced, and may be so again."""
        if self._document is not None and self._document.case is not None:
            self.memory.remember(self._document.case.id, word, instead)

    def await_words(self, field: QObject, words: str) -> None:
        """A word was replaced by these in a field: the edit that has them in it is noted."""
        if self._document is not None:
            self._document.altering.await_words(field, words)

    def suggestions(self, word: str, others: tuple[str, ...]) -> tuple[str, ...]:
        """What can stand for a word in the case on screen: what did so before comes first."""
        case = self._document.case if self._document is not None else None
        if case is None:
            return others
        return self.memory.suggestions(case.id, word, others, self.roles())

    def is_cleared(self, mark: Mark) -> bool:
        """Whether it was put aside in the case on screen."""
        case = self._document.case if self._document is not None else None
        if case is None or not case.read.cleared:
            return False
        from hgkm_desktop.privacy.case_check import is_cleared

        return is_cleared(case.read.cleared, mark.word, mark.finding)

    def may_be_cleared(self, mark: Mark) -> bool:
        """Whether it can be put aside: there is a case, and it is no number or such."""
        from hgkm_desktop.privacy.case_check import may_be_cleared

        has_case = self._document is not None and self._document.case is not None
        return has_case and may_be_cleared(mark.finding)


def _look_through(pieces: tuple[str, ...], tell: Progress) -> dict[str, tuple[Finding, ...]]:
    """What is in each of these texts; the words that it needs are read at the first of them."""
    from hgkm_desktop.privacy import check

    found: dict[str, tuple[Finding, ...]] = {}
    for number, piece in enumerate(pieces):
        tell(number / len(pieces))
        found[piece] = check(piece)
    return found
