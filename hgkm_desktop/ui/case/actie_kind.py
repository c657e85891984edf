"""The dialog of a verbeteractie, in a case or a work, and the list of those of a work."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hgkm_desktop.errors import BadInput
from hgkm_desktop.models.acties import Verbeteractie
from hgkm_desktop.models.checks import check_record
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.leertafel import Leertafel
from hgkm_desktop.models.practice import BoardTalk, Sample
from hgkm_desktop.models.records import new_id
from hgkm_desktop.models.terms import ActionStatus, Answer, AskedOfBoard, Level, Outcome, Scale
from hgkm_desktop.ui.parts.date_fields import DeadlineField
from hgkm_desktop.ui.parts.fields import Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.parts.form_dialog import RecordDialog
from hgkm_desktop.ui.parts.progress_field import ProgressField
from hgkm_desktop.ui.parts.record_list import PartKind

BOARD = ("burgemeester", "wethouder")
KEEPERS = ("regionaal netwerk zorg-straf", "lokaal veiligheidsoverleg", "bestuurlijke leertafel")
BODIES = (
    *("lokaal veiligheidsoverleg", "driehoek", "college", "gemeenteraad"),
    *("bestuurlijke leertafel", "districtelijk veiligheidscollege", "regionaal netwerk zorg-straf"),
)
# Who mostly has to do it; any other organisation can be typed.
_OWNERS = (*BOARD, "gemeente", "wijkteam", "Veilig Thuis", "politie", "Openbaar Ministerie")

_KEEPER_HINT = "Een ander dan de eigenaar; mag een overleg zijn."
_LOG_HINT = "Wat er op een later overleg over is gezegd."
_WHERE_HINT = "Het overleg dat nu over de actie gaat."


def ask_for_actie(dialog: RecordDialog, owners: tuple[str, ...]) -> None:
    """The fields that every verbeteractie has which is no doorbraak."""
    kinds = [kind for kind in Outcome if kind is not Outcome.DOORBRAAK]
    dialog.ask_for("text", "Wat gaat er gebeuren", TextBlock(2))
    dialog.ask_for("outcome", "Soort", Choice(kinds))
    dialog.ask_for("level", "Niveau", Choice(Level))
    dialog.ask_for("scale", "Hoe ver reikt het", Choice(Scale, empty="Niet ingevuld"))
    dialog.ask_for(
        "asked", "Wat vraagt u van een bestuurder", Choice(AskedOfBoard, empty="Niets van bestuur")
    )
    _ask_who(dialog, owners)
    _ask_where(dialog)
    dialog.ask_for("due", "Voor wanneer", DeadlineField())
    dialog.ask_for("status", "Stand", Choice(ActionStatus))
    dialog.ask_for("log", "Voortgang", ProgressField(), _LOG_HINT)
    dialog.ask_for("feasible", "Wat is ervoor nodig", TextBlock(2))


def _ask_who(dialog: RecordDialog, owners: tuple[str, ...]) -> None:
    dialog.ask_for(
        "owner", "Eigenaar", Suggestions(owners), "Organisatie of bestuurder; komt op papier."
    )
    dialog.ask_for(
        "owner_function", "Functie van de eigenaar", TextLine(), "Blijft aan tafel, niet op papier."
    )
    dialog.ask_for("owner_at_table", "Zat de eigenaar aan tafel", Choice(Answer))
    keepers = tuple(dict.fromkeys((*KEEPERS, *owners)))
    dialog.ask_for("keeper", "Bewaker", Suggestions(keepers), _KEEPER_HINT)


def actie_words(actie: Verbeteractie) -> str:
    """An action as it stands in a list: what, who, by when, and what was last said of it."""
    due = f"voor {day_text(actie.due)}" if actie.due else "nog geen datum"
    keeper = f"bewaker {actie.keeper}" if actie.keeper else "nog geen bewaker"
    owner = actie.owner or "nog geen eigenaar"
    scale = f"{actie.scale.label} · " if actie.scale else ""
    lines = [actie.text, f"{scale}{owner} · {keeper} · {due} · {actie.status.label}"]
    if actie.log:
        last = actie.log[-1]
        said = f": {last.text}" if last.text else ""
        lines.append(f"Voortgang op {day_text(last.on)}, {last.status.label}{said}")
    return "\n".join(lines)


def actie_kind(heading: str = "Afspraken en acties") -> PartKind:
    """The actions of a talk, a sample or a leertafel that are no doorbraak."""
    return PartKind(
        field="acties",
        one="actie",
        heading=heading,
        explanation="Wie doet wat, voor wanneer, en wie bewaakt het? De eigenaar en de bewaker "
        "zijn nooit dezelfde.",
        empty="Nog geen acties. Begin met wie wat doet, en wie het bewaakt.",
        words=lambda work, actie: _words_in_work(actie),
        new=lambda work: Verbeteractie(new_id(), _next_seq(work), ""),
        dialog=_dialog,
        check=_check,
        also_gone="met wat er op overleggen over is gezegd",
        which=lambda actie: actie.outcome is not Outcome.DOORBRAAK,
    )


def doorbraak_kind() -> PartKind:
    """What a leertafel asks of bestuurders, each on their own power."""
    return PartKind(
        field="acties",
        one="doorbraak",
        heading="Doorbraken",
        explanation="Wat zit zo vast dat een bestuurder het los moet trekken? Vraag wat bij die "
        "bestuurder hoort: hoe het in de gemeente gaat, nooit wat er met dit ene gezin moet.",
        empty="Nog geen doorbraken. Kies een knelpunt en vraag een bestuurder wat die kan doen.",
        words=lambda work, actie: _words_in_work(actie),
        new=lambda work: Verbeteractie(
            new_id(), _next_seq(work), "", outcome=Outcome.DOORBRAAK, level=Level.BESTUURLIJK
        ),
        dialog=_dialog,
        check=_check,
        also_gone="met wat er op overleggen over is gezegd",
        which=lambda actie: actie.outcome is Outcome.DOORBRAAK,
    )


def _words_in_work(actie: Verbeteractie) -> str:
    """As in a case, with of what sort it is, what is asked of bestuurders, and what they said."""
    asked = f"gevraagd van bestuurders: {actie.asked.label}" if actie.asked else ""
    body = actie.escalations[-1].body if actie.escalations else actie.body
    where = f"ligt bij {body}" if body else ""
    promise = f"Toegezegd: {actie.promise}" if actie.promise else ""
    sort = " · ".join(filter(None, (actie.outcome.label, actie.level.label, asked, where)))
    return "\n".join(filter(None, (actie_words(actie), sort[:1].upper() + sort[1:], promise)))


def _next_seq(work: BoardTalk | Sample | Leertafel) -> float:
    return max((actie.seq for actie in work.acties), default=0.0) + 1


def _dialog(
    parent: QWidget, work: BoardTalk | Sample | Leertafel, actie: Verbeteractie
) -> RecordDialog:
    if actie.outcome is Outcome.DOORBRAAK:
        return _doorbraak_dialog(parent, work, actie)
    dialog = RecordDialog(parent, "Actie", actie)
    ask_for_actie(dialog, _OWNERS)
    return dialog


def _doorbraak_dialog(
    parent: QWidget, work: BoardTalk | Sample | Leertafel, actie: Verbeteractie
) -> RecordDialog:
    dialog = RecordDialog(parent, "Doorbraak", actie)
    dialog.ask_for("text", "Wat moet er veranderen", TextBlock(2))
    if isinstance(work, Leertafel):
        knelpunten = [(knelpunt.id, knelpunt.text[:70]) for knelpunt in work.knelpunten]
        dialog.ask_for(
            "knelpunt_id", "Voor welk knelpunt", Choice([("", "Geen knelpunt"), *knelpunten])
        )
    dialog.ask_for("owner", "Aan wie vraagt u het", Suggestions(_OWNERS), "Dit komt op papier.")
    dialog.ask_for(
        "asked",
        "Wat vraagt u",
        Choice(AskedOfBoard, empty="Kies wat u vraagt"),
        "Iets wat bij die bestuurder zelf hoort. Een bestuurder stuurt nooit in één casus.",
    )
    dialog.ask_for("promise", "Wat is er toegezegd", TextBlock(2), "Mag nog leeg zijn.")
    dialog.ask_for("due", "Voor wanneer", DeadlineField())
    keepers = tuple(dict.fromkeys((*KEEPERS, *_OWNERS)))
    dialog.ask_for("keeper", "Bewaker", Suggestions(keepers), _KEEPER_HINT)
    _ask_where(dialog)
    dialog.ask_for("status", "Stand", Choice(ActionStatus))
    dialog.ask_for("log", "Voortgang", ProgressField(), _LOG_HINT)
    return dialog


def _ask_where(dialog: RecordDialog) -> None:
    """An action that was brought on lies there, whatever is filled in here."""
    steps = dialog.record.escalations
    hint = f"Daarna ging de actie naar {steps[-1].body}: daar ligt ze nu." if steps else ""
    dialog.ask_for("body", "Waar het nu ligt", Suggestions(BODIES), hint or _WHERE_HINT)


def _check(work: BoardTalk | Sample | Leertafel, actie: Verbeteractie) -> None:
    check_record(actie)
    if actie.outcome is not Outcome.DOORBRAAK:
        return
    if not actie.owner.strip():
        raise BadInput("Een doorbraak vraagt u aan iemand.", todo="Vul in aan wie u het vraagt.")
    if actie.asked is None:
        raise BadInput(
            "Bij een doorbraak hoort wat u vraagt.",
            todo="Kies agenderen, besluiten, middelen of lobby.",
        )
