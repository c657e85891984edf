"""The keys of the program on one sheet of two sides, to lie beside the keyboard."""

from __future__ import annotations

from itertools import zip_longest

from hgkm_desktop import __version__
from hgkm_desktop.models.key_map import KeyGroup, KeyRow, key_groups
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import (
    Cell,
    Document,
    Fact,
    Paragraph,
    Run,
    Section,
    Table,
    TableKind,
)
from hgkm_desktop.reports.manual.manual import UPDATED

TITLE = "Toetsen"
SIDES = 2
_PROGRAM = "HGKM Desktop"
_OPENING = (
    "Losse letters en cijfers werken als u op de tijdlijn of in de tabel staat. In het programma "
    "staat deze lijst onder Ctrl+F1."
)
_HEAD = ("Toets", "Doet", "Toets", "Doet")
_WIDTHS = (0.22, 0.28, 0.22, 0.28)


def compose() -> Document:
    """The sheet of keys as a document of the program."""
    return Document(
        title=TITLE,
        subtitle="Alle toetsen op één blad, voor en achter",
        code=_PROGRAM,
        version=1,
        made_on=UPDATED,
        state=CaseState.IN_BEWERKING,
        organisation="",
        marking="",
        facts=(
            Fact("Programma", _PROGRAM),
            Fact("Bij versie", __version__),
        ),
        opening=(Paragraph((Run(_OPENING),)),),
        sections=tuple(_section(group) for group in key_groups()),
        signature=f"{TITLE} {_PROGRAM} {__version__}",
        disclaimer="Is er nu gevaar? Bel 112. Veilig Thuis: 0800-2000.",
        text_pages=SIDES,
        dense=True,
    )


def _section(group: KeyGroup) -> Section:
    """Two keys beside each other: so all of them stand on one sheet."""
    half = (len(group.rows) + 1) // 2
    pairs = zip_longest(group.rows[:half], group.rows[half:])
    rows = tuple((*_cells(one), *_cells(other)) for one, other in pairs)
    return Section(group.name, (Table(TableKind.NARROW, _HEAD, rows, widths=_WIDTHS),))


def _cells(row: KeyRow | None) -> tuple[Cell, Cell]:
    if row is None:
        return Cell(), Cell()
    return Cell((Run(row.name),)), Cell((Run(row.does),))
