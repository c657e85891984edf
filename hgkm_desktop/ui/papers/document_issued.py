"""What was made of a case before: the list, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.uitgave import Uitgave
from hgkm_desktop.ui.parts.text import label, sentence_case

_NOTHING = "Nog niets. Wat u bewaart of afdrukt, komt hier te staan zoals het toen was."
_SOME = "Kies een document. U ziet het zoals het toen is gemaakt."


def uitgave_words(uitgave: Uitgave) -> str:
    """'Casusverslag, versie 2' and, on a line of its own, '3 mei 2026, pdf, 4 pagina's'."""
    parts = [day_text(uitgave.made_on), uitgave.form.label]
    parts += [count_text(uitgave.pages, "pagina", "pagina's")] if uitgave.pages else []
    return f"{sentence_case(uitgave.kind.label)}, versie {uitgave.version}\n{', '.join(parts)}"


class IssuedList(QWidget):
    """The documents that went out; `chosen` follows another choice among them."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = label(_NOTHING, small=True)
        self._list = QListWidget()
        self._list.setAccessibleName("Eerder gemaakt")
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._issued: tuple[Uitgave, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 8, 4)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        self._list.currentRowChanged.connect(self.chosen)

    def list_issued(self, issued: Sequence[Uitgave]) -> None:
        """Show these, given with the oldest first; none of them is chosen."""
        self._issued = tuple(reversed(issued))
        self._list.blockSignals(True)
        self._list.clear()
        for uitgave in self._issued:
            item = QListWidgetItem(uitgave_words(uitgave))
            hidden = f"{uitgave.hidden} van {uitgave.total} gebeurtenissen niet getoond"
            item.setToolTip(f"{uitgave.title}. {hidden}.")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, item.toolTip())
            self._list.addItem(item)
        self._list.setCurrentRow(-1)
        self._list.blockSignals(False)
        self._list.setEnabled(bool(self._issued))
        self._said.setText(_SOME if self._issued else _NOTHING)

    def take_focus(self) -> None:
        """Go to the list; the newest is chosen when none is."""
        self._list.setFocus()
        if self._issued and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def current(self) -> Uitgave | None:
        """The one that is chosen, if any."""
        row = self._list.currentRow()
        return self._issued[row] if 0 <= row < len(self._issued) else None
