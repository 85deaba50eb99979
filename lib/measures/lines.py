"""The rows and columns of the form that indicators and figures are made of, in its order."""

from __future__ import annotations

from lib import form

MINIMUM_N = 30
"""Below this denominator a rate is shown but not ranked: one case more would move it by points."""

OUTCOMES = ("granted", "partly_granted", "refused", "unable", "declined", "other")
REASON_GROUPS = ("refused", "unable", "declined", "other")
APPLICANTS = tuple(each.key for each in form.APPLICANT_COLUMNS if not each.total)
REMEDY_GROUPS = ("reconsideration", "litigation_direct", "litigation_after")
RESULTS = ("upheld", "corrected", "other_result", "pending")
DOCUMENTS = ("regulations", "normative_documents")
DECISIONS = ("licences", "penalties", "coercion")
