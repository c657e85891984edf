"""What the casusverslag says of the case itself: the start check, the household, the table."""

from __future__ import annotations

from hgkm_desktop.models import content as lists
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import count_text, day_text, list_text
from hgkm_desktop.models.records import Betrokkene, Deelnemer, ViolenceForm
from hgkm_desktop.models.terms import AgeBand, Answer
from hgkm_desktop.reports.case.casusverslag_blocks import capital, labelled
from hgkm_desktop.reports.case.notitie_parts import as_sentence, missing
from hgkm_desktop.reports.content import Block, Bullets, Item, Paragraph, Run

_PROCEDURE = {
    Answer.JA: "Er loopt een strafzaak, klacht, tuchtzaak of onderzoek naar een calamiteit.",
    Answer.NEE: "Er loopt geen strafzaak, klacht, tuchtzaak of onderzoek naar een calamiteit.",
}
_TAKES_PART = {
    (True, True): "toen en nu betrokken",
    (True, False): "toen betrokken, nu niet meer",
    (False, True): "nu betrokken, toen niet",
    (False, False): "zelf niet betrokken",
}


def start_check(case: Case) -> tuple[Block, ...]:
    """What was asked before the talk began; what nobody answered is said as such."""
    check, ground = case.start_check, case.start_check.legal_ground.strip()
    kept_by = case.keep_reason.strip()
    running = _PROCEDURE.get(check.procedure_running, "")
    said = [
        " ".join(part for part in (running, as_sentence(check.procedure_note)) if part),
        f"Grondslag om de gegevens te gebruiken: {as_sentence(ground)}" if ground else "",
        "De spelregels zijn voorgelezen." if check.rules_read else "",
        f"Bewaren tot {day_text(case.keep_until)}." if case.keep_until else "",
        f"Bewaren volgens: {as_sentence(kept_by)}" if kept_by else "",
    ]
    gaps = [
        "" if running else "of er een strafzaak, klacht, tuchtzaak of onderzoek loopt",
        "" if ground else "op welke grond de gegevens worden gebruikt",
        "" if check.rules_read else "of de spelregels zijn voorgelezen",
        "" if case.keep_until else "tot wanneer de casus wordt bewaard",
    ]
    return (*_bullets(said), *((missing("; ".join(filter(None, gaps))),) if any(gaps) else ()))


def _bullets(texts: list[str]) -> tuple[Bullets, ...]:
    items = tuple(Item((Run(text),)) for text in texts if text)
    return (Bullets(items),) if items else ()


def violence(case: Case) -> tuple[Block, ...]:
    """Each vorm van geweld, how sure it is and who says so."""
    names = {form.id: form.label for form in lists.violence_forms()}
    return labelled(
        (capital(names.get(form.form, form.form)), _how_sure(form)) for form in case.violence
    )


def _how_sure(form: ViolenceForm) -> str:
    by = form.by.strip()
    return f"{form.certainty.label}, volgens {by}" if by else form.certainty.label


def life_areas(case: Case) -> tuple[Block, ...]:
    """The leefgebieden with problems, and the type of problem where someone wrote it."""
    names = {area.id: area.label for area in lists.life_areas()}
    told = {one.area_id: as_sentence(one.text) for one in case.area_problems if one.text.strip()}
    areas = dict.fromkeys((*case.life_areas, *told))
    if not areas:
        return ()
    said = Paragraph(
        (Run(f"Er spelen problemen met: {list_text([names.get(a, a) for a in areas])}."),)
    )
    return (said, *labelled((capital(names.get(a, a)), told.get(a, "")) for a in areas))


def household(case: Case) -> tuple[Block, ...]:
    """The betrokkenen by role, with their age as a band."""
    if not case.betrokkenen:
        return (missing("wie de betrokkenen zijn"),)
    return _bullets([_person(betrokkene) for betrokkene in case.betrokkenen])


def _person(betrokkene: Betrokkene) -> str:
    known = betrokkene.age_band is not AgeBand.ONBEKEND
    age = betrokkene.age_band.label if known else ""
    return ", ".join(part for part in (capital(betrokkene.role), age) if part)


def table(case: Case) -> tuple[Block, ...]:
    """Which organisations sat at the table, and which are on the line only. Never functions."""
    if not case.deelnemers:
        return (missing("wie er aan tafel zaten"), *_others(case, set()))
    seats: dict[str, list[Deelnemer]] = {}
    for deelnemer in case.deelnemers:
        seats.setdefault(deelnemer.organisation_id, []).append(deelnemer)
    there = labelled((_seated(case, i, found), _took_part(found)) for i, found in seats.items())
    return (*there, *_managers(case), *_others(case, set(seats)))


def _seated(case: Case, organisation_id: str, found: list[Deelnemer]) -> str:
    name = capital(case.organisation(organisation_id).name)
    many = count_text(len(found), "deelnemer", "deelnemers")
    return f"{name} ({many})" if len(found) > 1 else name


def _took_part(found: list[Deelnemer]) -> str:
    """Whether an organisation was involved then and now, by any of its deelnemers."""
    return _TAKES_PART[any(d.involved_then for d in found), any(d.involved_now for d in found)]


def _managers(case: Case) -> tuple[Paragraph, ...]:
    many = sum(deelnemer.is_manager for deelnemer in case.deelnemers)
    if not many:
        return ()
    words = "Er zat een leidinggevende" if many == 1 else "Er zaten leidinggevenden"
    return (Paragraph((Run(f"{words} aan tafel."),)),)


def _others(case: Case, seated: set[str]) -> tuple[Paragraph, ...]:
    names = [o.name for o in case.organisations if o.id not in seated]
    if not names:
        return ()
    return (Paragraph((Run(f"Niet aan tafel, wel op de tijdlijn: {list_text(names)}."),)),)
