"""Names in what a file is called: casus-vermeulen, dossier_de_boer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import field_words, lexicon, lowered, word_list
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text

_FILE = re.compile(
    r"(?<![^\W_])(?P<of>casus|dossier|zaak|gezin|familie|fam|verslag|gespreksverslag|notitie|plan"
    r"|tijdlijn|overleg|brief|map|mdo|rapport|aangifte|melding|intake|evaluatie|reconstructie"
    r"|bijlage|bestand|veiligheidsplan|kind|moeder|vader)[-_]"
    r"(?P<name>(?:(?:van|der|den|de|vd|el|al)[-_]){0,3}(?P<last>[^\W\d_]{3,30}))(?![^\W\d_])"
)
_OF_PEOPLE = frozenset({"casus", "dossier", "zaak", "gezin", "familie", "fam"})
_REASON = "Dit lijkt een naam in de naam van een bestand."


def file_names(text: Text) -> Iterator[Found]:
    """What follows on a word for a file or a case with a hyphen, when someone can be called so."""
    for found in _FILE.finditer(text.lower):
        if _is_called(found["of"], found["last"]):
            likely = FindingCertainty.WAARSCHIJNLIJK
            yield Found(*found.span("name"), FindingKind.NAAM, likely, _REASON)


def _is_called(of: str, last: str) -> bool:
    if last in field_words():
        return False
    if of in _OF_PEOPLE and last in lowered("namen_als_woord", "achternamen"):
        return True
    is_listed = last in word_list("namen") and not lexicon().is_listed(last)
    return is_listed or not lexicon().knows(last)
