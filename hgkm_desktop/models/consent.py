"""Which words of a person concerned may be used outside the table, and for whom.

Source: casuïstiekonderzoek, gesprek met betrokkene (docs/bronnen.md, bron 3).
"""

from __future__ import annotations

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.in_depth import NaastElkaar, Radertje
from hgkm_desktop.models.terms import Answer, Audience

_WIDTH = tuple(Audience)


def usable_radertjes(case: Case, audience: Audience) -> tuple[Radertje, ...]:
    """The radertjes that may stand in a document for this audience.

    Only those with consent: nee and onbekend are in no document at all. The default, alleen aan
    tafel, keeps them from bestuurders until someone chooses otherwise.
    """
    return tuple(r for r in case.radertjes if _may_be_used(r, audience))


def usable_pairs(case: Case, audience: Audience) -> tuple[NaastElkaar, ...]:
    """The sentences side by side that may be; not without consent for their radertje either."""
    held_back = {r.id for r in case.radertjes if not _may_be_used(r, audience)}
    return tuple(
        pair
        for pair in case.naast_elkaar
        if _may_be_used(pair, audience) and pair.radertje_id not in held_back
    )


def _may_be_used(record: Radertje | NaastElkaar, audience: Audience) -> bool:
    wide_enough = _WIDTH.index(record.audience) >= _WIDTH.index(audience)
    return record.consent is Answer.JA and wide_enough
