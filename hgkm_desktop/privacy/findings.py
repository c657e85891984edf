"""What the layers of the herleidbaarheidscheck hand over, and what a caller gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """A part of a text that may tell who it is about.

    `start` and `end` are Python string offsets in the text as it was given, `end` not included.
    `reason` is a sentence for the user; `suggestions` can stand in its place, the best one first.
    """

    start: int
    end: int
    kind: FindingKind
    certainty: FindingCertainty
    reason: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a layer found: offsets in `Text.plain`, and suggestions that only the layer knows."""

    start: int
    end: int
    kind: FindingKind
    certainty: FindingCertainty
    reason: str
    instead: tuple[str, ...] = ()


Layer = Callable[[Text], Iterable[Found]]
"""One way of looking. What an earlier layer found is not looked at again by a later one."""
