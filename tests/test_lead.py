"""The sentence below a figure's title. The numbers are typed here, the sentences read by eye."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.charts import lead
from lib.words.written import count


def over_years(values: dict[int, float | None], member: str = "甲", n: int = 1) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"member": member, "label": member, "year": year, "value": value, "n": n, "of": n}
            for year, value in values.items()
        ]
    ).astype({"value": "Float64"})


def test_one_organs_rate_over_the_years() -> None:
    frame = over_years({2019: 0.464, 2024: 0.469, 2025: 0.471})
    said = lead.of_measure(frame, "grant_rate", "zh", one=True)
    assert said == "2025年为47.1%，比上年+0.2 个百分点；2024年为46.9%；2019年为46.4%。"
    said = lead.of_measure(frame, "grant_rate", "en", one=True)
    assert said == (
        "47.1% in 2025, +0.2 percentage points on the year before; 46.9% in 2024; 46.4% in 2019."
    )
    # a year without the number is no year before
    gap = over_years({2022: 0.3, 2024: None, 2025: 0.2})
    said = lead.of_measure(gap, "grant_rate", "zh", one=True)
    assert said == "2025年为20.0%；2022年为30.0%。"
    assert lead.of_measure(over_years({2025: None}), "grant_rate", "zh") == ""
    said = lead.of_measure(over_years({2024: 100, 2025: 300}), "n_received", "zh", one=True)
    assert said == "2025年为300；2024年为100。"


def test_what_is_pooled_is_not_said_to_rise() -> None:
    """Other reports each year: the numbers stand beside how many these are."""
    rates = pd.concat([over_years({2024: 0.25}, n=1), over_years({2025: 0.5}, n=3)])
    said = lead.of_measure(rates, "grant_rate", "zh")
    assert said == "2025年为50.0%（3份报告）；2024年为25.0%（1份报告）。"
    frame = over_years({2024: 100, 2025: 300}, n=3)
    assert lead.of_measure(frame, "n_received", "zh") == "2025年合计300，来自3份报告。"


def test_the_greatest_and_the_least() -> None:
    both = pd.concat([over_years({2024: 0.9, 2025: 0.3}), over_years({2025: 0.5}, "乙")])
    assert (
        lead.of_measure(both, "grant_rate", "zh")
        == "2025年，2个中乙最高，为50.0%；甲最低，为30.0%。"
    )
    ranked = both[both["year"] == 2025].drop(columns="year")
    assert (
        lead.of_measure(ranked, "grant_rate", "en") == "Highest of 2: 乙, 50.0%; lowest: 甲, 30.0%."
    )
    alike = pd.concat([over_years({2025: 0.5}), over_years({2025: 0.5}, "乙")])
    assert lead.of_measure(alike, "grant_rate", "zh") == ""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "2025年12份报告中，予占60.0%，其次拒占30.0%。"),
        ("en", "In 2025, in 12 reports: 予 60.0%, then 拒 30.0%."),
    ],
)
def test_the_largest_parts(lang: str, words: str) -> None:
    rows = [(2024, "拒", 0.5), (2024, "予", 0.5), (2025, "余", 0.1), (2025, "拒", 0.3)]
    frame = pd.DataFrame([*rows, (2025, "予", 0.6)], columns=["year", "outcome", "share"])
    frame["n"] = 12
    assert lead.largest(frame, "outcome", str, lang) == words
    assert lead.largest(frame.assign(share=pd.NA), "outcome", str, lang) == ""


def test_the_commonest_reason() -> None:
    columns = ["group", "reason", "value", "share"]
    frame = pd.DataFrame([("甲组", "一", 30, 0.75), ("甲组", "二", 10, 0.25)], columns=columns)
    assert lead.commonest(frame, str, "zh") == "最多的理由是一：30件，占甲组的75.0%。"
    assert lead.commonest(frame.assign(value=0), str, "zh") == ""


def test_the_latest_sum() -> None:
    frame = over_years({2024: 7, 2025: 1234, 2026: None}, n=5)
    assert lead.total(frame, count, "en") == "1,234 in 2025 (reports: 5)."
    assert lead.about("费", lead.total(frame, count, "zh"), "zh") == (
        "费：2025年合计1,234，来自5份报告。"
    )
    assert lead.about("费", "", "zh") == ""
