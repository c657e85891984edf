"""Every text that people typed in a case: where it stands, what it says, and how to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from hgkm_desktop.models import content
from hgkm_desktop.models.case import FIELD_OF, Case, numbers
from hgkm_desktop.models.checks import check_single
from hgkm_desktop.models.exercise import Exercise, line_of
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Event,
    Fase,
    Organisation,
    Record,
    Regie,
)
from hgkm_desktop.models.terms import Term
from hgkm_desktop.models.text_words import PART_WORDS, RECORD_WORDS, SIDE_WORDS, WORDS
from hgkm_desktop.models.works import Value, Work, name_of

CASE = "casus"
_NOT_TYPED = ("id", "code", "at", "lane_order", "read", "round", "steps_done")
_KIND_OF = {name: kind for kind, name in FIELD_OF.items()}

# Where the id of something in a list of the program stands, and that list.
_CHOSEN: dict[str | int, Callable[[], Iterable[Any]]] = {
    "form": content.violence_forms,
    "life_areas": content.life_areas,
}

# Texts that are a name by themselves, and no sentence.
_LABELS = {
    *("role", "name", "function", "owner", "owner_function", "keeper", "organiser", "by"),
    *("according_to", "status_by", "reported_to", "child_spoken_by", "viewer", "who"),
    *("area", "bestuurder", "drawn_by", "municipality", "party", "team"),
}

Path = tuple[str | int, ...]
_W = TypeVar("_W", bound=Work)


@dataclass(frozen=True, slots=True)
class CaseText:
    """A text in a case. `key` stays the same while the text changes; `where` is for the screen."""

    key: str
    where: str
    text: str


def texts_of(value: Value) -> tuple[CaseText, ...]:
    """Every text that is not empty: of a case itself, then record by record; or of a work."""
    if not isinstance(value, Case):
        name, part = name_of(value).one, _WhereInWork(value)
        return tuple(_text(name, "", p, text, part.said(p)) for p, text in _texts(value))
    case = value
    found = [_text(CASE, "", path, text, CASE) for path, text in _texts(case)]
    places = numbers(case)
    for kind, name in FIELD_OF.items():
        for number, record in enumerate(getattr(case, name), 1):
            where = _where(case, record, RECORD_WORDS[kind], number, places)
            found += [_text(name, record.id, path, text, where) for path, text in _texts(record)]
    return tuple(found)


def own_texts(value: Value) -> tuple[CaseText, ...]:
    """The texts of a case itself, without its records; or all those of a work."""
    name = CASE if isinstance(value, Case) else name_of(value).one
    return tuple(_text(name, "", path, text, name) for path, text in _texts(value))


def record_texts(name: str, record: object) -> tuple[CaseText, ...]:
    """The texts of a record that stands in this field of a case; `where` has no number."""
    record_id, kind = str(getattr(record, "id", "")), RECORD_WORDS[_KIND_OF[name]]
    return tuple(_text(name, record_id, path, text, kind) for path, text in _texts(record))


def texts_in(value: object) -> tuple[str, ...]:
    """The texts in a part of a record, in the order of its fields."""
    return tuple(text for _, text in _texts(value))


def is_chosen(place: CaseText) -> bool:
    """Whether a text is what was chosen in a list of the program: another means nothing there."""
    return any(place.text == known.id for known in _choices(place))


def said(place: CaseText) -> str:
    """A text as it is on screen: of what was chosen in a list of the program its words there."""
    return next((str(one.label) for one in _choices(place) if one.id == place.text), place.text)


def _choices(place: CaseText) -> Iterator[Any]:
    for part in _read_key(place.key)[2]:
        if part in _CHOSEN:
            yield from _CHOSEN[part]()


def is_label(place: CaseText) -> bool:
    """Whether a text names someone or something, as a role does, and is no sentence."""
    return _read_key(place.key)[2][-1] in _LABELS


def record_of(key: str) -> tuple[str, str]:
    """Where a text stands: the field of the case with its records, and the id of the record.

    For a text of the case itself the field is 'casus', and what follows its first name; so it is
    for one of a work.
    """
    name, record_id, path = _read_key(key)
    return (name, record_id) if record_id else (name, str(path[0]))


def place_of(key: str) -> str:
    """How the keys begin of all texts that stand together with this one: those of a record, of a
    field of a case or work, or of one part in such a field."""
    name, record_id, path = _read_key(key)
    if record_id:
        return f"{name}:{record_id}:"
    return _key(name, "", path[: 1 + isinstance((*path, "")[1], int)])


def parts_at(work: Work, place: str) -> tuple[Any, ...]:
    """What stands at a place of a work, from the outside in: the part of it, if it is one."""
    found: list[Any] = []
    value: Any = work
    for step in _read_key(place)[2]:
        is_there = not isinstance(step, int) or step < len(value)
        if not is_there:
            break
        value = value[step] if isinstance(step, int) else getattr(value, step)
        found.append(value)
    return tuple(found)


def kind_in(work: Work, place: str) -> str:
    """The field of a case in which such a record would stand, for one that stands in a work."""
    part = parts_at(work, place)[-1:]
    return FIELD_OF.get(type(part[0]), "") if part else ""


def called(name: str) -> str:
    """What a record in this field of a case is called: 'gebeurtenis'."""
    return RECORD_WORDS[_KIND_OF[name]]


def words_of(key: str) -> str:
    """What the text with this key is called: 'titel'."""
    return _words(_read_key(key)[2])


def changed_keys(old: Value, new: Value) -> tuple[str, ...]:
    """The keys of texts of `new` that `old` had not, or had otherwise."""
    if not isinstance(new, Case):
        return tuple(_changed_in(name_of(new).one, "", old, new))
    is_same = all(getattr(old, name) is getattr(new, name) for name in typed_fields(Case))
    found = [] if is_same else _changed_in(CASE, "", old, new)
    for name in FIELD_OF.values():
        before, after = getattr(old, name), getattr(new, name)
        if before is not after:
            known = {record.id: record for record in before}
            for record in after:
                if known.get(record.id) is not record:
                    found += _changed_in(name, record.id, known.get(record.id), record)
    return tuple(found)


def work_with_texts(work: _W, texts: Mapping[str, str]) -> _W:
    """The work with these texts, by key, in place of what is there; a key that is gone is left
    out."""
    changed: _W = _with_all(work, {_read_key(key)[2]: text for key, text in texts.items()})
    return changed


def with_texts(case: Case, texts: Mapping[str, str]) -> Case:
    """The case with these texts, by key, in place of what is there; a key that is gone is left out.

    Raises BadInput when a record cannot have such a text, as two betrokkenen of one role.
    """
    wanted: dict[str, dict[str, dict[Path, str]]] = {}
    for key, text in texts.items():
        name, record_id, path = _read_key(key)
        wanted.setdefault(name, {}).setdefault(record_id, {})[path] = text
    case = _with_all(case, wanted.pop(CASE, {}).get("", {}))
    for name, changes in wanted.items():
        case = _with_records(case, name, changes)
    return case


def _with_records(case: Case, name: str, changes: Mapping[str, Mapping[Path, str]]) -> Case:
    records = [_with_all(one, changes.get(one.id, {})) for one in getattr(case, name)]
    single = {Betrokkene: "role", Organisation: "name"}.get(_KIND_OF[name], "")
    if single:
        called = {record.id: getattr(record, single) for record in records}
        for own_id in changes.keys() & called.keys():
            check_single(called[own_id], [c for i, c in called.items() if i != own_id])
    changed: dict[str, Any] = {name: tuple(records)}
    return replace(case, **changed)


# --- walking through a record -------------------------------------------------------------------


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:  # noqa: ANN401
    """The texts in a record or in a part of it, each with the way to it."""
    if isinstance(value, str):
        if not isinstance(value, Enum) and value.strip():
            yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif is_dataclass(value):
        kind: Any = type(value)
        for name in typed_fields(kind):
            yield from _texts(getattr(value, name), (*path, name))


@cache
def typed_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields in which a text may stand: no ids, no records that are walked through apart."""
    apart = {*_NOT_TYPED, *(FIELD_OF.values() if kind is Case else ())}
    names = [field.name for field in fields(kind)]
    return tuple(n for n in names if n not in apart and not n.endswith(("_id", "_ids")))


