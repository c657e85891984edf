"""Whether an exercise may be shown to a room, said before somebody stands in front of one.

Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import changed_keys
from hgkm_desktop.models.works import Work
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.notice import Notice
from hgkm_desktop.ui.window.work_screen import WorkScreen

_CHANGED = (
    "U hebt een tekst gewijzigd. Daarom is deze oefening weer in bewerking. Een scherm dat in de "
    "zaal al aanstaat, blijft staan. Wilt u haar opnieuw tonen, lees haar dan eerst na met "
    "Herleidbaarheidscheck…, boven in dit scherm."
)
_CHANGED_SINCE = "Na het nalezen is in de oefening een tekst gewijzigd."
_NOT_READ = "De oefening is nog niet deelbaar."


def why_not_in_room(exercise: Exercise) -> str:
    """Why a room cannot be shown this exercise now, and what to do; '' when it can."""
    if exercise.state is CaseState.DEELBAAR:
        return ""
    why = _CHANGED_SINCE if exercise.read.unread else _NOT_READ
    return (
        f"{why} Tonen op het scherm in de zaal kan pas als zij deelbaar is. Dat maakt u haar met "
        "Herleidbaarheidscheck… boven in het scherm van de oefening."
    )


class ReadAgain(QObject):
    """Says it over the screen of an exercise when an edit takes away that it was read through.

    It lies over the screen: a line that pushed the page down would make a click miss.
    """

    def __init__(self, document: Document, screen: WorkScreen) -> None:
        super().__init__(screen)
        self._notice = Notice(screen)
        screen.shown.changed.connect(self._follow)

    @Slot(object, object)
    def _follow(self, old: Work | None, new: Work | None) -> None:
        if old is None or new is None or old.state is not CaseState.DEELBAAR:
            return
        if new.state is not CaseState.DEELBAAR and changed_keys(old, new):
            self._notice.say(_CHANGED, is_problem=False, is_long=True)
