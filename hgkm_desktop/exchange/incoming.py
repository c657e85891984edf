"""What the rows of a table become: events for one case, or a problem by row and column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import (
    answer_of,
    kind_of,
    line_of,
    organisation_named,
    organisations_in,
    roles_in,
    status_of,
    text_of,
)
from hgkm_desktop.exchange.columns import Columns, Target, below, heads_of, letter
from hgkm_desktop.exchange.date_cells import AS_WRITTEN, DateWay, read_date, read_parts
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet, is_blank
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import LONGEST_TEXT, check_parts, check_record
from hgkm_desktop.models.entry_words import OCCURRENCE_WORDS, WORD_TO_KIND
from hgkm_desktop.models.moment import UNKNOWN
from hgkm_desktop.models.phrases import Period, check_period
from hgkm_desktop.models.records import Event, Involvement, Knowledge, new_id
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    EventKind,
    FactStatus,
    HouseholdRole,
    Occurrence,
)

_V = TypeVar("_V")

MOST_PROBLEMS = 200
"""So many problems are told at once; who has solved these hears of the next."""
_STILL = ("heden", "nu", "loopt", "loopt nog", "loopt door", "tot heden", "tot nu", "lopend")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a table is read: whose line it is, what its columns are, and what was asked.

    `legal_ground` counts where the table names none; `other_kind` where a row has no kind that is
    known, and None makes that a problem of the row.
    """

    organisation: str
    columns: Columns
    way: DateWay = AS_WRITTEN
    legal_ground: str = ""
    other_kind: EventKind | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be read: the number of the row, the name of the column, a sentence."""

    row: int
    column: str
    sentence: str

    @property
    def words(self) -> str:
        """'Rij 4, kolom B ‘datum’: De datum 31-02-2021 bestaat niet.'"""
        return f"Rij {self.row}, {self.column}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """The events of a table and the case as it becomes by them, which is nothing yet.

    `rows` names for each event, by its place, the row that it came from. With any problem there
    are no events at all: `case` is then the case as it was.
    """

    case: Case
    events: tuple[Event, ...]
    rows: tuple[int, ...]
    problems: tuple[RowProblem, ...]
    new_names: tuple[str, ...]

    @property
    def after(self) -> Case:
        """The case with all events, each on its own."""
        return self.case.put_all(self.events)


def read_rows(case: Case, sheet: Sheet, choices: Choices, *, today: date) -> Incoming:
    """Read every row under the heads. Raises BadInput when no organisation is named, when no
    column says what happened, or when there is no row."""
    if not choices.organisation.strip():
        raise BadInput("Kies van welke organisatie deze tabel is.")
    if not choices.columns.of(Target.TITLE):
        raise BadInput("Kies in welke kolom staat wat er gebeurde.")
    rows = below(sheet, choices.columns.head_row)
    reader = _Reader(case, sheet, choices, today)
    for row in rows:
        if len(reader.problems) < MOST_PROBLEMS:
            reader.read(row)
    if not reader.events and not reader.problems:
        raise BadInput("Onder de koppen staat geen enkele gebeurtenis.")
    if reader.problems:
        return Incoming(case, (), (), tuple(reader.problems), ())
    return Incoming(
        reader.case, tuple(reader.events), tuple(reader.numbers), (), _new_names(case, reader.case)
    )


def _new_names(before: Case, after: Case) -> tuple[str, ...]:
    """The organisations and betrokkenen that the case did not know."""
    return (
        *(o.name for o in after.organisations[len(before.organisations) :]),
        *(b.role for b in after.betrokkenen[len(before.betrokkenen) :]),
    )


class _Reader:
    """Reads the rows one by one; the case grows by whom they name."""

    def __init__(self, case: Case, sheet: Sheet, choices: Choices, today: date) -> None:
        self.events: list[Event] = []
        self.numbers: list[int] = []
        self.problems: list[RowProblem] = []
        self._choices, self._today = choices, today
        self._at: dict[Target, list[int]] = {
            t: choices.columns.of(t) for t in Target if t is not Target.NOTHING
        }
        self._heads = heads_of(sheet, choices.columns.head_row)
        self._row, self._found = Row(0, ()), list[tuple[int, BadInput]]()
        self._seq = case.next_seq(Event)
        name = organisation_named(choices.organisation.strip(), case)
        self.case, self._own = case.organisation_named(name)

    def read(self, row: Row) -> None:
        """One row, all its problems at once; nothing of it counts when there is one."""
        self._row, self._found, known = row, [], self.case
        if all(is_blank(row.cell(column)) for at in self._at.values() for column in at):
            return
        event = self._event()
        if not self._found:
            self._value(Target.TITLE, lambda _: check_record(event), None)
        if not self._found:
            children = {b.id for b in self.case.betrokkenen if b.is_child}
            self._value(Target.ROLES, lambda _: check_parts(event.involved, children), None)
        if self._found:
            self.case = known
            self.problems += [self._problem(column, error) for column, error in self._found]
            return
        self.events.append(event)
        self.numbers.append(row.number)
        self._seq += 1.0

    def _problem(self, column: int, error: BadInput) -> RowProblem:
        head = self._heads[column] if column < len(self._heads) else ""
        name = f"kolom {letter(column)}" + (f" ‘{head}’" if head else "")
        return RowProblem(self._row.number, name, error.sentence)

    # --- one cell -----------------------------------------------------------------------

    def _cell(self, target: Target) -> Cell:
        at = self._at[target]
        return self._row.cell(at[0]) if at else ""

    def _value(self, target: Target, read: Callable[[Cell], _V], instead: _V) -> _V:
        """What a cell says; when it cannot be read that is remembered, with its column."""
        try:
            return read(self._cell(target))
        except BadInput as error:
            self._found.append((next(iter(self._at[target]), 0), error))
            return instead

    # --- one event ----------------------------------------------------------------------

    def _event(self) -> Event:
        period = self._period()
        nothing = (Occurrence.GEBEURD, "")
        occurrence, title = self._value(Target.TITLE, _title, nothing)
        kind, unknown_kind = self._kind(title)
        return Event(
            id=new_id(),
            seq=self._seq,
            kind=kind,
            title=title,
            start=period.start,
            end=period.end,
            ongoing=period.ongoing,
            occurrence=occurrence,
            fact=self._fact(unknown_kind),
            fact_status=self._value(Target.STATUS, status_of, FactStatus.GEMELD),
            source=self._value(Target.SOURCE, _text, "") or f"eigen lijn van {self._own.name}",
            involved=self._involved(),
            organisation_ids=tuple(dict.fromkeys((self._own.id, *self._ids(Target.ORGANISATIONS)))),
            knowledge=tuple(Knowledge(i, Answer.JA) for i in self._ids(Target.KNOWN)),
            child_present=self._value(Target.CHILD_PRESENT, answer_of, Answer.ONBEKEND),
            child_seen=self._value(Target.CHILD_SEEN, answer_of, Answer.ONBEKEND),
            child_spoken=self._value(Target.CHILD_SPOKEN, answer_of, Answer.ONBEKEND),
            legal_ground=self._value(Target.GROUND, _text, "") or self._choices.legal_ground,
            added_by=AddedBy.DOSSIER,
            added_on=self._today,
        )

    def _period(self) -> Period:
        start = self._start()
        if is_blank(self._cell(Target.END)):
            return start
        return self._value(Target.END, lambda cell: self._until(start, cell), start)

    def _start(self) -> Period:
        unknown = Period(UNKNOWN)
        if not is_blank(self._cell(Target.START)) or not self._at[Target.YEAR]:
            way = self._choices.way
            return self._value(Target.START, lambda cell: read_date(cell, way), unknown)
        month, day = self._cell(Target.MONTH), self._cell(Target.DAY)
        return self._value(Target.YEAR, lambda cell: read_parts(cell, month, day), unknown)

    def _until(self, start: Period, cell: Cell) -> Period:
        if isinstance(cell, str) and cell.strip().casefold() in _STILL:
            return Period(start.start, ongoing=True)
        end = read_date(cell, self._choices.way)
        if end.end is not None or end.ongoing or start.end is not None:
            raise BadInput("Van één gebeurtenis staan hier twee periodes.")
        period = Period(start.start, end.start)
        check_period(period)
        return period

    def _kind(self, title: str) -> tuple[EventKind, str]:
        """The kind of the row, and the words of the table when those are no kind."""
        words = self._value(Target.KIND, line_of, "")
        if words:
            return self._value(Target.KIND, self._known_kind, (EventKind.CONTACT, ""))
        first = title.casefold().split(maxsplit=1)[:1]
        guess = WORD_TO_KIND.get(first[0].strip(".,;:")) if first else None
        return guess or self._choices.other_kind or EventKind.CONTACT, ""

    def _known_kind(self, cell: Cell) -> tuple[EventKind, str]:
        if kind := kind_of(cell):
            return kind, ""
        if self._choices.other_kind is None:
            raise BadInput(
                "Deze soort is niet bekend.",
                todo="Kies bij de kolommen welke soort het dan wordt, of pas de tabel aan.",
            )
        return self._choices.other_kind, line_of(cell)

    def _fact(self, unknown_kind: str) -> str:
        said = [self._value(Target.FACT, _text, "")]
        for column in self._at[Target.REMARK]:
            try:
                said.append(_text(self._row.cell(column)))
            except BadInput as error:
                self._found.append((column, error))
        if unknown_kind:
            said.append(f"Soort in de tabel: {unknown_kind}")
        return "\n\n".join(filter(None, said))

    def _involved(self) -> tuple[Involvement, ...]:
        parts = []
        nobody: tuple[tuple[str, HouseholdRole], ...] = ()
        for role, part in self._value(Target.ROLES, lambda c: roles_in(c, self.case), nobody):
            self.case, betrokkene = self.case.betrokkene_named(role)
            parts.append(Involvement(betrokkene.id, part))
        return tuple(parts)

    def _ids(self, target: Target) -> list[str]:
        ids = []
        none: tuple[str, ...] = ()
        for name in self._value(target, lambda cell: organisations_in(cell, self.case), none):
            self.case, organisation = self.case.organisation_named(name)
            ids.append(organisation.id)
        return ids


def _title(cell: Cell) -> tuple[Occurrence, str]:
    """What happened in one line, and whether it did: 'niet gedaan: aangifte', as one types it."""
    words = line_of(cell)
    first, _, rest = words.partition(":")
    occurrence = OCCURRENCE_WORDS.get(first.strip().casefold())
    words = rest.strip() if occurrence else words
    if not words:
        raise BadInput("Hier staat niet wat er gebeurde.")
    return occurrence or Occurrence.GEBEURD, _fitting(words)


def _text(cell: Cell) -> str:
    return _fitting(text_of(cell))


def _fitting(words: str) -> str:
    if len(words) > LONGEST_TEXT:
        raise BadInput("Deze tekst is langer dan 20.000 tekens.", todo="Verdeel hem over rijen.")
    return words
