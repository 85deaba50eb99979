"""What a reader has chosen to look at. Filters make it, queries take it, addresses carry it."""

from __future__ import annotations

from dataclasses import dataclass

DATASETS = ("real", "demo", "working")
LEVELS = ("national", "province", "city", "county", "town")
KINDS = ("government", "department", "functional_zone", "town_street", "other")


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of reports; an empty tuple means all.

    `regions` are GB/T 2260 codes or beginnings of them ("43" a province, "4302" a city, "430203" a
    county), matched by prefix; `organs` are organ_ids; `without_errors` leaves out the reports that
    carry an error nobody has dismissed."""

    dataset: str = "real"
    years: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    without_errors: bool = False
