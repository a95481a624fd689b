# One word for every check: `uv run just check`, the same on a desk and in CI.

set windows-shell := ["powershell.exe", "-NoLogo", "-Command"]

# Style, types, the site of docs/, tests.
check: lint types docs test

# ruff, with every rule that pyproject.toml does not refuse by name.
lint:
    ruff check
    ruff format --check

# mypy --strict over code, tests and benchmarks.
types:
    mypy

# The site of docs/ into dist/docs; every doubt of the generator is an error.
docs:
    sphinx-build -W --keep-going -q -c manual -b html docs dist/docs

# All tests, warnings as errors.
test *arguments:
    pytest -n auto {{arguments}}

# Rebuild what is generated: templates (.docx), blank form, JSON Schema, words of help, golden papers and prints.
generate:
    docgen templates build templates
    python -m docgen.workflows.blank_forms
    python -m tests.messages
    python -m manual.pages
    pybabel compile -d docgen/shown/locale -D docgen
    pytest -q tests/golden tests/printing/test_reach.py tests/printing/test_builtin.py --update

# The pictures of README.md: papers and the Excel form, the desk; needs LibreOffice and chromium.
pictures:
    python -m manual.pictures
    python -m manual.desk_pictures

# docgen for Windows as one zip, from the embeddable Python (python-3.x.y-embed-amd64.zip).
windows-bundle python *arguments:
    python windows/bundle.py {{python}} {{arguments}}

# Side by side with what a user would do otherwise; needs LibreOffice.
bench:
    uv run --locked --no-dev --isolated python benchmarks/establish.py

# How fast the pages of the desk answer, and how much they send.
bench-desk:
    python -m benchmarks.desk

# Many records in one run: cores, lines, memory, resumed, the plain way; `just batch --cores 12 --plain 1`.
batch *arguments:
    uv run --locked --no-dev --isolated python -m benchmarks.batch {{arguments}}

# How time and memory grow with scanned pages, invitations and members.
scale *arguments:
    uv run --locked --no-dev --isolated python -m benchmarks.scale {{arguments}}

# How far the built-in printer reaches: real papers (NAME=FOLDER ...) and the samples.
reach *arguments:
    python -m benchmarks.fidelity {{arguments}}

# Inputs at random of one kind: templates, papers, scans, records, manifests; `just fuzz scans --minutes 10`.
fuzz kind *arguments:
    python -m tests.fuzz.{{kind}} {{arguments}}

# How many small faults in the code the tests notice, of a sample: `just mutants --count 60 --seed 1`.
mutants *arguments:
    python -m benchmarks.mutants {{arguments}}
