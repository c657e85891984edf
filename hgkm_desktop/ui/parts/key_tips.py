"""The one way in which a button says, in its tip, which keys do the same."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.key_map import key_name


def tell_keys(widget: QWidget, words: str, *keys: str | QKeySequence) -> None:
    """Give a button a tip of what it does, with its keys behind it: 'Nieuwe casus (Ctrl+N)'.

    The keys are as the program knows them, such as 'Ctrl+Shift+Up'.
    """
    portable = QKeySequence.SequenceFormat.PortableText
    names = [key_name(QKeySequence(one).toString(portable)) for one in keys]
    widget.setToolTip(f"{words} ({' of '.join(names)})")
