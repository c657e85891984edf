"""Events of which the date alone can tell who a case is about: a birth, a death, a day in court."""

from __future__ import annotations

import re

from hgkm_desktop.models.records import Event

# No kind of event says so; the words of its title do.
_WORDS = re.compile(
    r"\b(?:geboren|geboorte|bevalt|bevallen|bevalling|overlijdt|overlijden|overleden|sterft"
    r"|stierf|gestorven|dood|uitvaart|begrafenis|zitting|rechtszaak|strafzaak|rechtszitting"
    r"|uitspraak|vonnis|veroordeeld|veroordeling|rechtbank|kinderrechter)\b",
    re.IGNORECASE,
)


def date_tells(event: Event) -> bool:
    """Whether such an event is said by its year only, on paper that leaves the table.

    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    return _WORDS.search(event.title) is not None
