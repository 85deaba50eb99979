"""From the provinces down to one organ, by the doors and by the search; the organ's own page."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lib import geometry
from lib.charts import tiles
from lib.dataset import open_dataset
from lib.geometry import NoGeometry
from lib.queries import organ, search
from lib.ui.cell_link import cell_link

APP = Path(__file__).resolve().parents[1] / "app.py"


def opened(page: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in parameters.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{page}.py").run()


@pytest.fixture(scope="module")
def demo() -> pd.DataFrame:
    found = open_dataset("demo").table("reports").to_pandas()
    return found[found["current"]]


def test_down_by_the_doors_and_up_again() -> None:
    app = opened("regions", d="demo", lang="en")
    app.pills(key="regions_door").set_value("93").run()
    assert app.query_params["at"] == "93"
    city = app.pills(key="regions_door").options[0]
    assert city
    app.pills(key="regions_door").set_value("9301").run()
    assert app.query_params["at"] == "9301"
    app.button(key="up_").click().run()
    assert "at" not in app.query_params
    assert not app.error


def test_a_county_lists_its_organs(demo: pd.DataFrame) -> None:
    app = opened("regions", d="demo", lang="zh", at="910101", year="2023", ind="n_received")
    here = demo[(demo["region_code"] == "910101") & (demo["year"] == 2023)]
    links = [each.label for each in app.get("page_link")]
    assert len(here) > 1
    for name in here["organ"]:
        assert any(label.startswith(name) for label in links), name


def test_a_place_that_is_none_is_said() -> None:
    app = opened("regions", d="demo", lang="zh", at="77")
    assert any("“77”" in each.value for each in app.warning)
    assert not app.error


@pytest.mark.parametrize("look", ["tiles", "bars"])
@pytest.mark.parametrize("dataset", ["demo", "real"])
def test_every_shape_draws(look: str, dataset: str) -> None:
    app = opened("regions", d=dataset, lang="en", look=look, ind="n_received")
    assert not app.error
    assert len(app.get("plotly_chart")) == 1


def test_the_search_finds_by_name_pinyin_and_first_letters(demo: pd.DataFrame) -> None:
    name = demo[demo["organ"].str.endswith("审计局")]["organ"].iloc[0]
    for words in (name, "审计", "sjj", "shenji"):
        app = opened("regions", d="demo", lang="zh", q=words)
        assert any("审计局" in each.label for each in app.get("page_link")), words
    none = opened("regions", d="demo", lang="en", q="zzzzqqq")
    assert any("zzzzqqq" in each.value for each in none.info)


def test_every_word_must_match() -> None:
    names = search.index(pd.Series(["甘肃省财政厅", "甘肃省教育厅", "河北省财政厅"]))
    assert list(search.matching(names, "甘肃 czt")) == [True, False, False]
    assert list(search.matching(names, "GANSU")) == [True, True, False]


# --- tiles and maps -------------------------------------------------------------------------------


def test_all_34_provinces_have_a_tile_of_their_own() -> None:
    from lib.organs.regions import provinces

    codes = {each.code[:2] for each in provinces()}
    assert codes == set(tiles.GRID) and len(codes) == 34
    assert len(set(tiles.GRID.values())) == 34


def test_a_tile_without_a_value_is_empty() -> None:
    frame = pd.DataFrame(
        {"member": ["11", "31"], "label": ["北京市", "上海市"], "value": [0.5, None],
         "numerator": [1, None], "denominator": [2, None], "n": [1, 0], "of": [1, 1]}
    )  # fmt: skip
    figure = tiles.tiles(frame, "grant_rate", missing=[("44", "广东省")], lang="zh", theme="light")
    filled, empty = figure.data
    assert list(filled.customdata) == ["11"] and filled.text == ("<b>北京</b><br>50.0%",)
    assert set(empty.customdata) == {"31", "44"}


def test_a_scale_of_one_value_is_not_drawn_and_few_cases_have_no_colour() -> None:
    frame = pd.DataFrame(
        {"member": ["11", "31", "44"], "label": ["北京市", "上海市", "广东省"],
         "value": [0.5, 0.9, 0.6], "numerator": [20, 9, 30], "denominator": [40, 10, 50],
         "n": [1, 1, 1], "of": [1, 1, 1], "ranked": [True, False, True]}
    )  # fmt: skip
    two, one = frame, frame.iloc[:2]
    look = {"lang": "zh", "theme": "light"}
    assert tiles.tiles(two, "grant_rate", **look).data[0].marker.showscale is True
    assert tiles.tiles(one, "grant_rate", **look).data[0].marker.showscale is False
    (drawn,) = tiles.choropleth(two, "grant_rate", borders={}, **look).data
    assert list(drawn.locations) == ["11", "44"] and drawn.showscale is True
    (drawn,) = tiles.choropleth(one, "grant_rate", borders={}, **look).data
    assert list(drawn.locations) == ["11"] and drawn.showscale is False


def test_the_operators_borders_are_joined_by_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    borders = tmp_path / "borders.json"
    features = [
        {"type": "Feature", "properties": {"adcode": 910000}, "geometry": square},
        {"type": "Feature", "properties": {"name": "nowhere"}, "geometry": square},
    ]
    borders.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    monkeypatch.setenv(geometry.VARIABLE, str(borders))
    found = geometry.supplied()
    assert found is not None and [each["id"] for each in found["features"]] == ["91"]
    app = opened("regions", d="demo", lang="en", look="map")
    assert not app.error and not [w for w in app.warning if "means nothing" in w.value]
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("content", ["not json", "{}", '{"features": [{"properties": {}}]}', "[]"])
def test_borders_that_cannot_be_used_say_why(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    borders = tmp_path / "borders.json"
    borders.write_text(content)
    monkeypatch.setenv(geometry.VARIABLE, str(borders))
    with pytest.raises(NoGeometry) as caught:
        geometry.supplied()
    assert caught.value.zh and str(caught.value)
    monkeypatch.setenv(geometry.VARIABLE, str(tmp_path / "absent.json"))
    with pytest.raises(NoGeometry, match=r"absent\.json"):
        geometry.supplied()


# --- the organ's page -----------------------------------------------------------------------------


@pytest.mark.parametrize("tab", ["years", "trend", "peers", "findings", "reports"])
@pytest.mark.parametrize(("dataset", "lang"), [("demo", "zh"), ("real", "en")])
def test_every_tab_of_an_organ(tab: str, dataset: str, lang: str) -> None:
    app = opened("organ", d=dataset, lang=lang, tab=tab)
    assert not app.exception and not app.error


def test_every_number_leads_to_its_cell(demo: pd.DataFrame) -> None:
    row = demo[(demo["year"] == 2023) & (demo["requests.received.total"] > 20)].iloc[0]
    app = opened("organ", d="demo", lang="en", organ=row["organ_id"])
    page = "".join(each.proto.body for each in app.get("html"))
    assert "cell=requests.received.total" in page and "year=2023" in page
    assert f">{row['requests.received.total']:,.0f}</a>" in page


def test_a_link_is_safe_and_a_missing_number_is_none() -> None:
    assert cell_link("", "9:x", 2023, "requests.received.total") == ""


def test_among_peers_counts_only_the_like(demo: pd.DataFrame) -> None:
    alike = demo[
        (demo["year"] == 2023) & (demo["level"] == "city") & (demo["kind"] == "government")
    ]
    one = alike.sort_values("requests.received.total", na_position="first").iloc[-1]
    found = organ.among_peers(
        open_dataset("demo"), one["organ_id"], "city", "government", 2023, ["n_received"]
    ).iloc[0]
    given = alike["requests.received.total"].notna().sum()
    assert found["value"] == one["requests.received.total"]
    assert found["peers"] == given - 1
    # the largest of all: everybody else lies below, and half of itself
    assert found["percentile"] == pytest.approx(100 * (given - 0.5) / given)
