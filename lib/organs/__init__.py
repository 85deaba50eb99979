"""Who reports: an organ's name -> its region code, level and kind.

The name is read from the left: province, city, county, town, then what kind of organ it is. What
the name leaves open is settled by the words around it (a breadcrumb, the publisher, the page's
title) or not at all: 朝阳区 alone could be in Beijing or in Changchun, so it gets no place, and
the candidates are listed for a person to choose from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from lib.organs.around import branch, by_words_around
from lib.organs.lookup import (
    Found,
    begins_below,
    begins_with,
    by_stem,
    lies_elsewhere,
    narrowed,
    province_short,
)
from lib.organs.regions import Region, by_code, by_name, is_short, names_of


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ placed on the map of divisions.

    `region_code` is the six-digit GB/T 2260 code, "" where the place is unknown or ambiguous (then
    `candidates` lists the codes it could be). `province`, `city`, `county` are Chinese names, ""
    where there is none. `level`: national, province, city, county, town, or "" unknown. `kind`:
    government, department, functional_zone, town_street, other."""

    organ_id: str
    name: str
    region_code: str
    province: str
    city: str
    county: str
    level: str
    kind: str
    candidates: tuple[str, ...] = ()


# Vertical organs put their own name before the place's.
_VERTICAL = re.compile(
    r"^(?:国家税务总局|中国人民银行|国家统计局|国家金融监督管理总局|中国气象局|国家移民管理局|"
    r"中华人民共和国|中国证券监督管理委员会|中国证监会|国家能源局|国家矿山安全监察局|国家邮政局|国家外汇管理局|"
    r"国家烟草专卖局|国家粮食和物资储备局|财政部|自然资源部)(?=.{2,}(?:局|队|行|关|站|处|分局|办公室)$)"
)
_NATIONAL = re.compile(
    r"^(?:国务院|中华人民共和国|国家|中国|最高人民|全国|外交部|教育部|科学技术部|工业和信息化部|公安部|"
    r"民政部|司法部|财政部|人力资源和社会保障部|自然资源部|生态环境部|住房和城乡建设部|交通运输部|水利部|"
    r"农业农村部|商务部|文化和旅游部|应急管理部|审计署|海关总署)"
)
_ZONE = re.compile(
    r"开发区|高新区|高新技术产业|园区|新区管|实验区|示范区|保税区|度假区|功能区|风景名胜区|管委会|"
    # 国有资产监督管理委员会 and 城市管理委员会 are departments
    r"(?<!监督|城市|建设|设和|市容|事务|交通|积金|综合|行政)管理委员会|自贸|自由贸易|综保区|产业园|工业园|新城"
)
# Zones named after no division: where they lie, or their province where they lie in several cities.
_ZONE_HOMES = {
    "赣江新区": "360000",
    "贵安新区": "520000",
    "杨凌示范区": "610403",
    "雄安新区": "130000",
    "西咸新区": "610000",
    "天府新区": "510000",
    "滇中新区": "530000",
}
# who governs such an area; all else that has its name is below
_COMMITTEE = re.compile(r"(?:(?:开发(?:建设)?)?(?:管理委员会|管委会)(?:(?:党政|综合)?办公室)?)?$")
_TOWN = re.compile(r"^[一-鿿]{1,8}?(?:街道办事处|街道|民族乡|镇|乡|苏木)")
# an office of a zone's own: 某开发区管委会财政局, not the committee's 办公室
_OF_A_ZONE = re.compile(
    r"(?:局|分局|中心)$|(?:管理委员会|管委会).{2,}(?:办公室|办|处|委员会|委|大队|支队|院|所|站)$"
)
_NO_AUTHORITY = re.compile(
    r"(?:医院|卫生院|保健院|学校|大学|学院|中学|小学|幼儿园|公司|集团|研究院|研究所|电视台)$"
)
_GOVERNMENT = re.compile(r"(?:人民政府|行政公署|政府)(?:办公室|办公厅)?$|^$")
_DEPARTMENT = re.compile(
    r"(?:局|厅|委员会|委|办公室|办公厅|院|中心|署|处|队|站|所|部|会|银行|分行|支行|海关|馆|社|行)$"
)


def recognise(name: str, context: str = "", year: int | None = None) -> Organ:
    """Place the organ called `name`; `context` is a breadcrumb, publisher or page title.

    >>> recognise("株洲市芦淞区人民政府").region_code
    '430203'
    >>> recognise("朝阳区人民政府").region_code, len(recognise("朝阳区人民政府").candidates) > 1
    ('', True)
    """
    return _recognise(_plain(name), context[:1500], year or 0)


