"""The six sections of text: there, in order, and with something in those that hold no table."""

from __future__ import annotations

import re

from lib.findings import Finding
from lib.form import SECTIONS
from lib.parsing.report import Report

_TEXT = ("overview", "problems", "other")  # the others hold a table
_WORD = re.compile(r"[^\s。.,，、;；:：]")
_SAYS_NOTHING = re.compile(r"(?:暂无|没有|不存在|无|/|-|—)*")
_LONGEST_NOTHING = 100
_SHORTEST = 6  # characters: no problem and its remedy are named in fewer


def check_sections(report: Report) -> tuple[Finding, ...]:
    """Sections whose heading is missing or out of order, and those with nothing under it."""
    if not report.sections:
        return (
            Finding(
                "section.unseen",
                "没有找到任何一个章节的标题（标题可能与正文连在一起），章节未作检查。",
                "No heading of a section stands on a line of its own, so the sections were not "
                "checked.",
            ),
        )
    return (*_missing(report), *_order(report), *_contents(report))


def _missing(report: Report) -> list[Finding]:
    return [
        Finding(
            "section.missing",
            f"未找到第{section.numeral}部分“{section.zh}”的标题。",
            f"The heading of section {section.numeral} “{section.en}” was not found.",
        )
        for section in SECTIONS
        if section.key not in report.sections
    ]


def _order(report: Report) -> list[Finding]:
    names = {section.key: section for section in SECTIONS}
    found = [names[key] for key in report.sections if key in names]
    if found == [section for section in SECTIONS if section in found]:
        return []
    zh = "、".join(section.numeral for section in found)
    return [
        Finding(
            "section.order",
            f"各部分的次序是{zh}，与规定格式不同。",
            f"The sections come in the order {', '.join(section.en for section in found)}, which "
            "is not the form's.",
        )
    ]


def _contents(report: Report) -> list[Finding]:
    found = []
    for section in SECTIONS:
        if section.key not in _TEXT or section.key not in report.sections:
            continue
        text = report.sections[section.key]
        if not _WORD.search(text):
            found.append(
                Finding(
                    "section.empty",
                    f"第{section.numeral}部分“{section.zh}”只有标题，没有内容。",
                    f"Section {section.numeral} “{section.en}” has a heading and no text.",
                )
            )
        elif section.key == "problems" and (words := _few_words(text)):
            found.append(
                Finding(
                    "section.no_problems",
                    f"第五部分只写了“{words}”，没有写存在的主要问题和改进情况。",
                    f"Section five says only “{words}”: it names no problem and no improvement.",
                )
            )
    return found


def _few_words(text: str) -> str:
    """What a section says that says nothing; "" for one that says something."""
    bare = "".join(text.split())
    if len(bare) > _LONGEST_NOTHING:
        return ""
    words = "".join(_WORD.findall(bare))
    return words if _SAYS_NOTHING.fullmatch(words) or len(words) < _SHORTEST else ""
