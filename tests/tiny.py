"""Five invented reports, small enough to add up by hand. Every cell not named is 0."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from lib import form
from lib.dataset import Dataset
from lib.organs import Organ
from lib.parsing.report import Entry, Report, State

CITY = Organ("9901:甲市人民政府", "甲市人民政府", "9901", "九省", "甲市", "", "city", "government")
BUREAU = Organ(
    "990102:乙县财政局", "乙县财政局", "990102", "九省", "甲市", "乙县", "county", "department"
)
PROVINCE = Organ("98:丙省人民政府", "丙省人民政府", "98", "丙省", "", "", "province", "government")

CITY_2020 = {
    "requests.received.natural_person": 10,
    "requests.received.business": 2,
    "requests.received.total": 12,
    "requests.carried_in.natural_person": 3,
    "requests.carried_in.total": 3,
    "requests.granted.natural_person": 6,
    "requests.granted.total": 6,
    "requests.partly_granted.natural_person": 1,
    "requests.partly_granted.total": 1,
    "requests.refused_internal.natural_person": 2,
    "requests.refused_internal.total": 2,
    "requests.unable_not_held.natural_person": 1,
    "requests.unable_not_held.total": 1,
    "requests.other.natural_person": 2,
    "requests.other.total": 2,
    "requests.handled.natural_person": 12,
    "requests.handled.total": 12,
    "requests.carried_out.natural_person": 1,
    "requests.carried_out.business": 2,
    "requests.carried_out.total": 3,
    "remedies.reconsideration.upheld": 2,
    "remedies.reconsideration.corrected": 1,
    "remedies.reconsideration.pending": 1,
    "remedies.reconsideration.total": 4,
    "disclosure.regulations.made": 1,
    "disclosure.regulations.published_total": 9,
    "disclosure.normative_documents.made": 3,
    "disclosure.normative_documents.published_total": 40,
    "disclosure.licences.decisions": 100,
    "disclosure.penalties.decisions": 50,
    "disclosure.coercion.decisions": 5,
    "disclosure.fees.items_last_year": 4,
    "disclosure.fees.items_change": -1,
}
CITY_2021 = {
    "requests.received.natural_person": 15,
    "requests.received.research": 5,
    "requests.received.total": 20,
    "requests.carried_in.natural_person": 3,
    "requests.carried_in.total": 3,
    "requests.granted.natural_person": 8,
    "requests.granted.research": 4,
    "requests.granted.total": 12,
    "requests.refused_process.natural_person": 3,
    "requests.refused_process.total": 3,
    "requests.unable_not_held.natural_person": 1,
    "requests.unable_not_held.total": 1,
    "requests.declined_repeat.natural_person": 2,
    "requests.declined_repeat.total": 2,
    "requests.other_not_corrected.natural_person": 1,
    "requests.other_not_corrected.total": 1,
    "requests.other_rest.natural_person": 1,
    "requests.other_rest.total": 1,
    "requests.handled.natural_person": 16,
    "requests.handled.research": 4,
    "requests.handled.total": 20,
    "requests.carried_out.natural_person": 2,
    "requests.carried_out.research": 1,
    "requests.carried_out.total": 3,
    "remedies.reconsideration.upheld": 3,
    "remedies.reconsideration.corrected": 2,
    "remedies.reconsideration.other_result": 1,
    "remedies.reconsideration.pending": 4,
    "remedies.reconsideration.total": 10,
    "remedies.litigation_direct.upheld": 1,
    "remedies.litigation_direct.pending": 1,
    "remedies.litigation_direct.total": 2,
    "remedies.litigation_after.corrected": 1,
    "remedies.litigation_after.total": 1,
    "disclosure.regulations.repealed": 2,
    "disclosure.regulations.in_force": 7,
    "disclosure.normative_documents.made": 5,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 44,
    "disclosure.licences.decisions": 110,
    "disclosure.penalties.decisions": 40,
    "disclosure.coercion.decisions": 6,
    "disclosure.fees.amount": 12.5,
}
BUREAU_2021 = {"disclosure.licences.decisions": 10, "disclosure.fees.amount": None}
PROVINCE_2021 = {
    "requests.received.total": 100,
    "requests.granted.total": 50,
    "requests.refused_state_secret.total": None,
    "requests.declined_complaint.total": 40,
    "requests.handled.total": 90,
    "requests.carried_out.total": 10,
    "disclosure.normative_documents.in_force": None,
}
SUPERSEDED = {"requests.received.total": 999, "requests.handled.total": 999}


def report(
    organ: Organ, year: int, numbers: dict[str, float | None], *, sha256: str = ""
) -> Report:
    """A report on the year's prescribed form; None is a cell printed blank."""
    edition = form.edition_for(year)
    entries = {}
    for cell in form.cells(edition):
        value = numbers.get(cell.key, 0)
        state = State.BLANK if value is None else State.REPORTED
        number = None if value is None else Decimal(str(value))
        entries[cell.key] = Entry(cell.key, number, "" if value is None else str(value), state)
    unknown = set(numbers) - set(entries)
    assert not unknown, unknown
    return Report(
        organ=organ.name,
        year=year,
        title=f"{organ.name}{year}年政府信息公开工作年度报告",
        published=None,
        editions={table.key: edition.key for table in form.TABLES},
        entries=entries,
        sections={},
        findings=(),
        name=f"{organ.name}-{year}.html",
        sha256=sha256 or f"{organ.organ_id}{year}",
        format="html",
    )


def build(root: Path) -> Dataset:
    """2020: the city. 2021: the city (revised once), a county bureau of all zeros, a province
    with two blank cells."""
    dataset = Dataset(root)
    dataset.add([(report(CITY, 2021, SUPERSEDED, sha256="first print"), CITY)], invented=True)
    dataset.add(
        [
            (report(CITY, 2020, CITY_2020), CITY),
            (report(CITY, 2021, CITY_2021), CITY),
            (report(BUREAU, 2021, BUREAU_2021), BUREAU),
            (report(PROVINCE, 2021, PROVINCE_2021), PROVINCE),
        ],
        invented=True,
    )
    return dataset
