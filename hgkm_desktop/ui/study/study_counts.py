"""What the cases of a study show together: factors, and what is read off their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hgkm_desktop.methods.distribution import (
    Distribution,
    average_words,
    distributions,
    known_words,
)
from hgkm_desktop.methods.results import part_words
from hgkm_desktop.methods.studies import CountedFactor, Seen, counted_factors
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.indicators import indicators
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import cases_of
from hgkm_desktop.ui.parts.record_delegate import RecordDelegate
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.parts.to_page import ToPage


class Counts(QWidget):
    """Paragraphs that are read with the arrow keys; they are made anew when the page is shown."""

    HEADING = EXPLANATION = EMPTY = ""
    FIRST = "Casussen"
    """The page where to begin when there is nothing to count."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._list, self._empty = QListWidget(), ToPage(shown, self.EMPTY, self.FIRST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.HEADING, level=2))
        column.addWidget(label(self.EXPLANATION, muted=True))
        column.addWidget(self._empty)
        column.addWidget(self._list, 100)
        column.addStretch(1)
        self._list.setAccessibleName(self.HEADING)
        self._list.setItemDelegate(RecordDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        shown.changed.connect(self._fill_if_seen)
        document.case_changed.connect(self._fill_if_seen)

    def paragraphs(self, cases: Sequence[Case]) -> Iterator[str]:
        """What is told of the cases, one item of the list each."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @Slot()
    def _fill_if_seen(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        work = self._shown.value
        cases = cases_of(self.document, work) if work is not None else []
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        for words in self.paragraphs(cases):
            item = QListWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._list.setVisible(bool(self._list.count()))
        self._empty.setVisible(not self._list.count())


class FactorCounts(Counts):
    """Each factor with the cases in which it was seen, and the events behind it.

    Source: casuïstiekonderzoek, dossieronderzoek (docs/bronnen.md, bron 3).
    """

    HEADING = "Factoren in de casussen"
    EXPLANATION = (
        "In hoeveel van de casussen is elke factor gezien, en waar? U koppelt factoren in de casus "
        "zelf, onder Verdieping of bij een gebeurtenis."
    )
    EMPTY = (
        "In de casussen van dit onderzoek zijn nog geen factoren gekoppeld. Begin bij een casus."
    )

    def paragraphs(self, cases: Sequence[Case]) -> Iterator[str]:
        return map(_factor_words, counted_factors(cases))


class IndicatorCounts(Counts):
    """What is read off the lines, as a distribution over the cases."""

    HEADING = "Uitkomsten uit de lijnen"
    EXPLANATION = (
        "Het programma leest deze uitkomsten van de tijdlijnen. Waar data niet precies zijn, staat "
        "er een bereik. Onder vijf casussen komt er geen gemiddelde."
    )
    EMPTY = "Kies eerst casussen voor dit onderzoek."

    def paragraphs(self, cases: Sequence[Case]) -> Iterator[str]:
        if cases:
            for indicator in indicators():
                for found in distributions(cases, indicator.id):
                    yield _distribution_words(indicator.label, found)


def _factor_words(factor: CountedFactor) -> str:
    seen = " · ".join(map(_seen_words, factor.seen))
    return (
        f"{sentence_case(factor.label)}: {factor.words} casussen\n"
        f"{factor.kind.label}, {factor.layer.label} · {seen}"
    )


def _seen_words(seen: Seen) -> str:
    if not seen.events:
        return seen.code
    word = "gebeurtenis" if len(seen.events) == 1 else "gebeurtenissen"
    return f"{seen.code} ({word} {list_text([str(number) for number in seen.events])})"


def _distribution_words(name: str, found: Distribution) -> str:
    rows = [f"{row.code}: {part_words(row.part)}" for row in found.rows]
    average = f"Gemiddeld {average_words(found.average)}." if found.average else found.no_average
    about = f" ({found.key})" if found.key else ""
    return "\n".join((f"{name}{about}: bekend bij {known_words(found)}", *rows, average))
