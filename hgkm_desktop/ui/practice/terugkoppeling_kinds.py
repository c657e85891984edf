"""The parts of a terugkoppeling: what was learned and what is needed, told, asked and checked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput, HgkmError
from hgkm_desktop.methods.over_a_period import (
    OverAPeriod,
    Spoken,
    day_of,
    doorbraken_text,
    over_a_period,
)
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import AskedOfBoard, ThreeStep
from hgkm_desktop.models.terugkoppeling import Learned, Needed, Terugkoppeling
from hgkm_desktop.models.works import name_of
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.on_screen import WorkOnScreen
from hgkm_desktop.ui.parts.fields import Checks, Choice, TextBlock
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.record_list import PartKind
from hgkm_desktop.ui.parts.text import sentence_case

_STEPS = list(ThreeStep)


@dataclass(frozen=True, slots=True)
class ByStep(PartKind):
    """Parts that belong to one of the three steps, in the order of those."""

    def all_in(self, work: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as every kind of part
        """The parts by their step; of one step in the order in which they were added."""
        parts = PartKind.all_in(self, work)
        return tuple(sorted(parts, key=lambda part: _STEPS.index(part.step)))


def spoken_name(work: Spoken) -> str:
    """'leertafel T4-4T Twee verhalen, 5 mei 2026'."""
    day = day_of(work)
    when = day_text(day) if day else "zonder datum"
    return f"{name_of(work).one} {work.code} {work.title}".strip() + f", {when}"


def spoken_in(document: Document) -> list[Spoken]:
    """The talks, samples and leertafels of the file, as far as they can be read."""
    with suppress(HgkmError):  # what is wrong with the file is said elsewhere
        return [work for work in document.works() if isinstance(work, Spoken)]
    return []


def found_in(document: Document, shown: WorkOnScreen) -> OverAPeriod:
    """What falls in the period of the terugkoppeling on screen, until today."""
    feedback = shown.value
    if not isinstance(feedback, Terugkoppeling):
        return OverAPeriod()
    return over_a_period(feedback, spoken_in(document), date.today())


def doorbraken_words(found: OverAPeriod) -> str:
    """How many doorbraken stand how, and of how many nothing may be told."""
    told = f"{sentence_case(doorbraken_text(found))}."
    if not found.untold:
        return told
    which = "1 daarvan staat" if found.untold == 1 else f"{found.untold} daarvan staan"
    return (
        f"{told} {which} in werk dat nog in bewerking is: u telt die mee en vertelt er niets van."
    )


# --- what was learned -------------------------------------------------------------------------


def learned_kind(document: Document) -> ByStep:
    """What was learned, and in which talks, samples and leertafels of the file."""

    def words(feedback: Terugkoppeling, learned: Learned) -> str:
        codes = [
            f"{name_of(work).one} {work.code}"
            for work in spoken_in(document)
            if work.id in learned.work_ids
        ]
        where = f" · uit {list_text(codes)}" if codes else ""
        return f"{learned.text}\n{sentence_case(learned.step.label)}{where}"

    def dialog(parent: QWidget, feedback: Terugkoppeling, learned: Learned) -> RecordDialog:
        return _learned_dialog(parent, learned, spoken_in(document))

    return ByStep(
        field="learned",
        one="les",
        heading="Wat is geleerd",
        explanation="Wat heeft deze periode geleerd, bij welke van de drie stappen? "
        "Schrijf geen namen en niets over één gezin.",
        empty="Er staat nog niets. Neem hieronder iets over, of voeg zelf iets toe.",
        words=words,
        new=lambda feedback: Learned(new_id(), ""),
        dialog=dialog,
        check=_check,
        also_gone="alleen uit deze terugkoppeling",
    )


def _learned_dialog(parent: QWidget, learned: Learned, works: Sequence[Spoken]) -> RecordDialog:
    dialog = RecordDialog(parent, "Wat is geleerd", learned)
    dialog.ask_for("text", "Wat is geleerd", TextBlock(3))
    dialog.ask_for("step", "Bij welke stap", Choice(ThreeStep))
    choices = [(work.id, sentence_case(spoken_name(work))) for work in works]
    if choices:
        dialog.ask_for("work_ids", "Waar is dat geleerd", Checks(choices, 1))
    return dialog


# --- what is needed ---------------------------------------------------------------------------


def _needed_words(feedback: Terugkoppeling, needed: Needed) -> str:
    asked = f" · gevraagd: {needed.asked.label}" if needed.asked is not None else ""
    return f"{needed.text}\n{sentence_case(needed.step.label)}{asked}"


def _needed_dialog(parent: QWidget, feedback: Terugkoppeling, needed: Needed) -> RecordDialog:
    dialog = RecordDialog(parent, "Wat is nog nodig", needed)
    dialog.ask_for("text", "Wat is nog nodig", TextBlock(3))
    dialog.ask_for("step", "Bij welke stap", Choice(ThreeStep))
    dialog.ask_for(
        "asked",
        "Wat vraagt u aan het DVC",
        Choice(AskedOfBoard, empty="Niets, het is goed om te weten"),
    )
    return dialog


NEEDED = ByStep(
    field="needed",
    one="punt",
    heading="Wat is nog nodig",
    explanation="Wat is er verder nodig, bij welke van de drie stappen, en wat vraagt u aan het "
    "DVC? Vraag alleen wat bestuurders zelf kunnen doen.",
    empty="Er staat nog niets. Begin met wat u van een ander nodig hebt, en van wie.",
    words=_needed_words,
    new=lambda feedback: Needed(new_id(), ""),
    dialog=_needed_dialog,
    check=lambda feedback, needed: _check(feedback, needed),
    also_gone="alleen uit deze terugkoppeling",
)


def _check(feedback: Terugkoppeling, part: Learned | Needed) -> None:
    if not part.text.strip():
        raise BadInput("Schrijf op wat u wilt vertellen.")
