"""Where an organ is whose name does not say it, by the words around the name; and the district that
a bureau's branch is called after."""

from __future__ import annotations

import re

from lib.organs.lookup import begins_with, by_stem, narrowed, province_short
from lib.organs.regions import Region, by_name, longest_name

# a bureau's branch is called after a district, with or without the word for it
_BRANCH = re.compile(r"(?P<place>[一-鿿]{2,8}?)(?:分局|大队|中队|分中心|管理所|监管所|监督所)$")
# or named directly: 内江市隆昌生态环境局 is the city's bureau in 隆昌
_DIRECT = re.compile(
    r"(?P<place>[一-鿿]{2,4}?)(?:生态环境局|自然资源(?:和规划)?局|公安局|税务局|气象局|烟草专卖局|"
    r"市场监督管理局)$"
)
_RELATIVE = re.compile(r"^(?P<level>省|自治区|市(?![中南北]区)|州|盟|县|区|旗)(?:人民)?")
# what follows a place where a page is at home
_ITS_OWN = re.compile(r"(?:人民)?政府|政务|门户|官方|公众|网")


def by_words_around(name: str, kind: str, context: str) -> tuple[Region | None, str]:
    """The place of a name that says none, where the words around it name the one it can be: a
    town's county, the place of a bureau that says its level alone (区教育局), the district of one
    that leaves that word out (盐都市场监管局)."""
    if not context:
        return None, name
    relative = _RELATIVE.match(name)
    if relative:
        named = _places_in(context, relative["level"])
        return (named[0], name[relative.end("level") :]) if len(named) == 1 else (None, name)
    if kind == "town_street":
        if county := _county_before(name, context):
            return county, name
        named = _places_in(context, "县")
        return (named[0], name) if len(named) == 1 else (None, name)
    for length in range(min(len(name) - 2, 6), 1, -1):
        called = [r for r in by_stem().get(name[:length], ()) if r.name in context]
        if len(called) == 1 and kind == "department":
            return called[0], name[length:]
    return None, name


def branch(rest: str, region: Region) -> Region:
    """The district a bureau's branch is called after, where it is one of the city's."""
    found = (
        _BRANCH.search(rest) or _DIRECT.match(rest)
        if region.level in ("province", "city")
        else None
    )
    if not found:
        return region
    prefix = region.code[:2] if region.level == "province" else region.code[:4]
    for at in range(len(found["place"]) - 1):
        called = found["place"][at:]
        below = {
            each.code: each
            for each in (*by_name().get(called, ()), *by_stem().get(called, ()))
            if each.code.startswith(prefix) and each.level == "county" and not each.valid_to
        }
        if len(below) == 1:
            return next(iter(below.values()))
    return region


def _places_in(context: str, level: str) -> list[Region]:
    """The divisions of a level whose government or site a text names in full, each name read as
    long as it can be; those that several places have, only where the text names the city or
    province of one."""
    endings = {"县": "县区市旗", "区": "区", "旗": "旗", "市": "市", "州": "州", "盟": "盟"}
    wanted = {"省": "province", "自治区": "province", "州": "city", "盟": "city"}.get(
        level, "county"
    )
    if wanted == "province":
        shorts = province_short()
        ends = "自治区" if level == "自治区" else "省"
        return [r for short, r in shorts.items() if r.name.endswith(ends) and short in context]
    found: dict[str, Region] = {}
    at = 0
    while at < len(context):
        named = begins_with(context[at : at + longest_name()], 0)
        if named is None:
            at += 1
            continue
        regions, length = named
        at += length
        if regions[0].name[-1] not in endings[level] or not _ITS_OWN.match(context, at):
            continue
        fitting = tuple(r for r in regions if r.level == wanted or level == "市")
        found |= {region.code: region for region in narrowed(fitting, context)}
    return list(found.values())


def _county_before(town: str, context: str) -> Region | None:
    """The county printed right before a town's name."""
    found: dict[str, Region] = {}
    for match in re.finditer(re.escape(town), context):
        before = context[max(match.start() - longest_name(), 0) : match.start()]
        for start in range(len(before) - 1):
            named = by_name().get(before[start:], ())
            counties = [r for r in named if r.level == "county" and not r.valid_to]
            if counties:
                settled = narrowed(tuple(counties), context)
                found |= {region.code: region for region in settled}
                break
    return next(iter(found.values())) if len(found) == 1 else None
