"""Borders that the operator supplies, for a choropleth: none ship.

Whoever publishes a map of China answers for its borders and needs its approval number (审图号), so
the app draws only what its operator gives it: a GeoJSON whose features carry the GB/T 2260 code of
their place as `adcode` or `code` (among their properties) or as `id`.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

VARIABLE = "DISCLOSURE_GEOJSON"
"""The environment variable that names the file."""


class NoGeometry(Exception):
    """A file of borders that cannot be used; says why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


def supplied() -> dict[str, Any] | None:
    """The operator's GeoJSON with every feature's `id` its code without the zeros at its end; None
    where none is supplied. Raises NoGeometry where the file cannot be used."""
    path = os.environ.get(VARIABLE)
    return _read(path, Path(path).stat().st_mtime_ns) if path and _there(path) else None


def _there(path: str) -> bool:
    if not Path(path).is_file():
        raise NoGeometry(f"找不到边界文件{path}。", f"There is no file of borders at {path}.")
    return True


@lru_cache(maxsize=2)
def _read(path: str, changed: int) -> dict[str, Any]:
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        features = [(_code(feature), feature) for feature in found["features"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoGeometry("边界文件不是GeoJSON。", "The file of borders is not GeoJSON.") from error
    coded = [feature | {"id": code} for code, feature in features if code]
    if not coded:
        raise NoGeometry(
            "边界文件里没有一个地区带有adcode或code。",
            "No feature of the file of borders has an adcode or a code.",
        )
    return {"type": "FeatureCollection", "features": coded}


def _code(feature: dict[str, Any]) -> str:
    """The code of a feature, "" where it has none.

    >>> _code({"properties": {"adcode": 430000}}), _code({"id": "430203", "properties": {}})
    ('43', '430203')
    """
    properties = feature.get("properties") or {}
    raw = str(properties.get("adcode") or properties.get("code") or feature.get("id") or "")
    return re.sub(r"(?:00){1,2}$", "", raw) if re.fullmatch(r"(?:\d\d){1,3}", raw) else ""
