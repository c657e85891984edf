"""What deelnemers said of events that become one: all of it, with one beleving for each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.records import Beleving, Event, Summary
from hgkm_desktop.models.terms import Audience, Mark


def narrowest(audiences: Iterable[Audience]) -> Audience:
    """The audience that is allowed by all of these; there is at least one."""
    return min(audiences, key=list(Audience).index)


def with_belevingen_at(case: Case, kept: Event, others: Iterable[Event]) -> Case:
    """The case with the belevingen of the other events at the kept one.

    Two of one deelnemer become one: the mark at the kept event stays, the texts are put below
    each other, and another mark is said in words. It is chosen for paper only when both were.
    Raises BadInput when the texts of one deelnemer together are too long.
    """
    titles = {event.id: event.title for event in others}
    own = {b.deelnemer_id: b for b in case.belevingen if b.event_id == kept.id}
    gone: dict[str, str] = {}
    for beleving in (b for b in case.belevingen if b.event_id in titles):
        present = own.get(beleving.deelnemer_id)
        if present is None:
            own[beleving.deelnemer_id] = replace(beleving, event_id=kept.id)
        else:
            one = _one_of(present, beleving, titles[beleving.event_id])
            check_record(one)
            own[beleving.deelnemer_id] = one
            gone[beleving.id] = present.id
    changed = {b.id: b for b in own.values()}
    return replace(
        case,
        belevingen=tuple(changed.get(b.id, b) for b in case.belevingen if b.id not in gone),
        summary=_with_choices(case.summary, gone),
    )


def _one_of(kept: Beleving, other: Beleving, title: str) -> Beleving:
    one = replace(
        kept,
        explanation=_put_together(kept.explanation, other.explanation, "\n\n"),
        now_different=_put_together(kept.now_different, other.now_different, "\n\n"),
        obstacle=_put_together(kept.obstacle, other.obstacle, "; "),
        needed_from=_put_together(kept.needed_from, other.needed_from, "; "),
        audience=narrowest((kept.audience, other.audience)),
    )
    if other.mark is kept.mark:
        safety = tuple(dict.fromkeys((*kept.safety_of, *other.safety_of)))
        one = replace(one, risk_of=kept.risk_of or other.risk_of, safety_of=safety)
    if other.mark is kept.mark and other.risk_of in (None, one.risk_of):
        return one
    remark = f"Bij ‘{title}’: {_mark_words(other)}."
    return replace(one, explanation=_put_together(one.explanation, remark, "\n\n"))


def _put_together(first: str, second: str, between: str) -> str:
    return between.join(dict.fromkeys(filter(None, (first.strip(), second.strip()))))


def _mark_words(beleving: Beleving) -> str:
    """'risicovol, besluit, veiligheid van professionals'."""
    words = [beleving.mark.label]
    if beleving.mark is Mark.RISICO:
        words += [beleving.risk_of.label] if beleving.risk_of else []
        safety = list_text([whose.label for whose in beleving.safety_of])
        words += [f"veiligheid van {safety}"] if safety else []
    return ", ".join(words)


def _with_choices(summary: Summary, gone: dict[str, str]) -> Summary:
    """The choice for paper: of two that became one, the one is chosen when both were."""
    chosen = set(summary.beleving_ids)
    half = {kept for other, kept in gone.items() if (other in chosen) != (kept in chosen)}
    ids = tuple(i for i in summary.beleving_ids if i not in gone and i not in half)
    return replace(summary, beleving_ids=ids)
