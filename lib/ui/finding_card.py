"""One finding at length, as HTML: what kind, the sentence, and the facts that belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

COLOURS = {"error": "#C44601", "warning": "#8A6100", "note": "#1F5A96"}

CSS = """
<style>
.finding{border-left:3px solid var(--c);padding:.15rem .6rem;margin:.35rem 0;font-size:.9rem;
 background:rgba(128,128,128,.07);overflow-wrap:anywhere}
.finding b{display:block;font-size:.78rem;font-weight:600}
.finding dl{display:grid;grid-template-columns:max-content 1fr;gap:.05rem .7rem;margin:.2rem 0 0;
 font-size:.8rem}
.finding dt{opacity:.72;font-weight:400}
.finding dd{margin:0}
.finding a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
.finding small{display:block;margin-top:.1rem}
.finding.chosen{background:rgba(240,228,66,.28)}
.finding.dismissed{opacity:.62}
.finding.dismissed .said{text-decoration:line-through}
</style>
"""


def card(
    severity: str,
    head: str,
    sentence: str,
    facts: Iterable[tuple[str, str]] = (),
    *,
    look: str = "",
    links: str = "",
) -> str:
    """A finding as HTML; every text is escaped. `look` is a class more (chosen, dismissed);
    `links` is HTML of ours to stand below."""
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts)
    details = f"<dl>{listed}</dl>" if listed else ""
    return (
        f'<div class="finding {look}" style="--c:{COLOURS[severity]}"><b>{escape(head)}</b>'
        f'<span class="said">{escape(sentence)}</span>{details}{links}</div>'
    )
