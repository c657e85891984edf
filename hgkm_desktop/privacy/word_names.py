"""Names that are also an ordinary word, told apart by the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import field_words, hints, lexicon, lowered, word_list
from hgkm_desktop.privacy.phrases import MOST_PARTICLES, end_of_name, is_of_a_method
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_REASON = "Dit kan een gewoon woord zijn, maar hier lijkt het een naam."
_NOT_OF_A_NOUN = frozenset({"van", "dat", "die", "wat"})
_AFTER_CHOSE = frozenset(
    {"voor", "ervoor", "er", "om", "de", "het", "een", "niet", "zelf", "toen", "toch", "haar"}
)


@cache
def mostly_names() -> frozenset[str]:
    """Words that are seldom anything but a name in a case."""
    return lowered("namen_als_woord", "bijna_altijd") - hints("voor_een_zelfstandig_naamwoord")


@cache
def sometimes_names() -> frozenset[str]:
    """Words that are a name for some: those of the hand-made list and those of the name lists."""
    listed = lexicon().ordinary & word_list("namen")
    no_names = lowered("namen_als_woord", "geen_naam") | hints("functiewoorden") | field_words()
    no_names |= hints("werkwoorden") | hints("gezin") | hints("titels")
    return lowered("namen_als_woord", "soms") | mostly_names() | (listed - no_names)


def word_names(text: Text) -> Iterator[Found]:
    """Words that can be a name, where a noun would have an article and someone does something."""
    taken = -1
    for n, word in enumerate(text.words):
        if n <= taken or word.lower not in sometimes_names():
            continue
        if n in text.of_the_field or _is_noun(text, n):
            continue
        fits = _acts(text, n) or _is_with(text, n)
        if word.lower in mostly_names() and not _is_marked(text, n):
            sure = fits or (word.capital and not word.first and not is_of_a_method(text, n))
            certainty = FindingCertainty.WAARSCHIJNLIJK if sure else FindingCertainty.MOGELIJK
        elif fits:
            certainty = FindingCertainty.MOGELIJK
        else:
            continue
        taken = end_of_name(text, n)
        yield _name(text, n, taken, certainty)


def is_word_name(text: Text, n: int, is_title: bool) -> bool:
    """Whether a word in lower case after a title or a role is a name."""
    word, follower = text.words[n].lower, _follower(text, n)
    if word in hints("werkwoorden") | hints("functiewoorden") or word in hints("koppelwoorden"):
        return False
    acts = follower in hints("werkwoorden")
    if is_title and stands_as_surname(text, n):
        return True
    if is_title and acts:
        return word in lowered("namen_als_woord", "achternamen") or word in sometimes_names()
    ends = not follower
    head = word.split("-")[0]
    if head in lowered("namen_als_woord", "achternamen") or word in sometimes_names():
        often = lowered("namen_als_woord", "soms") - hints("werkwoorden")
        listed = word in mostly_names() or word in often
        return acts or (ends and (is_title or listed))
    return False


def stands_as_surname(text: Text, n: int) -> bool:
    """Mevrouw Bakker, gezin de Boer, moeder Visser: a word that is a job as well."""
    word = text.words[n]
    has_capital = word.capital and not text.is_shouted
    is_known = word.lower in lowered("namen_als_woord", "achternamen")
    for here in range(n, max(0, n - MOST_PARTICLES), -1):
        before = text.words[here - 1].lower
        if text.gap(here - 1) not in (" ", ". "):
            return False
        if before in hints("aanspreekvormen"):
            return is_known or has_capital
        if before in hints("gezin"):
            return is_known and has_capital and not word.first
        if before not in hints("tussenvoegsels") or (before == "van" and not has_capital):
            return False
    return False


def _follower(text: Text, n: int) -> str:
    """The next word, in lower case; nothing when a sign stands between."""
    if n + 1 == len(text.words) or text.gap(n) not in (" ", " ("):
        return ""
    return text.words[n + 1].lower


@cache
def _before_a_noun() -> frozenset[str]:
    return hints("voor_een_zelfstandig_naamwoord") - _NOT_OF_A_NOUN


def _is_noun(text: Text, n: int) -> bool:
    """Whether a word stands before it that belongs to a noun, or a number."""
    if n == 0 or text.words[n].first or text.gap(n - 1) != " ":
        return False
    before = text.words[n - 1].lower
    return before in _before_a_noun() or text.plain[text.words[n - 1].end - 1].isdigit()


def _is_marked(text: Text, n: int) -> bool:
    """Max. 3, eind jan.: an ordinary use of a word that is nearly always a name."""
    is_month = text.words[n].lower == "jan" and n > 0
    if is_month and text.words[n - 1].lower in ("eind", "begin", "medio", "half", "sinds", "per"):
        return True
    after = text.plain[text.words[n].end : text.words[n].end + 3]
    if re.match(r"\. ?\d", after):
        return True
    if text.words[n].text == "koos" and _follower(text, n) in _AFTER_CHOSE:
        return True
    return re.match(r"\.? ?\d|\.\w", after) is not None and not text.words[n].capital


def _acts(text: Text, n: int) -> bool:
    """Roos slaapt slecht; ook: als wil belt."""
    starts = text.words[n].first or n == 0 or text.gap(n - 1) != " "
    linked = not starts and text.words[n - 1].lower in hints("koppelwoorden")
    follower = _follower(text, n)
    if starts and follower == "en" and n + 2 < len(text.words):
        return text.words[n + 2].lower in ("haar", "zijn", "de") or (
            text.words[n + 2].lower in mostly_names()
        )
    return (starts or linked) and follower in hints("werkwoorden")


def _is_with(text: Text, n: int) -> bool:
    """Met wil afgesproken: a preposition before a word that as a noun would have an article."""
    if n == 0 or text.gap(n - 1) != " ":
        return False
    follower = _follower(text, n)
    participle = "ge" in follower[:5] and follower.endswith(("d", "t", "n"))
    return text.words[n - 1].lower in ("met", "volgens") and participle


def _name(text: Text, n: int, last: int, certainty: FindingCertainty) -> Found:
    return Found(text.words[n].start, text.words[last].end, FindingKind.NAAM, certainty, _REASON)
