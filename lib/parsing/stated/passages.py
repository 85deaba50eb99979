"""The running text of a report as passages: folded, its broken lines joined, each with the section
it stands in and the places its characters were printed at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from lib.form import SECTIONS
from lib.parsing.labels import fold
from lib.parsing.sections import heading_of
from lib.reading.document import Paragraph, Place

_ENDS = "。!?;:；："
_BEGINS = re.compile(r"^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.]|\d+[.、)]|第)")
_BROKEN_LINE = 15  # a line of running text that a page's edge cut is longer than this
# a heading inside a paragraph, where a page's blocks were run together
_INLINE = re.compile(
    r"[一二三四五六]、(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|"
    r"因?政府信息公开(?:工作)?(?:被申请)?行政复议[、,]?(?:和|提起)*行政诉讼情况|"
    r"存在的?(?:主要)?问题及改进(?:情况|措施)|其他需要报告的?事项)"
)
_CLOSERS = ("相关信息", "相关链接", "扫一扫", "打印本页", "关闭窗口", "分享到")


@dataclass(slots=True)
class Passage:
    """Text of one section. `starts[i]` is where in `text` the paragraph of `places[i]` begins."""

    section: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def place(self, at: int) -> Place:
        """Where the character at `at` was printed."""
        return self.places[bisect_right(self.starts, at) - 1]

    def add(self, text: str, place: Place) -> None:
        if self.text:
            broken = (
                self.text[-1] not in _ENDS
                and len(self.text) - self.starts[-1] > _BROKEN_LINE
                and not _BEGINS.match(text)
            )
            self.text += "" if broken else "\n"
        self.starts.append(len(self.text))
        self.places.append(place)
        self.text += text


def passages(
    paragraphs: Iterable[Paragraph], taken: Collection[int] = frozenset()
) -> list[Passage]:
    """A passage a section, in the order printed. `taken` holds the ids of paragraphs that are cells
    of a table. What stands above the first heading counts as section one."""
    found = [Passage("overview")]
    for paragraph in paragraphs:
        if id(paragraph) in taken:
            continue
        if paragraph.text.strip() in _CLOSERS:
            break
        key = heading_of(paragraph.text)
        if key:
            if key != found[-1].section:
                found.append(Passage(key))
            continue
        for inline, text in _inline(fold(paragraph.text)):
            if inline and inline != found[-1].section:
                found.append(Passage(inline))
            if text:
                found[-1].add(text, paragraph.place)
    return [passage for passage in found if passage.text]


def _inline(text: str) -> Iterator[tuple[str, str]]:
    """A paragraph cut at the headings inside it, each part with its section, "" for the first."""
    at, key = 0, ""
    for heading in _INLINE.finditer(text) if len(text) > 40 else ():
        yield key, text[at : heading.start()]
        at, key = heading.end(), _KEYS.get(heading[0][0], key)
    yield key, text[at:]


_KEYS = {section.numeral: section.key for section in SECTIONS}
