"""The files a reader has dropped: read once each, kept for the session, added on request."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

import streamlit as st

from lib.dataset import AddResult, open_dataset
from lib.findings import Finding, Severity
from lib.intake import Examined, examine, recheck
from lib.neighbours import together
from lib.organs import Organ, recognise
from lib.parsing.report import Report, State
from lib.queries import catalogue as catalogue_queries
from lib.reading.archive import Bounds, is_archive, is_clutter, members
from lib.reading.document import Unreadable
from lib.ui.sample import is_sample
from lib.words import catalogue

_FOUND = (State.REPORTED, State.INFERRED, State.BLANK, State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said of an upload under the organ and year the reader gave it: its findings,
    worst first, and the other years of the organ it was held against."""

    report: Report
    organ: Organ
    findings: tuple[Finding, ...]
    compared: tuple[int, ...] = ()


@dataclass(slots=True)
class Upload:
    """A dropped file: what was made of it, or why nothing was; and where it was added."""

    sha256: str
    name: str
    data: bytes = b""  # until it is added
    examined: Examined | None = None
    refused: tuple[str, str] | None = None  # zh, en
    added: AddResult | None = None
    discarded: bool = False
    _checked: tuple[object, Checked] | None = None  # the last question asked, and its answer
    _organ: Organ | None = None  # whose it is by its own words, once that was asked

    @property
    def report(self) -> Report | None:
        return self.examined.report if self.examined else None

    def severities(self) -> Counter[Severity]:
        """How many findings of each severity."""
        return Counter(f.severity for f in self.report.findings) if self.report else Counter()

    def cells_read(self) -> int:
        """How many cells of the form were told: numbers, blanks and dashes."""
        if self.report is None:
            return 0
        return sum(entry.state in _FOUND for entry in self.report.entries.values())


# What a dropped zip may hold: a session keeps all of it in memory.
_BOUNDS = Bounds(members=500, member_bytes=50 << 20, total_bytes=500 << 20)


def take(files: list[Any]) -> list[Upload]:
    """The uploads of the files now in the uploader, each read the first time it is seen. The
    files in a zip are uploads of their own. Files no longer there are forgotten, so that they hold
    no memory, and one that was discarded can be dropped again."""
    kept: dict[str, Upload] = st.session_state.setdefault("uploads", {})
    unpacked: dict[str, list[str]] = st.session_state.setdefault("unpacked", {})
    found = []
    dropped: set[str] = set()
    for file in files:
        data = file.getvalue()
        digest = hashlib.sha256(data).hexdigest()
        # a browser sends the name as it likes: only its last part is a name
        name = PurePath(file.name.replace("\\", "/")).name
        if digest not in kept and digest not in unpacked:
            if is_archive(data):
                unpacked[digest] = _unpack(name, digest, data, kept)
            else:
                kept[digest] = _read(digest, name, data)
        dropped |= {digest, *unpacked.get(digest, ())}
        for each in unpacked.get(digest, [digest]):
            if not kept[each].discarded and kept[each] not in found:
                found.append(kept[each])
    for gone in [key for key in (*kept, *unpacked) if key not in dropped]:
        kept.pop(gone, None)
        unpacked.pop(gone, None)
    return found


def _unpack(name: str, digest: str, data: bytes, kept: dict[str, Upload]) -> list[str]:
    """Read the files of a zip into `kept`; their keys in it. What cannot be unpacked is an upload
    that was refused, so that it is said under its name."""
    found = []
    try:
        for member in members(data, _BOUNDS):
            label = " › ".join((name, *member.path))
            if is_clutter(member.path[-1]):
                continue
            if member.refused:
                key = hashlib.sha256(f"{digest}\n{label}".encode()).hexdigest()
                kept[key] = Upload(key, label, refused=(member.refused.zh, member.refused.en))
            else:
                key = hashlib.sha256(member.data).hexdigest()
                if key not in kept:
                    kept[key] = _read(key, PurePath(member.path[-1]).name, member.data)
                    kept[key].name = label
            found.append(key)
    except Unreadable as error:
        kept[digest] = Upload(digest, name, refused=(error.zh, error.en))
        found.append(digest)
    if not found:
        kept[digest] = Upload(digest, name, refused=catalogue()["upload.empty_zip"])
        found.append(digest)
    return found


