"""What a casusbestand is called and where files are proposed."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".hgkm"
FILE_KIND = "Casusbestand (*.hgkm)"


def documents_folder() -> Path:
    """Where a new casusbestand or document is proposed: the user's own documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


def with_suffix(path: Path, suffix: str) -> Path:
    """The path with the ending of its kind, also when a name with a dot was typed ('22.11.2026'):
    without it nobody can open the file. What stands there already is left alone."""
    if path.suffix.lower() == suffix:
        return path
    named = path.with_name(path.name + suffix)
    free = (path.with_name(f"{path.name} ({number}){suffix}") for number in count(2))
    return named if not named.exists() else next(one for one in free if not one.exists())


def ask_file(parent: QWidget, title: str, proposed: Path, kind: str) -> QFileDialog:
    """A dialog for one file, with Dutch words; `proposed` is a folder or a file to save."""
    from PySide6.QtWidgets import QFileDialog  # slow to load

    folder = proposed if proposed.is_dir() else proposed.parent
    dialog = QFileDialog(parent, title, str(folder if folder.is_dir() else Path.home()), kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    words = QFileDialog.DialogLabel
    dialog.setLabelText(words.LookIn, "Map:")
    dialog.setLabelText(words.FileName, "Naam:")
    dialog.setLabelText(words.FileType, "Soort:")
    dialog.setLabelText(words.Reject, "Annuleren")
    if proposed.is_dir():
        dialog.setLabelText(words.Accept, "Openen")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    else:
        dialog.setLabelText(words.Accept, "Bewaren")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix[1:])
        dialog.selectFile(proposed.name)
    return dialog
