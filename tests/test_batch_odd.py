"""Intake of what a careless or hostile hand leaves in a folder. All reports invented."""

import csv
import multiprocessing
import os
import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lib.batch import WorkerHung, Workers, take_in
from lib.batch.ledger import Record, Row, Table
from lib.dataset import Dataset

EXAMPLES = Path(__file__).parent / "examples"
PIPES = (EXAMPLES / "2023-pipes-mixed-editions.txt").read_bytes()
TABS = (EXAMPLES / "2021-tabs.txt").read_bytes()


def outcomes(table: Path | None) -> list[str]:
    assert table is not None
    with table.open(encoding="utf-8-sig", newline="") as file:
        return [row["outcome"] for row in csv.DictReader(file)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
@pytest.mark.parametrize("table", ["t.csv", "t.parquet"])
def test_a_file_whose_name_is_not_utf8_is_read_like_any_other(tmp_path: Path, table: str) -> None:
    """As a zip made in Chinese Windows leaves them, unpacked by a program that knows no GBK."""
    folder = tmp_path / "in"
    folder.mkdir()
    name = os.fsdecode("石桥镇2023年.txt".encode("gbk"))
    (folder / name).write_bytes(PIPES)
    (folder / os.fsdecode("坏.txt".encode("gbk"))).write_bytes(b"nothing of the kind")
    with ThreadPoolExecutor(1) as executor:
        summary = take_in(
            [folder],
            tmp_path / "d",
            executor=executor,
            table=tmp_path / table,
            progress=False,
        )
    assert summary.outcomes == {"added": 1, "failed": 1}
    stored = Dataset(tmp_path / "d").table("reports").column("source_name").to_pylist()
    assert stored == ["石桥镇2023年.txt"]
    assert "石桥镇" in str(summary) or summary.failed[0][0] == "坏.txt"


def test_a_file_no_reader_takes_does_not_hide_the_same_bytes_under_a_name_that_is_read(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.bak").write_bytes(TABS)
    (folder / "b.txt").write_bytes(TABS)
    with ThreadPoolExecutor(1) as executor:
        summary = take_in([folder], tmp_path / "d", executor=executor, progress=False)
    assert outcomes(summary.table) == ["no_reader", "added"]


def test_a_record_cut_in_the_middle_of_a_character_is_read_as_far_as_it_goes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "not-added.jsonl"
    Record(path, "v").add([(Row("一.html", sha256="1" * 64), 0.0), (Row("二.html"), 0.0)])
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex("二".encode()) + 1])
    found = Record(path, "v").find("1" * 64, 1.0)
    assert found is not None and found.path == "一.html"
    # what is added after the cut is a line of its own
    Record(path, "v").add([(Row("三.html", sha256="3" * 64), 0.0)])
    found = Record(path, "v").find("3" * 64, 1.0)
    assert found is not None and found.path == "三.html"


def test_a_member_whose_name_is_a_formula_is_text_in_the_table(tmp_path: Path) -> None:
    table = Table(tmp_path / "t.csv")
    table.write([Row("a.zip", "=cmd|' /C calc'!A0.html", organ="+1", reason_zh="-2件")])
    table.close()
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["member"] == "'=cmd|' /C calc'!A0.html"
    assert row["organ"] == "+1"  # a number runs nothing
    assert row["reason_zh"] == "'-2件"


class SecondFirst(Executor):
    """An executor on which the first file's answer never comes: a stopped intake has only the
    second's."""

    def __init__(self) -> None:
        self.calls = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.calls += 1
        future: Future[Any] = Future()
        if self.calls == 2:
            future.set_result(fn(*args, **kwargs))
            os.kill(os.getpid(), 2)  # Ctrl-C
        return future


def test_an_intake_that_is_stopped_keeps_the_order_of_revisions(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(PIPES)
    (folder / "b.txt").write_bytes(PIPES + b"\n")
    first = take_in([folder], tmp_path / "d", executor=SecondFirst(), progress=False)
    assert first.stopped
    with ThreadPoolExecutor(1) as executor:
        take_in([folder], tmp_path / "d", executor=executor, progress=False)
    rows = Dataset(tmp_path / "d").table("reports").to_pylist()
    assert [row["source_name"] for row in rows if row["current"]] == ["b.txt"]


def test_a_worker_that_does_not_come_up_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.batch.workers._START", 0.0)
    with Workers(1, memory=1 << 30) as workers, pytest.raises(WorkerHung):
        workers.submit(os.getpid).result(30)
    assert not multiprocessing.active_children()
