"""What cannot be true of a record: each refusal is a Dutch sentence, before anything changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.phrases import Period, check_period
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Lesson,
    Organisation,
    Record,
    Verbeteractie,
)

LONGEST_TEXT = 20_000


def check_record(record: Record) -> None:
    """Raises BadInput, in Dutch, when a record cannot be true or says nothing."""
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise BadInput(
                "Deze tekst is langer dan 20.000 tekens.",
                safe="Uw tekst staat er nog.",
                todo="Verdeel de tekst over meer gebeurtenissen.",
            )
    match record:
        case Event():
            _check_event(record)
        case Verbeteractie():
            _check_actie(record)
        case Betrokkene(role=text) | Organisation(name=text):
            _check_filled(text, "Vul een naam of rol in.")
        case Deelnemer(organisation_id=text):
            _check_filled(text, "Kies een organisatie.")
        case Lesson(text=text):
            _check_filled(text, "Schrijf de les op.")
        case Duidingsverschil(about=text):
            _check_filled(text, "Schrijf op waarover het verschil gaat.")
        case Beleving():
            pass


def check_single(name: str, others: Iterable[str]) -> None:
    """Raises BadInput when one of the others has this name already; capitals do not count."""
    if name.strip().casefold() in {other.strip().casefold() for other in others}:
        raise BadInput(f"{name.strip()} staat er al.", todo="Kies die uit de lijst.")


def _check_filled(text: str, sentence: str) -> None:
    if not text.strip():
        raise BadInput(sentence)


def _check_event(event: Event) -> None:
    _check_filled(event.title, "Schrijf op wat er gebeurde.")
    check_period(Period(event.start, event.end, event.ongoing))


def _check_actie(actie: Verbeteractie) -> None:
    _check_filled(actie.text, "Schrijf op wat er gaat gebeuren.")
    owner, keeper = actie.owner.strip().casefold(), actie.keeper.strip().casefold()
    if owner and owner == keeper:
        raise BadInput(
            "De eigenaar en de bewaker zijn dezelfde.",
            todo="Kies een bewaker die de actie niet zelf uitvoert.",
        )
