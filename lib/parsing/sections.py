"""The six sections of text: paragraphs under each heading, tables left out.

Headings are known by their words, not by their numeral: real reports renumber, repeat and drop
numerals. A heading repeated (a narrative with the same titles before the statutory part) adds to
its section.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lib.form import SECTIONS
from lib.parsing.labels import fold
from lib.reading.document import Document, Grid

_NUMERAL = re.compile(r"^[一二三四五六七八九十][、.,:]|^、")
_LONGEST_HEADING = 40
_TEXT = ("overview", "problems", "other")  # the others hold a table
# what a heading prints and no other row of the form's tables does
_HEADS = re.compile("总体情况|基本情况|信息情况|申请情况|诉讼情况|改进|报告的事项")
_CLOSERS = ("相关信息", "相关链接", "扫一扫", "打印本页", "关闭窗口", "分享到")


@lru_cache(maxsize=5_000)  # the masthead, the sections and the passages each ask
def heading_of(text: str) -> str | None:
    """The key of the section a paragraph heads, or None.

    >>> heading_of("四、政府信息公开行政法复议、行政诉讼情况")
    'remedies'
    >>> heading_of("(一)主动公开情况。坚持公开") is None
    True
    """
    folded = fold(text)
    if len(folded) > _LONGEST_HEADING or folded.startswith("("):
        return None
    numbered = bool(_NUMERAL.match(folded))
    if not numbered and len(folded) > 24:
        return None
    if not numbered and re.search(r"[。;,:]", folded):
        return None
    for section in SECTIONS:
        for words in section.words:
            if all(word in folded for word in words):
                if numbered or folded in (section.zh, *(w for w in words if len(words) == 1)):
                    return section.key
                break
    return None


def split_sections(document: Document, taken: set[int]) -> dict[str, str]:
    """Section key -> text, for the sections whose heading was found. `taken` holds the ids of
    paragraphs that are cells of a table."""
    found: dict[str, list[str]] = {}
    current: str | None = None
    for block in document.blocks:
        if isinstance(block, Grid):
            for current, lines in _within(block):
                found.setdefault(current, []).extend(lines)
            continue
        if id(block) in taken:
            continue
        key = heading_of(block.text)
        if key:
            current = key
            found.setdefault(key, [])
            continue
        if current and block.text.strip() in _CLOSERS:
            break
        if current:
            found[current].append(block.text)
    return {key: "\n".join(lines) for key, lines in found.items()}


def _within(grid: Grid) -> list[tuple[str, list[str]]]:
    """The sections headed by a row of a table, as on a sheet that holds all of the form, each with
    the rows of text under its head; those that hold a table of the form with none."""
    if grid.pattern and not _may_head(grid.pattern):
        return []
    alone = (
        texts.pop()
        for row in grid.rows
        if len(texts := {cell.text for cell in row if cell.text.strip()}) == 1
    )
    found: list[tuple[str, list[str]]] = []
    for text in alone:
        if key := heading_of(text):
            found.append((key, []))
        elif found and found[-1][0] in _TEXT:
            found[-1][1].append(text)
    return found


@lru_cache(maxsize=200)  # the tables of a site's pages print the same but for their numbers
def _may_head(pattern: str) -> bool:
    return _HEADS.search(pattern) is not None
