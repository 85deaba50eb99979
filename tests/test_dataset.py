"""The dataset: values come back as they went in, revisions, two writers, what ships is left alone.

The reports here are written out by hand, not made by lib.synthetic."""

from __future__ import annotations

import multiprocessing
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from lib import form
from lib.dataset import CELLS, IDENTITY, SCHEMAS, Dataset, Outcome, ReadOnly, open_dataset, path_of
from lib.findings import Finding
from lib.organs import Organ
from lib.parsing.report import Entry, Report, State
from lib.reading.document import Place
from tests import tiny

ORGAN = Organ(
    "990101:青禾县",
    "青禾县人民政府",
    "990101",
    "示例省",
    "青禾市",
    "青禾县",
    "county",
    "government",
)


def organ(number: int) -> Organ:
    return Organ(f"-:第{number}局", f"第{number}局", "", "", "", "", "", "department")


def report(year: int = 2023, sha: str = "a", received: str = "15", **cells: str | None) -> Report:
    """A 2021-form report in which most cells are missing; `cells` by key with _ for the dots."""
    values: dict[str, str | None] = {"requests.received.total": received}
    values.update({key.replace("__", "."): value for key, value in cells.items()})
    entries = {}
    for cell in form.cells(form.E2021):
        if cell.key in values:
            text = values[cell.key]
            value = None if text is None else Decimal(text)
            state = State.BLANK if text is None else State.REPORTED
            place = Place(table=1, row=3, column=9, page=2, box=(1.5, 2.0, 3.0, 4.0))
            entries[cell.key] = Entry(cell.key, value, text or "", state, place)
        else:
            entries[cell.key] = Entry(cell.key, None, "", State.MISSING)
    return Report(
        organ="青禾县人民政府",
        year=year,
        title=f"{year}年政府信息公开工作年度报告",
        published=date(year + 1, 3, 1),
        editions={"disclosure": "2021", "requests": "2019", "remedies": "2021"},
        entries=entries,
        sections={"overview": "虚构的一段话。"},
        findings=(
            Finding(
                "sum.balance",
                "不平",
                "does not balance",
                ("requests.received.total",),
                (Place(line=7),),
                Decimal(3),
                Decimal(4),
            ),
            Finding("cell.note", "附注", "a note"),
        ),
        name=f"{sha}.html",
        sha256=sha,
        format="html",
        source_url="https://example.org/1",
    )


def test_values_come_back_and_blanks_stay_null(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path / "d")
    assert not dataset.exists() and dataset.find(ORGAN.organ_id, 2023) is None
    one = report(
        disclosure__fees__amount="24252.311082",
        disclosure__penalties__decisions="3985758",
        requests__granted__total=None,
        requests__refused_internal__total="0",
    )
    (result,) = dataset.add([(one, ORGAN)])
    assert (result.outcome, result.revision) == (Outcome.ADDED, 1)
    row = dataset.find(ORGAN.organ_id, 2023)
    assert row is not None
    assert row["requests.received.total"] == 15
    assert row["disclosure.fees.amount"] == 24252.311082
    assert row["disclosure.penalties.decisions"] == 3985758
    assert row["requests.granted.total"] is None  # printed blank
    assert row["requests.carried_in.total"] is None  # missing
    assert row["requests.refused_internal.total"] == 0  # printed zero
    assert row["county"] == "青禾县" and row["level"] == "county" and row["current"] is True
    assert row["published"] == date(2024, 3, 1) and row["source_url"] == "https://example.org/1"
    assert row["edition_disclosure"] == "2021" and row["edition_requests"] == "2019"
    assert (row["n_errors"], row["n_warnings"], row["n_notes"]) == (1, 0, 1)
    assert row["invented"] is False
    assert row["read_at"].tzinfo is not None


