"""The pages of one time that an exercise is played.

Source: masterclass veiligheidsinterventies (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.playing import Playing, PlayTable
from hgkm_desktop.models.records import new_id
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.exercises.play_choices import ChoicesPage
from hgkm_desktop.ui.exercises.play_console import ConsolePage, course_of
from hgkm_desktop.ui.exercises.play_differences import DifferencesPage
from hgkm_desktop.ui.parts.clock_fields import TimeField
from hgkm_desktop.ui.parts.date_fields import DayField
from hgkm_desktop.ui.parts.fields import TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind, RecordList
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.practice.leertafel_kinds import insist_filled
from hgkm_desktop.ui.window.work_form import WorkForm
from hgkm_desktop.ui.window.work_screen import Page

_GONE = "De oefening staat niet meer in dit bestand."


class PlayingPage(WorkForm):
    """Which exercise, when it is played, who sits where, and what was taken from it."""

    def __init__(self, document: Document, shown: WorkOnScreen) -> None:
        super().__init__(document, shown)
        self._course = course_of(document, shown)
        self._of = label("", soft=True)
        self._tables = RecordList(document, TABLES, shown)
        self._more = QPushButton("Tafel erbij")
        self._more.setAutoDefault(True)
        self._more.setToolTip("Zet er meteen een tafel bij, met het volgende nummer als naam")
        self._more.clicked.connect(self._add_table)
        self._tables.add_button(self._more)
        self.form.heading("De speelbeurt")
        self.form.add_widget(self._of)
        self.ask_for("title", "Titel", TextLine("bijvoorbeeld: middag met de wijkteams"))
        self.ask_for("held_on", "Op welke dag", DayField())
        self.ask_for("starts_at", "Hoe laat begint u", TimeField())
        self.form.add_widget(self._tables)
        self.ask_for("conclusion", "Wat nemen we mee", TextBlock(4))
        self.form.end()
        self.fill()
        self._course.changed.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        exercise = self._course.exercise
        self._of.setText(f"Oefening: {_named(exercise)}" if exercise is not None else _GONE)

    @Slot()
    def _add_table(self) -> None:
        """One more table, with the next number as its name."""
        playing = self._value()
        if not isinstance(playing, Playing) or self._shown is None:
            return
        taken, number = {table.name for table in playing.tables}, 1
        while f"Tafel {number}" in taken:
            number += 1
        table = PlayTable(new_id(), f"Tafel {number}")
        self._shown.edit("tafel erbij", replace(playing, tables=(*playing.tables, table)))
        self._tables.choose(table.id)


def _named(exercise: Exercise) -> str:
    return " · ".join(filter(None, (exercise.title.strip(), exercise.code, exercise.state.label)))


def _ask_table(parent: QWidget, playing: Playing, table: PlayTable) -> RecordDialog:
    asked = RecordDialog(parent, "Tafel", table)
    asked.ask_for(
        "name", "Hoe heet de tafel", TextLine("bijvoorbeeld: Tafel 1"), "Geen namen van mensen."
    )
    return asked


def _check_table(playing: Playing, table: PlayTable) -> None:
    insist_filled(table.name, "Geef de tafel een naam.")
    others = {t.name.strip().casefold() for t in playing.tables if t.id != table.id}
    if table.name.strip().casefold() in others:
        raise BadInput("Die tafel is er al.", todo="Kies een andere naam.")


def _chosen_by(playing: Playing, table: PlayTable) -> int:
    return sum(1 for one in playing.choices if one.table_id == table.id)


def _lost_with_table(document: Document, playing: Playing, table: PlayTable) -> str:
    chosen = _chosen_by(playing, table)
    made = count_text(chosen, "keuze", "keuzes")
    return f"Wat deze tafel koos, gaat ook weg: {made}." if chosen else ""


def _gone_with_table(playing: Playing, table: PlayTable) -> str:
    chosen = _chosen_by(playing, table)
    if not chosen:
        return "zij had nog niets gekozen"
    return f"met {count_text(chosen, 'keuze', 'keuzes')} van deze tafel"


TABLES = PartKind(
    field="tables",
    one="tafel",
    heading="Tafels",
    explanation="Wie samen kiest: een tafel, een tweetal of één speler. Geen namen van mensen.",
    empty="Nog geen tafels. Begin met tafel 1.",
    words=lambda playing, table: table.name,
    new=lambda playing: PlayTable(new_id(), ""),
    dialog=_ask_table,
    check=_check_table,
    drop=Playing.without_table,
    gone=_gone_with_table,
    lost=_lost_with_table,
)

PLAYING_PAGES: tuple[Page, ...] = (
    ("De speelbeurt", PlayingPage),
    ("Spelen", ConsolePage),
    ("Keuzes", ChoicesPage),
    ("Verschillen", DifferencesPage),
)
