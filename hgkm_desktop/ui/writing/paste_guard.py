"""Stops what is pasted when it looks like a real dossier, and says why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.ui.parts.problem_box import a_box, give_width
from hgkm_desktop.ui.parts.text_pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_CERTAIN = 5
"""So many findings that are zeker may be in what is pasted: the user can see to them."""
_LONG = 5_000  # characters that take long enough to show that the program is at work
TITLE = "Niet geplakt"
WHAT = (
    "Dit lijkt een tekst uit een dossier. Er staan meer dan "
    f"{MOST_CERTAIN} namen, nummers of adressen in waaraan iemand te herkennen is."
)
SAFE = "Er is niets geplakt. Alles wat er al stond, staat er nog."
TODO = (
    "Haal in uw eigen tekst eerst alles weg waaraan iemand te herkennen is, en schrijf rollen in "
    "plaats van namen: moeder, kind 1, wijkagent. Of vertel hier in eigen woorden wat er gebeurde."
)


def may_come_in(field: QWidget, text: str) -> bool:
    """Whether a text may be pasted; when it may not, a box over the window says why."""
    if not looks_like_dossier((text,)):
        return True
    box = a_box(field.window(), TITLE, WHAT, f"{SAFE}\n{TODO}")
    box.setStandardButtons(box.StandardButton.Ok)
    give_width(box)
    box.open()
    return False


def refuse_dossier(texts: Iterable[str]) -> None:
    """Raises BadInput when there is more in what is pasted than may be pasted at once."""
    if looks_like_dossier(texts):
        raise BadInput(WHAT, safe=SAFE, todo=TODO)


def looks_like_dossier(texts: Iterable[str]) -> bool:
    """Whether there is more in these texts together than may be pasted at once.

    What this needs is read first when it was not read yet: what comes in is never let through
    because nobody looked.
    """
    parts = [part for text in texts for _, part in pieces("\n".join(text.splitlines()))]
    waits = "hgkm_desktop.privacy" not in sys.modules or sum(map(len, parts)) > _LONG
    if waits:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return _has_more_than(MOST_CERTAIN, parts)
    finally:
        if waits:
            QApplication.restoreOverrideCursor()


def _has_more_than(most: int, parts: Iterable[str]) -> bool:
    from hgkm_desktop.privacy import FindingCertainty, check

    count = 0
    for part in parts:
        found = check(part)
        count += sum(one.certainty is FindingCertainty.ZEKER for one in found)
        if count > most:
            return True
    return False
