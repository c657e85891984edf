"""The dialogs around a passphrase: for a new casusbestand, to confirm it, and to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import (
    CaseFile,
    check_passphrase,
    generate_passphrase,
)
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import resource, user_backup_dir
from hgkm_desktop.policy import in_force
from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.parts.files import FILE_KIND, SUFFIX, ask_file, documents_folder
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import code_width, label, problem_label
from hgkm_desktop.ui.parts.theme import scaled
from hgkm_desktop.ui.writing.written import WrittenLine

T = TypeVar("T")

_WIDTH = 520
PASSPHRASE, CODE = "Wachtwoord", "Herstelcode"
_OLD = "Wachtwoord van nu"
_AFTER_CHANGE = (
    "Eerst maakt het programma een back-up met het oude wachtwoord. Back-ups van eerder houden het "
    "oude wachtwoord ook. Het oude herstelblad opent dit bestand daarna niet meer."
)


class FileDialog(QDialog):
    """The shared frame: some fields, a problem line, and two buttons."""

    def __init__(self, parent: QWidget, title: str, do: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setProperty(HOLDS_SECRET, True)
        self._fields = QWidget()
        self.column = QVBoxLayout(self._fields)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(label(title, level=2))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._problem = problem_label()
        self._show = QCheckBox("Laat zien wat ik typ")
        self._show.toggled.connect(self.show_typing)
        self._do = do
        self._line_width = 0
        self._around = QVBoxLayout(self)

    def ask(self, name: str, line: QWidget) -> QLabel:
        words = label(name)
        words.setBuddy(line)
        line.setAccessibleName(name)
        self.column.addSpacing(6)
        self.column.addWidget(words)
        self.column.addWidget(line)
        return words

    def finish_layout(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self._fields)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = buttons = QDialogButtonBox()
        ok = buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setProperty("main", True)
        buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._around.setContentsMargins(24, 20, 24, 20)
        self._around.setSpacing(8)
        self._around.addWidget(scroll, 1)
        self._around.addWidget(self._problem)
        self._around.addWidget(buttons)
        ok.setDefault(True)  # not before it is in the dialog, or any button that had the focus is

    def say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.fit()

    def end_with(self, work: Callable[[], T], tell: Callable[[T], object]) -> None:
        """Do the work, close and tell what came of it; or say a known problem and stay open."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            made = work()
        except HgkmError as error:
            self.say(error.sentence)
            return
        finally:
            QApplication.restoreOverrideCursor()
        super().accept()
        tell(made)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def make_room(self, line: QLineEdit, *, for_code: bool) -> None:
        """Be so wide that a whole herstelcode can be seen in a field, or as wide as ever."""
        self._line_width = code_width(line) if for_code else 0
        self.fit()

    @Slot()
    def fit(self) -> None:
        """As high as the words need: a window does not ask its wrapping labels by itself."""
        room, margins = self.screen().availableSize(), self._around.contentsMargins()
        beside = margins.left() + margins.right()
        wide = min(max(scaled(_WIDTH), self._line_width + beside), room.width() - 20)
        inside = wide - beside
        shown = [w for w in (self._problem, self._buttons) if not w.isHidden()]
        high = self.column.totalHeightForWidth(inside) + margins.top() + margins.bottom()
        for widget in shown:
            wraps = widget.hasHeightForWidth()
            high += (widget.heightForWidth(inside) if wraps else widget.sizeHint().height()) + 8
        self.resize(wide, min(high, room.height() - 40))

    @Slot(bool)
    def show_typing(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.passphrase.setEchoMode(echo.Normal if shown else echo.Password)


class NewPassphraseDialog(FileDialog):
    """Asks for a passphrase that is new, twice, or thinks of one."""

    def __init__(self, parent: QWidget, title: str, do: str) -> None:
        super().__init__(parent, title, do)
        self._again = QLineEdit()
        self._again.setEchoMode(QLineEdit.EchoMode.Password)

    def ask_new(self, name: str) -> None:
        least = in_force().passphrase
        either = f"minstens {least} tekens, of laat het programma vijf woorden bedenken"
        self.ask(f"{name}: {either}", self.passphrase)
        self.ask("Nog een keer", self._again)
        generate = QPushButton("Bedenk vijf woorden voor mij")
        generate.setAutoDefault(False)
        generate.clicked.connect(self._generate)
        self.column.addWidget(flowing(generate, self._show))

    def new_passphrase(self) -> str:
        """What was typed twice. Raises BadInput when it is too short or not the same."""
        check_passphrase(self.passphrase.text())
        if self.passphrase.text() != self._again.text():
            raise BadInput("De twee wachtwoorden zijn niet gelijk.", todo="Typ ze nog een keer.")
        return self.passphrase.text()

    @Slot()
    def _generate(self) -> None:
        words = resource("woorden/woorden.txt").read_text(encoding="utf-8").split()
        passphrase = generate_passphrase(words)
        self.passphrase.setText(passphrase)
        self._again.setText(passphrase)
        self._show.setChecked(True)

    @Slot(bool)
    def show_typing(self, shown: bool) -> None:
        super().show_typing(shown)
        self._again.setEchoMode(self.passphrase.echoMode())


class NewFileDialog(NewPassphraseDialog):
    """Asks where and with which passphrase; `opened(casefile)` follows once it is made."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Nieuw casusbestand", "Casusbestand maken")
        name = f"casusbestand-{token_hex(2).upper()}{SUFFIX}"
        self._path = QLineEdit(str(documents_folder() / name))
        self._organisation = WrittenLine()
        self._organisation.setPlaceholderText("bijvoorbeeld: Gemeente Voorbeeld")
        self._lay_out()
        self.finish_layout()
        self._path.setFocus()

    def _lay_out(self) -> None:
        self.ask("Waar en onder welke naam", self._path)
        browse = QPushButton("Andere plek…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.column.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask("Organisatie die op de documenten staat", self._organisation)
        self.ask_new("Wachtwoord")
        self.column.addWidget(
            label(
                "Schrijf het wachtwoord op en bewaar het apart van deze computer. "
                "Hierna kunt u een herstelblad afdrukken. Zonder wachtwoord en zonder herstelblad "
                "kan niemand dit bestand openen, ook de makers van dit programma niet.",
                quote=True,
            )
        )

    @Slot()
    def accept(self) -> None:
        self.end_with(self._make, self.opened.emit)

    def _make(self) -> CaseFile:
        from hgkm_desktop.ui.settings.settings_file import checked_author

        passphrase = self.new_passphrase()
        if not self._path.text().strip():
            raise BadInput("Kies waar het bestand komt.")
        path = path_from(self._path.text().strip())
        settings = FileSettings(organisation=checked_author(self._organisation.text()))
        return CaseFile.create(path, passphrase, settings=settings)

    @Slot()
    def _browse(self) -> None:
        typed = Path(self._path.text().strip() or "casusbestand.hgkm")
        dialog = ask_file(self, "Waar komt het casusbestand?", typed, FILE_KIND)
        dialog.fileSelected.connect(self._path.setText)
        dialog.open()


class ConfirmDialog(FileDialog):
    """Asks for the passphrase of an open file once more; `confirmed` follows.

    `why` says what comes of it, when the title does not.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget, casefile: CaseFile, title: str, why: str = "") -> None:
        super().__init__(parent, title, "Verder")
        self._file = casefile
        if why:
            self.column.addWidget(label(why))
        self.ask(PASSPHRASE, self.passphrase)
        self.column.addWidget(self._show)
        self.finish_layout()
        self.passphrase.setFocus()

    @Slot()
    def accept(self) -> None:
        try:
            self._file.insist_on(self.passphrase.text())
        except HgkmError as error:
            self.say(error.sentence)
            self.passphrase.selectAll()
            return
        super().accept()
        self.confirmed.emit()


