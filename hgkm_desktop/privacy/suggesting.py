"""What can be written in place of a finding: the roles of the case first, for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hgkm_desktop.models.dutch import MONTHS
from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import functions, lowered
from hgkm_desktop.privacy.terms import FindingKind
from hgkm_desktop.privacy.text import Text

_ROLES = ("moeder", "vader", "kind 1", "ex-partner")
_FURTHER = ("een familielid", "een bekende van het gezin", "oma", "opa", "een hulpverlener")
_OF_A_MAN = frozenset({"vader", "opa", "oom", "broer", "neef", "stiefvader", "pleegvader"})
_OF_A_WOMAN = frozenset({"moeder", "oma", "tante", "zus", "nicht", "stiefmoeder", "pleegmoeder"})
_MAN = re.compile(r"(?<!\w)(?:heer|meneer|mijnheer|dhr|mister)[. ]{1,2}$")
_WOMAN = re.compile(r"(?<!\w)(?:mevrouw|mevr|mw|mej|mejuffrouw|juffrouw|weduwe)[. ]{1,2}$")
_HOUSEHOLD = re.compile(r"\b(?:gezin|(familie|fam)\.?) $")
_OF_ORGANISATION = re.compile(
    r" \((?:politie|vt|veilig thuis|rvdk|raad|gi|wijkteam|ggz|ggd|school|gemeente|om|reclassering"
    r"|jeugdbescherming|opvang|zorg- en veiligheidshuis|slachtofferhulp)\)"
)
_NEAR = 120  # letters at each side of a name
_WHOLE = r"(?<!\w){}(?!\w)"
_CHILD = re.compile(r"kind \d{1,2}")
_SPEAKS = re.compile(
    r"\b(?:spreekt|spreken|sprak|spraken|verstaat|leert|taal|talen|tolk|in het)"
    r"(?: alleen| geen| ook)? $"
)
_AT_WORK = re.compile(
    r"\b(?:(?:is|was|wordt|werd)|(?:werkt|werkte|werkzaam) als|(?:heeft|had|runt|runde))"
    r"(?: een| eigen)* $"
)
_FAITHS = (
    *("moslim", "islam", "christ", "kathol", "rooms", "jood", "joden", "hindoeïs", "protest"),
    *("gerefor", "hervorm", "reformat", "jehova", "boeddh", "soenni", "sjii", "alevi", "evangel"),
    *("orthodox", "mormo", "salaf", "kopt", "scientology"),
)
_PROFESSIONALS = (
    "wijkagent",
    "gezinsvoogd",
    "jeugdbeschermer",
    "wethouder",
    "burgemeester",
    "tolk",
    *("tandarts", "kinderarts", "psycholoog", "advocaat", "rechter", "notaris", "apotheker"),
    *("fysiotherapeut", "verpleegkundige", "kraamverzorgster", "jobcoach", "politieagent"),
    *("dominee", "pastoor", "imam", "pedagoog", "logopedist", "bewindvoerder", "mediator"),
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


def is_of_one_person(words: str, roles: Iterable[str] = ()) -> bool:
    """Whether a role can be of one person of a case only, so not of two names; `roles` are those
    that the case knows."""
    plain = words.casefold()
    known = (*_ROLES, *_SAME_ROLES, *(role.casefold() for role in roles))
    return plain in known or _CHILD.fullmatch(plain) is not None


def _by_kind(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    typed = text.lower[found.start : found.end]
    if found.kind is FindingKind.NATIONALITEIT or _is_adjective_of_origin(typed):
        return _of_origin(text, found, typed)
    if found.kind is FindingKind.NAAM:
        return _for_a_name(text, found, roles)
    if found.kind is FindingKind.DATUM:
        return _less_exact(typed)
    if found.kind is FindingKind.LEEFTIJD:
        return _band(typed)
    if found.kind is FindingKind.BEROEP:
        return _of_work(_before(text, found), text.lower[found.end :][:1])
    return _INSTEAD[found.kind]


def _before(text: Text, found: Found) -> str:
    return text.lower[max(0, found.start - 40) : found.start]


def _is_adjective_of_origin(typed: str) -> bool:
    """Turks, Turkse, Marokkaans-Nederlands: no role stands for that, whatever it was taken for."""
    first, forms = typed.partition("-")[0], lowered("herkomst", "bijvoeglijk")
    return first in forms or first.removesuffix("e") in forms


def _of_origin(text: Text, found: Found, typed: str) -> tuple[str, ...]:
    """A word of the same kind, so that the sentence stays Dutch; then what says even less."""
    before = _before(text, found)
    if _SPEAKS.search(before):
        return ("een andere taal", "een ander land")
    if typed.startswith(_FAITHS):
        return _of_faith(typed)
    if _is_adjective_of_origin(typed):
        return _instead_of_adjective(before, text.lower[found.end :][:1], typed)
    if typed in lowered("herkomst", "landen"):
        return ("een ander land", "het buitenland")
    many = typed.endswith(("en", "s", "roma", "sinti"))
    return (f"{'mensen' if many else 'iemand'} uit een ander land", "een ander land")


def _instead_of_adjective(before: str, after: str, typed: str) -> tuple[str, ...]:
    """Turkse: buitenlandse; between brackets or commas it can be told in more words."""
    foreign = "buitenlandse" if typed.endswith("e") else "buitenlands"
    apart = "met een migratieachtergrond"
    stands_apart = before.endswith(("(", ", ")) and after in ("", ",", ")", ".", ";")
    words = (apart, foreign) if stands_apart else (foreign, apart)
    return (*words, "een ander land")


def _of_faith(typed: str) -> tuple[str, ...]:
    if typed.endswith(("ische", "elijke", "lieke", "antse", "joodse", "doxe", "eerde", "vormde")):
        return ("gelovige", "een geloof")
    if typed in ("moslims", "christenen", "joden", "hindoes", "boeddhisten"):
        return ("gelovigen", "een geloof")
    if typed.endswith(("dom", "islam", "isme")):
        return ("een geloof", "het geloof")
    return ("gelovig", "een geloof", "iemand die gelooft")


def _of_work(before: str, after: str) -> tuple[str, ...]:
    """Vader is burgemeester: vader heeft werk; elsewhere someone with a job."""
    someone = ("iemand met een publieke functie", "iemand met een beroep met aanzien")
    if not _AT_WORK.search(before):
        return ("iemand met een beroep", *someone)
    ends = after in ("", ".", ",", ";", ")")
    return ("heeft werk", *someone) if ends else (*someone, "heeft werk")


def _for_a_name(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    """A professional keeps the function before the name; a role of the family comes first."""
    before = _before(text, found)
    household, function = _HOUSEHOLD.search(before), function_before(before)
    every = (*roles, *_ROLES, *_FURTHER)
    if household is not None:
        both = ("het gezin", "de familie")
        return (*(reversed(both) if household[1] else both), *every)
    if function:
        return (function, *every)
    if _OF_ORGANISATION.match(text.lower, found.end):
        return ("een medewerker", *every)
    role = role_before(before)
    fitting = tuple(known for known in roles if role and known.lower().startswith(role))
    told = ("kind 1" if role == "kind" else role,) if role and not fitting else ()
    last = _that_do_not_fit(before, every) or _told_near(text, found, every)
    every = (*(one for one in every if one not in last), *last)
    return (*fitting, *told, *every)


def _told_near(text: Text, found: Found, roles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles that stand near a name as they are: it is of someone else then."""
    near = text.lower[max(0, found.start - _NEAR) : found.end + _NEAR]
    there = (role for role in dict.fromkeys(roles) if role in near)  # costs least, so first
    return tuple(role for role in there if is_of_one_person(role) and _stands_in(near, role))


