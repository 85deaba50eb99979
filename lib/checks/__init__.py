"""Report to findings. Each check is a function in a module of its own.

`check` is what one report says of itself. What two reports say of each other is in `years`,
`copied` and `levels`, which know nothing of where the reports come from.
"""

from __future__ import annotations

from lib.checks.counts import check_counts
from lib.checks.named import check_named
from lib.checks.on_time import check_on_time
from lib.checks.powers import check_powers
from lib.checks.sections import check_sections
from lib.checks.statistics import check_statistics
from lib.checks.sums import check_sums
from lib.checks.text import check_text
from lib.findings import Finding
from lib.old_form import TABLE
from lib.parsing.report import Report

CHECKS = (check_sums, check_counts, check_sections, check_text, check_named)
EARLY_CHECKS = (check_statistics,)  # for the years before the form, whose sections were free
ORGAN_CHECKS = (check_powers, check_on_time)
OF_THE_ORGAN = frozenset({"count.regulations", "time.late"})  # the codes of ORGAN_CHECKS


def check(report: Report, level: str = "", kind: str = "") -> tuple[Finding, ...]:
    """Every check on one report, in order. The parser's own findings are not repeated. `level` and
    `kind` are those of lib.organs.Organ; without them nothing that depends on them is said."""
    early = TABLE in report.editions or not report.entries
    return (
        *(finding for each in (EARLY_CHECKS if early else CHECKS) for finding in each(report)),
        *check_organ(report, level, kind),
    )


def check_organ(report: Report, level: str, kind: str) -> tuple[Finding, ...]:
    """The checks that depend on what organ it is: all that changes when a reader corrects it."""
    return tuple(finding for each in ORGAN_CHECKS for finding in each(report, level, kind))
