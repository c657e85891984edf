"""The cijferkaart: the figures of an area with what they say and do not say, as one to three pages.

Source: cijfers in beeld (docs/bronnen.md, bron 1).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from hgkm_desktop.methods.figure_duiding import counted, duiding_of, last_period, without_duiding
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.figures import Duiding, FigureIndicator, FigureSet, Period
from hgkm_desktop.models.leaving import stays_at_table
from hgkm_desktop.models.terms import CaseState
from hgkm_desktop.privacy.small_counts import threshold_of
from hgkm_desktop.reports.case.casusverslag_blocks import labelled, note
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import (
    Block,
    Document,
    Fact,
    Paragraph,
    ParagraphKind,
    Run,
    Section,
    Tone,
)
from hgkm_desktop.reports.figures.cijferkaart_block import (
    has_course,
    indicator_section,
    more_pictures,
    name_of,
)
from hgkm_desktop.reports.let_through.shown_figures import ShownFigures, shown_figures
from hgkm_desktop.reports.practice.leertafelblad_part import shortened
from hgkm_desktop.reports.practice.work_head import Head, Making, document, said
from hgkm_desktop.reports.writing.pdf import text_fits, title_excess

TITLE, SUBTITLE = "Cijfers in beeld", "Cijferkaart"
PAGES = 3
MOST_PICTURES = 6
_FEWEST_PICTURES = 3
_MOST_BESIDE = 2  # pictures of repeats and of published figures
# Characters and items: what is more than that is counted, and stands in the cijferoverzicht.
_NOTE, _INSIGHT, _INSIGHTS, _NAMES, _AREA = 600, 240, 3, 40, 80
_MOST_TRIED = 30  # more never have room: each takes at least 2,5 cm
_READ = (
    "Eén casus verklaart geen cijfer. Verschillende eenheden zijn niet op te tellen, en een "
    "gemeente niet bij haar regio. Een cijfer is alleen geschikt voor sturing als dat erbij staat."
)
_SMALL_TOO = "Hier staan ook kleine aantallen zoals ze zijn. Daarom blijft dit aan tafel."
_UNTOLD = "Zonder duiding wordt een cijfer niet afgedrukt"
_NO_ROOM = "Past niet op drie bladzijden; zie de tabel"
_MORE = "Meer: zie het cijferoverzicht"
_Told = tuple[FigureIndicator, Duiding]


@dataclass(frozen=True, slots=True)
class _Kaart:
    """What a cijferkaart can be filled with. `told` is in the order in which it gives way, last
    first: what may be steered by stands first, and then the order of the list."""

    paper: ShownFigures
    told: tuple[_Told, ...]
    untold: tuple[FigureIndicator, ...]
    insights: tuple[Section, ...]


def compose(figures: FigureSet, cases: Sequence[Case], making: Making) -> Document:
    """The document of a set; of a deelbare one no small count is in it, nor what gives one.

    `cases` are those that insights point at, as far as they can be read; what a case that is not
    deelbaar shows is left out. An indicator without a duiding is not printed, but named, and so
    is one that has no room on three pages. Pictures give way before indicators do, down to three.
    """
    area, threshold = shortened(figures.area, _AREA), threshold_of(making.settings)
    head = Head(
        code=figures.code,
        title=figures.title.strip() or TITLE,
        subtitle=f"{SUBTITLE} · {area}".removesuffix(" · "),
        signed=SUBTITLE,
        state=figures.state,
        facts=tuple(_facts(figures, area)),
        opening=(f"{_READ} {_small_words(figures, threshold)}",),
    )
    empty = replace(document(head, making, (), text_pages=PAGES), dense=True)
    empty = _with_short_title(empty)
    until = last_period(figures)
    if until is None:
        return replace(empty, sections=(Section("Cijfers", (missing("welke cijfers er zijn"),)),))
    return _filled(empty, _kaart(figures, cases, until, threshold))


def _small_words(figures: FigureSet, threshold: int) -> str:
    if stays_at_table(figures.state):
        return _SMALL_TOO
    return (
        f"Aantallen van 1 tot en met {threshold - 1} staan er als <{threshold}. Wat zo’n aantal "
        "zou verraden, staat er als ‘niet getoond’."
    )


def _with_short_title(made: Document) -> Document:
    """The document with a title of two lines at most."""
    excess = title_excess(made)
    room = max(len(made.title) - excess - 1, 1)
    return replace(made, title=shortened(made.title, room)) if excess else made


def _facts(figures: FigureSet, area: str) -> Iterator[Fact]:
    if area:
        yield Fact(figures.area_kind.label.capitalize(), area)
    periods = sorted({one.period for one in figures.figures})
    if periods:
        first, last = periods[0].text, periods[-1].text
        yield Fact("Periode", first if first == last else f"{first} tot en met {last}")


def _kaart(figures: FigureSet, cases: Sequence[Case], until: Period, threshold: int) -> _Kaart:
    told = [
        (one, duiding)
        for one in counted(figures, until)
        if (duiding := duiding_of(figures, one.id, until)) is not None
    ]
    told.sort(key=lambda pair: not pair[1].for_steering)
    insights = tuple(_insights(figures, [one for one, _ in told], cases))
    untold = without_duiding(figures, until)
    return _Kaart(shown_figures(figures, threshold), tuple(told), untold, insights)


# --- what has room ----------------------------------------------------------------------------


def _filled(empty: Document, kaart: _Kaart) -> Document:
    """As many indicators as three pages hold, and then as many pictures."""
    every = min(len(kaart.told), _MOST_TRIED)

    def made(count: int, pictures: int) -> Document:
        return replace(empty, sections=tuple(_sections(kaart, count, pictures)))

    if text_fits(found := made(every, MOST_PICTURES)):
        return found
    count, fewest = every, _FEWEST_PICTURES
    if not text_fits(made(every, fewest)):
        tried = range(1, every)
        count = bisect_left(tried, True, key=lambda n: not text_fits(made(n, fewest)))
    for pictures in range(MOST_PICTURES - 1, 0, -1):
        if text_fits(found := made(count, pictures)):
            return found
    return made(count, 0)


def _sections(kaart: _Kaart, count: int, pictures: int) -> Iterator[Section]:
    """The first `count` indicators, with `pictures` in all, and what is said of them together."""
    paper, kept = kaart.paper, kaart.told[:count]
    beside = min(max(pictures - _FEWEST_PICTURES, 0), _MOST_BESIDE)
    more = list(islice(more_pictures([one for one, _ in kept], paper), beside))
    left = pictures - len(more)
    for indicator, duiding in kept:
        has_picture = left > 0 and has_course(paper, indicator)
        left -= has_picture
        yield indicator_section(paper, indicator, duiding, has_picture=has_picture)
    if more:
        yield Section("Nader bekeken", tuple(block for blocks in more for block in blocks))
    yield from kaart.insights
    yield from _note(paper.figures.note)
    yield from _left_out(kaart, [one for one, _ in kaart.told[count:]])
    yield from _sources([one for one, _ in kept])


def _note(note_of: str) -> Iterator[Section]:
    """What was written of all figures together, as it was written unless it is long."""
    if not note_of.strip():
        return
    is_cut = len(note_of.strip()) > _NOTE
    words = shortened(note_of, _NOTE) if is_cut else note_of
    yield Section("Toelichting", said(words, ""), more=_MORE if is_cut else "")


def _left_out(kaart: _Kaart, no_room: Sequence[FigureIndicator]) -> Iterator[Section]:
    """Every indicator with figures that does not stand here, with why."""
    found = ((why, names) for why, names in ((_UNTOLD, kaart.untold), (_NO_ROOM, no_room)) if names)
    small = ParagraphKind.NOTE
    blocks = tuple(
        Paragraph((Run(f"{why}: ", Tone.STRONG), Run(f"{_names(names)}.")), small)
        for why, names in found
    )
    if blocks:
        yield Section("Weggelaten", blocks)


def _names(indicators: Sequence[FigureIndicator]) -> str:
    named = [f"‘{name_of(one)}’" for one in indicators[:_NAMES]]
    more = len(indicators) - len(named)
    return list_text([*named, f"nog {more} andere"] if more else named)


def _sources(indicators: Sequence[FigureIndicator]) -> Iterator[Section]:
    names = dict.fromkeys(one.source.strip() for one in indicators if one.source.strip())
    if names:
        yield Section("Bronnen", (note(shortened(as_sentence("; ".join(names)), _NOTE)),))


def _insights(
    figures: FigureSet, indicators: Sequence[FigureIndicator], cases: Sequence[Case]
) -> Iterator[Section]:
    """What deelbare cases show, without their story; how many are left out is said."""
    labels = {one.id: name_of(one) for one in indicators}
    may = {case.id for case in cases if case.state is CaseState.DEELBAAR}
    told_of = [one for one in figures.insights if one.indicator_id in labels and one.text.strip()]
    order = list(labels)
    told_of.sort(key=lambda one: order.index(one.indicator_id))
    shown_of = [one for one in told_of if one.case_id in may]
    kept = shown_of[:_INSIGHTS]
    pairs = ((labels[one.indicator_id], as_sentence(shortened(one.text, _INSIGHT))) for one in kept)
    blocks: tuple[Block, ...] = labelled(pairs)
    if more := len(shown_of) - len(kept):
        blocks += (note(f"Nog {more} staan in het cijferoverzicht."),)
    if len(shown_of) < len(told_of):
        blocks += (note("Wat casussen laten zien die niet deelbaar zijn, staat hier niet."),)
    if blocks:
        yield Section("Wat casussen laten zien", blocks)
