"""Forks a writer, kills it at a random moment, and counts what it said was saved and is not.

Run as a program, so that the forks happen in a process without threads and without a Qt that runs.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hgkm_desktop.casefile.engine import journal_of
from hgkm_desktop.casefile.first_look import Place
from hgkm_desktop.casefile.soundness import insist_on_sound
from hgkm_desktop.models.case import Case
from hgkm_desktop.ui.document.document import Document
from tests.builders import a_betrokkene, a_case_with, an_event
from tests.casefile.files import new_file, open_file
from tests.casefile.full_case import full_case

LONGEST_LIFE = 0.06  # seconds of saving before the kill
MOST_KILLS_OF_ONE = 25  # of one file, which grows with each edit


def edited(case: Case, number: int) -> Case:
    """The next edit: one event more, and its number in two other records of the same save."""
    case = case.put(an_event(title=f"edit {number}", id=f"{number:032d}", fact="x" * 3_000))
    case = case.put(replace(case.betrokkenen[0], role=f"rol {number}"))
    return replace(case, title=f"edit {number}")


def is_whole(case: Case) -> bool:
    number = len(case.events)
    return case.title == f"edit {number}" and case.betrokkenen[0].role == f"rol {number}"


def save_for_ever(path: Path, report: int, *, too_early: bool) -> None:
    """Edit on and on, and tell the number of each edit when the document says that it is saved.

    The control says so too early, right before the edit.
    """
    app = QCoreApplication([])
    document = Document(open_file(path))
    document.show_case(document.headings()[0].id)
    number = len(shown(document).events)

    def tell() -> None:
        os.write(report, number.to_bytes(4, "big"))

    if not too_early:
        document.saved.connect(tell)
    while app is not None:
        number += 1
        if too_early:
            tell()
        document.edit("wijziging", edited(shown(document), number))


def shown(document: Document) -> Case:
    assert document.case is not None
    return document.case


def killed_at_random(path: Path, *, too_early: bool) -> list[int]:
    """The numbers of the edits that the writer said were saved before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        save_for_ever(path, writing, too_early=too_early)
    os.close(writing)
    said = os.read(reading, 4)
    time.sleep(random.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return [int.from_bytes(said[at : at + 4], "big") for at in range(0, len(said), 4)]


def kill_often(path: Path, kills: int, *, too_early: bool = False) -> dict[str, int]:
    """What came of so many kills; of each file both checks must pass, or this raises."""
    result = {"kills": 0, "reported": 0, "lost": 0, "half": 0, "journals": 0}
    for number in range(kills):
        if number % MOST_KILLS_OF_ONE == 0:
            path.unlink(missing_ok=True)
            with new_file(path) as file:
                file.save(edited(a_case_with(a_betrokkene()), 1))
        said = killed_at_random(path, too_early=too_early)
        result["journals"] += journal_of(path).exists() and journal_of(path).stat().st_size > 0
        with open_file(path) as file:
            case = file.load(file.headings()[0].id)
            insist_on_sound(file.connection)
        saved = {int(event.id) for event in case.events}
        result["kills"] += 1
        result["reported"] += len(said)
        result["lost"] += len(set(said) - saved)
        result["half"] += not is_whole(case)
    return result


def cut_off(path: Path) -> None:
    """Die in the middle of a save that is larger than the page cache."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    file = open_file(path)
    case = file.load(full_case().id)
    file.connection.execute("PRAGMA cache_size = 20")  # pages
    for number in range(50):
        case = case.put(an_event(fact=f"{number:05}" * 1_000))
    Place.insist = die_before_commit()  # type: ignore[method-assign,assignment]
    file.save(case.drop_event(case.events[0].id).put(replace(case.events[1], title="half")))


def die_before_commit() -> object:
    calls = iter(range(10))

    def check(_: Place) -> None:
        if next(calls) == 1:
            os._exit(0)

    return check


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if sys.argv[2] == "cut off":
        cut_off(folder / "oefening.hgkm")
    else:
        too_early = sys.argv[3:] == ["control"]
        path = folder / "gedood.hgkm"
        print(json.dumps(kill_often(path, int(sys.argv[2]), too_early=too_early)))
