"""python -m lib.organs.build DIRECTORY [-o FILE]: make data/regions.csv from two packages.

DIRECTORY holds them unpacked: npm @vant/area-data (package/dist/index.cjs: today's divisions) and
PyPI GB2260 (gb2260/data.py: the revisions of GB/T 2260 from 2002 to 2013). A division of an old
revision that is not in today's list gets the last year it was listed; where today's list has a
division of the same stem in the same city (洪泽县, 洪泽区) that one is its successor.
"""

from __future__ import annotations

import argparse
import csv
import re
import runpy
from pathlib import Path

from lib.organs.regions import PATH

PROVINCES_EN = {
    "11": "Beijing", "12": "Tianjin", "13": "Hebei", "14": "Shanxi", "15": "Inner Mongolia",
    "21": "Liaoning", "22": "Jilin", "23": "Heilongjiang", "31": "Shanghai", "32": "Jiangsu",
    "33": "Zhejiang", "34": "Anhui", "35": "Fujian", "36": "Jiangxi", "37": "Shandong",
    "41": "Henan", "42": "Hubei", "43": "Hunan", "44": "Guangdong", "45": "Guangxi",
    "46": "Hainan", "50": "Chongqing", "51": "Sichuan", "52": "Guizhou", "53": "Yunnan",
    "54": "Tibet", "61": "Shaanxi", "62": "Gansu", "63": "Qinghai", "64": "Ningxia",
    "65": "Xinjiang", "71": "Taiwan", "81": "Hong Kong", "82": "Macao",
}  # fmt: skip
# Changes the names do not show (民政部, 县级以上行政区划变更情况, by year). 洪泽县 and 洪泽区 are
# found by their stem in the same city; these took another name, or another city's code.
SUCCESSORS = {
    "430221": "430212",  # 2018 株洲县 → 株洲市渌口区
    "520321": "520304",  # 2016 遵义县 → 遵义市播州区
    "330103": "330105",  # 2021 杭州市下城区, into 拱墅区
    "330621": "330603",  # 2013 绍兴县 → 绍兴市柯桥区
    "140227": "140215",  # 2018 大同县 → 大同市云州区
    "140421": "140404",  # 2018 长治县 → 长治市上党区
    "230702": "230717",  # 2019 伊春区、美溪区 → 伊春市伊美区
    "340221": "340210",  # 2020 芜湖县 → 芜湖市湾沚区
    "340721": "340706",  # 2015 铜陵县 → 铜陵市义安区
    "360421": "360404",  # 2017 九江县 → 九江市柴桑区
    "361121": "361104",  # 2019 上饶县 → 上饶市广信区
    "410224": "410212",  # 2014 开封县 → 开封市祥符区
    "411023": "411003",  # 2016 许昌县 → 许昌市建安区
    "511521": "511504",  # 2018 宜宾县 → 宜宾市叙州区
    "610321": "610304",  # 2003 宝鸡县 → 宝鸡市陈仓区
    "640203": "640205",  # 2003 石嘴山区 → 石嘴山市惠农区
    "542100": "540300",  # 2014 昌都地区 → 昌都市
    "542300": "540200",  # 2014 日喀则地区 → 日喀则市
    "542600": "540400",  # 2015 林芝地区 → 林芝市
    "542200": "540500",  # 2016 山南地区 → 山南市
    "542400": "540600",  # 2017 那曲地区 → 那曲市
    "652100": "650400",  # 2015 吐鲁番地区 → 吐鲁番市
    "652200": "650500",  # 2016 哈密地区 → 哈密市
    "632100": "630200",  # 2013 海东地区 → 海东市
    "522200": "520600",  # 2011 铜仁地区 → 铜仁市
    "522400": "520500",  # 2011 毕节地区 → 毕节市
}
FIELDS = ("code", "name", "en", "parent", "level", "valid_from", "valid_to", "successor")
_ENDING = re.compile(r"(?:特别行政区|自治州|自治县|自治旗|地区|[省市县区旗盟])$")


def stem(name: str) -> str:
    """A division's name without the word for what it is.

    >>> stem("洪泽区"), stem("平潭县"), stem("株洲市")
    ('洪泽', '平潭', '株洲')
    """
    return _ENDING.sub("", name)


def today(directory: Path) -> dict[str, str]:
    """code -> name of @vant/area-data; its entries outside GB/T 2260 (six digits) are left out."""
    script = next(directory.rglob("dist/index.cjs")).read_text(encoding="utf-8")
    pairs = re.findall(r"(\d{6}):\s*\"((?:[^\"\\]|\\.)*)\"", script)
    return {code: name.encode("ascii").decode("unicode_escape") for code, name in pairs}


def revisions(directory: Path) -> dict[str, dict[int, str]]:
    """code -> {year: name} of GB2260; the year is the revision's."""
    found: dict[str, dict[int, str]] = {}
    data = runpy.run_path(str(next(directory.rglob("gb2260/data.py"))))["data"]
    for revision, names in data.items():
        if revision is None:
            continue
        for code, name in names.items():
            found.setdefault(str(code), {})[int(str(revision)[:4])] = name
    return found


def rows(directory: Path) -> list[dict[str, str]]:
    """The rows of the table, by code."""
    now, old = today(directory), revisions(directory)
    found = []
    for code, name in now.items():
        if name.startswith("省直辖") or name.startswith("自治区直辖"):
            continue  # a heading of the package, no division
        earlier = old.get(code, {})
        since = [year for year, then in earlier.items() if then == name]
        found.append(_row(code, name, min(since, default=None), None, ""))
        for then in {each for each in earlier.values() if each != name}:
            years = [year for year, each in earlier.items() if each == then]
            found.append(_row(code, then, min(years), max(years), code))
    stems: dict[tuple[str, str, bool], list[str]] = {}
    for code, name in now.items():
        # 绍兴县 has the stem of 绍兴市 and is not the city: only divisions of one level follow
        stems.setdefault((code[:4], stem(name), code.endswith("00")), []).append(code)
    for code, names in old.items():
        if code in now or code.endswith("0000"):
            continue
        for name in set(names.values()):
            years = [year for year, each in names.items() if each == name]
            after = stems.get((code[:4], stem(name), code.endswith("00")), [])
            if name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
                continue
            successor = SUCCESSORS.get(code) or (after[0] if len(after) == 1 else "")
            found.append(_row(code, name, min(years), max(years), successor))
    return sorted(found, key=lambda row: (row["code"], row["valid_to"], row["name"]))


def _row(
    code: str, name: str, since: int | None, until: int | None, successor: str
) -> dict[str, str]:
    level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
    parent = "" if level == "province" else code[:2] + "0000"
    if level == "county" and code[2:4] not in ("90",):
        parent = code[:4] + "00"
    return {
        "code": code,
        "name": name,
        "en": PROVINCES_EN.get(code[:2], "") if level == "province" else "",
        "parent": parent,
        "level": level,
        "valid_from": str(since or ""),
        "valid_to": str(until or ""),
        "successor": successor,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("-o", type=Path, default=PATH)
    options = parser.parse_args()
    made = rows(options.directory)
    with options.o.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)
    current = sum(not row["valid_to"] for row in made)
    print(f"{len(made)} rows, {current} current, in {options.o.name}")


if __name__ == "__main__":
    main()
