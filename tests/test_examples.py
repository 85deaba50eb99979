"""Every example file parses to what was read from it by eye.

tests/examples/<name>.<ext> is an invented report; <name>.json beside it says what it prints:
organ, year, date, the edition of each table, the codes of the findings it calls for, and every
cell that is not `rest`. A cell printed blank or "/" is null.
"""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lib.checks import check
from lib.form import Rule, edition, identities
from lib.intake import intake
from lib.parsing.report import Report, State

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parent / "examples").iterdir()
    if path.suffix in {".txt", ".html", ".md"}
)
SUMS = {f"sum.{rule.value}" for rule in Rule}


def read(path: Path) -> Report:
    return intake(path.name, path.read_bytes())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_example(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    report = read(path)
    assert (report.organ, report.year) == (expected["organ"], expected["year"])
    assert report.published is not None
    assert report.published.isoformat() == expected["published"]
    assert list(report.editions.values()) == expected["editions"]
    assert set(expected["cells"]) <= set(report.entries)
    for key, entry in report.entries.items():
        number = expected["cells"].get(key, expected["rest"])
        if number is None:
            assert entry.value is None, key
            assert entry.state in (State.BLANK, State.NOT_APPLICABLE), key
        else:
            assert entry.value == Decimal(str(number)), key
            assert entry.place is not None, key
    assert sorted({finding.code for finding in report.findings}) == expected["findings"]


def test_every_example_has_its_expectation() -> None:
    assert len(EXAMPLES) >= 6
    assert all(path.with_suffix(".json").exists() for path in EXAMPLES)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_one_changed_cell_is_reported_by_exactly_its_sums(path: Path) -> None:
    report = read(path)
    promises = [
        identity
        for table, key in report.editions.items()
        for identity in identities(edition(key), table)
    ]
    before = {finding.cells for finding in check(report) if finding.code in SUMS}
    tried = 0
    for key, entry in report.entries.items():
        if entry.value is None or key.startswith("disclosure."):
            continue
        touched = replace(entry, value=entry.value + 1)
        changed = replace(report, entries={**report.entries, key: touched})
        now = {finding.cells for finding in check(changed) if finding.code in SUMS}
        # a promise with a wholly blank side is no promise that can be checked
        own = {
            promise.cells
            for promise in promises
            if key in promise.cells
            and all(
                any(report.value(each) is not None for each in side)
                for side in (promise.left, promise.right)
            )
        }
        assert now ^ before <= own, key
        if not before & own:
            assert now - before == own, key
        tried += 1
    assert tried > 20


def test_a_grand_total_stands_in_three_sums() -> None:
    """By eye: (七)总计 of natural persons is in the balance, the outcomes and its own row."""
    report = read(Path(__file__).parent / "examples" / "2021-text-one-cell-a-line.txt")
    key = "requests.handled.natural_person"
    entry = replace(report.entries[key], value=Decimal(32))
    found = check(replace(report, entries={**report.entries, key: entry}))
    assert sorted(finding.code for finding in found) == [
        "sum.applicants",
        "sum.balance",
        "sum.one_cell",
        "sum.outcomes",
    ]
    balance = next(finding for finding in found if finding.code == "sum.balance")
    # 31 + 3 against 32 + 3
    assert (balance.expected, balance.printed) == (Decimal(34), Decimal(35))
    assert "自然人" in balance.zh
    assert "相差1" in balance.zh
    assert "Natural persons" in balance.en
