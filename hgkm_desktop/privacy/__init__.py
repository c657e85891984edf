"""The herleidbaarheidscheck: what in a text could tell a neighbour which family it is about."""

from hgkm_desktop.privacy.checking import check
from hgkm_desktop.privacy.findings import Finding
from hgkm_desktop.privacy.terms import FindingCertainty, FindingKind

__all__ = ["Finding", "FindingCertainty", "FindingKind", "check"]
