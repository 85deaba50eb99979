"""Every page opens, in both languages and both themes, on a screen and on a telephone; axe finds no
serious or critical violation of ours."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from lib.ui.frame import PAGES
from lib.words import say
from tests.browser.accessibility import violations
from tests.browser.conftest import Server, Visit, settled

KEYS = [page.key for page in PAGES]
FILTERED = [page.key for page in PAGES if page.filtered]

# Words on a Chinese page that are not translated: formats, standards, the other language's name.
FOREIGN = {"English", "CSV", "Excel", "XLSX", "Parquet", "PDF", "TXT", "Markdown", "SHA", "DOCX"}
FOREIGN |= {
    "HTML",
    "PNG",
    "SVG",
    "MB",
    "ZIP",
    "GB",
    "OFD",
    "XLS",
    "WPS",
    "RTF",
    "ODT",
    "DOC",
    "MHTML",
}

# What a reader can see: text of elements that are drawn, not those the style sheet hides.
SEEN = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
    if (!text || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (style.fontFamily.includes('Material')) continue;  // an icon, named in its font
    const shown = style.visibility === 'visible' && parseFloat(style.fontSize) > 0;
    if (shown && box.width > 1 && box.height > 1) found.push(text);
  }
  return found;
}"""


def address(server: Server, key: str, query: str) -> str:
    return f"{server.url}/{'' if key == 'overview' else key}?{query}"


def whole(page: Page, lang: str, key: str, server: Server) -> None:
    """The page is the one asked for, complete, in its language."""
    expect(page.locator("h1").first).to_have_text(say(f"{key}.title", lang))
    expect(page).to_have_title(f"{say(f'nav.{key}', lang)} · {say('common.app', lang)}")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if lang == "zh" else "en")
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    expect(page.get_by_text(say("common.wrong", lang))).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not server.errors()


# Each language, theme, width and dataset, in four visits a page.
VISITS = [
    ("demo", "zh", "light", 1280),
    ("demo", "en", "dark", 390),
    ("real", "zh", "dark", 390),
    ("working", "en", "light", 1280),
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("dataset", "lang", "theme", "width"), VISITS)
def test_opens(
    server: Server, visit: Visit, key: str, dataset: str, lang: str, theme: str, width: int
) -> None:
    page = visit(address(server, key, f"d={dataset}&lang={lang}"), lang, theme, width)
    whole(page, lang, key, server)
    # invented data says so, and nothing else does: a page that shows no data neither
    notice = page.get_by_role("alert").filter(has_text={"zh": "虚构数据", "en": "Invented"}[lang])
    expect(notice).to_have_count(1 if dataset == "demo" and key in FILTERED else 0)
    paper = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 28)"}[theme]
    assert sideways(page) <= 0
    assert not violations(page)
    if lang == "zh":
        assert not foreign(page, say(f"{key}.title", "zh"))
    assert not server.working.exists()  # looking writes nothing


def sideways(page: Page) -> float:
    """How far the page can be scrolled to the right."""
    main = page.get_by_test_id("stMain")
    whole_page = "document.documentElement.scrollWidth - innerWidth"
    return max(main.evaluate("e => e.scrollWidth - e.clientWidth"), page.evaluate(whole_page))


def foreign(page: Page, title: str) -> set[str]:
    """English a reader of Chinese is shown."""
    seen = page.evaluate(SEEN)
    assert title in seen  # the reading itself works
    # the end of a file's name (.html) is no word
    return {word for text in seen for word in re.findall(r"(?<!\.)\b[A-Za-z]{2,}", text)} - FOREIGN


def test_every_page_is_one_click_away(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/?d=demo&y=2022&lang=en", "en")
    for key in [*KEYS[1:], KEYS[0]]:
        page.get_by_test_id("stSidebarNavLink").filter(has_text=say(f"nav.{key}", "en")).click()
        expect(page.locator("h1").first).to_have_text(say(f"{key}.title", "en"))
        settled(page)
        whole(page, "en", key, server)
        expect(page).to_have_url(address(server, key, "d=demo&y=2022&lang=en"))


def test_the_front_page_has_a_name_too(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/overview?d=demo&lang=en", "en")
    whole(page, "en", "overview", server)
    page.get_by_role("link", name=say("overview.q_reasons", "en")).click()
    expect(page.locator("h1").first).to_have_text(say("requests.title", "en"))
    expect(page).to_have_url(f"{server.url}/requests?d=demo&lang=en&tab=reasons")


def test_nothing_is_fetched_from_another_machine(server: Server, visit: Visit) -> None:
    """The app works where the world's font and script servers cannot be reached, and tells nobody
    that it is read."""
    page = visit(f"{server.url}/upload?lang=zh")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for key in KEYS:
        page.goto(address(server, key, "d=demo&lang=zh"))
        settled(page)
    assert len(asked) > len(KEYS)
    assert not {url for url in asked if not url.startswith((server.url, "data:", "blob:"))}
