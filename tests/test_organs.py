"""Organs by name: region, level and kind as a reader of the map would say; never a guess."""

import csv
from pathlib import Path

import pytest

from lib.organs import recognise
from lib.organs.regions import PATH, by_code, names_of, provinces


@pytest.mark.parametrize(
    ("name", "context", "code", "level", "kind"),
    [
        ("株洲市芦淞区人民政府", "", "430203", "county", "government"),
        ("上海市人民政府办公厅", "", "310000", "province", "government"),
        ("上海市科学技术委员会", "", "310000", "province", "department"),
        ("上海市浦东新区财政局", "", "310115", "county", "department"),
        ("沭阳县发展和改革局", "", "321322", "county", "department"),
        ("平潭综合实验区", "", "350128", "county", "functional_zone"),
        ("淮安市洪泽区人民政府", "", "320813", "county", "government"),
        ("杭州市临平区人民政府", "", "330113", "county", "government"),
        ("国家税务总局株洲市税务局", "", "430200", "city", "department"),
        ("雄县朱各庄镇人民政府", "", "130638", "town", "town_street"),
        ("长沙市岳麓区橘子洲街道办事处", "", "430104", "town", "town_street"),
        ("北京市朝阳区人民政府", "", "110105", "county", "government"),
        ("朝阳区人民政府", "中国政府网|北京市", "110105", "county", "government"),
        ("鼓楼区教育局", "南京市人民政府网", "320106", "county", "department"),
        ("吉林市人民政府", "", "220200", "city", "government"),
        ("吉林省人民政府", "", "220000", "province", "government"),
        ("湖南省生态环境厅", "", "430000", "province", "department"),
        ("仙桃市人民政府", "", "429004", "county", "government"),
        ("恩施土家族苗族自治州人民政府", "", "422800", "city", "government"),
        ("财政部", "", "", "national", "department"),
        ("青禾市人民政府办公厅", "", "", "", "government"),
    ],
)
def test_organs(name: str, context: str, code: str, level: str, kind: str) -> None:
    organ = recognise(name, context)
    assert (organ.region_code, organ.level, organ.kind) == (code, level, kind)
    assert organ.candidates == ()


def test_a_name_many_places_have_is_not_guessed() -> None:
    organ = recognise("朝阳区人民政府")
    assert organ.region_code == ""
    # Beijing's and Changchun's
    assert organ.candidates == ("110105", "220104")
    assert organ.organ_id == "-:朝阳区人民政府"


def test_a_name_that_more_places_had_in_its_year_is_asked() -> None:
    # 保定's 新市区 became 竞秀区, 石家庄's and 邢台's 桥东区 are gone
    assert recognise("新市区人民政府", year=2023).region_code == "650104"
    assert recognise("新市区人民政府", year=2012).candidates == ("650104", "130602")
    assert len(recognise("桥东区财政局", year=2012).candidates) == 3
    assert recognise("桥东区财政局", "张家口市人民政府", 2012).region_code == "130702"
    # a county that came under another city is one place all the same
    assert recognise("枞阳县人民政府", year=2012).region_code == "340722"


def test_a_county_that_became_a_district_is_one_place() -> None:
    old, new = recognise("株洲县人民政府", year=2015), recognise("株洲市渌口区人民政府")
    assert old.region_code == new.region_code == "430212"


def test_the_id_of_an_organ_holds_its_place_and_its_name_without_blanks() -> None:
    assert recognise("株洲市 芦淞区人民政府").organ_id == "430203:株洲市芦淞区人民政府"


def test_the_table_of_divisions_is_consistent() -> None:
    with PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    current = [row["code"] for row in rows if not row["valid_to"]]
    assert len(current) == len(set(current))
    assert len(provinces()) == 34
    assert all(row["en"] for row in rows if row["level"] == "province" and not row["valid_to"])
    known = set(current)
    for row in rows:
        if row["valid_to"]:
            assert row["successor"] == "" or row["successor"] in known, row
        elif row["parent"]:
            assert row["parent"] in known, row


