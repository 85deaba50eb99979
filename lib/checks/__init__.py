"""Report to findings. Each check is a function Report -> findings in a module of its own."""

from __future__ import annotations

from lib.checks.sums import check_sums
from lib.findings import Finding
from lib.parsing.report import Report

CHECKS = (check_sums,)


def check(report: Report) -> tuple[Finding, ...]:
    """Every check on one report, in order. The parser's own findings are not repeated."""
    return tuple(finding for each in CHECKS for finding in each(report))
