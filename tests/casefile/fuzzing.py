"""Opens mutated casusbestanden as the program does, and says what came of each."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import apsw

from hgkm_desktop.casefile import CaseFile, opening, reading, rows
from hgkm_desktop.casefile.rows import columns_of, to_row
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.casefile.tables import CASE_TABLE, TABLE_OF
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.agenda import next_inbrenger, of_board, open_actions, why_not_begin
from hgkm_desktop.methods.exercise_making import still_missing
from hgkm_desktop.methods.exercises import (
    fact_text,
    moment_of,
    never_shown,
    play_steps,
    round_before,
    shown_events,
)
from hgkm_desktop.methods.follow_up import Followed, in_case, in_turn, in_works
from hgkm_desktop.methods.follow_up import counted as action_counts
from hgkm_desktop.methods.leertafel import agenda_length, agenda_times
from hgkm_desktop.methods.leertafel import still_open as table_still_open
from hgkm_desktop.methods.over_a_period import (
    doorbraken_text,
    meetings_text,
    over_a_period,
    suggestions,
)
from hgkm_desktop.methods.overview import planned, waiting
from hgkm_desktop.methods.samples import counted, drawn_sentence, read_line, warnings
from hgkm_desktop.methods.studies import knoppenteller, still_open
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import CaseState, DocumentKind, Mark
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports.case.gespreksnotitie import compose
from hgkm_desktop.reports.let_through.shown_figures import shown_figures
from hgkm_desktop.reports.writing.pdf import write_pdf
from tests.builders import (
    a_beleving,
    a_betrokkene,
    a_case_with,
    a_deelnemer,
    an_event,
    an_organisation,
    an_uitgave,
)
from tests.casefile.files import contents, foreign_connection, key_of, new_file, open_file
from tests.casefile.full_case import FULL_SETTINGS, FULL_UITGAVEN, full_case
from tests.casefile.full_practice import WORKS
from tests.casefile.mutations import mutate
from tests.casefile.turned_bits import without_pauses

EACH = 20  # of so many files that open whole, one is also worked in
TODAY = date(2026, 7, 1)
REFUSED, NOT_LOADED, WHOLE = "niet geopend", "casus niet geladen", "geheel geladen"


@dataclass(slots=True)
class Found:
    """What came of a number of files; `wrong` says of each that broke a promise, how.

    Times are seconds of processor time: `slowest` to open a file and load all of it,
    `slowest_work` to edit, back up and print.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    sorts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    worked_in: int = 0
    slowest_work: float = 0.0
    wrong: list[str] = field(default_factory=list)


def a_base(path: Path) -> bytes:
    """A file with two cases, and something in every table."""
    organisation = an_organisation()
    seat, event = a_deelnemer(organisation), an_event("mrt 2021")
    mark = a_beleving(event, seat, Mark.GOED)
    other = a_case_with(organisation, seat, event, a_betrokkene(), mark)
    with new_file(path) as file:
        file.save_settings(FULL_SETTINGS)
        file.save(full_case())
        for uitgave, data in FULL_UITGAVEN.items():
            file.issue(full_case().id, uitgave, data)
        for work in WORKS:
            file.save(work)
        file.save(other)
        file.save(other.drop_event(event.id))
        file.save(other)
    return path.read_bytes()


def try_files(folder: Path, numbers: range) -> Found:
    """Make one mutation for each number, the same one each time, and open what it gives."""
    path = folder / "map" / "vreemd.hgkm"
    path.parent.mkdir()
    base = a_base(path)
    with without_pauses():
        return _tried(path, base, numbers)


def _tried(path: Path, base: bytes, numbers: range) -> Found:
    found = Found()
    for number in numbers:
        path.write_bytes(base)
        sort = mutate(path, Random(number))
        found.sorts[sort] += 1
        try:
            complaint = _try_one(path, found)
        except Exception as error:  # noqa: BLE001
            complaint = f"{type(error).__name__} in {_place_of(error)}"
        if complaint:
            found.wrong.append(f"{number} ({sort}): {complaint}")
    return found


