"""A sentence of a report -> the figures it states.

The words and figures of a sentence are walked once. A figure belongs to the words since the figure
before it (收到申请20件), or, where there are none, to those after it (8件予以公开). What cannot be
this year's total of the reporting organ gives nothing: approximations, shares, comparisons, other
years, parts by channel, sub-units.
"""

from __future__ import annotations

import re
from collections import Counter

from lib.parsing.stated.context import Context
from lib.parsing.stated.figure import Figure
from lib.parsing.stated.walk import Walk

# a sentence is walked only if it could count something: most count nothing
_COUNTS = re.compile(
    r"[\d零一二三四五六七八九十百千两](?:余|多)?[件个宗份例起条项次桩封元万亿千]|(?:为|是|:)[零0]|"
    r"未(?:曾|有)?[收接受发产出涉引存办制印废实作有因被]|没有?|无(?![法正论偿误需效障])|[均都皆全](?:部)?[为是系属]"
)
_OF_THE_FORM = re.compile(
    r"申请|复议|诉讼|规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|结转|办结|办理|答复|"
    r"(?:予以?|准予|同意|部分|全部|禁止)公开|提供|处理|自然人|案卷|查询|权益|秘密|补正|出版物|掌握|另行|"
    r"依申请|公开信息|信息公开"
)
# a table without borders, or digits without end: no figure has forty
_RUN_TOGETHER = re.compile(
    r"信息内容本年|勾稽关系|结果维持结果纠正|\d{40}|[零〇一二三四五六七八九十百千万两]{40}"
)
# documents by how they may be disclosed, and no requests: 主动公开9件、依申请公开2件、不予公开1件
_BY_ATTRIBUTE = re.compile(
    r"主动公开[^。;]{0,16}\d[^。;]*依申请公开[^。;]{0,6}\d[^。;]*不予公开[^。;]{0,6}\d"
)
_TITLES = re.compile(r"《[^《》\n]{2,40}》")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]?")
_ITEM = re.compile(r"^\s*(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、)])")


def figures(text: str, section: str, year: int, editions: dict[str, str]) -> list[Figure]:
    """Every figure that a passage of `section` states, in order. `year` is the report's."""
    context = Context()
    found: list[Figure] = []
    # names state nothing
    text = _TITLES.sub(lambda title: f"《{'*' * (len(title[0]) - 2)}》", text)
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        if _ITEM.match(said):
            context = Context()
        context.year, context.skip, context.elsewhere, context.part = 0, False, False, False
        counts = _COUNTS.search(said) and _OF_THE_FORM.search(said)
        of_requests = "依申请公开" in said or "信息公开申请" in said
        if not (counts or of_requests) or _RUN_TOGETHER.search(said) or _BY_ATTRIBUTE.search(said):
            continue
        if counts:
            walk = Walk(text, sentence.start(), sentence.end(), section, year, editions, context)
            found += _without_channels(walk.read())
        else:
            context.requests = True
    return found


def _without_channels(found: list[Figure]) -> list[Figure]:
    """A figure said with one channel is the total only where no other stands beside it."""
    if not any(figure.channel for figure in found):
        return found
    said = Counter(figure.cells for figure in found)
    return [f for f in found if not f.channel or said[f.cells] == 1]
