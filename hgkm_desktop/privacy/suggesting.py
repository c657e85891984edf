"""What can be written in place of a finding: the roles of the case first, for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hgkm_desktop.models.dutch import MONTHS
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import functions
from hgkm_desktop.privacy.terms import FindingKind
from hgkm_desktop.privacy.text import Text

_ROLES = ("moeder", "vader", "kind 1", "ex-partner", "oma", "opa")
_PROFESSIONALS = (
    "wijkagent",
    "gezinsvoogd",
    "jeugdbeschermer",
    "wethouder",
    "burgemeester",
    "tolk",
)
_FUNCTION_OF = {
    **dict.fromkeys(("juf", "meester", "leraar", "lerares", "docent", "docente"), "leerkracht"),
    **dict.fromkeys(("agent", "agente", "rechercheur"), "politieagent"),
    **dict.fromkeys(("gv", "gezinsvoogdes"), "gezinsvoogd"),
    **dict.fromkeys(("jb", "jb'er", "jb-er"), "jeugdbeschermer"),
    **dict.fromkeys(("ib", "ib'er"), "intern begeleider"),
    **dict.fromkeys(("dokter", "dr", "ha"), "huisarts"),
    **dict.fromkeys(("advocate", "mr"), "advocaat"),
    **dict.fromkeys(("hulpverleenster", "begeleidster", "begeleider"), "hulpverlener"),
    **{"poh": "praktijkondersteuner", "raadsonderzoeker": "raadsonderzoeker"},
}
_WORD_BEFORE = re.compile(
    r"([^\W\d_][\w'-]{0,30})(?: (\d))?[ .:(,'\"]{1,3}(?:mw|dhr|mevr|mr)?[. ]{0,2}$"
)
_ROLE_OF = {
    **dict.fromkeys(("mama", "mamma", "ma", "mdr"), "moeder"),
    **dict.fromkeys(("papa", "pappa", "pa", "vdr"), "vader"),
    **dict.fromkeys(
        ("zoon", "dochter", "zoontje", "dochtertje", "baby", "peuter", "kleuter"), "kind"
    ),
    **dict.fromkeys(("kinderen", "jongste", "oudste", "jongen", "meisje", "dreumes"), "kind"),
    **dict.fromkeys(("ex", "ex-man", "ex-vrouw", "exman"), "ex-partner"),
    **dict.fromkeys(("man", "vrouw", "echtgenoot", "echtgenote", "vriend", "vriendin"), "partner"),
    **dict.fromkeys(("broertje", "halfbroer"), "broer"),
    **dict.fromkeys(("zusje", "halfzus"), "zus"),
    **dict.fromkeys(("ome",), "oom"),
    **dict.fromkeys(("buren", "buurman", "buurvrouw"), "een buur"),
}
_SAME_ROLES = frozenset(
    {"moeder", "vader", "kind", "partner", "oma", "opa", "tante", "oom", "broer", "zus", "neef"}
    | {"nicht", "stiefvader", "stiefmoeder", "pleegmoeder", "pleegvader", "ex-partner", "melder"}
)
_INSTEAD = {
    FindingKind.BSN: ("[burgerservicenummer]",),
    FindingKind.IBAN: ("[rekeningnummer]",),
    FindingKind.TELEFOON: ("[telefoonnummer]",),
    FindingKind.EMAIL: ("[e-mailadres]",),
    FindingKind.URL: ("[webadres]", "een bericht op internet"),
    FindingKind.POSTCODE: ("[postcode]", "de wijk"),
    FindingKind.KENTEKEN: ("[kenteken]", "een auto"),
    FindingKind.ZAAKNUMMER: ("[zaaknummer]",),
    FindingKind.ACCOUNT: ("een account op sociale media",),
    FindingKind.OPVANG: ("een veilige plek", "de opvang"),
    FindingKind.GEBOORTEDATUM: ("[geboortedatum]",),
    FindingKind.ADRES: ("de woning van moeder", "de woning van vader", "de straat"),
    FindingKind.SCHOOL: ("de school", "de kinderopvang"),
    FindingKind.ORGANISATIE: ("een organisatie in de buurt", "het werk", "een vereniging"),
    FindingKind.PLAATS: ("de woonplaats", "een andere gemeente", "de regio"),
    FindingKind.NATIONALITEIT: ("een ander land", "een andere taal", "een geloof"),
    FindingKind.BEROEP: ("heeft werk", "een beroep met aanzien", "een publieke functie"),
}
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_SMALL = (
    *("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BANDS = (
    (4, "0 tot 4 jaar"),
    (12, "4 tot 12 jaar"),
    (18, "12 tot 18 jaar"),
    (27, "18 tot 27 jaar"),
    (45, "27 tot 45 jaar"),
    (65, "45 tot 65 jaar"),
)


def suggestions(text: Text, found: Found, roles: Iterable[str]) -> tuple[str, ...]:
    """The best one first, none twice."""
    given = found.instead + _by_kind(text, found, tuple(roles))
    return tuple(dict.fromkeys(given))


def _by_kind(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    if found.kind is FindingKind.NAAM:
        return _for_a_name(text, found, roles)
    if found.kind is FindingKind.DATUM:
        return _less_exact(text.lower[found.start : found.end])
    if found.kind is FindingKind.LEEFTIJD:
        return _band(text.lower[found.start : found.end])
    return _INSTEAD[found.kind]


def _for_a_name(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    """A professional keeps the function before the name; a role of the family comes first."""
    before = text.lower[max(0, found.start - 40) : found.start]
    function = _function(before)
    if function:
        return (function, *roles, *_ROLES)
    role = _role(before)
    fitting = tuple(known for known in roles if role and known.lower().startswith(role))
    told = ("kind 1" if role == "kind" else role,) if role and not fitting else ()
    return (*fitting, *told, *roles, *_ROLES)


@cache
def _all_functions() -> tuple[str, ...]:
    return (*functions(), *_PROFESSIONALS)


def _function(before: str) -> str:
    """The function that stands before a name; nothing when there is none."""
    last = _WORD_BEFORE.search(before)
    if last is None:
        return ""
    upto = before[: last.end(1)]
    if not upto.endswith(_all_functions()):
        return _FUNCTION_OF.get(last[1], "")
    known = [name for name in _all_functions() if upto.endswith(name)]
    fitting = [name for name in known if not upto.removesuffix(name)[-1:].isalnum()]
    return max(fitting, key=len, default=_FUNCTION_OF.get(last[1], ""))


def _role(before: str) -> str:
    """The role in a family that stands before a name; nothing when there is none."""
    last = _WORD_BEFORE.search(before)
    if last is None:
        return ""
    role = _ROLE_OF.get(last[1], last[1] if last[1] in _SAME_ROLES else "")
    return f"{role} {last[2]}" if role == "kind" and last[2] else role


def _less_exact(typed: str) -> tuple[str, ...]:
    """A day as its month, its year, and after an event."""
    year = _YEAR.search(typed)
    month = next((full for full in MONTHS if full[:3] in typed.replace("mrt", "maart")), "")
    if not month and (number := re.search(r"\d[-/. ]+(\d{1,2})(?:\D|$)", typed)):
        month = MONTHS[int(number[1]) - 1] if 1 <= int(number[1]) <= 12 else ""
    told = [f"in {month} {year[0]}"] if year and month else []
    told += [f"in {month}"] if month else []
    told += [f"in {year[0]}"] if year else []
    return (*told, "enkele weken later")


def _band(typed: str) -> tuple[str, ...]:
    number = re.search(r"\d+", typed)
    if re.search(r"mnd|maand|week|weken|wk|dagen", typed):
        return ("0 tot 4 jaar", "een jong kind")
    years = int(number[0]) if number else _spoken_years(typed)
    if years is None:
        return ("een jong kind", "een tiener", "een volwassene")
    return (next((band for least, band in _BANDS if years < least), "65 jaar of ouder"),)


def _spoken_years(typed: str) -> int | None:
    """Zeven, zestienjarige, vierendertig: the band only needs the tens."""
    tens = next((10 * at for at, word in enumerate(_TENS, 2) if word in typed), None)
    if tens is not None:
        return tens
    return next((at for at, word in reversed(list(enumerate(_SMALL, 1))) if word in typed), None)
