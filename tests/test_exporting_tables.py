"""Exported tables, opened with the programs that will open them: openpyxl, pandas, pyarrow, csv."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib import form
from lib.dataset import CELLS, IDENTITY, open_dataset
from lib.exporting import dictionary as codebook
from lib.exporting.harmless import harmless
from lib.exporting.tables import About, heads, to_csv, to_parquet, to_xlsx

ABOUT = About(
    title="申请",
    dataset="示例",
    source="各机关年度报告",
    selection="2023年",
    version="v1",
    made=datetime(2026, 1, 2, 3, 4, 5),
    definitions=(("公开率", "(予以公开+部分公开)/总计"),),
)
NASTY = '=HYPERLINK("http://example.org","x")'


@pytest.fixture
def frame() -> pd.DataFrame:
    """Two reports: a count that is missing in one, a fee, text that a spreadsheet would run."""
    return pd.DataFrame(
        {
            "organ": ["青禾县人民政府", NASTY],
            "year": [2023, 2022],
            "published": [date(2024, 2, 4), None],
            "invented": [False, True],
            "requests.received.total": [15.0, None],
            "disclosure.licences.items_change": [-18, 4],
            "disclosure.fees.amount": [24252.311082, 0.0],
            "n": [2, 2],
        }
    )


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_excel(frame: pd.DataFrame) -> None:
    data = to_csv(frame)
    assert data.startswith(b"\xef\xbb\xbf")  # without it Excel takes Chinese for another encoding
    head, one, two = rows_of(data)
    assert head == [
        "机关",
        "报告年度",
        "发布日期",
        "是否虚构",
        "三 · 本年新收 · 总计(件)",
        "二 · 行政许可 · 本年增/减(项(增/减))",
        "二 · 行政事业性收费 · 收费金额(万元)",
        "n",
    ]
    assert one == [
        "青禾县人民政府",
        "2023",
        "2024-02-04",
        "False",
        "15",
        "-18",
        "24252.311082",
        "2",
    ]
    assert two == ["'" + NASTY, "2022", "", "True", "", "4", "0", "2"]  # missing stays empty


def test_csv_in_english_with_the_machine_keys(frame: pd.DataFrame) -> None:
    head, keys, one, _ = rows_of(to_csv(frame, "en", keys=True))
    assert head[4] == "Section 3 · New requests received · Total (cases)"
    assert keys == list(frame.columns)
    assert one[4] == "15"


def test_pandas_reads_the_csv_back(frame: pd.DataFrame) -> None:
    back = pd.read_csv(io.BytesIO(to_csv(frame)), encoding="utf-8-sig")
    assert back.shape == frame.shape
    assert back.iloc[0, 6] == 24252.311082 and pd.isna(back.iloc[1, 4])


def test_an_empty_frame_is_a_head_alone(frame: pd.DataFrame) -> None:
    assert len(rows_of(to_csv(frame.iloc[:0]))) == 1
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame.iloc[:0], ABOUT)))
    assert book.worksheets[0].max_row == 1
    assert pq.read_table(io.BytesIO(to_parquet(frame.iloc[:0], ABOUT))).num_rows == 0


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "-18元"]
)
def test_formulas_become_text(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["-18", "+4", "0", "/", "", "规章", "2023-01-01", "a=b"])
def test_numbers_and_plain_text_are_not_touched(text: str) -> None:
    assert harmless(text) == text


def test_the_workbook(frame: pd.DataFrame) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, ABOUT, keys=True)))
    assert book.sheetnames == ["数据", "说明", "数据字典"]
    table = book["数据"]
    assert [cell.value for cell in table[1]][4] == "三 · 本年新收 · 总计(件)"
    assert [cell.value for cell in table[2]] == list(frame.columns)
    assert [cell.value for cell in table[3]] == [
        "青禾县人民政府",
        2023,
        datetime(2024, 2, 4),
        False,
        15,
        -18,
        24252.311082,
        2,
    ]
    nasty = table["A4"]
    assert (nasty.value, nasty.data_type, nasty.quotePrefix) == (NASTY, "s", True)
    assert nasty.hyperlink is None
    assert table["E4"].value is None and table["G4"].value == 0
    notes = {row[0].value: row[1].value for row in book["说明"].iter_rows()}
    assert notes["来源"] == "各机关年度报告" and notes["筛选条件"] == "2023年"
    assert notes["数据集版本"] == "v1" and notes["导出时间"] == "2026-01-02T03:04:05"
    assert notes["公开率"] == "(予以公开+部分公开)/总计"
    assert not any("虚构" in str(name) for name in notes)
    keys = [row[0].value for row in book["数据字典"].iter_rows(min_row=2)]
    assert keys == list(frame.columns)[:-1]  # n is no column of the dataset


def test_a_workbook_of_invented_data_says_so_first(frame: pd.DataFrame) -> None:
    about = About("t", "demo", "s", "all", "v", datetime(2026, 1, 1), invented=True)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, about, "en")))
    assert book.sheetnames == ["Data", "About", "Dictionary"]
    assert book["About"]["A1"].value.startswith("Invented data")
    table = pq.read_table(io.BytesIO(to_parquet(frame, about)))
    assert table.schema.metadata[b"invented"] == b"true"


def test_a_table_too_long_for_a_worksheet_is_refused() -> None:
    with pytest.raises(ValueError, match="1,048,574"):
        to_xlsx(pd.DataFrame({"n": range(1_048_575)}), ABOUT)


def test_parquet_carries_its_labels(frame: pd.DataFrame) -> None:
    table = pq.read_table(io.BytesIO(to_parquet(frame, ABOUT)))
    assert table.column_names == list(frame.columns)
    field = table.schema.field("requests.received.total")
    assert field.type == pa.int32()
    assert field.metadata[b"zh"].decode() == "三 · 本年新收 · 总计(件)"
    assert field.metadata[b"unit"].decode() == "件"
    assert table["requests.received.total"].to_pylist() == [15, None]
    assert table["published"].to_pylist() == [date(2024, 2, 4), None]
    assert table["organ"].to_pylist()[1] == NASTY  # Parquet runs no formulas: as it is
    assert json.loads(table.schema.metadata[b"about"])["Selection"] == "2023年"


def test_the_whole_dataset_goes_through_every_format() -> None:
    stored = open_dataset("real").table("reports")
    frame = stored.to_pandas()
    back = pq.read_table(io.BytesIO(to_parquet(frame, ABOUT)))
    assert back.select(list(CELLS)).to_pylist() == stored.select(list(CELLS)).to_pylist()
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, ABOUT)), read_only=True)
    lusong = next(
        row
        for row in book["数据"].iter_rows(values_only=True)
        if row[frame.columns.get_loc("organ")] == "株洲市芦淞区人民政府"
    )
    # read by eye in the report of 芦淞区 for 2023
    assert lusong[frame.columns.get_loc("disclosure.fees.amount")] == 2858.48
    assert lusong[frame.columns.get_loc("requests.received.total")] == 20
    assert len(rows_of(to_csv(frame))) == 1 + len(frame)


def test_heads_are_all_different() -> None:
    columns = pd.DataFrame(columns=[*IDENTITY, *CELLS])
    for lang in ("zh", "en"):
        found = heads(columns, lang)
        assert len(set(found)) == len(found) == len(IDENTITY) + 224


def test_the_dictionary_is_the_form() -> None:
    frame = codebook.dictionary().set_index("key")
    assert list(frame.index) == [*IDENTITY, *CELLS]
    assert set(codebook.ABOUT_REPORT) == set(IDENTITY)
    fee = frame.loc["disclosure.fees.amount"]
    assert (fee["unit"], fee["editions"], fee["type"]) == ("万元", "2021", "double")
    assert fee["article"] == "第二十条第八项"
    assert fee["comparability"] == "break" and "万元" in fee["note_zh"]
    secret = frame.loc["requests.refused_state_secret.natural_person"]
    assert secret["path_zh"] == "三、本年度办理结果 > (三)不予公开 > 1.属于国家秘密 > 自然人"
    assert (secret["editions"], secret["comparability"]) == ("2019, 2021", "same")
    assert frame.loc["requests.other.total", "comparability"] == "sum"
    assert frame.loc["disclosure.regulations.repealed", "comparability"] == "only_2021"
    assert (frame.loc[list(CELLS), "zh"] != "").all() and (frame["en"] != "").all()


def test_the_readme_is_current() -> None:
    text = codebook.README.read_text(encoding="utf-8")
    assert text == codebook.current(text)
    for cell in form.all_cells():
        assert f"| `{cell.key}` |" in text


def test_columns_of_a_workbook_are_as_wide_as_their_text() -> None:
    long = "虚构的一句话。" * 10
    frame = pd.DataFrame({"问题": ["合计不符", long], "n": [1, 2]})
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(frame, ABOUT))).worksheets[0]
    assert sheet.column_dimensions["A"].width > 55
    assert sheet["A3"].alignment.wrap_text and not sheet["A2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width < 15
    # printed, it is one page wide with its heads on every page
    assert sheet.page_setup.fitToHeight == 0 and sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"
