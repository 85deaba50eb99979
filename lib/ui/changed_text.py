"""Two texts as one, their changed sentences marked, as HTML. Every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

CSS = """
<style>
.changedtext{line-height:1.75;font-size:.95rem;overflow-wrap:anywhere}
.changedtext del{background:rgba(213,94,0,.16);text-decoration:line-through;
 text-decoration-color:rgba(213,94,0,.8)}
.changedtext ins{background:rgba(0,114,178,.16);text-decoration:underline;
 text-decoration-color:#0072B2;text-underline-offset:3px}
.changedtext del b{background:rgba(213,94,0,.35);font-weight:600}
.changedtext ins b{background:rgba(0,114,178,.35);font-weight:600}
.changedtext .same{opacity:.62}
</style>
"""
_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]+|[^。！？!?；;\n]+$")
_TOKEN = re.compile(r"[0-9][0-9,.%]*|[A-Za-z]+|.", re.S)
_ALIKE = 0.5  # a sentence this like the one it stands for is shown as changed within


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the mark that ends it; together they are the text.

    >>> sentences("收到申请6件。办结5件;结转1件")
    ['收到申请6件。', '办结5件;', '结转1件']
    """
    return _SENTENCE.findall(text)


def changed_html(before: str, after: str) -> str:
    """The later text with what was taken out and what was put in; what stayed is paler."""
    old, new = sentences(before), sentences(after)
    parts = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            parts.append(f'<span class="same">{_safe("".join(old[a:b]))}</span>')
        elif how == "replace" and b - a == d - c:
            parts += [
                part for pair in zip(old[a:b], new[c:d], strict=True) for part in _pair(*pair)
            ]
        else:
            parts += [f"<del>{_safe(text)}</del>" for text in old[a:b]]
            parts += [f"<ins>{_safe(text)}</ins>" for text in new[c:d]]
    return f'{CSS}<div class="changedtext">{"".join(parts)}</div>'


def _pair(before: str, after: str) -> Iterator[str]:
    """A sentence and the one in its place; where they are alike, what differs stands out in both:
    figures as wholes, so that 12 to 13 is no change of one digit."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield f"<del>{_safe(before)}</del>"
        yield f"<ins>{_safe(after)}</ins>"
        return
    out, into = [], []
    for how, a, b, c, d in matcher.get_opcodes():
        one, other = _safe("".join(old[a:b])), _safe("".join(new[c:d]))
        out.append(one if how == "equal" or not one else f"<b>{one}</b>")
        into.append(other if how == "equal" or not other else f"<b>{other}</b>")
    yield f"<del>{''.join(out)}</del>"
    yield f"<ins>{''.join(into)}</ins>"


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
