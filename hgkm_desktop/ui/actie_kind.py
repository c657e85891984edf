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
from hgkm_desktop.ui.date_fields import DayField
from hgkm_desktop.ui.fields import Choice, Suggestions, TextBlock, TextLine
from hgkm_desktop.ui.form_dialog import RecordDialog
from hgkm_desktop.ui.progress_field import ProgressField
from hgkm_desktop.ui.record_list import PartKind

BOARD = ("burgemeester", "wethouder")
KEEPERS = ("regionaal netwerk zorg-straf", "lokaal veiligheidsoverleg", "bestuurlijke leertafel")
BODIES = (
    *("lokaal veiligheidsoverleg", "driehoek", "college", "gemeenteraad"),
    *("bestuurlijke leertafel", "districtelijk veiligheidscollege", "regionaal netwerk zorg-straf"),
)
# Who mostly has to do it; any other organisation can be typed.
_OWNERS = (*BOARD, "gemeente", "wijkteam", "Veilig Thuis", "politie", "Openbaar Ministerie")


def ask_for_actie(dialog: RecordDialog, owners: tuple[str, ...], *, doorbraak: bool) -> None:
    """The fields that every verbeteractie has; a doorbraak is of a leertafel only."""
    kinds = [kind for kind in Outcome if doorbraak or kind is not Outcome.DOORBRAAK]
    dialog.ask_for("text", "Wat gaat er gebeuren", TextBlock(2))
    dialog.ask_for("outcome", "Soort", Choice(kinds))
    dialog.ask_for("level", "Niveau", Choice(Level))
    dialog.ask_for("scale", "Hoe ver reikt het", Choice(Scale, empty="Niet ingevuld"))
    dialog.ask_for(
        "asked", "Wat vraagt u van een bestuurder", Choice(AskedOfBoard, empty="Niets van bestuur")
    )
    _ask_who(dialog, owners, doorbraak=doorbraak)
    dialog.ask_for("due", "Voor wanneer", DayField())
    dialog.ask_for("status", "Stand", Choice(ActionStatus))
    dialog.ask_for(
        "log", "Voortgang", ProgressField(), "Wat er op een later overleg over is gezegd."
    )
    dialog.ask_for("feasible", "Wat is ervoor nodig", TextBlock(2))


def _ask_who(dialog: RecordDialog, owners: tuple[str, ...], *, doorbraak: bool) -> None:
    asked_of = " Bij een doorbraak: van wie u het vraagt." if doorbraak else ""
    dialog.ask_for(
        "owner",
        "Eigenaar",
        Suggestions(owners),
        f"Organisatie of bestuurder; komt op papier.{asked_of}",
    )
    dialog.ask_for(
        "owner_function", "Functie van de eigenaar", TextLine(), "Blijft aan tafel, niet op papier."
    )
    dialog.ask_for("owner_at_table", "Zat de eigenaar aan tafel", Choice(Answer))
    dialog.ask_for(
        "keeper",
        "Bewaker",
        Suggestions(tuple(dict.fromkeys((*KEEPERS, *owners)))),
        "Een ander dan de eigenaar; mag een overleg zijn.",
    )


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
    """The actions of a talk, a sample or a leertafel; only the last can ask for a doorbraak."""
    return PartKind(
        field="acties",
        one="actie",
        heading=heading,
        explanation="Wie doet wat, voor wanneer, en wie bewaakt het? De eigenaar en de bewaker "
        "zijn nooit dezelfde.",
        empty="Nog geen acties.",
        words=lambda work, actie: _words_in_work(actie),
        new=_new_actie,
        dialog=_dialog,
        check=_check,
        also_gone="met wat er op overleggen over is gezegd",
    )


def _words_in_work(actie: Verbeteractie) -> str:
    """As in a case, with of what sort it is, what is asked of bestuurders, and what they said."""
    asked = f"gevraagd van bestuurders: {actie.asked.label}" if actie.asked else ""
    body = actie.escalations[-1].body if actie.escalations else actie.body
    where = f"ligt bij {body}" if body else ""
    promise = f"Toegezegd: {actie.promise}" if actie.promise else ""
    sort = " · ".join(filter(None, (actie.outcome.label, actie.level.label, asked, where)))
    return "\n".join(filter(None, (actie_words(actie), sort[:1].upper() + sort[1:], promise)))


def _new_actie(work: BoardTalk | Sample | Leertafel) -> Verbeteractie:
    seq = max((actie.seq for actie in work.acties), default=0.0) + 1
    return Verbeteractie(new_id(), seq, "")


def _dialog(
    parent: QWidget, work: BoardTalk | Sample | Leertafel, actie: Verbeteractie
) -> RecordDialog:
    dialog = RecordDialog(parent, "Actie", actie)
    is_table = isinstance(work, Leertafel)
    ask_for_actie(dialog, _OWNERS, doorbraak=is_table)
    dialog.ask_for(
        "body",
        "Waar wordt erover gesproken",
        Suggestions(BODIES),
        "Het overleg waar de actie nu ligt.",
    )
    if isinstance(work, Leertafel):
        knelpunten = [(knelpunt.id, knelpunt.text[:70]) for knelpunt in work.knelpunten]
        dialog.ask_for("promise", "Wat is er toegezegd", TextBlock(2), "Bij een doorbraak.")
        dialog.ask_for(
            "knelpunt_id",
            "Welk knelpunt moet het oplossen",
            Choice([("", "Geen knelpunt"), *knelpunten]),
        )
    return dialog


def _check(work: BoardTalk | Sample | Leertafel, actie: Verbeteractie) -> None:
    check_record(actie)
    if actie.outcome is Outcome.DOORBRAAK and not actie.owner.strip():
        raise BadInput(
            "Een doorbraak vraagt u van iemand.", todo="Vul bij Eigenaar in van wie u het vraagt."
        )
