"""The two dialogs around a passphrase: making a new casusbestand and opening one."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.casefile import (
    CaseFile,
    WrongPassphrase,
    check_passphrase,
    generate_passphrase,
)
from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.paths import resource
from hgkm_desktop.ui.files import FILE_KIND, SUFFIX, ask_file, documents_folder
from hgkm_desktop.ui.flow import flowing
from hgkm_desktop.ui.text import label, problem_label
from hgkm_desktop.ui.theme import scaled

_WIDTH = 520


class _FileDialog(QDialog):
    """The shared frame: some fields, a problem line, and two buttons."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, title: str, do: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
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
        self._around = QVBoxLayout(self)

    def ask(self, name: str, line: QLineEdit) -> None:
        words = label(name)
        words.setBuddy(line)
        line.setAccessibleName(name)
        self.column.addSpacing(6)
        self.column.addWidget(words)
        self.column.addWidget(line)

    def finish_layout(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self._fields)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = buttons = QDialogButtonBox()
        ok = buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        ok.setProperty("main", True)
        ok.setDefault(True)
        buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._around.setContentsMargins(24, 20, 24, 20)
        self._around.setSpacing(8)
        self._around.addWidget(scroll, 1)
        self._around.addWidget(self._problem)
        self._around.addWidget(buttons)

    def say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the words need: a window does not ask its wrapping labels by itself."""
        room, margins = self.screen().availableSize(), self._around.contentsMargins()
        wide = min(scaled(_WIDTH), room.width() - 20)
        inside = wide - margins.left() - margins.right()
        shown = [w for w in (self._problem, self._buttons) if not w.isHidden()]
        high = self.column.totalHeightForWidth(inside) + margins.top() + margins.bottom()
        for widget in shown:
            high += max(widget.heightForWidth(inside), widget.sizeHint().height()) + 8
        self.resize(wide, min(high, room.height() - 40))

    @Slot(bool)
    def show_typing(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.passphrase.setEchoMode(echo.Normal if shown else echo.Password)


class NewFileDialog(_FileDialog):
    """Asks where and with which passphrase; `opened(casefile)` follows once it is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Nieuw casusbestand", "Casusbestand maken")
        name = f"casusbestand-{token_hex(2).upper()}{SUFFIX}"
        self._path = QLineEdit(str(documents_folder() / name))
        self._organisation = QLineEdit()
        self._organisation.setPlaceholderText("bijvoorbeeld: Gemeente Voorbeeld")
        self._again = QLineEdit()
        self._again.setEchoMode(QLineEdit.EchoMode.Password)
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
        self.ask("Wachtwoord: minstens 15 tekens, of vijf bedachte woorden", self.passphrase)
        self.ask("Nog een keer", self._again)
        generate = QPushButton("Bedenk vijf woorden voor mij")
        generate.setAutoDefault(False)
        generate.clicked.connect(self._generate)
        self.column.addWidget(flowing(generate, self._show))
        self.column.addWidget(
            label(
                "Schrijf het wachtwoord op en bewaar het apart van deze computer. "
                "Zonder wachtwoord kan niemand dit bestand openen, ook wij niet.",
                quote=True,
            )
        )

    @Slot()
    def accept(self) -> None:
        try:
            casefile = self._make()
        except HgkmError as error:
            self.say(error.sentence)
            return
        super().accept()
        self.opened.emit(casefile)

    def _make(self) -> CaseFile:
        check_passphrase(self.passphrase.text())
        if self.passphrase.text() != self._again.text():
            raise BadInput("De twee wachtwoorden zijn niet gelijk.", todo="Typ ze nog een keer.")
        if not self._path.text().strip():
            raise BadInput("Kies waar het bestand komt.")
        path = _path_from(self._path.text().strip())
        settings = FileSettings(organisation=self._organisation.text().strip())
        return CaseFile.create(path, self.passphrase.text(), settings=settings)

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

    @Slot()
    def _browse(self) -> None:
        typed = Path(self._path.text().strip() or "casusbestand.hgkm")
        dialog = ask_file(self, "Waar komt het casusbestand?", typed, FILE_KIND)
        dialog.fileSelected.connect(self._path.setText)
        dialog.open()


class PassphraseDialog(_FileDialog):
    """Asks for the passphrase of a file and opens it; stays open while it does not fit."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent, "Casusbestand openen", "Openen")
        self._path = path
        self.column.addWidget(label(path.name, muted=True))
        self.ask("Wachtwoord", self.passphrase)
        self.column.addWidget(self._show)
        self.finish_layout()
        self.passphrase.setFocus()

    @Slot()
    def accept(self) -> None:
        try:
            casefile = CaseFile.open(self._path, self.passphrase.text())
        except WrongPassphrase as error:
            self.say(error.sentence)
            self.passphrase.selectAll()
            self.passphrase.setFocus()
            return
        except HgkmError as error:
            self.say(error.sentence)
            return
        super().accept()
        self.opened.emit(casefile)


def _path_from(typed: str) -> Path:
    """The path that was typed, with our ending. Raises BadInput for what can be no file."""
    try:
        path = Path(typed).expanduser()
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        path.exists()
    except (ValueError, RuntimeError, OSError) as error:
        raise BadInput("Deze plek of naam kan niet.", todo="Kies een andere.") from error
    return path
