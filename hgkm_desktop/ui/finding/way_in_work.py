"""Opens the page of a work on which a text stands, at the part or the field that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hgkm_desktop.models.texts import CaseText, record_of
from hgkm_desktop.ui.finding.way_to_text import focus_in_form, focus_text
from hgkm_desktop.ui.parts.record_list import RecordList
from hgkm_desktop.ui.window.work_screen import WorkScreen

# The page that a field of a work is about, for what is not written on it as it was typed.
_PAGES_OF = {
    "branches": ("Wél en géén",),
    "cases": ("Werkbladen", "Casussen"),
    "choices": ("Keuzes",),
    "events": ("De lijn",),
    "figures": ("Cijfers",),
    "meetings": ("Bijeenkomsten",),
    "no_success_reason": ("Signalen",),
    "points": ("Beslispunten",),
    "progress": ("Eerdere acties", "Agenda"),
}


def show_text(screen: WorkScreen, part_ids: Sequence[str], place: CaseText) -> None:
    """Look for it page by page: as a part that can be opened, in a field, and then in any list.

    `part_ids` are those of the parts around the text, the outer one first. Where it is nowhere,
    the page that it is about is shown, or else the first one.
    """
    text = place.text
    ways = (_open_part, _in_field, _in_list)
    for way in ways:
        for number in range(screen.page_count):
            screen.show_page(number)
            if way(screen, part_ids, text):
                return
    if not any(map(screen.show_named, _PAGES_OF.get(record_of(place.key)[1], ()))):
        screen.show_page(0)


def _open_part(screen: WorkScreen, part_ids: Sequence[str], text: str) -> bool:
    for listed in screen.findChildren(RecordList):
        if listed.isVisible() and any(listed.choose(part_id) for part_id in part_ids):
            listed.take_focus()
            listed.change_over(screen.window())
            focus_in_form(text)
            return True
    return False


def _in_field(screen: WorkScreen, part_ids: Sequence[str], text: str) -> bool:
    return focus_text(screen, text)


def _in_list(screen: WorkScreen, part_ids: Sequence[str], text: str) -> bool:
    return any(_choose(view, text) for view in screen.findChildren(QAbstractItemView))


def _choose(view: QAbstractItemView, text: str) -> bool:
    """Choose the first cell in sight in which a text stands."""
    model = view.model()
    if not view.isVisible() or model is None:
        return False
    for row in range(model.rowCount()):
        column = 0
        while (index := model.index(row, column)).isValid():  # a list does not tell its columns
            if text in str(index.data(Qt.ItemDataRole.DisplayRole) or ""):
                view.setCurrentIndex(index)
                view.setFocus()
                return True
            column += 1
    return False


def screen_on(workspace: QWidget) -> WorkScreen | None:
    """The work that is on screen, if one is."""
    shown = [screen for screen in workspace.findChildren(WorkScreen) if screen.isVisible()]
    return shown[0] if shown else None
