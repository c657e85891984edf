"""Faults to plant in a good PDF, one at a time: what every test of a document must find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

Step = tuple[list[Any], str]


def with_fault(good: bytes, plant: Callable[[Pdf], None]) -> bytes:
    """The PDF with the fault in it."""
    with pikepdf.open(BytesIO(good)) as pdf:
        plant(pdf)
        target = BytesIO()
        pdf.save(target, fix_metadata_version=False)
        return target.getvalue()


# --- the structure --------------------------------------------------------------------------


def elements(pdf: Pdf, *roles: str) -> list[Any]:
    """The elements with one of these roles, in reading order."""
    top: Any = pdf.Root["/StructTreeRoot"]
    return [one for one in _inside(top) if str(one["/S"])[1:] in roles]


def _inside(element: Any) -> Iterator[Any]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _inside(kid)


def no_alt(pdf: Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def alt_is_a_file_name(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0]["/Alt"] = String("de tijdlijn van figuur_1.png")


def alt_is_one_word(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0]["/Alt"] = String("tijdlijn")


def figure_is_a_paragraph(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0]["/S"] = Name("/P")


def figure_is_a_paragraph_without_alt(pdf: Pdf) -> None:
    no_alt(pdf)
    figure_is_a_paragraph(pdf)


def th_without_scope(pdf: Pdf) -> None:
    del elements(pdf, "TH")[0]["/A"]


def uneven_rows(pdf: Pdf) -> None:
    elements(pdf, "TD")[-1]["/A"] = Dictionary(O=Name("/Table"), ColSpan=2)


def no_th(pdf: Pdf) -> None:
    for head in elements(pdf, "TH"):
        head["/S"] = Name("/TD")


def heading_skipped(pdf: Pdf) -> None:
    elements(pdf, "H2")[0]["/S"] = Name("/H3")


def first_heading_is_not_h1(pdf: Pdf) -> None:
    elements(pdf, "H1")[0]["/S"] = Name("/H2")


def item_outside_a_list(pdf: Pdf) -> None:
    elements(pdf, "L")[0]["/S"] = Name("/Sect")


def role_of_no_standard(pdf: Pdf) -> None:
    elements(pdf, "P")[0]["/S"] = Name("/Alinea")


def wrong_parent_tree(pdf: Pdf) -> None:
    row = _parents(pdf, 0)
    other = next(place for place, one in enumerate(row) if one.objgen != row[0].objgen)
    row[0], row[other] = row[other], row[0]


def sections_in_another_order(pdf: Pdf) -> None:
    document = elements(pdf, "Document")[0]
    first, second = [at for at, kid in enumerate(document["/K"]) if kid["/S"] == "/Sect"][:2]
    kids = list(document["/K"])
    kids[first], kids[second] = kids[second], kids[first]
    document["/K"] = Array(kids)


def _parents(pdf: Pdf, page: int) -> Any:
    """To which elements the marks of a page belong."""
    tree: Any = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    key = int(pdf.pages[page].obj["/StructParents"])
    return next(tree[at + 1] for at in range(0, len(tree), 2) if int(tree[at]) == key)


# --- what is painted ------------------------------------------------------------------------


def _rewrite(pdf: Pdf, page: int, change: Callable[[list[Step]], list[Step]]) -> None:
    steps = [
        (list(step.operands), str(step.operator))
        for step in pikepdf.parse_content_stream(pdf.pages[page])
    ]
    made = pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(name)) for operands, name in change(steps)]
    )
    pdf.pages[page].obj["/Contents"] = pdf.make_stream(made)


def _a_word(pdf: Pdf) -> list[Step]:
    """Operators that show something, in a font of the first page."""
    font = next(iter(pdf.pages[0].obj["/Resources"]["/Font"].keys()))
    shown: list[Step] = [([Name(font), 9], "Tf"), ([50, 50], "Td"), ([String("abc")], "Tj")]
    return [([], "BT"), *shown, ([], "ET")]


def text_outside_a_tag(pdf: Pdf) -> None:
    _rewrite(pdf, 0, lambda steps: [*steps, *_a_word(pdf)])


def mcid_without_element(pdf: Pdf) -> None:
    mark: Step = ([Name("/P"), Dictionary(MCID=9999)], "BDC")
    _rewrite(pdf, 0, lambda steps: [*steps, mark, *_a_word(pdf), ([], "EMC")])


def element_without_mcid(pdf: Pdf) -> None:
    elements(pdf, "P")[0]["/K"] = Array([9999])


def paragraph_is_an_artifact(pdf: Pdf) -> None:
    """The last paragraph of the first page is decoration, and its element is gone."""
    page: Any = pdf.pages[0].obj
    lost = [one for one in elements(pdf, "LBody") if one.get("/Pg") == page][-1]
    item = lost["/P"]
    item["/K"] = Array([kid for kid in item["/K"] if kid.objgen != lost.objgen])
    number = int(lost["/K"][0])

    def change(steps: list[Step]) -> list[Step]:
        return [
            ([Name("/Artifact")], "BMC")
            if name == "BDC" and operands[1].get("/MCID") == number
            else (operands, name)
            for operands, name in steps
        ]

    _rewrite(pdf, 0, change)


def artifact_inside_a_tag(pdf: Pdf) -> None:
    def change(steps: list[Step]) -> list[Step]:
        at = next(at for at, (_, name) in enumerate(steps) if name == "BDC") + 1
        return [*steps[:at], ([Name("/Artifact")], "BMC"), ([], "EMC"), *steps[at:]]

    _rewrite(pdf, 0, change)


def heads_of(pdf: Pdf, page: int) -> list[int]:
    """Where in the operators of a page the artifacts with words begin."""
    found, opened = [], -1
    for at, step in enumerate(pikepdf.parse_content_stream(pdf.pages[page])):
        if str(step.operator) == "BMC":
            opened = at
        elif str(step.operator) == "EMC":
            opened = -1
        elif str(step.operator) in ("Tj", "TJ") and opened >= 0:
            found.append(opened)
    return sorted(set(found))


def head_is_no_artifact(pdf: Pdf, page: int = 1, which: int = 0) -> None:
    """What stands at the head or foot of a page as a paragraph, with all that belongs to it."""
    at, row = heads_of(pdf, page)[which], _parents(pdf, page)
    document = elements(pdf, "Document")[0]
    made = Dictionary(Type=Name("/StructElem"), S=Name("/P"), P=document, K=len(row))
    made["/Pg"] = pdf.pages[page].obj
    element = pdf.make_indirect(made)
    document["/K"] = Array([element, *document["/K"]])
    mark: Step = ([Name("/P"), Dictionary(MCID=len(row))], "BDC")
    row.append(element)
    _rewrite(pdf, page, lambda steps: [*steps[:at], mark, *steps[at + 1 :]])


def glued_words(pdf: Pdf) -> None:
    """The space at the end of a line is gone, as a paragraph that nobody repaired has none."""

    def change(steps: list[Step]) -> list[Step]:
        for at, (one, line_end, other) in enumerate(zip(steps, steps[1:], steps[2:], strict=False)):
            if [one[1], line_end[1], other[1]] == ["Tj", "T*", "Tj"]:
                words, after = bytes(one[0][0]), bytes(other[0][0])
                if re.search(rb"[a-z] $", words) and re.match(rb"[a-z]", after):
                    steps[at] = ([String(words[:-1].decode("ascii"))], "Tj")
                    return steps
        raise ValueError("no line ends between two words")

    _rewrite(pdf, 0, change)


# --- the file -------------------------------------------------------------------------------


def no_lang(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


def wrong_lang(pdf: Pdf) -> None:
    pdf.Root["/Lang"] = String("Nederlands")


def _change_xmp(pdf: Pdf, old: bytes, new: bytes) -> None:
    xmp = bytes(pdf.Root["/Metadata"].read_bytes())
    changed = re.sub(old, new, xmp, flags=re.DOTALL)
    if changed == xmp:
        raise ValueError(f"nothing in the XMP is {old!r}")
    pdf.Root["/Metadata"].write(changed)


def no_title(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]
    _change_xmp(pdf, b"<dc:title>.*?</dc:title>", b"")


def title_says_nothing(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("untitled")
    _change_xmp(pdf, b"(<dc:title>.*?<rdf:li[^>]*>).*?(</rdf:li>)", rb"\1untitled\2")


def title_not_shown(pdf: Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def xmp_unlike_info(pdf: Pdf) -> None:
    pdf.docinfo["/Subject"] = String("Iets anders")


def date_unlike_info(pdf: Pdf) -> None:
    _change_xmp(pdf, rb"(<xmp:CreateDate>\d{4}-\d\d-)\d\d", rb"\g<1>28")


def no_xmp(pdf: Pdf) -> None:
    del pdf.Root["/Metadata"]


def no_mark_info(pdf: Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def font_not_embedded(pdf: Pdf) -> None:
    del _font(pdf)["/FontDescriptor"]["/FontFile2"]


def no_to_unicode(pdf: Pdf) -> None:
    del _font(pdf)["/ToUnicode"]


def to_unicode_is_zero(pdf: Pdf) -> None:
    stream = _font(pdf)["/ToUnicode"]
    stream.write(re.sub(rb"<0065>", b"<0000>", bytes(stream.read_bytes()), flags=re.IGNORECASE))


def _font(pdf: Pdf) -> Any:
    """The font that the first page says most in."""
    fonts: Any = pdf.pages[0].obj["/Resources"]["/Font"]
    return max(fonts.values(), key=lambda font: len(font["/ToUnicode"].read_bytes()))
