"""The page of changes: two reports of an organ, their numbers and their texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring
from streamlit.testing.v1 import AppTest

from lib.dataset import Dataset
from lib.form import cell
from lib.intake import intake
from lib.organs import recognise
from lib.ui.changed_text import changed_html
from lib.words import say
from tests import tiny
from tests.test_pages import opened, warnings

EXAMPLE = Path(__file__).parent / "examples" / "2021-markdown.md"


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    return tmp_path / "working"


def html(app: AppTest) -> HtmlElement:
    return fromstring("<div>" + "".join(each.proto.body for each in app.get("html")) + "</div>")


def row(app: AppTest, name: str) -> list[str]:
    """The cells of the line of that name."""
    (line,) = html(app).xpath(f"//tr[th[normalize-space()='{name}']]")
    return [cell.text_content() for cell in line.iter("td")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_this_year_against_last(working: Path, lang: str) -> None:
    tiny.build(working)
    app = opened("changes", d="working", lang=lang, organ=tiny.CITY.organ_id)
    assert not app.exception and not app.error and not warnings(app)
    name = {"zh": "本年新收 · 总计", "en": "New requests received · Total"}[lang]
    assert row(app, name) == ["12", "20", "+8", "+66.7%"]
    (line,) = html(app).xpath(f"//tr[th[normalize-space()='{name}']]")
    links = [link.get("href") for link in line.iter("a")]
    assert "year=2020" in links[0] and "year=2021" in links[1]
    assert all("cell=requests.received.total" in link for link in links)
    # unchanged ones come with the second choice, what cannot be compared stands apart
    carried = {"zh": "上年结转 · 总计", "en": "Carried in from last year · Total"}[lang]
    assert not html(app).xpath(f"//tr[th[normalize-space()='{carried}']]")
    app.segmented_control(key="c_show").set_value("all").run()
    assert row(app, carried) == ["3", "3", "0", "+0.0%"]
    fee, unit = cell("disclosure.fees.amount"), {"zh": "（万元）", "en": " (10,000 yuan)"}[lang]
    then, now, note = row(app, getattr(fee, lang) + unit)
    assert (then, now) == ("—", "12.5")
    assert {"zh": "不得相连", "en": "Never joined"}[lang] in note


def test_two_revisions(working: Path) -> None:
    tiny.build(working)
    app = opened("changes", d="working", lang="en", organ=tiny.CITY.organ_id, a="2021.1", b="2021")
    assert row(app, "New requests received · Total") == ["999", "20", "−979", "−98.0%"]
    (line,) = html(app).xpath("//tr[th[normalize-space()='New requests received · Total']]")
    assert "rev=1" in next(line.iter("a")).get("href")
    assert any(say("changes.no_text", "en") == each.value for each in text(app).info)


def text(app: AppTest) -> AppTest:
    return app.segmented_control(key="c_tab").set_value("text").run()


def test_changed_sentences_are_marked(working: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    problems = "虚构的问题和虚构的改进。"
    assert problems in text
    earlier = text.replace(problems, "目录更新不及时。虚构的培训每年2次。")
    later = text.replace(problems, "目录更新不及时。虚构的培训每年3次。")
    dataset = Dataset(working)
    for each in (earlier, later):
        report = intake("r.md", each.encode())
        dataset.add([(report, recognise(report.organ, report.context, report.year))])
    app = opened("changes", d="working", lang="zh", tab="text")
    assert not app.exception and not app.error
    page = html(app)
    assert [each.text_content() for each in page.iter("del")] == ["虚构的培训每年2次。"]
    assert [each.text_content() for each in page.iter("ins")] == ["虚构的培训每年3次。"]
    assert [each.text_content() for each in page.xpath("//ins//b")] == ["3"]
    same = [each.text_content() for each in page.xpath("//*[@class='same']")]
    assert "目录更新不及时。" in same


def test_one_report_has_nothing_beside_it(working: Path) -> None:
    tiny.build(working)
    app = opened("changes", d="working", lang="en", organ=tiny.BUREAU.organ_id)
    assert [each.value for each in app.info] == [say("changes.one_report", "en")]


def test_a_report_that_is_not_there_is_named(working: Path) -> None:
    tiny.build(working)
    app = opened("changes", d="working", lang="en", organ=tiny.CITY.organ_id, a="1999")
    assert say("common.stale.other", "en", value="1999") in warnings(app)


def test_figures_change_as_wholes_and_text_is_escaped() -> None:
    shown = fromstring(changed_html("收到申请12件。其余不变。", "收到申请13件。其余不变。<b>"))
    assert [each.text_content() for each in shown.xpath("//del//b")] == ["12"]
    assert [each.text_content() for each in shown.xpath("//ins//b")] == ["13"]
    assert shown.xpath("//*[@class='same']")[0].text_content() == "其余不变。"
    assert "<b>" in shown.text_content()


def test_the_first_pair_is_one_that_can_be_compared(working: Path) -> None:
    """An organ with reports for 2020 and 2021 on the form, and 2019 (as if) on the old table."""
    dataset = Dataset(working)
    old = replace(tiny.report(tiny.CITY, 2020, {}), year=2020, editions={"statistics": "2014"})
    dataset.add(
        [
            (tiny.report(tiny.CITY, 2019, tiny.CITY_2020), tiny.CITY),
            (old, tiny.CITY),
            (tiny.report(tiny.CITY, 2021, tiny.CITY_2021), tiny.CITY),
        ]
    )
    app = opened("changes", d="working", lang="en", organ=tiny.CITY.organ_id)
    assert [each.value for each in app.selectbox if each.key in ("c_a", "c_b")] == ["2019", "2021"]
    assert row(app, "New requests received · Total") == ["12", "20", "+8", "+66.7%"]
    app = opened("changes", d="working", lang="en", organ=tiny.CITY.organ_id, a="2020")
    assert any(say("changes.old_form", "en") == each.value for each in app.info)
