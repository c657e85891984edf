"""What reportlab leaves undone in a file, and the standards for reading and keeping ask."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.textobject import PDFTextObject

from hgkm_desktop.reports.writing.fonts import BOX, can_print, pieces
from hgkm_desktop.reports.writing.structure import said

_MOST_IN_BLOCK = 100  # Adobe Technical Note 5411, 1.4: no more entries in one bfchar
_END = b"endstream\n"
_format_stream = pdfdoc.PDFStream.format


def _with_line_end(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """A stream with a line end before its last word (ISO 19005-2, 6.1.7.1).

    Of two characters: after a stream that happens to end with the first, the second alone would
    be read as one line end with it, and the stream as one byte shorter than it says.
    """
    made: bytes = _format_stream(stream, document)
    return made[: -len(_END)] + b"\r\n" + _END


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """What the codes of a font mean; of those that mean nothing it is silent (ISO 14289-1, 7.21.7).

    A character above U+FFFF is written as two units, as UTF-16 has it.
    """
    pairs = [
        f"<{code:02X}> <{chr(mark).encode('utf-16-be').hex().upper()}>"
        for code, mark in enumerate(subset)
        if mark
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), _MOST_IN_BLOCK):
        block = pairs[start : start + _MOST_IN_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


pdfdoc.PDFStream.format = _with_line_end  # type: ignore[assignment, method-assign]
ttfonts.makeToUnicodeCMap = _to_unicode  # type: ignore[assignment]
rl_config.useA85 = 0  # streams stay bytes: smaller, and quicker to write


class Words(PDFTextObject):
    """Text whose words never stick together, and in which no character is lost.

    Each line and each text ends with a space (ISO 32000-1, 14.8.2.5), but not the lines (from 0)
    that end `in_word`; what the font lacks is a box that says what it stands for (ActualText).
    """

    in_word: frozenset[int] = frozenset()

    _code: list[str]
    _fontname: str
    _curSubset: int  # noqa: N815 (reportlab's own name)
    _ends_open = False
    _line = 0

    def _formatText(self, text: str) -> str:  # noqa: N802 (reportlab's own name)
        self._ends_open = not text.endswith(" ") if text else self._ends_open
        if self._fontname == BOX or can_print(text):
            return self._run(text)
        font = self._fontname
        runs = []
        for fits, words in pieces(text):
            self._fontname, self._curSubset = font if fits else BOX, -1
            runs.append(self._run(words))
        self._fontname, self._curSubset = font, -1
        return " ".join(runs)

    def _run(self, text: str) -> str:
        words: str = super()._formatText(text)  # type: ignore[misc]
        if self._fontname != BOX or not text.strip():
            return words
        return f"/Span <</ActualText {said(text)}>> BDC {words} EMC"

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 (reportlab's own)
        is_in_word = bool(TStar) and self._line in self.in_word
        if TStar and not is_in_word and (not text.endswith(" ") if text else self._ends_open):
            text += " "
        super()._textOut(text, TStar)  # type: ignore[misc]
        self._ends_open = self._ends_open and not is_in_word
        self._line += bool(TStar)

    def getCode(self) -> str:  # noqa: N802 (reportlab's own name)
        if self._ends_open:
            self._code.append(self._formatText(" "))
        vars(self).pop("_do_line", None)  # a ring with this, that keeps the document in memory
        return super().getCode()
