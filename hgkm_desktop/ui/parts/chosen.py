"""What the user chose for the program: changed from menus and a window, remembered, put on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from hgkm_desktop import policy
from hgkm_desktop.settings import Settings, remember, remembered
from hgkm_desktop.ui.parts import looks


class Chosen(QObject):
    """One for each main window; every change holds at once and is kept for the next start.

    `changed(before, after)` tells whoever shows a choice, or does something with it.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = remembered()
        QApplication.styleHints().colorSchemeChanged.connect(self._put_on)

    @property
    def lock_after(self) -> int:
        """After how many minutes the file locks: as chosen, or sooner by policy."""
        return min(self.settings.lock_after, policy.in_force().lock_after)

    def change(self, settings: Settings) -> None:
        """From here on it is this."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        remember(settings)
        if settings[:2] != before[:2] or settings.days != before.days:
            self._put_on()
        self.changed.emit(before, settings)

    @Slot()
    def _put_on(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        looks.put_on(app, self.settings)
