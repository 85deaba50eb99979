"""The page on quality: coverage, findings, what readers decide of them, and where that is obeyed.

The reports are those of tests/tiny.py with faults put in; what is expected is counted by eye:
the city's 2021 handles 21 where its outcomes make 20, and its received and carried in 23 are the
20 handled and 3 carried out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from lib.checks import check
from lib.dataset import Dataset, ReadOnly, dispositions, open_dataset
from lib.dataset.dispositions import Verdict
from lib.exporting.follow_up import definitions, follow_up
from lib.exporting.tables import About, to_xlsx
from lib.findings import Finding
from lib.organs import Organ
from lib.parsing.report import Report
from lib.queries import base, coverage, quality
from lib.queries.dispositions import counted, judged
from lib.selection import Selection
from lib.words import say
from tests import tiny

APP = Path(__file__).resolve().parents[1] / "app.py"
WRONG = tiny.CITY_2021 | {"requests.handled.total": 21}
OUTCOMES = "sum.outcomes"


def checked(organ: Organ, year: int, numbers: dict[str, float | None], **more: object) -> Report:
    report = replace(tiny.report(organ, year, numbers), **more)  # type: ignore[arg-type]
    return replace(report, findings=check(report, organ.level, organ.kind))


def build(root: Path) -> Dataset:
    """The city in time for 2020 and late, with errors, for 2021; a bureau in time for 2019 and
    without a report for 2020 and 2021."""
    dataset = Dataset(root)
    dataset.add(
        [
            (checked(tiny.CITY, 2020, tiny.CITY_2020, published=date(2021, 3, 31)), tiny.CITY),
            (checked(tiny.CITY, 2021, WRONG, published=date(2022, 4, 1)), tiny.CITY),
            (checked(tiny.BUREAU, 2019, {}, published=date(2020, 1, 31)), tiny.BUREAU),
        ]
    )
    return dataset


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    build(tmp_path / "working")
    return open_dataset("working")


def opened(page: str = "quality", **parameters: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in ({"d": "working", "lang": "en"} | parameters).items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception and not app.error
    return app


def html(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def found(dataset: Dataset) -> dict[str, object]:
    """The one finding of OUTCOMES, as decide takes it."""
    every = quality.findings(dataset, Selection("working"))
    (row,) = every[every["code"] == OUTCOMES].to_dict("records")
    return {name: row[name] for name in ("organ_id", "year", "code", "cells")}


def n_flawed(dataset: Dataset) -> int:
    return int(quality.flawed(dataset, Selection("working"))["flawed"].iloc[0])


def years(dataset: Dataset, **fields: object) -> list[int]:
    rows = base.reports(dataset, Selection("working", **fields))  # type: ignore[arg-type]
    return sorted(int(year) for year in rows.select("year").execute()["year"])


# --- coverage ---------------------------------------------------------------------------------


def test_each_report_is_in_time_late_unknown_or_missing(dataset: Dataset) -> None:
    covered = quality.coverage(dataset, Selection("working"))
    status = {(r.organ, r.year): r.status for r in covered.itertuples()}
    assert status == {
        ("甲市人民政府", 2020): "on_time",  # on the last day
        ("甲市人民政府", 2021): "late",  # a day after
        ("乙县财政局", 2019): "on_time",
        ("乙县财政局", 2020): "missing",
        ("乙县财政局", 2021): "missing",
    }
    assert quality.statuses(covered) == {
        "reports": 3, "on_time": 2, "late": 1, "unknown": 0, "missing": 2, "with_errors": 0,
    }  # fmt: skip
    (place,) = quality.by_place(covered[covered["year"] == 2021], 2).to_dict("records")
    assert place == {
        "place": "99", "year": 2021, "on_time": 0, "late": 1, "unknown": 0, "missing": 1,
        "with_errors": 0,
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_matrix_shows_organs_by_years(dataset: Dataset, lang: str) -> None:
    app = opened(lang=lang)
    shown = {each.label: each.value for each in app.metric}
    assert shown[say("quality.total.late", lang)] == "1"
    assert shown[say("quality.total.missing", lang)] == "2"
    assert shown[say("quality.total.with_errors", lang)] == "1"
    page = html(app)
    assert page.count("◐") == 1 and page.count("●") == 2 and page.count(">—<") == 2
    assert "2022-04-01" in page


def test_many_organs_are_counted_by_place() -> None:
    app = opened(d="demo")
    assert 'class="bar"' in html(app)
    inside = opened(d="demo", r="9101")
    assert 'class="bar"' in html(inside) or "●" in html(inside)


# --- findings ---------------------------------------------------------------------------------


def test_findings_are_filtered_and_lead_to_their_cells(dataset: Dataset) -> None:
    app = opened(tab="findings")
    page = html(app)
    # errors and warnings first; each cell is a link to the report
    assert "Outcomes do not add up" in page and "Published after the statutory date" in page
    assert "cell=requests.handled.total" in page and "year=2021" in page
    app = opened(tab="findings", fam="time")
    assert "Outcomes do not add up" not in html(app)
    assert "Published after" in html(app)
    app = opened(tab="findings", code=OUTCOMES)
    assert any(each.value.startswith("1 findings in 1 reports") for each in app.caption)


@pytest.mark.parametrize("by", ["code", "organ", "year"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_are_counted(dataset: Dataset, by: str, lang: str) -> None:
    app = opened(tab="findings", by=by, lang=lang)
    frame = app.dataframe[0].value
    every = quality.findings(dataset, Selection("working"))
    assert frame[say("quality.count_findings", lang)].sum() == (every["severity"] != "note").sum()


def test_an_address_with_another_kind_is_named(dataset: Dataset) -> None:
    app = opened(tab="findings", code="sum.nonsense")
    assert any("sum.nonsense" in each.value for each in app.warning)


def test_a_page_and_a_finding_that_are_not_there_are_named(dataset: Dataset) -> None:
    app = opened(tab="findings", p="99", f="0badcafe")
    said = [each.value for each in app.warning]
    assert any("99" in each for each in said) and any("0badcafe" in each for each in said)
    assert "p" not in app.query_params and "f" not in app.query_params


# --- decisions --------------------------------------------------------------------------------


def dismiss_errors(dataset: Dataset) -> int:
    """Dismiss every error there is; how many there were."""
    every = quality.findings(dataset, Selection("working"))
    errors = every[every["severity"] == "error"]
    for row in errors.to_dict("records"):
        dispositions.decide(
            dataset, row["organ_id"], row["year"], row["code"], row["cells"],
            Verdict.DISMISSED, who="王某", reason="原件如此",
        )  # fmt: skip
    return len(errors)


def test_a_dismissed_finding_leaves_the_counts_and_comes_back(dataset: Dataset) -> None:
    one = found(dataset)
    assert n_flawed(dataset) == 1
    assert coverage.totals(dataset, Selection("working"))["with_errors"] == 1
    dismiss_errors(dataset)
    assert n_flawed(dataset) == 0
    everything = Selection("working")
    assert coverage.totals(dataset, everything)["with_errors"] == 0
    assert not coverage.by_organ(dataset, everything)["flawed"].any()
    assert coverage.by_place(dataset, everything)["with_errors"].sum() == 0
    assert years(dataset, without_errors=True) == [2019, 2020, 2021]
    left = counted(judged(dataset, quality.findings(dataset, Selection("working"))))
    assert "error" not in set(left["severity"])
    dispositions.decide(dataset, **one, verdict=Verdict.RESTORED, who="李某")  # type: ignore[arg-type]
    assert n_flawed(dataset) == 1
    assert years(dataset, without_errors=True) == [2019, 2020]
    # nothing is forgotten
    history = dispositions.history(dataset)
    own = history[history["code"] == OUTCOMES]
    assert list(zip(own["verdict"], own["who"], strict=True)) == [
        ("restored", "李某"),
        ("dismissed", "王某"),
    ]


def test_a_decision_outlives_a_new_reading_of_the_report(dataset: Dataset) -> None:
    one = found(dataset)
    dispositions.decide(dataset, **one, verdict=Verdict.CONFIRMED, who="王某")  # type: ignore[arg-type]
    before = dataset.find(tiny.CITY.organ_id, 2021)
    again = checked(tiny.CITY, 2021, WRONG | {"disclosure.licences.decisions": 111}, sha256="b")
    dataset.add([(again, tiny.CITY)])
    after = dataset.find(tiny.CITY.organ_id, 2021)
    assert before and after and before["report_id"] != after["report_id"]
    rows = judged(dataset, quality.findings(dataset, Selection("working")))
    assert list(rows[rows["code"] == OUTCOMES]["status"]) == ["confirmed"]


@pytest.mark.parametrize(
    ("verdict", "who", "reason", "words"),
    [
        (Verdict.CONFIRMED, "  ", "", "somebody"),
        (Verdict.DISMISSED, "王某", " ", "reason"),
    ],
)
def test_who_and_why_are_asked(
    dataset: Dataset, verdict: Verdict, who: str, reason: str, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        dispositions.decide(
            dataset, **found(dataset), verdict=verdict, who=who, reason=reason  # type: ignore[arg-type]
        )  # fmt: skip
    assert dispositions.history(dataset).empty


def test_a_dataset_that_ships_takes_no_decision() -> None:
    with pytest.raises(ReadOnly):
        dispositions.decide(
            open_dataset("real"), "9:x", 2021, OUTCOMES, [], Verdict.CONFIRMED, who="王某"
        )


def test_deciding_on_the_page(dataset: Dataset) -> None:
    app = opened(tab="findings", code=OUTCOMES)
    next(b for b in app.button if b.key.startswith("decide_")).click().run()
    app.button(key="decide_dismissed").click().run()
    assert say("quality.lacks.who", "en") in [each.value for each in app.warning]
    app.text_input(key="decide_who").set_value("Wang").run()
    app.button(key="decide_dismissed").click().run()
    assert say("quality.lacks.reason", "en") in [each.value for each in app.warning]
    app.text_area(key="decide_reason").set_value("as in the <original>").run()
    app.button(key="decide_dismissed").click().run()
    assert not app.error and not app.exception
    (row,) = dispositions.history(dataset).to_dict("records")
    assert (row["verdict"], row["who"], row["reason"]) == (
        "dismissed", "Wang", "as in the <original>",
    )  # fmt: skip
    assert abs((datetime.now(UTC) - row["at"]).total_seconds()) < 300
    # it is shown as dismissed, its reason escaped, and leaves the list of what counts
    assert say("quality.none", "en") in [each.value for each in app.success]
    app = opened(tab="findings", code=OUTCOMES, st="dismissed")
    assert "as in the &lt;original&gt;" in html(app)
    assert "finding  dismissed" in html(app)
    # and taken back
    next(b for b in app.button if b.key.startswith("decide_")).click().run()
    app.text_input(key="decide_who").set_value("Li").run()
    app.button(key="decide_restored").click().run()
    assert dispositions.standing(dataset).empty
    app = opened(tab="decisions")
    assert list(app.dataframe[0].value[say("quality.who_column", "en")]) == ["Li", "Wang"]


def test_a_shipped_dataset_offers_the_working_one() -> None:
    app = opened(d="demo", tab="findings")
    next(b for b in app.button if b.key.startswith("decide_")).click().run()
    assert say("quality.read_only", "en") in [each.value for each in app.info]
    assert say("quality.to_working", "en") in [each.label for each in app.get("page_link")]


# --- the file to follow up, and the switch ----------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook(dataset: Dataset, lang: str) -> None:
    dispositions.decide(
        dataset, **found(dataset), verdict=Verdict.CONFIRMED, who="王某", reason="=1+1"  # type: ignore[arg-type]
    )  # fmt: skip
    rows = judged(dataset, quality.findings(dataset, Selection("working")))
    about = About(
        "t", "d", "s", "all", "v", datetime(2024, 1, 1, tzinfo=UTC), definitions=definitions(lang)
    )
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(follow_up(rows, lang), about, lang)))
    sheet, notes = book.worksheets[:2]
    head, *body = sheet.iter_rows(values_only=True)
    assert len(body) == len(rows)
    column = {name: at for at, name in enumerate(head)}
    (row,) = [r for r in body if r[column[say("follow.code", lang)]] == OUTCOMES]
    # 20 outcomes, 21 printed
    assert [row[column[say(f"follow.{each}", lang)]] for each in ("expected", "printed")] == [
        20,
        21,
    ]
    assert row[column[say("follow.reason", lang)]] == "=1+1"  # text, not 2
    cell = next(c for r in sheet.iter_rows() for c in r if c.value == "=1+1")
    assert cell.data_type == "s" and cell.quotePrefix
    assert any(r[0] == say("quality.st.dismissed", lang) for r in notes.iter_rows(values_only=True))


def test_the_switch_leaves_reports_with_errors_out(dataset: Dataset) -> None:
    app = opened("overview")
    assert app.metric[0].value == "3"
    app.toggle(key="f_errors").set_value(True).run()
    assert app.metric[0].value == "2"
    assert app.query_params["e"] == "0"
    assert opened("overview", e="0").metric[0].value == "2"
    # the page on quality is about them all the same
    assert opened("quality", e="0").metric[0].value == "3"


def test_the_pages_of_a_report_and_an_organ_obey(dataset: Dataset) -> None:
    whose = {"organ": tiny.CITY.organ_id}
    marked = 'data-cell="requests.handled.total"'

    def square(app: AppTest) -> str:
        (part,) = [each for each in html(app).split("<td") if marked in each]
        return part.split(">")[0]

    app = opened("report", year="2021", **whose)
    assert "error" in square(app) and "21" in html(app)
    assert "Published after the statutory date" in html(app)  # no finding of the file itself
    assert "Outcomes do not add up" in html(opened("organ", tab="findings", **whose))
    said = say("quality.n_dismissed", "en", n=dismiss_errors(dataset))
    labels = [each.label for each in opened("organ", tab="reports", **whose).get("page_link")]
    of_2021 = next(label for label in labels if label.startswith("Report for 2021"))
    assert "errors 0," in of_2021
    for app in (opened("report", year="2021", **whose), opened("organ", tab="findings", **whose)):
        assert "Outcomes do not add up" not in html(app)
        assert said in [each.label for each in app.get("page_link")]
    assert "error" not in square(opened("report", year="2021", **whose))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_says_how_many_of_its_reports_carry_errors(dataset: Dataset, lang: str) -> None:
    words = [each.value for each in opened("requests", lang=lang).caption]
    assert any(say("charts.flawed", lang, n="1") in each for each in words)
    words = [each.value for each in opened("requests", lang=lang, e="0").caption]
    assert any(say("charts.flawed_out", lang, n="1") in each for each in words)


def test_a_figure_of_one_year_counts_the_errors_of_that_year(dataset: Dataset) -> None:
    # the flow is that of one year; errors are in the report for 2021 alone
    def said(year: str) -> str:
        words = [each.value for each in opened("requests", year=year).caption]
        return next(each for each in words if say("requests.passage_help", "en") in each)

    flawed = say("charts.flawed", "en", n="1")
    assert flawed in said("2021") and flawed not in said("2020")


def test_findings_that_share_a_decision_are_all_shown(dataset: Dataset) -> None:
    said = [Finding("cell.unclaimed", f"第{n}行未计入。", f"Row {n} was left out.") for n in (1, 2)]
    report = replace(tiny.report(tiny.BUREAU, 2021, {}), findings=tuple(said))
    dataset.add([(report, tiny.BUREAU)])
    app = opened(tab="findings", code="cell.unclaimed")
    assert all(each.en in html(app) for each in said)
    doors = [each for each in app.button if each.label == say("quality.decide", "en")]
    assert len(doors) == 2
    doors[1].click().run()
    assert not app.exception and not app.error
    assert say("quality.decide_alike", "en", n=2) in [each.value for each in app.caption]
