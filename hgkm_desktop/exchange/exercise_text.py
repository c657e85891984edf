"""An exercise written as TOML that a trainer can read and change, read into an Exercise."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from hgkm_desktop.exchange.case_text import case_in
from hgkm_desktop.exchange.event_text import read_event
from hgkm_desktop.exchange.references import References
from hgkm_desktop.models.content import known_instrument
from hgkm_desktop.models.exercise import (
    Branch,
    DecisionPoint,
    Exercise,
    Option,
    PlayRound,
    Role,
    RoleFact,
    line_of,
)
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.strict_toml import BadContent, Table, parse
from hgkm_desktop.models.whole import holds_together
from hgkm_desktop.paths import resource

_ONLY_OF_A_CASE = ("geweldsvorm", "startcheck", "deelnemer", "beleving", "verschil", "les", "actie")
_BESIDE_THE_LINE = ("veiligheidscijfer", "regie", "fase", "samenvatting")
_P = TypeVar("_P", Role, PlayRound, DecisionPoint, Branch)


@cache
def library() -> tuple[Exercise, ...]:
    """The exercises that come with the program, in the order of their files."""
    files = sorted(resource("oefeningen").glob("*.toml"))
    return tuple(read_exercise(p.read_text(encoding="utf-8"), name=p.name) for p in files)


def read_exercise(text: str, *, name: str = "oefening") -> Exercise:
    """The exercise of a text; `name` is what errors call the text.

    The same text always gives the same ids; `library_id` is the code of its case. Nothing is
    dropped: raises BadContent, naming table, entry and reason, as read_case does.
    """
    whole = parse(text, name)
    _refuse_what_no_exercise_holds(whole)
    case, refs = case_in(whole)
    refs = References(
        refs.code,
        {
            **refs.known,
            **{table: frozenset(whole.table(table).names) for table in ("rol", "ronde")},
        },
    )
    told = whole.table("oefening")
    exercise = Exercise(
        id=case.id,
        code=case.code,
        title=case.title,
        library_id=case.code,
        about=told.text("over"),
        for_whom=told.text("voor_wie", ""),
        goals=told.texts("leerdoelen"),
        opening=told.text("opening"),
        closing=told.text("afsluiting"),
        questions=told.texts("vragen"),
        betrokkenen=case.betrokkenen,
        organisations=case.organisations,
        events=case.events,
        t0_event_id=case.t0_event_id,
        roles=_parts(whole, "rol", _role, refs),
        rounds=_parts(whole, "ronde", _round, refs),
        facts=tuple(_fact(row, n, refs) for n, row in enumerate(whole.tables("feit"), 1)),
        points=_parts(whole, "beslispunt", _point, refs),
        branches=_parts(whole, "tak", _branch, refs),
    )
    told.done()
    whole.done()
    for branch in exercise.branches:
        for side in (branch.events_without, branch.events_with):
            if not holds_together(line_of(exercise, side)):
                raise BadContent(name, f"tak {branch.title}", "een gebeurtenis staat er dubbel.")
    return exercise


def _refuse_what_no_exercise_holds(whole: Table) -> None:
    """Raises BadContent for a table that only a case has: it would be read and then be gone."""
    for name in (*_ONLY_OF_A_CASE, *_BESIDE_THE_LINE):
        if name in whole.names:
            raise whole.problem(f"‘{name}’ hoort bij een casus, niet bij een oefening.")


def _parts(
    whole: Table, name: str, read: Callable[[Table, str, References], _P], refs: References
) -> tuple[_P, ...]:
    """The parts written as [name.key], in the order of the text."""
    rows = whole.table(name)
    found = []
    for key in rows.names:
        row = rows.table(key)
        found.append(read(row, key, refs))
        row.done()
    return tuple(found)


def _role(row: Table, key: str, refs: References) -> Role:
    """A role; the key of the table is its name."""
    has_one = "organisatie" in row.names
    organisation_id = refs.one(row, "organisatie", "organisaties") if has_one else ""
    return Role(refs.id_of("rol", key), key, organisation_id, row.text("taak", ""))


def _round(row: Table, key: str, refs: References) -> PlayRound:
    return PlayRound(
        id=refs.id_of("ronde", key),
        title=row.text("titel"),
        minutes=_minutes(row),
        intro=row.text("inleiding", ""),
        event_ids=refs.ids(row, "gebeurtenissen", "gebeurtenis"),
        questions=row.texts("vragen"),
    )


def _minutes(row: Table) -> int:
    minutes = row.number("minuten")
    if minutes < 1 or minutes != int(minutes):
        raise row.problem("‘minuten’ moet een heel getal zijn, 1 of meer.")
    return int(minutes)


def _fact(row: Table, number: int, refs: References) -> RoleFact:
    fact = RoleFact(
        id=refs.id_of("feit", str(number)),
        round_id=refs.one(row, "ronde", "ronde"),
        role_ids=refs.ids(row, "rollen", "rol"),
        text=row.text("tekst", ""),
        event_id=_event_if_any(row, "gebeurtenis", refs),
    )
    if not (fact.text or fact.event_id):
        raise row.problem("‘tekst’ of ‘gebeurtenis’ ontbreekt.")
    row.done()
    return fact


def _event_if_any(row: Table, field: str, refs: References) -> str:
    return refs.one(row, field, "gebeurtenis") if field in row.names else ""


def _point(row: Table, key: str, refs: References) -> DecisionPoint:
    options = row.tables("keuze")
    return DecisionPoint(
        id=refs.id_of("beslispunt", key),
        round_id=refs.one(row, "ronde", "ronde"),
        question=row.text("vraag"),
        event_id=_event_if_any(row, "bij", refs),
        options=tuple(_option(one, f"{key} {n}", refs) for n, one in enumerate(options, 1)),
        happened=row.text("wat_er_gebeurde"),
        event_ids=refs.ids(row, "gebeurtenissen", "gebeurtenis"),
        answer=row.text("antwoord", ""),
    )


def _option(row: Table, key: str, refs: References) -> Option:
    typed = row.text("instrument", "")
    known = known_instrument(typed) if typed else None
    if typed and known is None:
        raise row.problem("‘instrument’ staat niet in de lijst instrumenten.toml.")
    option = Option(
        id=refs.id_of("keuze", key),
        text=row.text("tekst"),
        instrument=known.label if known else "",
        remark=row.text("opmerking", ""),
    )
    row.done()
    return option


def _branch(row: Table, key: str, refs: References) -> Branch:
    return Branch(
        id=refs.id_of("tak", key),
        title=row.text("titel"),
        after_event_id=refs.one(row, "na", "gebeurtenis"),
        name_without=row.text("zonder"),
        name_with=row.text("met"),
        events_without=_side(row, key, "gebeurtenis_zonder", refs),
        events_with=_side(row, key, "gebeurtenis_met", refs),
        question=row.text("vraag", ""),
    )


def _side(row: Table, key: str, name: str, refs: References) -> tuple[Event, ...]:
    """The events written as [tak.key.name.own key], with ids of their own."""
    rows = row.table(name)
    return tuple(
        read_event(rows.table(own), f"{key} {name} {own}", float(number), refs)
        for number, own in enumerate(rows.names, 1)
    )
