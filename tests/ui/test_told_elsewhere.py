"""What a paper tells of other works is looked through before its pages are made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports.of_work import AskedOfWork
from hgkm_desktop.ui.papers.work_draft import WorkTells, make_work_draft
from tests.reports.full_case import MADE_ON
from tests.reports.practice_year import SETTINGS, a_talk, a_terugkoppeling, the_actions, the_works

HIDES = "Moeder zit in de vrouwenopvang aan de Dorpsstraat 12"
CALLS = "Bel naar 06-12345678"


def nobody(_: float) -> None:
    """Nobody waits for it."""


def feedback_with(promise: str, state: CaseState = CaseState.DEELBAAR) -> AskedOfWork:
    """A terugkoppeling of which the first leertafel has this promise in a doorbraak."""

    def changed(work: Work) -> Work:
        if not isinstance(work, Leertafel) or work.code != "T4-4T":
            return work
        first, *rest = work.acties
        return replace(work, state=state, acties=(replace(first, promise=promise), *rest))

    others = tuple(changed(work) for work in the_works())
    kind = DocumentKind.TERUGKOPPELING
    return AskedOfWork(a_terugkoppeling(), (), kind, SETTINGS, MADE_ON, others=others)


def talk_after(text: str, state: CaseState) -> AskedOfWork:
    """The gespreksverslag of a talk that asked about an action with these words."""

    def changed(row: Followed) -> Followed:
        return replace(row, state=state, actie=replace(row.actie, text=text))

    earlier = tuple(changed(row) for row in the_actions())
    kind = DocumentKind.GESPREKSVERSLAG
    return AskedOfWork(a_talk(), (), kind, SETTINGS, MADE_ON, earlier=earlier)


@pytest.mark.parametrize("words", [HIDES, CALLS])
def test_a_doorbraak_that_tells_stops_a_terugkoppeling(words: str) -> None:
    with pytest.raises(WorkTells):
        make_work_draft(feedback_with(words), nobody)


def test_a_doorbraak_that_is_not_told_stops_nothing() -> None:
    made = make_work_draft(feedback_with(HIDES, CaseState.IN_BEWERKING), nobody)
    assert made.pdf.startswith(b"%PDF")


def test_an_earlier_action_that_says_where_someone_hides_stops_a_verslag() -> None:
    for state in CaseState:
        with pytest.raises(WorkTells):
            make_work_draft(talk_after(HIDES, state), nobody)
