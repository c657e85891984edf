"""Asks whose line a table is, what its columns are, and how its dates are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.exchange.columns import (
    MOST_HEAD_ROWS,
    Columns,
    Target,
    below,
    guessed,
    guessed_under,
    heads_of,
    letter,
)
from hgkm_desktop.exchange.date_cells import DateWay, day_comes_first, has_counted
from hgkm_desktop.exchange.incoming import Choices
from hgkm_desktop.exchange.sheets import Cell, Sheet, Trouble
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.terms import EventKind
from hgkm_desktop.ui.parts.fields import Choice, Suggestions, TextLine
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.text import label

ORGANISATION = "Van welke organisatie is deze tabel"
GROUND = "Op welke grondslag deelt deze organisatie dit"
SHEET = "Welk blad"
HEADS = "In welke rij staan de koppen"
ORDER = "Wat staat eerst in een datum als 03/04/2021"
COUNTED = "Vanaf welk jaar telt het rekenblad dagen"
OTHER_KIND = "Welke soort wordt het als een soort niet bekend is"
_ABOUT = (
    "Kijk of elke kolom goed is herkend. Er verandert nog niets: u ziet straks eerst wat er komt."
)
_ABOUT_GROUND = "Dit geldt voor elke rij waarbij de tabel zelf geen grondslag noemt."
_ABOUT_COUNTED = "In deze tabel staan datums als getal. Kijk straks of de jaren kloppen."
_MOST_EXAMPLES, _LONGEST_EXAMPLE = 3, 40


class TableColumns(QScrollArea):
    """One table and what the user says of it; `changed` comes with every other answer."""

    changed = Signal()

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._sheets: tuple[Sheet, ...] = ()
        self._remembered: dict[tuple[str, ...], Columns] = {}
        names = [*(o.name for o in case.organisations)]
        names += [o.name for o in content.organisations() if o.name not in names]
        self._organisation = Suggestions(names, "bijvoorbeeld: wijkteam")
        self._ground = TextLine()
        self._sheet, self._heads = Choice(()), Choice(())
        for field in (self._sheet, self._heads):  # their words may be of any length
            field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._order = Choice([(True, "dag: 3 april"), (False, "maand: 4 maart")], "Kies")
        self._counted = Choice([(False, "1900 (gewoon)"), (True, "1904 (oude Excel op een Mac)")])
        kinds = [(kind, kind.label) for kind in EventKind]
        self._other_kind = Choice(kinds, "De tabel komt dan niet binnen")
        self._asked: dict[QWidget, QWidget] = {}
        self._fields: list[Choice] = []
        self._columns = QWidget()
        self._lay_out()
        self._sheet.changed.connect(self._show_sheet)
        self._heads.changed.connect(self._show_heads)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(_ABOUT, muted=True))
        self._ask(ORGANISATION, self._organisation)
        self._ask(GROUND, self._ground, _ABOUT_GROUND)
        self._ask(SHEET, self._sheet)
        self._ask(HEADS, self._heads)
        self._ask(ORDER, self._order)
        self._ask(COUNTED, self._counted, _ABOUT_COUNTED)
        self._ask(OTHER_KIND, self._other_kind)
        self._column.addWidget(self._columns)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _ask(self, name: str, field: QWidget, hint: str = "") -> None:
        """A question that can be left out, with its words."""
        form = Form()
        form.add(name, field, hint)
        self._asked[field] = form
        self._column.addWidget(form)

    # --- the table ----------------------------------------------------------------------

    def show_table(
        self, sheets: tuple[Sheet, ...], remembered: dict[tuple[str, ...], Columns]
    ) -> None:
        """Ask about these sheets; a table with heads that were seen before is known by them."""
        self._sheets, self._remembered = sheets, remembered
        likeliest = max(sheets, key=lambda sheet: _known(guessed(sheet)))
        self._sheet.set_choices([(sheet, sheet.name or "de tabel") for sheet in sheets])
        self._sheet.set_value(likeliest)
        self._asked[self._sheet].setVisible(len(sheets) > 1)
        self._show_sheet()

    def take_focus(self) -> None:
        self._organisation.setFocus()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is read."""
        sheet: Sheet = self._sheet.value()
        return sheet

    @Slot()
    def _show_sheet(self) -> None:
        sheet, columns = self.sheet, guessed(self.sheet)
        rows = [(0, "er zijn geen koppen")]
        for row in sheet.rows[:MOST_HEAD_ROWS]:
            words = ", ".join(filter(None, heads_of(sheet, row.number)))
            rows.append((row.number, f"rij {row.number}: {words[:60]}"))
        self._heads.set_choices(rows)
        self._heads.set_value(columns.head_row)
        self._counted.set_value(sheet.since_1904)
        self._show_columns(columns)

    @Slot()
    def _show_heads(self) -> None:
        self._show_columns(guessed_under(self.sheet, self._heads.value()))

    def _show_columns(self, columns: Columns) -> None:
        """A choice for each column, as it was seen before or as it seems."""
        heads = heads_of(self.sheet, columns.head_row)
        known = self._remembered.get(heads) if any(heads) else None
        targets = known.targets if known is not None else columns.targets
        form, self._fields = Form(), []
        form.heading("Wat staat in elke kolom")
        rows = below(self.sheet, columns.head_row)
        for number, (head, target) in enumerate(zip(heads, targets, strict=True)):
            field = Choice((one, one.head) for one in Target)
            field.set_value(target)
            field.changed.connect(self._look)
            cells = [row.cell(number) for row in rows]
            name = f"Kolom {letter(number)}" + (f" ‘{head}’" if head else "")
            form.add(name, field, examples(cells))
            self._fields.append(field)
        self._column.replaceWidget(self._columns, form)
        self._columns.deleteLater()
        self._columns = form
        for before, field in pairwise((self._other_kind, *self._fields)):
            self.setTabOrder(before, field)  # not after the buttons at the foot
        self._look()

    @Slot()
    def _look(self) -> None:
        """Ask of dates only what cannot be seen."""
        cells = self._dates()
        self._asked[self._order].setVisible(day_comes_first(cells) is None)
        self._asked[self._counted].setVisible(has_counted(cells))
        self.changed.emit()

    def _dates(self) -> list[Cell]:
        columns = self._chosen()
        at = [*columns.of(Target.START), *columns.of(Target.END)]
        rows = below(self.sheet, columns.head_row)
        return [row.cell(column) for row in rows for column in at]

    # --- the answers --------------------------------------------------------------------

    def _chosen(self) -> Columns:
        return Columns(self._heads.value(), tuple(field.value() for field in self._fields))

    def choices(self) -> Choices:
        """What the user said; it is remembered for the next table with these heads."""
        columns = self._chosen()
        heads = heads_of(self.sheet, columns.head_row)
        if any(heads):
            self._remembered[heads] = columns
        seen = day_comes_first(self._dates())
        return Choices(
            organisation=self._organisation.value(),
            columns=columns,
            way=DateWay(self._order.value() if seen is None else seen, self._counted.value()),
            legal_ground=self._ground.value(),
            other_kind=self._other_kind.value(),
        )


def _known(columns: Columns) -> int:
    return len({*columns.targets} - {Target.NOTHING})


def examples(cells: Iterable[Cell]) -> str:
    """The first few things that stand in a column."""
    said: list[str] = []
    every = 0
    for cell in cells:
        words = _shown(cell)
        every += bool(words)
        if words and len(said) < _MOST_EXAMPLES and words not in said:
            said.append(words)
    if not said:
        return "Deze kolom is leeg."
    return f"{count_text(every, 'rij', 'rijen')}, bijvoorbeeld: {'; '.join(said)}"


def _shown(cell: Cell) -> str:
    if isinstance(cell, Trouble):
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    words = " ".join(
        str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).split()
    )
    return words if len(words) <= _LONGEST_EXAMPLE else f"{words[: _LONGEST_EXAMPLE - 1]}…"
