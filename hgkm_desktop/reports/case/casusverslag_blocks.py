"""The small pieces that the casusverslag is put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hgkm_desktop.reports.content import (
    Bullets,
    Cell,
    Item,
    Paragraph,
    ParagraphKind,
    Run,
    Table,
    TableKind,
    Tone,
)

Rows = Sequence[tuple[Cell, ...]]


def capital(text: str) -> str:
    """The text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def cell(text: str) -> Cell:
    """A cell of plain words; empty words make an empty cell."""
    return Cell((Run(text),)) if text.strip() else Cell()


def aside(text: str) -> Cell:
    """A cell that says, calmly, that nothing is known."""
    return Cell((Run(text, Tone.ASIDE),))


def note(text: str) -> Paragraph:
    return Paragraph((Run(text),), ParagraphKind.NOTE)


def labelled(pairs: Iterable[tuple[str, str]]) -> tuple[Bullets, ...]:
    """An item 'Label: words' for each pair that has words; no list when none has."""
    items = tuple(
        Item((Run(f"{label}:", Tone.STRONG), Run(f" {words}"))) for label, words in pairs if words
    )
    return (Bullets(items),) if items else ()


def filled_table(
    head: Sequence[str], rows: Rows, widths: Sequence[float], *, caption: str = ""
) -> Table:
    """A table of which the first cell of a row says what it is about.

    A column that is empty in every row is left out: nobody filled it in.
    """
    used = [place for place in range(len(head)) if any(row[place] != Cell() for row in rows)]
    return Table(
        TableKind.PLAIN,
        tuple(head[place] for place in used),
        tuple(tuple(row[place] for place in used) for row in rows),
        widths=tuple(widths[place] for place in used),
        row_heads=True,
        caption=caption,
    )
