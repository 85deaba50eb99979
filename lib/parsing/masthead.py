"""Which organ, which year, published when and where: what a report says above its first section."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from lib.parsing.sections import heading_of
from lib.parsing.traditional import simplified
from lib.reading.document import Document, Grid, Paragraph, Place

_HAN_DIGITS = str.maketrans("〇零○Ο0一二三四五六七八九", "00000123456789")
# what every title ends with: the patterns below try each place of a line for sixty characters
_TITLE_ENDS = re.compile(
    r"政府信息公开\s*(?:工作)?\s*(?:情况)?(?:的)?\s*(?:年度)?\s*(?:工作)?\s*(?:报告|年报)"
)
_TITLE = re.compile(
    r"(?P<before>[^,。:;!?|《》<>_\n]{0,60}?)"
    r"(?P<year>(?:19|20)\d{2})\s*年?\s*度?"
    r"(?P<between>[^,。:;!?|《》<>\n]{0,40}?)" + _TITLE_ENDS.pattern
)
_TITLE_YEARLESS = re.compile(
    r"(?P<before>[^,。:;!?|《》<>_\n]{2,60}?)政府信息公开\s*(?:工作)?\s*年度\s*(?:工作)?\s*报告"
    r"\s*[(\[]?\s*(?P<year>(?:19|20)\d{2})\s*年?度?"
)
_PERIOD = re.compile(r"((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日\s*(?:起)?[,、]?\s*(?:至|到|—|-|~)")
_DATE = r"((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})"
_PUBLISHED = re.compile(
    r"(?:发布|公开|发文|成文|生成|公布|上传|更新)\s*(?:日期|时间)\s*[:： ]?\s*[\[【]?\s*" + _DATE
)
_PUBLISHED_LOOSE = re.compile(r"(?:日期|时间)\s*[:： ]?\s*[\[【]?\s*" + _DATE)
_PUBLISHER = re.compile(
    r"(?:发布机构|发布单位|发文机关|制发机关|公开机构|发布机关|信息来源|来源|单位)\s*[:： ]\s*"
    r"([一-鿿()]{3,40})"
)
_URL = re.compile(r"https?://[^\s\"'<>,。;、()]+")
_URL_LABELLED = re.compile(
    r"(?:原文(?:链接|地址|网址)|文章链接|页面地址|来源(?:链接|网址))\s*[:： ]?\s*(https?://[^\s\"'<>,。;、()]+)"
)
# /202402/t20240204_2158.html and /art/2024/2/4/art_1.html: how publishing systems name pages
_URL_DATE = re.compile(
    r"/t((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)_\d|/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})/"
)
_ORGAN_END = re.compile(
    r"(?:人民政府|政府|办公室|办公厅|委员会|管委会|局|厅|部|委|院|办|署|会|中心|处|所|队|站|"
    r"公司|集团|大学|学院|学校|医院|街道|镇|乡|区|县|市|省|旗|州|银行|总队|支队|大队|分局|馆|社|校)$"
)
_DATE_KEYS = ("pubdate", "publishdate", "article:published_time", "others")
_META_TITLES = ("articletitle", "title", "og:title")
_HEAD_BLOCKS = 60
_BEFORE, _AFTER = 200, 50  # characters: more than a title has on either side of its end
_MOST_MENTIONS = 50


@dataclass(frozen=True, slots=True)
class Masthead:
    """`year` is 0 and `organ` "" where they were not found. `period` is the year of the period
    the text says it covers, 0 where it says none: it should be `year`."""

    organ: str
    year: int
    title: str
    published: date | None
    publisher: str
    source_url: str
    context: str
    period: int
    place: Place | None


def read_masthead(document: Document) -> Masthead:
    """Look first at the document's own title, then at what stands above section one."""
    head = _head(document)
    text = "\n".join(line for line, _ in head)
    titles = [
        (_plain(document.metadata[key]), None) for key in _META_TITLES if key in document.metadata
    ]
    organ, year, title, place = _title([*titles, *_joined(head)])
    period = _PERIOD.search(text)
    period_year = int(period[1]) if period else 0
    if not year:
        year = period_year
    publisher = _PUBLISHER.search(text)
    published_by = publisher[1] if publisher else document.metadata.get("contentsource", "")
    if not organ and _ORGAN_END.search(published_by):
        organ = published_by
    if not organ:
        organ = _alone(head)
    url = _source_url(document, text)
    return Masthead(
        organ,
        year,
        title,
        _published(document, text, year, url),
        published_by,
        url,
        " ".join((document.metadata.get("sitename", ""), published_by, text[:600])).strip(),
        period_year,
        place,
    )


