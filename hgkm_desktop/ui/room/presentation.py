"""The presentation: its own window, full screen, for the room while the facilitator works on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.reports.line.line_document import MARKINGS
from hgkm_desktop.timeline.choices import Choices
from hgkm_desktop.timeline.layout import Window
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.room.presentation_course import Course
from hgkm_desktop.ui.room.presentation_stage import Stage


class Presentation(QWidget):
    """What the table agreed to show of the case of a document, its state, and nothing beside it.

    It begins at an event, with the lanes, the filter and the part of time of the main line, and
    follows every edit of the case. When another case comes on screen it closes: `closed`.
    """

    closed = Signal()

    def __init__(
        self,
        document: Document,
        choices: Choices,
        window: Window,
        event_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Presentatie")
        case = document.case if document.case is not None else Case("", "")
        self.stage = Stage(Course(case, choices, window, event_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage, 1)
        self.state = label("", level=3, soft=True)
        self.state.setContentsMargins(24, 4, 24, 8)
        column.addWidget(self.state)
        self._say_state(case)
        self.setFocusProxy(self.stage)
        document.case_changed.connect(self._follow)
        document.destroyed.connect(self.close)  # nothing of a file stays in view once it is shut

    def start(self) -> None:
        """Show it full screen, to the room."""
        show_to_room(self)
        self.stage.setFocus()

    @Slot(object)
    def set_choices(self, choices: Choices) -> None:
        """Follow the main line when other lanes or another filter are chosen there."""
        self.stage.course.set_choices(choices)
        self.stage.arrange()

    @Slot(object, object)
    def _follow(self, old: Case | None, new: Case | None) -> None:
        if new is None or new.id != self.stage.course.case.id:
            self.close()
            return
        self._say_state(new)
        self.stage.course.take(new)
        self.stage.arrange(anew=False)

    def _say_state(self, case: Case) -> None:
        """What is large on a wall says as well whether it may leave the table."""
        self.state.setText(MARKINGS[case.state])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def show_to_room(window: QWidget) -> None:
    """Show a window full screen: on another screen than its parent's when there is one."""
    parent = window.parentWidget()
    own = parent.screen() if parent is not None else window.screen()
    screen = screen_for_room(QGuiApplication.screens(), own)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    window.activateWindow()


def screen_for_room(screens: Sequence[QScreen], own: QScreen) -> QScreen:
    """The first screen that is not the facilitator's own; that one when there is no other."""
    return next((screen for screen in screens if screen is not own), own)
