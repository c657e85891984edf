"""The page with the pictures of the figures: a value is read in the table beside the picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMargins, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hgkm_desktop.errors import BadInput
from hgkm_desktop.methods.figure_duiding import counted, last_period
from hgkm_desktop.models.figure_content import indicator_of
from hgkm_desktop.models.figures import FigureSet, Period
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.figures.chart_picture import ChartPicture
from hgkm_desktop.ui.figures.figure_model import Index
from hgkm_desktop.ui.figures.figure_views import OVER_TIME, ValueRow, View, views_of
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.flow import Part, flowing
from hgkm_desktop.ui.parts.text import label, problem_label, scrolling
from hgkm_desktop.ui.parts.theme import current_theme, scaled
from hgkm_desktop.ui.parts.to_page import ToPage

_HOW = (
    "Kies een indicator. Loop met de pijltjes door de tabel: om de gekozen waarde staat een ring "
    "in de grafiek. Meer of minder is op zichzelf niet goed of slecht."
)
_NO_FIGURES = "Er is nog niets om te tekenen. Vul eerst cijfers in bij Cijfers (Ctrl+2)."
_SMALL = "Kleine aantallen staan hier zoals ze zijn: laat dit scherm niet zien buiten uw kring."
_VALUES = ("Cijfer", "Toelichting")
_SIDE_BY_SIDE = 900
_ROWS_SHOWN = 5
_TABLE_WIDTH, _ROW_PAD = 400, 10


class ValuesTable(QTableWidget):
    """The values of a picture; `row_changed(row)` comes when another one is chosen."""

    row_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName("Waarden in de grafiek")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setItemDelegate(_Cells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(self._tell)

    def show_rows(self, head: str, rows: tuple[ValueRow, ...], chosen: int) -> None:
        """Show these, with the one at `chosen` as the current one."""
        self.blockSignals(True)
        self.setHorizontalHeaderLabels([head, *_VALUES])
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, words in enumerate((row.label, row.value, row.words)):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
                self.setItem(number, column, item)
        self.setCurrentCell(chosen, 0)
        self.blockSignals(False)
        self.scrollTo(self.currentIndex())
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(scaled(28 * (_ROWS_SHOWN + 1)))
        self.setMinimumWidth(scaled(_TABLE_WIDTH))

    @Slot(int, int, int, int)
    def _tell(self, row: int, column: int, old_row: int, old_column: int) -> None:
        if row >= 0 and row != old_row:
            self.row_changed.emit(row)


class _Cells(QStyledItemDelegate):
    """A line around the chosen row, for who sees no difference in colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """With some air above and under the words."""
        return super().sizeHint(option, index).grownBy(QMargins(0, 0, 4, scaled(_ROW_PAD)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the row has one, and not the cell
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            box = option.rect.adjusted(0, 1, 0, -1)
            painter.save()
            painter.setPen(QPen(QColor(current_theme().accent), 2))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            painter.restore()


class FigureView(QWidget):
    """The picture of an indicator with its values beside it, or under it where that is narrow."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__()
        self._shown = shown
        self._period: Period | None = None
        self._views: list[View] = []
        self._indicator, self._view = Choice([]), Choice([])
        self._none, self._problem = ToPage(shown, _NO_FIGURES, "Cijfers"), problem_label()
        self._below, self._more = label("", soft=True), label("")
        self.picture, self.table = ChartPicture(), ValuesTable()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._indicator.changed.connect(self._choose_indicator)
        self._view.changed.connect(self._make_views)
        self.table.row_changed.connect(self._ring)
        shown.changed.connect(self._follow)
        self._fill()

    # --- how it stands ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._split.addWidget(Part(self.picture, self._below))
        self._split.addWidget(Part(self.table, self._more))
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._drawn = QWidget()
        column = QVBoxLayout(self._drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (label(_HOW, muted=True), self._choices(), self._problem):
            column.addWidget(part)
        column.addWidget(self._split, 1)
        column.addWidget(label(_SMALL, small=True))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._none)
        self._scroll = scrolling(self._drawn)
        around.addWidget(self._scroll, 100)
        around.addStretch(1)

    def _choices(self) -> QWidget:
        asked = []
        for words, field in (("Indicator", self._indicator), ("Wat", self._view)):
            name = label(words)
            name.setBuddy(field)
            name.setWordWrap(False)
            field.setAccessibleName(words if field is self._indicator else "Welke grafiek")
            asked += [name, field]
        fits = self._indicator.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._indicator.setSizeAdjustPolicy(fits)
        self._indicator.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view.setMinimumContentsLength(24)
        return flowing(*asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen, or with large text, the table stands under the picture."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= scaled(_SIDE_BY_SIDE)
        side = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() is not side:
            self._split.setOrientation(side)

    def show_view(self, indicator_id: str, view_id: str) -> None:
        """Show this picture of this indicator, if they are there."""
        self._indicator.set_value(indicator_id)
        self._choose_indicator()
        self._view.set_value(view_id)
        self._make_views()

    @property
    def shown_view(self) -> tuple[str, str]:
        """Of which indicator the picture is, and which picture."""
        return self._indicator.value(), self._chosen.id

    # --- what is shown ------------------------------------------------------------------------

    @property
    def _set(self) -> FigureSet:
        figures = self._shown.value
        assert isinstance(figures, FigureSet)
        return figures

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    @Slot(object, object)
    def _follow(self, old: FigureSet | None, new: FigureSet | None) -> None:
        if new is not None and self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Offer the indicators that have figures; the one that was chosen stays so."""
        until = last_period(self._set)
        self._none.setVisible(until is None)
        self._scroll.setVisible(until is not None)
        if until is None:
            return
        held = self._indicator.value() if self._indicator.count() else None
        offered = [(one.id, one.label) for one in counted(self._set, until)]
        self._indicator.set_choices(offered)
        self._indicator.set_value(held)
        self._make_views()

    @Slot()
    def _choose_indicator(self) -> None:
        self._period = None
        self._make_views()

    @Slot()
    def _make_views(self) -> None:
        """Offer the pictures there are of this indicator; the sort that was chosen stays so."""
        indicator = indicator_of(self._set, self._indicator.value())
        held = self._view.value() if self._view.count() else None
        try:
            self._views = views_of(self._set, indicator, self._period)
        except BadInput as error:
            self._views = []
            self._problem.setText(f"{indicator.label}: {error.sentence}")
        self._problem.setVisible(not self._views)
        self._split.setVisible(bool(self._views))
        self._view.set_choices([(one.id, one.name) for one in self._views])
        self._view.set_value(held)
        self._view.setEnabled(len(self._views) > 1)
        if self._views:
            self._show_view()

    @property
    def _chosen(self) -> View:
        return self._views[max(self._view.currentIndex(), 0)]

    def _show_view(self) -> None:
        view = self._chosen
        periods = [row.period for row in view.rows]
        is_held = self._period is not None and self._period in periods
        row = periods.index(self._period) if is_held else len(view.rows) - 1
        self.table.show_rows(view.head, view.rows, row if view.id == OVER_TIME else 0)
        self._below.setText(view.below)
        self._below.setVisible(bool(view.below))
        self._ring(self.table.currentRow())

    @Slot(int)
    def _ring(self, row: int) -> None:
        """Point at this value in the picture, and tell more of it."""
        view = self._chosen
        chosen = view.rows[row]
        self.picture.show_chart(replace(view.chart, ringed=row), view.told)
        self._more.setText("\n".join(filter(None, (chosen.label, chosen.more))))
        self._more.setVisible(bool(chosen.more))
        if chosen.period is not None and chosen.period != self._period:
            self._period = chosen.period
