"""What the depth of a case may say on paper: with consent, for its readers, of what is shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.consent import usable_pairs, usable_radertjes
from hgkm_desktop.models.in_depth import NO_TALK, ClientTalk
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.terms import Answer, Audience, Persistence
from hgkm_desktop.reports.let_through.dates import coarse, coarse_period, touches
from hgkm_desktop.reports.options import DocumentOptions, days_of


def without_depth(case: Case) -> Case:
    """The case with nothing of what casuïstiekonderzoek adds to it: for papers without room for
    it. The round stays: it holds no words, and says whether belevingen are hidden."""
    return replace(
        case,
        steps_done=(),
        selection_reason="",
        household_type="",
        area_problems=(),
        criteria=(),
        structurally_unsafe=Answer.ONBEKEND,
        closed_well=Answer.ONBEKEND,
        persistence=Persistence.ONBEKEND,
        persistence_reason="",
        talk=NO_TALK,
        radertjes=(),
        naast_elkaar=(),
        codes=(),
        punten=(),
        blikken=(),
    )


def reported_depth(
    case: Case, shown: Collection[str], belevingen: Collection[str], options: DocumentOptions
) -> Case:
    """The case with what of its depth may stand in a report about these events and belevingen.

    Words of the person concerned without consent are in no document at all, in no state. At the
    table for whom they are meant does not matter yet; once the case is deelbaar only what is meant
    for a verslag or wider stays. What rests on events that are not shown alone goes along with
    them, as a lesson does, and so does a factor that was seen in a beleving that is not shown.
    Source: casuïstiekonderzoek, gesprek met betrokkene (docs/bronnen.md, bron 3).
    """
    audience = Audience.TAFEL if stays_at_table(case.state) else Audience.VERSLAG
    first, last = days_of(options)
    return replace(
        case,
        steps_done=(),
        talk=_talk(case.talk, options),
        radertjes=tuple(
            coarse_period(radertje, options.dates)
            for radertje in usable_radertjes(case, audience)
            if _rests_on(radertje.event_ids, shown)
            and touches(radertje.start, radertje.end, radertje.ongoing, first, last)
        ),
        naast_elkaar=tuple(
            pair for pair in usable_pairs(case, audience) if _rests_on(pair.event_ids, shown)
        ),
        codes=tuple(
            code
            for code in case.codes
            if (not code.event_id or code.event_id in shown)
            and (not code.beleving_id or code.beleving_id in belevingen)
        ),
        punten=tuple(punt for punt in case.punten if punt.event_id in shown),
        blikken=tuple(blik for blik in case.blikken if blik.event_id in shown),
    )


def _rests_on(event_ids: Collection[str], shown: Collection[str]) -> bool:
    return not event_ids or any(event_id in shown for event_id in event_ids)


def _talk(talk: ClientTalk, options: DocumentOptions) -> ClientTalk:
    """The talk, no more exact than dates are; of one without consent only that it was held."""
    said = replace(talk, moment=coarse(talk.moment, options.dates))
    if talk.held is Answer.JA and talk.consent is not Answer.JA:
        return replace(said, who="", note="")
    return said


def without_gone_roles(case: Case, kept: Case) -> Case:
    """What is `kept` of a case, with no role in its talk of who is held back."""
    left = {betrokkene.role.casefold() for betrokkene in kept.betrokkenen}
    gone = {betrokkene.role.casefold() for betrokkene in case.betrokkenen} - left
    if kept.talk.who.strip().casefold() not in gone:
        return kept
    return replace(kept, talk=replace(kept.talk, who=""))
