"""A case full of names, of which the rows were pushed from page to page, and then the names go."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import Event
from hgkm_desktop.models.texts import texts_of, with_texts
from tests.builders import a_case_with, an_event
from tests.casefile.files import PASSPHRASE, new_file, open_file
from tests.casefile.planted_words import pages_of

NAMES_OF_ONE = 3  # of each event
_NAME = re.compile(r"kanarievogel\d{7}x")
_USUAL, _GROWN = 450, 800  # letters: a page has room for a few of the one, and for fewer of both


def a_case_of_names(events: int) -> Case:
    """Events with three names each, that are nowhere else."""
    return a_case_with(*(_event(number, _USUAL) for number in range(events)))


def nameless(case: Case) -> Case:
    """The case with another word for each name, as 'overal vervangen' makes it."""
    return with_texts(case, {t.key: _NAME.sub("moeder", t.text) for t in texts_of(case)})


def a_moved_file(path: Path, case: Case, set_up: Callable[[CaseFile], object] = str) -> None:
    """Make a file of it in which texts grew and shrank, so that others had to make room."""
    with new_file(path) as file:
        set_up(file)
        for letters in (_USUAL, _GROWN, 1, _USUAL):
            file.save(replace(case, events=_with_every_other(case.events, letters)))
        as_if_killed(file)


def replace_all(path: Path, case: Case, close: Callable[[CaseFile], object]) -> Case:
    """Replace every name in one save, close the file in this way, and give the case."""
    with open_file(path) as file:
        changed = nameless(file.load(case.id))
        file.save(changed)
        close(file)
    return changed


def names_in(path: Path, passphrase: str = PASSPHRASE) -> frozenset[str]:
    """The names in the pages of a file, whether they are in use or not, and in its bytes."""
    return names_in_bytes(pages_of(path, passphrase) + path.read_bytes())


def names_in_bytes(data: bytes) -> frozenset[str]:
    return frozenset(_NAME.findall(data.decode("latin-1")))


def as_if_killed(file: CaseFile) -> None:
    """Close it as a program that was killed after its last save: nothing more is written."""
    file.session.is_begun = False
    file.close()


def unprotected(file: CaseFile) -> None:
    """Let it write as a program would that does not overwrite what it removes."""
    file.connection.execute("PRAGMA secure_delete = OFF")


def _event(number: int, letters: int) -> Event:
    title, fact, source = (f"kanarievogel{NAMES_OF_ONE * number + n:07}x" for n in range(3))
    event = an_event(title=title, fact=f"{'x' * letters} {fact}", source=source)
    return replace(event, seq=float(number))


def _with_every_other(events: tuple[Event, ...], letters: int) -> tuple[Event, ...]:
    def changed(number: int, event: Event) -> Event:
        if number % 2:
            return event
        return replace(event, fact=f"{'x' * letters} {event.fact.split()[-1]}")

    return tuple(changed(number, event) for number, event in enumerate(events))
