"""The sentences of the herleidbaarheidscheck: what was found, and what stands in the way."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.read_through import Alteration, Cleared, ReadThrough
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.models.wording import CaseHint, Wording
from hgkm_desktop.privacy.case_check import CaseFinding
from hgkm_desktop.privacy.combinations import RareFact
from hgkm_desktop.privacy.gate import Gate, of_certainty
from hgkm_desktop.privacy.terms import FindingCertainty
from hgkm_desktop.ui.parts.text import sentence_case

READING = "Wordt nagelezen…"
NOTHING = "Niets gevonden; lees zelf na: zou een buurman of collega dit gezin herkennen?"
NEVER_ALL = (
    "Deze controle vindt niet alles. Lees de tekst zelf na: zou een buurman of collega dit gezin "
    "herkennen?"
)
READ_ONLY = "Dit bestand is alleen te lezen. U ziet wat er is gevonden, maar u kunt niets wijzigen."
OLDER_COPIES = (
    "In oudere back-ups, kopieën en documenten staat nog wat er stond. Die zijn niet veranderd."
)
READ_ALL = "Ik heb de hele casus zelf nagelezen"
READ_CHANGES = "Ik heb de teksten die veranderd zijn zelf nagelezen"
READY = "Er staat niets meer in de weg. U kunt de casus deelbaar maken."
NO_FUNCTION = "functie niet genoemd"
_MOST_SHOWN = 3
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Answers:
    """What the one who reads a case through answered at the gate; `is_part` when only the texts
    that changed are to be read."""

    looked: bool
    read: bool
    function_problem: str
    is_part: bool = False


def counted(findings: Collection[CaseFinding]) -> str:
    """How much was found, in words."""
    counts = [(len(of_certainty(findings, one)), one.label) for one in FindingCertainty]
    said = [f"{number} keer {words}" for number, words in counts if number]
    return f"Gevonden: {list_text(said)}." if said else NOTHING


def in_the_way(gate: Gate, answers: Answers) -> tuple[str, ...]:
    """What must be done still before the case can be deelbaar, a sentence each."""
    said = [
        *undecided(gate),
        f"Bekijk {_these(gate.possible)} bij het vinkje en vink aan dat u dat deed."
        if gate.possible and not answers.looked
        else "",
        "" if answers.read else _to_read(is_part=answers.is_part),
        answers.function_problem,
    ]
    return tuple(sentence for sentence in said if sentence)


def undecided(gate: Gate) -> tuple[str, ...]:
    """What must go or needs a decision each, also in a case that was read through before."""
    sure, likely = gate.certain, gate.likely
    said = [
        f"{sure} keer zeker: vervang het of haal het weg." if sure else "",
        f"{likely} keer waarschijnlijk: beslis {_for_each(likely)}." if likely else "",
    ]
    return tuple(sentence for sentence in said if sentence)


def looked_at(words: Sequence[str]) -> str:
    """What the check box says of the words that are mogelijk."""
    point = "wijst" if len(words) == 1 else "wijzen"
    it = "het" if len(words) == 1 else "ze"
    return f"Ik heb {_named(words)} bekeken: {it} {point} niemand aan"


def state_words(read: ReadThrough, *, is_shared: bool) -> str:
    """Who read the case through and when, or that nobody did."""
    if read.on is None:
        return "Nog niemand heeft deze casus nagelezen."
    who = f"Nagelezen op {day_text(read.on)} door: {read.by}."
    if is_shared:
        return f"Deze casus is deelbaar. {who}"
    if not read.unread:
        return f"{who} Daarna is de casus weer in bewerking genomen."
    number = len(read.unread)
    what = "1 tekst" if number == 1 else f"{number} teksten"
    return f"{who} Daarna {'is' if number == 1 else 'zijn'} {what} veranderd."


def facts_words(facts: Collection[RareFact], warning: str) -> str:
    """How many rare facts there are, or that together they may single the household out."""
    if warning or not facts:
        return warning
    if len(facts) == 1:
        return "In deze casus staat 1 feit dat weinig gezinnen delen. Kan het algemener?"
    said = f"In deze casus staan {len(facts)} feiten die weinig gezinnen delen."
    return f"{said} Samen kunnen ze een gezin aanwijzen. Maak er een paar algemener."


def altered_words(alterations: Sequence[Alteration]) -> str:
    """When details were altered, and by which functions; the newest first."""
    newest = sorted(alterations, key=lambda one: one.on, reverse=True)
    said = [f"{day_text(one.on)}, {one.by or NO_FUNCTION}" for one in newest[:_MOST_SHOWN]]
    if not said:
        return ""
    more = len(newest) - len(said)
    return f"Aangepast: {'; '.join(said)}{f'; en {more} keer eerder' if more else ''}"


def kind_words(found: CaseFinding) -> str:
    """What something was taken for, how certain that is, and where it stands."""
    finding = found.finding
    return f"{sentence_case(finding.certainty.label)} · {finding.kind.label} · {found.place.where}"


def wording_words(row: CaseHint) -> str:
    """What is the matter with a word, and where it stands."""
    return f"{sentence_case(row.hint.wording.kind.label)} · {row.place.where}"


def better_words(wording: Wording) -> str:
    """What to write instead, and why."""
    return f"Schrijf liever: {wording.instead}. {wording.why}"


def cleared_words(decision: Cleared) -> str:
    """Why a word does not count, and who decided so when."""
    parts = [decision.reason, decision.by, day_text(decision.on) if decision.on else ""]
    return " · ".join(part for part in parts if part)


def as_typed(case: Case, word: str) -> str:
    """A word of a decision, which is kept in small letters, as the case has it."""
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    found = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    places = (found.search(text.text) for text in texts_of(case))
    return next((" ".join(place[0].split()) for place in places if place is not None), word)


def replaced_words(number: int, *, in_line: bool = False) -> str:
    """What was done in so many texts and in the invoerregel, and where the old words still are."""
    if in_line and not number:
        return "Vervangen in de invoerregel. Ctrl+Z in die regel zet het terug."
    also = " en in de invoerregel" if in_line else ""
    texts = count_text(number, "tekst", "teksten")
    done = f"Vervangen in {texts}{also}. Ctrl+Z zet het terug."
    return f"{done} {OLDER_COPIES}"


def _to_read(*, is_part: bool) -> str:
    what = "de teksten die veranderd zijn" if is_part else "de casus"
    return f"Lees {what} zelf na en vink aan dat u dat deed."


def _named(words: Sequence[str]) -> str:
    """The words themselves; of many the first, and where the others stand."""
    quoted = [f"‘{word}’" for word in words[:_MOST_WORDS]]
    if len(words) > _MOST_WORDS:
        more = count_text(len(words) - _MOST_WORDS, "woord", "woorden")
        return list_text([*quoted, f"nog {more} bij ‘Mogelijk’"])
    return list_text(quoted)


def _these(words: Sequence[str]) -> str:
    return "dit ene woord" if len(words) == 1 else f"deze {len(words)} woorden"


def _for_each(number: int) -> str:
    return "wat u ermee doet" if number == 1 else "voor elk"
