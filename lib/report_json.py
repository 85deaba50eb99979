"""A report, and a finding, as plain JSON values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lib.findings import Finding
from lib.parsing.report import Report
from lib.reading.document import Place


def report_json(report: Report) -> dict[str, Any]:
    """Identity, entries by cell, sections, findings."""
    return {
        "file": report.name,
        "sha256": report.sha256,
        "format": report.format,
        "organ": report.organ,
        "year": report.year,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "source_url": report.source_url,
        "editions": report.editions,
        "entries": {
            key: {
                "value": _plain(entry.value),
                "text": entry.text,
                "state": entry.state.value,
                **({"place": _place(entry.place)} if entry.place else {}),
            }
            for key, entry in report.entries.items()
        },
        "sections": report.sections,
        "findings": [finding_json(each) for each in report.findings],
    }


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _place(place: Place) -> dict[str, Any]:
    names = ("line", "table", "row", "column", "page", "box")
    return {name: value for name in names if (value := getattr(place, name)) is not None}


def finding_json(finding: Finding) -> dict[str, Any]:
    """Its code and severity, both sentences, cells, places and numbers."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "zh": finding.zh,
        "en": finding.en,
        "cells": list(finding.cells),
        "places": [_place(place) for place in finding.places],
        "expected": _plain(finding.expected),
        "printed": _plain(finding.printed),
        "difference": _plain(finding.difference),
        "mend": {"zh": finding.mend_zh, "en": finding.mend_en},
    }
