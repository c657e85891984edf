"""What cases let see where figures fall short: how each is told, asked for and checked."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figures import FigureSet, Insight
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.document.works_held import case_names
from hgkm_desktop.ui.parts.fields import Choice, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList

_NO_LESSON = ("", "Geen les")
_GONE = "Casus die niet meer in dit bestand staat"
_NOT_YET = "in bewerking: komt nog niet op papier"


def _case(document: Document, case_id: str) -> Case | None:
    with suppress(HgkmError):  # it is gone or cannot be read: the list says so
        return document.case_of(case_id) if case_id else None
    return None


class InsightDialog(RecordDialog):
    """Of a case that is chosen its lessons can be."""

    def __init__(
        self, parent: QWidget, document: Document, figures: FigureSet, insight: Insight
    ) -> None:
        super().__init__(parent, "Wat een casus laat zien", insight)
        self._document = document
        named = [(one.id, one.label) for one in indicators_of(figures)]
        cases = case_names(document).items()
        self._lesson = Choice([_NO_LESSON])
        self._case = Choice([("", "Kies een casus"), *cases])
        self._case.set_value(insight.case_id)
        self._offer_lessons()
        self.ask_for(
            "indicator_id", "Bij welke indicator", Choice([("", "Kies een indicator"), *named])
        )
        self.ask_for("case_id", "Welke casus", self._case)
        self.ask_for("lesson_id", "Welke les daaruit", self._lesson)
        self.ask_for(
            "text",
            "Wat laat de casus zien",
            TextBlock(3, "Niet leverbaar, maar de casus laat zien …"),
            "Geen namen, en niets waaraan iemand te herkennen is.",
        )
        self._case.changed.connect(self._offer_lessons)

    @Slot()
    def _offer_lessons(self) -> None:
        case = _case(self._document, self._case.value())
        lessons = [(one.id, one.text) for one in case.lessons] if case is not None else []
        self._lesson.set_choices([_NO_LESSON, *lessons])


def insight_kind(document: Document) -> PartKind:
    """What cases of the file let see, each with the indicator it is about."""

    def words(figures: FigureSet, insight: Insight) -> str:
        case = _case(document, insight.case_id)
        name = f"Casus {case.code} {case.title}".strip() if case is not None else _GONE
        state = _NOT_YET if case is not None and case.state is not CaseState.DEELBAAR else ""
        lessons = case.lessons if case is not None else ()
        lesson = next((f"Les: {one.text}" for one in lessons if one.id == insight.lesson_id), "")
        where = " · ".join(filter(None, (name, state)))
        label = indicator_of(figures, insight.indicator_id).label
        return "\n".join(filter(None, (label, insight.text, lesson, where)))

    def dialog(parent: QWidget, figures: FigureSet, insight: Insight) -> RecordDialog:
        return InsightDialog(parent, document, figures, insight)

    return PartKind(
        field="insights",
        one="inzicht",
        heading="Wat casussen laten zien",
        explanation="Waar een cijfer er niet is of te weinig zegt, kan een casus iets laten zien. "
        "Eén casus verklaart geen cijfer. Op papier komen alleen casussen die deelbaar zijn.",
        empty="Nog geen inzichten uit casussen. Schrijf op wat u in casussen zag en in de "
        "cijfers niet terugziet.",
        words=words,
        new=lambda figures: Insight(new_id(), "", ""),
        dialog=dialog,
        check=_check,
        also_gone="alleen uit dit cijferoverzicht; de casus zelf blijft",
    )


def _check(figures: FigureSet, insight: Insight) -> None:
    if not insight.indicator_id:
        raise BadInput("Kies een indicator.")
    if not insight.case_id:
        raise BadInput("Kies een casus.")
    if not insight.text.strip():
        raise BadInput("Schrijf op wat de casus laat zien.")


class InsightsPage(QWidget):
    """The insights, and the way to each case."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown = shown
        self._list = RecordList(document, insight_kind(document), shown)
        go = QPushButton("Naar de casus")
        go.setAutoDefault(True)
        go.clicked.connect(self._go_to_case)
        self._list.add_button(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    @Slot()
    def _go_to_case(self) -> None:
        if self._list.chosen is not None:
            self._shown.case_wanted.emit(self._list.chosen.case_id)
