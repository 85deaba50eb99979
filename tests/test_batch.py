"""Intake: crashes, hangs, zips, lists, resuming, and a row for every file. All reports invented."""

import csv
import io
import os
import signal
import struct
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lib.batch import NoSource, WorkerDied, WorkerHung, Workers, take_in
from lib.batch.ledger import COLUMNS
from lib.cli import main
from lib.dataset import Dataset
from lib.intake import intake
from lib.parsing.report import Report
from lib.reading.archive import Bounds, is_archive, members
from lib.reading.document import Unreadable

ROOT = Path(__file__).parents[1]
EXAMPLES = Path(__file__).parent / "examples"
PIPES = (EXAMPLES / "2023-pipes-mixed-editions.txt").read_bytes()  # 青禾市松风县石桥镇人民政府
TABS = (EXAMPLES / "2021-tabs.txt").read_bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def gbk_zip(name: str, data: bytes) -> bytes:
    """As Chinese Windows writes it: the name in GBK, no flag for UTF-8."""
    raw = name.encode("gbk")
    stand_in = "x" * len(raw)
    return zipped({stand_in: data}).replace(stand_in.encode(), raw)


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {Path(row["path"]).name + row["member"]: row for row in csv.DictReader(file)}


def treacherous(name: str, data: bytes) -> Report:
    """A reader that a file's name makes crash, hang, or fill the memory."""
    if name.startswith("exit"):
        os._exit(3)
    if name.startswith("segfault"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if name.startswith("hang"):
        if mark := os.environ.get("TEST_BATCH_HANGING"):
            Path(mark).touch()
        time.sleep(600)
    if name.startswith("bug"):
        raise KeyError("bug")
    return intake(name, data)


def forbidden(name: str, data: bytes) -> Report:
    raise AssertionError(f"{name} was read")


def fill(size: int) -> int:
    return len(bytearray(size))


def same(value: object) -> object:
    return value


# --- workers ------------------------------------------------------------------------------------


def test_a_worker_that_dies_or_hangs_takes_only_its_own_call_with_it() -> None:
    with Workers(2, timeout=4, memory=1 << 30) as workers:
        died = workers.submit(os._exit, 7)
        hung = workers.submit(time.sleep, 600)
        full = workers.submit(fill, 4 << 30)
        well = [workers.submit(same, n) for n in range(20)]
        wrong = workers.submit(int, "x")
        unsendable = workers.submit(same, lambda: 0)  # cannot even be handed over
        assert [future.result(60) for future in well] == list(range(20))
        with pytest.raises(WorkerDied) as death:
            died.result(60)
        assert death.value.exitcode == 7
        with pytest.raises(WorkerHung):
            hung.result(60)
        with pytest.raises(MemoryError):
            full.result(60)
        with pytest.raises(ValueError, match="invalid literal"):
            wrong.result(60)
        assert unsendable.exception(60) is not None
        assert workers.submit(same, "still there").result(60) == "still there"


def test_bad_files_are_their_own_failure_and_the_others_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for at, name in enumerate(("exit.txt", "segfault.txt", "hang.txt", "bug.txt")):
        (folder / name).write_bytes(TABS + b"\n" * (at + 1))
    (folder / "pipes.txt").write_bytes(PIPES)
    (folder / "tabs.txt").write_bytes(TABS)
    summary = take_in(
        [folder], tmp_path / "d", jobs=2, timeout=5, reader=treacherous, progress=False
    )
    assert summary.outcomes == {"added": 2, "failed": 4}
    assert summary.table is not None
    rows = rows_of(summary.table)
    assert "crashed (3)" in rows["exit.txt"]["reason_en"]
    assert "崩溃（-11）" in rows["segfault.txt"]["reason_zh"]
    assert "longer than 5 seconds" in rows["hang.txt"]["reason_en"]
    assert "KeyError" in rows["bug.txt"]["reason_en"]
    assert rows["pipes.txt"]["outcome"] == "added"
    # the same readers do not try the failed ones again, unless a stopped one gets more time
    second = take_in(
        [folder / "exit.txt", folder / "bug.txt"], tmp_path / "d", reader=treacherous, timeout=5
    )
    assert second.read == 0 and second.outcomes == {"failed": 2}
    assert second.table is not None
    assert rows_of(second.table)["exit.txt"]["seconds"] == ""


# --- the table ----------------------------------------------------------------------------------


def test_every_file_has_a_row(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "page_files").mkdir(parents=True)
    (folder / "pipes.txt").write_bytes(PIPES)
    (folder / "zcopy.txt").write_bytes(PIPES)
    (folder / "tabs.aspx").write_bytes((EXAMPLES / "2021-tabs.txt").read_bytes())
    (folder / "style.css").write_bytes(b"td { color: red }")
    (folder / "page_files" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (folder / "empty.html").write_bytes(b"")
    (folder / "chaoyang.txt").write_bytes(
        PIPES.replace("青禾市松风县石桥镇人民政府".encode(), "朝阳区人民政府".encode())
    )
    (folder / "noyear.txt").write_bytes(PIPES.replace(b"2023", "某".encode()))
    table = tmp_path / "table.parquet"
    dataset = Dataset(tmp_path / "d")
    take_in([folder], dataset, jobs=2, table=table, progress=False)
    found = {Path(row["path"]).name: row for row in pq.read_table(table).to_pylist()}
    assert tuple(pq.read_schema(table).names) == COLUMNS
    assert {name: row["outcome"] for name, row in found.items()} == {
        "pipes.txt": "added",
        "zcopy.txt": "duplicate",
        "tabs.aspx": "no_reader",
        "style.css": "no_reader",
        "logo.png": "no_reader",
        ".DS_Store": "no_reader",
        "empty.html": "failed",
        "chaoyang.txt": "ambiguous",
        "noyear.txt": "needs_year",
    }
    row = found["pipes.txt"]
    assert (row["organ"], row["year"], row["revision"]) == ("青禾市松风县石桥镇人民政府", 2023, 1)
    assert row["n_errors"] >= 1 and row["size"] == len(PIPES) and len(row["sha256"]) == 64
    assert "pipes.txt" in found["zcopy.txt"]["reason_en"]
    # nothing is guessed: both candidates are named and nothing is added
    assert "北京市朝阳区" in found["chaoyang.txt"]["candidates"]
    assert "长春市朝阳区" in found["chaoyang.txt"]["candidates"]
    assert dataset.table("reports").num_rows == 1


def test_of_two_reports_of_one_year_the_later_path_is_the_later_revision(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for at in range(6):
        (folder / f"{at}.txt").write_bytes(PIPES + b"\n" * at)
    take_in([folder], tmp_path / "d", jobs=2, progress=False)
    stored = Dataset(tmp_path / "d").table("reports").to_pylist()
    assert [(r["source_name"], r["revision"]) for r in stored if r["current"]] == [("5.txt", 6)]


# --- resuming -----------------------------------------------------------------------------------


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pipes.txt").write_bytes(PIPES)
    take_in([folder], tmp_path / "d", jobs=1, progress=False)
    with ThreadPoolExecutor(1) as threads:  # any executor will do
        again = take_in(
            [folder], tmp_path / "d", executor=threads, reader=forbidden, progress=False
        )
        assert again.outcomes == {"identical": 1} and again.table is not None
        row = rows_of(again.table)["pipes.txt"]
        assert (row["organ"], row["year"]) == ("青禾市松风县石桥镇人民政府", "2023")
        anew = take_in(
            [folder],
            tmp_path / "d",
            executor=threads,
            reader=forbidden,
            again=True,
            progress=False,
        )
    assert anew.outcomes == {"failed": 1}  # it was read anew, by a reader that fails


def test_ctrl_c_writes_what_was_read_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(PIPES)
    (folder / "b.txt").write_bytes(TABS)
    (folder / "hang.txt").write_bytes(TABS + b"\n")
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "import lib.batch, lib.batch.run, test_batch\n"
        "from lib.cli import main\n"
        "real = lib.batch.run.take_in\n"
        "lib.batch.take_in = lambda *a, **k: real(*a, reader=test_batch.treacherous, **k)\n"
        "if __name__ == '__main__':\n"
        f"    sys.exit(main(['intake', {str(folder)!r}, '--jobs', '1', '--table',\n"
        f"        {str(tmp_path / 't.csv')!r}, '--dataset', {str(tmp_path / 'd')!r}]))\n"
    )
    (tmp_path / "run.py").write_text(script, encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py")],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TEST_BATCH_HANGING": str(tmp_path / "hanging"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while not (tmp_path / "hanging").exists():  # one worker: a and b are read by then
        assert run.poll() is None
        time.sleep(0.1)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: the workers too
    out, err = run.communicate(timeout=60)
    assert run.returncode == 130, err
    assert "Traceback" not in err
    assert "2 added" in out and "stopped" in out
    assert rows_of(tmp_path / "t.csv")["hang.txt"]["outcome"] == "stopped"
    assert Dataset(tmp_path / "d").table("reports").num_rows == 2
    rest = take_in([folder], tmp_path / "d", jobs=1, progress=False)
    assert rest.read == 1  # hang.txt, by a reader that does not hang on it
    assert rest.outcomes["identical"] == 2


# --- zips ---------------------------------------------------------------------------------------


def test_zip_in_zip_and_names_in_gbk(tmp_path: Path) -> None:
    inner = gbk_zip("年报/石桥镇.txt", PIPES)
    outer = zipped({"甲/内.zip": inner, "乙.txt": TABS, "坏.zip": b"PK\x03\x04cut"})
    (tmp_path / "all.zip").write_bytes(outer)
    summary = take_in([tmp_path / "all.zip"], tmp_path / "d", jobs=1, progress=False)
    assert summary.table is not None
    rows = rows_of(summary.table)
    assert rows["all.zip甲/内.zip/年报/石桥镇.txt"]["outcome"] == "added"
    assert rows["all.zip乙.txt"]["outcome"] == "added"
    assert "损坏" in rows["all.zip坏.zip"]["reason_zh"]
    stored = {r["source_name"] for r in Dataset(tmp_path / "d").table("reports").to_pylist()}
    assert stored == {"石桥镇.txt", "乙.txt"}


def test_bombs_are_not_unpacked() -> None:
    bomb = zipped({"zeros.html": bytes(60 << 20), "after.txt": PIPES})
    first, second = members(bomb)
    assert first.refused is not None and "炸弹" in first.refused.zh and not first.data
    assert second.data == PIPES
    small = Bounds(members=3, member_bytes=1000, total_bytes=1 << 30, depth=2)
    too_long = list(members(zipped({"a.txt": os.urandom(1001), "b.txt": b"b"}), small))
    assert too_long[0].refused is not None and too_long[1].data == b"b"
    many = list(members(zipped({f"{at}": b"x" for at in range(9)}), small))
    assert len(many) == 4 and many[3].refused is not None and "3 files" in many[3].refused.en
    deep = zipped({"c.zip": zipped({"b.zip": zipped({"a.txt": b"x"})})})
    (last,) = members(deep, small)
    assert last.path == ("c.zip", "b.zip") and last.refused is not None
    total = Bounds(total_bytes=1500, member_bytes=1000)
    got = list(members(zipped({"a": os.urandom(900), "b": os.urandom(900), "c": b"c"}), total))
    assert [bool(each.data) for each in got] == [True, False, False]


def test_locked_and_damaged_archives_are_said() -> None:
    data = bytearray(zipped({"a.txt": PIPES, "b.txt": TABS}))
    central = data.index(b"PK\x01\x02")
    for at in (6, central + 8):  # the bit for a password, in both headers of a.txt
        data[at : at + 2] = struct.pack("<H", struct.unpack_from("<H", data, at)[0] | 1)
    locked, free = members(bytes(data))
    assert locked.refused is not None and "password" in locked.refused.en
    assert free.data == TABS
    with pytest.raises(Unreadable, match="damaged"):
        list(members(b"PK\x03\x04" + bytes(100)))
    flipped = bytearray(zipped({"a.txt": PIPES}))
    flipped[60] ^= 0xFF
    (bad,) = members(bytes(flipped))
    assert bad.refused is not None and bad.data == b""


def test_office_documents_are_no_archives() -> None:
    assert is_archive(zipped({"a.txt": b"a"}))
    assert not is_archive(zipped({"[Content_Types].xml": b"", "word/document.xml": b""}))
    assert not is_archive(zipped({"OFD.xml": b""}))
    assert not is_archive(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}))
    assert not is_archive(PIPES)


# --- sources ------------------------------------------------------------------------------------

URL = "http://example.invalid/xxgk/1.html"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.csv", f"url,path\n{URL},saved/石桥.txt\n"),
        ("list.jsonl", f'{{"url": "{URL}", "path": "saved/石桥.txt"}}\n'),
        ("list.txt", f"# saved by hand\nsaved/石桥.txt\t{URL}\n"),
        ("wget.log", f'2024-03-01 10:00:00 URL:{URL} [1234/1234] -> "saved/石桥.txt" [1]\n'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_list_gives_the_address(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "石桥.txt").write_bytes(PIPES)
    (tmp_path / name).write_bytes(text.encode(encoding))
    take_in([tmp_path / name], tmp_path / "d", jobs=1, progress=False)
    (row,) = Dataset(tmp_path / "d").table("reports").to_pylist()
    assert row["source_url"] == URL


def test_a_list_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"url,path\n{URL},none.html\n", encoding="utf-8")
    summary = take_in([tmp_path / "list.csv"], tmp_path / "d", jobs=1, progress=False)
    ((_, reason),) = summary.failed
    assert "没有这个文件" in reason


def test_globs_and_a_report_that_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PIPES)
    (tmp_path / "b.md").write_bytes(TABS)
    summary = take_in([str(tmp_path / "*.txt")], tmp_path / "d", jobs=1, progress=False)
    assert summary.outcomes == {"added": 1}
    with pytest.raises(NoSource):
        take_in([str(tmp_path / "*.pdf")], tmp_path / "d")
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["intake", str(tmp_path / "bad.csv"), "--dataset", str(tmp_path / "d")]) == 2


