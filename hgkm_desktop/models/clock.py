"""Times of the day as they are typed and told: minutes after midnight, written as '13:30'."""

from __future__ import annotations

import re

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import count_text

MINUTES_A_DAY = 24 * 60
_TIME = re.compile(r"(\d{1,2})(?:[:.u](\d{2}))?(?: ?uur)?")
_EXAMPLE = "Typ een tijd zoals 13:30."


def read_clock(text: str) -> int:
    """A time such as '13:30', '9.05' or '14 uur', in minutes after midnight.

    Raises BadInput for anything else, and for what is no time of a day, such as 25:00.
    """
    found = _TIME.fullmatch(text.strip().casefold())
    if found is None:
        raise BadInput("Dit is geen tijd.", todo=_EXAMPLE)
    hours, minutes = int(found[1]), int(found[2] or 0)
    if hours > 23 or minutes > 59:
        raise BadInput("Deze tijd bestaat niet: een dag loopt van 0:00 tot 23:59.", todo=_EXAMPLE)
    return hours * 60 + minutes


def clock_text(minutes: int) -> str:
    """A time of the day from minutes after midnight: '9:05'; past midnight it begins again."""
    hours, rest = divmod(minutes % MINUTES_A_DAY, 60)
    return f"{hours}:{rest:02d}"


def duration_text(minutes: int) -> str:
    """How long something takes: '50 minuten', '1 uur en 40 minuten', '2 uur'."""
    hours, rest = divmod(minutes, 60)
    told = count_text(rest, "minuut", "minuten")
    if not hours:
        return told
    return f"{hours} uur en {told}" if rest else f"{hours} uur"
