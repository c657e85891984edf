"""The vocabulary: every word that is stored in the file, with its Dutch label."""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A stored word (stable, ASCII) with the label that screen and paper show."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Term:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word


class EventKind(StrEnum):
    """What sort of thing happened; each kind has a label, a letter and a shape of its own.

    The shape name is drawn by the renderers of the timeline; letter and shape together are unique.
    Source: de methode, soorten gebeurtenissen (docs/bronnen.md, bron 4).
    """

    label: str
    letter: str
    shape: str

    LIFE_EVENT = ("life_event", "life event", "L", "diamond")
    SIGNAAL = ("signaal", "signaal", "S", "half_circle")
    ADVIES = ("advies", "advies", "D", "circle")
    MELDING = ("melding", "melding", "M", "circle")
    AANGIFTE = ("aangifte", "aangifte", "G", "circle")
    INCIDENT = ("incident", "incident", "V", "triangle_down")
    CONTACT = ("contact", "contact of gesprek", "C", "circle")
    TAXATIE = ("taxatie", "taxatie of onderzoek", "T", "pentagon")
    PLAN = ("plan", "plan of afspraak", "P", "square")
    OVERDRACHT = ("overdracht", "overdracht", "O", "arrow")
    INTERVENTIE = ("interventie", "interventie", "I", "square")
    BESLUIT = ("besluit", "besluit", "B", "hexagon")
    AFSTEMMING = ("afstemming", "afstemmingsmoment", "A", "double_circle")
    RISICOMOMENT = ("risicomoment", "risicomoment", "R", "triangle")

    def __new__(cls, value: str, label: str = "", letter: str = "", shape: str = "") -> EventKind:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label, word.letter, word.shape = label, letter, shape
        return word


class Occurrence(Term):
    """Whether it happened. What did not exist there yet is never a failure."""

    GEBEURD = ("gebeurd", "gebeurd")
    NIET_GEDAAN = ("niet_gedaan", "niet gedaan")
    BESTOND_NIET = ("bestond_niet", "bestond hier nog niet")


class FactStatus(Term):
    VASTGESTELD = ("vastgesteld", "vastgesteld")
    GEMELD = ("gemeld", "gemeld")
    VERMOEDEN = ("vermoeden", "vermoeden")
    BETWIST = ("betwist", "betwist")


class HouseholdRole(Term):
    """The part someone has in one event; a child who is present is a slachtoffer."""

    BETROKKENE = ("betrokkene", "betrokkene")
    SLACHTOFFER = ("slachtoffer", "slachtoffer")
    PLEGER = ("pleger", "pleger")
    OMSTANDER = ("omstander", "omstander")


class AgeBand(Term):
    """Age as a band, never as a number or a birth date."""

    ONBEKEND = ("onbekend", "onbekend")
    ONGEBOREN = ("ongeboren", "nog niet geboren")
    VAN_0_TOT_4 = ("0_3", "0 tot 4 jaar")
    VAN_4_TOT_12 = ("4_11", "4 tot 12 jaar")
    VAN_12_TOT_18 = ("12_17", "12 tot 18 jaar")
    VAN_18_TOT_27 = ("18_26", "18 tot 27 jaar")
    VAN_27_TOT_45 = ("27_44", "27 tot 45 jaar")
    VAN_45_TOT_65 = ("45_64", "45 tot 65 jaar")
    VANAF_65 = ("65_plus", "65 jaar of ouder")


class Answer(Term):
    """Ja, nee or onbekend: onbekend is an answer and is always shown."""

    JA = ("ja", "ja")
    NEE = ("nee", "nee")
    ONBEKEND = ("onbekend", "onbekend")


class Reply(Term):
    """The answer to a question about a case of a sample; onbekend counts, and is shown."""

    JA = ("ja", "ja")
    DEELS = ("deels", "deels")
    NEE = ("nee", "nee")
    ONBEKEND = ("onbekend", "onbekend")


class SampleQuestion(Term):
    """Which question a sample is about (docs/bronnen.md, bron 1, vraag 2 en 3)."""

    HUISVERBOD = ("huisverbod", "na een huisverbod")
    GEEN_HUISVERBOD = ("geen_huisverbod", "RIHG, geen huisverbod")


class TableCaseKind(Term):
    """Which sort of case a bestuurlijke leertafel learns from."""

    STRUCTUREEL_ONVEILIG = ("structureel_onveilig", "structureel onveilig")
    POSITIEF_AFGESLOTEN = ("positief_afgesloten", "goed afgesloten")


class KnelpuntKind(Term):
    """What sort of thing stands in the way of those who do the work."""

    BUREAUCRATIE = ("bureaucratie", "bureaucratie")
    AANBOD = ("aanbod", "ontbrekend aanbod")
    SAMENWERKING = ("samenwerking", "gebrek aan samenwerking")
    ANDERS = ("anders", "iets anders")


