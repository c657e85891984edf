"""One finding of the herleidbaarheidscheck: the word in its text, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.texts import CaseText, is_chosen
from hgkm_desktop.models.wording import CaseHint
from hgkm_desktop.privacy import FindingCertainty
from hgkm_desktop.privacy.case_check import CaseFinding, may_be_cleared
from hgkm_desktop.ui.check.case_check import AUTHOR_KEY, FILE_KEY
from hgkm_desktop.ui.check.check_list import Row
from hgkm_desktop.ui.check.check_words import better_words, cleared_words, kind_words, wording_words
from hgkm_desktop.ui.parts.fields import TextLine
from hgkm_desktop.ui.parts.flow import Flow, flowing
from hgkm_desktop.ui.parts.text import choice_button, label, scrolling, sentence_case
from hgkm_desktop.ui.writing.marked_text import MarkedText

MOST_SUGGESTIONS = 6
_NEVER_CLEARED = "Wat zeker is, kan niet ‘niet herleidbaar’ zijn: vervang het of haal het weg."
_NEVER_A_NUMBER = "Een nummer kan niet ‘niet herleidbaar’ zijn: vervang het of haal het weg."
_FILE = (
    "Dit is de naam van het bestand zelf. Sluit het bestand en geef het een andere naam, zonder "
    "iets van het gezin erin."
)
_AUTHOR = (
    "Dit is de naam die op documenten staat. Geef bij Huisstijl een naam die niet verraadt waar "
    "iemand veilig zit."
)
_CHOSEN = "Dit is een keuze uit een lijst. Ga naar de plek om iets anders te kiezen."
_ONLY_A_HINT = "Dit is een tip. Het houdt de casus niet tegen."
_TO_READ = "Deze tekst veranderde nadat de casus was nagelezen. Lees hem na."
_NOTHING_CHOSEN = "Kies links een woord."


class CheckDetail(QWidget):
    """Shows one row of the list.

    `here_wanted(words)` and `everywhere_wanted(words)` ask to replace it, `clearing_wanted` to put
    it aside, `counting_wanted` to let it count again and `place_wanted` to see where it stands.
    """

    here_wanted = Signal(str)
    everywhere_wanted = Signal(str)
    clearing_wanted = Signal()
    counting_wanted = Signal()
    place_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row: Row | None = None
        self._may_change = False
        self._what = label(_NOTHING_CHOSEN, level=2)
        self._kind = label("", soft=True)
        self._text = MarkedText()
        self._reason = label("")
        self._hint = label("", muted=True)
        self._instead = label("Vervang door")
        self._offered = QWidget()
        self._chips = Flow(self._offered, (0, 0, 0, 0), 6)
        self._group = QButtonGroup(self)
        self.own = TextLine("of in eigen woorden")
        self._here = QPushButton("Vervang hier")
        self._everywhere = QPushButton("Vervang overal in deze casus…")
        self._clear = QPushButton("Niet herleidbaar…")
        self._count = QPushButton("Weer meetellen")
        self._go = QPushButton("Naar de plek")
        self._lay_out()
        self._connect()
        self.show_row(None, (), may_change=False)

    def show_row(
        self, row: Row | None, suggestions: Sequence[str], *, may_change: bool, name: str = ""
    ) -> None:
        """Show one row with what can stand there instead; what was typed stays with that row.

        `name` is what the list calls it.
        """
        is_same = row == self._row
        self._row, self._may_change = row, may_change
        if not is_same:
            self.own.clear()
        found = row if isinstance(row, CaseFinding) else None
        self._say_what(row, name)
        self._offer(suggestions if found is not None and self._can_be_replaced else ())
        if not is_same and suggestions:
            self.own.setText(suggestions[0])
        self._show_parts()

    @Slot()
    def take_focus(self) -> None:
        """Put the keyboard where the next choice is."""
        for part in (*self._group.buttons(), self.own, self._clear, self._count, self._go):
            if part.isVisible() and part.isEnabled():
                part.setFocus()
                return

    @property
    def _can_be_replaced(self) -> bool:
        row = self._row
        return isinstance(row, CaseFinding) and not (_is_beside(row) or is_chosen(row.place))

    def _say_what(self, row: Row | None, name: str) -> None:
        if row is None:
            self._what.setText(_NOTHING_CHOSEN)
            self._text.forget()
        elif isinstance(row, CaseText):
            self._what.setText(sentence_case(row.where))
            self._kind.setText(_TO_READ)
            self._text.show_text(row.text, 0, 0)
        elif isinstance(row, Cleared):
            self._what.setText(f"‘{_short(name or row.word)}’")
            self._kind.setText(f"Niet herleidbaar · {cleared_words(row)}")
            self._text.forget()
        elif isinstance(row, CaseHint):
            self._what.setText(f"‘{_short(row.word)}’")
            self._kind.setText(wording_words(row))
            self._text.show_text(row.place.text, row.hint.start, row.hint.end)
            self._reason.setText(better_words(row.hint.wording))
            self._hint.setText(_ONLY_A_HINT)
        else:
            self._what.setText(f"‘{_short(row.word)}’")
            self._kind.setText(kind_words(row))
            self._text.show_text(row.place.text, row.finding.start, row.finding.end)
            self._reason.setText(row.finding.reason)
            self._hint.setText(self._hint_for(row))
        self._text.setAccessibleName(f"Tekst: {row.where}" if isinstance(row, CaseText) else "")
        if isinstance(row, CaseFinding | CaseHint):
            self._text.setAccessibleName(f"Tekst: {row.place.where}")
            heard = f"‘{row.word}’: {self._reason.text()} {self._hint.text()}"
            self._text.setAccessibleDescription(heard.strip())

    def _hint_for(self, row: CaseFinding) -> str:
        if _is_beside(row):
            return _FILE if row.place.key == FILE_KEY else _AUTHOR
        if is_chosen(row.place):
            return _CHOSEN
        if may_be_cleared(row.finding):
            return ""
        is_certain = row.finding.certainty is FindingCertainty.ZEKER
        return _NEVER_CLEARED if is_certain else _NEVER_A_NUMBER

    def _show_parts(self) -> None:
        row, is_found = self._row, isinstance(self._row, CaseFinding | CaseHint)
        can_be_replaced = self._can_be_replaced
        self._kind.setVisible(row is not None)
        self._text.setVisible(is_found or isinstance(row, CaseText))
        self._count.setVisible(isinstance(row, Cleared))
        self._reason.setVisible(is_found)
        self._hint.setVisible(is_found and bool(self._hint.text()))
        for field in (self._instead, self._offered, self.own, self._here, self._everywhere):
            field.setVisible(can_be_replaced)
        self._clear.setVisible(isinstance(row, CaseFinding) and may_be_cleared(row.finding))
        self._go.setVisible(
            isinstance(row, CaseFinding | CaseText | CaseHint) and not _is_beside(row)
        )
        for field in (self._offered, self.own, self._clear, self._count):
            field.setEnabled(self._may_change)
        self._look()

    def _offer(self, suggestions: Sequence[str]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._chips.removeWidget(button)
            button.deleteLater()
        for words in suggestions[:MOST_SUGGESTIONS]:
            button = choice_button(words, "segment")
            button.setAccessibleName(f"Vervang door {words}")
            self._group.addButton(button)
            self._chips.addWidget(button)
        for before, after in pairwise((self._text, *self._group.buttons(), self.own)):
            QWidget.setTabOrder(before, after)  # else what is made later comes last
        self._mark_chosen()

    # --- what the user does -------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        can = self._may_change and bool(self.own.text().strip())
        self._here.setEnabled(can)
        self._everywhere.setEnabled(can)
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        """The suggestion that stands in the line is down; none is when it holds own words."""
        typed = self.own.text().strip()
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.text().replace("&&", "&") == typed)
        self._group.setExclusive(True)

    @Slot(object)
    def _choose(self, button: QPushButton) -> None:
        self.own.setText(button.text().replace("&&", "&"))

    @Slot()
    def _ask_here(self) -> None:
        self.here_wanted.emit(self.own.text())

    @Slot()
    def _ask_everywhere(self) -> None:
        self.everywhere_wanted.emit(self.own.text())

    # --- building -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        above, inner = QVBoxLayout(), QWidget()
        above.setContentsMargins(0, 0, 4, 0)
        inner.setLayout(above)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        for each in (above, column):
            each.setSpacing(6)
        self._instead.setBuddy(self.own)
        self.own.setAccessibleName("Vervang door, in eigen woorden")
        buttons = (self._here, self._everywhere, self._clear, self._count, self._go)
        for button in buttons:
            button.setAutoDefault(True)
        told = (self._what, self._kind, self._text, self._reason, self._hint)
        for part in (*told, self._offered):
            above.addWidget(part)
        above.addStretch(1)
        column.addWidget(scrolling(inner), 1)
        chosen = QHBoxLayout()
        chosen.addWidget(self._instead)
        chosen.addWidget(self.own, 1)
        column.addLayout(chosen)  # this and the buttons are in sight, whatever must scroll
        column.addWidget(flowing(*buttons))

    def _connect(self) -> None:
        self.own.textChanged.connect(self._look)
        self.own.returnPressed.connect(self._ask_here_by_enter)
        self._group.buttonClicked.connect(self._choose)
        self._here.clicked.connect(self._ask_here)
        self._everywhere.clicked.connect(self._ask_everywhere)
        self._clear.clicked.connect(self.clearing_wanted)
        self._count.clicked.connect(self.counting_wanted)
        self._go.clicked.connect(self.place_wanted)

    @Slot()
    def _ask_here_by_enter(self) -> None:
        """Enter goes on to the button, so that one key changes nothing."""
        self._here.setFocus()


def _is_beside(row: Row) -> bool:
    """Whether it stands in the file and in no text of the case."""
    return isinstance(row, CaseFinding) and row.place.key in (FILE_KEY, AUTHOR_KEY)


def _short(word: str) -> str:
    return word if len(word) <= 60 else f"{word[:59]}…"
