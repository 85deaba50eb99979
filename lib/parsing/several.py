"""Several reports in one file: an organ's below another's, or last year's below this year's.

They are told by their titles, each with sections or tables of its own below it. A page's lists of
other reports have none. Only one is read, the one that the page's own title names, else the first:
numbers of two reports are never put together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lib.findings import Finding
from lib.parsing.labels import find_column, find_row
from lib.parsing.masthead import META_TITLES
from lib.parsing.sections import heading_of
from lib.parsing.titles import title_of
from lib.reading.document import Document, Grid, Paragraph

_LONGEST_TITLE = 80
_MOST_TITLES = 200
_FEWEST_HEADINGS = 3
_HEADS_OF_FOUR = 4
_FIRST_LABEL = re.compile(r"^.{0,8}本年新收|本年新收政府信息公开申请数量")

Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class _Part:
    """One report of a file: what its title says, and its blocks from there on."""

    organ: str
    year: int
    title: str
    blocks: tuple[Block, ...]

    def differs(self, other: _Part) -> bool:
        if self.year != other.year:
            return True
        one, two = self.organ, other.organ
        return bool(one and two) and not (one.endswith(two) or two.endswith(one))


def one_report(document: Document) -> tuple[Document, list[Finding]]:
    """The one report of the document that its page names, or the first in it, and what there is to
    say about the others. All of it where only one of them has tables: the title of the other may
    be a slip."""
    parts = [part for part in _parts(document) if _is_report(part.blocks)]
    first = parts[0] if parts else None
    others = [part for part in parts[1:] if first and part.differs(first)]
    if first is None or not others:
        return document, []
    tabled = [part for part in (first, *others) if _has_tables(part.blocks)]
    if len(tabled) < 2:
        return document, [_said((first, *others), None)]
    named = title_of(" ".join(document.metadata.get(key, "") for key in META_TITLES))
    page = _Part(*named, ())
    taken = next((part for part in tabled if named[2] and not part.differs(page)), tabled[0])
    begins = document.blocks.index(taken.blocks[0])
    after = [part for part in others if part.blocks[0] in document.blocks[begins + 1 :]]
    ends = document.blocks.index(after[0].blocks[0]) if after else len(document.blocks)
    if taken is first:
        begins = 0
    metadata = {k: v for k, v in document.metadata.items() if k not in META_TITLES}
    return (
        replace(document, blocks=document.blocks[begins:ends], metadata=metadata),
        [_said((first, *others), taken)],
    )


def _parts(document: Document) -> list[_Part]:
    found: list[tuple[int, str, int, str]] = []
    before = ""
    for at, block in enumerate(document.blocks):
        text = _alone_in(block)
        if len(text) <= _LONGEST_TITLE and "公开" in text and "报" in text:
            organ, year, title = title_of(text)
            if title and not organ:
                organ = title_of(before + text)[0]
            if title and len(text.split("公开")) == 2:
                found.append((at, organ, year, title))
            if len(found) == _MOST_TITLES:
                break  # a list of reports
        before = text
    if len(found) < 2:
        return []
    ends = [at for at, *_ in found[1:]] + [len(document.blocks)]
    return [
        _Part(organ, year, title, document.blocks[at:end])
        for (at, organ, year, title), end in zip(found, ends, strict=True)
    ]


def _alone_in(block: Block) -> str:
    """A paragraph's text, or that of a grid's first row where it is one."""
    if isinstance(block, Paragraph):
        return block.text
    if block.pattern and "报" not in block.pattern.replace("举报", ""):
        return ""  # its rows are not made for this: of the form's own labels one has 举报
    texts = {cell.text for cell in block.rows[0] if cell.text.strip()} if block.rows else set()
    return texts.pop() if len(texts) == 1 else ""


def _is_report(blocks: tuple[Block, ...]) -> bool:
    headings = {heading_of(each.text) for each in blocks if isinstance(each, Paragraph)} - {None}
    return len(headings) >= _FEWEST_HEADINGS or _has_tables(blocks)


def _has_tables(blocks: tuple[Block, ...]) -> bool:
    return any(
        _is_of_the_form(block)
        if isinstance(block, Grid)
        else _FIRST_LABEL.search(block.text) is not None
        for block in blocks
    )


def _is_of_the_form(grid: Grid) -> bool:
    labels = {home[1].key for row in grid.rows if row and (home := find_row(row[0].text))}
    # section four has no labels of rows
    return len(labels) > 1 or any(
        sum(find_column("remedies", cell.text) is not None for cell in dict.fromkeys(row))
        >= _HEADS_OF_FOUR
        for row in grid.rows
    )


def _said(parts: tuple[_Part, ...], taken: _Part | None) -> Finding:
    titles_zh = "、".join(f"《{part.title}》" for part in parts)
    titles_en = ", ".join(f"“{part.title}”" for part in parts)
    zh = (
        f"只采用了《{taken.title}》，其余未读。"
        if taken
        else "其中只有一份有表格，表中的数属于哪一份无法确定，请核对。"
    )
    en = (
        f"Only “{taken.title}” was read."
        if taken
        else "Only one of them has tables; whose the numbers are is not certain. Please check."
    )
    return Finding(
        "report.several",
        f"文件里有{len(parts)}份报告：{titles_zh}。{zh}",
        f"The file holds {len(parts)} reports: {titles_en}. {en}",
        places=tuple(
            block.place if isinstance(block, Paragraph) else block.rows[0][0].place
            for block in (part.blocks[0] for part in parts)
        ),
    )
