"""Word documents: what Word prints is read, and nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest

from lib.reading import read
from lib.reading.document import Document, Grid, Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(
    body: str, space: str = W, chunk: tuple[str, bytes] | None = None, **parts: str
) -> bytes:
    """A document of that body; other parts (styles, numbering, footnotes) as their content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        kinds = "".join(
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            for kind in parts
        )
        if chunk:
            kinds += f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="{chunk[0]}"/>'
            package.writestr(f"word/{chunk[0]}", chunk[1])
        package.writestr("word/_rels/document.xml.rels", f"<Relationships>{kinds}</Relationships>")
        for kind, content in parts.items():
            package.writestr(
                f"word/{kind}.xml", f'<w:{kind} xmlns:w="{space}">{content}</w:{kind}>'
            )
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}" {SPACES}><w:body>{body}</w:body></w:document>',
        )
    return made.getvalue()


def read_body(body: str, **parts: str) -> Document:
    return read("x.docx", packed(body, **parts))


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(*runs: str, properties: str = "") -> str:
    whole = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{whole}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content) if content else p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    whole = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{whole}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def printed(*runs: str, **parts: str) -> str:
    """What a cell with one paragraph of these runs prints."""
    document = read_body(tbl(tr("规章", tc(p(*runs))), tr("a", "b")), **parts)
    return document.grids[0].rows[0][1].text


# --- runs ---------------------------------------------------------------------------------------


