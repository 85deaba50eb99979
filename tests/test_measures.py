"""The named measures against the form: what they divide, and by what."""

from __future__ import annotations

import pytest

from lib import form, measures
from lib.measures import MEASURES


def test_every_measure_is_made_of_cells_of_the_form() -> None:
    known = {cell.key for cell in form.all_cells()}
    for measure in MEASURES.values():
        for quantity in measure.quantities:
            assert known.issuperset(measures.cells(quantity)), (measure.key, quantity)


def test_names_are_told_apart_in_both_languages() -> None:
    for lang in ("zh", "en"):
        names = [measure.name(lang) for measure in MEASURES.values()]
        assert len(set(names)) == len(names)
        assert all(measure.formula(lang) for measure in MEASURES.values())


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("requests.received.total", [["requests.received.total"]]),
        (
            "requests.unable.total",
            [
                [
                    "requests.unable_not_held.total",
                    "requests.unable_to_create.total",
                    "requests.unable_unclear.total",
                ]
            ],
        ),
        (
            "requests.other.total",
            [
                [
                    "requests.other_not_corrected.total",
                    "requests.other_fee_unpaid.total",
                    "requests.other_rest.total",
                ],
                ["requests.other.total"],
            ],
        ),
        (
            "requests.received.organisation",
            [
                [
                    "requests.received.business",
                    "requests.received.research",
                    "requests.received.public_interest",
                    "requests.received.legal_service",
                    "requests.received.other_organisation",
                ]
            ],
        ),
        ("remedies.litigation_direct.corrected", [["remedies.litigation_direct.corrected"]]),
        ("disclosure.fees.amount", [["disclosure.fees.amount"]]),
    ],
)
def test_ways(quantity: str, expected: list[list[str]]) -> None:
    assert [list(way) for way in measures.ways(quantity)] == expected


def test_declined_has_five_reasons_and_refused_eight() -> None:
    assert len(measures.ways("requests.declined.total")[0]) == 5
    assert len(measures.ways("requests.refused.total")[0]) == 8


def test_what_the_form_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        measures.ways("requests.received.made")


def test_both_denominators_of_the_correction_rate() -> None:
    of_all = MEASURES["reconsideration_correction"]
    of_closed = MEASURES["reconsideration_correction_closed"]
    assert of_all.numerator == of_closed.numerator == ("remedies.reconsideration.corrected",)
    assert of_all.denominator == of_closed.denominator == ("remedies.reconsideration.total",)
    assert of_all.less == ()
    assert of_closed.less == ("remedies.reconsideration.pending",)


def test_a_measure_that_counts_pending_cases_says_so() -> None:
    for measure in MEASURES.values():
        counts_cases = any(quantity.startswith("remedies.") for quantity in measure.denominator)
        if counts_cases and not measure.less:
            assert "尚未审结" in measure.caveat_zh
            assert "ending" in measure.caveat_en
