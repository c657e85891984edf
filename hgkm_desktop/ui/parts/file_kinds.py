"""What kind of thing a file is, in Dutch, for Qt's own file dialog, which says 'Folder'."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QHeaderView, QTreeView

_NAME, _WHEN = 0, 3  # columns


class FileKinds(QFileIconProvider):
    """Names the kind of a file by its ending."""

    def type(self, info: QFileInfo) -> str:
        if info.isDir():
            return "Map"
        return f"{info.suffix()}-bestand" if info.suffix() else "Bestand"


def show_kinds(dialog: QFileDialog) -> None:
    """Let a dialog name kinds in Dutch and show dates in full, where it is Qt that draws it."""
    dialog.setIconProvider(FileKinds())
    for tree in dialog.findChildren(QTreeView):
        tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_WHEN, QHeaderView.ResizeMode.ResizeToContents)
