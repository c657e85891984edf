"""Words of a document as elements of a text in ODF: paragraphs, and what stands out in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from odfdo import Element, Paragraph, Span

from hgkm_desktop.reports.content import Run, Tone
from hgkm_desktop.reports.writing.fonts import clean

# Names of styles that office programs know; a name of ours starts with HGKM.
TITLE, SUBTITLE, TEXT = "Title", "Subtitle", "Text_20_body"
BULLET, NUMBER = "List_20_1", "Numbering_20_1"
CELL, HEAD, CAPTION = "Table_20_Contents", "Table_20_Heading", "Caption"
NOTE, MISSING, FACTS = "HGKM_Noot", "HGKM_Ontbreekt", "HGKM_Gegevens"
MARKING = "HGKM_Markering"
PROMINENT, FIGURE = "HGKM_Voorop", "HGKM_Beeld"
STRONG, EMPHASIS, ASIDE = "Strong_20_Emphasis", "Emphasis", "HGKM_Terzijde"
TAG, STRIKING = "HGKM_Aan_u", "HGKM_Nadruk"

_NOTHING = Run("")
_TONES = {
    Tone.STRONG: STRONG,
    Tone.ASIDE: ASIDE,
    Tone.NAMED: EMPHASIS,
    Tone.TYPED: STRONG,
}


def element(tag: str, *kids: Element, **attributes: str) -> Element:
    """An element with what is inside it; `table__style_name` is the attribute table:style-name."""
    made = Element.from_tag(tag)
    for name, value in attributes.items():
        made.set_attribute(name.replace("__", ":").replace("_", "-"), value)
    for kid in kids:
        made.append(kid)
    return made


def paragraph(style: str, runs: Sequence[Run]) -> Paragraph:
    """The runs as one paragraph."""
    made = Paragraph("", style=style)
    for run in _without_pages(runs):
        if style_of := _TONES.get(run.tone):
            made.append(span(run.text, style_of))
        else:
            made.append_plain_text(clean(run.text))
    return made


def _without_pages(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with the words of a heading instead of its page: in a text to edit pages move."""
    for run, after in pairwise((*runs, _NOTHING)):
        if run.page_of:
            yield Run(f"‘{run.page_of}’", run.tone)
        else:
            yield replace(run, text=run.text.removesuffix("pagina ")) if after.page_of else run


def plain(style: str, text: str) -> Paragraph:
    """A text as one paragraph."""
    return paragraph(style, (Run(text),))


def span(text: str, style: str) -> Element:
    return Span(clean(text), style=style)


def boxed(text: str, style: str) -> Element:
    """Words on a fill, with a little of it at both sides."""
    return span(f" {text} ", style)
