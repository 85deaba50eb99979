"""Text that is not ours, where Streamlit takes Markdown: in a notice, a caption, a link."""

from __future__ import annotations

import re

# the last two are a word with a colon before it (:red[…]) and the beginning of a list or a heading
_MARKS = re.compile(r"[\\`*_\[\]<>$~|&]|:(?=[A-Za-z])|^[-+#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_JOINER = "\u2060"  # shows nothing; an address with one in it is not made a link


def verbatim(text: object) -> str:
    """The text so that it is shown as it is, on one line: what an address, a file's name or an
    organ's says then draws no link, picture or formula.

    >>> print(verbatim("[年报*终稿*](a.html)"))
    \\[年报\\*终稿\\*\\](a.html)
    """
    line = " ".join(str(text).split())
    line = line.replace("//", f"/{_JOINER}/").replace("www.", f"www{_JOINER}.")
    return _MARKS.sub(r"\\\g<0>", line)
