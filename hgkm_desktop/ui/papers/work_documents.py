"""The window of the documents of a work: one is chosen, seen, and kept or printed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from hgkm_desktop.errors import HgkmError
from hgkm_desktop.methods.follow_up import Followed
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.leaving import OF_WORK, SUBJECTS, may_leave, state_of_work
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk
from hgkm_desktop.models.terms import CaseState, DocumentKind
from hgkm_desktop.models.works import Work, cases_in, name_of
from hgkm_desktop.reports.of_work import AskedOfWork
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.document.works_held import case_names, cases_of
from hgkm_desktop.ui.papers import document_out as out
from hgkm_desktop.ui.papers.papers import Papers
from hgkm_desktop.ui.papers.tables_out import TablesOut
from hgkm_desktop.ui.papers.ways_out import insist_may_go_out
from hgkm_desktop.ui.papers.work_draft import WorkDraft, make_work_draft
from hgkm_desktop.ui.parts.fields import Choice
from hgkm_desktop.ui.parts.text import label, sentence_case
from hgkm_desktop.ui.practice.actions_held import all_actions

_STAYS = "Dit document blijft aan tafel. Het mag weg als alles waarover het gaat, deelbaar is."
_TO_SEE = (
    "U kunt dit document hier bekijken. Het blijft aan tafel: bewaren en afdrukken kan als alles "
    "waarover het gaat, deelbaar is."
)


class WorkDocuments(Papers):
    """`check_wanted` asks for the herleidbaarheidscheck of the work.

    A work has no list of what went out, as a case has: its next document has the next number.
    """

    check_wanted = Signal()

    def __init__(
        self, document: Document, work_id: str, kind: DocumentKind, parent: QWidget
    ) -> None:
        super().__init__(document, parent)
        self._work_id = work_id
        work = self.work
        kinds = OF_WORK[type(work)] if work is not None else (kind,)
        self._kind = Choice([(one, sentence_case(one.label)) for one in kinds])
        self._kind.setAccessibleName("Welk document")
        self._kind.set_value(kind)
        self._about = Choice(_tabled(document, work) if work is not None else ())
        self._about.setAccessibleName("Over welke casus")
        self._round = Choice(_rounds(work))
        self._round.setAccessibleName("Van welke ronde")
        self._stays, self._check = label("", soft=True), QPushButton("Herleidbaarheidscheck…")
        self._check.clicked.connect(self._ask_check)
        self._figures: FigureSet | None = None
        self.tables = TablesOut(self, self._table, self._table_name)
        self.tables.kept.connect(self._table_kept)
        buttons = self.tables.buttons if isinstance(work, FigureSet) else ()
        self._background.done.connect(self._offer_table)
        self.lay_out((self._kind, self._about, self._round, self._stays), self._check, *buttons)
        self._kind.changed.connect(self.make)
        self._about.changed.connect(self.make)
        self._round.changed.connect(self.make)
        self.setWindowTitle(
            f"Documenten van {name_of(work).the}" if work is not None else "Documenten"
        )
        self.make()

    @property
    def work(self) -> Work | None:
        """The work as it is now."""
        return self._document.work_of(self._work_id)

    @Slot()
    def make(self) -> None:
        """Make the pages of what is chosen, of the work as it is now."""
        work = self.work
        if work is None:
            return
        self.forget()
        self.tables.offer(False)
        self._figures = work if isinstance(work, FigureSet) else None
        cases = tuple(cases_of(self._document, work))
        told: tuple[Case | Exercise, ...] = (*cases, *_played(self._document, work))
        self._stays.setText(_why_it_stays(work, told, self._kind.value()))
        self._stays.setVisible(bool(self._stays.text()))
        self._about.setVisible(self._is_about_one and self._about.count() > 1)
        self._round.setVisible(self._is_by_round and self._round.count() > 2)
        try:
            asked = self._asked(work, cases)
        except HgkmError as error:
            self._fail(error)
            return
        self._background.start(partial(make_work_draft, asked))

    @property
    def _is_about_one(self) -> bool:
        """Whether the document is about one case of the work."""
        return self._kind.value() is DocumentKind.LEERTAFELBLAD

    @property
    def _is_by_round(self) -> bool:
        """Whether the document can be of one round of an exercise."""
        return self._kind.value() is DocumentKind.RONDELIJNEN

    def _asked(self, work: Work, cases: tuple[Case, ...]) -> AskedOfWork:
        """What the document is made from. Raises HgkmError."""
        about = self._about.value() if self._is_about_one and self._about.count() else ""
        about = self._round.value() if self._is_by_round else about
        return AskedOfWork(
            work,
            cases,
            self._kind.value(),
            self._document.file.settings,
            date.today(),
            about=about,
            others=tuple(other for other in self._document.works() if other.id != work.id),
            earlier=_asked_about(self._document, work),
            beside=_beside(self._document, work),
        )

    def went_out(self, draft: WorkDraft, done: str) -> None:
        """Count the version, once for all its forms, and say what to think of."""
        work = self.work
        assert work is not None
        assert not isinstance(work, MeetingSeries)
        noted = ""
        if work.versions < draft.version and not self._document.is_read_only:
            self._document.edit(
                f"document van {name_of(work).the}", replace(work, versions=draft.version)
            )
        if not self._document.is_read_only:
            noted = f" Het is versie {draft.version}."
        self.tell(f"{SUBJECTS[draft.kind]} is {done}.{noted} {out.LAWS}")

    def file_name(self, draft: WorkDraft) -> str:
        return f"{draft.kind.value}-{draft.content.code}-versie-{draft.version}"

    # --- as a table -----------------------------------------------------------------------

    @Slot()
    def _offer_table(self) -> None:
        self.tables.offer(self._figures is not None)

    def _table(self, suffix: str) -> bytes:
        """The figures as a table, '.ods' or '.csv', of the same set as the pages are of.

        Raises NotDeelbaar when it must not leave; what stays at the table says so itself.
        """
        from hgkm_desktop.exchange.figure_table import figure_csv, figure_ods, figure_table
        from hgkm_desktop.privacy.small_counts import threshold_of

        assert self._figures is not None
        assert self.draft is not None
        insist_may_go_out(self.draft.kind, self.draft.content.state)
        made = figure_ods if suffix == ".ods" else figure_csv
        threshold = threshold_of(self._document.file.settings)
        return made(figure_table(self._figures, date.today(), threshold))

    def _table_name(self) -> str:
        work = self.work
        return f"cijfers-{work.code}" if work is not None else "cijfers"

    @Slot(str)
    def _table_kept(self, path: str) -> None:
        if self.draft is not None:
            self.went_out(self.draft, f"als tabel bewaard in {path}")

    @Slot()
    def _ask_check(self) -> None:
        self.reject()
        self.check_wanted.emit()


def _why_it_stays(work: Work, told: tuple[Case | Exercise, ...], kind: DocumentKind) -> str:
    """Why a document of this work may not leave yet, and what is to be read first; '' when it may.

    `told` are the cases and the exercise that it tells of. A case that cannot be read is said in
    the list of cases.
    """
    state = state_of_work(work, told)
    if state is CaseState.DEELBAAR:
        return ""
    left = [name_of(work).the] if work.state is not CaseState.DEELBAAR else []
    left += [
        f"{name_of(one).one} {one.code}" for one in told if one.state is not CaseState.DEELBAAR
    ]
    first = f" Nog niet deelbaar: {list_text(left)}." if left else ""
    return f"{_STAYS if may_leave(kind, state) else _TO_SEE}{first}"


def _played(document: Document, work: Work) -> tuple[Exercise, ...]:
    """The exercise that was played, where it is in the file still."""
    found = document.work_of(work.exercise_id) if isinstance(work, Playing) else None
    return (found,) if isinstance(found, Exercise) else ()


def _tabled(document: Document, work: Work) -> list[tuple[str, str]]:
    """The cases of a work by id, and what they are called."""
    names = case_names(document)
    called = {one: f"casus {name}" for one, name in names.items()}
    return [
        (one, f"Over {called.get(one, 'een casus die hier niet staat')}") for one in cases_in(work)
    ]


def _rounds(work: Work | None) -> list[tuple[str, str]]:
    """All rounds of an exercise together, and each of them."""
    found = [("", "Alle rondes")]
    if isinstance(work, Exercise):
        names = enumerate(work.rounds, 1)
        found += [(one.id, f"Alleen ronde {number}") for number, one in names]
    return found


def _beside(document: Document, work: Work) -> tuple[Case, ...]:
    """The cases that insights of figures point at, as far as they can be read."""
    if not isinstance(work, FigureSet):
        return ()
    found = []
    for case_id in dict.fromkeys(one.case_id for one in work.insights):
        with suppress(HgkmError):  # the list of cases says what is wrong with it
            found.append(document.case_of(case_id))
    return tuple(found)


def _asked_about(document: Document, work: Work) -> tuple[Followed, ...]:
    """The actions that were asked about when a talk or leertafel opened. Raises HgkmError."""
    if not isinstance(work, BoardTalk | Leertafel) or not work.progress:
        return ()
    keys = {(said.case_id, said.actie_id) for said in work.progress}
    return tuple(row for row in all_actions(document) if row.key in keys)