def _changed_in(name: str, record_id: str, old: Any, new: Any) -> list[str]:  # noqa: ANN401
    before = dict(_texts(old))
    return [_key(name, record_id, p) for p, text in _texts(new) if before.get(p) != text]


def _with_all(value: Any, changes: Mapping[Path, str]) -> Any:  # noqa: ANN401
    for path, text in changes.items():
        value = _with(value, path, text)
    return value


def _with(value: Any, path: Path, text: str) -> Any:  # noqa: ANN401
    """The value with a text in place of what stands at the end of this way."""
    if not path:
        return text
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        if first >= len(value):
            return value
        return (*value[:first], _with(value[first], rest, text), *value[first + 1 :])
    return replace(value, **{first: _with(getattr(value, first), rest, text)})


# --- keys and words -----------------------------------------------------------------------------


def _key(name: str, record_id: str, path: Path) -> str:
    return f"{name}:{record_id}:{'.'.join(map(str, path))}"


def _read_key(key: str) -> tuple[str, str, Path]:
    name, record_id, path = key.split(":")
    return name, record_id, tuple(int(p) if p.isdigit() else p for p in path.split("."))


def _text(name: str, record_id: str, path: Path, text: str, where: str) -> CaseText:
    return CaseText(_key(name, record_id, path), f"{where}, {_words(path)}", text)


