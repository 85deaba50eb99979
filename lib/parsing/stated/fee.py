"""The 信息处理费 a report says it collected, in 元.

It is a fee for requests that ask for very much, regulated by its own rules; section six names it.
The 行政事业性收费 of section two are all the fees an organ collects and never this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lib.parsing.numerals import CHARACTERS, NUMBER, read_figure
from lib.parsing.stated.passages import Passage
from lib.reading.document import Place

_ABOUT = re.compile(
    r"处理费|收费通知|信息公开(?:申请)?(?:的)?(?:处理)?(?:收费|费用)|依申请公开(?:的)?(?:收费|费用)"
)
_CHARGING = re.compile(r"收费|收取|费用|处理费")
_OTHER_FEES = re.compile(r"行政事业性收费|收费项目|收费标准|收费目录|收费清单")
_SENTENCE = re.compile(r"[^。!?\n]+")
_TITLES = re.compile(r"《[^》]{0,200}》")
_AMOUNT = re.compile(
    rf"(?P<approx>约|近|逾|超过?)?(?<![\d.第])(?P<number>{NUMBER}|"
    rf"[{CHARACTERS}]+)(?P<more>余|多)?(?P<unit>亿元|万元|千元|元)(?!/|每)"
)
_RATE = re.compile(r"(?:每[件页张]|标准|按|超过|以上)[^,;]{0,14}$")
_COLLECTED = re.compile(r"(?:实际|实收|已收)[^,;]{0,14}$")
_NOT_TAKEN = re.compile(r"(?:减免|免除|免收|退还|退回|应收)[^,;]{0,8}$")
_PART = re.compile(r"其中|含")
_NOTHING = re.compile(
    r"(?:未|没有?|从未|暂未|不|免于?|无需?)(?:曾|有|再)?(?:向[^,。;]{0,12}?)?(?:收取|产生|发生|涉及|发出|征收|收到|收)?"
    r"(?:过|任何|相关|相应|申请人|公民|政府|信息|公开|申请|的|、|依|及|和|费用|有关|提供|检索|复制|邮寄|等|一笔){0,12}"
    r"(?:处理费|收费|费用|费)(?!标准|依据|管理)"
    r"|(?:处理费|收费|费用)[^,。;\d]{0,12}?(?:为|是|:)?(?:零(?!星)|0(?![\d.,])|未收取|未发生|未产生|没有收取)"
    r"|(?:处理费|收费)(?:的)?(?:收取|收费)?情况(?:为)?[:,]?无(?:$|[,。;])"
    r"|处理费:无(?:$|[,。;])"
    r"|无(?:收取|产生|发生)?(?:政府)?(?:信息)?(?:公开)?(?:信息)?(?:处理费|收费)"
)
_YEAR = re.compile(r"20\d\d(?=年)")
_YUAN = {"元": 1, "千元": 1000, "万元": 10_000, "亿元": 100_000_000}


@dataclass(frozen=True, slots=True)
class Fee:
    """`amount` in 元, the sentence it was read in, and where that stands."""

    amount: Decimal
    text: str
    place: Place


def processing_fee(passages: Iterable[Passage], year: int) -> Fee | None:
    """The fee stated for the report's own year; section six before the others. None where the
    text states none, or names other years only."""
    ordered = sorted(passages, key=lambda passage: passage.section != "other")
    for passage in ordered:
        about = False
        for sentence in _SENTENCE.finditer(passage.text):
            printed = sentence[0]
            about = bool(_ABOUT.search(printed)) or (about and passage.section == "other")
            if not about or not _CHARGING.search(printed):
                continue
            if _OTHER_FEES.search(printed) and "处理费" not in printed:
                continue
            years = {int(named) for named in _YEAR.findall(_TITLES.sub("", printed))}
            if years and year and year not in years:
                continue
            amount = _amount(_TITLES.sub("", printed), year)
            if amount is not None:
                return Fee(amount, printed.strip(), passage.place(sentence.start()))
    return None


def _amount(sentence: str, year: int) -> Decimal | None:
    found: list[tuple[Decimal, bool]] = []
    for match in _AMOUNT.finditer(sentence):
        before = sentence[: match.start()]
        if match["approx"] or match["more"] or _RATE.search(before) or "行政事业性收费" in before:
            continue
        actual = bool(_COLLECTED.search(before))
        if _NOT_TAKEN.search(before) or (found and _PART.search(before) and not actual):
            continue  # what was waived is not collected; a part adds nothing to the whole
        named = _YEAR.findall(before)
        if named and year and int(named[-1]) != year:
            continue
        value = read_figure(match["number"])
        if value is None:
            continue
        found.append((value * _YUAN[match["unit"]], actual))
    if found:
        # 发出收费通知2件, 总金额60元, 实际收取60元; 件数、总金额、实际收取分别为0件、0元、0元
        collected = [value for value, actual in found if actual]
        return (collected or [value for value, _ in found])[-1]
    return Decimal(0) if _NOTHING.search(sentence) else None
