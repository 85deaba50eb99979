"""Upload as the organ's clerk does it: drop a file, see its numbers, save it, find it elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from lib.dataset import Dataset
from lib.words import say
from tests.browser.conftest import Server, Visit, settled

EXAMPLES = Path(__file__).parents[1] / "examples"
SHARED = Path(__file__).parents[3] / "shared" / "reports"
ROW = '[data-cell="requests.received.total"]'


def drop(page: Page, *files: Path | dict[str, object]) -> None:
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
        list(files)  # type: ignore[arg-type]
    )


def test_a_file_is_read_looked_at_saved_and_found(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/upload?lang=zh")
    drop(page, EXAMPLES / "2023-pipes-mixed-editions.txt")
    # the table as printed: 6 new requests, and 4 + 1 granted printed as 6
    expect(page.locator(ROW)).to_have_text("6")
    granted = page.locator('[data-cell="requests.granted.total"]')
    expect(granted).to_have_text("6")
    assert "error" in (granted.get_attribute("class") or "")
    expect(page.get_by_text("各类申请人之和不等于总计")).to_be_visible()
    expect(page.get_by_label("机关名称")).to_have_value("青禾市松风县石桥镇人民政府")
    page.get_by_role("button", name=say("upload.add", "zh")).click()
    expect(page.get_by_text("已存入工作数据集")).to_be_visible()
    # found on the report page
    page.get_by_role("link", name=say("upload.open", "zh")).click()
    expect(page.locator("h1").first).to_have_text(say("report.title", "zh"))
    expect(page.locator(ROW)).to_have_text("6")
    expect(page.get_by_text("青禾市松风县石桥镇人民政府 · 2023")).to_be_visible()
    # and among the organs of the data, in a new visit
    other = visit(f"{server.url}/?d=working&lang=zh")
    expect(other.get_by_text("青禾市松风县石桥镇人民政府").first).to_be_visible()
    stored = Dataset(server.working).table("reports").to_pylist()
    mine = [row for row in stored if row["organ"] == "青禾市松风县石桥镇人民政府"]
    assert [row["requests.granted.total"] for row in mine] == [6]
    assert not server.errors()


def test_a_fault_is_seen_shown_in_its_cells_and_taken_away(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/upload?lang=zh")
    drop(page, EXAMPLES / "2023-pipes-mixed-editions.txt")
    # 4 + 1 granted, printed as 6
    card = page.locator(".finding", has_text="各类申请人之和不等于总计")
    expect(card).to_contain_text("应为5，填报为6，相差+1")
    granted = page.locator('[data-cell="requests.granted.total"]')
    expect(granted).not_to_have_class(re.compile(r"\blit\b"))
    page.get_by_role("button", name=say("check.show", "zh"), exact=True).nth(1).click()
    expect(granted).to_have_class(re.compile(r"\blit\b"))
    expect(granted).to_be_in_viewport()
    expect(page.locator(".source .lit").first).to_be_in_viewport()
    with page.expect_download() as taken:
        page.get_by_role("button", name=say("check.docx", "zh")).click()
    assert taken.value.suggested_filename == "青禾市松风县石桥镇人民政府_2023_核对结果.docx"
    words = [each.text for each in docx.Document(taken.value.path()).paragraphs]
    assert any("各类申请人之和不等于总计" in each for each in words)
    assert not server.errors()


def test_a_second_report_of_the_same_year_asks_first(server: Server, visit: Visit) -> None:
    text = (EXAMPLES / "2021-markdown.md").read_text(encoding="utf-8")
    changed = text.replace("| 行政许可 | 655 |", "| 行政许可 | 656 |")
    assert changed != text
    page = visit(f"{server.url}/upload?lang=en")
    drop(page, EXAMPLES / "2021-markdown.md")
    page.get_by_role("button", name=say("upload.add", "en")).click()
    expect(page.get_by_text("Added to the working dataset")).to_be_visible()
    page = visit(f"{server.url}/upload?lang=en")
    drop(page, {"name": "b.md", "mimeType": "text/plain", "buffer": changed.encode()})
    expect(page.get_by_text("The dataset already has a report of 青禾市水务局")).to_be_visible()
    expect(page.get_by_role("button", name=say("upload.add", "en"))).to_have_count(0)
    page.get_by_role("button", name=say("upload.confirm", "en")).click()
    expect(page.get_by_text("(revision 2)")).to_be_visible()
    rows = Dataset(server.working).table("reports").to_pylist()
    mine = sorted(
        (row["revision"], row["current"], row["disclosure.licences.decisions"])
        for row in rows
        if row["organ"] == "青禾市水务局"
    )
    assert mine == [(1, False, 655), (2, True, 656)]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.html", b"", "文件是空的"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "图片"),
        ("random.bin", bytes(range(256)) * 64, "不是文字文件"),
        ("weather.html", "<h1>天气</h1><p>明天晴</p>".encode(), "没有找到"),
        (
            "1998.txt",
            "某市人民政府1998年政府信息公开工作年度报告\n规章\t0\t0\t0".encode(),
            "没有这一年",
        ),
    ],
)
def test_bad_files_get_a_sentence_and_change_nothing(
    server: Server, visit: Visit, name: str, data: bytes, words: str
) -> None:
    before = Dataset(server.working).version if server.working.exists() else ""
    page = visit(f"{server.url}/upload?lang=zh")
    drop(page, {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible()
    # the app still works
    page.get_by_role("link", name=say("nav.overview", "zh")).click()
    expect(page.locator("h1").first).to_have_text(say("overview.title", "zh"))
    after = Dataset(server.working).version if server.working.exists() else ""
    assert before == after
    assert not server.errors()


@pytest.mark.skipif(not SHARED.exists(), reason="the real reports are not beside the project")
def test_a_real_report(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/upload?lang=zh")
    drop(page, SHARED / "2023-株洲市芦淞区人民政府.txt")
    expect(page.locator(ROW)).to_have_text("20")
    expect(page.locator('[data-cell="disclosure.licences.decisions"]')).to_have_text("41,268")
    expect(page.locator('[data-cell="disclosure.fees.amount"]')).to_have_text("2,858.48")
    # every sum holds; the text's 不予公开4件 stands in the table under 无法提供, 4
    expect(page.get_by_text("正好是文中的数").first).to_be_visible()
    assert not server.errors()
    settled(page)
