"""How fast papers are held against the rules, and which mutant each rule finds.

``python -m benchmarks.lint`` prints the time for 200 pages and for every golden paper of one
sample; ``--mutants`` prints the table of rules and mutants as well.
"""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING

from docgen.lint.holding import hold
from docgen.word.archive import packed, parts_of, written
from tests.lint.altered import DAY, SAMPLE, golden, held
from tests.lint.mutants import all_checks, mutant
from tests.samples import ceremony_drafts, drafted, drafts

if TYPE_CHECKING:
    from datetime import date

_PAGES = 200
_LETTERS_A_PAGE = 2600
_DOCUMENT = "word/document.xml"


def long_paper() -> bytes:
    """A regulation of about 200 pages: its own articles, again and again."""
    parts = parts_of(golden("quy-che"), "quy-che.docx")
    document = parts[_DOCUMENT].decode("utf-8")
    rows = re.findall(r'<w:p><w:pPr><w:pStyle w:val="(?:Body|Article)"/>.*?</w:p>', document)
    end = document.rindex("<w:p>", 0, document.index('"EndGap"'))
    more: list[str] = []
    letters = 0
    while letters < _PAGES * _LETTERS_A_PAGE:
        row = rows[len(more) % len(rows)]
        letters += len(re.sub("<[^>]+>", "", row))
        more.append(row)
    parts[_DOCUMENT] = f"{document[:end]}{''.join(more)}{document[end:]}".encode()
    return written(packed(name, content) for name, content in parts.items())


def timed(papers: list[bytes], day: date) -> float:
    """Seconds of this process to hold ``papers`` against the rules."""
    start = time.process_time()
    for paper in papers:
        hold(paper, "van-ban.docx", day)
    return time.process_time() - start


def speed() -> None:
    """200 pages, and the papers of a sample."""
    hold(golden("giay-moi"), "van-ban.docx", DAY)  # rules and widths are read once
    print(f"{_PAGES} pages: {timed([long_paper()], DAY):.2f} s")
    own = [one.docx for one in (*drafts(SAMPLE), *ceremony_drafts(SAMPLE))]
    print(f"{len(own)} papers of {SAMPLE}: {timed(own, drafted(SAMPLE)):.2f} s")


def table() -> None:
    """Each check with its mutant and the rules that find it."""
    print(f"{'regime':7}{'rule':5}{'check':22}{'broken paper':16}found by")
    for regime, rule, check in all_checks():
        base, broken = mutant(regime, rule, check)
        found = sorted({one.rule.id for one in held(broken, regime).findings})
        print(f"{regime:7}{rule:5}{check:22}{base:16}{' '.join(found)}")


def main() -> None:
    """Print what was asked for."""
    speed()
    if "--mutants" in sys.argv[1:]:
        table()


if __name__ == "__main__":
    main()
