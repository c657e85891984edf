"""What two copies say otherwise, and what came of laying them beside each other, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text, number_text
from hgkm_desktop.models.merging import Conflict
from hgkm_desktop.models.merging_files import FileCopy, Refusal, Refused, Settled, Together
from hgkm_desktop.models.merging_values import Merged
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.texts import WORDS
from hgkm_desktop.models.works import Value, name_of

NOTHING, GONE = "niets", "Weggehaald"
NOT_HERE = "iets wat hier niet staat"
_ID = re.compile("[0-9a-f]{32}")
_UNSEEN = ("id", "seq", "read", "state", "added_on", "created_on", "lane_order", "round")
_MOST_NAMED = 6
_NAMING = (
    *("title", "name", "role", "text", "about", "client", "wanted", "own_words"),
    *("team", "term", "who", "label", "body", "question", "organisation"),
)
_POINTING = ("event_id", "organisation_id", "moment", "phase", "kind", "case_id")

ONE_OF = {
    "betrokkenen": ("betrokkene", "betrokkenen"),
    "organisations": ("organisatie", "organisaties"),
    "deelnemers": ("deelnemer", "deelnemers"),
    "events": ("gebeurtenis", "gebeurtenissen"),
    "belevingen": ("beleving", "belevingen"),
    "verschillen": ("duidingsverschil", "duidingsverschillen"),
    "lessons": ("les", "lessen"),
    "acties": ("verbeteractie", "verbeteracties"),
    "cijfers": ("veiligheidscijfer", "veiligheidscijfers"),
    "regie": ("regie", "keer regie"),
    "fasen": ("fase", "fasen"),
    "radertjes": ("radertje", "radertjes"),
    "naast_elkaar": ("naast elkaar", "keer naast elkaar"),
    "codes": ("factor", "factoren"),
    "punten": ("cruciaal punt", "cruciale punten"),
    "blikken": ("frisse blik", "frisse blikken"),
    "cases": ("gekozen casus", "gekozen casussen"),
    "focus_groups": ("focusgroep", "focusgroepen"),
    "knoppen": ("knop", "knoppen"),
    "decisions": ("stap in de besluitvorming", "stappen in de besluitvorming"),
    "household_types": ("type huishouden", "typen huishoudens"),
    "members": ("deelnemer aan het overleg", "deelnemers aan het overleg"),
    "meetings": ("bijeenkomst", "bijeenkomsten"),
    "topics": ("onderwerp", "onderwerpen"),
    "progress": ("stand van een actie", "standen van acties"),
    "signals": ("signaal van een team", "signalen van teams"),
    "uitvoerders": ("uitvoerder", "uitvoerders"),
    "agenda": ("agendapunt", "agendapunten"),
    "reflections": ("reflectie", "reflecties"),
    "successes": ("succes", "successen"),
    "knelpunten": ("knelpunt", "knelpunten"),
    "begrippen": ("begrip", "begrippen"),
    "learned": ("wat is geleerd", "keer wat is geleerd"),
    "needed": ("wat nodig is", "keer wat nodig is"),
}

FIELD_WORDS = {
    **WORDS,
    "actie_id": "verbeteractie",
    "added_by": "ingebracht door",
    "age_band": "leeftijd",
    "agrees": "eens met het verhaal",
    "answers": "antwoorden",
    "area_id": "leefgebied",
    "area_problems": "problemen per leefgebied",
    "at": "bij welk overleg",
    "at_closing": "bij het afsluiten",
    "audience": "voor wie",
    "begun": "begonnen",
    "beleving_id": "beleving",
    "beleving_ids": "gekozen belevingen",
    "betrokkene_id": "betrokkene",
    "board_decided": "of de burgemeester of wethouder zelf besliste",
    "case_id": "casus",
    "case_ids": "casussen",
    "certainty": "hoe zeker",
    "chain_phase": "fase in de keten",
    "child_present": "kind erbij",
    "child_seen": "kind gezien",
    "child_spoken": "kind gesproken",
    "closed_well": "goed afgesloten",
    "code": "code",
    "consent": "toestemming",
    "criteria": "criteria",
    "criterion_id": "criterium",
    "deelnemer_id": "deelnemer",
    "drawn_from": "uit hoeveel casussen",
    "due": "uiterlijk",
    "effect": "wat het opleverde",
    "end": "tot",
    "escalations": "waar het naartoe ging",
    "evaluated_on": "wanneer besproken",
    "event_id": "gebeurtenis",
    "event_ids": "gebeurtenissen",
    "fact_status": "hoe zeker het is",
    "factor_id": "factor",
    "feedback_given": "terugkoppeling gegeven",
    "heard": "of betrokkenen zijn gehoord",
    "held": "gesprek gehouden",
    "held_on": "wanneer",
    "holder": "in handen van",
    "holds": "houdt het stand",
    "household_type_id": "type huishouden",
    "in_sight": "op het vizier",
    "inbrenger_id": "inbrenger",
    "influence": "invloed",
    "invited": "uitgenodigd",
    "involved": "betrokkenen",
    "involved_now": "nu betrokken",
    "involved_then": "toen betrokken",
    "is_child": "is een kind",
    "is_manager": "is leidinggevende",
    "is_pivotal": "kantelpunt",
    "is_risk_moment": "risicomoment",
    "is_shown": "op de lijn",
    "jointly": "samen bepaald",
    "keep_until": "bewaren tot",
    "kind": "soort",
    "knelpunt_id": "knelpunt",
    "knowledge": "wie wat wist",
    "known": "bekend",
    "layer": "laag",
    "left_out_ids": "wat niet wordt genoemd",
    "lesson_id": "les",
    "level": "niveau",
    "log": "voortgang",
    "mark": "beleving",
    "met": "voldaan",
    "methods": "waarvoor de casus dient",
    "minutes": "minuten",
    "moment": "wanneer",
    "next_on": "volgende keer",
    "occurrence": "gebeurd of niet",
    "on": "wanneer",
    "ongoing": "loopt nog",
    "organisation_id": "organisatie",
    "organisation_ids": "organisaties",
    "owner_at_table": "eigenaar zit aan tafel",
    "period_from": "periode van",
    "period_to": "periode tot en met",
    "persistence": "of het voortduurt",
    "phase": "fase",
    "possible_since": "kon sinds",
    "prepared": "voorbereid",
    "present_ids": "wie erbij waren",
    "pressure": "vrijwillig of gedwongen",
    "procedure_running": "of er een procedure loopt",
    "progress": "voortgang van acties",
    "pull": "hielp of hinderde",
    "radertje_id": "radertje",
    "readings": "hoe ieder het las",
    "reply": "antwoord",
    "risk_of": "risico waarvan",
    "rules_read": "spelregels gelezen",
    "safety_of": "veiligheid van wie",
    "safety_phase": "veiligheidsfase",
    "scale": "schaal",
    "score": "cijfer",
    "since": "sinds",
    "spoken_out": "uitgesproken",
    "start": "wanneer",
    "start_check": "startcheck",
    "starts_at": "begintijd",
    "status": "stand",
    "step": "voor welke stap",
    "steps_done": "gedane stappen",
    "structurally_unsafe": "structureel onveilig",
    "summary": "samenvatting",
    "t0_event_id": "T0",
    "takes_turns": "brengt ook in",
    "talk": "gesprek met de betrokkene",
    "told_on": "wanneer",
    "verschil_ids": "gekozen duidingsverschillen",
    "violence": "vormen van geweld",
    "work_ids": "waar geleerd",
}

REFUSED = {
    Refusal.ALTERED: (
        "de data zijn in het andere bestand met een geheim aantal weken verschoven. Zo'n kopie "
        "past niet op het origineel"
    ),
    Refusal.DESTROYED_HERE: "deze casus is hier vernietigd en komt niet terug",
    Refusal.DESTROYED_THERE: (
        "in het andere bestand is deze casus vernietigd. Hier staat hij nog. Kijk of hij ook hier "
        "vernietigd moet worden"
    ),
}


@dataclass(frozen=True, slots=True)
class Differs:
    """One thing that two copies say otherwise, as it is read on screen."""

    what: str
    here: str
    there: str


# --- a conflict ---------------------------------------------------------------------------------


def names_in(*copies: FileCopy) -> dict[str, str]:
    """What all in these files is called, by its id; what more of them have, as the last has it."""
    names: dict[str, str] = {}
    for side in (side for copy in copies for side in copy.sides.values()):
        if side.value is not None:
            names.update(_Said(side.value, {}).names)
            names[side.value.id] = f"{side.value.code} {side.value.title}".strip()
    return names


def differences_of(
    conflict: Conflict, here: Value | None, there: Value | None, known: Mapping[str, str]
) -> list[Differs]:
    """What the two say otherwise, field by field; all that one says when the other is gone.

    `known` are the names of what they point at elsewhere in either file.
    """
    mine, theirs = conflict.here, conflict.there
    own = (_Said(here, known), _Said(there, known))
    if isinstance(mine or theirs, Value):
        return [Differs("hele " + conflict.field, *(_whole(one) for one in (mine, theirs)))]
    if not is_dataclass(mine if mine is not None else theirs):
        what = FIELD_WORDS.get(conflict.field, conflict.field)
        return [Differs(what, own[0].say(mine), own[1].say(theirs))]
    shown = mine if mine is not None else theirs
    found = []
    for field in fields(shown):
        pair = [_part(one, field.name) for one in (mine, theirs)]
        if (
            field.name in _UNSEEN
            or pair[0] == pair[1]
            or (None in (mine, theirs) and not any(pair))
        ):
            continue
        said = [
            GONE if one is None else words.say(value)
            for one, words, value in zip((mine, theirs), own, pair, strict=True)
        ]
        if said[0] != said[1]:
            found.append(Differs(FIELD_WORDS.get(field.name, field.name), *said))
    return found or [Differs("plaats in de rij", "deze plaats", "die plaats")]


def heading_of(conflict: Conflict, found: Merged, known: Mapping[str, str]) -> str:
    """'K7-2F, gebeurtenis: ruzie in de nacht'."""
    value = found.here.value or found.there.value
    code = value.code if value is not None else ""
    record = conflict.here if conflict.here is not None else conflict.there
    if conflict.field in ONE_OF and not isinstance(record, tuple):
        name = ONE_OF[conflict.field][0]
        return f"{code}, {name}: {_Said(value, known).name(record)}".removesuffix(": ")
    return f"{code}, {FIELD_WORDS.get(conflict.field, conflict.field)}"


def _part(value: Any, name: str) -> Any:  # noqa: ANN401
    return None if value is None else getattr(value, name)


def _whole(value: Any) -> str:  # noqa: ANN401
    return GONE if value is None else "Staat er nog, en is daarna gewijzigd"


class _Said:
    """The words for what stands in a value; names of its records are looked up once."""

    def __init__(self, value: Value | None, known: Mapping[str, str]) -> None:
        self.names = dict(known)
        if isinstance(value, Case):
            for name in FIELD_OF.values():
                self.names.update({one.id: self.name(one) for one in getattr(value, name)})
        elif value is not None:
            parts = [getattr(value, f.name) for f in fields(value)]
            listed = [one for part in parts if isinstance(part, tuple) for one in part]
            self.names.update({one.id: self.name(one) for one in listed if hasattr(one, "id")})

    def name(self, record: Any) -> str:  # noqa: ANN401
        """What a record is known by: its title, name, or first text."""
        for field in _NAMING:
            if text := getattr(record, field, ""):
                return str(text)
        for field in _POINTING:
            if value := getattr(record, field, ""):
                return self.say(value)
        return ""

    def say(self, value: Any) -> str:  # noqa: ANN401
        """A value in words."""
        if value is None or value in ("", ()):
            return NOTHING
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, Enum):
            return str(getattr(value, "label", value.value))
        if isinstance(value, (int, float)):
            return number_text(value, 1)
        if isinstance(value, Moment):
            return value.text()
        if isinstance(value, date):
            return day_text(value)
        if isinstance(value, tuple):
            return "; ".join(map(self.say, value))
        if is_dataclass(value) and not isinstance(value, type):
            parts = [(f.name, getattr(value, f.name)) for f in fields(value)]
            said = [f"{FIELD_WORDS.get(n, n)}: {self.say(v)}" for n, v in parts if self._says(n, v)]
            return ", ".join(said)
        text = str(value)
        return self.names.get(text, NOT_HERE if _ID.fullmatch(text) else text)

    def _says(self, name: str, value: object) -> bool:
        return name not in _UNSEEN and value not in (None, "", ()) and value is not False


# --- all of it ----------------------------------------------------------------------------------


def summary_of(found: Together, certain: Sequence[Settled]) -> list[str]:
    """What becomes other here without any choice, what must be chosen, and what was refused.

    `certain` are the values with nothing chosen.
    """
    said = [_new_words(certain)] if any(_is_new(one) for one in certain) else []
    said += [words for one in certain if (words := _changed_words(one))]
    gone = [one.before.code for one in certain if one.before is not None and one.value is None]
    if gone:
        said.append(
            f"Weg in het andere bestand, en dan ook hier: {_named(gone)}. De back-up heeft ze nog."
        )
    issued = sum(len(documents) for documents in found.issued.values())
    if issued:
        said.append(f"Uitgegeven documenten erbij: {issued}.")
    conflicts = sum(len(one.conflicts) for one in found.values)
    if conflicts:
        said.append(f"Op twee plekken gewijzigd: {conflicts}. Kies hieronder wat geldt.")
    said += [refused_words(one) for one in found.refused]
    return said


def refused_words(one: Refused) -> str:
    return f"Niet samengevoegd: {one.code}, want {REFUSED[one.why]}."


def _new_words(certain: Sequence[Settled]) -> str:
    codes = [one.value.code for one in certain if _is_new(one) and one.value is not None]
    return f"Nieuw in dit bestand: {_named(codes)}."


def _is_new(one: Settled) -> bool:
    return one.before is None and one.value is not None


def _changed_words(one: Settled) -> str:
    if one.before is None or one.value is None or not one.changes:
        return ""
    counted = list(_counted(one.before, one.value))
    what = list_text(counted) if counted else "gegevens van het geheel"
    kind = name_of(one.value).one.capitalize()
    return f"{kind} {one.value.code}, erbij, anders of weg: {what}."


def _counted(before: Value, after: Value) -> Iterator[str]:
    for name, (singular, plural) in ONE_OF.items():
        if not hasattr(before, name) or not hasattr(after, name):
            continue
        sides = ({_key(r): r for r in getattr(one, name)} for one in (before, after))
        old, new = sides
        count = sum(old.get(key) != new.get(key) for key in {*old, *new})
        if count:
            yield count_text(count, singular, plural)


def _key(record: Any) -> str:  # noqa: ANN401
    return str(getattr(record, "id", None) or record.case_id)


def _named(codes: Sequence[str]) -> str:
    more = len(codes) - _MOST_NAMED
    return list_text([*codes[:_MOST_NAMED], f"nog {more}"] if more > 1 else list(codes))
