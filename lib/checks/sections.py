"""The six sections of text: there, in order, and with something in those that hold no table."""

from __future__ import annotations

import re

from lib.findings import Finding
from lib.form import SECTIONS
from lib.parsing.report import Report

_TEXT = ("overview", "problems", "other")  # the others hold a table
_SAYS_NOTHING = re.compile(r"(?:暂无|没有|不存在|无|/|-|—)*")
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
        text = re.sub(r"[\s。.,，、;；:：]", "", report.sections[section.key])
        if not text:
            found.append(
                Finding(
                    "section.empty",
                    f"第{section.numeral}部分“{section.zh}”只有标题，没有内容。",
                    f"Section {section.numeral} “{section.en}” has a heading and no text.",
                )
            )
        elif section.key == "problems" and (_SAYS_NOTHING.fullmatch(text) or len(text) < _SHORTEST):
            found.append(
                Finding(
                    "section.no_problems",
                    f"第五部分只写了“{text}”，没有写存在的主要问题和改进情况。",
                    f"Section five says only “{text}”: it names no problem and no improvement.",
                )
            )
    return found
