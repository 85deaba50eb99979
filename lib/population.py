"""Residents of a region, for numbers per 100,000 of them.

What ships is the population of the 31 provinces on 1 November 2020: 第七次全国人口普查公报(第三号),
国家统计局, 2021-05-11. Cities and counties are for the reader to bring, as a table of codes and
residents; a region nobody gave a number for has none.

>>> census()["43"]
66444864
>>> sum(census().values()) + 2_000_000  # with those in active service: the whole of 公报第三号
1411778724
"""

from __future__ import annotations

import csv
import re
from functools import cache
from io import StringIO
from pathlib import Path

SOURCE_ZH = "第七次全国人口普查公报（第三号），2020年11月1日零时常住人口"
SOURCE_EN = "Seventh National Population Census, Communiqué No. 3: residents on 1 November 2020"
PER = 100_000
_CENSUS = Path(__file__).resolve().parents[1] / "data" / "population.csv"
_LARGEST = 2_000_000_000


class NotATable(Exception):
    """A table of residents that cannot be used; says why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


@cache
def census() -> dict[str, int]:
    """Residents by the two digits of a province's GB/T 2260 code."""
    return read_table(_CENSUS.read_text(encoding="utf-8"))


def read_table(text: str) -> dict[str, int]:
    """Residents by region code (2, 4 or 6 digits; the zeros at a code's end are taken off) from a
    CSV with the columns `code` and `population`. Raises NotATable, naming the line.

    >>> read_table("code,population\\n430200,3902738\\n")
    {'4302': 3902738}
    """
    rows = csv.DictReader(StringIO(text.lstrip("\ufeff")))
    if rows.fieldnames is None or not {"code", "population"} <= set(rows.fieldnames):
        raise NotATable(
            "表格第一行应有code和population两列。", "The first line must name code and population."
        )
    found: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        code, printed = (str(row[name] or "").strip() for name in ("code", "population"))
        people = printed.replace(",", "")
        if not re.fullmatch(r"(?:\d\d){1,3}", code) or not re.fullmatch(r"\d{1,10}", people):
            raise NotATable(
                f"第{number}行“{code},{printed}”不是地区代码和人口数。",
                f"Line {number}, “{code},{printed}”, is no region code with its residents.",
            )
        if not 0 < int(people) <= _LARGEST:
            raise NotATable(
                f"第{number}行的人口数{printed}不可能。", f"Line {number}: {printed} cannot be."
            )
        short = re.sub(r"(?:00){1,2}$", "", code)
        if found.setdefault(short, int(people)) != int(people):
            raise NotATable(
                f"地区{code}有两个不同的人口数。", f"Region {code} has two different numbers."
            )
    return found