@contextmanager
def unguarded() -> Iterator[None]:
    """The program without what it checks of tables, cells and cases."""

    def as_it_comes(*_: object) -> AbstractContextManager[None]:
        return nullcontext()

    with ExitStack() as undo:
        undo.enter_context(patch.object(opening, "insist_on_ours", lambda _, **__: None))
        undo.enter_context(patch.object(rows, "_only_what_we_write", as_it_comes))
        undo.enter_context(patch.object(rows, "_texts", lambda cells, _: cells))
        undo.enter_context(patch.object(rows, "_numbers", lambda cells, _: cells))
        undo.enter_context(patch.object(reading, "holds_together", lambda _: True))
        yield


def _try_one(path: Path, found: Found) -> str:
    """Open a file, load all of it, and say which promise that broke, if any."""
    before = contents(path.parent)
    start = time.process_time()
    loaded, outcome = _loaded(path)
    found.slowest = max(found.slowest, time.process_time() - start)
    found.outcomes[outcome] += 1
    if contents(path.parent) != before:
        return "het bestand is veranderd"
    complaint = _not_as_stored(path, loaded)
    if complaint or outcome != WHOLE or not loaded or found.outcomes[WHOLE] % EACH:
        return complaint
    start = time.process_time()
    _work_in(path, loaded[0])
    found.slowest_work = max(found.slowest_work, time.process_time() - start)
    found.worked_in += 1
    return ""


def _read_over(works: tuple[Work, ...], cases: list[Case]) -> None:
    """What the screens of these works show first, and the overview of all of them."""
    rows = [row for c in cases for row in in_case(c.id, c.code, c.title, c.state, c.acties)]
    for work in works:
        texts_of(work)
        _read_one(work, works, cases, rows)
        _draw_one(work)
    actions = (*rows, *in_works(works))
    planned(works, TODAY)
    waiting(works, actions, TODAY)
    action_counts(in_turn(actions, TODAY), TODAY)


def _read_one(work: Work, works: tuple[Work, ...], cases: list[Case], rows: list[Followed]) -> None:
    match work:
        case Study():
            still_open(work, cases)
            knoppenteller(work, cases)
        case MeetingSeries():
            next_inbrenger(work)
            for meeting in work.meetings:
                open_actions(meeting, rows)
        case BoardTalk():
            why_not_begin(work, open_actions(work, of_board(work, works, rows)))
        case Sample():
            counted(work, {case.id: case.code for case in cases})
            (drawn_sentence(work), warnings(work))
            for case in cases:
                read_line(case, work)
        case Leertafel():
            why_not_begin(work, open_actions(work, of_board(work, works, rows)))
            table_still_open(work, cases, TODAY)
            [timed.words for timed in agenda_times(work)]
            agenda_length(work)
        case Terugkoppeling():
            found = over_a_period(work, works, TODAY)
            (meetings_text(found), doorbraken_text(found), suggestions(found))


def _draw_one(work: Work) -> None:
    if isinstance(work, FigureSet):
        shown_figures(work)
        shown_figures(replace(work, state=CaseState.DEELBAAR))
    if isinstance(work, Exercise):
        _play(work)


def _play(exercise: Exercise) -> None:
    """Every step of an exercise, what each role knows at it, and what is still missing."""
    steps = play_steps(exercise)
    for place, step in enumerate(steps):
        shown_events(exercise, steps, place)
        round_before(steps, place)
        if step.point is not None:
            moment_of(exercise, step.point)
    [fact_text(exercise, fact) for fact in exercise.facts]
    still_missing(exercise, ())
    never_shown(exercise)


