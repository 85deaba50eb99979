"""The page on comparison in every shape, and what its address carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.words import say

APP = Path(__file__).resolve().parents[1] / "app.py"
SHAPES = ("lines", "bars", "stack", "panels", "spread", "scatter", "table")


def opened(**parameters: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in parameters.items():
        app.query_params[key] = value
    return app.switch_page("pages/compare.py").run()


@pytest.mark.parametrize("look", SHAPES)
@pytest.mark.parametrize(("by", "lang"), [("province", "zh"), ("peers", "en"), ("organ", "zh")])
def test_every_shape_draws(look: str, by: str, lang: str) -> None:
    app = opened(d="demo", lang=lang, ind="n_received", by=by, look=look)
    assert not app.exception and not app.error
    assert len(app.get("plotly_chart")) == (0 if look == "table" else 1)
    assert not [each.value for each in app.warning if each.value != say("common.invented", lang)]


def test_chosen_members_are_in_the_address_and_come_back() -> None:
    app = opened(d="demo", lang="zh", by="province")
    app.multiselect(key="c_m").set_value(["92", "95"]).run()
    assert app.query_params["m"] == ["92", "95"]
    again = opened(d="demo", lang="zh", by="province", m=["92", "95"])
    assert again.multiselect(key="c_m").value == ["92", "95"]


def test_what_an_address_names_and_is_not_there_is_said() -> None:
    app = opened(d="demo", lang="en", ind="happiness", by="planet", m="77")
    told = [each.value for each in app.warning]
    for value in ("happiness", "planet", "77"):
        assert any(f"“{value}”" in each for each in told), value


def test_another_theme_begins_with_its_first_indicator() -> None:
    app = opened(d="demo", lang="en")
    app.selectbox(key="c_ind_theme").set_value("documents").run()
    assert app.query_params["ind"] == "n_regulations_made"
    assert any("Regulations" in each.value for each in app.caption)


def test_per_resident_says_where_the_numbers_are_from_and_that_there_are_none() -> None:
    app = opened(d="demo", lang="en", by="province", ind="n_received", **{"as": "residents"})
    assert any("Seventh National Population Census" in each.value for each in app.caption)
    # the demonstration's places are invented: nobody lives there
    assert any("None of these places" in each.value for each in app.info)
