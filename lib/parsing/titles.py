"""The titles of reports in all the ways they are worded: 石浦市林业局2023年政府信息公开年度报告."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from lib.parsing.nfkc import nfkc
from lib.parsing.reporter import is_relative, name_in
from lib.parsing.traditional import simplified
from lib.reading.document import Place

_HAN_YEAR = re.compile(r"二[〇零○Ο0][〇零○Ο0一二三四五六七八九]{2}(?=年)")
_HAN_DAY = re.compile(r"(\d年)([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_HAN_DIGITS = str.maketrans("〇零○Ο0一二三四五六七八九", "00000123456789")
# what every title ends with; possessive, as below, for blanks that several parts could take are
# tried in every way once a line fails
_TITLE_ENDS = re.compile(
    r"政(?:府信息|务信息|务)(?:公开\s*+(?:工作)?|工作)\s*+(?:情况)?(?:的)?\s*+"
    r"(?:(?:19|20)\d{2}\s*+年)?\s*+(?:度|年度)?\s*+(?:工作)?\s*+(?:报告|年报)"
)
_TITLE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*+年?\s*+度?"
    r"(?P<between>[^,。:;!?|《》<>\n]{0,40}?)" + _TITLE_ENDS.pattern
)
_TITLE_YEARLESS = re.compile(
    r"政(?:府|务)信息公开\s*+(?:工作)?\s*+年度\s*+(?:工作)?\s*+报告"
    r"\s*+[(\[]?\s*+(?P<year>(?:19|20)\d{2})\s*+年?度?"
)
_TITLE_YEAR_WITHIN = re.compile(
    r"政(?:府|务)信息公开\s*+(?:工作)?\s*+(?P<year>(?:19|20)\d{2})\s*+年\s*+度?\s*+(?:工作)?\s*+"
    r"(?:报告|年报)"
)
_BEFORE_A_NAME = re.compile(r"[,。:;!?|《》<>_\n]")
_LONGEST_NAME = 60
_CALLED = re.compile(r"^.*?(?:标题|名称|题名)\s*[:： ]?")
_BLANKS_WITHIN = re.compile(r"(?<=[一-鿿\d])\s+(?=[一-鿿\d])")
# 关于做好2023年政府信息公开工作年度报告编制工作的通知: the name of a notice, no title
_OF_A_NOTICE = re.compile(
    r"\s*(?:的?(?:编制|编写|编报|撰写|发布|公布|报送|格式|有关|相关)|(?:制度|工作)的)"
)
# pages copied by machine print how a character is said after it: 報(bào)告
_SAID = re.compile(r"\((?<=[一-鿿]\()[a-zà-üāēěīōūǎǐǒǔǖǘǚǜń]{1,6}\)")
_BEFORE, _AFTER = 200, 50  # characters: more than a title has on either side of its end
_MOST_MENTIONS = 50
_SUREST = 11  # the score of a title that stands alone and names an organ with its place

Line = tuple[str, Place | None]


def joined(head: list[Line]) -> list[Line]:
    """Each line, and each pair of lines: titles are broken over two."""
    pairs = [
        (one[0].rstrip() + two[0].lstrip(), one[1])
        for one, two in pairwise(head)
        if len(one[0]) < 50 and len(two[0]) < 40
    ]
    return [*head, *pairs]


def best_title(lines: list[Line]) -> tuple[str, int, str, Place | None]:
    """The organ, the year, the title and its place, of the line that is most surely a title; the
    first three are "", 0 and "" where none is. The lines are plain."""
    best: tuple[int, str, int, str, Place | None] = (-1, "", 0, "", None)
    for line, place in lines:
        if "公开" not in line:
            continue
        folded = _BLANKS_WITHIN.sub("", line) if len(line.split()) > 1 else line
        for before, found in _titles_in(folded):
            if _OF_A_NOTICE.match(folded, found.end()):
                score, organ, title = 0, "", ""  # it tells the year alone
            else:
                named = name_in(before)
                organ = named or name_in(found.groupdict().get("between") or "")
                # the sentence that leads to a title is no part of it
                led = before.rfind(named) if named else len(before)
                title = before[led if organ else 0 :] + found[0]
                # a line that is the title alone beats a sentence that mentions it, and a name that
                # says where beats one that leaves its place out
                score = (1 + (4 if not is_relative(organ) else 2) * bool(organ)) * 2
                score += len(folded) < 60
            if score > best[0]:
                best = (score, organ, int(found["year"]), _clean(title), place)
        if best[0] == _SUREST:
            break
    return best[1:]


def title_of(line: str) -> tuple[str, int, str]:
    """The organ, the year and the title that a line holds; "", 0 and "" where it holds none.

    >>> title_of("石浦市林业局2023年政府信息公开工作年度报告")[:2]
    ('石浦市林业局', 2023)
    """
    return best_title([(plain(line), None)])[:3]


def _titles_in(line: str) -> list[tuple[str, re.Match[str]]]:
    """The titles in a line, as _title_in gives them. A line may be a whole page long, so they are
    only looked for around what every title ends with."""
    found: dict[int, tuple[str, re.Match[str]]] = {}
    for ends in islice(_TITLE_ENDS.finditer(line), _MOST_MENTIONS):
        start = max(ends.start() - _BEFORE, max(found, default=0))
        if title := _title_in(line, start, ends.end() + _AFTER):
            found.setdefault(title[1].end(), title)
    return list(found.values())


def _title_in(line: str, start: int, end: int) -> tuple[str, re.Match[str]] | None:
    """What stands before the first title in a stretch of a line, back to a sign that no name has,
    and the rest of the title."""
    for pattern, shortest in ((_TITLE, 0), (_TITLE_YEARLESS, 2), (_TITLE_YEAR_WITHIN, 2)):
        for found in pattern.finditer(line, start, end):
            before = line[max(found.start() - _LONGEST_NAME, start) : found.start()]
            name = _BEFORE_A_NAME.split(before)[-1]
            if len(name) >= shortest:
                return name, found
    return None


def _clean(title: str) -> str:
    return _CALLED.sub("", title).strip(" -_#《")


def plain(text: str) -> str:
    """NFKC, simplified, with years in Chinese numerals as digits: 二○二三年 is 2023年."""
    folded = simplified(_SAID.sub("", nfkc(text)))
    if "年" not in folded:
        return folded
    folded = _HAN_YEAR.sub(lambda found: "2" + found[0][1:].translate(_HAN_DIGITS), folded)
    return _HAN_DAY.sub(
        lambda found: f"{found[1]}{_tens(found[2])}月{_tens(found[3])}日",
        folded,
    )


def _tens(han: str) -> int:
    """A number below a hundred in Chinese numerals: 二十一 is 21, 十 is 10."""
    before, ten, after = han.partition("十")
    units = int(after.translate(_HAN_DIGITS) or 0) if ten else 0
    return (
        (int(before.translate(_HAN_DIGITS) or 1) * 10 + units)
        if ten
        else int(han.translate(_HAN_DIGITS))
    )
