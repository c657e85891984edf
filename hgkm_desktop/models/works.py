"""What a casusbestand holds beside cases: studies of some of them, and rows of meetings.

Each is one value with all that is in it, as a case is.
"""

from __future__ import annotations

from hgkm_desktop.models.case import Case
from hgkm_desktop.models.meetings import MeetingSeries
from hgkm_desktop.models.study import Study

Work = Study | MeetingSeries
Value = Case | Work
