"""What is taken away says what it is: no path of the machine, no code of an address."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from lib.dataset import Dataset
from lib.selection import Selection
from lib.ui.frame import View
from lib.ui.take_away import made
from lib.ui.taken import Taken, imprint, tables
from tests import tiny


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


def opened(dataset: Dataset, lang: str = "zh") -> View:
    return View(lang, "light", Selection("working", years=(2020, 2021)), dataset)


def notes(book: openpyxl.Workbook) -> dict[str, str]:
    sheet = book.worksheets[1]
    return {str(name.value): str(text.value or "") for name, text in sheet.iter_rows()}


def test_the_reports_as_a_workbook(dataset: Dataset) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", opened(dataset), ("requests",))))
    said = notes(book)
    assert said["筛选条件"] == "2020–2021年"
    assert said["数据集版本"] and str(dataset.root) not in said["数据集版本"]
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    named = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["层级"] for row in named} <= {"省级", "地市级", "县区级"}
    assert "人民政府" in {row["机关类型"] for row in named}


def test_parquet_keeps_the_codes(dataset: Dataset) -> None:
    data = made("parquet", opened(dataset), ("requests",))
    table = pq.read_table(io.BytesIO(data))
    assert set(table["kind"].to_pylist()) <= {"government", "department"}
    assert str(dataset.root).encode() not in data


def test_a_figures_table_comes_with_its_definition_and_its_coverage(
    dataset: Dataset, tmp_path: Path
) -> None:
    view = opened(dataset)
    frame = pd.DataFrame({"年度": [2021], "比率": [0.25]})
    within = Selection("working", years=(2021,))
    taken = Taken("公开率", frame, "公开率=甲÷乙。", ("应填报的报告2份。",), within)
    make = tables(view, taken)["xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(make()))
    assert book.sheetnames == ["数据", "说明"]  # no dictionary: no column of the form
    said = notes(book)
    assert said["内容"] == "公开率" and said["筛选条件"] == "2021年"
    assert said["说明与口径"] == "公开率=甲÷乙。" and said["覆盖情况"] == "应填报的报告2份。"
    printed = imprint(view, taken).source
    assert "应填报的报告2份。" in printed and "范围：2021年" in printed