def test_the_evidence_stands_beside_the_numbers(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    (result,) = dataset.add([(report(requests__granted__total=None), ORGAN)])
    entries = {row["cell"]: row for row in dataset.table("entries").to_pylist()}
    assert set(entries) == {"requests.received.total", "requests.granted.total"}
    received, granted = entries["requests.received.total"], entries["requests.granted.total"]
    assert received["report_id"] == result.report_id
    assert (received["value"], received["text"], received["state"]) == (15.0, "15", "reported")
    assert (received["table"], received["row"], received["col"], received["page"]) == (1, 3, 9, 2)
    assert (received["x0"], received["y1"], received["line"]) == (1.5, 4.0, None)
    assert (granted["value"], granted["state"]) == (None, "blank")
    balance, note = dataset.table("findings").to_pylist()
    assert (balance["code"], balance["severity"], balance["year"]) == ("sum.balance", "error", 2023)
    assert (balance["expected"], balance["printed"]) == (3.0, 4.0)
    assert balance["cells"] == ["requests.received.total"] and balance["places"] == '[{"line": 7}]'
    assert (note["severity"], note["cells"], note["expected"]) == ("note", [], None)
    assert dataset.table("sections").to_pylist()[0]["text"] == "虚构的一段话。"


def test_counts_that_cannot_be_counts_are_null_in_the_wide_table_only(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    dataset.add([(report(received="3.5", requests__handled__total="20230101000"), ORGAN)])
    row = dataset.find(ORGAN.organ_id, 2023)
    assert row is not None
    assert row["requests.received.total"] is None and row["requests.handled.total"] is None
    values = {e["cell"]: e["value"] for e in dataset.table("entries").to_pylist()}
    assert values == {"requests.received.total": 3.5, "requests.handled.total": 20230101000.0}


def test_a_corrected_report_is_a_new_revision(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    other = (report(sha="other"), organ(1))
    dataset.add([(report(), ORGAN), other, (report(year=2022), ORGAN)])
    before = dataset.delta("reports").version()  # type: ignore[union-attr]
    (result,) = dataset.add([(report(sha="b", received="16"), ORGAN)])
    assert (result.outcome, result.revision) == (Outcome.REVISED, 2)
    rows = [r for r in dataset.table("reports").to_pylist() if r["organ_id"] == ORGAN.organ_id]
    seen = sorted(
        (r["year"], r["revision"], r["current"], r["requests.received.total"]) for r in rows
    )
    assert seen == [(2022, 1, True, 15), (2023, 1, False, 15), (2023, 2, True, 16)]
    row = dataset.find(ORGAN.organ_id, 2023)
    assert row is not None and row["report_id"] == result.report_id
    # the evidence of the first revision is still there
    texts = [(e["report_id"] == result.report_id, e["text"]) for e in _of(dataset, 2023, ORGAN)]
    assert sorted(texts) == [(False, "15"), (True, "16")]
    # and the dataset as it was can be read
    assert dataset.table("reports", version=before).num_rows == 3
    earlier = dataset.table("reports", version=before).to_pylist()
    assert all(r["current"] and r["revision"] == 1 for r in earlier)


def _of(dataset: Dataset, year: int, whose: Organ) -> list[dict[str, object]]:
    idents = {
        r["report_id"]
        for r in dataset.table("reports").to_pylist()
        if r["organ_id"] == whose.organ_id and r["year"] == year
    }
    return [e for e in dataset.table("entries").to_pylist() if e["report_id"] in idents]


def test_the_same_file_is_never_imported_twice(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    (first,) = dataset.add([(report(sha="a"), ORGAN)])
    dataset.add([(report(sha="b"), ORGAN)])
    version = dataset.version
    for on_conflict in ("revise", "skip", "refuse"):
        (again,) = dataset.add([(report(sha="a"), ORGAN)], on_conflict=on_conflict)  # type: ignore[arg-type]
        assert (again.outcome, again.report_id) == (Outcome.IDENTICAL, first.report_id)
    assert dataset.version == version and dataset.table("entries").num_rows == 2
    twice = dataset.add([(report(sha="c"), organ(2)), (report(sha="c"), organ(2))])
    assert [each.outcome for each in twice] == [Outcome.ADDED, Outcome.IDENTICAL]
    elsewhere = dataset.add([(report(sha="a"), organ(3))])
    assert elsewhere[0].outcome is Outcome.ADDED


def test_two_different_reports_of_one_organ_in_one_write(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    results = dataset.add([(report(sha="a"), ORGAN), (report(sha="b", received="9"), ORGAN)])
    assert [(r.outcome, r.revision) for r in results] == [(Outcome.ADDED, 1), (Outcome.REVISED, 2)]
    row = dataset.find(ORGAN.organ_id, 2023)
    assert row is not None and row["requests.received.total"] == 9
    assert sum(r["current"] for r in dataset.table("reports").to_pylist()) == 1


def test_a_conflict_can_be_skipped_or_stop_the_write(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    dataset.add([(report(), ORGAN)])
    version = dataset.version
    batch = [(report(sha="b"), ORGAN), (report(sha="b"), organ(1))]
    refused = dataset.add(batch, on_conflict="refuse")
    assert [r.outcome for r in refused] == [Outcome.REFUSED, Outcome.WITHHELD]
    assert dataset.version == version
    skipped = dataset.add(batch, on_conflict="skip")
    assert [r.outcome for r in skipped] == [Outcome.SKIPPED, Outcome.ADDED]
    assert dataset.table("reports").num_rows == 2


def test_a_report_without_year_or_organ_has_no_place(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    nobody = Organ("-:", "", "", "", "", "", "", "other")
    results = dataset.add([(_yearless(), ORGAN), (report(), nobody)])
    assert [r.outcome for r in results] == [Outcome.UNIDENTIFIED] * 2
    assert dataset.table("reports").num_rows == 0


def _yearless() -> Report:
    return replace(report(), year=0)


def _write(root: str, worker: int, barrier: object) -> None:
    dataset = Dataset(root)
    barrier.wait()  # type: ignore[attr-defined]
    for number in range(3):
        dataset.add([(report(sha=f"{worker}-{number}"), ORGAN), (report(), organ(worker))])


def test_writers_at_the_same_moment(tmp_path: Path) -> None:
    """Three processes, nine versions of one report: nine revisions, one current, none lost."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(3)
    workers = [context.Process(target=_write, args=(str(tmp_path), n, barrier)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    rows = Dataset(tmp_path).table("reports").to_pylist()
    ours = sorted((r for r in rows if r["organ_id"] == ORGAN.organ_id), key=lambda r: r["revision"])
    assert [r["revision"] for r in ours] == list(range(1, 10))
    assert [r["current"] for r in ours] == [False] * 8 + [True]
    assert len(rows) == 9 + 3


def test_the_form_gains_a_column(tmp_path: Path) -> None:
    """A dataset written before a line was added to the form is read and written on."""
    older = SCHEMAS["reports"].remove(SCHEMAS["reports"].get_field_index("disclosure.fees.amount"))
    full = Dataset(tmp_path / "full")
    full.add([(report(year=2022, sha="old"), ORGAN)])
    write_deltalake(
        str(tmp_path / "old" / "reports"),
        full.table("reports").select(older.names),
        partition_by=["year"],
    )
    dataset = Dataset(tmp_path / "old")
    row = dataset.find(ORGAN.organ_id, 2022)
    assert row is not None and row["disclosure.fees.amount"] is None
    dataset.add([(report(disclosure__fees__amount="1.5"), ORGAN)])
    revised = report(year=2022, sha="new", disclosure__fees__amount="2.5")
    dataset.add([(revised, ORGAN)])
    table = dataset.table("reports")
    assert table.schema == SCHEMAS["reports"]
    got = {(r["year"], r["revision"]): r["disclosure.fees.amount"] for r in table.to_pylist()}
    assert got == {(2022, 1): None, (2022, 2): 2.5, (2023, 1): 1.5}


def test_the_version_token_moves_with_every_table(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path / "a")
    tokens = {dataset.version}
    dataset.add([(report(), ORGAN)])
    tokens.add(dataset.version)
    dataset.add([(report(year=2022), ORGAN)], evidence=())
    tokens.add(dataset.version)
    write_deltalake(str(tmp_path / "a" / "findings"), dataset.table("findings"), mode="append")
    tokens.add(dataset.version)
    assert len(tokens) == 4
    other = Dataset(tmp_path / "b")
    other.add([(report(), ORGAN)])
    assert other.version not in tokens


def test_what_ships_is_never_written(tmp_path: Path) -> None:
    for name in ("real", "demo"):
        before = sorted(p for p in path_of(name).rglob("*"))
        with pytest.raises(ReadOnly):
            open_dataset(name).add([(report(), ORGAN)])
        assert sorted(p for p in path_of(name).rglob("*")) == before
    with pytest.raises(KeyError):
        path_of("other")


def test_the_working_dataset_begins_as_a_copy(tmp_path: Path) -> None:
    shipped = Dataset(tmp_path / "real")
    shipped.add([(report(), ORGAN)], evidence=("entries", "findings"))
    working = Dataset(tmp_path / "working", begins_as=Dataset(shipped.root, read_only=True))
    assert working.exists() and not (tmp_path / "working").exists()
    assert working.table("reports") == shipped.table("reports")
    token = shipped.version
    working.add([(report(sha="b"), ORGAN), (report(), organ(1))])
    assert shipped.version == token
    assert working.table("reports").num_rows == 3
    assert working.table("findings").num_rows == 2 + 4
    assert shipped.table("reports").num_rows == 1


def test_the_working_place_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "mine"))
    assert path_of("working") == tmp_path / "mine"
    working = open_dataset("working")
    assert working.root == str(tmp_path / "mine")
    working.add([(report(), ORGAN)])
    assert open_dataset("working").find(ORGAN.organ_id, 2023) is not None


def test_the_columns_are_the_form(tmp_path: Path) -> None:
    schema = SCHEMAS["reports"]
    assert len(CELLS) == 224 and schema.names == [*IDENTITY, *CELLS]
    assert schema.field("requests.received.natural_person").type == pa.int32()
    assert schema.field("disclosure.fees.amount").type == pa.float64()
    assert schema.field("disclosure.procurement.value").type == pa.float64()


def test_the_parquet_files_are_named(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path)
    assert dataset.uris("reports") == []
    dataset.add([(report(), ORGAN)], read_at=datetime(2026, 1, 1, tzinfo=UTC))
    (uri,) = dataset.uris("reports")
    assert "year=2023" in uri and Path(uri).is_file()


def test_the_version_is_told_anew_after_every_commit(tmp_path: Path) -> None:
    """It is remembered as long as the table's log has no new file, and no longer."""
    dataset, again = Dataset(tmp_path / "d"), Dataset(tmp_path / "d")
    seen = [dataset.version]
    for year in range(2019, 2025):
        dataset.add([(tiny.report(tiny.CITY, year, {}), tiny.CITY)])
        seen.append(dataset.version)
        assert again.version == dataset.version
        table = dataset.delta("reports")
        assert table is not None
        assert f"{str(table.metadata().id)[:8]}.{table.version()}" in dataset.version.split("|")
    assert len(set(seen)) == 7
    shutil.rmtree(tmp_path / "d")
    assert set(dataset.version.split("|")[1:]) == {"-"}
    dataset.add([(tiny.report(tiny.CITY, 2019, {}), tiny.CITY)])
    assert dataset.version not in seen
