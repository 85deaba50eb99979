"""Whose report it is and of which year, where the title does not say. Every name and sentence is
invented; what each says is typed beside it."""

from datetime import date

import pytest

from lib.intake import intake
from lib.parsing.masthead import Masthead, read_masthead
from lib.reading import read

TABLE = """二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 1 | 0 | 4 |
"""


def head(text: str) -> Masthead:
    return read_masthead(read("x.txt", f"{text}\n{TABLE}".encode()))


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        # what a sentence puts before the name is no part of it
        ("现公布石浦市林业局2023年政府信息公开工作年度报告。", "石浦市林业局"),
        ("特向社会公布石浦镇2023年度政府信息公开工作年度报告。", "石浦镇"),
        ("按照要求,编制了石浦市档案局2023年政府信息公开工作年度报告。", "石浦市档案局"),
        ("石浦市卫健委编制了石浦市卫生健康委员会2023年政府信息公开年报。", "石浦市卫生健康委员会"),
        ("特向社会公布2023年石浦市财政局政府信息公开工作年度报告。", "石浦市财政局"),
        ("现公布《石浦市人民政府2023年度政府信息公开工作年度报告》。", "石浦市人民政府"),
        # sentences that name no organ
        ("现向社会公布2023年度本单位政府信息公开工作年度报告。", ""),
        ("特向社会公布2023年政府信息公开工作年度报告。", ""),
        ("现将我局2023年度政府信息公开情况报告如下。", ""),
        # the notice a report follows is another's
        ("根据北山省人民政府办公厅关于做好2023年政府信息公开年度报告编制工作的通知要求。", ""),
        ("石浦市档案局政府信息公开工作2023年度报告", "石浦市档案局"),
        ("我县依法公开,电子版可在石浦县人民政府(http://a.example)查阅。", "石浦县人民政府"),
        ("我镇依法公开,电子版可在石浦县人民政府(http://a.example)查阅。", ""),
        (
            "滨港经济开发区管委会2023年政府信息公开工作年度报告\n"
            "2023年,石浦滨港经济开发区管委会(以下简称“经开区”)深入贯彻条例。",
            "石浦滨港经济开发区管委会",
        ),
        (
            "现编制县体育局2023年政府信息公开工作年度报告。\n一、总体情况\n"
            "2023年,体育局认真落实条例。",
            "县体育局",
        ),
        # a title that leaves the place out, and a sentence that names it
        (
            "现公布民政局2023年政府信息公开工作年度报告。\n一、总体情况\n"
            "2023年,石浦区民政局认真落实条例。",
            "石浦区民政局",
        ),
        ("现组织编制石浦市体育局2023年度政务信息公开年度报告。", "石浦市体育局"),
        ("由石浦市委机构编制委员会办公室编制本报告。", "石浦市委机构编制委员会办公室"),
        ("请联系:石浦市残疾人联合会办公室,电话:5551234。", "石浦市残疾人联合会办公室"),
        # who made it, whom to ask, where it stands, what was done
        ("本年度报告由石浦市东河区教育局根据条例要求编制而成。", "石浦市东河区教育局"),
        ("本报告由石浦镇人民政府党政办公室编制。", "石浦镇人民政府"),
        (
            "由石浦市人民政府信息公开工作领导小组办公室汇总各县政府信息公开工作情况编制。",
            "石浦市人民政府",
        ),
        ("如有疑问,请与石浦市公安局(地址:红旗路3号)联系。", "石浦市公安局"),
        ("如有疑问,请与石浦市医院管理中心办公室联系。", "石浦市医院管理中心"),
        ("如有疑问,请与我局办公室联系(地址:红旗路3号)。", ""),
        ("电子版可从石浦市水利局门户网站下载。", "石浦市水利局"),
        ("请与石浦区东河镇政府综合督考办公室联系(地址:红旗路3号)。", "石浦区东河镇政府"),
        ("本市结合实际编制本报告。通过石浦市人民政府网站、新闻媒体听取意见。", "石浦市人民政府"),
        ("现公开石浦区人民政府办公室2023年政府信息公开工作年度报告。", "石浦区人民政府办公室"),
        ("36abc(中国)官方网站2023年政府信息公开工作年度报告", ""),
        (
            "住建局2023年政府信息公开工作年度报告\n一、总体情况\n"
            "2023年石浦县住建局依申请公开办理有9件,石浦县住建局均已答复。",
            "石浦县住建局",
        ),
        # a bureau of another level's, on whose site the work was shown
        ("一、总体情况\n2023年,我局向市委报送信息46条,在省水利厅网站上公开信息3条。", ""),
        (
            "一、总体情况\n2023年度,石浦县人民政府办公室政务公开工作本着公开的原则展开。\n"
            "我办未收到申请。",
            "石浦县人民政府办公室",
        ),
        ("电子版可在石浦市人民政府网站下载。", ""),
        ("我局通过石浦示范区管委会网站公开信息20条。", ""),
        ("为做好石浦市体育局政府信息公开工作,我局安排了专人。", "石浦市体育局"),
        ("一、总体情况\n2023年,石浦镇人民政府认真落实条例。", "石浦镇人民政府"),
        ("一、总体情况\n2023年,我局认真落实条例。", ""),
        ("一、总体情况\n2023年,石浦市坚持依法公开。", "石浦市"),
        # a name without its place, only where no other has one
        ("一、总体情况\n在区委、区政府的部署下,区统计局紧紧围绕中心工作。", "区统计局"),
        ("发布机构:市林水局\n由石浦市林业水利局编制本报告。", "石浦市林业水利局"),
        ("发布机构:市林水局\n本报告按规定编制。", "市林水局"),
        ("来源: 发布时间:2024-01-30\n本报告按规定编制。", ""),
        # a title cut from the words above it, and a place whose name begins like a word
        (
            "首页 > 部门政府信息公开工作年度报告\n于山区教育局2023年政府信息公开工作年度报告",
            "于山区教育局",
        ),
        ("石浦旗巴音苏木 2023 年政府信息 公开工作年度报告 根据条例编制。", "石浦旗巴音苏木"),
        # a copy made by machine: traditional characters, each with how it is said
        ("鑲石旗2023年度\n政府信息公開(kāi)年報(bào)", "镶石旗"),
    ],
)
def test_the_organ(text: str, organ: str) -> None:
    assert head(text).organ == organ


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "特向社会公布石浦镇2023年政府信息公开工作年度报告。",
            "石浦镇2023年政府信息公开工作年度报告",
        ),
        ("现公布2023年石浦镇政府信息公开工作年度报告。", "2023年石浦镇政府信息公开工作年度报告"),
        ("根据关于做好2023年政府信息公开年度报告编制工作的通知编制。", ""),
    ],
)
def test_the_title_is_without_the_sentence_that_leads_to_it(text: str, title: str) -> None:
    assert head(text).title == title


