"""The samenvatting: what the printed gespreksnotitie will say, chosen and written by a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import Mark
from hgkm_desktop.ui.case.not_for_board import NotForBoard
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.fields import Checks, Field, Sentences, TextBlock, TextLine
from hgkm_desktop.ui.parts.form import CaseForm


class SummaryPage(CaseForm):
    """What the burgemeester and the wethouder will read; nothing is printed that is not here.

    Source: method of the gespreksnotitie (docs/bronnen.md, bron 1).
    """

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(document, parent)
        self._good = Checks(columns=1)
        self._bad = Checks(columns=1)
        self._risks = Checks(columns=1)
        self._differences = Checks(columns=1)
        self._not_for_board = NotForBoard(document)
        self._ask_story()
        self._ask_choices()
        self.form.end()
        document.case_changed.connect(self._offer)
        self._not_for_board.released.connect(self._risks.setFocus)
        if document.case is not None:
            self._offer(None, document.case)
        self.fill()

    def _ask_story(self) -> None:
        self.form.heading("Samenvatting voor burgemeester en wethouder")
        self.form.note(
            "Dit komt op de gespreksnotitie: twee pagina's en de tijdlijn. "
            "Lessen en acties komen er vanzelf bij."
        )
        self._bind(
            "title", "Eén regel als titel", TextLine(), "Leeg? Dan komt de titel van de casus erop."
        )
        self._bind(
            "sentences",
            "Het verhaal in vijf zinnen",
            Sentences(6),
            "Elke zin op een eigen regel. Meer dan vijf komt in een bijlage.",
        )
        self._bind("children", "Wat betekende dit voor de kinderen", TextBlock(4))
        self._bind(
            "questions", "Vragen voor het gesprek", Sentences(4), "Elke vraag op een eigen regel."
        )

    def _ask_choices(self) -> None:
        self.form.heading("Kies wat erop komt")
        self.form.note("De burgemeester leest de organisatie, nooit de functie.")
        self._bind_marks("Wat ging goed", self._good, Mark.GOED)
        self._bind_marks("Wat niet oké was", self._bad, Mark.NIET_OKE)
        self._bind_marks("Waar de veiligheid in het geding was", self._risks, Mark.RISICO)
        self._bind("verschil_ids", "Waar organisaties het anders zagen", self._differences)
        self.form.add_widget(self._not_for_board)

    def _bind(self, attribute: str, name: str, field: Field, hint: str = "") -> None:
        def get(case: Case) -> Any:  # noqa: ANN401 - any field of the summary
            return getattr(case.summary, attribute)

        def put(case: Case, value: Any) -> Case:  # noqa: ANN401
            return replace(case, summary=replace(case.summary, **{attribute: value}))

        self.bind(name, field, get, put, hint, key=attribute)

    def _bind_marks(self, name: str, field: Checks, mark: Mark) -> None:
        """Only the belevingen with this mark; those with another mark stay as they are chosen."""

        def get(case: Case) -> tuple[str, ...]:
            return _chosen(seen(case), mark)

        def put(case: Case, value: tuple[str, ...]) -> Case:
            others = [i for i in case.summary.beleving_ids if i not in get(case)]
            summary = replace(case.summary, beleving_ids=(*others, *value))
            return replace(case, summary=summary)

        self.bind(name, field, get, put)

    @Slot(object, object)
    def _offer(self, old: Case | None, new: Case | None) -> None:
        if new is None:
            return
        self._not_for_board.show_case(new)
        same = (
            old is not None
            and old.belevingen is new.belevingen
            and old.round == new.round
            and old.events is new.events
            and old.verschillen is new.verschillen
            and old.deelnemers is new.deelnemers
            and old.organisations is new.organisations
        )
        if not same:
            self._show_choices(new)

    def _show_choices(self, case: Case) -> None:
        case = seen(case)
        self._good.set_choices(_marks(case, Mark.GOED))
        self._bad.set_choices(_marks(case, Mark.NIET_OKE))
        self._risks.set_choices(_marks(case, Mark.RISICO))
        self._differences.set_choices([(v.id, v.about) for v in case.verschillen])
        self.fill(self._good, self._bad, self._risks, self._differences)


def _chosen(case: Case, mark: Mark) -> tuple[str, ...]:
    with_mark = {b.id for b in case.belevingen if b.mark is mark}
    return tuple(i for i in case.summary.beleving_ids if i in with_mark)


def _marks(case: Case, mark: Mark) -> Iterable[tuple[str, str]]:
    number_of = numbers(case)
    found = [b for b in case.belevingen if b.mark is mark]
    found.sort(key=lambda b: (number_of[b.event_id], b.seq))
    for beleving in found:
        deelnemer = case.deelnemer(beleving.deelnemer_id)
        organisation = case.organisation(deelnemer.organisation_id).name
        words = beleving.explanation or case.event(beleving.event_id).title_in_full
        yield beleving.id, f"{number_of[beleving.event_id]}  {organisation}: {words[:110]}"
