"""The divisions of China by GB/T 2260 code: today's, and earlier ones with the years they held.

data/regions.csv is built by lib.organs.build; nothing else is needed at run time.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# the peoples an autonomous place is called after, which everyday names leave out: 恩施州
_PEOPLES = re.compile(
    r"(?<=..)(?:(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|"
    r"土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|怒|保安|裕固|独龙|普米|哈萨克|各)族|蒙古|哈萨克|柯尔克孜|锡伯|"
    r"塔吉克)+自治(?=[州县旗]$)"
)
PATH = Path(__file__).resolve().parents[2] / "data" / "regions.csv"


@dataclass(frozen=True, slots=True)
class Region:
    """A division. `valid_to` is the last year an earlier name or code was listed, 0 for today's;
    `successor` is today's code of the same place, "" where it is the same or not known."""

    code: str
    name: str
    en: str
    parent: str
    level: str
    valid_to: int
    successor: str


@cache
def _all() -> tuple[Region, ...]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return tuple(
            Region(
                row["code"],
                row["name"],
                row["en"],
                row["parent"],
                row["level"],
                int(row["valid_to"] or 0),
                row["successor"],
            )
            for row in csv.DictReader(file)
        )


@cache
def by_code() -> dict[str, Region]:
    """Today's divisions by code."""
    return {region.code: region for region in _all() if not region.valid_to}


@cache
def by_name() -> dict[str, tuple[Region, ...]]:
    """Every name, today's divisions before earlier ones, and what autonomous prefectures and
    counties are called for short where no division of today has that name. Municipalities stand
    as provinces only: their 上海市 at city level is a heading."""
    found: dict[str, list[Region]] = {}
    for region in sorted(_all(), key=lambda region: region.valid_to != 0):
        if region.level == "city" and region.name in {r.name for r in provinces()}:
            continue
        found.setdefault(region.name, []).append(region)
    taken = {region.name for region in by_code().values()}
    for region in by_code().values():
        short = _PEOPLES.sub("", region.name)
        if short not in taken:
            # before earlier divisions of that name, and beside others of today called so
            found.setdefault(short, []).insert(0, region)
    return {name: tuple(regions) for name, regions in found.items()}


def is_short(printed: str, region: Region) -> bool:
    """Whether a name is the everyday one of an autonomous place: 恩施州.

    >>> is_short("恩施州", by_code()["422800"]), is_short("株洲市", by_code()["430200"])
    (True, False)
    """
    return printed != region.name and printed == _PEOPLES.sub("", region.name)


@cache
def provinces() -> tuple[Region, ...]:
    """The 34 at province level."""
    return tuple(r for r in _all() if r.level == "province" and not r.valid_to)


@cache
def longest_name() -> int:
    return max(len(name) for name in by_name())


def names_of(code: str) -> tuple[str, str, str]:
    """Province, city and county of a code, "" where there is none.

    >>> names_of("430203"), names_of("310000"), names_of("110105")
    (('湖南省', '株洲市', '芦淞区'), ('上海市', '', ''), ('北京市', '', '朝阳区'))
    """
    known = by_code()
    province = known.get(code[:2] + "0000")
    city = known.get(code[:4] + "00") if code[2:] != "0000" else None
    county = known.get(code) if not code.endswith("00") else None
    # the municipalities' own name, and the heading of Chongqing's counties, are no cities
    same = city and province and city.name in (province.name, "县")
    return (
        province.name if province else "",
        city.name if city and not same else "",
        county.name if county else "",
    )


def place_name(code: str) -> str:
    """The whole name of a place: 湖南省株洲市芦淞区."""
    return "".join(names_of(code))
