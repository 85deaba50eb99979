"""Words in exported files: the sheets of a workbook and its notes."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "exporting.sheet_table": ("数据", "Data"),
    "exporting.sheet_about": ("说明", "About"),
    "exporting.sheet_dictionary": ("数据字典", "Dictionary"),
    "exporting.title": ("内容", "Contents"),
    "exporting.dataset": ("数据集", "Dataset"),
    "exporting.source": ("来源", "Source"),
    "exporting.selection": ("筛选条件", "Selection"),
    "exporting.version": ("数据集版本", "Dataset version"),
    "exporting.made": ("导出时间", "Exported"),
    "exporting.rows": ("行数", "Rows"),
    "exporting.invented": (
        "虚构数据：机关、地名和数字都不存在于现实之中。",
        "Invented data: the organs, the places and the numbers do not exist.",
    ),
    "exporting.blanks": (
        "空白表示报告中没有这个数，不是0。",
        "An empty cell means the report gives no number; it is not zero.",
    ),
    "exporting.cut": ("（过长，已截断）", "(too long, cut)"),
}
