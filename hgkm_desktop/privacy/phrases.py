"""How far a name goes: the words that belong together after the one it begins with."""

from __future__ import annotations

import re
from functools import cache

from hgkm_desktop.privacy.lexicon import field_words, hints, items, lowered, word_list
from hgkm_desktop.privacy.text import Text

MOST_PARTICLES = 4  # in a row
_MOST_PARTS = 8  # words after the first one of a name; what follows is another name
_LONGEST_ABBREVIATION = 5
_NO_PARTICLE_ALONE = frozenset({"in", "op", "aan", "bij"})  # Sofietje in Breda; in 't Veld
_OF_A_METHOD = re.compile(
    r"(?:methode|methodiek|theorie|model|typologie|gedachtegoed|spiraal|therapie|interventie"
    r"|werkwijze|wiel|stijlen|benadering|verzet|concept|begrip)(?: [\w-]{2,15}){0,2} van (?:de )?$"
)
_NAME_GAPS = (" ", "-", ". ", ".", "/", "  ", "'")


def has_capital(text: Text, n: int) -> bool:
    """Whether word `n` has a capital that the first word of a name can have."""
    word = text.words[n]
    if text.is_shouted or not word.capital or n in text.of_the_field:
        return False
    if word.text in items("domein", "hoofdletter_mag") or _begins_sentence(word.lower):
        return False
    head, hyphen, _ = word.text.replace("'", "-").partition("-")
    return not (head.isupper() and (hyphen or len(head) <= _LONGEST_ABBREVIATION))


def _begins_sentence(word: str) -> bool:
    """A word that nobody is called: its capital is one of a heading."""
    return word in hints("functiewoorden") and word not in word_list("namen")


@cache
def abstract_endings() -> tuple[str, ...]:
    """Nobody is called so: a capital is one of a title or a heading."""
    return tuple(sorted(hints("abstracte_uitgangen")))


@cache
def _only_of_the_field() -> frozenset[str]:
    return field_words() - word_list("namen")


def is_capital(text: Text, n: int) -> bool:
    """Whether word `n` has a capital that ordinary words and words of the field do not have."""
    if not has_capital(text, n):
        return False
    lower = text.words[n].lower
    if lower in _only_of_the_field() or lower.endswith(abstract_endings()):
        return text.strange[n] or (text.unlisted[n] and lower in word_list("namen"))
    return text.strange[n] or lower not in lowered("domein", "afkortingen")


def is_name_like(text: Text, n: int) -> bool:
    """A capital, a word that nobody knows, or a known surname."""
    return is_capital(text, n) or text.strange[n]


def end_of_name(text: Text, n: int) -> int:
    """The number of the last word of a name of a person that begins with word `n`."""
    last = n
    while last < n + _MOST_PARTS:
        here = last + 1
        while (
            here < _end(text, last)
            and text.gap(here - 1) in _NAME_GAPS
            and _is_particle(text, here)
        ):
            here += 1
        if here >= len(text.words) or text.gap(here - 1) not in _NAME_GAPS:
            return last
        has_particle = here > last + 1
        if here == last + 2 and text.words[last + 1].lower in _NO_PARTICLE_ALONE:
            return last
        known = has_particle and text.words[here].lower in lowered("namen_als_woord", "achternamen")
        if not (is_name_like(text, here) or known) or text.words[here].first:
            return last
        last = here
    return last


def _end(text: Text, last: int) -> int:
    return min(len(text.words), last + 1 + MOST_PARTICLES)


def _is_particle(text: Text, n: int) -> bool:
    return text.words[n].lower in hints("tussenvoegsels")


def end_of_title(text: Text, n: int) -> int:
    """The number of the last word of a name of an organisation that begins with word `n`."""
    last = n
    while True:
        here = last + 1
        while (
            here < _end(text, last)
            and _is_near(text, here)
            and text.words[here].lower in hints("schakels_in_namen")
        ):
            here += 1
        if here >= len(text.words) or not _is_near(text, here) or not has_capital(text, here):
            return last
        last = here


def _is_near(text: Text, n: int) -> bool:
    return text.gap(n - 1) in (" ", "-", " & ", ". ", "/") and not text.words[n].first


def is_of_a_method(text: Text, n: int) -> bool:
    """De methode Krachtwerk van Judith Wolf: who thought it out is nobody here."""
    before = text.lower[max(0, text.words[n].start - 60) : text.words[n].start]
    return _OF_A_METHOD.search(before) is not None
