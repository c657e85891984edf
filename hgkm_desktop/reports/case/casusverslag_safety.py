"""What the casusverslag says of safety over time: the cijfers, who had the regie, the phases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hgkm_desktop.figures.chart import Chart, ChartKind, Series
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, list_text, number_text
from hgkm_desktop.models.moment import Moment
from hgkm_desktop.models.phases import PhaseSpan, safety_spans
from hgkm_desktop.models.records import Regie, Veiligheidscijfer
from hgkm_desktop.models.terms import Answer, Occurrence, RegieHolder, RegieKind
from hgkm_desktop.reports.case.casusverslag_blocks import (
    aside,
    capital,
    cell,
    filled_table,
    note,
)
from hgkm_desktop.reports.case.notitie_parts import as_sentence
from hgkm_desktop.reports.content import Block, Cell, Picture, Run, Tone
from hgkm_desktop.reports.let_through.dates import span_text

_MOST = 10.0
_HOUSEHOLD = "het hele gezin"
_SCORE_HEAD = ("Wanneer", "Cijfer", "Over", "Gegeven door", "Toelichting")
_REGIE_HEAD = ("Soort regie", "Bij wie", "Wanneer", "Toelichting")
_PHASE_HEAD = ("Fase", "Wanneer", "Toelichting")
_NOBODY = {RegieHolder.NIEMAND: "niemand", RegieHolder.ONDUIDELIJK: "onduidelijk bij wie"}
_HOW_TO_READ = (
    "Elk cijfer is een punt van wie het gaf. 0 is helemaal niet veilig, 10 is helemaal veilig. "
    "Er is geen gemiddelde: wie het cijfer gaf, hoort erbij."
)
_WHERE_PHASES_COME_FROM = (
    "Een fase loopt van de eerste tot de laatste gebeurtenis met die fase in dit verslag, tenzij "
    "iemand haar zelf vastlegde. Een fase kan terugkomen."
)
_NOT_SAID = "Wat hier niet staat, is niet ingevuld."


# --- veiligheidscijfers ---------------------------------------------------------------------


def scores(case: Case) -> tuple[Block, ...]:
    """The veiligheidscijfers as points per rater, with their numbers; never an average.

    Source: de methode, veiligheidscijfer (docs/bronnen.md, bron 3).
    """
    if not case.cijfers:
        return ()
    by_day = sorted(case.cijfers, key=_when)
    numbers = filled_table(
        _SCORE_HEAD,
        [_score_row(case, cijfer) for cijfer in by_day],
        (3.4, 1.6, 2.6, 4.0, 6.0),
    )
    dated = [cijfer for cijfer in by_day if cijfer.moment.is_known]
    if not dated:
        return (note(_HOW_TO_READ), numbers)
    caption = "Veiligheidscijfers per gever"
    return (note(_HOW_TO_READ), Picture(_chart(case, dated), _alt(dated), caption, numbers))


def _when(cijfer: Veiligheidscijfer) -> tuple[bool, date, float, str]:
    known = cijfer.moment.is_known
    return not known, cijfer.moment.middle if known else date.max, cijfer.seq, cijfer.id


def _chart(case: Case, dated: Sequence[Veiligheidscijfer]) -> Chart:
    names = list(dict.fromkeys(_series(case, cijfer) for cijfer in dated))
    series = tuple(
        Series(name, tuple(c.score if _series(case, c) == name else None for c in dated))
        for name in names
    )
    return Chart(
        ChartKind.POINTS,
        tuple(cijfer.moment.text(short=True) for cijfer in dated),
        series,
        "cijfer",
        most=_MOST,
        places=tuple(float(cijfer.moment.middle.toordinal()) for cijfer in dated),
    )


def _series(case: Case, cijfer: Veiligheidscijfer) -> str:
    """Who gave it, and about whom when that is not the whole household."""
    about = f", over {_about(case, cijfer)}" if cijfer.betrokkene_id else ""
    return f"{capital(_givers(case, cijfer))}{about}"


def _givers(case: Case, cijfer: Veiligheidscijfer) -> str:
    names = {organisation.id: organisation.name for organisation in case.organisations}
    known = [names[i] for i in cijfer.organisation_ids if i in names]
    return list_text(known) or "niet bekend wie"


def _about(case: Case, cijfer: Veiligheidscijfer) -> str:
    roles = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
    return roles.get(cijfer.betrokkene_id, _HOUSEHOLD)


def _alt(dated: Sequence[Veiligheidscijfer]) -> str:
    many = count_text(len(dated), "veiligheidscijfer", "veiligheidscijfers")
    first, last = dated[0].moment.text(), dated[-1].moment.text()
    days = first if first == last else f"van {first} tot en met {last}"
    return f"Grafiek met {many} als punten, van 0 tot 10, {days}. De cijfers staan in de tabel."


def _score_row(case: Case, cijfer: Veiligheidscijfer) -> tuple[Cell, ...]:
    whole = cijfer.score == int(cijfer.score)
    jointly = {Answer.JA: "samen bepaald", Answer.NEE: ""}.get(cijfer.jointly, "")
    said = [as_sentence(cijfer.note), "Bij het afsluiten van de hulp." if cijfer.at_closing else ""]
    return (
        cell(capital(cijfer.moment.text())),
        Cell((Run(number_text(cijfer.score, 0 if whole else 1), Tone.STRONG),)),
        cell(capital(_about(case, cijfer))),
        cell(capital(", ".join(part for part in (_givers(case, cijfer), jointly) if part))),
        cell(" ".join(part for part in said if part)),
    )


# --- regie and phases -----------------------------------------------------------------------


def regie(case: Case) -> tuple[Block, ...]:
    """Who had which kind of regie, with the time between of which nothing was filled in."""
    rows: list[tuple[Cell, ...]] = []
    for kind in RegieKind:
        found = sorted((r for r in case.regie if r.kind is kind), key=_begin)
        blank = _blanks([(record.start, _regie_end(record)) for record in found])
        name = cell(capital(kind.label))
        for place, record in enumerate(found):
            if place in blank:
                rows.append((name, aside("Niet ingevuld"), cell(blank[place]), Cell()))
            when = cell(capital(span_text(record)))
            rows.append((name, _held_by(case, record), when, cell(as_sentence(record.note))))
    if not rows:
        return ()
    return (filled_table(_REGIE_HEAD, rows, (3.4, 3.2, 4.4, 6.4)), note(_NOT_SAID))


def phases(case: Case) -> tuple[Block, ...]:
    """The safety phases in their order; what was needed and stayed empty is said in words.

    Source: de methode, veiligheidsfasen (docs/bronnen.md, bron 4, hoofdstuk 1).
    """
    spans = safety_spans(case)
    if not spans:
        return ()
    blank = _blanks([(span.start, _phase_end(span)) for span in spans])
    rows: list[tuple[Cell, ...]] = []
    for place, span in enumerate(spans):
        if place in blank:
            rows.append((aside("Geen fase bekend"), cell(blank[place]), Cell()))
        words = span.phase.label
        if span.occurrence is not Occurrence.GEBEURD:
            words = f"{span.occurrence.label}: {words}"
        rows.append((cell(capital(words)), cell(capital(span_text(span))), _why(case, span)))
    table = filled_table(_PHASE_HEAD, rows, (4.6, 5.0, 7.8))
    return (table, note(_WHERE_PHASES_COME_FROM))


def _held_by(case: Case, record: Regie) -> Cell:
    if record.holder in _NOBODY:
        return Cell((Run(capital(_NOBODY[record.holder]), Tone.STRONG),))
    return cell(capital(case.organisation(record.organisation_id).name))


def _why(case: Case, span: PhaseSpan) -> Cell:
    """The note of a phase that someone set by hand."""
    own = (span.phase, span.start, span.end, span.ongoing, span.occurrence)
    for fase in case.fasen:
        if (fase.phase, fase.start, fase.end, fase.ongoing, fase.occurrence) == own:
            return cell(as_sentence(fase.note))
    return Cell()


def _begin(record: Regie) -> tuple[bool, date, float, str]:
    known = record.start.is_known
    return not known, record.start.earliest if known else date.max, record.seq, record.id


def _regie_end(record: Regie) -> Moment | None:
    """Until when it surely lasted at most; None when it may have lasted until what followed."""
    if record.end is not None:
        return record.end
    return record.start if record.holder is RegieHolder.NIEMAND and not record.ongoing else None


def _phase_end(span: PhaseSpan) -> Moment | None:
    return None if span.ongoing else span.end or span.start


def _blanks(stretches: Sequence[tuple[Moment, Moment | None]]) -> dict[int, str]:
    """The place of each stretch before which a time is blank, with that time in words.

    The stretches come by their start. A blank is a day or more that no stretch can hold; after one
    without an end there is none.
    """
    found: dict[int, str] = {}
    reached: Moment | None = None
    for place, (start, end) in enumerate(stretches):
        if not start.is_known:
            continue
        if reached is not None and reached.latest + timedelta(days=1) < start.earliest:
            found[place] = f"Na {reached.text()}, tot {start.text()}"
        if end is None or not end.is_known:
            break
        reached = end if reached is None or end.latest > reached.latest else reached
    return found
