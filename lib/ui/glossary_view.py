"""Terms as a list that is read: name, the other language's name, meaning, facts, article."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from lib.glossary import Term, article, terms
from lib.ui import address
from lib.ui.frame import View

CSS = """
<style>
.terms{margin:.2rem 0 1rem!important;padding:0!important}
.terms dt{margin-left:0;font-weight:600;margin-top:.8rem;overflow-wrap:anywhere}
.terms dt a{color:inherit;text-decoration:underline dotted;text-underline-offset:3px}
.terms dt span{font-weight:400;opacity:.85;margin-left:.5rem;font-size:.88rem}
.terms dd{margin:.1rem 0 0!important;max-width:46rem;line-height:1.55}
.terms dd.more{font-size:.85rem;opacity:.85}
.terms.one{border-left:3px solid #1f5a96;padding-left:.8rem}
.terms.one dt{margin-top:0;font-size:1.1rem}
</style>
"""


def list_of(view: View, found: Iterable[Term], one: bool = False) -> None:
    """Draw terms; `one` makes them stand out."""
    items = "".join(_item(view, term) for term in found)
    st.html(f'{CSS}<dl class="terms{" one" if one else ""}">{items}</dl>')


def _item(view: View, term: Term) -> str:
    lang, other = view.lang, "en" if view.lang == "zh" else "zh"
    means, more = (pair[lang != "zh"] for pair in (term.means, term.more))
    href = escape(f"glossary?{urlencode(address.link(term=term.key), doseq=True)}", quote=True)
    name = f'<a href="{href}" target="_self">{escape(term.name(lang))}</a>'
    # a Chinese page has no English sentences: the code of a term is its name in the data
    beside = term.name(other) if lang == "en" else ""
    facts = [more]
    if term.article:
        facts.append(view.say("glossary.article", article=article(term.article, lang)))
    if lang == "en" and term.kind in ("measures", "findings"):
        facts.append(term.key)
    said = "".join(
        f'<dd class="more">{escape(fact)}</dd>' for fact in dict.fromkeys(filter(None, facts))
    )
    return (
        f'<dt id="{escape(term.key, quote=True)}">{name}<span lang="zh-CN">{escape(beside)}</span>'
        f"</dt><dd>{escape(means)}</dd>{said}"
    )


def help_of(view: View, key: str) -> str:
    """A term's meaning and article in one sentence, for a tooltip."""
    term = terms()[key]
    said = term.means[view.lang != "zh"]
    if term.article:
        basis = view.say("glossary.article", article=article(term.article, view.lang))
        said = f"{said} {basis}"
    return said
