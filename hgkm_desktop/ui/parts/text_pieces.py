"""The parts of a text that are looked at one by one, and how long a text is for Qt."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_PIECE = 2_000
"""Characters that are looked at in one go; a longer paragraph is looked at in parts."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs that hold something, each with where it begins, as Python counts."""
    at = 0
    for paragraph in text.split("\n"):
        start = at
        at += len(paragraph) + 1
        while paragraph:
            piece = paragraph[: _length(paragraph)]
            if not piece.isspace():
                yield start, piece
            start += len(piece)
            paragraph = paragraph[len(piece) :]


def units(text: str) -> int:
    """How long a text is for Qt, for which a sign beyond the first 65,536 counts twice."""
    return len(text) if text.isascii() else len(text) + sum(sign > "\uffff" for sign in text)


def _length(paragraph: str) -> int:
    if len(paragraph) <= LONGEST_PIECE:
        return len(paragraph)
    return paragraph.rfind(" ", 0, LONGEST_PIECE) + 1 or LONGEST_PIECE
