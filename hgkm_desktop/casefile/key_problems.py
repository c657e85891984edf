"""The known errors around a key that this computer remembers, each with its Dutch sentences."""

from hgkm_desktop.errors import HgkmError


class NoSafePlace(HgkmError):
    """This computer has no place that is known to keep a secret encrypted."""

    def __init__(self) -> None:
        super().__init__(
            "Deze computer heeft geen wachtwoordkluis die de sleutel versleuteld bewaart.",
            safe="Er is niets bewaard.",
            todo="U opent het bestand met uw wachtwoord. "
            "Uw beheerder kan de wachtwoordkluis van het systeem aanzetten.",
        )


class NotRemembered(HgkmError):
    """The key was not put away: the system refused, did not answer, or gave something else back."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutel van dit bestand is niet op deze computer bewaard. "
            "De wachtwoordkluis van uw computer werkte niet mee.",
            safe="Aan het bestand is niets veranderd.",
            todo="U opent het bestand met uw wachtwoord. Later kunt u het opnieuw proberen.",
        )


class KeyNotGiven(HgkmError):
    """The system does not give the remembered key: out of order, locked, refused or too late."""

    def __init__(self) -> None:
        super().__init__(
            "Uw computer kon de bewaarde sleutel niet geven.",
            safe="Er is niets verloren.",
            todo="Typ uw wachtwoord.",
        )


class KeyOutdated(HgkmError):
    """What the system kept is no key, not the key of this file, or gone."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutel die uw computer bewaarde, is weg of past niet bij dit bestand.",
            safe="Er is niets verloren.",
            todo="Typ uw wachtwoord.",
        )


class NotForgotten(HgkmError):
    """The key may still be in the place of the system, but this program does not ask for it."""

    def __init__(self) -> None:
        super().__init__(
            "De sleutel kon niet uit de wachtwoordkluis van uw computer worden gehaald.",
            safe="Dit programma gebruikt hem niet meer en vraagt voortaan uw wachtwoord.",
            todo="Verwijder daar zelf ‘HGKM Desktop’. Lukt dat niet, wijzig dan het "
            "wachtwoord: daarna past de sleutel niet meer op dit bestand.",
        )