class ChangePassphraseDialog(NewPassphraseDialog):
    """Asks for the old passphrase, or the herstelcode, and a new one; `changed` once it holds."""

    changed = Signal()

    def __init__(self, parent: QWidget, casefile: CaseFile) -> None:
        super().__init__(parent, "Wachtwoord wijzigen", "Wijzigen")
        self._file = casefile
        self._old = QLineEdit()
        self._old.setEchoMode(QLineEdit.EchoMode.Password)
        self._by_code = QCheckBox("Ik heb alleen de herstelcode")
        self._by_code.toggled.connect(self._ask_old)
        self._name = self.ask(_OLD, self._old)
        self.column.addWidget(self._by_code)
        self.ask_new("Nieuw wachtwoord")
        self.column.addWidget(label(_AFTER_CHANGE, quote=True))
        self.finish_layout()
        self._old.setFocus()

    @Slot()
    def accept(self) -> None:
        self.end_with(self._change, lambda _: self.changed.emit())

    def _change(self) -> None:
        self._file.change_passphrase(
            self._old.text(),
            self.new_passphrase(),
            user_backup_dir(),
            datetime.now(),
            by_code=self._by_code.isChecked(),
        )

    @Slot(bool)
    def show_typing(self, shown: bool) -> None:
        super().show_typing(shown)
        self._show_old()

    @Slot()
    def _ask_old(self) -> None:
        name = CODE if self._by_code.isChecked() else _OLD
        self._name.setText(name)
        self._old.setAccessibleName(name)
        self._old.clear()
        self._show_old()
        self.make_room(self._old, for_code=self._by_code.isChecked())
        self._old.setFocus()

    def _show_old(self) -> None:
        shown = self._show.isChecked() or self._by_code.isChecked()
        echo = QLineEdit.EchoMode
        self._old.setEchoMode(echo.Normal if shown else echo.Password)


def path_from(typed: str) -> Path:
    """The path that was typed, with our ending. Raises BadInput for what can be no file."""
    try:
        path = Path(typed).expanduser()
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        path.exists()
    except (ValueError, RuntimeError, OSError) as error:
        raise BadInput("Deze plek of naam kan niet.", todo="Kies een andere.") from error
    return path
