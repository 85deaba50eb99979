"""The README's table of dependencies is the requirements, its commands are files, and what the
documents name is there."""

import re
from pathlib import Path

import pytest

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


DOCUMENTS = [ROOT / "README.md", ROOT / "data" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_names_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target
    named = re.findall(r"`((?:lib|tests|pages|docs|benchmarks|data)/[\w/.]+)`", text)
    kept = [each for each in named if not each.startswith("data/working")]  # made by the app
    assert not [each for each in kept if not (ROOT / each).exists()]
