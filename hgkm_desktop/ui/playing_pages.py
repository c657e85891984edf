"""The pages of one time that an exercise is played.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.date_fields import DayField
from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import TextBlock, TextLine
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.work_form import WorkForm
from hgkm_desktop.ui.work_screen import Page


def playing_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """When it is played, and what was taken from it."""
    page = WorkForm(document, shown)
    page.form.heading("De speelbeurt")
    page.ask_for("title", "Titel", TextLine("bijvoorbeeld: middag met de wijkteams"))
    page.ask_for("held_on", "Op welke dag", DayField())
    page.ask_for("conclusion", "Wat nemen we mee", TextBlock(4))
    page.form.end()
    page.fill()
    return page


PLAYING_PAGES: tuple[Page, ...] = (("De speelbeurt", playing_page),)
