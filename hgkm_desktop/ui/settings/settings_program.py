"""What is set for the program on this computer, whichever file is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hgkm_desktop import policy
from hgkm_desktop.day_form import DayForm
from hgkm_desktop.policy import MOST_MINUTES, Policy
from hgkm_desktop.settings import TEXT_SIZES
from hgkm_desktop.ui.parts.chosen import Chosen
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.settings.backup_place import BackupPlace
from hgkm_desktop.ui.settings.looks_menu import THEME_WORDS, after_words, minutes_to_choose
from hgkm_desktop.ui.settings.settings_form import SettingsForm

_DAYS = (
    (DayForm.VOLUIT, "14 maart 2021"),
    (DayForm.KORT, "14 mrt 2021"),
    (DayForm.CIJFERS, "14-03-2021"),
)
_ABOUT_DAYS = (
    "Zo staat een dag op het scherm en in documenten die u daarna maakt. Wat geen dag is, zoals "
    "voorjaar 2021 of circa 2019, blijft in woorden. U mag een datum altijd typen zoals u wilt."
)
_ABOUT_LOCK = "Als niemand een toets of de muis gebruikt, gaat het casusbestand op slot."


class ProgramSettingsPage(SettingsForm):
    """Changes what was chosen, which the menus follow; `fill` shows what they changed."""

    def __init__(self, chosen: Chosen) -> None:
        super().__init__("Instellingen van dit programma")
        self._chosen, self._at_start = chosen, chosen.settings
        self._policy = policy.in_force()
        self.form.heading("Hoe het eruitziet")
        self._ask_looks()
        self.form.heading("Vergrendelen")
        self._ask_lock()
        self.form.heading("Back-ups")
        self.place = BackupPlace(chosen)
        self.form.add_widget(self.place)
        self._say_policy()
        self.form.end()

    @property
    def is_changed(self) -> bool:
        """Whether something is other than when the page came up."""
        return self._chosen.settings != self._at_start

    def turn_back(self) -> None:
        """Let all be as when the page came up; where copies of backups came meanwhile is kept."""
        now = self._chosen.settings
        before = now.with_backups(self._at_start.backups)
        self._chosen.change(self._at_start._replace(earlier=before.earlier))
        self.take_back()

    def _ask_looks(self) -> None:
        sizes = [(0, "Zoals het systeem"), *((size, f"{size}%") for size in TEXT_SIZES)]
        for name, field, attribute, hint in (
            ("Thema", Choice(THEME_WORDS), "theme", ""),
            ("Grootte van de tekst", Choice(sizes), "text", ""),
            ("Hoe een datum er staat", Choice(_DAYS), "days", _ABOUT_DAYS),
        ):
            self._ask(name, field, attribute, hint)

    def _ask_lock(self) -> None:
        minutes = minutes_to_choose(self._chosen.settings)
        field = Choice([(number, after_words(number)) for number in minutes])
        self.bind("Vanzelf vergrendelen", field, self._minutes, self._put_minutes, _ABOUT_LOCK)
        if self._policy.lock_after < MOST_MINUTES:
            most = self._policy.lock_after
            self.decided(f"uiterlijk {after_words(most).lower()}.")

    def _ask(self, name: str, field: Choice, attribute: str, hint: str) -> None:
        def get() -> Any:  # noqa: ANN401 - each attribute has its own type
            return getattr(self._chosen.settings, attribute)

        def put(value: Any) -> None:  # noqa: ANN401
            self._chosen.change(self._chosen.settings._replace(**{attribute: value}))

        self.bind(name, field, get, put, hint)

    def _minutes(self) -> int:
        return self._chosen.lock_after

    def _put_minutes(self, minutes: int) -> None:
        self._chosen.change(self._chosen.settings._replace(lock_after=minutes))

    def _say_policy(self) -> None:
        """What the administrator decided that is no choice here, and what could not be read."""
        lines = [*policy_words(self._policy)]
        if not lines:
            return
        self.form.heading("Van uw beheerder")
        for line in lines:
            self.form.add_widget(label(line))
        for problem in self._policy.problems:
            self.form.add_widget(label(problem, quote=True))

    def fill(self) -> None:
        super().fill()
        self.place.show_place()


def policy_words(held: Policy) -> Iterator[str]:
    """What a policy decides besides the choices of this page, a sentence each."""
    if held.passphrase > policy.LEAST_PASSPHRASE:
        yield f"Een nieuw wachtwoord heeft minstens {held.passphrase} tekens."
    if held.small > policy.LEAST_SMALL:
        yield f"Aantallen onder {held.small} staan niet op papier en in tabellen."
    if not held.documents:
        yield "Bewaren, afdrukken en kopiëren van documenten, tabellen en afbeeldingen staat uit."
    if not held.colleague_copy:
        yield "Een kopie voor een collega maken staat uit."
    if not held.remember_key:
        yield "Een sleutel onthouden op deze computer staat uit."
    if held.problems:
        yield "Niet alles van het beleid is te lezen. Dat telt zo streng als het kan:"