def _words(path: Path) -> str:
    """What a text is called: 'zin van de samenvatting 2'."""
    names = [part for part in path if isinstance(part, str)]
    said = WORDS.get(".".join(names)) or WORDS[names[-1]]
    return f"{said} {path[-1] + 1}" if isinstance(path[-1], int) else said


def _where(case: Case, record: Record, name: str, number: int, places: Mapping[str, int]) -> str:
    match record:
        case Event(id=event_id):
            return f"{name} {places[event_id]}"
        case Beleving(event_id=event_id, deelnemer_id=deelnemer_id):
            who = case.organisation(case.deelnemer(deelnemer_id).organisation_id).name
            return f"{name} van {who} bij gebeurtenis {places[event_id]}"
        case Regie(kind=kind) | Fase(phase=kind):
            assert isinstance(kind, Term)
            return f"{name} {number} ({kind.label})"
        case _:
            return f"{name} {number}"


class _WhereInWork:
    """Which part of a work a text stands in: 'gebeurtenis 3', 'beslispunt 1, keuze 2'.

    An event has the number of its place on its line. What stands in no part with a name of its own
    stands in the work: 'oefening'.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._on_line: dict[Path, dict[str, int]] = {}

    def said(self, path: Path) -> str:
        found: list[str] = []
        value: Any = self._work
        for at, step in enumerate(path):
            held, value = value, value[step] if isinstance(step, int) else getattr(value, step)
            if step in SIDE_WORDS:
                found.append(SIDE_WORDS[str(step)])
            elif isinstance(step, int) and type(value) in PART_WORDS:
                number = self._number(path[:at], held, step)
                found.append(f"{PART_WORDS[type(value)]} {number}")
        return ", ".join(found) or name_of(self._work).one

    def _number(self, way: Path, held: tuple[Any, ...], place: int) -> int:
        if not isinstance(self._work, Exercise) or not isinstance(held[place], Event):
            return place + 1
        if way not in self._on_line:
            self._on_line[way] = numbers(line_of(self._work, held))
        return self._on_line[way][held[place].id]
