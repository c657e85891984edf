"""The page on which figures are typed: the grid, and beside it what is known of one figure."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_cells import check_value
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import Figure, Period
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.figure_fields import HalfYearField
from hgkm_desktop.ui.figures.figure_grid import FigureGrid
from hgkm_desktop.ui.figures.figure_model import FigureModel
from hgkm_desktop.ui.figures.figure_panel import FigurePanel
from hgkm_desktop.ui.parts.fields import TextBlock
from hgkm_desktop.ui.parts.files import ask_file, documents_folder
from hgkm_desktop.ui.parts.flow import Part, flowing
from hgkm_desktop.ui.parts.focus import leave_field
from hgkm_desktop.ui.parts.form_dialog import FormDialog, RecordDialog
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label, problem_label, scrolling
from hgkm_desktop.ui.parts.theme import scaled

_HOW = (
    "Typ in een cel: 156 of 156/271 · ca 10.000 voor circa · ~ voor afgerond · - voor niet "
    "vermeld · nl voor niet leverbaar · hm voor alleen handmatig. Leeg is niet 0. F6 gaat naar wat "
    "er bij een cijfer hoort, en terug."
)
_KIND = "Tabel (*.ods *.xlsx *.csv *.txt)"
_NOTHING = "Er is niets veranderd."
_REASONS = {
    ValueKind.NIET_LEVERBAAR: "Waarom is dit niet leverbaar?",
    ValueKind.ALLEEN_HANDMATIG: "Waarom is dit alleen met de hand te tellen?",
}
_SIDE_BY_SIDE = 900


class FiguresPage(QWidget):
    """The grid of the figures; what was refused is said under it, and the old value stays."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self.document, self._shown = document, shown
        self._model = FigureModel(shown, date.today())
        self.grid = FigureGrid(self._model)
        self._panel = FigurePanel(self._model)
        self._beside = scrolling(self._panel)
        self._beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # what it tells must be scrolled
        self._beside.setAccessibleName("Bij dit cijfer")
        self._problem = problem_label()
        self._earlier = QPushButton("Eerdere halve jaren")
        self._period = QPushButton("Periode toevoegen…")
        self._table = QPushButton("Tabel inlezen…")
        self._told = label("", soft=True)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._show_place()

    def _lay_out(self) -> None:
        self._told.hide()
        for button in (self._earlier, self._period, self._table):
            button.setAutoDefault(True)
        self._table.setEnabled(self._model.may_change)
        below = flowing(self._earlier, self._period, self._table)
        self._split.addWidget(Part(self.grid, self._problem, self._told, below))
        self._split.addWidget(self._beside)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([scaled(720), scaled(330)])
        column = QVBoxLayout(inner := QWidget())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(_HOW, muted=True))
        column.addWidget(self._split, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inner))

    def _connect(self) -> None:
        self.grid.place_changed.connect(self._show_place)
        self.grid.table_pasted.connect(self._paste)
        self._table.clicked.connect(self._ask_table)
        self._model.rejected.connect(self._say)
        self._model.accepted.connect(self._forgive)
        self._model.reason_wanted.connect(self._ask_reason)
        self._earlier.clicked.connect(self._model.show_earlier)
        self._period.clicked.connect(self._ask_period)
        self.document.damaged.connect(self._panel.stop)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F6"), self, self._change_sides, context=inside)

    @Slot()
    def _change_sides(self) -> None:
        """From the grid to what is beside it, and back to the same cell."""
        if self.grid.hasFocus():
            (self._panel.first_field() or self._beside).setFocus()
        else:
            self.grid.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen, or with large text, the panel stands under the grid."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= scaled(_SIDE_BY_SIDE)
        side = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() is not side:
            self._split.setOrientation(side)

    @Slot()
    def _show_place(self) -> None:
        self._panel.show_place(self.grid.place)
        self._beside.setAccessibleDescription(self._panel.told)

    # --- what is wrong --------------------------------------------------------------------

    @Slot(str)
    def _say(self, problem: str) -> None:
        """Say it under the grid, and at the line in which it was typed."""
        self._told.hide()
        self._problem.setText(problem)
        self._problem.show()
        self.grid.describe_editor(problem)

    @Slot()
    def _forgive(self) -> None:
        self._problem.hide()

    # --- whole tables ---------------------------------------------------------------------

    @Slot(str)
    def _paste(self, text: str) -> None:
        """Put a block of cells from here on to below and right: all of it, or nothing."""
        from hgkm_desktop.exchange.figure_import import brought, pasted

        index = self.grid.currentIndex()
        rows = range(index.row(), self._model.rowCount())
        found = [self._model.indicator_at(row) for row in rows]
        columns = range(index.column(), self._model.columnCount())
        reading = pasted(
            self._model.set,
            text,
            [indicator for indicator in found if indicator is not None],
            [self._model.period_at(column) for column in columns],
        )
        if reading.problems:
            self._say(f"{reading.problems[0].words} {_NOTHING}")
            return
        other = [one.before.id for one in reading.differing]
        try:
            after = brought(self._model.set, reading, other)
        except BadInput as error:
            self._say(f"{error.sentence} {_NOTHING}")
            return
        self._shown.edit("cijfers plakken", after)
        many = count_text(len(reading.new) + len(other), "cijfer", "cijfers")
        over = f", waarvan {len(other)} in plaats van een ander" if other else ""
        self._tell(f"{many} geplakt{over}. Ctrl+Z haalt alles terug.")

    @Slot()
    def _ask_table(self) -> None:
        leave_field()
        dialog = ask_file(self.window(), "Welke tabel?", documents_folder(), _KIND)
        dialog.fileSelected.connect(self.read_table)
        dialog.open()

    @Slot(str)
    def read_table(self, path: str) -> None:
        """Read a table with figures, and go through what is in it."""
        from hgkm_desktop.ui.figures.figure_import_dialog import FigureImportDialog

        if self.document.is_read_only:
            return
        dialog = FigureImportDialog(self.window(), self._shown)
        dialog.brought.connect(self._tell)
        dialog.read(Path(path))

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._forgive()
        self._told.setText(words)
        self._told.show()
        announce(self.grid, words)

    # --- what is asked --------------------------------------------------------------------

    @Slot(object)
    def _ask_reason(self, figure: Figure) -> None:
        indicator = indicator_of(self._model.set, figure.indicator_id)
        dialog = RecordDialog(self, f"{indicator.label}, {figure.period.text}", figure)
        dialog.ask_for("reason", _REASONS[figure.kind], TextBlock(3))
        dialog.must_fit(partial(check_value, self._model.set))
        dialog.given.connect(self._put)
        dialog.start()

    @Slot(object)
    def _put(self, figure: Figure) -> None:
        try:
            self._model.put(figure)
        except BadInput as error:
            self._say(error.sentence)

    @Slot()
    def _ask_period(self) -> None:
        dialog = FormDialog(self, "Periode toevoegen")
        dialog.ask(
            "Welk half jaar of jaar",
            HalfYearField(),
            _as_period,
            "Een heel jaar is voor bronnen die alleen per jaar tellen.",
        )
        dialog.given.connect(self._add_period)
        dialog.start()

    @Slot(object)
    def _add_period(self, answers: dict[str, Period]) -> None:
        self._model.show_periods((answers["period"],))
        place = self.grid.place
        if place is not None:
            self.grid.go_to((place[0], answers["period"]))


def _as_period(period: Period) -> dict[str, Any]:
    return {"period": period}
