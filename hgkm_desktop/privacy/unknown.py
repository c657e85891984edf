"""The closed world: a word that is not ordinary Dutch, or a capital where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import (
    abbreviations,
    field_words,
    hints,
    lexicon,
    lowered,
    word_list,
)
from hgkm_desktop.privacy.phrases import abstract_endings, end_of_name, is_capital
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_FEWEST_LETTERS = 3
_LONGEST_ABBREVIATION = 5
_LONG_WORD, _LONGEST_WORD = 8, 30  # letters: in shorter words a name is too near
_SHORT_WORD = 5  # letters: in these only a slip in a word that is used often counts
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWEL = re.compile("[aeiouyáéíóúàèäëïöüâêîôûåæøœı]")
_MIXED = re.compile(r"[a-z][A-Z]")  # JenV, hOvJ
_OF_A_LAW = re.compile(r"W[b-df-hj-np-tv-z]{2,5}$")  # Wtcg, Wjsg: no one is called so
_BY_PLACE = re.compile(r"\b(?:bij|op|naar|van|in|uit|te|via|aan)(?: (?:de|het|'t))? $")
_ARTICLES = frozenset(
    {"de", "het", "'t", "t", "een", "sint", "st", "la", "el", "al", "ons", "onze"}
)
_UNKNOWN = "Dit woord kennen wij niet. Het kan een naam zijn, of een typefout."
_CAPITAL = "Midden in een zin staat een hoofdletter. Het kan een naam zijn."


def unknown_words(text: Text) -> Iterator[Found]:
    """Every word that nobody may need, unless an earlier layer has it."""
    taken = -1
    for n, word in enumerate(text.words):
        if n <= taken:
            continue
        if text.strange[n] and not _is_abbreviation(text, n) and not _is_slip(text, n):
            taken = end_of_name(text, n)
            yield _maybe(text, n, taken, _UNKNOWN)
        elif is_capital(text, n) and not word.first and not _is_ordinary_capital(text, n):
            taken = end_of_name(text, n)
            yield _maybe(text, n, taken, _CAPITAL)


def _is_abbreviation(text: Text, n: int) -> bool:
    word = text.words[n]
    if (
        not word.capital
        and all(len(part) <= _LONGEST_ABBREVIATION for part in word.text.split("-"))
        and word.lower.isascii()
        and not _VOWEL.search(word.lower)
    ):
        return True
    if len(word.text) < _FEWEST_LETTERS and not (word.capital and not word.shouted):
        return True
    if _OF_A_LAW.match(word.text):
        return True
    if (not word.capital or word.first) and _is_cut_short(text, n):
        return True
    if _is_without_vowels(word.lower):
        return True
    head = re.split("[-']", word.text)[0]
    if "-" in word.text and head.isupper() and lexicon().knows(word.lower.rpartition("-")[2]):
        return True
    if len(word.text) <= _LONGEST_ABBREVIATION and _MIXED.search(word.text):
        return True
    if head in abbreviations() or (head.isupper() and len(head) <= _LONGEST_ABBREVIATION):
        return word.text.lower() not in word_list("namen") or len(word.text) < 4
    return False


def _is_without_vowels(word: str) -> bool:
    """Vb, Ktr, Gzn: nobody is called so, except who is in the lists."""
    is_short = 2 <= len(word) <= _SHORT_WORD - 1 and word.isascii() and word.isalpha()
    return is_short and not _VOWEL.search(word) and word not in word_list("namen")


def _is_cut_short(text: Text, n: int) -> bool:
    """Gespr. gehad: a short word with a full stop after which the sentence goes on."""
    word = text.words[n]
    goes_on = re.match(r"\. [a-z]", text.plain[word.end : word.end + 3]) is not None
    is_short = len(word.text) <= _LONGEST_ABBREVIATION
    return goes_on and is_short and word.lower not in word_list("namen")


def _is_slip(text: Text, n: int) -> bool:
    """A typing error in a long ordinary word, in lower case: veilighied, gesprk, hulpverleening."""
    word = text.words[n].lower
    if text.words[n].capital or not _SHORT_WORD <= len(word) <= _LONGEST_WORD:
        return False
    if word in word_list("namen"):
        return False
    if len(word) < _LONG_WORD:
        return any(other in _frequent() for other in _nearly(word))
    nearly = chain(_nearly(word), _with_another_letter(word) if len(word) > _LONG_WORD else ())
    return any(lexicon().is_listed(other) for other in nearly)


@cache
def _frequent() -> frozenset[str]:
    """Words of the field and small words: a short word near one of them is a typing error."""
    near = field_words() | hints("functiewoorden") | hints("werkwoorden") | hints("gezin")
    near |= hints("titels") | hints("voor_een_naam") | hints("organisatie") | hints("school")
    return frozenset(word for word in near if len(word) >= _SHORT_WORD) - word_list("namen")


def _with_another_letter(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield from (word[:at] + letter + word[at + 1 :] for letter in _LETTERS)


def _nearly(word: str) -> Iterator[str]:
    """The word with two letters the other way round, one letter fewer, and one letter more."""
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        yield left + right[1:2] + right[:1] + right[2:]
        yield left + right[1:]
        yield from (left + letter + right for letter in _LETTERS)


def _is_ordinary_capital(text: Text, n: int) -> bool:
    """One letter, or a word with a capital after a colon or an opening bracket."""
    word = text.words[n]
    if len(word.text) < 2 or _is_heading(text, n) or _is_of_a_car(text, n):
        return True
    if _is_without_vowels(word.lower):
        return True
    if _OF_A_LAW.match(word.text):
        return True
    if _MIXED.search(word.text) and word.text[-1].isupper() and _is_abbreviation(text, n):
        return True  # LdH, RvdK
    before = text.plain[max(0, word.start - 2) : word.start]
    return before.endswith(("(", '"', "'", ": ", "- ", "= ")) and not text.strange[n]


def _is_of_a_car(text: Text, n: int) -> bool:
    """Zwarte Polo, een auto (Kia): a car that someone can be called as well."""
    if not n or text.words[n].lower not in lowered("domein", "merken"):
        return False
    return text.words[n - 1].lower in hints("voor_een_auto")


def _is_heading(text: Text, n: int) -> bool:
    """Kamerbrief, Procesregisseur: a long ordinary word that nobody and no place is called.

    After an article with a capital of its own it is one: De Regenboog.
    """
    word = text.words[n]
    if len(word.text) < _LONG_WORD or text.strange[n] or _is_called(word.lower):
        return False
    where = text.lower[max(0, word.start - 9) : word.start]
    is_place = text.unlisted[n] or _BY_PLACE.search(where) is not None
    if is_place and not word.lower.endswith(abstract_endings()):
        return False
    return not any(0 <= k < len(text.words) and _joins(text, n, k) for k in (n - 1, n + 1))


def _is_called(word: str) -> bool:
    if any(word in word_list(name) for name in ("namen", "eigennamen", "plaatsen")):
        return True
    return word in lowered("namen_als_woord", "achternamen")


def _joins(text: Text, n: int, other: int) -> bool:
    """Whether a capital beside it makes it part of a name."""
    beside = text.words[other]
    if (
        not beside.capital
        or text.gap(min(n, other)) not in (" ", "-")
        or text.words[max(n, other)].first
    ):
        return False
    is_article = other < n and beside.lower in _ARTICLES and not beside.first
    return is_article or text.strange[other] or _is_called(beside.lower)


def _maybe(text: Text, first: int, last: int, reason: str) -> Found:
    start, end = text.words[first].start, text.words[last].end
    return Found(start, end, FindingKind.NAAM, FindingCertainty.MOGELIJK, reason)
