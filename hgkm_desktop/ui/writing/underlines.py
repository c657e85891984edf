"""What was found in the text of one field: moved along with the text, and gone where it changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from hgkm_desktop.ui.parts.text_pieces import pieces, units
from hgkm_desktop.ui.writing.finding_menu import (
    MENU_KEY,
    NEXT_KEY,
    FindingMenu,
    add_entries,
    add_wording,
)
from hgkm_desktop.ui.writing.text_watch import TextWatch

if TYPE_CHECKING:
    # The check itself is read in the worker, once there is something to look at.
    from hgkm_desktop.privacy import Finding

Findings = Mapping[str, tuple["Finding", ...]]
"""What was found in a piece of text, by that text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding where it stands now; positions as Qt counts them, which is in UTF-16 units."""

    start: int
    end: int
    word: str
    finding: Finding


class Written(Protocol):
    """A field of free text, as its underlines need it (`ui/writing/written.py`)."""

    def typed(self) -> str: ...
    def to_check(self) -> str: ...
    def chosen(self) -> tuple[int, int]: ...
    def choose(self, start: int, end: int) -> None: ...
    def put(self, start: int, end: int, words: str) -> None: ...
    def position_at(self, place: QPoint) -> int: ...
    def cursor_place(self) -> QRect: ...
    def show_marks(self) -> None: ...
    def isReadOnly(self) -> bool: ...


class Underlines(QObject):
    """The marks of one field; `watch` looks for them while the field can be seen."""

    def __init__(self, field: Written) -> None:
        assert isinstance(field, QWidget)
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.field: Written = field
        self.watch: TextWatch | None = None
        self._widget: QWidget = field
        self._found: Findings = {}
        self._last = ""
        self._told = ""

    @property
    def can_be_seen(self) -> bool:
        return self._widget.isVisible()

    def begin(self) -> None:
        """The field comes into view: have its text looked at by the window that it belongs to."""
        over: QWidget | None = self._widget
        own = Qt.FindChildOption.FindDirectChildrenOnly
        while over is not None:
            watch = over.findChild(TextWatch, options=own)
            if watch is not None:
                self.watch = watch
                watch.look_at(self)
                return
            over = over.parentWidget()

    def forget(self) -> None:
        """Keep nothing of the text."""
        self._found = {}
        self._last = ""
        self._show(())

    # --- the text changes ---------------------------------------------------------------

    @Slot(str)
    def follow_text(self, text: str) -> None:
        """A line has another text."""
        old, self._last = self._last, text
        least = min(len(old), len(text))
        first = next((n for n in range(least) if old[n] != text[n]), least)
        least -= first
        last = next((n for n in range(least) if old[-1 - n] != text[-1 - n]), least)
        added = text[first : len(text) - last]
        removed = old[first : len(old) - last]
        place = units(text[:first])
        self.follow(place, units(removed), units(added), added[:1], added[-1:])

    def follow(self, at: int, removed: int, added: int, first: str, last: str) -> None:
        """Text was replaced: `first` and `last` are the ends of what was added, '' when nothing."""
        if self.watch is None or not (removed or added):
            return
        if not self.can_be_seen:
            self._found = {}  # of a text that is gone nothing stays until it is looked at again
        if self.marks:
            kept = (_moved(mark, at, removed, added, first, last) for mark in self.marks)
            marks = tuple(mark for mark in kept if mark is not None)
            if len(marks) == len(self.marks):
                self.marks = marks  # Qt paints what moved anew, and they are painted along
            else:
                self._show(marks)
        self.watch.look_again()

    # --- what is found ------------------------------------------------------------------

    def unread(self) -> Iterator[str]:
        """The pieces of the text of which is not known what is in them."""
        return (piece for _, piece in pieces(self.field.to_check()) if piece not in self._found)

    def take(self, found: Findings) -> None:
        """Show what was found in the pieces that stand in the field still."""
        known = {**self._found, **found}
        texts = [piece for _, piece in pieces(self.field.to_check())]
        self._found = {piece: known[piece] for piece in texts if piece in known}
        self.show_again()

    def show_again(self) -> None:
        """Show what was found, without what was put aside; where nobody looked yet, as it was."""
        text, marks = self.field.typed(), list[Mark]()
        wide = [at for at, sign in enumerate(text) if sign > "\uffff"]
        for start, piece in pieces(self.field.to_check()):
            if piece in self._found:
                for finding in self._found[piece]:
                    here = start + finding.start, start + finding.end
                    first, end = (at + bisect_left(wide, at) for at in here)
                    mark = Mark(first, end, text[here[0] : here[1]], finding)
                    if self.watch is None or not self.watch.is_cleared(mark):
                        marks.append(mark)
            else:
                first, end = (at + bisect_left(wide, at) for at in (start, start + len(piece)))
                marks += [mark for mark in self.marks if first <= mark.start and mark.end <= end]
        self._show(tuple(marks))

    def _show(self, marks: tuple[Mark, ...]) -> None:
        if marks != self.marks:
            self.marks = marks
            self.field.show_marks()
        self._tell()

    def _tell(self) -> None:
        """Say how many there are in the description of what has the focus, after its own words."""
        spoken = self._widget.focusProxy() or self._widget
        words = self._words()
        own = spoken.accessibleDescription()
        if self._told and own.endswith(self._told):
            own = own.removesuffix(self._told).rstrip()
        if f"{own} {words}".strip() != spoken.accessibleDescription():
            spoken.setAccessibleDescription(f"{own} {words}".strip())
        self._told = words

    def _words(self) -> str:
        if not self.marks:
            return ""
        many = len(self.marks) > 1
        what = f"{len(self.marks)} woorden die" if many else "1 woord dat"
        return f"{what} herkend {'kunnen' if many else 'kan'} worden; Ctrl+punt zegt meer."

    # --- what the user asks -------------------------------------------------------------

    def at(self, position: int) -> Mark | None:
        """The mark at a position, or that ends there."""
        return next((mark for mark in self.marks if mark.start <= position <= mark.end), None)

    def chosen(self) -> Mark | None:
        """The mark in which the cursor stands, or that is selected."""
        start, end = self.field.chosen()
        touched = (mark for mark in self.marks if mark.start < end and start < mark.end)
        return next(touched, None) or self.at(start)

    def takes_key(self, event: QEvent) -> bool:
        """Whether a key is for the marks: it opens the menu of one, or goes to the next."""
        if not isinstance(event, QKeyEvent) or not self.marks:
            return False
        keys = QKeySequence(event.keyCombination())
        if keys not in (QKeySequence(MENU_KEY), QKeySequence(NEXT_KEY)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if keys == QKeySequence(NEXT_KEY):
            self.go_on()
        else:
            self._open_menu()
        return True

    @Slot()
    def go_on(self) -> None:
        """Select the next mark, and after the last one the first."""
        end = self.field.chosen()[1]
        mark = next((mark for mark in self.marks if mark.start >= end), None)
        if self.marks:
            mark = mark or self.marks[0]
            self.field.choose(mark.start, mark.end)

    def explain(self, event: QHelpEvent) -> bool:
        """Tell under the mouse why something is marked; False where nothing is."""
        if event.type() != QEvent.Type.ToolTip:
            return False
        mark = self.at(self.field.position_at(event.pos()))
        if mark is not None:
            QToolTip.showText(event.globalPos(), mark.finding.reason, self._widget)
        return mark is not None

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put what can be done with the mark at a position at the top of a menu."""
        start, end = self.field.chosen()
        mark = self.chosen() if start <= position <= end else self.at(position)
        above = menu.actions()[0] if menu.actions() else None
        if mark is not None:
            add_entries(menu, self, mark, above)
        self._add_wording(menu, position, above)

    def _add_wording(self, menu: QMenu, position: int, above: QAction | None) -> None:
        """Tell of the words at a position that there are better ones; they are not underlined."""
        from hgkm_desktop.models.wording import wording_hints

        text = self.field.to_check()
        for hint in wording_hints(text):
            if units(text[: hint.start]) <= position <= units(text[: hint.end]):
                add_wording(menu, hint.wording, above)

    def _open_menu(self) -> None:
        if self.chosen() is None:
            self.go_on()
        mark = self.chosen()
        if mark is not None:
            FindingMenu(self._widget, self, mark).open_beside(self.field.cursor_place())

    def replace(self, mark: Mark, words: str) -> None:
        """Write something else there as if it was typed, with what must go along for good Dutch."""
        if mark not in self.marks or self.field.isReadOnly():
            return
        from hgkm_desktop.privacy.fitting import fitted

        text = self.field.typed()
        fit = fitted(text, _as_python(text, mark.start), _as_python(text, mark.end), words)
        if self.watch is not None:
            self.watch.await_words(self, fit.words)
            self.watch.remember(mark.word, words)
        self.field.put(units(text[: fit.start]), units(text[: fit.end]), fit.words)

    def suggestions(self, mark: Mark) -> tuple[str, ...]:
        """What can stand there instead: what did so before, then the betrokkenen of the case."""
        same, every = mark.word.casefold(), self._suggestions(mark)
        offered = tuple(words for words in every if words.casefold() != same)
        return offered if self.watch is None else self.watch.suggestions(mark.word, offered)

    def _suggestions(self, mark: Mark) -> tuple[str, ...]:
        roles = self.watch.roles() if self.watch is not None else ()
        text = self.field.to_check()
        for start, piece in pieces(text):
            at = units(text[:start])
            if at <= mark.start <= at + units(piece):
                return _suggested(piece, mark.finding, roles)
        return mark.finding.suggestions


def _as_python(text: str, position: int) -> int:
    """A position as Qt counts it, as Python does."""
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le"))


def _moved(mark: Mark, at: int, removed: int, added: int, first: str, last: str) -> Mark | None:
    """The mark where it stands after a change; None when the change touches it.

    White space beside a word leaves it the word that it was; a letter or a removal does not.
    """
    if mark.end < at or (mark.end == at and not removed and first.isspace()):
        return mark
    after = at + removed
    if mark.start > after or (mark.start == after and last.isspace()):
        further = added - removed
        return Mark(mark.start + further, mark.end + further, mark.word, mark.finding)
    return None


def _suggested(piece: str, finding: Finding, roles: tuple[str, ...]) -> tuple[str, ...]:
    from hgkm_desktop.privacy import check

    again = (one for one in check(piece, roles) if one.start == finding.start)
    return next(again, finding).suggestions
