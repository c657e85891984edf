"""What a casusbestand is called and where files are proposed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

SUFFIX = ".hgkm"
FILE_KIND = "Casusbestand (*.hgkm)"


def documents_folder() -> Path:
    """Where a new casusbestand or document is proposed: the user's own documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
