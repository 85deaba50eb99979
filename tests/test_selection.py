"""The selection, and its way into an address and back."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.selection import DATASETS, KINDS, LEVELS, Selection
from lib.ui.address import Stale, decode, encode
from lib.words import LANGUAGES, catalogue


def subsets(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(values)).map(
        lambda chosen: tuple(value for value in values if value in chosen)
    )


SELECTIONS = st.builds(
    Selection,
    dataset=st.sampled_from(DATASETS),
    years=st.sets(st.integers(2000, 2100)).map(lambda years: tuple(sorted(years))),
    regions=st.lists(st.from_regex(r"[0-9]{2}([0-9]{2}){0,2}", fullmatch=True), unique=True).map(
        tuple
    ),
    levels=subsets(LEVELS),
    kinds=subsets(KINDS),
    # an organ's name may hold anything, commas and equals signs too
    organs=st.lists(st.text(min_size=1), unique=True).map(tuple),
)


@given(SELECTIONS, st.sampled_from(LANGUAGES))
def test_an_address_brings_back_what_went_in(selection: Selection, lang: str) -> None:
    assert decode(encode(selection, lang)) == (selection, [])


def test_a_selection_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Selection().years = (2021,)  # type: ignore[misc]
    assert Selection() == Selection("real", (), (), (), (), ())
    assert len({Selection(), Selection("real"), Selection("demo")}) == 2  # it is a cache's key


def test_addresses_stay_short() -> None:
    assert encode(Selection(), "zh") == {"lang": ["zh"]}
    assert encode(Selection("demo", (2019, 2021, 2022, 2023), ("43", "4402")), "en") == {
        "d": ["demo"],
        "y": ["2019,2021-2023"],
        "r": ["43,4402"],
        "lang": ["en"],
    }
    organs = ("430203:甲,乙局", "4302:丙市")
    assert encode(Selection(organs=organs), "zh")["o"] == list(organs)


@pytest.mark.parametrize(
    ("parameters", "selection", "stale"),
    [
        ({}, Selection(), []),
        ({"d": ["elsewhere"]}, Selection(), [Stale("d", "elsewhere")]),
        ({"d": ["demo", "working"]}, Selection("working"), []),
        ({"y": ["2021-2023,2019"]}, Selection(years=(2019, 2021, 2022, 2023)), []),
        ({"y": ["2021", "2022"]}, Selection(years=(2021, 2022)), []),
        ({"y": ["soon,2021"]}, Selection(years=(2021,)), [Stale("y", "soon")]),
        (
            {"y": ["2021-,2023-2021,21"]},
            Selection(),
            [Stale("y", y) for y in ("2021-", "2023-2021", "21")],
        ),
        ({"y": ["-2021"]}, Selection(), [Stale("y", "-2021")]),
        ({"y": ["99999999999999999999"]}, Selection(), [Stale("y", "99999999999999999999")]),
        ({"r": ["43,,4302"]}, Selection(regions=("43", "4302")), []),
        ({"l": ["county,village"]}, Selection(levels=("county",)), [Stale("l", "village")]),
        ({"k": ["club"], "l": ["city"]}, Selection(levels=("city",)), [Stale("k", "club")]),
        ({"tab": ["flow"], "utm": ["x"]}, Selection(), []),
    ],
)
def test_what_cannot_be_is_named(
    parameters: dict[str, list[str]], selection: Selection, stale: list[Stale]
) -> None:
    assert decode(parameters) == (selection, stale)


# digits to str.isdigit, but not to int, or not to a reader: full-width, superscript, Arabic
@pytest.mark.parametrize("years", ["\uff12\uff10\uff12\uff11", "\u00b2021", "2021-\u0662\u0660"])
def test_digits_of_another_kind(years: str) -> None:
    assert decode({"y": [years]}) == (Selection(), [Stale("y", years)])


@given(
    st.dictionaries(
        st.sampled_from(["d", "y", "r", "l", "k", "o", "lang", "tab"]),
        st.lists(st.text(alphabet="0123456789-,²年abc:", max_size=12)),
    )
)
def test_any_address_is_read(parameters: dict[str, list[str]]) -> None:
    selection, _ = decode(parameters)
    assert selection.dataset in DATASETS
    assert set(selection.levels) <= set(LEVELS) and set(selection.kinds) <= set(KINDS)
    assert len(selection.years) <= 10_000


@pytest.mark.parametrize("parameter", ["d", "y", "r", "l", "k", "o", "lang"])
def test_there_are_words_for_every_stale_value(parameter: str) -> None:
    assert f"common.stale.{parameter}" in catalogue()
