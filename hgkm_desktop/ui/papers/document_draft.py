"""A document as it is wished for: its words, its pages, and what it leaves out. Knows no window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from hgkm_desktop.day_form import DayForm, saying
from hgkm_desktop.errors import HgkmError
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text
from hgkm_desktop.models.leaving import WHERE_TO_CHECK, stays_at_table
from hgkm_desktop.models.records import FileSettings, new_id
from hgkm_desktop.models.rounds import hides
from hgkm_desktop.models.terms import Audience, DocumentForm, DocumentKind
from hgkm_desktop.models.uitgave import Uitgave, fingerprint
from hgkm_desktop.reports.content import Document, gaps
from hgkm_desktop.reports.line.line_document import (
    LineDocument,
    LineOptions,
    PaperSize,
    Scale,
    compose_line,
)
from hgkm_desktop.reports.options import USUAL, Dates, DocumentOptions, chosen_words
from hgkm_desktop.timeline.choices import USUAL_BANDS, Band
from hgkm_desktop.ui.line.line_screen import Screen, Which, chosen_events

if TYPE_CHECKING:
    from hgkm_desktop.ui.parts.background import Progress

MOST_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that is asked of one document; what is after the options counts for the tijdlijn only."""

    kind: DocumentKind
    options: DocumentOptions = USUAL
    paper: PaperSize = PaperSize.A4
    scale: Scale | int = Scale.LEESBAAR
    which: Which = Which.ALLES
    bands: frozenset[Band] = USUAL_BANDS


def forms_of(kind: DocumentKind) -> tuple[DocumentForm, ...]:
    """What a document can be kept as: what people edit comes as text too."""
    is_line = kind is DocumentKind.TIJDLIJN
    return (DocumentForm.PDF,) if is_line else (DocumentForm.PDF, DocumentForm.ODT)


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that a document is made from; the same of it always gives the same bytes."""

    case: Case
    wishes: Wishes
    screen: Screen
    settings: FileSettings
    made_on: date
    version: int
    days: DayForm = DayForm.VOLUIT


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that was made and has not gone out; `left_out` says in sentences what it lacks.

    `certain` counts what is zeker still in a case whose papers stay at the table.
    """

    asked: Asked
    content: Document | LineDocument
    pdf: bytes
    left_out: tuple[str, ...]
    certain: int = 0

    def uitgave(self, form: DocumentForm, data: bytes, pages: int, case_rev: int) -> Uitgave:
        """What is recorded when it goes out in this form with these bytes."""
        asked = self.asked
        return Uitgave(
            id=new_id(),
            seq=0.0,
            kind=asked.wishes.kind,
            form=form,
            version=asked.version,
            made_on=asked.made_on,
            state=asked.case.state,
            title=self.content.title,
            hidden=self.content.hidden,
            total=len(asked.case.events),
            case_rev=case_rev,
            sha256=fingerprint(data),
            pages=pages if form is DocumentForm.PDF else 0,
        )


class StillTelling(HgkmError):
    """A case that is called deelbaar says something that surely tells who it is about, or a case
    in any state says where someone hides."""

    def __init__(self, what: str = "nog iets wat zeker herleidbaar is") -> None:
        super().__init__(
            f"In deze casus staat {what}. Daarom komt er geen document.",
            safe="De casus is niet veranderd.",
            todo=f"Vervang het of haal het weg: {WHERE_TO_CHECK}",
        )


class HidingAuthor(HgkmError):
    """The name that documents have says where someone hides."""

    def __init__(self) -> None:
        super().__init__(
            "De naam van de organisatie op documenten zegt waar iemand veilig zit. Daarom komt er "
            "geen document.",
            safe="De casus is niet veranderd.",
            todo="Geef bij Huisstijl een naam die dat niet verraadt.",
        )


def make_draft(asked: Asked, tell: Progress) -> Draft:
    """Make the pages. Raises BadInput when what is asked cannot be, HidingAuthor, and StillTelling
    when the case says what no paper may say: in any state where someone hides, and once it is
    deelbaar more."""
    with saying(asked.days):
        return _made(asked, tell)


