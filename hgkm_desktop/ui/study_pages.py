"""The pages of a casuïstiekonderzoek."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hgkm_desktop.models.study import Study
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import Field, TextBlock, TextLine
from hgkm_desktop.ui.form import ValueForm
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.work_screen import Page


class PlanPage(ValueForm):
    """What is asked, and steps 1 to 3: literature, places where cases are spoken of, and types.

    Source: casuïstiekonderzoek, onderzoeksopzet (docs/bronnen.md, bron 3).
    """

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document)
        self.show_of(shown)
        self.form.heading("Opzet van het onderzoek")
        self._bind("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
        self._bind("question", "Wat wilt u weten", TextBlock(3))
        self._bind("literature", "Wat zegt de literatuur", TextBlock(4))
        self._bind("places", "Waar worden casussen besproken", TextBlock(4))
        self.form.end()
        self.fill()

    def _bind(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def get(study: Study) -> Any:  # noqa: ANN401 - any field of the study
            return getattr(study, attribute)

        def put(study: Study, value: Any) -> Study:  # noqa: ANN401
            return replace(study, **{attribute: value})

        self.bind(name, field, get, put, hint)


STUDY_PAGES: tuple[Page, ...] = (("Opzet", PlanPage),)
