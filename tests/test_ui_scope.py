"""The selection in words."""

from __future__ import annotations

import pytest

from lib.dataset import Dataset
from lib.selection import Selection
from lib.ui.scope import in_words
from tests import tiny


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return tiny.build(tmp_path_factory.mktemp("tiny"))


@pytest.mark.parametrize(
    ("selection", "lang", "expected"),
    [
        (Selection(), "zh", "数据集全部报告"),
        (Selection(years=(2020, 2021), regions=("99",)), "zh", "2020–2021年；九省"),
        (Selection(years=(2019, 2021)), "en", "2019, 2021"),
        (Selection(regions=("9901", "990102")), "zh", "甲市、乙县"),
        (Selection(levels=("county",), kinds=("department",)), "en", "County; Department"),
        (Selection(organs=(tiny.CITY.organ_id,)), "zh", "甲市人民政府"),
        (Selection(organs=("1:a", "1:b", "1:c", "1:d")), "zh", "a、b、c等4个"),
        (Selection(regions=("55",)), "zh", "55"),
    ],
)
def test_in_words(dataset: Dataset, selection: Selection, lang: str, expected: str) -> None:
    assert in_words(dataset, selection, lang) == expected
