"""A page of a PDF or a picture as HTML: the sheet as drawn, its numbers as links over it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from lib.reading.document import Place
from lib.reading.sheet import Sheet
from lib.ui.source_view import CSS as FRAME

CSS = """
<style>
.sheet{position:relative;background:#fff;line-height:0;width:max(100%,44rem)}
.sheet img{width:100%;height:auto;display:block}
.sheet a{position:absolute;display:block;border-radius:2px}
.sheet a:hover,.sheet a:focus-visible{background:rgba(86,180,233,.3);outline:2px solid #0072B2}
.sheet a.lit{background:rgba(240,228,66,.35)}
.source.drawn{padding:0}
</style>
"""


def sheet_html(
    sheet: Sheet,
    page: int,
    places: Mapping[str, Place],
    links: Mapping[str, tuple[str, str]],
    lit: str,
    label: str,
) -> str:
    """The sheet; over each cell of `places` that stands on `page`, its link: `links` has for a
    cell its address and its words. `lit` stands out."""
    parts = [
        f'{FRAME}{CSS}<div class="source drawn" tabindex="0" role="region" '
        f'aria-label="{escape(label)}" '
        f'data-cell="{escape(lit)}"><div class="sheet"><img alt="{escape(label)}" '
        f'src="data:image/png;base64,{b64encode(sheet.png).decode()}">'
    ]
    for key, place in places.items():
        if place.page != page or place.box is None or key not in links:
            continue
        x0, top, x1, bottom = place.box
        at = (
            f"left:{x0 / sheet.width:.3%};top:{top / sheet.height:.3%};"
            f"width:{(x1 - x0) / sheet.width:.3%};height:{(bottom - top) / sheet.height:.3%}"
        )
        href, words = (escape(each) for each in links[key])
        shown = ' class="lit" aria-current="true"' if key == lit else ""
        parts.append(
            f'<a{shown} style="{at}" href="{href}" target="_self" data-soft '
            f'title="{words}" aria-label="{words}"></a>'
        )
    return "".join([*parts, "</div></div>"])
