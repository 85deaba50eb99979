"""What a parse or a check has to say about a report, and the table of its codes.

A finding never stops a report: it stands beside the numbers it touches. Its sentences name the
cells, what was expected and what is printed, in Chinese and in English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lib.mends import MENDS
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
    `expected` and `printed` the two sides that differ, where the finding has two sides. `mend_zh`
    and `mend_en` say what would mend it: the code's own words (lib.mends) unless given."""

    code: str
    zh: str
    en: str
    cells: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    expected: Decimal | None = None
    printed: Decimal | None = None
    mend_zh: str = ""
    mend_en: str = ""

    def __post_init__(self) -> None:
        if not self.mend_zh:
            zh, en = MENDS.get(self.code, ("", ""))
            object.__setattr__(self, "mend_zh", zh)
            object.__setattr__(self, "mend_en", en)

    @property
    def difference(self) -> Decimal | None:
        """Printed less expected; None where the finding has not two sides."""
        if self.expected is None or self.printed is None:
            return None
        return self.printed - self.expected

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
    "sum.statistics": Code(
        _E, "统计表的分项之和不等于总数", "Parts of the statistics table do not add up"
    ),
    "sum.blank_as_zero": Code(_N, "空白按0理解后各式成立", "Sums hold if blanks count as zero"),
    "sum.one_cell": Code(_N, "改一格则各式成立", "One cell would mend every broken sum"),
    # numbers that cannot be what the form asks for
    "count.above_total": Code(_W, "部分大于全部", "A part is more than its whole"),
    "count.below_zero": Code(_W, "增减后的项目数为负", "The change leaves fewer than no items"),
    "count.fee_items": Code(_W, "收费项目数过大", "Very many fee items"),
    "count.no_projects": Code(_W, "有采购金额而无采购项目", "Procurement value without a project"),
    "count.regulations": Code(_W, "无权制定规章的机关填报规章", "Regulations it cannot make"),
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
    "cell.doubtful": Code(
        _E, "数字可能带删除线或上标", "A number may be struck out or end in a raised mark"
    ),
    "cell.format": Code(_W, "显示的数与所存的数不同", "A cell shows another number than it holds"),
    "cell.note": Code(_N, "数字旁有附注", "A note is printed beside a number"),
    "cell.unit": Code(_W, "金额未注明单位", "An amount is printed without its unit"),
    "cell.negative": Code(_E, "数量不应为负", "A count is negative"),
    "cell.fraction": Code(_E, "件数不是整数", "A count is not a whole number"),
    "row.ambiguous": Code(_E, "一行数字的个数不对", "A row has the wrong number of numbers"),
    "row.repeated": Code(_E, "同一行出现两次", "The same row is printed twice"),
    "table.repeated": Code(_E, "一张表印了两份且不一致", "A table is printed twice, differently"),
    "row.blank_copy": Code(_N, "另印有一份空白表", "A blank copy of the form is printed too"),
    "label.fuzzy": Code(_W, "行名与规定格式不尽相同", "A label differs from the form's wording"),
    "label.position": Code(_W, "按位置认定的行列", "Rows or columns were taken by position"),
    "report.several": Code(_E, "一个文件里有几份报告", "Several reports in one file"),
    "form.empty": Code(_E, "表格是空的", "The form is empty"),
    "table.missing": Code(_E, "缺少表格", "A table is missing"),
    "table.edition": Code(_W, "表格与年度规定格式不一致", "The form used is not the year's"),
    # the statistics table of the reports before 2019
    "statistics.crosswalk": Code(
        _N, "统计表的数并入现行数列", "A number of the old table joins today's series"
    ),
    "statistics.local": Code(_N, "按所印行名保留的地方指标", "Rows kept under their own labels"),
    # masthead and text
    "text.traditional": Code(_N, "原文为繁体字", "The text is in traditional characters"),
    "organ.unknown": Code(_W, "未找到机关名称", "The organ's name was not found"),
    "year.unknown": Code(_E, "未找到报告年度", "The report year was not found"),
    "year.inferred": Code(_W, "年度由正文推定", "The year follows from the text"),
    "year.conflict": Code(_W, "年度前后不一致", "The year is given differently"),
    "section.missing": Code(_W, "缺少章节", "A section is missing"),
    # the text against the tables
    "text.requests": Code(_W, "申请数文表不符", "Requests: text and table differ"),
    "text.applicants": Code(_W, "申请人数文表不符", "Applicants: text and table differ"),
    "text.outcomes": Code(_W, "办理结果文表不符", "Outcomes: text and table differ"),
    "text.documents": Code(_W, "文件数文表不符", "Documents: text and table differ"),
    "text.decisions": Code(_W, "处理决定数文表不符", "Decisions: text and table differ"),
    "text.fees": Code(_W, "收费金额文表不符", "Fees: text and table differ"),
    "text.remedies": Code(_W, "复议诉讼数文表不符", "Reviews: text and table differ"),
    "text.scope": Code(_N, "文字与表格口径不同", "Text and table have different scopes"),
    "text.year": Code(_W, "文中是别的年度", "The text speaks of another year"),
    "text.organ": Code(_W, "文中是别的机关", "The text names another organ"),
    "section.unseen": Code(_N, "未能分出章节", "The sections could not be told apart"),
    "section.empty": Code(_W, "章节没有内容", "A section is empty"),
    "section.order": Code(_N, "章节次序不同", "The sections are out of order"),
    "section.no_problems": Code(_W, "第五部分没有写问题", "Section five names no problem"),
    "time.late": Code(_W, "逾期发布", "Published after the statutory date"),
    # one year against the next
    "years.carried_over": Code(
        _W, "上年结转与上年报告不符", "Carried in is not what was carried out"
    ),
    "years.in_force": Code(_W, "现行有效件数与上年不衔接", "Documents in force do not follow"),
    "years.items": Code(_W, "项目数量与上年不衔接", "The number of items does not follow"),
    "years.items_same": Code(_N, "项目数量疑似沿用旧数", "Old numbers of items may be kept"),
    "years.fee_unit": Code(_W, "收费金额疑似单位有误", "A fee may be in the wrong unit"),
    "years.jump": Code(_N, "与上年相差悬殊", "A leap from the year before"),
    "years.identical": Code(_W, "与上年数字完全相同", "The same numbers as the year before"),
    # one report against others
    "copied.year": Code(_W, "文字与上年大量重复", "Text repeated from the year before"),
    "copied.organ": Code(_W, "文字与其他机关大量重复", "Text shared with another organ"),
    "levels.sum": Code(_N, "政府的数小于所属机关之和", "A government reports less than its organs"),
}

# the form has about as many cells: more findings of a kind speak of something else
_MOST_OF_A_KIND = 200


def bounded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, but of more than 200 of one kind the first 200, and one that says how many more
    there are and names their cells: a page may repeat a row sixty thousand times."""
    kept: list[Finding] = []
    count: Counter[str] = Counter()
    more: dict[str, dict[str, None]] = {}
    for finding in findings:
        count[finding.code] += 1
        if count[finding.code] <= _MOST_OF_A_KIND:
            kept.append(finding)
        else:
            more.setdefault(finding.code, {}).update(dict.fromkeys(finding.cells))
    for code, cells in more.items():
        left = count[code] - _MOST_OF_A_KIND
        kept.append(
            Finding(
                code,
                f"“{CODES[code].zh}”这一类另有{left}条，不再逐条列出。",
                f"There are {left} more of the kind “{CODES[code].en}”, which are not listed.",
                tuple(cells),
            )
        )
    return tuple(kept)
