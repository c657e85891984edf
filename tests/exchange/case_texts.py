"""A small case text that tests change in one place."""

from __future__ import annotations

SMALL = """
[casus]
code = "K7-2F"
titel = "Een kleine casus"
organisaties = ["politie", "Veilig Thuis"]
leefgebieden = ["geld"]
t0 = "e1"
banen = ["organisatie Veilig Thuis", "soort incident", "betrokkene"]

[geweldsvorm.psychisch]
zekerheid = "vermoed"

[betrokkene.moeder]
leeftijd = "27_44"

[betrokkene."kind 1"]
leeftijd = "4_11"
kind = true

[deelnemer.wijkagent]
organisatie = "politie"
functie = "wijkagent"

[gebeurtenis.e1]
soort = "melding"
titel = "Politie meldt bij Veilig Thuis"
wanneer = "3 mei 2023"
slachtoffer = ["moeder"]
organisaties = ["politie", "Veilig Thuis"]
gemeld_bij = "Veilig Thuis"
instrument = "melding_veilig_thuis"
effect = "deels"

[[gebeurtenis.e1.bekend_bij]]
organisatie = "Veilig Thuis"
bekend = "ja"
sinds = "mei 2023"

[beleving.e1.wijkagent]
beleving = "risico"
risico_van = "moment"
veiligheid_van = ["betrokkenen"]
in_de_weg = "geen_vroeg_overleg"

[verschil.v1]
over = "Rust"
gebeurtenissen = ["e1"]

[verschil.v1.lezingen]
politie = "rust"

[les.l1]
les = "Bel eerder."
gebeurtenissen = ["e1"]

[actie.a1]
actie = "Bel eerder."
les = "l1"
eigenaar = "politie"
bewaker = "gemeente"
voor = 2027-01-01

[veiligheidscijfer.c1]
wanneer = "mei 2023"
cijfer = 4.5
over = "kind 1"
organisaties = ["politie", "Veilig Thuis"]
samen = "ja"
bij_afsluiten = true

[regie.r1]
soort = "casusregie"
wie = "organisatie"
organisatie = "politie"
wanneer = "mei 2023 - juni 2023"

[fase.f1]
fase = "herstelgericht"
wanneer = "vanaf juni 2023"
gebeurd = "niet_gedaan"

[samenvatting]
zinnen = ["Een zin."]
belevingen = ["e1 wijkagent"]
verschillen = ["v1"]
"""


def small_case_with(old: str, new: str) -> str:
    """The small case with one piece of its text replaced; fails when that piece is not there."""
    assert SMALL.count(old) == 1, f"{SMALL.count(old)} times: {old}"
    return SMALL.replace(old, new)
