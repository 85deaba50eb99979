"""Invented places and the organs that report for them: six provinces, thirty cities, their
counties, with governments, departments, zones, towns. Region codes begin with 9, which no division
of GB/T 2260 does; names are put together from characters that name no real place together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lib.organs import Organ

PROVINCES = ("霁川", "暄原", "岚汀", "晞野", "霖浦", "曦屿")
_FIRST = "霏萤昕皓珞瑶瑾芷苒茉莳萱蔚蕤黛翎鹂鸢珩琬菀葭蘅霭"
_SECOND = "溪浦原屿汀湾泽丘洲渚坞陌"
CITIES_EACH, COUNTIES_EACH = 5, 5


@dataclass(frozen=True, slots=True)
class Trade:
    """What a kind of organ does, as the scale of its numbers in an ordinary county."""

    name: str  # at city and county level
    at_province: str = ""
    requests: float = 2.0
    licences: float = 0.0
    penalties: float = 0.0
    coercion: float = 0.0
    fees: float = 0.0  # 万元
    documents: float = 0.5
    procurement: float = 2.0


GOVERNMENT = Trade("人民政府", "", 28, 9000, 2600, 160, 2400, 9, 60)
TRADES = (
    Trade("自然资源和规划局", "自然资源厅", 26, 900, 12, 3, 1500, 2.0),
    Trade("住房和城乡建设局", "住房和城乡建设厅", 22, 420, 25, 4, 260, 1.6),
    Trade("公安局", "公安厅", 9, 5200, 6400, 900, 320, 0.6, 12),
    Trade("市场监督管理局", "市场监督管理局", 8, 7600, 300, 22, 30, 0.6),
    Trade("人力资源和社会保障局", "人力资源和社会保障厅", 7, 160, 14, 0, 0, 1.2),
    Trade("教育局", "教育厅", 5, 24, 2, 0, 900, 1.3, 30),
    Trade("卫生健康委员会", "卫生健康委员会", 4, 620, 60, 2, 40, 0.9, 9),
    Trade("生态环境局", "生态环境厅", 5, 180, 70, 9, 0, 0.4),
    Trade("财政局", "财政厅", 3, 12, 1, 0, 0, 1.4, 5),
    Trade("交通运输局", "交通运输厅", 3, 1500, 240, 18, 0, 0.4),
    Trade("民政局", "民政厅", 2, 90, 1, 0, 0, 0.8),
    Trade("水利局", "水利厅", 2, 70, 15, 1, 60, 0.4),
    Trade("农业农村局", "农业农村厅", 5, 240, 30, 2, 0, 0.9),
    Trade("审计局", "审计厅", 0.8, 0, 0, 0, 0, 0.2, 1),
    Trade("统计局", "统计局", 0.5, 0, 3, 0, 0, 0.1, 1),
    Trade("司法局", "司法厅", 1.5, 60, 2, 0, 8, 0.4, 1),
)
ZONE = Trade("经济开发区管理委员会", "", 7, 800, 20, 5, 60, 1.0, 8)
TOWN = Trade("人民政府", "", 2, 160, 6, 1, 0, 0.3, 2)
PUBLIC = Trade("公共资源交易中心", "", 1, 0, 0, 0, 80, 0.2, 1)
_SCALE = {"province": 6.0, "city": 2.6, "county": 1.0, "town": 1.0}


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented organ and the scale of its work."""

    organ: Organ
    trade: Trade
    scale: float
    makes_regulations: bool  # 规章: governments of provinces and of cities with districts


def invent_organs(seed: int = 2019) -> tuple[Invented, ...]:
    """Every invented organ, the same for the same seed."""
    return tuple(_organs(np.random.default_rng(seed)))


def _organs(random: np.random.Generator) -> Iterator[Invented]:
    pairs = [a + b for a in _FIRST for b in _SECOND]
    names = iter([pairs[i] for i in random.permutation(len(pairs))])
    for p, province_name in enumerate(PROVINCES, start=1):
        province = (f"9{p}0000", f"{province_name}省", "", "")
        yield _organ(province, province[1], "人民政府", "province", "government", GOVERNMENT)
        for trade in _some(random, 9):
            yield _organ(province, province[1], trade.at_province, "province", "department", trade)
        for c in range(1, CITIES_EACH + 1):
            city = (f"9{p}{c:02}00", province[1], f"{next(names)}市", "")
            yield from _city(random, city)
            for n in range(1, COUNTIES_EACH + 1):
                ending = "区" if n <= 2 else "县"
                county = (f"9{p}{c:02}{n:02}", province[1], city[2], next(names) + ending)
                yield from _county(random, county)


Place = tuple[str, str, str, str]


def _city(random: np.random.Generator, city: Place) -> Iterator[Invented]:
    yield _organ(city, city[2], "人民政府", "city", "government", GOVERNMENT)
    for trade in _some(random, 6):
        yield _organ(city, city[2], trade.name, "city", "department", trade)
    if random.random() < 0.6:
        yield _organ(city, city[2], ZONE.name, "city", "functional_zone", ZONE)
    if random.random() < 0.3:
        yield _organ(city, city[2], PUBLIC.name, "city", "other", PUBLIC)


def _county(random: np.random.Generator, county: Place) -> Iterator[Invented]:
    yield _organ(county, county[3], "人民政府", "county", "government", GOVERNMENT)
    for trade in _some(random, int(random.integers(1, 4))):
        yield _organ(county, county[3], trade.name, "county", "department", trade)
    if random.random() < 0.5:
        town = "".join(random.choice(list("松竹梅荷枫桂"), 1)) + "".join(
            random.choice(list("桥渡塘埠坪垄"), 1)
        )
        if random.random() < 0.3:
            yield _organ(county, f"{county[3]}{town}", "街道办事处", "town", "town_street", TOWN)
        else:
            yield _organ(county, f"{county[3]}{town}镇", TOWN.name, "town", "town_street", TOWN)


def _some(random: np.random.Generator, number: int) -> list[Trade]:
    return [TRADES[i] for i in sorted(random.permutation(len(TRADES))[:number])]


def _organ(place: Place, where: str, what: str, level: str, kind: str, trade: Trade) -> Invented:
    code, province, city, county = place
    name = f"{where}{what}"
    organ = Organ(f"{code}:{name}", name, code, province, city, county, level, kind)
    scale = _SCALE[level] * (1.0 if kind != "government" or level != "province" else 1.5)
    regulations = kind == "government" and level in ("province", "city")
    return Invented(organ, trade, scale, regulations)
