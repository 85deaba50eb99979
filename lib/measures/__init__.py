"""Named indicators: what is divided by what, in the words of the form. See lib.measures.measure.

>>> MEASURES["grant_rate"].denominator
('requests.handled.total',)
>>> MEASURES["n_received"].counted, MEASURES["grant_rate"].counted
(True, False)
"""

from __future__ import annotations

from lib.measures import documents, remedies, requests
from lib.measures.measure import MINIMUM_N, Measure, asked_by, cells, ways

__all__ = [
    "CORRECTION_RATES",
    "DISPUTE_RATES",
    "MEASURES",
    "MINIMUM_N",
    "REQUEST_RATES",
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
