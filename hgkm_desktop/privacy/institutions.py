"""Schools, and organisations of one place, by the word before their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import abbreviations, hints, lexicon, regional, word_list
from hgkm_desktop.privacy.phrases import end_of_title, has_capital, is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_WITH_NAME = re.compile(
    r"(?:school|college|lyceum|gymnasium|mavo|atheneum|kindcentrum|kliniek|kerk|moskee"
    r"|ziekenhuis|hospice)$"
)
_COMMON_COMPOUND = re.compile(
    r"^(?:basis|hoge|middelbare|muziek|dans|rij|kunst|taal|avond|praktijk|koran|zondags"
    r"|zaterdag|week"
    r"|kleuter|voor|brug|vak|land|tuin|dorps|buurt|wijk|kost|sport|zwem|toneel|huishoud|jeugd"
    r"|nachts?|bijzondere?)"
)
_ARTICLES = frozenset({"de", "het", "'t", "t"})
_COMPANY = re.compile(
    r"(?<![^\W_])(?:[A-Z][a-z][\w'-]{1,30} ){1,4}(?:& (?:Zn|Zonen|Co|[A-Z]\w{1,20})|B\.?V\.?"
    r"|V\.?O\.?F\.?)(?![^\W_])"
)


def regional_words(text: Text) -> Iterator[Found]:
    """Words of the field that belong to one region."""
    if text.is_shouted:
        return
    for found in _regional_shape().finditer(text.plain):
        reason = "Deze naam hoort bij één streek. Zo is te zien waar het gezin woont."
        instead = (regional()[found[0]],)
        start, end = found.span()
        yield Found(start, end, FindingKind.ORGANISATIE, FindingCertainty.MOGELIJK, reason, instead)


@cache
def _regional_shape() -> re.Pattern[str]:
    longest_first = sorted(regional(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


@cache
def _schools() -> frozenset[str]:
    return hints("school") | hints("school_kort")


@cache
def _organisations() -> frozenset[str]:
    return hints("organisatie") | hints("organisatie_kort")


def institutions(text: Text) -> Iterator[Found]:
    """Schools and local organisations: the word that tells what it is, with the name after it."""
    for n, word in enumerate(text.words):
        if word.lower in _schools() or word.lower in _organisations():
            yield from _after(text, n)
            if word.lower in ("gymnasium", "lyceum", "scholengemeenschap") and word.capital:
                yield from _before(text, n)
        elif _is_named_school(text, n):
            last = end_of_title(text, n)
            first = _first_of_title(text, n)
            yield _school(text, first, last)
    for found in _COMPANY.finditer(text.plain):
        yield _organisation(text, *found.span())
    yield from _of_a_region(text)
    yield from _schools_in_small_letters(text)


_BEFORE_REGION = re.compile(
    r"\b(?:(veilig thuis|vt)|(?:politie )?eenheid|veiligheidshuis|zvh|ggd|parket|jeugdbescherming)"
    r" (?=([a-z]{2,5})(?![\w-]))"
)


def _of_a_region(text: Text) -> Iterator[Found]:
    """Veilig Thuis NOG, eenheid MN: the letters of a region after who works there."""
    if text.is_shouted:
        return
    for found in _BEFORE_REGION.finditer(text.lower):
        letters = text.plain[found.start(2) : found.end(2)]
        is_shouted = re.match(r" [A-Z]{2,}", text.plain[found.end(2) :][:4]) is not None
        if not letters.isupper() or is_shouted:
            continue
        is_new = found[1] and letters not in abbreviations() and not lexicon().knows(found[2])
        if is_new or found[2] in hints("streek_in_letters"):
            yield _organisation(text, found.start(), found.end(2), True)


_ON_SCHOOL = re.compile(r"\b(?:op|van|naar|bij|school) (?=(de|het|'?t) ([^\W\d_]{3,20})(?![\w-]))")
_TELLS_SCHOOL = re.compile(
    r"\b(?:zit|zitten|zat|zaten|school|juf|juffen|meester|leerkracht\w*|leraar|lerares|docent\w*"
    r"|mentor|ib-?er|ib'er|intern begeleider|directeur|directrice|klas|leerlingen?|groep \d"
    r"|[hmv]avo|vmbo|vwo|mbo|obs|bso|gaa?[tn]?|start|gestart|begint)\b"
    r"[^.;!?\n]{0,24}$"
)
_IN_A_CLASS = re.compile(r" (?:in )?(?:groep \d|de klas|klas \d|de brugklas)")


def _schools_in_small_letters(text: Text) -> Iterator[Found]:
    """Zit op de regenboog: what schools are often called, where a school is spoken of."""
    for found in _ON_SCHOOL.finditer(text.lower):
        is_told = _TELLS_SCHOOL.search(
            text.lower[max(0, found.start() - 44) : found.start() + len("school")]
        )
        if found[2] in hints("namen_van_scholen") and (
            is_told or _IN_A_CLASS.match(text.lower, found.end(2))
        ):
            start, end = found.start(1), found.end(2)
            yield _school_at(text, start, end, FindingCertainty.MOGELIJK)


def _before(text: Text, n: int) -> Iterator[Found]:
    """Stedelijk Gymnasium: the capital stands before the word for a school."""
    if n and text.gap(n - 1) == " " and has_capital(text, n - 1) and not text.words[n - 1].first:
        yield _school(text, n - 1, n)


def _after(text: Text, n: int) -> Iterator[Found]:
    """What follows the word: a capital, perhaps after an article."""
    here = n + 1
    word = text.words[n].lower
    is_school, is_short = word in _schools(), word in hints("school_kort")
    if here >= len(text.words) or text.gap(n) not in (" ", ": ", " (", ' "', " '", "-"):
        return
    article = (
        text.words[here].lower in _ARTICLES and here + 1 < len(text.words) and text.gap(here) == " "
    )
    name = here + 1 if article else here
    if text.words[here].first and text.gap(n) != ": ":
        return
    named = has_capital(text, name) or (article and is_capital(text, here) and here != name)
    loose = (is_short and (article or text.strange[name])) or (
        is_school and article and text.strange[name]
    )
    loose = loose or (word in hints("organisatie_kort") and text.strange[name])
    loose = loose or _is_loose(text, n, name, article, is_short)
    if not named and not loose:
        return
    last = end_of_title(text, name)
    if is_school:
        yield _school(text, n, last)
    else:
        yield _organisation(text, text.words[n].start, text.words[last].end)


def _is_loose(text: Text, n: int, name: int, article: bool, is_short: bool) -> bool:
    """Obs de wegwijzer, kdv kikkerland: small letters, and nothing before the word for a school."""
    word = text.words[name]
    if (
        name >= len(text.words)
        or word.first
        or word.lower in hints("na_een_school") | hints("gezin")
    ):
        return False
    if word.lower in hints("functiewoorden") | hints("werkwoorden") or name in text.of_the_field:
        return False
    if is_short and not article:
        return text.unlisted[name] and not word.lower.endswith(_FUNCTION)
    before = text.words[n - 1].lower if n and text.gap(n - 1) == " " else ""
    bare = before in ("", "bij", "van", "naar", "op", "met", "en", "via")
    bare = bare and text.words[n].lower in hints("naam_in_kleine_letters") | hints("school_kort")
    return article and bare and word.lower.isalpha() and len(word.lower) > 3


_FUNCTION = ("leidster", "leider", "medewerker", "medewerkster", "juf", "groep", "team", "plek")


def _is_named_school(text: Text, n: int) -> bool:
    """Julianaschool, Obbemacollege: a name and the word in one, with a capital."""
    word = text.words[n]
    if not _WITH_NAME.search(word.lower) or not is_capital(text, n):
        return False
    stem = _WITH_NAME.sub("", word.lower)
    if not stem:
        return n > 0 and is_capital(text, n - 1) and text.gap(n - 1) == " "
    return not _COMMON_COMPOUND.match(word.lower) and (not word.first or text.strange[n])


def _first_of_title(text: Text, n: int) -> int:
    while n and text.gap(n - 1) in (" ", "-", ". ") and is_capital(text, n - 1):
        n -= 1
    return n


def _school(text: Text, first: int, last: int) -> Found:
    likely = FindingCertainty.WAARSCHIJNLIJK
    return _school_at(text, text.words[first].start, text.words[last].end, likely)


def _school_at(text: Text, start: int, end: int, certainty: FindingCertainty) -> Found:
    reason = "Dit lijkt de naam van een school of opvang. Daar kent men het gezin."
    lower = text.plain[start:end].lower()
    return Found(
        start,
        end,
        FindingKind.SCHOOL,
        certainty,
        reason,
        _sort_of_school(lower),
    )


def _sort_of_school(lower: str) -> tuple[str, ...]:
    if re.search(r"kdv|bso|psz|peuter|opvang|dagverblijf|cr[eè]che|speelzaal", lower):
        return ("de kinderopvang",)
    if re.search(
        r"college|lyceum|gymnasium|mavo|vmbo|havo|vwo|isk|praktijk|middelbare|scholengem", lower
    ):
        return ("de middelbare school", "de school")
    if re.search(r"obs|cbs|rkbs|basis|bs\b|kleuter", lower):
        return ("de basisschool", "de school")
    return ("de school", "de basisschool", "de middelbare school")


def _organisation(text: Text, start: int, end: int, is_sure: bool = False) -> Found:
    """Of ordinary words only, as Stichting Jeugd of Rots & Water, it can be one of everywhere."""
    reason = "Dit lijkt een organisatie uit de buurt. Zo is te zien waar het gezin woont."
    is_sure = is_sure or any(_is_own(text, n) for n in text.within(start, end))
    likely, maybe = FindingCertainty.WAARSCHIJNLIJK, FindingCertainty.MOGELIJK
    return Found(start, end, FindingKind.ORGANISATIE, likely if is_sure else maybe, reason)


def _is_own(text: Text, n: int) -> bool:
    """A word that is not ordinary Dutch, or a place."""
    lower = text.words[n].lower
    is_called = lower in _ARTICLES and text.words[n].capital and not text.words[n].first
    is_place = text.words[n].capital and lower in word_list("plaatsen")
    return text.unlisted[n] or is_called or is_place
