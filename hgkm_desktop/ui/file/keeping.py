"""Which cases are kept longer than they may be, and the words that remind of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.models.dutch import day_text, list_text


def is_past(keep_until: date | None, today: date) -> bool:
    """Whether a case was to be gone by now; it may be kept until the end of its last day."""
    return keep_until is not None and keep_until < today


def past_words(heading: CaseHeading, today: date) -> str:
    """'bewaren tot 31 jan 2027, voorbij', or nothing when the case may still be kept."""
    if heading.keep_until is None or not is_past(heading.keep_until, today):
        return ""
    return f"bewaren tot {day_text(heading.keep_until, short=True)}, voorbij"


def reminder(headings: Iterable[CaseHeading], today: date) -> str:
    """What is said when a file opens that holds cases past their last day; else nothing."""
    codes = [heading.code for heading in headings if is_past(heading.keep_until, today)]
    if not codes:
        return ""
    which = f"casus {codes[0]}" if len(codes) == 1 else f"de casussen {list_text(codes)}"
    return (
        f"De bewaartermijn van {which} is voorbij. Kies in het menu Casus ‘Casus vernietigen’, "
        "of vul bij Aanleiding een latere dag in."
    )
