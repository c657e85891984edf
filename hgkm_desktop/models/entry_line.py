"""Reading of the invoerregel: one typed line becomes an event, with what it says shown live.

'mrt 2021 incident: ruzie bij de overdracht @politie #moeder #kind 1 !' is read as a date phrase,
a kind, a text, organisations (@), betrokkenen (#) and a risk (!).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.entry_shortcuts import (
    LETTER_TO_KIND,
    after_short_date,
    name_beginning,
    read_short_date,
)
from hgkm_desktop.models.entry_words import OCCURRENCE_WORDS, WORD_TO_KIND
from hgkm_desktop.models.moment import UNKNOWN, period_text
from hgkm_desktop.models.overlooked import names_a_kind, warning_in
from hgkm_desktop.models.phrases import Period, read_period
from hgkm_desktop.models.records import Event, Involvement, new_id
from hgkm_desktop.models.terms import AddedBy, EventKind, Mark, Occurrence

LONGEST_NAME = 60
NO_TITLE = "Typ ook wat er gebeurde."
NO_PERIOD = Period(UNKNOWN)

_LABEL = re.compile(r"\s*([^\W\d_][\w ]{0,28}?)\s*:\s*")
_MENTION = re.compile(r"(?:^|(?<=\s))([@#])(?=\S)")
_LINE_BREAKS = re.compile(r"[\r\n\t\x00-\x1f]+")


class Risk(Enum):
    """What the sign ! does in this line."""

    NONE = auto()
    BELEVING = auto()
    KIND = auto()
    IGNORED = auto()


@dataclass(frozen=True, slots=True)
class EntryReading:
    """What a typed line says. `problem` is a Dutch sentence when it cannot be added yet; `warning`
    one when it can, but seems to say more than was read."""

    period: Period = NO_PERIOD
    kind: EventKind = EventKind.LIFE_EVENT
    kind_typed: bool = False
    occurrence: Occurrence = Occurrence.GEBEURD
    title: str = ""
    organisations: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    new_names: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    risk: Risk = Risk.NONE
    turn_id: str = ""
    problem: str = ""
    warning: str = ""

    def words(self) -> tuple[str, ...]:
        """The reading in a few words each, for the line that is shown while typing."""
        date = period_text(self.period.start, self.period.end, self.period.ongoing)
        stands = self.kind_typed or names_a_kind(self.title)
        kind = self.kind.label if stands else f"{self.kind.label} (geen soort getypt)"
        said = [
            date if self.period.start.is_known else "datum onbekend, na de vorige",
            kind,
            "" if self.occurrence is Occurrence.GEBEURD else self.occurrence.label,
            list_text(self.organisations),
            list_text(self.roles),
            f"nieuw: {list_text(self.new_names)}" if self.new_names else "",
            f"bedoelt u {list_text(self.meant)}?" if self.meant else "",
            _RISK_WORDS[self.risk],
        ]
        return tuple(words for words in said if words)


_RISK_WORDS = {
    Risk.NONE: "",
    Risk.BELEVING: "! risicovol voor wie aan de beurt is",
    Risk.KIND: "! risicomoment, want niemand is aan de beurt",
    Risk.IGNORED: "! doet bij een soort niets zolang niemand aan de beurt is",
}


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands after the date: kind and occurrence, and the text that is left."""

    text: str
    kind: EventKind | None
    occurrence: Occurrence


def read_entry(line: str, case: Case, *, turn_id: str = "") -> EntryReading:
    """Read a typed line for this case; `turn_id` is the deelnemer whose turn it is, if any.

    Never raises: what cannot be is told in `problem` ('De datum 31-02-2021 bestaat niet.').
    """
    occurrence, line = _read_occurrence(_LINE_BREAKS.sub(" ", line))
    try:
        found = read_period(line) or read_short_date(line, case)
    except BadInput as error:
        return EntryReading(problem=error.sentence)
    period, at = found if found else (NO_PERIOD, 0)
    rest = _read_labels(line[at:].lstrip(" ,:;–-"), occurrence)
    text, has_risk = _take_risk(rest.text)
    text, organisations, roles = _take_mentions(text, case)
    kind, typed = _kind_of(rest, text, bool(organisations))
    risk = _risk_of(has_risk, typed, turn_id)
    new_names = (*_new_organisations(organisations, case), *_new_roles(roles, case))
    reading = EntryReading(
        period=period,
        kind=EventKind.RISICOMOMENT if risk is Risk.KIND else kind,
        kind_typed=typed or risk is Risk.KIND,
        occurrence=rest.occurrence,
        title=text,
        organisations=organisations,
        roles=roles,
        new_names=new_names,
        meant=_meant(new_names, case),
        risk=risk,
        turn_id=turn_id,
    )
    warning = warning_in(
        text,
        has_date=found is not None,
        has_kind=typed,
        happened=rest.occurrence is Occurrence.GEBEURD,
    )
    return replace(reading, problem=_problem_in(reading), warning=warning)


