"""Twelve invented events as people tell them, with how each organisation at the table lived them.

They were written before anything was tuned by them: no number of keys was known yet.
"""

from __future__ import annotations

from dataclasses import dataclass

from hgkm_desktop.models.terms import EventKind, Mark

ORGANISATIONS = ("politie", "Veilig Thuis", "wijkteam", "gemeente")
GOED, NIET, RISICO = Mark.GOED, Mark.NIET_OKE, Mark.RISICO
_WORDS = {GOED: "goed", NIET: "niet oké", RISICO: "risicovol"}


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it is told: when, what sort, what, who, and a mark of each organisation."""

    when: str
    kind: EventKind
    word: str
    what: str
    organisations: tuple[str, ...]
    roles: tuple[str, ...]
    marks: tuple[Mark | None, ...]

    def cells(self) -> tuple[str, ...]:
        """The cells of its row in a spreadsheet: datum, soort, wat, wie, a beleving of each."""
        who = ", ".join((*self.organisations, *self.roles))
        lived = [_WORDS[mark] if mark is not None else "" for mark in self.marks]
        return (self.when, self.word, self.what, who, *lived)


TWELVE = (
    Told(
        "jan 2022",
        EventKind.LIFE_EVENT,
        "life event",
        "vader raakt zijn werk kwijt",
        (),
        ("vader",),
        (None, None, GOED, None),
    ),
    Told(
        "14-3-2022",
        EventKind.MELDING,
        "melding",
        "buren horen geschreeuw en huilen",
        ("politie",),
        ("moeder", "kind 1"),
        (GOED, NIET, None, None),
    ),
    Told(
        "15-3-2022",
        EventKind.OVERDRACHT,
        "overdracht",
        "zorgmelding gaat door",
        ("politie", "Veilig Thuis"),
        (),
        (GOED, NIET, NIET, None),
    ),
    Told(
        "april 2022",
        EventKind.CONTACT,
        "gesprek",
        "eerste gesprek thuis, vader is er niet bij",
        ("wijkteam",),
        ("moeder",),
        (None, NIET, GOED, None),
    ),
    Told(
        "voorjaar 2022",
        EventKind.SIGNAAL,
        "signaal",
        "juf ziet dat kind 1 stil is",
        ("school",),
        ("kind 1",),
        (RISICO, RISICO, NIET, None),
    ),
    Told(
        "9-7-2022",
        EventKind.INCIDENT,
        "incident",
        "vader duwt moeder in de keuken",
        ("politie",),
        ("vader", "moeder", "kind 1"),
        (RISICO, RISICO, RISICO, RISICO),
    ),
    Told(
        "9-7-2022",
        EventKind.TAXATIE,
        "taxatie",
        "hoge score op de lijst",
        ("politie",),
        ("vader",),
        (GOED, GOED, None, GOED),
    ),
    Told(
        "10-7-2022",
        EventKind.INTERVENTIE,
        "interventie",
        "tijdelijk huisverbod opgelegd",
        ("gemeente",),
        ("vader",),
        (GOED, GOED, GOED, GOED),
    ),
    Told(
        "20-7-2022",
        EventKind.BESLUIT,
        "besluit",
        "huisverbod niet verlengd",
        ("gemeente",),
        ("vader",),
        (RISICO, RISICO, NIET, GOED),
    ),
    Told(
        "sept 2022",
        EventKind.AFSTEMMING,
        "overleg",
        "voor het eerst alle partijen om tafel",
        ("politie", "Veilig Thuis", "wijkteam"),
        (),
        (GOED, GOED, GOED, NIET),
    ),
    Told(
        "okt 2022",
        EventKind.PLAN,
        "plan",
        "één plan met afspraken per gezinslid",
        ("wijkteam",),
        ("moeder", "vader", "kind 1"),
        (None, GOED, GOED, GOED),
    ),
    Told(
        "maart 2023",
        EventKind.CONTACT,
        "gesprek",
        "moeder zegt dat het rustig is",
        ("Veilig Thuis",),
        ("moeder",),
        (NIET, GOED, GOED, None),
    ),
)


def spreadsheet_keys(told: tuple[Told, ...] = TWELVE) -> int:
    """How many keys the rows of a spreadsheet take: each letter, a Tab to the next cell, Enter.

    Without its headings, and with nothing completed by itself.
    """
    rows = [event.cells() for event in told]
    return sum(sum(map(len, cells)) + len(cells) for cells in rows)
