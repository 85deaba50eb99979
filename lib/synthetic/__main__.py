"""Write the demonstration dataset: python -m lib.synthetic [--to FOLDER] [--seed N]."""

from __future__ import annotations

import argparse
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from lib.checks import check
from lib.dataset import Dataset, path_of
from lib.dataset.places import forget_place
from lib.synthetic.reports import invent_reports


def main() -> None:
    """Replace the folder by a dataset made anew. No evidence but the findings: the numbers were
    never printed anywhere."""
    parser = argparse.ArgumentParser(prog="python -m lib.synthetic", description=__doc__)
    parser.add_argument("--to", type=Path, default=path_of("demo"))
    parser.add_argument("--seed", type=int, default=2019)
    options = parser.parse_args()
    found = [
        (replace(report, findings=check(report, organ.level, organ.kind)), organ)
        for report, organ in invent_reports(options.seed)
    ]
    if options.to.exists():
        shutil.rmtree(options.to)
    Dataset(options.to).add(
        found,
        invented=True,
        batch=f"invented-{options.seed}",
        read_at=datetime(2026, 1, 1, tzinfo=UTC),
        evidence=("findings",),
    )
    forget_place(options.to)
    findings = sum(len(report.findings) for report, _ in found)
    organs = len({organ.organ_id for _, organ in found})
    size = sum(path.stat().st_size for path in options.to.rglob("*") if path.is_file())
    print(f"{len(found)} invented reports of {organs} organs, {findings} findings")
    print(f"{options.to}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
