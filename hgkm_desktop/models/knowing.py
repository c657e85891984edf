"""What an organisation knew of an event on some day ('wat wist ... op dit moment').

How the answer follows from what was filled in is ours (docs/bronnen.md).
"""

from __future__ import annotations

from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.terms import Answer

_SUREST_FIRST = (Answer.JA, Answer.ONBEKEND, Answer.NEE)


def known_to(event: Event, organisation_id: str, day: date) -> Answer:
    """Whether this organisation knew of this event at the end of this day.

    It is ja or nee only when that is sure; what nobody filled in is onbekend once the event may
    have begun. Who acts in an event knows it from its start. A nee that was filled in is a nee.
    """
    said = [k for k in event.knowledge if k.organisation_id == organisation_id]
    if any(k.known is Answer.NEE for k in said):
        return Answer.NEE
    begun = _was_there(event.start, day)
    answers = {_was_there(k.since, day) for k in said if k.since.is_known and k.known is Answer.JA}
    if organisation_id in event.organisation_ids and event.happened:
        answers.add(begun)
    if not answers:
        return Answer.NEE if begun is Answer.NEE else Answer.ONBEKEND
    return next(answer for answer in _SUREST_FIRST if answer in answers)


def knowledge_of(case: Case, organisation_id: str, day: date) -> dict[str, Answer]:
    """What this organisation knew at the end of this day, by the id of the event."""
    return {event.id: known_to(event, organisation_id, day) for event in case.events}


def _was_there(moment: Moment, day: date) -> Answer:
    """Whether a moment lies on this day or before it, as far as its precision can say."""
    if not moment.is_known:
        return Answer.ONBEKEND
    if moment.latest <= day:
        return Answer.JA
    return Answer.NEE if moment.earliest > day else Answer.ONBEKEND
