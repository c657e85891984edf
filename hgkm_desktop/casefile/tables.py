"""Which records stand in which table, and how many of them a case may have."""

from __future__ import annotations

from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.exercise import Exercise
from hgkm_desktop.models.figures import FigureSet
from hgkm_desktop.models.in_depth import (
    CruciaalPunt,
    FactorCode,
    FrisseBlik,
    NaastElkaar,
    Radertje,
)
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.playing import Playing
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Event,
    Fase,
    Lesson,
    Organisation,
    Record,
    Regie,
    Veiligheidscijfer,
)
from hgkm_desktop.models.study import Study
from hgkm_desktop.models.terugkoppeling import Terugkoppeling
from hgkm_desktop.models.works import Value, Work

CASE_TABLE = "casus"
UITGAVE_TABLE, VERNIETIGING_TABLE = "uitgave", "vernietiging"
TABLE_OF: dict[type[Record], str] = {
    Betrokkene: "betrokkene",
    Organisation: "organisatie",
    Deelnemer: "deelnemer",
    Event: "gebeurtenis",
    Beleving: "beleving",
    Duidingsverschil: "duidingsverschil",
    Lesson: "les",
    Verbeteractie: "verbeteractie",
    Veiligheidscijfer: "veiligheidscijfer",
    Regie: "regie",
    Fase: "fase",
    Radertje: "radertje",
    NaastElkaar: "naast_elkaar",
    FactorCode: "factor_code",
    CruciaalPunt: "cruciaal_punt",
    FrisseBlik: "frisse_blik",
}

# A work is one row, with what is in it in columns of JSON.
WORK_TABLES: dict[type[Work], str] = {
    Study: "onderzoek",
    MeetingSeries: "overlegreeks",
    BoardTalk: "bestuursgesprek",
    Sample: "steekproef",
    Leertafel: "leertafel",
    Terugkoppeling: "terugkoppeling",
    FigureSet: "cijferoverzicht",
    Exercise: "oefening",
    Playing: "speelbeurt",
}

TABLES_OF_VALUES = frozenset((CASE_TABLE, *TABLE_OF.values(), *WORK_TABLES.values()))

MOST_RECORDS = 100_000  # of one case; more is not read and not written


def table_of(row: Value | Record) -> str:
    """The table in which a record, or the own fields of a value, stand."""
    tables: dict[type, str] = {Case: CASE_TABLE, **TABLE_OF, **WORK_TABLES}
    return tables[type(row)]


def stands_alone(table: str) -> bool:
    """Whether a row of this table is of no other one: it is a case or a work itself."""
    return table == CASE_TABLE or table in WORK_TABLES.values()
