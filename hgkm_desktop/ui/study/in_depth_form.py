"""What casuïstiekonderzoek asks of a case as a whole: talk, criteria, and why it persists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.factors import criteria
from hgkm_desktop.models.in_depth import AreaProblem, Criterion
from hgkm_desktop.models.terms import Answer, Persistence
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.date_fields import WhenField
from hgkm_desktop.ui.parts.fields import Choice, Field, TextBlock, TextLine
from hgkm_desktop.ui.parts.form import CaseForm
from hgkm_desktop.ui.parts.text import label, sentence_case


class InDepthForm(CaseForm):
    """One form of what is asked of every case of a casuïstiekonderzoek.

    Source: casuïstiekonderzoek (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._ask_talk()
        self._ask_choice()
        self._ask_areas()
        self._ask_outcome()
        self.form.end()
        self.fill()

    def _ask_talk(self) -> None:
        self.form.heading("Gesprek met de betrokkene")
        self.form.note(
            "Bij elke casus hoort een gesprek met de betrokkene. Noem een rol, geen naam."
        )
        self._bind_talk("held", "Is het gesprek gevoerd", Choice(Answer))
        self._bind_talk("who", "Met wie", TextLine("bijvoorbeeld: moeder"))
        self._bind_talk("moment", "Wanneer", WhenField())
        self._bind_talk(
            "consent",
            "Gaf de betrokkene toestemming",
            Choice(Answer),
            "Per radertje en per zin legt u vast of u die mag gebruiken.",
        )
        self._bind_talk("note", "Hoe ging het, of waarom was er geen gesprek", TextBlock(3))

    def _ask_choice(self) -> None:
        self.form.heading("Waarom deze casus in het onderzoek")
        self._bind_case("selection_reason", "Waarom gekozen", TextBlock(2))
        self._bind_case("household_type", "Type huishouden", TextLine())
        self.form.heading("Is dit een multiprobleemcasus")
        self.form.note("Dat is zo als alle drie gelden. Schrijf op waarop dat berust.")
        self.bind(
            "Is dit een multiprobleemcasus",
            CriteriaField(),
            lambda case: case.criteria,
            lambda case, value: replace(case, criteria=value),
        )

    def _ask_areas(self) -> None:
        self.form.heading("Soort probleem per leefgebied")
        self.bind(
            "Soort probleem per leefgebied",
            AreasField(),
            lambda case: (case.life_areas, case.area_problems),
            lambda case, value: replace(case, area_problems=value[1]),
        )

    def _ask_outcome(self) -> None:
        self.form.heading("Hoe het is afgelopen")
        self._bind_case(
            "structurally_unsafe",
            "Was het langere tijd achter elkaar onveilig",
            Choice(Answer),
            "Structureel onveilig: niet één keer, maar steeds opnieuw.",
        )
        self._bind_case("closed_well", "Is de casus positief afgesloten", Choice(Answer))
        self._bind_case("persistence", "Wat werd er van de problemen", Choice(Persistence))
        self._bind_case(
            "persistence_reason",
            "Waarom bestaan ze voort, of waardoor zijn ze opgelost",
            TextBlock(4),
            "Leg de tijdlijn naast de factoren.",
        )

    def _bind_case(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def get(case: Case) -> Any:  # noqa: ANN401 - any field of the case
            return getattr(case, attribute)

        def put(case: Case, value: Any) -> Case:  # noqa: ANN401
            return replace(case, **{attribute: value})

        self.bind(name, field, get, put, hint)

    def _bind_talk(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def get(case: Case) -> Any:  # noqa: ANN401 - any field of the talk
            return getattr(case.talk, attribute)

        def put(case: Case, value: Any) -> Case:  # noqa: ANN401
            talk: Any = replace(case.talk, **{attribute: value})
            return replace(case, talk=talk)

        self.bind(name, field, get, put, hint)


class CriteriaField(QWidget):
    """Each criterion with its answer and its ground; one that nobody answered is not kept."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, Choice, TextLine]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for criterion in criteria():
            name = sentence_case(criterion.label)
            met, ground = Choice(Answer), TextLine("waarop berust dat")
            met.setAccessibleName(name)
            ground.setAccessibleName(f"{name}: waarop berust dat")
            words = label(name, soft=True)
            words.setBuddy(met)
            for part in (words, met, ground):
                column.addWidget(part)
            column.addSpacing(6)
            met.changed.connect(self.changed)
            ground.changed.connect(self.changed)
            self._rows.append((criterion.id, met, ground))
        self.setFocusProxy(self._rows[0][1])

    def value(self) -> tuple[Criterion, ...]:
        said = (Criterion(i, met.value(), ground.value()) for i, met, ground in self._rows)
        return tuple(c for c in said if c.met is not Answer.ONBEKEND or c.ground)

    def set_value(self, value: tuple[Criterion, ...]) -> None:
        given = {criterion.criterion_id: criterion for criterion in value}
        for criterion_id, met, ground in self._rows:
            criterion = given.get(criterion_id, Criterion(criterion_id))
            met.set_value(criterion.met)
            ground.set_value(criterion.ground)


class AreasField(QWidget):
    """A line for each leefgebied that was ticked at Aanleiding, and for what was said before.

    Its value is what is ticked, and the problems.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticked: tuple[str, ...] = ()
        self._rows: list[tuple[str, QWidget, TextLine]] = []
        self._none = label("Vink eerst leefgebieden aan bij stap 1, Aanleiding.", muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._none)
        for area in content.life_areas():
            words, line = label(sentence_case(area.label), soft=True), TextLine()
            line.setAccessibleName(f"Soort probleem: {area.label}")
            words.setBuddy(line)
            column.addWidget(words)
            column.addWidget(line)
            line.changed.connect(self.changed)
            self._rows.append((area.id, words, line))
        self._show()

    def value(self) -> tuple[tuple[str, ...], tuple[AreaProblem, ...]]:
        problems = tuple(AreaProblem(i, line.value()) for i, _, line in self._rows if line.value())
        return self._ticked, problems

    def set_value(self, value: tuple[tuple[str, ...], tuple[AreaProblem, ...]]) -> None:
        self._ticked, problems = value
        texts = {problem.area_id: problem.text for problem in problems}
        for area_id, _, line in self._rows:
            line.set_value(texts.get(area_id, ""))
        self._show()

    def _show(self) -> None:
        """Only what is ticked or has words."""
        shown = {i for i, _, line in self._rows if i in self._ticked or line.value()}
        for area_id, words, line in self._rows:
            words.setVisible(area_id in shown)
            line.setVisible(area_id in shown)
        self._none.setVisible(not shown)
        first = next((line for i, _, line in self._rows if i in shown), None)
        if first is not None:
            self.setFocusProxy(first)
