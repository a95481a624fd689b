# One word for every check: `uv run just check`, the same on a desk and in CI.

set windows-shell := ["powershell.exe", "-NoLogo", "-Command"]

# Style, types, tests.
check: lint types test

# ruff, with every rule that pyproject.toml does not refuse by name.
lint:
    uv run --locked ruff check
    uv run --locked ruff format --check

# mypy --strict over code, tests and benchmarks.
types:
    uv run --locked mypy

# All tests, warnings as errors.
test *arguments:
    uv run --locked pytest -n auto {{arguments}}

# Rebuild what is generated: templates (.docx), blank form, JSON Schema, golden papers.
generate:
    uv run --locked docgen templates build templates
    uv run --locked python -m docgen.record.forms forms
    uv run --locked pytest tests/golden --update

# Side by side with what a user would do otherwise; needs LibreOffice.
bench:
    uv run --locked python benchmarks/establish.py
