"""Texts that say when something was: they tell by how much the dates of a copy were moved."""

from __future__ import annotations

import re
from functools import cache

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import MONTH_WORDS, MONTHS
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.privacy.dates import dates
from hgkm_desktop.privacy.lexicon import lowered
from hgkm_desktop.privacy.text import Text

_HEADINGS = ("seizoenen", "feestdagen", "gebeurtenissen")
# A year in these is that of a rule.
_ABOUT_RULES = ("keep_reason", "start_check.legal_ground")
_YEAR = r"(?<![\w.,:/-])(?:19|20)\d{2}(?! ?(?:euro|gulden))(?![\w:/])"
_QUARTER = r"\bq[1-4]\b|\b(?:[1-4]e|eerste|tweede|derde|vierde) kwartaal\b"


def dated_texts(case: Case) -> tuple[CaseText, ...]:
    """The texts of a case that name a date, a month, a year, a season, a feast or the like."""
    return tuple(
        place
        for place in texts_of(case)
        if not place.key.endswith(_ABOUT_RULES) and tells_when(place.text)
    )


def tells_when(text: str) -> bool:
    """Whether a text names a time that stands in a calendar; 'tien dagen later' does not."""
    read = Text(text)
    return _shape().search(read.lower) is not None or any(True for _ in dates(read))


@cache
def _shape() -> re.Pattern[str]:
    words = {word for heading in _HEADINGS for word in lowered("kalender", heading)} | {*MONTHS}
    named = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    short = "|".join(sorted(MONTH_WORDS.keys() - {*MONTHS}, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:{named})(?!\w)|\d ?(?:{short})\b|\b(?:{short})\.? ?'?\d|{_YEAR}|{_QUARTER}"
    )
