"""When and where a report was put up: printed, in the page's own record, or in its address."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from lib.reading.document import Document

_DATE = r"((?:19|20)\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})"
_DATED = re.compile(_DATE)
_PUBLISHED = re.compile(
    r"(?:发布|公开|发文|成文|生成|公布|上传|更新)\s*(?:日期|时间)\s*+[:：]?\s*+[\[【]?\s*+" + _DATE
)
# 采集时间 is when somebody saved the page
_PUBLISHED_LOOSE = re.compile(
    r"(?<!采集|抓取|下载|保存|打印|访问|检索|浏览|当前)(?:日期|时间)\s*+[:：]?\s*+[\[【]?\s*+"
    + _DATE
)
# a line of its own below the title: • 2022-01-24 09:05
_ALONE = re.compile(
    rf"^(?:[^\S\n]|[•·(\[])*+{_DATE}(?:\s*+日)?(?:\s++\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:[^\S\n]|[)\]])*+$",
    re.M,
)
_URL = re.compile(r"https?://[^\s\"'<>,。;、()]+")
_URL_LABELLED = re.compile(
    r"(?:原文(?:链接|地址|网址)|文章链接|页面地址|来源(?:链接|网址))\s*+[:：]?\s*+(https?://[^\s\"'<>,。;、()]+)"
)
# /202402/t20240204_2158.html and /art/2024/2/4/art_1.html: how publishing systems name pages
_URL_DATE = re.compile(
    r"/t((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)_\d|"
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})/|"
    r"/((?:19|20)\d{2})(0[1-9]|1[0-2])/([0-3]\d)/|"
    r"/((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:\d{6,})?/"
)
_URL_MONTH = re.compile(r"/((?:19|20)\d{2})-?(?:0[1-9]|1[0-2])/")
_DATE_KEYS = ("pubdate", "publishdate", "article:published_time", "others")


def published(document: Document, text: str, year: int, url: str) -> date | None:
    """The date of publication: printed, in the page's own record, or in its address. The report on
    a year is written after it, so a date within the year or before is of something else; a date in
    an address that is years later is the day a site moved."""
    metas = (document.metadata[key] for key in _DATE_KEYS if key in document.metadata)
    candidates = chain(
        _PUBLISHED.finditer(text),
        _PUBLISHED_LOOSE.finditer(text),
        filter(None, (_DATED.match(meta) for meta in metas)),
        _ALONE.finditer(text),
        _URL_DATE.finditer(url),
    )
    for found in candidates:
        try:
            day = date(*(int(part) for part in found.groups() if part))
        except ValueError:
            continue
        moved = found.re is _URL_DATE and day.year > year + 1
        if not year or (day.year > year and not moved):
            return day
    return None


def year_put_up(day: date | None, url: str) -> int:
    """The year a page was put up: of its date, or in its address; 0 where neither says it."""
    month = _URL_MONTH.search(url)
    return day.year if day else int(month[1]) if month else 0


def source_url(document: Document, text: str) -> str:
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