def test_a_number_cut_over_runs_is_whole() -> None:
    assert printed("2", "0", r("3")) == "203"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (("20", r("1", '<w:vertAlign w:val="superscript"/>')), "20(1)"),
        (("20", r("1", '<w:vertAlign w:val="subscript"/>')), "20(1)"),
        (("20", r("[", '<w:vertAlign w:val="superscript"/>'),
          r("1]", '<w:vertAlign w:val="superscript"/>')), "20([1])"),
        (("20", r("1", '<w:vertAlign w:val="baseline"/>')), "201"),
        (("20", r("1", '<w:position w:val="8"/>')), "20(1)"),
        # the whole number stands a little higher: that is no mark
        ((r("20", '<w:position w:val="8"/>'), r("1", '<w:position w:val="8"/>')), "201"),
        (("20", r("1", '<w:position w:val="2"/>')), "201"),
        (("20", r("1", "<w:vanish/>")), "20"),
        (("20", r("1", '<w:vanish w:val="0"/>')), "201"),
        (("20", r("1", "<w:strike/>")), "20"),
        (("20", r("1", "<w:dstrike/>")), "20"),
        (("20", r("1", '<w:strike w:val="false"/>')), "201"),
        (("20", r("1", '<w:color w:val="FFFFFF"/>')), "20«1»"),
        (("20", r("1", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>')), "201"),
        (("20", r("1", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="002060"/>')), "201"),
        ((r("规", '<w:color w:val="FFFFFF"/>'), "1"), "规1"),
        (("20", r("1", '<w:sz w:val="2"/>')), "20«1»"),
        (("20", r("1", '<w:highlight w:val="black"/>')), "20«1»"),
        (("20", r("1", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')), "201"),
        (("20", r("1", '<w:sz w:val="10"/>')), "201"),
        ((f'<w:bdo w:val="rtl">{r("12")}</w:bdo>',), "\u202e12"),
        (("20", f"<w:ins>{r('1')}</w:ins>"), "201"),
        (("20", f"<w:moveTo>{r('1')}</w:moveTo>"), "201"),
        (("20", "<w:del><w:r><w:delText>1</w:delText></w:r></w:del>"), "20"),
        (("20", f"<w:moveFrom>{r('1')}</w:moveFrom>"), "20"),
        (("20", f"<w:ins><w:del>{r('1')}</w:del></w:ins>"), "20"),
        (("2", "<w:r><w:softHyphen/></w:r>", "0"), "20"),
        (("2\u00ad0\u200b",), "20"),
        (("<w:r><w:noBreakHyphen/></w:r>", "18"), "-18"),
        (("20", "<w:r><w:tab/></w:r>", "1"), "20 1"),
        (("55", "<w:r><w:br/></w:r>", "(含自然失效29件)"), "55\n(含自然失效29件)"),
        (("55", "<w:r><w:cr/></w:r>", "x"), "55\nx"),
        ((f"<w:hyperlink>{r('20')}</w:hyperlink>",), "20"),
        ((f"<w:smartTag>{r('2')}<w:smartTag>{r('0')}</w:smartTag></w:smartTag>",), "20"),
        ((f"<w:sdt><w:sdtPr/><w:sdtContent>{r('20')}</w:sdtContent></w:sdt>",), "20"),
        ((f'<w:fldSimple w:instr="=SUM(1)">{r("20")}</w:fldSimple>',), "20"),
        (('<w:r><w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>20</w:t></w:r>'
          "</w:rubyBase></w:ruby></w:r>",), "20"),
        (('<w:r><w:sym w:font="Symbol" w:char="F032"/></w:r>', "0"), "20"),
        # a circled 1 of a picture font must not pass for nothing, nor for a digit
        (("20", '<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>'), "20\uf081"),
        (("<m:oMath><m:r><m:t>20</m:t></m:r></m:oMath>",), "20"),
        (("<m:oMath><m:sSup><m:e><m:r><m:t>20</m:t></m:r></m:e><m:sup><m:r><m:t>1</m:t></m:r>"
          "</m:sup></m:sSup></m:oMath>",), "20(1)"),
        (("<m:oMath><m:f><m:num><m:r><m:t>20</m:t></m:r></m:num><m:den><m:r><m:t>1</m:t></m:r>"
          "</m:den></m:f></m:oMath>",), "20/1"),
    ],
)  # fmt: skip
def test_what_a_run_prints(runs: tuple[str, ...], expected: str) -> None:
    assert printed(*runs) == expected


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))


def test_of_a_field_only_the_result_is_read() -> None:
    code = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"
    assert printed(BEGIN, code, SEPARATE, "42", END) == "42"
    # a field within the code of another: its result is code too
    inner = BEGIN + code + SEPARATE + r("7") + END
    assert printed(BEGIN, code, inner, SEPARATE, "42", END) == "42"


@pytest.mark.parametrize("code", [r"eq \o\ac(○,1)", r" SYMBOL 50 \f Arial"])
def test_a_field_that_draws_what_it_shows_is_not_nothing(code: str) -> None:
    field = BEGIN + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + END
    assert printed("20", field) == "20\N{REPLACEMENT CHARACTER}"


def test_a_field_without_end_does_not_swallow_the_next_paragraph() -> None:
    assert lines(read_body(p("甲", BEGIN) + p("乙"))) == ["甲", "乙"]


def test_form_fields_show_what_is_filled_in() -> None:
    text = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar>'
        "</w:r>"
    )
    assert printed(text, SEPARATE, "20", END) == "20"
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="0"/><w:listEntry w:val="20"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    assert printed(choice, END) == "20"


def test_marks_raised_or_hidden_by_a_style() -> None:
    styles = "".join(
        f'<w:style w:type="character" w:styleId="{name}">{inside}</w:style>'
        for name, inside in (
            ("a6", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
            ("a7", '<w:basedOn w:val="a6"/>'),
            ("h", "<w:rPr><w:vanish/></w:rPr>"),
            ("loop", '<w:basedOn w:val="loop"/>'),
        )
    )
    assert printed("20", r("1", '<w:rStyle w:val="a7"/>'), styles=styles) == "20(1)"
    assert printed("20", r("1", '<w:rStyle w:val="h"/>'), styles=styles) == "20"
    assert printed("20", r("1", '<w:rStyle w:val="loop"/>'), styles=styles) == "201"
    shown = r("1", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    assert printed("20", shown, styles=styles) == "201"


def test_notes_are_marked_where_they_belong_and_printed_at_the_end() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{r(text)}</w:p></w:footnote>'
        for at, text in ((2, "含结转数量"), (3, "不含"))
    )
    body = tbl(tr("规章", tc(p("20", mark.format(2)))), tr("a", tc(p("3", mark.format(3)))))
    document = read_body(body + p("完"), footnotes=notes)
    assert texts(document.grids[0]) == [["规章", "20(1)"], ["a", "3(2)"]]
    assert lines(document) == ["完", "(1) 含结转数量", "(2) 不含"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert lines(read_body(p("二十", properties=gone) + p("二条") + p("三"))) == ["二十二条", "三"]


# --- text boxes ----------------------------------------------------------------------------------


def box(content: str) -> str:
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once() -> None:
    document = read_body(p("甲", box(p("盒中")), "乙"))
    assert lines(document) == ["甲乙", "盒中"]


def test_a_table_in_a_text_box_is_a_grid() -> None:
    document = read_body(p(box(p("题") + tbl(tr("规章", "1"), tr("办法", "2")))))
    assert lines(document) == ["题"]
    assert texts(document.grids[0]) == [["规章", "1"], ["办法", "2"]]


def test_an_old_text_box_without_alternative() -> None:
    inner = f"<w:txbxContent>{p('盒')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>"
    assert lines(read_body(p("甲", old))) == ["甲", "盒"]


def test_a_text_box_over_a_cell_is_not_lost() -> None:
    assert printed("20", box(p("1"))) == "20\n1"


# --- tables --------------------------------------------------------------------------------------


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_spans_across_and_down() -> None:
    body = tbl(
        tr(tc("头", span(2)), "c"),
        tr(tc("三", RESTART), "1", "2"),
        tr(tc("", CONTINUE), "3", "4"),
        tr("四", "5", "6"),
    )
    (grid,) = read_body(body).grids
    assert texts(grid) == [["头", "头", "c"], ["三", "1", "2"], ["三", "3", "4"], ["四", "5", "6"]]
    assert grid.rows[0][0] is grid.rows[0][1]
    assert grid.rows[1][0] is grid.rows[2][0]
    assert (grid.rows[0][0].colspan, grid.rows[1][0].rowspan) == (2, 2)
    assert [cell.place[1:4] for cell in grid.rows[2]] == [(0, 1, 0), (0, 2, 1), (0, 2, 2)]


def test_a_merger_of_rows_and_columns() -> None:
    body = tbl(
        tr(tc("头", span(2) + RESTART), "c"),
        tr(tc("", span(2) + CONTINUE), "d"),
        tr("1", "2", "3"),
    )
    (grid,) = read_body(body).grids
    assert texts(grid) == [["头", "头", "c"], ["头", "头", "d"], ["1", "2", "3"]]
    assert (grid.rows[0][0].rowspan, grid.rows[0][0].colspan) == (2, 2)


def test_what_continues_nothing_begins_for_itself() -> None:
    """A row cut off by a page keeps w:vMerge without a beginning: Word prints its text."""
    body = tbl(tr(tc("三", CONTINUE), "1"), tr(tc("", CONTINUE), "2"), tr("四", "3"))
    (grid,) = read_body(body).grids
    assert texts(grid) == [["三", "1"], ["三", "2"], ["四", "3"]]
    # nor is a cell above that merges with none continued
    body = tbl(tr("一", "1"), tr(tc("7", CONTINUE), "2"))
    assert texts(read_body(body).grids[0]) == [["一", "1"], ["7", "2"]]


def test_two_mergers_one_below_the_other() -> None:
    body = tbl(
        tr(tc("a", RESTART), "1"),
        tr(tc("", CONTINUE), "2"),
        tr(tc("b", RESTART), "3"),
        tr(tc("", CONTINUE), "4"),
    )
    (grid,) = read_body(body).grids
    assert [row[0].text for row in grid.rows] == ["a", "a", "b", "b"]


def test_what_word_hides_under_a_merger_is_not_printed() -> None:
    body = tbl(tr(tc("3", RESTART), "x"), tr(tc("9", CONTINUE), "y"))
    assert texts(read_body(body).grids[0]) == [["3", "x"], ["3", "y"]]


def test_horizontal_mergers_of_old_files() -> None:
    body = tbl(
        tr(tc("头", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "c"), tr("1", "2", "3")
    )
    (grid,) = read_body(body).grids
    assert texts(grid) == [["头", "头", "c"], ["1", "2", "3"]]
    assert grid.rows[0][0].colspan == 2


def test_columns_left_out_at_the_ends_of_a_row() -> None:
    body = tbl(
        tr("a", "b", "c"),
        tr("5", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        tr("6"),
    )
    (grid,) = read_body(body).grids
    assert texts(grid) == [["a", "b", "c"], ["", "5", ""], ["6", "", ""]]
    # absent squares are no blank cells
    assert [cell.colspan for cell in grid.rows[1]] == [0, 1, 0]
    assert [cell.colspan for cell in grid.rows[2]] == [1, 0, 0]


def test_rows_and_cells_deleted_by_tracked_changes() -> None:
    body = tbl(
        tr("a", "1"),
        tr("b", "2", properties="<w:del/>"),
        tr("c", tc("3", "<w:cellDel/>"), "4"),
        tr("d", "5", properties="<w:ins/>"),
        tr("e", "6", properties="<w:hidden/>"),
    )
    assert texts(read_body(body).grids[0]) == [["a", "1"], ["c", "4"], ["d", "5"]]


def test_rows_and_cells_in_content_controls() -> None:
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('b', '2')}</w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtContent>{tc('3')}</w:sdtContent></w:sdt>"
    body = tbl(tr("a", "1"), row, f"<w:tr>{tc('c')}{cell}</w:tr>")
    assert texts(read_body(body).grids[0]) == [["a", "1"], ["b", "2"], ["c", "3"]]


def test_paragraphs_in_a_cell_are_lines() -> None:
    assert texts(read_body(tbl(tr(tc(p("商业") + p() + p("企业")), "1"))).grids[0]) == [
        ["商业\n企业", "1"]
    ]


def test_a_table_that_lays_out_is_walked_through() -> None:
    inner = tbl(tr("规章", "1"), tr("办法", "2"))
    document = read_body(tbl(tr(tc(p("一、总体") + inner + p("尾")))))
    assert lines(document) == ["一、总体", "尾"]
    assert texts(document.grids[0]) == [["规章", "1"], ["办法", "2"]]
    assert document.grids[0].rows[1][1].place[1:4] == (0, 1, 1)


def test_a_frame_of_one_cell_is_text() -> None:
    document = read_body(tbl(tr(tc(p("题目") + p("正文")))))
    assert lines(document) == ["题目", "正文"] and not document.grids


def test_a_table_pasted_into_the_last_row_of_another() -> None:
    inner = tbl(tr("行政复议", "行政诉讼"), tr("5", "6"))
    outer = tbl(tr("规章", "1"), tr("办法", "2"), tr(tc(p() + inner + p(), span(2))))
    first, second = read_body(outer).grids
    assert texts(first) == [["规章", "1"], ["办法", "2"], ["", ""]]
    assert texts(second) == [["行政复议", "行政诉讼"], ["5", "6"]]
    assert (first.index, second.index) == (0, 1)


def test_a_number_in_a_table_of_one_cell_is_in_the_cell() -> None:
    outer = tbl(tr("规章", tc(tbl(tr("20")) + p())), tr("办法", "2"), tr("命令", "3"))
    (grid,) = read_body(outer).grids
    assert texts(grid) == [["规章", "20"], ["办法", "2"], ["命令", "3"]]


# --- lists ---------------------------------------------------------------------------------------


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>')
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)


def numbered(list_: int, at: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>'


def test_headings_numbered_by_a_list_are_read_with_their_numbers() -> None:
    body = "".join(
        p(text, properties=numbered(number, at))
        for text, number, at in (
            ("总体情况", 5, 0), ("甲", 5, 1), ("乙", 5, 1), ("子", 5, 2), ("主动公开", 5, 0),
            ("丙", 5, 1), ("重起", 6, 0), ("续", 5, 0), ("点", 7, 0), ("无", 99, 0),
        )
    )  # fmt: skip
    assert lines(read_body(body, numbering=NUMBERING)) == [
        "一、 总体情况", "（一） 甲", "（二） 乙", "1. 子", "二、 主动公开",
        "（一） 丙", "三、 重起", "四、 续", "点", "无",
    ]  # fmt: skip


def test_a_list_may_come_with_a_style_and_be_taken_off() -> None:
    styles = (
        '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="h1"/>'
    body = p("总体", properties=style) + p("无", properties=style + numbered(0, 0))
    document = read_body(body, numbering=NUMBERING, styles=styles)
    assert lines(document) == ["一、 总体", "无"]


def test_a_list_in_number_cells_cannot_make_another_number() -> None:
    cell = tc(p("20", properties=numbered(5, 2)))
    empty = tc(p(properties=numbered(5, 2)))
    body = tbl(tr("规章", cell), tr("办法", empty))
    # an empty square is printed with its label too
    assert texts(read_body(body, numbering=NUMBERING).grids[0]) == [
        ["规章", "1. 20"], ["办法", "2."],
    ]  # fmt: skip


def test_white_on_a_shaded_square_is_seen() -> None:
    white = p(r("20", '<w:color w:val="FFFFFF"/>'))
    shaded = tc(white, '<w:shd w:val="clear" w:fill="1F4E79"/>')
    (grid,) = read_body(tbl(tr("规章", shaded), tr("办法", tc(white)))).grids
    assert texts(grid) == [["规章", "20"], ["办法", "«20»"]]


def test_a_row_without_height_is_not_seen() -> None:
    flat = tr("旧行", "9", properties='<w:trHeight w:val="1" w:hRule="exact"/>')
    low = tr("办法", "2", properties='<w:trHeight w:val="1" w:hRule="atLeast"/>')
    (grid,) = read_body(tbl(flat, tr("规章", "1"), low)).grids
    assert texts(grid) == [["规章", "1"], ["办法", "2"]]


# --- files ---------------------------------------------------------------------------------------


def test_strict_documents() -> None:
    (grid,) = read("x.docx", packed(tbl(tr("规章", tc("1", span(2)))), STRICT)).grids
    assert texts(grid) == [["规章", "1", "1"]]


def test_word_2003_xml_and_flat_packages() -> None:
    old = "http://schemas.microsoft.com/office/word/2003/wordml"
    table = tbl(tr(tc("三", '<w:vmerge w:val="restart"/>'), "1"), tr(tc("", "<w:vmerge/>"), "2"))
    page = (
        f'<?xml version="1.0"?><w:wordDocument xmlns:w="{old}" xmlns:wx="urn:aux"><w:body>'
        f"<wx:sect>{p('甲')}{table}</wx:sect></w:body></w:wordDocument>"
    )
    document = read("x.doc", page.encode())
    assert lines(document) == ["甲"]
    assert texts(document.grids[0]) == [["三", "1"], ["三", "2"]]
    flat = (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
        f'<w:document xmlns:w="{W}"><w:body>{p("甲", r("乙"))}</w:body></w:document>'
        "</pkg:xmlData></pkg:part></pkg:package>"
    )
    assert lines(read("x.xml", flat.encode())) == ["甲乙"]


def test_a_web_page_embedded_as_a_chunk() -> None:
    page = "<html><p>页</p><table><tr><td>规章<td>1</table></html>".encode()
    body = p("前") + tbl(tr("a", "b")) + '<w:altChunk r:id="c1"/>' + p("后")
    document = read("x.docx", packed(body, chunk=("chunk.htm", page)))
    assert lines(document) == ["前", "页", "后"]
    assert texts(document.grids[1]) == [["规章", "1"]]
    assert document.grids[1].rows[0][1].place[1:4] == (1, 0, 1)


@pytest.mark.parametrize(
    "data",
    [
        packed("")[:-40],
        packed("</w:body>"),
        packed("").replace(b"PK\x01\x02", b"PK\x01\x03"),
        packed("", "urn:something"),
        packed("<w:p>" * 300 + "</w:p>" * 300),
    ],
)
def test_damage_is_said_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r".\.$") as caught:
        read("x.docx", data)
    assert "Word" in caught.value.zh and caught.value.zh.endswith("。")


def test_a_document_type_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "20">]>'
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    with pytest.raises(Unreadable):
        read("x.docx", made.getvalue())


def test_a_table_too_large_to_be_one_is_refused() -> None:
    wide = tr(*(tc("1", span(100)) for _ in range(200)))
    with pytest.raises(Unreadable, match="too large"):
        read_body(tbl(wide, *(tr("1", "2") for _ in range(100))))


def test_what_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(Unreadable, match="too large"):
        read_body(p(" " * (33 << 20)))
