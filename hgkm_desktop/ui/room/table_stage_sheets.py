"""What is shown in the room at a leertafel, sheet by sheet: only what may be held up before all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from hgkm_desktop.methods.agenda import OpenAction
from hgkm_desktop.methods.leertafel import TimedPoint, agenda_times
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.clock import clock_text, duration_text
from hgkm_desktop.models.leertafel import Knelpunt, Leertafel, Succes
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.case.document_head import title_of
from hgkm_desktop.ui.room import table_stage_words as words
from hgkm_desktop.ui.room.hiding import HidingPlaces
from hgkm_desktop.ui.room.table_stage_words import Item, Look

_S = TypeVar("_S", Succes, Knelpunt)


class Part(Enum):
    """What a point of the agenda can be about, with the words in its title that say so."""

    STORY = ("", ())
    WELCOME = ("Wat wij gaan doen", ("welkom", "opening"))
    EARLIER = ("Eerdere acties", ("eerder", "vorige"))
    SIGNALS = ("Signalen van de teams", ("signa",))
    SUCCESSES = ("Wat ging goed", ("ging goed", "succes"))
    KNELPUNTEN = ("Wat staat in de weg", ("in de weg", "knelpunt"))
    DOORBRAKEN = ("Doorbraken", ("doorbra",))
    BEGRIPPEN = ("Wat wij met deze woorden bedoelen", ("begrip", "woorden"))
    CLOSING = ("Wat wij hebben afgesproken", ("afsluit", "slot"))

    def __init__(self, title: str, said_by: tuple[str, ...]) -> None:
        self.title, self.said_by = title, said_by


_OF_ONE_CASE = (Part.SUCCESSES, Part.KNELPUNTEN)
_AFTER_AGENDA = (
    *(Part.SIGNALS, Part.SUCCESSES, Part.KNELPUNTEN, Part.DOORBRAKEN),
    *(Part.BEGRIPPEN, Part.CLOSING),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `key` stays the same while what is on it changes.

    `point_id` is the point of the agenda that it belongs to ('' for none), `number` which one that
    is, from 1, and `minutes` how long that may take. `case_id` is the case of which the line can
    be shown from here.
    """

    key: str
    title: str
    subtitle: str = ""
    items: tuple[Item, ...] = ()
    point_id: str = ""
    number: int = 0
    minutes: int = 0
    case_id: str = ""


def sheets_of(
    table: Leertafel, cases: Iterable[Case], actions: Iterable[OpenAction], places: HidingPlaces
) -> tuple[Sheet, ...]:
    """The sheets of a leertafel in their order, with no word that says where someone hides.

    `cases` are those of it that can be read, `actions` those that it opens with. Of a case that is
    not deelbaar nothing is shown. Notes, who is present, uitvoerders and what bestuurders take
    along are on no sheet.
    Source: zicht op de praktijk, vraag 4 (docs/bronnen.md, bron 1).
    """
    held = {one.case_id for one in table.cases}
    read = {case.id: case for case in cases if case.id in held}
    shown = {i: case for i, case in read.items() if case.state is CaseState.DEELBAAR}
    why = {
        **dict.fromkeys(held, words.NOT_READ),
        **dict.fromkeys(read, words.NOT_DEELBAAR),
    }
    composed = _Composition(table, shown, why, words.earlier(actions), _claims(table))
    return tuple(_without_places(sheet, places) for sheet in composed.sheets())


def _claims(table: Leertafel) -> dict[tuple[Part, str], str]:
    """Which point of the agenda shows what: by part and case ('' for all cases), its id.

    The first point of a case tells its story.
    """
    found: dict[tuple[Part, str], str] = {}
    for point in table.agenda:
        if point.case_id:
            found.setdefault((Part.STORY, point.case_id), point.id)
        for part in _parts_in(point.title):
            about = point.case_id if part in _OF_ONE_CASE else ""
            found.setdefault((part, about), point.id)
    return found


def _parts_in(title: str) -> list[Part]:
    said = title.casefold()
    return [part for part in Part if any(word in said for word in part.said_by)]


