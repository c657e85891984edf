"""What stands between a case and deelbaar, as far as the herleidbaarheidscheck can say it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hgkm_desktop.models.reading import unread_texts
from hgkm_desktop.models.texts import texts_of
from hgkm_desktop.models.works import Value
from hgkm_desktop.privacy.case_check import CaseFinding, plain_word, tells_where_someone_hides
from hgkm_desktop.privacy.checking import check
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind

_Certainty = FindingCertainty
_NO_NAME = "Dit lijkt een naam of iets anders dat naar u wijst: "


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be done before a case may be shared.

    `certain` and `likely` count findings: the first must go, the second need a decision each.
    `possible` are the words that nobody looked at yet, which are looked at together.
    """

    certain: int
    likely: int
    possible: tuple[str, ...]


def gate_of(case: Value, findings: Collection[CaseFinding]) -> Gate:
    """The gate of a case or a work, from all that `check_case` found in it.

    What is mogelijk counts only in texts that were not read through, or not since they changed,
    and in texts that are not in the case, such as the name of its file.
    Source: de methode, beloften over privacy (docs/bronnen.md, bron 4).
    """
    read = {text.key for text in texts_of(case)} - {text.key for text in unread_texts(case)}
    possible = {
        plain_word(found.word): found.word
        for found in of_certainty(findings, _Certainty.MOGELIJK)
        if found.place.key not in read
    }
    return Gate(
        len(of_certainty(findings, _Certainty.ZEKER)),
        len(of_certainty(findings, _Certainty.WAARSCHIJNLIJK)),
        tuple(possible.values()),
    )


def of_certainty(
    findings: Collection[CaseFinding], certainty: FindingCertainty
) -> tuple[CaseFinding, ...]:
    """The findings of which the herleidbaarheidscheck is so certain, in their order."""
    return tuple(found for found in findings if found.finding.certainty is certainty)


def problem_of_reason(reason: str) -> str:
    """Why this cannot be kept as a reason; '' when it can. It is read by others, as a text is."""
    if not reason.strip():
        return "Kies of schrijf eerst een reden."
    for found in check(reason):
        if found.certainty is not _Certainty.MOGELIJK:
            word = reason[found.start : found.end]
            return f"‘{word}’ kan naar iemand wijzen. Schrijf de reden zonder dat woord."
    return ""


def problem_of_author(name: str) -> str:
    """Why this cannot be the name on documents; '' when it can.

    The name of a municipality or organisation is no secret, for it is the author; only where
    someone hides may it not say.
    """
    if tells_where_someone_hides(name):
        return "Deze naam zegt waar iemand veilig zit. Vul een naam in die dat niet verraadt."
    return ""


def problem_of_function(function: str) -> str:
    """Why this cannot be the function of who reads a case through; '' when it can.

    A function is written down and printed, so a name or a place in it is refused; a job is what a
    function is.
    """
    if not function.strip():
        return "Vul in welke functie de casus naleest, geen naam."
    for found in check(function):
        is_name, is_job = found.kind is FindingKind.NAAM, found.kind is FindingKind.BEROEP
        if is_name or (found.certainty is not _Certainty.MOGELIJK and not is_job):
            word = function[found.start : found.end]
            return f"{_NO_NAME}‘{word}’. Vul een functie in, zoals wijkteamleider."
    return ""
