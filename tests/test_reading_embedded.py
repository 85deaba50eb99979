"""A page inside a page: scripts, templates, answers of interfaces. Each carries the same small
invented table and must read as if the page had printed it."""

import html
import json

import pytest

from lib.reading import read
from lib.reading.embedded import unpacked

TABLE = '<p>某县"年报"</p><table class="a"><tr><td>规章</td><td>1</td></tr></table>'
PLAIN = [["规章", "1"]]


def escaped(text: str) -> str:
    return text.replace('"', '\\"').replace("</", "<\\/")


def codes(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if c in "<>&'\"规章" else c for c in text)


CARRIED = {
    "a string": f'<script>var content = "{escaped(TABLE)}";</script>',
    "a string with slashes as they are": f"<script>show('{TABLE}')</script>",
    "code points": f'<script>var c = {{"title": "x", "body": "{codes(TABLE)}"}}</script>',
    "line breaks": f'<script>var c = "{escaped(TABLE.replace("<tr>", "~<tr>"))}"</script>'.replace(
        "~", "\\n\\t"
    ),
    "strings added up": '<script>s = "<p>某县</p><table><tr><td>规章" + "</td><td>" +\n "1</td>";'
    " s += '</tr></table>';</script>",
    "written": '<script>document.write("<table><tr><td>规章</td>");\n'
    'document.write("<td>1</td></tr></table>");</script>',
    "a template literal": f"<script>const c = `{TABLE}`</script>",
    "a template script": f'<script type="text/template">{TABLE}</script>',
    "a template element": f"<template>{TABLE}</template>",
    "a text area": f'<textarea id="c">{html.escape(TABLE)}</textarea>',
    "a text area, raw": f"<textarea>{TABLE}</textarea>",
    "no script": f"<noscript>{TABLE}</noscript>",
    "a frame": f'<iframe srcdoc="{html.escape(TABLE)}"></iframe>',
    "text": f"<div>{html.escape(TABLE)}</div>",
    "text twice escaped": f"<div>{html.escape(html.escape(TABLE))}</div>",
    "data": f"<root><content><![CDATA[{TABLE}]]></content></root>",
    "an answer in XML": f"<root><content>{html.escape(TABLE)}</content></root>",
}


@pytest.mark.parametrize("page", CARRIED.values(), ids=CARRIED)
def test_a_table_inside_something_else_is_read(page: str) -> None:
    menu = "<html><table><tr><td>索引号</td></tr></table>"
    document = read("x.html", (menu + page).encode())
    grids = [[[c.text for c in row] for row in grid.rows] for grid in document.grids]
    assert PLAIN in grids
    assert len(grids) <= 2


@pytest.mark.parametrize("ascii_only", [True, False])
def test_an_answer_in_json(ascii_only: bool) -> None:
    answer = {"code": 0, "data": [{"title": "某县2023年年报 <1>", "content": TABLE}]}
    data = json.dumps(answer, ensure_ascii=ascii_only).encode()
    document = read("x.json", data)
    assert [[c.text for c in row] for row in document.grids[0].rows] == PLAIN
    assert document.paragraphs[0].text == "某县2023年年报 <1>"


def test_a_variable_put_into_a_table_is_not_taken_for_blank() -> None:
    page = '<script>s = "<table><tr><td>规章</td><td>" + n + "</td></tr></table>"</script><p>x'
    cells = [c.text for grid in read("x.html", page.encode()).grids for r in grid.rows for c in r]
    assert cells != ["规章", ""]


def test_a_second_copy_inside_a_page_with_its_own_tables_is_left_alone() -> None:
    page = f'<html>{TABLE}<script>var spare = "{escaped(TABLE)}"</script>'
    assert len(read("x.html", page.encode()).grids) == 1


def test_an_ordinary_page_is_left_as_it_is() -> None:
    page = f"<html><script>var a = 1 &lt; 2</script>{TABLE}"
    assert [[c.text for c in row] for row in read("x.html", page.encode()).grids[0].rows] == PLAIN
    assert unpacked(f"<html>{TABLE}") == f"<html>{TABLE}"
