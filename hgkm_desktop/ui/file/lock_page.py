"""What stands in the window while the file is locked: one field, and nothing of the case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.ui.parts.clipboard import HOLDS_SECRET
from hgkm_desktop.ui.parts.flow import flowing
from hgkm_desktop.ui.parts.text import code_width, label, problem_label
from hgkm_desktop.ui.parts.theme import scaled

_WIDTH = 460
_PASSPHRASE, _CODE = "Wachtwoord", "Herstelcode"
_SAVED = (
    "Wat is opgeslagen, staat in het bestand. Wat u half typte, staat er nog zolang het programma "
    "open blijft. Na het ontgrendelen gaat u verder waar u was."
)
NOT_SAVED = (
    "Niet alles is opgeslagen: uw laatste wijzigingen staan nog niet op schijf. Het programma "
    "houdt ze vast zolang het open blijft. Ontgrendel het bestand, en maak ruimte op de schijf of "
    "bewaar een kopie op een andere plek."
)


class LockPage(QWidget):
    """Asks for the passphrase, or the herstelcode; `given(text, by_code)` says what was typed.

    With `has_unsaved` it says that some of the work is in memory only, and what to do about that.
    `remark` stands under the name of the file, such as the passphrase of the example.
    """

    given = Signal(str, bool)

    def __init__(self, file_name: str, *, has_unsaved: bool, remark: str = "") -> None:
        super().__init__()
        self.setProperty(HOLDS_SECRET, True)
        self._by_code = False
        self._name = label(_PASSPHRASE)
        self.line = QLineEdit()
        self._shown = QCheckBox("Laat zien wat ik typ")
        self._problem = problem_label()
        self._other = QPushButton("Openen met herstelcode")
        self._lay_out(file_name, remark, _not_saved() if has_unsaved else label(_SAVED))
        self._shown.toggled.connect(self._show_typing)
        self._other.clicked.connect(self._ask_other)
        self.line.returnPressed.connect(self._give)
        self._ask()

    def say(self, problem: str) -> None:
        """Say what is wrong with what was typed, and let it be typed again."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.line.selectAll()
        self.line.setFocus()

    def _lay_out(self, file_name: str, remark: str, state: QLabel) -> None:
        unlock = QPushButton("Ontgrendelen")
        unlock.setProperty("main", True)
        unlock.setAutoDefault(True)
        unlock.clicked.connect(self._give)
        self._other.setAutoDefault(True)
        self._name.setBuddy(self.line)
        self._inner = inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setSpacing(8)
        column.addWidget(label("Vergrendeld", level=1))
        column.addWidget(label(file_name, muted=True))
        if remark:
            column.addWidget(label(remark))
        column.addWidget(state)
        column.addWidget(self._name)
        column.addWidget(self.line)
        column.addWidget(self._shown)
        column.addWidget(self._problem)
        column.addWidget(flowing(unlock, self._other))
        self._place(inner)
        self.setFocusProxy(self.line)

    def _place(self, inner: QWidget) -> None:
        """In the middle, no wider than it needs to be; what does not fit can be scrolled to."""
        page, scroll = QWidget(), QScrollArea()
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 24, 24, 24)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(inner)
        middle.addStretch(3)
        row.addStretch(1)
        row.addLayout(middle, 100)
        row.addStretch(1)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    @Slot()
    def _ask_other(self) -> None:
        self._by_code = not self._by_code
        self._ask()

    def _ask(self) -> None:
        name = _CODE if self._by_code else _PASSPHRASE
        self._name.setText(name)
        self.line.setAccessibleName(name)
        self.line.clear()
        self._other.setText("Openen met wachtwoord" if self._by_code else "Openen met herstelcode")
        self._shown.setChecked(self._by_code)  # nobody types a long code without seeing it
        self._show_typing(self._by_code)
        self._make_room()
        self.say("")

    def _make_room(self) -> None:
        """As wide as reads well, and wider for a herstelcode, which must be seen as a whole."""
        around = self._inner.contentsMargins() + self._column.contentsMargins()
        wide = code_width(self.line) + around.left() + around.right() if self._by_code else 0
        self._inner.setMaximumWidth(max(scaled(_WIDTH), wide))

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.line.text(), self._by_code)

    @Slot(bool)
    def _show_typing(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Normal if shown else echo.Password)


def _not_saved() -> QLabel:
    made = problem_label()
    made.setText(NOT_SAVED)
    made.show()
    return made
