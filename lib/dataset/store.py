"""A dataset on disk (or in an object store): reading, and adding reports as revisions.

Delta commits one table at a time. The evidence is therefore written first, under ids nobody else
has, and the commit of `reports` is the moment a report exists: a write that fails before it
leaves evidence no report points to, never a report without its evidence.

Two writers: each commit of `reports` carries the application transaction "reports", which makes
Delta refuse the second of two commits made from the same version, appends included. The one who
is refused looks again at what is there, and decides again which revision his reports are.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, QueryBuilder, Transaction, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from lib.dataset import rows
from lib.dataset.files import Files
from lib.dataset.revisions import AddResult, Conflict, Outcome, Plan, withheld
from lib.dataset.rows import Revision
from lib.dataset.schema import PARTITION, SCHEMAS, TABLES
from lib.parsing.report import Report

if TYPE_CHECKING:
    from lib.organs import Organ

_ATTEMPTS = 30
_KNOWN = ["report_id", "organ_id", PARTITION, "revision", "current", "source_sha256"]


class ReadOnly(Exception):
    """The dataset is one that ships with the project: nothing is ever written to it."""


class Dataset:
    """`root` is a folder or an object store's address. `begins_as` is read while the root does
    not exist yet, and copied there by the first write. `files` are those the reports were read
    from, where they are kept."""

    def __init__(
        self, root: str | Path, *, read_only: bool = False, begins_as: Dataset | None = None
    ) -> None:
        self.root = str(root)
        self.read_only = read_only
        self.files = Files(self.root, read_only=read_only)
        self._begins_as = begins_as

    # --- reading ------------------------------------------------------------------------------

    def exists(self) -> bool:
        """Whether there is something to read, here or in what it begins as."""
        return self._here("reports") or (self._begins_as is not None and self._begins_as.exists())

    @property
    def version(self) -> str:
        """A token that changes with every commit of any table, and from one dataset to another."""
        return "|".join([self.root, *(self._token(name) for name in TABLES)])

    @property
    def decided(self) -> str:
        """A token that changes with every decision on a finding (lib.dataset.dispositions)."""
        return self._token("dispositions")

    def _token(self, name: str) -> str:
        """A table's id and version; "-" for none. A page asks a dozen times, and to open a table
        takes a millisecond: a local log that has no new file since is not opened again."""
        if not self._here(name):
            elsewhere = self._begins_as if not self._here("reports") else None
            return "-" if elsewhere is None else elsewhere._token(name)
        uri = self._uri(name)
        log = _log(uri)  # before the table: a commit in between is seen the next time
        known = _tokens.get(uri)
        if log is not None and known is not None and known[0] == log:
            return known[1]
        table = DeltaTable(uri)
        token = f"{str(table.metadata().id)[:8]}.{table.version()}"
        if log is not None:
            _tokens[uri] = log, token
        return token

    def uris(self, name: str) -> list[str]:
        """The Parquet files of a table; empty where the dataset has none. `year` is in the
        folder's name, not in the file."""
        table = self.delta(name)
        return [] if table is None else sorted(table.file_uris())

    def table(self, name: str, version: int | None = None) -> pa.Table:
        """A whole table, as it is or as it was at an earlier version, with today's columns:
        a column the dataset does not have yet is null."""
        schema = SCHEMAS[name]
        delta = self.delta(name, version)
        if delta is None:
            return schema.empty_table()
        return _conform(delta.to_pyarrow_table(), schema)

    def find(self, organ_id: str, year: int) -> dict[str, Any] | None:
        """The current report of an organ for a year, as a row of `reports`."""
        delta = self.delta("reports")
        if delta is None:
            return None
        name = organ_id.replace("'", "''")
        found = _select(
            delta, "*", f"{PARTITION} = {int(year)} and organ_id = '{name}' and \"current\""
        )
        conformed: list[dict[str, Any]] = _conform(found, SCHEMAS["reports"]).to_pylist()
        return conformed[0] if conformed else None

    def delta(self, name: str, version: int | None = None) -> Any | None:
        """The Delta table itself, for what this class does not offer; None where absent."""
        if self._here(name):
            return DeltaTable(self._uri(name), version=version)
        if self._begins_as is not None and not self._here("reports"):
            return self._begins_as.delta(name, version)
        return None

    # --- adding -------------------------------------------------------------------------------

    def add(
        self,
        parsed: Sequence[tuple[Report, Organ]],
        invented: bool = False,
        on_conflict: Conflict = "revise",
        *,
        batch: str = "",
        read_at: datetime | None = None,
        evidence: Sequence[str] = ("entries", "findings", "sections"),
    ) -> list[AddResult]:
        """Add reports in one commit and say, in their order, what became of each.

        `batch` names this write (it is part of the report ids; random unless given), `evidence`
        the tables written beside the numbers. Raises ReadOnly for a dataset that ships."""
        if self.read_only:
            raise ReadOnly(self.root)
        self._prepare()
        batch = batch or secrets.token_hex(6)
        read_at = read_at or datetime.now(UTC)
        written: set[str] = set()
        for attempt in range(_ATTEMPTS):
            target = DeltaTable(self._uri("reports"))
            plan = Plan(_known(target, parsed), batch)
            results = [plan.place(report, organ, on_conflict) for report, organ in parsed]
            if any(result.outcome is Outcome.REFUSED for result in results):
                return [withheld(result) for result in results]
            if not plan.revisions:
                return results
            fresh = [each for each in plan.revisions if each.report_id not in written]
            self._write_evidence(fresh, evidence)
            written.update(each.report_id for each in fresh)
            try:
                _commit(target, plan, rows.reports(plan.revisions, invented, read_at))
                return results
            except CommitFailedError:
                _wait(attempt)
        raise CommitFailedError(f"{self.root}: another writer was always faster")

    def note(self, name: str, rows: pa.Table) -> None:
        """Append rows to a table that stands beside the reports. Raises ReadOnly for a dataset
        that ships."""
        if self.read_only:
            raise ReadOnly(self.root)
        self._append(name, rows)

    def _write_evidence(self, revisions: list[Revision], evidence: Sequence[str]) -> None:
        for name in evidence:
            found = getattr(rows, name)(revisions)
            if len(found):
                self._append(name, found)

    def _append(self, name: str, found: pa.Table) -> None:
        """Append, again where another writer has made the table in the same moment: of two first
        commits one is refused whole, so nothing is written twice."""
        for attempt in range(_ATTEMPTS):
            try:
                write_deltalake(
                    self._uri(name),
                    found,
                    mode="append",
                    partition_by=[PARTITION],
                    schema_mode="merge",
                )
                return
            except CommitFailedError:
                _wait(attempt)
        raise CommitFailedError(f"{self._uri(name)}: another writer was always faster")

    def _prepare(self) -> None:
        if self._here("reports"):
            return
        if self._begins_as is not None and self._begins_as.exists():
            # `reports` last: while it is absent the dataset is still read as what it begins as
            for name in (*TABLES[1:], TABLES[0]):
                if self._begins_as.delta(name) is not None and not self._here(name):
                    self._copy(name, self._begins_as.table(name))
            return
        schema = SCHEMAS["reports"]
        try:
            DeltaTable.create(self._uri("reports"), schema, mode="ignore", partition_by=[PARTITION])
        except CommitFailedError:
            if not self._here("reports"):  # otherwise another writer has just made it
                raise

    def _copy(self, name: str, source: pa.Table) -> None:
        """The whole table in its first commit, so that nobody can write to half a copy."""
        try:
            write_deltalake(self._uri(name), source, mode="error", partition_by=[PARTITION])
        except (DeltaError, OSError):
            if not self._here(name):  # otherwise another writer has just made the same copy
                raise

    def _here(self, name: str) -> bool:
        if "://" not in self.root:
            return Path(self._uri(name), "_delta_log").is_dir()
        return bool(DeltaTable.is_deltatable(self._uri(name)))

    def _uri(self, name: str) -> str:
        return f"{self.root.rstrip('/')}/{name}" if "://" in self.root else _folder(self.root, name)


