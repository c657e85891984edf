"""One value of the open file as a page sees it: the case on screen, a study, a row of meetings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document.document import Document


class OnScreen(QObject):
    """`changed(old, new)` comes with every edit, undo and redo; None stands for no value.

    It lives as long as the page that it is made for.
    """

    changed = Signal(object, object)

    def __init__(self, document: Document, page: QObject) -> None:
        super().__init__(page)
        self.document = document

    @property
    def value(self) -> Any:  # noqa: ANN401 - pages know which kind of value theirs is
        """What is on screen now, or None."""
        raise NotImplementedError

    def edit(self, label: str, value: Any) -> None:  # noqa: ANN401
        """Put another value in its place; `label` names the edit for undo."""
        self.document.edit(label, value)


class CaseOnScreen(OnScreen):
    """The case that is chosen at the left, whichever that is."""

    def __init__(self, document: Document, page: QObject) -> None:
        super().__init__(document, page)
        document.case_changed.connect(self.changed)

    @property
    def value(self) -> Case | None:
        return self.document.case


class WorkOnScreen(OnScreen):
    """One study or row of meetings, by its id; `case_wanted(case id)` asks to go to a case.

    `new_wanted(made)` asks for a new work that comes of it: what makes it of an id, code and day.
    `page_wanted(name)` asks for another page of it.
    """

    case_wanted = Signal(str)
    page_wanted = Signal(str)
    new_wanted = Signal(object)

    def __init__(self, document: Document, page: QObject, work_id: str) -> None:
        super().__init__(document, page)
        self._id = work_id
        document.work_changed.connect(self._follow)

    @property
    def value(self) -> Work | None:
        return self.document.work_of(self._id)

    @Slot(object, object)
    def _follow(self, old: Work | None, new: Work | None) -> None:
        if self._id in {work.id for work in (old, new) if work is not None}:
            self.changed.emit(old, new)
