"""The herleidbaarheidscheck itself: the layers in their order, each claiming what it finds."""

from __future__ import annotations

from collections.abc import Iterable

from hgkm_desktop.privacy.addresses import addresses
from hgkm_desktop.privacy.ages import ages
from hgkm_desktop.privacy.claims import Claims
from hgkm_desktop.privacy.codes import accounts, case_numbers, loose_numbers
from hgkm_desktop.privacy.dates import dates
from hgkm_desktop.privacy.file_names import file_names
from hgkm_desktop.privacy.findings import Finding, Found, Layer
from hgkm_desktop.privacy.house_numbers import house_numbers
from hgkm_desktop.privacy.institutions import institutions, regional_words
from hgkm_desktop.privacy.jobs import jobs
from hgkm_desktop.privacy.names import after_titles, called, initials, listed_names
from hgkm_desktop.privacy.origins import origins
from hgkm_desktop.privacy.places import places
from hgkm_desktop.privacy.plates import plates
from hgkm_desktop.privacy.postcodes import postcodes
from hgkm_desktop.privacy.public_numbers import public_numbers
from hgkm_desktop.privacy.shapes import bsns, emails, ibans, phones, urls
from hgkm_desktop.privacy.shelters import shelters
from hgkm_desktop.privacy.suggesting import suggestions
from hgkm_desktop.privacy.text import Text
from hgkm_desktop.privacy.unknown import unknown_words
from hgkm_desktop.privacy.whereabouts import whereabouts
from hgkm_desktop.privacy.word_names import word_names

LAYERS: tuple[Layer, ...] = (
    *(shelters, emails, urls, whereabouts, ibans, bsns, dates),
    *(plates, phones, case_numbers, postcodes, accounts, loose_numbers),
    *(ages, addresses, house_numbers, regional_words, institutions, initials, file_names),
    *(jobs, after_titles, origins, places, called, listed_names, word_names, unknown_words),
)


def check(text: str, roles: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything in a text that may tell who it is about, in order and without overlap.

    `roles` are the betrokkenen that the case already has: they are suggested first. An empty
    answer says that nothing was found, never that nobody can be recognised. Takes time in
    proportion to the length of the text.
    """
    read = Text(text)
    found = sorted(_claimed(read), key=lambda one: one.start)
    return tuple(_finding(read, one, tuple(roles)) for one in found)


def _claimed(text: Text) -> Iterable[Found]:
    """What the layers find where no layer before them did, and where no public number stands."""
    claims = Claims(text, public_numbers(text))
    for layer in LAYERS:
        for one in layer(text):
            claims.claim(one)
    return claims.found


def _finding(text: Text, found: Found, roles: tuple[str, ...]) -> Finding:
    start, end = text.span(found.start, found.end)
    instead = suggestions(text, found, roles)
    return Finding(start, end, found.kind, found.certainty, found.reason, instead)
