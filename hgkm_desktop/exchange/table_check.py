"""The herleidbaarheidscheck of what a table brings: what was found, by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hgkm_desktop.exchange.incoming import Incoming
from hgkm_desktop.models.records import Event
from hgkm_desktop.privacy import Finding, FindingCertainty, check

_LONGEST_PIECE = 2_000
_FIELDS = {
    "title": "wat gebeurde er",
    "fact": "wat weten we precies",
    "source": "bron",
    "legal_ground": "grondslag",
}


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding in what a row says; `row` is 0 for the new names of organisations and roles."""

    row: int
    place: str
    word: str
    finding: Finding

    @property
    def is_certain(self) -> bool:
        return self.finding.certainty is FindingCertainty.ZEKER


@dataclass(frozen=True, slots=True)
class TableCheck:
    """What was found. When `is_dossier` there was more that is zeker than may come in, and nobody
    looked any further."""

    findings: tuple[RowFinding, ...]
    is_dossier: bool = False


def check_table(
    incoming: Incoming, most_certain: int, tell: Callable[[float], object]
) -> TableCheck:
    """Look through all that comes in; stops at more than so many findings that are zeker.

    `tell` hears how far it is (0.0 to 1.0); what it raises ends the check.
    """
    roles = tuple(betrokkene.role for betrokkene in incoming.case.betrokkenen)
    found: list[RowFinding] = []
    certain = 0
    for part, row, place, text in _texts(incoming):
        tell(part)
        for finding in check(text, roles):
            one = RowFinding(row, place, text[finding.start : finding.end], finding)
            found.append(one)
            certain += one.is_certain
        if certain > most_certain:
            return TableCheck(tuple(found), is_dossier=True)
    return TableCheck(tuple(found))


def _texts(incoming: Incoming) -> Iterator[tuple[float, int, str, str]]:
    """Every text that comes in: how far this is, its row, where it stands, and itself."""
    for name in incoming.new_names:
        yield 0.0, 0, "organisaties en rollen", name
    every = len(incoming.events)
    seen: set[str] = set()  # one ground or source for the whole table is one text
    for number, (row, event) in enumerate(zip(incoming.rows, incoming.events, strict=True)):
        for name, place in _FIELDS.items():
            for text in _pieces(event, name):
                if text not in seen:
                    seen.add(text)
                    yield number / every, row, place, text


def _pieces(event: Event, name: str) -> Iterator[str]:
    for paragraph in getattr(event, name).split("\n"):
        for start in range(0, len(paragraph), _LONGEST_PIECE):
            yield paragraph[start : start + _LONGEST_PIECE]
