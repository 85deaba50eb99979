"""Web pages: as Word and WPS save them, as content systems print them, with heads that print empty
squares where others span, with other grids than the form's, inside other tables, or inside a
script."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from html import escape
from itertools import chain

from lib.layout import Rows, Square
from lib.synthetic.writers.pages import Page, Part, rectangle

Print = Callable[[str], str]
Table = Callable[[Rows], str]

INDEX = (
    ("索引号:", "AB000/2024-00001", "分类:", "政府信息公开年报"),
    ("发布机构:", "办公室", "文号:", "无"),
)


def word_page(page: Page, charset: str = "utf-8") -> str:
    """Paragraphs and cells as Word leaves them: mso classes, a span every few characters, o:p."""

    def paragraph(text: str) -> str:
        # cut between digits too: real pages print <span>20</span><span>23</span>
        runs = [text[at : at + 2] for at in range(0, len(text), 2)] or ["&nbsp;"]
        spans = "".join(
            f'<span style="FONT-FAMILY: 宋体; mso-bidi-font-size: 10.5pt">{_safe(run)}</span>'
            for run in runs
        )
        return f'<p class="MsoNormal" align="center">{spans}<span><o:p></o:p></span></p>'

    return _page(page, _body(page, paragraph, _printer(paragraph, "MsoTableGrid")), charset)


def wps_page(page: Page, charset: str = "utf-8") -> str:
    """As WPS saves a page: fonts inside spans inside paragraphs, every second cell bare, a label's
    lines as paragraphs of their own, and the blanks of a cell as wide ones."""
    bare = False

    def cell(text: str) -> str:
        nonlocal bare
        bare = not bare
        if bare and len(text) < 6 and "\n" not in text:
            return _safe(text)
        return "".join(
            '<p style="text-align:center;mso-pagination:none" ><span style="font-size:12pt;'
            f'mso-spacerun:\'yes\'" ><font face="仿宋_GB2312" >{_safe(line) if line else "　"}'
            "</font></span></p>"
            for line in text.split("\n")
        )

    table = _printer(cell, "MsoNormalTable", 'style="border-collapse:collapse;mso-table-layout"')
    return _page(page, _body(page, lambda text: cell(text or " "), table), charset)


def plain_page(page: Page, charset: str = "utf-8") -> str:
    """Bare cells with rowspan and colspan."""
    return _page(page, _body(page, _p, _printer(_safe, "table")), charset, meta=True)


def square_heads_page(page: Page, charset: str = "utf-8") -> str:
    """Heads without rowspan: an empty cell is printed under 自然人, 总计 and the first five heads
    of section four, where others let the head above reach down."""
    printer = _printer(_safe, "firstRow")
    body = _body(page, _p, lambda rows: printer(_without_rowspan_in_heads(rows)))
    return _page(page, body, charset, meta=True)


def five_columns_page(page: Page, charset: str = "utf-8") -> str:
    """Section two on a grid of five columns: heads and numbers span it in different places, so
    that no number stands in the columns of its head."""
    printer = _printer(_safe, "table")
    body = _body(page, _p, lambda rows: printer(_five_columns(rows)))
    return _page(page, body, charset, meta=True)


def index_first_page(page: Page, charset: str = "utf-8") -> str:
    """An index table before the report, as content systems print: 索引号, 分类, 发布机构."""
    indexed = replace(page, before=(*INDEX, ("标题:", page.title)))
    return _page(indexed, _body(indexed, _p, _printer(_safe, "table")), charset, meta=True)


def nested_page(page: Page, charset: str = "utf-8") -> str:
    """The report in the middle cell of tables that lay out the page, menus around it."""
    body = _body(page, _p, _printer(_safe, ""))
    menu = "".join(f"<tr><td><a href='#'>{word}</a></td></tr>" for word in ("首页", "公开指南"))
    laid = (
        f'<table width="100%"><tr><td colspan="2">政务公开</td></tr><tr><td><table>{menu}</table>'
        f"</td><td><table><tr><td>{body}</td></tr></table></td></tr></table>"
    )
    return _page(page, laid, charset)


def script_page(page: Page, charset: str = "utf-8") -> str:
    """The report as a string of a script that writes it into the page, its quotes escaped."""
    body = _body(page, _p, _printer(_safe, "table")).replace("\n", "")
    text = json.dumps(body, ensure_ascii=False).replace("</", "<\\/")
    script = (
        f'<div id="content"></div>\n<script>\nvar content = {text};\n'
        'document.getElementById("content").innerHTML = content;\n</script>'
    )
    return _page(page, script, charset)


def divided_page(page: Page, charset: str = "utf-8") -> str:
    """No table elements: a flip-book of pages, each section's tables in a page of their own."""
    printer = _printer(_safe, "table")
    number = iter(range(1, 99))

    def table(rows: Rows) -> str:
        return (
            f'<div class="foot">{next(number)} / 9</div></div>\n<div class="sheet">{printer(rows)}'
        )

    return _page(page, f'<div class="sheet">{_body(page, _p, table)}</div>', charset)


