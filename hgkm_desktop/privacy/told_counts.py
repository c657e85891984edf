"""Small counts of people, households or reports that someone typed in a sentence about figures.

In a table they become '<5'; in a sentence nobody sees them but who reads it. So this only asks to
look: it may as well be a number of a sample, or of another place.
Source: de methode, cijfers in beeld (docs/bronnen.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.small_counts import USUAL_THRESHOLD
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_SPOKEN = {"één": 1, "eén": 1, "twee": 2, "beide": 2, "tweetal": 2, "drie": 3, "drietal": 3}
_SPOKEN |= {"vier": 4, "viertal": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
_SPOKEN |= {"tien": 10, "elf": 11, "twaalf": 12}
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,8}}|{'|'.join(sorted(_SPOKEN, key=len)[::-1])})"
_PEOPLE = (
    r"(?:[a-z]{2,12}-?)?(?:gezin(?:nen)?|huishoudens?)|inwoners?|mensen|perso(?:on|nen)|vrouw(?:en)?"
    r"|man(?:nen)?|meisjes?|jongens?|jongeren|volwassenen?|kind(?:eren)?|minderjarigen?|ouders?"
    r"|moeders?|vaders?|slachtoffers?|(?:ex-)?plegers?|daders?|verdachten?|bewoners?|cliënt(?:en)?"
    r"|uithuisgeplaatsten?|betrokkenen?"
)
_REPORTS = (
    r"(?:[a-z]{2,4}-|zorg)?melding(?:en)?|aangiftes?|aangiften|adviezen|advies|taxaties?"
    r"|risicotaxaties?|(?:straf|hg-|om-)zaken|huisverbod(?:en)?|thv'?s|adres(?:sen)?|woning(?:en)?"
    r"|incident(?:en)?|overtreding(?:en)?|sepots?|verlenging(?:en)?"
)
_WHO = rf"(?:{_PEOPLE}|{_REPORTS})(?![\w-])"
_BETWEEN = r"(?:\w+e,? ){0,2}"  # who is counted may be 'herhaalde' or 'andere'
_COUNT = re.compile(
    rf"(?<![\w,.%/<>-])(?P<part>{_NUMBER})"
    rf"(?: (?:van|op|uit) (?:de |het |alle |in totaal )*(?P<whole>{_NUMBER}))? {_BETWEEN}{_WHO}"
    r"(?! (?:of meer|of vaker|per )| \d{4})"
)
_ONE_OF_MANY = re.compile(rf"\b(?:slechts|maar|niet meer dan) een {_BETWEEN}{_WHO}")
_AFTER = re.compile(
    rf"(?<![\w-])(?:{_PEOPLE}|{_REPORTS})(?: ?[:=(] ?| (?:was|waren|is) (?:er )?)"
    rf"(?P<part>{_NUMBER})(?![\w%:/-]|[.,]\d| (?:keer|maal|jaar|maanden|weken|dagen|procent))"
)
_RANGE_BEFORE = re.compile(r"\b(?:met|elke|iedere|om de|minstens|ten minste|dan) $")
_CAN_BE = re.compile(r"[^.!?;:]{0,25}\bk(?:an|unnen)\b")
_REASON = (
    "Hier lijkt een klein aantal te staan. In een tabel wordt dat <5, in een zin niet. Kijk of het "
    "iemand kan aanwijzen: schrijf dan ‘enkele’ of laat het weg."
)


def told_counts(text: Text, threshold: int = USUAL_THRESHOLD) -> Iterator[Found]:
    """Numbers from 1 to below the threshold, in digits or in words, of people or what is reported.

    So is a part of which the rest is so small: '40 van de 42 gezinnen'. Years, shares, halves of a
    year and how often something was are none, and neither is 'een gezin', which counts nobody.
    """
    for shape in (_COUNT, _AFTER):
        for found in shape.finditer(text.lower):
            if _is_small(found, threshold) and not _is_of_a_kind(text, found):
                yield _found(found)
    yield from map(_found, _ONE_OF_MANY.finditer(text.lower))


def _is_small(found: re.Match[str], threshold: int) -> bool:
    part, whole = _value(found["part"]), _value(found.groupdict().get("whole") or "0")
    return 0 < part < threshold or 0 < whole - part < threshold or 0 < whole < threshold


def _is_of_a_kind(text: Text, found: re.Match[str]) -> bool:
    """'gezinnen met drie kinderen' and 'minstens twee meldingen' say which, not how many; and 'over
    één gezin kan vaker worden gemeld' is of any."""
    before = text.lower[max(0, found.start() - 14) : found.start()]
    is_any = _value(found["part"]) == 1 and _CAN_BE.match(text.lower, found.end()) is not None
    return is_any or _RANGE_BEFORE.search(before) is not None


def _value(words: str) -> int:
    return _SPOKEN[words] if words in _SPOKEN else int(words.replace(".", ""))


def _found(found: re.Match[str]) -> Found:
    certainty = FindingCertainty.MOGELIJK
    return Found(*found.span(), FindingKind.AANTAL, certainty, _REASON)
