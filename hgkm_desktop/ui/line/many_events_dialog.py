"""The form that changes several events at once; what is not chosen stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.terms import Audience, ChainPhase, FactStatus, SafetyPhase
from hgkm_desktop.ui.line.event_dialog import kind_choices
from hgkm_desktop.ui.parts.fields import Checks, Choice
from hgkm_desktop.ui.parts.form_dialog import FormDialog

UNCHANGED = "Niet wijzigen"


class ManyEventsDialog(FormDialog):
    """Only what makes sense for many events. `given(changes)` names the fields that change.

    The organisations to add are in it as `add_organisation_ids`; every other key is a field of
    an event with its new value.
    """

    def __init__(self, parent: QWidget, case: Case, count: int) -> None:
        events = count_text(count, "gebeurtenis", "gebeurtenissen")
        super().__init__(parent, f"{events} wijzigen")
        self.form.note(f"Wat u hier kiest, geldt voor {events}. De rest blijft zoals het is.")
        self._choose("kind", "Soort", kind_choices())
        organisations = [(o.id, o.name) for o in case.organisations]
        if organisations:
            self.ask("Organisatie toevoegen", Checks(organisations), _to_add)
        self._choose("fact_status", "Hoe zeker is het", _words(FactStatus))
        self._choose("is_pivotal", "Cruciaal punt", ((True, "ja"), (False, "nee")))
        self._choose("chain_phase", "Ketenfase", ((None, "geen"), *_words(ChainPhase)))
        self._choose("safety_phase", "Veiligheidsfase", ((None, "geen"), *_words(SafetyPhase)))
        self._choose("audience", "Voor wie is dit", _words(Audience))
        self._choose("is_shown", "Tonen op scherm en papier", ((True, "ja"), (False, "nee")))

    def _choose(self, attribute: str, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        changes = [({attribute: value}, words) for value, words in choices]
        self.ask(name, Choice([({}, UNCHANGED), *changes]), _as_they_are)


def _as_they_are(changes: dict[str, Any]) -> dict[str, Any]:
    return changes


def _to_add(organisation_ids: tuple[str, ...]) -> dict[str, Any]:
    return {"add_organisation_ids": organisation_ids} if organisation_ids else {}


def _words(terms: Iterable[Any]) -> list[tuple[Any, str]]:
    return [(term, term.label) for term in terms]
