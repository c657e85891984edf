"""Step 1, Aanleiding: why this case, the start check, and the vormen van geweld."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import StartCheck, ViolenceForm
from hgkm_desktop.models.terms import Answer, Certainty, Method
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import Check, Checks, Choice, Field, TextBlock, TextLine
from hgkm_desktop.ui.parts.form import CaseForm
from hgkm_desktop.ui.parts.text import DANGER, GROUND_RULES, label, sentence_case


class ReasonPage(CaseForm):
    """The first step of a casusevaluatie, as one form.

    Source: casusevaluatie, stap 1 (docs/bronnen.md, bron 4).
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._ask_why()
        self._ask_start_check()
        self._ask_violence()
        self.form.end()
        self.fill()

    def _ask_why(self) -> None:
        self.form.add_widget(label(DANGER, quote=True))
        self.form.heading("Waarom deze casus")
        self._bind_case(
            "title",
            "Neutrale titel",
            TextLine("bijvoorbeeld: Van losse signalen naar één plan"),
            "Geen plaats, geen jaar, geen kop uit de krant.",
        )
        self._bind_case("reason", "Aanleiding", TextBlock(4), "Waarom bespreekt u deze casus?")
        self._bind_case(
            "organiser", "Wie organiseert", TextLine("functie en organisatie, geen naam")
        )
        self._bind_case("methods", "Waarvoor gebruikt u de casus", Checks(_choices(Method)))

    def _ask_start_check(self) -> None:
        self.form.heading("Startcheck")
        self._bind_check(
            "procedure_running",
            "Loopt er een strafzaak, klacht, tuchtzaak of onderzoek naar een calamiteit?",
            Choice(Answer),
            "Bij ja: wacht, of overleg eerst met uw jurist.",
        )
        self._bind_check("procedure_note", "Toelichting", TextLine())
        self._bind_check(
            "board_decided",
            "Besliste de burgemeester of wethouder zelf in deze casus?",
            Choice(Answer),
            "Bij ja: zij herkennen het gezin, ook zonder namen. Zeg dat vooraf.",
        )
        self._bind_check("heard", "Zijn de betrokkenen gehoord?", Choice(Answer))
        self._bind_check("heard_note", "Wie, hoe, of waarom niet", TextLine())
        self._bind_check(
            "legal_ground",
            "Grondslag om deze gegevens te gebruiken",
            TextLine("bijvoorbeeld: gepseudonimiseerd leren, afspraak in het convenant"),
        )
        self._bind_case(
            "keep_until",
            "Bewaren tot",
            DayField(),
            "Daarna vernietigt u de casus, in het menu Casus. Het programma doet dat nooit zelf.",
        )
        self._bind_case(
            "keep_reason",
            "Volgens welke afspraak of regel",
            TextLine("bijvoorbeeld: selectielijst van de gemeente, of afspraak aan tafel"),
        )
        self.form.note(GROUND_RULES)
        self._bind_check("rules_read", "Spelregels", Check("De spelregels zijn voorgelezen"))

    def _ask_violence(self) -> None:
        self.form.heading("Vormen van geweld")
        self.form.note("Vink aan wat speelt. Kies daarna of het vermoed of vastgesteld is.")
        self.bind(
            "Vormen van geweld",
            ViolenceField(),
            lambda case: case.violence,
            lambda case, value: replace(case, violence=value),
        )
        self.form.heading("Leefgebieden waar problemen spelen")
        areas = [(area.id, sentence_case(area.label)) for area in content.life_areas()]
        self._bind_case("life_areas", "Leefgebieden waar problemen spelen", Checks(areas))

    def _bind_case(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def put(case: Case, value: Any) -> Case:  # noqa: ANN401 - any field of the case
            return replace(case, **{attribute: value})

        self.bind(name, field, _getter(attribute), put, hint, key=attribute)

    def _bind_check(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def get(case: Case) -> Any:  # noqa: ANN401 - any field of the check
            return getattr(case.start_check, attribute)

        def put(case: Case, value: Any) -> Case:  # noqa: ANN401
            check: StartCheck = replace(case.start_check, **{attribute: value})
            return replace(case, start_check=check)

        self.bind(name, field, get, put, hint, key=attribute)


class ViolenceField(QWidget):
    """The vormen van geweld in their groups, each vermoed or vastgesteld and by whom."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_ViolenceRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = ""
        for kind in content.violence_forms():
            if kind.group != group:
                group = kind.group
                column.addSpacing(6)
                column.addWidget(label(sentence_case(group), level=3))
            row = _ViolenceRow(kind.id, kind.label, self)
            row.changed.connect(self.changed)
            column.addWidget(row)
            self._rows.append(row)
        self.setFocusProxy(self._rows[0])

    def value(self) -> tuple[ViolenceForm, ...]:
        return tuple(found for row in self._rows if (found := row.value()) is not None)

    def set_value(self, value: tuple[ViolenceForm, ...]) -> None:
        chosen = {form.form: form for form in value}
        for row in self._rows:
            row.set_value(chosen.get(row.form_id))


class _ViolenceRow(QWidget):
    """One vorm van geweld; certainty and source show once it is checked."""

    changed = Signal()

    def __init__(self, form_id: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.form_id = form_id
        self._box = Check(sentence_case(name))
        self._certainty = Choice(Certainty)
        self._by = TextLine("volgens wie")
        self._certainty.setAccessibleName(f"{name}: vermoed of vastgesteld")
        self._by.setAccessibleName(f"{name}: volgens wie")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box, 3)
        row.addWidget(self._certainty, 1)
        row.addWidget(self._by, 2)
        self.setFocusProxy(self._box)
        for follower in (self._certainty, self._by):  # a row that grows would move the next one
            policy = follower.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            follower.setSizePolicy(policy)
        self._box.toggled.connect(self._show_rest)
        self._show_rest()
        for part in (self._box, self._certainty, self._by):
            part.changed.connect(self.changed)

    def value(self) -> ViolenceForm | None:
        if not self._box.isChecked():
            return None
        return ViolenceForm(self.form_id, self._certainty.value(), self._by.value())

    def set_value(self, value: ViolenceForm | None) -> None:
        self._box.setChecked(value is not None)
        if value is not None:
            self._certainty.set_value(value.certainty)
            self._by.set_value(value.by)

    @Slot()
    def _show_rest(self) -> None:
        for part in (self._certainty, self._by):
            part.setVisible(self._box.isChecked())


def _getter(attribute: str) -> Callable[[Case], Any]:
    def get(case: Case) -> Any:  # noqa: ANN401 - any field of the case
        return getattr(case, attribute)

    return get


def _choices(terms: type[Method]) -> list[tuple[Any, str]]:
    return [(term, sentence_case(term.label)) for term in terms]
