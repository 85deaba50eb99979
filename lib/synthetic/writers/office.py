"""Word and Excel files, and what LibreOffice makes of them: DOCX of our own and out of the empty
national template, ODT, RTF, DOC, PDF, XLSX, MHTML."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from shutil import which
from xml.sax.saxutils import escape

from lib import form
from lib.layout import Rows, Square
from lib.synthetic.writers.html import plain_page, word_page
from lib.synthetic.writers.pages import Page, rectangle

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/'
    '2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WIDTH = 9000  # twentieths of a point between the margins of A4


# --- DOCX -----------------------------------------------------------------------------------------


def docx(page: Page) -> bytes:
    """A document as Word saves it: gridSpan and vMerge, a run every few characters."""
    body = [_paragraph(page.title), _paragraph(page.published_line), _paragraph(page.notice)]
    if page.before:
        body.append(_table(tuple(tuple(map(Square, row)) for row in page.before)))
    for part in page.parts:
        body += [_paragraph(part.heading), *map(_paragraph, part.paragraphs)]
        for number, rows in enumerate(part.tables):
            # two tables without a paragraph between them are one to Word
            body += map(_paragraph, part.between or ("",)) if number else ()
            body.append(_table(rows))
        body.append(_paragraph(part.note))
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(body)}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
        'w:left="1440"/></w:sectPr></w:body></w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)
    return out.getvalue()


def _paragraph(text: str, size: int = 0) -> str:
    pieces = []
    font = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    for number, line in enumerate(text.split("\n")):
        pieces.append("<w:r><w:br/></w:r>" if number else "")
        pieces += [
            f'<w:r>{font}<w:t xml:space="preserve">{escape(line[at : at + 7])}</w:t></w:r>'
            for at in range(0, len(line), 7)
        ]
    return f"<w:p>{''.join(pieces)}</w:p>"


def _table(rows: Rows) -> str:
    opened = rectangle(rows)
    width = len(opened[0])
    grid = "".join(f'<w:gridCol w:w="{WIDTH // width}"/>' for _ in range(width))
    below: dict[int, tuple[int, int]] = {}  # column -> rows still to go, span
    lines = []
    for row in opened:
        cells, column = [], 0
        while column < width:
            square = row[column]
            if square is not None:
                merge = '<w:vMerge w:val="restart"/>' if square.rowspan > 1 else ""
                cells.append(_cell(square.text, square.colspan, merge, width))
                if square.rowspan > 1:
                    below[column] = (square.rowspan - 1, square.colspan)
                column += square.colspan
                continue
            left, span = below[column]
            cells.append(_cell("", span, "<w:vMerge/>", width))
            below[column] = (left - 1, span)
            column += span
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        f"</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _cell(text: str, span: int, merge: str, width: int) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{WIDTH // width * span}" w:type="dxa"/>{spans}{merge}</w:tcPr>'
        f"{_paragraph(text, 16 if width > 4 else 21)}</w:tc>"
    )


def docx_from_template(page: Page, template: Path) -> bytes:
    """The national template with the numbers typed into its empty cells, and the organ's title
    over its own. ValueError where a table of the page is not of the template's edition."""
    from docx import Document

    if set(page.editions.values()) != {"2021"}:
        raise ValueError("the template is the 2021 form")
    document = Document(str(template))
    titles = [p for p in document.paragraphs if "格式模板" in p.text]
    titles[0].text = page.title
    for table, own in zip(document.tables, form.TABLES, strict=True):
        numbers = [
            square.text
            for part in page.parts
            if part.key == own.key
            for rows in part.tables
            for row in rows
            for square in row
            if square.cell
        ]
        # numbers and the template's empty squares stand in the same order
        empty, seen = [], set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen and not cell.text.strip():
                    empty.append(cell)
                seen.add(cell._tc)
        for cell, text in zip(empty, numbers, strict=True):
            cell.paragraphs[0].text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- XLSX and MHTML -------------------------------------------------------------------------------


def xlsx(page: Page) -> bytes:
    """One sheet from top to bottom, cells merged where the form spans; numbers as numbers."""
    return _workbook(page, sheets=False)


def xlsx_sheets(page: Page) -> bytes:
    """A sheet for each section, numbers as text."""
    return _workbook(page, sheets=True)


