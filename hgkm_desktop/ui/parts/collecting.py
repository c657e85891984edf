"""Frees rings of objects that nobody holds, in the thread of the windows and in no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_MILLISECONDS = 20


class Collecting(QObject):
    """Does what Python does by itself, but never in a worker.

    Python looks for such rings in whichever thread makes the next object. A window among them
    would then be destroyed in that thread, and Qt does not survive that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        """Look through what was made since the last time, and now and then through all there is.

        What is left of it counts as old at once: a worker makes so much between two looks that to
        look through the parts of several together would hold up the window.
        """
        young, _, old = gc.get_count()
        most_young, _, most_old = gc.get_threshold()
        if young > most_young:
            gc.collect(2 if old > most_old else 1)
