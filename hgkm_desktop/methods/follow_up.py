"""What became of what was agreed: the actions of every case, talk, sample and leertafel.

Source: zicht op de praktijk, vraag 4 en de terugkoppeling (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Escalation, Progress, Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.terms import ActionStatus, CaseState, Level, Outcome
from hgkm_desktop.models.works import NAMES, Work, name_of

GOING_ON = frozenset({ActionStatus.OPEN, ActionStatus.BEZIG})
NO_REASON = "Vul in waarom de actie vervalt."
GONE = "Deze actie is er niet meer. Er is niets veranderd."
_AFTER_ALL = date.max


@dataclass(frozen=True, slots=True)
class Followed:
    """An action and what it stands in: a case, a talk, a sample or a leertafel.

    `one` is what that is called ('casus'), and `state` decides what may leave with it.
    """

    holder_id: str
    holder_code: str
    one: str
    title: str
    state: CaseState
    actie: Verbeteractie

    @property
    def key(self) -> tuple[str, str]:
        """By which this action is known over the whole file."""
        return self.holder_id, self.actie.id

    @property
    def where(self) -> str:
        """'casus K7-2F'."""
        return f"{self.one} {self.holder_code}"

    @property
    def is_open(self) -> bool:
        return self.actie.status in GOING_ON

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today and is not."""
        return self.is_open and self.actie.due is not None and self.actie.due < today

    @property
    def body_now(self) -> str:
        """Where it is spoken of now; '' when nobody said so."""
        return body_now(self.actie)

    @property
    def is_doorbraak(self) -> bool:
        return self.actie.outcome is Outcome.DOORBRAAK

    @property
    def waits_for(self) -> str:
        """Who has to move now: the body that said nothing yet, else the owner; '' for nobody."""
        if not self.is_open:
            return ""
        last = self.actie.escalations[-1:]
        return last[0].body if last and not last[0].outcome else self.actie.owner

    @property
    def is_kept_by_owner(self) -> bool:
        """Whether who does it also watches over it, as a file from elsewhere may say."""
        owner = self.actie.owner.strip().casefold()
        return bool(owner) and owner == self.actie.keeper.strip().casefold()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions are asked for; '' and None leave out nothing."""

    owner: str = ""
    keeper: str = ""
    body: str = ""
    level: Level | None = None
    status: ActionStatus | None = None
    outcome: Outcome | None = None
    only_open: bool = False
    only_overdue: bool = False


def body_now(actie: Verbeteractie) -> str:
    """The body of the last escalation, else where it was put; '' when nobody said so."""
    return actie.escalations[-1].body if actie.escalations else actie.body


def in_case(
    case_id: str, code: str, title: str, state: CaseState, acties: Iterable[Verbeteractie]
) -> tuple[Followed, ...]:
    """The actions of a case, of which no more is needed than its name."""
    one = NAMES[Case].one
    return tuple(Followed(case_id, code, one, title, state, actie) for actie in acties)


def in_works(works: Iterable[Work]) -> tuple[Followed, ...]:
    """The actions of every talk, sample and leertafel among these works."""
    return tuple(
        Followed(work.id, work.code, name_of(work).one, work.title, work.state, actie)
        for work in works
        if isinstance(work, BoardTalk | Sample | Leertafel)
        for actie in work.acties
    )


def in_turn(rows: Iterable[Followed], today: date) -> tuple[Followed, ...]:
    """Overdue first, then what goes on by the day it is due, then what ended; no day comes last."""

    def place(row: Followed) -> tuple[bool, bool, date, str, float]:
        due = row.actie.due or _AFTER_ALL
        return (
            *(not row.is_overdue(today), not row.is_open, due),
            *(row.holder_code, row.actie.seq),
        )

    return tuple(sorted(rows, key=place))


def chosen(rows: Iterable[Followed], wanted: Wanted, today: date) -> tuple[Followed, ...]:
    """The actions that are asked for, in the order in which they came."""
    return tuple(row for row in rows if _is_wanted(row, wanted, today))


def _is_wanted(row: Followed, wanted: Wanted, today: date) -> bool:
    actie = row.actie
    words = ((wanted.owner, actie.owner), (wanted.keeper, actie.keeper))
    terms = (
        *((wanted.level, actie.level), (wanted.status, actie.status)),
        (wanted.outcome, actie.outcome),
    )
    return (
        all(not asked or _same(asked, is_now) for asked, is_now in words)
        and (not wanted.body or _same(wanted.body, row.body_now))
        and all(asked is None or asked is is_now for asked, is_now in terms)
        and (not wanted.only_open or row.is_open)
        and (not wanted.only_overdue or row.is_overdue(today))
    )


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def words_of(said: Iterable[str]) -> tuple[str, ...]:
    """Each owner, keeper or body once, as it was first written, by the alphabet."""
    found: dict[str, str] = {}
    for words in said:
        if words.strip():
            found.setdefault(words.strip().casefold(), words.strip())
    return tuple(found[key] for key in sorted(found))


def counted(rows: Iterable[Followed], today: date) -> str:
    """'12 acties: 3 te laat, 5 open, 2 bezig en 2 gereed.', of which overdue ones count once."""
    listed = tuple(rows)
    late = [row for row in listed if row.is_overdue(today)]
    rest = [row.actie.status for row in listed if not row.is_overdue(today)]
    parts = [f"{len(late)} te laat"] if late else []
    parts += [f"{rest.count(one)} {one.label}" for one in ActionStatus if rest.count(one)]
    how = f": {list_text(parts)}" if parts else ""
    return f"{count_text(len(listed), 'actie', 'acties')}{how}."


# --- the new value of an action -------------------------------------------------------------


def with_note(
    actie: Verbeteractie, status: ActionStatus, text: str, on: date, at: str = ""
) -> Verbeteractie:
    """The action once it was said how it stands; `at` is the code of the meeting, '' for none.

    The log stays in the order of its days. Raises BadInput when it is dropped and nobody says why.
    """
    said = Progress(on, status, text.strip(), at)
    if status is ActionStatus.VERVALLEN and not said.text:
        raise BadInput(NO_REASON)
    log = tuple(sorted((*actie.log, said), key=lambda one: one.on))
    return replace(actie, status=status, log=log)


def dropped(actie: Verbeteractie, reason: str, on: date, at: str = "") -> Verbeteractie:
    """The action once it was let go. Raises BadInput without a reason."""
    return with_note(actie, ActionStatus.VERVALLEN, reason, on, at)


def kept(
    actie: Verbeteractie, text: str, due: date | None, on: date, at: str = ""
) -> Verbeteractie:
    """The action once it was decided that it goes on; `due` is its new day, None for the same."""
    status = actie.status if actie.status in GOING_ON else ActionStatus.OPEN
    said = with_note(actie, status, kept_words(actie, text, due), on, at)
    return replace(said, due=due or actie.due)


def kept_words(actie: Verbeteractie, text: str, due: date | None) -> str:
    """What the log says of an action that goes on: 'Blijft staan, nu voor 3 mei 2027. ...'."""
    until = f", nu voor {day_text(due)}" if due is not None and due != actie.due else ""
    return f"Blijft staan{until}. {text.strip()}".strip()


def reopened(actie: Verbeteractie, text: str, on: date, at: str = "") -> Verbeteractie:
    """The action once it is open again; what was said of it stays in its log."""
    return with_note(actie, ActionStatus.OPEN, text.strip() or "Weer geopend.", on, at)


def escalated(actie: Verbeteractie, body: str, on: date) -> Verbeteractie:
    """The action once it was brought to the next body. Raises BadInput when that is no other."""
    if not body.strip():
        raise BadInput("Vul in naar welk overleg de actie gaat.")
    if _same(body, body_now(actie)):
        raise BadInput("De actie ligt daar al.", todo="Kies een ander overleg.")
    return replace(actie, escalations=(*actie.escalations, Escalation(on, body.strip())))


def with_outcome(actie: Verbeteractie, number: int, outcome: str) -> Verbeteractie:
    """The action once it is known what came of its escalation with this number, from 0.

    Raises BadInput when there is no such one, or nothing is said of it.
    """
    if not 0 <= number < len(actie.escalations):
        raise BadInput("Deze actie ging nog niet naar een volgend overleg.")
    if not outcome.strip():
        raise BadInput("Vul in wat eruit kwam.")
    told = replace(actie.escalations[number], outcome=outcome.strip())
    steps = (*actie.escalations[:number], told, *actie.escalations[number + 1 :])
    return replace(actie, escalations=steps)
