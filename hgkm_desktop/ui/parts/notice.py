"""A sentence over the foot of a widget: what could not be done, or what was done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.theme import scaled

_MARGIN = 12
OVER_ENTRY = 76
"""How much of a window stays free below a notice: there the invoerregel is, in which one types."""
_TOLD_MILLISECONDS, _PROBLEM_MILLISECONDS = 8_000, 25_000


class Notice(QLabel):
    """Lies over its widget, so that nothing moves under the mouse when it comes or goes.

    It goes away by itself: what was done soon, what could not be done after a while. `foot` is
    how much of the widget stays free below it, in pixels at the usual size of text.
    """

    def __init__(self, over: QWidget, *, foot: int = _MARGIN) -> None:
        super().__init__(over)
        self._over, self._foot = over, foot
        self._leave = QTimer(self, interval=_TOLD_MILLISECONDS, singleShot=True)
        self._leave.timeout.connect(self.hide)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("notice", "told")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.installEventFilter(self)

    def say(self, words: str, *, is_problem: bool, is_long: bool = False) -> None:
        """Show a sentence; nothing when it is empty. More sentences stay as long as a problem."""
        self.setText(words)
        kind = "problem" if is_problem else "told"
        if self.property("notice") != kind:
            self.setProperty("notice", kind)
            self.style().polish(self)
        self.setVisible(bool(words))
        self._leave.stop()
        if not words:
            return
        self._place()
        self.raise_()
        stays = is_problem or is_long
        self._leave.start(_PROBLEM_MILLISECONDS if stays else _TOLD_MILLISECONDS)
        announce(self._over, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._over.width() - 2 * _MARGIN
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _MARGIN + 8
        wide = max(min(words, room), 40)
        high = self.heightForWidth(wide)
        self.setGeometry(_MARGIN, self._over.height() - high - scaled(self._foot), wide, high)
