"""What a finding can be, and how certain the herleidbaarheidscheck is of it."""

from __future__ import annotations

from hgkm_desktop.models.terms import Term


class FindingKind(Term):
    """What was found; the words of the herleidbaarheidscheck."""

    BSN = ("bsn", "burgerservicenummer")
    IBAN = ("iban", "rekeningnummer")
    TELEFOON = ("telefoon", "telefoonnummer")
    EMAIL = ("email", "e-mailadres")
    URL = ("url", "webadres")
    POSTCODE = ("postcode", "postcode")
    KENTEKEN = ("kenteken", "kenteken")
    ZAAKNUMMER = ("zaaknummer", "zaak- of dossiernummer")
    ACCOUNT = ("account", "naam van een account")
    OPVANG = ("opvang", "opvang of schuilplaats")
    GEBOORTEDATUM = ("geboortedatum", "geboortedatum")
    DATUM = ("datum", "precieze datum")
    LEEFTIJD = ("leeftijd", "precieze leeftijd")
    ADRES = ("adres", "adres of straat")
    SCHOOL = ("school", "school of kinderopvang")
    ORGANISATIE = ("organisatie", "plaatselijke organisatie")
    PLAATS = ("plaats", "plaats of streek")
    NATIONALITEIT = ("nationaliteit", "herkomst, taal of geloof")
    BEROEP = ("beroep", "beroep")
    NAAM = ("naam", "naam")
    AANTAL = ("aantal", "klein aantal in een zin over cijfers")


class FindingCertainty(Term):
    """Zeker blocks, waarschijnlijk asks for a decision each, mogelijk for one look at all."""

    ZEKER = ("zeker", "zeker")
    WAARSCHIJNLIJK = ("waarschijnlijk", "waarschijnlijk")
    MOGELIJK = ("mogelijk", "mogelijk")