_tokens: dict[str, tuple[tuple[int, ...], str]] = {}


def _log(uri: str) -> tuple[int, ...] | None:
    """What changes with every commit to a local table: its log's folder, when a file came to it
    last, how many it has. None for a table in an object store."""
    if "://" in uri:
        return None
    folder = Path(uri, "_delta_log")
    found = folder.stat()
    return found.st_ino, found.st_mtime_ns, sum(1 for _ in folder.iterdir())


def _wait(attempt: int) -> None:
    """Longer with every attempt, and not as long as another writer who failed beside us."""
    time.sleep(min(0.05 * 2**attempt, 1.0) * (0.5 + secrets.randbelow(100) / 100))


def _folder(root: str, name: str) -> str:
    return os.fspath(Path(root, name))


def _known(target: Any, parsed: Sequence[tuple[Report, Organ]]) -> list[dict[str, Any]]:
    """What the dataset has of the organs and years about to be added."""
    years = ", ".join(str(year) for year in sorted({report.year for report, _ in parsed}))
    if not years:
        return []
    wanted = {(organ.organ_id, report.year) for report, organ in parsed}
    found = _select(target, ", ".join(f'"{name}"' for name in _KNOWN), f"{PARTITION} in ({years})")
    return [row for row in found.to_pylist() if (row["organ_id"], row[PARTITION]) in wanted]


def _select(table: Any, columns: str, where: str) -> pa.Table:
    # Delta's own engine, because pyarrow cannot filter by text in files a merge has rewritten
    # (deltalake 1.6.6: "equal has no kernel matching input types (string, string_view)")
    query = f"select {columns} from reports where {where}"
    return pa.table(QueryBuilder().register("reports", table).execute(query).read_all())


def _commit(target: Any, plan: Plan, new: pa.Table) -> None:
    """One commit: the new rows in, the superseded ones no longer current."""
    mark = _mark("reports", target)
    if not plan.superseded:
        write_deltalake(target, new, mode="append", schema_mode="merge", commit_properties=mark)
        return
    idents, years = zip(*plan.superseded, strict=True)
    old = pa.table({"report_id": idents, PARTITION: pa.array(years, pa.int16())})
    old = old.append_column("current", pa.array([False] * len(old)))
    source = pa.concat_tables([new, old], promote_options="default")
    in_years = ", ".join(str(year) for year in sorted(set(years)))
    (
        target.merge(
            source,
            f"t.{PARTITION} in ({in_years}) and t.{PARTITION} = s.{PARTITION} "
            "and t.report_id = s.report_id",
            source_alias="s",
            target_alias="t",
            merge_schema=True,
            commit_properties=mark,
        )
        .when_matched_update({"current": "s.current"})
        .when_not_matched_insert_all()
        .execute()
    )


def _mark(name: str, target: Any) -> Any:
    return CommitProperties(
        app_transactions=[Transaction(name, target.version() + 1)], max_commit_retries=5
    )


def _conform(found: pa.Table, schema: pa.Schema) -> pa.Table:
    """Today's columns in today's order."""
    columns = [
        found[field.name].cast(field.type)
        if field.name in found.column_names
        else pa.nulls(len(found), field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)
