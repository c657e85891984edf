"""What was found, as rows: in which case or work, the words around it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hgkm_desktop.casefile.search_index import Found, Held
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Beleving, Event
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.searching import Sought, code_place
from hgkm_desktop.models.texts import (
    CASE,
    CaseText,
    called,
    own_texts,
    parts_at,
    place_of,
    record_texts,
    said,
    words_of,
)
from hgkm_desktop.models.works import Value, Work, name_of
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.marked_text import around
from hgkm_desktop.ui.text import sentence_case

_LETTERS_AROUND = 80
_MOST_TEXTS = 2  # of one passage, when what was typed is spread over more
_BETWEEN = " · "

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: `words` with what is `marked` in them, and `where` they stand.

    `text` is the first text of it in which something was found, and `part_ids` are the ids of the
    parts of a work around it.
    """

    value_id: str
    text: CaseText
    words: str
    marked: Spans
    where: str
    part_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A case or work in which something was found: how often, and the first of those."""

    value_id: str
    name: str
    count: int
    hits: tuple[Hit, ...]


def groups_of(document: Document, found: Found, sought: Sought) -> tuple[Group, ...]:
    """What was found, read as it is now; what is gone meanwhile is left out. Raises HgkmError."""
    values = _values(document, found.passages)
    places: dict[str, list[str]] = {}
    for passage in found.passages:
        places.setdefault(passage.value_id, []).append(passage.place)
    groups = []
    for value_id, listed in places.items():
        value = values.get(value_id)
        if value is not None:
            hits = tuple(_hits(value, listed, sought))
            groups.append(Group(value_id, _name(value), found.counted[value_id], hits))
    return tuple(groups)


def _values(document: Document, passages: Iterable[Held]) -> dict[str, Value]:
    """The cases and works in which these stand; of a case at least what is needed here."""
    works: dict[str, Value] = {work.id: work for work in document.works()}
    wanted: dict[str, set[str]] = {}
    for passage in passages:
        if passage.value_id not in works:
            wanted.setdefault(passage.value_id, set()).add(_record_id(passage.place))
    cases = document.parts({case_id: frozenset(ids) for case_id, ids in wanted.items()})
    return works | {case_id: seen(case) for case_id, case in cases.items()}


def _record_id(place: str) -> str:
    return place.split(":")[1]


def _name(value: Value) -> str:
    """'Casus K7-2F een titel'."""
    title = getattr(value, "title", "")
    return f"{sentence_case(name_of(value).one)} {value.code}  {title}".rstrip()


# --- one passage ---------------------------------------------------------------------------------


def _hits(value: Value, places: Iterable[str], sought: Sought) -> Iterable[Hit]:
    texts = _texts_by_place(value)
    records = _records_of(value)
    for place in places:
        if listed := texts.get(place):
            yield _hit(value, listed, sought, records)


def _texts_by_place(value: Value) -> dict[str, list[CaseText]]:
    code = code_place(value)
    found: dict[str, list[CaseText]] = {code: [CaseText(code, "", value.code)]}
    for text in own_texts(value):
        found.setdefault(place_of(text.key), []).append(text)
    if isinstance(value, Case):
        for name in FIELD_OF.values():
            for record in getattr(value, name):
                if texts := record_texts(name, record):
                    found[place_of(texts[0].key)] = list(texts)
    return found


def _records_of(value: Value) -> Mapping[str, object]:
    if not isinstance(value, Case):
        return {}
    return {one.id: one for name in FIELD_OF.values() for one in getattr(value, name)}


def _hit(value: Value, texts: list[CaseText], sought: Sought, records: Mapping[str, object]) -> Hit:
    holding = [text for text in texts if sought.spans(said(text))] or texts[:1]
    words = _BETWEEN.join(_cut(said(text), sought) for text in holding[:_MOST_TEXTS])
    where = _where(value, holding[0], records)
    ids = () if isinstance(value, Case) else _part_ids(value, holding[0])
    return Hit(value.id, holding[0], words, sought.spans(words), where, ids)


def _cut(text: str, sought: Sought) -> str:
    """The part of a text around the first thing that was found, on one line."""
    flat = " ".join(text.split())
    spans = sought.spans(flat) or ((0, 0),)
    return around(flat, *spans[0], _LETTERS_AROUND)


def _part_ids(work: Work, text: CaseText) -> tuple[str, ...]:
    parts = parts_at(work, text.key)
    return tuple(part.id for part in parts if hasattr(part, "id"))


# --- where it stands -----------------------------------------------------------------------------


def _where(value: Value, text: CaseText, records: Mapping[str, object]) -> str:
    """'Gebeurtenis, maart 2021 · titel'."""
    name, record_id = text.key.split(":")[:2]
    what = "code" if text.key == code_place(value) else words_of(text.key)
    if not isinstance(value, Case) or name == CASE:
        return sentence_case(what)
    return f"{_record_words(value, name, records.get(record_id))}{_BETWEEN}{what}"


def _record_words(case: Case, name: str, record: object) -> str:
    kind = sentence_case(called(name))
    match record:
        case Event():
            return f"{kind}, {_when(record)}"
        case Beleving(event_id=event_id, deelnemer_id=deelnemer_id):
            event, deelnemer = case.event(event_id), case.deelnemer(deelnemer_id)
            who = case.organisation(deelnemer.organisation_id).name
            return f"{kind} van {who} bij ‘{event.title}’, {_when(event)}"
        case _:
            return kind


def _when(event: Event) -> str:
    return period_text(event.start, event.end, event.ongoing, short=True)
