"""What the old statistics table has in common however it is printed: its heads, its labels and
its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from lib.findings import Finding
from lib.old_form import NATIONAL, UNITS, Indicator, indicators, parents
from lib.parsing.labels import fold, squash
from lib.reading.document import Cell

_BRACKETED = re.compile(r"\([^()]*\)")
_BOUNDARY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\(?\d{1,2}[.、)](?!\d)|"
    r"其中[::,]?|[—―-]{2,})"
)
_LABEL_HEADS = ("统计指标", "指标名称", "指标", "统计项目", "项目名称", "项目")
_UNIT_HEADS = ("单位", "计量单位")
_CODE_HEADS = ("代码", "序号", "编号", "行次")
_YEAR_HEAD = re.compile(
    r"((?:19|20)\d{2})年?度?(?:统计数|数量|数)?|统计数量?|统计数据|数量|数值|数据|本年累计|本年度?数?|年度"
)
_PERIOD_HEADS = ("本期实际", "本期", "本期数")
_NO_ROW = re.compile(r"负责人|审核人|填报|填表|电话|日期|盖章|^备注|^注$|^说明")


@dataclass(slots=True)
class Printed:
    """One row as printed. `value` is the year's cell, None where it cannot be told apart, and
    `problem` then names the finding; `inferred` is whether run-together digits were told apart."""

    key: str
    label: Cell
    unit: str
    value: Cell | None
    printed: tuple[Cell, ...] = ()
    problem: str = ""
    inferred: bool = False


@dataclass(slots=True)
class Table:
    """The rows of a statistics table in printed order, the year its head names (0 where none),
    whether a head named the columns, what there is to say, and the ids of the paragraphs that are
    cells of it."""

    rows: list[Printed] = field(default_factory=list)
    year: int = 0
    headed: bool = False
    findings: list[Finding] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def head_of(text: str) -> tuple[str, int]:
    """What a column head stands for, and the year it names: label, unit, code, year, period (of
    the report, unless a year's column stands beside it) or other; "" for no text.

    >>> head_of("2013年度"), head_of("历年累计"), head_of("计量单位")
    (('year', 2013), ('other', 0), ('unit', 0))
    """
    words = "".join(_BRACKETED.sub("", fold(text)).split())
    if not words:
        return "", 0
    for heads, kind in ((_LABEL_HEADS, "label"), (_UNIT_HEADS, "unit"), (_CODE_HEADS, "code")):
        if words in heads:
            return kind, 0
    if found := _YEAR_HEAD.fullmatch(words):
        return "year", int(found[1] or 0)
    return ("period", 0) if words in _PERIOD_HEADS else ("other", 0)


def value_column(heads: list[tuple[str, int]], year: int) -> int | None:
    """Which of the heads is over the report year's numbers: the one that names the year, else the
    only one that stands for a year, else the only one for the period. None where none is, or
    several are (区本级, 区直部门, 乡镇 side by side): they are never added up nor chosen from."""
    for wanted in (
        lambda kind, of: kind == "year" and year and of == year,
        lambda kind, of: kind == "year" and (not year or not of),
        lambda kind, of: kind == "period",
    ):
        found = [at for at, head in enumerate(heads) if wanted(*head)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@cache
def _spelled() -> dict[str, tuple[Indicator, ...]]:
    found: dict[str, list[Indicator]] = {}
    for each in indicators():
        for spelling in each.spellings():
            for words in (squash(spelling), squash(_BRACKETED.sub("", fold(spelling)))):
                if each not in found.setdefault(words, []):
                    found[words].append(each)
    return {words: tuple(each) for words, each in found.items()}


class Labels:
    """Printed labels to keys. A label that repeats (被依法纠错数) belongs to what stands above
    it, so labels are asked for in the order they are printed."""

    def __init__(self) -> None:
        self._last: Indicator | None = None

    def known(self, text: str) -> Indicator | None:
        """The declared indicator a label names, or None."""
        for words in self._wordings(text):
            found = _spelled().get(words, ())
            if len(found) == 1:
                self._last = found[0]
                return found[0]
            fitting = [each for each in found if self._below(each)]
            if len(fitting) == 1:
                self._last = fitting[0]
                return fitting[0]
        return None

    def _below(self, asked: Indicator) -> bool:
        """Whether the last indicator is what `asked` is a part of, or another part of it."""
        parent = parents().get(asked.key)
        at = self._last
        while at is not None:
            if at is parent:
                return True
            at = parents().get(at.key)
        return False

    def _wordings(self, text: str) -> list[str]:
        last = last_segment(text)
        found = [squash(last), squash(_BRACKETED.sub("", last))]
        # a row whose blank cell left no trace stands before this one: ...数条制发规范性文件总数
        for unit in UNITS:
            _, parted, rest = last.rpartition(unit)
            if parted and rest and squash(rest) in _spelled():
                found.append(squash(rest))
        return found


def last_segment(text: str) -> str:
    """A label without the headings printed before it: 三、依申请公开情况(一)收到申请数 is
    收到申请数."""
    folded = fold(text)
    segments = [part for part in _BOUNDARY.split(folded) if part.strip(":.,、")]
    return segments[-1] if segments else folded


def local_label(text: str) -> str:
    """The words of a label no table declares, "" where they are no label: 其中：现场接待人数 is
    现场接待人数.

    >>> local_label("（三）其中：1.窗口接待人数"), local_label("填报日期：")
    ('窗口接待人数', '')
    """
    words = squash(last_segment(text))
    if not words or len(words) > 40 or _NO_ROW.search(words) or head_of(words)[0] != "other":
        return ""
    return words


def is_national(keys: set[str]) -> bool:
    """Whether rows are the national table's: it has many that no local table was seen to have."""
    only = {each.key for each in indicators() if each.forms == (NATIONAL,)}
    return len(keys & only) >= 5
