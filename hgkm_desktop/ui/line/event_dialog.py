"""The form for the details of one event, and the form for one beleving."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Audience,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    Mark,
    Occurrence,
    Pressure,
    RiskOf,
    SafetyOf,
    SafetyPhase,
)
from hgkm_desktop.ui.line.involved_field import InvolvedField
from hgkm_desktop.ui.line.knowledge_field import KnowledgeField
from hgkm_desktop.ui.parts.date_fields import MomentField
from hgkm_desktop.ui.parts.fields import (
    Check,
    Checks,
    Choice,
    Suggestions,
    TextBlock,
    TextLine,
)
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.text import label, sentence_case

RISK_BESIDE_KIND = "Dit is ook een risicomoment, naast de soort hierboven"


class EventDialog(RecordDialog):
    """All details of an event. The first fields are the ones used most."""

    def __init__(self, parent: QWidget, case: Case, event: Event) -> None:
        super().__init__(parent, "Gebeurtenis", event)
        self._ask_what()
        self._ask_who(case)
        self._ask_fact()
        self._ask_known(case)
        ask_for_intervention(self)
        self._ask_phases()
        ask_for_children(self)
        self.ask_for("child_spoken_by", "Door wie", TextLine())
        self._ask_use()

    def _ask_what(self) -> None:
        self.ask_for("title", "Wat gebeurde er", TextLine())
        self.ask_period("Wanneer", "Ook een periode: 3-13 mei 2023, of vanaf juli 2025.")
        self.ask_for("kind", "Soort", Choice(kind_choices()))
        self.ask_for("occurrence", "Is het gebeurd", Choice(Occurrence))
        self.ask_for("possible_since", "Niet gedaan: sinds wanneer had het gekund", MomentField())
        self.ask_for("is_risk_moment", "Risicomoment", Check(RISK_BESIDE_KIND))
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

    def _ask_fact(self) -> None:
        self.form.heading("Feit en bron")
        self.ask_for("fact", "Wat weten we precies", TextBlock(4))
        self.ask_for("fact_status", "Hoe zeker is het", Choice(FactStatus))
        self.ask_for("status_by", "Volgens wie", TextLine())
        self.ask_for("source", "Bron", TextLine("bijvoorbeeld: gesprek met de teamleider"))
        self.ask_for("added_by", "Toegevoegd door", Choice(AddedBy))
        self.ask_for("reported_to", "Bij een melding: bij wie", TextLine())
        self.ask_for("feedback_given", "Hoorde de melder iets terug", Choice(Answer))

    def _ask_known(self, case: Case) -> None:
        self.form.heading("Bekend bij")
        self.ask_for(
            "knowledge",
            "Bekend bij",
            KnowledgeField(case),
            "Wie wist hiervan? Een organisatie die meedeed, wist het vanaf het begin.",
        )

    def _ask_phases(self) -> None:
        self.form.heading("Fasen")
        self.ask_for("chain_phase", "Ketenfase", Choice(ChainPhase, empty="Geen"))
        self.ask_for("safety_phase", "Veiligheidsfase", Choice(SafetyPhase, empty="Geen"))

    def _ask_use(self) -> None:
        self.form.heading("Delen")
        self.ask_for("audience", "Voor wie is dit", Choice(Audience))
        self.ask_for("is_shown", "Tonen", Check("Tonen op scherm en papier"))


def ask_for_intervention(dialog: RecordDialog) -> None:
    """Which instrument, how far from free, and what came of it; for every event on any line."""
    dialog.form.heading("Interventie")
    instruments = [instrument.label for instrument in content.instruments()]
    dialog.ask_for("instrument", "Instrument", Suggestions(instruments))
    pressure = Choice(Pressure, empty="Niet van toepassing")
    dialog.ask_for("pressure", "Vrijwillig, drang of dwang", pressure)
    hint = "Deed de interventie wat de bedoeling was?"
    dialog.ask_for("effect", "Resultaat", Choice(Effect), hint)
    dialog.ask_for("result", "Wat leverde het op, of waarom kwam het er niet", TextBlock(2))


def ask_for_children(dialog: RecordDialog) -> None:
    """Whether children were there, and were seen and heard."""
    dialog.form.heading("De kinderen")
    dialog.ask_for("child_present", "Waren er kinderen bij", Choice(Answer))
    dialog.ask_for("child_seen", "Zijn de kinderen gezien", Choice(Answer))
    dialog.ask_for("child_spoken", "Zijn de kinderen zelf gesproken", Choice(Answer))


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


def kind_choices() -> list[tuple[Any, str]]:
    """The kinds of events to choose from."""
    return [(kind, kind.label) for kind in EventKind]
