"""Traditional characters as simplified ones, for comparing; what a report prints stays as printed.

Copies of reports converted by machine also change words the way Taiwan has them: 檔案 for 文件,
專案 for 项目, 資訊 for 信息. Only those of the form are put back, since a dictionary of such words
would make a bureau of documents of the archives' (檔案局). OpenCC loads with the first such text; a
text without a character below is returned as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Characters of the form, of headings and of mastheads that simplified text never has.
TRADITIONAL = re.compile(
    "[報資訊開關請數處結業務訴訟複機構書單項萬無據規範檔許強罰費採購總計額條維糾尚審經後織個體縣區廳"
    "會員門與對應證專執涉國權過問題進標點辦協發該頒廢現屬禁穩僅類繼續轉優勞誌誤統務術監督財稅"
    "農減環衛診計劃製設內組鄉鎮東廣滬蘇寧貴雲陝肅龍]".translate(dict.fromkeys(map(ord, "尚涉禁督")))
)
# Taiwan's words in the form's labels, after the characters are simplified.
_TAIWAN = (("资讯", "信息"), ("讯息", "信息"), ("性档案", "性文件"), ("专案", "项目"))


def simplified(text: str) -> str:
    """The text in simplified characters and with the mainland's words.

    >>> simplified("規範性檔案"), simplified("某縣檔案局"), simplified("规章")
    ('规范性文件', '某县档案局', '规章')
    """
    if not TRADITIONAL.search(text):
        return text
    text = str(_converter().convert(text))
    for taiwan, mainland in _TAIWAN:
        text = text.replace(taiwan, mainland)
    return text


@cache
def _converter() -> Any:
    from opencc import OpenCC  # heavy, and few files need it

    return OpenCC("t2s")