def _loaded(path: Path) -> tuple[list[Case], str]:
    """The cases that could be loaded, and whether that is all there is."""
    cases: list[Case] = []
    try:
        with open_file(path) as file:
            outcome = WHOLE
            for heading in file.headings():
                try:
                    cases.append(file.load(heading.id))
                    file.case_rev(heading.id)
                    for uitgave in file.issued(heading.id):
                        file.issued_data(uitgave.id)
                except HgkmError:
                    outcome = NOT_LOADED
            try:
                _read_over(file.works(), cases)
            except HgkmError:
                outcome = NOT_LOADED
            file.destroyed()
    except HgkmError:
        return [], REFUSED
    return cases, outcome


def _work_in(path: Path, case: Case) -> None:
    """Edit, issue, back up, destroy and print as someone who opened the file would."""
    edited = case.put(an_event("mei 2024", "nieuw"))
    made = compose(edited, settings=FileSettings(), made_on=date(2026, 3, 14))
    write_pdf(made, BytesIO())
    try:
        with open_file(path) as file:
            file.save(edited)
            file.save_settings(replace(file.settings, organisation="Gemeente Anders"))
            version = file.next_version(case.id, DocumentKind.CASUSVERSLAG)
            issued = an_uitgave(b"%PDF", version=version, case_rev=file.case_rev(case.id))
            file.issue(case.id, issued, b"%PDF")
            insist_on_loaded(file, edited)
            file.copy_for_backup(path.parents[1] / "back-ups", datetime(2026, 3, 14)).keep()
            file.remove(case.id)
    except HgkmError:  # what is not of a case can be wrong as well: settings, documents
        return
    finally:
        for left in (path.parents[1] / "back-ups").rglob("*.hgkm"):
            left.unlink()


def insist_on_loaded(file: CaseFile, case: Case) -> None:
    if file.load(case.id) != case:
        raise ValueError("saved and loaded, it is another case")


# --- the same file, read by a program that is not ours --------------------------------------------


def _not_as_stored(path: Path, cases: list[Case]) -> str:
    """How what was loaded differs from the rows there are; pages that are damaged say so."""
    with closing(foreign_connection(path, key_of(path))) as connection:
        for case in cases:
            try:
                stored = _stored(connection, case.id)
            except apsw.Error:
                return "" if _is_known_as_damaged(path) else "half geladen"
            if stored.keys() != (there := _there(case)).keys():
                return "" if _is_known_as_damaged(path) else "niet alle rijen geladen"
            for key, row in stored.items():
                if _plain(row) | there[key] != _plain(row):
                    return "" if _is_known_as_damaged(path) else "anders geladen dan het er staat"
    return ""


def _is_known_as_damaged(path: Path) -> bool:
    """Whether the checks at opening and before a backup find it."""
    try:
        with open_file(path) as file:
            insist_on_sound(file.connection)
    except HgkmError:
        return True
    return False


Rows = dict[tuple[str, str], dict[str, Any]]


def _stored(connection: apsw.Connection, case_id: str) -> Rows:
    """Every row of a case, found without an index."""
    found: Rows = {}
    of_case: list[tuple[type, str]] = [(Case, CASE_TABLE), *TABLE_OF.items()]
    for kind, table in of_case:
        names, column = columns_of(kind), "id" if kind is Case else "case_id"
        query = f"SELECT {', '.join(names)} FROM {table} NOT INDEXED WHERE {column} = ?"
        for row in connection.execute(query, (case_id,)):
            named = dict(zip(names, row, strict=True))
            found[table, named["id"]] = named
    return found


def _there(case: Case) -> Rows:
    records = {
        (table, record.id): _plain(to_row(record))
        for kind, table in TABLE_OF.items()
        for record in getattr(case, FIELD_OF[kind])
    }
    return {(CASE_TABLE, case.id): _plain(to_row(case)), **records}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its lists as values, so that white space in them does not count."""
    return {name: _value(cell) for name, cell in row.items()}


def _value(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith("["):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    return cell


def _place_of(error: BaseException) -> str:
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
