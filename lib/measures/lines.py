"""The rows and columns of the form that indicators and figures are made of, in its order."""

from __future__ import annotations

from lib.form import (
    APPLICANTS,
    DECISIONS,
    DOCUMENTS,
    OUTCOMES,
    REASON_GROUPS,
    REMEDY_GROUPS,
    RESULTS,
)

__all__ = [
    "APPLICANTS",
    "DECISIONS",
    "DOCUMENTS",
    "MINIMUM_N",
    "OUTCOMES",
    "REASON_GROUPS",
    "REMEDY_GROUPS",
    "RESULTS",
]

MINIMUM_N = 30
"""Below this denominator a rate is shown but not ranked: one case more would move it by points."""
