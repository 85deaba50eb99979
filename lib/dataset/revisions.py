"""Which revision a report becomes, given what the dataset has: decided here, written in store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from lib.dataset import rows
from lib.dataset.rows import Revision
from lib.dataset.schema import PARTITION
from lib.parsing.report import Report

if TYPE_CHECKING:
    from lib.organs import Organ

Conflict = Literal["revise", "skip", "refuse"]


class Outcome(StrEnum):
    """What became of one report of a write.

    ADDED its organ had no report for the year · REVISED it is a new revision of one ·
    IDENTICAL the same file is in the dataset for that organ and year already, nothing written ·
    SKIPPED the organ has another report for the year, left alone as asked · REFUSED the same, and
    the whole write was stopped for it · WITHHELD it was in a write stopped for another's sake ·
    UNIDENTIFIED its organ or its year is not known, so it has no place in the dataset."""

    ADDED = "added"
    REVISED = "revised"
    IDENTICAL = "identical"
    SKIPPED = "skipped"
    REFUSED = "refused"
    WITHHELD = "withheld"
    UNIDENTIFIED = "unidentified"


@dataclass(frozen=True, slots=True)
class AddResult:
    """`report_id` and `revision` are those written, or those of the report that stood in the way
    ("" and 0 where there is neither)."""

    outcome: Outcome
    name: str
    organ_id: str
    year: int
    report_id: str = ""
    revision: int = 0


class Plan:
    """Decides, report after report, which revision each is, given what is in the dataset."""

    def __init__(self, known: list[dict[str, Any]], batch: str) -> None:
        self.revisions: list[Revision] = []
        self.superseded: list[tuple[str, int]] = []
        self._batch = batch
        self._latest: dict[tuple[str, int], dict[str, Any]] = {}
        self._files: dict[tuple[str, int, str], dict[str, Any]] = {}
        for row in known:
            self._remember(row)

    def _remember(self, row: dict[str, Any]) -> None:
        key = (row["organ_id"], row[PARTITION])
        if key not in self._latest or row["revision"] > self._latest[key]["revision"]:
            self._latest[key] = row
        self._files[(*key, row["source_sha256"])] = row

    def place(self, report: Report, organ: Organ, on_conflict: Conflict) -> AddResult:
        key = (organ.organ_id, report.year)
        if not report.year or not organ.name:
            return AddResult(Outcome.UNIDENTIFIED, report.name, *key)
        same = self._files.get((*key, report.sha256))
        before = self._latest.get(key)
        if same or (before and on_conflict != "revise"):
            row = same or before
            assert row is not None
            left = {"skip": Outcome.SKIPPED, "refuse": Outcome.REFUSED}.get(on_conflict)
            outcome = Outcome.IDENTICAL if same or left is None else left
            return AddResult(outcome, report.name, *key, row["report_id"], row["revision"])
        number = before["revision"] + 1 if before else 1
        ident = rows.report_id(organ.organ_id, report.year, report.sha256, self._batch)
        if before:
            self._supersede(before)
        self.revisions.append(Revision(ident, report, organ, number))
        self._remember(
            {
                "report_id": ident,
                "organ_id": organ.organ_id,
                PARTITION: report.year,
                "revision": number,
                "source_sha256": report.sha256,
            }
        )
        outcome = Outcome.REVISED if before else Outcome.ADDED
        return AddResult(outcome, report.name, *key, ident, number)

    def _supersede(self, before: dict[str, Any]) -> None:
        for at, each in enumerate(self.revisions):
            if each.report_id == before["report_id"]:  # two reports of one organ in one write
                self.revisions[at] = Revision(
                    each.report_id, each.report, each.organ, each.revision, False
                )
                return
        self.superseded.append((before["report_id"], before[PARTITION]))


def withheld(result: AddResult) -> AddResult:
    if result.outcome in (Outcome.ADDED, Outcome.REVISED):
        return AddResult(Outcome.WITHHELD, result.name, result.organ_id, result.year)
    return result
