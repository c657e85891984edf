"""Fields for one day: what they take, what they say back, and what they ask instead."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hgkm_desktop.errors import BadInput
from hgkm_desktop.ui.parts.date_fields import DayField, DeadlineField


def typed(qtbot: QtBot, field: DayField, text: str) -> DayField:
    qtbot.addWidget(field)
    field.line.setText(text)
    return field


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("1-3-2027", date(2027, 3, 1), "uiterlijk 1 maart 2027"),
        ("uiterlijk 1 mrt 2027", date(2027, 3, 1), "uiterlijk 1 maart 2027"),
        ("maart 2027", date(2027, 3, 31), "uiterlijk 31 maart 2027"),
        ("zomer 2027", date(2027, 8, 31), "uiterlijk 31 augustus 2027"),
        ("eind 2027", date(2027, 12, 31), "uiterlijk 31 december 2027"),
        ("2027", date(2027, 12, 31), "uiterlijk 31 december 2027"),
        ("  ", None, ""),
    ],
)
def test_a_deadline_is_the_last_day_of_what_was_typed(
    qtbot: QtBot, text: str, day: date | None, said: str
) -> None:
    field = typed(qtbot, DeadlineField(), text)
    assert field.value() == day
    assert field.reading.text() == said


@pytest.mark.parametrize(
    "text", ["voor de zomer van 2027", "rond maart 2027", "mrt-mei 2027", "vanaf 2027", "morgen"]
)
def test_a_deadline_that_is_none_asks_for_what_it_takes(qtbot: QtBot, text: str) -> None:
    field = typed(qtbot, DeadlineField(), text)
    with pytest.raises(BadInput, match="een dag of een maand, zoals 1-3-2027 of maart 2027"):
        field.value()
    for example in ("1-3-2027", "maart 2027"):  # what it advises, it takes
        field.line.setText(example)
        assert field.value() is not None


@pytest.mark.parametrize(
    "text", ["maart 2026", "circa 1-3-2026", "vroeger", "1-3-2026 tot mei 2026"]
)
def test_a_day_on_which_something_was_is_never_made_of_less(qtbot: QtBot, text: str) -> None:
    field = typed(qtbot, DayField(), text)
    with pytest.raises(BadInput, match="Typ hier een dag, bijvoorbeeld 1-3-2026"):
        field.value()
    field.line.setText("1-3-2026")
    assert field.value() == date(2026, 3, 1)


@pytest.mark.parametrize("kind", [DayField, DeadlineField])
def test_a_day_that_cannot_be_is_named(qtbot: QtBot, kind: type[DayField]) -> None:
    with pytest.raises(BadInput, match="31"):
        typed(qtbot, kind(), "31-2-2027").value()


@pytest.mark.parametrize("kind", [DayField, DeadlineField])
def test_a_day_that_is_kept_comes_back_as_it_was(qtbot: QtBot, kind: type[DayField]) -> None:
    field = typed(qtbot, kind(), "")
    field.set_value(date(2027, 3, 31))
    assert field.value() == date(2027, 3, 31)
