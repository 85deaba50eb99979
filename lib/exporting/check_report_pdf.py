"""The report of a check as a PDF, set by typst. What it says goes in as data, never as markup, so
that nothing printed in a report can be taken for a command."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache

from lib.exporting.check_report import CheckReport
from lib.words import say

FONT = "Noto Sans CJK SC"

_TEMPLATE = """
#let d = json(bytes(sys.inputs.data))
#let colours = (error: rgb("#C44601"), warning: rgb("#8A6100"), note: rgb("#1F5A96"))
#let fills = (error: rgb("#F8D5C2"), warning: rgb("#FBE9BF"), note: rgb("#DCE8F4"))
#let grey = luma(240)
#set document(title: d.title)
#set page(paper: "a4", margin: 1.8cm, footer: context align(center, text(8pt)[
  #counter(page).display("1 / 1", both: true)]))
#set text(font: d.font, size: 9.5pt, lang: d.lang, hyphenate: true)
#set par(leading: 0.7em)
#show heading: set block(above: 1.4em, below: 0.8em)
#text(16pt, weight: "bold", d.title)
#v(0.4em)
#table(columns: (3.6cm, 1fr), stroke: 0.4pt + luma(160), inset: 5pt,
  ..for (name, words) in d.identity { (table.cell(fill: grey, name), words) })
= #d.words.findings
#d.summary
#for (at, item) in d.findings.enumerate() {
  block(breakable: false, width: 100%, above: 1.1em,
    stroke: (left: 2.5pt + colours.at(item.severity)), inset: (left: 8pt, y: 2pt), {
    text(weight: "bold", fill: colours.at(item.severity), str(at + 1) + ". " + item.head)
    linebreak()
    text(item.sentence)
    for (name, words) in item.facts {
      linebreak()
      text(8.5pt, { strong(name); h(0.6em); words })
    }
  })
}
= #d.words.form
#text(8.5pt, d.legend)
#for each in d.tables {
  heading(level: 2, each.caption)
  set text(size: if each.shares.len() > 10 { 6.3pt } else { 7.5pt })
  set par(leading: 0.5em)
  table(columns: each.shares.map(share => share * 1fr), stroke: 0.4pt + luma(120), inset: 3pt,
    ..for row in each.rows { for box in row {
      (table.cell(rowspan: box.rowspan, colspan: box.colspan,
        align: if box.head { left + horizon } else { right + horizon },
        fill: if box.head { grey } else if box.severity != "" { fills.at(box.severity) },
        if box.severity != "" { strong(box.text) } else { box.text }),)
    } })
}
#v(1em)
#text(8.5pt, d.closing)
"""


@cache
def available() -> bool:
    """Whether the machine has the font: without it Chinese would be set as empty boxes."""
    import typst

    return any(str(family) == FONT for family in typst.Fonts().families())


def to_pdf(check: CheckReport) -> bytes:
    """The bytes of the file. RuntimeError where the font is not there (see `available`)."""
    if not available():
        raise RuntimeError(f"the font {FONT} is not installed")
    import typst  # only when such a file is asked for

    words = {"findings": say("upload.findings", check.lang), "form": say("upload.form", check.lang)}
    data = json.dumps({**asdict(check), "font": FONT, "words": words}, ensure_ascii=False)
    found: bytes = typst.compile(_TEMPLATE.encode(), format="pdf", sys_inputs={"data": data})
    return found
