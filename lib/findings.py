"""What a parse or a check has to say about a report, and the table of its codes.

A finding never stops a report: it stands beside the numbers it touches. Its sentences name the
cells, what was expected and what is printed, in Chinese and in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lib.reading.document import Place


class Severity(StrEnum):
    """ERROR: a number is wrong or missing. WARNING: look at it. NOTE: good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def zh(self) -> str:
        return {"error": "错误", "warning": "警告", "note": "提示"}[self.value]

    @property
    def en(self) -> str:
        return {"error": "Error", "warning": "Warning", "note": "Note"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is one of CODES; `cells` are form cell keys; `places` where they were printed;
    `expected` and `printed` the two sides that differ, where the finding has two sides."""

    code: str
    zh: str
    en: str
    cells: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    expected: Decimal | None = None
    printed: Decimal | None = None

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: how serious, and its name."""

    severity: Severity
    zh: str
    en: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, Code] = {
    # arithmetic, one code a rule of lib.form.Rule
    "sum.balance": Code(_E, "收支不平（新收+结转）", "Received and handled do not balance"),
    "sum.outcomes": Code(_E, "办理结果之和不等于总计", "Outcomes do not add up to the total"),
    "sum.applicants": Code(_E, "各类申请人之和不等于总计", "Applicants do not add up to the total"),
    "sum.remedies": Code(_E, "复议诉讼结果之和不等于总计", "Results do not add up to the total"),
    "sum.blank_as_zero": Code(_N, "空白按0理解后各式成立", "Sums hold if blanks count as zero"),
    # what the parser could not make of the print
    "cell.missing": Code(_E, "未找到表中应有的数", "A number of the form was not found"),
    "cell.unreadable": Code(_E, "数字无法辨认", "A number cannot be read"),
    "cell.unclaimed": Code(
        _W, "表中有一格不属于规定格式", "A printed cell has no place in the form"
    ),
    "cell.inferred": Code(_N, "数字由合计关系推定", "Numbers were inferred from the sums"),
    "cell.ocr": Code(_N, "数字由图片识别", "Numbers were recognised from a picture"),
    "cell.unconfirmed": Code(
        _E, "识别的数字没有合计关系证实", "A recognised number is confirmed by no sum"
    ),
    "cell.note": Code(_N, "数字旁有附注", "A note is printed beside a number"),
    "cell.unit": Code(_W, "金额未注明单位", "An amount is printed without its unit"),
    "cell.negative": Code(_E, "数量不应为负", "A count is negative"),
    "cell.fraction": Code(_E, "件数不是整数", "A count is not a whole number"),
    "row.ambiguous": Code(_E, "一行数字的个数不对", "A row has the wrong number of numbers"),
    "row.repeated": Code(_E, "同一行出现两次", "The same row is printed twice"),
    "label.fuzzy": Code(_W, "行名与规定格式不尽相同", "A label differs from the form's wording"),
    "label.position": Code(_W, "按位置认定的行列", "Rows or columns were taken by position"),
    "table.missing": Code(_E, "缺少表格", "A table is missing"),
    "table.edition": Code(_W, "表格与年度规定格式不一致", "The form used is not the year's"),
    # masthead and text
    "organ.unknown": Code(_W, "未找到机关名称", "The organ's name was not found"),
    "year.unknown": Code(_E, "未找到报告年度", "The report year was not found"),
    "year.conflict": Code(_W, "年度前后不一致", "The year is given differently"),
    "year.unsupported": Code(_E, "年度不在支持范围", "The year is outside the supported range"),
    "section.missing": Code(_W, "缺少章节", "A section is missing"),
}