def free_text(line: str) -> str:
    """What is neither a date phrase nor a sign in a typed line, each in its own place.

    As long as the line: there are spaces where something else was.
    """
    rest = _read_occurrence(line)[1]
    at = len(line) - len(rest)
    with suppress(BadInput):
        found = read_period(rest)
        at += found[1] if found else after_short_date(rest)
    return " " * at + _MENTION.sub(" ", line[at:])


def refused_part(line: str, case: Case) -> tuple[int, int]:
    """From where to where the date stands that cannot be; (0, 0) when that is not what is wrong."""
    rest = _read_occurrence(line)[1]
    at = len(line) - len(rest)
    for word in re.finditer(r"\S+", rest):
        begun = rest[: word.end()]
        try:
            _ = read_period(begun) or read_short_date(begun, case)
        except BadInput:
            return at + len(rest) - len(rest.lstrip()), at + word.end()
    return 0, 0


def add_entry(
    case: Case, reading: EntryReading, *, added_on: date | None = None, added_at: str = ""
) -> tuple[Case, Event]:
    """The case with the event that was read, with new organisations and betrokkenen.

    `added_at` is the focusgroep that adds it; without one those at the table do.
    Raises BadInput when the reading has a problem.
    """
    if reading.problem:
        raise BadInput(reading.problem)
    organisation_ids: list[str] = []
    involved: list[Involvement] = []
    for name in reading.organisations:
        case, organisation = case.organisation_named(name)
        organisation_ids.append(organisation.id)
    for role in reading.roles:
        case, betrokkene = case.betrokkene_named(role)
        involved.append(Involvement(betrokkene.id))
    event = Event(
        id=new_id(),
        seq=case.next_seq(Event),
        kind=reading.kind,
        title=reading.title,
        start=reading.period.start,
        end=reading.period.end,
        ongoing=reading.period.ongoing,
        occurrence=reading.occurrence,
        organisation_ids=tuple(organisation_ids),
        involved=tuple(involved),
        added_by=AddedBy.FOCUSGROEP if added_at else AddedBy.DEELNEMER,
        added_on=added_on,
        added_at=added_at,
    )
    case = case.put(event)
    if reading.risk is Risk.BELEVING:
        case = case.mark(event.id, reading.turn_id, Mark.RISICO)
    return case, event


def _read_occurrence(text: str) -> tuple[Occurrence, str]:
    """'niet:' may also stand before the date; the text that is left begins behind it."""
    found = _LABEL.match(text)
    if found and (occurrence := OCCURRENCE_WORDS.get(found[1].casefold())):
        return occurrence, text[found.end() :]
    return Occurrence.GEBEURD, text


def _read_labels(text: str, occurrence: Occurrence) -> _Rest:
    kind: EventKind | None = None
    while found := _LABEL.match(text):
        word = found[1].casefold()
        named = WORD_TO_KIND.get(word) or LETTER_TO_KIND.get(word)
        if named is not None and kind is None:
            kind = named
        elif word in OCCURRENCE_WORDS:
            occurrence = OCCURRENCE_WORDS[word]
        else:
            break
        text = text[found.end() :]
    return _Rest(text, kind, occurrence)


def _kind_of(rest: _Rest, title: str, names_organisation: bool) -> tuple[EventKind, bool]:
    """The kind typed, or else a first word that names one; what an organisation did without a
    kind is a contact, anything else a life event."""
    if rest.kind is not None:
        return rest.kind, True
    first_word = title.casefold().split(maxsplit=1)[:1]
    guess = WORD_TO_KIND.get(first_word[0].strip(".,;")) if first_word else None
    if guess:
        return guess, True
    return EventKind.CONTACT if names_organisation else EventKind.LIFE_EVENT, False


