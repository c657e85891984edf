"""The fields in which people type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hgkm_desktop.ui.parts.fields import TextBlock
from tests.ui.keyboard import press

LONG = "\n".join(f"regel {number}" for number in range(40))


def test_a_long_text_is_read_from_its_start_and_goes_on_at_its_end(qtbot: QtBot) -> None:
    field = TextBlock(lines=3)
    qtbot.addWidget(field)
    field.set_value(LONG)
    field.show()
    qtbot.waitExposed(field)
    assert field.verticalScrollBar().value() == 0
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    press(Qt.Key.Key_X)
    assert field.value() == f"{LONG}x"
    assert field.verticalScrollBar().value() > 0
