"""The pages of a casuïstiekonderzoek, from its plan to what is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.methods.studies import knoppenteller, still_open
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.study import Knop, Study
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import cases_of
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.study.study_counts import FactorCounts, IndicatorCounts
from hgkm_desktop.ui.study.study_kinds import (
    ROUTE,
    TYPES,
    case_kind,
    group_kind,
    knop_kind,
)
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page


def plan_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What is asked, and steps 1 to 3: literature, where cases are spoken of, and types.

    Source: casuïstiekonderzoek, onderzoeksopzet (docs/bronnen.md, bron 3).
    """
    page = WorkForm(document, shown)
    page.form.heading("Opzet van het onderzoek")
    page.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
    page.ask_for("question", "Wat wilt u weten", TextBlock(3))
    page.ask_for(
        "literature",
        "Wat zegt de literatuur",
        TextBlock(4),
        "Factoren die helpen of tegenhouden. De factoren zelf kiest u in elke casus uit de lijst.",
    )
    page.ask_for("places", "Waar worden casussen besproken", TextBlock(4))
    page.ask_for("types_note", "Welke typen huishoudens zijn er", TextBlock(3))
    page.form.add_widget(RecordList(document, TYPES, shown))
    page.form.end()
    page.fill()
    return page


class CasesPage(QScrollArea):
    """The cases, what the method still asks for, and the way to a case."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._open = label("", soft=True)
        self._list = RecordList(document, case_kind(document), shown)
        self._go = QPushButton("Naar de casus")
        self._go.setAutoDefault(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._list, 1)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label("Wat de methode nog vraagt", level=3))
        column.addWidget(self._open)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._go.clicked.connect(self._go_to_case)
        shown.changed.connect(self._say)
        document.case_changed.connect(self._say)
        document.cases_changed.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        study = self._shown.value
        if isinstance(study, Study):
            found = still_open(study, cases_of(self.document, study))
            self._open.setText("\n".join(f"– {sentence}" for sentence in found) or "Niets meer.")
            self._go.setEnabled(bool(study.cases))

    @Slot()
    def _go_to_case(self) -> None:
        study = self._shown.value
        first = study.cases[:1] if isinstance(study, Study) else ()
        for held in [self._list.chosen] if self._list.chosen else first:
            self._shown.case_wanted.emit(held.case_id)


def groups_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Focus groups of one case, and the closing one."""
    return RecordList(document, group_kind(document), shown)


def knoppen_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Knop × level × n of N cases, with the cases behind each.

    Source: casuïstiekonderzoek, knoppenmodel (docs/bronnen.md, bron 3); the count is ours.
    """

    def counted(study: Study, knop: Knop) -> str:
        rows = knoppenteller(study, cases_of(document, study))
        row = next(row for row in rows if row.knop.id == knop.id)
        behind = f": {list_text(row.codes)}" if row.codes else ""
        tested = f" · herkend: {knop.holds.label}"
        return f"{knop.text}\n{knop.level.label} · {row.words} casussen{behind}{tested}"

    return RecordList(document, knop_kind(document, counted), shown)


def decision_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What is concluded, what comes next, and which bodies decide on it."""
    page = WorkForm(document, shown)
    page.form.heading("Conclusie en besluit")
    page.ask_for("conclusion", "Conclusie", TextBlock(5))
    page.ask_for("next_steps", "Vervolgstappen", TextBlock(4))
    page.form.add_widget(RecordList(document, ROUTE, shown))
    page.form.end()
    page.fill()
    return page


STUDY_PAGES: tuple[Page, ...] = (
    ("Opzet", plan_page),
    ("Casussen", CasesPage),
    ("Factoren", FactorCounts),
    ("Uitkomsten", IndicatorCounts),
    ("Focusgroepen", groups_page),
    ("Knoppenteller", knoppen_page),
    ("Besluit", decision_page),
)
