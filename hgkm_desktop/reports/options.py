"""What a user chooses for a document: its sections, its lanes, its period and its dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.dutch import day_text, list_text
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.moment import month_end, quarter_of
from hgkm_desktop.models.terms import CaseState, DocumentKind, Term
from hgkm_desktop.timeline.choices import LaneBy


class Dates(Term):
    """How exact the dates in a document are; never more exact than they are known."""

    BEKEND = ("bekend", "zo precies als bekend")
    MAAND = ("maand", "op de maand")
    KWARTAAL = ("kwartaal", "op het kwartaal")
    JAAR = ("jaar", "op het jaar")
    RELATIEF = ("relatief", "ten opzichte van T0")


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a document is wanted.

    `sections` holds the keys of `sections_of`; None for all there are. `first` and `last` are
    days, both included; what lies outside is left out and counted as not shown. Raises BadInput
    when the last day comes before the first.
    """

    sections: frozenset[str] | None = None
    lane_by: LaneBy = LaneBy.ORGANISATIE
    first: date | None = None
    last: date | None = None
    dates: Dates = Dates.BEKEND

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise BadInput("De laatste dag ligt voor de eerste dag.", todo="Draai ze om.")

    def has(self, key: str) -> bool:
        """Whether the section with this key is wanted."""
        return self.sections is None or key in self.sections


USUAL = DocumentOptions()

TITLE_OF_NOTITIE = {
    "zinnen": "In vijf zinnen",
    "goed": "Wat ging goed",
    "niet_oke": "Wat was niet oké",
    "risico": "Waar was veiligheid in het geding, en van wie",
    "verschillen": "Waar organisaties het anders zagen",
    "lessen": "Wat wij leren",
    "vragen": "Vragen voor uw gesprek",
    "tijdlijn": "Tijdlijn",
}
TITLE_OF_VERSLAG = {
    "zinnen": "In vijf zinnen",
    "kinderen": "Wat betekende dit voor de kinderen",
    "startcheck": "Startcheck",
    "geweld": "Vormen van geweld",
    "leefgebieden": "Leefgebieden",
    "criteria": "Meer problemen tegelijk",
    "selectie": "Wat voor casus dit is",
    "gezin": "Gezin en netwerk",
    "deelnemers": "Organisaties en deelnemers",
    "gesprek": "Gesprek met de betrokkene",
    "tijdlijn": "Tijdlijn",
    "gebeurtenissen": "Wat er gebeurde",
    "belevingen": "Belevingen bij de gebeurtenissen",
    "radertjes": "Radertjes",
    "naast_elkaar": "Naast elkaar",
    "factoren": "Factoren",
    "punten": "Cruciale punten",
    "blikken": "Frisse blik",
    "verschillen": "Waar organisaties het anders zagen",
    "cijfers": "Hoe veilig was het",
    "regie": "Wie had de regie",
    "fasen": "Fasen van veiligheid",
    "voortbestaan": "Bestaat het voort, of is het opgelost",
    "lessen": "Wat wij leren",
    "acties": "Verbeteracties",
    "vragen": "Vragen voor het gesprek",
}
_TITLES: dict[DocumentKind, dict[str, str]] = {
    DocumentKind.GESPREKSNOTITIE: TITLE_OF_NOTITIE,
    DocumentKind.CASUSVERSLAG: TITLE_OF_VERSLAG,
    DocumentKind.TIJDLIJN: {},
    DocumentKind.RADERTJES: {},
}


def sections_of(kind: DocumentKind) -> tuple[tuple[str, str], ...]:
    """The key and the title of each section that may be left out, in the order of the document.

    Not in it is what a document always says: in the gespreksnotitie the children, whether
    betrokkenen were heard, and what is asked (docs/bronnen.md, bron 1).
    """
    return tuple(_TITLES[kind].items())


def left_out(kind: DocumentKind, options: DocumentOptions) -> tuple[str, ...]:
    """The titles of the sections that are not wanted."""
    return tuple(title for key, title in sections_of(kind) if not options.has(key))


def chosen_words(kind: DocumentKind, options: DocumentOptions) -> str:
    """What was chosen and what was left out by it, in one or more sentences; '' for the usual.

    It stands on the paper: who misses something must see that it was left out.
    """
    gone = left_out(kind, options)
    said = [
        _only_of(options),
        f"Data {options.dates.label}." if _is_coarser(kind, options) else "",
        f"Weggelaten: {list_text([f'‘{title}’' for title in gone])}." if gone else "",
    ]
    return " ".join(words for words in said if words)


def _is_coarser(kind: DocumentKind, options: DocumentOptions) -> bool:
    """Whether dates are less exact than they usually are in such a document."""
    usual = Dates.MAAND if kind is DocumentKind.GESPREKSNOTITIE else Dates.BEKEND
    return options.dates not in (Dates.BEKEND, usual)


def _only_of(options: DocumentOptions) -> str:
    """Which part of time it is about; without its days where no calendar date is said."""
    if not _period(options):
        return ""
    if options.dates is Dates.RELATIEF:
        return "Alleen een deel van de tijd."
    return f"Alleen wat valt in de periode {_period(options)}."


def _period(options: DocumentOptions) -> str:
    first, last = days_of(options)
    if first and last:
        return f"{day_text(first)} – {day_text(last)}"
    if first:
        return f"vanaf {day_text(first)}"
    return f"tot en met {day_text(last)}" if last else ""


def days_of(options: DocumentOptions) -> tuple[date | None, date | None]:
    """The first and the last day of the period, as a document with these dates may say them."""
    return whole_days(options.first, options.last, options.dates)


def whole_days(
    first: date | None, last: date | None, dates: Dates
) -> tuple[date | None, date | None]:
    """The days of a period, widened to whole months, quarters or years when dates are no more
    exact than that: who was left out would else tell the day."""
    if dates is Dates.MAAND:
        return first and first.replace(day=1), last and month_end(last.year, last.month)
    if dates is Dates.KWARTAAL:
        return first and quarter_of(first).earliest, last and quarter_of(last).latest
    if dates is Dates.JAAR:
        return first and first.replace(month=1, day=1), last and last.replace(month=12, day=31)
    return first, last


def no_finer_than_month(options: DocumentOptions) -> DocumentOptions:
    """The same options for a document that never says a day."""
    return replace(options, dates=Dates.MAAND) if options.dates is Dates.BEKEND else options


def dates_for(kind: DocumentKind, state: CaseState) -> tuple[Dates, ...]:
    """How exact the dates of such a document can be, the usual first: to the day only on paper
    that stays at the table.

    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    may_say_days = stays_at_table(state) and kind is not DocumentKind.GESPREKSNOTITIE
    return tuple(dates for dates in Dates if may_say_days or dates is not Dates.BEKEND)


def fitting(options: DocumentOptions, state: CaseState) -> DocumentOptions:
    """The same options, with no day said when the paper may leave the table."""
    return options if stays_at_table(state) else no_finer_than_month(options)
