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
from hgkm_desktop.models.works import Value, name_of
from hgkm_desktop.ui.file.merging_names import FIELD_WORDS, ONE_OF

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
