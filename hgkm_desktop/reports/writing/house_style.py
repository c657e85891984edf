"""The house colour of a municipality on paper: dark enough to read, with tints that go with it."""

from __future__ import annotations

import re

from hgkm_desktop.errors import BadInput
from hgkm_desktop.reports.writing.page_style import COLOURS, DIMMED

LEAST_CONTRAST = 7.0  # to 1, on white and on the darker tint: WCAG 2.2, 1.4.6
_TINT, _TINT2, _TINT_RULE = 0.08, 0.17, 0.4  # how much of the colour, the rest is white
_LEAST_DIMMED = 4.5  # to 1, on white: WCAG 2.2, 1.4.3
_STEP = 0.01
_COLOUR = re.compile("#[0-9a-fA-F]{6}")

_Rgb = tuple[float, float, float]  # from 0 to 1
_WHITE: _Rgb = (1.0, 1.0, 1.0)


def inks(accent: str) -> dict[str, str]:
    """Which colour is printed instead of which, as '#rrggbb', for this house colour.

    '' gives nothing: the colours stay. A colour that is too light is darkened. Raises BadInput
    when `accent` is not a colour.
    """
    if not accent:
        return {}
    if _COLOUR.fullmatch(accent) is None:
        raise BadInput(
            "De huiskleur is geen kleur.",
            todo="Schrijf een hekje met zes tekens: cijfers of de letters a tot en met f. "
            "Een voorbeeld is #0f4c5c.",
        )
    ink = _readable(_rgb(accent))
    return {
        COLOURS.accent: _hex(ink),
        COLOURS.tint: _hex(_mixed(ink, _TINT)),
        COLOURS.tint2: _hex(_mixed(ink, _TINT2)),
        COLOURS.tint_rule: _hex(_mixed(ink, _TINT_RULE)),
        DIMMED.accent: _hex(_dimmed(ink)),
    }


def contrast(one: str, other: str) -> float:
    """The contrast of two colours '#rrggbb', from 1 to 21 (WCAG 2.2, contrast ratio)."""
    return _contrast(_rgb(one), _rgb(other))


def _readable(colour: _Rgb) -> _Rgb:
    """The colour itself, or as much darker as it takes; what is printed is what is measured."""
    share = 1.0
    while True:
        ink = _rounded((colour[0] * share, colour[1] * share, colour[2] * share))
        tint2 = _rounded(_mixed(ink, _TINT2))
        if min(_contrast(ink, _WHITE), _contrast(ink, tint2)) >= LEAST_CONTRAST:
            return ink
        share -= _STEP


def _dimmed(ink: _Rgb) -> _Rgb:
    """The colour as light as it can be for what stands back."""
    share = 0.0
    while _contrast(_rounded(_mixed(ink, share)), _WHITE) < _LEAST_DIMMED:
        share += _STEP
    return _mixed(ink, share)


def _mixed(colour: _Rgb, share: float) -> _Rgb:
    red, green, blue = (1 - share * (1 - part) for part in colour)
    return red, green, blue


def _contrast(one: _Rgb, other: _Rgb) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: _Rgb) -> float:
    """How much light a colour gives, from 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> _Rgb:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return red, green, blue


def _rounded(colour: _Rgb) -> _Rgb:
    return _rgb(_hex(colour))


def _hex(colour: _Rgb) -> str:
    return "#" + bytes(round(255 * part) for part in colour).hex()
