"""Postcodes: whole, without letters, in part, and those of the countries around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import abbreviations, hints, lowered, word_list
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_POSTCODE = re.compile(
    r"(?<![^\W_])(?:(?<![\d.,-])|(?<=\bNL-))([1-9]\d{3})"
    r"([ -]?|(?:, |\n)(?=(?-i:[A-Z]{2}(?![^\W_])))"
    r"|[ .]{1,2}(?=(?-i:[A-Z]\.?[A-Z]))|[/_]|  | ?- ?)"
    r"((?-i:[A-Z] [A-Z]|[A-Z]\.[A-Z]\.?)|[A-Z]{2})"
    r"(?=\d{1,4}(?!\w)|(?![^\W_])|(?-i:(?<=[A-Z]{2})[A-Z][a-z]{3}))",
    re.IGNORECASE,
)
_NUMBER = r"[1-9]\d{3}(?![\w%€]|[.,]\d)"
_AREA = re.compile(
    r"\b(?:post[ck]ode(?!lot)[a-z]{0,12}|postc|pc[46]?|p\.c|zip)\b\.?[^.;!?\n\d]{1,25}?"
    rf"(?P<area>{_NUMBER})"
    rf"|\b(?:gebied|wijk|buurt|regio|omgeving|rayon|stadsdeel) "
    rf"(?!(?:19|20)\d\d)(?P<named>{_NUMBER})(?! [a-z]+en\b)"
)
_NEXT = re.compile(rf"(?:, ?| en | of | & |/|, en | ?- ?| t/m | tot )({_NUMBER})")
_PART = re.compile(
    r"\b(?:postcode|pc4?)\b[^.;!?\n\d]{1,25}?(?P<part>\d(?: \d){3}(?: [a-z]){0,2}"
    r"|\d\d \d\d(?: ?[a-z]{2})?)(?!\w)"
    r"|\bpostcode(?:gebied)? (?:die |dat )?(?:begin\w* met |is |: )?"
    r"(?P<first>[1-9]\d{1,2})(?![\w%,./-]| ?\d)"
    r"(?! (?:keer|gezinnen|meldingen|gebieden|jaar))"
)
_CALLED = re.compile(  # 3512 is de postcode, 3512 (postcode)
    r"(?<![\w.,€/-])([1-9]\d{3})(?: ?[a-z]{2})?(?: \(| als |,? (?:dat |dit )?(?:is|was) )"
    r"(?:de |haar |zijn |hun |als )?(?:post[ck]ode|pc4?)\b"
)
_LIVES_IN = re.compile(
    r"\b(?:woont|woonde|wonen|woonden|woonachtig|verhuis(?:t|d|de|den|en)|ingeschreven|verblijft)"
    r"(?: (?:nu|weer|ook|nog|sinds \w{2,10}))? (?:in|van|naar|te|op)(?: de)?"
    r" (?!(?:19|20)\d\d)([1-9]\d{3})(?<!00)(?: naar (?!(?:19|20)\d\d)([1-9]\d{3}))?"
    r"(?=$|[.,;)](?!\d)| (?:volgens|met|bij|sinds|en|naar|samen)\b)"
)
_BEFORE_PLACE = re.compile(r"(?<![^\W_])(?<![\d.,€/-])(?<!€ )([1-9]\d{3}|[1-9]\d{4}),? (?=[A-Z])")
_AFTER_PLACE = re.compile(
    r"(?<![^\W_])(?=[A-Z])(?P<place>[^\W\d_]{3,25})(?:, ?| \(?)([1-9]\d{3})"
    r"(?![\w%€:]|[.,/-]\d| [a-z]+en\b)"
)
_ABROAD = re.compile(r"(?<![\w-])(?:B-[1-9]\d{3}|[DF]-\d{5})(?![\w-])")
_POSTCODE_WORD = re.compile(r"postcode|\bpc\b")
_NO_LETTERS = frozenset({"sa", "sd", "ss"})
_MOST_IN_A_LIST = 6  # after the first
_REASON = "Dit is een postcode."


def postcodes(text: Text) -> Iterator[Found]:
    """Postcodes; 2023 OM and 1200 kg are none."""
    if not text.has_digits:
        return
    for start, end in _places(text):
        yield Found(start, end, FindingKind.POSTCODE, FindingCertainty.ZEKER, _REASON)
    for start, end in (*_beside_a_place(text), *_lived_in(text)):
        yield Found(start, end, FindingKind.POSTCODE, FindingCertainty.WAARSCHIJNLIJK, _REASON)


def _places(text: Text) -> Iterator[tuple[int, int]]:
    for found in _POSTCODE.finditer(text.plain):
        if _is_postcode(text, found):
            yield found.span()
    for found in _AREA.finditer(text.lower):
        yield found.span(found.lastgroup or 0)
        yield from _listed_after(text, found.end())
    for found in _CALLED.finditer(text.lower):
        yield found.span(1)
    for found in _PART.finditer(text.lower):
        yield found.span(found.lastgroup or 0)
    for found in _ABROAD.finditer(text.plain):
        yield found.span()


def _listed_after(text: Text, at: int) -> Iterator[tuple[int, int]]:
    """Postcodes 7411, 7412 en 7413: the next ones in the list."""
    for _ in range(_MOST_IN_A_LIST):
        other = _NEXT.match(text.lower, at)
        if other is None:
            return
        yield other.span(1)
        at = other.end()


def _beside_a_place(text: Text) -> Iterator[tuple[int, int]]:
    """Four digits before or after a place, that are no year."""
    for found in _BEFORE_PLACE.finditer(text.plain):
        if not _is_year(found[1]) and _is_before_place(text, found.end()):
            yield found.span(1)
    for found in _AFTER_PLACE.finditer(text.plain):
        if not _is_year(found[2]) and _is_before_place(text, found.start()):
            yield found.span(2)


def _lived_in(text: Text) -> Iterator[tuple[int, int]]:
    """Woont in 3512, verhuisd van 4811 naar 4812."""
    for found in _LIVES_IN.finditer(text.lower):
        yield from (found.span(group) for group in (1, 2) if found[group])


def _is_postcode(text: Text, found: re.Match[str]) -> bool:
    digits, space, letters = found.groups()
    small = re.sub(r"[ .]", "", letters).lower()
    before = text.lower[max(0, found.start() - 14) : found.start()]
    is_spoken = bool(space) and letters.islower() and small in hints("korte_woorden")
    after = "" if is_spoken else text.lower[found.end() : found.end() + 20]  # 6821 is de postcode
    if _POSTCODE_WORD.search(f"{before}|{after}"):
        return small not in _NO_LETTERS
    if digits.endswith("00") and space and letters in abbreviations():
        return _is_before_place(text, found.end() + 1)  # 1200 VT meldingen
    is_year = _is_year(digits) and bool(space) and _is_after_a_year(text, found, small)
    if space in (", ", "\n") and (_is_year(digits) or letters in abbreviations()):
        return False
    is_word = is_spoken
    if is_spoken and not _is_year(digits):
        is_word = not _is_before_place(text, found.end() + 1)
    return small not in _NO_LETTERS and not is_year and not is_word


def _is_after_a_year(text: Text, found: re.Match[str], small: str) -> bool:
    """2023 OM, and 2021 NA huisverbod; not 12, 2011 AL, nor before a place."""
    if found[3] in abbreviations():
        return True
    before = text.lower[max(0, found.start() - 4) : found.start()]
    is_beside = re.search(r"\d[a-z]?,? $", before) or _is_before_place(text, found.end() + 1)
    return small in hints("korte_woorden") and not is_beside


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _is_before_place(text: Text, at: int) -> bool:
    """Whether a place with a capital begins here."""
    for n in text.within(at, at + 1):
        word = text.words[n]
        is_place = word.lower in word_list("plaatsen") or word.lower in lowered(
            "plaatsen", "plaatsen"
        )
        return word.capital and is_place
    return False
