"""What the reports of a dataset say of each other: year against year, government against organs,
text against text, and whether each came out in time.

The rules are those of lib.checks; here they are run over a whole dataset. The arithmetic between
years goes over columns first, so that sentences are only made where something is wrong: a hundred
thousand reports take seconds. Nothing is written: these findings depend on which other reports
the dataset has, and are made anew for each of its versions. One report that need not be in the
dataset is held against its neighbours in lib.neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from lib import form
from lib.checks import copied, levels, on_time
from lib.checks import years as rules
from lib.dataset import FINDING, Dataset, finding_columns
from lib.findings import Finding
from lib.queries.base import reports, table
from lib.selection import Selection

IDENTITY = ("report_id", "organ_id", "organ", "region_code", "level", "kind", "year", "published")
COLUMNS = (*IDENTITY, *FINDING)
"""The columns of every frame of findings here: whose report, and the finding."""

CODES = frozenset(
    {
        "years.carried_over",
        "years.in_force",
        "years.items",
        "years.items_same",
        "years.fee_unit",
        "years.jump",
        "years.identical",
        "copied.year",
        "copied.organ",
        "levels.sum",
        "time.late",
    }
)
"""What is found here, and so never taken from what was stored with a report."""

WATCHED = tuple(
    dict.fromkeys(
        (
            *(key for each in rules.RELATIONS for key in (*each.before, *each.cells)),
            *rules.JUMPS,
            *rules.FRESH,
        )
    )
)
"""The cells that some rule between years looks at."""

_MONEY = frozenset(key for key in WATCHED if form.cell(key).unit.fractional)


def findings(dataset: Dataset, selection: Selection, texts: bool = True) -> pd.DataFrame:
    """Every finding of this module about the selected reports, as COLUMNS. `texts` also compares
    their text, which takes most of the time where the dataset has any."""
    parts = [
        between_years(dataset, selection),
        between_levels(dataset, selection),
        late(dataset, selection),
    ]
    if texts:
        parts.append(copies(dataset, selection))
    return pd.concat(parts, ignore_index=True).sort_values(
        ["organ_id", "year", "code"], ignore_index=True
    )


def between_years(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """Each selected report against its organ's report of the year before."""
    everything = reports(dataset, replace(selection, years=()))
    rows = everything.select(*IDENTITY, *WATCHED).order_by("organ_id", "year").to_pyarrow()
    identity = rows.select(list(IDENTITY)).to_pandas()
    organs, years = identity["organ_id"].to_numpy(), identity["year"].to_numpy()
    numbers = {
        key: rows[key].cast("float64").to_numpy() for key in WATCHED
    }  # a null is a nan, which equals nothing
    at = np.flatnonzero((organs[1:] == organs[:-1]) & (years[1:] == years[:-1] + 1))
    if selection.years:
        at = at[np.isin(years[at + 1], selection.years)]
    before = {key: column[at] for key, column in numbers.items()}
    after = {key: column[at + 1] for key, column in numbers.items()}
    found = []
    for pair in np.flatnonzero(_worth_a_look(before, after)):
        whose = identity.iloc[at[pair] + 1]
        sides = ({key: exact(key, side[key][pair]) for key in side} for side in (before, after))
        found += [_row(whose, each) for each in rules.check_pair(int(whose["year"]), *sides)]
    return _frame(found)


Columns = Mapping[str, "np.ndarray[Any, Any]"]


def _worth_a_look(before: Columns, after: Columns) -> np.ndarray[Any, Any]:
    """The pairs of years in which some rule may be broken."""
    first = next(iter(before.values()))
    marked = np.zeros(len(first), bool)
    for relation in rules.RELATIONS:
        marked |= np.abs(relation.expected(before, after) - after[relation.cell]) > 0
    for key, floor in rules.JUMPS.items():
        marked |= rules.jumped(before[key], after[key], floor)
    marked |= rules.unit_slipped(before[rules.FEE], after[rules.FEE])
    still, moved = np.ones(len(first), bool), np.zeros(len(first), bool)
    for relation in rules.ITEMS:
        last, change = relation.before
        still &= before[last] == after[last]
        moved |= np.abs(after[change]) > 0
    same, any_ = np.ones(len(first), bool), np.zeros(len(first), bool)
    for key in rules.FRESH:
        one, other = before[key], after[key]
        same &= (one == other) | (np.isnan(one) & np.isnan(other))
        any_ |= other > 0
    looked: np.ndarray[Any, Any] = marked | (still & moved) | (same & any_)
    return looked


def exact(key: str, value: float | None) -> Decimal | None:
    """A stored number as it was printed; None where there is none."""
    if value is None or value != value:
        return None
    return Decimal(str(value)) if key in _MONEY else Decimal(int(value))


