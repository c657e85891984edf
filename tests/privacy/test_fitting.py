"""What comes in place of a word reads as Dutch: nothing stands there twice."""

from __future__ import annotations

import pytest

from hgkm_desktop.privacy import check
from hgkm_desktop.privacy.fitting import fitted


def with_first_suggestions(text: str) -> str:
    """The text with all that is found replaced by what is suggested first."""
    for one in reversed(check(text)):
        fit = fitted(text, one.start, one.end, one.suggestions[0])
        text = f"{text[: fit.start]}{fit.words}{text[fit.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Gezin De Wit werd gemeld.", "Het gezin werd gemeld."),
        ("bij de familie El Amrani", "bij de familie"),
        ("mevrouw Van Dijk belde", "moeder belde"),
        ("Mevrouw Van Dijk belde", "Moeder belde"),
        ("gesprek met de heer Jansen", "gesprek met vader"),
        ("de wethouder Jansen belde", "de wethouder belde"),
        ("gesprek met dr. Achterberg over school", "gesprek met huisarts over school"),
        ("wijkagent mw. Jansen kwam", "wijkagent kwam"),
        ("onze juf Karin kwam", "onze leerkracht kwam"),
        ("moeder (Fatima) belt", "moeder belt"),
        ("zij belde haar zoon Tim", "zij belde kind 1"),
        ("haar man Ahmed sloeg", "haar partner sloeg"),
        ("de buurman Piet kwam", "een buur kwam"),
        ("woont aan de Lindelaan", "woont aan de woning van moeder"),
        ("op haar school De Regenboog", "op haar school"),
        ("op 3 mei 2020 en sinds 4 juni 2021", "in mei 2020 en sinds juni 2021"),
        (
            "Moeder (Turkse, moslima) sprak",
            "Moeder (met een migratieachtergrond, gelovig) sprak",
        ),
        ("een Turkse moeder spreekt Turks", "een buitenlandse moeder spreekt een andere taal"),
        ("een Turk kwam langs", "iemand uit een ander land kwam langs"),
        ("zij werkt als huisarts.", "zij heeft werk."),
        ("moeder zegt dat Jildou alles regelt", "moeder zegt dat vader alles regelt"),
        ("de tandarts Ravensbergen belde", "de tandarts belde"),
        ("5 mnd oude baby geschud", "jonge baby geschud"),
        ("aan tafel zat Jorn (politie)", "aan tafel zat een medewerker (politie)"),
        ("de 14-jarige zoon", "de minderjarige zoon"),
        ("tussen 1 en 4 feb 2023 geen contact", "in februari 2023 geen contact"),
        ("vonnis d.d. 28 feb. 2020", "vonnis d.d. februari 2020"),
        (
            "vader is burgemeester van de gemeente",
            "vader is iemand met een publieke functie van de gemeente",
        ),
    ],
)
def test_the_first_suggestion_reads_as_dutch(text: str, after: str) -> None:
    assert with_first_suggestions(text) == after


@pytest.mark.parametrize(
    ("before", "word", "instead", "after"),
    [
        ("vroeg moeder ", "Jan", "vader", "vroeg moeder vader"),  # two people may be meant
        ("mevrouw ", "Van Dijk", "De Vries", "mevrouw De Vries"),
        ("postcode: ", "1234 AB", "[postcode]", "postcode: [postcode]"),
        ("bij gezin ", "De Wit", "moeder", "bij het gezin van moeder"),
        ("zij belde moeder. ", "Fatima", "moeder", "zij belde moeder. moeder"),
    ],
)
def test_only_what_must_go_along_does(before: str, word: str, instead: str, after: str) -> None:
    text = before + word
    fit = fitted(text, len(before), len(text), instead)
    assert text[: fit.start] + fit.words == after
