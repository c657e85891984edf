"""Where a second copy of each backup comes: shown, chosen, and left again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop import policy
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.paths import user_backup_dir
from hgkm_desktop.settings import can_be_kept, second_backup_dir
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.chosen import Chosen
from hgkm_desktop.ui.parts.files import ask_folder, documents_folder
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label
from hgkm_desktop.ui.settings.looks_menu import DECIDED

FOLDER_NAME = "HGKM back-ups"
_ALWAYS = (
    "Het programma maakt back-ups op deze computer. Kies ook een map op een andere schijf of in "
    "het netwerk. Dan bent u ze niet kwijt als deze computer stukgaat. Ze zijn versleuteld."
)
_NOWHERE = "Nu alleen op deze computer."
_CANNOT = "Deze map kan niet."


class BackupPlace(QWidget):
    """Changes what was chosen at once, and copies the newest backups of every file there."""

    def __init__(self, chosen: Chosen) -> None:
        super().__init__()
        self._chosen = chosen
        self._where, self._told, self._problem = label(""), label("", soft=True), problem_label()
        self._choose = QPushButton("Andere map kiezen…")
        self._leave = QPushButton("Alleen op deze computer")
        self._earlier = QWidget()
        self._rows = QVBoxLayout(self._earlier)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._background = Background(self)
        self._background.done.connect(self._tell)
        self._background.failed.connect(self._say_failed)
        self._lay_out()
        self.show_place()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words in (label(_ALWAYS, small=True), self._where):
            column.addWidget(words)
        for button, slot in ((self._choose, self.ask), (self._leave, self._stay_here)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        column.addWidget(flowing(self._choose, self._leave))
        for part in (self._told, self._problem, self._earlier):
            column.addWidget(part)
        self._told.hide()

    @Slot()
    def show_place(self) -> None:
        """Say where they come now, and in which folders of before there may be some."""
        decided, folder = policy.in_force().backups, second_backup_dir()
        self._where.setText(f"Ook in: {folder}" if folder else _NOWHERE)
        if decided is not None:
            where = f"ook in {folder}" if folder else "alleen op deze computer"
            self._where.setText(f"{DECIDED}: {where}.")
        self._choose.setVisible(decided is None)
        self._leave.setVisible(decided is None and folder is not None)
        self._choose.setAccessibleDescription(self._where.text())
        self._list_earlier()

    def _list_earlier(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None
            widget.hide()
            widget.deleteLater()
        for folder in self._chosen.settings.earlier:
            self._rows.addWidget(label(f"Hier kunnen nog oudere back-ups staan: {folder}"))
            forget = QPushButton("Niet meer zoeken in deze map")
            forget.setAccessibleName(f"Niet meer zoeken in {folder}")
            forget.setAutoDefault(False)
            forget.clicked.connect(partial(self._forget, folder))
            self._rows.addWidget(flowing(forget))

    # --- choosing -------------------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """Ask which folder."""
        now = second_backup_dir()
        proposed = now.parent if now is not None else documents_folder()
        dialog = ask_folder(self, "Waar komen de back-ups ook?", proposed)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    @Slot(str)
    def take(self, path: str) -> None:
        """From now on copies come here; a folder of our own is made in it, which says later that
        it is this disk. The newest backups come at once."""
        folder = Path(path)
        if folder.name != FOLDER_NAME:
            folder = folder / FOLDER_NAME
        try:
            _insist_on(folder)
        except HgkmError as error:
            self._say_failed(error)
            return
        self._problem.hide()
        self._chosen.change(self._chosen.settings.with_backups(str(folder)))
        self._say("De nieuwste back-ups worden gekopieerd…")
        self._background.start(partial(_copy_all, folder))

    @Slot()
    def _stay_here(self) -> None:
        self._background.end()
        self._chosen.change(self._chosen.settings.with_backups(""))
        self._say("Nieuwe back-ups komen alleen op deze computer. Wat er al stond, blijft staan.")
        self._choose.setFocus()

    def _forget(self, folder: str, _: bool = False) -> None:
        kept = self._chosen.settings
        left = tuple(one for one in kept.earlier if one != folder)
        self._chosen.change(kept._replace(earlier=left))
        self._say("In die map wordt niet meer gezocht. Er is daar niets verwijderd.")
        self._choose.setFocus()

    # --- what came of it --------------------------------------------------------------------

    @Slot(object)
    def _tell(self, copied: object) -> None:
        many = f"Gekopieerd: {copied}." if copied else "Er was nog niets om te kopiëren."
        self._say(f"Deze map werkt. {many}")

    @Slot(object)
    def _say_failed(self, error: HgkmError) -> None:
        self._told.hide()
        self._problem.setText(error.sentence)
        self._problem.show()
        announce(self, error.sentence)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        announce(self, words)


def _insist_on(folder: Path) -> None:
    """Make the folder. Raises HgkmError where that cannot be, or where it is our own folder."""
    own, todo = user_backup_dir(), "Kies een andere map."
    if not can_be_kept(str(folder)):
        raise HgkmError(f"{_CANNOT} De naam bevat een teken dat niet kan.", todo=todo)
    if own in (folder, *folder.parents) or own.parent == folder.parent:
        raise HgkmError(f"{_CANNOT} Hier staan de back-ups van deze computer al.", todo=todo)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise HgkmError(
            f"{_CANNOT} Er kan daar niets worden opgeslagen.",
            safe="Er is niets veranderd.",
            todo=todo,
        ) from error


def _copy_all(folder: Path, tell: Progress) -> int:
    """Copy the newest backup of every file; gives how many came. Raises NotCopiedAway."""
    from hgkm_desktop.casefile import all_backups, copy_newest

    headers = sorted({backup.header for backup in all_backups(user_backup_dir())})
    copied = 0
    for number, header in enumerate(headers):
        tell(number / len(headers))
        copied += len(copy_newest(header, user_backup_dir(), folder))
    return copied
