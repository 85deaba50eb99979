"""Every tab of the three pages of figures, in both languages, on full, small and no data."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[1] / "app.py"
TABS = {
    "requests": ("flow", "outcomes", "applicants", "reasons", "rates", "organs"),
    "remedies": ("results", "corrections", "disputes", "way", "organs"),
    "documents": ("documents", "continuity", "decisions", "fees"),
}
EVERY = [(page, tab) for page, tabs in TABS.items() for tab in tabs]


def opened(page: str, tab: str, lang: str, dataset: str, **more: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in {"d": dataset, "lang": lang, "tab": tab, **more}.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{page}.py").run()


@pytest.mark.parametrize(("page", "tab"), EVERY)
@pytest.mark.parametrize(
    ("lang", "dataset"), list(itertools.product(("zh", "en"), ("demo", "real")))
)
def test_every_tab_draws(page: str, tab: str, lang: str, dataset: str) -> None:
    app = opened(page, tab, lang, dataset)
    assert not app.exception
    assert not app.error, app.error[0].value
    assert app.subheader, "no figure was shown"
    if dataset == "demo":
        assert len(app.get("plotly_chart")) == len(app.subheader)


@pytest.mark.parametrize("page", list(TABS))
def test_a_selection_without_reports_says_so(page: str) -> None:
    app = opened(page, "", "zh", "real", l="town", k="functional_zone")
    assert not app.error
    assert any("没有报告" in each.value for each in app.info)


def test_a_click_changes_the_tab() -> None:
    app = opened("requests", "flow", "zh", "demo")
    assert [each.value for each in app.subheader] == [
        "申请收办与结转情况",
        "2025年申请来源与去向",
    ]
    app.segmented_control(key="c_tab").set_value("applicants").run()
    assert [each.value for each in app.subheader] == ["申请人构成"]
    assert app.query_params["tab"] == "applicants"


def test_a_figure_of_several_years_together_names_them() -> None:
    app = opened("requests", "organs", "zh", "demo", y="2019-2021,2024")
    assert app.subheader[0].value == "公开率：县区级·人民政府 · 2019–2021、2024年合计"
    assert any(each.value.startswith("2019–2021、2024年各年之和") for each in app.caption)
    app = opened("requests", "outcomes", "en", "real")  # reports before 2019 have no outcomes
    assert app.subheader[1].value.endswith(" · 2019, 2023\N{EN DASH}2025 together")


@pytest.mark.parametrize(("tab", "figure"), [("outcomes", 1), ("reasons", 0), ("organs", 0)])
def test_a_figure_of_several_years_can_be_seen_in_one(tab: str, figure: int) -> None:
    app = opened("requests", tab, "zh", "demo")
    app.selectbox(key="c_year").set_value("2023").run()
    assert app.query_params["year"] == "2023"
    assert app.subheader[figure].value.endswith(" · 2023年")
    assert not any("各年之和" in each.value for each in app.caption)
    # of one selected year there is nothing to ask
    app = opened("requests", tab, "zh", "demo", y="2022")
    assert app.subheader[figure].value.endswith(" · 2022年")
    assert "c_year" not in [each.key for each in app.selectbox]


def test_outcomes_of_one_kind_of_applicant_by_year() -> None:
    app = opened("requests", "outcomes", "zh", "demo")
    app.selectbox(key="c_who").set_value("business").run()
    assert app.subheader[0].value == "各年办理结果 · 商业企业"


def test_continuity_says_how_many_reports_could_be_checked() -> None:
    """Counted from the dataset's files: of 3,006 reports for 2022 on 2,695 have all they need."""
    app = opened("documents", "continuity", "zh", "demo")
    said = [each.value for each in app.caption if "应核对的报告" in each.value]
    assert len(said) == 1
    assert "应核对的报告3,006份，其中2,695份可核对；311份缺上年报告或缺数" in said[0]
    assert "份存在错误" in said[0]


def test_a_year_chosen_in_one_tab_is_known_in_the_next() -> None:
    """The real reports go back to 2013; only the years of the form are offered."""
    app = opened("requests", "flow", "zh", "real")
    offered = app.selectbox(key="c_year").options
    assert "2023" in offered and "2018" not in offered
    app.selectbox(key="c_year").set_value("2023").run()
    app.segmented_control(key="c_tab").set_value("outcomes").run()
    assert app.selectbox(key="c_year").value == "2023"
    assert not app.warning
