"""What a PDF says about itself: its title, its maker, its date and the standards it keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

PROGRAM = "HGKM Desktop"
_SPACE = "sRGB IEC61966-2.1"
_DATE_BYTES = slice(24, 36)  # ICC.1, 7.2.8: when the profile was made


@dataclass(frozen=True, slots=True)
class Meta:
    """The properties of a document; `author` is an organisation, never who is at the keyboard.

    Raises ValueError without a title, or when `moment` has no time zone.
    """

    title: str
    moment: datetime
    author: str = PROGRAM
    subject: str = ""
    language: str = "nl-NL"

    def __post_init__(self) -> None:
        if not _one_line(self.title):
            raise ValueError("a document needs a title")
        if self.moment.tzinfo is None:
            raise ValueError("the moment of a document needs a time zone")


def describe(doc: PDFDocument, meta: Meta) -> None:
    """Write the properties into a document, once as Info and once as XMP, both the same."""
    doc.setTitle(_one_line(meta.title))
    doc.setAuthor(_one_line(meta.author) or PROGRAM)
    doc.setSubject(_one_line(meta.subject))
    doc.setCreator(PROGRAM)
    doc.setProducer(PROGRAM)
    doc.setDateFormatter(lambda *_: f"D:{meta.moment.astimezone(UTC):%Y%m%d%H%M%S}Z")
    doc.updateSignature(meta.moment.isoformat())
    catalog: Any = doc.Catalog  # type: ignore[attr-defined]
    catalog.Lang = PDFString(meta.language)
    catalog.Metadata = XMP(creator=lambda _: _xmp(meta).encode())
    catalog.OutputIntents = PDFArray([_output_intent(doc)])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


def _one_line(text: str) -> str:
    """The text without what XML and the properties of a file cannot hold."""
    return " ".join("".join(c for c in word if c.isprintable()) for word in text.split()).strip()


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """The colour profile; without its date, so that a document is the same every time."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATE_BYTES] = bytes(12)
    return bytes(made)


def _output_intent(doc: PDFDocument) -> PDFDictionary:
    """The colours are sRGB (ISO 19005-2, 6.2.3)."""
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_SPACE),
            "Info": PDFString(_SPACE),
            "DestOutputProfile": doc.Reference(profile),  # type: ignore[no-untyped-call]
        }
    )


def _xmp(meta: Meta) -> str:
    when = f"{meta.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return _XMP.format(
        title=escape(_one_line(meta.title)),
        author=escape(_one_line(meta.author) or PROGRAM),
        subject=escape(_one_line(meta.subject)),
        language=escape(meta.language),
        program=PROGRAM,
        when=when,
    )


# PDF/A must be told of every property that is not its own (ISO 19005-2, 6.6.2.3.3): pdfuaid.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description>
    <rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>
   </dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{program}</xmp:CreatorTool>
   <xmp:CreateDate>{when}</xmp:CreateDate>
   <xmp:ModifyDate>{when}</xmp:ModifyDate>
   <xmp:MetadataDate>{when}</xmp:MetadataDate>
   <pdf:Producer>{program}</pdf:Producer>
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
