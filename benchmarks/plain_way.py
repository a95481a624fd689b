"""What a user would write: docxtpl, soffice, pypdf; the peer of ``benchmarks/establish.py``."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from pypdf import PdfWriter


def fill(papers: list[dict[str, str]], folder: Path) -> list[Path]:
    """Every paper filled by docxtpl, a fresh template each time."""
    files = []
    for paper in papers:
        template = DocxTemplate(paper["template"])
        template.render(paper["values"], autoescape=True)
        files.append(folder / f"{paper['name']}.docx")
        template.save(files[-1])
    return files


def convert(files: list[Path], folder: Path) -> None:
    """One call of soffice for ``files``, with the user's own profile, warm after the first run."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command += map(str, files)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    """``plain_way.py PAPERS.json each|all``."""
    papers = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = fill(papers, folder)
        for batch in [[file] for file in files] if sys.argv[2] == "each" else [files]:
            convert(batch, folder)
        writer = PdfWriter()
        for file in files:
            writer.append(file.with_suffix(".pdf"))
        writer.write(folder / "ho-so.pdf")


if __name__ == "__main__":
    main()
