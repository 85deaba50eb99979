"""Every page run without a browser: languages, filters, addresses, and what goes wrong.

Expected numbers are counted here from the dataset's own files with pandas, past our queries.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pandas as pd
import pytest
from lxml.html import fromstring
from streamlit.testing.v1 import AppTest

from lib.dataset import open_dataset
from lib.form import all_cells
from lib.queries import catalogue
from lib.ui.frame import PAGES
from lib.words import LANGUAGES, say
from tests import tiny

APP = Path(__file__).resolve().parents[1] / "app.py"
KEYS = [page.key for page in PAGES]
FILTERED = [page.key for page in PAGES if page.filtered]


def opened(key: str, **parameters: str | list[str]) -> AppTest:
    """A page as the first thing a visitor opens. Streamlit runs its file alone then."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    return app.switch_page(f"pages/{key}.py").run()


def go(app: AppTest, key: str) -> AppTest:
    """Another page, as the menu opens it: with an empty address."""
    app.query_params.clear()
    return app.switch_page(f"pages/{key}.py").run()


def warnings(app: AppTest) -> list[str]:
    """The notices above the page, but for the one that the data is invented."""
    invented = {say("common.invented", lang) for lang in LANGUAGES}
    return [each.value for each in app.warning if each.value not in invented]


def words(app: AppTest) -> str:
    """All text of the page and its sidebar."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(each.value for kind in kinds for each in kind)


@pytest.fixture(scope="module")
def demo() -> pd.DataFrame:
    found = open_dataset("demo").table("reports").to_pandas()
    return found[found["current"]]


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working dataset of five invented reports, one of them revised."""
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    tiny.build(tmp_path / "working")
    return tmp_path / "working"


# --- every page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("dataset", ["real", "demo", "working"])
def test_opens(key: str, lang: str, dataset: str, working: Path) -> None:
    app = opened(key, d=dataset, lang=lang)
    assert not app.exception and not app.error
    assert [title.value for title in app.title] == [say(f"{key}.title", lang)]
    assert (say("common.invented", lang) in [each.value for each in app.warning]) == (
        dataset == "demo" and key in FILTERED  # the others show no data
    )
    assert app.query_params["lang"] == lang
    assert app.query_params.get("d", "real") == dataset


