"""Where a shelter is: the street or place that the words after it, or before it, tell."""

from __future__ import annotations

import re

from hgkm_desktop.privacy.lexicon import hints, word_list
from hgkm_desktop.privacy.phrases import end_of_title, has_capital
from hgkm_desktop.privacy.text import Text

_MOST_WORDS = 10  # between a shelter and the place
_WHERE = frozenset(
    {"in", "te", "aan", "op", "bij", "naast", "achter", "tegenover", "nabij", "rond", "rondom"}
    | {"langs", "om", "buiten", "vlakbij", "omgeving", "uit", "richting", "boven", "onder", "hoek"}
)
_ARTICLES = frozenset({"de", "het", "'t", "t", "een"})
_IS = frozenset({"is", "ligt", "staat", "zit", "was", "lag", "stond", "zat"})
_GOES_ON = frozenset(
    {"en", "maar", "want", "omdat", "die", "dat", "toen", "terwijl", "of", "met", "over", "door"}
    | {"voor", "via", "zodat", "totdat", "waarna", "namens", "volgens"}
)
_STREET = re.compile(
    r"[^\W\d_]{3,25}(?:straat|laan|weg|plein|gracht|singel|dreef|steeg|kade|dijk|plantsoen|pad)$"
)
_NUMBER = re.compile(r"(?: (?:nr\.? ?|nummer )?\d{1,4}(?: ?[a-h])?)?(?![\w])", re.IGNORECASE)
_MORE = re.compile(r",? ?(?:\(|en )?([^.,;:!?()\n]{4,50})\)?(?=[.,;:!?()\n]|$)")
_TELLS_MORE = re.compile(
    r"\b(?:huis|huisje|deur|flat|verdieping|etage|ingang|gebouw|hoek|pand|blok|links|rechts|tegenover"
    r"|naast|achter|boven|vlakbij|vlak bij|dicht bij|aan de|op de|nr|nummer|portiek|in de buurt)\b"
)


def end_of_place(text: Text, at: int) -> int:
    """Where the place ends that is told after a shelter, which ends at `at`; 0 without one."""
    inside = text.within(at, len(text.plain))
    for n in range(inside.start, min(inside.start + _MOST_WORDS, inside.stop)):
        if not _follows(text, n, at):
            return 0
        if _is_place(text, n) and _is_placed(text, n):
            end = text.words[end_of_title(text, n)].end
            number = _NUMBER.match(text.plain, end)
            return _with_more(text, number.end() if number else end)
        if _is_of_someone_else(text, n):
            return 0
    return 0


def start_of_place(text: Text, at: int) -> int:
    """Where the place begins that is told right before a shelter, which begins at `at`; or 0."""
    n = text.within(0, at).stop - 1
    if n > 0 and text.words[n].lower in _ARTICLES:
        n -= 1
    if n < 2 or text.words[n].lower not in _WHERE or text.gap(n - 1) not in (" ", ", "):
        return 0
    first = n - 1
    if not _is_place(text, first) or not _is_placed(text, first):
        return 0
    return text.words[first].start


def _with_more(text: Text, end: int) -> int:
    """Past what else is told of the place: the third house on the left, behind the church."""
    while found := _MORE.match(text.lower, end):
        inside = text.within(*found.span(1))
        if not _TELLS_MORE.search(found[1]) or any(_is_of_someone_else(text, n) for n in inside):
            return end
        end = found.end(1)
    return end


def _follows(text: Text, n: int, at: int) -> bool:
    """Whether a word belongs to the same part of the sentence; past a comma only a preposition."""
    gap = text.plain[max(at, text.words[n - 1].end if n else 0) : text.words[n].start]
    if re.search(r"[.;!?\n]", gap) or text.words[n].first:
        return False
    return "," not in gap or text.words[n].lower in _WHERE | {"vlak", "dicht"}


def _is_placed(text: Text, n: int) -> bool:
    """Right after a preposition, with or without an article."""
    before = [text.words[k].lower for k in range(max(0, n - 2), n)]
    if before and before[-1] in _WHERE:
        return True
    return len(before) == 2 and before[-1] in _ARTICLES and before[0] in _WHERE


def _is_place(text: Text, n: int) -> bool:
    word = text.words[n]
    if n in text.of_the_field:
        return False
    if has_capital(text, n):
        return True
    if word.lower in word_list("plaatsen") and text.unlisted[n]:
        return True
    return _STREET.match(word.lower) is not None and word.lower not in hints("geen_straat")


def _is_of_someone_else(text: Text, n: int) -> bool:
    """A verb, a member of the family or a new clause: what follows is not about the shelter."""
    word = text.words[n].lower
    if word in _IS:
        return False
    return word in hints("werkwoorden") or word in hints("gezin") or word in _GOES_ON