@pytest.mark.parametrize(
    ("text", "url", "year", "inferred"),
    [
        ("统计期限自2023年1月1日始至2023年12月31日止。", "", 2023, False),
        ("数据核定时间点为2022年12月31日。", "", 2022, False),
        ("石浦市档案局政府信息公开工作2022年度报告", "", 2022, False),
        ("一、总体情况\n截止2023年12月31日,我局发布信息34条。", "", 2023, True),
        ("根据关于做好2022年政府信息公开年度报告编制工作的通知编制。", "", 2022, False),
        # two hints that agree
        ("一、总体情况\n2023年,我局发布信息34条。", "http://a.example/202401/c_1.html", 2023, True),
        ("一、总体情况\n2023年,我局发布信息34条,2023年收到申请2件。", "", 2023, True),
        (
            "一、总体情况\n2023年,我局收到申请2件,2023年办结1件,结转至2024年1件。",
            "http://a.example/t20240115_31.html",
            2023,
            True,
        ),
        # one hint alone, or two that do not
        ("一、总体情况\n2023年,我局发布信息34条。", "", 0, False),
        ("一、总体情况\n2022年,我局发布信息34条。", "http://a.example/202401/c_1.html", 0, False),
        ("一、总体情况\n2023年收到申请2件,2022年收到3件,2023年办结2件。", "", 0, False),
        ("一、总体情况\n根据《2023年要点》和〔2023〕3号文件,发布信息34条。", "", 0, False),
    ],
)
def test_the_year(text: str, url: str, year: int, inferred: bool) -> None:
    report = intake("x.txt", f"{text}\n{TABLE}".encode(), url=url)
    codes = {finding.code for finding in report.findings}
    assert report.year == year
    assert ("year.inferred" in codes) == inferred
    assert ("year.unknown" in codes) == (not year)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.example/c/202401/15/10603f.html", date(2024, 1, 15)),
        ("http://a.example/zfxxgknb/20240109/i2909326.html", date(2024, 1, 9)),
        ("http://a.example/nb/2024011509371492914/index.html", date(2024, 1, 15)),
        ("http://a.example/art/2024/1/9/art_1.html", date(2024, 1, 9)),
        ("http://a.example/info/13951/728370.htm", None),
        # the day the site moved, and a clock that was never set
        ("http://a.example/2026-02/08/article_1.html", None),
        ("http://a.example/xxgk/t19700101_3586555.shtml", None),
        ("http://a.example/202401/c01_868731.shtml", None),
    ],
)
def test_an_address_says_when_a_page_was_put_up(url: str, day: date | None) -> None:
    text = f"石浦市林业局2023年政府信息公开工作年度报告\n一、总体情况\n{TABLE}"
    report = intake("x.txt", text.encode(), url=url)
    assert (report.published, report.source_url) == (day, url)


@pytest.mark.parametrize(
    ("words", "conflict"),
    [
        ("本报告数据统计期限为2022年1月1日至12月31日。", True),
        ("截至2022年12月31日,累计公开信息900条。", False),
        ("2022年1月1日至3月31日开展了整治。", False),
    ],
)
def test_only_the_period_of_the_data_conflicts_with_the_title(words: str, conflict: bool) -> None:
    text = f"石浦县林业局2023年政府信息公开工作年度报告\n一、总体情况\n{words}\n{TABLE}"
    report = intake("x.txt", text.encode())
    assert report.year == 2023
    assert ("year.conflict" in {finding.code for finding in report.findings}) == conflict


def test_a_files_name_may_say_what_the_file_does_not() -> None:
    text = f"一、总体情况\n我局认真落实条例。\n{TABLE}".encode()
    report = intake("石浦县林业局2023年政府信息公开工作年度报告.txt", text)
    assert (report.organ, report.year) == ("石浦县林业局", 2023)
    assert "year.inferred" in {finding.code for finding in report.findings}
    named = f"石浦县水利局2022年政府信息公开工作年度报告\n{text.decode()}".encode()
    report = intake("石浦县林业局2023年政府信息公开工作年度报告.txt", named)
    assert (report.organ, report.year) == ("石浦县水利局", 2022)


def test_another_organ_in_section_one_does_not_count_as_the_reports_own_words() -> None:
    text = (
        "石浦市林业局2023年政府信息公开工作年度报告\n一、总体情况\n"
        f"2023年,霞关市林业局认真落实条例。\n{TABLE}"
    )
    report = intake("x.txt", text.encode())
    assert report.organ == "石浦市林业局"
    assert "text.organ" in {finding.code for finding in report.findings}
