"""How a user wants the line outside the program, and the sentence that says what that will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, number_text
from hgkm_desktop.models.records import FileSettings
from hgkm_desktop.models.terms import Term
from hgkm_desktop.reports.line_document import (
    LineDocument,
    LineOptions,
    PaperSize,
    Scale,
    compose_line,
)
from hgkm_desktop.reports.line_pdf import page_counts
from hgkm_desktop.timeline.choices import Band, Choices, LaneBy
from hgkm_desktop.timeline.layout import Window


class Form(Term):
    """What the line becomes."""

    A4 = ("a4", "pdf op A4, liggend")
    A3 = ("a3", "pdf op A3, liggend")
    SVG = ("svg", "afbeelding die scherp blijft (svg)")
    PNG = ("png", "afbeelding (png)")
    KLEMBORD = ("klembord", "afbeelding op het klembord")

    @property
    def is_pdf(self) -> bool:
        return self in (Form.A4, Form.A3)

    @property
    def suffix(self) -> str:
        return ".pdf" if self.is_pdf else f".{self.value}"


class Part(Term):
    """Which days."""

    HEEL = ("heel", "de hele lijn")
    BEELD = ("beeld", "alleen de dagen die nu in beeld zijn")


class Which(Term):
    """Which events. Without a choice of the user never less than all that may be shown."""

    ALLES = ("alles", "alle gebeurtenissen die getoond mogen worden")
    KEUZE = ("keuze", "alleen wat nu op het scherm is gekozen")
    SELECTIE = ("selectie", "alleen de gebeurtenissen die zijn geselecteerd")


SCALES: tuple[tuple[Scale | int, str], ...] = (
    (Scale.LEESBAAR, "zoveel pagina's als nodig om het te lezen"),
    (Scale.EEN_PAGINA, "op één pagina"),
    (92, "een kwartaal op elke pagina"),
    (183, "een half jaar op elke pagina"),
    (366, "een jaar op elke pagina"),
    (731, "twee jaar op elke pagina"),
    (1827, "vijf jaar op elke pagina"),
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that is asked in the dialog."""

    form: Form = Form.A4
    part: Part = Part.HEEL
    which: Which = Which.ALLES
    scale: Scale | int = Scale.LEESBAAR
    lane_by: LaneBy = LaneBy.ORGANISATIE
    bands: frozenset[Band] = Choices().bands


@dataclass(frozen=True, slots=True)
class Screen:
    """What the line shows when the dialog opens: its choices, its days and what is selected."""

    choices: Choices
    window: Window
    selected_ids: frozenset[str]

    def possible(self) -> tuple[Which, ...]:
        """The choices of events that differ from all of them."""
        found = [Which.ALLES]
        if self._narrows():
            found.append(Which.KEUZE)
        if self.selected_ids:
            found.append(Which.SELECTIE)
        return tuple(found)

    def _narrows(self) -> bool:
        shown = self.choices
        plain = Choices(lane_by=shown.lane_by, bands=shown.bands, gap_days=shown.gap_days)
        return shown != plain


def document_of(
    case: Case, wishes: Wishes, screen: Screen, *, organisation: str, made_on: date
) -> LineDocument:
    """The document that is wished for."""
    options = LineOptions(
        paper=PaperSize.A3 if wishes.form is Form.A3 else PaperSize.A4,
        choices=_choices(wishes, screen),
        scale=wishes.scale,
    )
    if wishes.part is Part.BEELD:
        first, last = days_in(screen.window)
        options = replace(options, first=first, last=last)
    settings = FileSettings(organisation=organisation)
    return compose_line(case, options, settings=settings, made_on=made_on)


def _choices(wishes: Wishes, screen: Screen) -> Choices:
    gap_days = screen.choices.gap_days if Band.STILTES in wishes.bands else 0
    plain = Choices(lane_by=wishes.lane_by, bands=wishes.bands, gap_days=gap_days)
    if wishes.which is Which.SELECTIE:
        return replace(plain, event_ids=screen.selected_ids)
    if wishes.which is Which.KEUZE:
        shown = screen.choices
        return replace(shown, lane_by=wishes.lane_by, bands=wishes.bands, gap_days=gap_days)
    return plain


def days_in(window: Window) -> tuple[date, date]:
    """The first and the last day of which a window shows something."""
    last = date.max.toordinal()
    first_day = max(min(floor(window.first), last), 1)
    last_day = max(min(ceil(window.last) - 1, last), first_day)
    return date.fromordinal(first_day), date.fromordinal(last_day)


def preview(document: LineDocument, form: Form) -> str:
    """What it will be, in words. Raises BadInput when it would be too many pages."""
    parts = [_size(document, form)]
    if document.selection:
        parts.append(f"{document.selection}.")
    if document.hidden:
        parts.append(f"{document.not_shown}.")
    return " ".join(parts)


def _size(document: LineDocument, form: Form) -> str:
    if not form.is_pdf:
        return "Dit wordt één afbeelding met de lijn, zonder de lijst."
    counts = page_counts(document)
    said = _pages(counts.line, counts.listed, document.options.paper.label)
    if counts.without_place:
        many = count_text(counts.without_place, "gebeurtenis staat", "gebeurtenissen staan")
        said += f" {many} dan alleen met het nummer op de lijn."
    return said


def _pages(line: int, listed: int, paper: str) -> str:
    if line + listed == 1:
        return f"Dit wordt 1 pagina {paper}."
    pages = f"Dit worden {number_text(line + listed)} pagina's {paper}"
    if not line:
        return f"{pages}, alleen met de lijst."
    if not listed:
        return f"{pages}."
    return f"{pages}: {line} met de lijn, {listed} met de lijst."
