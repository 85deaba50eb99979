"""Invented reports, made from the form: consistent in every promise, or with planted faults.

Nothing here is real: the places do not exist, their codes begin with 9, and every row made from
these reports is marked as invented. They show the dashboard at work and test the reading.
"""

from __future__ import annotations

from lib.synthetic.faults import FAULTS, plant
from lib.synthetic.organs import invent_organs
from lib.synthetic.reports import Habits, invent_report, invent_reports
from lib.synthetic.writers import FORMATS, Format, write

__all__ = [
    "FAULTS",
    "FORMATS",
    "Format",
    "Habits",
    "invent_organs",
    "invent_report",
    "invent_reports",
    "plant",
    "write",
]