def test_names() -> None:
    assert names_of("430203") == ("湖南省", "株洲市", "芦淞区")
    assert by_code()["110105"].name == "朝阳区"


TABLE = list(
    csv.DictReader((Path(__file__).parent / "organs.csv").open(encoding="utf-8", newline=""))
)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"])
def test_the_names_of_real_organs(row: dict[str, str]) -> None:
    """organs.csv: names of public organs with what a reader of GB/T 2260 makes of each; ? is a
    name that several places have, "" one that names no place at all. `source` is the address of a
    report of it."""
    organ = recognise(row["name"])
    assert (organ.level, organ.kind) == (row["level"], row["kind"])
    assert organ.region_code == row["code"].replace("?", "")
    assert (len(organ.candidates) > 1) == (row["code"] == "?")


@pytest.mark.parametrize(
    ("name", "around", "code"),
    [
        ("东湖高新区教育局", "来源: 武汉东湖新技术开发区教育局", ""),
        ("东湖高新区教育局", "", ""),
        ("太湖新城管理委员会", "无锡市人民政府", ""),
        ("太湖经济开发区管理委员会", "安庆市太湖县", "340825"),
        ("萧山经济技术开发区管理委员会", "浙江", "330109"),
        ("萧山经济技术开发区管理委员会", "", "330109"),
    ],
)
def test_a_zone_called_like_a_county_far_away(name: str, around: str, code: str) -> None:
    assert recognise(name, around).region_code == code


def test_the_table_is_large_and_has_names_that_stay_open() -> None:
    assert len(TABLE) >= 220
    assert sum(bool(row["source"]) for row in TABLE) >= 60
    assert sum(row["code"] == "?" for row in TABLE) >= 6


def test_a_successor_is_of_the_same_level() -> None:
    """绍兴县 became 柯桥区; 绍兴市 is another place, though it has the stem."""
    with PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    levels = {row["code"]: row["level"] for row in rows if not row["valid_to"]}
    earlier = [row for row in rows if row["valid_to"] and row["successor"]]
    assert len(earlier) > 200
    assert all(row["level"] == levels[row["successor"]] for row in earlier)
    assert recognise("绍兴县人民政府", year=2012).county == "柯桥区"
    assert recognise("那曲地区行政公署", year=2015).city == "那曲市"


def test_towns_with_codes_of_their_own_are_towns() -> None:
    organ = recognise("东莞市虎门镇人民政府")
    assert (organ.city, organ.level, organ.kind) == ("东莞市", "town", "town_street")


def test_a_county_of_chongqing_is_in_no_city() -> None:
    organ = recognise("重庆市垫江县教育委员会")
    assert (organ.province, organ.city, organ.county) == ("重庆市", "", "垫江县")


@pytest.mark.parametrize(
    ("name", "context", "code"),
    [
        # a town's county is the one whose page it is on, or that is printed before its name
        ("项铺镇", "首页 > 枞阳县项铺镇 > 年报", "340722"),
        ("五蛟镇人民政府", "华池县人民政府\n手机版", "621023"),
        ("五蛟镇人民政府", "", ""),
        ("五蛟镇人民政府", "与华池县结对", ""),  # named for something else
        ("五蛟镇人民政府", "华池县人民政府网、环县人民政府网", ""),  # two it could be
        ("五蛟镇人民政府", "朝阳区人民政府网站", ""),  # itself in two cities
        ("五蛟镇人民政府", "长春市朝阳区人民政府网站", "220104"),
        # a bureau that says the level of its place alone
        ("区教育局", "可在婺城区人民政府网站下载", "330702"),
        ("区教育局", "可在金华市人民政府网站下载", ""),
        ("县统计局", "平武县人民政府办公室关于年报编制工作的通知", "510727"),
        ("省水利厅", "浙江省水利厅门户网站", "330000"),
        ("自治区人民政府办公厅", "新疆政府网微信公众号", "650000"),
        # a district without the word for it
        ("盐都市场监管局", "盐城市盐都区政府网站", "320903"),
        ("朝阳市场监管局", "", ""),
        # the words around a zone name its city; a place of Taiwan is never meant
        ("鼓楼产业园区管委会", "徐州市鼓楼区人民政府", "320302"),
        ("文山三七产业园区管委会", "", "532601"),
    ],
)
def test_the_words_around_a_name_say_where_it_is(name: str, context: str, code: str) -> None:
    assert recognise(name, context).region_code == code