@lru_cache(maxsize=20_000)
def _recognise(name: str, context: str, year: int) -> Organ:
    if not name:
        return Organ("", "", "", "", "", "", "", "")
    body = _VERTICAL.sub("", name)
    place = _place(body, context, year)
    region, rest, candidates = place.region, place.rest, place.candidates
    kind = _kind(name, rest, region is not None or bool(candidates))
    if place.area and _COMMITTEE.match(rest):
        kind = "functional_zone"
    if region is None and not candidates:
        region, rest = by_words_around(body, kind, context)
    elif region is not None and kind == "department" and not place.area:
        region = branch(rest, region)
    if region is None and not candidates and _NATIONAL.match(name):
        return Organ(f"000000:{name}", name, "", "", "", "", "national", "department")
    town = _TOWN.match(rest) is not None and kind == "town_street"
    if region is None:
        level = "town" if town else _level_of_name(candidates)
        return Organ(f"-:{name}", name, "", "", "", "", level, kind, candidates)
    code = region.successor or region.code
    if code not in by_code():
        code = region.code
    level = "town" if town else by_code()[code].level if code in by_code() else region.level
    if re.search(r"(?:镇|乡|街道)$", region.name) and kind == "government":
        # the towns of 东莞, 中山 and 儋州 have codes of their own, as counties have elsewhere
        level, kind = "town", "town_street"
    if place.area and level == "province" and not _COMMITTEE.match(rest):
        level = "city"  # below the committee, which the province sends out
    called = name.removesuffix(body) + place.official
    return Organ(f"{code}:{called}", name, code, *names_of(code), level, kind)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _level_of_name(candidates: tuple[str, ...]) -> str:
    levels = {by_code()[code].level for code in candidates if code in by_code()}
    return levels.pop() if len(levels) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Place:
    """The finest division a name begins with, what follows it, the name as it is in full (恩施州
    is an everyday word), the codes left open, and the new area it names, which is no division."""

    region: Region | None
    rest: str
    official: str
    candidates: tuple[str, ...] = ()
    area: str = ""


def _place(name: str, context: str, year: int) -> _Place:
    province, after = _province(name, year)
    found: Found | None = ((province,), len(name) - len(after)) if province else None
    found = found or begins_with(name, year) or _home(name)
    if found is None:
        return _zone_place(name, context)
    rest, official, area = name, "", ""
    while True:
        regions, length = found
        within = narrowed(regions, context)
        codes = tuple(dict.fromkeys(region.successor or region.code for region in within))
        printed, rest = rest[:length], rest[length:]
        if len(codes) != 1:
            return _Place(None, rest, name, codes)
        region = within[0]
        official += region.name if is_short(printed, region) else printed
        if zone := _area_in(region, rest):
            area, official, rest = zone, official + zone, rest[len(zone) :]
        found = begins_below(rest, region, year)
        # all else that a new area names is its own: 城区 and 东区 are districts of cities
        if found is None or (area and not rest[: found[1]].endswith("县")):
            return _Place(region, rest, official + rest, (), area)


def _home(name: str) -> Found | None:
    """Where the new area lies that a name begins with; its own words come after the place's."""
    homes = (by_code()[code] for zone, code in _ZONE_HOMES.items() if name.startswith(zone))
    home = next(homes, None)
    return ((home,), 0) if home else None


def _area_in(region: Region, rest: str) -> str:
    """The new area of a place that the place's name is followed by, "" where it is none."""
    own = (zone for zone, code in _ZONE_HOMES.items() if code == region.code)
    return next((zone for zone in own if rest.startswith(zone)), "")


def _province(name: str, year: int) -> tuple[Region | None, str]:
    """The province the name begins with, in full or for short, and what follows it."""
    for length in range(min(len(name), 8), 1, -1):
        for province in by_name().get(name[:length], ()):
            if province.level == "province" and not province.valid_to:
                return province, name[length:]
    whole = begins_with(name, year)
    for short, province in province_short().items():
        # 吉林市, 海南州 and 海南藏族自治州 begin like provinces and are none
        after = name[len(short) :]
        if not name.startswith(short) or re.match(r"[市县区州]", after):
            continue
        if whole is None or whole[1] <= len(short):
            return province, after
    return None, name


def _zone_place(name: str, context: str) -> _Place:
    """A zone is called after its city or county without the word for it: 平潭综合实验区."""
    if not _ZONE.search(name):
        return _Place(None, name, name)
    for length in range(min(len(name) - 2, 6), 1, -1):
        regions = by_stem().get(name[:length], ())
        if regions:
            within = narrowed(regions, context)
            codes = dict.fromkeys(region.code for region in within)
            if len(codes) == 1 and lies_elsewhere(within[0], name[:length], context):
                return _Place(None, name, name)
            if len(codes) == 1:
                return _Place(within[0], name[length:], name)
            return _Place(None, name[length:], name, tuple(codes))
    return _Place(None, name, name)


def _kind(name: str, rest: str, placed: bool) -> str:
    if _TOWN.match(rest) and re.search(
        r"(?:人民政府|办事处|街道|镇|乡|苏木)(?:办公室|党政办公室)?$", rest
    ):
        return "town_street"
    if _ZONE.search(rest) or (not placed and _ZONE.search(name)):
        # a zone's own bureau is a department of it
        return "department" if _OF_A_ZONE.search(rest or name) else "functional_zone"
    if placed and _GOVERNMENT.search(rest):
        return "government"
    if _GOVERNMENT.search(name):
        return "government"
    if _NO_AUTHORITY.search(name):
        return "other"
    return "department" if _DEPARTMENT.search(name) else "other"
