"""What the documents of a talk, a sample, a terugkoppeling and the list of actions have alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.content import known_organisation
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.case.document_head import DISCLAIMER, MARKING, handled
from hgkm_desktop.reports.case.notitie_parts import missing
from hgkm_desktop.reports.content import Block, Document, Fact, Paragraph, Run, Section

_BETWEEN, _AND = re.compile(r"[,;\n]"), re.compile(r"\ben\b")
_ARTICLE = re.compile(r"^(?:de|het|een)\s+")
# A portfolio is written without a capital; what has one may be a name.
_BOARD = re.compile(
    r"(?:(?:[Dd]e|[Hh]et|[Ee]en) )?(?:[Cc]ollege|(?:[Bb]urgemeester|[Ww]ethouder)s?(?: [a-zë]+)?)"
)
_NEAR_BOARD = re.compile(r"advise|secretar|assist|medewerk|voorlicht")
_IN_WORK = "In bewerking: nog niet alles is nagelezen na de herleidbaarheidscheck."
_READ = "Gepseudonimiseerd, en nagelezen na de herleidbaarheidscheck."


@dataclass(frozen=True, slots=True)
class Making:
    """For whom, on which day and as which version a document is made."""

    settings: FileSettings
    made_on: date
    version: int = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What a document is called, what stands beside its title, and what it says at once.

    `signed` is its name at the foot of every page, and `opening` what is said under its title
    before how it is to be handled. `for_whom` says who may read it once it is deelbaar.
    """

    code: str
    title: str
    subtitle: str
    signed: str
    state: CaseState
    facts: tuple[Fact, ...] = ()
    opening: tuple[str, ...] = ()
    for_whom: str = "Vertrouwelijk."


def document(
    head: Head,
    making: Making,
    sections: Iterable[Section],
    *,
    text_pages: int = 0,
    hidden: int = 0,
    total: int = 0,
    foot: str = "",
) -> Document:
    """The document with these sections; `foot` is what the foot of every page says besides."""
    state, version = head.state, making.version
    return Document(
        title=head.title,
        subtitle=head.subtitle,
        code=head.code,
        version=version,
        made_on=making.made_on,
        state=state,
        organisation=making.settings.organisation.strip(),
        marking=MARKING if stays_at_table(state) else "",
        facts=(
            *head.facts,
            Fact("Versie", str(version)),
            Fact("Datum", day_text(making.made_on)),
            Fact("Staat", state.label.capitalize()),
        ),
        opening=(*(_said(words) for words in head.opening if words), _handling(head)),
        sections=tuple(sections),
        signature=f"{head.signed} {head.code} · versie {version} · {state.label}".replace(
            "  ", " "
        ),
        disclaimer=f"{DISCLAIMER} · {foot}" if foot else DISCLAIMER,
        accent=making.settings.accent,
        hidden=hidden,
        total=total,
        text_pages=text_pages,
    )


def _said(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _handling(head: Head) -> Paragraph:
    if stays_at_table(head.state):
        return handled("Vertrouwelijk, alleen voor wie aan deze tafel zit.", _IN_WORK)
    return handled(head.for_whom, _READ)


def said(text: str, gap: str) -> tuple[Block, ...]:
    """What was written, paragraph by paragraph, or what is still missing."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(_said(line) for line in lines) or (missing(gap),)


def period_text(first: date | None, last: date | None) -> str:
    """'1 jan 2025 – 31 dec 2025'; '' when one of the days is not known."""
    if first is None or last is None:
        return ""
    return f"{day_text(first, short=True)} – {day_text(last, short=True)}"


def without_functions(people: str, state: CaseState, others: str) -> str:
    """Who was there or did something, as a paper in this state may say it.

    At the table that is what was written. What leaves names bestuurders and organisations; all
    else in such a list may be a function, and in a small town a function is one person, so `others`
    stands for it. They are not counted: nobody wrote a number down, and a comma is no person.
    Source: de methode, regels voor wat de tafel verlaat (docs/bronnen.md, bron 4).
    """
    if stays_at_table(state):
        return list_text([part.strip() for part in people.split("\n") if part.strip()])
    found = list(_each(people))
    named = [who for who in found if is_board(who) or known_organisation(_bare(who)) is not None]
    return list_text([*named, others] if len(named) < len(found) else named)


def _each(people: str) -> Iterator[str]:
    """Those in a list in one's own words; an organisation with 'en' in its name is one."""
    for part in _BETWEEN.split(people):
        is_one = known_organisation(_bare(part)) is not None
        for who in [part] if is_one else _AND.split(part):
            if who.strip():
                yield who.strip()


def is_board(who: str) -> bool:
    """Whether this is nobody but a burgemeester, a wethouder with or without what they are for, or
    their college."""
    return bool(_BOARD.fullmatch(who.strip())) and not _NEAR_BOARD.search(who)


def _bare(who: str) -> str:
    return _ARTICLE.sub("", who.strip().casefold())
