"""What casuïstiekonderzoek adds to an invented case: something in every section of the depth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hgkm_desktop.models.acties import Progress
from hgkm_desktop.models.case import Case, in_order
from hgkm_desktop.models.in_depth import (
    AreaProblem,
    ClientTalk,
    Criterion,
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.moment import in_month, in_year
from hgkm_desktop.models.records import (
    Record,
    new_id,
)
from hgkm_desktop.models.terms import (
    ActionStatus,
    AddedBy,
    Answer,
    Audience,
    FactorKind,
    Influence,
    Layer,
    Mark,
    Persistence,
    Pull,
    Scale,
)


def with_depth(case: Case) -> Case:
    """The case with radertjes, pairs, factors, punten and looks on its first events, for all."""
    marked = {beleving.event_id for beleving in case.belevingen}
    told = [e.id for e in in_order(case) if e.is_shown and e.id in marked]
    first, second, third = told[:3]
    said: dict[str, Any] = {"consent": Answer.JA, "audience": Audience.BESTUUR}
    moeder = case.betrokkenen[0].id if case.betrokkenen else ""
    records: tuple[Record, ...] = (
        Radertje(
            new_id(),
            1.0,
            "De juf bleef vragen hoe het echt ging",
            about="juf van groep 4",
            betrokkene_id=moeder,
            start=in_month(2020, 9),
            end=in_year(2021),
            influence=Influence.GROOT,
            in_sight=Answer.JA,
            event_ids=(first, third),
            **said,
        ),
        Radertje(new_id(), 2.0, "Een buurvrouw die 's avonds langskwam", ongoing=True, **said),
        Radertje(
            new_id(),
            3.0,
            "Steeds een ander gezicht aan de deur",
            Pull.HINDERDE,
            about="verschillende organisaties",
            start=in_year(2021),
            influence=Influence.MIDDEL,
            in_sight=Answer.NEE,
            **said,
        ),
        NaastElkaar(
            new_id(),
            1.0,
            "Niemand vroeg mij wat ik nodig had",
            "Er was geen ingang bij moeder",
            case.organisations[0].id if case.organisations else "",
            "De vragen gingen over vader; aan moeder is niets gevraagd.",
            event_ids=(second,),
            **said,
        ),
        FactorCode(new_id(), 1.0, "een_casusregie", event_id=first, note="vanaf het eerste plan"),
        FactorCode(
            new_id(), 2.0, own_words="Eén vast gezicht", kind=FactorKind.SUCCES, layer=Layer.STURING
        ),
        FactorCode(new_id(), 3.0, own_words="schulden bleven buiten beeld", event_id=third),
        CruciaalPunt(
            new_id(),
            1.0,
            second,
            "Dezelfde dag met moeder spreken",
            "Niemand wist wie dat deed",
            AddedBy.FOCUSGROEP,
            "focusgroep 1",
        ),
        FrisseBlik(new_id(), 1.0, second, "buitenstaander 1", Mark.RISICO, "Niemand vroeg door"),
        FrisseBlik(new_id(), 2.0, second, "buitenstaander 2", Mark.GOED),
    )
    for record in records:
        case = case.put(record)
    log = (
        Progress(date(2026, 2, 3), ActionStatus.BEZIG, "De afspraak staat op papier"),
        Progress(date(2026, 5, 12), ActionStatus.GEREED, "Het werkt in alle wijken"),
    )
    acties = tuple(replace(a, scale=Scale.REGIO, log=log) for a in case.acties[:1])
    return replace(
        case,
        acties=(*acties, *case.acties[1:]),
        selection_reason="Er waren veel overdrachten in korte tijd",
        household_type="gezin met schulden",
        area_problems=(AreaProblem("wonen", "Drie keer verhuisd in twee jaar"),),
        criteria=(
            Criterion("veiligheidsrisico", Answer.JA, "Twee keer een huisverbod"),
            Criterion("leefgebieden", Answer.JA),
        ),
        structurally_unsafe=Answer.JA,
        closed_well=Answer.NEE,
        persistence=Persistence.DEELS,
        persistence_reason="Het geweld stopte, de schulden bleven.",
        talk=ClientTalk(Answer.JA, "moeder", in_month(2026, 2), Answer.JA, "Bij haar thuis."),
    )
