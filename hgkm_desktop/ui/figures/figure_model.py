"""The figures of a set as cells: a row for each indicator, a column for each half-year or year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_cells import with_figure, without_figure
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.figure_content import indicator_of, indicators_of
from hgkm_desktop.models.figure_phrases import value_spoken, value_text, value_to_type, with_typed
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import Figure, FigureIndicator, FigureSet, Period, SeriesBreak
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_words import break_words, breaks_at, share_words

Index = QModelIndex | QPersistentModelIndex
Place = tuple[str, Period]
"""Where a figure stands: the id of its indicator, and its period."""

SHARE_ROLE = Qt.ItemDataRole.UserRole
SHOWN_HALVES = 4
OWN = "Eigen indicatoren"
_NO_SUPPLIER, _GONE = "Andere bron", "Niet meer in de lijst"
_MOST_NAMED, _MORE = 2, "Meer leveranciers samen"
_EMPTY = "nog niets ingevuld"
_CAN_BE_CHOSEN = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_NEED_REASON = (ValueKind.NIET_LEVERBAAR, ValueKind.ALLEEN_HANDMATIG)


def half_before(period: Period) -> Period:
    """The half-year before one; of a year that is the second half of the year before."""
    return Period(period.year, 1) if period.half == 2 else Period(period.year - 1, 2)


def last_closed(today: date) -> Period:
    """The last half-year that is over."""
    return Period(today.year, 1) if today.month > 6 else Period(today.year - 1, 2)


def halves_until(last: Period, number: int) -> list[Period]:
    """So many half-years, of which this is the last."""
    found = [last]
    while len(found) < number:
        found.insert(0, half_before(found[0]))
    return found


class FigureModel(QAbstractTableModel):
    """Above the indicators of each supplier stands a row with its name, which cannot be chosen.

    A column is there for each period that has figures, for the last half-years, and for those
    that were asked for. Every change is one edit. `rejected(sentence)`: what was typed cannot be;
    the old value stays, and what was typed is offered again. `reason_wanted(figure)`: this value
    needs a reason before it can be put.
    """

    rejected = Signal(str)
    accepted = Signal()
    reason_wanted = Signal(object)

    def __init__(self, shown: WorkOnScreen, today: date) -> None:
        super().__init__(shown)
        self._shown = shown
        self._offered = set(halves_until(last_closed(today), SHOWN_HALVES))
        self._figures: dict[Place, Figure] = {}
        self._rows: tuple[str | FigureIndicator, ...] = ()
        self._periods: tuple[Period, ...] = ()
        self._typed: dict[Place, str] = {}
        self._shares: dict[Place, str] = {}
        shown.changed.connect(self._follow)
        self._take(self.set)

    @property
    def set(self) -> FigureSet:
        """The figures of the area on screen."""
        value = self._shown.value
        return value if isinstance(value, FigureSet) else FigureSet("", "")

    @property
    def may_change(self) -> bool:
        return not self._shown.document.is_read_only

    # --- for those who know the records ---------------------------------------------------

    def indicator_at(self, row: int) -> FigureIndicator | None:
        """The indicator of a row; None for the name of a supplier."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return found if isinstance(found, FigureIndicator) else None

    def supplier_at(self, row: int) -> str:
        """The name of a supplier; '' for the row of an indicator."""
        found = self._rows[row]
        return found if isinstance(found, str) else ""

    def period_at(self, column: int) -> Period:
        return self._periods[column]

    def place_of(self, index: Index) -> Place | None:
        """Where the figure of a cell stands; None for no cell, or one beside a supplier."""
        indicator = self.indicator_at(index.row()) if index.isValid() else None
        return (indicator.id, self._periods[index.column()]) if indicator is not None else None

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of this place; an invalid index when it is not there."""
        rows = [n for n, row in enumerate(self._rows) if getattr(row, "id", "") == place[0]]
        if not rows or place[1] not in self._periods:
            return QModelIndex()
        return self.index(rows[0], self._periods.index(place[1]))

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of a cell, if there is one."""
        place = self.place_of(index)
        return self._figures.get(place) if place is not None else None

    def first_index(self) -> QModelIndex:
        """The cell of the first indicator in the last column."""
        rows = [n for n, row in enumerate(self._rows) if isinstance(row, FigureIndicator)]
        return self.index(rows[0], len(self._periods) - 1) if rows else QModelIndex()

    @Slot()
    def show_earlier(self) -> None:
        """Show as many half-years again before the first column."""
        before = half_before(self._periods[0])
        self.show_periods(halves_until(before, SHOWN_HALVES))

    def show_periods(self, periods: Iterable[Period]) -> None:
        """Have columns for these too, until the file is closed."""
        self._offered |= set(periods)
        self._take(self.set)

    # --- changing -------------------------------------------------------------------------

    def type_in(self, index: Index, typed: str) -> bool:
        """Put what was typed in a cell; False when it cannot be. Nothing typed clears it."""
        place = self.place_of(index)
        if place is None or not self.may_change:
            return False
        if not typed.strip():
            self.clear(index)
            return True
        before = self._figures.get(place) or Figure(new_id(), *place)
        try:
            figure = with_typed(before, typed)
            if figure.kind in _NEED_REASON and not figure.reason:
                self._forget_typed(index)
                self.reason_wanted.emit(figure)
                return True
            self.put(figure)
        except BadInput as error:
            self._typed[place] = typed
            self.dataChanged.emit(index, index)
            self.rejected.emit(error.sentence)
            return False
        self._forget_typed(index)
        return True

    def put(self, figure: Figure) -> None:
        """Make this the figure of its place. Raises BadInput when it cannot be true."""
        self._shown.edit("cijfer invullen", with_figure(self.set, figure))

    def clear(self, index: Index) -> None:
        """Take the figure of a cell away, and what was typed there and refused."""
        place = self.place_of(index)
        if place is None or not self.may_change:
            return
        self._forget_typed(index)
        if place in self._figures:
            self._shown.edit("cijfer wissen", without_figure(self.set, *place))

    def _forget_typed(self, index: Index) -> None:
        place = self.place_of(index)
        if place is not None and self._typed.pop(place, None) is not None:
            self.dataChanged.emit(index, index)
        self.accepted.emit()

    # --- for views ------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._periods)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt takes any value
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._periods[section].text
        row = self._rows[section]
        return row if isinstance(row, str) else row.label

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        place = self.place_of(index)
        indicator = self.indicator_at(index.row())
        if place is None or indicator is None:
            return self._of_supplier(index, role)
        figure = self._figures.get(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return value_text(figure) if figure is not None else ""
        if role == Qt.ItemDataRole.EditRole:
            held = value_to_type(figure) if figure is not None else ""
            return self._typed.get(place, held)
        if role == SHARE_ROLE:
            return self._share(indicator, figure) if figure is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(indicator, place, figure)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(self._spoken(indicator, place, figure))}</p>"
        return None

    def _of_supplier(self, index: Index, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return self.supplier_at(index.row())
        return "" if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, indicator: FigureIndicator, place: Place, figure: Figure | None) -> str:
        """'meldingen, 1e helft 2025: 156 van 271, 58%'."""
        said = [_EMPTY]
        if figure is not None:
            said = [value_spoken(figure), self._share(indicator, figure), figure.reason]
        words = f"{indicator.label}, {place[1].text}: {', '.join(filter(None, said))}"
        words = ". ".join([words, *(break_words(one).rstrip(".") for one in self._broken(place))])
        if place in self._typed:
            words += f". Niet bewaard: {self._typed[place]}"
        return words

    def _share(self, indicator: FigureIndicator, figure: Figure) -> str:
        place = (indicator.id, figure.period)
        if place not in self._shares:
            self._shares[place] = share_words(self.set, indicator, figure)
        return self._shares[place]

    def begins_anew(self, index: Index) -> bool:
        """Whether from this period on is counted in another way than in the one before it."""
        place = self.place_of(index)
        return place is not None and bool(self._broken(place))

    def _broken(self, place: Place) -> tuple[SeriesBreak, ...]:
        indicator, period = indicator_of(self.set, place[0]), place[1]
        earlier = [one for one in self._periods if one.last < period.first]
        return breaks_at(indicator, period, max(earlier, default=None))

    def is_refused(self, index: Index) -> bool:
        """Whether something was typed here that could not be."""
        return self.place_of(index) in self._typed

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.place_of(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return _CAN_BE_CHOSEN | Qt.ItemFlag.ItemIsEditable if self.may_change else _CAN_BE_CHOSEN

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt hands over any value
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) == self.data(index, role) and not self.is_refused(index):
            return True
        return self.type_in(index, str(value))

    # --- following the document -----------------------------------------------------------

    @Slot(object, object)
    def _follow(self, old: FigureSet | None, new: FigureSet | None) -> None:
        if new is not None:
            self._take(new)

    def _take(self, figures: FigureSet) -> None:
        """Show these figures; where rows and columns stay, only what differs is told of."""
        held = {(one.indicator_id, one.period): one for one in figures.figures}
        self._shares.clear()
        rows = rows_of(figures)
        self._offered |= {one.period for one in figures.figures}  # one that is emptied stays
        periods = tuple(sorted(self._offered))
        if (rows, periods) != (self._rows, self._periods):
            self.beginResetModel()
            self._figures, self._rows, self._periods = held, rows, periods
            self.endResetModel()
            return
        before, self._figures = self._figures, held
        for place in before.keys() | held.keys():
            if before.get(place) is not held.get(place):
                self._tell(place)

    def _tell(self, place: Place) -> None:
        """A figure differs, and so may the shares of those whose noemer it is."""
        for row in self._rows:
            if isinstance(row, FigureIndicator) and place[0] in (row.id, row.part_of_id):
                cell = self.index_of((row.id, place[1]))
                self.dataChanged.emit(cell, cell)


def rows_of(figures: FigureSet) -> tuple[str | FigureIndicator, ...]:
    """The indicators by who supplies them, each group under its name; then own ones, and last those
    of figures that are in no list any more."""
    own = {one.id for one in figures.own}
    known = {one.id: one for one in indicators_of(figures)}
    groups: dict[str, list[FigureIndicator]] = {}
    for one in known.values():
        named = list_text(one.suppliers) if len(one.suppliers) <= _MOST_NAMED else _MORE
        name = OWN if one.id in own else named or _NO_SUPPLIER
        groups.setdefault(name, []).append(one)
    gone = {one.indicator_id: None for one in figures.figures if one.indicator_id not in known}
    if gone:
        groups[_GONE] = [indicator_of(figures, indicator_id) for indicator_id in gone]
    rows: list[str | FigureIndicator] = []
    for supplier, group in groups.items():
        rows += [supplier, *group]
    return tuple(rows)
