"""The actions of the open file, in whatever they stand, and those with which a meeting opens."""

from __future__ import annotations

from hgkm_desktop.methods.agenda import (
    OpenAction,
    begun,
    earlier_cases,
    of_board,
    open_actions,
)
from hgkm_desktop.methods.follow_up import Followed, in_case, in_works
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import Meeting, MeetingSeries
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.works import Holder, Opening, name_of
from hgkm_desktop.ui.document.document import Document

BEGIN: dict[type[Opening], str] = {
    BoardTalk: "Het gesprek beginnen",
    Leertafel: "De casussen beginnen",
}


def of_cases(document: Document) -> tuple[Followed, ...]:
    """The actions of every case. Raises HgkmError."""
    acties = document.acties()
    return tuple(
        row
        for h in document.headings()
        for row in in_case(h.id, h.code, h.title, h.state, acties.get(h.id, ()))
    )


def all_actions(document: Document) -> tuple[Followed, ...]:
    """The actions of every case, talk, sample and leertafel. Raises HgkmError."""
    return (*of_cases(document), *in_works(document.works()))


def actions_at(document: Document, opening: Opening) -> tuple[OpenAction, ...]:
    """What a talk or leertafel opens with. Raises HgkmError."""
    return open_actions(opening, of_board(opening, document.works(), of_cases(document)))


def actions_of_network(
    document: Document, series: MeetingSeries, meeting: Meeting
) -> tuple[OpenAction, ...]:
    """What a meeting of a network opens with. Raises HgkmError."""
    earlier = frozenset(earlier_cases(series, meeting))
    return open_actions(meeting, [row for row in of_cases(document) if row.holder_id in earlier])


def begin(document: Document, opening: Opening) -> None:
    """Begin with the talk, or with the cases of the leertafel; one that began stays as it is.

    Raises BadInput while an earlier action was not asked about, and HgkmError.
    """
    if not opening.begun:
        changed = begun(opening, actions_at(document, opening))
        document.edit(f"{name_of(opening).one} beginnen", changed)


def holder_of(document: Document, holder_id: str) -> Holder:
    """The case, talk, sample or leertafel with this id, as it is now.

    Raises CaseMissing when it is gone, and HgkmError.
    """
    work = document.work_of(holder_id)
    return work if isinstance(work, BoardTalk | Sample | Leertafel) else document.case_of(holder_id)
