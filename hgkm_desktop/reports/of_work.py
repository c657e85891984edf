"""What is asked of a document of a work, and which module composes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.methods.follow_up import Followed, in_works
from hgkm_desktop.methods.over_a_period import over_a_period
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.exercises import (
    deelnemersblad,
    oefenboek,
    rolkaarten,
    rondelijnen,
    speelverslag,
)
from hgkm_desktop.reports.figures import cijferkaart
from hgkm_desktop.reports.practice import (
    gesprek,
    leertafelblad,
    leertafelverslag,
    terugkoppeling,
    werkblad,
)
from hgkm_desktop.reports.practice.work_head import Making
from hgkm_desktop.reports.study import onderzoek


@dataclass(frozen=True, slots=True)
class AskedOfWork:
    """Everything that a document of a work is made from.

    `cases` are those in it that can be read. `about` is the id of the case that a leertafelblad is
    about, or of the one round that the line is drawn of; `others` are the other works of the file,
    for a terugkoppeling and an oefenboek. `earlier` are the actions that were asked about when a
    talk or leertafel opened, as far as the file has them. `beside` are the cases that insights of
    figures point at.
    """

    work: Work
    cases: tuple[Case, ...]
    kind: DocumentKind
    settings: FileSettings
    made_on: date
    about: str = ""
    others: tuple[Work, ...] = ()
    earlier: tuple[Followed, ...] = ()
    beside: tuple[Case, ...] = ()

    @property
    def version(self) -> int:
        """The number that this document gets when it goes out; a row of meetings counts none."""
        return getattr(self.work, "versions", 0) + 1

    @property
    def quoted(self) -> tuple[Followed, ...]:
        """The actions that it tells of and that stand in no case or work of its own."""
        if not isinstance(self.work, Terugkoppeling):
            return self.earlier
        told = {one.actie.id for one in over_a_period(self.work, self.others, self.made_on).told}
        return tuple(row for row in in_works(self.others) if row.actie.id in told)

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that was played, for the verslag of a playing; None when there is none."""
        work = self.work
        if not isinstance(work, Playing):
            return None
        found = (one for one in self.others if one.id == work.exercise_id)
        return next((one for one in found if isinstance(one, Exercise)), None)

    @property
    def making(self) -> Making:
        return Making(self.settings, self.made_on, self.version)


def _of_study(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Study)
    return onderzoek.compose(
        asked.work,
        asked.cases,
        asked.kind,
        settings=asked.settings,
        made_on=asked.made_on,
        version=asked.version,
    )


def _leertafelblad(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Leertafel)
    return leertafelblad.compose(asked.work, asked.cases, asked.making, asked.about)


def _leertafelverslag(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Leertafel)
    return leertafelverslag.compose(asked.work, asked.cases, asked.earlier, asked.making)


def _of_talk(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, BoardTalk)
    return gesprek.compose(asked.work, asked.earlier, asked.making)


def _of_sample(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Sample)
    return werkblad.compose(asked.work, asked.cases, asked.making)


def _terugkoppeling(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Terugkoppeling)
    found = over_a_period(asked.work, asked.others, asked.made_on)
    return terugkoppeling.compose(asked.work, found, asked.making)


def _cijferkaart(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, FigureSet)
    return cijferkaart.compose(asked.work, asked.beside, asked.making)


def _oefenboek(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Exercise)
    of_it = (
        other
        for other in asked.others
        if isinstance(other, Playing) and other.exercise_id == asked.work.id
    )
    return oefenboek.compose(asked.work, asked.making, of_it)


def _rolkaarten(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Exercise)
    return rolkaarten.compose(asked.work, asked.making)


def _deelnemersblad(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Exercise)
    return deelnemersblad.compose(asked.work, asked.making)


def _rondelijnen(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Exercise)
    return rondelijnen.compose(asked.work, asked.making, asked.about)


def _speelverslag(asked: AskedOfWork) -> Document:
    assert isinstance(asked.work, Playing)
    return speelverslag.compose(asked.work, asked.exercise, asked.making)


_COMPOSED: dict[DocumentKind, Callable[[AskedOfWork], Document]] = {
    DocumentKind.ONDERZOEKSRAPPORTAGE: _of_study,
    DocumentKind.KNOPPENTELLER: _of_study,
    DocumentKind.LEERTAFELBLAD: _leertafelblad,
    DocumentKind.LEERTAFELVERSLAG: _leertafelverslag,
    DocumentKind.GESPREKSVERSLAG: _of_talk,
    DocumentKind.WERKBLAD: _of_sample,
    DocumentKind.TERUGKOPPELING: _terugkoppeling,
    DocumentKind.CIJFERKAART: _cijferkaart,
    DocumentKind.OEFENBOEK: _oefenboek,
    DocumentKind.ROLKAARTEN: _rolkaarten,
    DocumentKind.DEELNEMERSBLAD: _deelnemersblad,
    DocumentKind.RONDELIJNEN: _rondelijnen,
    DocumentKind.SPEELVERSLAG: _speelverslag,
}


def compose(asked: AskedOfWork) -> Document:
    """The document that is asked. Raises KeyError for a kind that is made of a case."""
    return _COMPOSED[asked.kind](asked)
