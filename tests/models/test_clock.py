"""Times of the day, as they are typed and as they are told."""

from __future__ import annotations

import pytest

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.clock import clock_text, duration_text, read_clock


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("13:30", 810), ("9.05", 545), (" 9u05 ", 545), ("14 uur", 840), ("0:00", 0), ("23:59", 1439)],
)
def test_a_time_is_read(typed: str, minutes: int) -> None:
    assert read_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["25:00", "24:00", "13:60", "99"])
def test_a_time_that_no_day_has_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="bestaat niet"):
        read_clock(typed)


@pytest.mark.parametrize("typed", ["half twee", "", "13:3", "1330", "-1:00", "13:30:00"])
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_clock(typed)
    assert "13:30" in refused.value.sentence


def test_times_are_told() -> None:
    assert [clock_text(m) for m in (545, 810, 1440 + 5)] == ["9:05", "13:30", "0:05"]
    told = [duration_text(m) for m in (1, 50, 60, 100)]
    assert told == ["1 minuut", "50 minuten", "1 uur", "1 uur en 40 minuten"]
