"""The data dictionary: what every column of the dataset is, derived from the form.

`python -m lib.exporting.dictionary` rewrites the table in data/README.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from lib import form, old_form
from lib.dataset.places import DATA
from lib.dataset.schema import IDENTITY, SCHEMAS

README = DATA / "README.md"
BEGIN, END = "<!-- dictionary: begin -->", "<!-- dictionary: end -->"
COLUMNS = "key table zh en path_zh type unit unit_en editions article comparability note_zh note_en"

# fmt: off
ABOUT_REPORT: dict[str, tuple[str, str]] = {
    "report_id":          ("报告标识", "Report identifier"),
    "organ_id":           ("机关标识", "Organ identifier"),
    "organ":              ("机关", "Organ"),
    "region_code":        ("行政区划代码", "Region code (GB/T 2260)"),
    "province":           ("省", "Province"),
    "city":               ("市", "City"),
    "county":             ("县(区)", "County or district"),
    "level":              ("层级", "Level"),
    "kind":               ("机关类型", "Kind of organ"),
    "year":               ("报告年度", "Report year"),
    "revision":           ("修订号", "Revision"),
    "current":            ("是否现行版本", "Is the current revision"),
    "published":          ("发布日期", "Date of publication"),
    "edition_disclosure": ("表二所用格式", "Form used for section two"),
    "edition_requests":   ("表三所用格式", "Form used for section three"),
    "edition_remedies":   ("表四所用格式", "Form used for section four"),
    "edition_statistics": ("旧统计表的格式", "Form of the old statistics table"),
    "scope":              ("数字的范围", "Scope: the organ's own, or its area"),
    "processing_fee":     ("信息处理费（元）", "Information processing fee (yuan)"),
    "title":              ("标题", "Title"),
    "source_name":        ("来源文件", "Source file"),
    "source_sha256":      ("来源文件的SHA-256", "SHA-256 of the source file"),
    "source_url":         ("来源网址", "Source address"),
    "source_format":      ("来源格式", "Source format"),
    "read_at":            ("读取时间", "Time of reading"),
    "invented":           ("是否虚构", "Is invented"),
    "n_errors":           ("错误数", "Number of errors"),
    "n_warnings":         ("警告数", "Number of warnings"),
    "n_notes":            ("提示数", "Number of notes"),
}
# fmt: on


def label(key: str, lang: str = "zh") -> str:
    """The head of a column in an exported table: section, row, column and unit of a cell of the
    form; the name of a column that identifies a report; any other key as it is.

    >>> label("requests.refused_query.total")
    '三 · 行政查询事项 · 总计(件)'
    >>> label("disclosure.fees.amount", "en")
    'Section 2 · Administrative fees · Amount collected this year (10,000 yuan)'
    >>> label("organ"), label("n")
    ('机关', 'n')
    """
    if key in ABOUT_REPORT:
        return ABOUT_REPORT[key][lang == "en"]
    if key not in _cells():
        return key
    cell = _cells()[key]
    if lang == "en":
        return f"Section {_number(cell.table)} · {cell.en} ({cell.unit.en})"
    return f"{form.table(cell.table).numeral} · {cell.zh}({cell.unit.value})"


def _number(table: str) -> int:
    return "一二三四五六".index(form.table(table).numeral) + 1


@cache
def _cells() -> dict[str, form.Cell]:
    return {cell.key: cell for cell in form.all_cells()}


@cache
def _crosswalk() -> dict[str, form.Crosswalk]:
    return {key: each for each in form.CROSSWALK for key in (*each.cells_2019, *each.cells_2021)}


def dictionary() -> pd.DataFrame:
    """One row a column of `reports`, in their order."""
    rows = [_about_report(name) for name in IDENTITY]
    rows += [_about_cell(cell) for cell in form.all_cells()]
    return pd.DataFrame(rows, columns=COLUMNS.split())


def _about_report(name: str) -> dict[str, str]:
    zh, en = ABOUT_REPORT[name]
    kind = str(SCHEMAS["reports"].field(name).type)
    empty = dict.fromkeys(COLUMNS.split(), "")
    return {**empty, "key": name, "table": "report", "zh": zh, "en": en, "type": kind}


def _about_cell(cell: form.Cell) -> dict[str, str]:
    note = _crosswalk().get(cell.key)
    return {
        "key": cell.key,
        "table": cell.table,
        "zh": cell.zh,
        "en": cell.en,
        "path_zh": " > ".join(line.label(cell.editions[-1]) for line in (*cell.row, *cell.column)),
        "type": str(SCHEMAS["reports"].field(cell.key).type),
        "unit": cell.unit.value,
        "unit_en": cell.unit.en,
        "editions": ", ".join(cell.editions),
        "article": cell.article,
        # a cell the crosswalk does not name is the same in every edition that has it
        "comparability": (note.kind if note else form.Comparability.SAME).value,
        "note_zh": note.zh if note else "",
        "note_en": note.en if note else "",
    }


def statistics() -> pd.DataFrame:
    """One row an indicator of the old statistics table: `key` (in `entries`, not a column of
    `reports`), zh, en, unit, unit_en, forms, `counterpart` (cells of today's form, separated by
    commas), `comparable`, note_zh, note_en."""
    return pd.DataFrame(
        {
            "key": each.key,
            "zh": old_form.name(each.key),
            "en": old_form.name(each.key, "en"),
            "unit": each.unit,
            "unit_en": each.unit_en,
            "forms": ", ".join(each.forms),
            "counterpart": ", ".join(each.counterpart),
            "comparable": each.comparable,
            "note_zh": each.note_zh,
            "note_en": each.note_en,
        }
        for each in old_form.indicators()
    )


def markdown() -> str:
    """The dictionary as the block of data/README.md."""
    lines = [
        "| column | 中文 | English | type | unit | forms | article | across 2020/2021 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in dictionary().itertuples():
        cells = (row.zh, row.en, row.type, row.unit, row.editions, row.article, row.comparability)
        lines.append(f"| `{row.key}` | {' | '.join(str(cell) for cell in cells)} |")
    lines += [
        "",
        "Rows of the statistics table of the reports before 2019: names of cells in `entries`, no",
        "columns of `reports`. A row that none of the tables below declares is kept as",
        f"`{old_form.LOCAL_ROW}` and the label it is printed with.",
        "",
        "| name in `entries` | 中文 | English | unit | forms | nearest cell of today's form |",
        "|---|---|---|---|---|---|",
    ]
    for row in statistics().itertuples():
        near = f"{row.counterpart}{' (comparable: stands there)' if row.comparable else ''}"
        lines.append(f"| `{row.key}` | {row.zh} | {row.en} | {row.unit} | {row.forms} | {near} |")
    return "\n".join(lines)


def current(readme: str) -> str:
    """The text of the README with its block made anew."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{markdown()}\n{END}{after}"


def main(path: Path = README) -> None:
    path.write_text(current(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
