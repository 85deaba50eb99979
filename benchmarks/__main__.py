"""python -m benchmarks [reading] [intake] [queries] [clicks]: all where none is named."""

from __future__ import annotations

import sys

from benchmarks import clicks, intake, queries, reading

PARTS = {"reading": reading.run, "intake": intake.run, "queries": queries.run, "clicks": clicks.run}


def main() -> int:
    named = sys.argv[1:] or list(PARTS)
    unknown = [name for name in named if name not in PARTS]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(PARTS)}")
        return 2
    for name in named:
        PARTS[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