def _without_rowspan_in_heads(rows: Rows) -> Rows:
    """Heads one column wide lose their rowspan; empty squares stand below them instead."""
    heads = next((number for number, row in enumerate(rows) if any(s.cell for s in row)), 0)
    if not heads:
        return rows  # what a page cut off has no heads
    placed = [
        [(column, square) for column, square in enumerate(row) if square]
        for row in rectangle(rows[:heads])
    ]
    for number, row in enumerate(placed):
        for at, (column, square) in enumerate(row):
            if square.rowspan > 1 and square.colspan == 1:
                row[at] = (column, replace(square, rowspan=1))
                for below in placed[number + 1 : number + square.rowspan]:
                    below.append((column, Square()))
    made = [tuple(s for _, s in sorted(row, key=lambda pair: pair[0])) for row in placed]
    return (*made, *rows[heads:])


# squares of a row of section two -> their spans on five columns, where heads, where numbers stand
_ON_FIVE = {
    1: ((5,), (5,)),
    2: ((1, 4), (1, 4)),
    3: ((1, 3, 1), (1, 2, 2)),
    4: ((1, 2, 1, 1), (1, 1, 2, 1)),
}


def _five_columns(rows: Rows) -> Rows:
    if any(sum(square.colspan for square in row) != 4 for row in rows):
        return rows
    made = []
    for row in rows:
        spans = _ON_FIVE[len(row)][any(square.cell for square in row)]
        pairs = zip(row, spans, strict=True)
        made.append(tuple(replace(square, colspan=span) for square, span in pairs))
    return tuple(made)


def _printer(show: Print, name: str, more: str = "") -> Table:
    opening = f'<table class="{name}" border="1" cellspacing="0"{" " + more if more else ""}>'

    def table(rows: Rows) -> str:
        lines = [opening, "<tbody>"]
        for row in rows:
            cells = []
            for square in row:
                spans = f' rowspan="{square.rowspan}"' if square.rowspan > 1 else ""
                spans += f' colspan="{square.colspan}"' if square.colspan > 1 else ""
                cells.append(f"<td{spans}>{show(square.text)}</td>")
            lines.append(f"<tr>{''.join(cells)}</tr>")
        return "\n".join([*lines, "</tbody>", "</table>"])

    return table


def _body(page: Page, paragraph: Print, table: Table) -> str:
    lines = []
    if page.before:
        lines.append(
            _printer(_safe, "index")(tuple(tuple(map(Square, row)) for row in page.before))
        )
    lines.append(f"<h1>{_safe(page.title)}</h1>")
    if page.published_line:
        lines.append(f'<div class="info"><span>{_safe(page.published_line)}</span></div>')
    lines.append(paragraph(page.notice))
    lines += chain.from_iterable(_part(part, paragraph, table) for part in page.parts)
    return "\n".join(lines)


def _part(part: Part, paragraph: Print, table: Table) -> list[str]:
    lines = [paragraph(part.heading), *(paragraph(text) for text in part.paragraphs)]
    for number, rows in enumerate(part.tables):
        if number:
            lines += [paragraph(text) for text in part.between]
        lines.append(table(rows))
    return [*lines, paragraph(part.note)] if part.note else lines


def _page(page: Page, body: str, charset: str, *, meta: bool = False) -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
    if not charset:
        head = ""
    if meta:
        head += f'<meta name="ArticleTitle" content="{_safe(page.title)}">\n'
        if page.published:
            head += f'<meta name="PubDate" content="{page.published} 09:30">\n'
    text = (
        f"<!DOCTYPE html>\n<html>\n<head>\n{head}<title>{_safe(page.title)}</title>\n</head>\n"
        f'<body>\n<div class="nav"><ul><li>首页</li><li>政务公开</li></ul></div>\n'
        f'<div class="content">\n{body}\n</div>\n</body>\n</html>\n'
    )
    for change in page.web:
        text = change(text)
    return text


def _p(text: str) -> str:
    return f"<p>{_safe(text)}</p>"


def _safe(text: str) -> str:
    if text == "&nbsp;":
        return text
    return escape(text).replace("\n", "<br/>").replace("\xa0", "&nbsp;") or "&nbsp;"