class ThreeStep(Term):
    """The three aims by which a DVC looks at what was learned."""

    PREVENTIE = ("preventie", "voorkomen en vroeg signaleren")
    ESCALATIES = ("escalaties", "minder escalaties")
    RECIDIVE = ("recidive", "minder herhaling")


class Pressure(Term):
    """How free an interventie was for the person concerned."""

    VRIJWILLIG = ("vrijwillig", "vrijwillig")
    DRANG = ("drang", "drang")
    DWANG = ("dwang", "dwang")


class MeantFor(Term):
    """Whom an instrument is about."""

    VOLWASSENE = ("volwassene", "volwassene")
    KIND = ("kind", "kind")
    BEIDEN = ("beiden", "volwassene en kind")


class Effect(Term):
    """What an interventie brought about, beside the words of its result."""

    ONBEKEND = ("onbekend", "niet ingevuld")
    BEREIKT = ("bereikt", "bereikt")
    DEELS = ("deels", "deels bereikt")
    UITGEBLEVEN = ("uitgebleven", "bleef uit")


class Audience(Term):
    """For whom an event or a beleving is meant, from narrow to wide."""

    TAFEL = ("tafel", "alleen aan tafel")
    VERSLAG = ("verslag", "verslag")
    BESTUUR = ("bestuur", "bestuur")


class AddedBy(Term):
    DOSSIER = ("dossier", "dossier")
    DEELNEMER = ("deelnemer", "deelnemer")
    FOCUSGROEP = ("focusgroep", "focusgroep")
    BETROKKENE = ("betrokkene", "betrokkene zelf")


class ChainPhase(Term):
    """Where in the chain an event belongs; a label, never progress."""

    VOORKOMEN = ("voorkomen", "voorkomen")
    SIGNALEREN = ("signaleren", "signaleren")
    TOELEIDEN = ("toeleiden", "toeleiden")
    INTERVENTIE = ("interventie", "interventie")
    OPVANG = ("opvang", "opvang")
    NAZORG = ("nazorg", "nazorg")


class SafetyPhase(Term):
    """Phases of working on safety; they repeat and may be empty."""

    DIRECTE_VEILIGHEID = ("directe_veiligheid", "directe veiligheid")
    RISICOGESTUURD = ("risicogestuurd", "risicogestuurde zorg")
    HERSTELGERICHT = ("herstelgericht", "herstelgerichte zorg")


class RegieKind(Term):
    """What is in someone's hands; one kind says nothing about another."""

    CASUSREGIE = ("casusregie", "casusregie")
    PROCESREGIE = ("procesregie", "procesregie")
    ZAAKVERANTWOORDELIJKHEID = ("zaakverantwoordelijkheid", "zaakverantwoordelijkheid")
    COORDINATIE_THV = ("coordinatie_thv", "coördinatie huisverbod")


class RegieHolder(Term):
    """Who holds regie: an organisation, surely nobody, or it was not clear who."""

    ORGANISATIE = ("organisatie", "organisatie")
    NIEMAND = ("niemand", "niemand")
    ONDUIDELIJK = ("onduidelijk", "onduidelijk")


class Mark(Term):
    """How one deelnemer lived one event."""

    GOED = ("goed", "ging goed")
    NIET_OKE = ("niet_oke", "niet oké")
    RISICO = ("risico", "risicovol")

    @property
    def sign(self) -> str:
        """The sign that stands for the mark everywhere, on screen and on paper."""
        return {"goed": "+", "niet_oke": "−", "risico": "!"}[self.value]


class RiskOf(Term):
    MOMENT = ("moment", "moment")
    BESLUIT = ("besluit", "besluit")


class SafetyOf(Term):
    """Whose safety was at risk."""

    BETROKKENEN = ("betrokkenen", "betrokkenen")
    PROFESSIONALS = ("professionals", "professionals")


class Certainty(Term):
    """Status of a vorm van geweld."""

    VERMOED = ("vermoed", "vermoed")
    VASTGESTELD = ("vastgesteld", "vastgesteld")


class Method(Term):
    CASUSEVALUATIE = ("casusevaluatie", "casusevaluatie")
    CASUISTIEKONDERZOEK = ("casuistiekonderzoek", "casuïstiekonderzoek")
    LEERTAFEL = ("leertafel", "bestuurlijke leertafel")
    OEFENING = ("oefening", "oefening")


class CaseState(Term):
    IN_BEWERKING = ("in_bewerking", "in bewerking")
    DEELBAAR = ("deelbaar", "deelbaar")


class Level(Term):
    """Where a lesson or an action belongs."""

    BESTUURLIJK = ("bestuurlijk", "bestuurlijk")
    ORGANISATIE = ("organisatie", "organisatie")
    PRIMAIR = ("primair_proces", "primair proces")
    LANDELIJK = ("landelijk", "landelijk")