@pytest.mark.parametrize("key", FILTERED)
def test_nothing_selected_is_said(key: str) -> None:
    app = opened(key, lang="en", l="town", k="functional_zone")
    assert not app.exception and not app.error
    assert any("No report matches" in each.value for each in app.info)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_goes_wrong_is_a_sentence_and_a_line_in_the_log(
    lang: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> pd.DataFrame:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(catalogue, "wide", broken)
    # a selection of its own, so that no earlier answer is remembered
    with caplog.at_level(logging.ERROR):
        app = opened("data", d="demo", lang=lang, y="2020", k="other")
    assert [each.value for each in app.error] == [say("common.wrong", lang)]
    assert not app.exception
    assert "disk" not in words(app) and "Traceback" not in words(app)
    assert "the disk is on fire" in caplog.text


# --- filters and addresses ------------------------------------------------------------------------


def test_filters_go_with_the_reader(demo: pd.DataFrame) -> None:
    app = opened("requests", d="demo", lang="en")
    app.multiselect(key="f_years").set_value([2021, 2023]).run()
    app.multiselect(key="f_levels").set_value(["county"]).run()
    expected = len(demo[demo["year"].isin([2021, 2023]) & (demo["level"] == "county")])
    for key in ("remedies", "upload", "overview", "report", "data"):
        go(app, key)
        assert not app.error and not warnings(app)
        assert {name: app.query_params[name] for name in ("d", "y", "l", "lang")} == {
            "d": "demo",
            "y": "2021,2023",
            "l": "county",
            "lang": "en",
        }
        if key == "overview":
            assert app.metric[0].value == f"{expected:,}"
    assert any(each.value.startswith(f"{expected:,} reports") for each in app.caption)
    assert app.multiselect(key="f_years").value == [2021, 2023]


def test_an_address_changed_from_outside_counts() -> None:
    app = opened("requests", d="demo", lang="zh", y="2021")
    assert app.multiselect(key="f_years").value == [2021]
    # the back button, or a link pasted over the address
    app.query_params["y"] = "2022-2023"
    app.query_params["lang"] = "en"
    app.run()
    assert app.multiselect(key="f_years").value == [2022, 2023]
    assert app.title[0].value == say("requests.title", "en")


def test_the_language_switch_stays() -> None:
    app = opened("requests", d="demo", lang="zh")
    app.segmented_control(key="f_lang").set_value("en").run()
    assert app.title[0].value == say("requests.title", "en")
    assert app.query_params["lang"] == "en"
    assert go(app, "data").title[0].value == say("data.title", "en")
    # a second click on the language in use does not leave the page without one
    app.segmented_control(key="f_lang").set_value(None).run()
    assert app.title[0].value == say("data.title", "en")


def test_places_from_province_to_county(demo: pd.DataFrame) -> None:
    app = opened("overview", d="demo", lang="zh")
    keys = {each.key for each in app.multiselect}
    assert "f_province" in keys and "f_city" not in keys
    counties = demo[demo["county"] != ""]
    code = str(counties["region_code"].iloc[0])
    for field, length in (("province", 2), ("city", 4), ("county", 6)):
        app.multiselect(key=f"f_{field}").set_value([code[:length]]).run()
        expected = len(demo[demo["region_code"].str.startswith(code[:length])])
        assert app.metric[0].value == f"{expected:,}"
        assert app.query_params["r"] == code[:length]
    app.multiselect(key="f_province").set_value([]).run()
    assert app.metric[0].value == f"{len(demo):,}"
    assert "r" not in app.query_params


def test_reset_and_another_dataset() -> None:
    organ = "910000:霁川省公安厅"
    app = opened("overview", d="demo", lang="zh", y="2022", l="province", r="91", o=organ)
    assert not warnings(app)
    assert app.metric[0].value == "1"
    app.button(key="f_reset").click().run()
    assert set(app.query_params) == {"d", "lang"}
    app.multiselect(key="f_province").set_value(["91"]).run()
    app.multiselect(key="f_years").set_value([2023]).run()
    app.selectbox(key="f_dataset").set_value("real").run()
    # the year means the same in both; the invented province does not exist in the other
    assert app.query_params["y"] == "2023" and "r" not in app.query_params
    assert not app.error


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("parameter", "value", "kept"),
    [
        ("y", "2021,1999", "2021"),
        ("y", "1990-2100", "2019-2025"),
        ("r", "91,55", "91"),
        ("r", "910000", None),  # no place of the cascade: it would narrow unseen
        ("r", "9", None),
        ("l", "village", None),
        ("k", "club", None),
        ("o", "910000:没有的机关", None),
        ("lang", "fr", None),
    ],
)
def test_what_an_address_cannot_mean_is_named(
    lang: str, parameter: str, value: str, kept: str | None
) -> None:
    parameters = {"d": "demo", "lang": lang, parameter: value}
    app = opened("requests", **parameters)
    left = {"2021,1999": "1999", "1990-2100": "1990-2018,2026-2100", "91,55": "55"}
    spoken = "zh" if parameter == "lang" else lang  # without a browser's preference: Chinese
    notice = say(f"common.stale.{parameter}", spoken, value=left.get(value, value))
    assert warnings(app) == [notice]
    if parameter != "lang":
        assert app.query_params.get(parameter) == kept
    # it is said once
    assert not warnings(app.run())


def test_an_unknown_dataset_is_named() -> None:
    app = opened("overview", d="elsewhere", lang="en")
    assert warnings(app) == [say("common.stale.d", "en", value="elsewhere")]
    assert "d" not in app.query_params


