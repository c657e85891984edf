"""A document of a work as it is made: its words, its pages, and whether it may be. No window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import CaseState, DocumentForm, DocumentKind
from hgkm_desktop.models.works import Value
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.of_work import AskedOfWork

if TYPE_CHECKING:
    from hgkm_desktop.ui.papers.document_out import Pages
    from hgkm_desktop.ui.parts.background import Progress

_HIDES, _TELLS = "waar iemand veilig zit", "nog iets wat zeker herleidbaar is"


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """A document that was made, of a work or of the actions of the file; that has version 0."""

    kind: DocumentKind
    content: Document
    pdf: bytes
    version: int = 0

    def pages(self, form: DocumentForm) -> Pages:
        """Its bytes in this form, with what decides whether they may leave."""
        from hgkm_desktop.ui.papers.document_out import Pages

        if form is DocumentForm.PDF:
            return Pages(self.kind, self.content.state, self.pdf)
        from hgkm_desktop.reports.writing.odt import write_odt

        target = BytesIO()
        write_odt(self.content, target)
        return Pages(self.kind, self.content.state, target.getvalue())


class WorkTells(HgkmError):
    """A work or a case of it says what may stand on no paper."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(
            f"In {code} staat {what}. Daarom komt er geen document.",
            safe="Er is niets veranderd.",
            todo="Vervang het of haal het weg, met de herleidbaarheidscheck.",
        )


def make_work_draft(asked: AskedOfWork, tell: Progress) -> WorkDraft:
    """Make the pages. Raises WorkTells when the work or a case says where someone hides, in any
    state, and when one that is deelbaar holds anything that is zeker; HidingAuthor. So it is with
    what an action says that it tells of, wherever that stands.

    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    from hgkm_desktop.reports.of_work import compose
    from hgkm_desktop.reports.writing.pdf import write_pdf
    from hgkm_desktop.ui.papers.document_draft import insist_on_author

    insist_on_author(asked.settings)
    played = (asked.exercise,) if asked.exercise is not None else ()
    values: tuple[Value, ...] = (asked.work, *asked.cases, *played)
    for number, value in enumerate(values):
        tell(number / (len(values) + 1))
        _insist_nothing_tells(value)
    for row in asked.quoted:
        _insist_action_tells_nothing(row, row.actie.text, row.actie.promise)
    made = compose(asked)
    target = BytesIO()
    write_pdf(made, target, progress=tell)
    return WorkDraft(asked.kind, made, target.getvalue(), asked.version)


def make_action_list(
    rows: Sequence[Followed], settings: FileSettings, made_on: date, tell: Progress
) -> WorkDraft:
    """Make the list of these actions. Raises WorkTells and HidingAuthor, as for a work."""
    from hgkm_desktop.reports.practice.actielijst import compose
    from hgkm_desktop.reports.writing.pdf import write_pdf
    from hgkm_desktop.ui.papers.document_draft import insist_on_author

    insist_on_author(settings)
    for row in rows:
        _insist_action_tells_nothing(row, *_told_in(row))
    are_shared = all(row.state is CaseState.DEELBAAR for row in rows)
    state = CaseState.DEELBAAR if are_shared else CaseState.IN_BEWERKING
    made = compose(rows, settings=settings, made_on=made_on, state=state)
    target = BytesIO()
    write_pdf(made, target, progress=tell)
    return WorkDraft(DocumentKind.VERBETERACTIES, made, target.getvalue())


def _told_in(row: Followed) -> tuple[str, ...]:
    """Every text of an action that a list of them may hold."""
    actie = row.actie
    return (
        *(actie.text, actie.owner, actie.keeper, actie.feasible, actie.promise, actie.body),
        *(said.text for said in actie.log),
        *(words for step in actie.escalations for words in (step.body, step.outcome)),
    )


def _insist_action_tells_nothing(row: Followed, *texts: str) -> None:
    from hgkm_desktop.privacy.case_check import hides_someone
    from hgkm_desktop.privacy.checking import check
    from hgkm_desktop.privacy.terms import FindingCertainty

    found = [finding for text in texts for finding in check(text)]
    if any(hides_someone(finding) for finding in found):
        raise WorkTells(row.holder_code, _HIDES)
    is_certain = any(finding.certainty is FindingCertainty.ZEKER for finding in found)
    if is_certain and not stays_at_table(row.state):
        raise WorkTells(row.holder_code, _TELLS)


def _insist_nothing_tells(value: Value) -> None:
    from hgkm_desktop.privacy.case_check import blocking, hides_someone

    found = blocking(value)
    if any(hides_someone(one.finding) for one in found):
        raise WorkTells(value.code, _HIDES)
    if found and not stays_at_table(value.state):
        raise WorkTells(value.code, _TELLS)