def _made(asked: Asked, tell: Progress) -> Draft:
    from hgkm_desktop.reports.writing.pdf import missing_characters, title_excess, write_pdf

    certain = insist_nothing_surely_tells(asked.case)
    insist_on_author(asked.settings)
    target = BytesIO()
    if asked.wishes.kind is DocumentKind.TIJDLIJN:
        from hgkm_desktop.reports.line.line_pdf import write_line

        line = _line(asked)
        write_line(line, target, progress=tell)
        words = _left_out_of_line(asked, line, missing_characters(line))
        return Draft(asked, line, target.getvalue(), words, certain)
    made = _composed(asked)
    write_pdf(made, target, progress=tell)
    words = _left_out(asked, made, missing_characters(made), title_excess(made))
    return Draft(asked, made, target.getvalue(), words, certain)


def insist_nothing_surely_tells(case: Case) -> int:
    """Raise StillTelling when a case that may leave the table holds anything that is zeker, and
    when a case in any state says where someone hides: that may stand on no paper.

    Gives how often there is something that is zeker in a case whose papers stay at the table.

    A deelbare case was read through before; but the lists of the herleidbaarheidscheck grow, and a
    file can come from elsewhere.
    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    from hgkm_desktop.privacy.case_check import blocking
    from hgkm_desktop.privacy.terms import FindingKind

    found = blocking(case)
    if any(one.finding.kind is FindingKind.OPVANG for one in found):
        raise StillTelling("waar iemand veilig zit")
    if found and not stays_at_table(case.state):
        raise StillTelling
    return len(found)


def insist_on_author(settings: FileSettings) -> None:
    """Raise HidingAuthor when the name on every page says where someone hides."""
    from hgkm_desktop.privacy.case_check import tells_where_someone_hides

    if tells_where_someone_hides(settings.organisation):
        raise HidingAuthor


def make_odt(draft: Draft, tell: Progress) -> bytes:
    """The same document as text that can be edited. Not for the tijdlijn."""
    from hgkm_desktop.reports.writing.odt import write_odt

    assert isinstance(draft.content, Document)
    target = BytesIO()
    with saying(draft.asked.days):
        write_odt(draft.content, target, progress=tell)
    return target.getvalue()


def _composed(asked: Asked) -> Document:
    if asked.wishes.kind is DocumentKind.CASUSVERSLAG:
        from hgkm_desktop.reports.case.casusverslag import compose
    elif asked.wishes.kind is DocumentKind.RADERTJES:
        from hgkm_desktop.reports.case.radertjes import compose
    else:
        from hgkm_desktop.reports.case.gespreksnotitie import compose
    return compose(
        asked.case,
        settings=asked.settings,
        made_on=asked.made_on,
        version=asked.version,
        options=asked.wishes.options,
    )


def _line(asked: Asked) -> LineDocument:
    wishes = asked.wishes
    options = LineOptions(
        paper=wishes.paper,
        choices=chosen_events(wishes.which, wishes.options.lane_by, wishes.bands, asked.screen),
        first=wishes.options.first,
        last=wishes.options.last,
        scale=wishes.scale,
        dates=wishes.options.dates,
    )
    return compose_line(
        asked.case,
        options,
        settings=asked.settings,
        made_on=asked.made_on,
        version=asked.version,
    )


# --- what is left out, in words ---------------------------------------------------------------


def _left_out(
    asked: Asked, made: Document, missing: tuple[str, ...], excess: int
) -> tuple[str, ...]:
    too_long = f"De titel is {count_text(excess, 'teken', 'tekens')} te lang voor twee regels."
    chosen = chosen_words(asked.wishes.kind, asked.wishes.options)
    events = _not_shown(made.hidden, made.total)
    title = too_long if excess else ""
    kept = _kept_at_table(asked.case)
    lived = _lived_not_for_board(asked)
    why = (events, kept, lived, _hidden(asked), _later(asked), chosen)
    return tuple(words for words in (*why, title, _gaps(made), _boxes(missing)) if words)


def _left_out_of_line(
    asked: Asked, line: LineDocument, missing: tuple[str, ...]
) -> tuple[str, ...]:
    selection = f"{line.selection}." if line.selection else ""
    events = f"{line.not_shown}." if line.hidden else _not_shown(0, len(line.case.events))
    dates = line.options.dates
    coarser = f"Data {dates.label}." if dates is not Dates.BEKEND else ""
    said = (events, _hidden(asked), _later(asked), selection, coarser, _boxes(missing))
    return tuple(words for words in said if words)


def _not_shown(hidden: int, total: int) -> str:
    told = count_text(total, "gebeurtenis", "gebeurtenissen")
    if hidden:
        return f"{hidden} van {told} niet getoond."
    return "Alle gebeurtenissen staan erin." if total else "Er zijn nog geen gebeurtenissen."


def _kept_at_table(case: Case) -> str:
    """How many events are 'alleen aan tafel' in a case that may leave it, and how to change it."""
    from hgkm_desktop.reports.case.document_head import kept_at_table

    kept = kept_at_table(case)
    if not kept:
        return ""
    events = "1 gebeurtenis is" if kept == 1 else f"{kept} gebeurtenissen zijn"
    return (
        f"{events} ‘alleen aan tafel’. Moet dat anders? Kies gebeurtenissen op de tijdlijn of in "
        "de tabel (Ctrl+A kiest alles). Druk op Ctrl+E en kies bij ‘Voor wie is dit’."
    )


def _lived_not_for_board(asked: Asked) -> str:
    """How many chosen belevingen are not on a notitie that may leave, and where to change it."""
    from hgkm_desktop.reports.let_through.shown import kept_from_board

    if asked.wishes.kind is not DocumentKind.GESPREKSNOTITIE:
        return ""
    count = len(kept_from_board(asked.case))
    if not count:
        return ""
    told = count_text(count, "gekozen beleving", "gekozen belevingen")
    if stays_at_table(asked.case.state):
        verb = "valt" if count == 1 else "vallen"
        return f"Is de casus deelbaar, dan {verb} {told} weg. Bij 7 Samenvatting leest u waarom."
    verb = "staat" if count == 1 else "staan"
    return f"{told} {verb} er niet op. Bij 7 Samenvatting leest u waarom, en wat u kunt doen."


def _hidden(asked: Asked) -> str:
    return "De blinde ronde loopt nog: de belevingen staan er niet in." if hides(asked.case) else ""


def _later(asked: Asked) -> str:
    """How many of the events that are shown now will be left out once the case is deelbaar."""
    if not stays_at_table(asked.case.state):
        return ""
    notitie = asked.wishes.kind is DocumentKind.GESPREKSNOTITIE
    may = (Audience.BESTUUR,) if notitie else (Audience.VERSLAG, Audience.BESTUUR)
    count = sum(event.is_shown and event.audience not in may for event in asked.case.events)
    if not count:
        return ""
    verb, why = ("valt", "is") if count == 1 else ("vallen", "zijn")
    meant = "niet voor bestuur" if notitie else "alleen aan tafel"
    told = count_text(count, "gebeurtenis", "gebeurtenissen")
    return f"Is de casus deelbaar, dan {verb} {told} weg: die {why} {meant}."


def _gaps(made: Document) -> str:
    """How often the paper says that something is not filled in yet: who reads it will see that."""
    count = gaps(made)
    if not count:
        return ""
    often = "Eén keer" if count == 1 else f"{count} keer"
    return f"{often} staat er ‘Nog niet ingevuld’ op dit papier. Wat ontbreekt, staat erbij."


def _boxes(missing: tuple[str, ...]) -> str:
    """Which characters become a box, and how many more when there are a great many."""
    if not missing:
        return ""
    more = len(missing) - MOST_CHARACTERS
    rest = f" en nog {more} andere" if more > 0 else ""
    listed = " ".join(missing[:MOST_CHARACTERS])
    return f"Deze tekens heeft het lettertype niet, er komt een leeg vakje: {listed}{rest}."
