"""Text in two columns is read column by column; everything else from top to bottom."""

from __future__ import annotations

from lib.reading.document import Paragraph
from lib.reading.printed import page_parts
from lib.reading.printed_text import Character

LEFT, RIGHT, SIZE = 50.0, 300.0, 10.0


def printed(text: str, x: float, top: float) -> list[Character]:
    """A line of square characters of ten points."""
    return [
        Character(each, x + SIZE * at, top, x + SIZE * (at + 1), top + SIZE, SIZE)
        for at, each in enumerate(text)
    ]


def read(*lines: tuple[str, float, float]) -> list[str]:
    characters = [each for line in lines for each in printed(*line)]
    return [part.text for part in page_parts(characters, [], 1) if isinstance(part, Paragraph)]


LEFT_LINES = (
    "(一)主动公开方面全年共公布政府信息若干条",
    "均在规定时限以内完成并逐条登记在册备查。",
    "(二)依申请公开方面全年收到申请若干件次",
    "申请人多为自然人且都按期收到了书面的答复",
    "无一逾期。",
)
RIGHT_LINES = (
    "(三)信息管理方面清理了历年的规范性文件",
    "并按月更新目录同时核对公开平台的各链接。",
    "(四)平台建设方面新开设了政策解读的专栏",
    "每月发布一期并附有图解便于社会公众的理解",
    "受到好评。",
)


def columns(top: float, apart: float) -> list[tuple[str, float, float]]:
    """Both columns from `top` on, the right one `apart` lower."""
    return [
        *((line, LEFT, top + 14 * n) for n, line in enumerate(LEFT_LINES)),
        *((line, RIGHT, top + apart + 14 * n) for n, line in enumerate(RIGHT_LINES)),
    ]


HEADING = (
    "一、总体情况以及需要向社会公众说明的其他一些事项都在这里以一整行写出共四十字",
    LEFT,
    40.0,
)


def test_two_columns_are_read_one_after_the_other() -> None:
    for apart in (0.0, 5.0):  # side by side, or each with lines of its own
        found = read(HEADING, *columns(60, apart), ("二、主动公开政府信息情况", LEFT, 140.0))
        text = "".join(found)
        assert text.startswith(HEADING[0])
        assert text.index("无一逾期。") < text.index("(三)信息管理") < text.index("受到好评。")
        assert "".join(LEFT_LINES[:2]) in text and "".join(RIGHT_LINES[:2]) in text
        assert text.endswith("受到好评。二、主动公开政府信息情况")


def test_labels_and_their_numbers_are_no_columns() -> None:
    labels = [f"行政{each}的处理决定数量" for each in ("许可", "处罚", "强制", "检查", "征收")]
    lines = [(label, LEFT, 60 + 14 * n) for n, label in enumerate(labels)]
    numbers = [(f"{n + 11}", RIGHT, 60 + 14 * n) for n in range(len(labels))]
    found = "".join(read(*lines, *numbers))
    assert found == "".join(f"{label} {n + 11}" for n, label in enumerate(labels))
