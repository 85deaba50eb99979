"""The real reports beside the project, where they are: every HTML and text file for 2019 and later
that keeps its cells apart scores every figure, blanks as blanks."""

from pathlib import Path

import pytest

from lib.checks.years import check_pair
from lib.intake import intake
from lib.score import read_figures, score_report

SHARED = Path(__file__).parents[2] / "shared" / "reports"
pytestmark = pytest.mark.skipif(
    not (SHARED / "figures.json").exists(), reason="the real reports are not beside the project"
)


@pytest.mark.parametrize(
    ("file", "cells"),
    [
        ("2023-株洲市芦淞区人民政府.txt", 200),
        ("2019-上海-市政府办公厅.html", 198),
        ("2023-江苏-沭阳县发展和改革局.html", 200),
        ("2025-福建-平潭综合实验区.html", 200),
        # table 3 of this one has the 2019 form's single row 其他处理
        ("2023-江苏-淮安市洪泽区人民政府.pdf", 186),
    ],
)
def test_every_cell_is_right(file: str, cells: int) -> None:
    report = intake(file, (SHARED / file).read_bytes())
    score = score_report(file, report, read_figures(SHARED / "figures.json")[file])
    assert (score.right, score.cells) == (cells, cells), score.failures


def test_the_one_finding_of_lusong_is_its_text_against_its_table() -> None:
    """Its text refuses four requests that its table counts under 无法提供."""
    file = "2023-株洲市芦淞区人民政府.txt"
    (finding,) = intake(file, (SHARED / file).read_bytes()).findings
    assert finding.code == "text.outcomes"
    assert "“无法提供”为4，正好是文中的数" in finding.zh


@pytest.mark.parametrize(
    ("file", "flagged"),
    [
        # the rows of section two that have more than one number and keep no sum
        ("2019-福建-平潭综合实验区.txt", 19),
        ("2020-福建-平潭综合实验区.txt", 17),
        ("2021-福建-平潭综合实验区.txt", 3),
        ("2023-福建-平潭综合实验区.txt", 3),
    ],
)
def test_run_together_digits_are_solved_or_flagged(file: str, flagged: int) -> None:
    report = intake(file, (SHARED / file).read_bytes())
    score = score_report(file, report, read_figures(SHARED / "figures.json")[file])
    assert (score.wrong, score.missing, score.flagged) == (0, 0, flagged)


def test_published_sums_that_do_not_add_up_are_found() -> None:
    """As its readers saw it: the results add up to 26 and 27 where 总计 says 20 and 21; and two
    totals of section four say 0."""
    report = intake("x.txt", (SHARED / "2020-福建-平潭综合实验区.txt").read_bytes())
    found = [(f.expected, f.printed) for f in report.findings if f.code == "sum.outcomes"]
    assert found == [(26, 20), (27, 21)]
    report = intake("x.pdf", (SHARED / "2023-江苏-淮安市洪泽区人民政府.pdf").read_bytes())
    found = [(f.expected, f.printed) for f in report.findings if f.code == "sum.remedies"]
    assert found == [(11, 0), (5, 0)]
    first, second = (f.mend_zh for f in report.findings if f.code == "sum.remedies")
    assert "“行政复议 · 总计”：改为11，这处合计即成立" in first
    assert "“复议后起诉 · 总计”：改为5，这处合计即成立" in second
    # each is mended by itself: no cell explains both
    assert "sum.one_cell" not in [f.code for f in report.findings]


def test_items_kept_from_the_year_before_are_found() -> None:
    """平潭 gave 396, 10, 2648, 126 and 35 items last year and no change for 2019; for 2020 the
    same five, and changes of 442, 7, -18, 26 and -15: great in all but the third."""
    figures = read_figures(SHARED / "figures.json")
    before, after = (figures[f"{year}-福建-平潭综合实验区.txt"] for year in (2019, 2020))
    (found,) = (f for f in check_pair(2020, before, after) if f.code.startswith("years.items"))
    assert found.code == "years.items_same"
    assert "396与+442、10与+7、126与+26、35与-15" in found.zh


def test_no_file_gives_a_wrong_number() -> None:
    for file, figures in read_figures(SHARED / "figures.json").items():
        path = SHARED / file
        try:
            report = intake(file, path.read_bytes())
        except Exception as error:
            assert type(error).__name__ == "Unreadable"
            continue
        assert score_report(file, report, figures).wrong == 0
