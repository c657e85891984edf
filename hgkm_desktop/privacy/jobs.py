"""What someone of the family or the network does for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hgkm_desktop.privacy.findings import Found
from hgkm_desktop.privacy.lexicon import functions, hints, lowered
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind
from hgkm_desktop.privacy.text import Text
from hgkm_desktop.privacy.word_names import stands_as_surname

_FEWEST_LETTERS = 6  # of a word that sounds like a job
_SHORTEST_TAIL = 4  # letters of a job at the end of a longer word
_WORK_AS = re.compile(
    r"(?:\b(?:werkt|werkte|werken|gewerkt|werk|werkzaam|baan|baantje|job|bijbaan|dienst|functie"
    r"|beroep"
    r"|bijverdient|bijklust|stage|leerling)\b[^.;!?]{0,25}\bals "
    r"(?:een |zzp |zelfstandig |\w{4,14}(?:isch|iek|aal|ief)e? )?$"
    r"|\bberoep(?: (?:van )?(?:vader|moeder|man|vrouw))?:? (?:is |van )?$"
    r"|\b(?:opleiding|opgeleid|leert|studeert|studie|cursus) (?:tot|voor) $|\bzzp $|\bvan beroep $)"
)
_AS = re.compile(r"\bals (?:een |zzp |zelfstandig )?$")
_IS = re.compile(
    r"\b(?:is|was|wordt|werd|werden|zijn)(?: (?:zelf|ook|een|zelfstandig|zzp|nu|vroeger|toen"
    r"|van beroep"
    r"|gepensioneerd|internationaal|leerling|hoofd|freelance|beginnend|gediplomeerd|oud|ex|parttime|fulltime|onze|de|hier|eigenlijk|allebei|beiden|jarenlang"
    r"|altijd|lang"
    r"|vroeger|geen|bekend|\w{3,12}e)){0,3} $"
)
_BUSINESS = re.compile(
    r"\b(?:heeft|hebben|had|hadden|runt|runnen|runde|bezit|begon|begint|dreef|drijft|opende|opent"
    r"|eigenaar van|eigenaresse van|eigen|(?:werkt|werkte|werken|baan|bijbaan|baantje"
    r"|werk) (?:in|bij|op|voor))"
    r"(?: (?:samen|een|eigen|haar|zijn|de|het|ook|hun|kleine|zelf|in het dorp|nog)){0,4} $"
)
_NO_BUSINESS = re.compile(
    r"(?:straf|recht|rechts|bij|oor|hoofd|gezags|scheidings|familie|jeugd|kinder|privé|neven|ere|hoger"
    r"|civiele|kamer|vries|droog)zaak$|^(?:circus|party|feest)tent$"
)
_BUSINESS_TAIL = (
    *("zaak", "tent", "kraam", "eterij", "frituur"),
    "bedrijf",
    "winkel",
    "boerderij",
    "kwekerij",
    "salon",
    "studio",
    "handel",
    "kroeg",
)
# A word that sounds like a job: only where a job is told of.
_SOUNDS = re.compile(
    r"(?:eur|euse|ist|iste|ster|trice|aris|oloog|ologe|noom|icus|meester|meesteres|houder"
    r"|houdster|bouwer|maker"
    r"|kundige|chauffeur|werker|werkster|medewerkster|leider|leidster|verkoper|bezorger|trainer"
    r"|rijder|boer|boerin"
    r"|arts|kweker|handelaar|teler|schilder|bakker|slager|brander|boorder|vaarder|visser"
    r"|telefonist|dienaar|enaar"
    r"|kunstenaar|eigenaar|controleur|installateur|soldaat|militair|stewardess|functionaris"
    r"|secretaris|bediende"
    r"|hulp|kracht|inpakker|plukker|snijder|lasser|bewaarder|delver|zetter|legger|wasser"
    r"|bewaker|loods|piloot|kapitein|officier)$"
)
_IS_BARE = re.compile(r"\b(?:is|was|wordt|werd) (?:zelf |ook |nu |vroeger )?$")
_RELATIVE_OF = re.compile(
    r"\b(?:zoon|dochter|vrouw|man|kind|broer|zus|weduwe|partner|ex|neef|nicht) (?:van de"
    r"|van een|vd|v\.d\.) $"
)
_FAMILY_OF = re.compile(
    r"\b(?:tweeling|drieling|kinderen|kids|gezin|familie|ouders|moeder|pleeg\w+) (?:van de"
    r"|van een|vd|v\.d\.) $"
)
_APPOSITION = re.compile(r"(?:, | \()(?:een |zelf |ook |de |\w{2,10}e ){0,2}$")
_EMPLOYER = re.compile(
    r"\b(?:werkt|werkte|werken|baan|zit|zat|dient|diende|gewerkt|rijdt"
    r"|reed)(?: \w{1,9}){0,2}? (?:bij |op |in )?"
    r"(?:de |het )?(defensie|marechaussee|brandweer|leger|landmacht|luchtmacht|marine"
    r"|booreiland|binnenvaart|taxi"
    r"|vrachtwagen|touringcar|rijnaak|kotter|tanker|cruiseschip|ambulance|kermis|circus|visserij|zeevaart|casino|vuilniswagen)\b"
)
_WORKS = (
    r"\b(?:werkt|werkte|werken|werkzaam|gewerkt|baan|aan het werk|dient|diende|doet iets)"
    r"(?: \w{1,9}){0,2}?"
)
_SECTOR = re.compile(
    rf"(?:{_WORKS} in (?:de |het )?|\b(?:zit|zat) in (?:de |het )(?!(?:jeugd)?zorg|opvang))"
    r"((?:\w{3,12})?(?:bouw|zorg|horeca|onderwijs|transport|logistiek|schoonmaak|haven|visserij|tuinbouw"
    r"|landbouw|kinderopvang|ict|kassen|fabriek|slachterij|slachthuis|magazijn|distributiecentrum"
    r"|beveiliging|autohandel|metaal|techniek"
    r"|offshore|catering|scheepvaart|keuken van \w+|ziekenhuis|verpleeghuis))(?![^\W_])"
)
_PUBLIC_EMPLOYER = re.compile(
    rf"{_WORKS} (?:bij|voor) (?:de |het |een )?"
    r"(politie|gemeente|justitie|belastingdienst|reclassering|rechtbank|kerk|moskee|school|krant"
    r"|jeugdzorg|ggz|ggd|omroep|veilig thuis|raad voor de kinderbescherming|spoorwegen"
    r"|albert heijn|ah|jumbo|lidl|aldi|action|hema|ikea|postnl|dhl|ns|klm|schiphol|philips"
    r"|asml|picnic|thuisbezorgd|mcdonalds"
    r"|kfc|bank|uwv|om|duo|coa|ind)(?![^\W_])"
)
# What someone does all day tells the job as well; the family must come before it.
_DOES = re.compile(
    r"\b(?:(?:staat|stond|staan) (?:dagelijks |altijd |zelf )?"
    r"(voor (?:de|een) klas|voor groep \d|achter de (?:bar|kassa|toonbank|balie)"
    r"|op de (?:kansel|preekstoel|steiger)|in de (?:keuken van \w+|kassen))"
    r"|(?:geeft|gaf|geven) ((?:bij|gym|muziek|zwem|rij|dans|gitaar|piano|taal)?les(?:sen)?)\b"
    r"(?! aan haar| aan zijn)"
    r"|(?:rijdt|reed|rijden|zit|zat) (op (?:de|een) (?:vrachtwagen|lijnbus|kraan|heftruck|taxi))\b"
    r"|(?:rijdt|reed|rijden) (op de (?:bus|tram|trein))\b"
    r"|(?:doet|deed|doen) (?:de |iets in de )?"
    r"(beveiliging|schoonmaak|catering|bezorging|thuiszorg|administratie (?:bij|voor) \w+)\b"
    r"|(?:zit|zat) (?:zelf|vroeger|jaren|jarenlang|al \w+|zelf ook|ook) "
    r"(bij de (?:politie|brandweer|gemeente|rechtbank|reclassering))\b"
    r"|(?:bezorgt|bezorgde) (pakket\w*|post|maaltijden|kranten|pizza's|eten)\b"
    r"|(?:brengt|bracht) ((?:pakket\w*|post|maaltijden|kranten|pizza's) rond)\b"
    r"|(?:vaart|voer) ((?:op|bij) [^.;!?]{0,12}(?:schip|schepen|boot|vaart|marine|kotter|zee))"
    r"|(?:poetst|schoonmaakt|maakt schoon) (bij (?:mensen|anderen|particulieren|bedrijven)"
    r"|(?:in|op|bij) (?:een|het|de) (?:\w{0,20}huis|kantoor|kantoren|school|scholen|hotel\w*))\b"
    r"|(?:zit|zat|zitten) ((?:in|namens \w{2,12} in) de (?:gemeenteraad|provinciale staten))"
    r"|(?:staat|stond) (op de (?:week)?markt)(?= met een kraam| met \w+$))"
)
_OFTEN_AT_THE_TABLE = frozenset(
    {
        "agent",
        "tolk",
        "advocaat",
        "advocate",
        "arts",
        "rechter",
        "juf",
        "meester",
        "coach",
        "begeleider",
    }
    | {
        "assistent",
        "medewerker",
        "adviseur",
        "directeur",
        "officier",
        "secretaris",
        "griffier",
        "oppas",
    }
)
_OF_SOMEONE = ("van de ", "van een ", "vd ", "v.d. ")
_WORK_WORDS = ("als ", "beroep", "zzp ", "tot ", "voor ")
_IS_WORDS = ("is ", "was ", "word", "werd", "zijn ")
_PRONOUNS = frozenset({"ik", "ze", "zij", "hij"})
_NEAR = 9  # words
_REASON = "Een beroep helpt om iemand te herkennen, zeker in een kleine kring."


@cache
def _jobs() -> frozenset[str]:
    return lowered("beroepen", "beroepen")


@cache
def _tails() -> tuple[str, ...]:
    return tuple(job for job in _jobs() if len(job) >= _SHORTEST_TAIL)


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(job[-_SHORTEST_TAIL:] for job in _tails())


def jobs(text: Text) -> Iterator[Found]:
    """Jobs of the people a case is about; the functions at the table only as their job."""
    for n, word in enumerate(text.words):
        before = text.lower[max(0, word.start - 60) : word.start]
        if _tells_job(text, n, before) or _tells_business(word.lower, before):
            yield _job(word.start, word.end)
    for found in _EMPLOYER.finditer(text.lower):
        yield _job(found.start(1), found.end(1))
    for shape in (_SECTOR, _PUBLIC_EMPLOYER, _DOES):
        for found in shape.finditer(text.lower):
            verb = text.within(found.start(), found.start() + 1)
            if verb and _family_before(text, verb[0]):
                yield _job(*found.span(found.lastindex or 1))


def _tells_job(text: Text, n: int, before: str) -> bool:
    word = text.words[n].lower
    if text.lower.startswith(" van beroep", text.words[n].end) and text.unlisted[n]:
        return True
    if _is_job(word):
        if stands_as_surname(text, n):
            return False
        return _is_of_family(text, n, before)
    if len(word) < _FEWEST_LETTERS or not _SOUNDS.search(word):
        return False
    bare = _IS_BARE.search(before) is not None
    return _works_as(before) or (bare and _family_before(text, n))


def _works_as(before: str) -> bool:
    return any(word in before for word in _WORK_WORDS) and _WORK_AS.search(before) is not None


def _says_is(before: str) -> bool:
    return any(word in before for word in _IS_WORDS) and _IS.search(before) is not None


@cache
def _at_the_table() -> frozenset[str]:
    return functions() | _OFTEN_AT_THE_TABLE


def _is_job(word: str) -> bool:
    if word in _jobs() or word in functions() or word.startswith("chef-"):
        return True
    return word[-_SHORTEST_TAIL:] in _last_letters() and word.endswith(_tails())


def _tells_business(word: str, before: str) -> bool:
    if word.endswith("je"):
        word = re.sub(r"(?<=[^aeiou])(?:t?je|netje)$", "", word)
    is_business = word in lowered("beroepen", "zaken") or word.endswith(_BUSINESS_TAIL)
    is_business = is_business and not _NO_BUSINESS.search(word) and word != "zaak"
    return is_business and word != "tent" and _BUSINESS.search(before) is not None


def _is_of_family(text: Text, n: int, before: str) -> bool:
    word = text.words[n].lower
    if _works_as(before) or word.startswith(("ex-", "oud-")):
        return True
    is_of_someone = before.endswith(_OF_SOMEONE)  # looked at first: it costs far less
    if is_of_someone and _RELATIVE_OF.search(before):
        return True
    if is_of_someone and _FAMILY_OF.search(before) and word not in _at_the_table():
        return True
    if _says_is(before) or _AS.search(before):
        return _family_before(text, n) or (
            word not in functions() and _AS.search(before) is not None
        )
    if word in functions() or word in _OFTEN_AT_THE_TABLE:
        return re.search(r"(?:, |\(|\bvader |\bmoeder )zelf $", before) is not None
    return _follows_family(text, n) or _is_apposition(text, n) or _stands_alone(text, n)


def _family_before(text: Text, n: int) -> bool:
    """A member of the family, or a name, somewhere before in the same sentence."""
    for k in range(n - 1, max(-1, n - _NEAR), -1):
        word = text.words[k]
        if {word.lower, word.lower.split("-")[0]} & hints("gezin") or text.strange[k]:
            return True
        if word.first:
            return word.lower in ("is", "was")
    return False


def _follows_family(text: Text, n: int) -> bool:
    """Vader garnalenvisser en moeder postbode."""
    if n == 0 or text.gap(n - 1) not in (" ", ": ", " (", ", ", " = "):
        return False
    before = text.words[n - 1].lower
    ends = text.plain[text.words[n].end : text.words[n].end + 1] in ("", ",", ".", ")", ";")
    return before in hints("gezin") - _PRONOUNS or (ends and before in _PRONOUNS - {"een"})


def _is_apposition(text: Text, n: int) -> bool:
    """Vader, notaris, wordt geloofd; ook: vader (een bekende ondernemer)."""
    before = text.lower[max(0, text.words[n].start - 24) : text.words[n].start]
    after = text.plain[text.words[n].end : text.words[n].end + 1]
    if n == 0 or not _APPOSITION.search(before) or after not in (",", ")", ".", ""):
        return False
    return any(text.words[k].lower in hints("gezin") for k in range(max(0, n - _NEAR), n))


def _stands_alone(text: Text, n: int) -> bool:
    """Visser, hele week op zee; ook: Poolse lasser, 44 jaar. Burgemeester, wethouder: wie erbij
    zijn, en niemand van het gezin."""
    after = text.plain[text.words[n].end : text.words[n].end + 3]
    if after.startswith(" (") and after[2:].isdigit():
        return True
    if n + 1 < len(text.words) and _is_job(text.words[n + 1].lower):
        return False
    first = text.words[0]
    adjective = n == 1 and first.capital and first.lower.endswith("e")
    return after[:2] in (", ", " (") and text.words[n].lower in _jobs() and (n == 0 or adjective)


def _job(start: int, end: int) -> Found:
    return Found(start, end, FindingKind.BEROEP, FindingCertainty.MOGELIJK, _REASON)
