"""What stands at the head and the foot of the documents about a case."""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.rounds import hides
from hgkm_desktop.models.terms import Answer, Audience, DocumentKind
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Fact, Paragraph, ParagraphKind, Run
from hgkm_desktop.reports.options import DocumentOptions, chosen_words

MARKING = "In bewerking, blijft aan deze tafel"
DISCLAIMER = "Leerdocument, geen feitenonderzoek, niet bedoeld als bewijs"
_DECIDED = {
    Answer.JA: "De burgemeester of wethouder nam zelf een besluit in deze casus en kan het gezin "
    "herkennen.",
    Answer.NEE: "De burgemeester en wethouder namen zelf geen besluit in deze casus.",
}


def title_of(case: Case) -> str:
    """The title of a document about this case."""
    return case.summary.title.strip() or case.title.strip() or f"Casus {case.code}"


def facts(case: Case, made_on: date, version: int) -> tuple[Fact, ...]:
    """What stands beside the title; the state is the last."""
    return (
        Fact("Casus", case.code),
        Fact("Versie", str(version)),
        Fact("Datum", day_text(made_on)),
        Fact("Staat", case.state.label.capitalize()),
    )


def why(case: Case) -> tuple[Paragraph, ...]:
    """Why this case; and what of the start nobody filled in."""
    reason = case.reason.strip()
    gaps = [] if reason else ["waarom deze casus is gekozen"]
    gaps += [] if decided(case) else ["of de burgemeester of de wethouder hier zelf besliste"]
    said = Paragraph((Run(f"Waarom deze casus: {as_sentence(reason)}"),))
    return (*((said,) if reason else ()), *((missing("; ".join(gaps)),) if gaps else ()))


def decided(case: Case) -> str:
    """Whether the readers decided in this case themselves; '' when that is not known."""
    return _DECIDED.get(case.start_check.board_decided, "")


def pseudonymised(case: Case) -> str:
    """Whether someone read the case through after the herleidbaarheidscheck; never who, as a
    function can be one person."""
    if stays_at_table(case.state):
        return "In bewerking: de herleidbaarheidscheck is nog niet afgerond."
    on = f" op {day_text(case.read.on)}" if case.read.on is not None else ""
    return f"Gepseudonimiseerd, en{on} nagelezen na de herleidbaarheidscheck."


def handled(*sentences: str) -> Paragraph:
    """How the document is to be handled, in small words."""
    return Paragraph((Run(" ".join(s for s in sentences if s)),), ParagraphKind.NOTE)


def round_goes_on(case: Case) -> tuple[Paragraph, ...]:
    """That a blind round hides belevingen; nothing when none does."""
    if not hides(case):
        return ()
    words = "Een blinde ronde is nog bezig. Belevingen die nog verborgen zijn, staan hier niet."
    return (Paragraph((Run(words),), ParagraphKind.NOTE),)


def chosen(kind: DocumentKind, options: DocumentOptions) -> tuple[Paragraph, ...]:
    """What a user chose for the document; nothing for the usual."""
    words = chosen_words(kind, options)
    return (Paragraph((Run(words),), ParagraphKind.NOTE),) if words else ()


def not_shown(hidden: int, total: int, at_table: int = 0) -> str:
    """'3 van 12 gebeurtenissen niet getoond (2 alleen aan tafel)'."""
    why = f" ({at_table} alleen aan tafel)" if at_table else ""
    return f"{hidden} van {count_text(total, 'gebeurtenis', 'gebeurtenissen')} niet getoond{why}"


def kept_at_table(case: Case) -> int:
    """How many events do not go out of a case that may leave the table: they are meant for it."""
    if stays_at_table(case.state):
        return 0
    return sum(one.is_shown and one.audience is Audience.TAFEL for one in case.events)
