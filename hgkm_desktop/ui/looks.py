"""What the user chose for the window, and where that is kept between two starts."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from hgkm_desktop.paths import HOME_VARIABLE
from hgkm_desktop.ui import theme

FILE_NAME = "instellingen.toml"
SYSTEM, LIGHT, DARK = "system", "light", "dark"
MOST_MINUTES = 60
_THEMES = {LIGHT: theme.LIGHT, DARK: theme.DARK}
_NORMAL_PIXELS = 12.0 if sys.platform == "win32" else 44 / 3
"""The largest size that systems give their own text when nobody asked for larger: 9 points on
Windows, 11 on Linux, 13 pixels on macOS."""


class Looks(NamedTuple):
    """A theme, 'system', 'light' or 'dark', the size of text in percents, and when it locks.

    Size 0 was never chosen: then the text of the system is followed. `lock_after` is in minutes
    in which nobody does anything, from 1 to 60.
    """

    theme: str = SYSTEM
    text: int = 0
    lock_after: int = 10


def settings_path() -> Path:
    """Where the looks are kept; the file and its folder may not exist yet.

    Qt names the folder: the library that names the other ones is slow to load at each start.
    """
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / "config" / FILE_NAME
    place = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / FILE_NAME


def remembered() -> Looks:
    """What was chosen before; what is not there, or cannot be read, was not chosen."""
    try:
        lines = settings_path().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Looks()
    kept = dict(line.replace('"', "").split(" = ", 1) for line in lines if " = " in line)
    chosen, sizes = kept.get("thema", ""), {str(size): size for size in theme.TEXT_SIZES}
    minutes = {str(number): number for number in range(1, MOST_MINUTES + 1)}
    return Looks(
        chosen if chosen in _THEMES else SYSTEM,
        sizes.get(kept.get("tekst", ""), 0),
        minutes.get(kept.get("vergrendelen", ""), Looks().lock_after),
    )


def remember(looks: Looks) -> None:
    """Keep this for the next start, as TOML; the file is written whole or not at all.

    Where nothing can be written, the choice holds until the program closes.
    """
    path = settings_path()
    new = path.with_name(f"{path.name}.new")
    words = f'thema = "{looks.theme}"\ntekst = {looks.text}\nvergrendelen = {looks.lock_after}\n'
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(words, encoding="utf-8")
        new.replace(path)


def put_on(app: QApplication, looks: Looks) -> None:
    """Give the whole program these looks."""
    chosen = _THEMES.get(looks.theme) or theme.system_theme()
    theme.apply(app, chosen, looks.text or system_text_size())


def system_text_size() -> int:
    """The size, of those that can be chosen, nearest to that of the system's own text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    percents = QFontInfo(font).pixelSize() / _NORMAL_PIXELS * 100
    return min(theme.TEXT_SIZES, key=lambda size: abs(size - percents))
