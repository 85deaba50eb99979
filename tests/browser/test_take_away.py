"""The data page's files hold what was selected, and open as what they are."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Page

from lib.dataset import open_dataset
from tests.browser.conftest import Server, Visit, settled


@pytest.fixture
def page(server: Server, visit: Visit) -> Page:
    """The data page on the invented reports of provincial organs for 2020 and 2021, in Chinese."""
    return visit(f"{server.url}/data?d=demo&y=2020-2021&l=province&lang=zh")


@pytest.fixture(scope="module")
def expected() -> pd.DataFrame:
    """The same reports, from the dataset's files with pandas."""
    rows = open_dataset("demo").table("reports").to_pandas()
    chosen = rows["current"] & rows["year"].isin([2020, 2021]) & (rows["level"] == "province")
    return rows[chosen].set_index("report_id")


def taken(page: Page, kind: str) -> tuple[str, bytes]:
    settled(page)  # a button is renewed with each run, and a click in between is lost
    with page.expect_download(timeout=60_000) as waiting:
        page.locator(f".st-key-data_{kind} button").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_csv(page: Page, expected: pd.DataFrame) -> None:
    name, data = taken(page, "csv")
    assert name.startswith("政府信息公开年报_demo_") and name.endswith(".csv")
    assert data.startswith(b"\xef\xbb\xbf")  # else Excel takes it for GBK
    found = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig").set_index("报告标识")
    assert set(found.index) == set(expected.index)
    received = found["三 · 本年新收 · 总计(件)"].reindex(expected.index)
    pd.testing.assert_series_equal(
        received.astype("Float64"),
        expected["requests.received.total"].astype("Float64"),
        check_names=False,
    )


def test_xlsx(page: Page, expected: pd.DataFrame) -> None:
    _, data = taken(page, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    assert len(book.sheetnames) == 3
    table = book[book.sheetnames[0]]
    assert sum(1 for row in table.iter_rows(values_only=True) if any(row)) == 1 + len(expected)
    about = str(list(book[book.sheetnames[1]].iter_rows(values_only=True)))
    assert "虚构数据" in about


def test_parquet_of_one_table(page: Page, expected: pd.DataFrame) -> None:
    for name in ("主动公开政府信息情况", "收到和处理政府信息公开申请情况"):
        page.get_by_role("button", name=name).click()
    page.get_by_text("39列").wait_for()
    found = pd.read_parquet(io.BytesIO(taken(page, "parquet")[1])).set_index("report_id")
    assert set(found.index) == set(expected.index)
    cells = [column for column in found.columns if "." in column]
    assert len(cells) == 15 and all(cell.startswith("remedies.") for cell in cells)
    assert found["invented"].all()
