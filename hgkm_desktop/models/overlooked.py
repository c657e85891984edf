"""Warnings for what looks like a date, a kind or 'niet:' in a title, but was not read as one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hgkm_desktop.models.dutch import MONTH_WORDS, SEASON_WORDS
from hgkm_desktop.models.entry_words import OCCURRENCE_WORDS, WORD_TO_KIND

_LONGEST_PART = 40  # characters of the title that a warning repeats
_FIRST_WORDS = 120  # characters of the title that are looked at: a long one stays as fast
_FEASTS = (
    r"kerst(?!(?:mis|dagen)?\b)\w+|sinterklaas\w*|oudjaar\w*|oudejaar\w*|nieuwjaar\w*"
    r"|oud\s+en\s+nieuw|koningsdag|bevrijdingsdag|carnaval|suikerfeest|offerfeest|ramadan"
    r"|(?:zomer|herfst|voorjaars|mei)vakantie\w*"
)
_DAYS = (
    r"eergisteren|gister\w*|vandaag|vannacht|vanochtend|vanmorgen|vanmiddag|vanavond"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*"
    r"|(?:vorige?|afgelopen|deze|dit)\s+(?:week|weekend|maand|jaar)"
)
_NUMBERS = (
    r"(?!24/7)\d\d?[-/.]\d\d?(?!\d|\s*(?:keer|maal|x)\b)(?:[-/.]\d+)?"
    r"|\d\d?[:u]\d\d(?!\d)"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))


_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_OPENING = (
    r"(?:(?:op|in|om|rond|met|sinds|vanaf|van|tussen|voor|na|tijdens|circa|begin|half|medio|eind)"
    r"\s+)?(?:(?:de|het)\s+)?"
)
_NEVER_READ = rf"{_OPENING}(?:(?:eerste|tweede)\s+)?(?:{_FEASTS}|{_DAYS})\b"
_MAY_BE_READ = (
    rf"{_OPENING}(?:{_NUMBERS}|(?:(?:\d\d?\s+)?(?:{_any_of(MONTH_WORDS)})"
    rf"|{_any_of(SEASON_WORDS)}|nazomer|kerst(?:mis|dagen)?|pasen|pinksteren"
    r"|hemelvaart(?:sdag)?)\b\.?)"
)
_YEAR_EARLY = rf"(?:\S+\s+){{0,2}}?\S*?{_YEAR}\S*?(?=[\s:,]|$)"
# 'eind van de zomer van 2020' and 'begin jaren 90': the year comes late, after words of time.
_YEAR_LATE = (
    r"(?:(?:zo|ergens|(?:aan|in)\s+het)\s+)?(?:begin|midden|medio|halverwege|half|einde?|rond"
    r"|omstreeks|ongeveer|circa)\s+(?:\S+\s+){0,4}?"
    rf"(?:\S*?{_YEAR}|jaren\s+(?:['’]?\d0|\w+tig))\S*?(?=[\s:,]|$)"
)
# A text goes on behind a date only with a word: '3 mei', 'mei en', 'zomer van' and 'mei of juni'
# may still become a date.
_GOES_ON = (
    r"(?:\s+\d\S*)*\s*(?:[:,]\s*|\s)(?!(?:en?|t(?:ot?|/m?)?)(?:\s|$)"
    r"|v(?:an?)?(?:\s*$|\s+['’\d])|of?(?:\s*$|\s+\S*(?:\s+\d*)?$))[^\W\d_]"
)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NEVER_READ}\s*\S",
        _MAY_BE_READ + _GOES_ON,
        _YEAR_EARLY + _GOES_ON,
        _YEAR_LATE + _GOES_ON,
    )
)
# Before a kind with a colon anything that looks like a date is one.
_DATE_BEFORE_KIND = re.compile(rf"{_NEVER_READ}|{_MAY_BE_READ}|.*?{_YEAR}", re.IGNORECASE)
_FEW_WORDS = r"(?:\S+\s+){0,5}?"
_KIND = re.compile(rf"{_FEW_WORDS}(?:{_any_of(WORD_TO_KIND)})\s*:", re.IGNORECASE)
# 'vader wil dit niet: hij loopt weg' is an ordinary sentence; 'afstemming niet:' is not.
_OCCURRENCE = re.compile(
    rf"(?:\S+\s+)?(?:{_any_of(WORD_TO_KIND)}|\S*\d\S*)\s+({_any_of(OCCURRENCE_WORDS)})\s*:",
    re.IGNORECASE,
)


def names_a_kind(title: str) -> bool:
    """True when a known kind with a colon stands in the first words: '14:30 incident: ruzie'."""
    return _KIND.match(title, 0, _FIRST_WORDS) is not None


def warning_in(title: str, *, has_date: bool, has_kind: bool, happened: bool) -> str:
    """What the first words of a title seem to say but were not read as, in one or two Dutch
    sentences; empty when there is nothing. `has_date`, `has_kind` and `happened` (no 'niet:') tell
    what was read."""
    title = title[:_FIRST_WORDS]
    kind = None if has_kind else _KIND.match(title)
    part = _part(title, kind.end() if kind else 0)
    if not has_date and _seems_dated(title, kind):
        return f"Geen datum herkend in “{part}”. Zet de datum vooraan, zoals dec 2020."
    if happened and (found := _OCCURRENCE.match(title)):
        return f"“{found[1].lower()}:” werkt niet midden in de tekst. Zet het vooraan."
    if kind:
        place = "meteen na de datum" if has_date else "vooraan"
        return f"Geen soort herkend in “{part}”. Zet de soort {place}."
    return ""


def _seems_dated(title: str, kind: re.Match[str] | None) -> bool:
    if kind and _DATE_BEFORE_KIND.match(title, 0, kind.end()):
        return True
    return any(date.match(title) for date in _DATES)


def _part(title: str, end: int) -> str:
    """The title up to `end` (0: its first four words), and an ellipsis for what is left out."""
    part = (title[:end] if end else " ".join(title.split()[:4]))[:_LONGEST_PART].rstrip()
    return part if part == title else f"{part} …"
