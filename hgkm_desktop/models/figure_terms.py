"""The words of cijfers in beeld that are stored in the file, with their Dutch labels."""

from __future__ import annotations

from hgkm_desktop.models.terms import Term


class FigureKind(Term):
    """What sort of number an indicator gives."""

    AANTAL = ("aantal", "aantal")
    AANDEEL = ("aandeel", "aandeel")
    VERHOUDING = ("verhouding", "verhouding")


class FigureUnit(Term):
    """What is counted; one adres can have many meldingen, so units are never added up."""

    MELDING = ("melding", "melding")
    ADVIES = ("advies", "advies")
    CONTACT = ("contact", "advies of melding")
    ADRES = ("adres", "adres")
    PERSOON = ("persoon", "persoon")
    ZAAK = ("zaak", "zaak")
    INCIDENT = ("incident", "incident")
    TAXATIE = ("taxatie", "taxatie")
    HUISVERBOD = ("huisverbod", "huisverbod")
    OVERTREDING = ("overtreding", "overtreding")
    AANGIFTE = ("aangifte", "aangifte")
    PROCEDURE = ("procedure", "procedure")
    ANDERS = ("anders", "iets anders")


class Direction(Term):
    """Which way those who made the method want a figure to go; for most of them nobody said."""

    GEEN = ("geen", "geen gewenste richting")
    OMHOOG = ("omhoog", "omhoog")
    OMLAAG = ("omlaag", "omlaag")


class ValueKind(Term):
    """How well a value is known, or why there is none; not mentioned is not nought."""

    EXACT = ("exact", "exact")
    CIRCA = ("circa", "circa")
    AFGEROND = ("afgerond", "afgerond")
    NIET_VERMELD = ("niet_vermeld", "niet vermeld")
    NIET_LEVERBAAR = ("niet_leverbaar", "niet leverbaar")
    ALLEEN_HANDMATIG = ("alleen_handmatig", "alleen handmatig")

    @property
    def has_number(self) -> bool:
        return self in (ValueKind.EXACT, ValueKind.CIRCA, ValueKind.AFGEROND)


class AreaKind(Term):
    """Of what the figures are."""

    GEMEENTE = ("gemeente", "gemeente")
    REGIO = ("regio", "regio")
