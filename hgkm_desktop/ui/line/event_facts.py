"""What the panel says of one event: its facts, who knew of it, and each beleving in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from hgkm_desktop.models.case import Case, numbers
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.moment import period_text
from hgkm_desktop.models.records import Beleving, Event, Knowledge
from hgkm_desktop.models.terms import (
    AddedBy,
    Answer,
    Effect,
    EventKind,
    HouseholdRole,
    Occurrence,
)
from hgkm_desktop.settings import TEXT_SIZES
from hgkm_desktop.timeline.signs import signs_of_facts
from hgkm_desktop.ui.line.kind_mark import KindMark, SignMark
from hgkm_desktop.ui.parts.text import label
from hgkm_desktop.ui.parts.theme import text_size

_ADDED_BY = {
    AddedBy.DOSSIER: "uit een dossier",
    AddedBy.DEELNEMER: "door een deelnemer",
    AddedBy.FOCUSGROEP: "door een focusgroep",
    AddedBy.BETROKKENE: "door een betrokkene zelf",
}
_SIGNED = {
    "Status": ("suspected", "disputed"),
    "Vrijheid": ("vrijwillig", "drang", "dwang"),
    "Resultaat": ("effect_full", "effect_part", "effect_none"),
    "Let op": ("risk",),
    "Toegevoegd": ("focus",),
}


MAIN_FACTS = ("Wanneer", "Had gekund", "Organisaties", "Betrokkenen", "Status")
"""What the table must see beside the belevingen; the other facts stand under these."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known; `sign` is how the line shows it, if it does."""

    name: str
    words: str
    sign: str = ""


def facts_of(case: Case, event: Event) -> list[Fact]:
    """What is known of the event, without the empty parts."""
    signs = signs_of_facts(event)
    said = [*_what_and_who(case, event), *_known(case, event), *_what_it_did(event), *_use(event)]
    return [
        Fact(name, words, next((s for s in signs if s in _SIGNED.get(name, ())), ""))
        for name, words in said
        if words
    ]


def heading(case: Case, event: Event) -> QHBoxLayout:
    """The shape, number and kind of the event, and whether it happened."""
    row = QHBoxLayout()
    row.addWidget(KindMark(event))
    words = [str(numbers(case)[event.id]), event.kind.label]
    if event.occurrence is not Occurrence.GEBEURD:
        words.append(event.occurrence.label)
    row.addWidget(label(" · ".join(words), muted=True), 1)
    return row


def details(facts: Iterable[Fact]) -> QGridLayout:
    """Facts under each other, each with its name beside or above it."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    below = text_size() > TEXT_SIZES[0]  # larger words have no room beside their name
    grid.setColumnStretch(0 if below else 1, 1)
    for number, fact in enumerate(facts):
        row, column = (2 * number + 1, 0) if below else (number, 1)
        key = QLabel(fact.name)
        key.setProperty("muted", True)
        grid.addWidget(key, row - below, 0, Qt.AlignmentFlag.AlignTop)
        if fact.sign:
            grid.addLayout(signed(fact.sign, fact.words), row, column)
        else:
            grid.addWidget(label(fact.words, soft=True), row, column)
    return grid


def signed(sign: str, words: str) -> QHBoxLayout:
    """Words with the sign before them that stands for them on the line."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(SignMark(sign), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, soft=True), 1)
    return row