def _workbook(page: Page, *, sheets: bool) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("报告")
    border, r = book.add_format({"border": 1, "text_wrap": True}), 0
    for text in (page.title, page.published_line, page.notice):
        sheet.write_string(r, 0, text)
        r += 1
    for row in page.before:
        for column, text in enumerate(row):
            sheet.write_string(r, column, text, border)
        r += 1
    for part in page.parts:
        if sheets:
            sheet, r = book.add_worksheet(part.heading.replace("/", "")[:31]), 0
        for text in (part.heading, *part.paragraphs):
            sheet.write_string(r, 0, text)
            r += 1
        for number, rows in enumerate(part.tables):
            for text in part.between if number else ():
                sheet.write_string(r, 0, text)
                r += 1
            for down, opened in enumerate(rectangle(rows)):
                for column, square in enumerate(opened):
                    if square is not None:
                        _write_square(sheet, r + down, column, square, border, typed=not sheets)
            r += len(rows)
        sheet.write_string(r, 0, part.note)
        r += 2
    book.close()
    return out.getvalue()


def _write_square(
    sheet: object, r: int, column: int, square: Square, border: object, *, typed: bool
) -> None:
    value: str | float = square.text
    if typed and square.cell and square.text.replace(".", "", 1).lstrip("-").isdigit():
        value = float(square.text)
    if square.rowspan > 1 or square.colspan > 1:
        sheet.merge_range(  # type: ignore[attr-defined]
            r, column, r + square.rowspan - 1, column + square.colspan - 1, value, border
        )
    elif isinstance(value, float):
        sheet.write_number(r, column, value, border)  # type: ignore[attr-defined]
    else:
        sheet.write_string(r, column, value, border)  # type: ignore[attr-defined]


def mhtml(page: Page) -> bytes:
    """A web page saved with everything it needs, as Word and browsers save one."""
    whole = MIMEMultipart("related", type="text/html")
    whole["From"], whole["Subject"] = "<Saved by a browser>", page.title
    body = MIMEText(word_page(page, "utf-8"), "html", "utf-8")
    body["Content-Location"] = "https://example.invalid/report.html"
    whole.attach(body)
    return whole.as_bytes()


# --- other programs -------------------------------------------------------------------------------


def has_soffice() -> bool:
    return which("soffice") is not None


def converted(files: Sequence[bytes], suffix: str, target: str) -> list[bytes]:
    """The files as LibreOffice saves them in another format, in one run of it. RuntimeError where
    it saved fewer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number:04}{suffix}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        out = folder / "out"
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{name}/profile",
                "--headless",
                "--convert-to",
                target,
                "--outdir",
                str(out),
                *map(str, paths),
            ],
            check=True,
            capture_output=True,
            timeout=60 + 20 * len(files),
        )
        made = [out / f"{path.stem}.{target.split(':')[0]}" for path in paths]
        if not all(path.exists() for path in made):
            raise RuntimeError("LibreOffice did not save every file")
        return [path.read_bytes() for path in made]


def browser_path() -> str:
    """The Chromium to print with: BROWSER_PATH, or the one installed; "" where there is none."""
    return os.environ.get("BROWSER_PATH", "") or which("chromium") or ""


STYLE = (
    "<style>body{font:12pt 'Noto Serif CJK SC',serif}table{border-collapse:collapse;width:100%}"
    "td{border:1px solid #000;padding:2px;font-size:9pt}</style></head>"
)


def printed(pages: Sequence[Page]) -> list[bytes]:
    """Each page as Chromium prints it, its number at the foot."""
    from playwright.sync_api import sync_playwright

    made = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        tab = browser.new_page()
        for page in pages:
            tab.set_content(plain_page(page, "utf-8").replace("</head>", STYLE, 1))
            made.append(
                tab.pdf(
                    format="A4",
                    print_background=True,
                    display_header_footer=True,
                    header_template="<span></span>",
                    footer_template='<span style="font-size:9px;margin:auto">— '
                    '<span class="pageNumber"></span> —</span>',
                    margin={"top": "20mm", "bottom": "20mm", "left": "18mm", "right": "18mm"},
                )
            )
        browser.close()
    return made
