"""What is asked of a document of a work, and which module composes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terms import DocumentKind
from hgkm_desktop.models.works import Work
from hgkm_desktop.reports import leertafelblad, onderzoek
from hgkm_desktop.reports.content import Document


@dataclass(frozen=True, slots=True)
class AskedOfWork:
    """Everything that a document of a work is made from.

    `cases` are those in it that can be read. `about` is the id of the case that a leertafelblad is
    about; `others` are the other works of the file, for a terugkoppeling.
    """

    work: Work
    cases: tuple[Case, ...]
    kind: DocumentKind
    settings: FileSettings
    made_on: date
    about: str = ""
    others: tuple[Work, ...] = ()

    @property
    def version(self) -> int:
        """The number that this document gets when it goes out; a row of meetings counts none."""
        return getattr(self.work, "versions", 0) + 1


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
    return leertafelblad.compose(
        asked.work,
        asked.cases,
        asked.about,
        settings=asked.settings,
        made_on=asked.made_on,
        version=asked.version,
    )


_COMPOSED: dict[DocumentKind, Callable[[AskedOfWork], Document]] = {
    DocumentKind.ONDERZOEKSRAPPORTAGE: _of_study,
    DocumentKind.KNOPPENTELLER: _of_study,
    DocumentKind.LEERTAFELBLAD: _leertafelblad,
}


def compose(asked: AskedOfWork) -> Document:
    """The document that is asked. Raises KeyError for a kind that is made of a case."""
    return _COMPOSED[asked.kind](asked)