def _read(digest: str, name: str, data: bytes) -> Upload:
    try:
        return Upload(digest, name, data, examine(name, data))
    except Unreadable as error:
        return Upload(digest, name, refused=(error.zh, error.en))
    except Exception:
        logging.getLogger(__name__).exception("reading %s failed", name)
        return Upload(digest, name, refused=catalogue()["upload.unexpected"])


def placed(upload: Upload, organ: str, year: int) -> Organ:
    """The organ as recognised from its name and what the report says around it."""
    assert upload.report is not None
    # no organ has angle brackets in its name, and a figure would take them for markup
    name = organ.replace("<", "").replace(">", "").strip()
    return recognise(name, upload.report.context, year or None)


def existing(organ: Organ, year: int) -> dict[str, Any] | None:
    """The current report of the organ for the year in the working dataset, if any."""
    return open_dataset("working").find(organ.organ_id, year)


def _whose(upload: Upload) -> Organ | None:
    """Whose report it is by its own words; None where organ or year is not in it, or several places
    have such an organ."""
    report = upload.report
    if report is None or not (report.organ and report.year):
        return None
    if upload._organ is None:
        upload._organ = placed(upload, report.organ, report.year)
    return None if upload._organ.candidates else upload._organ


def standings(uploads: list[Upload]) -> list[str]:
    """What would become of each upload if all were added: "new", the "same" file as the dataset
    has, another report of an organ and year that "exists" there, or a "twin" of one before it in
    the list; "unknown" as to whose it is; "added" already; "" where it was not read."""
    organs = [_whose(upload) for upload in uploads]
    known = catalogue_queries.held(
        open_dataset("working"), sorted({organ.organ_id for organ in organs if organ})
    )
    held = {(of, int(year)): sha for of, year, sha in known.itertuples(index=False, name=None)}
    seen: set[tuple[str, int]] = set()
    found = []
    for upload, organ in zip(uploads, organs, strict=True):
        if upload.report is None or upload.added or is_sample(upload.sha256):
            found.append("added" if upload.added else "")
            continue
        if organ is None:
            found.append("unknown")
            continue
        at = (organ.organ_id, upload.report.year)
        if at in held:
            found.append("same" if held[at] == upload.sha256 else "exists")
        else:
            found.append("twin" if at in seen else "new")
            seen.add(at)
    return found


def check(upload: Upload, organ: Organ | None, year: int, others: list[Upload]) -> Checked:
    """The findings of an upload with those that depend on whose it is and for which year: was it
    in time, does it follow the year before. It is held against the working dataset, and against
    what else was dropped of the same organ."""
    assert upload.report is not None
    if organ is None or not year:
        report = upload.report
        return Checked(report, placed(upload, report.organ, year), _worst_first(report.findings))
    dataset = open_dataset("working")
    placed_others = (
        (other.report, placed(other, other.report.organ, other.report.year))
        for other in others
        if other is not upload and other.report
    )
    beside = [each for each in placed_others if each[1].organ_id == organ.organ_id]
    asked = (organ, year, dataset.version, tuple(report.sha256 for report, _ in beside))
    if upload._checked is None or upload._checked[0] != asked:
        report = recheck(replace(upload.report, organ=organ.name, year=year), organ)
        across = next(found for _, found in together([(report, organ), *beside], dataset))
        known = {other.year for other, _ in beside}
        near = (year - 1, year + 1)
        compared = tuple(y for y in near if y in known or dataset.find(organ.organ_id, y))
        findings = _worst_first((*report.findings, *across))
        upload._checked = (asked, Checked(report, organ, findings, compared))
    return upload._checked[1]


def _worst_first(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: list(Severity).index(finding.severity)))


def add(upload: Upload, organ: Organ, year: int) -> AddResult:
    """Add one report to the working dataset under the organ and year the reader confirmed, and
    keep its file."""
    assert upload.report is not None
    report = recheck(replace(upload.report, organ=organ.name, year=year), organ)
    dataset = open_dataset("working")
    dataset.files.keep(upload.data)
    (result,) = dataset.add([(report, organ)])
    upload.added, upload.data = result, b""
    return result


def add_all(uploads: list[Upload]) -> int:
    """Add every upload that needs no answer from the reader (`standings` says "new"); how many."""
    new = [up for up, is_ in zip(uploads, standings(uploads), strict=True) if is_ == "new"]
    for upload in new:
        organ = _whose(upload)
        assert organ is not None and upload.report is not None
        add(upload, organ, upload.report.year)
    return len(new)
