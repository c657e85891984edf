"""Addresses: streets with or without a number, and postbussen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints, lowered, word_list
from hgkm_desktop.privacy.phrases import is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_STREETS = (
    "straat|str|laan|weg|plein|plantsoen|kade|gracht|singel|dreef|hof|pad|dijk|steeg|baan|park"
    "|markt|ring|wal"
    "|oord|burg|veld|poort|haven|sloot|vaart|kamp|akker|berg|meent|erf|brink|gaarde|waard|dam"
    "|bos|heuvel|horst"
    "|eind|einde|laantje|straatje|pleintje|steegje|weide|zicht|hoek|hage|pas|rak|boulevard"
    "|passage|allee|chaussee"
)
_NUMBERED = re.compile(
    rf"(?<![^\W_])(?:[^\W\d_][\w'-]{{0,30}})?(?:{_STREETS})\.?(?: 19\d\d)? "
    r"(?:nr\.? ?|nummer |huisnummer |no\.? ?)?(?!(?:19|20)\d\d(?!\d))\d{1,4}"
    r"(?: ?-? ?(?:[a-h]|bis|hs|zw|rd|[ivx]{1,4}|\d{1,3}|\d?hoog|huis)(?![^\W_]))?"
    r"(?: (?:nr\.?|kamer|k|app|appartement|flat|unit) ?\d{1,4})?(?![^\W_]|[/.,]\d|%| (?:keer"
    r"|jaar|maal|km|m2|minuten|uur|mensen|dagen)\b)"
)
_BARE_STREETS = (
    r"(?:straat|str\.|laan|plein|plantsoen|kade|gracht|singel|dreef|steeg|boulevard|allee|hof|weg"
    r"|park|markt|dijk|pad|veld|erf|brink|gaarde|burg|wal)"
)
_BARE = re.compile(rf"(?<![^\W_])[^\W\d_][\w'-]{{2,30}}{_BARE_STREETS}(?![^\W_])")
_BEFORE_BARE = re.compile(
    r"\b(?:aan|op|in|van|uit|bij|naar|hele|over|door|achter|naast|om|langs|richting)(?: (?:de"
    r"|het|'t))? $"
)
_NAMED_BOX = re.compile(r"\bpostbus ?(?:nr\.? ?)?\d{1,6}|\bantwoordnummer \d{1,6}")
_FREE = re.compile(
    r"\b(?:adres|straat|woont op|wonen op|woonadres|verblijfadres|adres is)\b:? "
    r"((?:de |het )?[^\W\d_][\w'-]{2,30}(?: [^\W\d_][\w'-]{1,30}){0,3} \d{1,4} ?[a-h]?)(?![^\W_])"
)


def addresses(text: Text) -> Iterator[Found]:
    """Streets with a number, postbussen, and streets alone where someone is or lives."""
    for shape in (_NUMBERED, _NAMED_BOX, _FREE):
        for found in shape.finditer(text.lower):
            group = 1 if shape is _FREE else 0
            if _is_place(found[group].split()[0]):
                continue
            if group and not _is_street(text, found.start(1), found.end(1)):
                continue
            start = _where_the_street_begins(text, found.start(group))
            reason = "Dit is een adres. Zo is het huis te vinden."
            yield Found(start, found.end(group), FindingKind.ADRES, FindingCertainty.ZEKER, reason)
    yield from _bare(text)


def _is_place(word: str) -> bool:
    """Rotterdam and Limburg end as a street does."""
    return word in word_list("plaatsen") or word in lowered("plaatsen", "streken")


def _is_street(text: Text, start: int, end: int) -> bool:
    """Whether a capital or a word that nobody knows stands before the number."""
    return any(text.words[n].capital or text.strange[n] for n in text.within(start, end))


def _where_the_street_begins(text: Text, start: int) -> int:
    """The words before a street that belong to its name, by their capital: Burg. van Houtlaan."""
    street = text.within(start, start + 1)
    if not street or not text.words[street[0]].capital:
        return start
    first = street[0]
    for n in range(first - 1, max(-1, first - 5), -1):
        word = text.words[n]
        is_link = word.lower in ("van", "de", "der", "den", "ten", "ter", "v")
        if text.gap(n) not in (" ", ". ", ".") or not (is_link or is_capital(text, n)):
            break
        first = n if word.capital else first
    return text.words[first].start


def _bare(text: Text) -> Iterator[Found]:
    for found in _BARE.finditer(text.lower):
        if (
            _is_place(found[0])
            or found[0] in hints("geen_straat")
            or found[0].endswith(("gerechtshof", "schoolplein"))
        ):
            continue
        is_capital = text.plain[found.start()].isupper()
        is_placed = _BEFORE_BARE.search(text.lower[max(0, found.start() - 14) : found.start()])
        tells_street = re.search(
            r"(?:straat|laan|plantsoen|gracht|singel|dreef|steeg|kade|plein)$", found[0]
        )
        if (is_placed and (is_capital or tells_street)) or (is_capital and tells_street):
            certainty = FindingCertainty.WAARSCHIJNLIJK if is_capital else FindingCertainty.MOGELIJK
            reason = "Dit lijkt een straat. Buren weten dan wie er woont."
            yield Found(found.start(), found.end(), FindingKind.ADRES, certainty, reason)
