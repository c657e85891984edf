"""Houses that are told by their number alone: the twins of nr 12, nr 12 en 12a."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_ONE = (
    r"(?!(?:11[2-4]|144|0\d*)\b)\d{1,4}(?: ?[a-h]|-(?:[a-h]|[ivx]{1,3}|\d{1,2}|hs))?"
    r"(?![\w%]|[.,/]\d)"
)
_NUMBER = (
    rf"(?:huis)?(?:nummers?|nrs?)\.? ?{_ONE}(?:(?:, ?| en | & | of |/| t/m | tot )"
    rf"(?:(?:nummer|nr)\.? ?)?{_ONE}){{0,4}}"
)
_BESIDE = re.compile(
    rf"\b(?P<before>van|op|naast|tegenover|achter|boven|onder|uit|bij|naar|tussen|buren|buurvrouw"
    rf"|buurman|overburen|bewoners?|huisnummers?:?)(?: de)? (?P<number>{_NUMBER})"
)
_WITH_A_LETTER = re.compile(
    r"\b(?P<number>(?:huis)?(?:nummers?|nrs?)\.? ?\d{1,4} (?:en|of|&) \d{1,4} ?[a-h])(?!\w)"
)
_OF_A_LIST = re.compile(
    r" ?(?:van|uit|in|op) (?:de|het|een|deze|dit|die|onze|mijn|haar|zijn|hun|bijlage) "
    r"(?!straat|\w*flat|galerij|rij|portiek|hof|laan|hoek|overkant|begane|\w*verdieping|buurt)"
    r"|[:)] |\)$| ?(?:euro|%|keer|jaar|uur|minuten)\b"
)
_LIVES = re.compile(
    r"\b(?:woon\w*|wonen\w*|huis|buren|buur\w+|bewoners?|overlast|tweeling|drieling|kinderen|kind"
    r"|mensen|gezin|familie|vrouw|man|moeder|vader|jongens?|meisjes?|jongetje|zoon|dochter|ouders"
    r"|stel|mevrouw|meneer|heer|oma|opa|hond|deur|lawaai|ruzie|geluid|geschreeuw|melding|tuin)"
    r"(?: \w{1,9}){0,1} $"
)
_SURE_PLACE = frozenset({"naast", "tegenover", "buren", "buurvrouw", "buurman", "overburen"})
_REASON = "Dit is het nummer van een huis. Buren weten dan wie er woont."


def house_numbers(text: Text) -> Iterator[Found]:
    """Numbers of houses after a word that tells where, and in a row with a letter."""
    if not text.has_digits:
        return
    for shape in (_BESIDE, _WITH_A_LETTER):
        for found in shape.finditer(text.lower):
            if _OF_A_LIST.match(text.lower, found.end()):
                continue
            if shape is _WITH_A_LETTER or _is_of_a_house(text, found):
                maybe = FindingCertainty.MOGELIJK
                yield Found(*found.span("number"), FindingKind.ADRES, maybe, _REASON)


def _is_of_a_house(text: Text, found: re.Match[str]) -> bool:
    """Buren van nr 8; after another word than one of a house or people only two digits count."""
    before = found["before"]
    if before in _SURE_PLACE or before.startswith(("bewoner", "huisnummer")):
        return True
    left = text.lower[max(0, found.start() - 30) : found.start()]
    if _LIVES.search(left):
        return True
    is_long = len(re.sub(r"\D", "", found["number"])) > 1
    return is_long and not _counts(left) and before not in ("bij", "tussen")


def _counts(left: str) -> bool:
    """Het antwoord van nr 12: a thing that is numbered."""
    word = re.search(r"([^\W\d_]+) $", left)
    return word is not None and word[1].endswith(tuple(hints("genummerd") | hints("in_een_lijst")))
