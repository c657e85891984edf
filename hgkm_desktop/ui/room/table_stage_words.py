"""The words of a leertafel as they stand on a wall: short, and without functions or notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from hgkm_desktop.methods.agenda import OpenAction
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.methods.leertafel import agenda_times
from hgkm_desktop.methods.leertafel import doorbraken as doorbraken_in
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.clock import clock_text
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Begrip, Knelpunt, Leertafel, Succes, TeamSignal
from hgkm_desktop.models.meetings import AskedProgress
from hgkm_desktop.models.records import Summary
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.models.works import NAMES
from hgkm_desktop.ui.parts.text import sentence_case


class Look(Enum):
    """How an item stands on a sheet."""

    PLAIN = auto()
    ROW = auto()
    POINT = auto()
    HEADING = auto()
    SOFT = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a sheet, with what is said about it in smaller words under it."""

    text: str
    about: tuple[str, ...] = ()
    look: Look = Look.POINT


RULES = (
    Item("Wij praten om te leren. Niemand krijgt de schuld."),
    Item("Dit is geen onderzoek naar wie iets fout deed."),
    Item("Wij kijken naar het werk. Over dit ene gezin beslissen wij niet."),
    Item("Wij noemen geen namen. Wat hier wordt gezegd, blijft aan deze tafel."),
)
A_CASE = "Een casus"
NOT_DEELBAAR = (
    Item("Deze casus is niet deelbaar. Daarom is hier niets van te zien.", look=Look.PLAIN),
    Item("Is de casus nagelezen en deelbaar, dan komt het verhaal hier vanzelf.", look=Look.SOFT),
)
NOT_READ = (Item("Deze casus is nu niet te lezen in dit bestand.", look=Look.PLAIN),)
OFF_TABLE = (Item("Deze casus ligt niet meer op tafel.", look=Look.PLAIN),)
NO_STORY = (Item("Het verhaal van deze casus is nog niet opgeschreven.", look=Look.SOFT),)
NO_EARLIER = (Item("Er waren geen eerdere acties.", look=Look.SOFT),)
NOTHING_YET = (Item("Nog niets opgeschreven.", look=Look.SOFT),)


def title_of_table(table: Leertafel) -> str:
    """What stands largest on the first sheet."""
    return table.title.strip() or "Bestuurlijke leertafel"


def day_of(table: Leertafel) -> str:
    """'Bestuurlijke leertafel · 5 mei 2026'."""
    day = day_text(table.held_on) if table.held_on is not None else ""
    return " · ".join(filter(None, ("Bestuurlijke leertafel" if table.title.strip() else "", day)))


def agenda(table: Leertafel, names: Mapping[str, str]) -> tuple[Item, ...]:
    """The points of the agenda with when each begins, the first of a case with what that is called.

    `names` are those of the cases that may be shown; of another one a point has no words.
    """
    items, named = [], set[str]()
    for timed in agenda_times(table):
        point = timed.point
        title = point.title.strip() if point.case_id in ("", *names) else A_CASE
        if point.case_id in names and point.case_id not in named:
            title = f"{title}: {names[point.case_id]}"
        named.add(point.case_id)
        clock = "" if timed.starts_at is None else f"{clock_text(timed.starts_at)} "
        items.append(Item(f"{clock}{title}", look=Look.ROW))
    return tuple(items)


# --- a case -----------------------------------------------------------------------------------


def story(summary: Summary) -> tuple[Item, ...]:
    """The sentences of the samenvatting, each by itself."""
    return tuple(Item(s.strip(), look=Look.PLAIN) for s in summary.sentences if s.strip())


def children(summary: Summary) -> tuple[Item, ...]:
    """What it meant for the children; nothing when nobody wrote that."""
    told = summary.children.strip()
    return (Item(told, look=Look.PLAIN),) if told else ()


def signals(found: Iterable[TeamSignal]) -> tuple[Item, ...]:
    """What goes well by team, then what can be better by team."""
    found = tuple(found)
    told = (
        ("Wat goed gaat", [(s.team, s.goes_well) for s in found]),
        ("Wat beter kan", [(s.team, s.can_be_better) for s in found]),
    )
    items: list[Item] = []
    for heading, said in told:
        points = [
            Item(text.strip(), _filled(sentence_case(team.strip())))
            for team, text in said
            if text.strip()
        ]
        items += [Item(heading, look=Look.HEADING), *points] if points else []
    return tuple(items)


