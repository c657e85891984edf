"""Whatever is edited, undone, saved and opened again: the file holds the value, row by row."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hgkm_desktop.casefile import CaseFile
from hgkm_desktop.casefile.rows import to_row
from hgkm_desktop.casefile.tables import TABLE_OF
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.moment import Moment, Precision, in_month
from hgkm_desktop.models.records import (
    Event,
    Fase,
    Lesson,
    Record,
    Regie,
    Veiligheidscijfer,
    new_id,
)
from hgkm_desktop.models.terms import (
    Audience,
    EventKind,
    Mark,
    RegieHolder,
    RegieKind,
    SafetyPhase,
)
from tests.casefile.files import new_file, open_file, rows
from tests.casefile.full_case import full_case

Edit = Callable[[Case], Case]

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)
days = st.dates(min_value=in_month(1900, 1).middle, max_value=in_month(2100, 1).middle)
moments = st.builds(
    lambda precision, day, circa: Moment(precision, day, day, circa),
    st.sampled_from([p for p in Precision if p is not Precision.ONBEKEND]),
    days,
    st.booleans(),
)


def _pick(records: tuple[Record, ...], number: int) -> str:
    return records[number % len(records)].id if records else ""


def edits_of_the_bands(number: int, moment: Moment) -> list[Edit]:
    """Edits of what the line shows beside the events."""
    phase, kind = list(SafetyPhase)[number % 3], list(RegieKind)[number % 4]

    def rate(case: Case) -> Case:
        rater = _pick(case.organisations, number)
        cijfer = Veiligheidscijfer(new_id(), float(number), moment, number % 21 / 2)
        return case.put(replace(cijfer, organisation_ids=(rater,)))

    return [
        rate,
        lambda case: case.put(Regie(new_id(), float(number), kind, RegieHolder.NIEMAND)),
        lambda case: case.put(Fase(new_id(), float(number), phase, moment, ongoing=True)),
        lambda case: case.drop(case.cijfers[number % len(case.cijfers)]) if case.cijfers else case,
        lambda case: case.drop(case.regie[number % len(case.regie)]) if case.regie else case,
        lambda case: case.drop(case.fasen[number % len(case.fasen)]) if case.fasen else case,
        lambda case: case.drop_betrokkene(_pick(case.betrokkenen, number)),
        lambda case: replace(case, t0_event_id=_pick(case.events, number)),
    ]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """One edit of a case, such as the screen makes."""
    number, text, moment = draw(st.integers(0, 50)), draw(words), draw(moments)
    kind, mark = draw(st.sampled_from(EventKind)), draw(st.sampled_from(Mark))
    audience = draw(st.sampled_from(Audience))

    def change_event(case: Case) -> Case:
        if not case.events:
            return case
        event = case.event(_pick(case.events, number))
        return case.put(
            replace(event, title=text, start=moment, end=None, kind=kind, audience=audience)
        )

    def mark_event(case: Case) -> Case:
        if not case.events:
            return case
        return case.mark(_pick(case.events, number), _pick(case.deelnemers, number), mark)

    choices: list[Edit] = [
        lambda case: case.put(Event(new_id(), float(number), kind, text, moment)),
        change_event,
        change_event,
        mark_event,
        lambda case: case.drop_event(_pick(case.events, number)),
        lambda case: case.drop_lesson(_pick(case.lessons, number)),
        lambda case: case.drop_verschil(_pick(case.verschillen, number)),
        lambda case: case.put(Lesson(new_id(), case.next_seq(Lesson), text)),
        lambda case: case.put(Verbeteractie(new_id(), case.next_seq(Verbeteractie), text)),
        lambda case: case.organisation_named(text)[0],
        lambda case: case.betrokkene_named(text)[0],
        *edits_of_the_bands(number, moment),
        lambda case: replace(case, title=text, life_areas=(text, str(number))),
    ]
    return draw(st.sampled_from(choices))


steps = st.lists(
    st.one_of(edits(), st.sampled_from(["undo", "save", "save", "open again", "remove"])),
    max_size=25,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty file to copy: making one costs more than everything else here."""
    path = tmp_path_factory.mktemp("leeg") / "leeg.hgkm"
    new_file(path).close()
    return path


@contextmanager
def a_copy_of(template: Path) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(template, folder))


def stored(path: Path) -> dict[str, tuple[int, bool]]:
    """The revision of every record there is or was, and whether it is there."""
    found = {row[0]: (row[1], False) for row in rows(path, "SELECT id, rev FROM tombstone")}
    for table in ("casus", *TABLE_OF.values()):
        for record_id, rev in rows(path, f"SELECT id, rev FROM {table}"):
            assert record_id not in found
            found[record_id] = (rev, True)
    return found


def values(case: Case | None) -> dict[str, object]:
    if case is None:
        return {}
    records = {r.id: r for name in FIELD_OF.values() for r in getattr(case, name)}
    return {**records, case.id: to_row(case)}


def check(
    path: Path, before: Case | None, after: Case | None, old: dict[str, tuple[int, bool]]
) -> None:
    """A record that differs has one revision more, and every other one has the same."""
    was, now, new = values(before), values(after), stored(path)
    assert {i for i, (_, there) in new.items() if there} == set(now)
    for record_id, (revision, _) in new.items():
        changed = was.get(record_id) != now.get(record_id)
        assert revision == old.get(record_id, (0, False))[0] + changed


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_the_file_holds_what_was_saved(template: Path, steps: list[Edit | str]) -> None:
    with a_copy_of(template) as path:
        file = open_file(path)
        history, saved, on_disk = [full_case()], None, stored(path)
        for step in [*steps, "save", "open again"]:
            if step == "open again":
                file.close()
                file = open_file(path)
            elif step == "undo":
                history = history[:-1] or history
            elif step in ("save", "remove"):
                now = history[-1] if step == "save" else None
                if now or saved:
                    _save_or_remove(file, now, history[-1].id)
                    check(path, saved, now, on_disk)
                    saved, on_disk = now, stored(path)
            elif callable(step):
                history.append(step(history[-1]))
        assert file.load(history[-1].id) == history[-1]
        file.close()


def _save_or_remove(file: CaseFile, case: Case | None, case_id: str) -> None:
    if case is None:
        file.remove(case_id)
    else:
        file.save(case)
        assert file.load(case_id) == case
