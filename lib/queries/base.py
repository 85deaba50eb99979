"""Where every query begins: an Ibis backend over one version of a dataset.

Streamlit runs each visitor's script in a new thread and a DuckDB connection serves one thread at a
time, so a connection belongs to a thread while the thread lives and is handed to another after.
Opening one costs some 50 ms (DuckDB reads the footers of the Parquet files), a page's query less.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import Any

import ibis
import ibis.expr.types as ir
import pandas as pd

from lib import form, measures
from lib.dataset import SCHEMAS, Dataset, dispositions
from lib.selection import Selection

ENGINE = os.environ.get("DISCLOSURE_ENGINE", "duckdb")
"""`duckdb` (in this process), or a URL that ibis.connect takes for an engine that reads Delta, such
as pyspark://. The tests of the queries also pass on polars://."""

# the first rows of a table are found by what they are sorted by, and the rest of its two hundred
# columns is read for those alone
_FIRST_ROWS = 1000
_DIGITS = {"province": 2, "city": 4, "county": 6}

Backend = Any  # ibis has no public base type that mypy could check the methods of


@dataclass
class _Connection:
    """A backend and the tables registered with it."""

    backend: Backend
    tables: dict[str, ir.Table] = field(default_factory=dict)


_lock = threading.Lock()
_pools: dict[tuple[str, str], dict[threading.Thread, _Connection]] = {}


def _connection(dataset: Dataset) -> _Connection:
    """This thread's connection to this version of the dataset."""
    root, version = str(dataset.root), dataset.version
    me = threading.current_thread()
    with _lock:
        for other in [key for key in _pools if key[0] == root and key[1] != version]:
            # an older version: running threads keep their own reference until they end
            del _pools[other]
        pool = _pools.setdefault((root, version), {})
        if me not in pool:
            ended = next((owner for owner in pool if not owner.is_alive()), None)
            pool[me] = _Connection(_open()) if ended is None else pool.pop(ended)
        return pool[me]


def _open() -> Backend:
    if ENGINE != "duckdb":
        return ibis.connect(ENGINE)
    return ibis.duckdb.connect(late_materialization_max_rows=_FIRST_ROWS)


def connect(dataset: Dataset) -> Backend:
    """The Ibis backend this thread may use for this version of the dataset."""
    return _connection(dataset).backend


def table(dataset: Dataset, name: str) -> ir.Table:
    """A table of the dataset, whole; without rows where the dataset has none yet."""
    connection = _connection(dataset)
    if name not in connection.tables:
        connection.tables[name] = _register(connection.backend, dataset, name)
    return connection.tables[name]


def _register(backend: Backend, dataset: Dataset, name: str) -> ir.Table:
    files = dataset.uris(name)
    wanted = ibis.Schema.from_pyarrow(SCHEMAS[name])
    if not files:
        return backend.create_table(name, schema=wanted, temp=True)
    if ENGINE == "duckdb":
        found = backend.read_parquet(
            files, table_name=name, hive_partitioning=True, union_by_name=True
        )
    else:
        delta = dataset.delta(name)
        assert delta is not None, "a table with files has a log"
        found = backend.read_delta(delta.table_uri, table_name=name)
    # a file written before the form gained a cell has no column for it: that is null, not an error
    absent = {
        column: ibis.null(kind) for column, kind in wanted.items() if column not in found.columns
    }
    return found.mutate(**absent) if absent else found


def reports(dataset: Dataset, selection: Selection) -> ir.Table:
    """The current revisions of the selected reports, one row each, a column for every cell."""
    found = table(dataset, "reports")
    wanted = [found["current"]]
    if selection.years:
        wanted.append(found["year"].isin(selection.years))
    if selection.levels:
        wanted.append(found["level"].isin(selection.levels))
    if selection.kinds:
        wanted.append(found["kind"].isin(selection.kinds))
    if selection.organs:
        wanted.append(found["organ_id"].isin(selection.organs))
    if selection.regions:
        wanted.append(
            ibis.or_(*(found["region_code"].startswith(code) for code in selection.regions))
        )
    if selection.without_errors:
        wanted.append(sound(dataset, found))
    return found.filter(*wanted)


def sound(dataset: Dataset, rows: ir.Table) -> ir.BooleanValue:
    """Whether a report of `reports` carries no error: none was found, or all were dismissed."""
    none = rows["n_errors"].fill_null(0) == 0
    cleared = _cleared(dataset)
    return none | rows["report_id"].isin(cleared) if cleared else none


def _cleared(dataset: Dataset) -> list[str]:
    """The reports with errors all of which a reader has dismissed."""
    decided = dispositions.standing(dataset)
    dismissed = decided[decided["verdict"] == dispositions.Verdict.DISMISSED]
    if dismissed.empty:
        return []
    known = set(dismissed[["organ_id", "year", "code", "cells"]].itertuples(index=False, name=None))
    errors = table(dataset, "findings").filter(lambda each: each["severity"] == "error")
    rows = table(dataset, "reports")
    of = rows.filter(rows["current"], rows["organ_id"].isin(dismissed["organ_id"].unique()))
    joined = of.select("report_id", "organ_id").inner_join(errors, "report_id")
    found = joined.select("report_id", "organ_id", "year", "code", "cells").execute()
    found["gone"] = [
        (organ, year, code, dispositions.together(cells)) in known
        for organ, year, code, cells in found[["organ_id", "year", "code", "cells"]].itertuples(
            index=False, name=None
        )
    ]
    gone = found.groupby("report_id")["gone"].all()
    return [str(ident) for ident in gone.index[gone]]


