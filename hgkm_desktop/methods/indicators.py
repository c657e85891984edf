"""Every indicator that is read off the line of one case, in the order of the list of experts."""

from __future__ import annotations

from collections.abc import Callable

from hgkm_desktop.methods.plans import (
    interventions_beside_plans,
    plans_made,
    research_before_plan,
)
from hgkm_desktop.methods.presence import contacts_with_veilig_thuis, organisations_at_once
from hgkm_desktop.methods.results import Result
from hgkm_desktop.methods.safety import eighteen_months_later, scores
from hgkm_desktop.methods.times import risk_to_coordination, violence_to_report, without_regie
from hgkm_desktop.models.case import Case
from hgkm_desktop.models.indicators import IndicatorId, indicators

_COMPUTED: dict[IndicatorId, Callable[[Case], Result]] = {
    IndicatorId.GEWELD_TOT_MELDING: violence_to_report,
    IndicatorId.RISICO_TOT_AFSTEMMING: risk_to_coordination,
    IndicatorId.ZONDER_REGIE: without_regie,
    IndicatorId.ORGANISATIES_TEGELIJK: organisations_at_once,
    IndicatorId.CONTACTMOMENTEN_VT: contacts_with_veilig_thuis,
    IndicatorId.FEITENONDERZOEK_VOOR_PLAN: research_before_plan,
    IndicatorId.PLANNEN: plans_made,
    IndicatorId.INTERVENTIE_PAST: interventions_beside_plans,
    IndicatorId.VEILIGHEIDSCIJFERS: scores,
    IndicatorId.NA_18_MAANDEN: eighteen_months_later,
}


def read_off(case: Case, indicator: IndicatorId) -> Result:
    """What the line of this case says on one indicator; what did not happen counts for nothing."""
    return _COMPUTED[indicator](case)


def results_of(case: Case) -> tuple[Result, ...]:
    """What the line of this case says, a result for each indicator of the list."""
    return tuple(read_off(case, indicator.id) for indicator in indicators())
