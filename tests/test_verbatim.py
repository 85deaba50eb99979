"""Text that is not ours is shown as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.ui.verbatim import verbatim
from lib.words import say
from tests.test_pages import opened
from tests.test_pages_upload import dropped

FAULTY = Path(__file__).parent / "examples" / "2023-pipes-mixed-editions.txt"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("43:甲市2023年-年报(终).html", "43:甲市2023年-年报(终).html"),
        ("2023_*终*_年报", r"2023\_\*终\*\_年报"),
        ("![图](a.png) <b>", r"!\[图\](a.png) \<b\>"),
        (":red[甲] $x$ `乙` &lt; ~~丙~~", r"\:red\[甲\] \$x\$ \`乙\` \&lt; \~\~丙\~\~"),
        ("1. 年报", r"1\. 年报"),
        ("# 年报", r"\# 年报"),
        ("甲\n\n# 乙", "甲 # 乙"),
        ("http://a.example www.a.example", "http:/\u2060/a.example www\u2060.a.example"),
    ],
)
def test_no_mark_means_anything(text: str, shown: str) -> None:
    assert verbatim(text) == shown


def test_what_an_address_says_is_shown_and_not_obeyed() -> None:
    """A link to the app must not put a link of its own, or a picture, into the app's notices."""
    value = "[登录](http://a.example)![](http://a.example/a.png)"
    app = opened("requests", d="demo", lang="zh", o=value, tab=value)
    told = [each.value for each in app.warning if each.value != say("common.invented", "zh")]
    assert len(told) == 2
    for each in told:
        assert "](" not in each.replace(r"\](", "") and "//" not in each


def test_a_files_name_is_shown_as_it_is() -> None:
    app = dropped("zh", ("2023_*终*_[x](y).txt", FAULTY.read_bytes()))
    assert any(r"2023\_\*终\*\_\[x\](y).txt" in each.value for each in app.caption)
