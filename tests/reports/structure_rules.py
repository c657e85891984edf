"""What must hold of the structure of a PDF, and where it does not; a fault is one line of text.

The numbers are those of the Matterhorn Protocol 1.1, which lists how a file can break PDF/UA-1;
rules without one are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.reports.content_stream import UNKNOWN
from tests.reports.structure import BLOCKS, Node, Structure

_HEADINGS = tuple(f"H{level}" for level in range(1, 7))
_KNOWN = BLOCKS | {"Link", "Span", "Quote", "Reference", "Formula"}
_INSIDE = {
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_ONLY_IN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
_SAYS_SOMETHING = frozenset((*_HEADINGS, "P", "LBody", "Caption", "Lbl", "Link", "Span"))
_ONLY_HOLDS = frozenset(
    ("Document", "Part", "Sect", "Div", "Table", "THead", "TBody", "TFoot", "TR", "L", "LI")
)
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|tiff?|bmp|webp|pdf|eps)\b|[\\/]\w", re.IGNORECASE)
_PAGE_OF_PAGES = re.compile(r"\bpagina \d+ van \d+\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LEAST_ALT_WORDS = 3


def structure_faults(found: Structure) -> Iterator[str]:
    """Every fault of the structure by itself."""
    yield from _painting(found)
    yield from _roles(found.root)
    yield from _headings(found.root)
    yield from _alternatives(found.root)
    yield from _drawings(found.root, False)
    yield from _page_numbers(found)
    for table in found.root.all("Table"):
        yield from (f"{fault}, table on page {table.page}" for fault in _grid(table))


def _painting(found: Structure) -> Iterator[str]:
    for page, text in found.untagged:
        yield f"01-005 painted outside a tag: page {page} {text[:40]!r}"
    for number, content in enumerate(found.pages, 1):
        yield from (f"01-003 mark inside a mark: page {number} {one}" for one in content.nested)
        yield from (f"01-005 MCID {one} twice on page {number}" for one in content.twice)
        for painted in (*content.owned.values(), *content.artifacts, content.outside):
            words = "".join(painted.texts)
            if UNKNOWN in words:
                yield f"10-001 a letter without ToUnicode: page {number} {words[:40]!r}"
    yield from (f"01-005 {one}" for one in found.loose)


def _roles(root: Node) -> Iterator[str]:
    if [node.role for node in root.elements] != ["Document"]:
        yield "the structure is not one Document"
    for node in root.all():
        if node.role not in _KNOWN and node is not root:
            yield f"02-001 no role of ours: {_at(node)}"
        yield from (f"09-004 {kid} in {_at(node)}" for kid in sorted(_misplaced(node)))
        if node.role in _ONLY_HOLDS and node.painted:
            yield f"words that stand in no paragraph: {_at(node)}"
        if node.role in _SAYS_SOMETHING and not node.whole:
            yield f"says nothing: {_at(node)}"
        if node.lang and not is_language(node.lang):
            yield f"11-001 no language: {node.lang!r} of {_at(node)}"
    names = [node.name for node in root.all("Note")]
    if "" in names or len(set(names)) < len(names):
        yield "19-003 a Note without an ID of its own"


def _misplaced(node: Node) -> set[str]:
    """The roles inside an element that have no place there; a caption stands first."""
    inside = [kid.role for kid in node.elements]
    allowed = _INSIDE.get(node.role, set(inside))
    lost = {kid for kid in inside if node.role not in _ONLY_IN.get(kid, {node.role})}
    late = {"Caption"} & set(inside[1:]) if node.role in ("Table", "L") else set()
    return (set(inside) - allowed) | lost | late


def _headings(root: Node) -> Iterator[str]:
    levels = [(int(node.role[1]), node) for node in root.all(*_HEADINGS)]
    if root.all("H"):
        yield "14-007 H beside H1 and so on"
    if [level for level, _ in levels].count(1) != 1:
        yield "not one H1"
    before = 0
    for level, node in levels:
        if level > before + 1:
            yield f"{'14-003' if before else '14-002'} heading skipped: H{before} then {_at(node)}"
        before = level


def _alternatives(root: Node) -> Iterator[str]:
    for node in root.all("Figure", "Formula"):
        if not (node.alt or node.spoken):
            yield f"13-004 no Alt: {_at(node)}"
        if node.role == "Figure" and not node.has_box:
            yield f"no BBox: {_at(node)}"
    for node in root.all():
        if node.alt is not None and (_FILE_NAME.search(node.alt) or _is_short(node.alt)):
            yield f"Alt that says nothing: {node.alt!r} of {_at(node)}"


def _is_short(alt: str) -> bool:
    return len(alt.split()) < _LEAST_ALT_WORDS


def _drawings(node: Node, described: bool) -> Iterator[str]:
    """What is drawn must be described, by a Figure with an Alt or by an ActualText."""
    described |= bool(node.spoken) or (node.role in ("Figure", "Formula") and bool(node.alt))
    if not described and any(painted.drawn for painted in node.painted):
        yield f"drawn, and no Figure: {_at(node)}"
    for kid in node.elements:
        yield from _drawings(kid, described)


def _page_numbers(found: Structure) -> Iterator[str]:
    for node in found.root.all():
        if _PAGE_OF_PAGES.search(node.text):
            yield f"a page number is read aloud: {_at(node)}"
    for number, texts in enumerate(found.artifacts, 1):
        if f"pagina {number} van {len(found.pages)}" not in " ".join(texts).lower():
            yield f"no page number on page {number}"


def _grid(table: Node) -> Iterator[str]:
    """A table is a rectangle of cells, and each head says of which cells it is."""
    rows = table.all("TR")
    if not table.all("TH"):
        yield "15-003 no TH"
    yield from (f"15-003 TH without Scope: {one.text!r}" for one in _without_scope(table))
    taken: dict[tuple[int, int], Node] = {}
    for down, row in enumerate(rows):
        across = 0
        for cell in row.elements:
            while (down, across) in taken:
                across += 1
            places = [(down + y, across + x) for y in range(cell.rows) for x in range(cell.columns)]
            if any(place in taken for place in places):
                yield f"cells on one another: {cell.text!r}"
            taken |= dict.fromkeys(places, cell)
    widths = [sum(1 for y, _ in taken if y == down) for down in range(len(rows))]
    if len(set(widths)) > 1:
        yield f"uneven rows: {widths[:12]} cells"
    if any(y >= len(rows) for y, _ in taken):
        yield "a cell goes on under the last row"


def _without_scope(table: Node) -> Sequence[Node]:
    return [cell for cell in table.all("TH") if cell.scope not in ("Row", "Column", "Both")]


def is_language(tag: str) -> bool:
    """Whether this is a language tag, as BCP 47 writes it."""
    return _LANGUAGE.fullmatch(tag) is not None


def _at(node: Node) -> str:
    said = f" {node.whole[:40]!r}" if node.whole else ""
    return f"{node.role}{said} on page {node.page}"
