"""How a user wants the line as a picture, and the sentence that says what that will be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import Term
from hgkm_desktop.reports.line.line_document import LineDocument, LineOptions, Scale, compose_line
from hgkm_desktop.timeline.choices import USUAL_BANDS, Band, LaneBy
from hgkm_desktop.ui.line.line_screen import Screen, Which, chosen_events


class Form(Term):
    """What the line becomes."""

    SVG = ("svg", "afbeelding die scherp blijft (svg)")
    PNG = ("png", "afbeelding (png)")
    KLEMBORD = ("klembord", "afbeelding op het klembord")

    @property
    def suffix(self) -> str:
        return f".{self.value}"


class Part(Term):
    """Which days."""

    HEEL = ("heel", "de hele lijn")
    BEELD = ("beeld", "alleen de dagen die nu in beeld zijn")


@dataclass(frozen=True, slots=True)
class PictureWishes:
    """All that is asked in the dialog."""

    form: Form = Form.SVG
    part: Part = Part.HEEL
    which: Which = Which.ALLES
    scale: Scale | int = Scale.LEESBAAR
    lane_by: LaneBy = LaneBy.ORGANISATIE
    bands: frozenset[Band] = USUAL_BANDS


def document_of(
    case: Case, wishes: PictureWishes, screen: Screen, *, organisation: str, made_on: date
) -> LineDocument:
    """The document that the picture is drawn from."""
    first, last = screen.days() if wishes.part is Part.BEELD else (None, None)
    options = LineOptions(
        choices=chosen_events(wishes.which, wishes.lane_by, wishes.bands, screen),
        first=first,
        last=last,
        scale=wishes.scale,
    )
    settings = FileSettings(organisation=organisation)
    return compose_line(case, options, settings=settings, made_on=made_on)


def preview(document: LineDocument) -> str:
    """What it will be, in words."""
    parts = ["Dit wordt één afbeelding met de lijn, zonder de lijst."]
    if document.selection:
        parts.append(f"{document.selection}.")
    if document.hidden:
        parts.append(f"{document.not_shown}.")
    return " ".join(parts)