def test_odd_addresses_do_no_harm() -> None:
    for value in ("²", "-", "2021-", "'; drop table reports; --", "\\", "%", "x" * 5000):
        app = opened("requests", d="demo", lang="zh", y=value, r=value, o=value, tab=value)
        assert not app.exception and not app.error
        assert len(warnings(app)) == 4  # each of the four is named


# --- one report -----------------------------------------------------------------------------------


def test_a_link_to_a_report(working: Path) -> None:
    app = opened("report", d="working", lang="en", organ=tiny.CITY.organ_id, year="2021")
    assert not warnings(app)
    assert app.subheader[0].value == "甲市人民政府 · 2021"
    shown = {each.label: each.value for each in app.metric}
    assert shown == {
        "New requests": "20",
        "Handled": "20",
        "Carried over": "3",
        "Reconsiderations": "10",
    }
    assert app.selectbox(key="pick_rev").value == "2"


def test_an_earlier_revision_is_readable_and_says_so(working: Path) -> None:
    app = opened("report", d="working", lang="en", organ=tiny.CITY.organ_id, year="2021")
    app.selectbox(key="pick_rev").set_value("1").run()
    assert app.metric[0].value == "999"
    assert say("report.superseded", "en") in warnings(app)
    assert app.query_params["rev"] == "1"
    # it is not counted: 20 of the city, none of the bureau, 100 of the province
    shown = {each.label: each.value for each in go(app, "overview").metric}
    assert shown[say("overview.received", "en")] == "120"


def test_the_form_is_filled_and_blanks_stay_blank(working: Path) -> None:
    app = opened("report", d="working", lang="zh", organ=tiny.PROVINCE.organ_id, year="2021")
    html = next(each.proto.body for each in app.get("html") if "data-cell" in each.proto.body)
    squares = {td.get("data-cell"): td for td in fromstring(f"<div>{html}</div>").iter("td")}
    assert len(squares) == 200
    for key, square in squares.items():
        value = tiny.PROVINCE_2021.get(key, 0)
        assert square.text_content() == ("" if value is None else f"{value:,}")
        assert ("blank" in square.get("class").split()) == (value is None)


@pytest.mark.parametrize(
    ("parameter", "value"), [("organ", "43:没有的机关"), ("year", "1999"), ("rev", "7")]
)
def test_a_report_that_is_not_there_is_named(working: Path, parameter: str, value: str) -> None:
    parameters = {"organ": tiny.CITY.organ_id, "year": "2021", parameter: value}
    app = opened("report", d="working", lang="zh", **parameters)
    assert not app.error
    assert say("report.stale", "zh", value=value) in warnings(app)
    assert app.subheader  # and another is shown


def test_a_report_outside_the_filters_still_opens(working: Path) -> None:
    app = opened("report", d="working", lang="zh", l="county", organ=tiny.CITY.organ_id)
    assert app.subheader[0].value.startswith("甲市人民政府")


# --- data -----------------------------------------------------------------------------------------


def test_the_table_has_the_tables_asked_for(demo: pd.DataFrame) -> None:
    app = opened("data", d="demo", lang="en", y="2021")
    whole = app.dataframe[0].value
    app.button_group(key="c_t").set_value(["remedies"]).run()
    narrow = app.dataframe[0].value
    assert len(whole.columns) - len(narrow.columns) == 224 - 15
    assert len(narrow) == min(500, len(demo[demo["year"] == 2021]))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_dictionary_has_every_cell_and_is_searched(lang: str) -> None:
    app = opened("data", lang=lang, tab="dictionary")
    found = app.dataframe[0].value
    assert {cell.key for cell in all_cells()} < set(found[say("data.d_key", lang)])
    assert all(re.search("[\u4e00-\u9fff]", head) for head in found.columns) == (lang == "zh")
    # in either language
    for words in ("reconsideration.pending", "行政复议 · 尚未审结"):
        app.text_input(key="c_q").set_value(words).run()
        (row,) = app.dataframe[0].value.to_dict("records")
        assert row[say("data.d_key", lang)] == "remedies.reconsideration.pending"
