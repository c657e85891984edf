"""Places, neighbourhoods and regions, and the adjectives that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import hints, lowered, word_list
from hgkm_desktop.privacy.phrases import is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text, Word

_MOST_WORDS = 5  # in the name of a place
_WHERE = re.compile(
    r"(?:^|[^\w])(?:in|te|uit|vanuit|naar|bij|rond|op|station|politie|gemeente|van|nabij"
    r"|omgeving|richting|eenheid|basisteam|rechtbank)\s['\"(]?$"
)
_LIVES = re.compile(
    r"(?:\b(?:woon\w*|wonen\w*|woont|woonde|verhuis\w*|komt|kwam|afkomstig|geboren|verbl[ij]\w+"
    r"|eerstehulp|seh|ziekenhuis|zit|vast|huis|school"
    r"|opgegroeid|familie|flat|pi|azc|cel|ouders|zus|broer|oma|opa|tante|adres|politie|melding"
    r"|gezin|trein|bus|halte)"
    r" (?:\w{1,12} ){0,2}(?:in|uit|naar|te|vanuit) $)|(?:^|[^\w])(?:station|gemeente|politie"
    r"|wijkteam|rechtbank|basisteam) $"
)
_WEAK = re.compile(r"(?:^|[^\w])(?:van|op|bij|rond)\s['\"(]?$")
_IN = re.compile(r"(?:^|[^\w])(?:in|te|uit|vanuit|nabij) $")
_REASON = "Dit is een plaats of streek. Die maakt de kring van gezinnen klein."
_SKIP = frozenset(
    {"nederland", "holland", "regio", "wijk", "dorp", "stad", "centrum"}
    | {"noord", "zuid", "oost", "west"}
)


@cache
def _places() -> frozenset[str]:
    found = lowered("plaatsen", "plaatsen") | lowered("plaatsen", "wijken")
    found |= lowered("plaatsen", "streken") | word_list("plaatsen")
    return frozenset(place.lstrip("'") for place in found) - _SKIP


@cache
def _first_words() -> frozenset[str]:
    """The words that a name of more than one word begins with."""
    return frozenset(re.split(r"[ '-]", place)[0] for place in _places() if " " in place) | {"s"}


@cache
def _in_lower_case() -> frozenset[str]:
    return _ambiguous() | lowered("plaatsen", "plaatsen") | lowered("plaatsen", "streken")


@cache
def _ambiguous() -> frozenset[str]:
    return lowered("plaatsen", "ook_gewoon_woord")


def places(text: Text) -> Iterator[Found]:
    """Places by name, by what stands before them, and as an adjective."""
    taken = -1
    for n, word in enumerate(text.words):
        if n <= taken or n in text.of_the_field:
            continue
        last = _longest(text, n)
        certainty = _certainty(text, n, last) if last is not None else None
        if last is not None and certainty is not None:
            taken = last
            yield _place(word.start, text.words[last].end, certainty)
        elif (certainty := _by_form(text, n)) is not None:
            yield _place(word.start, word.end, certainty)


_DISTRICTS = ("buurt", "wijk", "kwartier")
_DISTRICT = re.compile(r"^[^\W\d_]{4,20}(?:buurt|wijk|kwartier)$")


def _by_form(text: Text, n: int) -> FindingCertainty | None:
    """How certain a word is a place by how it ends or what stands before it."""
    word = text.words[n]
    if _is_adjective(text, n):
        is_sure = word.capital or word.lower in lowered("plaatsen", "afgeleid")
        return FindingCertainty.WAARSCHIJNLIJK if is_sure else FindingCertainty.MOGELIJK
    is_so_called = word.lower.endswith(_DISTRICTS) and _DISTRICT.match(word.lower) is not None
    in_district = is_so_called and word.lower not in hints("geen_straat")
    if in_district and _before(text, word).endswith((" de ", " het ")):
        return FindingCertainty.MOGELIJK
    if text.strange[n] and is_capital(text, n) and _IN.search(_before(text, word)):
        return FindingCertainty.WAARSCHIJNLIJK
    return None


def _longest(text: Text, n: int) -> int | None:
    """The number of the last word of the longest place that begins with word `n`."""
    start = text.words[n].start
    most = _MOST_WORDS if text.words[n].lower in _first_words() else 1
    for last in range(min(n + most, len(text.words)) - 1, n - 1, -1):
        typed = text.lower[start : text.words[last].end].lstrip("'")
        if typed in _places() or (
            last == n and typed.split("-")[0] in _places() and "-" in typed and text.strange[n]
        ):
            return last
    return None


def _certainty(text: Text, n: int, last: int) -> FindingCertainty | None:
    """How certain a word that can be a place is one here; None when it is an ordinary word."""
    word = text.words[n]
    before = _before(text, word)
    capital = is_capital(text, n)
    has_strange = any(text.unlisted[n : last + 1])
    typed = text.lower[word.start : text.words[last].end]
    if last > n:
        all_known = not has_strange and not capital
        return (
            None
            if all_known and not _LIVES.search(before) and typed not in _own_phrases()
            else FindingCertainty.WAARSCHIJNLIJK
        )
    if has_strange and typed not in _ambiguous():
        return FindingCertainty.WAARSCHIJNLIJK
    if capital and not word.first and _WHERE.search(before):
        is_weak = _WEAK.search(before) is not None  # de kracht van Balans
        return FindingCertainty.MOGELIJK if is_weak else FindingCertainty.WAARSCHIJNLIJK
    if not capital and _LIVES.search(before) and typed in _in_lower_case():
        return FindingCertainty.MOGELIJK
    if capital and word.first and typed not in _ambiguous() and has_strange:
        return FindingCertainty.WAARSCHIJNLIJK
    if (
        not capital
        and typed in lowered("plaatsen", "wijken")
        and typed not in _ambiguous()
        and _WHERE.search(re.sub(r"(?:de|het) $", "", before))
    ):
        return FindingCertainty.WAARSCHIJNLIJK
    return None


@cache
def _own_phrases() -> frozenset[str]:
    own = lowered("plaatsen", "plaatsen") | lowered("plaatsen", "streken")
    return frozenset(name for name in own if " " in name)


def _is_adjective(text: Text, n: int) -> bool:
    word = text.words[n]
    if not text.strange[n]:
        derived = word.lower in lowered("plaatsen", "afgeleid")
        return derived and (is_capital(text, n) or word.lower in hints("streek_in_kleine_letters"))
    parts = word.lower.split("-")
    return (
        word.lower in lowered("plaatsen", "afgeleid")
        or parts[-1] in lowered("plaatsen", "afgeleid")
        or any(stem in _places() for stem in _stems(word.lower))
    )


def _stems(word: str) -> Iterator[str]:
    """The places that an adjective or the name of its people can come from."""
    for ending in ("se", "s", "er", "ers", "sche", "aar", "aars", "enaar", "enaren"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield from (stem, stem + "e", stem + "en", stem + stem[-1] + "e", stem + stem[-1] + "en")
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if len(stem) > 4 and stem[-2] == stem[-3]:
            yield stem[:-2] + stem[-1] + "en"
            yield stem[:-2] + stem[-1] + "e"


def _before(text: Text, word: Word) -> str:
    return text.lower[max(0, word.start - 40) : word.start]


def _place(start: int, end: int, certainty: FindingCertainty) -> Found:
    return Found(start, end, FindingKind.PLAATS, certainty, _REASON)
