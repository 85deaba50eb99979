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
    MARKET,
    begins_with,
    by_stem,
    lies_elsewhere,
    narrowed,
    province_short,
)
from lib.organs.regions import Region, by_code, by_name, longest_name, names_of


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
    region, rest, candidates = _place(body, context, year)
    kind = _kind(name, rest, region is not None or bool(candidates))
    if region is None and not candidates:
        region, rest = by_words_around(body, kind, context)
    elif region is not None and kind == "department":
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
    return Organ(f"{code}:{name}", name, code, *names_of(code), level, kind)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _level_of_name(candidates: tuple[str, ...]) -> str:
    levels = {by_code()[code].level for code in candidates if code in by_code()}
    return levels.pop() if len(levels) == 1 else ""


def _place(name: str, context: str, year: int) -> tuple[Region | None, str, tuple[str, ...]]:
    """The finest division the name begins with, what follows it, and the codes left open."""
    region, rest = _step(name, None, year)
    if region is None:
        found = begins_with(name, year)
        if not found:
            return _zone_place(name, context)
        within = narrowed(found[0], context)
        if len(within) != 1:
            codes = dict.fromkeys(r.successor or r.code for r in within)
            return None, name[found[1] :], tuple(codes)
        region, rest = within[0], name[found[1] :]
    while True:
        finer, after = _step(rest, region, year)
        if finer is None:
            return region, rest, ()
        region, rest = finer, after


def _step(name: str, above: Region | None, year: int) -> tuple[Region | None, str]:
    """The province the name begins with, or the division directly or indirectly below `above`."""
    if above is None:
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
    if above.level == "county":
        return None, name
    prefix = above.code[:2] if above.level == "province" else above.code[:4]
    for length in range(min(len(name), longest_name()), 1, -1):
        if MARKET.match(name, length - 1):
            continue
        below = [
            region
            for region in by_name().get(name[:length], ())
            if region.code.startswith(prefix) and region.level != above.level
        ]
        if below:
            return below[0], name[length:]
    return None, name


def _zone_place(name: str, context: str) -> tuple[Region | None, str, tuple[str, ...]]:
    """A zone is called after its city or county without the word for it: 平潭综合实验区."""
    for zone, code in _ZONE_HOMES.items():
        if name.startswith(zone):
            return by_code()[code], name[len(zone) :], ()
    if not _ZONE.search(name):
        return None, name, ()
    for length in range(min(len(name) - 2, 6), 1, -1):
        regions = by_stem().get(name[:length], ())
        if regions:
            within = narrowed(regions, context)
            codes = dict.fromkeys(region.code for region in within)
            if len(codes) == 1 and lies_elsewhere(within[0], name[:length], context):
                return None, name, ()
            if len(codes) == 1:
                return within[0], name[length:], ()
            return None, name[length:], tuple(codes)
    return None, name, ()


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
