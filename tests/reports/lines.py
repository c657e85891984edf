"""The tijdlijn document as tests make it: of an invented municipality, on a fixed day."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.reports.line.line_document import LineDocument, LineOptions, compose_line
from hgkm_desktop.reports.line.line_pdf import write_line

MADE_ON = date(2026, 1, 12)


def line_of(case: Case, **options: Any) -> LineDocument:
    """The tijdlijn of a case; the options are those of `LineOptions`."""
    settings = FileSettings(organisation="Gemeente Voorbeeldstad")
    return compose_line(case, LineOptions(**options), settings=settings, made_on=MADE_ON)


def line_pdf(case: Case, **options: Any) -> bytes:
    target = BytesIO()
    write_line(line_of(case, **options), target)
    return target.getvalue()