def differently() -> QHBoxLayout:
    """The clear sign that not every deelnemer lived an event the same way."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(SignMark("divergence", 17), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label("Niet iedereen beleefde dit hetzelfde.", level=3), 1)
    return row


def words_of(beleving: Beleving | None) -> list[str]:
    """A beleving in words, a line for each part; nothing without a beleving."""
    if beleving is None:
        return []
    risk = [beleving.risk_of.label] if beleving.risk_of else []
    if beleving.safety_of:
        risk.append(f"veiligheid van {list_text([s.label for s in beleving.safety_of])}")
    said = [
        " · ".join([beleving.mark.label, *risk]),
        f"“{beleving.explanation}”" if beleving.explanation else "",
        f"Nu: {beleving.now_different}" if beleving.now_different else "",
        f"In de weg: {beleving.obstacle}" if beleving.obstacle else "",
    ]
    return [words for words in said if words]


def _what_and_who(case: Case, event: Event) -> list[tuple[str, str]]:
    exact = event.end is None and not event.ongoing
    when = event.start.in_words() if exact else period_text(event.start, event.end, event.ongoing)
    status = event.fact_status.label + (f", volgens {event.status_by}" if event.status_by else "")
    since = event.possible_since.text() if event.possible_since else ""
    return [
        ("Wanneer", when),
        ("Had gekund", f"vanaf {since}" if since else ""),
        ("Organisaties", list_text([case.organisation(i).name for i in event.organisation_ids])),
        ("Betrokkenen", _parts(case, event)),
        ("Bij wie", event.reported_to),
        ("Status", status),
        ("Bron", event.source),
    ]


def _known(case: Case, event: Event) -> list[tuple[str, str]]:
    """Who knew of it, who did not, and of whom that is not known; only once it was asked."""
    if all(k.known is Answer.ONBEKEND for k in event.knowledge):
        return []
    given = {k.organisation_id: k for k in event.knowledge}
    groups: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for organisation in case.organisations:
        known = given.get(organisation.id, Knowledge(organisation.id))
        took_part = event.happened and organisation.id in event.organisation_ids
        answer = Answer.JA if took_part and known.known is Answer.ONBEKEND else known.known
        since = f" ({_since(known)})" if answer is Answer.JA else ""
        groups[answer].append(f"{organisation.name}{since}")
    return [
        ("Wist ervan", list_text(groups[Answer.JA])),
        ("Wist het niet", list_text(groups[Answer.NEE])),
        ("Onbekend", _of_whom(groups[Answer.ONBEKEND])),
    ]


def _since(known: Knowledge) -> str:
    if known.known is not Answer.JA:
        return "deed mee"
    return f"sinds {known.since.text()}" if known.since.is_known else "onbekend sinds wanneer"


def _of_whom(names: list[str]) -> str:
    return f"of {list_text(names)} het wist{'en' if len(names) > 1 else ''}" if names else ""


def _what_it_did(event: Event) -> list[tuple[str, str]]:
    effect = "" if event.effect is Effect.ONBEKEND else event.effect.label
    return [
        ("Instrument", event.instrument),
        ("Vrijheid", event.pressure.label if event.pressure else ""),
        ("Resultaat", ": ".join(words for words in (effect, event.result) if words)),
        ("Kinderen", _children(event)),
        ("Ketenfase", event.chain_phase.label if event.chain_phase else ""),
        ("Fase", event.safety_phase.label if event.safety_phase else ""),
    ]


def _use(event: Event) -> list[tuple[str, str]]:
    is_kind = event.kind is EventKind.RISICOMOMENT  # then its sign says so
    remarks = [
        "risicomoment" if event.is_risk_moment and not is_kind else "",
        "cruciaal punt" if event.is_pivotal else "",
        "" if event.is_shown else "niet tonen",
    ]
    added = _ADDED_BY[event.added_by]
    added += f": {event.added_at}" if event.added_at else ""
    added += f", {day_text(event.added_on)}" if event.added_on else ""
    return [("Let op", " · ".join(_filled(remarks))), ("Toegevoegd", added)]


def _filled(words: Iterable[str]) -> list[str]:
    return [word for word in words if word]


def _parts(case: Case, event: Event) -> str:
    """Who had a part in it; those with the same part according to the same are named together."""
    groups: dict[tuple[HouseholdRole, str], list[str]] = {}
    for involvement in event.involved:
        part = (involvement.role, involvement.according_to)
        groups.setdefault(part, []).append(case.betrokkene(involvement.betrokkene_id).role)
    said = []
    for (role, according_to), names in groups.items():
        remarks = [] if role is HouseholdRole.BETROKKENE else [role.label]
        remarks += [f"volgens {according_to}"] if according_to else []
        said.append(list_text(names) + (f" ({', '.join(remarks)})" if remarks else ""))
    return "; ".join(said)


def _children(event: Event) -> str:
    answers = (
        ("aanwezig", event.child_present),
        ("gezien", event.child_seen),
        ("zelf gesproken", event.child_spoken),
    )
    known = [(word, answer) for word, answer in answers if answer is not Answer.ONBEKEND]
    by = f" (door {event.child_spoken_by})" if event.child_spoken_by else ""
    said = [word if answer is Answer.JA else f"niet {word}" for word, answer in known]
    return list_text(said) + (by if said else "")
