"""A value of a figure as it is typed and shown: '156 / 271', 'circa 10.000', 'niet leverbaar'."""

from __future__ import annotations

import re
from dataclasses import replace

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import number_text
from hgkm_desktop.models.figure_terms import ValueKind
from hgkm_desktop.models.figures import Figure, Period

MOST = 99_999_999
_WORDS = {
    **dict.fromkeys(("-", "–", "nv", "n.v.", "niet vermeld"), ValueKind.NIET_VERMELD),
    **dict.fromkeys(("nl", "n.l.", "niet leverbaar"), ValueKind.NIET_LEVERBAAR),
    **dict.fromkeys(("hm", "h.m.", "handmatig", "alleen handmatig"), ValueKind.ALLEEN_HANDMATIG),
}
_NEED_REASON = (ValueKind.NIET_LEVERBAAR, ValueKind.ALLEEN_HANDMATIG)
_WORD = re.compile(
    "(" + "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True)) + r")"
    r"(?:$|\s*[:,(]\s*(?P<reason>.*?)\)?$)",
    re.IGNORECASE | re.DOTALL,
)
_HOW = re.compile(
    r"(?P<circa>ca\.?|circa|ongeveer|±|\+/-)\s*(?=\d)|(?P<afgerond>~|afgerond|afg\.?)\s*(?=\d)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*\(?afgerond\)?$", re.IGNORECASE)
_PARTS = re.compile(r"\s*/\s*|\s+van(?:\s+de)?\s+", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,4})(?:[.,](\d))?\s*%")
_NUMBER = re.compile(r"\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+")
_HALF = re.compile(
    r"(?:(?P<half>[12])e?\s*(?:half\s?jaar|helft|h)(?:\s+van)?[\s-]*(?P<year>\d{4})"
    r"|(?P<year2>\d{4})(?:\s*[-/ ]?\s*[hH]?(?P<half2>[12]))?)",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def with_typed(figure: Figure, typed: str) -> Figure:
    """The figure with the value that was typed; what it said of repeats and passing on stays.

    '156', '156/271' or '156 van 271', or '13,4%' where only the share is known; 'ca 10.000' or '±'
    for circa, '~' for afgerond; '-' or 'nv' for niet vermeld; 'nl' and 'hm', with a reason after a
    colon, for niet leverbaar and alleen handmatig. Raises BadInput for what is none of these.
    Whether it can be true of its indicator is another question: `check_figure`.
    """
    words = " ".join(typed.split())
    word = _WORD.fullmatch(words)
    if word is not None:
        kind = _WORDS[word[1].casefold()]
        reason = word["reason"] or (figure.reason if kind in _NEED_REASON else "")
        return Figure(figure.id, figure.indicator_id, figure.period, kind, reason=reason)
    how = _HOW.match(words)
    kind = ValueKind.EXACT
    if how is not None:
        kind = ValueKind.CIRCA if how["circa"] else ValueKind.AFGEROND
        words = words[how.end() :]
    elif _AFTER.search(words):
        kind, words = ValueKind.AFGEROND, _AFTER.sub("", words)
    reason = "" if figure.kind in _NEED_REASON else figure.reason
    share = _SHARE.fullmatch(words)
    if share is not None:
        tenths = int(share[1]) * 10 + int(share[2] or 0)
        return replace(figure, kind=kind, count=None, of=None, given_share=tenths, reason=reason)
    count, of = _numbers(words)
    return replace(figure, kind=kind, count=count, of=of, reason=reason)


def _numbers(words: str) -> tuple[int, int | None]:
    parts = _PARTS.split(words)
    if len(parts) > 2:
        raise BadInput("Hier staan meer dan twee getallen.", todo="Typ bijvoorbeeld 156/271.")
    count, *rest = [_number(part.strip()) for part in parts]
    return count, rest[0] if rest else None


def _number(words: str) -> int:
    if _NUMBER.fullmatch(words):
        number = int(re.sub(r"\D", "", words))
        if number > MOST:
            raise BadInput("Dit getal is te groot.", todo="Typ hooguit acht cijfers.")
        return number
    if re.fullmatch(r"-\s*\d[\d.,]*", words):
        raise BadInput("Een aantal is niet kleiner dan 0.", todo="Typ 0 of een hoger getal.")
    if "%" in words:
        raise BadInput(
            "Dit is geen percentage met hooguit één cijfer achter de komma.",
            todo="Typ liever de aantallen, bijvoorbeeld 156/271: het programma rekent het uit.",
        )
    if re.fullmatch(r"\d+[.,]\d+", words):
        raise BadInput(
            "Dit is geen heel getal.",
            todo="Typ een aantal zonder komma. Een punt mag alleen tussen duizendtallen: 10.000.",
        )
    raise BadInput(
        "Dit is geen getal.",
        todo="Typ bijvoorbeeld 156, 156/271, ca 10.000, - voor niet vermeld of nl voor niet "
        "leverbaar.",
    )


def value_text(figure: Figure) -> str:
    """'156 / 271', 'circa 10.000', '1.200 (afgerond)', 'niet vermeld'."""
    if not figure.kind.has_number:
        return figure.kind.label
    numbers = number_text(figure.count) if figure.count is not None else _share_text(figure)
    if figure.of is not None:
        numbers = f"{numbers} / {number_text(figure.of)}"
    if figure.kind is ValueKind.CIRCA:
        return f"circa {numbers}"
    return f"{numbers} (afgerond)" if figure.kind is ValueKind.AFGEROND else numbers


def _share_text(figure: Figure) -> str:
    tenths = figure.given_share or 0
    return f"{number_text(tenths / 10, 1 if tenths % 10 else 0)}%"


def value_spoken(figure: Figure) -> str:
    """As `value_text`, with words for the signs: '156 van 271'."""
    return value_text(figure).replace(" / ", " van ")


def value_to_type(figure: Figure) -> str:
    """The value as `with_typed` reads it back, for the line in which it is changed."""
    if figure.kind in _NEED_REASON and figure.reason:
        return f"{figure.kind.label}: {figure.reason}"
    return value_text(figure)


def read_period(typed: str) -> Period:
    """'1e helft 2025', '2025-1', '2025 h2', '2e halfjaar 2025', or '2025' for the whole year.

    Raises BadInput for anything else, and for a year before 1990 or after 2100.
    """
    found = _HALF.fullmatch(" ".join(typed.split()))
    year = int(found["year"] or found["year2"]) if found else 0
    if found is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadInput(
            "Dit is geen halfjaar of jaar.", todo="Typ bijvoorbeeld 1e helft 2025, of 2025."
        )
    return Period(year, int(found["half"] or found["half2"] or 0))
