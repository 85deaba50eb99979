"""What ships: only reports that parse exactly, with figures and sources but no sentences."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lib import form
from lib.dataset import CELLS, Dataset, open_dataset
from lib.ship import ship
from lib.synthetic import invent_report, write


def put(folder: Path, seed: int, year: int, name: str = "html-plain", suffix: str = "") -> str:
    file, data = write(invent_report(seed, year), name)
    path = folder / (Path(file).stem + suffix + Path(file).suffix)
    path.write_bytes(data)
    return path.name


def test_only_exact_reports_ship(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    good = put(folder, 1, 2022)
    again = put(folder, 1, 2022, "text-tabs")
    damaged = put(folder, 2, 2022)
    text = (folder / damaged).read_text(encoding="utf-8")
    row = text.index("1.属于国家秘密")
    (folder / damaged).write_text(
        text[:row] + text[row:].replace("<td>0</td>", "<td>??</td>", 1), encoding="utf-8"
    )
    (folder / "empty.html").write_bytes(b"")
    dataset = Dataset(tmp_path / "real")
    said = "\n".join(ship(folder, dataset))
    assert f"added     {good}" in said and f"skipped   {again}" in said
    assert f"left out  {damaged}: 1 of 200 cells" in said and "left out  empty.html" in said
    assert [r["source_name"] for r in dataset.table("reports").to_pylist()] == [good]
    assert dataset.table("entries").num_rows == 200 and dataset.uris("sections") == []


def test_a_report_that_differs_from_its_figures_does_not_ship(tmp_path: Path) -> None:
    file = put(tmp_path, 1, 2022)
    licences = invent_report(1, 2022).value("disclosure.licences.decisions")
    assert licences is not None
    for number, ships in ((int(licences) + 1, False), (int(licences), True)):
        figures = {"file": file, "era": "2021", "table2": {"行政许可": number}}
        (tmp_path / "figures.json").write_text(json.dumps({"reports": [figures]}))
        dataset = Dataset(tmp_path / f"real-{number}")
        said = ship(tmp_path, dataset)
        assert dataset.table("reports").num_rows == ships
        assert ships or "differs from its figures" in said[0]


def test_what_has_shipped() -> None:
    dataset = open_dataset("real")
    rows = {row["source_name"]: row for row in dataset.table("reports").to_pylist()}
    assert len(rows) >= 5 and not any(row["invented"] for row in rows.values())
    assert dataset.uris("sections") == []
    assert max(len(entry["text"]) for entry in dataset.table("entries").to_pylist()) < 40
    # read by eye in the reports themselves
    lusong = rows["2023-株洲市芦淞区人民政府.txt"]
    assert lusong["disclosure.fees.amount"] == 2858.48
    assert (
        lusong["requests.unable_not_held.total"] == 4
        and lusong["requests.refused_query.total"] == 0
    )
    shanghai = rows["2019-上海-市政府办公厅.html"]
    assert shanghai["requests.handled.total"] == 805
    assert shanghai["requests.granted.total"] is None  # printed blank, though its parts are not
    assert shanghai["edition_requests"] == "2019"
    hongze = rows["2023-江苏-淮安市洪泽区人民政府.pdf"]
    assert (
        hongze["remedies.reconsideration.upheld"],
        hongze["remedies.reconsideration.total"],
    ) == (10, 0)
    assert hongze["edition_requests"] == "2019" and hongze["edition_disclosure"] == "2021"
    early = [row for row in rows.values() if row["edition_statistics"]]
    assert [row["year"] for row in sorted(early, key=lambda row: row["year"])] == [
        2013, 2014, 2016, 2018,
    ]  # fmt: skip
    for row in early:  # only the number of requests compares with today's form
        assert all(row[key] is None for key in CELLS if key != "requests.received.total")
    assert rows["2013-福建-平潭县人民政府.txt"]["requests.received.total"] == 7
    for row in (row for row in rows.values() if row not in early):
        in_force = {
            cell.key
            for table in form.TABLES
            for cell in form.cells(form.edition(row[f"edition_{table.key}"]), table.key)
        }
        assert all(row[key] is None for key in CELLS if key not in in_force)


def test_no_log_says_where_a_dataset_was_made() -> None:
    from lib.dataset.places import DATA, SHIPPED

    logs = [log for name in SHIPPED for log in (DATA / name).glob("*/_delta_log/*.json")]
    assert len(logs) >= 4
    for log in logs:
        for address in re.findall(r"file://[^\"\\\\]*", log.read_text(encoding="utf-8")):
            assert address.startswith("file:///data/"), address
