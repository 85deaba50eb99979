"""Published by the statutory date: departments by 31 January, local governments by 31 March of the
year after (条例 article 49). Reports for 2018 and earlier had one date for all, 31 March.

The Regulation names no date for zones, towns and streets: they are held to the later one, which
binds everybody. An unknown date, or an unknown kind of organ, is unknown: no finding.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from lib.findings import Finding
from lib.parsing.report import Report

_ONE_DATE_UNTIL = 2018
_BY_MARCH = ("government", "functional_zone", "town_street")


class OnTime(StrEnum):
    ON_TIME = "on_time"
    LATE = "late"
    UNKNOWN = "unknown"


def limit(year: int, kind: str) -> date | None:
    """The last day to publish the report for `year`; None where no date binds the kind of organ
    (lib.organs.Organ.kind) or it is not known."""
    if kind in _BY_MARCH or (kind and year <= _ONE_DATE_UNTIL):
        return date(year + 1, 3, 31)
    return date(year + 1, 1, 31) if kind == "department" else None


def on_time(published: date | None, year: int, kind: str) -> OnTime:
    """Whether a report was published in time, or cannot be known to be."""
    last = limit(year, kind) if year else None
    if published is None or last is None:
        return OnTime.UNKNOWN
    return OnTime.LATE if published > last else OnTime.ON_TIME


def check_on_time(report: Report, level: str = "", kind: str = "") -> tuple[Finding, ...]:
    """One warning where the report came out after its date."""
    found = late(report.published, report.year, kind)
    if found is None:
        return ()
    title = report.places.get("published") or report.places.get("title")
    return (
        Finding(found.code, found.zh, found.en, places=(title,)) if title is not None else found,
    )


def late(published: date | None, year: int, kind: str) -> Finding | None:
    """The finding of a late report, None where it was not late or cannot be known to be."""
    last = limit(year, kind) if year else None
    if published is None or last is None or published <= last:
        return None
    days = (published - last).days
    return Finding(
        "time.late",
        f"{year}年度报告应于{_zh(last)}前公布，实际公布于{_zh(published)}，逾期{days}天。",
        f"The report for {year} was due by {last:%Y-%m-%d} and published on {published:%Y-%m-%d}, "
        f"{days} {'day' if days == 1 else 'days'} late.",
    )


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
