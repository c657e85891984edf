"""Keeps the index of an open file in step with it, and answers what is asked of it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hgkm_desktop.casefile import CaseHeading
from hgkm_desktop.casefile.search_index import Found, SearchIndex
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.searching import Passage, Sought, Wanted
from hgkm_desktop.models.texts import CASE
from hgkm_desktop.models.works import Value, Work
from hgkm_desktop.ui.document.document import Document
from hgkm_desktop.ui.parts.background import Background, Progress

_SECONDS_AT_ONCE = 0.008  # of reading, in which nothing else is done
_SECONDS_BETWEEN_ANSWERS = 0.5  # while there is more to read
_AT_ONCE = 8  # cases or edits, in one write

Act = Callable[[SearchIndex], None]


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, in which passages, and how many of them are shown."""

    sought: Sought
    wanted: Wanted
    most: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found; `is_whole` says that all of the file was looked through."""

    question: Question
    found: Found
    is_whole: bool
    unread: int


class Searching(QObject):
    """`answered(Answer)` follows a question, and again when the file turned out to hold more, or
    something else. `progressed(part)` tells how much of the file was read.

    The index is made at the first question. It is thrown away with `forget`, and when the file is
    locked. All that is done to it is done in one other thread, in the order in which it was asked.
    """

    answered = Signal(object)
    progressed = Signal(float)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._index: SearchIndex | None = None
        self._question: Question | None = None
        self._to_read: deque[CaseHeading | Work] = deque()
        self._total = self._unread = 0
        self._told = 0.0
        self._waiting: deque[Act] = deque()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.broke.connect(self.forget)
        self._reading = QTimer(self, singleShot=True)
        self._reading.timeout.connect(self._read_some)
        document.case_taken.connect(self._follow)
        document.work_changed.connect(self._follow)
        document.case_destroyed.connect(self._drop)
        document.read_anew.connect(self._read_anew)
        document.locks.connect(self.forget)

    def ask(self, question: Question) -> None:
        """Answer this, in place of what was asked before."""
        self._question = question
        if self._index is None:
            self._begin()
        self._work(self._question)

    def rest(self) -> None:
        """Nobody waits for an answer; the index stays in step all the same."""
        self._question = None

    @Slot()
    def forget(self) -> None:
        """Keep nothing of the file."""
        self._reading.stop()
        self._background.close()
        self._question = None
        self._to_read.clear()
        self._waiting.clear()
        if self._index is not None:
            self._index.close()
            self._index = None

    # --- reading --------------------------------------------------------------------------

    def _begin(self) -> None:
        self._index = SearchIndex()
        self._unread = 0
        self._to_read.extend(self._document.headings())
        try:
            self._to_read.extend(self._document.works())
        except HgkmError:  # what is wrong with the file is said elsewhere
            self._unread += 1
        self._total = len(self._to_read)
        self._reading.start(0)

    @Slot()
    def _read_some(self) -> None:
        """Read for a moment. The other thread then puts that in the index: both at once would be
        slower, and leave the window too few turns."""
        until = time.monotonic() + _SECONDS_AT_ONCE
        while self._to_read and time.monotonic() < until:
            self._read(self._to_read.popleft())
        self.progressed.emit(1.0 - len(self._to_read) / max(self._total, 1))
        is_due = not self._to_read or time.monotonic() - self._told > _SECONDS_BETWEEN_ANSWERS
        self._work(self._question if is_due else None)

    def _read(self, one: CaseHeading | Work) -> None:
        if not isinstance(one, CaseHeading):
            self._waiting.append(partial(SearchIndex.follow, before=None, after=one))
            return
        try:
            passages = self._document.passages(one.id)
        except HgkmError:  # the list of cases says what is wrong with it
            self._unread += 1
            return
        self._waiting.append(partial(_put_case, one, passages))

    @Slot(object, object)
    def _follow(self, before: Value | None, after: Value | None) -> None:
        if self._index is None:
            return
        self._waiting.append(partial(SearchIndex.follow, before=before, after=after))
        self._work(self._question)

    @Slot(str)
    def _drop(self, case_id: str) -> None:
        if self._index is not None:
            self._waiting.append(partial(SearchIndex.drop, value_id=case_id))
            self._work(self._question)

    @Slot()
    def _read_anew(self) -> None:
        question = self._question
        self.forget()
        if question is not None:
            self.ask(question)

    # --- in the other thread --------------------------------------------------------------

    def _work(self, question: Question | None) -> None:
        if self._index is not None:
            self._background.start(partial(_catch_up, self._index, self._waiting, question))

    @Slot(object)
    def _take(self, found: Found | None) -> None:
        if self._to_read:
            self._reading.start(0)
        elif self._waiting:
            self._work(self._question)
        if found is not None and self._question is not None:
            is_whole = not self._to_read and not self._waiting
            self._told = time.monotonic()
            self.answered.emit(Answer(self._question, found, is_whole, self._unread))


def _put_case(heading: CaseHeading, passages: Iterable[Passage], index: SearchIndex) -> None:
    index.put(heading.id, CASE, heading.state, passages)


def _catch_up(
    index: SearchIndex, waiting: deque[Act], question: Question | None, tell: Progress
) -> Found | None:
    """Do all that waits, each whole or not at all, and answer what was asked last."""
    while waiting:
        with index.together():
            for _ in range(min(len(waiting), _AT_ONCE)):
                tell(0.0)
                waiting.popleft()(index)
    tell(0.0)
    return None if question is None else index.find(question.sought, question.wanted, question.most)
