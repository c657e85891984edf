"""The pages of a document as they are, on screen: from memory, never from a file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.spoken import announce
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import current_theme

_Zoom = QPdfView.ZoomMode
_WIDTH, _PAGE = "breedte", "pagina"
_ZOOMS: tuple[tuple[object, str], ...] = (
    (_WIDTH, "paginabreedte"),
    (_PAGE, "hele pagina"),
    (50, "50%"),
    (75, "75%"),
    (100, "100%"),
    (150, "150%"),
    (200, "200%"),
    (300, "300%"),
)
_SIZES = tuple(value for value, _ in _ZOOMS if isinstance(value, int))
_MOST_SPOKEN = 4000


class DocumentPreview(QWidget):
    """The pages with a bar to leaf through them and to zoom; or words when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = QPdfDocument(self)
        self._buffer = QBuffer()
        self._pages = _Pages()
        self._words = label("", soft=True)
        self._place = label("")
        self._back = QPushButton("Vorige")
        self._on = QPushButton("Volgende")
        self._zoom = Choice(_ZOOMS)
        self._zoom.setAccessibleName("Hoe groot u de pagina ziet")
        self._stack = QStackedWidget()
        self._lay_out()
        self._pages.setDocument(self._pdf)
        self._pages.pageNavigator().currentPageChanged.connect(self._say_place)
        self._pages.zoom_wanted.connect(self._step_zoom)
        self._pages.page_wanted.connect(self._go_by)
        self._zoom.changed.connect(self._apply_zoom)
        self._apply_zoom()
        self.show_words("")

    @property
    def page_count(self) -> int:
        return self._pdf.pageCount()

    def show_pdf(self, data: bytes) -> None:
        """Show these pages, at the place where the last ones were seen."""
        seen = self._pages.verticalScrollBar().value()
        self._pdf.close()
        self._buffer.close()
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pdf.load(self._buffer)
        self._stack.setCurrentWidget(self._pages)
        self._pages.verticalScrollBar().setValue(seen)
        self._show_bar(True)
        self._say_place()
        announce(self, self._place.text())

    def show_words(self, words: str) -> None:
        """Say why there is no page to see."""
        self._pdf.close()
        self._buffer.close()
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._stack.setCurrentIndex(1)
        self._show_bar(False)
        announce(self, words)

    def close_pages(self) -> None:
        """Let go of the pages; nothing of them stays in memory."""
        self.show_words("")

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar, (0, 0, 0, 6), 8)
        self._place.setWordWrap(False)
        row.addWidget(self._place)
        row.add_room()
        for button, slot in ((self._back, self._go_back), (self._on, self._go_on)):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()} pagina")
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addWidget(self._zoom)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setContentsMargins(40, 40, 40, 40)
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def _show_bar(self, has_pages: bool) -> None:
        for part in (self._back, self._on, self._zoom):
            part.setEnabled(has_pages)
        if not has_pages:
            self._place.setText("Geen pagina's")

    @Slot()
    def _say_place(self) -> None:
        page, count = self._pages.pageNavigator().currentPage(), self._pdf.pageCount()
        if not count:
            return
        self._place.setText(f"Pagina {page + 1} van {count}")
        said = " ".join(self._pdf.getAllText(page).text().split())[:_MOST_SPOKEN]
        self._pages.setAccessibleDescription(f"Pagina {page + 1} van {count}. {said}")

    @Slot()
    def _go_back(self) -> None:
        self._go_by(-1)

    @Slot()
    def _go_on(self) -> None:
        self._go_by(1)

    @Slot(int)
    def _go_by(self, pages: int) -> None:
        navigator = self._pages.pageNavigator()
        page = min(max(navigator.currentPage() + pages, 0), self._pdf.pageCount() - 1)
        navigator.jump(page, QPoint())
        announce(self, f"Pagina {page + 1} van {self.page_count}")

    @Slot(int)
    def _step_zoom(self, step: int) -> None:
        """A size larger or smaller than what is seen now."""
        now = round(self._pages.factor() * 100)
        larger = [size for size in _SIZES if (size > now if step > 0 else size < now)]
        if larger:
            self._zoom.set_value(min(larger) if step > 0 else max(larger))
            self._apply_zoom()

    @Slot()
    def _apply_zoom(self) -> None:
        wanted = self._zoom.value()
        if isinstance(wanted, int):
            self._pages.setZoomMode(_Zoom.Custom)
            self._pages.setZoomFactor(wanted / 100)
            return
        self._pages.setZoomMode(_Zoom.FitToWidth if wanted == _WIDTH else _Zoom.FitInView)


class _Pages(QPdfView):
    """All pages under each other, for mouse and keyboard."""

    zoom_wanted = Signal(int)
    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Voorbeeld van de pagina's")
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setPageSpacing(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_colours()

    def factor(self) -> float:
        """How large a page is seen, 1.0 for as large as on paper."""
        document, page = self.document(), self.pageNavigator().currentPage()
        points = document.pagePointSize(page)
        if self.zoomMode() is _Zoom.Custom or points.isEmpty():
            return self.zoomFactor()
        margins, inches = self.documentMargins(), points / 72
        room = self.viewport().size()
        wide = (room.width() - margins.left() - margins.right()) / inches.width()
        high = (room.height() - self.pageSpacing()) / inches.height()
        dots = self.logicalDpiX()
        return (wide if self.zoomMode() is _Zoom.FitToWidth else min(wide, high)) / dots

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_colours()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom; Page Up and Down leaf; Home and End go to the first and the last."""
        many = self.document().pageCount()
        pages = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -many,
            Qt.Key.Key_End: many,
        }
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in pages:
            self.page_wanted.emit(pages[key])
        elif key in zooms:
            self.zoom_wanted.emit(zooms[key])
        else:
            super().keyPressEvent(event)

    def _show_colours(self) -> None:
        """Behind the pages it is darker than a page, or lighter where all is dark."""
        palette, ground = self.palette(), QColor(current_theme().line)
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)
