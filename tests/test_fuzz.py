"""A small slice of `python -m tests.fuzz`, the same every time, and what its oracle can see.

The slice says that nothing is given silently; the other tests that the oracle would notice.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.intake import intake
from lib.reading.document import Unreadable
from tests.fuzz import MUTATIONS, Source, run_one, silent, sources, unsaid

TRIED = 8  # files a kind of mutation


@pytest.fixture(scope="module")
def printed() -> list[Source]:
    """The sources whose cells are kept apart: solving digits that run together takes long."""
    return [source for source in sources() if source.kind != "runs"]


@pytest.mark.parametrize("kind", [*MUTATIONS, "mixed"])
def test_nothing_is_given_silently(printed: list[Source], kind: str) -> None:
    touched = 0
    for number in range(TRIED):
        outcome, _ = run_one(printed[(7 * number) % len(printed)], kind, number)
        assert outcome.failures == [], (outcome.source, kind, number)
        touched += outcome.touched
    assert touched > TRIED // 2


def test_run_together_digits_spoilt_are_solved_or_withheld() -> None:
    source = next(source for source in sources() if source.kind == "runs")
    for kind in ("digit_changed", "digit_lost", "bytes_cut"):
        outcome, _ = run_one(source, kind, 3)
        assert outcome.failures == [], kind


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_text_put_anywhere(data: st.DataObject) -> None:
    """Not only what a mutation thinks of: any characters, in place of any stretch of any source."""
    source = data.draw(st.sampled_from([each for each in sources() if each.kind != "runs"]))
    at = data.draw(st.integers(0, len(source.text)))
    lost = data.draw(st.integers(0, 200))
    text = source.text[:at] + data.draw(st.text(max_size=30)) + source.text[at + lost :]
    try:
        report = intake(f"x{source.suffix}", text.encode("utf-8", "replace"))
    except Unreadable:
        return
    assert silent(source, text, report) == []
    assert unsaid(report) == []


# --- what the oracle sees -------------------------------------------------------------------------


def test_a_number_from_another_cell_is_silent(printed: list[Source]) -> None:
    source = next(each for each in printed if each.name == "html-plain 0")
    report = intake("x.html", source.text.encode())
    assert silent(source, source.text, report) == []
    # two numbers of one row in each other's places, as a reader that confuses columns gives them
    one, two = "requests.granted.business", "requests.granted.research"
    entries = dict(report.entries)
    entries[one], entries[two] = (
        replace(entries[one], value=entries[two].value),
        replace(entries[two], value=entries[one].value),
    )
    confused = replace(report, entries=entries)
    assert [each.split(":")[0] for each in silent(source, source.text, confused)] == [one, two]


def test_a_broken_sum_without_a_finding_is_unsaid(printed: list[Source]) -> None:
    source = next(each for each in printed if each.name == "html-plain 0")
    report = intake("x.html", source.text.encode())
    assert unsaid(report) == []
    key = "requests.granted.business"
    spoilt = replace(report.entries[key], value=Decimal(9999))
    broken = unsaid(replace(report, entries={**report.entries, key: spoilt}))
    assert broken == ["outcomes of business", "applicants of granted"]
