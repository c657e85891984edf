"""Numbers that the whole country calls: they tell nothing, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.lexicon import lowered
from hgkm_desktop.privacy.text import Text

_GAP = r"[ ./()-]{0,3}"
_REST = rf"(?:{_GAP}\d){{4}}(?:(?:{_GAP}\d){{3}})?"
_SERVICE = re.compile(
    rf"(?<![\w+])(?<!\d[ ./-])(?:\(?0[ -]?[89]00\)?{_REST}|\(?0[ -]?90[69]\)?{_REST}"
    r"|0[89]00|090[69]|088)(?![^\W_]|[ ./-]?\d)"
)
_COMPANY = re.compile(
    rf"(?<![\w+])(?<!\d[ ./-])(?:\(?0|(?:\+|00 ?)31 ?(?:\(0\))? ?)88\)?(?:{_GAP}\d){{7}}"
    r"(?![^\W_]|[ ./-]?\d)"
)
_SOMEONE = re.compile(
    r"\b(?:doorkies\w*|toestel\w*|tst|mobiel\w*|kvk|agb|bsn|big|polis\w*"
    r"|(?:dossier|zaak|cli[eë]nt|klant|registratie|melding|patiënt)\w*)"
    r"(?:[- .]?(?:code|nr|nummer))?[\s.:=]{0,3}$"
)
_FOR_ALL = re.compile(
    r"\b(?:algeme(?:en|ne)|centrale?|landelijke?|gratis|\w{0,20}lijn|klantenservice|meldpunt|hulplijn"
    r"|website|publieksnummer|spoednummer)\b"
)
_NEAR = 60  # characters in which the organisation is named


def public_numbers(text: Text) -> Iterator[tuple[int, int]]:
    """Where 0800, 0900, 0906 and 0909 numbers stand, and 088 of what the whole country calls."""
    for found in _SERVICE.finditer(text.plain):
        if not _SOMEONE.search(text.lower, max(0, found.start() - 30), found.start()):
            yield found.span()
    for found in _COMPANY.finditer(text.plain):
        if _is_for_all(text, found.start()):
            yield found.span()


def _is_for_all(text: Text, at: int) -> bool:
    """Whether the words before it tell of a general number, or an organisation of all."""
    before = text.lower[max(0, at - _NEAR) : at]
    if _SOMEONE.search(before):
        return False
    if _FOR_ALL.search(before):
        return True
    near = (text.words[n] for n in text.within(max(0, at - _NEAR), at))
    names = lowered("domein", "vaste_namen")
    return any(word.lower in names and word.capital for word in near) or _has_a_name(text, at)


def _has_a_name(text: Text, at: int) -> bool:
    """Slachtofferhulp Nederland: a fixed name of more than one word."""
    near = text.within(max(0, at - _NEAR), at)
    return any(n in text.of_the_field and not text.words[n].shouted for n in near)
