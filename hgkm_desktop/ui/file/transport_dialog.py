"""A copy for a colleague: which cases, where, and with which passphrase of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from hgkm_desktop.casefile import PassedOn
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.privacy.secret_shift import secretly_moved
from hgkm_desktop.ui.check.check_words import READING
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.file.passphrase_dialogs import NewPassphraseDialog, path_from
from hgkm_desktop.ui.file.transport_check import TransportCheck
from hgkm_desktop.ui.parts.files import FILE_KIND, SUFFIX, ask_file, documents_folder
from hgkm_desktop.ui.parts.function_field import FunctionField, checked
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label

TITLE = "Kopie voor een collega"
_MOST_ROWS = 5
_NOT_IN_NAMES = re.compile(r"[^\w-]")
_WHAT = (
    "In de kopie staan alleen de casussen die u kiest, met de documenten die daarvan zijn gemaakt. "
    "Wat u daarna hier wijzigt, komt niet in de kopie, en andersom."
)
_BY_ANOTHER_WAY = (
    "De kopie heeft een eigen wachtwoord, niet dat van uw bestand. Geef dat door langs een andere "
    "weg dan het bestand, bijvoorbeeld per telefoon. Zet het nooit in dezelfde mail."
)
_FUNCTION = "Uw functie, bij verschoven data (geen naam)"
_SHIFT = "Alle data verschuiven met een geheim aantal weken"
_ABOUT_SHIFT = (
    "De tijd tussen de dagen blijft gelijk. Het aantal staat nergens, ook niet in de kopie. "
    "Documenten die al zijn gemaakt, gaan dan niet mee: daarin staan de echte data."
)


class TransportDialog(NewPassphraseDialog):
    """Asks all that a copy needs; `made(PassedOn)` follows once it is there, checked.

    The cases are looked through meanwhile: with one that says where someone hides there is no copy.
    """

    made = Signal(object)

    def __init__(self, parent: QWidget, document: Document) -> None:
        super().__init__(parent, TITLE, "Kopie maken")
        self._document = document
        self._cases = QListWidget()
        self._cases.setAccessibleName("Casussen in de kopie")
        self._shift = QCheckBox(_SHIFT)
        self._shift.setAccessibleDescription(_ABOUT_SHIFT)
        self._by = FunctionField()
        self._by.setEnabled(False)
        self._path = QLineEdit()
        self._neutral = token_hex(2).upper()
        self._found = label("", soft=True)
        self._check, self._is_wanted = TransportCheck(self, document), False
        self._fill()
        self._lay_out()
        self.finish_layout()
        self._check.changed.connect(self._show_found)
        self.finished.connect(self._check.forget)
        self._check.look_at(self._chosen())
        self._cases.itemChanged.connect(self._propose)
        self._cases.itemChanged.connect(self._look_through)
        self._shift.toggled.connect(self._by.setEnabled)
        self._cases.setFocus()

    def _fill(self) -> None:
        shown, headings = self._document.case, self._document.headings()
        for heading in headings:
            item = QListWidgetItem(f"{heading.code}  {heading.title}".strip())
            item.setData(Qt.ItemDataRole.UserRole, heading.id)
            is_shown = shown is not None and heading.id == shown.id
            state = Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self._cases.addItem(item)
            if is_shown:
                self._cases.setCurrentItem(item)
        self._proposed = self._name()
        self._path.setText(str(documents_folder() / self._proposed))

    def _name(self) -> str:
        """A name that says no more than what is chosen: the code of one case, or of none."""
        codes = {heading.id: heading.code for heading in self._document.headings()}
        chosen = [codes[case_id] for case_id in self._chosen()]
        name = f"casus-{chosen[0]}" if len(chosen) == 1 else f"casussen-{self._neutral}"
        return _NOT_IN_NAMES.sub("", name) + SUFFIX

    @Slot()
    def _propose(self) -> None:
        """Let the name follow the choice, in whatever folder, until the user gave another name."""
        path = Path(self._path.text().strip())
        if path.name == self._proposed:
            self._proposed = self._name()
            self._path.setText(str(path.with_name(self._proposed)))

    def _lay_out(self) -> None:
        self.column.addWidget(label(_WHAT))
        words = label("Casussen in de kopie: kies met de spatiebalk of klik het vakje aan")
        words.setBuddy(self._cases)
        self.column.addWidget(words)
        row = max(self._cases.sizeHintForRow(0), self._cases.fontMetrics().lineSpacing())
        self._cases.setFixedHeight(row * min(max(self._cases.count(), 1), _MOST_ROWS) + 8)
        self.column.addWidget(self._cases)
        self.column.addWidget(self._found)
        self.column.addWidget(self._shift)
        self.column.addWidget(label(_ABOUT_SHIFT, small=True))
        self.ask(_FUNCTION, self._by)
        self.ask("Waar en onder welke naam", self._path)
        browse = QPushButton("Andere plek…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.column.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask_new("Wachtwoord van de kopie")
        self.column.addWidget(label(_BY_ANOTHER_WAY, quote=True))

    def _chosen(self) -> list[str]:
        items = [self._cases.item(row) for row in range(self._cases.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    # --- what is in the cases -------------------------------------------------------------

    @Slot()
    def _look_through(self) -> None:
        self._is_wanted = False
        self._check.look_at(self._chosen())

    @Slot()
    def _show_found(self) -> None:
        """Say what was found, and go on with what waited for it."""
        words = self._check.words() if self._chosen() else ""
        self._found.setText(words)
        self._found.setVisible(bool(words))
        self.fit()
        if words not in ("", READING):
            announce(self, words)
        if self._is_wanted and (self._check.answer is not None or self._check.problem):
            self._is_wanted = False
            self._make_copy()

    # --- making it ------------------------------------------------------------------------

    @Slot()
    def accept(self) -> None:
        """Make the copy as soon as the cases are looked through; what is wrong is said at once."""
        try:
            self._wanted()
        except BadInput as error:
            self.say(error.sentence)
            return
        self.say("")
        if self._check.answer is None and not self._check.problem:
            self._is_wanted = True
        else:
            self._make_copy()

    def _make_copy(self) -> None:
        if self._check.refusal:
            self.say(self._check.refusal)
        else:
            self.end_with(self._make, self.made.emit)

    def _wanted(self) -> tuple[list[str], str, Path]:
        """Which cases, with which passphrase and where. Raises BadInput when one is missing."""
        chosen, passphrase = self._chosen(), self.new_passphrase()
        if not chosen:
            raise BadInput("Kies minstens één casus voor de kopie.")
        if not self._path.text().strip():
            raise BadInput("Kies waar de kopie komt.")
        return chosen, passphrase, path_from(self._path.text().strip())

    def _make(self) -> PassedOn:
        chosen, passphrase, path = self._wanted()
        return self._document.file.copy_for_colleague(
            path,
            passphrase,
            chosen,
            unsaved=self._document.unsaved_cases,
            altering=self._altering(),
            insisting=self._check.insist,
        )

    def _altering(self) -> Callable[[Sequence[Case]], Sequence[Case]] | None:
        """What is done to the cases on their way; raises BadInput for a function that is a name."""
        if not self._shift.isChecked():
            return None
        return partial(secretly_moved, today=date.today(), by=checked(self._by.value()))

    @Slot()
    def _browse(self) -> None:
        typed = Path(self._path.text().strip() or f"casus{SUFFIX}")
        dialog = ask_file(self, "Waar komt de kopie?", typed, FILE_KIND)
        dialog.fileSelected.connect(self._path.setText)
        dialog.open()
