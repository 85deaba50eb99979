"""The pre-check of an upload: what is wrong, where, against the years beside it, and to send on."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.dataset import Dataset
from lib.exporting.follow_up import head
from lib.intake import intake
from lib.organs import recognise
from lib.ui.upload_follow_up import findings_of
from lib.words import say

APP = Path(__file__).resolve().parents[1] / "app.py"
EXAMPLES = Path(__file__).parent / "examples"
FAULTY = EXAMPLES / "2023-pipes-mixed-editions.txt"
STANDINGS = ("added", "same", "exists", "twin", "unknown")
ORGAN = "青禾市松风县石桥镇人民政府"


def dropped(lang: str, *files: tuple[str, bytes]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["lang"] = lang
    app.switch_page("pages/upload.py").run()
    app.file_uploader(key="uploader").set_value(
        [(name, data, "text/plain") for name, data in files]
    )
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


@pytest.fixture(autouse=True)
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DISCLOSURE_WORKING_DATASET", str(tmp_path / "working"))
    return tmp_path / "working"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_finding_has_its_sides_its_mend_and_its_cells(lang: str) -> None:
    app = dropped(lang, (FAULTY.name, FAULTY.read_bytes()))
    assert not app.exception and not app.error
    page = html(app)
    # 4 + 1 granted, printed as 6
    sides = {"expected": "5", "printed": "6", "difference": "+1"}
    assert say("check.two_sides", lang, **sides) in page
    assert say("check.mend", lang) in page
    assert ' lit"' not in page
    at = next(b for b in app.button if b.key.startswith("lit_") and b.key.endswith("_1"))
    at.click().run()
    page = html(app)
    lit = [part for part in page.split("<td") if " lit" in part.split(">")[0]]
    assert any('data-cell="requests.granted.total"' in part for part in lit)
    # and the same numbers in the source beside it
    source = page[page.index('class="source"') :]
    assert source.count('class="lit"') >= 7
    # once more: nothing is lit
    next(b for b in app.button if b.key == at.key).click().run()
    assert ' lit"' not in html(app)
    assert [each.label for each in app.get("download_button")][-2:] == [
        say("check.docx", lang),
        say("check.pdf", lang),
    ]


def test_it_is_held_against_the_year_before(working: Path) -> None:
    text = FAULTY.read_text(encoding="utf-8")
    before = text.replace("2023", "2022").encode()
    report = intake("before.txt", before)
    assert (report.organ, report.year) == (ORGAN, 2022)
    organ = recognise(report.organ, report.context, report.year)
    Dataset(working).add([(report, organ)])
    app = dropped("zh", (FAULTY.name, FAULTY.read_bytes()))
    assert any("2022年度" in each.value for each in app.caption)
    # every number is that of the year before
    assert "与上年数字完全相同" in html(app)


def test_two_years_dropped_together_are_held_against_each_other() -> None:
    text = FAULTY.read_text(encoding="utf-8")
    app = dropped(
        "zh", ("2023.txt", text.encode()), ("2022.txt", text.replace("2023", "2022").encode())
    )
    assert any("2022年度" in each.value for each in app.caption)
    assert "与上年数字完全相同" in html(app)


def test_late_once_the_reader_says_whose_it_is() -> None:
    late = FAULTY.read_text(encoding="utf-8").replace("2024年1月9日", "2024年5月9日")
    assert "2024年5月9日" in late
    app = dropped("zh", ("late.txt", late.encode()))
    assert "逾期39天" in html(app)  # a town: due by 31 March
    organ = next(each for each in app.text_input if each.key.startswith("organ_"))
    organ.set_value("青禾市水务局").run()
    assert "逾期99天" in html(app)  # a department: due by 31 January


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pasted_text_is_read_as_a_file_is(lang: str) -> None:
    app = dropped(lang)
    app.text_area(key="pasted").set_value(FAULTY.read_text(encoding="utf-8"))
    (send,) = [each for each in app.button if each.label == say("upload.paste_read", lang)]
    send.click().run()
    assert not app.exception and not app.error
    organ = next(each for each in app.text_input if each.key.startswith("organ_"))
    assert organ.value == ORGAN
    assert say("check.two_sides", lang, expected="5", printed="6", difference="+1") in html(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_findings_of_what_was_dropped_in_one_table(lang: str) -> None:
    app = dropped(lang, (FAULTY.name, FAULTY.read_bytes()), ("b.pdf", b"%PDF-1.4 broken"))
    assert say("upload.all_findings", lang) in [b.label for b in app.get("download_button")]
    taken = [upload for upload in app.session_state["uploads"].values() if not upload.discarded]
    found = findings_of(taken, lang)
    of_file = found[found.iloc[:, -1] == FAULTY.name]
    granted = of_file[of_file[head("expected", lang)] == 5]
    assert set(granted[head("printed", lang)]) == {6}
    assert set(of_file[head("organ", lang)]) == {ORGAN}
    (unread,) = found[found.iloc[:, -1] == "b.pdf"].to_dict("records")
    assert unread[head("severity", lang)] == say("upload.unread", lang)
    assert unread[head("sentence", lang)]


def test_adding_all_says_what_was_not_added_and_why(working: Path) -> None:
    text = FAULTY.read_text(encoding="utf-8")
    report = intake(FAULTY.name, text.encode())
    organ = recognise(report.organ, report.context, report.year)
    Dataset(working).add([(report, organ)])
    nobody = "政府信息公开工作年度报告\n" + text[text.index("一、") :]
    app = dropped(
        "zh",
        ("same.txt", text.encode()),
        ("other.txt", (text + "\n").encode()),
        ("new.txt", text.replace("2023", "2022").encode()),
        ("twin.txt", (text.replace("2023", "2022") + "\n").encode()),
        ("nobody.txt", nobody.encode()),
    )
    # of the five one can be added without an answer, and the button says so
    others = "".join(
        say(f"upload.batch_{each}", "zh", n=1) for each in ("same", "exists", "twin", "unknown")
    )
    assert others in [each.value for each in app.caption]
    assert app.button(key="add_all").label == say("upload.add_new", "zh", n=1)
    results = list(app.table[0].value[say("upload.status", "zh")])
    standings = ("same", "exists", "", "twin", "unknown")
    for result, standing in zip(results, standings, strict=True):
        said = [s for s in STANDINGS if say(f"upload.standing.{s}", "zh") in result]
        assert said == ([standing] if standing else [])
    app.button(key="add_all").click().run()
    assert not app.exception and not app.error and not app.warning
    assert say("upload.batch_saved", "zh", n=1) in [each.value for each in app.success]
    assert "add_all" not in [each.key for each in app.button]  # nothing is left to add
    years = sorted(row["year"] for row in Dataset(working).table("reports").to_pylist())
    assert years == [2022, 2023]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_has_no_file_tries_an_invented_one(lang: str, working: Path) -> None:
    """Its total of 予以公开 is one too many, and it is never added."""
    app = dropped(lang)
    (door,) = [b for b in app.button if b.label == say("upload.try_sample", lang)]
    door.click().run()
    assert not app.exception and not app.error
    name = say("upload.sample_name", lang, name="")
    assert any(
        each.value.startswith(name.replace("_", "\\_")) or each.value.startswith(name)
        for each in app.caption
    )
    lit = [part for part in html(app).split("<td") if 'data-cell="requests.granted.total"' in part]
    assert any("error" in part.split(">")[0] for part in lit)
    assert say("upload.sample_only", lang) in [each.value for each in app.info]
    labels = [b.label for b in app.button]
    assert say("upload.add", lang) not in labels and say("upload.confirm", lang) not in labels
    next(b for b in app.button if b.label == say("upload.discard", lang)).click().run()
    assert say("upload.try_sample", lang) in [b.label for b in app.button]
    assert not working.exists() or not [
        row for row in Dataset(working).table("reports").to_pylist() if row["invented"]
    ]


def test_the_sample_beside_other_files_is_not_added_with_them(working: Path) -> None:
    app = dropped("zh")
    next(b for b in app.button if b.label == say("upload.try_sample", "zh")).click().run()
    app.file_uploader(key="uploader").set_value(
        [("new.txt", FAULTY.read_bytes(), "text/plain")]
    ).run()
    assert app.button(key="add_all").label == say("upload.add_new", "zh", n=1)
    app.button(key="add_all").click().run()
    organs = {row["organ"] for row in Dataset(working).table("reports").to_pylist()}
    assert ORGAN in organs and not [each for each in organs if each.startswith("霁川")]
