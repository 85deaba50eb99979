"""What real reports do to headings, labels and text."""

from __future__ import annotations

import re
from dataclasses import replace

from lib.synthetic.writers.changes import labels_of, parts_of
from lib.synthetic.writers.pages import Page, Part


def old_label(page: Page) -> Page:
    return labels_of(page, lambda t: "规范性文件" if t == "行政规范性文件" else t, "disclosure")


_SECOND_RUN = {
    "disclosure": "一",
    "requests": "二",
    "remedies": "三",
    "problems": "四",
    "other": "五",
}


def numbered_twice(page: Page) -> Page:
    """A narrative numbered from one to four, then the sections numbered again from one."""
    narrative = ("二、制度建设", "制度已经修订。", "三、平台建设", "平台照常运行。", "四、培训")

    def change(part: Part) -> Part:
        if part.key == "overview":
            return replace(part, paragraphs=(*part.paragraphs, *narrative, "举办了培训。"))
        return replace(part, heading=_SECOND_RUN[part.key] + part.heading[1:])

    return parts_of(page, change)


def headings_reworded(page: Page) -> Page:
    words = {
        "remedies": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "problems": "五、政府信息公开工作存在问题及改进情况",
    }
    return parts_of(page, lambda part: replace(part, heading=words.get(part.key, part.heading)))


def heading_with_caption(page: Page) -> Page:
    """The first caption printed at the end of the heading; sentences between a heading and its
    table."""

    def change(part: Part) -> Part:
        if part.key == "disclosure" and part.tables:
            first, *rows = part.tables[0]
            heading = part.heading + "".join(square.text for square in first)
            return replace(part, heading=heading, tables=(tuple(rows), *part.tables[1:]))
        if part.tables:
            return replace(part, paragraphs=("本年度具体情况见下表,没有需要另行说明的事项。",))
        return part

    return parts_of(page, change)


def caption_with_blank(page: Page) -> Page:
    return labels_of(page, lambda text: text.replace("条第(", "条 第（").replace(")项", "）项"))


_DAMAGED = {
    "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)": "(二)部分公开(区分处理的,只计这一情况)",
}


def damaged_labels(page: Page) -> Page:
    return labels_of(page, lambda text: _DAMAGED.get(text, text))


def punctuation(page: Page) -> Page:
    def change(text: str) -> str:
        text = re.sub(r"^(\d)\.", r"\1、", text)
        return text.replace("、行政机关不再", ",行政机关不再").translate(
            str.maketrans("()“”", '（）""')
        )

    return labels_of(page, change)


def broken_labels(page: Page) -> Page:
    """Labels over several lines, a no-break space where a justified one was stretched."""

    def change(text: str) -> str:
        if len(text) < 3 or not re.fullmatch(r"[一-鿿、(),.\d“”:]+", text):
            return text
        pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
        return "\n".join(pieces) if len(text) > 4 else f"{text[:2]}\n{text[2:]}"

    return labels_of(page, change, "requests")


_RADICALS = str.maketrans("行二文民一人", "⾏⼆⽂⺠⼀⼈")


def radicals(page: Page) -> Page:
    page = labels_of(page, lambda text: text.translate(_RADICALS))
    return parts_of(page, lambda part: replace(part, heading=part.heading.translate(_RADICALS)))


def blanks_in_labels(page: Page) -> Page:
    def change(text: str) -> str:
        if text in ("总计", "自然人"):
            return " ".join(text)
        return re.sub(r"([一-鿿]{6})(?=[一-鿿])", r"\1 ", text)

    return labels_of(page, change)


def traditional(page: Page) -> Page:
    from opencc import OpenCC

    convert = OpenCC("s2twp").convert
    page = labels_of(page, convert)
    return replace(
        parts_of(
            page,
            lambda part: replace(
                part,
                heading=convert(part.heading),
                paragraphs=tuple(map(convert, part.paragraphs)),
            ),
        ),
        title=convert(page.title),
    )


def title_reworded(page: Page) -> Page:
    return replace(page, title=f"{page.organ}{page.year}年度政府信息公开年度报告")


def digits_lost(page: Page) -> Page:
    """The numerals of dates vanished from the text, as where their font did."""

    def lost(text: str) -> str:
        return re.sub(r"\d+(?=[月日])", "", text)

    return parts_of(page, lambda p: replace(p, paragraphs=tuple(map(lost, p.paragraphs))))
