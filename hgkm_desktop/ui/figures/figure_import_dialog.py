"""Brings a table of figures into a set, in steps that change nothing until the last."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.columns import MOST_HEAD_ROWS, below, letter
from hgkm_desktop.exchange.figure_columns import (
    FigureColumn,
    FigureColumns,
    figure_heads,
    guessed_columns,
)
from hgkm_desktop.exchange.figure_import import FigureReading, brought, read_figures
from hgkm_desktop.exchange.sheets import Sheet
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_changes import FigureChanges
from hgkm_desktop.ui.parts.background import Progress
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.form import Form
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.tables.table_columns import examples
from hgkm_desktop.ui.tables.table_steps import NOT_LOCKED, TableSteps

TITLE = "Tabel met cijfers inlezen"
SHEET, HEADS = "Welk blad", "In welke rij staan de koppen"
_ABOUT = "Kijk of elke kolom goed is herkend. U ziet straks eerst wat er verandert."
_LOOKING = "De cijfers worden nagekeken…"
_CHANGED = "Het cijferoverzicht is intussen veranderd. Kijk de tabel nog een keer na."
_COLUMNS, _CHANGES = range(2)


class FigureImportDialog(TableSteps):
    """Columns, then what changes. `brought(words)` comes after the one edit."""

    brought = Signal(str)

    def __init__(self, parent: QWidget, shown: WorkOnScreen) -> None:
        super().__init__(parent, shown.document, TITLE)
        self._shown = shown
        self._reading = FigureReading()
        self._names: dict[str, str] = {}
        self._columns, self._changes = FigureColumnsPage(), FigureChanges()
        self.lay_out(self._columns, self._changes)
        shown.changed.connect(self._follow)

    @property
    def _set(self) -> FigureSet:
        value = self._shown.value
        return value if isinstance(value, FigureSet) else FigureSet("", "")

    @Slot(object)
    def take(self, made: object) -> None:
        if isinstance(made, FigureReading):
            self._reading = made
            self._changes.show_reading(self._set, made)
            self.show_step(_CHANGES)
        elif isinstance(made, tuple):
            sheets: tuple[Sheet, ...] = made
            self._columns.show_sheets(sheets)
            self.show_step(_COLUMNS)

    def show_step(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        is_last = page == _CHANGES and not self._reading.unknown
        self._back.setEnabled(page == _CHANGES)
        may_go_on = page == _COLUMNS or not is_last or self._reading.may_come_in
        self._next.setEnabled(not self.is_waiting and may_go_on)
        self._next.setText("Inlezen" if is_last else "Verder")
        if page == _COLUMNS:
            self._columns.take_focus()
        elif page == _CHANGES:
            self._changes.take_focus()

    @Slot()
    def go_back(self) -> None:
        self.say("")
        self.show_step(_COLUMNS)

    @Slot()
    def go_on(self) -> None:
        if self._pages.currentIndex() == _CHANGES and not self._reading.unknown:
            self._bring_in()
            return
        if self._pages.currentIndex() == _CHANGES:
            self._names |= self._changes.names()
        sheet, columns = self._columns.sheet, self._columns.columns()
        self.wait(_LOOKING, partial(_look, self._set, sheet, columns, dict(self._names)))

    def _bring_in(self) -> None:
        """One edit with all that comes in."""
        try:
            after = brought(self._set, self._reading, self._changes.replaced())
        except BadInput as error:
            self.say(error.sentence)
            return
        self._shown.changed.disconnect(self._follow)
        came = len(self._reading.new) + len(self._changes.replaced())
        self.accept()
        self._shown.edit("tabel met cijfers inlezen", after)
        many = count_text(came, "cijfer", "cijfers")
        self.brought.emit(f"{many} ingelezen. Ctrl+Z haalt alles weer weg. {NOT_LOCKED}")

    @Slot(object, object)
    def _follow(self, old: object, new: object) -> None:
        """What was looked at is of the set as it was."""
        if new is None:
            self.reject()
        elif self._columns.has_sheets:
            self._background.end()
            self.show_step(_COLUMNS)
            self.say(_CHANGED)


class FigureColumnsPage(QScrollArea):
    """One table, with a choice for what each of its columns is."""

    def __init__(self) -> None:
        super().__init__()
        self.has_sheets = False
        self._sheet, self._heads = Choice(()), Choice(())
        for field in (self._sheet, self._heads):  # their words may be of any length
            field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fields: list[Choice] = []
        self._asked = Form()
        inside, head = QWidget(), Form()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addWidget(label(_ABOUT, muted=True))
        head.add(SHEET, self._sheet)
        head.add(HEADS, self._heads)
        self._column.addWidget(head)
        self._column.addWidget(self._asked)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.changed.connect(self._show_sheet)
        self._heads.changed.connect(self._show_heads)

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Ask about these."""
        self.has_sheets = True
        self._sheet.set_choices([(sheet, sheet.name or "de tabel") for sheet in sheets])
        self._show_sheet()

    def take_focus(self) -> None:
        self._sheet.setFocus()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is read."""
        sheet: Sheet = self._sheet.value()
        return sheet

    def columns(self) -> FigureColumns:
        """What was said of each column."""
        return FigureColumns(self._heads.value(), tuple(field.value() for field in self._fields))

    @Slot()
    def _show_sheet(self) -> None:
        columns = guessed_columns(self.sheet)
        rows = [(0, "er zijn geen koppen")]
        for row in self.sheet.rows[:MOST_HEAD_ROWS]:
            words = ", ".join(filter(None, figure_heads(self.sheet, row.number)))
            rows.append((row.number, f"rij {row.number}: {words[:60]}"))
        self._heads.set_choices(rows)
        self._heads.set_value(columns.head_row)
        self._show(columns)

    @Slot()
    def _show_heads(self) -> None:
        self._show(guessed_columns(self.sheet, self._heads.value()))

    def _show(self, columns: FigureColumns) -> None:
        form, self._fields = Form(), []
        form.heading("Wat staat in elke kolom")
        rows = below(self.sheet, columns.head_row)
        heads = figure_heads(self.sheet, columns.head_row)
        for number, (head, target) in enumerate(zip(heads, columns.targets, strict=True)):
            field = Choice((one, one.head) for one in FigureColumn)
            field.set_value(target)
            name = f"Kolom {letter(number)}" + (f" ‘{head}’" if head else "")
            form.add(name, field, examples(row.cell(number) for row in rows))
            self._fields.append(field)
        self._column.replaceWidget(self._asked, form)
        self._asked.deleteLater()
        self._asked = form
        for before, field in pairwise((self._heads, *self._fields)):
            self.setTabOrder(before, field)  # not after the buttons at the foot


def _look(
    figures: FigureSet, sheet: Sheet, columns: FigureColumns, names: dict[str, str], _: Progress
) -> FigureReading:
    return read_figures(figures, sheet, columns, names)
