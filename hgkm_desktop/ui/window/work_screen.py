"""The screen of a study or a row of meetings: its header, and its parts as pages beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QVBoxLayout, QWidget

from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.case.step_signs import StepButton
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.file.saved_label import SavedLabel
from hgkm_desktop.ui.parts.flow import Flow
from hgkm_desktop.ui.parts.focus import focus_first
from hgkm_desktop.ui.parts.key_tips import tell_keys
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.parts.text import DANGER, GROUND_RULES, chip, label, show_chip

Page = tuple[str, Callable[[Document, WorkOnScreen], QWidget]]


class WorkScreen(QWidget):
    """The pages can be opened in any order; each is made when it is first looked at.

    `one` is what such a work is called: 'Onderzoek'.
    """

    def __init__(self, document: Document, work_id: str, one: str, pages: Sequence[Page]) -> None:
        super().__init__()
        self.document = document
        self.shown = WorkOnScreen(document, self, work_id)
        self._one, self._listed = one, tuple(pages)
        self._title, self._state = label("", level=1), chip()
        self._steps, self._stack = QButtonGroup(self), QStackedWidget()
        self._made: dict[int, QWidget] = {}
        self.header = self._make_header()
        self._lay_out()
        self._steps.idClicked.connect(self.show_page)
        self.shown.changed.connect(self._show_work)
        self.shown.page_wanted.connect(self.show_named)
        self._name()
        self.show_page(0)

    def _make_header(self) -> Flow:
        """A row to which each kind of work may add buttons of its own."""
        self._frame = QFrame()
        self._frame.setProperty("side", True)
        row = Flow(self._frame, (20, 9, 20, 9), 12)
        self._title.setWordWrap(False)
        row.addWidget(self._title)
        row.addWidget(self._state)
        row.add_room()
        row.addWidget(SavedLabel(self.document))
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._frame)
        bar = QWidget()
        row = Flow(bar, (14, 10, 8, 0), 2, down=2)
        for number, (name, _) in enumerate(self._listed):
            button = StepButton(f"{number + 1} {name}")
            tell_keys(button, name, f"Ctrl+{number + 1}")
            self._steps.addButton(button, number)
            row.addWidget(button)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    @property
    def page_count(self) -> int:
        return len(self._listed)

    @property
    def current_page(self) -> int:
        """The place, from 0, of the page that is shown."""
        return self._steps.checkedId()

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Open a page, by its place from 0."""
        if number not in self._made:
            inner = self._listed[number][1](self.document, self.shown)
            around = QWidget()
            column = QVBoxLayout(around)
            column.setContentsMargins(20, 14, 20, 14)
            if number == 0:
                column.addWidget(label(DANGER, quote=True))
                column.addWidget(label(GROUND_RULES, muted=True))
            column.addWidget(inner, 1)
            self._made[number] = around
            self._stack.addWidget(around)
        self._stack.setCurrentWidget(self._made[number])
        self._steps.button(number).setChecked(True)
        self.take_focus()

    def show_part(self, part_id: str) -> None:
        """Choose a part in the list where it stands, on whichever page; what comes of a work is
        on its last pages. Without such a list the first page is shown."""
        for number in reversed(range(self.page_count)):
            self.show_page(number)
            for listed in self._made[number].findChildren(RecordList):
                if listed.choose(part_id):
                    listed.take_focus()
                    return

    def show_named(self, name: str) -> bool:
        """Open the page with this name; False when there is none."""
        names = [one for one, _ in self._listed]
        if name in names:
            self.show_page(names.index(name))
        return name in names

    def take_focus(self) -> None:
        """Put the keyboard on the first thing of the page."""
        page = self._stack.currentWidget()
        if page is not None:
            focus_first(page)

    @Slot(object, object)
    def _show_work(self, old: Work | None, new: Work | None) -> None:
        if new is not None:
            self._name()

    def _name(self) -> None:
        work = self.shown.value
        if work is None:
            return
        self._title.setText(f"{self._one} {work.code}")
        is_shared = work.state is CaseState.DEELBAAR
        show_chip(self._state, work.state.label, warn=not is_shared)
