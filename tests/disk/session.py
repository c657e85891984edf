"""An evening of work in one casusbestand: every way in which something is saved, and what it says.

Run as a program with its disk watched. It notes when it begins something and when it says that it
is saved, and leaves the values that the file must hold at each of these moments.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hgkm_desktop.casefile import engine
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.reading import after_edit
from hgkm_desktop.ui.document.document import Document
from tests.builders import a_case_with, an_event, an_uitgave
from tests.casefile.files import PASSPHRASE, new_file, open_file
from tests.casefile.full_case import FULL_SETTINGS, MOEDER, RUZIE, full_case, settings
from tests.casefile.make_golden import GOLDEN, golden_passphrase
from tests.disk.held import Held
from tests.disk.watched import note

NAME = "avond.hgkm"
NEW_PASSPHRASE = "een heel nieuw wachtwoord"
BEGUN, SAVED = "begun", "saved"


class Session:
    """Says of each step when it begins, when it is saved, and what the file must hold then."""

    def __init__(self) -> None:
        self.steps: list[Held] = []

    @property
    def held(self) -> Held:
        return self.steps[-1] if self.steps else Held()

    @contextmanager
    def step(self, held: Held) -> Iterator[None]:
        """What says by its end that it is saved."""
        self.steps.append(held)
        note(f"{BEGUN} {len(self.steps)}")
        yield
        self.say_saved()

    def say_saved(self) -> None:
        note(f"{SAVED} {len(self.steps)}")

    def edit(self, document: Document, case: Case) -> None:
        """An edit in the window: it is saved when the document says so."""
        shown = document.case
        before = shown if shown is not None and shown.id == case.id else None
        self._begin_with(after_edit(before, case))
        document.edit("wijziging", case)

    def _begin_with(self, case: Case) -> None:
        others = [one for one in self.held.cases if one.id != case.id]
        held = replace(self.held, cases=tuple(sorted((*others, case), key=lambda c: c.id)))
        self.steps.append(held)
        note(f"{BEGUN} {len(self.steps)}")


def edit_in(document: Document, session: Session, change: Callable[[Case], Case]) -> None:
    assert document.case is not None
    session.edit(document, change(document.case))


def work(path: Path, session: Session) -> None:
    """The whole evening, from a new file to another passphrase."""
    with session.step(Held()):
        file = new_file(path)
    document = Document(file)
    document.saved.connect(session.say_saved)
    for case in edits():
        session.edit(document, case)
    issue(document, session)
    make_and_undo_a_case(document, session)
    document.lock()
    document.unlock(PASSPHRASE)
    edit_in(document, session, lambda case: replace(case, title="na het ontgrendelen"))
    file.connection.execute("PRAGMA cache_size = 10")  # pages: the disk sees half of an edit
    edit_in(document, session, with_much_text)
    edit_in(document, session, without_much_text)
    for _ in range(3):  # what went left free pages, which are written first
        edit_in(document, session, lambda case: case.put(an_event(fact="z" * 9_000)))
    with session.step(replace(session.held, settings=FULL_SETTINGS)):
        document.change_settings(FULL_SETTINGS)
    document.close()
    come_back(path, session)


def edits() -> Iterator[Case]:
    """Edits of one record, of some at once, and of none but those that go."""
    yield (case := full_case())
    yield (case := case.put(replace(RUZIE, title="één record")))
    for number in range(1, 6):
        case = case.put(an_event(title=f"edit {number}", fact="x" * 900 * number))
        case = case.put(replace(MOEDER, role=f"rol {number}"))
        yield (case := replace(case, title=f"edit {number}"))
    yield (case := case.drop_event(RUZIE.id))
    yield case.put(RUZIE)


def with_much_text(case: Case) -> Case:
    for number in range(30):
        case = case.put(an_event(fact=f"{number}" * 2_000, id=f"{number:032d}"))
    return replace(case, title="veel tekst")


def without_much_text(case: Case) -> Case:
    for number in range(0, 30, 2):
        case = case.drop_event(f"{number:032d}")
    return replace(case, title="minder tekst")


def issue(document: Document, session: Session) -> None:
    data = bytes(range(256)) * 100
    issued = (*session.held.issued, ("9" * 32, data))
    with session.step(replace(session.held, issued=issued)):
        document.issue(full_case().id, an_uitgave(data, id="9" * 32), data)


def make_and_undo_a_case(document: Document, session: Session) -> None:
    """Undo in the window removes the case from the file, with tombstones."""
    before = session.held
    session.edit(document, a_case_with(an_event("mei 2022", fact="y" * 5_000)))
    session.steps.append(before)
    note(f"{BEGUN} {len(session.steps)}")
    document.undo_stack.undo()


def come_back(path: Path, session: Session) -> None:
    """Another day: one more edit, and another passphrase."""
    with open_file(path) as file:
        case = file.load(full_case().id)
        case = case.put(an_event(title="een dag later"))
        others = [one for one in session.held.cases if one.id != case.id]
        with session.step(replace(session.held, cases=(*others, case))):
            file.save(case)
        with session.step(replace(session.held, passphrase=NEW_PASSPHRASE)):
            file.change_passphrase(
                PASSPHRASE, NEW_PASSPHRASE, path.parent / "back-ups", datetime(2026, 3, 2)
            )


def update(path: Path, session: Session) -> None:
    """A file of the first version, as it stands there, is opened and brought up to date."""
    path.write_bytes((GOLDEN / "v1.hgkm").read_bytes())
    for name, flags in ((path, os.O_RDWR), (path.parent, os.O_RDONLY)):
        descriptor = os.open(name, flags)
        os.fsync(descriptor)
        os.close(descriptor)
    held = Held((full_case(1),), settings(1), passphrase=golden_passphrase())
    with session.step(held):  # it is the same before and after
        pass
    with session.step(held):
        open_file(path, golden_passphrase()).close()


if __name__ == "__main__":
    app = QCoreApplication([])
    folder, target, what, synchronous = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
    pragmas = [s for s in engine._SETTINGS if not s.startswith("synchronous")]
    engine._SETTINGS = (*pragmas, f"synchronous = {synchronous}")  # type: ignore[assignment]
    session = Session()
    {"work": work, "update": update}[what](folder / NAME, session)
    target.write_bytes(pickle.dumps(session.steps))
