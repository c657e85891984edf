"""What cannot be true of a record: each refusal is a Dutch sentence, before anything changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.phrases import Period, check_period
from hgkm_desktop.models.records import (
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    Involvement,
    Lesson,
    Organisation,
    Record,
    Regie,
    Veiligheidscijfer,
)
from hgkm_desktop.models.terms import HouseholdRole, RegieHolder

LONGEST_TEXT = 20_000
HIGHEST_SCORE = 10

# The text without which a record says nothing, and what then is asked.
_NEEDED: dict[type[Record], tuple[str, str]] = {
    Betrokkene: ("role", "Vul een naam of rol in."),
    Organisation: ("name", "Vul een naam of rol in."),
    Deelnemer: ("organisation_id", "Kies een organisatie."),
    Lesson: ("text", "Schrijf de les op."),
    Duidingsverschil: ("about", "Schrijf op waarover het verschil gaat."),
    Radertje: ("text", "Schrijf op wat hielp of in de weg zat."),
    NaastElkaar: ("client", "Schrijf de zin van de betrokkene op."),
    CruciaalPunt: ("event_id", "Kies bij welke gebeurtenis het hoort."),
    FrisseBlik: ("viewer", "Schrijf op wie keek, bijvoorbeeld: buitenstaander 1."),
}


def check_record(record: Record) -> None:
    """Raises BadInput, in Dutch, when a record cannot be true or says nothing."""
    _check_lengths(record)
    if type(record) in _NEEDED:
        name, sentence = _NEEDED[type(record)]
        _check_filled(getattr(record, name), sentence)
    match record:
        case Event():
            _check_event(record)
        case Verbeteractie():
            _check_actie(record)
        case Veiligheidscijfer(score=score):
            _check_score(score)
        case Regie():
            _check_regie(record)
        case FactorCode(factor_id=factor_id, own_words=words):
            _check_filled(factor_id or words, "Kies een factor of schrijf een eigen factor op.")
        case Fase() | Radertje():
            check_period(Period(record.start, record.end, record.ongoing))
        case _:
            pass


def _check_lengths(record: Record) -> None:
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise BadInput(
                "Deze tekst is langer dan 20.000 tekens.",
                safe="Uw tekst staat er nog.",
                todo="Verdeel de tekst over meer gebeurtenissen.",
            )


def check_single(name: str, others: Iterable[str]) -> None:
    """Raises BadInput when one of the others has this name already; capitals do not count."""
    if name.strip().casefold() in {other.strip().casefold() for other in others}:
        raise BadInput("Deze naam of rol staat er al.", todo="Kies die uit de lijst.")


def check_parts(parts: Iterable[Involvement], children: Collection[str]) -> None:
    """Raises BadInput when a child, by its id, is an omstander (docs/bronnen.md, bron 3)."""
    if any(_stands_by(part) and part.betrokkene_id in children for part in parts):
        raise BadInput(_NEVER_STANDS_BY, todo="Kies een andere rol voor het kind.")


def check_becomes_child(betrokkene_id: str, line: Iterable[Event]) -> None:
    """Raises BadInput when who is to be a child is an omstander in one of these events.

    `line` are the events in the order of the line: the numbers of those to change are named.
    """
    found = [
        str(number)
        for number, event in enumerate(line, 1)
        if any(_stands_by(part) and part.betrokkene_id == betrokkene_id for part in event.involved)
    ]
    if found:
        where = "gebeurtenis" if len(found) == 1 else "de gebeurtenissen"
        raise BadInput(
            f"Deze betrokkene is omstander bij {where} {list_text(found)}. {_NEVER_STANDS_BY}",
            todo="Kies daar eerst een andere rol.",
        )


_NEVER_STANDS_BY = "Een kind dat erbij is, is slachtoffer, nooit alleen omstander."


def _stands_by(part: Involvement) -> bool:
    return part.role is HouseholdRole.OMSTANDER


def _check_filled(text: str, sentence: str) -> None:
    if not text.strip():
        raise BadInput(sentence)


def _check_event(event: Event) -> None:
    _check_filled(event.title, "Schrijf op wat er gebeurde.")
    check_period(Period(event.start, event.end, event.ongoing))


def _check_score(score: float) -> None:
    # The range comes first: it also refuses what is no number at all.
    if not 0 <= score <= HIGHEST_SCORE or int(score * 2) != score * 2:
        raise BadInput(
            "Een veiligheidscijfer is een heel of een half cijfer van 0 tot en met 10.",
            todo="Vul bijvoorbeeld 4 of 4,5 in.",
        )


def _check_regie(regie: Regie) -> None:
    if regie.holder is RegieHolder.ORGANISATIE:
        _check_filled(regie.organisation_id, "Kies de organisatie die de regie had.")
    check_period(Period(regie.start, regie.end, regie.ongoing))


def _check_actie(actie: Verbeteractie) -> None:
    _check_filled(actie.text, "Schrijf op wat er gaat gebeuren.")
    owner, keeper = actie.owner.strip().casefold(), actie.keeper.strip().casefold()
    if owner and owner == keeper:
        raise BadInput(
            "De eigenaar en de bewaker zijn dezelfde.",
            todo="Kies een bewaker die de actie niet zelf uitvoert.",
        )
