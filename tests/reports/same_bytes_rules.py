"""The same document is the same file everywhere, and nothing in it tells where it was made."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.reports.content import Document
from tests.builders import an_event
from tests.reports.every_document import documents_of, documents_of_exercise, the_example, written
from tests.reports.lines import line_of
from tests.reports.odt_texts import odt_of
from tests.reports.sixty_events import a_case_of_sixty
from tests.reports.story_rules import Written
from tests.reports.tagged_pages import a_sample

ROOT = Path(__file__).resolve().parents[2]
# Another place than where this runs. Nothing is there: it is said of who makes the document.
PLACE = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "LANG": "C"} | {
    "USER": "jan-de-maker",
    "LOGNAME": "jan-de-maker",
    "HOME": "/nergens/jan-de-maker",
}
AS_ODT = ("gespreksnotitie", "casusverslag", "radertjes", "verklaring")
LIKE_OTHERS = ("-uit-casus", "-leeg", "-vijandig")
BARE = "kaal.pdf"
_TELLS = ("de-maker", "nergens", "Pacific/Auckland", "anonymous", "unspecified", str(ROOT))
_ZONED = re.compile(rb"D:\d{14}[+-]|T\d\d:\d\d:\d\d[+-]\d\d")

_MAKE = """
import sys
from pathlib import Path
from tests.reports.same_bytes_rules import every_file
for name, data in every_file():
    (Path(sys.argv[1]) / name).write_bytes(data)
"""


def a_case() -> Case:
    """The example, with what its font lacks."""
    return the_example().put(an_event("3 mei 2021", "Zij stuurt 😀 en مرحبا"))


def every_document() -> Iterator[tuple[str, Written]]:
    """Every document of that case, those of an exercise, and a line over many pages."""
    yield from documents_of(a_case())
    yield from (named for named in documents_of_exercise() if not named[0].endswith(LIKE_OTHERS))
    yield "tijdlijn-zestig", line_of(a_case_of_sixty())


def every_file() -> Iterator[tuple[str, bytes]]:
    """Each of them as PDF, those with running text as ODT too, and pages as bare as can be."""
    for name, document in every_document():
        yield f"{name}.pdf", written(document)
        if name in AS_ODT:
            assert isinstance(document, Document)
            yield f"{name}.odt", odt_of(document)
    yield BARE, a_sample(9)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files as they are made at another place, by someone else, and later than here."""
    folder = tmp_path_factory.mktemp("plaats")
    command = [sys.executable, "-c", _MAKE, str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **PLACE}, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_document_is_the_same_file_everywhere(elsewhere: dict[str, bytes]) -> None:
    here = dict(every_file())
    pdfs = {name for name in here if name.endswith(".pdf")}
    assert len(pdfs) > len(AS_ODT)
    assert elsewhere.keys() == here.keys() == pdfs | {f"{name}.odt" for name in AS_ODT}
    assert [name for name in here if here[name] != elsewhere[name]] == []


def test_no_document_tells_where_or_by_whom_it_was_made(elsewhere: dict[str, bytes]) -> None:
    host = socket.gethostname()
    tells = (*_TELLS, host) if len(host) > 3 else _TELLS
    for name in (name for name in elsewhere if name.endswith(".pdf")):
        for held in held_by(elsewhere[name]):
            found = [tell for tell in tells if tell.lower().encode() in held.lower()]
            assert found == [], (name, held[:200])
            assert not _ZONED.search(held), (name, held[:200])


def held_by(pdf: bytes) -> Iterator[bytes]:
    """Every piece of a file that may hold words: all of it, each stream and each string."""
    yield pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        for one in opened.objects:
            yield from _held(one)
        yield from _held(opened.trailer.get("/Info", pikepdf.Dictionary()))


def _held(one: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(one, pikepdf.String):
        yield str(one).encode()
    elif isinstance(one, pikepdf.Stream):
        yield one.read_bytes()
    elif isinstance(one, pikepdf.Dictionary):
        for value in one.values():
            yield from _held(value) if not _elsewhere(value) else ()
    elif isinstance(one, pikepdf.Array):
        for value in one:
            yield from _held(value) if not _elsewhere(value) else ()


def _elsewhere(value: object) -> bool:
    """Whether this is an object of its own, that comes by itself."""
    return isinstance(value, pikepdf.Object) and value.is_indirect


def test_what_tells_is_found_wherever_it_stands() -> None:
    with pikepdf.new() as pdf:
        pdf.docinfo["/Author"] = pikepdf.String("Jan-de-maker €")
        pdf.Root["/Extra"] = pdf.make_stream(b"D:20260112000000+01'00'")
        target = BytesIO()
        pdf.save(target)
    held = list(held_by(target.getvalue()))
    assert any(b"jan-de-maker" in one.lower() for one in held)
    assert any(_ZONED.search(one) for one in held)
