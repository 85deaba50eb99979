"""Five tasks of a reader who has never been here, from the start page, in at most four clicks each.

The reader types freely; a click is a click, also into the search box. The answers are counted here
from the dataset's own files with pandas, past our queries.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from lib.dataset import open_dataset
from lib.words import say
from tests.browser.conftest import Server, Visit, settled

MOST = 4
ORGAN = "霁川省公安厅"


class Reader:
    """A page, and how often its reader has clicked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST
        what.click()
        settled(self.page)

    def search(self, words: str) -> None:
        self.click(self.page.get_by_label(say("search.label", "zh")))
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def link(self, words: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_test_id("stMain").get_by_role("link", name=words).first


@pytest.fixture
def reader(server: Server, visit: Visit) -> Reader:
    return Reader(visit(f"{server.url}/?d=demo&lang=zh"))


@pytest.fixture(scope="module")
def reports() -> pd.DataFrame:
    found = open_dataset("demo").table("reports").to_pandas()
    return found[found["current"]]


def place(reports: pd.DataFrame, keep: Callable[[pd.DataFrame], pd.Series]) -> pd.Series:
    return reports[keep(reports)].sort_values("region_code").iloc[0]


def figure(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}").get_by_role("figure")


def test_an_organ_and_its_disclosure_rate_by_year(reader: Reader, reports: pd.DataFrame) -> None:
    reader.search(ORGAN)
    reader.click(reader.link(re.compile(ORGAN)))
    reader.click(reader.page.get_by_role("radio", name=say("organ.tab.trend", "zh")))
    row = reports[reports["organ"] == ORGAN].sort_values("year").iloc[-1]
    above = row["requests.granted.total"] + row["requests.partly_granted.total"]
    below = row["requests.handled.total"]
    said = f"{row['year']} · {ORGAN}: {above / below:.1%} = {above:,.0f} / {below:,.0f}"
    drawn = figure(reader.page, "organ_trend")
    expect(drawn).to_have_attribute("aria-label", re.compile(re.escape(said)))
    expect(drawn).to_have_attribute("aria-label", re.compile("公开率"))


def test_provinces_with_most_lawsuits_per_100_requests(
    reader: Reader, reports: pd.DataFrame
) -> None:
    reader.click(reader.link(say("overview.q_lawsuits", "zh")))
    of = reports[reports["year"] == reports["year"].max()]
    cases = of["remedies.litigation_direct.total"] + of["remedies.litigation_after.total"]
    of = of.assign(cases=cases, received=of["requests.received.total"])
    of = of.dropna(subset=["cases", "received"])
    sums = of.groupby("province")[["cases", "received"]].sum()
    rate = (sums["cases"] / sums["received"] * 100).sort_values()
    said = f"{rate.index[-1]}: {rate.iloc[-1]:.1f} = "
    drawn = figure(reader.page, "compare_figure")
    expect(drawn).to_have_attribute("aria-label", re.compile(re.escape(said)))


def test_why_requests_were_refused_in_a_city(reader: Reader, reports: pd.DataFrame) -> None:
    city = place(reports, lambda all_: all_["level"] == "city")
    code = city["region_code"][:4]
    reader.search(city["city"])
    reader.click(reader.link(re.compile(f"{city['city']}（")))
    reader.click(reader.link(say("regions.here.reasons", "zh")))
    expect(reader.page).to_have_url(re.compile(f"r={code}&"))
    of = reports[reports["region_code"].str.startswith(code)]
    reasons = [name for name in of.columns if re.fullmatch(r"requests\.refused_\w+\.total", name)]
    of = of.dropna(subset=reasons)
    most = of[reasons].sum().max()
    drawn = figure(reader.page, "requests_reasons")
    expect(drawn.get_by_text(re.compile(f"^{most:,.0f} · ")).first).to_be_visible()


def test_whether_documents_in_force_add_up_in_a_county(
    reader: Reader, reports: pd.DataFrame
) -> None:
    county = place(reports, lambda all_: (all_["level"] == "county") & (all_["county"] != ""))
    code = county["region_code"]
    reader.search(county["county"])
    reader.click(reader.link(re.compile(f"{county['county']}（")))
    reader.click(reader.link(say("regions.here.continuity", "zh")))
    expect(reader.page).to_have_url(re.compile(f"r={code}&"))
    of = reports[reports["region_code"] == code].set_index(["organ_id", "year"])
    row = "disclosure.normative_documents."
    before = of[row + "in_force"].rename(lambda year: year + 1, level="year")
    gap = of[row + "in_force"] - before - of[row + "made"] + of[row + "repealed"]
    gap = gap[gap.index.get_level_values("year") > 2021].dropna()
    broken = int((gap != 0).sum())
    words = (
        say("documents.gaps", "zh", n=f"{broken:,}")
        if broken
        else say("documents.all_add_up", "zh", n=len(gap))
    )
    expect(reader.page.get_by_text(words)).to_be_visible()


def test_the_cell_a_number_came_from(reader: Reader, reports: pd.DataFrame) -> None:
    reader.search(ORGAN)
    reader.click(reader.link(re.compile(ORGAN)))
    row = reports[reports["organ"] == ORGAN].sort_values("year").iloc[-1]
    cell = "requests.handled.total"
    number = reader.page.locator(f'.years a[href*="year={row["year"]}"][href$="cell={cell}"]')
    expect(number).to_have_text(f"{row[cell]:,.0f}")
    reader.click(number)
    expect(reader.page.locator("h1")).to_have_text(say("report.title", "zh"))
    lit = reader.page.locator(f'[data-cell="{cell}"].lit').first
    expect(lit).to_be_visible()
    expect(lit).to_have_text(f"{row[cell]:,.0f}")
