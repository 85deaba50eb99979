"""Planted faults of the text are found, and nothing is said of texts without one."""

from __future__ import annotations

import numpy as np
import pytest

from lib.intake import intake
from lib.synthetic.organs import invent_organs
from lib.synthetic.reports import invent_report, with_text
from lib.synthetic.text_faults import TEXT_FAULTS
from lib.synthetic.trial import text_trial
from lib.synthetic.writers import write


def test_recall_and_false_alarms() -> None:
    """Seeds that no wording was tuned on. Some faults are another true reading of the table, and
    rightly pass."""
    outcomes = {outcome.fault: outcome for outcome in text_trial(140, seed=50_000)}
    clean = outcomes.pop("none")
    assert clean.planted == 140
    assert clean.found == 0, clean.missed
    assert set(outcomes) == set(TEXT_FAULTS)
    for outcome in outcomes.values():
        assert outcome.planted >= 100
        assert outcome.recall >= 0.95, outcome


@pytest.mark.parametrize("layout", ["html-word", "text-pipes", "text-cells"])
@pytest.mark.parametrize("fault", TEXT_FAULTS)
def test_a_fault_is_found_in_a_file(fault: str, layout: str) -> None:
    report = invent_report(6, year=2023)
    sections = TEXT_FAULTS[fault](report, np.random.default_rng(1), invent_organs())
    assert sections

    def said(name: str, data: bytes) -> list[str]:
        return [f.code for f in intake(name, data).findings if f.code.startswith("text.")]

    assert said(*write(report, layout)) == []
    assert said(*write(with_text(report, sections), layout))


def test_what_an_invented_text_states_is_in_its_tables() -> None:
    from lib.checks.text import printed_sum

    stated = 0
    for seed in range(60):
        report = invent_report(seed, year=2019 + seed % 7)
        for statement in report.stated:
            stated += 1
            assert statement.value == printed_sum(report, statement.cells), statement
    assert stated > 400
