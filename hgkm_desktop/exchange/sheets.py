"""A table from elsewhere as plain cells, how large it may be, and the ways to refuse one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hgkm_desktop.errors import BadInput

MOST_ROWS, MOST_COLUMNS = 20_000, 60
MOST_CHARACTERS = 5_000_000  # in all cells of a file together
MOST_SHEETS = 50


class Trouble(Enum):
    """What is in a cell instead of a value; its text is the sentence for the user."""

    FORMULA = "Hier staat een formule zonder uitkomst. Typ de uitkomst in de cel."
    ERROR = "Hier staat een fout van het rekenblad. Typ wat er moet staan."


Cell = str | float | bool | date | Trouble
"""What stands in one cell. A day is known to the day; a date of which the table shows no day is
text, so that nothing becomes more exact than it was. Numbers may be dates that were counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row until the last that is filled; `number` counts from 1, as on screen."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """What stands in a column, counted from 0; empty text beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: only the rows that hold something. `since_1904` is how the file counts days."""

    name: str
    rows: tuple[Row, ...]
    since_1904: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row.cells) for row in self.rows), default=0)


class Refusal(Enum):
    """Why a file is not read: what is the matter, and what to do."""

    TOO_LARGE = (
        "Dit bestand is te groot om te lezen.",
        "Bewaar alleen de tabel met gebeurtenissen in een nieuw bestand.",
    )
    ROWS = (
        "Deze tabel heeft meer dan 20.000 rijen.",
        "Haal weg wat niet bij deze casus hoort, of verdeel de tabel.",
    )
    COLUMNS = (
        "Deze tabel heeft meer dan 60 kolommen.",
        "Haal de kolommen weg die u niet nodig hebt.",
    )
    PASSWORD = (
        "Dit bestand heeft een wachtwoord of is van een oude Excel.",
        "Bewaar het zonder wachtwoord als xlsx, ods of csv.",
    )
    NO_TABLE = (
        "Dit bestand is geen tabel.",
        "Kies een bestand van LibreOffice (ods), Excel (xlsx) of een csv-bestand.",
    )
    BROKEN = (
        "Dit bestand is beschadigd of is niet wat de naam zegt.",
        "Open het in LibreOffice of Excel en bewaar het opnieuw.",
    )
    SUSPECT = (
        "In dit bestand staat iets dat in een gewone tabel niet voorkomt.",
        "Vraag de afzender om een nieuw bestand, of bewaar de tabel als csv.",
    )
    MEMORY = (
        "Dit bestand vraagt te veel geheugen of tijd om te lezen.",
        "Bewaar alleen de tabel met gebeurtenissen in een nieuw bestand.",
    )
    EMPTY = (
        "In dit bestand staat geen tabel met inhoud.",
        "Kijk of u het goede bestand hebt gekozen.",
    )
    SIGNS = (
        "De tekens in dit bestand zijn niet te lezen.",
        "Bewaar het in Excel als ‘CSV UTF-8’, of als xlsx.",
    )
    UNREADABLE = (
        "Dit bestand is niet te openen.",
        "Sluit het als het nog open staat, en kijk of u het mag lezen.",
    )


class TableRefused(BadInput):
    """A table from elsewhere is not read; nothing of it came in."""

    def __init__(self, refusal: Refusal) -> None:
        what, todo = refusal.value
        super().__init__(what, safe="Er is niets ingelezen.", todo=todo)
        self.refusal = refusal


class Gathered:
    """The rows of one sheet as they are read. Raises TableRefused as soon as there are too many."""

    def __init__(self, characters: int = 0) -> None:
        self.rows: list[Row] = []
        self.characters = characters

    def add(self, number: int, cells: list[Cell], times: int = 1) -> None:
        """A row that stands `times` times from row `number` on; empty ones are left out."""
        while cells and is_blank(cells[-1]):
            cells.pop()
        if not cells:
            return
        if number + times - 1 > MOST_ROWS:
            raise TableRefused(Refusal.ROWS)
        if len(cells) > MOST_COLUMNS:
            raise TableRefused(Refusal.COLUMNS)
        self.characters += times * sum(len(c) for c in cells if isinstance(c, str))
        if self.characters > MOST_CHARACTERS:
            raise TableRefused(Refusal.TOO_LARGE)
        kept = tuple(cells)
        self.rows += [Row(number + more, kept) for more in range(times)]


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in a cell that can be seen."""
    return isinstance(cell, str) and not cell.strip()
