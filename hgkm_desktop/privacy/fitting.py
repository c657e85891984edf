"""Fits what comes in place of a word in its sentence: no title, role or article stands there twice.

So 'mevrouw Van Dijk' becomes 'moeder', and 'aan de Lindelaan' becomes 'aan de woning van moeder'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hgkm_desktop.privacy.suggesting import function_before, is_of_one_person, role_before

_LONGEST_BEFORE = 60  # letters in which all that can go along stands
_TITLE = re.compile(
    r"(?:\bde )?(?<!\w)(?:heer|mevrouw|meneer|mijnheer|juffrouw|mejuffrouw|weduwe|madame"
    r"|(?:mevr|mej|mw|dhr|mr|mrs|ms|dr|drs|ds|ir|ing|prof)\.?)\s+$",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"(?:\b(?:het|dit|de|een) )?\b(?P<one>gezin|familie|fam\.?)\s+$", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:haar|zijn|hun|mijn|onze|ons|uw)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:de|het|een|den|'t|’t)\s+$", re.IGNORECASE)
_WITH_ARTICLE = re.compile(r"(?:(?:de|het|een) |iemand\b)")
_BESIDE = re.compile(r"\w(?P<between>\s+\(?|\()$")
_BEGINS = re.compile(r"(?:^|[.!?:\n])\s*$")
_ABBREVIATED = re.compile(
    r"\b(?:dr|mw|mevr|dhr|mr|ca|o\.a|bijv|bv|m\.n|nr|evt|incl|resp|tel)\.\s*$", re.I
)
_IN = re.compile(r"\b(?:op|in|om|tussen)\s+$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:sinds|vanaf|tot|van|voor|na|per|tegen|rond|medio|eind|begin|half|t/m|met|d\.d\.)\s+$",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:(?:is|was|wordt|werd)|(?:werkt|werkte|werkzaam) als|(?:heeft|had|runt|runde))"
    r"(?: een| eigen)*\s+$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:haar|zijn|hun|mijn|de|het|een)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is replaced, by Python string offsets in the text, and what comes in its place."""

    start: int
    end: int
    words: str


def fitted(text: str, start: int, end: int, instead: str) -> Fitted:
    """These words in place of a part of a text, with what must go along for good Dutch.

    A name or a mark such as [postcode] comes in as it is. Where what goes along began with a
    capital, so do the words.
    """
    words, before = instead.strip(), text[max(0, start - _LONGEST_BEFORE) : start]
    if not words[:1].islower():
        return Fitted(start, end, words)
    along, words = _along(before, words)
    first = start - along
    if "(" in text[first:start] and text[end : end + 1] == ")":
        end += 1
    if text[first:start][:1].isupper() and begins_sentence(text[:first]):
        words = words[0].upper() + words[1:]
    return Fitted(first, end, words)


def begins_sentence(before: str) -> bool:
    """Whether what comes after this begins a sentence; after 'dr.' nothing does."""
    near = before[-40:]
    return _BEGINS.search(near) is not None and _ABBREVIATED.search(near) is None


def _along(before: str, words: str) -> tuple[int, str]:
    """How many letters before a word go along, and what comes there in its place."""
    household = _HOUSEHOLD.search(before)
    if household is not None:
        return _instead_of_household(household, words)
    title = _TITLE.search(before)
    left = before[: title.start()] if title else before
    left = left[: len(left) - _twice(left, words)]
    words = _without_in(left, words)
    for pattern in _that_go(words):
        gone = pattern.search(left)
        if gone is not None:
            left = left[: gone.start()]
    if _OWN.search(left) and _WITH_ARTICLE.match(words) and not words.startswith("iemand"):
        words = words.partition(" ")[2]
    return len(before) - len(left), words


def _instead_of_household(found: re.Match[str], words: str) -> tuple[int, str]:
    """Gezin De Wit: het gezin; with a role, het gezin van moeder."""
    if words.removeprefix("het ").removeprefix("de ") in ("gezin", "familie"):
        return len(found[0]), words
    if not is_of_one_person(words):
        return 0, words
    one = "de familie" if found["one"].lower().startswith("fam") else "het gezin"
    return len(found[0]), f"{one} van {words}"


def _twice(before: str, words: str) -> int:
    """How many letters before a word say what comes in its place already: zoon Tim, kind 1."""
    if not _BESIDE.search(before):
        return 0
    lower = before.lower()
    function = function_before(lower)
    if function and function == words:
        return _length_of(lower, function)
    role = role_before(lower)
    can_be_one = words == role or (is_of_one_person(words) and _is_same(role, words, lower))
    if not role or not can_be_one:
        return 0
    length = _length_of(lower, role)
    own = _DETERMINER.search(before[: len(before) - length])
    goes = own is not None and (words[-1:].isdigit() or role.partition(" ")[0] not in words)
    return length + len(own[0]) if own is not None and goes else length


def _is_same(role: str, words: str, before: str) -> bool:
    """Whether they can be one: the same role, or 'haar man' before any one."""
    if words == role or words.startswith(f"{role} "):
        return True
    return role == "partner" and _DETERMINER.search(re.sub(r"\S+\s*$", "", before)) is not None


def _length_of(before: str, told: str) -> int:
    """How many letters the function or role that is told takes at the end, brackets and all."""
    bare = before.rstrip(" (")
    beside = len(before) - len(bare)
    if bare.endswith(told):
        return len(told) + beside
    last = re.search(r"[^\W\d_][\w'-]*(?: \d)?$", bare)
    return (len(last[0]) if last else 0) + beside


def _without_in(before: str, words: str) -> str:
    """Sinds 3 mei: sinds mei, and not 'sinds in mei'."""
    return words.removeprefix("in ") if _SINCE.search(before) else words


def _that_go(words: str) -> tuple[re.Pattern[str], ...]:
    """What may not stand before these words."""
    if words.startswith("heeft "):
        return (_AT_WORK,)
    if words.startswith("in ") or words.endswith(" later"):
        return (_IN,)
    return (_ARTICLE,) if _WITH_ARTICLE.match(words) else ()
