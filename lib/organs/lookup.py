"""Divisions by the names people call them: in full, and without the word for what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lib.organs.regions import Region, by_code, by_name, longest_name, names_of, provinces

_LAST_REVISION, _SETTLED = 2013, 2021
MARKET = re.compile(r"市场")  # 朝阳市场监管局 is no bureau of 朝阳市


Found = tuple[tuple[Region, ...], int]  # the divisions of one name, and how long it is


def begins_with(name: str, year: int) -> Found | None:
    """The divisions of the longest name this one begins with, as in `in_force`."""
    if name[:2] not in _beginnings():
        return None
    names = by_name()
    for length in range(min(len(name), longest_name()), 1, -1):
        named = names.get(name[:length])
        if named is None or MARKET.match(name, length - 1):
            continue
        found = in_force(filter(reports, named), year)
        if found:
            return found, length
    return None


def begins_below(name: str, above: Region, year: int) -> Found | None:
    """The same of the divisions below one, directly or not."""
    if above.level == "county":
        return None
    prefix = above.code[:2] if above.level == "province" else above.code[:4]
    for length in range(min(len(name), longest_name()), 1, -1):
        if MARKET.match(name, length - 1):
            continue
        named = by_name().get(name[:length], ())
        below = (r for r in named if r.code.startswith(prefix) and r.level != above.level)
        if found := in_force(below, year):
            return found, length
    return None


def in_force(named: Iterable[Region], year: int) -> tuple[Region, ...]:
    """Those a name of `year` (0 is today) can mean: earlier divisions where no current one has the
    name, and where they were another place then: in 2012 three cities had a 桥东区, today one."""
    regions = tuple(named)
    current = tuple(region for region in regions if not region.valid_to)
    namesakes = (each for each in regions if _another(each, current, year))
    return (*current, *namesakes) if current else regions


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What names begin with: at nearly every place of a text none does."""
    return frozenset(name[:2] for name in by_name())


def _another(earlier: Region, current: tuple[Region, ...], year: int) -> bool:
    """Whether a division of a year gone by is no current one under another code. A county keeps
    its name when it comes under another city; a district is its city's, and its name others'."""
    if not earlier.valid_to or not year or not earlier.name.endswith("区"):
        return False
    # between the last revision and today's list the year of a change is not known
    until = _SETTLED if earlier.valid_to == _LAST_REVISION else earlier.valid_to
    return year <= until and not any(
        each.code[:4] == earlier.code[:4] or each.code == earlier.successor for each in current
    )


def narrowed(regions: tuple[Region, ...], context: str) -> tuple[Region, ...]:
    """Those of the regions whose province or city the context names; all, if it names none."""
    if len(regions) < 2 or not context:
        return regions
    whole = [region for region in regions if region.name in context]
    if len({region.code for region in whole}) == 1:
        return (whole[0],)  # 文山市 in the words around 文山产业园区
    for depth in (1, 0):
        kept = []
        for region in regions:
            above = names_of(region.successor or region.code)[depth]
            if above and (above in context or (depth == 0 and above[:2] in context)):
                kept.append(region)
        if len({region.code for region in kept}) == 1:
            return tuple(kept[:1])
    return regions


def lies_elsewhere(region: Region, stem: str, context: str) -> bool:
    """Whether a zone that is called like a county is not in it, by the words around its name: they
    name other cities or provinces and none of the county's own. 东湖高新区 is in 武汉, and no part
    of 东湖区. Lakes lend their names to places far apart, so theirs need the county's own."""
    if region.level != "county":
        return False
    own_city, own_province = region.code[:4] + "00", region.code[:2] + "0000"
    named = {
        each.code
        for name, regions in by_stem().items()
        if name != stem and name in context
        for each in regions
        if each.level == "city"
    }
    named |= {province.code for short, province in province_short().items() if short in context}
    if own_city in named or own_province in named:
        return False
    return bool(named) or stem.endswith("湖")


def reports(region: Region) -> bool:
    """Whether the regulations on disclosure hold in a place: those of 台湾, 香港 and 澳门 that have
    the name of another are never meant."""
    return region.code[:2] not in ("71", "81", "82")


@lru_cache(maxsize=1)
def province_short() -> dict[str, Region]:
    ending = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
    return {ending.sub("", province.name): province for province in provinces()}


@lru_cache(maxsize=1)
def by_stem() -> dict[str, tuple[Region, ...]]:
    found: dict[str, list[Region]] = {}
    for region in by_code().values():
        short = re.sub(r"(?:自治[州县旗]|地区|[市县区旗盟])$", "", region.name)
        if region.level != "province" and len(short) >= 2 and reports(region):
            found.setdefault(short, []).append(region)
    return {stem: tuple(regions) for stem, regions in found.items()}
