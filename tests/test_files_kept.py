"""The files that reports were read from, kept beside the dataset."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from lib.batch import take_in
from lib.dataset import Dataset, files, open_dataset
from lib.dataset.files import Files

EXAMPLE = Path(__file__).parent / "examples" / "2023-pipes-mixed-editions.txt"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def everything(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_file_is_kept_once_under_its_hash(tmp_path: Path) -> None:
    kept = Files(str(tmp_path))
    data = "收到申请6件".encode()
    assert not kept.has(digest(data)) and kept.find(digest(data)) is None
    assert kept.keep(data) and kept.keep(data)
    assert kept.has(digest(data)) and kept.find(digest(data)) == data
    (path,) = everything(tmp_path)
    assert path.name.startswith(digest(data))


def test_a_file_that_is_no_longer_what_it_was_is_not_shown(tmp_path: Path) -> None:
    kept = Files(str(tmp_path))
    data = b"as it was read"
    kept.keep(data)
    (path,) = everything(tmp_path)
    path.write_bytes(gzip.compress(b"as somebody changed it"))
    assert kept.find(digest(data)) is None
    path.write_bytes(gzip.compress(data)[:-9])
    assert kept.find(digest(data)) is None
    path.write_bytes(b"no gzip at all")
    assert kept.find(digest(data)) is None


def test_a_hash_is_no_path(tmp_path: Path) -> None:
    (tmp_path / "secret.gz").write_bytes(gzip.compress(b"not a report"))
    kept = Files(str(tmp_path / "dataset"))
    assert not kept.has("../../secret") and kept.find("../../secret") is None
    assert kept.find("") is None


def test_large_files_object_stores_and_shipped_datasets_keep_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    assert not Files(str(tmp_path)).keep(b"eleven byte")
    assert Files(str(tmp_path)).keep(b"ten bytes!")
    store = Files("s3://bucket/reports")
    assert not store.possible and not store.keep(b"x") and store.find(digest(b"x")) is None
    assert not open_dataset("real").files.possible
    assert not open_dataset("real").files.keep(b"x")


def test_an_intake_keeps_the_files_whose_reports_it_adds(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    data = EXAMPLE.read_bytes()
    (folder / "report.txt").write_bytes(data)
    (folder / "weather.html").write_bytes("<h1>天气</h1><p>明天晴</p>".encode())
    dataset = Dataset(tmp_path / "dataset")
    take_in([folder], dataset, jobs=1, progress=False)
    (row,) = dataset.table("reports").to_pylist()
    assert dataset.files.find(row["source_sha256"]) == data
    assert len(everything(tmp_path / "dataset" / "files")) == 1  # no report, no file


def test_an_intake_keeps_none_where_asked_and_a_later_one_fills_in(tmp_path: Path) -> None:
    dataset = Dataset(tmp_path / "dataset")
    take_in([EXAMPLE], dataset, jobs=1, progress=False, keep_files=False)
    assert len(dataset.table("reports")) == 1
    assert not (tmp_path / "dataset" / "files").exists()
    # the report is known and not read again; its file is kept now
    take_in([EXAMPLE], dataset, jobs=1, progress=False)
    assert len(dataset.table("reports")) == 1
    assert dataset.files.find(digest(EXAMPLE.read_bytes())) == EXAMPLE.read_bytes()
