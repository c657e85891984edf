"""Digits that lead to a place or a device: coordinates, network addresses and rooms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_ZEKER = FindingCertainty.ZEKER
_DEGREES = re.compile(
    r"(?<![\w.,])(?:[nz]\.?\s?)?\d{1,2}[.,]\d{4,10}\s?°?\s?[nzs]?\s?[,;/]?\s?"
    r"(?:[ow]\.?\s?)?-?\d{1,3}[.,]\d{4,10}(?!\d)"
    r"|(?<![\w.,])\d{1,2}[.,]\d{2,10}\s?°\s?[nzs]?[\s,;/]{1,3}\d{1,3}[.,]\d{2,10}\s?°\s?[ewo]?\b"
    r"|(?<!\w)[nz] ?\d{1,2}[ °]{1,2}\d{1,2}[.,]\d{1,5}'?[ ,]{1,2}"
    r"[eow] ?\d{1,3}[ °]{1,2}\d{1,2}[.,]\d{1,5}"
    r"|(?<![\w.,])(?<!€ )5[0-3]\.\d{2,10}[,;]? ?[3-7]\.\d{2,10}(?![\d%])"  # in the Netherlands
    r"|(?<!\w)\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d{1,5})?\s?'(?:\s?\d{1,2}(?:[.,]\d{1,4})?\s?(?:\"|''))?"
    r"\s?[nozwes]?\b"
)
_WORDS_OF_A_PLACE = re.compile(
    r"(?:///|\bwhat3words[: ]{1,2})[^\W\d_]{2,20}(?:\.[^\W\d_]{2,20}){2}"
)
_ON_THE_MAP = "Dit wijst een plek op de kaart aan."
_DEVICE = re.compile(
    r"(?<![\w:.-])(?:[\da-f]{2}(?:[:-][\da-f]{2}){5}"
    r"|(?=[\da-f:]{0,40}\d)[\da-f]{1,4}(?:::?[\da-f]{1,4}){3,7}"
    r"|(?<=\bip )\d{1,3}(?:\.\d{1,3}){3}|(?<=\badres )\d{1,3}(?:\.\d{1,3}){3})(?![\w-])"
)
_ROOM = re.compile(
    r"\b(?:kamer|cel|celblok|unit|slaapplek|bed|box|kluis|kluisje)(?:nummer|nr)?\.?[\s:]{1,2}"
    r"(?!(?:19|20)\d\d\b)((?:[a-z]{1,2}[ .-]?)?\d{1,3}(?:[.-]\d{1,3})?[a-z]?)(?![\w%]|[.,/-]\d)"
)


def whereabouts(text: Text) -> Iterator[Found]:
    """Coordinates, addresses of a device in a network, and the room where someone stays."""
    for found in _WORDS_OF_A_PLACE.finditer(text.lower):
        yield Found(*found.span(), FindingKind.ADRES, _ZEKER, _ON_THE_MAP)
    if not text.has_digits:
        return
    for found in _DEGREES.finditer(text.lower):
        yield Found(*found.span(), FindingKind.ADRES, _ZEKER, _ON_THE_MAP)
    for found in _DEVICE.finditer(text.lower):
        reason = "Dit is het adres van een apparaat of een netwerk. Het leidt naar een huis."
        yield Found(*found.span(), FindingKind.URL, _ZEKER, reason)
    for found in _ROOM.finditer(text.lower):
        if sum(sign.isalnum() for sign in found[1]) >= _ROOM_SIGNS:
            reason = "Dit is een kamer of een cel. Zo is te zien waar iemand verblijft."
            yield Found(*found.span(1), FindingKind.ADRES, FindingCertainty.MOGELIJK, reason)


_ROOM_SIGNS = 3  # letters and digits: kamer 3 is one of many
