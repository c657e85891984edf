"""A text document in ODF while it is made: its body, its own styles, its pictures, its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from odfdo import Document as OdfDocument
from odfdo import Element, XmlPart

from hgkm_desktop.paths import resource
from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.writing.fonts import clean
from hgkm_desktop.reports.writing.house_style import inks
from hgkm_desktop.reports.writing.metadata import PROGRAM
from hgkm_desktop.reports.writing.odt_words import element
from hgkm_desktop.reports.writing.page_style import MM

_VERSION = "1.3"
_WRITTEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold: no clock is in the file
_STYLES = "odt/stijlen.xml"
_FONTS = ("Regular", "Bold", "Italic", "BoldItalic")
_TYPES = {
    "xml": "text/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ttf": "application/x-font-ttf",
}
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="{_VERSION}">
 <office:settings><config:config-item-set config:name="ooo:configuration-settings">
  <config:config-item config:name="EmbedFonts" config:type="boolean">true</config:config-item>
  <config:config-item config:name="EmbedOnlyUsedFonts" config:type="boolean">true
  </config:config-item>
 </config:config-item-set></office:settings></office:document-settings>
"""


class TextFile:
    """A text in ODF that is being made, of one document.

    `ink` is what is printed instead of colours of ours. Raises BadInput when the colour of the
    house is not a colour.
    """

    def __init__(self, document: Document) -> None:
        self.ink = inks(document.accent)
        self._odf = OdfDocument("text")
        self._styles: dict[str, str] = {}
        self._files: dict[str, bytes] = {}
        self._tables = 0
        self.body = self._odf.body
        self.body.clear()
        self._odf.set_part("styles.xml", self._coloured())
        self._describe(document)
        for name in _FONTS:
            file = f"AtkinsonHyperlegible-{name}.ttf"
            self._files[f"Fonts/{file}"] = resource(f"fonts/{file}").read_bytes()

    def _coloured(self) -> bytes:
        """The named styles, in the colours of the house."""
        words = resource(_STYLES).read_text(encoding="utf-8")
        for ours, theirs in self.ink.items():
            words = words.replace(ours, theirs)
        return words.encode()

    def colour(self, ours: str) -> str:
        """What is printed for a colour of ours."""
        return self.ink.get(ours, ours)

    def _describe(self, document: Document) -> None:
        """Say what it is, who made it (never a person) and when, and nothing else."""
        meta, made_on = self._odf.meta, datetime.combine(document.made_on, time())
        meta.body.clear()
        author = clean(document.organisation).strip() or PROGRAM
        meta.title = clean(f"{document.subtitle} {document.code}").strip()
        meta.subject = clean(document.signature)
        meta.initial_creator = meta.creator = author
        meta.creation_date = meta.date = made_on
        meta.language = "nl-NL"
        meta.generator = PROGRAM
        meta.editing_cycles = 1
        meta.editing_duration = timedelta(0)

    # --- what a document has of its own -----------------------------------------------------

    def style(self, family: str, properties: str, parent: str = "", more: str = "") -> str:
        """The name of a style with these properties, as XML; the same ones are one style."""
        based = f' style:parent-style-name="{parent}"' if parent else ""
        words = f'style:family="{family}"{based}{more}>{properties}'
        return self._styles.setdefault(words, f"{family[0].upper()}{len(self._styles) + 1}")

    def flush(self, parent: str, more: str = "") -> str:
        """A style of paragraphs that starts at the left edge of the page."""
        left = '<style:paragraph-properties fo:margin-left="0mm"/>'
        return self.style("paragraph", left, parent, more)

    def table_name(self) -> str:
        """A name for the next table."""
        self._tables += 1
        return f"Tabel {self._tables}"

    def picture(
        self, drawn: str | bytes, size: tuple[float, float], title: str, told: str
    ) -> Element:
        """A picture of `size` points in the line of text, with what it shows in words.

        It is drawn as SVG, or as the bytes of a PNG.
        """
        number = sum(name.startswith("Pictures/") for name in self._files) + 1
        kind = "svg" if isinstance(drawn, str) else "png"
        href = f"Pictures/beeld-{number}.{kind}"
        self._files[href] = drawn.encode() if isinstance(drawn, str) else drawn
        image = element(
            "draw:image",
            xlink__href=href,
            xlink__type="simple",
            xlink__show="embed",
            xlink__actuate="onLoad",
            draw__mime_type=_TYPES[kind],
        )
        name, words = element("svg:title"), element("svg:desc")
        name.text, words.text = clean(title), clean(told)
        return element(
            "draw:frame",
            image,
            name,
            words,
            draw__style_name="Graphics",
            draw__name=f"Beeld {number}",
            text__anchor_type="as-char",
            svg__width=f"{size[0] / MM:.2f}mm",
            svg__height=f"{size[1] / MM:.2f}mm",
        )

    def master_pages(self) -> dict[str, Element]:
        """The sorts of pages by name, to put a head and a foot in."""
        found = self._odf.styles.get_elements("//style:master-page")
        return {str(page.get_attribute("style:name")): page for page in found}

    # --- the file ---------------------------------------------------------------------------

    def data(self) -> bytes:
        """The whole file; the same document always gives the same bytes."""
        target = BytesIO()
        with ZipFile(target, "w") as packed:
            _put(packed, "mimetype", self._odf.mimetype.encode(), ZIP_STORED)
            for name, data in self._parts().items():
                _put(packed, name, data, ZIP_DEFLATED)
        return target.getvalue()

    def _parts(self) -> dict[str, bytes]:
        """What is in the file by name, in the order in which it stands there."""
        content, meta, styles = self._odf.content, self._odf.meta, self._odf.styles
        (faces,) = styles.get_elements("//office:font-face-decls")
        _fill(content, "office:font-face-decls", [face.clone for face in faces.children])
        _fill(content, "office:automatic-styles", self._own())
        for part in (content, meta):
            part.root.set_attribute("office:version", _VERSION)
        parts = {
            "content.xml": content.serialize(),
            "styles.xml": styles.serialize(),
            "meta.xml": meta.serialize(),
            "settings.xml": _SETTINGS.encode(),
            **self._files,
        }
        return parts | {"META-INF/manifest.xml": _manifest(self._odf.mimetype, list(parts))}

    def _own(self) -> list[Element]:
        """The styles that only this document has."""
        return [
            Element.from_tag(f'<style:style style:name="{name}" {words}</style:style>')
            for words, name in self._styles.items()
        ]


def _fill(part: XmlPart, tag: str, kids: Sequence[Element]) -> None:
    """Put these in the one element of a name, instead of what is in it."""
    (held,) = part.get_elements(f"//{tag}")
    held.clear()
    for kid in kids:
        held.append(kid)


def _manifest(mimetype: str, names: Sequence[str]) -> bytes:
    """What is in the file, and of which type."""
    types = {"/": mimetype} | {name: _TYPES[name.rpartition(".")[2]] for name in names}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_MANIFEST}" '
        f'manifest:version="{_VERSION}">{rows}</manifest:manifest>'
    ).encode()


def _put(packed: ZipFile, name: str, data: bytes, method: int) -> None:
    """Put a part in the file without the moment or the system it is made on."""
    entry = ZipInfo(name, _WRITTEN)
    entry.create_system, entry.compress_type = 0, method
    packed.writestr(entry, data)
