"""The report put together: what the masthead and the text say of it, around what its tables
hold."""

from __future__ import annotations

from collections.abc import Iterable

from lib.findings import Finding
from lib.parsing.masthead import Masthead
from lib.parsing.report import Entry, Report, Stated
from lib.parsing.scope import read_scope
from lib.parsing.stated import Fee
from lib.reading.document import Document


def assemble(
    document: Document,
    masthead: Masthead,
    year: int,
    editions: dict[str, str],
    entries: dict[str, Entry],
    sections: dict[str, str],
    findings: Iterable[Finding],
    stated: tuple[Stated, ...] = (),
    fee: Fee | None = None,
) -> Report:
    """The Report for `year`; the other arguments are as in Report."""
    scope = read_scope(document)
    places = {
        "title": masthead.place,
        "scope": scope.place,
        "processing_fee": fee.place if fee else None,
    }
    return Report(
        organ=masthead.organ,
        year=year,
        title=masthead.title,
        published=masthead.published,
        editions=editions,
        entries=entries,
        sections=sections,
        findings=tuple(findings),
        name=document.name,
        sha256=document.sha256,
        format=document.format,
        source_url=masthead.source_url,
        publisher=masthead.publisher,
        places={name: place for name, place in places.items() if place},
        context=masthead.context,
        scope=scope.kind,
        scope_text=scope.text,
        stated=stated,
        processing_fee=fee.amount if fee else None,
        processing_fee_text=fee.text if fee else "",
    )
