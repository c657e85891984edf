"""A case written as TOML that an expert can read and change, read into a Case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.band_text import (
    read_cijfer,
    read_fase,
    read_lane_order,
    read_regie,
)
from hgkm_desktop.exchange.event_text import read_event
from hgkm_desktop.exchange.references import References, references
from hgkm_desktop.models import content
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.records import (
    Beleving,
    Betrokkene,
    Deelnemer,
    Duidingsverschil,
    Lesson,
    Organisation,
    Reading,
    Record,
    StartCheck,
    Summary,
    ViolenceForm,
)
from hgkm_desktop.models.strict_toml import Table, parse
from hgkm_desktop.models.terms import (
    ActionStatus,
    AgeBand,
    Answer,
    AskedOfBoard,
    Audience,
    CaseState,
    Certainty,
    Level,
    Mark,
    Method,
    Outcome,
    RiskOf,
    SafetyOf,
)

MOST_SENTENCES = 5

_R = TypeVar("_R", bound=Record)


def read_case(text: str, *, name: str = "casus") -> Case:
    """The case of a text; `name` is what errors call the text.

    The same text always gives the same ids. Nothing is dropped: raises BadContent, naming table,
    entry and reason, for an unknown key or reference, a date that cannot be or a wrong word.
    """
    whole = parse(text, name)
    case, _ = case_in(whole)
    whole.done()
    return case


def case_in(whole: Table) -> tuple[Case, References]:
    """The case in a text that may hold more than a case, and what can be referred to in it.

    Raises BadContent.
    """
    casus = whole.table("casus")
    names = casus.texts("organisaties")
    if len(set(names)) < len(names):
        raise casus.problem("‘organisaties’ noemt dezelfde organisatie twee keer.")
    refs = references(casus.text("code"), whole, names)
    case = Case(
        id=refs.id_of("casus", ""),
        code=refs.code,
        title=casus.text("titel"),
        reason=casus.text("aanleiding", ""),
        organiser=casus.text("organisator", ""),
        methods=casus.terms("methoden", Method) or (Method.CASUSEVALUATIE,),
        state=casus.term("staat", CaseState, CaseState.IN_BEWERKING),
        created_on=casus.day("gemaakt_op"),
        keep_until=casus.day("bewaren_tot"),
        keep_reason=casus.text("bewaren_volgens", ""),
        violence=_violence(whole),
        life_areas=_life_areas(casus),
        start_check=_start_check(whole.table("startcheck")),
        betrokkenen=_records(whole, "betrokkene", _betrokkene, refs),
        organisations=_organisations(names, refs),
        deelnemers=_records(whole, "deelnemer", _deelnemer, refs),
        events=_records(whole, "gebeurtenis", read_event, refs),
        belevingen=_belevingen(whole, refs),
        verschillen=_records(whole, "verschil", _verschil, refs),
        lessons=_records(whole, "les", _lesson, refs),
        acties=_records(whole, "actie", _actie, refs),
        cijfers=_records(whole, "veiligheidscijfer", read_cijfer, refs),
        regie=_records(whole, "regie", read_regie, refs),
        fasen=_records(whole, "fase", read_fase, refs),
        summary=_summary(whole.table("samenvatting"), refs),
        t0_event_id=refs.one(casus, "t0", "gebeurtenis") if "t0" in casus.names else "",
        lane_order=read_lane_order(casus, refs),
    )
    casus.done()
    return case, refs


def _records(
    whole: Table, name: str, read: Callable[[Table, str, float, References], _R], refs: References
) -> tuple[_R, ...]:
    """The records written as [name.key], in the order of the text."""
    rows = whole.table(name)
    found = []
    for number, key in enumerate(rows.names, 1):
        row = rows.table(key)
        record = read(row, key, float(number), refs)
        row.done()
        found.append(_checked(record, row))
    return tuple(found)


def _checked(record: _R, row: Table) -> _R:
    try:
        check_record(record)
    except BadInput as problem:
        raise row.problem(f"{problem.what} {problem.todo}".strip()) from None
    return record


def _organisations(names: tuple[str, ...], refs: References) -> tuple[Organisation, ...]:
    return tuple(
        Organisation(refs.id_of("organisaties", name), float(number), name)
        for number, name in enumerate(names, 1)
    )


def _violence(whole: Table) -> tuple[ViolenceForm, ...]:
    """The vormen van geweld written as [geweldsvorm.id]."""
    rows = whole.table("geweldsvorm")
    known = {form.id for form in content.violence_forms()}
    found = []
    for form_id in rows.names:
        row = rows.table(form_id)
        if form_id not in known:
            raise row.problem("deze id staat niet in de lijst geweldsvormen.toml.")
        certainty = row.term("zekerheid", Certainty)
        found.append(ViolenceForm(form_id, certainty, row.text("door", "")))
        row.done()
    return tuple(found)


def _life_areas(casus: Table) -> tuple[str, ...]:
    found = casus.texts("leefgebieden")
    known = {area.id for area in content.life_areas()}
    for number, area_id in enumerate(found, 1):
        if area_id not in known:
            raise casus.problem(
                f"‘leefgebieden’, nummer {number}, staat niet in de lijst leefgebieden.toml."
            )
    return found


def _start_check(table: Table) -> StartCheck:
    check = StartCheck(
        procedure_running=table.term("procedure_loopt", Answer, Answer.ONBEKEND),
        procedure_note=table.text("procedure_toelichting", ""),
        board_decided=table.term("bestuur_besliste", Answer, Answer.ONBEKEND),
        heard=table.term("gehoord", Answer, Answer.ONBEKEND),
        heard_note=table.text("gehoord_toelichting", ""),
        legal_ground=table.text("grondslag", ""),
        rules_read=table.flag("spelregels_gelezen"),
    )
    table.done()
    return check


def _summary(table: Table, refs: References) -> Summary:
    """The samenvatting; belevingen are named as 'e05 school'."""
    summary = Summary(
        title=table.text("titel", ""),
        sentences=table.texts("zinnen"),
        children=table.text("kinderen", ""),
        questions=table.texts("vragen"),
        beleving_ids=refs.ids(table, "belevingen", "beleving"),
        verschil_ids=refs.ids(table, "verschillen", "verschil"),
    )
    if len(summary.sentences) > MOST_SENTENCES:
        raise table.problem(f"‘zinnen’ heeft er meer dan {MOST_SENTENCES}.")
    table.done()
    return summary


def _betrokkene(row: Table, key: str, seq: float, refs: References) -> Betrokkene:
    """A betrokkene; the key of the table is the role."""
    return Betrokkene(
        id=refs.id_of("betrokkene", key),
        seq=seq,
        role=key,
        age_band=row.term("leeftijd", AgeBand, AgeBand.ONBEKEND),
        is_child=row.flag("kind"),
    )


def _deelnemer(row: Table, key: str, seq: float, refs: References) -> Deelnemer:
    return Deelnemer(
        id=refs.id_of("deelnemer", key),
        seq=seq,
        organisation_id=refs.one(row, "organisatie", "organisaties"),
        function=row.text("functie", ""),
        involved_then=row.flag("toen_betrokken", default=True),
        involved_now=row.flag("nu_betrokken", default=True),
        is_manager=row.flag("leidinggevend"),
    )


def _belevingen(whole: Table, refs: References) -> tuple[Beleving, ...]:
    """The belevingen written as [beleving.event.deelnemer]."""
    by_event = whole.table("beleving")
    found: list[Beleving] = []
    for event_key in by_event.names:
        rows = by_event.table(event_key)
        event_id = refs.checked(rows, f"‘{event_key}’", "gebeurtenis", event_key)
        for key in rows.names:
            row = rows.table(key)
            deelnemer_id = refs.checked(row, f"‘{key}’", "deelnemer", key)
            beleving_id = refs.id_of("beleving", f"{event_key} {key}")
            seq = float(len(found) + 1)
            found.append(_beleving(row, (beleving_id, seq, event_id, deelnemer_id)))
    return tuple(found)


def _beleving(row: Table, who: tuple[str, float, str, str]) -> Beleving:
    beleving = Beleving(
        *who,
        mark=row.term("beleving", Mark),
        risk_of=row.term_if_any("risico_van", RiskOf),
        safety_of=row.terms("veiligheid_van", SafetyOf),
        explanation=row.text("toelichting", ""),
        now_different=row.text("nu_anders", ""),
        obstacle=_obstacle(row),
        needed_from=row.text("nodig_van", ""),
        audience=row.term("voor_wie", Audience, Audience.TAFEL),
    )
    row.done()
    return _checked(beleving, row)


def _obstacle(row: Table) -> str:
    """The label of the factor meant by an id or label; empty when not given."""
    typed = row.text("in_de_weg", "")
    labels = {spelling: o.label for o in content.obstacles() for spelling in (o.id, o.label)}
    if typed and typed not in labels:
        raise row.problem("‘in_de_weg’ staat niet in de lijst belemmeringen.toml.")
    return labels.get(typed, "")


def _verschil(row: Table, key: str, seq: float, refs: References) -> Duidingsverschil:
    readings = row.table("lezingen")
    return Duidingsverschil(
        id=refs.id_of("verschil", key),
        seq=seq,
        about=row.text("over"),
        readings=tuple(
            Reading(refs.checked(readings, f"‘{name}’", "organisaties", name), readings.text(name))
            for name in readings.names
        ),
        event_ids=refs.ids(row, "gebeurtenissen", "gebeurtenis"),
        surfaced=row.text("kwam_boven", ""),
        consequence=row.text("gevolg", ""),
        spoken_out=row.term("uitgesproken", Answer, Answer.ONBEKEND),
    )


def _lesson(row: Table, key: str, seq: float, refs: References) -> Lesson:
    return Lesson(
        id=refs.id_of("les", key),
        seq=seq,
        text=row.text("les"),
        explanation=row.text("toelichting", ""),
        event_ids=refs.ids(row, "gebeurtenissen", "gebeurtenis"),
        level=row.term("niveau", Level, Level.ORGANISATIE),
    )


def _actie(row: Table, key: str, seq: float, refs: References) -> Verbeteractie:
    return Verbeteractie(
        id=refs.id_of("actie", key),
        seq=seq,
        text=row.text("actie"),
        lesson_id=refs.one(row, "les", "les") if "les" in row.names else "",
        outcome=row.term("uitkomst", Outcome, Outcome.VERBETERACTIE),
        level=row.term("niveau", Level, Level.ORGANISATIE),
        asked=row.term_if_any("gevraagd", AskedOfBoard),
        owner=row.text("eigenaar", ""),
        owner_function=row.text("eigenaar_functie", ""),
        owner_at_table=row.term("eigenaar_aan_tafel", Answer, Answer.ONBEKEND),
        keeper=row.text("bewaker", ""),
        feasible=row.text("haalbaar", ""),
        due=row.day("voor"),
        status=row.term("stand", ActionStatus, ActionStatus.OPEN),
    )
