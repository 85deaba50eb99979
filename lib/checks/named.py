"""Another year's or another organ's name in the text: last year's words, or somebody else's,
handed in as this report's.

Names are many in a report and nearly all belong there: those above the organ, those below it, laws,
platforms, addresses. So a year counts only where it says what this report is about, and an organ
only where it is the one that acts or that is governed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.checks.wording import name_of, section_name
from lib.findings import Finding
from lib.organs import Organ, recognise
from lib.organs.regions import by_name
from lib.parsing.labels import fold
from lib.parsing.report import Report

_TITLES = re.compile(r"《[^》]{0,200}》|“[^”]{0,400}”|<[^>]{0,400}>")
_PERIOD = re.compile(r"(20\d\d)年1月1日(?:起)?[,、]?(?:至|到|—|-|~)(?:(20\d\d)年)?12月31日")
_OPENING = re.compile(
    r"^(?:\([一二三四五六七]\)[^。,]{0,20}?[。:]?|一是|1[.、])?"
    r"(20\d\d)年(?:度|以来)?(?:[,]|(?=[我本全未没]))"
)
_ACTS = (
    r"(?:始终|一直|继续|全面|进一步|持续|深入|切实|主动|依法)?(?:坚持|认真|严格|高度重视|积极|不断|深入|切实|紧紧|围绕|共收到|"
    r"收到|共受理|共新收|新收|未收到|贯彻|落实|按照|以习近平|扎实|规范|加强|推进|政府信息公开工作(?:取得|还|仍))"
)
_ACTOR = re.compile(
    r"(?:^|[\n。;:]|20\d\d年度?(?:以来)?[,]?)"
    r"(?P<name>[一-鿿]{2,16}?(?:人民政府办公[室厅]|人民政府|委员会|管委会|街道办事处|办公室|中心|局|厅|院|队|站|处|委|镇|乡|街道|县|市|区|旗))"
    rf"(?={_ACTS})"
)
_GENERIC = re.compile(
    r"^(?:[我本全各该其区市县省州镇乡旗盟一二三四五六七八九十党在为由经据并要将对从按使让给向与和及]|"
    r"根据|按照|通过|严格|认真|相关|有关|部分|街道|办公|政府|国务院|国家|中央|机关|单位|领导|督促|要求|指导|组织)"
)
_PLACE = re.compile(r"^[一-鿿]{2,4}?(?:省|市|县|区|旗|州)")
_ENDS_A_PLACE = re.compile(
    r"[市县区州旗]"
    r"(?=(?:人民)?政府(?:门户)?网站|(?:人民政府|政府)?(?:政府信息公开|政务公开|信息公开)(?:工作|指南|年度|专栏|平台)|"
    r"[委]、)"
)
_OF_PLACE = re.compile(
    rf"(?P<before>[一-鿿]{{0,4}})(?P<place>[一-鿿]{{2,6}}{_ENDS_A_PLACE.pattern})"
)
_LONGEST_BEFORE = 10  # characters that _OF_PLACE has before the one that ends a place
_OTHERS = re.compile(r"学习|借鉴|参照|考察|交流|对口|对标|赴|援|合作|先进|经验|帮扶|调研")


def check_named(report: Report) -> tuple[Finding, ...]:
    """Findings text.year and text.organ; each year and each name once."""
    sections = {key: fold_lines(text) for key, text in report.sections.items()}
    return (*_years(report, sections), *_organs(report, sections))


def fold_lines(text: str) -> str:
    """Folded line by line, titles of documents and quoted names left out."""
    return _TITLES.sub("", "\n".join(fold(line) for line in text.split("\n")))


# --- years --------------------------------------------------------------------------------------


def _years(report: Report, sections: dict[str, str]) -> Iterator[Finding]:
    if not report.year:
        return
    found: dict[int, tuple[str, str]] = {}  # year -> section, phrase
    for key, text in sections.items():
        for period in _PERIOD.finditer(text):
            if int(period[1]) != report.year:
                found.setdefault(int(period[1]), (key, period[0]))
        opening = _OPENING.match(text)
        if opening and int(opening[1]) != report.year and f"{report.year}年" not in text:
            found.setdefault(int(opening[1]), (key, text[:24].split("\n")[0]))
    for statement in report.stated:
        if not statement.year or abs(statement.year - report.year) > 3:
            continue
        beside = any(
            not other.year and set(other.cells) & set(statement.cells) for other in report.stated
        )
        if not beside and f"{statement.year}年" in sections.get(statement.section, ""):
            found.setdefault(statement.year, (statement.section, statement.text))
    for year, (key, phrase) in found.items():
        about = [s for s in report.stated if s.year == year]
        section = section_name(key)
        zh = f"{section.zh}写的是{year}年（“{phrase}”），本报告却是{report.year}年度的"
        en = f"{section.en} speaks of {year} (“{phrase}”), but this report is for {report.year}"
        if about:
            names = list(dict.fromkeys(name_of(s.cells) for s in about))
            zh += f"；{'、'.join(n.zh for n in names[:3])}没有写{report.year}年的数"
            en += f"; for {', '.join(n.en for n in names[:3])} it gives no figure of {report.year}"
        yield Finding(
            "text.year",
            zh + "。",
            en + ".",
            tuple(dict.fromkeys(cell for s in about for cell in s.cells)),
            tuple(dict.fromkeys(s.place for s in about)),
        )


# --- organs -------------------------------------------------------------------------------------


def _organs(report: Report, sections: dict[str, str]) -> Iterator[Finding]:
    if not report.organ:
        return
    own_words = f"{report.organ} {report.title} {report.publisher} {report.context}"
    own = recognise(report.organ, report.context, report.year)
    seen: set[str] = set()
    for key, text in sections.items():
        for name, phrase in (*_actors(text), *_places(text)):
            if name in seen or not _is_another(name, own, report, own_words):
                continue
            seen.add(name)
            section = section_name(key)
            yield Finding(
                "text.organ",
                f"{section.zh}出现“{name}”（“{phrase}”），本报告却是{report.organ}的。",
                f"{section.en} names “{name}” (“{phrase}”), but this is the report of "
                f"{report.organ}.",
            )


def _actors(text: str) -> Iterator[tuple[str, str]]:
    for found in _ACTOR.finditer(text):
        name = found["name"]
        if not _GENERIC.match(name) and _PLACE.match(name):
            yield name, text[found.start("name") : found.end() + 8].split("\n")[0]


def _places(text: str) -> Iterator[tuple[str, str]]:
    """Names of the gazetteer that the text calls its own government, site or disclosure."""
    ends = _ENDS_A_PLACE.search(text)
    begins = max(ends.start() - _LONGEST_BEFORE, 0) if ends else len(text)
    for found in _OF_PLACE.finditer(text, begins):
        if _OTHERS.search(text[max(0, found.start() - 12) : found.end()]):
            continue
        run = found["before"] + found["place"]
        for length in range(min(len(run), 7), 2, -1):
            if by_name().get(run[-length:]):
                yield run[-length:], text[found.start("place") : found.end() + 8].split("\n")[0]
                break


def _is_another(name: str, own: Organ, report: Report, own_words: str) -> bool:
    """Whether the name is of a place that the organ is not in, nor above."""
    if name in own_words or name[:2] in own_words or "".join(name[:2]) in own.name:
        return False
    there = recognise(name, report.context, report.year)
    codes = (there.region_code, *there.candidates) if there.region_code else there.candidates
    if own.region_code:
        if not codes:
            return False
        return not any(_related(code, own.region_code) for code in codes)
    # an organ the gazetteer does not place: only a name of the same kind of place is another
    if codes and own.candidates:
        return not any(_related(c, o) for c in codes for o in own.candidates)
    mine, theirs = _PLACE.match(report.organ), _PLACE.match(name)
    return bool(mine and theirs and mine[0][-1] == theirs[0][-1] and mine[0] != theirs[0])


def _related(one: str, other: str) -> bool:
    """Whether a division is the other, or above or below it."""
    short = min(one.rstrip("0"), other.rstrip("0"), key=len)
    width = 2 if len(short) <= 2 else 4 if len(short) <= 4 else 6
    return one[:width] == other[:width]
