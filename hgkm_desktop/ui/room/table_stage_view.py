"""Paints the sheets of a leertafel page by page, and keeps its place while they change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hgkm_desktop.timeline.captions import Widths
from hgkm_desktop.ui.line.timeline_paint import TimelinePainter, measure
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.theme import current_theme
from hgkm_desktop.ui.room.presentation_sheet import HEIGHT, WIDTH, sheet_of
from hgkm_desktop.ui.room.presentation_sheet import Sheet as Room
from hgkm_desktop.ui.room.table_stage_layout import Page, pages_of
from hgkm_desktop.ui.room.table_stage_sheets import Sheet


class SheetView(QWidget):
    """Shows one page at a time; `turned` tells that another one is shown, or as many as another
    number.

    After an edit it stays at the sheet with the same key.
    """

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: tuple[Sheet, ...] = ()
        self._pages: list[tuple[Sheet, Page]] = []
        self._widths = Widths(measure)
        self._painter = TimelinePainter(current_theme())
        self.place = 0

    def sizeHint(self) -> QSize:
        return QSize(int(WIDTH), int(HEIGHT))

    # --- what there is --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet of the page that is shown."""
        return self._pages[self.place][0] if self._pages else None

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages[self.place][1] if self._pages else None

    @property
    def factor(self) -> float:
        """How much larger everything is than at 1280 by 720."""
        return self._room().factor

    def take(self, sheets: Sequence[Sheet]) -> None:
        """Show other sheets, or the same ones changed."""
        self._sheets = tuple(sheets)
        self._arrange()

    def _room(self) -> Room:
        """As of the window: what stands under the sheet has its room outside it."""
        window = self.window()
        type_size = float(QFontInfo(self.font()).pixelSize())
        whole = sheet_of(window.width(), window.height(), type_size, self._widths)
        return Room(self.width(), self.height(), whole.factor, self._widths)

    def _arrange(self) -> None:
        """Lay all out anew, and find back the page that was shown."""
        room, before = self._room(), self.sheet
        nth = self._nth_of_sheet()
        self._pages = [(sheet, page) for sheet in self._sheets for page in self.pages(sheet, room)]
        here = [
            place
            for place, (sheet, _) in enumerate(self._pages)
            if before is not None and sheet.key == before.key
        ]
        last = max(len(self._pages) - 1, 0)
        self.place = here[min(nth, len(here) - 1)] if here else min(self.place, last)
        self._show()

    def pages(self, sheet: Sheet, room: Room) -> tuple[Page, ...]:
        """The pages of one sheet."""
        return pages_of(sheet, room)

    def _nth_of_sheet(self) -> int:
        """The how manieth page of its sheet is shown, from 0."""
        sheet = self.sheet
        return sum(one is sheet for one, _ in self._pages[: self.place])

    # --- going through it -----------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go on or back by so many pages, to an end at most."""
        self._stand(min(max(self.place + steps, 0), max(len(self._pages) - 1, 0)))

    def go_to_point(self, number: int) -> None:
        """Go to a point of the agenda by its number; 0 is the first sheet."""
        for place, (sheet, _) in enumerate(self._pages):
            if sheet.number == number:
                self._stand(place)
                return

    def _stand(self, place: int) -> None:
        if place != self.place:
            self.place = place
            self._show()

    def _show(self) -> None:
        spoken = self.page.spoken if self.page is not None else ""
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
            if self.hasFocus():
                announce(self, spoken)
        self.update()
        self.turned.emit()

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        if self._painter.theme != theme or self._painter.ratio != ratio:
            self._painter = TimelinePainter(theme, ratio)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.card))
            if self.page is not None:
                self._painter.shapes(painter, self.page.shapes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