def _plain(text: str) -> str:
    """NFKC, simplified, with years in Chinese numerals as digits: 二○二三年 is 2023年."""
    folded = simplified(unicodedata.normalize("NFKC", text))
    folded = re.sub(
        r"二[〇零○Ο0][〇零○Ο0一二三四五六七八九]{2}(?=年)",
        lambda found: "2" + found[0][1:].translate(_HAN_DIGITS),
        folded,
    )
    return re.sub(
        r"(?<=\d年)([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日",
        lambda found: f"{_tens(found[1])}月{_tens(found[2])}日",
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


def _head(document: Document) -> list[tuple[str, Place | None]]:
    """What stands above section one, a line a paragraph or row of an index table. The words of
    the introduction are in it; a table of the form is not."""
    lines: list[tuple[str, Place | None]] = []
    for block in document.blocks[:_HEAD_BLOCKS]:
        if isinstance(block, Paragraph):
            if heading_of(block.text) and lines:
                break
            lines.append((_plain(block.text), block.place))
        elif isinstance(block, Grid) and len(block.rows) <= 12:
            for row in block.rows:
                cells = dict.fromkeys(cell.text for cell in row)
                lines.append((_plain(" ".join(cells)), row[0].place))
    return lines


def _joined(head: list[tuple[str, Place | None]]) -> list[tuple[str, Place | None]]:
    """Each line, and each pair of lines: titles are broken over two."""
    pairs = [
        (one[0].rstrip() + two[0].lstrip(), one[1])
        for one, two in pairwise(head)
        if len(one[0]) < 50 and len(two[0]) < 40
    ]
    return [*head, *pairs]


def _title(lines: list[tuple[str, Place | None]]) -> tuple[str, int, str, Place | None]:
    best: tuple[int, str, int, str, Place | None] = (-1, "", 0, "", None)
    for line, place in lines:
        if "公开" not in line:
            continue
        folded = re.sub(r"(?<=[一-鿿\d])\s+(?=[一-鿿\d])", "", line)
        for pattern in (_TITLE, _TITLE_YEARLESS):
            found = _near_its_words(pattern, folded)
            if not found:
                continue
            between = found.groupdict().get("between") or ""
            organ = _organ(found["before"]) or _organ(between)
            # a line that is the title alone beats a sentence that mentions it
            score = (2 if organ else 0) + (1 if len(folded) < 60 else 0)
            if score > best[0]:
                best = (score, organ, int(found["year"]), _clean(found[0]), place)
            break
    return best[1:]


def _near_its_words(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """The first title in a line. A line may be a whole page long, so it is only looked for around
    what every title ends with."""
    for ends in islice(_TITLE_ENDS.finditer(line), _MOST_MENTIONS):
        if found := pattern.search(line, max(ends.start() - _BEFORE, 0), ends.end() + _AFTER):
            return found
    return None


def _clean(title: str) -> str:
    return re.sub(r"^.*?(?:标题|名称|题名)\s*[:： ]?", "", title).strip(" -_#《")


def _organ(text: str) -> str:
    name = re.sub(r"(?:关于|公布|发布|印发)\s*$", "", text.strip())
    name = re.sub(r"^.*?(?:标题|名称|题名|关于)\s*[:： ]?", "", name)
    name = re.split(r"[\s\-—_>》】\]]", name.strip(" 《“\"'("))[-1] if name else ""
    name = name.strip(" 的《“\"'(")
    return name if len(name) >= 3 and _ORGAN_END.search(name) else ""


def _alone(head: list[tuple[str, Place | None]]) -> str:
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


def _published(document: Document, text: str, year: int, url: str) -> date | None:
    """The date of publication: printed, in the page's own record, or in its address. The report on
    a year is written after it, so a date within the year or before is of something else."""
    found = [*_PUBLISHED.finditer(text), *_PUBLISHED_LOOSE.finditer(text)]
    candidates = [each.groups() for each in found]
    for key in _DATE_KEYS:
        if key in document.metadata:
            meta = re.match(_DATE, document.metadata[key])
            candidates += [meta.groups()] if meta else []
    candidates += [each.groups() for each in _URL_DATE.finditer(url)]
    for raw in candidates:
        try:
            day = date(*(int(part) for part in raw if part))
        except ValueError:
            continue
        if not year or day.year > year:
            return day
    return None


def _source_url(document: Document, text: str) -> str:
    """The address of the report itself: as labelled (原文链接), in the page's record, or the first
    address in the text that leads further than to a site's front page."""
    labelled = _URL_LABELLED.search(text)
    if labelled:
        return labelled[1]
    for key in ("url", "canonical", "og:url"):
        if document.metadata.get(key, "").startswith("http"):
            return document.metadata[key]
    found = (each[0] for each in _URL.finditer(text))
    return next((url for url in found if re.search(r"://[^/]+/.*\d", url)), "")
