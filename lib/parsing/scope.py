"""Whether a report's figures are the organ's own or its whole area's, where its text says so.

Only sentences that speak of the report or its data count, and only those above the first table:
全区 in a sentence about work done says nothing of what was counted. A report that says both says
neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.parsing.labels import fold
from lib.reading.document import Document, Paragraph, Place

_ABOUT = re.compile(
    r"本(?:年度)?(?:年报|报告)|报告内容|(?:所列|统计|本报告|报告中)[^,。]{0,8}数据|数据(?:统计)?范围"
)
_PARTS = (
    r"(?:各|所属|下属|辖区内?|全(?:省|市|州|盟|县|区|旗|镇|乡))[^。;]{0,24}?"
    r"(?:部门|乡镇|镇|街道|县|市|区|单位|委办局)"
)
_AREA = re.compile(
    rf"(?:汇总|综合|包括|包含|涵盖|合并)[^。;]{{0,30}}?{_PARTS}|"
    r"数据(?:统计)?(?:范围)?(?:为|是|指|包括|涵盖|覆盖)[^。;,]{0,10}?全(?:省|市|州|盟|县|区|旗)"
)
_OWN = re.compile(
    r"(?:不含|不包括|未包括|不包含)[^。;,]{0,16}?(?:部门|乡镇|镇|街道|县|区|单位)|"
    r"(?:仅|只)(?:为|含|包括|包含|统计|反映|指|限)[^。;,]{0,20}?(?:本机关|本级|本单位|本部门|本局|办公室|局机关|厅机关|委机关)|"
    r"数据(?:统计)?(?:范围)?(?:为|是|指)[^。;,]{0,12}?(?:本机关|本级|本单位|本部门)"
)
# a title may say it: 海关总署(本级机关)2020年政府信息公开…, 广州海关关区2021年政府信息公开…
_TITLED = re.compile(
    r"(?:(?P<organ>\((?:本级(?:机关)?|机关(?:本级)?|本机关)\))|(?P<area>\((?:汇总|全系统|系统)\)|(?<=海关)关区))"
    r"(?:20\d\d年?度?)?政府信息公开(?:工作)?(?:年度|年报|情况)"
)
_MOST_PARAGRAPHS = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """`kind` is organ, area or ""; `text` the sentence it rests on, and its place."""

    kind: str = ""
    text: str = ""
    place: Place | None = None


def read_scope(document: Document) -> Scope:
    """The scope a report states of its figures."""
    found: dict[str, Scope] = {}
    for block in document.blocks[:_MOST_PARAGRAPHS]:
        if not isinstance(block, Paragraph):
            continue
        text = fold(block.text)
        # most paragraphs are about neither
        may_title = ")2" in text or ")政" in text or "关区" in text
        if may_title and (titled := _TITLED.search(text)):
            kind = titled.lastgroup or ""
            found.setdefault(kind, Scope(kind, titled[0], block.place))
        may_say = "数据" in text or "报告" in text or "年报" in text
        for sentence in re.split(r"[。;\n]", text) if may_say and _ABOUT.search(text) else ():
            if not _ABOUT.search(sentence):
                continue
            # 不含各乡镇 holds the words of 含各乡镇
            kind = "organ" if _OWN.search(sentence) else "area" if _AREA.search(sentence) else ""
            if kind:
                found.setdefault(kind, Scope(kind, sentence[:200], block.place))
    return next(iter(found.values())) if len(found) == 1 else Scope()