def test_no_name_is_no_organ() -> None:
    organ = recognise("", "北京市")
    assert (organ.organ_id, organ.level, organ.kind) == ("", "", "")


@pytest.mark.parametrize(
    ("name", "code", "level", "kind"),
    [
        # the committees of new areas are sent out by their province; all else is below them
        ("雄安新区管理委员会", "130000", "province", "functional_zone"),
        ("河北雄安新区管理委员会", "130000", "province", "functional_zone"),
        ("陕西省西咸新区开发建设管理委员会", "610000", "province", "functional_zone"),
        ("雄安新区管委会办公室", "130000", "province", "functional_zone"),
        ("雄安新区公共服务局", "130000", "city", "department"),
        ("河北雄安新区改革发展局", "130000", "city", "department"),
        ("雄安新区管理委员会公共服务局", "130000", "city", "department"),
        ("陕西省西咸新区行政审批与政务服务局", "610000", "city", "department"),
        ("西咸新区沣东新城管理委员会", "610000", "city", "functional_zone"),
        # no bureau of 西安市新城区
        ("西咸新区沣西新城生态环境局", "610000", "city", "department"),
        ("西咸新区底张街道办事处", "610000", "town", "town_street"),
        ("云南滇中新区管理委员会财政局", "530000", "city", "department"),
        # its counties are counties
        ("雄安新区雄县教育局", "130638", "county", "department"),
        ("河北雄安新区容城县人民政府", "130629", "county", "government"),
        # a province's own are what they were
        ("河北省生态环境厅", "130000", "province", "department"),
        ("杨凌示范区财政局", "610403", "county", "department"),
    ],
)
def test_new_areas(name: str, code: str, level: str, kind: str) -> None:
    organ = recognise(name)
    assert (organ.region_code, organ.level, organ.kind) == (code, level, kind)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("恩施州财政局", "恩施土家族苗族自治州财政局"),
        ("湖北省恩施州人民政府", "湖北省恩施土家族苗族自治州人民政府"),
        ("三江县人民政府", "三江侗族自治县人民政府"),
        ("黔东南州凯里市教育局", "黔东南苗族侗族自治州凯里市教育局"),
        ("国家税务总局恩施州税务局", "国家税务总局恩施土家族苗族自治州税务局"),
    ],
)
def test_an_organ_of_an_autonomous_place_is_one_under_both_its_names(short: str, full: str) -> None:
    one, other = recognise(short), recognise(full)
    assert one.organ_id == other.organ_id
    assert other.organ_id == f"{other.region_code}:{full}"
    assert one.name == short  # each report is shown under the name it gives


def test_names_without_a_short_form_make_no_other_id() -> None:
    # the city within the prefecture, a county that is in none, and a place of unknown name
    assert recognise("恩施市人民政府").organ_id == "422801:恩施市人民政府"
    assert recognise("株洲市芦淞区人民政府").organ_id == "430203:株洲市芦淞区人民政府"
    assert recognise("青禾州人民政府").organ_id == "-:青禾州人民政府"


def test_a_name_that_a_province_has_twice_is_asked() -> None:
    # of 石家庄 and of 张家口; of 石家庄 and of 沧州; of 南京 and of 徐州
    assert recognise("河北省桥西区财政局").candidates == ("130104", "130703")
    assert recognise("河北省新华区财政局").candidates == ("130105", "130902")
    assert recognise("江苏省鼓楼区教育局").candidates == ("320106", "320302")
    assert recognise("江苏省鼓楼区教育局", "徐州市人民政府").region_code == "320302"
    assert recognise("江苏省徐州市鼓楼区教育局").region_code == "320302"