def _stands_in(near: str, role: str) -> bool:
    return re.search(_WHOLE.format(re.escape(role)), near) is not None


def _that_do_not_fit(before: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """The roles that do not go with the title that stands before a name: nobody calls a child
    mevrouw."""
    is_woman, is_man = _WOMAN.search(before) is not None, _MAN.search(before) is not None
    if not (is_woman or is_man):
        return ()
    other = _OF_A_MAN if is_woman else _OF_A_WOMAN
    return tuple(one for one in roles if one in other or _CHILD.fullmatch(one))


@cache
def _all_functions() -> tuple[str, ...]:
    return (*functions(), *_PROFESSIONALS)


def function_before(before: str) -> str:
    """The function that stands before a name, in small letters; '' when there is none."""
    last = _WORD_BEFORE.search(before)
    if last is None:
        return ""
    upto = before[: last.end(1)]
    if not upto.endswith(_all_functions()):
        return _FUNCTION_OF.get(last[1], "")
    known = [name for name in _all_functions() if upto.endswith(name)]
    fitting = [name for name in known if not upto.removesuffix(name)[-1:].isalnum()]
    return max(fitting, key=len, default=_FUNCTION_OF.get(last[1], ""))


def role_before(before: str) -> str:
    """The role in a family that stands before a name, in small letters; '' when there is none."""
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
        told = ("jonge",) if typed.endswith("oude") else ()
        return (*told, "0 tot 4 jaar", "een jong kind")
    years = int(number[0]) if number else _spoken_years(typed)
    if years is not None and (adjective := re.search(r"(?:jarig|oud)(e?)$", typed)):
        return (_grown(years, adjective[1]), _band_of(years))
    if years is None:
        return ("een jong kind", "een tiener", "een volwassene")
    return (_band_of(years),)


def _band_of(years: int) -> str:
    return next((band for least, band in _BANDS if years < least), "65 jaar of ouder")


def _grown(years: int, ending: str) -> str:
    """De 14-jarige zoon: de minderjarige zoon."""
    if years < 12:
        return f"jong{ending}"
    if years < 18:
        return f"minderjarig{ending}"
    return "volwassen" if years < 65 else f"ouder{ending}"


def _spoken_years(typed: str) -> int | None:
    """Zeven, zestienjarige, vierendertig: the band only needs the tens."""
    tens = next((10 * at for at, word in enumerate(_TENS, 2) if word in typed), None)
    if tens is not None:
        return tens
    return next((at for at, word in reversed(list(enumerate(_SMALL, 1))) if word in typed), None)
