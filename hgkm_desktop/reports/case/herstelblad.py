"""What the herstelblad says: the code that opens a casusbestand when its passphrase is gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import (
    Bullets,
    Cell,
    Document,
    Fact,
    Item,
    NumberedList,
    Paragraph,
    Run,
    Section,
    Table,
    TableKind,
    Tone,
)

TITLE = "Herstelblad"
_COLUMNS = 2
_STEPS = (
    "Open HGKM Desktop en kies het casusbestand.",
    "Kies ‘Openen met herstelcode’.",
    "Typ de groepen over, van 1 tot en met de laatste. Hoofdletters, spaties en streepjes maken "
    "niet uit.",
    "Kies daarna ‘Wachtwoord wijzigen’ en bedenk een nieuw wachtwoord. Er hoort dan een nieuw "
    "herstelblad bij.",
)
_KEEPING = (
    "Wie dit blad en het bestand heeft, kan alles lezen. Bewaar het blad achter slot, niet bij de "
    "computer.",
    "Bewaar dit blad niet als bestand en maak er geen foto van.",
    "De code heeft geen letters I, L, O en U. Een 0 is dus altijd een nul en een 1 altijd een één.",
    "Na een nieuw wachtwoord opent deze code het bestand niet meer. Vernietig dan dit blad. Oude "
    "back-ups opent de code nog wel.",
)


def compose(
    file_name: str, groups: Sequence[str], *, made_on: date, organisation: str = ""
) -> Document:
    """The herstelblad of a file: `groups` are those of its herstelcode, in their order."""
    return Document(
        title=TITLE,
        subtitle="Opent een casusbestand zonder wachtwoord",
        code="",
        version=1,
        made_on=made_on,
        state=CaseState.IN_BEWERKING,
        organisation=organisation.strip(),
        marking="Geheim: opent een casusbestand",
        facts=(Fact("Bestand", file_name), Fact("Gemaakt op", day_text(made_on))),
        opening=(
            Paragraph((Run("Met deze code opent u het bestand als het wachtwoord kwijt is."),)),
        ),
        sections=(
            Section("De herstelcode", (_table(groups),)),
            Section("Zo opent u het bestand", (NumberedList(_items(_STEPS)),)),
            Section("Goed bewaren", (Bullets(_items(_KEEPING)),)),
        ),
        signature=TITLE,
        disclaimer="Bewaar dit blad achter slot",
        text_pages=1,
    )


def _items(sentences: Sequence[str]) -> tuple[Item, ...]:
    return tuple(Item((Run(sentence),)) for sentence in sentences)


def _table(groups: Sequence[str]) -> Table:
    """The groups under each other in two columns, each with its number."""
    high = -(-len(groups) // _COLUMNS)
    rows = []
    for row in range(high):
        cells: list[Cell] = []
        for place in range(row, high * _COLUMNS, high):
            number, group = (str(place + 1), groups[place]) if place < len(groups) else ("", "")
            cells += [Cell((Run(number),)), Cell((Run(" ".join(group), Tone.STRONG),))]
        rows.append(tuple(cells))
    return Table(
        TableKind.PLAIN,
        ("Groep", "Tekens") * _COLUMNS,
        tuple(rows),
        widths=(1.0, 2.0) * _COLUMNS,
    )