def member(rows: ir.Table, by: str) -> tuple[ir.StringValue, ir.StringValue]:
    """The id and the name of the member a report belongs to; null where it belongs to none."""
    if by == "all":
        return ibis.literal("all"), ibis.literal("")
    if by == "organ":
        return rows["organ_id"], rows["organ"]
    if by == "peers":
        return rows["level"] + "." + rows["kind"], rows["level"] + "." + rows["kind"]
    code = rows["region_code"].substr(0, _DIGITS[by])
    # a code that ends in 00 at this depth is the place above: a province's own organs
    inside = (code.length() == _DIGITS[by]) & (code.substr(_DIGITS[by] - 2, 2) != "00")
    return ibis.ifelse(inside, code, ibis.null("string")), rows[by]


def quantity(rows: ir.Table, key: str) -> ir.NumericColumn:
    """A cell, or a heading of the form as the sum of its leaves (see lib.measures.ways).

    Null where any of its parts is null: a blank is not taken for zero."""
    sums = [reduce(add, (rows[cell] for cell in way)) for way in measures.ways(key)]
    return sums[0] if len(sums) == 1 else ibis.coalesce(*sums)


def asked(rows: ir.Table, key: str) -> ir.BooleanValue:
    """Whether the form prescribed for a report's year asks for the quantity."""
    years = [
        rows["year"].between(edition.since, edition.until) for edition in measures.asked_by(key)
    ]
    return ibis.or_(*years)


def lacks(rows: ir.Table, key: str) -> ir.BooleanValue:
    """Whether a report does not give a quantity that its year's form asks for."""
    return quantity(rows, key).isnull() & asked(rows, key)


def sums(
    rows: ir.Table, by: Sequence[str], keys: Sequence[str], together: bool = False
) -> pd.DataFrame:
    """The sum of each quantity: one row a group and key, with `value`, `n` and `of`: the reports
    that give it, of those that do or whose year's form asks for it.

    `together` leaves out the reports that lack one of the quantities, so that shares among them
    are of one set of reports. One pass over the table, whatever the number of keys."""
    asking = {measures.asked_by(key): key for key in keys}  # most are asked by the same forms
    due = {editions: f"asked{number}" for number, editions in enumerate(asking)}
    parts = rows.select(
        *by,
        **{f"part{index}": quantity(rows, key) for index, key in enumerate(keys)},
        **{due[editions]: asked(rows, key) for editions, key in asking.items()},
    )
    if together:
        whole = ibis.and_(*(parts[f"part{index}"].notnull() for index in range(len(keys))))
        parts = parts.mutate(whole=whole)
    columns = [parts[f"part{index}"] for index in range(len(keys))]
    wanted: dict[str, ir.Value] = {"n": parts["whole"].sum().fill_null(0)} if together else {}
    for index, (key, column) in enumerate(zip(keys, columns, strict=True)):
        counted = column.notnull() | parts[due[measures.asked_by(key)]]
        wanted[f"of{index}"] = counted.sum().fill_null(0)
        if together:
            # a filter of each sum by itself takes an engine four times as long
            wanted[f"value{index}"] = ibis.ifelse(parts["whole"], column, None).sum()
        else:
            wanted |= {f"value{index}": column.sum(), f"n{index}": column.count()}
    wide = (parts.group_by(list(by)) if by else parts).aggregate(**wanted).execute()
    wide = wide.sort_values(list(by), ignore_index=True) if by else wide
    pieces = []
    for index, key in enumerate(keys):
        piece = wide[[*by, f"value{index}", "n" if together else f"n{index}", f"of{index}"]]
        piece.columns = pd.Index([*by, "value", "n", "of"])
        piece.insert(len(by), "key", key)
        pieces.append(piece)
    found: pd.DataFrame = pd.concat(pieces, ignore_index=True)
    fractional = any(
        form.cell(cell).unit.fractional for key in keys for cell in measures.cells(key)
    )
    return found.astype(
        {"value": "Float64" if fractional else "Int64", "n": "int64", "of": "int64"}
    )


def named(frame: pd.DataFrame, name: str, part: int) -> pd.DataFrame:
    """The key's row (part 1) or column (part 2) as a column of its own."""
    frame.insert(list(frame.columns).index("key"), name, frame["key"].str.split(".").str[part])
    return frame.drop(columns="key")


def shares(frame: pd.DataFrame, within: Sequence[str]) -> pd.DataFrame:
    """`total` of each group of rows, and each row's share of it; null where the total is 0."""
    at = list(frame.columns).index("value") + 1
    total = frame.groupby(list(within), sort=False)["value"].transform(lambda v: v.sum(min_count=1))
    frame.insert(at, "total", total)
    frame.insert(at + 1, "share", frame["value"] / total.where(total > 0))
    return frame
