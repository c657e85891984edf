"""The parts of a packed table (ODS, XLSX), unpacked no further than is safe."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pyexpat import ExpatError
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from hgkm_desktop.exchange.sheets import Refusal, TableRefused

MOST_PARTS = 2_000
MOST_UNPACKED = 200_000_000  # bytes of all parts together
_CHUNK = 1 << 16
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)

Attributes = dict[str, str]


class Packed:
    """A zip of which every part was looked through before anyone reads it.

    Raises TableRefused: for what unpacks to too much, for two parts of one name, and for XML with
    a document type, in which a few lines can stand for any amount of text.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN:
            raise TableRefused(Refusal.BROKEN) from None
        self.names = tuple(self._zip.namelist())
        if len(self.names) > MOST_PARTS:
            raise TableRefused(Refusal.TOO_LARGE)
        if len({name.casefold() for name in self.names}) < len(self.names):
            raise TableRefused(Refusal.SUSPECT)
        self._left = MOST_UNPACKED

    def look_through(self) -> None:
        """Unpack every part once and keep nothing."""
        for name in self.names:
            chunks = self._chunks(name)
            first = next(chunks, b"")
            walk = _walker() if _looks_like_xml(first) else None
            _feed(walk, first)
            for chunk in chunks:
                _feed(walk, chunk)
            _feed(walk, b"", is_last=True)

    def walk(
        self,
        name: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        """Go through the XML of a part; names are 'namespace name'."""
        self._left = MOST_UNPACKED
        parser = _walker()
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.buffer_text = True
        for chunk in self._chunks(name):
            _feed(parser, chunk)
        _feed(parser, b"", is_last=True)

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise TableRefused(Refusal.TOO_LARGE)
                    yield chunk
        except KeyError:
            raise TableRefused(Refusal.BROKEN) from None
        except _BROKEN:
            raise TableRefused(Refusal.BROKEN) from None


def _looks_like_xml(first: bytes) -> bool:
    plain = first[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return plain.startswith(b"<")


def _walker() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise TableRefused(Refusal.SUSPECT)


def _feed(parser: expat.XMLParserType | None, chunk: bytes, *, is_last: bool = False) -> None:
    if parser is None:
        return
    try:
        parser.Parse(chunk, is_last)
    except (ExpatError, LookupError, ValueError):  # the last two are of unknown signs
        raise TableRefused(Refusal.BROKEN) from None
