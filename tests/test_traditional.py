"""Copies in traditional characters, with Taiwan's words for 文件, 项目 and 信息 (quirk 46)."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from lib.intake import intake
from lib.parsing.labels import find_column, find_row
from lib.parsing.numbers import read_number
from lib.parsing.sections import heading_of
from lib.parsing.traditional import simplified
from tests.printed import html, numbers, tables


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        ("規章", "regulations"),
        ("行政規範性檔案", "normative_documents"),
        ("行政規範性文件", "normative_documents"),
        ("行政許可", "licences"),
        ("行政事業性收費", "fees"),
        ("政府集中採購", "procurement"),
        ("一、本年新收政府資訊公開申請數量", "received"),
        ("二、上年結轉政府訊息公開申請數量", "carried_in"),
        ("（四）1.本機關不掌握相關政府資訊", None),
        ("1.本機關不掌握相關政府資訊", "unable_not_held"),
        ("5.要求行政機關確認或重新出具已獲取資訊", "declined_reissue"),
        ("四、結轉下年度繼續辦理", "carried_out"),
    ],
)
def test_rows(printed: str, row: str | None) -> None:
    found = find_row(printed)
    assert (found[1].key if found else None) == row


def test_columns_headings_and_units() -> None:
    assert find_column("disclosure", "上一年專案數量").key == "items_last_year"  # type: ignore[union-attr]
    assert find_column("disclosure", "採購總金額").key == "value"  # type: ignore[union-attr]
    assert find_column("requests", "社會公益組織").key == "public_interest"  # type: ignore[union-attr]
    assert find_column("remedies", "複議後起訴").key == "litigation_after"  # type: ignore[union-attr]
    assert heading_of("三、收到和處理政府資訊公開申請情況") == "requests"
    assert heading_of("五、存在的主要問題及改進情況") == "problems"
    assert read_number("12個").value == 12
    assert read_number("無").state.value == "not_applicable"


def test_an_archives_bureau_is_no_documents_bureau() -> None:
    assert simplified("某縣檔案局") == "某县档案局"


@pytest.mark.parametrize("dictionary", ["s2t", "s2twp"])
def test_a_whole_report(dictionary: str) -> None:
    """The page is made traditional by OpenCC's own dictionaries, the other way round."""
    page = html(tables(), "某县档案局2023年政府信息公开工作年度报告")
    traditional = OpenCC(dictionary).convert(page)
    report = intake("x.html", (traditional + "<p>六、其他需要報告的事項</p><p>無。</p>").encode())
    assert {cell: report.value(cell) for cell in numbers()} == numbers()
    assert report.organ == "某县档案局"
    assert report.year == 2023
    assert report.sections["other"] == "無。"
    assert "text.traditional" in {finding.code for finding in report.findings}


def test_simplified_text_is_left_as_it_is() -> None:
    report = intake("x.html", html(tables()).encode())
    assert "text.traditional" not in {finding.code for finding in report.findings}
