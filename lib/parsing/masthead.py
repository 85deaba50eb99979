"""Which organ, which year, published when and where: what a report says above its first section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from lib.form import SECTIONS
from lib.parsing.nfkc import nfkc
from lib.parsing.published import published, source_url, year_put_up
from lib.parsing.reporter import ORGAN_END, is_relative, name_in, named_in
from lib.parsing.sections import heading_of
from lib.parsing.traditional import simplified
from lib.reading.document import Document, Grid, Paragraph, Place

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
_PERIOD = re.compile(
    r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日\s*+[起始]?[,、]?\s*(?:至|到|—|-|~)|"
    r"时间点[为是]\s*((?:19|20)\d{2})\s*年\s*12\s*月\s*31\s*日"
)
_OF_DATA = re.compile(r"数据|统计|期限|报告|年报")
_UNTIL = re.compile(r"截[至止]到?\s*((?:19|20)\d{2})\s*年\s*12\s*月\s*31\s*日")
# 关于做好2023年政府信息公开工作年度报告编制工作的通知: the name of a notice, no title
_OF_A_NOTICE = re.compile(
    r"\s*(?:的?(?:编制|编写|编报|撰写|发布|公布|报送|格式|有关|相关)|(?:制度|工作)的)"
)
# pages copied by machine print how a character is said after it: 報(bào)告
_SAID = re.compile(r"\((?<=[一-鿿]\()[a-zà-üāēěīōūǎǐǒǔǖǘǚǜń]{1,6}\)")
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
_BEFORE, _AFTER = 200, 50  # characters: more than a title has on either side of its end
_MOST_MENTIONS = 50
_SUREST = 11  # the score of a title that stands alone and names an organ with its place


Line = tuple[str, Place | None]


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
    organ, year, title, place = _title([*((_plain(each), None) for each in titles), *_joined(head)])
    if not organ:
        inside = _title([(line, None) for line in section_one.split("\n")])
        organ, year, title = inside[0], year or inside[1], title or inside[2]
    about = f"{text}\n{section_one}"
    period = _PERIOD.search(text) or _period_in(section_one)
    period_year = int(period[1] or period[2]) if period else 0
    year = year or period_year
    url = source_url(document, text)
    put_up = published(document, text, year, url)
    called = _title([(_plain(re.split(r"[/\\]", document.name)[-1].rpartition(".")[0]), None)])
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


def _plain(text: str) -> str:
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
    whole = _plain(_MARK.join([*(line for line, _ in lines), *section_one]))
    plain = whole.split(_MARK)
    above = [(text, place) for text, (_, place) in zip(plain, lines, strict=False)]
    return above, "\n".join(plain[len(lines) :])


def _joined(head: list[Line]) -> list[Line]:
    """Each line, and each pair of lines: titles are broken over two."""
    pairs = [
        (one[0].rstrip() + two[0].lstrip(), one[1])
        for one, two in pairwise(head)
        if len(one[0]) < 50 and len(two[0]) < 40
    ]
    return [*head, *pairs]


def _title(lines: list[Line]) -> tuple[str, int, str, Place | None]:
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
    return _title([(_plain(line), None)])[:3]


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
