"""Section three of the form: requests received and how they were handled."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lib import form
from lib.dataset import Dataset
from lib.form import APPLICANTS, OUTCOMES, REASON_GROUPS
from lib.queries.base import named, reports, shares, sums
from lib.selection import Selection


def flow(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, line (new, carried in, handled, carried out), value, n, of."""
    keys = [f"requests.{line}.total" for line in form.FLOW]
    return named(sums(reports(dataset, selection), ["year"], keys), "line", 1)


def passage(dataset: Dataset, selection: Selection, year: int) -> pd.DataFrame:
    """line, value, n, of of one year: what came in (received, carried_in), what became of it (the
    six outcomes), what is left (carried_out); over the reports that give all nine."""
    lines = (*form.COMES_IN, *OUTCOMES, form.LEFT)
    keys = [f"requests.{line}.total" for line in lines]
    one = replace(selection, years=(year,))
    return named(sums(reports(dataset, one), [], keys, together=True), "line", 1)


def sides(found: pd.DataFrame) -> tuple[int, int]:
    """The sums of `passage`: what came in, and what became of it and is left."""
    came = found["line"].isin(form.COMES_IN)
    return int(found.loc[came, "value"].sum()), int(found.loc[~came, "value"].sum())


def outcomes_by_year(dataset: Dataset, selection: Selection, who: str = "total") -> pd.DataFrame:
    """year, outcome, value, total, share, n, of: over the reports that give all six outcomes, of
    all applicants or of one kind (a column of the form)."""
    keys = [f"requests.{outcome}.{who}" for outcome in OUTCOMES]
    found = sums(reports(dataset, selection), ["year"], keys, together=True)
    return shares(named(found, "outcome", 1), ["year"])


def outcomes_by_applicant(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """applicant, outcome, value, total, share, n, of: summed over the selected years."""
    keys = [f"requests.{outcome}.{who}" for who in APPLICANTS for outcome in OUTCOMES]
    found = sums(reports(dataset, selection), [], keys, together=True)
    found.insert(0, "applicant", found["key"].str.split(".").str[2])
    return shares(named(found, "outcome", 1), ["applicant"])


def applicants_by_year(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """year, applicant, value, total, share, n, of: who made the new requests."""
    keys = [f"requests.received.{who}" for who in APPLICANTS]
    found = sums(reports(dataset, selection), ["year"], keys, together=True)
    return shares(named(found, "applicant", 2), ["year"])


def reasons(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """group, reason, value, total, share, n, of: the reasons inside each group of outcomes.

    A group counts the reports that give all its reasons; `total` is the group's sum over them.
    The 2019 form has no reasons under 其他处理, so that group counts 2021 forms only."""
    rows = reports(dataset, selection)
    pieces = []
    for group in REASON_GROUPS:
        found = named(sums(rows, [], _reasons(group), together=True), "reason", 1)
        found.insert(0, "group", group)
        pieces.append(found)
    return shares(pd.concat(pieces, ignore_index=True), ["group"])


def reasons_by_year(dataset: Dataset, selection: Selection, group: str) -> pd.DataFrame:
    """year, reason, value, total, share, n, of: the reasons of one group."""
    found = sums(reports(dataset, selection), ["year"], _reasons(group), together=True)
    return shares(named(found, "reason", 1), ["year"])


def _reasons(group: str) -> list[str]:
    return [f"requests.{line.key}.total" for line in form.line("requests", group).children]
