"""What stands on the pages of a PDF, as a reader finds it there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from io import BytesIO

import pytest

from hgkm_desktop.reports.content import Document
from hgkm_desktop.reports.writing.pdf import write_pdf


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page of `width` by `height` points, with its box; y grows down."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]


def pdf_of(document: Document) -> bytes:
    target = BytesIO()
    write_pdf(document, target)
    return target.getvalue()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page in the order in which it was written, white space as single spaces."""
    raw = _pdftotext(pdf, "-raw")
    return [" ".join(page.split()) for page in raw.split("\f")[:-1]]


def pages(pdf: bytes) -> list[Page]:
    """The words of each page with their boxes."""
    found = []
    for page in _pdftotext(pdf, "-bbox").split("<page ")[1:]:
        width, height = re.findall(r'(?:width|height)="([\d.]+)"', page)[:2]
        boxes = re.findall(
            r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', page
        )
        words = (Word(unescape(text), *map(float, box)) for *box, text in boxes)
        found.append(Page(float(width), float(height), tuple(words)))
    return found


@lru_cache(maxsize=32)  # a document that is made once is often read more than once
def _pdftotext(pdf: bytes, how: str) -> str:
    if shutil.which("pdftotext") is None:
        if os.environ.get("CI"):
            pytest.fail("pdftotext is missing")
        pytest.skip("pdftotext (poppler-utils) is not installed")
    made = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", how, "-", "-"], input=pdf, capture_output=True, check=True
    )
    return made.stdout.decode("utf-8")
