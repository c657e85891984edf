"""Reading of the words in a table: kinds, organisations, roles, answers, in their own spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from hgkm_desktop.errors import BadInput
from hgkm_desktop.exchange.sheets import Cell, Trouble
from hgkm_desktop.models import content
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.dutch import day_text
from hgkm_desktop.models.entry_line import LONGEST_NAME
from hgkm_desktop.models.entry_words import WORD_TO_KIND
from hgkm_desktop.models.terms import Answer, EventKind, FactStatus, HouseholdRole

_APART = re.compile(r"[;,/\n+|]| & ")
_AND = re.compile(r"\s+en\s+", re.IGNORECASE)
_PART = re.compile(r"(.+?)\s*[(:]\s*([^()]+?)\s*\)?")
_BROKEN_SIGNS = re.compile("\ufffd|Ã[\u0080-\u00bf«»©ª¨¯¶¼¡³´®]|â€")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ANSWERS = {
    **dict.fromkeys(("ja", "j", "x", "waar", "true", "yes", "1"), Answer.JA),
    **dict.fromkeys(("nee", "n", "neen", "onwaar", "false", "no", "0"), Answer.NEE),
    **dict.fromkeys(("onbekend", "?", "-", "", "weet niet", "nvt", "n.v.t."), Answer.ONBEKEND),
}
_STATUSES = {
    **{status.label: status for status in FactStatus},
    **dict.fromkeys(("feit", "bevestigd", "zeker"), FactStatus.VASTGESTELD),
    **dict.fromkeys(("melding", "verteld", "gehoord"), FactStatus.GEMELD),
    **dict.fromkeys(("vermoed", "vermoedelijk", "misschien"), FactStatus.VERMOEDEN),
}


def text_of(cell: Cell) -> str:
    """A cell as text. Raises BadInput for a formula without a value and for broken signs."""
    if isinstance(cell, Trouble):
        raise BadInput(cell.value)
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, date):
        return day_text(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    if _BROKEN_SIGNS.search(cell):
        raise BadInput(
            "Hier staan tekens die niet goed zijn overgekomen.",
            todo="Bewaar de tabel opnieuw, in Excel als ‘CSV UTF-8’ of als xlsx.",
        )
    return _CONTROL.sub(" ", cell).strip()


def line_of(cell: Cell) -> str:
    """A cell as one line."""
    return " ".join(text_of(cell).split())


def kind_of(cell: Cell) -> EventKind | None:
    """The kind that a cell names by its label, another word for it, or its first word."""
    words = line_of(cell).casefold().strip(" .:;!")
    if not words:
        return None
    if words in WORD_TO_KIND:
        return WORD_TO_KIND[words]
    first = re.split(r"[\s,:;/(-]+", words, maxsplit=1)[0]
    return WORD_TO_KIND.get(first) or WORD_TO_KIND.get(first.removesuffix("en")) or _ends(first)


def _ends(word: str) -> EventKind | None:
    """The kind that a word of two parts names in the second: 'politiemelding'."""
    known = (kind for end, kind in WORD_TO_KIND.items() if len(end) > 4 and word.endswith(end))
    return next(known, None)


def status_of(cell: Cell) -> FactStatus:
    """How sure a fact is; empty means gemeld. Raises BadInput for another word."""
    words = line_of(cell).casefold()
    if not words:
        return FactStatus.GEMELD
    if words not in _STATUSES:
        labels = ", ".join(status.label for status in FactStatus)
        raise BadInput("Dit woord is hier niet bekend.", todo=f"Kies uit: {labels}.")
    return _STATUSES[words]


def answer_of(cell: Cell) -> Answer:
    """Ja, nee or onbekend; empty means onbekend. Raises BadInput for anything else."""
    words = line_of(cell).casefold()
    if words not in _ANSWERS:
        raise BadInput("Dit is geen ja, nee of onbekend.")
    return _ANSWERS[words]


def organisations_in(cell: Cell, case: Case) -> tuple[str, ...]:
    """The organisations in a cell, as they are called here, each once. Raises BadInput."""
    names = {o.name.casefold(): o.name for o in case.organisations}
    return _names_in(line_breaks_kept(cell), lambda words: _organisation(words, names))


def organisation_named(words: str, case: Case) -> str:
    """How an organisation is called in this case, else in our lists, else as it was typed."""
    names = {o.name.casefold(): o.name for o in case.organisations}
    return _organisation(words, names) or _short_enough(words)


def _organisation(words: str, names: dict[str, str]) -> str:
    plain = re.sub(r"^(?:de|het|een)\s+", "", words.casefold())
    known = content.known_organisation(words) or content.known_organisation(plain)
    own = names.get(words.casefold()) or names.get(plain)
    if own or known is None:
        return own or ""
    # The case may call it by its abbreviation.
    spellings = (known.name, *known.abbreviations)
    return next((names[s.casefold()] for s in spellings if s.casefold() in names), known.name)


def roles_in(cell: Cell, case: Case) -> tuple[tuple[str, HouseholdRole], ...]:
    """The roles in a cell, each with its part: 'moeder (slachtoffer), vader (pleger)'.

    Raises BadInput for a part that is none and for a name that is too long.
    """
    labels = {role.label.casefold(): role.label for role in content.household_roles()}
    names = labels | {b.role.casefold(): b.role for b in case.betrokkenen}
    parts: dict[str, HouseholdRole] = {}
    for piece in _APART.split(line_breaks_kept(cell)):
        found = _PART.fullmatch(piece.strip())
        part = _part_named(found[2]) if found else HouseholdRole.BETROKKENE
        words = found[1] if found else piece
        for name in _names_in(words, lambda one: names.get(one.casefold(), "")):
            parts[name] = part
    return tuple(parts.items())


def _part_named(words: str) -> HouseholdRole:
    plain = words.strip().casefold()
    for role in HouseholdRole:
        if plain in (role.label, f"{role.label}s"):
            return role
    labels = ", ".join(role.label for role in HouseholdRole)
    raise BadInput("Wat tussen haakjes staat, is hier niet bekend.", todo=f"Kies uit: {labels}.")


def line_breaks_kept(cell: Cell) -> str:
    """A cell of which every line may be a name."""
    return "\n".join(" ".join(line.split()) for line in text_of(cell).splitlines())


def _names_in(text: str, known: Callable[[str], str]) -> tuple[str, ...]:
    """Names apart from each other by a sign; by 'en' only where that makes names that are known."""
    found: list[str] = []
    if name := known(text.strip()):
        return (name,)
    for piece in (piece.strip(" .") for piece in _APART.split(text)):
        if not piece:
            continue
        halves = [half.strip() for half in _AND.split(piece)]
        if known(piece) or len(halves) == 1 or not all(known(half) for half in halves):
            found.append(known(piece) or _short_enough(piece))
        else:
            found += [known(half) for half in halves]
    return _once(found)


def _short_enough(name: str) -> str:
    if len(name) > LONGEST_NAME:
        raise BadInput(
            f"Een naam of rol is hier langer dan {LONGEST_NAME} tekens.",
            todo="Zet een komma tussen de namen.",
        )
    return name


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({name.casefold(): name for name in names}.values())
