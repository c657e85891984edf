"""The form that codes a factor on an event, on a beleving of it, or on the case as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.case import Case, in_order, numbers
from hgkm_desktop.models.in_depth import FactorCode
from hgkm_desktop.models.records import Event, new_id
from hgkm_desktop.models.rounds import seen
from hgkm_desktop.models.terms import FactorKind, Layer
from hgkm_desktop.ui.parts.fields import Choice, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.study.factor_field import ChosenFactor, FactorField, chosen_of

WHOLE_CASE = "De casus als geheel"
Place = tuple[str, str]  # the id of an event and of a beleving; both empty for the case


class FactorDialog(RecordDialog):
    """Asks for a factor; of one in the library the kind and the layer are as it says there.

    `only` is the one event that it can be about, with its belevingen; '' for all of the case.
    """

    def __init__(self, parent: QWidget, case: Case, code: FactorCode, only: str = "") -> None:
        super().__init__(parent, "Factor", code)
        self._factor = FactorField()
        self._factor.set_value(chosen_of(code))
        self._kind, self._layer = Choice(FactorKind), Choice(Layer)
        self._own = (code.kind, code.layer)
        self.ask(
            "Factor", self._factor, _chosen_values, "Pijl omlaag en omhoog kiezen uit de lijst."
        )
        self.ask_for("kind", "Soort", self._kind)
        self.ask_for("layer", "Laag", self._layer)
        here = (code.event_id, code.beleving_id)
        places = _places(seen(case), only)
        if here not in {known for known, _ in places}:  # a blind round hides its beleving now
            places.append((here, place_words(seen(case), code)))
        place = Choice(places)
        place.set_value(here)
        self.ask("Waarbij", place, _place_values)
        self.ask_for("note", "Toelichting", TextBlock(2))
        self._factor.changed.connect(self._follow)
        self._kind.changed.connect(self._remember)
        self._layer.changed.connect(self._remember)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what the library says of the chosen factor; of one's own it can be chosen."""
        factor = self._factor.chosen()
        kind, layer = self._own if factor is None else (factor.kind, factor.layer)
        self._kind.set_value(kind)
        self._layer.set_value(layer)
        for field in (self._kind, self._layer):
            field.setEnabled(factor is None)

    @Slot()
    def _remember(self) -> None:
        self._own = (self._kind.value(), self._layer.value())


def new_code(case: Case, event_id: str = "") -> FactorCode:
    """A code without a factor yet, of an event or of the case as a whole."""
    return FactorCode(new_id(), case.next_seq(FactorCode), event_id=event_id)


def place_words(case: Case, code: FactorCode) -> str:
    """'3 politie rukt uit, beleving van school': what a factor was seen in."""
    if not code.event_id:
        return WHOLE_CASE
    event = case.event(code.event_id)
    words = f"{numbers(case)[event.id]}  {event.title_in_full}"
    beleving = next((b for b in case.belevingen if b.id == code.beleving_id), None)
    if beleving is None:
        return words
    return f"{words}, beleving van {case.deelnemer_name(case.deelnemer(beleving.deelnemer_id))}"


def _places(case: Case, only: str) -> list[tuple[Place, str]]:
    events = [e for e in in_order(case) if not only or e.id == only]
    whole: list[tuple[Place, str]] = [] if only else [(("", ""), WHOLE_CASE)]
    return [*whole, *(place for event in events for place in _places_at(case, event))]


def _places_at(case: Case, event: Event) -> Iterable[tuple[Place, str]]:
    """The event itself, and each beleving of it in the order of the table."""
    number = numbers(case)[event.id]
    yield (event.id, ""), f"{number}  {event.title_in_full[:60]}"
    for deelnemer in case.deelnemers:
        beleving = case.beleving(event.id, deelnemer.id)
        if beleving is not None:
            words = f"{number}  beleving van {case.deelnemer_name(deelnemer)}"
            yield (event.id, beleving.id), words


def _chosen_values(chosen: ChosenFactor) -> dict[str, Any]:
    return {"factor_id": chosen.factor_id, "own_words": chosen.own_words}


def _place_values(place: Place) -> dict[str, Any]:
    event_id, beleving_id = place
    return {"event_id": event_id, "beleving_id": beleving_id}
