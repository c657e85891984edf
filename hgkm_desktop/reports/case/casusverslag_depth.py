"""What the casusverslag says of the depth of a case: why it was chosen, radertjes, factors, punten.

A section of which nothing was filled in says nothing: not every method asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import list_text
from hgkm_desktop.models.factors import Factor, criteria, factor_of
from hgkm_desktop.models.in_depth import Criterion, CruciaalPunt, FactorCode, FrisseBlik, Radertje
from hgkm_desktop.models.in_row import in_row
from hgkm_desktop.models.terms import Answer, FactorKind, Layer, Mark, Persistence, Pull
from hgkm_desktop.reports.case.casusverslag_blocks import capital, cell, filled_table, labelled
from hgkm_desktop.reports.case.notitie_parts import as_sentence, number_list
from hgkm_desktop.reports.content import (
    Block,
    Cell,
    Paragraph,
    ParagraphKind,
    Run,
    Table,
    TableKind,
    Tone,
)
from hgkm_desktop.reports.let_through.dates import span_text
from hgkm_desktop.reports.let_through.shown import printed_numbers

SIDES = {Pull.HIELP: "+  Wat hielp", Pull.HINDERDE: "−  Wat zat in de weg"}
_GEAR_HEAD = ("Wat", "Wie of wat", "Invloed", "Wanneer", "Op het vizier")
_GEAR_WIDTHS = (5.6, 3.4, 2.6, 3.4, 2.6)
_PAIR_HEAD = ("De betrokkene zegt", "Professionals zeggen", "Wat beide verklaart")
_FACTOR_HEAD = ("Factor", "Soort", "Laag", "Waar", "Toelichting")
_FACTOR_WIDTHS = (4.6, 3.4, 3.6, 3.6, 4.2)
_PUNT_HEAD = ("Gebeurtenis", "Wat wenselijk was", "Waarom dat toen niet gebeurde", "Van wie")
_PUNT_WIDTHS = (4.4, 5.0, 5.4, 2.8)
_LOOK_HEAD = ("Gebeurtenis", "Aan tafel", "Frisse blik")


def chosen_because(case: Case) -> tuple[Block, ...]:
    """Why this case was chosen for a study, and what sort of case it is."""
    return labelled(
        (
            ("Waarom deze casus", as_sentence(case.selection_reason)),
            ("Type huishouden", as_sentence(case.household_type)),
            ("Structureel onveilig", _answer(case.structurally_unsafe)),
            ("Positief afgesloten", _answer(case.closed_well)),
        )
    )


def met_criteria(case: Case) -> tuple[Block, ...]:
    """Which criteria of multiproblematiek hold, and on what ground."""
    names = {known.id: known.label for known in criteria()}
    return labelled(
        (capital(names.get(one.criterion_id, one.criterion_id)), _criterion(one))
        for one in case.criteria
    )


def _criterion(criterion: Criterion) -> str:
    ground = as_sentence(criterion.ground)
    if criterion.met is Answer.ONBEKEND and not ground:
        return ""
    return f"{criterion.met.label}. {ground}".strip()


def talk(case: Case) -> tuple[Block, ...]:
    """Whether there was a talk with the person concerned, with whom and when."""
    held, note = case.talk.held, as_sentence(case.talk.note)
    if held is Answer.ONBEKEND:
        return ()
    who = f" met {case.talk.who.strip()}" if case.talk.who.strip() else ""
    when = f" ({case.talk.moment.text()})" if case.talk.moment.is_known else ""
    no = "Er was geen gesprek met de betrokkene."
    said = f"Er was een gesprek{who or ' met de betrokkene'}{when}." if held is Answer.JA else no
    return (Paragraph((Run(f"{said} {note}".strip()),)),)


def radertjes(case: Case) -> tuple[Block, ...]:
    """The board: what helped in the eyes of the person concerned, and what was in the way."""
    sides = {pull: [r for r in in_row(case.radertjes) if r.pull is pull] for pull in Pull}
    tables: list[Block] = [_side(case, pull, found) for pull, found in sides.items() if found]
    if not tables:
        return ()
    said = "Door de ogen van de betrokkene. Alleen met toestemming staat het hier."
    return (Paragraph((Run(said),), ParagraphKind.NOTE), *tables)


def _side(case: Case, pull: Pull, found: Iterable[Radertje]) -> Table:
    """One side; both have the same columns, so that one stands under the other."""
    return Table(
        TableKind.PLAIN,
        _GEAR_HEAD,
        tuple(_gear_row(case, radertje) for radertje in found),
        widths=_GEAR_WIDTHS,
        row_heads=True,
        caption=SIDES[pull],
    )


def _gear_row(case: Case, radertje: Radertje) -> tuple[Cell, ...]:
    roles = {betrokkene.id: betrokkene.role for betrokkene in case.betrokkenen}
    whose, felt = roles.get(radertje.betrokkene_id, ""), radertje.influence
    asides = [f"volgens {whose}" if whose else "", _where(case, radertje.event_ids)]
    aside = "; ".join(filter(None, asides))
    more = (Run(f" ({aside})", Tone.ASIDE),) if aside else ()
    return (
        Cell((Run(radertje.text.strip()), *more)),
        cell(radertje.about.strip()),
        cell(felt.label),
        cell(span_text(radertje) if radertje.start.is_known or radertje.ongoing else ""),
        cell(radertje.in_sight.label),
    )


def _where(case: Case, event_ids: Iterable[str]) -> str:
    """'gebeurtenis 3 en 5', of the events that are in this document."""
    number = printed_numbers(case)
    found = sorted({number[event_id] for event_id in event_ids if event_id in number})
    if not found:
        return ""
    word = "gebeurtenis" if len(found) == 1 else "gebeurtenissen"
    return f"{word} {number_list(found)}"


def pairs(case: Case) -> tuple[Block, ...]:
    """A sentence of the person concerned beside one of professionals, with what explains both."""
    names = {organisation.id: organisation.name for organisation in case.organisations}
    rows = []
    for pair in in_row(case.naast_elkaar):
        by, where = names.get(pair.organisation_id, ""), _where(case, pair.event_ids)
        who = (Run(f" ({by})", Tone.ASIDE),) if by and pair.professionals.strip() else ()
        at = (Run(f" ({where})", Tone.ASIDE),) if where else ()
        theirs = (Run(as_sentence(pair.professionals)), *who) if pair.professionals.strip() else ()
        client = (Run(as_sentence(pair.client)), *at)
        rows.append((Cell(client), Cell(theirs), cell(as_sentence(pair.explanation))))
    return (filled_table(_PAIR_HEAD, rows, (1.0, 1.0, 1.0)),) if rows else ()


def factors(case: Case) -> tuple[Block, ...]:
    """Each factor once, with the events in which someone saw it."""
    found: dict[tuple[FactorKind, Layer, str], list[FactorCode]] = {}
    for code in in_row(case.codes):
        factor = factor_of(code)
        found.setdefault((factor.kind, factor.layer, factor.label.casefold()), []).append(code)
    kinds, layers = list(FactorKind), list(Layer)
    order = sorted(found, key=lambda key: (kinds.index(key[0]), layers.index(key[1])))
    rows = [_factor_row(case, factor_of(found[key][0]), found[key]) for key in order]
    return (filled_table(_FACTOR_HEAD, rows, _FACTOR_WIDTHS),) if rows else ()


def _factor_row(case: Case, factor: Factor, codes: list[FactorCode]) -> tuple[Cell, ...]:
    where = [_where(case, (code.event_id for code in codes))]
    where += ["" if all(code.event_id for code in codes) else "de casus als geheel"]
    notes = " ".join(filter(None, (as_sentence(code.note) for code in codes)))
    return (
        cell(capital(factor.label)),
        cell(capital(factor.kind.label)),
        cell(capital(factor.layer.label)),
        cell(capital("; ".join(filter(None, where)))),
        cell(notes),
    )


def punten(case: Case) -> tuple[Block, ...]:
    """Where other action was wanted, and why it was not taken then, in the order of the line."""
    number = printed_numbers(case)
    order = sorted(case.punten, key=lambda punt: (number[punt.event_id], punt.seq))
    rows = [_punt_row(case, punt) for punt in order]
    return (filled_table(_PUNT_HEAD, rows, _PUNT_WIDTHS),) if rows else ()


def _punt_row(case: Case, punt: CruciaalPunt) -> tuple[Cell, ...]:
    return (
        cell(_event_words(case, punt.event_id)),
        cell(as_sentence(punt.wanted)),
        cell(as_sentence(punt.why_not)),
        cell(capital(punt.added_at.strip() or punt.added_by.label)),
    )


def _event_words(case: Case, event_id: str) -> str:
    return f"{printed_numbers(case)[event_id]}. {case.event(event_id).title_in_full}"


def fresh_looks(case: Case) -> tuple[Block, ...]:
    """How outsiders marked events beside how the table did. Each mark of the table is named once,
    and none is counted (docs/bronnen.md, bron 4)."""
    number = printed_numbers(case)
    looks: dict[str, list[FrisseBlik]] = {}
    for blik in sorted(in_row(case.blikken), key=lambda one: number[one.event_id]):
        looks.setdefault(blik.event_id, []).append(blik)
    rows = [
        (
            cell(_event_words(case, event_id)),
            cell(_at_table(case, event_id)),
            cell(" ".join(_look_words(look) for look in found)),
        )
        for event_id, found in looks.items()
    ]
    return (filled_table(_LOOK_HEAD, rows, (1.2, 1.0, 1.6)),) if rows else ()


def _at_table(case: Case, event_id: str) -> str:
    marks = {b.mark for b in case.belevingen if b.event_id == event_id}
    is_hidden = case.round.open and case.round.blind
    if not marks:
        return "nog verborgen" if is_hidden else "geen beleving in dit verslag"
    return list_text([mark.label for mark in Mark if mark in marks])


def _look_words(look: FrisseBlik) -> str:
    return f"{capital(look.viewer.strip())}: {look.mark.label}. {as_sentence(look.text)}".strip()


def persistence(case: Case) -> tuple[Block, ...]:
    """Whether the problems go on or were solved, and why."""
    reason = as_sentence(case.persistence_reason)
    if case.persistence is Persistence.ONBEKEND and not reason:
        return ()
    said = persistence_words(case)
    strong = (Run(f"{said} ", Tone.STRONG),) if said else ()
    return (Paragraph((*strong, Run(reason))),)


def persistence_words(case: Case) -> str:
    """What became of the problems in one sentence; '' when nobody said."""
    return {
        Persistence.VOORTBESTAAT: "De problemen bestaan voort.",
        Persistence.DEELS: "De problemen zijn deels opgelost.",
        Persistence.OPGELOST: "De problemen zijn opgelost.",
    }.get(case.persistence, "")


def _answer(answer: Answer) -> str:
    return "" if answer is Answer.ONBEKEND else answer.label