def test_progress_is_readable_without_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(PIPES)
    (tmp_path / "empty.txt").write_bytes(b"")
    take_in([tmp_path / "a.txt", tmp_path / "empty.txt"], tmp_path / "d", jobs=1)
    err = capsys.readouterr().err
    assert "2 of 2 done, 1 failed" in err and "\r" not in err


# --- the upload page ----------------------------------------------------------------------------


class Dropped:
    """A file as Streamlit's uploader hands it over."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    def getvalue(self) -> bytes:
        return self.data


def test_a_dropped_zip_is_its_files_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from lib.ui import uploads

    monkeypatch.setattr(uploads.st, "session_state", {})
    held = zipped(
        {
            "石桥.txt": PIPES,
            "__MACOSX/._石桥.txt": b"\0\5\x16\7",
            "内.zip": zipped({"再.txt": TABS}),
            "空.html": b"",
        }
    )
    dropped = [Dropped("all.zip", held), Dropped("alone.txt", PIPES)]
    for _ in range(2):  # the page runs again after every click
        taken = uploads.take(dropped)
        assert [upload.name for upload in taken] == [
            "all.zip › 石桥.txt",
            "all.zip › 内.zip › 再.txt",
            "all.zip › 空.html",
        ]
    assert taken[0].report is not None and taken[0].report.year == 2023
    assert taken[1].report is not None
    assert taken[2].refused is not None and taken[2].refused[0] == "文件是空的。"
    (bad,) = uploads.take([Dropped("bad.zip", b"PK\x03\x04" + bytes(90))])
    assert bad.refused is not None and "损坏" in bad.refused[0]
    (none,) = uploads.take([Dropped("none.zip", zipped({}))])
    assert none.refused is not None
