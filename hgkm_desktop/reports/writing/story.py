"""From the words of a document to the pieces of its pages, and to the order they are read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.reports.content import (
    Block,
    Document,
    Paragraph,
    ParagraphKind,
    Run,
    Section,
    Subheading,
    TimelinePage,
    Tone,
)
from hgkm_desktop.reports.line.timeline_page import timeline_flowables
from hgkm_desktop.reports.writing import page_style as style
from hgkm_desktop.reports.writing.blocks import (
    STRONG_BODY,
    Fit,
    Here,
    paragraph_row,
    rows_of,
    text_row,
)
from hgkm_desktop.reports.writing.contents_page import contents_flow, section_key
from hgkm_desktop.reports.writing.elements import Element
from hgkm_desktop.reports.writing.flowables import (
    AccentBar,
    Balanced,
    Gap,
    Pill,
    Stack,
    plain,
    words,
)
from hgkm_desktop.reports.writing.fonts import clean, fitted, text_width
from hgkm_desktop.reports.writing.house_style import inks
from hgkm_desktop.reports.writing.page_style import COLOURS, MM, TEXT_X
from hgkm_desktop.reports.writing.paper import ANNEX, NEXT, wide
from hgkm_desktop.reports.writing.sections import Look, Placed, Row, SectionFlow
from hgkm_desktop.reports.writing.sheet import DATES, DISCLAIMER, LABEL, MARKING, NOTE, TITLE

_MOST_FACT_LINES = 6
_SMALLER = (STRONG_BODY, replace(style.SMALL, bold=True))  # for a heading with a long word
FITS = (
    Fit(6 * MM, True),
    Fit(4.4 * MM, True),
    Fit(4.4 * MM, False),
    Fit(4.4 * MM, False, together=False),
)


@dataclass(frozen=True, slots=True)
class Story:
    """A document as it goes on paper.

    `pieces` are what fills its pages, in order. `root` holds its structure in the order in which
    it is read. `said` are the elements in it, by name, of what stands at the head or the foot of
    every page: it is read once, where it stands first.
    """

    pieces: list[Flowable] = field(default_factory=list)
    root: Element = field(default_factory=lambda: Element("Document"))
    said: dict[str, Element] = field(default_factory=dict)

    def say(self, name: str, role: str = "P", into: Element | None = None) -> None:
        """What `name` says is read here."""
        self.said[name] = (into or self.root).put(Element(role))


def story_of(document: Document, fit: Fit, pages: Mapping[str, int]) -> Story:
    """The story of a document; `pages` are where its sections begin, as far as that is known."""
    story = Story()
    story.pieces.extend((NextPageTemplate(NEXT), _opening(document, story)))
    accent = inks(document.accent).get(COLOURS.accent, COLOURS.accent)
    if document.contents:
        story.pieces.append(contents_flow(document.sections, story.root, pages))
    for number, section in enumerate(document.sections, 1):
        here = Here(story.root.put(Element("Sect")), fit, accent=accent)
        if section.begins_page:
            story.pieces.append(PageBreak())
        story.pieces.append(_section_flow(with_pages(section, pages), here, section_key(number)))
    for number, page in enumerate(document.lying):
        key = wide(number)
        story.pieces.extend((NextPageTemplate(key), PageBreak(), *_timeline(page, key, story)))
    if document.annex:
        _add_annex(document, story, Here(story.root.put(Element("Sect")), fit, 3, accent))
    return story


def _opening(document: Document, story: Story) -> SectionFlow:
    """The head of the first page: title and why beside the facts of the document."""
    title = story.root.put(Element("H1"))
    kind = story.root.put(Element("P"))
    facts = _facts(document, story.root.put(Element("L")))
    if document.marking:
        story.say(MARKING)
    rows = [
        text_row(_kind_line(document, kind), below=1.9 * MM),
        text_row(Balanced(document.title, style.TITLE, title)),
    ]
    for paragraph in document.opening:
        above = 2.2 * MM if paragraph.kind is ParagraphKind.NOTE else 2.6 * MM
        rows.append(paragraph_row(paragraph, story.root, above=above))
    story.say(DISCLAIMER)
    return SectionFlow(rows, Look.OPENING, facts, together=False)


def _kind_line(document: Document, element: Element) -> Flowable:
    runs = [Run(document.subtitle)]
    if document.organisation:
        runs = [Run(document.organisation, Tone.STRONG), Run(f"  ·  {document.subtitle}")]
    return words(runs, style.SMALL, COLOURS.soft, strong=COLOURS.accent, element=element)


def _facts(document: Document, facts: Element) -> Stack:
    """The column beside the title: the accent bar and the facts, one under another."""
    parts: list[Flowable] = [AccentBar(), Gap(3 * MM)]
    bold = style.Type(style.SMALL.size, style.SMALL.leading, bold=True)
    last = len(document.facts) - 1
    for place, fact in enumerate(document.facts):
        label, body = Element("Lbl"), Element("LBody")
        facts.put(Element("LI", label, body))
        parts.append(plain(fact.label, style.LABEL, COLOURS.soft, element=label))
        if place < last:
            parts += [_fact(fact.value, bold, body), Gap(1.3 * MM)]
        else:
            checked = document.state is CaseState.DEELBAAR
            parts += [Gap(0.8 * MM), Pill(fact.value, checked=checked, element=body)]
    return Stack(parts)


def _fact(value: str, look: style.Type, element: Element) -> Flowable:
    """What a fact says, cut where it would fill the column; the element says all of it."""
    shown = fitted(value, _MOST_FACT_LINES * style.COLUMN_A, look.size, look.bold)
    if shown != clean(value):
        element.spoken = clean(value)
    return plain(shown, look, element=element)


def _section_flow(section: Section, here: Here, key: str) -> SectionFlow:
    """A section with its heading in column A."""
    slim = section.brief
    heading = _heading(section, here, STRONG_BODY if slim else style.HEADING)
    rows: list[Row] = []
    if slim and isinstance(section.blocks[0], Paragraph):
        rows = [paragraph_row(section.blocks[0], here.into, width=style.COLUMN_B)]
    previous: Block | None = None
    for block in section.blocks[len(rows) :]:
        rows += _spaced(rows_of(block, here, previous), block, previous, bool(rows))
        previous = block
    if section.more:
        more = plain(section.more, style.SMALL, COLOURS.soft, element=here.into.put(Element("P")))
        heading = Stack([heading, Gap(1 * MM), more])
    look = _look_of(section)
    flow = SectionFlow(rows, look, heading, gap=here.fit.gap, together=here.fit.together)
    flow.again = _again(section) if section.card else None
    flow.title, flow.key, flow.level = section.heading, key, here.level - 2
    return flow


def _look_of(section: Section) -> Look:
    if section.card:
        return Look.CARD
    return Look.SLIM if section.brief else Look.TINTED if section.tinted else Look.RULED


def _again(section: Section) -> Flowable:
    """What stands beside the rest of a card that is longer than a page; it was read already."""
    return plain(f"{section.heading} (vervolg)", style.HEADING, COLOURS.accent)


def _heading(section: Section, here: Here, look: style.Type) -> Flowable:
    element = here.into.put(Element(f"H{here.level}"))
    widest = max((text_width(word, 1, look.bold) for word in section.heading.split()), default=0)
    room = style.CARD_COLUMN if section.card else style.COLUMN_A
    fits = (one for one in (look, *_SMALLER) if one.size * widest <= room)
    return plain(section.heading, next(fits, look), COLOURS.accent, element=element)


def _spaced(rows: list[Row], block: Block, previous: Block | None, follows: bool) -> list[Row]:
    """The rows of a block with white above them when another block comes before."""
    if follows and rows:
        is_note = isinstance(block, Paragraph) and block.kind is ParagraphKind.NOTE
        white = 0.6 * MM if isinstance(previous, Subheading) else 1.4 * MM if is_note else 2 * MM
        rows[0].above += white
        rows[0].height = 0  # it may have been measured
    return rows


def _timeline(page: TimelinePage, key: str, story: Story) -> list[Flowable]:
    """The landscape pages; what stands at their head is read first."""
    section = story.root.put(Element("Sect"))
    heading = section.put(Element("H2"))
    story.say(f"{key}-{LABEL}", "Span", heading)
    story.say(f"{key}-{TITLE}", "Span", heading)
    story.say(f"{key}-{NOTE}", into=section)
    story.say(f"{key}-{DATES}", into=section)
    return timeline_flowables(page, section)


def _add_annex(document: Document, story: Story, here: Here) -> None:
    """What was too much for the text, each under the heading it came from."""
    heading = here.into.put(Element("H2"))
    title = plain(document.annex_title, style.WIDE_TITLE, element=heading)
    row = Row([Placed(TEXT_X, style.COLUMN_B, title)], above=2 * MM)
    flow = SectionFlow([row], Look.OPENING, title=document.annex_title, key="bijlage")
    story.pieces.extend((NextPageTemplate(ANNEX), PageBreak(), flow))
    for number, section in enumerate(document.annex, 1):
        inside = replace(here, into=here.into.put(Element("Sect")))
        story.pieces.append(_section_flow(section, inside, f"bijlage-{number}"))


def with_pages(section: Section, pages: Mapping[str, int]) -> Section:
    """The section with the page numbers that its paragraphs refer to, as far as they are known."""
    blocks = tuple(
        replace(block, runs=tuple(_with_page(run, pages) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _with_page(run: Run, pages: Mapping[str, int]) -> Run:
    return Run(str(pages.get(run.page_of, 0)), run.tone) if run.page_of else run
