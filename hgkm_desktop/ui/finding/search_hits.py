"""What was found, as rows: in which case or work, the words around it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hgkm_desktop.casefile.search_index import Found
from hgkm_desktop.models.case import Case
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
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text import sentence_case
from hgkm_desktop.ui.writing.marked_text import around

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
    places: dict[str, list[str]] = {}
    for passage in found.passages:
        places.setdefault(passage.value_id, []).append(passage.place)
    values = _values(document, places)
    groups = []
    for value_id, listed in places.items():
        value = values.get(value_id)
        if value is not None:
            hits = tuple(_hits(value, listed, sought))
            groups.append(Group(value_id, _name(value), found.counted[value_id], hits))
    return tuple(groups)


def _values(document: Document, places: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """The cases and works in which these stand; of a case at least what is needed here."""
    works: dict[str, Value] = {work.id: work for work in document.works()}
    of_cases = {value_id: listed for value_id, listed in places.items() if value_id not in works}
    cases = document.parts(of_cases)
    return works | {case_id: seen(case) for case_id, case in cases.items()}


def _name(value: Value) -> str:
    """'Casus K7-2F een titel'."""
    title = getattr(value, "title", "")
    return f"{sentence_case(name_of(value).one)} {value.code}  {title}".rstrip()


# --- one passage ---------------------------------------------------------------------------------


def _hits(value: Value, places: Sequence[str], sought: Sought) -> Iterable[Hit]:
    records = _records_at(value, places)
    own = _own_by_place(value) if len(records) < len(places) else {}
    for place in places:
        record = records.get(place)
        texts = own.get(place) if record is None else record_texts(place.split(":")[0], record)
        if texts:
            yield _hit(value, texts, record, sought)


def _records_at(value: Value, places: Iterable[str]) -> dict[str, object]:
    """The records of a case that stand at these places."""
    if not isinstance(value, Case):
        return {}
    wanted = set(places)
    names = {place.split(":")[0] for place in wanted} - {CASE}
    at = {f"{n}:{one.id}:": one for n in names for one in getattr(value, n)}
    return {place: record for place, record in at.items() if place in wanted}


def _own_by_place(value: Value) -> dict[str, list[CaseText]]:
    """The texts of a case itself, or of a work, by where they stand."""
    code = code_place(value)
    found: dict[str, list[CaseText]] = {code: [CaseText(code, "", value.code)]}
    for text in own_texts(value):
        found.setdefault(place_of(text.key), []).append(text)
    return found


def _hit(value: Value, texts: Sequence[CaseText], record: object, sought: Sought) -> Hit:
    holding = [text for text in texts if sought.spans(said(text))] or texts[:1]
    words = _BETWEEN.join(_cut(said(text), sought) for text in holding[:_MOST_TEXTS])
    where = _where(value, holding[0], record)
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


def _where(value: Value, text: CaseText, record: object) -> str:
    """'Gebeurtenis, maart 2021 · titel'."""
    name = text.key.split(":")[0]
    what = "code" if text.key == code_place(value) else words_of(text.key)
    if not isinstance(value, Case) or name == CASE:
        return sentence_case(what)
    return f"{_record_words(value, name, record)}{_BETWEEN}{what}"


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
