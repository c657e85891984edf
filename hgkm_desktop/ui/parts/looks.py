"""How the window looks, as the user chose it: put on the whole program at once."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from hgkm_desktop.day_form import choose_form
from hgkm_desktop.settings import DARK, LIGHT, TEXT_SIZES, Settings
from hgkm_desktop.ui.parts import theme

_THEMES = {LIGHT: theme.LIGHT, DARK: theme.DARK}
_NORMAL_PIXELS = 12.0 if sys.platform == "win32" else 44 / 3
"""The largest size that systems give their own text when nobody asked for larger: 9 points on
Windows, 11 on Linux, 13 pixels on macOS."""


def put_on(app: QApplication, settings: Settings) -> None:
    """Give the whole program these looks, and have it say days so from here on."""
    chosen = _THEMES.get(settings.theme) or theme.system_theme()
    theme.apply(app, chosen, settings.text or system_text_size())
    choose_form(settings.days)


def system_text_size() -> int:
    """The size, of those that can be chosen, nearest to that of the system's own text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    percents = QFontInfo(font).pixelSize() / _NORMAL_PIXELS * 100
    return min(TEXT_SIZES, key=lambda size: abs(size - percents))
