"""The command line: what it prints, and what it refuses in a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lib.batch import Summary
from lib.cli import main
from lib.dataset import Dataset

EXAMPLES = Path(__file__).parent / "examples"


def test_parse_prints_the_report_with_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(EXAMPLES / "2023-pipes-mixed-editions.txt")]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["organ"] == "青禾市松风县石桥镇人民政府"
    assert printed["entries"]["requests.granted.total"]["value"] == 6
    assert printed["entries"]["requests.granted.total"]["text"] == "6"
    found = next(each for each in printed["findings"] if each["code"] == "sum.applicants")
    # 4 + 1 printed as 6
    assert (found["expected"], found["printed"]) == (5, 6)


def test_parse_says_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.html"
    bad.write_bytes(b"")
    assert main(["parse", str(bad), str(tmp_path / "none.html")]) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert first["unreadable"]["zh"] == "文件是空的。"
    assert "No such file" in second["unreadable"]["en"]
    assert "无法打开" in second["unreadable"]["zh"]


def figures(right: bool) -> dict[str, object]:
    new = [12, 0, 0, 0, 0, 0, 12 if right else 13]
    return {
        "reports": [
            {
                "file": "2021-tabs.txt",
                "era": "2021",
                "table2": {"规章": [0, 0, 0], "行政许可": 77, "行政事业性收费": "412.6"},
                "table3": {"new": new, "denied1": [0] * 7, "notproc4": [1, 0, 0, 0, 0, 0, 1]},
                "table4": [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
            }
        ]
    }


@pytest.mark.parametrize(("right", "wrong"), [(True, 0), (False, 1)])
def test_score(tmp_path: Path, capsys: pytest.CaptureFixture[str], right: bool, wrong: int) -> None:
    (tmp_path / "2021-tabs.txt").write_bytes((EXAMPLES / "2021-tabs.txt").read_bytes())
    (tmp_path / "figures.json").write_text(json.dumps(figures(right)), encoding="utf-8")
    assert main(["score", str(tmp_path)]) == wrong
    out = capsys.readouterr().out
    # 3 + 1 + 1 of table 2, 21 of table 3, 15 of table 4
    assert out.splitlines()[1].split()[:5] == [str(41 - wrong), "0", "0", "0", str(wrong)]
    assert ("WRONG requests.received.total: expected 13, got 12" in out) == bool(wrong)


def test_score_without_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(tmp_path)]) == 2
    assert "figures.json" in capsys.readouterr().err


def test_intake_adds_a_folder_and_says_what_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for path in EXAMPLES.iterdir():
        if path.suffix != ".json":
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "empty.html").write_bytes(b"")
    (folder / "weather.html").write_text("<p>明天晴</p>", encoding="utf-8")
    target = tmp_path / "dataset"
    assert main(["intake", str(folder), "--dataset", str(target)]) == 1
    out = capsys.readouterr().out
    examples = sum(path.suffix != ".json" for path in EXAMPLES.iterdir())
    assert f"{examples} added; 2 failed" in out
    assert "failed: empty.html: 文件是空的。" in out
    # 石桥镇's granted row does not add up; no other example is wrong
    assert "1 of the reports read have errors" in out
    rows = Dataset(target).table("reports").to_pylist()
    assert len(rows) == examples
    office = next(row for row in rows if row["organ"] == "青禾市人民政府办公厅")
    assert office["requests.received.total"] == 130
    assert office["requests.received.research"] is None
    assert office["disclosure.procurement.value"] == 1840300.5
    # the same folder again changes nothing
    assert main(["intake", str(folder), "--dataset", str(target)]) == 1
    assert f"{examples} identical" in capsys.readouterr().out
    assert len(Dataset(target).table("reports")) == examples


def test_intake_of_no_folder(tmp_path: Path) -> None:
    assert main(["intake", str(tmp_path / "none")]) == 2


def test_a_dataset_may_be_named_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[object] = []

    def take_in(sources: list[str], dataset: object, **more: object) -> Summary:
        named.append(dataset)
        return Summary()

    monkeypatch.setattr("lib.batch.take_in", take_in)
    assert main(["intake", "x.html", "--dataset", "s3://bucket/reports"]) == 0
    (address,) = named
    assert str(address) == "s3://bucket/reports"  # a Path would be s3:/bucket/reports


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_terminal_without_chinese_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("年报.txt".encode("gbk"))
    path.write_bytes((EXAMPLES / "2023-pipes-mixed-editions.txt").read_bytes())
    for command in ("parse", "check"):
        run = subprocess.run(
            [sys.executable, "-m", "lib.cli", command, path],
            cwd=EXAMPLES.parents[1],
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            text=True,
        )
        assert "Traceback" not in run.stderr
        assert r"\u9752\u79be\u5e02" in run.stdout  # 青禾市


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("check", "--dataset", "none"), "没有数据集", "no dataset at none"),
        (("check", "x.html", "--dataset", "none"), "没有数据集", "no dataset at none"),
        (("check", "none.html"), "没有这个文件", "no such file"),
        (("intake", "none.html"), "没有这个文件", "no such file"),
        (("score",), "请给出文件夹", "name a folder"),
        (("score", "none"), "figures.json", "has no figures.json"),
        (("score", "--layouts", "--only", "none"), "没有这些版面", "no such layout: none"),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(
    arguments: tuple[str, ...],
    zh: str,
    en: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(list(arguments)) == 2
    said = capsys.readouterr()
    assert zh in said.err and en in said.err and not said.out
    assert not list(tmp_path.iterdir())