def late(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The selected reports that came out after their date."""
    rows = reports(dataset, selection).select(*IDENTITY).execute()
    rows = rows[rows["published"].notna()]
    pairs = rows[["year", "kind"]].drop_duplicates().itertuples(index=False, name=None)
    limits = {(year, kind): on_time.limit(int(year), kind) for year, kind in pairs}
    due = [limits[each] for each in zip(rows["year"], rows["kind"], strict=True)]
    rows = rows[pd.to_datetime(rows["published"]) > pd.to_datetime(pd.Series(due, rows.index))]
    found = []
    for whose in rows.to_dict("records"):
        finding = on_time.late(day(whose["published"]), int(whose["year"]), whose["kind"])
        if finding:
            found.append(_row(whose, finding))
    return _frame(found)


def day(value: Any) -> date | None:
    """A column's date as a date, None where there is none."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def between_levels(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """Each selected government against the organs of its own place, by year: hints."""
    everything = reports(dataset, replace(selection, levels=(), kinds=(), organs=()))
    rows = everything.select(*IDENTITY, levels.CELL).execute()
    rows = rows[rows["region_code"] != ""]
    chosen = rows["kind"] == "government"
    if selection.levels:
        chosen &= rows["level"].isin(selection.levels)
    if selection.kinds and "government" not in selection.kinds:
        chosen &= False
    if selection.organs:
        chosen &= rows["organ_id"].isin(selection.organs)
    under = rows[rows["kind"].isin(("department", "functional_zone", "town_street"))]
    under = under[under[levels.CELL].notna()]
    where = ["region_code", "year"]
    sums = under.groupby(where)[levels.CELL].agg(["sum", "size"]).reset_index()
    less = rows[chosen].merge(sums, on=where)
    less = less[(less["size"] >= 2) & (less[levels.CELL] < less["sum"])]
    # sentences only where there is something to say
    doubtful = under.merge(less[where].drop_duplicates(), on=where)
    by_place = {key: part for key, part in doubtful.groupby(where)}
    found = []
    for identity in less.to_dict("records"):
        part = by_place[identity["region_code"], identity["year"]]
        received = {
            name: Decimal(int(value))
            for name, value in zip(part["organ_id"], part[levels.CELL], strict=True)
        }
        own = exact(levels.CELL, identity[levels.CELL])
        finding = levels.check_levels(identity["organ"], int(identity["year"]), own, received, "")
        if finding:
            found.append(_row(identity, finding))
    return _frame(found)


# --- text ---------------------------------------------------------------------------------------


def copies(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The selected reports whose text is mostly that of the year before, or of another organ; the
    others are looked for in the whole dataset. Empty where the dataset keeps no text."""
    rows = reports(dataset, Selection()).select(*IDENTITY).execute().set_index("report_id")
    texts = _texts(dataset, rows)
    wanted = set(reports(dataset, selection).select("report_id").execute()["report_id"])
    ready = {
        ident: copied.ready(sections, rows.at[ident, "organ"]) for ident, sections in texts.items()
    }
    places = {(rows.at[i, "organ_id"], rows.at[i, "year"]): i for i in ready}
    found = []
    for ident in wanted & set(ready):
        organ_id, year = rows.at[ident, "organ_id"], int(rows.at[ident, "year"])
        before = places.get((organ_id, year - 1))
        alike = copied.likeness(ready[ident], ready[before]) if before else None
        if alike:
            found.append((ident, copied.copied_from_last_year(year, alike)))
    marks = {ident: text.marks() for ident, text in ready.items()}
    for pair in copied.candidates(marks):
        for here, there in (pair, pair[::-1]):
            if here not in wanted or rows.at[here, "organ_id"] == rows.at[there, "organ_id"]:
                continue
            alike = copied.likeness(ready[here], ready[there])
            if alike:
                other, other_year = rows.at[there, "organ"], int(rows.at[there, "year"])
                year = int(rows.at[here, "year"])
                found.append((here, copied.copied_from_organ(year, other, other_year, alike)))
    rows = rows.reset_index().set_index("report_id", drop=False)
    return _frame([_row(rows.loc[ident], finding) for ident, finding in found])


def _texts(dataset: Dataset, rows: pd.DataFrame) -> dict[str, dict[str, str]]:
    """report_id -> section -> text, of the current reports."""
    sections = table(dataset, "sections")
    kept = sections.filter(sections["section"].isin(copied.SECTIONS)).select(
        "report_id", "section", "text"
    )
    found: dict[str, dict[str, str]] = {}
    for ident, section, text in kept.execute().itertuples(index=False, name=None):
        if ident in rows.index and text:
            found.setdefault(ident, {})[section] = text
    return found


# --- rows -----------------------------------------------------------------------------------------


def _row(identity: Any, finding: Finding) -> tuple[Any, ...]:
    return (*(identity[name] for name in IDENTITY), *finding_columns(finding))


def _frame(found: list[tuple[Any, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(found, columns=pd.Index(COLUMNS))
    for name in ("expected", "printed"):
        frame[name] = frame[name].astype("float64")
    return frame
