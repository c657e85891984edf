"""The single keys that line and table share: G, N and R for a beleving, 1 to 9 for a turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hgkm_desktop.models.terms import Mark

MARK_KEYS = {
    Qt.Key.Key_G.value: Mark.GOED,
    Qt.Key.Key_N.value: Mark.NIET_OKE,
    Qt.Key.Key_R.value: Mark.RISICO,
}
_FIRST, _LAST = Qt.Key.Key_1.value, Qt.Key.Key_9.value
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def wish_of(event: QKeyEvent) -> Mark | int | None:
    """The mark or the number of the deelnemer that a key asks for; None for any other key.

    A capital is the same letter. A key with Ctrl or Alt is another key, and a key held down asks
    only once.
    """
    if event.isAutoRepeat():
        return None
    if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
        return MARK_KEYS.get(event.key())
    if event.modifiers() not in _PLAIN:
        return None
    if _FIRST <= event.key() <= _LAST:
        return event.key() - _FIRST + 1
    return MARK_KEYS.get(event.key())