def _take_risk(text: str) -> tuple[str, bool]:
    words = text.split()
    return " ".join(word for word in words if word != "!"), "!" in words


def _risk_of(has_risk: bool, kind_typed: bool, turn_id: str) -> Risk:
    if not has_risk:
        return Risk.NONE
    if turn_id:
        return Risk.BELEVING
    return Risk.IGNORED if kind_typed else Risk.KIND


def _take_mentions(text: str, case: Case) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The text without its mentions, and the names after @ and after #, each once."""
    known = {"@": _known_organisations(case), "#": _known_roles(case)}
    own = {"@": [o.name for o in case.organisations], "#": [b.role for b in case.betrokkenen]}
    names: dict[str, list[str]] = {"@": [], "#": []}
    kept, at = [], 0
    while found := _MENTION.search(text, at):
        name, end = _read_name(text, found.end(), known[found[1]], own[found[1]])
        if name and name.casefold() not in {known.casefold() for known in names[found[1]]}:
            names[found[1]].append(name)
        kept.append(text[at : found.start()])
        at = end
    kept.append(text[at:])
    title = " ".join("".join(kept).split())
    return re.sub(r"\s+([,.;])", r"\1", title), tuple(names["@"]), tuple(names["#"])


def _read_name(
    text: str, at: int, known: Sequence[tuple[str, str]], own: Sequence[str]
) -> tuple[str, int]:
    """The name at this place: between quotes, the longest known one, the one of the case that
    begins so, or else one word."""
    if text[at] in "\"“”'":
        closing = re.compile(r"[\"“”']").search(text, at + 1)
        end = closing.start() if closing else len(text)
        return " ".join(text[at + 1 : end].split()), end + (1 if closing else 0)
    for spelling, name in known:
        end = at + len(spelling)
        if text[at:end].casefold() == spelling and not text[end : end + 1].isalnum():
            return name, end
    word = text[at:].split(maxsplit=1)[0].rstrip(".,;:!?")
    return name_beginning(word, own) or word, at + len(word)


def _known_organisations(case: Case) -> list[tuple[str, str]]:
    """(spelling in lower case, name), longest spelling first; the case's own names win."""
    own = [(o.name, o.name) for o in case.organisations]
    listed = [
        (spelling, organisation.name)
        for organisation in content.organisations()
        for spelling in (organisation.name, *organisation.abbreviations)
    ]
    return _longest_first([*own, *listed])


def _known_roles(case: Case) -> list[tuple[str, str]]:
    own = [(b.role, b.role) for b in case.betrokkenen]
    listed = [(role.label, role.label) for role in content.household_roles()]
    return _longest_first([*own, *listed])


def _longest_first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    spelled: dict[str, str] = {}
    for spelling, name in pairs:
        spelled.setdefault(spelling.casefold(), name)
    return sorted(spelled.items(), key=lambda pair: -len(pair[0]))


def _new_organisations(names: Iterable[str], case: Case) -> list[str]:
    known = {name for _, name in _known_organisations(case)}
    return [name for name in names if name not in known]


def _new_roles(names: Iterable[str], case: Case) -> list[str]:
    known = {name for _, name in _known_roles(case)}
    return [name for name in names if name not in known]


def _meant(new_names: Iterable[str], case: Case) -> tuple[str, ...]:
    """For each new name the first known one that begins with it: 'raad' may mean the Raad voor
    de Kinderbescherming."""
    known = sorted({name for _, name in (*_known_organisations(case), *_known_roles(case))})
    found = []
    for new in new_names:
        begin = f"{new.casefold()} "
        found += [name for name in known if name.casefold().startswith(begin)][:1]
    return tuple(found)


def _problem_in(reading: EntryReading) -> str:
    if not reading.title:
        return NO_TITLE
    if any(len(name) > LONGEST_NAME for name in (*reading.organisations, *reading.roles)):
        return f"Een naam na @ of # is langer dan {LONGEST_NAME} tekens."
    return ""
