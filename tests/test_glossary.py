"""The glossary: nothing of the form, the indicators or the checks is without its term; articles as
they stand in the Regulation; the page by its address."""

from __future__ import annotations

import pytest

from lib import form
from lib.dataset import open_dataset
from lib.findings import CODES
from lib.glossary import KINDS, article, terms
from lib.measures import MEASURES
from lib.words import say
from tests.test_pages import opened, warnings


def test_every_cell_indicator_and_code_has_its_terms() -> None:
    known = terms()
    for cell in form.all_cells():
        for line in (*cell.row, *cell.column):
            assert f"{cell.table}.{line.key}" in known, cell.key
    assert set(MEASURES) | set(CODES) <= set(known)
    assert [kind for kind in KINDS if any(term.kind == kind for term in known.values())] == [*KINDS]
    assert all(all(term.means) for term in known.values())


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [  # read in the Regulation, Order 711
        ("requests.refused_internal", "第十六条第一款", "Article 16, paragraph 1"),
        ("requests.granted", "第三十六条第一、二项", "Article 36, items 1 and 2"),
        ("requests.refused_third_party", "第十五条、第三十二条", "Articles 15 and 32"),
        ("field.processing_fee", "第四十二条", "Article 42"),
        ("field.report", "第四十九条、第五十条", "Articles 49 and 50"),
        # a column of three blocks rests on the item of each
        (
            "disclosure.items_change",
            "第二十条第五项、第二十条第六项、第二十条第八项",
            "Article 20, item 5; Article 20, item 6; Article 20, item 8",
        ),
        ("field.tie", "", ""),
    ],
)
def test_articles(key: str, zh: str, en: str) -> None:
    assert article(terms()[key].article, "zh") == zh
    assert article(terms()[key].article, "en") == en


def shown(lang: str, **parameters: str) -> str:
    app = opened("glossary", lang=lang, **parameters)
    assert not app.error and not app.exception
    return "\n".join(each.proto.body for each in app.get("html"))


def test_the_term_a_link_names_stands_first() -> None:
    found = shown("en", term="requests.refused_process")
    one, rest = found.split('class="terms one"')[1].split("</dl>", 1)
    assert "Deliberative process" in one and "Article 16, paragraph 2" in one
    assert "Annual report on government information disclosure" in rest


def test_search_finds_in_either_language_and_any_kind() -> None:
    for words in ("纠错率", "correction rate"):
        assert "Reconsideration: correction rate, of all cases" in shown("en", q=words)
    app = opened("glossary", lang="en", q="unicorn")
    assert [each.value for each in app.info] == [say("glossary.nothing", "en", words="unicorn")]


def test_a_term_that_is_not_there_is_named() -> None:
    app = opened("glossary", lang="zh", term="requests.nothing")
    assert warnings(app) == [say("common.stale.other", "zh", value="requests.nothing")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("tab", ["form", "checks", "numbers", "reading", "cite"])
def test_method(lang: str, tab: str) -> None:
    app = opened("method", lang=lang, tab=tab)
    assert not app.error and not app.exception and not warnings(app)
    if tab == "form":  # counted by hand on the printed forms
        assert app.table[0].value.iloc[:, -2:].to_numpy().tolist() == [[198, 40], [200, 42]]
    if tab == "checks":
        assert len(app.table[1].value) == len(CODES)
    if tab == "cite":
        version = open_dataset("real").version.split("|")[1]
        *_, chinese, english = (each.value for each in app.code)
        assert f"版本{version}[DS/OL]" in chinese and f"version {version} [data" in english


def test_the_citation_names_the_state_of_the_page() -> None:
    app = opened("requests", d="demo", lang="zh", y="2021", tab="reasons")
    link, chinese, english = [each.value for each in app.code][:3]  # the figures' come after
    assert link == "?d=demo&y=2021&lang=zh&tab=reasons"
    assert "[DS/OL]" in chinese and link in chinese and say("common.dataset.demo", "zh") in chinese
    assert english.endswith(link) and say("common.dataset.demo", "en") in english
