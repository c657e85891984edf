"""The herleidbaarheidscheck of a whole case: every text in it, less what was decided already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.read_through import Cleared
from hgkm_desktop.models.texts import CaseText, texts_of
from hgkm_desktop.models.works import Value
from hgkm_desktop.privacy.checking import check
from hgkm_desktop.privacy.findings import Finding
from hgkm_desktop.privacy.shelters import shelters
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text
from hgkm_desktop.privacy.told_counts import told_counts

# Who has the register that such a number is in finds the household, whatever anyone decides.
_NUMBERS = frozenset(
    {
        *(FindingKind.BSN, FindingKind.IBAN, FindingKind.TELEFOON, FindingKind.POSTCODE),
        *(FindingKind.KENTEKEN, FindingKind.ZAAKNUMMER),
    }
)


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """A finding and the text of the case that it stands in."""

    place: CaseText
    finding: Finding

    @property
    def word(self) -> str:
        """What was found, as it was typed."""
        return self.place.text[self.finding.start : self.finding.end]


def _tell_nobody(part: float) -> None:
    """Nobody waits to hear how far it is."""


def check_case(
    case: Value,
    also: Iterable[CaseText] = (),
    tell: Callable[[float], object] = _tell_nobody,
) -> tuple[CaseFinding, ...]:
    """Everything in the texts of a case or work that may tell who it is about, not decided on yet.

    What `every_finding` gives, without what is 'niet herleidbaar'.
    """
    return not_cleared(case, every_finding(case, also, tell))


def not_cleared(case: Value, findings: Iterable[CaseFinding]) -> tuple[CaseFinding, ...]:
    """The findings that nobody put aside as 'niet herleidbaar'."""
    return tuple(f for f in findings if not is_cleared(case.read.cleared, f.word, f.finding))


def every_finding(
    case: Value,
    also: Iterable[CaseText] = (),
    tell: Callable[[float], object] = _tell_nobody,
) -> tuple[CaseFinding, ...]:
    """Everything that is found in the texts of a case, put aside or not, in the order of the texts.

    `also` are texts that belong to it and are not in it, such as the name of its file. `tell` hears
    before each text how far it is (0.0 to 1.0), and what it raises ends the check. Takes some 10 ms
    for 1,000 characters.
    """
    of_events = _roles_of_events(case) if isinstance(case, Case) else {}
    roles = tuple(b.role for b in case.betrokkenen) if isinstance(case, Case) else ()
    is_about_figures = isinstance(case, FigureSet)
    places, found = (*texts_of(case), *also), list[CaseFinding]()
    for number, place in enumerate(places):
        tell(number / len(places))
        there = of_events.get(place.key.rpartition(":")[0], roles)
        told = check(place.text, there) + (_counts_in(place) if is_about_figures else ())
        found += [CaseFinding(place, finding) for finding in told]
    return tuple(found)


def _roles_of_events(case: Case) -> dict[str, tuple[str, ...]]:
    """For each event and beleving, by the key of its texts, the betrokkenen of the case: those in
    the event first, for a name there is most likely theirs."""
    role_of = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
    found = {}
    for event in case.events:
        here = [role_of[part.betrokkene_id] for part in event.involved]
        found[event.id] = tuple(dict.fromkeys((*here, *role_of.values())))
    return {
        **{f"events:{event_id}": roles for event_id, roles in found.items()},
        **{f"belevingen:{b.id}": found[b.event_id] for b in case.belevingen},
    }


def _counts_in(place: CaseText) -> tuple[Finding, ...]:
    """Small counts that stand in a sentence about figures; a case may say how many there were."""
    text = Text(place.text)
    return tuple(
        Finding(*text.span(one.start, one.end), one.kind, one.certainty, one.reason)
        for one in told_counts(text)
    )


def blocking(
    case: Value, tell: Callable[[float], object] = _tell_nobody
) -> tuple[CaseFinding, ...]:
    """What surely tells who a case is about: with any of it no document may leave the table.

    Asked of the texts each time, whatever the state of the case says: a file may come from
    elsewhere, and the lists of the herleidbaarheidscheck grow.
    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    certain = FindingCertainty.ZEKER
    found = check_case(case, tell=tell)
    return tuple(one for one in found if one.finding.certainty is certain)


def hides_someone(finding: Finding) -> bool:
    """Whether it says where someone is safe: that may stand nowhere and go to nobody.

    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    return finding.kind is FindingKind.OPVANG


def tells_where_someone_hides(text: str) -> bool:
    """Whether a text says where someone is safe: only that is looked for, which takes little."""
    return next(iter(shelters(Text(text))), None) is not None


def is_cleared(cleared: Iterable[Cleared], word: str, finding: Finding) -> bool:
    """Whether someone decided that this word tells nobody who it is about."""
    if not may_be_cleared(finding):
        return False
    plain = plain_word(word)
    return any(c.word == plain and c.kind == finding.kind.value for c in cleared)


def may_be_cleared(finding: Finding) -> bool:
    """Whether 'niet herleidbaar' is an answer: never for what is zeker, and never for a number."""
    is_certain = finding.certainty is FindingCertainty.ZEKER
    return not is_certain and finding.kind not in _NUMBERS


def plain_word(word: str) -> str:
    """A word as decisions are kept: in small letters, with single spaces."""
    return " ".join(word.casefold().split())
