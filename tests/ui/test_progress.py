"""The scale and the log of a verbeteractie, in its dialog and in the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.terms import ActionStatus, Scale
from hgkm_desktop.ui.case.learning_pages import ACTIES
from hgkm_desktop.ui.parts.progress_field import ProgressField
from tests.builders import a_case_with
from tests.ui.keyboard import choose, press, tab_to, type_text

ACTIE = Verbeteractie("2" * 32, 1.0, "Wij bellen.", owner="politie", keeper="wethouder")
LATER = Progress(date(2026, 6, 1), ActionStatus.BEZIG, "halverwege")


def case_with(actie: Verbeteractie) -> Case:
    return a_case_with(actie)


def test_the_dialog_asks_for_the_scale_and_keeps_the_log(parent: QWidget) -> None:
    dialog = ACTIES.dialog(parent, case_with(ACTIE), ACTIE)
    given: list[Verbeteractie] = []
    dialog.given.connect(given.append)
    dialog.start()
    tab_to("Hoe ver reikt het")
    choose("r")
    tab_to("Stand toevoegen")
    press(Qt.Key.Key_Space)
    type_text("belronde gedaan")
    tab_to("Bewaren")
    press(Qt.Key.Key_Return)
    assert given[0].scale is Scale.REGIO
    assert given[0].log == (Progress(date.today(), ActionStatus.BEZIG, "belronde gedaan"),)


def test_the_log_goes_by_day_and_a_row_can_be_taken_away(parent: QWidget) -> None:
    field = ProgressField()
    field.setParent(parent)
    first = replace(LATER, on=date(2026, 3, 1), text="begonnen")
    field.set_value((LATER, first))
    assert field.value() == (first, LATER)
    field._rows[0].removed.emit()
    assert field.value() == (first,)


def test_a_row_without_a_day_is_refused(parent: QWidget) -> None:
    field = ProgressField()
    field.setParent(parent)
    field.set_value((LATER,))
    field._rows[0]._day.set_value(None)
    with pytest.raises(BadInput, match="op welke dag"):
        field.value()


def test_the_list_says_scale_and_the_last_that_was_said() -> None:
    actie = replace(ACTIE, scale=Scale.DISTRICT, log=(LATER,))
    assert ACTIES.words(case_with(actie), actie).splitlines() == [
        "Wij bellen.",
        "district · politie · bewaker wethouder · nog geen datum · open",
        "Voortgang op 1 juni 2026, bezig: halverwege",
    ]


def test_the_same_owner_and_keeper_stay_refused(parent: QWidget) -> None:
    dialog = ACTIES.dialog(parent, case_with(ACTIE), replace(ACTIE, keeper="Politie"))
    dialog.must_fit(case_with(ACTIE).put)
    with pytest.raises(BadInput, match="dezelfde"):
        dialog.made()
