"""What casuïstiekonderzoek adds to a case: radertjes, factors, points where it could have gone
otherwise, and looks of outsiders.

Source: casuïstiekonderzoek, dossieronderzoek, gesprek met betrokkene en focusgroepen
(docs/bronnen.md, bron 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.models.moment import UNKNOWN, Moment
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Audience,
    FactorKind,
    Influence,
    Layer,
    Mark,
    Pull,
)


@dataclass(frozen=True, slots=True)
class Radertje:
    """What helped (+) or hindered (−) in the eyes of the person concerned.

    `about` is who or what; `in_sight`: whether professionals had it op het vizier. Without
    `consent` it is used in no document; who withdraws it has it removed (`Case.withdraw`).
    """

    id: str
    seq: float
    text: str
    pull: Pull = Pull.HIELP
    about: str = ""
    betrokkene_id: str = ""
    start: Moment = UNKNOWN
    end: Moment | None = None
    ongoing: bool = False
    influence: Influence = Influence.ONBEKEND
    in_sight: Answer = Answer.ONBEKEND
    consent: Answer = Answer.ONBEKEND
    event_ids: tuple[str, ...] = ()
    audience: Audience = Audience.TAFEL


@dataclass(frozen=True, slots=True)
class NaastElkaar:
    """A sentence of the person concerned beside one of the professionals, and what explains both.

    It goes with its radertje, if it has one, when consent for that is withdrawn.
    """

    id: str
    seq: float
    client: str
    professionals: str = ""
    organisation_id: str = ""
    explanation: str = ""
    radertje_id: str = ""
    consent: Answer = Answer.ONBEKEND
    event_ids: tuple[str, ...] = ()
    audience: Audience = Audience.TAFEL


@dataclass(frozen=True, slots=True)
class FactorCode:
    """A factor that someone saw in an event, or in a beleving of it.

    It is `factor_id` of the library, or in one's own words, and then of this `kind` and `layer`;
    for one of the library that says so. Without an event it is about the case as a whole.
    """

    id: str
    seq: float
    factor_id: str = ""
    own_words: str = ""
    kind: FactorKind = FactorKind.RISICO
    layer: Layer = Layer.SAMENWERKING
    event_id: str = ""
    beleving_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CruciaalPunt:
    """Where other action was wanted, and why it was not taken then: a factor, never a person."""

    id: str
    seq: float
    event_id: str
    wanted: str = ""
    why_not: str = ""
    added_by: AddedBy = AddedBy.FOCUSGROEP
    added_at: str = ""


@dataclass(frozen=True, slots=True)
class FrisseBlik:
    """How an outsider marks an event, before seeing how those at the table marked it.

    `viewer` is a part such as 'buitenstaander 1', never a name.
    """

    id: str
    seq: float
    event_id: str
    viewer: str
    mark: Mark
    text: str = ""


@dataclass(frozen=True, slots=True)
class AreaProblem:
    """The type of problem in one leefgebied; `area_id` is of the list of leefgebieden."""

    area_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """Whether one of the three criteria of multiproblematiek holds, and on what ground."""

    criterion_id: str
    met: Answer = Answer.ONBEKEND
    ground: str = ""


@dataclass(frozen=True, slots=True)
class ClientTalk:
    """The talk with the person concerned: whether it was held, when, and with whose consent.

    `who` is a role; `note` says how, or why there was none.
    """

    held: Answer = Answer.ONBEKEND
    who: str = ""
    moment: Moment = UNKNOWN
    consent: Answer = Answer.ONBEKEND
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ronde:
    """A round of belevingen at the table, as far as it has come.

    While it is `open` and `blind`, a beleving is shown to nobody until every deelnemer has
    spoken: those in `spoken_ids`, about the event of `event_id` when it goes by event.
    """

    open: bool = False
    blind: bool = False
    by_event: bool = False
    event_id: str = ""
    spoken_ids: tuple[str, ...] = ()


NO_TALK = ClientTalk()
NO_ROUND = Ronde()
