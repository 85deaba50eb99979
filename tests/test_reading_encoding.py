"""The ways a page's characters go wrong, and what is made of each. The page is invented."""

import pytest

from lib.intake import intake
from lib.reading.document import Unreadable
from lib.reading.encoding import GARBLED, QUESTION_MARKS, decode

PAGE = (
    '<html><head><meta charset="utf-8"></head><p>某县财政局2023年政府信息公开工作年度报告</p>'
    "<p>一、总体情况</p><p>本机关按照规定及时公开政府信息，方便群众查询，没有收到新的申请。"
    "全年的工作情况如下，各项数据的统计期限为一年。</p>"
    "<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    "<tr><td>规章</td><td>1</td><td>0</td><td>14</td></tr></table>"
    "<p>存在的主要问题和改进情况：公开的内容还不够全面，下一年将进一步加强工作。</p>"
)
TRADITIONAL = (
    "<html><p>某縣財政局的工作報告。這個機關在一年中對於公開的資料進行了處理，"
    "沒有收到新的申請，並且將會在下一年進一步加強。</p><p>與各個單位的聯絡都是由專人負責的。</p>"
)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PAGE.encode("gbk"), "gb18030"),  # declared utf-8
        (PAGE.replace("utf-8", "gb2312").encode(), "utf-8"),  # declared gb2312
        (PAGE.replace("utf-8", "no-such-charset").encode("gbk"), "gb18030"),
        (("\ufeff" * 2 + PAGE).encode(), "utf-8"),
        (PAGE.encode("utf-16-le"), "utf-16-le"),
        (PAGE.encode("utf-16-be"), "utf-16-be"),
        (PAGE.encode("utf-16"), "utf-16"),
        (PAGE.encode("utf-32"), "utf-32"),
    ],
)
def test_a_page_is_read_whatever_it_declares(data: bytes, encoding: str) -> None:
    text, found = decode(data)
    assert found == encoding
    assert "规章</td><td>1<" in text
    assert text[0] == "<"


def test_big5_is_not_taken_for_gbk() -> None:
    assert decode(TRADITIONAL.encode("cp950")) == (TRADITIONAL, "big5")


def test_a_page_cut_in_the_middle_of_a_character_is_still_utf_8() -> None:
    data = PAGE.encode()
    cut = data[: data.index("不够全面".encode()) + 1]
    text, encoding = decode(cut)
    assert encoding == "utf-8"
    assert text.endswith("公开的内容还\ufffd")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_utf_8_read_as_latin_and_saved_is_mended(wrong: str) -> None:
    garbled = "".join(
        bytes((byte,)).decode(wrong)
        if wrong == "latin-1" or byte not in b"\x81\x8d\x8f\x90\x9d"
        else chr(byte)
        for byte in PAGE.encode()
    )
    assert decode(garbled.encode())[0] == PAGE


def test_gbk_read_as_latin_and_saved_is_mended() -> None:
    assert decode(PAGE.encode("gbk").decode("latin-1").encode())[0] == PAGE


def test_utf_8_read_as_gbk_and_saved_is_mended_where_nothing_is_lost() -> None:
    """Runs of an even number of characters: no byte is left without its pair. Windows reads the
    byte 0x80 as the euro sign: 涓€銆佹€讳綋 is 一、总体."""
    text = "<p>规章公开政府信息</p><td>14</td>" + "<p>及时处理群众申请工作情况</p>" * 5
    garbled = text.encode().decode("gb18030") + "<p>涓€銆佹€讳綋</p>"
    assert decode(garbled.encode())[0] == text + "<p>一、总体</p>"


def test_what_is_lost_is_not_guessed() -> None:
    """As browsers save it: every byte that is no GBK has become U+FFFD or a question mark."""
    for sign in ("\ufffd", "?"):
        garbled = PAGE.encode().decode("gbk", errors="replace").replace("\ufffd", sign)
        with pytest.raises(Unreadable) as caught:
            intake("x.html", garbled.encode())
        assert (caught.value.zh, caught.value.en) == GARBLED


def test_question_marks_for_characters_are_named() -> None:
    with pytest.raises(Unreadable) as caught:
        intake("x.html", PAGE.encode("ascii", "replace"))
    assert (caught.value.zh, caught.value.en) == QUESTION_MARKS


def test_digits_written_as_entities_are_digits() -> None:
    page = PAGE.replace("<td>14<", "<td>&#49;&#xFF14;<").replace("<td>1<", "<td>&#xff11;<")
    report = intake("x.html", page.encode())
    assert report.value("disclosure.regulations.in_force") == 14
    assert report.value("disclosure.regulations.made") == 1
