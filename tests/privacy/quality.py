"""How well the herleidbaarheidscheck does on a half of the test sentences; prints no sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hgkm_desktop.privacy import Finding, FindingCertainty, check
from tests.privacy.sentences import STRUCTURED, Sentence, Span

GROUPS = ("structured", "names", "injected", "words", "places", "quasi", "shelters", "origins")
_GROUP_OF = {
    **dict.fromkeys(STRUCTURED, "structured"),
    **dict.fromkeys(("PLAATS", "ADRES", "SCHOOL", "ORGANISATIE"), "places"),
    **dict.fromkeys(("DATUM", "GEBOORTEDATUM", "LEEFTIJD", "BEROEP"), "quasi"),
    **{"OPVANG": "shelters", "NATIONALITEIT": "origins"},
}


@dataclass(frozen=True, slots=True)
class Quality:
    """Recall per group as (found, all), and what was found without need."""

    recall: dict[str, tuple[int, int]]
    precision: float
    false_alarms: float
    """Per clean sentence, over all certainties."""
    sure_false_alarms: float
    """Per clean sentence, waarschijnlijk or zeker."""

    def share(self, group: str) -> float:
        found, marked = self.recall[group]
        return found / marked

    def lines(self) -> Iterator[str]:
        for group, (found, marked) in self.recall.items():
            yield f"recall {group:<14}{found / marked:>8.3f}  ({found} of {marked})"
        yield f"precision            {self.precision:>8.3f}"
        yield f"false alarms         {self.false_alarms:>8.3f}  per clean sentence"
        yield f"idem, not mogelijk   {self.sure_false_alarms:>8.3f}"


def measured(sentences: Iterable[Sentence]) -> Quality:
    """A finding counts when it overlaps a span, whatever its kind."""
    found: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    right = given = clean = loose = sure = 0
    for one in sentences:
        findings = check(one.text)
        for span in one.spans:
            hit = any(_overlap(finding, span) for finding in findings)
            for group in _groups(span):
                marked[group] += 1
                found[group] += hit
        given += len(findings)
        right += sum(any(_overlap(finding, span) for span in one.spans) for finding in findings)
        if one.clean:
            clean += 1
            loose += len(findings)
            sure += sum(f.certainty is not FindingCertainty.MOGELIJK for f in findings)
    recall = {group: (found[group], marked[group]) for group in GROUPS}
    return Quality(recall, right / given, loose / clean, sure / clean)


def _groups(span: Span) -> tuple[str, ...]:
    """Names that are words are told apart; the injected ones are names too."""
    if span.kind != "NAAM":
        return (_GROUP_OF[span.kind],)
    if span.word:
        return ("words",)
    return ("names", "injected") if span.injected else ("names",)


def _overlap(finding: Finding, span: Span) -> bool:
    return finding.start < span.end and span.start < finding.end
