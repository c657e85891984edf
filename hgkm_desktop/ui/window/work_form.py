"""A page of fields that are texts of a work itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Field
from hgkm_desktop.ui.parts.form import ValueForm


class WorkForm(ValueForm):
    """Fields of the work on screen, by the names of its attributes."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document)
        self.show_of(shown)

    def ask_for(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        """A field for one attribute of the work."""

        def get(work: Work) -> Any:  # noqa: ANN401 - any field of the work
            return getattr(work, attribute)

        def put(work: Work, value: Any) -> Work:  # noqa: ANN401
            changed: dict[str, Any] = {attribute: value}
            return replace(work, **changed)

        self.bind(name, field, get, put, hint)
