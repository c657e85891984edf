"""The form for the details of one event, and the form for one beleving."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.phrases import Period
from hgkm_desktop.models.records import Beleving, Betrokkene, Event, Involvement, Record
from hgkm_desktop.models.terms import (
    Answer,
    Audience,
    EventKind,
    FactStatus,
    HouseholdRole,
    Mark,
    Occurrence,
    Pressure,
    RiskOf,
    SafetyOf,
)
from hgkm_desktop.ui.fields import (
    Check,
    Checks,
    Choice,
    MomentField,
    PhraseField,
    Suggestions,
    TextBlock,
    TextLine,
)
from hgkm_desktop.ui.form import RecordDialog
from hgkm_desktop.ui.text import label, sentence_case


class InvolvedField(QWidget):
    """Which betrokkenen have a part in the event, which part, and according to whom.

    Someone can have two parts, such as slachtoffer and pleger; each part is a row.
    """

    changed = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._rows: list[_PartRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        if not case.betrokkenen:
            words = "Nog geen betrokkenen. Voeg ze toe bij Deelnemers."
            self._column.addWidget(label(words, muted=True))
        self.set_value(())

    def value(self) -> tuple[Involvement, ...]:
        return tuple(part for row in self._rows if (part := row.value()) is not None)

    def set_value(self, value: tuple[Involvement, ...]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for betrokkene in self._case.betrokkenen:
            parts = [part for part in value if part.betrokkene_id == betrokkene.id]
            for part in parts:
                self._add(len(self._rows), betrokkene, part)
            if not parts:
                self._add(len(self._rows), betrokkene, None)
        if self._rows:
            self.setFocusProxy(self._rows[0])

    def _add(self, place: int, betrokkene: Betrokkene, part: Involvement | None) -> None:
        row = _PartRow(betrokkene, part)
        row.another.clicked.connect(self._add_another)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)

    @Slot()
    def _add_another(self) -> None:
        """One more part for the betrokkene of this row."""
        for place, row in enumerate(self._rows):
            if row.another is self.sender():
                part = Involvement(row.betrokkene.id, HouseholdRole.SLACHTOFFER)
                self._add(place + 1, row.betrokkene, part)
                return


class _PartRow(QWidget):
    """One betrokkene with one part; a child is never an omstander."""

    def __init__(self, betrokkene: Betrokkene, part: Involvement | None) -> None:
        super().__init__()
        self.betrokkene = betrokkene
        role = betrokkene.role
        roles = [r for r in HouseholdRole if r is not HouseholdRole.OMSTANDER]
        self._box = Check(role)
        self._part = Choice(roles if betrokkene.is_child else HouseholdRole)
        self._according_to = TextLine("volgens wie")
        self.another = QPushButton("Nog een rol")
        self._part.setAccessibleName(f"Rol van {role}")
        self._according_to.setAccessibleName(f"Rol van {role}, volgens wie")
        self.another.setAccessibleName(f"Nog een rol voor {role}")
        self.another.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        followers = (self._part, self._according_to, self.another)
        row.addWidget(self._box, 2)
        for follower, stretch in zip(followers, (2, 3, 0), strict=True):
            row.addWidget(follower, stretch)
            follower.setEnabled(part is not None)
            self._box.toggled.connect(follower.setEnabled)
        self.setFocusProxy(self._box)
        self._box.setChecked(part is not None)
        if part is not None:
            self._part.set_value(part.role)
            self._according_to.set_value(part.according_to)

    def value(self) -> Involvement | None:
        if not self._box.isChecked():
            return None
        return Involvement(self.betrokkene.id, self._part.value(), self._according_to.value())


class EventDialog(RecordDialog):
    """All details of an event. The first fields are the ones used most."""

    def __init__(self, parent: QWidget, case: Case, event: Event) -> None:
        super().__init__(parent, "Gebeurtenis", event)
        self._when = PhraseField()
        self._ask_what(event)
        self._ask_who(case)
        self._ask_fact()
        self._ask_intervention()
        self._ask_children()

    def made(self) -> Record:
        """The event as the fields say. Raises BadInput when it cannot be."""
        event = super().made()
        assert isinstance(event, Event)
        event = replace(event, **_period_fields(self._when.value()))
        check_record(event)
        return event

    def _typed(self) -> dict[str, Any]:
        return {**super()._typed(), "when": self._when.line.text()}

    def _ask_what(self, event: Event) -> None:
        self.ask_for("title", "Wat gebeurde er", TextLine())
        self._when.set_value(Period(event.start, event.end, event.ongoing))
        self.form.add("Wanneer", self._when, "Ook een periode: 3-13 mei 2023, of vanaf juli 2025.")
        self.ask_for("kind", "Soort", Choice(_kinds()))
        self.ask_for("occurrence", "Is het gebeurd", Choice(Occurrence))
        self.ask_for("possible_since", "Niet gedaan: sinds wanneer had het gekund", MomentField())
        self.ask_for("is_risk_moment", "Risicomoment", Check("Dit is een risicomoment"))
        self.ask_for("is_pivotal", "Cruciaal punt", Check("Dit is een cruciaal punt"))

    def _ask_who(self, case: Case) -> None:
        self.form.heading("Wie")
        organisations = [(o.id, o.name) for o in case.organisations]
        self.ask_for("organisation_ids", "Organisaties", Checks(organisations))
        self.ask_for(
            "involved",
            "Betrokkenen",
            InvolvedField(case),
            "Een kind dat erbij is, is slachtoffer, nooit alleen getuige.",
        )
        self.ask_for("audience", "Voor wie is dit", Choice(Audience))
        self.ask_for("is_shown", "Tonen", Check("Tonen op scherm en papier"))

    def _ask_fact(self) -> None:
        self.form.heading("Feit en bron")
        self.ask_for("fact", "Wat weten we precies", TextBlock(4))
        self.ask_for("fact_status", "Hoe zeker is het", Choice(FactStatus))
        self.ask_for("status_by", "Volgens wie", TextLine())
        self.ask_for("source", "Bron", TextLine("bijvoorbeeld: gesprek met de teamleider"))
        self.ask_for("reported_to", "Bij een melding: bij wie", TextLine())
        self.ask_for("feedback_given", "Hoorde de melder iets terug", Choice(Answer))

    def _ask_intervention(self) -> None:
        self.form.heading("Interventie")
        instruments = [instrument.label for instrument in content.instruments()]
        self.ask_for("instrument", "Instrument", Suggestions(instruments))
        self.ask_for("pressure", "Hoe vrij was het", Choice(Pressure, empty="Niet van toepassing"))
        self.ask_for("result", "Resultaat, of waarom het er niet kwam", TextBlock(2))

    def _ask_children(self) -> None:
        self.form.heading("De kinderen")
        self.ask_for("child_present", "Waren er kinderen bij", Choice(Answer))
        self.ask_for("child_seen", "Zijn de kinderen gezien", Choice(Answer))
        self.ask_for("child_spoken", "Zijn de kinderen zelf gesproken", Choice(Answer))
        self.ask_for("child_spoken_by", "Door wie", TextLine())


class BelevingDialog(RecordDialog):
    """How one deelnemer lived one event, in their own words.

    Source: casusevaluatie, stap 4 en 5 (docs/bronnen.md, bron 4).
    """

    def __init__(self, parent: QWidget, case: Case, beleving: Beleving) -> None:
        who = case.deelnemer_name(case.deelnemer(beleving.deelnemer_id))
        super().__init__(parent, f"Beleving van {who}", beleving)
        self.form.add_widget(label(case.event(beleving.event_id).title_in_full, level=2))
        self.form.add_widget(label(f"Beleving van {who}", muted=True))
        self.ask_for("mark", "Hoe was dit", Choice(Mark))
        self.ask_for("risk_of", "Bij risicovol: wat was het", Choice(RiskOf, empty="Kies"))
        self.ask_for(
            "safety_of", "Wiens veiligheid", Checks([(s, sentence_case(s.label)) for s in SafetyOf])
        )
        self._words = TextBlock(3)
        self.ask_for("explanation", "Toelichting", self._words, "Deze zin kan op papier komen.")
        self.ask_for("now_different", "Hoe zou u het nu doen", TextBlock(3))
        obstacles = [obstacle.label for obstacle in content.obstacles()]
        self.ask_for(
            "obstacle", "Wat stond in de weg", Suggestions(obstacles), "Een factor, geen persoon."
        )
        self.ask_for("needed_from", "Wat had u nodig, en van wie", TextLine())
        self.ask_for("audience", "Voor wie is dit", Choice(Audience))

    def first_field(self) -> QWidget:
        """The words: the mark itself was given by one key."""
        return self._words


def _period_fields(period: Period) -> dict[str, Any]:
    return {"start": period.start, "end": period.end, "ongoing": period.ongoing}


def _kinds() -> list[tuple[Any, str]]:
    return [(kind, kind.label) for kind in EventKind]
