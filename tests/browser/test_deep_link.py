"""A link shows the same page, filters and language wherever and whenever it is opened.

The server has a trap here: with a pages/ folder beside app.py, the first request it ever sees may
run a page's file without the frame. So each of these links is the first request of a new server.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from lib.dataset import open_dataset
from lib.ui.frame import PAGES
from lib.words import say
from tests.browser.conftest import Server, Visit, settled, started

KEYS = [page.key for page in PAGES]


def tags(page: Page, field: str) -> Locator:
    """The values chosen in a filter of the sidebar."""
    return page.locator(f".st-key-f_{field} [data-tag]:visible")


def choose(page: Page, field: str, option: str) -> None:
    """Choose a value in a filter of the sidebar, as a reader does: scroll to it, then open it. A
    list closes where the sidebar still scrolls under it."""
    control = page.locator(f".st-key-f_{field} input")
    control.scroll_into_view_if_needed()
    # two frames without movement: the scroll has been drawn, and its event handed out
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
    control.click()
    page.get_by_role("option", name=option).click()


def framed(page: Page, server: Server, key: str, lang: str) -> None:
    """The page, and the frame around it: menu, language, title."""
    expect(page.locator("h1").first).to_have_text(say(f"{key}.title", lang))
    menu = page.get_by_test_id("stSidebarNavLink")
    # an icon's text is its name in the icons' font
    expect(menu).to_have_text([re.compile(rf"{say(f'nav.{name}', lang)}$") for name in KEYS])
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if lang == "zh" else "en")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not server.errors()


@pytest.mark.parametrize(
    ("key", "lang"),
    [
        ("requests", "zh"),
        ("requests", "en"),
        ("report", "zh"),
        ("data", "en"),
        ("upload", "zh"),
    ],
)
def test_first_request_of_a_server(tmp_path: Path, visit: Visit, key: str, lang: str) -> None:
    with started(tmp_path) as server:
        # the browser prefers the other language: the link decides
        query = f"d=demo&y=2021-2022&l=county&lang={lang}"
        other = "en" if lang == "zh" else "zh"
        page = visit(f"{server.url}/{key}?{query}", other)
        framed(page, server, key, lang)
        expect(page).to_have_url(f"{server.url}/{key}?{query}")
        if key != "upload":  # which has no filters
            expect(tags(page, "years")).to_have_text(["2021", "2022"])
            expect(tags(page, "levels")).to_have_text([say("common.level.county", lang)])
        # and once the app is awake, the same
        page.reload()
        framed(settled(page), server, key, lang)
        expect(page).to_have_url(f"{server.url}/{key}?{query}")


def test_one_report(tmp_path: Path, visit: Visit) -> None:
    rows = open_dataset("real").table("reports").to_pylist()
    lusong = next(row for row in rows if row["organ"] == "株洲市芦淞区人民政府")
    with started(tmp_path) as server:
        query = f"lang=en&organ={quote(lusong['organ_id'])}&year=2023"
        page = visit(f"{server.url}/report?{query}", "zh")
        framed(page, server, "report", "en")
        expect(page.get_by_role("heading", name="株洲市芦淞区人民政府 · 2023")).to_be_visible()


def test_tab_of_a_page(tmp_path: Path, visit: Visit) -> None:
    with started(tmp_path) as server:
        page = visit(f"{server.url}/requests?d=demo&lang=zh&tab=reasons")
        expect(page.get_by_role("heading", name=say("requests.reasons", "zh"))).to_be_visible()
        page.get_by_role("radio", name=say("requests.tab.outcomes", "zh")).click()
        expect(page.get_by_role("heading", name=say("requests.outcomes", "zh"))).to_be_visible()
        expect(page).to_have_url(f"{server.url}/requests?d=demo&lang=zh&tab=outcomes")


# --- a server already awake -----------------------------------------------------------------------


@pytest.mark.parametrize(("browser", "lang"), [("zh", "zh"), ("en", "en"), ("de-DE", "zh")])
def test_language_of_the_browser_where_the_link_names_none(
    server: Server, visit: Visit, browser: str, lang: str
) -> None:
    page = visit(f"{server.url}/data", browser)
    framed(page, server, "data", lang)
    expect(page).to_have_url(f"{server.url}/data?lang={lang}")


def test_choices_go_into_the_link_and_back_takes_them_out(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/requests?d=demo&lang=zh")
    choose(page, "years", "2022")
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{server.url}/requests?d=demo&y=2022&lang=zh")
    expect(tags(page, "years")).to_have_text(["2022"])
    page.get_by_role("radio", name="English").click()
    expect(page).to_have_url(f"{server.url}/requests?d=demo&y=2022&lang=en")
    framed(settled(page), server, "requests", "en")
    page.go_back()
    framed(settled(page), server, "requests", "zh")
    page.go_back()
    expect(tags(page, "years")).to_have_count(0)
    expect(page).to_have_url(f"{server.url}/requests?d=demo&lang=zh")


def test_a_link_pasted_by_another_reader(server: Server, visit: Visit) -> None:
    first = visit(f"{server.url}/remedies?d=demo&lang=en", "en")
    choose(first, "levels", "City")
    first.keyboard.press("Escape")
    expect(first).to_have_url(f"{server.url}/remedies?d=demo&l=city&lang=en")
    second = visit(first.url, "zh", theme="dark")
    framed(second, server, "remedies", "en")
    expect(tags(second, "levels")).to_have_text(["City"])


@pytest.mark.parametrize(
    ("query", "parameter", "value"),
    [
        ("d=elsewhere", "d", "elsewhere"),
        ("d=demo&y=1999", "y", "1999"),
        ("d=demo&y=soon", "y", "soon"),
        ("d=demo&r=55", "r", "55"),
        ("d=demo&l=village", "l", "village"),
        ("d=demo&k=club", "k", "club"),
        ("d=demo&o=910000:nobody", "o", "910000:nobody"),
    ],
)
def test_values_that_are_not_there_are_named(
    server: Server, visit: Visit, query: str, parameter: str, value: str
) -> None:
    page = visit(f"{server.url}/requests?{query}&lang=en", "en")
    notice = page.get_by_role("alert").filter(has_text=value)
    expect(notice).to_have_text(say(f"common.stale.{parameter}", "en", value=value))
    framed(page, server, "requests", "en")


def test_markup_in_a_link_is_only_text(server: Server, visit: Visit) -> None:
    markup = "<img src=x onerror=alert(1)>"
    page = visit(f"{server.url}/report?d=demo&lang=en&y={quote(markup)}", "en")
    expect(page.get_by_role("alert").filter(has_text=markup)).to_be_visible()
    expect(page.locator("img[src=x]")).to_have_count(0)
