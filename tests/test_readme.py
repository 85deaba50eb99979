"""The README's table of dependencies is the requirements, and its commands are files."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def pinned() -> set[str]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert all("==" in line for line in wanted)
    return {re.split(r"[\[=]", line)[0] for line in wanted}


def test_every_dependency_has_its_reason() -> None:
    table = README.split("## Dependencies")[1].split("##")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("|")][2:]
    named = {name.strip() for row in rows for name in row[1].split(",")}
    assert named == pinned()
    assert all(len(row[2].strip()) > 3 for row in rows)


def test_the_commands_are_there() -> None:
    assert "sh .ci/app" in README
    assert "sh .ci/test" in README
    for name in ("app", "test", "run", "setup"):
        assert (ROOT / ".ci" / name).is_file()


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
