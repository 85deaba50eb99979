"""Pages flattened by passes over their text are the same as those flattened from a tree, and the
tree is asked where the passes cannot be certain."""

from pathlib import Path

import pytest

from lib.reading import flat, read
from lib.reading import tree as trees
from lib.reading.encoding import decode

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.html"))


def squares(page: str) -> list[list[list[str]]]:
    grids = read("x.html", f"<html>{page}".encode()).grids
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids]


def content(text: str) -> list[object]:
    document = read("x.html", text.encode())
    return [
        getattr(block, "text", None)
        or [[(c.text, c.rowspan, c.colspan) for c in row] for row in block.rows]  # type: ignore[union-attr]
        for block in document.blocks
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_both_ways_give_the_same_document(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = decode(path.read_bytes())[0]
    passes = content(text)
    monkeypatch.setattr("lib.reading.html.flat", trees.flattened)
    assert passes == content(text)
    assert len(passes) > 10


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<table><tr><td title="a>b">1</td><td>2</td></tr></table>', [["1", "2"]]),
        ("<table><tr><td onclick='x(\"<td>\")'>1</td><td>2</td></tr></table>", [["1", "2"]]),
        ("<TABLE><TR><TD ROWSPAN=2>a</TD><TH>b</TH></TR><TR><TD>c</TD></TR></TABLE>",
         [["a", "b"], ["a", "c"]]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [["a", "b"], ["c", "d"]]),
        ("<table><tr><td>a</td></tr><td>b</td></tr></table>", [["a"], ["b"]]),
        ("<table><tr><td>1</td>stray<td>2</td></tr></table>", [["1", "2"]]),
        ("<table><tr><td>7</</td><td>0</td></tr></table>", [["7", "0"]]),
        ("<table><!-- <tr><td>old</td></tr> --><tr><td>1</td></tr></table>", [["1"]]),
        ("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
         [["a"], ["1"]]),
        ("<table><tr><td>1 &lt; 2 &amp; 3</td><td>&#xe003;4&#57347;</td></tr></table>",
         [["1 < 2 & 3", "4"]]),
        ("<p>首页 > 公开</p><table><tr><td>1</td></tr></table>", [["1"]]),
        ("<table><tr><td rowspan='x' colspan=0>1</td><td colspan = '2'>2</td></tr></table>",
         [["1", "2", "2"]]),
        ("<table><tr><td>5</td></tr></table><script>var a = '</table>'</script>", [["5"]]),
    ],
)  # fmt: skip
def test_odd_tables(page: str, expected: list[list[str]]) -> None:
    assert squares(page) == [expected]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>1</td></tr>",
        '<table><tr><td title="a>b">1</td></tr></table>',
        '<table><tr><td><i style="display:none">9</i>1</td></tr></table>',
        "<table><tr><td>1</td></tr></table><script>var a",
        "<table><tr><td>7</</td><td>0</td></tr></table>",
    ],
)
def test_the_tree_is_asked_where_the_passes_cannot_be_certain(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(flat, "_from_tree", lambda text: asked.append(text) or "")
    flat.flat(page)
    assert asked == [page]
