"""What may be typed short on the invoerregel: a kind by its letter, a name by how it begins, and a
date that goes on from the event before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import MONTH_WORDS
from hgkm_desktop.models.entry_words import OCCURRENCE_WORDS, WORD_TO_KIND
from hgkm_desktop.models.phrases import Period, read_period
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import EventKind

SAME_DATE = "="
LETTER_TO_KIND = {kind.letter.casefold(): kind for kind in EventKind}
"""The letter that each kind has on the line."""

_BEGINNING = re.compile(r"([^\W\d_]{1,2})(\d*)")
# Only right before a kind with a colon: '1-2 keer per week' and 'mei kwam thuis' are no dates.
_KIND = "|".join(
    re.escape(word)
    for word in sorted((*LETTER_TO_KIND, *WORD_TO_KIND, *OCCURRENCE_WORDS), key=len, reverse=True)
)
_MONTHS = "|".join(re.escape(word) for word in sorted(MONTH_WORDS, key=len, reverse=True))
_NO_YEAR = re.compile(
    rf"\s*(?P<date>\d\d?-\d\d?|(?:\d\d?\s+)?(?:{_MONTHS}))(?=\s+(?:{_KIND})\s*:)", re.IGNORECASE
)
_SAME = re.compile(rf"\s*{SAME_DATE}(?=\s)")


def read_short_date(text: str, case: Case) -> tuple[Period, int] | None:
    """A date that takes what it does not say from the event that was added last, and where the
    rest begins: '=' is the same date, '14-3 m:' the same year. None when there is no such date.

    Raises BadInput for a date that cannot be ('31-2').
    """
    before = _last_dated(case)
    if before is None:
        return None
    if same := _SAME.match(text):
        return Period(before.start, before.end, before.ongoing), same.end()
    if short := _NO_YEAR.match(text):
        joint = "-" if "-" in short["date"] else " "
        read = read_period(f"{short['date']}{joint}{before.start.earliest.year}")
        return (read[0], short.end()) if read is not None else None
    return None


def after_short_date(text: str) -> int:
    """Where the rest begins behind a short date at the start of a text; 0 when there is none."""
    found = _SAME.match(text) or _NO_YEAR.match(text)
    return found.end() if found else 0


def name_beginning(word: str, names: Iterable[str]) -> str:
    """The one name of these that begins with one or two letters, '' when there is none or more;
    a number behind them is how the name ends: 'k2' is 'kind 2'."""
    short = _BEGINNING.fullmatch(word)
    if short is None:
        return ""
    letters, number = short[1].casefold(), short[2]
    found = [
        name
        for name in names
        if name.casefold().startswith(letters) and (not number or name.endswith(f" {number}"))
    ]
    return found[0] if len(found) == 1 else ""


def _last_dated(case: Case) -> Event | None:
    """The event that was told last of those with a date."""
    dated = [event for event in case.events if event.start.is_known]
    return max(dated, key=lambda event: event.seq, default=None)
