"""What is said of a damaged file: which backup is in order, what it misses, what can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hgkm_desktop.casefile import Backup, CaseHeading
from hgkm_desktop.models.dutch import count_text, day_text, list_text

DAMAGED = (
    "Een deel van dit casusbestand is beschadigd. Er wordt niets meer in geschreven. "
    "Het blijft staan waar het staat, en het wordt niet veranderd of weggehaald."
)
NONE_KNOWN = "Er is geen back-up gevonden die zeker bij dit bestand hoort."
CHOOSE_BACKUP = "Back-up terugzetten…"
BY_HAND = (
    f"Met ‘{CHOOSE_BACKUP}’ ziet u de back-ups van elk casusbestand op deze computer. "
    "Kies daar zelf een back-up, en typ het wachtwoord dat erbij hoort."
)
NONE_AT_ALL = (
    "Er is op deze computer geen enkele back-up. "
    "Kijk of er op een andere computer of op een stick nog een kopie van het bestand staat."
)
OPEN_BACKUP = "Back-up openen…"
LOOKING = "De back-ups worden nagekeken. Dat duurt even."
NONE_GOOD = (
    "Er is op deze computer geen back-up van dit bestand die in orde is. Bewaar het beschadigde "
    "bestand. Kijk of er op een andere computer of op een stick nog een kopie staat."
)
COPY_OF_REST = "Met ‘Kopie om in te werken’ bewaart u apart wat nog te lezen is."
ALL_NEW = "U hebt hierna in dit bestand nog niets opgeslagen: er ontbreekt niets."
_ALMOST = "Het bestand is in dezelfde minuut voor het laatst opgeslagen: hooguit uw allerlaatste "
_ALMOST += "wijziging ontbreekt in de back-up."
_ELSEWHERE = (
    "Let op: hij is van een kopie van dit bestand die op een andere plek stond. Of hij is van dit "
    "bestand, toen het daar nog stond. Wat u alleen hier deed, kan erin ontbreken, ook van eerder. "
    "Er kan ook iets in staan wat alleen in die kopie is gedaan. Kijk na het openen of alles erin "
    "staat."
)


def moment_text(moment: datetime, today: date) -> str:
    """'vandaag om 11:05', 'gisteren om 16:40' or 'op 3 mei 2026 om 14:32'."""
    days = {today: "vandaag", today - timedelta(days=1): "gisteren"}
    day = days.get(moment.date()) or f"op {day_text(moment.date())}"
    return f"{day} om {moment:%H:%M}"


def backup_text(backup: Backup, saved: datetime | None, today: date) -> str:
    """Of when the backup is and what is not in it; `saved` is when the file was last written."""
    return f"{_in_order(backup, today)} {_difference(backup.made, saved, today)}"


def elsewhere_text(backup: Backup, today: date) -> str:
    """Of a backup of a copy of the file: what happened in one of the two is not in the other."""
    return f"{_in_order(backup, today)} {_ELSEWHERE}"


def _in_order(backup: Backup, today: date) -> str:
    return f"De back-up van {_of(backup.made, today)} is net nagekeken en is in orde."


def _of(moment: datetime, today: date) -> str:
    return moment_text(moment, today).removeprefix("op ").replace(" om ", ", ")


def _difference(made: datetime, saved: datetime | None, today: date) -> str:
    if saved is None:
        return "Wat u daarna nog deed, staat er niet in."
    if saved < made:
        return ALL_NEW
    if saved - made < timedelta(minutes=1):
        return _ALMOST
    return (
        f"Het bestand is {moment_text(saved, today)} voor het laatst opgeslagen. "
        "Wat u tussen die twee momenten deed, ontbreekt in de back-up."
    )


def readable_text(whole: Sequence[CaseHeading], damaged: Sequence[CaseHeading]) -> str:
    """Which cases of a damaged file can still be read."""
    if not whole:
        return "Geen enkele casus is nog helemaal te lezen."
    if not damaged:
        return f"Elke casus is nog te lezen: {_codes(whole)}. Beschadigd is iets anders."
    return f"Nog helemaal te lezen: {_codes(whole)}. Beschadigd: {_codes(damaged)}."


def _codes(cases: Sequence[CaseHeading]) -> str:
    return f"casus {list_text([case.code for case in cases])}"


def suspicion_text(backups: int) -> str:
    """After a few wrong passphrases: that it may not be the passphrase that is wrong."""
    words = "Het kan ook zijn dat het bestand beschadigd is."
    if not backups:
        return f"{words} Er zijn op deze computer geen back-ups van."
    return f"{words} U hebt {count_text(backups, 'back-up', 'back-ups')} ervan."
