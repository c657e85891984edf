"""What one row of a table says of a figure: its value, its reason and its repeats."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import line_of
from hgkm_desktop.exchange.sheets import Cell
from hgkm_desktop.models.figure_phrases import with_typed
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import FEWEST_TIMES, ClassCount, Figure, Period

_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%?")
_SHIELDED = re.compile(r"[<≤]\s*\d+")
_WITH_SHARE = re.compile(r"(?P<value>.+?)\s*\((?P<share>[\d.,]+\s*%)\)")
_NOT_SAID = ("n.v.t.", "nvt", "n.v.t", "?", "onbekend", ".", "x")
_NOT_SHOWN = "niet getoond"


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of one figure."""

    value: Cell
    of: Cell = ""
    share: Cell = ""
    reason: Cell = ""
    passed_on: Cell = ""
    times: tuple[Cell, ...] = ()


def value_of(figure: Figure, said: Said) -> Figure:
    """The figure with what a row says. Raises BadInput."""
    words, reason, share = line_of(said.value), line_of(said.reason), line_of(said.share)
    with_share = _WITH_SHARE.fullmatch(words)
    if with_share is not None:
        words, share = with_share["value"], share or with_share["share"]
    of = line_of(said.of)
    for shown in (words, of, share, line_of(said.passed_on), *map(line_of, said.times)):
        _insist_shown(shown)
    figure = _with_repeats(figure, said)
    if not words and share.endswith("%"):
        words, share = share, ""
    elif not words and any(map(line_of, said.times)):
        return _of_repeats(figure, of, _tenths(said.share, share) if share else None, reason)
    if words.casefold() in _NOT_SAID or not words:
        words = "-"
    if of:
        words = f"{words} / {of}"
    figure = with_typed(figure, words)
    if reason and (not figure.kind.has_number or not figure.reason):
        figure = replace(figure, reason=reason)
    return replace(figure, given_share=_tenths(said.share, share)) if share else figure


def _insist_shown(words: str) -> None:
    """Raises BadInput for what stands in place of a small number."""
    if _SHIELDED.match(words) or words.casefold() == _NOT_SHOWN:
        raise BadInput(
            "Dit aantal is afgeschermd: het is niet precies bekend.",
            todo="Vraag het aantal op, of schrijf ‘niet leverbaar’ met de reden erbij.",
        )


def _with_repeats(figure: Figure, said: Said) -> Figure:
    """The figure with how often there were repeats, and how many went on, where a row says so."""
    pairs = ((times, line_of(cell)) for times, cell in enumerate(said.times, FEWEST_TIMES))
    classes = tuple(ClassCount(times, _whole(words)) for times, words in pairs if words)
    passed_on = line_of(said.passed_on)
    if classes:
        figure = replace(figure, classes=classes)
    return replace(figure, passed_on=_whole(passed_on)) if passed_on else figure


def _of_repeats(figure: Figure, of: str, given_share: int | None, reason: str) -> Figure:
    """A figure of which only is known how often there were repeats."""
    noemer = _whole(of) if of else None
    return replace(
        figure,
        kind=ValueKind.EXACT,
        count=None,
        of=noemer,
        given_share=given_share,
        reason=reason,
    )


def _whole(words: str) -> int:
    """A plain number in a cell. Raises BadInput."""
    found = with_typed(Figure("", "", Period(0)), words)
    if found.count is None or found.of is not None or found.kind is not ValueKind.EXACT:
        raise BadInput("Dit is geen heel getal.", todo="Schrijf één getal, zonder meer.")
    return found.count


def _tenths(cell: Cell, words: str) -> int:
    """A share in tenths of a percent: '14,7%', or 0,147 as a spreadsheet keeps it."""
    if isinstance(cell, float) and 0 <= cell <= 1:
        return round(cell * 1000)
    found = _SHARE.fullmatch(words.strip())
    if found is None:
        raise BadInput("Dit is geen percentage.", todo="Schrijf bijvoorbeeld 14,7%.")
    return int(found[1]) * 10 + int(found[2] or 0)
