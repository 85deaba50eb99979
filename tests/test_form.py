"""The form, against what the two notices print, counted and read by eye."""

import re
from pathlib import Path

import pytest

from lib import form
from lib.form import E2019, E2021, Comparability, Rule, cells, identities, leaves
from lib.layout import layout


def test_the_number_of_cells() -> None:
    # 10 + 25 x 7 + 15, and 22 + 23 x 7 + 15
    assert [len(cells(E2021, table.key)) for table in form.TABLES] == [10, 175, 15]
    assert [len(cells(E2019, table.key)) for table in form.TABLES] == [22, 161, 15]


@pytest.mark.parametrize(
    ("rule", "in_2021", "in_2019"),
    [(Rule.BALANCE, 7, 7), (Rule.OUTCOMES, 7, 7), (Rule.APPLICANTS, 25, 23), (Rule.REMEDIES, 3, 3)],
)
def test_the_number_of_sums(rule: Rule, in_2021: int, in_2019: int) -> None:
    assert sum(each.rule is rule for each in identities(E2021)) == in_2021
    assert sum(each.rule is rule for each in identities(E2019)) == in_2019


def test_keys_are_unique_and_cells_are_found_by_them() -> None:
    keys = [cell.key for cell in form.all_cells()]
    assert len(keys) == len(set(keys)) == 224
    assert all(form.cell(key).key == key for key in keys)


def test_every_sum_rests_on_cells_of_its_edition() -> None:
    for edition in form.EDITIONS:
        known = {cell.key for cell in cells(edition)}
        for identity in identities(edition):
            assert known.issuperset(identity.cells)
            assert not set(identity.left) & set(identity.right)


def test_the_outcomes_that_make_the_total() -> None:
    outcome = next(each for each in identities(E2021) if each.rule is Rule.OUTCOMES)
    # rows 3 to 23 of the form: 2 + 8 + 3 + 5 + 3
    assert len(outcome.left) == 21
    assert outcome.right == ("requests.handled.natural_person",)
    older = next(each for each in identities(E2019) if each.rule is Rule.OUTCOMES)
    # rows 3 to 21: 其他处理 is one
    assert len(older.left) == 19
    assert "requests.other.natural_person" in older.left


@pytest.mark.parametrize(
    ("key", "editions"),
    [
        ("disclosure.regulations.made", ("2019", "2021")),
        ("disclosure.regulations.repealed", ("2021",)),
        ("disclosure.regulations.published_total", ("2019",)),
        ("disclosure.fees.amount", ("2021",)),
        ("disclosure.fees.items_change", ("2019",)),
        ("disclosure.procurement.value", ("2019",)),
        ("requests.other.total", ("2019",)),
        ("requests.other_fee_unpaid.total", ("2021",)),
        ("remedies.litigation_after.pending", ("2019", "2021")),
    ],
)
def test_editions_of_cells(key: str, editions: tuple[str, ...]) -> None:
    assert form.cell(key).editions == editions


def test_units() -> None:
    assert form.cell("disclosure.fees.amount").unit.value == "万元"
    assert form.cell("disclosure.procurement.value").unit.value == "元"
    assert form.cell("disclosure.coercion.items_change").unit.signed
    assert form.cell("requests.received.total").unit.value == "件"


def test_every_line_is_named_in_both_languages() -> None:
    for cell in form.all_cells():
        for line in (*cell.row, *cell.column):
            assert line.zh
            assert line.en
            assert not any("\u4e00" <= c <= "\u9fff" for c in line.en.split("(")[0]), line.en


@pytest.mark.parametrize(
    ("key", "article"),
    [
        ("requests.refused_state_secret.total", "第十四条"),
        ("requests.unable_to_create.total", "第三十八条"),
        ("requests.declined_excessive.total", "第三十五条"),
        ("requests.partly_granted.total", "第三十七条"),
        ("disclosure.fees.amount", "第二十条第八项"),
        ("remedies.reconsideration.upheld", "第五十一条"),
    ],
)
def test_articles(key: str, article: str) -> None:
    assert form.cell(key).article == article


def test_the_crosswalk_covers_every_cell_that_is_in_one_edition_only() -> None:
    known = {cell.key for cell in form.all_cells()}
    crossed = {key for each in form.CROSSWALK for key in (*each.cells_2019, *each.cells_2021)}
    assert crossed <= known
    fees = next(each for each in form.CROSSWALK if each.key == "fees")
    assert fees.kind is Comparability.BREAK
    alone = {c.key for c in form.all_cells() if len(c.editions) == 1}
    # the item counts of 许可, 处罚, 强制 and 其他事项 have no counterpart and need no word
    left = {key for key in alone - crossed if ".items_" not in key}
    assert left == set()


def test_labels_as_each_edition_prints_them() -> None:
    made = form.line("disclosure", "made")
    assert (made.label("2019"), made.label("2021")) == ("本年新制作数量", "本年制发件数")
    documents = form.line("disclosure", "normative_documents")
    assert (documents.label("2019"), documents.label("2021")) == ("规范性文件", "行政规范性文件")


def test_the_printed_form_is_rectangular_and_holds_every_cell_once() -> None:
    for edition in form.EDITIONS:
        for table in form.TABLES:
            rows = layout(table, edition)
            printed = [square.cell for row in rows for square in row if square.cell]
            assert sorted(printed) == sorted(cell.key for cell in cells(edition, table.key))
            width = sum(square.colspan for square in rows[0])
            area = sum(square.rowspan * square.colspan for row in rows for square in row)
            assert area == width * len(rows)


def test_the_kinds_of_applicant() -> None:
    names = [line.zh for line in leaves(form.REQUESTS.blocks[0].columns, "2021")]
    assert names == [
        "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
    ]  # fmt: skip


def test_the_columns_of_section_three_are_the_same_in_every_edition() -> None:
    (block,) = form.REQUESTS.blocks
    for edition in form.EDITIONS:
        assert leaves(block.columns, edition.key) == form.APPLICANT_COLUMNS
    assert len(form.APPLICANT_COLUMNS) == 7


def test_only_the_form_knows_its_editions_by_name() -> None:
    """So that next year's form is an edit of lib.form. What is made to be of one edition (invented
    reports, old copies), the marks of one edition in print, and the crosswalk may name it."""
    may = {"form.py", "score.py", "parsing/runs.py", "queries/changes.py"}
    named = re.compile("E2019|E2021|[\"']20(?:19|21)[\"']")
    lib = Path(form.__file__).parent
    naming = {
        str(path.relative_to(lib))
        for path in lib.rglob("*.py")
        if named.search(re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.S))
    }
    assert {each for each in naming if not each.startswith(("synthetic/", "words/"))} <= may


def test_the_lines_that_others_go_by() -> None:
    """Read from the notices' tables, in their order."""
    assert form.FLOW == ("received", "carried_in", "handled", "carried_out")
    assert (form.COMES_IN, form.LEFT) == (("received", "carried_in"), "carried_out")
    outcomes = ("granted", "partly_granted", "refused", "unable", "declined", "other")
    assert outcomes == form.OUTCOMES
    assert form.OUTCOMES[2:] == form.REASON_GROUPS
    assert form.RESULTS == ("upheld", "corrected", "other_result", "pending")
    assert form.REMEDY_GROUPS == ("reconsideration", "litigation_direct", "litigation_after")
    assert form.DECISIONS == ("licences", "penalties", "coercion")
    assert form.ITEMS == ("licences", "other_services", "penalties", "coercion", "fees")
    assert form.DOCUMENTS == ("regulations", "normative_documents")
