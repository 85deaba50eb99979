"""The layout set: figures printed in every layout, with every quirk, are read back exactly.

What is expected of a print is what was printed: the figures of the page, which a quirk changes
together with the print. Reports are invented; where the real ones lie beside the project, their
figures are printed too.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lib.intake import intake
from lib.layout_set import LAYOUTS, PLAIN, TOGETHER, pages_of, prints, score_print
from lib.score import Score, by_format, score_report
from lib.synthetic import invent_report
from lib.synthetic.copies import report_of
from lib.synthetic.writers.formats import FORMATS
from lib.synthetic.writers.pages import Page, page_of
from lib.synthetic.writers.quirks import QUIRKS, Quirk

SHARED = Path(__file__).parents[2] / "shared" / "reports"
REAL = pytest.mark.skipif(
    not (SHARED / "figures.json").exists(), reason="the real reports are not beside the project"
)
SURE = ("text-cells-blanks", "markdown-row-a-table", "text-pipes-after", "text-pipes-around")
EXACT = [name for name in (*FORMATS, *SURE) if LAYOUTS[name].exact]


def totals(pages: list[Page], name: str, *, one_by_one: bool) -> tuple[Score, list[str]]:
    total, failures = Score(name), []
    for each in prints(pages, [LAYOUTS[name]], one_by_one=one_by_one):
        score = score_print(each)
        total += score
        failures += [f"{score.file}: {f}" for f in score.failures if f.startswith("WRONG")]
    return total, failures


@pytest.mark.parametrize("name", EXACT)
def test_all_quirks_together_lose_next_to_nothing(name: str) -> None:
    total, failures = totals(pages_of(None), name, one_by_one=False)
    assert total.wrong == 0, failures
    assert total.cells > 1900
    assert total.flagged + total.missing < 0.005 * total.cells


@pytest.mark.parametrize("name", [name for name in LAYOUTS if LAYOUTS[name].quick])
def test_no_layout_gives_a_wrong_number(name: str) -> None:
    pages = [page_of(invent_report(seed, year)) for seed, year in ((21, 2020), (22, 2022))]
    total, failures = totals(
        pages, name, one_by_one=name in ("text-tabs", "text-cells", "docx", "xlsx")
    )
    assert total.cells > 700 and total.wrong == 0, failures


@pytest.mark.parametrize("name", ["text-pipes-alone", "text-pipes-below"])
def test_squares_with_pipes_are_read_whole(name: str) -> None:
    score = Score(name)
    for each in prints(pages_of(None), [LAYOUTS[name]]):
        # where all is blank, a square and what fills its row up look alike
        if not each.quirk.startswith("1 "):
            score += score_print(each)
    assert score.cells > 30000
    assert (score.wrong, score.flagged + score.missing) == (0, 0)


@pytest.mark.parametrize("name", ["text-pipes-without-blanks", "text-pipes-after"])
def test_blank_squares_that_a_page_left_out_move_no_number(name: str) -> None:
    pages = [page for page in pages_of(None) if None in page.figures.values()]
    pages += [QUIRKS[0].apply(page) for page in pages_of(None)]  # zeros printed blank
    total, failures = totals(pages, name, one_by_one=False)
    assert total.wrong == 0, failures


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: f"{quirk.number}-{quirk.name}")
@pytest.mark.parametrize("year", [2019, 2023])
def test_every_quirk_alone_on_a_web_page(quirk: Quirk, year: int) -> None:
    if "web" not in quirk.families:
        pytest.skip("not seen on web pages")
    page = quirk.apply(page_of(invent_report(31, year)))
    report = intake("x.html", FORMATS["html-plain"].bytes(page))
    score = score_report("x", report, page.figures, complete=True)
    assert (score.right, score.failures) == (score.cells, [])


@pytest.mark.parametrize("name", ["html-plain", "text-cells-blanks", "docx"])
def test_a_damaged_label_of_a_blank_row_is_told_by_the_row_before(name: str) -> None:
    blank, damaged = (next(q for q in QUIRKS if q.number == number) for number in (1, 27))
    page = damaged.apply(blank.apply(page_of(invent_report(1, 2019))))
    assert page.figures["requests.refused_prohibited.total"] is None
    (data,) = LAYOUTS[name].render([page])
    report = intake(f"x{LAYOUTS[name].suffix}", data)
    score = score_report("x", report, page.figures, complete=True)
    assert (score.right, score.failures) == (score.cells, [])
    fuzzy = {key for f in report.findings if f.code == "label.fuzzy" for key in f.cells}
    assert "requests.refused_prohibited.total" in fuzzy


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: f"{quirk.number}-{quirk.name}")
def test_a_quirk_changes_the_page(quirk: Quirk) -> None:
    """Of one edition at least: a quirk that does nothing would prove nothing."""
    pages = [page_of(invent_report(31, year)) for year in (2019, 2023)]
    assert any(quirk.apply(page) != page for page in pages)


def test_a_wrong_number_is_counted() -> None:
    """The score must be able to fail: one figure told otherwise than printed is one wrong."""
    page = page_of(invent_report(31, 2023))
    key = "requests.received.total"
    value = page.figures[key]
    assert value is not None
    told = replace(page, figures={**page.figures, key: value + 1})
    report = intake("x.html", FORMATS["html-plain"].bytes(page))
    assert score_report("x", report, told.figures).wrong == 1
    fewer = {k: v for k, v in page.figures.items() if k != key}
    assert score_report("x", report, fewer).wrong == 0
    assert score_report("x", report, fewer, complete=True).wrong == 1


def test_scores_add_up_by_format_and_edition() -> None:
    scores = [Score("a", "html", "2021", right=3), Score("b", "html", "2021", right=2, wrong=1)]
    scores.append(Score("c", "pdf", "2019", missing=4))
    sums = by_format(scores)
    assert [(key, s.right, s.wrong, s.missing) for key, s in sums.items()] == [
        (("html", "2021"), 5, 1, 0),
        (("pdf", "2019"), 0, 0, 4),
    ]


def test_given_figures_make_the_report_of_their_edition() -> None:
    report = invent_report(5, 2020)
    values = {key: entry.value for key, entry in report.entries.items()}
    copy = report_of(report.organ, report.year, values)
    assert copy.editions == report.editions
    assert {key: entry.value for key, entry in copy.entries.items()} == values
    with pytest.raises(KeyError):
        report_of("某局", 2020, dict(list(values.items())[1:]))


# --- the figures of real reports ------------------------------------------------------------------


@REAL
@pytest.mark.parametrize("name", ["html-wps", "html-five-columns", "text-tabs", "markdown"])
def test_figures_of_real_reports(name: str) -> None:
    total, failures = totals(pages_of(SHARED), name, one_by_one=False)
    assert total.wrong == 0, failures
    assert total.cells > 3500
    assert total.flagged + total.missing < 0.005 * total.cells


@REAL
def test_real_figures_run_together_are_never_wrong() -> None:
    total, failures = totals(pages_of(SHARED), "text-run-together", one_by_one=False)
    assert total.wrong == 0, failures
    assert total.inferred > 1000


@pytest.mark.parametrize("name", ["pdf-chromium", "pdf-libreoffice", "doc", "odt", "rtf"])
def test_a_printed_report(name: str) -> None:
    """What other programs make of a page: plain, and with every quirk together."""
    if not LAYOUTS[name].possible():
        pytest.skip("the program that prints it is not installed")
    pages = [page_of(invent_report(51, 2022))]
    by_quirk: dict[str, Score] = {}
    for each in prints(pages, [LAYOUTS[name]], one_by_one=False):
        by_quirk[each.quirk] = score = score_print(each)
        assert score.wrong == 0, score.failures
    plain = by_quirk[PLAIN]
    assert (plain.right, plain.failures) == (plain.cells, [])


def test_the_set_has_a_dozen_layouts() -> None:
    assert len(LAYOUTS) >= 12 and {PLAIN, TOGETHER} == {"as the form", "all quirks together"}


def test_rows_on_lines_of_their_own_do_not_hide_those_that_run_together() -> None:
    """Labels broken over lines leave a row or two of a text that has lost its borders whole."""
    total, failures = totals(pages_of(None), "text-run-together", one_by_one=False)
    assert total.wrong == 0, failures
    assert total.right + total.inferred > 0.6 * total.cells
