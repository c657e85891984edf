"""Remembering a casusbestand on this computer: the box to choose it, and doing and undoing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QMainWindow, QVBoxLayout, QWidget

from hgkm_desktop.casefile import forget, insist_on_place
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.ui.parts.asking import Asking
from hgkm_desktop.ui.parts.notice import OVER_ENTRY, Notice
from hgkm_desktop.ui.parts.text import label

REMEMBER = "Onthoud op deze computer"
WHAT_IT_MEANS = (
    "Wie op deze computer is aangemeld als u, opent het bestand dan zonder wachtwoord. Na "
    "vergrendelen is het wachtwoord wel nodig. Doe dit alleen op uw eigen computer."
)
_REMEMBERED = (
    "Deze computer onthoudt de sleutel. U opent dit bestand hier voortaan zonder wachtwoord. "
    "Bewaar het wachtwoord en het herstelblad toch goed."
)
_FORGOTTEN = (
    "Deze computer onthoudt de sleutel van dit bestand niet meer. "
    "Bij het openen is het wachtwoord nodig."
)
_OPENED = "Geopend met de sleutel die deze computer onthoudt."


class RememberBox(QWidget):
    """A box to tick, off at first; it can only be ticked when this computer has a safe place.

    `resized` comes when it says more or less than before.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QCheckBox(REMEMBER)
        self._box.setEnabled(False)
        self._box.toggled.connect(self._explain)
        self._words: QLabel = label("", muted=True)
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._box)
        column.addWidget(self._words)
        self._asking = Asking(self)
        self._asking.done.connect(self._allow)
        self._asking.failed.connect(self._refuse)

    @property
    def is_ticked(self) -> bool:
        return self._box.isChecked()

    def find_out(self) -> None:
        """Ask the system for a safe place; until it answers, the box cannot be ticked."""
        self._asking.ask(insist_on_place)

    @Slot()
    def _allow(self) -> None:
        self._box.setEnabled(True)

    @Slot(object)
    def _refuse(self, error: HgkmError) -> None:
        self._say(f"Dit kan hier niet. {error.what}")

    @Slot()
    def _explain(self) -> None:
        self._say(WHAT_IT_MEANS if self._box.isChecked() else "")

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._box.setAccessibleDescription(words)
        self.resized.emit()


class Remembering(QObject):
    """Has the system keep keys, and says over the foot of a window what came of it.

    `changed` comes when it begins and when it ends.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        middle = window.centralWidget() if isinstance(window, QMainWindow) else None
        self._notice = Notice(middle or window, foot=OVER_ENTRY)
        self._done = ""
        self._asking = Asking(self)
        self._asking.done.connect(self._tell_done)
        self._asking.failed.connect(self._tell_failed)

    @property
    def is_busy(self) -> bool:
        return self._asking.is_busy

    def remember(self, work: Callable[[], None]) -> None:
        """Have a key kept; `work` is what `CaseFile.remembering` gave."""
        self._begin(work, _REMEMBERED)

    def forget(self, header: bytes) -> None:
        """Have the key of the file that begins with these bytes removed."""
        self._begin(partial(forget, header), _FORGOTTEN)

    def tell_opened(self) -> None:
        """Say that a file was opened by its remembered key."""
        self._notice.say(_OPENED, is_problem=False)

    def _begin(self, work: Callable[[], None], done: str) -> None:
        self._done = done
        self._asking.ask(work)
        self.changed.emit()

    @Slot()
    def _tell_done(self) -> None:
        self._notice.say(self._done, is_problem=False)
        self.changed.emit()

    @Slot(object)
    def _tell_failed(self, error: HgkmError) -> None:
        self._notice.say(error.sentence, is_problem=True)
        self.changed.emit()
