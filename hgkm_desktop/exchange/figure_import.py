"""What a table of figures brings to a set: values, or a problem by row and column."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import line_of
from hgkm_desktop.exchange.columns import below, letter
from hgkm_desktop.exchange.figure_columns import (
    FigureColumn,
    FigureColumns,
    figure_heads,
    period_of,
    plain_name,
)
from hgkm_desktop.exchange.figure_row import Said, share_is_part, value_of
from hgkm_desktop.exchange.incoming import MOST_PROBLEMS, RowProblem
from hgkm_desktop.exchange.sheets import Cell, Row, Sheet, is_blank
from hgkm_desktop.methods.figure_cells import check_value
from hgkm_desktop.models.figure_content import indicators_of
from hgkm_desktop.models.figure_terms import FigureKind, FigureUnit
from hgkm_desktop.models.figures import (
    Figure,
    FigureIndicator,
    FigureSet,
    Period,
)
from hgkm_desktop.models.records import new_id

OWN_COUNT, OWN_SHARE, SKIP = "eigen aantal", "eigen aandeel", "overslaan"
_ONLY_REASON = (
    "Hier staat wel een reden, maar geen cijfer.",
    "Schrijf in de kolom met aantallen ‘niet leverbaar’ of ‘niet vermeld’.",
)
_Key = tuple[str, Period]
_Place = tuple[int, str]
_OF_LONG = (FigureColumn.COUNT, FigureColumn.OF, FigureColumn.SHARE)
_TIMES = (
    *(FigureColumn.TIMES_2, FigureColumn.TIMES_3, FigureColumn.TIMES_4, FigureColumn.TIMES_5),
)


@dataclass(frozen=True, slots=True)
class Differing:
    """A value of the table where the set has another."""

    row: int
    indicator: FigureIndicator
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class FigureReading:
    """The values of a table, which are nothing yet.

    `new` are values where the set had none, `same` counts those that it has already. `unknown`
    are names that are no indicator and for which nothing was chosen. With any problem or unknown
    name there are no values at all.
    """

    new: tuple[Figure, ...] = ()
    differing: tuple[Differing, ...] = ()
    own: tuple[FigureIndicator, ...] = ()
    same: int = 0
    unknown: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()

    @property
    def may_come_in(self) -> bool:
        """Whether there is anything to bring, and nothing in the way."""
        return not self.problems and not self.unknown and bool(self.new or self.differing)


def brought(figure_set: FigureSet, reading: FigureReading, replaced: Container[str]) -> FigureSet:
    """The set with all that is new, and of what differs those with these ids of figures replaced.

    Raises BadInput when what is kept and what is new cannot stand beside each other.
    """
    together = _Together(replace(figure_set, own=(*figure_set.own, *reading.own)))
    chosen = [one.after for one in reading.differing if one.before.id in replaced]
    came = (*reading.new, *chosen)
    for figure in came:
        together.put(figure)
    for figure in came:
        together.check(figure)
    return together.made()


def read_figures(
    figure_set: FigureSet, sheet: Sheet, columns: FigureColumns, names: Mapping[str, str]
) -> FigureReading:
    """Read every row under the heads.

    `names` gives for a name that is no indicator (as `plain_name` makes it) the id of one, or
    OWN_COUNT, OWN_SHARE or SKIP. Raises BadInput when a column that is needed is missing.
    """
    _check_columns(columns)
    reader = _Reader(figure_set, names)
    heads = figure_heads(sheet, columns.head_row)
    rows = below(sheet, columns.head_row)
    shares = [row.cell(at) for row in rows for at in columns.of(FigureColumn.SHARE)]
    reader.in_parts = share_is_part(shares)
    for row in rows:
        if len(reader.problems) < MOST_PROBLEMS:
            _read_row(reader, row, columns, heads)
    return reader.made()


def pasted(
    figure_set: FigureSet,
    text: str,
    indicators: Sequence[FigureIndicator],
    periods: Sequence[Period],
) -> FigureReading:
    """A block that was copied from a spreadsheet, from a cell of the grid on to below and right.

    `indicators` are the rows and `periods` the columns of the grid from that cell on. Problems
    name the rows and columns of the block itself.
    """
    reader = _Reader(figure_set, {})
    for number, line in enumerate(text.rstrip("\r\n").splitlines(), 1):
        for column, cell in enumerate(line.split("\t")):
            if is_blank(cell) or len(reader.problems) >= MOST_PROBLEMS:
                continue
            place = number, f"kolom {letter(column)}"
            if number > len(indicators) or column >= len(periods):
                reader.problem(place, BadInput("Deze cel valt buiten de tabel met cijfers."))
            else:
                reader.take(place, indicators[number - 1], periods[column], Said(cell))
    return reader.made()


def _check_columns(columns: FigureColumns) -> None:
    if not columns.of(FigureColumn.INDICATOR):
        raise BadInput("Kies in welke kolom de indicator staat.")
    is_wide, is_long = columns.of(FigureColumn.VALUES), columns.of(FigureColumn.PERIOD)
    if not is_wide and not is_long:
        raise BadInput("Kies in welke kolom de periode staat, of welke kolommen cijfers zijn.")
    if is_wide and is_long:
        raise BadInput("De periode staat in een kolom of in de koppen: kies één van beide.")
    if is_long and not columns.of(FigureColumn.COUNT):
        raise BadInput("Kies in welke kolom het aantal staat.")


def _read_row(reader: _Reader, row: Row, columns: FigureColumns, heads: tuple[str, ...]) -> None:
    def place(column: int, number: int = row.number) -> _Place:
        head = f" ‘{heads[column]}’" if heads[column] else ""
        return number, f"kolom {letter(column)}{head}"

    wide = columns.of(FigureColumn.VALUES)
    long = (*_OF_LONG, *_TIMES, FigureColumn.PASSED_ON)
    values = wide or [columns.of(target)[0] for target in long if columns.of(target)]
    if all(is_blank(row.cell(column)) for column in values):
        if not wide and not is_blank(_cell(row, columns, FigureColumn.REASON)):
            reader.problem(place(values[0]), BadInput(_ONLY_REASON[0], todo=_ONLY_REASON[1]))
        return
    name_at = columns.of(FigureColumn.INDICATOR)[0]
    indicator = reader.indicator(place(name_at), row.cell(name_at))
    if indicator is None:
        return
    if not wide:
        period_at = columns.of(FigureColumn.PERIOD)[0]
        period = reader.period(place(period_at), row.cell(period_at))
        if period is not None:
            reader.take(place(values[0]), indicator, period, _said(reader, row, columns))
    for column in wide:
        period = reader.period(place(column, columns.head_row), heads[column])
        if period is not None and not is_blank(row.cell(column)):
            reader.take(place(column), indicator, period, Said(row.cell(column)))


def _said(reader: _Reader, row: Row, columns: FigureColumns) -> Said:
    """What a row of a long table says."""
    value, of, share = (_cell(row, columns, target) for target in _OF_LONG)
    if isinstance(share, float) and not reader.in_parts:
        share = line_of(share)
    reason = _cell(row, columns, FigureColumn.REASON)
    passed_on = _cell(row, columns, FigureColumn.PASSED_ON)
    times = tuple(_cell(row, columns, target) for target in _TIMES)
    return Said(value, of, share, reason, passed_on, times)


def _cell(row: Row, columns: FigureColumns, target: FigureColumn) -> Cell:
    at = columns.of(target)
    return row.cell(at[0]) if at else ""


class _Together:
    """Figures that are all put in first and looked at then, so that their order is nothing."""

    def __init__(self, figure_set: FigureSet) -> None:
        self._set = figure_set
        self._known = {one.id: one for one in indicators_of(figure_set)}
        self._figures = {(one.indicator_id, one.period): one for one in figure_set.figures}
        self._beside: dict[tuple[str, int], FigureSet] = {}

    def held(self, key: _Key) -> Figure | None:
        """The value that stands there."""
        return self._figures.get(key)

    def know(self, own: FigureIndicator) -> None:
        """One more indicator of the set itself."""
        self._set = replace(self._set, own=(*self._set.own, own))
        self._known[own.id] = own

    def put(self, figure: Figure) -> None:
        """In the place of the value that stood there, or as the last."""
        self._figures[figure.indicator_id, figure.period] = figure

    def check(self, figure: Figure) -> None:
        """Raises BadInput when it cannot be true beside the others, once all are put."""
        if not self._beside:
            self._lay_beside()
        check_value(self._beside[self._group(figure)], figure)

    def made(self) -> FigureSet:
        return replace(self._set, figures=tuple(self._figures.values()))

    def _lay_beside(self) -> None:
        """Only what is of one year and one whole can be against each other: quick to look at."""
        groups: dict[tuple[str, int], list[Figure]] = {}
        for figure in self._figures.values():
            groups.setdefault(self._group(figure), []).append(figure)
        own = {one.id: one for one in self._set.own}
        for group, figures in groups.items():
            named = dict.fromkeys(f.indicator_id for f in figures if f.indicator_id in own)
            these = tuple(own[one] for one in named)
            self._beside[group] = replace(self._set, own=these, figures=tuple(figures))

    def _group(self, figure: Figure) -> tuple[str, int]:
        top, seen = figure.indicator_id, set[str]()
        while top in self._known and self._known[top].part_of_id and top not in seen:
            seen.add(top)
            top = self._known[top].part_of_id
        return top, figure.period.year


class _Reader:
    """Goes through values one by one, and keeps what each is or why it cannot be."""

    def __init__(self, figure_set: FigureSet, names: Mapping[str, str]) -> None:
        self.problems: list[RowProblem] = []
        self.in_parts = True  # whether 0,147 in the column of shares is 14,7%
        self._names = names
        known = indicators_of(figure_set)
        self._by_id = {one.id: one for one in known}
        self._by_name = {plain_name(word): one for one in known for word in (one.id, one.label)}
        self._own: list[FigureIndicator] = []
        self._unknown: dict[str, str] = {}
        self._together = _Together(figure_set)
        self._came: dict[_Key, tuple[_Place, Figure | None, Figure]] = {}

    def made(self) -> FigureReading:
        """All that was read; no values when there is anything in the way."""
        for place, _, figure in self._came.values():
            try:
                self._together.check(figure)
            except BadInput as error:
                self.problem(place, error)
        unknown = tuple(self._unknown.values())
        problems = tuple(sorted(self.problems, key=lambda one: one.row)[:MOST_PROBLEMS])
        if unknown or problems:
            return FigureReading(unknown=unknown, problems=problems)
        return self._read()

    def _read(self) -> FigureReading:
        new: list[Figure] = []
        differing: list[Differing] = []
        for (row, _), before, figure in self._came.values():
            if before is None:
                new.append(figure)
            elif before != figure:
                indicator = self._by_id[figure.indicator_id]
                differing.append(Differing(row, indicator, before, figure))
        same = len(self._came) - len(new) - len(differing)
        return FigureReading(tuple(new), tuple(differing), tuple(self._own), same)

    def problem(self, place: _Place, error: BadInput) -> None:
        """Remember why a cell cannot be read."""
        found = RowProblem(*place, error.sentence)
        if found not in self.problems:  # a head is read for every row
            self.problems.append(found)

    # --- what a cell says ---------------------------------------------------------------

    def indicator(self, place: _Place, cell: Cell) -> FigureIndicator | None:
        """The indicator of a row; None when there is none, which is then remembered."""
        try:
            label = line_of(cell)
            if not label:
                raise BadInput("Hier staat niet van welke indicator dit cijfer is.")
        except BadInput as error:
            self.problem(place, error)
            return None
        name = plain_name(label)
        choice = self._names.get(name, "")
        if name in self._by_name or choice == SKIP:
            return None if choice == SKIP else self._by_name[name]
        if choice in (OWN_COUNT, OWN_SHARE):
            return self._made_own(name, label, choice)
        if choice not in self._by_id:
            self._unknown[name] = label
        return self._by_id.get(choice)

    def _made_own(self, name: str, label: str, choice: str) -> FigureIndicator:
        kind = FigureKind.AANDEEL if choice == OWN_SHARE else FigureKind.AANTAL
        own = FigureIndicator(new_id(), label, unit=FigureUnit.ANDERS, kind=kind)
        self._own.append(own)
        self._by_name[name] = self._by_id[own.id] = own
        self._together.know(own)
        return own

    def period(self, place: _Place, cell: Cell) -> Period | None:
        """The period in a cell or a head; None when it is none, which is then remembered."""
        try:
            return period_of(cell)
        except BadInput as error:
            self.problem(place, error)
            return None

    def take(self, place: _Place, indicator: FigureIndicator, period: Period, said: Said) -> None:
        """One value; it is looked at beside the others when all are read."""
        key = (indicator.id, period)
        try:
            came = self._came.get(key)
            before = came[1] if came else self._together.held(key)
            figure = value_of(before or Figure(new_id(), *key), said)
            if came:
                is_same = replace(figure, id=came[2].id) == came[2]
                raise BadInput(
                    f"Voor ‘{indicator.label}’ over {period.text} staat al "
                    f"{'dezelfde' if is_same else 'een andere'} waarde in rij {came[0][0]}.",
                    todo="Laat één van beide staan.",
                )
        except BadInput as error:
            self.problem(place, error)
            return
        self._came[key] = place, before, figure
        self._together.put(figure)
