"""Which organ, which year, published when and where: what a report says above its first section.

How titles are worded is in lib.parsing.titles.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from lib.form import SECTIONS
from lib.parsing.published import published, source_url, year_put_up
from lib.parsing.reporter import ORGAN_END, is_relative, name_in, named_in
from lib.parsing.sections import heading_of
from lib.parsing.titles import Line, best_title, joined, plain
from lib.reading.document import Document, Grid, Paragraph, Place

_PERIOD = re.compile(
    r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日\s*+[起始]?[,、]?\s*(?:至|到|—|-|~)|"
    r"时间点[为是]\s*((?:19|20)\d{2})\s*年\s*12\s*月\s*31\s*日"
)
_OF_DATA = re.compile(r"数据|统计|期限|报告|年报")
_UNTIL = re.compile(r"截[至止]到?\s*((?:19|20)\d{2})\s*年\s*12\s*月\s*31\s*日")
_PUBLISHER = re.compile(
    r"(?:发布机构|发布单位|发文机关|制发机关|公开机构|发布机关|信息来源|来源|单位)"
    r"(?:\s*+[:：]\s*+|(?=\s*? )\s++)"  # a colon, or a blank
    r"([一-鿿()]{3,40})"
)
META_TITLES = ("articletitle", "title", "og:title")
_HEAD_BLOCKS = 60
_MARK = "\x1e"  # between the blocks of a text that is made plain as a whole
# a name that says where; a zone's does not
_PLACED = re.compile(r"[省市县旗州盟].|(?<![发园新范验税假景能作行])区.")
_PLACE_BEFORE = (
    r"(?:^|[^一-鿿]|[年月日由在向与和的对])(?![年月日由在向与和的对])([一-鿿]{2,7}?[市县区旗州盟])"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """`year` is 0 and `organ` "" where they were not found. `period` is the year of the period
    the text says it covers, 0 where it says none: it should be `year`. `inferred` is whether the
    year is printed nowhere as the report's, and follows from the years of the text."""

    organ: str
    year: int
    title: str
    published: date | None
    publisher: str
    source_url: str
    context: str
    period: int
    place: Place | None
    inferred: bool = False


def read_masthead(document: Document) -> Masthead:
    """Look first at the document's own title, then at what stands above section one."""
    head, section_one = _head(document)
    text = "\n".join(line for line, _ in head)
    titles = dict.fromkeys(document.metadata.get(key, "") for key in META_TITLES)
    organ, year, title, place = best_title(
        [*((plain(each), None) for each in titles), *joined(head)]
    )
    if not organ:
        inside = best_title([(line, None) for line in section_one.split("\n")])
        organ, year, title = inside[0], year or inside[1], title or inside[2]
    about = f"{text}\n{section_one}"
    period = _PERIOD.search(text) or _period_in(section_one)
    period_year = int(period[1] or period[2]) if period else 0
    year = year or period_year
    url = source_url(document, text)
    put_up = published(document, text, year, url)
    called = best_title([(plain(re.split(r"[/\\]", document.name)[-1].rpartition(".")[0]), None)])
    inferred = not year
    if inferred:
        year = _inferred_year(section_one, year_put_up(put_up, url)) or called[1]
    publisher = _publisher(document, text)
    organ = _named(organ or called[0], publisher, head, about, section_one)
    # what section one names may be another's: it is asked only where the organ's name says no place
    around = text[:600] if _says_its_place(organ) else about[:1500]
    return Masthead(
        organ,
        year,
        title,
        put_up,
        publisher,
        url,
        " ".join((document.metadata.get("sitename", ""), publisher, around)).strip(),
        period_year,
        place,
        inferred and bool(year),
    )


def _named(titled: str, publisher: str, head: list[Line], about: str, section_one: str) -> str:
    """The organ the title names (`titled`), in full where a sentence says more of it; the one that
    sentences name, or the publisher, where no title does."""
    if _says_its_place(titled):
        return titled
    names = named_in(about, section_one)
    full = [name for name in names if not is_relative(name)]
    if titled:
        # 区教育局 is another organ than the one a sentence names, unless that ends as it does
        end = titled[1:] if is_relative(titled) else titled
        return next(
            (n for n in full if n.endswith(end) and _says_where(n[: -len(end)], end)),
            _placed_in(f"{about}\n{section_one}", titled),
        )
    if publisher and not is_relative(publisher):
        full.append(publisher)
    return next(filter(None, [*full, _alone(head), publisher, *names]), "")


