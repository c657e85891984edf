"""How a member of a series of meetings and a day that is not known yet are named."""

from __future__ import annotations

from hgkm_desktop.models.meetings import Member

NO_DAY = "nog geen datum"


def member_name(member: Member) -> str:
    """'politie, wijkagent'."""
    return ", ".join(filter(None, (member.organisation, member.function)))
