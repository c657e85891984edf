"""The records of a case: frozen values with a random id and a place in their row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from secrets import choice, token_hex

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.moment import UNKNOWN, Moment
from hgkm_desktop.models.terms import (
    AddedBy,
    AgeBand,
    Answer,
    Audience,
    Certainty,
    ChainPhase,
    Effect,
    EventKind,
    FactStatus,
    HouseholdRole,
    Level,
    Mark,
    Occurrence,
    Pressure,
    RegieHolder,
    RegieKind,
    RiskOf,
    SafetyOf,
    SafetyPhase,
)

_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_CODE_DIGITS = "23456789"


def new_id() -> str:
    """A random id of 32 hexadecimal characters; it says nothing about what it names."""
    return token_hex(16)


def new_code() -> str:
    """A random code for a case such as 'K7-2F': no vowels, no 0 and 1, so no words or mix-ups."""
    letter, digit = choice(_CODE_LETTERS), choice(_CODE_DIGITS)
    return f"{letter}{digit}-{choice(_CODE_DIGITS)}{choice(_CODE_LETTERS)}"


@dataclass(frozen=True, slots=True)
class Betrokkene:
    """A member of the household or network, by role ('vader', 'kind 1'), never by name."""

    id: str
    seq: float
    role: str
    age_band: AgeBand = AgeBand.ONBEKEND
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that is on the line or at the table."""

    id: str
    seq: float
    name: str


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Who sits at the table: an organisation and a function, no name.

    Source: casusevaluatie, stap 2 (docs/bronnen.md, bron 4).
    """

    id: str
    seq: float
    organisation_id: str
    function: str
    involved_then: bool = True
    involved_now: bool = True
    is_manager: bool = False


@dataclass(frozen=True, slots=True)
class Involvement:
    """The part of one betrokkene in one event, and according to whom."""

    betrokkene_id: str
    role: HouseholdRole = HouseholdRole.BETROKKENE
    according_to: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What one organisation knew of an event, and since when."""

    organisation_id: str
    known: Answer = Answer.ONBEKEND
    since: Moment = UNKNOWN


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on the line (gebeurtenis).

    `seq` is the order in which things were told; it alone places what has no date.
    `possible_since` is for what was not done: since when it could have been. `legal_ground` is by
    which an organisation shares what stands in its own line, `added_at` the meeting in which it
    was added.
    """

    id: str
    seq: float
    kind: EventKind
    title: str
    start: Moment = UNKNOWN
    end: Moment | None = None
    ongoing: bool = False
    occurrence: Occurrence = Occurrence.GEBEURD
    possible_since: Moment | None = None
    fact: str = ""
    fact_status: FactStatus = FactStatus.GEMELD
    status_by: str = ""
    source: str = ""
    involved: tuple[Involvement, ...] = ()
    organisation_ids: tuple[str, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    reported_to: str = ""
    feedback_given: Answer = Answer.ONBEKEND
    child_present: Answer = Answer.ONBEKEND
    child_seen: Answer = Answer.ONBEKEND
    child_spoken: Answer = Answer.ONBEKEND
    child_spoken_by: str = ""
    instrument: str = ""
    pressure: Pressure | None = None
    result: str = ""
    effect: Effect = Effect.ONBEKEND
    chain_phase: ChainPhase | None = None
    safety_phase: SafetyPhase | None = None
    is_risk_moment: bool = False
    is_pivotal: bool = False
    is_shown: bool = True
    added_by: AddedBy = AddedBy.DEELNEMER
    added_on: date | None = None
    added_at: str = ""
    legal_ground: str = ""
    audience: Audience = Audience.TAFEL

    @property
    def happened(self) -> bool:
        return self.occurrence is Occurrence.GEBEURD

    @property
    def marks_risk(self) -> bool:
        """True for a risicomoment, whether as a kind or as a mark on another kind."""
        return self.is_risk_moment or self.kind is EventKind.RISICOMOMENT

    @property
    def title_in_full(self) -> str:
        """The title with what did not happen said in words."""
        if self.happened:
            return self.title
        return f"{self.occurrence.label.capitalize()}: {self.title}"


@dataclass(frozen=True, slots=True)
class Beleving:
    """How one deelnemer lived one event. Never counted or ranked per organisation.

    Source: casusevaluatie, stap 4 en 5 (docs/bronnen.md, bron 4).
    """

    id: str
    seq: float
    event_id: str
    deelnemer_id: str
    mark: Mark
    risk_of: RiskOf | None = None
    safety_of: tuple[SafetyOf, ...] = ()
    explanation: str = ""
    now_different: str = ""
    obstacle: str = ""
    needed_from: str = ""
    audience: Audience = Audience.TAFEL


@dataclass(frozen=True, slots=True)
class Reading:
    """How one organisation read the thing that was read differently."""

    organisation_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Duidingsverschil:
    """Two organisations read the same thing differently; not a disagreement about facts."""

    id: str
    seq: float
    about: str
    readings: tuple[Reading, ...] = ()
    event_ids: tuple[str, ...] = ()
    surfaced: str = ""
    consequence: str = ""
    spoken_out: Answer = Answer.ONBEKEND


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned, with the events that show it."""

    id: str
    seq: float
    text: str
    explanation: str = ""
    event_ids: tuple[str, ...] = ()
    level: Level = Level.ORGANISATIE


