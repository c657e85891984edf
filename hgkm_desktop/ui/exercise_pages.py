"""The pages of an exercise.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import TextBlock, TextLine
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.work_form import WorkForm
from hgkm_desktop.ui.work_screen import Page


def exercise_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What the exercise is about, for whom, and what is read aloud at its begin and end."""
    page = WorkForm(document, shown)
    page.form.heading("De oefening")
    page.form.note(
        "Speel nooit een casus uit de eigen regio: iemand in de zaal kan het gezin kennen."
    )
    page.ask_for("title", "Titel", TextLine())
    page.ask_for("about", "Waar gaat het over", TextBlock(2))
    page.ask_for("for_whom", "Voor wie", TextLine("bijvoorbeeld: wijkteams en politie"))
    page.ask_for(
        "opening",
        "Wat u voorleest aan het begin",
        TextBlock(4),
        "In de zaal kan iemand zitten die dit zelf heeft meegemaakt. Zeg dat weggaan mag, en bij "
        "wie men terecht kan.",
    )
    page.ask_for("closing", "Wat u voorleest aan het eind", TextBlock(4))
    page.form.end()
    page.fill()
    return page


EXERCISE_PAGES: tuple[Page, ...] = (("De oefening", exercise_page),)
