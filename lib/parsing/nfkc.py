"""Characters that only look different as the ones they stand for (Unicode's NFKC), as everything
that is compared is written.

Python's own normalisation takes a hundred times as long a character as looking whether a text needs
any. Chinese running text does for a handful of signs, each of which stands for one other.
"""

from __future__ import annotations

import re
import unicodedata

# for each of these NFKC gives the sign beside it, whatever stands around it
_SIGNS = (
    ("，", ","),
    ("：", ":"),
    ("；", ";"),
    ("（", "("),
    ("）", ")"),
    ("％", "%"),
    ("！", "!"),
    ("？", "?"),
    ("…", "..."),
    ("\u3000", " "),
    ("\xa0", " "),
)
# every character but those that NFKC leaves as they are and that join no other
_OTHERS = re.compile("[^\x00-\x7f\u4e00-\u9fa5、。《》〈〉「」『』【】〔〕“”‘’—–·〇○]")


def nfkc(text: str) -> str:
    """What unicodedata.normalize("NFKC", text) gives.

    >>> nfkc("收到申请１２件（①），㎡")
    '收到申请12件(1),m2'
    """
    if not _OTHERS.search(text):
        return text
    plain = text
    for sign, stands_for in _SIGNS:
        plain = plain.replace(sign, stands_for)
    return unicodedata.normalize("NFKC", text) if _OTHERS.search(plain) else plain
