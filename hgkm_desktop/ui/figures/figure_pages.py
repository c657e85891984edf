"""The pages of the figures of a municipality or region.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models.dutch import count_text, list_text
from hgkm_desktop.models.figure_terms import AreaKind
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_duiding import DuidingPage
from hgkm_desktop.ui.figures.figure_entry import FiguresPage
from hgkm_desktop.ui.figures.figure_insights import InsightsPage
from hgkm_desktop.ui.figures.figure_own import own_page
from hgkm_desktop.ui.figures.figure_view import FigureView
from hgkm_desktop.ui.parts.fields import Choice, TextBlock, TextLine
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page


class ToldOfFigures(QWidget):
    """Over which periods there are figures."""

    def __init__(self, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown, self._words = shown, label("", soft=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._words)
        shown.changed.connect(self._say)
        self._say()

    @Slot()
    def _say(self) -> None:
        figures = self._shown.value
        if isinstance(figures, FigureSet):
            self._words.setText(periods_words(figures))


def periods_words(figures: FigureSet) -> str:
    """'12 cijfers, over 1e helft 2024, 2e helft 2024 en 1e helft 2025.'"""
    periods = sorted({one.period for one in figures.figures})
    if not periods:
        return "Er staan nog geen cijfers in. Typ ze bij Cijfers."
    number = count_text(len(figures.figures), "cijfer", "cijfers")
    return f"{number}, over {list_text([one.text for one in periods])}."


def area_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """Of which area the figures are."""
    page = WorkForm(document, shown)
    page.form.heading("Gebied")
    page.form.note(
        "Eén overzicht is van één gemeente of één regio. Tel een gemeente nooit op bij de regio "
        "waarin zij ligt."
    )
    page.ask_for("title", "Titel", TextLine("bijvoorbeeld: Cijfers in beeld"))
    page.ask_for("area", "Gemeente of regio", TextLine())
    page.ask_for("area_kind", "Wat is het", Choice(AreaKind))
    page.ask_for(
        "note",
        "Toelichting",
        TextBlock(3),
        "Bijvoorbeeld: wie de cijfers aanleverde, en wat er dit half jaar anders was.",
    )
    page.form.add_widget(ToldOfFigures(shown))
    page.form.end()
    page.fill()
    return page


FIGURE_PAGES: tuple[Page, ...] = (
    ("Gebied", area_page),
    ("Cijfers", FiguresPage),
    ("Beeld", FigureView),
    ("Duiding", DuidingPage),
    ("Wat casussen laten zien", InsightsPage),
    ("Eigen indicatoren", own_page),
)