class Outcome(Term):
    AFSPRAAK = ("afspraak", "afspraak")
    VERVOLGGESPREK = ("vervolggesprek", "vervolggesprek")
    VERBETERACTIE = ("verbeteractie", "verbeteractie")
    DOORBRAAK = ("doorbraak", "doorbraak")


class AskedOfBoard(Term):
    """What is asked of bestuurders, on their own power."""

    AGENDEREN = ("agenderen", "agenderen")
    BESLUITEN = ("besluiten", "besluiten")
    MIDDELEN = ("middelen", "middelen")
    LOBBY = ("lobby", "lobby")


class Scale(Term):
    """How far an action reaches."""

    LOKAAL = ("lokaal", "lokaal")
    DISTRICT = ("district", "district")
    REGIO = ("regio", "regio")
    LANDELIJK = ("landelijk", "landelijk")


class ActionStatus(Term):
    OPEN = ("open", "open")
    BEZIG = ("bezig", "bezig")
    GEREED = ("gereed", "gereed")
    VERVALLEN = ("vervallen", "vervallen")


class Layer(Term):
    """Where in the work a factor belongs (docs/bronnen.md, bron 3 en 4)."""

    INTERVENTIE = ("interventie", "interventie")
    BEJEGENING = ("bejegening", "bejegening")
    SAMENWERKING = ("samenwerking", "samenwerking")
    STURING = ("sturing", "sturing")


class FactorKind(Term):
    """What a factor does; a third kind beside succes and risico is a cause that can be changed."""

    SUCCES = ("succes", "succesfactor")
    RISICO = ("risico", "risico of knelpunt")
    OORZAAK = ("oorzaak", "oorzaak die te beïnvloeden is")


class Pull(Term):
    """Which way a radertje turned, in the eyes of the person concerned."""

    HIELP = ("hielp", "hielp")
    HINDERDE = ("hinderde", "zat in de weg")

    @property
    def sign(self) -> str:
        """The sign that stands for it everywhere, on screen and on paper."""
        return "+" if self is Pull.HIELP else "−"


class Influence(Term):
    """How much a radertje mattered, as the person concerned feels it."""

    ONBEKEND = ("onbekend", "niet gezegd")
    KLEIN = ("klein", "een beetje")
    MIDDEL = ("middel", "duidelijk")
    GROOT = ("groot", "heel veel")


class Persistence(Term):
    """What became of the problems of a case."""

    ONBEKEND = ("onbekend", "niet ingevuld")
    VOORTBESTAAT = ("voortbestaat", "bestaat voort")
    DEELS = ("deels", "deels opgelost")
    OPGELOST = ("opgelost", "opgelost")


class KnobLevel(Term):
    """At which level the municipality can turn a knop."""

    BESTUURLIJK = ("bestuurlijk", "bestuurlijk")
    BELEIDSMATIG = ("beleidsmatig", "beleidsmatig")
    OPERATIONEEL = ("operationeel", "operationeel")


class FocusGroupKind(Term):
    """What a focus group is for; the closing one tests the result of the whole study."""

    CASUS = ("casus", "bij één casus")
    AFSLUITEND = ("afsluitend", "afsluitend")


class DocumentKind(Term):
    """Which document is made, of a case or of a work; the last one of the whole file."""

    GESPREKSNOTITIE = ("gespreksnotitie", "gespreksnotitie")
    CASUSVERSLAG = ("casusverslag", "casusverslag")
    TIJDLIJN = ("tijdlijn", "tijdlijn")
    RADERTJES = ("radertjes", "radertjes")
    ONDERZOEKSRAPPORTAGE = ("onderzoeksrapportage", "onderzoeksrapportage")
    KNOPPENTELLER = ("knoppenteller", "knoppenteller")
    GESPREKSVERSLAG = ("gespreksverslag", "gespreksverslag")
    WERKBLAD = ("werkblad", "werkblad")
    LEERTAFELBLAD = ("leertafelblad", "leertafelblad")
    LEERTAFELVERSLAG = ("leertafelverslag", "verslag van de leertafel")
    TERUGKOPPELING = ("terugkoppeling", "terugkoppeling aan het DVC")
    CIJFERKAART = ("cijferkaart", "cijferkaart")
    OEFENBOEK = ("oefenboek", "oefenboek")
    ROLKAARTEN = ("rolkaarten", "rolkaarten")
    DEELNEMERSBLAD = ("deelnemersblad", "deelnemersbladen")
    RONDELIJNEN = ("rondelijnen", "tijdlijn per ronde")
    SPEELVERSLAG = ("speelverslag", "verslag van de speelbeurt")
    VERBETERACTIES = ("verbeteracties", "lijst van verbeteracties")


class DocumentForm(Term):
    """The sort of file that a document is; the stored word is also how its name ends."""

    PDF = ("pdf", "pdf")
    ODT = ("odt", "tekstdocument (odt)")
    SVG = ("svg", "afbeelding (svg)")
    PNG = ("png", "afbeelding (png)")
