"""The pages of a talk of burgemeester and wethouder (vraag 1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.ui.document import Document
from hgkm_desktop.ui.fields import TextLine
from hgkm_desktop.ui.on_screen import WorkOnScreen
from hgkm_desktop.ui.work_form import WorkForm
from hgkm_desktop.ui.work_screen import Page


def plan_page(document: Document, shown: WorkOnScreen) -> QWidget:
    """What it is called."""
    page = WorkForm(document, shown)
    page.form.heading("Opzet")
    page.ask_for("title", "Neutrale titel", TextLine(), "Geen plaats, geen jaartal.")
    page.form.end()
    page.fill()
    return page


TALK_PAGES: tuple[Page, ...] = (("Opzet", plan_page),)
