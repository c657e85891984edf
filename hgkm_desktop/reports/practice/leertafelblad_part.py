"""A section of a leertafelblad that can give up its last items when its pages are full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import TeamSignal
from hgkm_desktop.reports.case.casusverslag_blocks import capital, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence
from hgkm_desktop.reports.content import (
    Block,
    Item,
    Run,
    Section,
    Tone,
    texts,
)

IN_VERSLAG, IN_CASUSVERSLAG = "zie het verslag", "zie het casusverslag"
IN_CELL = 60  # characters
_OF_TEAM = 170
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of which the first `kept` of `total` items stand there; `where` is the rest.

    `blocks` gives so many of them. At least `least` stay while something else can go.
    """

    heading: str
    total: int
    blocks: Callable[[int], tuple[Block, ...]]
    kept: int
    least: int = 0
    where: str = IN_VERSLAG
    tinted: bool = False

    @property
    def section(self) -> Section:
        gone = self.total - self.kept
        if gone and not self.kept:
            there = (note(f"Dit past hier niet: {self.where}."),)
            return Section(self.heading, there, tinted=self.tinted)
        blocks = self.blocks(self.kept)
        is_cut = any(text.endswith(_CUT) for text in texts(blocks))
        more = f"Nog {gone}: {self.where}" if gone else f"Meer: {self.where}" if is_cut else ""
        return Section(self.heading, blocks, tinted=self.tinted, more=more)

    def fewer(self) -> Part:
        """The same with one item less."""
        return replace(self, kept=self.kept - 1)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than so many characters."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')}{_CUT}"


def said(text: str, most: int) -> str:
    return as_sentence(shortened(text, most))


def is_about(case: Case, case_id: str) -> bool:
    """Whether what was said of this case, or of no case, belongs on the blad of it."""
    return case_id in ("", case.id)


def of_team(signal: TeamSignal, text: str) -> Item:
    name = capital(shortened(signal.team, IN_CELL)) or "Een team"
    return Item((Run(f"{name}:", Tone.STRONG), Run(f" {said(text, _OF_TEAM)}")))