@dataclass(frozen=True, slots=True)
class _Composition:
    """A table with the cases of it that may be shown, by id, and what was said of earlier actions.

    `why` says of a case on the table why it cannot be shown, for when it cannot.
    """

    table: Leertafel
    cases: dict[str, Case]
    why: dict[str, tuple[Item, ...]]
    earlier: tuple[Item, ...]
    claims: dict[tuple[Part, str], str]

    def sheets(self) -> list[Sheet]:
        """What no point of the agenda is about comes after it, but earlier actions come first."""
        table = self.table
        found = [Sheet("titel", words.title_of_table(table), words.day_of(table), words.RULES)]
        if (Part.EARLIER, "") not in self.claims and self.earlier:
            found.append(self._sheet(Part.EARLIER, ""))
        after = [sheet for part in _AFTER_AGENDA for sheet in self._after(part)]
        last = self.claims.get((Part.CLOSING, ""), "")
        stories = [s for held in table.cases for s in self._story_after(held.case_id)]
        for number, timed in enumerate(agenda_times(table), 1):
            if timed.point.id == last:
                found += [*stories, *after]
                stories, after = [], []
            found += self._of_point(number, timed)
        return [*found, *stories, *after]

    def _after(self, part: Part) -> list[Sheet]:
        """What no point shows; the closing sheet is always there."""
        if (part, "") in self.claims:
            return []
        wanted = part is Part.CLOSING or self._items(part, "")
        return [self._sheet(part, "")] if wanted else []

    def _story_after(self, case_id: str) -> list[Sheet]:
        return [] if (Part.STORY, case_id) in self.claims else self._story(case_id)

    # --- a point of the agenda ------------------------------------------------------------

    def _of_point(self, number: int, timed: TimedPoint) -> list[Sheet]:
        point = timed.point
        mine = [(p, about) for (p, about), holder in self.claims.items() if holder == point.id]
        if point.case_id and point.case_id not in self.cases:
            found = [self._not_shown(point.case_id)]
        else:
            found = [s for part, about in mine for s in self._sheets(part, about)]
            if len(found) > 1 and found[0].title == mine[0][0].title:
                heading = Item(found[0].title, look=Look.HEADING)
                found[0] = replace(found[0], items=(heading, *found[0].items))
            found = found or [Sheet("", "", case_id=point.case_id)]
            found[0] = replace(found[0], title=point.title.strip() or found[0].title)
        when = " · ".join(filter(None, (self._name(point.case_id), _when(timed))))
        return [
            replace(
                sheet,
                key=f"{point.id} {sheet.key}",
                subtitle=when,
                point_id=point.id,
                number=number,
                minutes=point.minutes,
            )
            for sheet in found
        ]

    def _name(self, case_id: str) -> str:
        return title_of(self.cases[case_id]) if case_id in self.cases else ""

    def _sheets(self, part: Part, about: str) -> list[Sheet]:
        return self._story(about) if part is Part.STORY else [self._sheet(part, about)]

    def _story(self, case_id: str) -> list[Sheet]:
        """The story of a case, what it meant for the children, and what teams say of it."""
        name = self._name(case_id)
        if not name:
            return [self._not_shown(case_id)]
        summary = self.cases[case_id].summary
        signals = [s for s in self.table.signals if s.case_id == case_id]
        told: tuple[tuple[str, str, tuple[Item, ...]], ...] = (
            ("verhaal", name, words.story(summary) or words.NO_STORY),
            ("kinderen", "Wat betekende dit voor de kinderen", words.children(summary)),
            ("signalen", "Wat teams hierover zeggen", words.signals(signals)),
        )
        return [
            Sheet(f"{key} {case_id}", title, items=items, subtitle=name, case_id=case_id)
            for key, title, items in told
            if items
        ]

    def _not_shown(self, case_id: str) -> Sheet:
        items = self.why.get(case_id, words.OFF_TABLE)
        return Sheet(f"verhaal {case_id}", words.A_CASE, items=items)

    # --- the parts ------------------------------------------------------------------------

    def _sheet(self, part: Part, about: str) -> Sheet:
        items = self._items(part, about) or self._nothing(part)
        return Sheet(f"{part.name} {about}", part.title, items=items, case_id=about)

    def _nothing(self, part: Part) -> tuple[Item, ...]:
        """What stands there while there is nothing."""
        if part is Part.EARLIER:
            return words.NO_EARLIER
        is_none = part is Part.SUCCESSES and not self.table.successes
        return (words.no_succes(self.table) if is_none else ()) or words.NOTHING_YET

    def _items(self, part: Part, about: str) -> tuple[Item, ...]:
        table = self.table
        if part is Part.WELCOME:
            return words.agenda(table, {i: title_of(case) for i, case in self.cases.items()})
        if part is Part.EARLIER:
            return self.earlier
        if part is Part.SIGNALS:
            return words.signals([s for s in table.signals if not s.case_id])
        if part is Part.SUCCESSES:
            return tuple(map(words.succes, self._of(table.successes, part, about)))
        if part is Part.KNELPUNTEN:
            return tuple(map(words.knelpunt, self._of(table.knelpunten, part, about)))
        if part is Part.DOORBRAKEN:
            may = {k.id: k.text for k in table.knelpunten if self._may_show(k.case_id)}
            return words.doorbraken(table, may)
        if part is Part.BEGRIPPEN:
            return tuple(map(words.begrip, table.begrippen))
        return words.agreed(table)

    def _of(self, found: Iterable[_S], part: Part, about: str) -> list[_S]:
        """Those about this case; for '' those that no point of their own case shows."""
        return [
            one
            for one in found
            if self._may_show(one.case_id)
            and (one.case_id == about or (not about and (part, one.case_id) not in self.claims))
        ]

    def _may_show(self, case_id: str) -> bool:
        return not case_id or case_id in self.cases


def _when(timed: TimedPoint) -> str:
    """'13:30 · 25 minuten'."""
    clock = "" if timed.starts_at is None else clock_text(timed.starts_at)
    return " · ".join(filter(None, (clock, duration_text(timed.point.minutes))))


def _without_places(sheet: Sheet, places: HidingPlaces) -> Sheet:
    return replace(
        sheet,
        title=places.instead(sheet.title),
        subtitle=places.instead(sheet.subtitle),
        items=tuple(
            replace(
                item, text=places.instead(item.text), about=tuple(map(places.instead, item.about))
            )
            for item in sheet.items
        ),
    )
