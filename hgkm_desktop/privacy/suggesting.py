"""What can be written in place of a finding: the roles of the case first, for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hgkm_desktop.models.dutch import MONTHS
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.terms import FindingKind
from hgkm_desktop.privacy.text import Text

_ROLES = ("moeder", "vader", "kind 1", "ex-partner", "oma", "opa")
_PROFESSIONALS = (
    "wijkagent",
    "gezinsvoogd",
    "jeugdbeschermer",
    "huisarts",
    "advocaat",
    "leerkracht",
    "hulpverlener",
    "wethouder",
    "burgemeester",
)
_INSTEAD = {
    FindingKind.BSN: ("[burgerservicenummer]",),
    FindingKind.IBAN: ("[rekeningnummer]",),
    FindingKind.TELEFOON: ("[telefoonnummer]",),
    FindingKind.EMAIL: ("[e-mailadres]",),
    FindingKind.URL: ("[webadres]", "een bericht op internet"),
    FindingKind.POSTCODE: ("[postcode]", "de wijk"),
    FindingKind.KENTEKEN: ("[kenteken]", "een auto"),
    FindingKind.ZAAKNUMMER: ("[zaaknummer]",),
    FindingKind.ACCOUNT: ("een account op sociale media",),
    FindingKind.OPVANG: ("een veilige plek", "de opvang"),
    FindingKind.GEBOORTEDATUM: ("[geboortedatum]",),
    FindingKind.ADRES: ("de woning van moeder", "de woning van vader", "de straat"),
    FindingKind.SCHOOL: ("de school", "de kinderopvang"),
    FindingKind.ORGANISATIE: ("een organisatie in de buurt", "het werk", "een vereniging"),
    FindingKind.PLAATS: ("de woonplaats", "een andere gemeente", "de regio"),
    FindingKind.NATIONALITEIT: ("een ander land", "een andere taal", "een geloof"),
    FindingKind.BEROEP: ("heeft werk", "een beroep met aanzien", "een publieke functie"),
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_BANDS = (
    (4, "0 tot 4 jaar"),
    (12, "4 tot 12 jaar"),
    (18, "12 tot 18 jaar"),
    (27, "18 tot 27 jaar"),
    (45, "27 tot 45 jaar"),
    (65, "45 tot 65 jaar"),
)


def suggestions(text: Text, found: Found, roles: Iterable[str]) -> tuple[str, ...]:
    """The best one first, none twice."""
    given = found.instead + _by_kind(text, found, tuple(roles))
    return tuple(dict.fromkeys(given))


def _by_kind(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    if found.kind is FindingKind.NAAM:
        return _in_context(text, found) + roles + _ROLES
    if found.kind is FindingKind.DATUM:
        return _less_exact(text.lower[found.start : found.end])
    if found.kind is FindingKind.LEEFTIJD:
        return _band(text.lower[found.start : found.end])
    return _INSTEAD[found.kind]


def _in_context(text: Text, found: Found) -> tuple[str, ...]:
    """A professional keeps the function that stands before the name."""
    before = text.lower[max(0, found.start - 24) : found.start]
    return tuple(word for word in _PROFESSIONALS if re.search(rf"\b{word}\W{{1,2}}$", before))


def _less_exact(typed: str) -> tuple[str, ...]:
    """A day as its month, its year, and after an event."""
    year = _YEAR.search(typed)
    month = next((full for full in MONTHS if full[:3] in typed.replace("mrt", "maart")), "")
    if not month and (number := re.search(r"\d[-/. ]+(\d{1,2})(?:\D|$)", typed)):
        month = MONTHS[int(number[1]) - 1] if 1 <= int(number[1]) <= 12 else ""
    told = [f"in {month} {year[0]}"] if year and month else []
    told += [f"in {month}"] if month else []
    told += [f"in {year[0]}"] if year else []
    return (*told, "enkele weken later")


def _band(typed: str) -> tuple[str, ...]:
    number = re.search(r"\d+", typed)
    if re.search(r"mnd|maand|week|weken|wk|dagen", typed):
        return ("0 tot 4 jaar", "een jong kind")
    if number is None:
        return ("een jong kind", "een tiener", "een volwassene")
    years = int(number[0])
    return (next((band for least, band in _BANDS if years < least), "65 jaar of ouder"),)
