"""What one row of a table says of a figure: its value, its reason and its repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.cell_words import line_of
from hgkm_desktop.exchange.sheets import Cell, Trouble
from hgkm_desktop.methods.derived import percent_text
from hgkm_desktop.models.figure_phrases import with_typed
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import FEWEST_TIMES, ClassCount, Figure, Period

_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*%?")
_SHIELDED = re.compile(r"[<≤]\s*\d+")
_WITH_SHARE = re.compile(r"(?P<value>.+?)\s*\((?P<share>[\d.,]+\s*%)\)")
_NOT_SAID = ("n.v.t.", "nvt", "n.v.t", "?", "onbekend", ".", "x")
_NOT_SHOWN = "niet getoond"
_FAULT = re.compile(r"#[A-Z0-9/_]{1,12}[!?]?|Err:\d{3}", re.IGNORECASE)
_AS_PERCENT = "Schrijf bijvoorbeeld 14,7%, met hooguit één cijfer achter de komma."


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
    if not words and any(map(line_of, said.times)):
        return _of_repeats(figure, of, _tenths(said.share, share) if share else None, reason)
    if not words and share:
        figure, share = _with_share_only(figure, said, share, of), ""
    else:
        typed = "-" if not words or words.casefold() in _NOT_SAID else words
        figure = with_typed(figure, f"{typed} / {of}" if of else typed)
    if reason and (not figure.kind.has_number or not figure.reason):
        figure = replace(figure, reason=reason)
    return replace(figure, given_share=_tenths(said.share, share)) if share else figure


def _insist_shown(words: str) -> None:
    """Raises BadInput for what stands in place of a small number, or of any number."""
    if _FAULT.fullmatch(words):
        raise BadInput(Trouble.ERROR.value)
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


def _with_share_only(figure: Figure, said: Said, share: str, of: str) -> Figure:
    """The figure of which only the share is known, and perhaps of how many."""
    typed = share if share.endswith("%") else percent_text(_tenths(said.share, share))
    return replace(with_typed(figure, typed), of=_whole(of) if of else None)


def share_is_part(cells: Iterable[Cell]) -> bool:
    """Whether a column of shares has parts of one, 0,147, as a spreadsheet keeps 14,7%.

    One number above 1 says that they are percents: 0,5 is then half a percent.
    """
    return all(cell <= 1 for cell in cells if isinstance(cell, float))


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
        raise BadInput("Dit is geen percentage.", todo=_AS_PERCENT)
    return int(found[1]) * 10 + int(found[2] or 0)
