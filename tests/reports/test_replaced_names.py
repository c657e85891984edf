"""After a name was replaced, no document that is made holds it, on a page or anywhere else."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.texts import is_chosen, texts_of, with_texts
from hgkm_desktop.privacy.replacing import replaced_everywhere
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.line.line_document import LineDocument
from hgkm_desktop.reports.line.line_svg import line_svg
from hgkm_desktop.reports.writing.odt import write_odt
from tests.reports.content_stream import page_content
from tests.reports.every_document import documents_of, written
from tests.reports.full_case import a_full_case

NAME = "Zwaluwnest"
_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")


def with_names() -> Case:
    """A case with the name in every text that people type."""
    case = a_full_case()
    texts = {t.key: f"{t.text} {NAME}" for t in texts_of(case) if not is_chosen(t)}
    return with_texts(case, texts)


def without_names() -> Case:
    """The same case as 'overal vervangen' leaves it."""
    return replaced_everywhere(with_names(), NAME.lower(), "moeder").case


# --- where a name can stand in a document -------------------------------------------------------


def places_in_pdf(data: bytes) -> Iterator[tuple[str, str]]:
    """What is painted on the pages, every string, and every stream once it is unpacked."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            yield "bladzijde", " ".join(page_content(page.obj).words)
        for found in pdf.objects:
            yield from _strings(found)
            if isinstance(found, pikepdf.Stream):
                yield "stroom", _readable(found.read_bytes())
    yield "bestand", _readable(data)


def _strings(found: Any) -> Iterator[tuple[str, str]]:
    """Every string in an object, such as a title, a bookmark or what is read aloud."""
    if isinstance(found, pikepdf.String):
        yield "tekenreeks", str(found)
    elif isinstance(found, pikepdf.Array):
        for one in found:
            yield from _strings(one)
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for key in found.keys():  # noqa: SIM118 (a stream is no mapping)
            value = found[key]
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


def places_in_odt(data: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(data)) as packed:
        for entry in packed.infolist():
            yield "naam", entry.filename
            yield entry.filename, _readable(packed.read(entry))
    yield "bestand", _readable(data)


def _readable(data: bytes) -> str:
    """Bytes as letters: narrow, wide, and what is packed inside."""
    inside = [_unpacked(data[found.start() :]) for found in _DEFLATED.finditer(data)]
    narrow = b" ".join((data, *inside)).decode("latin-1")
    return f"{narrow} {narrow.replace(chr(0), '')}"


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 1 << 20)
    except zlib.error:
        return b""


def every_document(case: Case) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """Every document of a case in every form, with all that stands in it."""
    for name, document in documents_of(case):
        yield f"{name}.pdf", places_in_pdf(written(document))
        if isinstance(document, LineDocument):
            yield f"{name}.svg", iter([("tekst", line_svg(document))])
        elif isinstance(document, Document):
            target = BytesIO()
            write_odt(document, target)
            yield f"{name}.odt", places_in_odt(target.getvalue())


def found(case: Case) -> dict[str, set[str]]:
    """In which documents of a case the name stands, and where in them."""
    return {
        name: {place for place, text in places if NAME.lower() in text.lower()}
        for name, places in every_document(case)
    }


# --- before and after ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def before() -> dict[str, set[str]]:
    return found(with_names())


def test_before_it_is_replaced_the_name_is_found(before: dict[str, set[str]]) -> None:
    of_case = {name: places for name, places in before.items() if "verklaring" not in name}
    assert {name.split(".")[1] for name in of_case} == {"pdf", "odt", "svg"}
    assert [name for name, places in of_case.items() if not places] == []


def test_it_is_found_on_pages_in_titles_and_in_parts_of_the_file(
    before: dict[str, set[str]],
) -> None:
    assert {"bladzijde", "tekenreeks", "stroom"} <= before["casusverslag.pdf"]
    assert {"content.xml", "styles.xml"} <= before["casusverslag.odt"]


def test_after_it_is_replaced_no_document_holds_it(before: dict[str, set[str]]) -> None:
    after = found(without_names())
    assert after.keys() == before.keys()
    assert {name: places for name, places in after.items() if places} == {}
