"""Any indicator for any members over the years: what the pages on comparison draw.

A member is a group of reports that stands for one line or bar: everything selected, a province, a
city, a county, a group of peers (the organs of one level and kind), or an organ. A rate is taken
over the members' sums, never as a mean of rates, and both its sides over the same reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import ibis
import ibis.expr.types as ir
import pandas as pd

from lib import population
from lib.dataset import Dataset
from lib.measures import MEASURES, MINIMUM_N
from lib.queries.base import member, reports
from lib.queries.rates import counts, rate, sides
from lib.selection import Selection

MEMBERS = ("all", "province", "city", "county", "peers", "organ")


def by_year(dataset: Dataset, selection: Selection, key: str, by: str) -> pd.DataFrame:
    """member, name, province, city, year, numerator, denominator, value, n, of: one row a member
    and year. `value` is null where undefined; `n` of `of` reports give every cell it needs."""
    rows = reports(dataset, selection)
    one, name = member(rows, by)
    above, below = sides(rows, MEASURES[key])
    parts = rows.select(
        "year",
        "province",
        "city",
        member=one,
        name=name,
        above=above,
        below=below,
        due=counts(rows, MEASURES[key]),
    ).filter(lambda t: t["member"].notnull())
    grouped = parts.group_by(["member", "year"]).aggregate(
        name=parts["name"].argmax(parts["year"]),
        province=parts["province"].max(),
        city=parts["city"].max(),
        numerator=parts["above"].sum(),
        denominator=parts["below"].sum(),
        n=parts["above"].count(),
        of=parts["due"].sum(),
    )
    found: pd.DataFrame = _placed(grouped.execute(), by)
    return _valued(found, key).sort_values(["member", "year"], ignore_index=True)


def by_member(dataset: Dataset, selection: Selection, keys: Sequence[str], by: str) -> pd.DataFrame:
    """member, name, province, city, level, kind, n, of, and for the key at position i numerator{i},
    denominator{i}, value{i}, n{i}, of{i}, ranked{i}: one row a member, over all selected years.

    `n` of `of` reports give every cell of all keys. The caller selects a single year where an
    indicator counts pending cases. `ranked{i}` is whether the denominator reaches MINIMUM_N; a
    number of cases always does."""
    rows = reports(dataset, selection)
    one, name = member(rows, by)
    columns: dict[str, ir.Value] = {}
    for at, key in enumerate(keys):
        columns[f"above{at}"], columns[f"below{at}"] = sides(rows, MEASURES[key])
        columns[f"due{at}"] = counts(rows, MEASURES[key])
    parts = rows.select(
        "year", "province", "city", "level", "kind", member=one, name=name, **columns
    ).filter(lambda t: t["member"].notnull())
    wanted: dict[str, ir.Value] = {
        "name": parts["name"].argmax(parts["year"]),
        "province": parts["province"].max(),
        "city": parts["city"].max(),
        "level": parts["level"].argmax(parts["year"]),
        "kind": parts["kind"].argmax(parts["year"]),
        "n": ibis.and_(*(parts[f"above{at}"].notnull() for at in range(len(keys)))).sum(),
        "of": ibis.and_(*(parts[f"due{at}"] for at in range(len(keys)))).sum(),
    }
    for at in range(len(keys)):
        wanted |= {
            f"numerator{at}": parts[f"above{at}"].sum(),
            f"denominator{at}": parts[f"below{at}"].sum(),
            f"n{at}": parts[f"above{at}"].count(),
            f"of{at}": parts[f"due{at}"].sum(),
        }
    found: pd.DataFrame = _placed(parts.group_by("member").aggregate(**wanted).execute(), by)
    for at, key in enumerate(keys):
        parted = found[[f"numerator{at}", f"denominator{at}"]]
        parted.columns = pd.Index(["numerator", "denominator"])
        valued = _valued(parted.assign(n=found[f"n{at}"]), key)
        for column in ("numerator", "denominator", "value"):
            found[f"{column}{at}"] = valued[column]
        enough = valued["denominator"] >= MINIMUM_N
        found[f"ranked{at}"] = True if MEASURES[key].counted else enough.fillna(False).astype(bool)
    return found.sort_values("member", ignore_index=True)


def of_year(
    dataset: Dataset, selection: Selection, year: int, keys: Sequence[str], by: str
) -> pd.DataFrame:
    """`by_member` for one year of the selection."""
    return by_member(dataset, replace(selection, years=(year,)), keys, by)


def side(found: pd.DataFrame, at: int) -> pd.DataFrame:
    """The columns of `by_member` for the indicator at one position, without their number."""
    numbered = ("numerator", "denominator", "value", "n", "of", "ranked")
    others = [n for n in found.columns if not n[-1].isdigit() and n not in numbered]
    part = found[[*others, *(f"{name}{at}" for name in numbered)]]
    return part.rename(columns={f"{name}{at}": name for name in numbered})


def _placed(found: pd.DataFrame, by: str) -> pd.DataFrame:
    """Without the places and kinds that a member's reports do not share."""
    shared = {
        "all": (),
        "province": ("province",),
        "city": ("province", "city"),
        "county": ("province", "city"),
        "peers": ("level", "kind"),
        "organ": ("province", "city", "level", "kind"),
    }[by]
    blank = {name: "" for name in ("province", "city", "level", "kind") if name not in shared}
    return found.assign(**{name: "" for name in blank if name in found.columns})


def _valued(found: pd.DataFrame, key: str) -> pd.DataFrame:
    measure = MEASURES[key]
    unit = measure.unit
    money = unit is not None and unit.fractional
    above = found["numerator"]
    found = found.assign(
        numerator=above.astype("Float64") if money else above.astype("Int64"),
        denominator=found["denominator"].astype("Int64"),
    )
    at = list(found.columns).index("denominator") + 1
    found.insert(at, "value", rate(found, measure))
    return found


# --- other ways to look at the same values --------------------------------------------------------


def changed(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """The frame of `by_year` with `value` as the change on the year before: relative for a number
    of cases, a difference for a rate (percentage points where it is a percentage). Null where the
    year before has no value, or is a zero that nothing can be compared with."""
    before = frame[["member", "year", "value"]].assign(year=frame["year"] + 1)
    joined = frame.merge(before, on=["member", "year"], how="left", suffixes=("", "_before"))
    was = joined.pop("value_before")
    if MEASURES[key].counted:
        value = (joined["value"] - was) / was.where(was > 0)
    else:
        value = joined["value"] - was
    return joined.assign(value=value.astype("Float64"))


def per_resident(frame: pd.DataFrame, residents: Mapping[str, int]) -> pd.DataFrame:
    """The frame of `by_year` by province, city or county with `value` per 100,000 residents, and
    `residents`; null where nobody gave their number."""
    people = frame["member"].map(lambda code: residents.get(str(code))).astype("Int64")
    return frame.assign(
        value=(frame["numerator"] / people * population.PER).astype("Float64"), residents=people
    )


def percentile(values: pd.Series[Any], value: float) -> float | None:
    """How many in a hundred of the peers lie below a value, half of the ties counted; None where
    there are fewer than two.

    >>> percentile(pd.Series([0.1, 0.2, 0.3, 0.4]), 0.3)
    62.5
    """
    known = values.dropna()
    if len(known) < 2:
        return None
    below, ties = int((known < value).sum()), int((known == value).sum())
    return 100 * (below + ties / 2) / len(known)
