"""docs/quirks.md names, for each quirk of real reports, tests that exist."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest

from lib.checks.years import check_pair
from lib.synthetic.writers.quirks import QUIRKS, Quirk

TESTS = Path(__file__).parent
TABLE = (TESTS.parent / "docs" / "quirks.md").read_text(encoding="utf-8")
FURTHER = re.findall(r"^\| ([^|]+?) \| (`test_.+) \|$", TABLE, re.M)
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", TABLE, re.M)


def test_every_quirk_has_its_row() -> None:
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 50))
    assert {quirk.number for quirk in QUIRKS} <= {int(number) for number, _, _ in ROWS}


@pytest.mark.parametrize(
    ("name", "held"), [*((number, held) for number, _, held in ROWS), *FURTHER]
)
def test_the_tests_it_names_exist(name: str, held: str) -> None:
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", held)
    assert named or held.startswith(("Cannot be met", "Not yet")), held
    for file, test in named:
        path = TESTS / file
        assert path.exists(), file
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert test in functions, (file, test)


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: str(quirk.number))
def test_a_quirk_that_is_printed_names_the_test_that_prints_it(quirk: Quirk) -> None:
    held = next(held for number, _, held in ROWS if int(number) == quirk.number)
    assert "test_layout_set.py::" in held


def test_years_that_do_not_follow_are_said() -> None:
    """Quirk 16: 17 in force, 3 more made and 1 repealed leave 19, not 10; what is carried in is
    not the 4 that were carried out"""
    before = {
        "disclosure.normative_documents.in_force": Decimal(17),
        "requests.carried_out.total": Decimal(4),
    }
    after = {
        "disclosure.normative_documents.made": Decimal(3),
        "disclosure.normative_documents.repealed": Decimal(1),
        "disclosure.normative_documents.in_force": Decimal(10),
        "requests.carried_in.total": Decimal(2),
    }
    found = {finding.code: finding for finding in check_pair(2023, before, after)}
    assert set(found) == {"years.in_force", "years.carried_over"}
    assert (found["years.in_force"].expected, found["years.in_force"].printed) == (19, 10)
    after["disclosure.normative_documents.in_force"] = Decimal(19)
    after["requests.carried_in.total"] = Decimal(4)
    assert check_pair(2023, before, after) == ()
