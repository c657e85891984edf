"""The house colour on paper: always readable, whatever was chosen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hgkm_desktop.errors import BadInput
from hgkm_desktop.reports.writing.house_style import contrast, inks
from hgkm_desktop.reports.writing.page_style import COLOURS, DIMMED

colours = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")


def test_without_a_house_colour_nothing_changes() -> None:
    assert inks("") == {}


def test_a_dark_colour_is_printed_as_it_is() -> None:
    assert inks("#5C0F4C")[COLOURS.accent] == "#5c0f4c"


def test_our_own_colour_keeps_about_its_own_tints() -> None:
    for ours, printed in inks(COLOURS.accent).items():
        pairs = zip(bytes.fromhex(ours[1:]), bytes.fromhex(printed[1:]), strict=True)
        assert all(abs(one - other) <= 12 for one, other in pairs), (ours, printed)


def test_a_light_colour_is_darkened_and_keeps_its_hue() -> None:
    red, green, blue = bytes.fromhex(inks("#ffcc00")[COLOURS.accent][1:])
    assert red > green > blue == 0


@given(colours)
def test_every_colour_can_be_read_on_white_and_on_its_tint(colour: str) -> None:
    printed = inks(colour)
    accent, tint2 = printed[COLOURS.accent], printed[COLOURS.tint2]
    assert contrast(accent, COLOURS.paper) >= 7
    assert contrast(accent, tint2) >= 7
    assert contrast(COLOURS.soft, tint2) >= 4.5
    assert contrast(COLOURS.ink, printed[COLOURS.tint_rule]) >= 4.5
    assert contrast(printed[DIMMED.accent], COLOURS.paper) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("wrong", ["rood", "#12345", "#1234567", "0f4c5c", "#0f4c5g", " #0f4c5c"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput):
        inks(wrong)
