"""The list of backups: looking them through, and putting one back beside the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import (
    Backup,
    BackupState,
    CaseFile,
    Finding,
    check_backups,
    found_backups,
    restore,
    restored_path,
)
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.paths import user_backup_dir, user_data_dir
from hgkm_desktop.settings import other_backup_dirs, second_backup_dir
from hgkm_desktop.ui.file.backup_words import (
    BackedUp,
    backed_up_files,
    backup_words,
    found_words,
)
from hgkm_desktop.ui.parts.background import Background, Progress
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.parts.files import FILE_KIND, SUFFIX, ask_file, documents_folder
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import scaled

_WHAT = (
    "Het programma maakt zelf back-ups: bij uw eerste wijziging na het openen, en bij het sluiten "
    "of vergrendelen. Ze zijn versleuteld en staan op deze computer, los van uw casusbestand."
)
_ALSO = "Bij Instellingen kiest u ook een andere plek."
_NONE = "Er zijn nog geen back-ups. De eerste komt er zodra u iets wijzigt in een casusbestand."


class BackupsDialog(QDialog):
    """The backups of one casusbestand at a time; `open_requested(path)` wants one put back.

    The passphrase is asked here too: a check then shows that it opens the backups.
    """

    open_requested = Signal(str)
    _found = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        open_file: CaseFile | None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Back-ups")
        self._clock = clock
        self._open_file = open_file
        self._files: tuple[BackedUp, ...] = ()
        self._findings: dict[int, Finding] = {}
        self._restored: Path | None = None
        self._which, self._list, self.passphrase = QComboBox(), QListWidget(), QLineEdit()
        self._show = QCheckBox("Laat zien wat ik typ")
        self._said = label("")
        self._background = Background(self)
        self._lay_out()
        self._connect()
        self._list_files()
        room = self.screen().availableSize()
        self.resize(min(scaled(560), room.width() - 20), min(scaled(640), room.height() - 40))
        (self._list if self._which.count() else self._close).setFocus()

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Back-ups", level=2))
        folder = second_backup_dir()
        also = f"Een kopie komt in {folder}." if folder else _ALSO
        column.addWidget(label(f"{_WHAT} {also}", soft=True))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setProperty(HOLDS_SECRET, True)
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(scaled(140))
        for name, field in (
            ("Van welk casusbestand", self._which),
            ("Back-ups, de nieuwste eerst", self._list),
            ("Wachtwoord van dit casusbestand", self.passphrase),
        ):
            words = label(name)
            words.setBuddy(field)
            field.setAccessibleName(name)
            column.addSpacing(6)
            column.addWidget(words)
            column.addWidget(field, 1 if field is self._list else 0)
        column.addWidget(self._show)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 20, 24, 20)
        around.setSpacing(8)
        around.addWidget(scroll, 1)
        around.addWidget(self._said)
        around.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self._check = buttons.addButton("Alle controleren", roles.ActionRole)
        self._put_back = buttons.addButton("Terugzetten…", roles.ActionRole)
        self._open = buttons.addButton("Herstelde bestand openen", roles.ActionRole)
        self._close = buttons.addButton("Sluiten", roles.RejectRole)
        self._check.setToolTip("Leest alle back-ups van dit casusbestand na")
        self._put_back.setToolTip("Zet de gekozen back-up terug als nieuw bestand")
        self._check.setProperty("main", True)
        self._check.setDefault(True)
        for button in (self._check, self._put_back, self._open, self._close):
            assert isinstance(button, QPushButton)
            button.setAutoDefault(True)
        self._open.hide()
        return buttons

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._show_file)
        self._list.itemActivated.connect(self._ask_place)
        self._show.toggled.connect(self._show_typing)
        self._check.clicked.connect(self._check_all)
        self._put_back.clicked.connect(self._ask_place)
        self._open.clicked.connect(self._open_restored)
        self._close.clicked.connect(self.reject)
        self._found.connect(self._note_finding)
        self._background.done.connect(self._end_work)
        self._background.failed.connect(self._say_problem)

    # --- what there is ------------------------------------------------------------------

    def _list_files(self) -> None:
        folders = (documents_folder(), user_data_dir())
        at_hand = [path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}"))]
        self._files = backed_up_files(
            found_backups(user_backup_dir(), other_backup_dirs()), self._open_file, at_hand
        )
        self._which.addItems([file.name for file in self._files])
        for widget in (self._which, self._list, self.passphrase, self._check, self._put_back):
            widget.setEnabled(bool(self._files))
        if not self._files:
            self._say(_NONE)

    @Slot()
    def _show_file(self) -> None:
        self._findings.clear()
        self._list.clear()
        self.passphrase.clear()
        self._say("")
        self._fill_list()
        self._list.setCurrentRow(0)

    def _fill_list(self) -> None:
        file = self._file()
        for row, backup in enumerate(file.backups):
            words = backup_words(file, backup, self._findings.get(backup.number))
            if row < self._list.count():
                self._list.item(row).setText(words)
            else:
                self._list.addItem(words)

    def _file(self) -> BackedUp:
        return self._files[self._which.currentIndex()]

    def _chosen(self) -> Backup:
        return self._file().backups[max(self._list.currentRow(), 0)]

    # --- looking through ----------------------------------------------------------------

    @Slot()
    def _check_all(self) -> None:
        if self._is_ready():
            backups, passphrase, now = self._file().backups, self.passphrase.text(), self._clock()

            def work(tell: Progress) -> object:
                for number, finding in enumerate(check_backups(backups, passphrase, now), 1):
                    tell(number / len(backups))
                    self._found.emit(finding)
                return None

            self._findings.clear()
            self._say("Bezig met controleren.")
            self._background.start(work)

    @Slot(object)
    def _note_finding(self, finding: Finding) -> None:
        self._findings[finding.backup.number] = finding
        count = len(self._file().backups)
        self._said.setText(f"Bezig met controleren: {len(self._findings)} van {count}.")
        self._fill_list()

    # --- putting back -------------------------------------------------------------------

    @Slot()
    def _ask_place(self) -> None:
        if not self._is_ready():
            return
        path = restored_path(self._file().path, self._clock().date())
        if not path.parent.is_dir():
            path = documents_folder() / path.name
        dialog = ask_file(self, "Waar komt het herstelde bestand?", path, FILE_KIND)
        dialog.fileSelected.connect(self._restore)
        dialog.open()

    @Slot(str)
    def _restore(self, chosen: str) -> None:
        backup, passphrase, now = self._chosen(), self.passphrase.text(), self._clock()
        path = Path(chosen)

        def work(_: Progress) -> Path:
            restore(backup, passphrase, path, now)
            return path

        self._say("Bezig met terugzetten.")
        self._background.start(work)

    @Slot()
    def _open_restored(self) -> None:
        restored = self._restored
        self.accept()
        if restored is not None:
            self.open_requested.emit(str(restored))

    # --- what comes of it ---------------------------------------------------------------

    @Slot(object)
    def _end_work(self, made: object) -> None:
        if isinstance(made, Path):
            self._restored = made
            self._open.show()
            self._open.setFocus()
            self._say(f"De back-up staat nu in {made}. Uw casusbestand zelf is niet veranderd.")
            return
        self._say(found_words(list(self._findings.values())))
        if all(f.state is BackupState.OTHER_PASSPHRASE for f in self._findings.values()):
            self._ask_passphrase_again()

    @Slot(object)
    def _say_problem(self, error: HgkmError) -> None:
        self._say(error.sentence)

    def _is_ready(self) -> bool:
        """Whether work can begin: none goes on, there is a backup, and a passphrase is typed."""
        if self._background.is_busy or not self._files:
            return False
        if self.passphrase.text():
            return True
        problem = BadInput("Typ eerst het wachtwoord van dit casusbestand.")
        self._say(problem.sentence)
        self._ask_passphrase_again()
        return False

    def _ask_passphrase_again(self) -> None:
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    @Slot(bool)
    def _show_typing(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.passphrase.setEchoMode(echo.Normal if shown else echo.Password)

    def done(self, result: int) -> None:
        """Leave the work that goes on, and close."""
        self._background.close()
        super().done(result)
