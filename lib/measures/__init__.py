"""Named indicators: what is divided by what, in the words of the form. See lib.measures.measure.

>>> MEASURES["grant_rate"].denominator
('requests.handled.total',)
>>> MEASURES["n_received"].counted, MEASURES["grant_rate"].counted
(True, False)
"""

from __future__ import annotations

from lib.measures import documents, remedies, requests
from lib.measures.lines import (
    APPLICANTS,
    DECISIONS,
    DOCUMENTS,
    MINIMUM_N,
    OUTCOMES,
    REASON_GROUPS,
    REMEDY_GROUPS,
    RESULTS,
)
from lib.measures.measure import Measure, asked_by, cells, ways

__all__ = [
    "APPLICANTS",
    "CORRECTION_RATES",
    "DECISIONS",
    "DISPUTE_RATES",
    "DOCUMENTS",
    "MEASURES",
    "MINIMUM_N",
    "OUTCOMES",
    "REASON_GROUPS",
    "REMEDY_GROUPS",
    "REQUEST_RATES",
    "RESULTS",
    "THEMES",
    "Measure",
    "asked_by",
    "cells",
    "ways",
]

_BY_THEME: dict[str, tuple[Measure, ...]] = {
    "requests": requests.counts(),
    "outcomes": (*requests.grants(), *requests.shares_of_handled(), *requests.flows()),
    "applicants": requests.applicant_shares(),
    "reasons": (*requests.reason_shares(), *requests.reason_shares_of_all()),
    "remedies": (
        *remedies.counts(),
        *remedies.disputes(),
        *remedies.corrections(),
        *remedies.corrections_of_both_routes(),
    ),
    "documents": documents.documents(),
    "decisions": documents.decisions(),
    "fees": documents.fees(),
}

THEMES: dict[str, tuple[str, ...]] = {
    theme: tuple(each.key for each in group) for theme, group in _BY_THEME.items()
}
"""The keys of the indicators, by what they are about, in the order they are offered."""

MEASURES: dict[str, Measure] = {each.key: each for group in _BY_THEME.values() for each in group}

REQUEST_RATES = THEMES["outcomes"]
CORRECTION_RATES = tuple(each.key for each in remedies.corrections())
DISPUTE_RATES = tuple(each.key for each in remedies.disputes())
