"""When and where a report was published, as its page says it in one way or another."""

from datetime import date

import pytest

from lib.parsing.masthead import read_masthead
from lib.reading import read

TITLE = "石浦县人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布日期：2024-02-04 10:30", date(2024, 2, 4)),
        ("发布时间:2024年2月4日", date(2024, 2, 4)),
        ("成文日期：二〇二四年二月四日", date(2024, 2, 4)),
        ("成文日期：二○二四年十一月二十三日", date(2024, 11, 23)),
        ("原文链接：http://www.shipu.example/zwgk/202402/t20240204_2158.html", date(2024, 2, 4)),
        ("原文链接：http://www.shipu.example/art/2024/2/4/art_33_1.html", date(2024, 2, 4)),
        # before the year was over: the date of something else
        ("发布日期：2023-06-01", None),
        ("成文日期：2019-05-15 发布日期：2024-01-30", date(2024, 1, 30)),
        ("发布日期：2024-02-31", None),
        ("采集时间：2025-12-30T21:37:37+08:00", None),  # when somebody saved the page
        ("本报告可在网站下载。", None),
        # a line of its own, before the day in the page's address
        (
            "• 2024-01-24 09:05\n原文链接：http://a.example/202402/t20240214_1.html",
            date(2024, 1, 24),
        ),
        ("(2024年1月24日)", date(2024, 1, 24)),
    ],
)
def test_published(line: str, day: date | None) -> None:
    found = read_masthead(read("x.txt", f"{TITLE}\n{line}\n一、总体情况\n".encode()))
    assert (found.year, found.published) == (2023, day)


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("原文链接: https://a.example/b/c.html", "https://a.example/b/c.html"),
        ("网站（http://www.a.example/）", ""),
        ("见http://www.a.example/art/2024/2/4/1.html", "http://www.a.example/art/2024/2/4/1.html"),
        (
            "电子版见http://www.a.example/x1.html 原文链接:http://b.example/report.html",
            "http://b.example/report.html",
        ),
    ],
)
def test_the_address_is_the_reports(line: str, url: str) -> None:
    found = read_masthead(read("x.txt", f"{TITLE}\n{line}\n一、总体情况\n".encode()))
    assert found.source_url == url


def test_a_title_may_lack_a_word() -> None:
    text = "现将石浦县北关街道办事处2023年度政府信息工作年度报告予以公开。\n一、总体情况\n"
    found = read_masthead(read("x.txt", text.encode()))
    assert (found.organ, found.year) == ("石浦县北关街道办事处", 2023)


def test_an_office_of_no_place_is_no_organs_name() -> None:
    text = "发布机构：政府办公室\n现公布我旗2023年度信息公开年度报告。\n一、总体情况\n"
    assert read_masthead(read("x.txt", text.encode())).organ == ""
