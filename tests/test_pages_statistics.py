"""The pages with reports of the years before the form among the others: nothing breaks, and the
old table is shown as it was printed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lib import old_form
from lib.dataset import Dataset, open_dataset
from lib.intake import intake
from lib.organs import recognise
from lib.queries import catalogue
from lib.selection import Selection
from lib.ui.frame import PAGES
from lib.ui.take_away import statistics_csv
from lib.words import say
from tests import tiny

ROOT = Path(__file__).resolve().parents[1]
FILES = ("2011-columns.txt", "2016-html.html")
TABS = {
    "requests": ("flow", "outcomes", "applicants", "reasons", "rates", "organs"),
    "remedies": ("results", "corrections", "disputes", "organs"),
    "documents": ("documents", "decisions", "fees"),
    "data": ("rows", "dictionary", "crosswalk"),
    "report": ("tables", "text", "record"),
}
EVERY = [(page.key, tab) for page in PAGES for tab in TABS.get(page.key, ("",))]


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five invented reports for the form's years, and one for 2011 and one for 2016."""
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path))
    tiny.build(tmp_path)
    for file in FILES:
        report = intake(file, (ROOT / "tests" / "examples_statistics" / file).read_bytes())
        Dataset(tmp_path).add([(report, recognise(report.organ))])
    return tmp_path


def opened(page: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in {"d": "working", **parameters}.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{page}.py").run()


@pytest.mark.parametrize(("page", "tab"), EVERY)
@pytest.mark.parametrize("years", ["", "2011,2016"])
def test_every_tab_draws(page: str, tab: str, years: str, working: Path) -> None:
    app = opened(page, tab=tab, y=years, lang="zh" if years else "en")
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize(("lang", "label"), [("zh", "收到申请数"), ("en", "Requests received")])
def test_the_report_page_shows_the_old_table(lang: str, label: str, working: Path) -> None:
    organ = recognise("青禾市人民政府").organ_id
    app = opened("report", organ=organ, year="2016", lang=lang)
    html = "".join(each.proto.body for each in app.get("html"))
    assert f"{label}</th>" in html
    assert re.search('data-cell="statistics.received"><a [^>]*>138<', html)
    # printed blank: hatched, no number
    assert re.search(
        'class="n blank" data-cell="statistics.responses_other"><a [^>]*></a></td>', html
    )
    assert "申请人情况" not in html and "Applicants" not in html


def test_the_upload_page_takes_an_old_report(working: Path) -> None:
    app = opened("upload", lang="zh")
    data = (ROOT / "tests" / "examples_statistics" / FILES[1]).read_bytes()
    app.file_uploader[0].set_value([(FILES[1], data, "text/html")]).run()
    assert not app.exception and not app.error
    assert app.number_input[0].value == 2016
    assert any("2014年版统计表" in each.value for each in app.caption)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_old_numbers_are_taken_away_a_row_each(lang: str, working: Path) -> None:
    """Read by eye in the page for 2016: 138 received, and a row printed blank."""
    dataset = open_dataset("working")
    found = catalogue.statistics(dataset, Selection("working", years=(2016,)))
    table = pd.read_csv(io.BytesIO(statistics_csv(found, lang)), encoding="utf-8-sig")
    rows = table.set_index(say("data.s_key", lang))
    received = rows.loc["statistics.received"]
    assert received[say("data.s_value", lang)] == 138
    assert received[say("data.s_joins", lang)] == "requests.received.total"
    assert received[say("data.s_cell", lang)] == old_form.name("statistics.received", lang)
    blank = rows.loc["statistics.responses_other"]
    assert pd.isna(blank[say("data.s_value", lang)])  # blank is not zero
    assert blank[say("data.s_state", lang)] == say("report.state.blank", lang)
    assert pd.isna(rows.loc["statistics.reply_granted", say("data.s_joins", lang)])
    # the page offers them, and says so where the selection has none
    app = opened("data", tab="crosswalk", lang=lang, y="2016")
    words = say("data.statistics_csv", lang, reports="1", n=f"{len(found):,}")
    assert words in [each.label for each in app.get("download_button")]
    app = opened("data", tab="crosswalk", lang=lang, y="2021")
    assert say("data.statistics_none", lang) in [each.value for each in app.caption]
