"""What the form's sums confirm of numbers read off a picture, and what they cannot."""

from decimal import Decimal
from itertools import permutations
from random import Random

from lib.form import E2021, cells
from lib.parsing.confirm import confirmed
from lib.parsing.numbers import read_number
from lib.parsing.report import Entry, Report, State
from lib.synthetic import invent_report

EDITIONS = {"disclosure": "2021", "requests": "2021", "remedies": "2021"}


def form(**numbers: int) -> dict[str, Entry]:
    """A whole form of zeros but for these: `granted__natural_person=5` of section three."""
    made = {each.key: Entry(each.key, Decimal(0), "0", State.REPORTED) for each in cells(E2021)}
    for name, number in numbers.items():
        key = "requests." + name.replace("__", ".")
        made[key] = Entry(key, Decimal(number), str(number), State.REPORTED)
    return made


def sure(entries: dict[str, Entry]) -> set[str]:
    made, _ = confirmed(entries, EDITIONS, [])
    assert {entry.state for entry in made.values()} <= {State.INFERRED, State.UNREADABLE}
    assert all(
        (entry.value is None) == (entry.state is State.UNREADABLE) for entry in made.values()
    )
    return {key for key, entry in made.items() if entry.value is not None}


# 12 received; 9 granted, 3 refused; persons 7 + 2, business 2 + 1
BUSY = {
    "received__natural_person": 9,
    "received__business": 3,
    "received__total": 12,
    "granted__natural_person": 7,
    "granted__business": 2,
    "granted__total": 9,
    "refused_process__natural_person": 2,
    "refused_process__business": 1,
    "refused_process__total": 3,
    "handled__natural_person": 9,
    "handled__business": 3,
    "handled__total": 12,
}


def test_numbers_that_two_sums_hold_are_confirmed() -> None:
    found = sure(form(**BUSY))
    assert {"requests." + name.replace("__", ".") for name in BUSY} <= found
    # a zero beside them as well: the grand total ends in no 0
    assert "requests.refused_internal.business" in found
    # but noughts carried in and out could both be another digit
    assert "requests.carried_in.business" not in found


def test_section_two_has_no_sums() -> None:
    assert not any(key.startswith("disclosure.") for key in sure(form(**BUSY)))


def test_one_digit_wrong_breaks_every_sum_it_stands_in() -> None:
    found = sure(form(**{**BUSY, "granted__natural_person": 1}))
    for key in ("granted.natural_person", "granted.business", "granted.total"):
        assert f"requests.{key}" not in found
    assert "requests.handled.natural_person" not in found
    # where neither its row nor its column goes, the rest stands
    assert "requests.refused_process.business" in found


def test_a_digit_misread_the_same_way_everywhere_is_not_confirmed() -> None:
    # 7 + 10 = 17 read with every 7 as a 1: 1 + 10 = 11. Every sum holds, and all is wrong.
    misread = {
        "received__natural_person": 11,
        "received__total": 11,
        "granted__natural_person": 1,
        "granted__total": 1,
        "refused_process__natural_person": 10,
        "refused_process__total": 10,
        "handled__natural_person": 11,
        "handled__total": 11,
    }
    found = sure(form(**misread))
    for key in ("received", "granted", "handled"):
        assert f"requests.{key}.natural_person" not in found
        assert f"requests.{key}.total" not in found


def test_a_report_of_nothing_but_noughts_is_not_confirmed() -> None:
    # eight requests, all of them granted, read as noughts, would look the same
    assert sure(form()) == set()


def test_a_blank_or_unread_cell_confirms_nothing_around_it() -> None:
    entries = form(**BUSY)
    key = "requests.granted.research"
    for state in (State.BLANK, State.UNREADABLE, State.MISSING):
        entries[key] = Entry(key, None, "", state)
        made, _ = confirmed(entries, EDITIONS, [])
        assert made[key].state is state
        assert made["requests.granted.natural_person"].state is State.UNREADABLE
        assert made["requests.granted.natural_person"].text == "7"
        assert made["requests.refused_process.business"].state is State.INFERRED


def test_a_stroke_read_as_a_dash_may_be_a_one() -> None:
    entries = form(**BUSY)
    key = "disclosure.regulations.made"
    entries[key] = Entry(key, None, "/", State.NOT_APPLICABLE)
    made, findings = confirmed(entries, EDITIONS, [])
    assert made[key].state is State.UNREADABLE
    assert any(key in each.cells and each.code == "cell.unconfirmed" for each in findings)


def test_each_table_has_one_finding_that_names_what_was_not_taken() -> None:
    made, findings = confirmed(form(**BUSY), EDITIONS, [])
    note, *rest = findings
    assert note.code == "cell.ocr"
    assert "由图片识别" in note.zh
    withheld = [key for key, entry in made.items() if entry.state is State.UNREADABLE]
    assert sorted(withheld) == sorted(key for each in rest for key in each.cells)
    assert {each.code for each in rest} == {"cell.unconfirmed"}
    assert "另有5格" in rest[0].zh and "10个" in rest[0].zh


def as_read(key: str, text: str) -> Entry:
    number = read_number(text)
    return Entry(key, number.value, text, number.state)


def misread(report: Report, wrong: dict[str, str]) -> dict[str, Entry]:
    """The report's numbers as a recogniser reads them that takes some digits for others."""
    swap = str.maketrans(wrong)
    made = {}
    for key, entry in report.entries.items():
        text = str(int(entry.value or 0)).translate(swap)
        made[key] = as_read(key, text)
    return made


def test_no_confusion_of_one_digit_with_another_is_ever_confirmed() -> None:
    taken = 0
    for report in (invent_report(seed, 2023) for seed in range(12)):
        for printed, read in permutations("0123456789", 2):
            made, _ = confirmed(misread(report, {printed: read}), report.editions, [])
            for key, entry in made.items():
                if entry.value is not None:
                    taken += 1
                    assert entry.value == (report.entries[key].value or 0), (key, printed, read)
    assert taken > 10_000  # the rule is no refusal of everything


def test_digits_wrong_here_and_there_are_never_confirmed() -> None:
    """Up to six numbers a report with a digit changed, lost or put in, drawn by lot."""
    lot = Random(33190)
    for report in (invent_report(seed, 2023) for seed in range(12)):
        right = misread(report, {})
        keys = [key for key in right if not key.startswith("disclosure.")]
        for _ in range(40):
            entries = dict(right)
            for key in lot.sample(keys, lot.randint(1, 6)):
                text, at = right[key].text, lot.randrange(len(right[key].text))
                digit = lot.choice("0123456789")
                text = text[:at] + digit + text[at + lot.randint(0, 1) :]
                entries[key] = as_read(key, text)
            made, _ = confirmed(entries, report.editions, [])
            wrong = [
                key
                for key, entry in made.items()
                if entry.value is not None and entry.value != right[key].value
            ]
            assert wrong == []
