"""The report page: a number of the form and the place it is printed in lead to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring
from streamlit.testing.v1 import AppTest

from lib.dataset import Dataset
from lib.intake import intake
from lib.organs import recognise
from lib.reading.document import Place
from lib.reading.sheet import Sheet
from lib.ui.sheet_view import sheet_html
from lib.words import say
from tests import tiny
from tests.test_pages import opened, warnings

EXAMPLE = Path(__file__).parent / "examples" / "2023-pipes-mixed-editions.txt"
GRANTED = "requests.granted.total"


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """A working dataset with one example in it, its file not kept."""
    root = tmp_path / "working"
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(root))
    report = intake(EXAMPLE.name, EXAMPLE.read_bytes())
    dataset = Dataset(root)
    dataset.add([(report, recognise(report.organ, report.context, report.year))])
    return dataset


def html(app: AppTest) -> HtmlElement:
    """All HTML of ours on the page."""
    return fromstring("<div>" + "".join(each.proto.body for each in app.get("html")) + "</div>")


def lit(app: AppTest, part: str) -> list[HtmlElement]:
    return html(app).xpath(f"//*[contains(@class, '{part}')]//*[contains(@class, 'lit')]")


def test_a_kept_file_shows_the_line_the_number_is_printed_in(working: Dataset) -> None:
    working.files.keep(EXAMPLE.read_bytes())
    app = opened("report", d="working", lang="zh", cell=GRANTED)
    assert not app.exception and not app.error
    (square,) = lit(app, "printed")
    assert square.get("data-cell") == GRANTED and square.text_content() == "6"
    (place,) = lit(app, "source")
    # the line as the file prints it: 4 by natural persons, 1 by another organisation, 6 in all
    assert place.getparent().text_content() == "三、本年度办理结果（一）予以公开4000016"
    assert place.text_content() == "6"
    card = html(app).xpath("//section[@class='cellcard']")[0].text_content()
    assert "(一)予以公开 › 总计" in card and "填有数字" in card
    # which do not add up: the finding stands beside it
    assert "各类申请人之和不等于总计" in card


def test_every_number_leads_to_its_cell_and_back(working: Dataset) -> None:
    working.files.keep(EXAMPLE.read_bytes())
    app = opened("report", d="working", lang="en")
    page = html(app)
    squares = page.xpath("//*[@class='printed']//td[@data-cell]")
    assert squares
    for square in squares:
        (link,) = square.iter("a")
        assert f"cell={square.get('data-cell')}" in link.get("href")
        assert link.get("aria-label")
    back = {link.get("href") for link in page.xpath("//*[@class='source']//a")}
    assert any(href.endswith(f"cell={GRANTED}") for href in back)
    assert not lit(app, "printed") and not lit(app, "source")


def test_a_file_that_is_not_kept_is_asked_for(working: Dataset) -> None:
    app = opened("report", d="working", lang="zh", cell=GRANTED)
    assert len(lit(app, "printed")) == 1 and not lit(app, "source")
    uploader = next(each for each in app.get("file_uploader") if each.label == "这份报告的文件")
    uploader.set_value([("other.txt", b"another file", "text/plain")]).run()
    assert [each.value[:12] for each in app.error] == ["这不是所读的那份文件：它"]
    app.get("file_uploader")[0].set_value(
        [(EXAMPLE.name, EXAMPLE.read_bytes(), "text/plain")]
    ).run()
    assert not app.error and len(lit(app, "source")) == 1
    assert say("report.source.brought", "zh", name=EXAMPLE.name) in {c.value for c in app.caption}


def test_the_real_reports_say_where_without_their_files() -> None:
    app = opened("report", d="real", lang="en", organ="", cell="requests.received.total")
    assert not app.exception
    card = html(app).xpath("//section[@class='cellcard']")[0].text_content()
    assert "table" in card or "line" in card
    assert any("is not kept" in each.value for each in app.caption)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_invented_report_is_shown_in_a_print_that_says_so(lang: str) -> None:
    app = opened("report", d="demo", lang=lang, cell="requests.received.total")
    assert not app.exception and not app.error
    (square,) = lit(app, "printed")
    (place,) = lit(app, "source")
    assert place.text_content().replace(",", "") == square.text_content().replace(",", "") != ""
    assert say("report.source.invented", lang) in {each.value for each in app.info}


def test_a_cell_the_report_does_not_have_is_named(working: Dataset) -> None:
    app = opened("report", d="working", lang="en", cell="requests.nonsense.total")
    assert say("report.stale_cell", "en", value="requests.nonsense.total") in warnings(app)
    assert "cell" not in app.query_params
    # a cell of the 2019 form only, on the 2021 form
    app = opened("report", d="working", lang="en", cell="disclosure.procurement.projects")
    (said,) = warnings(app)
    assert "Only in the 2019 form." in said


def test_an_earlier_revision_keeps_its_links(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    tiny.build(tmp_path / "working")
    app = opened("report", d="working", lang="en", organ=tiny.CITY.organ_id, year="2021", rev="1")
    square = html(app).xpath("//td[@data-cell='requests.received.total']")[0]
    assert square.text_content() == "999"
    assert "rev=1" in next(square.iter("a")).get("href")


def test_the_record_has_the_file_the_counts_and_the_revisions(working: Dataset) -> None:
    working.files.keep(EXAMPLE.read_bytes())
    app = opened("report", d="working", lang="en", tab="record")
    assert not app.exception and not app.error
    facts = {
        row.xpath("string(th)"): row.xpath("string(td)")
        for row in html(app).xpath("//table[@class='facts']//tr")
    }
    assert facts[say("report.source_format", "en")] == "plain text"
    assert facts[say("report.encoding", "en")].lower().startswith("utf-8")
    assert facts[say("report.kept", "en")] == "yes, beside the dataset"
    # its section three is on the 2019 form, the others are on the 2021 form
    assert "Requests received and handled: 2019 form" in facts[say("report.editions", "en")]
    assert "a printed number" in facts[say("report.cells_read", "en")]


def test_revisions_lead_to_what_they_changed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    tiny.build(tmp_path / "working")
    app = opened(
        "report", d="working", lang="en", organ=tiny.CITY.organ_id, year="2021", tab="record"
    )
    differing = sum(tiny.CITY_2021[k] != tiny.SUPERSEDED.get(k, 0) for k in tiny.CITY_2021)
    (link,) = html(app).xpath("//div[@class='history']//a")
    assert link.text_content() == f"{differing} cells differ"
    assert "a=2021.1" in link.get("href") and "b=2021" in link.get("href")


def test_the_page_of_a_pdf_has_its_numbers_as_links_and_the_frame_of_a_source() -> None:
    sheet = Sheet(b"a picture", 3, 500.0, 700.0)
    places = {GRANTED: Place(page=2, box=(100.0, 350.0, 200.0, 400.0)), "other": Place(page=1)}
    links = {GRANTED: ("report?cell=x", "予以公开: 6"), "other": ("report", "")}
    shown = sheet_html(sheet, 2, places, links, GRANTED, "第2页")
    (link,) = fromstring(f"<div>{shown}</div>").iter("a")
    assert link.get("style") == "left:20.000%;top:50.000%;width:20.000%;height:7.143%"
    assert link.get("aria-label") == "予以公开: 6" and link.get("class") == "lit"
    assert ".source{max-height" in shown
