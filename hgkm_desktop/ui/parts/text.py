"""Labels in the few kinds of text the window knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from hgkm_desktop.ui.parts.spoken import announce

_AROUND_WORDS = {"nav": 26, "segment": 18}
_FIELD_EDGES = 26
DANGER = (
    "Is er nu gevaar? Bel 112. Advies of een melding: Veilig Thuis, 0800-2000, dag en nacht. "
    "Dit programma is geen dossier en waarschuwt niemand."
)
GROUND_RULES = (
    "We praten om te leren. Niemand krijgt de schuld. Dit is geen onderzoek naar wie er fout zat. "
    "Wat hier gezegd wordt, blijft aan deze tafel. Noem rollen, geen namen."
)


def label(
    text: str,
    *,
    level: int = 0,
    muted: bool = False,
    soft: bool = False,
    small: bool = False,
    quote: bool = False,
) -> QLabel:
    """A label of plain text (never read as markup); `level` 1 to 3 makes it a heading."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if level:
        made.setProperty("level", str(level))
    for name, wanted in (("muted", muted), ("soft", soft), ("small", small), ("quote", quote)):
        if wanted:
            made.setProperty(name, True)
    if quote:
        # Not padding in the style sheet: a label that wraps does not count that in its height.
        made.setContentsMargins(12, 8, 12, 8)
    return made


def sentence_case(words: str) -> str:
    """A word of a list as it stands on its own: 'Psychisch geweld'."""
    return words[:1].upper() + words[1:]


def chip(text: str = "", *, warn: bool = False) -> QLabel:
    """A short word in a rounded outline."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("chip", "warn" if warn else "true")
    return made


def scrolling(inner: QWidget) -> QScrollArea:
    """Something in a part of a window that scrolls where there is no room for all of it."""
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def show_chip(made: QLabel, words: str, *, warn: bool) -> None:
    """Other words in a chip, in the colour that goes with them."""
    made.setText(words)
    kind = "warn" if warn else "true"
    if made.property("chip") != kind:
        made.setProperty("chip", kind)
        made.style().polish(made)
        QApplication.sendEvent(made, QEvent(QEvent.Type.StyleChange))  # for its outline


class _ChoiceButton(QPushButton):
    """Wide enough for its words in bold, as they are when it is chosen; or cut to its width."""

    def __init__(self, words: str, around: int, *, is_cut: bool) -> None:
        super().__init__(plain(words))
        self._words, self._around, self._is_cut = words, around, is_cut
        if is_cut:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = bold_metrics(self).horizontalAdvance(self._words) + self._around
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._around, self.sizeHint().height()) if self._is_cut else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._cut()  # text may have another size

    def _cut(self) -> None:
        if self._is_cut:
            right, room = Qt.TextElideMode.ElideRight, self.width() - self._around
            self.setText(plain(bold_metrics(self).elidedText(self._words, right, room)))


def choice_button(words: str, kind: str, *, is_cut: bool = False) -> QPushButton:
    """A button that stays down, and does not change its size when it is chosen.

    With `is_cut` words for which there is no room end in '…'; else all of them are seen.
    """
    made = _ChoiceButton(words, _AROUND_WORDS[kind], is_cut=is_cut)
    made.setProperty(kind, True)
    made.setCheckable(True)
    made.setAutoDefault(True)  # Enter presses it, as Space does
    return made


def bold_metrics(widget: QWidget) -> QFontMetrics:
    """How words measure in the bold of a widget's type."""
    bold = QFont(widget.font())
    bold.setBold(True)
    return QFontMetrics(bold)


def plain(words: str) -> str:
    """Words for a button or check box, in which an & is just an &."""
    return words.replace("&", "&&")


class _Problem(QLabel):
    """Has read out what it says: the keyboard is elsewhere."""

    def setText(self, words: str) -> None:
        super().setText(words)
        announce(self.window(), words)


def problem_label() -> QLabel:
    """Where a form says what is wrong, also aloud; hidden until there is something to say."""
    made = _Problem()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("problem", True)
    made.setWordWrap(True)
    made.hide()
    return made


def code_width(line: QLineEdit) -> int:
    """How wide a field must be, in pixels, to show a herstelcode that was typed with spaces.

    Room for 64 signs, for the 56 of a code may be the wider ones, and for what is between groups.
    """
    line.ensurePolished()
    signs = line.fontMetrics().horizontalAdvance("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    between = line.fontMetrics().horizontalAdvance(" " * 13)
    return 2 * signs + between + _FIELD_EDGES
