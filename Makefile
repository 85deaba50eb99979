# Thin names for the commands of the README; none is needed to work on the project.
.PHONY: test run lint score demo bench

test: ; sh .ci/test
run: ; sh .ci/app
lint: ; .venv/bin/python -m ruff check . && .venv/bin/python -m mypy
score: ; .venv/bin/python -m lib.cli score $(FOLDER)
demo: ; .venv/bin/python -m lib.synthetic
bench: ; .venv/bin/python -m benchmarks
