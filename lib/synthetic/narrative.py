"""The text of an invented report: our own plain words, which say that they are invented."""

from __future__ import annotations

from decimal import Decimal

from lib import form


def narrative(organ: str, year: int, figures: dict[str, Decimal]) -> dict[str, str]:
    """Section key -> text. Its numbers are those of the tables."""

    def number(cell: str) -> str:
        return str(figures.get(cell, Decimal(0)))

    received, carried = (number(f"requests.{row}.total") for row in ("received", "carried_in"))
    return {
        "overview": (
            f"本报告为虚构的示例,{organ}并不存在,其中的数字由程序生成,统计期限自{year}年1月1日"
            f"至{year}年12月31日。\n"
            f"{year}年,本机关新收政府信息公开申请{received}件,上年结转{carried}件,"
            f"结转下年度{number('requests.carried_out.total')}件。"
        ),
        "disclosure": "",
        "requests": "",
        "remedies": "",
        "problems": "示例机关的目录更新不够及时。下一年将按月核对目录,并补齐缺少的栏目。",
        "other": "本年度没有收取信息处理费。没有其他需要报告的事项。",
    }


def heading(section: form.Section) -> str:
    """As a report prints it: 一、总体情况."""
    return f"{section.numeral}、{section.zh}"
