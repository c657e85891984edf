"""What is set for one casusbestand: its house style, and from how many on a count is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot

from hgkm_desktop import policy
from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.privacy.small_counts import threshold_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.colour_field import ColourField
from hgkm_desktop.ui.parts.fields import Choice, TextLine
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.settings.settings_form import SettingsForm

MOST_THRESHOLD = 20
_COLOUR = "Een hekje met zes tekens, bijvoorbeeld #0f4c5c. Leeg? Dan de kleur van dit programma."
_SMALL = (
    "Geldt voor aantallen mensen, gezinnen en meldingen op papier en in tabellen die de kring "
    "verlaten. Hoe hoger, hoe minder er op een klein aantal te herkennen is."
)


class FileSettingsPage(SettingsForm):
    """Changes the settings of the file that is open; each change is in the file at once."""

    def __init__(self, document: Document) -> None:
        super().__init__("Instellingen van dit bestand")
        self._document = document
        self._at_start = document.file.settings
        self._example = label("", soft=True)
        if document.is_read_only:
            self.form.note(f"U kunt hier niets wijzigen. {document.file.read_only_reason}".strip())
        self.form.heading("Huisstijl")
        self.form.note("Zo zien de documenten van dit casusbestand eruit.")
        self._ask_style()
        self.form.heading("Kleine aantallen")
        self._ask_small()
        self.form.end()
        if document.is_read_only:
            self.read_only()
        self.changed.connect(self._show_example)
        self._show_example()

    @property
    def is_changed(self) -> bool:
        """Whether something is other than when the page came up."""
        return self._document.file.settings != self._at_start

    def turn_back(self) -> None:
        """Let all be as when the page came up. Raises HgkmError when that is not saved."""
        if self.is_changed:
            self._document.change_settings(self._at_start)
        self.take_back()
        self.changed.emit()

    def _ask_style(self) -> None:
        self.bind("Organisatie", TextLine(), self._organisation, self._put_organisation)
        self.bind("Huiskleur", ColourField(), self._accent, self._put_accent, _COLOUR)

    def _ask_small(self) -> None:
        least = policy.in_force().small
        numbers = {*range(least, max(MOST_THRESHOLD, least) + 1), self._small()}
        field = Choice([(number, f"Vanaf {number}") for number in sorted(numbers)])
        self.bind(
            "Vanaf welk aantal staat het getal er", field, self._small, self._put_small, _SMALL
        )
        if least > policy.LEAST_SMALL:
            self.decided(f"minstens {least}.")
        self.form.add_widget(self._example)

    def _organisation(self) -> str:
        return self._document.file.settings.organisation

    def _accent(self) -> str:
        return self._document.file.settings.accent

    def _small(self) -> int:
        return threshold_of(self._document.file.settings)

    def _put_organisation(self, name: str) -> None:
        self._put(organisation=checked_author(name))

    def _put_accent(self, accent: str) -> None:
        self._put(accent=accent)

    def _put_small(self, number: int) -> None:
        self._put(small_below=number)

    def _put(self, **values: Any) -> None:  # noqa: ANN401 - the fields of the settings
        settings: FileSettings = replace(self._document.file.settings, **values)
        self._document.change_settings(settings)

    @Slot()
    def _show_example(self) -> None:
        self._example.setText(small_words(self._small()))


def small_words(threshold: int) -> str:
    """What a threshold means, with an example."""
    most, more = threshold - 1, threshold + 9
    return (
        f"Een aantal van 1 tot en met {most} komt op papier als ‘<{threshold}’. "
        f"Voorbeeld: {most} meldingen wordt ‘<{threshold}’, {more} meldingen blijft {more} en 0 "
        "blijft 0. Wat zo'n klein aantal zou verraden, zoals het totaal ernaast, blijft ook weg."
    )


def checked_author(name: str) -> str:
    """The name that documents have. Raises BadInput when it says where someone hides."""
    from hgkm_desktop.privacy.gate import problem_of_author

    problem = problem_of_author(name)
    if problem:
        raise BadInput(problem)
    return name.strip()
