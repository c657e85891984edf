"""What the gespreksnotitie asks, and of whom: bestuurders first."""

from __future__ import annotations

import re

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.terms import ActionStatus, AskedOfBoard, Level
from hgkm_desktop.reports.case.notitie_parts import Part, as_sentence, missing, number_list
from hgkm_desktop.reports.case.notitie_room import see_annex
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Paragraph,
    Run,
    Section,
    Table,
    TableKind,
    Tone,
)

MOST_REQUESTS = 5
ASK_HEADING = "Wat vragen wij u?"
REQUESTS_HEADING = "Wat vragen wij van wie"
HEAD = ("", "Wij vragen", "Aan wie", "Soort", "Voor wanneer")
READERS = ("burgemeester", "wethouder")
_NAMES_A_READER = re.compile(
    r"\b(?:burgemeesters?|wethouders?)\b|\bb\s*(?:&|\+|en)\s*w\b"
    r"|^(?:het\s+)?college(?:$|\s+van\b(?!\s+bestuur))"  # not the college that is a school
)

_ASKED = {
    AskedOfBoard.AGENDEREN: ("onderwerp agenderen", "onderwerpen agenderen"),
    AskedOfBoard.BESLUITEN: ("besluit nemen", "besluiten nemen"),
    AskedOfBoard.MIDDELEN: ("besluit over middelen", "besluiten over middelen"),
    AskedOfBoard.LOBBY: ("keer pleiten bij regio of Rijk", "keer pleiten bij regio of Rijk"),
}
_OTHER = ("andere vraag", "andere vragen")
_SMALL = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def asked_of_you(case: Case) -> Section:
    """One line that counts what is asked of bestuurders, by kind."""
    board = [actie for actie in in_order(case) if is_for_board(actie)]
    if not board:
        return Section(ASK_HEADING, (missing("wat wij u vragen"),), tinted=True, brief=True)
    counted = [_phrase(board, kind, words) for kind, words in [*_ASKED.items(), (None, _OTHER)]]
    words = list_text([phrase for phrase in counted if phrase])
    opening = f"E{words[1:]}" if words.startswith("é") else words[:1].upper() + words[1:]
    where = (Run(" Zie pagina "), Run("", page_of=REQUESTS_HEADING), Run("."))
    runs = (Run(f"{opening}.", Tone.STRONG), *where)
    return Section(ASK_HEADING, (Paragraph(runs),), tinted=True, brief=True)


def _phrase(board: list[Verbeteractie], kind: AskedOfBoard | None, words: tuple[str, str]) -> str:
    count = sum(actie.asked is kind for actie in board)
    number = _SMALL[count] if count < len(_SMALL) else str(count)
    return f"{number} {words[count != 1]}" if count else ""


def requests(case: Case) -> Part:
    """The verbeteracties that are still to be done; those for bestuurders are never moved."""
    acties = in_order(case)
    done = sum(actie.status is ActionStatus.GEREED for actie in case.acties)
    if not acties:
        gap = missing("wat wij van wie vragen")
        more = (Paragraph((Run(_done(done)),)),) if done else ()
        return Part(Section(REQUESTS_HEADING, (gap, *more), tinted=True))
    room = max(MOST_REQUESTS, sum(is_for_board(actie) for actie in acties))
    kept, rest = acties[:room], acties[room:]
    blocks = _blocks(kept, 1, _done(done))
    section = Section(REQUESTS_HEADING, blocks, tinted=True, more=see_annex(len(rest)))
    return Part(section, _blocks(rest, room + 1) if rest else ())


def in_order(case: Case) -> list[Verbeteractie]:
    """What is still asked: of bestuurders first, further as it was written down."""
    asked = [a for a in case.acties if a.status in (ActionStatus.OPEN, ActionStatus.BEZIG)]
    return sorted(asked, key=lambda a: (not is_for_board(a), a.seq, a.id))


