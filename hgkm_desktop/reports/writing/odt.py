"""Writing of a document as a text in ODF: to edit, with real styles, headings, tables, fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from odfdo import Element

from hgkm_desktop.reports.content import Document, Run, Section, TimelinePage, Tone
from hgkm_desktop.reports.writing.fonts import clean
from hgkm_desktop.reports.writing.odt_blocks import heading, parts_of
from hgkm_desktop.reports.writing.odt_file import TextFile
from hgkm_desktop.reports.writing.odt_pictures import line_pictures
from hgkm_desktop.reports.writing.odt_tables import event_parts
from hgkm_desktop.reports.writing.odt_words import (
    FACTS,
    FIGURE,
    MARKING,
    MISSING,
    NOTE,
    STRIKING,
    SUBTITLE,
    TITLE,
    boxed,
    element,
    paragraph,
    plain,
)
from hgkm_desktop.reports.writing.page_style import COLOURS

Progress = Callable[[float], None]

_FIRST, _NEXT, _WIDE = "First_20_Page", "Standard", "Landscape"
_HEADING = "Heading_20_1"
_INSIDE = '<style:paragraph-properties fo:text-indent="3.6mm" style:line-height-at-least="22pt"/>'
_CUT = ' fo:border-top="0.8pt dashed #7b848a" fo:padding-top="3mm"'
_LOOSE = '<style:paragraph-properties fo:margin-left="0mm" fo:keep-with-next="auto"/>'


def write_odt(document: Document, target: BinaryIO, *, progress: Progress | None = None) -> None:
    """Write the document as a text in ODF 1.3; the same document always gives the same bytes.

    It says what the PDF says, in the same order; signs of belevingen are said in words, and the
    list under the line is a table. Our typeface is in the file: an office program that does not
    read it there shows another one without serifs. `progress` is told how much is done, from 0.0
    to 1.0; what it raises passes through, and then nothing was written. Raises BadInput when the
    colour of the house is not a colour.
    """
    told = progress or _nobody
    file = TextFile(document)
    steps = len(document.sections) + len(document.annex) + 2
    for number, part in enumerate(_parts(document, file)):
        told(number / steps)
        for one in part:
            file.body.append(one)
    _fill_edges(document, file)
    data = file.data()
    told(1.0)
    target.write(data)


def _nobody(_: float) -> None:
    """Nobody wants to know."""


def _parts(document: Document, file: TextFile) -> Iterator[Sequence[Element]]:
    """The head, the sections, the line and the annex, each as elements."""
    yield _opening(document, file)
    for section in document.sections:
        yield _section(section, file, 1)
    for page in document.lying:
        yield _timeline(page, file)
    if document.annex:
        yield heading(document.annex_title, 1, _on_page(_NEXT, file, _HEADING))
    for section in document.annex:
        yield _section(section, file, 2)


def _on_page(page: str, file: TextFile, style: str) -> str:
    """A style of paragraphs that begins a page of a sort."""
    return file.style("paragraph", "", style, f' style:master-page-name="{page}"')


def _opening(document: Document, file: TextFile) -> list[Element]:
    """What it is, its title, its facts and why."""
    kind = [Run(document.subtitle)]
    if document.organisation:
        kind = [Run(document.organisation, Tone.STRONG), Run(f"  ·  {document.subtitle}")]
    facts = [
        run
        for fact in document.facts
        for run in (Run(f"{fact.label}: "), Run(fact.value, Tone.STRONG), Run("  ·  "))
    ]
    opening = [part for block in document.opening for part in parts_of(block, file, 1)]
    made = [*_marked(document), plain(TITLE, document.title), paragraph(SUBTITLE, kind)]
    top = MARKING if document.marking else TITLE
    made[0].set_attribute("text:style-name", _on_page(_FIRST, file, top))
    return [*made, paragraph(FACTS, facts[:-1]), *opening, plain(NOTE, document.disclaimer)]


def _section(section: Section, file: TextFile, level: int) -> list[Element]:
    """A heading with what stands under it; what is asked of the reader stands on a tint."""
    look = _look_of(section, file, f"Heading_20_{level}")
    made = heading(section.heading, level, look)
    more = [plain(NOTE, section.more)] if section.more else []
    said = [part for block in section.blocks for part in parts_of(block, file, level)]
    made += [*more, *said] if section.card else [*said, *more]
    if not section.tinted:
        return made
    tint = f'<style:section-properties fo:background-color="{file.colour(COLOURS.tint)}"/>'
    return [
        element(
            "text:section",
            *made,
            text__style_name=file.style("section", tint),
            text__name=clean(section.heading),
        )
    ]


def _look_of(section: Section, file: TextFile, style: str) -> str:
    """The style of the heading of a section; above a card is a line of dashes to cut along."""
    if section.tinted:
        return file.style("paragraph", _INSIDE, style)
    cut = _CUT if section.card else ""
    breaks = ' fo:break-before="page"' if section.begins_page else ""
    if not (cut or breaks):
        return ""
    return file.style("paragraph", f"<style:paragraph-properties{cut}{breaks}/>", style)


def _timeline(page: TimelinePage, file: TextFile) -> list[Element]:
    """Pages that lie, with the line and all its events in a table."""
    made = heading(f"{page.label}: {page.title}", 1, _on_page(_WIDE, file, _HEADING))
    note = " · ".join(part for part in (page.note, page.dates) if part)
    made.append(plain(file.flush(NOTE), note))
    if page.missing:
        return [*made, plain(file.flush(MISSING), page.missing)]
    for drawn in line_pictures(page, file.ink):
        frame = file.picture(drawn.svg, drawn.size, page.label, drawn.alt)
        look = file.style("paragraph", _LOOSE, FIGURE)
        made.append(element("text:p", frame, text__style_name=look))
    return [*made, *event_parts(page, file)]


def _fill_edges(document: Document, file: TextFile) -> None:
    """What stands at the head and the foot of each page.

    The marking and the disclaimer stand in the text of the first page: what is at the edge of a
    page is not read aloud of a PDF that is made of it.
    """
    for name, page in file.master_pages().items():
        if name != _FIRST:
            page.append(_head(document))
        page.append(_foot(document, name))


def _marked(document: Document) -> list[Element]:
    """What must not be missed; nothing when there is no such thing."""
    if not document.marking:
        return []
    return [element("text:p", boxed(document.marking, STRIKING), text__style_name=MARKING)]


def _head(document: Document) -> Element:
    running = plain("Header", document.code)
    running.append(element("text:tab"))
    running.append_plain_text(clean(document.title))
    return element("style:header", *_marked(document), running)


def _foot(document: Document, page: str) -> Element:
    """Which document this is, the place of the page among all, and what it is not."""
    signed = plain("HGKM_Voet_liggend" if page == _WIDE else "Footer", document.signature)
    signed.append(element("text:tab"))
    signed.append_plain_text("Pagina ")
    signed.append(_field("text:page-number", "text:select-page", "current"))
    signed.append_plain_text(" van ")
    signed.append(_field("text:page-count", "style:num-format", "1"))
    rest = [] if page == _FIRST else [plain("Footer", document.disclaimer)]
    return element("style:footer", signed, *rest)


def _field(tag: str, name: str, value: str) -> Element:
    made = element(tag)
    made.set_attribute(name, value)
    made.text = "1"
    return made