@dataclass(frozen=True, slots=True)
class Veiligheidscijfer:
    """How safe it was at one moment: 0 (not safe at all) to 10, in halves; never an average.

    Without `betrokkene_id` it is about the whole household. `organisation_ids` gave it;
    `jointly` says whether they settled it together, `at_closing` that they then let go.
    """

    id: str
    seq: float
    moment: Moment
    score: float
    betrokkene_id: str = ""
    organisation_ids: tuple[str, ...] = ()
    jointly: Answer = Answer.ONBEKEND
    at_closing: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Regie:
    """In whose hands one kind of regie was for a while; `organisation_id` only for an organisation.

    What no record covers is not known; that nobody had it is a record of its own.
    """

    id: str
    seq: float
    kind: RegieKind
    holder: RegieHolder
    organisation_id: str = ""
    start: Moment = UNKNOWN
    end: Moment | None = None
    ongoing: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fase:
    """A safety phase that someone set by hand, in place of what the events would say.

    `occurrence` tells a phase that was there from one that was needed and stayed empty
    (niet gedaan) or that nobody there could do yet (bestond niet).
    """

    id: str
    seq: float
    phase: SafetyPhase
    start: Moment = UNKNOWN
    end: Moment | None = None
    ongoing: bool = False
    occurrence: Occurrence = Occurrence.GEBEURD
    note: str = ""


@dataclass(frozen=True, slots=True)
class ViolenceForm:
    """A vorm van geweld, suspected or established, and by whom."""

    form: str
    certainty: Certainty = Certainty.VERMOED
    by: str = ""


@dataclass(frozen=True, slots=True)
class StartCheck:
    """What must be known before the talk starts; the questions are ours (docs/bronnen.md).

    `procedure_running`: criminal case, complaint, disciplinary case or calamiteit;
    `board_decided`: the burgemeester or wethouder decided in this case themselves.
    """

    procedure_running: Answer = Answer.ONBEKEND
    procedure_note: str = ""
    board_decided: Answer = Answer.ONBEKEND
    heard: Answer = Answer.ONBEKEND
    heard_note: str = ""
    legal_ground: str = ""
    rules_read: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The samenvatting that the printed notitie is made from; only what someone looked at.

    `sentences` holds at most five; `beleving_ids` and `verschil_ids` are chosen by a person.
    """

    title: str = ""
    sentences: tuple[str, ...] = ()
    children: str = ""
    questions: tuple[str, ...] = ()
    beleving_ids: tuple[str, ...] = ()
    verschil_ids: tuple[str, ...] = ()


Record = (
    Betrokkene
    | Organisation
    | Deelnemer
    | Event
    | Beleving
    | Duidingsverschil
    | Lesson
    | Verbeteractie
    | Veiligheidscijfer
    | Regie
    | Fase
    | Radertje
    | NaastElkaar
    | FactorCode
    | CruciaalPunt
    | FrisseBlik
)


@dataclass(frozen=True, slots=True)
class AvailableSince:
    """Since which day an instrument can be used here; `instrument_id` is of the list."""

    instrument_id: str
    since: date


@dataclass(frozen=True, slots=True)
class FileSettings:
    """What belongs to a casusbestand as a whole: who is named as author of its documents, and
    since when regional instruments can be used here. Of counts of people, those below
    `small_below` (3 or more) are not told outside the circle."""

    organisation: str = ""
    accent: str = ""
    available: tuple[AvailableSince, ...] = ()
    small_below: int = 5
