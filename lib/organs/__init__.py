"""Who reports: an organ's name -> its region code, level and kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ placed on the map of divisions.

    `region_code` is the six-digit GB/T 2260 code, "" where the place is unknown or ambiguous (then
    `candidates` lists the codes it could be). `province`, `city`, `county` are Chinese names, ""
    where there is none. `level`: national, province, city, county, town, or "" unknown. `kind`:
    government, department, functional_zone, town_street, other."""

    organ_id: str
    name: str
    region_code: str
    province: str
    city: str
    county: str
    level: str
    kind: str
    candidates: tuple[str, ...] = ()


def recognise(name: str, context: str = "", year: int | None = None) -> Organ:
    """Place the organ called `name`; `context` is a breadcrumb, publisher or page title."""
    return Organ(f"-:{''.join(name.split())}", name, "", "", "", "", "", "other")
