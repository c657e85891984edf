"""What the pages of a PDF paint: which texts and drawings, and to which mark each belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pikepdf

UNKNOWN = "\uffff"  # no character, so that it is in no text that was meant
_DRAWS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"))
_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]+>|\[.*?\])", re.DOTALL)
_BLOCK = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end", re.DOTALL)


@dataclass(slots=True)
class Painted:
    """What one mark encloses: `texts`, one for each operator that shows text, and how many
    operators draw something else. `tag` is empty for what is outside every mark."""

    tag: str = ""
    mcid: int | None = None
    texts: list[str] = field(default_factory=list)
    drawn: int = 0

    @property
    def paints(self) -> bool:
        return bool(self.texts or self.drawn)


@dataclass(slots=True)
class PageContent:
    """What a page paints: for each MCID, as artifacts, and outside any mark. `nested`: marks of
    which one must not be inside another. `twice`: the MCIDs that the page has more than once."""

    owned: dict[int, Painted] = field(default_factory=dict)
    artifacts: list[Painted] = field(default_factory=list)
    outside: Painted = field(default_factory=Painted)
    nested: list[str] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """All that is shown, whatever it belongs to."""
        painted = (*self.owned.values(), *self.artifacts, self.outside)
        return ["".join(one.texts) for one in painted]


@dataclass(frozen=True, slots=True)
class Letters:
    """How the codes of a font are read: `width` bytes a code, and the text of each code."""

    width: int
    texts: dict[int, str]

    def read(self, codes: bytes) -> str:
        """The text of a string; a code without text becomes UNKNOWN."""
        steps = range(0, len(codes), self.width)
        found = (int.from_bytes(codes[at : at + self.width], "big") for at in steps)
        return "".join(self.texts.get(code, UNKNOWN) for code in found)


def letters(font: pikepdf.Object) -> Letters:
    """How a font is read through its ToUnicode; without one every code is unknown."""
    return _letters(bytes(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else b"")


@cache
def _letters(cmap: bytes) -> Letters:
    width, texts = 1, dict[int, str]()
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"codespacerange":
            width = max(len(low) // 2 for low, _ in _PAIR.findall(block))
        elif kind == b"bfchar":
            texts |= {int(code, 16): _utf16(text) for code, text in _PAIR.findall(block)}
        else:
            texts |= dict(_ranges(block))
    return Letters(width, texts)


def _ranges(block: bytes) -> Iterator[tuple[int, str]]:
    for low, high, to in _RANGE.findall(block):
        codes = range(int(low, 16), int(high, 16) + 1)
        if to.startswith(b"["):
            each = re.findall(rb"<([0-9A-Fa-f\s]+)>", to)
            yield from zip(codes, map(_utf16, each), strict=False)
        else:
            first = _utf16(to.strip(b"<>"))
            yield from ((c, first[:-1] + chr(ord(first[-1]) + c - codes[0])) for c in codes)


def _utf16(digits: bytes) -> str:
    """The text that these digits are; digits that are no UTF-16 are no letter."""
    try:
        return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be")
    except ValueError:
        return UNKNOWN


def page_content(page: pikepdf.Object) -> PageContent:
    """What a page paints, with what its form XObjects paint where they are used."""
    reader = _Reader()
    reader.read(page, page.get("/Resources", pikepdf.Dictionary()))
    return reader.content


@dataclass(slots=True)
class _Mark:
    owner: Painted
    spoken: bool = False


class _Reader:
    """Goes through the operators of a page; `marks` are those that are open."""

    def __init__(self) -> None:
        self.content = PageContent()
        self.marks = [_Mark(self.content.outside)]

    def read(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        font = Letters(1, {})
        for step in pikepdf.parse_content_stream(stream):
            operands, name = list(step.operands), str(step.operator)
            if name == "Tf":
                font = letters(resources["/Font"][str(operands[0])])
            elif name in _SHOWS:
                self._show(operands[-1], font)
            elif name in _DRAWS or name == "INLINE IMAGE":
                self.marks[-1].owner.drawn += 1
            elif name in ("BDC", "BMC"):
                self._open(operands, resources)
            elif name == "EMC":
                self.marks.pop()
            elif name == "Do":
                self._use(resources["/XObject"][str(operands[0])], resources)

    def _show(self, shown: pikepdf.Object, font: Letters) -> None:
        mark = self.marks[-1]
        if mark.spoken:
            return
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        mark.owner.texts.append(font.read(codes))

    def _open(self, operands: list[pikepdf.Object], resources: pikepdf.Object) -> None:
        tag, above = str(operands[0]), self.marks[-1]
        given = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        if isinstance(given, pikepdf.Name):
            given = resources["/Properties"][str(given)]
        mcid = int(given["/MCID"]) if "/MCID" in given else None
        if mcid is None and tag != "/Artifact":
            self.marks.append(_Mark(above.owner, above.spoken or "/ActualText" in given))
            if "/ActualText" in given and not above.spoken:
                above.owner.texts.append(str(given["/ActualText"]))
            return
        if above.owner.tag:
            self.content.nested.append(f"{tag} in {above.owner.tag}")
        self.marks.append(_Mark(self._begin(tag, mcid)))

    def _begin(self, tag: str, mcid: int | None) -> Painted:
        """A new mark; an artifact that claims an MCID is an artifact all the same."""
        painted = Painted(tag, mcid)
        if tag == "/Artifact" or mcid is None:
            self.content.artifacts.append(painted)
            return painted
        if mcid in self.content.owned:
            self.content.twice.append(mcid)
        return self.content.owned.setdefault(mcid, painted)

    def _use(self, used: pikepdf.Object, resources: pikepdf.Object) -> None:
        if used.get("/Subtype") == "/Form":
            self.read(used, used.get("/Resources", resources))
        else:
            self.marks[-1].owner.drawn += 1
