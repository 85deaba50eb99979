"""Web pages: as Word saves them, as a plain content system prints them, and with heads that print
empty squares where others span (one of the ways real pages shift their columns)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from lib.layout import Rows, Square
from lib.parsing.report import Report
from lib.synthetic.writers.pages import NOTICE, parts, published_line, rectangle, text_of

Print = Callable[[str], str]


def word_page(report: Report, charset: str) -> str:
    """Paragraphs and cells as Word leaves them: mso classes, a span every few characters, o:p."""

    def paragraph(text: str) -> str:
        # cut between digits too: real pages print <span>20</span><span>23</span>
        runs = [text[at : at + 2] for at in range(0, len(text), 2)] or ["&nbsp;"]
        spans = "".join(
            f'<span style="FONT-FAMILY: 宋体; mso-bidi-font-size: 10.5pt">{_safe(run)}</span>'
            for run in runs
        )
        return f'<p class="MsoNormal" align="center">{spans}<span><o:p></o:p></span></p>'

    body = _body(report, paragraph, lambda rows: _table(rows, report, paragraph, "MsoTableGrid"))
    return _page(report, body, charset, meta=False)


def plain_page(report: Report, charset: str) -> str:
    """Bare cells with rowspan and colspan."""
    body = _body(report, _p, lambda rows: _table(rows, report, _safe, "table"))
    return _page(report, body, charset, meta=True)


def square_heads_page(report: Report, charset: str) -> str:
    """Heads without rowspan: an empty cell is printed under 自然人, 总计 and the first five heads
    of section four, where others let the head above reach down."""

    def table(rows: Rows) -> str:
        return _table(_without_rowspan_in_heads(rows), report, _safe, "firstRow")

    return _page(report, _body(report, _p, table), charset, meta=True)


def _without_rowspan_in_heads(rows: Rows) -> Rows:
    """Heads one column wide lose their rowspan; empty squares stand below them instead."""
    heads = next(number for number, row in enumerate(rows) if any(s.cell for s in row))
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


def _table(rows: Rows, report: Report, show: Print, name: str) -> str:
    lines = [f'<table class="{name}" border="1" cellspacing="0">', "<tbody>"]
    for row in rows:
        cells = []
        for square in row:
            spans = f' rowspan="{square.rowspan}"' if square.rowspan > 1 else ""
            spans += f' colspan="{square.colspan}"' if square.colspan > 1 else ""
            cells.append(f"<td{spans}>{show(text_of(square, report))}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*lines, "</tbody>", "</table>"])


def _body(report: Report, paragraph: Print, table: Callable[[Rows], str]) -> str:
    lines = [f"<h1>{_safe(report.title)}</h1>"]
    if report.published:
        lines.append(f'<div class="info"><span>{_safe(published_line(report))}</span></div>')
    lines.append(paragraph(NOTICE))
    for title, paragraphs, rows in parts(report):
        lines += [paragraph(title), *(paragraph(text) for text in paragraphs)]
        if rows:
            lines.append(table(rows))
    return "\n".join(lines)


def _page(report: Report, body: str, charset: str, *, meta: bool) -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
    if not charset:
        head = ""
    if meta:
        head += f'<meta name="ArticleTitle" content="{_safe(report.title)}">\n'
        if report.published:
            head += f'<meta name="PubDate" content="{report.published.isoformat()} 09:30">\n'
    return (
        f"<!DOCTYPE html>\n<html>\n<head>\n{head}<title>{_safe(report.title)}</title>\n</head>\n"
        f'<body>\n<div class="nav"><ul><li>首页</li><li>政务公开</li></ul></div>\n'
        f'<div class="content">\n{body}\n</div>\n</body>\n</html>\n'
    )


def _p(text: str) -> str:
    return f"<p>{_safe(text)}</p>"


def _safe(text: str) -> str:
    return text if text == "&nbsp;" else escape(text) or "&nbsp;"
