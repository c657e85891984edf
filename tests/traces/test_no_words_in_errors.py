"""What goes wrong is told without a word of a case, a passphrase, a code or a key."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hgkm_desktop.casefile import TEST, CaseFile
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import FIELD_OF, Case
from hgkm_desktop.models.checks import LONGEST_TEXT
from hgkm_desktop.models.records import Betrokkene, Event, FileSettings, Organisation, new_id
from tests.casefile.files import key_of
from tests.casefile.trouble import a_disk_of, needs_limits
from tests.casefile.turned_bits import without_pauses
from tests.traces.words import STEM, found_in, planted

PASSPHRASE = f"{STEM} is hier het wachtwoord"
OTHER = f"{STEM} is een ander wachtwoord"


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    """What is damaged here gets no better by waiting before it is read again."""
    with without_pauses():
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "casus.hgkm"


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    made = CaseFile.create(path, PASSPHRASE, kdf=TEST, settings=FileSettings(STEM))
    made.save(planted()[0])
    yield made
    made.close()


def told_of(act: Callable[[], object]) -> str:
    """All that can be told of what goes wrong: words, representation, and how it came to be."""
    with pytest.raises((HgkmError, LookupError)) as raised:
        act()
    error: BaseException | None = raised.value
    said = ["".join(traceback.format_exception(raised.value))]
    while error is not None:
        said += [repr(error), str(error), repr(error.args), repr(getattr(error, "__dict__", ""))]
        error = error.__cause__ or error.__context__
    return " ".join(said)


def opened(path: Path, secret: str, *, by_code: bool = False) -> CaseFile:
    return CaseFile.open(path, secret, kdf=TEST, by_code=by_code)


def test_no_word_when_a_file_does_not_open(file: CaseFile, path: Path) -> None:
    code = file.recovery_code()
    file.close()
    assert code not in told_of(lambda: opened(path, code[:-1], by_code=True))
    assert code[:9] not in told_of(lambda: opened(path, f"{code[:-4]}AAAA", by_code=True))
    assert not found_in(told_of(lambda: opened(path, OTHER)).encode())
    assert not found_in(told_of(lambda: opened(path.with_name("weg.hgkm"), OTHER)).encode())


@pytest.mark.parametrize("place", [20, 5_000, 9_000, 40_000])
def test_no_word_when_a_file_is_damaged(file: CaseFile, path: Path, place: int) -> None:
    case_id, key = file.headings()[0].id, key_of_open(file)
    file.close()
    data = bytearray(path.read_bytes())
    for at in range(place, min(place + 30_000, len(data)), 500):
        data[at] ^= 1
    path.write_bytes(bytes(data))

    def read() -> None:
        with opened(path, PASSPHRASE) as again:
            again.load(case_id)

    told = told_of(read)
    assert not found_in(told.encode())
    assert key not in told.lower()


def key_of_open(file: CaseFile) -> str:
    """The key of a file as it would be seen in a text."""
    return key_of(file.path, PASSPHRASE).hex()


@needs_limits
def test_no_word_when_the_disk_is_full(file: CaseFile, path: Path) -> None:
    case = planted()[0]
    fuller = replace(case, events=tuple(replace(e, fact=f"{STEM} " * 1_500) for e in case.events))
    with a_disk_of(path.stat().st_size):
        assert not found_in(told_of(lambda: file.save(fuller)).encode())


def test_no_word_when_the_file_was_replaced(file: CaseFile, path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    changed = replace(planted()[0], title=f"{STEM} nog een")
    assert not found_in(told_of(lambda: file.save(changed)).encode())


def test_no_word_when_a_record_is_refused() -> None:
    case = planted()[0]
    name, role = case.organisations[0].name, case.betrokkenen[0].role
    refused: list[Callable[[], Case]] = [
        lambda: case.put(Organisation(new_id(), 9.0, name.upper())),
        lambda: case.put(Betrokkene(new_id(), 9.0, f" {role}")),
        lambda: case.put(replace(case.events[0], title="", fact=STEM)),
        lambda: case.put(replace(case.acties[0], keeper=case.acties[0].owner)),
        lambda: case.put(replace(case.lessons[0], text="  ")),
        lambda: case.drop_organisation(case.organisations[0].id),
    ]
    refused += [
        lambda kind=kind: case.put(_too_long(case, kind))  # type: ignore[misc]
        for kind in (Event, Organisation)
    ]
    for act in refused:
        assert not found_in(told_of(act).encode())


def _too_long(case: Case, kind: type[Event] | type[Organisation]) -> Event | Organisation:
    first = getattr(case, FIELD_OF[kind])[0]
    text = f"{STEM} " * LONGEST_TEXT
    changed = {"fact": text} if kind is Event else {"name": text}
    made: Event | Organisation = replace(first, **changed)
    return made


def test_the_file_itself_says_nothing_of_what_is_in_it(file: CaseFile) -> None:
    said = f"{file!r} {file} {file.connection!r}"
    assert not found_in(said.encode())
    assert key_of_open(file) not in said.lower()


def test_libraries_log_no_word(
    caplog: pytest.LogCaptureFixture, file: CaseFile, path: Path
) -> None:
    with caplog.at_level(logging.DEBUG):
        file.save(replace(planted()[0], title=f"{STEM} anders"))
        file.close()
        opened(path, PASSPHRASE).close()
        key = key_of(path, PASSPHRASE).hex()
    assert not found_in(caplog.text.encode())
    assert key not in caplog.text


def test_words_in_an_error_would_be_found() -> None:
    def fail() -> None:
        raise KeyError(planted()[0].title)

    assert found_in(told_of(fail).encode())