def is_for_board(actie: Verbeteractie) -> bool:
    """Whether it is asked of a bestuurder: by its kind, its level or its owner.

    An owner that names a burgemeester, a wethouder or their college is enough, whoever else it
    names: better one request too many among what is asked of the readers than one too few.
    """
    is_board_level = actie.asked is not None or actie.level is Level.BESTUURLIJK
    return is_board_level or _names_a_reader(actie.owner)


def _names_a_reader(owner: str) -> bool:
    return bool(_NAMES_A_READER.search(owner.casefold().strip()))


def _readers(owner: str) -> tuple[str, ...]:
    """The readers of this notitie among the owners, when nobody else is named."""
    words = re.findall(r"\w+", owner.casefold())
    others = [word for word in words if word not in (*READERS, "de", "en")]
    return () if others else tuple(name for name in READERS if name in words)


def _done(count: int) -> str:
    """How many verbeteracties are ready, so that nobody thinks they were forgotten."""
    if not count:
        return ""
    words = "is" if count == 1 else "zijn"
    return f"{count_text(count, 'verbeteractie', 'verbeteracties')} {words} al gereed."


def _blocks(acties: list[Verbeteractie], first: int, done: str = "") -> tuple[Block, ...]:
    """Whose they are and who watches over them, above a table with one owner in each row."""
    numbered = list(enumerate(acties, first))
    said = [_yours(numbered), keeper_words(numbered), done]
    words = " ".join(sentence for sentence in said if sentence)
    above: list[Block] = [Paragraph((Run(words),))] if words else []
    unkept = [number for number, actie in numbered if not actie.keeper.strip()]
    if unkept:
        above.append(missing(f"wie de voortgang bewaakt van vraag {number_list(unkept)}"))
    return (*above, Table(TableKind.REQUESTS, HEAD, tuple(_row(n, a) for n, a in numbered)))


def _yours(numbered: list[tuple[int, Verbeteractie]]) -> str:
    """Which of them the readers do themselves, and of which another does what they must allow."""
    board = [(number, actie.owner.strip()) for number, actie in numbered if is_for_board(actie)]
    others = [number for number, owner in board if owner and not _names_a_reader(owner)]
    yours = [number for number, _ in board if number not in others]
    said = []
    if yours:
        said.append(f"Vraag {number_list(yours)} {'is' if len(yours) == 1 else 'zijn'} aan u.")
    if others:
        said.append(f"Bij vraag {number_list(others)} is ook iets van u nodig.")
    return " ".join(said)


def keeper_words(numbered: list[tuple[int, Verbeteractie]]) -> str:
    """Who watches over what: by number when not everything has the same keeper."""
    kept: dict[str, list[int]] = {}
    for number, actie in numbered:
        if actie.keeper.strip():
            kept.setdefault(actie.keeper.strip(), []).append(number)
    if len(kept) == 1 and len(numbered) == len(*kept.values()):
        return as_sentence(f"De voortgang wordt bewaakt door: {next(iter(kept))}")
    of = [f"{keeper} (vraag {number_list(places)})" for keeper, places in kept.items()]
    return as_sentence(f"De voortgang wordt bewaakt door: {list_text(of)}") if of else ""


def _row(number: int, actie: Verbeteractie) -> tuple[Cell, ...]:
    kind = actie.asked.label if actie.asked is not None else actie.level.label
    due = Run(day_text(actie.due, short=True)) if actie.due else Run("geen datum", Tone.ASIDE)
    return (
        Cell((Run(str(number), Tone.STRONG),)),
        Cell((Run(as_sentence(actie.text)),)),
        owner_cell(actie),
        Cell((Run(kind.capitalize()),)),
        Cell((due,)),
    )


def owner_cell(actie: Verbeteractie) -> Cell:
    """The organisation or bestuurder that must act; never their function at the table."""
    owner = actie.owner.strip()
    readers = _readers(owner)
    if readers:
        return Cell(tags=tuple(reader.capitalize() for reader in readers))
    if not owner:
        return Cell((Run("nog geen eigenaar", Tone.ASIDE),))
    return Cell((Run(owner[:1].upper() + owner[1:], Tone.STRONG),))
