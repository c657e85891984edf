"""When nobody is at work any more: no key and no mouse for a while, or a computer that slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_MILLISECONDS = 1_000
WARNING_SECONDS = 30
MOST_JUMP_SECONDS = 60
_ACTS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    )
)
Clock = Callable[[], float]


class IdleWatch(QObject):
    """Watches all windows of the program while it is on.

    `due` comes when `minutes` passed without a key or the mouse, by a clock that nobody can set;
    and at once when the clock on the wall went more than a minute further, or less far, than that
    one, or nothing was looked at for a minute: then the computer slept. `warned(True)` comes half
    a minute before, and `warned(False)` when someone acts after all.
    """

    due = Signal()
    warned = Signal(bool)

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        *,
        clock: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clock, self._wall = clock, wall
        self._acted = self._looked = clock()
        self._looked_wall = wall()
        self._is_warned = False
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._meet)

    @Slot(int)
    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._minutes = minutes

    def start(self) -> None:
        """Begin to count, from now."""
        self._acted = self._looked = self._clock()
        self._looked_wall = self._wall()
        self._is_warned = False
        for window in QGuiApplication.topLevelWindows():
            self._meet(window)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """See whether it is time; this is done every second, and before a key counts."""
        if not self._timer.isActive():
            return
        now, wall = self._clock(), self._wall()
        passed, passed_on_wall = now - self._looked, wall - self._looked_wall
        self._looked, self._looked_wall = now, wall
        slept = max(abs(passed_on_wall - passed), passed) > MOST_JUMP_SECONDS
        left = self._minutes * 60 - (now - self._acted)
        if slept or left <= 0:
            self.stop()
            self.due.emit()
        elif left <= WARNING_SECONDS and not self._is_warned:
            self._is_warned = True
            self.warned.emit(True)

    @Slot(QWindow)
    def _meet(self, window: QWindow | None) -> None:
        """Hear a window. All events of its widgets come through it, and there are far fewer."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _ACTS or not self._timer.isActive():
            return False
        self.look()
        if not self._timer.isActive():
            return True  # it came too late, and must not reach the case
        self._acted = self._clock()
        if self._is_warned:
            self._is_warned = False
            self.warned.emit(False)
        return False
