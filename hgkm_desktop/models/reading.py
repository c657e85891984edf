"""Reading a case or a study through: when it is deelbaar, and what must be read again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.read_through import NEVER_READ, Alteration, Cleared
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.texts import CaseText, changed_keys, texts_of
from hgkm_desktop.models.works import Value

_V = TypeVar("_V", bound=Value)


def read_through(value: _V, by: str, on: date) -> _V:
    """The case, deelbaar: someone with this function read all of it.

    Raises BadInput without a function. Whether the herleidbaarheidscheck leaves room for it is
    asked before.
    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    if not by.strip():
        raise BadInput("De functie van wie nalas ontbreekt.", todo="Vul uw functie in, geen naam.")
    return replace(
        value,
        state=CaseState.DEELBAAR,
        read=replace(value.read, by=by.strip(), on=on, unread=()),
    )


def taken_back(value: _V) -> _V:
    """The case, in bewerking again because someone wants it so; what was read stays read."""
    return replace(value, state=CaseState.IN_BEWERKING)


def after_edit(old: _V | None, new: _V) -> _V:
    """The case after an edit: no longer deelbaar when a text came or changed, until it is read.

    A case from elsewhere (no `old`) was never read here. A text that was read and comes back by
    undo is read still, for undo brings back the whole value.
    """
    if old is None:
        return replace(new, state=CaseState.IN_BEWERKING, read=replace(new.read, by="", on=None))
    changed = changed_keys(old, new)
    if new.read.on is None:  # a file from elsewhere may call it deelbaar all the same
        is_other = changed and new.state is not CaseState.IN_BEWERKING
        return taken_back(new) if is_other else new
    if not changed:
        return new
    unread = tuple(dict.fromkeys((*new.read.unread, *changed)))
    return replace(new, state=CaseState.IN_BEWERKING, read=replace(new.read, unread=unread))


def may_be_told(case: Case) -> bool:
    """Whether a case may be told at a table to which it was brought: it is deelbaar, or was, and
    only what was said of its actions since is not read.

    What is said of an action at a meeting is not told of the case, and must not take it off the
    table of that very meeting.
    """
    if case.state is CaseState.DEELBAAR:
        return True
    unread = case.read.unread
    return case.read.on is not None and bool(unread) and all(map(_is_said_of_action, unread))


def as_told(case: Case) -> Case:
    """The case as a table to which it was brought is told of it: what was read, and as deelbaar
    when it may be told at all."""
    return replace(case, state=CaseState.DEELBAAR) if may_be_told(case) else case


def _is_said_of_action(key: str) -> bool:
    return key.startswith("acties:") and ":log." in key


def unread_texts(value: _V) -> tuple[CaseText, ...]:
    """The texts that nobody read through yet, or that changed since."""
    every = texts_of(value)
    if value.read.on is None:
        return every
    return tuple(text for text in every if text.key in set(value.read.unread))


def cleared(value: _V, decision: Cleared) -> _V:
    """The case with this decision, in place of one on the same word. Raises BadInput without a
    reason."""
    if not decision.reason.strip():
        raise BadInput("De reden ontbreekt.", todo="Schrijf kort waarom dit niemand aanwijst.")
    others = [c for c in value.read.cleared if (c.word, c.kind) != (decision.word, decision.kind)]
    return replace(value, read=replace(value.read, cleared=(*others, decision)))


def counted_again(value: _V, word: str) -> _V:
    """The case without the decisions on this word, in small letters."""
    left = tuple(decision for decision in value.read.cleared if decision.word != word)
    return replace(value, read=replace(value.read, cleared=left))


def altered(value: _V, by: str, on: date) -> _V:
    """The case with a note that details were altered; once a day for each function."""
    noted = Alteration(on, by.strip())
    if noted in value.read.alterations:
        return value
    return replace(value, read=replace(value.read, alterations=(*value.read.alterations, noted)))


def without_reading(value: _V) -> _V:
    """The case as nobody read it: for a copy in which texts or dates are others."""
    return replace(value, state=CaseState.IN_BEWERKING, read=NEVER_READ)
