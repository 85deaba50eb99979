"""What is said of rows and tables that are not as the form has them: which cells have no number for
it, or one that is not certain, and why."""

from __future__ import annotations

from lib.findings import Finding
from lib.form import TABLES, Edition, Table, cell
from lib.parsing.rows import Row, cells_of, key_of, shown


def ambiguous(row: Row, wanting: set[str]) -> Finding:
    """What is said of a row that cannot be told apart; `wanting` are cells no other row gave."""
    zh, en = _row_names(row)
    if wanting.isdisjoint(cells_of(row)):
        return Finding(
            "cell.unclaimed",
            f"另有一行“{zh}”不合规定格式，未计入：{shown(row)}",
            f"Another row “{en}” is not as the form has it and was not counted: {shown(row)}",
            places=tuple(each.place for each in row.printed),
        )
    expected = len(cells_of(row)) if row.table != "disclosure" else None
    count = len([each for each in row.printed if each.text])
    others = expected is not None and expected != count  # else only the heads are in doubt
    wanted_zh = f",应为{expected}个" if others else ""
    wanted_en = f" instead of {expected}" if others else ""
    return Finding(
        "row.ambiguous",
        f"“{zh}”一行印有{count}个数{wanted_zh}，无法确定各属哪一列，均未采用：{shown(row)}",
        f"The row “{en}” prints {count} numbers{wanted_en}; which column each belongs to cannot "
        f"be told, so none was taken: {shown(row)}",
        tuple(cells_of(row)),
        tuple(each.place for each in row.printed),
    )


def fuzzy(row: Row) -> Finding:
    """What is said of a row whose label is not the form's."""
    zh, en = _row_names(row)
    printed = " ".join(row.label.text.split()) if row.label else ""
    return Finding(
        "label.fuzzy",
        f"行名“{printed}”与规定格式不同，按“{zh}”认定，请核对。",
        f"The label “{printed}” is not the form's; it was taken to be “{en}”. Please check.",
        tuple(key_of(row, index) for index in range(len(row.values))),
        (row.label.place,) if row.label else (),
    )


def positions(rows: list[Row], sources: dict[str, Row]) -> list[Finding]:
    """One finding a table whose columns no head confirms."""
    taken = {id(row) for row in sources.values()}
    found = []
    for table in TABLES:
        loose = [
            row
            for row in rows
            if row.table == table.key and not row.verified and not row.problem and id(row) in taken
        ]
        if not loose:
            continue
        keys = tuple(key for key, row in sources.items() if any(row is each for each in loose))
        found.append(
            Finding(
                "label.position",
                f"“{table.zh}”的列名未能从表格中读出，{len(loose)}行数字按规定格式的顺序认定，请核对。",
                f"The column heads of “{table.en}” could not be read from a table; {len(loose)} "
                "rows were taken in the order of the form. Please check.",
                keys,
            )
        )
    return found


def cells_missing(keys: list[str]) -> Finding:
    """What is said of cells of one row for which nothing is printed."""
    item = cell(keys[0])
    zh, en = (
        (item.row[-1].name, item.row[-1].en)
        if item.row
        else (item.column[-2].name, item.column[-2].en)
    )
    columns_zh = "、".join(cell(key).column[-1].name for key in keys)
    columns_en = ", ".join(cell(key).column[-1].en for key in keys)
    return Finding(
        "cell.missing",
        f"未找到“{zh}”的数：{columns_zh}。",
        f"No number was found for “{en}”: {columns_en}.",
        tuple(keys),
    )


def other_edition(table: Table, chosen: Edition, default: Edition, year: int) -> Finding:
    """What is said of a table of another edition than its year's (`default`)."""
    return Finding(
        "table.edition",
        f"“{table.zh}”用的是{chosen.zh}的格式，{year}年度应使用{default.zh}。",
        f"“{table.en}” is in the {chosen.en}; reports for {year} should use the {default.en}.",
    )


def _row_names(row: Row) -> tuple[str, str]:
    if row.line is None:
        return "行政复议、行政诉讼", "reconsideration and litigation"
    return row.line.name, row.line.en


def table_missing(table: Table, cells: tuple[str, ...]) -> Finding:
    """What is said of a table none of whose cells was found."""
    return Finding(
        "table.missing",
        f"未找到“{table.zh}”的表格。",
        f"The table “{table.en}” was not found.",
        cells,
    )
