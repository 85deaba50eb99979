"""The text of an invented report: our own plain words, in many wordings, units and numerals, which
say that they are invented. Its figures are those of the tables; around them stand the figures that
real texts have and no table of the form holds (messages published, shares, years before)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from zlib import crc32

import numpy as np

from lib import form
from lib.form import leaves, line

_HAN = "零一二三四五六七八九"
_UNITS = ("件", "件", "件", "宗", "份", "个")
_GROUPS = {
    "granted": ("予以公开", "准予公开", "同意公开", "全部公开"),
    "partly_granted": ("部分公开", "予以部分公开"),
    "refused": ("不予公开", "不予公开"),
    "unable": ("无法提供", "无法提供的"),
    "declined": ("不予处理", "不予处理"),
    "other": ("其他处理", "其他处理的"),
}


def narrative(
    organ: str, year: int, figures: Mapping[str, Decimal | None], seed: int | None = None
) -> dict[str, str]:
    """Section key -> text. The same organ, year and seed give the same wordings."""
    drawn = np.random.default_rng(crc32(f"{organ}{year}".encode()) if seed is None else seed)
    return _Words(organ, year, figures, drawn).sections()


def heading(section: form.Section) -> str:
    """As a report prints it: 一、总体情况."""
    return f"{section.numeral}、{section.zh}"


class _Words:
    def __init__(
        self,
        organ: str,
        year: int,
        figures: Mapping[str, Decimal | None],
        drawn: np.random.Generator,
    ) -> None:
        self.organ, self.year, self.drawn = organ, year, drawn
        self.figures = {key: value or Decimal(0) for key, value in figures.items()}
        self.unit = self.one_of(*_UNITS)
        self.han = self.chance(0.2)  # a clerk who writes small numbers in characters
        self.commas = self.chance(0.3)
        self.edition = "2021" if "requests.other_rest.total" in figures else "2019"

    def one_of(self, *wordings: str) -> str:
        return wordings[int(self.drawn.integers(len(wordings)))]

    def chance(self, share: float) -> bool:
        return bool(self.drawn.random() < share)

    def number(self, value: Decimal) -> str:
        if self.han and value == int(value) and value < 100:
            return han(int(value))
        if self.commas and value == int(value) and value >= 1000:
            return f"{int(value):,}"
        return f"{value:f}"

    def value(self, *cells: str) -> Decimal:
        return sum((self.figures.get(cell, Decimal(0)) for cell in cells), Decimal(0))

    def row(self, key: str, column: str = "total") -> Decimal:
        below = leaves((line("requests", key),), self.edition)
        return self.value(*(f"requests.{leaf.key}.{column}" for leaf in below))

    def counted(self, value: Decimal, unit: str = "") -> str:
        return f"{self.number(value)}{unit or self.unit}"

    # --- the six sections -------------------------------------------------------------------

    def sections(self) -> dict[str, str]:
        reviews = self._reviews()
        in_overview = self.chance(0.4)
        diligently = self.one_of("认真落实", "严格执行", "不断推进")
        overview = [
            f"本报告为虚构的示例,{self.organ}并不存在,其中的数字由程序生成,统计期限自{self.year}年1月1日"
            f"至{self.year}年12月31日。",
            f"{self.year}年,{self.organ}{diligently}政府信息公开条例。",
            f"(一)主动公开情况。{self._published()}{self._documents()}",
            f"(二)依申请公开情况。{self._requests()}{reviews if in_overview else ''}",
            f"(三)政府信息管理情况。{self._around()}",
        ]
        return {
            "overview": "\n".join(overview),
            "disclosure": "",
            "requests": "",
            "remedies": "" if in_overview else reviews,
            "problems": "示例机关的目录更新不够及时。下一年将按月核对目录,并补齐缺少的栏目。",
            "other": f"{self._fee()}没有其他需要报告的事项。",
        }

    def _published(self) -> str:
        """Figures that are not of the form."""
        number = int(self.drawn.integers(20, 4000))
        return self.one_of(
            f"通过示例网站主动公开政府信息{number}条,推送微信{number // 3}条。",
            f"全年发布各类信息{number}条,比上年增加{number // 9}条,解读政策{number % 17}次。",
            f"办结人大代表建议{number % 40}件,答复网上咨询{number % 70}件,办结率100%。",
            "",
        )

    def _documents(self) -> str:
        at = "disclosure.normative_documents."
        made = self.value(at + "made")
        verb = self.one_of("制发", "制定", "出台", "新制定")
        noun = self.one_of("行政规范性文件", "规范性文件")
        text = f"{self.one_of('全年', '本年度', '')}{verb}{noun}{self.counted(made, '件')}"
        if not made and self.chance(0.5):
            text = f"本年度未{self.one_of('制定', '制发')}{noun}"
        if at + "in_force" in self.figures and self.chance(0.7):
            text += f",废止{self.counted(self.value(at + 'repealed'), '件')}"
            text += f",现行有效{self.counted(self.value(at + 'in_force'), '件')}"
        decisions = ""
        if self.chance(0.4):
            licences, penalties = (
                self.value(f"disclosure.{row}.decisions") for row in ("licences", "penalties")
            )
            decisions = (
                f"作出行政许可决定{self.counted(licences, '件')},"
                f"作出行政处罚{self.counted(penalties, '件')}。"
            )
        fees = "disclosure.fees.amount"
        if fees in self.figures and self.chance(0.3):
            decisions += f"行政事业性收费{self.figures[fees]:f}万元。"
        return f"{text}。{decisions}"

    def _requests(self) -> str:
        new, carried_in = self.row("received"), self.row("carried_in")
        noun = self.one_of("政府信息公开申请", "信息公开申请", "依申请公开", "公开政府信息的申请")
        if not new:
            opening = f"未收到{noun}"
            if noun.endswith("申请") and self.chance(0.3):
                opening = f"无{noun}"
        else:
            amount = self.counted(new)
            opening = self.one_of(
                f"新收{noun}{amount}",
                f"共收到{noun}{amount}",
                f"受理{noun}{amount}",
                f"收到{amount}{noun}",
                f"{noun}共收到{amount}",
            )
        opening = f"{self.year}年,{self.one_of('本机关', '全年', '')}{opening}"
        text = opening
        if new and self.chance(0.3):
            share = int(self.drawn.integers(2, 60))
            text += f",较上年{self.one_of('增长', '下降')}{share}%"
        if new and self.chance(0.5):
            text += self._applicants()
        text += (
            f"{self.one_of(',', '。')}上年结转{self.one_of('', noun)}{self.counted(carried_in)}。"
        )
        handled = self.row("handled")
        if handled or carried_in or new:
            text += f"全年{self.one_of('办结', '答复', '共办结')}{noun}{self.counted(handled)}"
            text += self._outcomes() if handled else "。"
            text += self._carried_out()
        return text

    def _applicants(self) -> str:
        persons = self.row("received", "natural_person")
        business = self.row("received", "business")
        if not persons or not business:
            return ""
        return (
            f",其中{self.one_of('自然人', '自然人申请')}{self.counted(persons)}"
            f"{self.one_of('、', ',')}商业企业{self.counted(business)}"
        )

    def _outcomes(self) -> str:
        parts = []
        everything = self.chance(0.5)
        for group, wordings in _GROUPS.items():
            value = self.row(group)
            if value or everything:
                before = self.one_of(*wordings)
                parts.append(f"{before}{self.counted(value)}")
        joint = self.one_of("、", ",", ";")
        return f"{self.one_of(',其中', '。其中:', ',其中:')}{joint.join(parts)}。"

    def _carried_out(self) -> str:
        carried = self.row("carried_out")
        if not carried:
            return self.one_of(
                "无结转下年度申请。", f"结转下年度继续办理{self.counted(carried)}。", ""
            )
        return self.one_of(
            f"结转下年度继续办理{self.counted(carried)}。",
            f"结转至{self.year + 1}年{self.counted(carried)}。",
            f"另有{self.counted(carried)}正在办理。",
        )

    def _reviews(self) -> str:
        reviews = self.value("remedies.reconsideration.total")
        lawsuits = self.value("remedies.litigation_direct.total", "remedies.litigation_after.total")
        because = self.one_of("因政府信息公开引发的", "信息公开类", "因政府信息公开工作被提起的")
        if not reviews and not lawsuits:
            return f"未发生{because}行政复议{self.one_of('和', '、')}行政诉讼。"
        counted = [self.counted(n, unit) for unit in ("件", "起") for n in (reviews, lawsuits)]
        return self.one_of(
            f"{because}行政复议{counted[0]},行政诉讼{counted[1]}。",
            f"全年{because}行政复议{counted[2]}、行政诉讼{counted[3]}。",
            f"{because}行政复议、行政诉讼分别为{counted[0]}、{counted[1]}。",
        )

    def _around(self) -> str:
        before = self.year - 1
        return self.one_of(
            f"按照《{before}年信息公开工作要点》完善目录。",
            "在上级机关指导下开展培训3次。",
            f"{before}年底建成的查阅点运行良好。",
            "",
        )

    def _fee(self) -> str:
        return self.one_of(
            "本年度没有收取信息处理费。",
            f"{self.year}年未向申请人收取信息处理费。",
            f"{self.year}年收取信息处理费0元。",
        )


def han(number: int) -> str:
    """A number below a hundred in Chinese characters.

    >>> han(0), han(10), han(14), han(32)
    ('零', '十', '十四', '三十二')
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")