def succes(one: Succes) -> Item:
    """What went well, and why it could."""
    return Item(one.text.strip(), _filled(_with("Dit kon omdat: ", one.why)))


def no_succes(table: Leertafel) -> tuple[Item, ...]:
    """Why there is none; nothing when nobody wrote that."""
    why = table.no_success_reason.strip()
    return (Item("Er is nog geen succes genoemd", (why,)),) if why else ()


def knelpunt(one: Knelpunt) -> Item:
    """What stands in the way, of which sort, and who can move it with what."""
    who = (one.party, one.instrument, one.bestuurder)
    told = (sentence_case(one.kind.label), *(word.strip() for word in who))
    return Item(one.text.strip(), _filled(" · ".join(filter(None, told)), one.explanation))


# --- what is asked and agreed -----------------------------------------------------------------


def earlier(actions: Iterable[OpenAction]) -> tuple[Item, ...]:
    """How each earlier action was said to stand; of a case in bewerking only that it was asked.

    What nobody read through yet is not held up before a room.
    """
    known = [(action.said, action.row) for action in actions if action.said is not None]
    may = [(said, row) for said, row in known if _may_show(row)]
    items = [Item(row.actie.text.strip(), _filled(_how(said, row), said.text)) for said, row in may]
    hidden = len(known) - len(may)
    if hidden:
        items.append(Item(_HIDDEN_ONE if hidden == 1 else _HIDDEN.format(hidden), look=Look.SOFT))
    return tuple(items)


_HIDDEN_ONE = (
    "1 actie staat hier niet, want de casus ervan is niet deelbaar. Wij bespraken haar wel."
)
_HIDDEN = "{} acties staan hier niet, want hun casus is niet deelbaar. Wij bespraken ze wel."


def _how(said: AskedProgress, row: Followed) -> str:
    """'Bezig · Veilig Thuis'."""
    return " · ".join(_filled(sentence_case(said.status.label), row.actie.owner))


def _may_show(row: Followed) -> bool:
    return row.one != NAMES[Case].one or row.state is CaseState.DEELBAAR


def doorbraken(table: Leertafel, knelpunten: Mapping[str, str]) -> tuple[Item, ...]:
    """What is asked of whom, and what that promised; `knelpunten` are those that may be shown."""
    return tuple(
        Item(
            actie.text.strip(),
            _filled(
                _with("Tegen: ", knelpunten.get(actie.knelpunt_id, "")),
                _asked(actie),
                _with("Toegezegd: ", actie.promise),
            ),
        )
        for actie in doorbraken_in(table)
    )


def _asked(actie: Verbeteractie) -> str:
    """'Gevraagd aan de wethouder: besluiten · voor 3 mei 2026'."""
    to = f"Gevraagd aan: {actie.owner.strip() or 'nog niemand'}"
    what = f" ({actie.asked.label})" if actie.asked is not None else ""
    return f"{to}{what} · {_when(actie)}"


def agreed(table: Leertafel) -> tuple[Item, ...]:
    """Every action of this table with who, keeper and when; then when the next table is."""
    items = [
        Item(
            actie.text.strip(),
            _filled(
                " · ".join(
                    (
                        f"Wie: {actie.owner.strip() or 'nog niemand'}",
                        f"bewaker: {actie.keeper.strip() or 'nog niemand'}",
                        _when(actie),
                    )
                )
            ),
        )
        for actie in table.acties
    ]
    if table.next_on is not None:
        items.append(Item(f"Volgende leertafel: {day_text(table.next_on)}", look=Look.HEADING))
    return tuple(items)


def _when(actie: Verbeteractie) -> str:
    return f"voor {day_text(actie.due)}" if actie.due is not None else "nog geen datum"


def begrip(one: Begrip) -> Item:
    """A word, and what this table means by it."""
    return Item(one.term.strip(), _filled(one.meaning))


def _with(before: str, text: str) -> str:
    return f"{before}{text.strip()}" if text.strip() else ""


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
