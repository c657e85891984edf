"""What a casusbestand is called and where files are proposed."""

from __future__ import annotations

import os
import sys
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".hgkm"
FILE_KIND = "Casusbestand (*.hgkm)"
_NOTED = ("history", "lastVisited", "shortcuts")


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

    from hgkm_desktop.ui.parts.file_kinds import show_kinds

    folder = proposed if proposed.is_dir() else proposed.parent
    noted = _noted()
    dialog = QFileDialog(parent, title, str(folder if folder.is_dir() else Path.home()), kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.destroyed.connect(partial(_note_again, noted))
    if sys.platform == "linux":
        show_kinds(dialog)
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


def ask_folder(parent: QWidget, title: str, proposed: Path) -> QFileDialog:
    """A dialog for one folder, with Dutch words; it opens in `proposed`, where that is."""
    from PySide6.QtWidgets import QFileDialog

    dialog = ask_file(parent, title, proposed if proposed.is_dir() else documents_folder(), "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Deze map kiezen")
    return dialog


def note_nothing() -> None:
    """Let Qt's own dialogs write nowhere in which folders one looked, and use no others on Linux.

    Those of GTK and of the portal keep lists of what was chosen. Where Qt's notes are in no file,
    `ask_file` puts back what was noted before it.
    """
    if sys.platform == "linux":
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _noted() -> dict[str, object]:
    """What Qt noted of folders, for all programs of this user that are made with it."""
    notes = _notes()
    return {key: notes.value(key) for key in _NOTED if notes.contains(key)}


def _note_again(noted: dict[str, object], _: object = None) -> None:
    """Put back what was noted before a dialog was open; it writes its own notes when it goes."""
    notes = _notes()
    for key in _NOTED:
        if key in noted:
            notes.setValue(key, noted[key])
        else:
            notes.remove(key)


def _notes() -> QSettings:
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    notes.beginGroup("FileDialog")
    return notes