def _placed_in(text: str, titled: str) -> str:
    """The name a title gives, with the place that the text puts before it, if it is always one."""
    if is_relative(titled):
        return titled
    before = re.findall(_PLACE_BEFORE + re.escape(titled), text)
    return before[0] + titled if len(set(before)) == 1 else titled


def _says_its_place(name: str) -> bool:
    return bool(_PLACED.search(name)) and not is_relative(name)


def _says_where(words: str, name: str) -> bool:
    """Whether the words before a name end in a place: 石浦市 before 民政局, 石浦 before a zone."""
    zone = re.search(r"开发区|园区|新区|管委会|管理委员会", name) and 2 <= len(words) <= 4
    return bool(zone or re.search(r"[省市县区旗州盟镇乡]$", words))


def _publisher(document: Document, text: str) -> str:
    """Who put the page up, where that is an organ: 来源 may stand before an empty place, and the
    next label then follows it."""
    for found in _PUBLISHER.finditer(text):
        if name := name_in(found[1]):
            return name
    named = document.metadata.get("contentsource", "")
    return named if ORGAN_END.search(named) else ""


def _period_in(section_one: str) -> re.Match[str] | None:
    """The period section one says its data are of: it may name others, of the work done."""
    found = _PERIOD.finditer(section_one)
    near = ((each, section_one[max(each.start() - 30, 0) : each.start()]) for each in found)
    return next((each for each, words in near if _OF_DATA.search(words)), None)


def _inferred_year(section_one: str, after: int) -> int:
    """The year up to whose last day section one counts; the one it speaks of most, where the page
    was put up in the year `after` it; where that is not known (0), the only one it speaks of, if it
    does so twice. Else 0."""
    if until := _UNTIL.search(section_one):
        return int(until[1])
    bare = re.sub(r"《[^》]{0,200}》|[〔\[(]\d{4}[〕\])]", "", section_one)
    years = Counter(int(each) for each in re.findall(r"(?<!\d)(20[0-3]\d)(?=年)", bare))
    if not years:
        return 0
    (year, times), *others = years.most_common()
    if after:
        return year if after == year + 1 and all(few < times for _, few in others) else 0
    return year if times > 1 and not others else 0


def _head(document: Document) -> tuple[list[Line], str]:
    """What stands above section one, a line a paragraph or row of an index table, and the text of
    section one. The words of the introduction are in the first; a table of the form is not."""
    lines: list[Line] = []
    section_one: list[str] = []
    begun = False
    for block in document.blocks[:_HEAD_BLOCKS]:
        if isinstance(block, Paragraph):
            heading = heading_of(block.text)
            if begun and heading and heading != SECTIONS[0].key:
                break
            begun |= heading is not None
            if heading is None and begun:
                section_one.append(block.text)
            elif heading is None:
                lines.append((block.text, block.place))
        elif begun:
            break
        elif isinstance(block, Grid) and len(block.rows) <= 12:
            for row in block.rows:
                cells = dict.fromkeys(cell.text for cell in row)
                lines.append((" ".join(cells), row[0].place))
    # all at once: a name in traditional characters is known by the words around it
    whole = plain(_MARK.join([*(line for line, _ in lines), *section_one]))
    each = whole.split(_MARK)
    above = [(text, place) for text, (_, place) in zip(each, lines, strict=False)]
    return above, "\n".join(each[len(lines) :])


def _alone(head: list[Line]) -> str:
    """A line that is nothing but an organ's name, as above a title set on its own line."""
    for line, _ in head:
        name = re.sub(r"\s+", "", line)
        if (
            4 <= len(name) <= 30
            and re.fullmatch(r"[一-鿿()]+", name)
            and re.search(r"(?:人民政府|委员会|办公室|办公厅|局|厅|管委会)$", name)
        ):
            return name
    return ""
