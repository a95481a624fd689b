"""The front and end of each kind of paper, every component where the law puts it (NĐ 30/2020)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.word.authoring import wordml as w
from docgen.word.words import layout_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docgen.word.authoring.blocks import TemplateSource

NATION: Final = layout_text("nation")
MOTTO: Final = layout_text("motto")
PARTY_NAME: Final = layout_text("party")

PAGE: Final = (w.millimetres(210), w.millimetres(297))
MARGINS: Final = {"top": 20, "right": 15, "bottom": 20, "left": 30}  # millimetres, PL I.I.3
LEFT_SHARE: Final = 0.39  # of the text width, as in the models of Phụ lục III
PARTY_LEFT_SHARE: Final = 0.47  # the Party's own name is short, its committees' are long
SIGNED_SHARE: Final = 0.43  # the signer's half is the larger: his lines are set in 14 bold
RULE_AFTER: Final = '<w:spacing w:before="40" w:after="160" w:line="60" w:lineRule="exact"/>'


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """What a layout puts around the body, as WordprocessingML, and the style sheet it needs."""

    front: str
    end: str
    regime: str = "state"
    numbered: bool = True  # whether pages after the first carry their number


def text_width(*, landscape: bool) -> int:
    """The width between the side margins in twips."""
    page = PAGE[1] if landscape else PAGE[0]
    return page - w.millimetres(MARGINS["left"]) - w.millimetres(MARGINS["right"])


def columns(width: int, left_share: float = LEFT_SHARE) -> tuple[int, int]:
    """The left and right column of a table ``width`` twips wide."""
    left = round(width * left_share)
    return left, width - left


def line(style: str, text: str, *properties: str) -> str:
    """A paragraph of ``style`` with one run of ``text``."""
    return w.paragraph(style, w.run(text) if text else "", properties=properties)


def tag(expression: str) -> str:
    """A paragraph tag, which vanishes when the template is filled."""
    return line("Directive", f"{{%p {expression} %}}")


def each(style: str, items: str, text: str = "{{ item }}") -> str:
    """One paragraph of ``style`` for every ``item`` of the expression ``items``."""
    return tag(f"for item in {items}") + line(style, text) + tag("endfor")


def rule(style: str = "RulePart") -> str:
    """A drawn line; the filler sets its length."""
    return w.paragraph(style)


def row_tag(expression: str, widths: Sequence[int]) -> str:
    """A row tag in a row of its own, which vanishes when the template is filled."""
    first = line("Directive", f"{{%tr {expression} %}}")
    rest = [w.cell(width, w.paragraph("Directive")) for width in widths[1:]]
    return w.row(w.cell(widths[0], first), *rest)


def _issuer() -> str:
    return each("Superior", "paper.header.superior") + each("Issuer", "paper.header.issuer")


def state_head(width: int, under_number: str = "", *, own: bool, numbered: bool = True) -> str:
    """Ô 1-4: issuer left, Quốc hiệu right; number and place with the date below them.

    ``own``: the issuer may be an organisation whose papers have another head.
    """
    sizes = columns(width)
    first = w.row(
        w.cell(sizes[0], _issuer() + rule()),
        w.cell(sizes[1], line("Nation", NATION) + line("Motto", MOTTO) + rule("RuleFull")),
    )
    rows = first
    if own:
        whether, otherwise, end = (
            row_tag(words, sizes) for words in ("if paper.header.title", "else", "endif")
        )
        rows = whether + _own_head(sizes) + otherwise + first + end
    if numbered:
        number = line("Number", "{{ paper.header.number }}") + under_number
        place = line("PlaceDate", "{{ paper.header.place_date }}")
        rows += row_tag("if paper.header.number or paper.header.place_date", sizes)
        rows += w.row(w.cell(sizes[0], number), w.cell(sizes[1], place))
        rows += row_tag("endif", sizes)
    return w.table(sizes, rows)


def _own_head(sizes: tuple[int, int]) -> str:
    """The head of an organisation with a form of its own: its title, a star for a line."""
    issuer = each("Superior", "paper.header.superior") + each("Issuer", "paper.header.issuer")
    return w.row(
        w.cell(sizes[0], issuer + line("OwnStar", "{{ paper.header.star }}")),
        w.cell(sizes[1], line("OwnTitle", "{{ paper.header.title }}") + rule("RuleFull")),
    )


def title(source: TemplateSource) -> str:
    """Ô 5a: the kind of paper and, if there is one, its summary."""
    summary = line("DocSummary", source.summary) if source.summary else ""
    return line("DocTitle", source.title) + summary


def body_rule(*, own: bool = False) -> str:
    """The line under the title, with room below it; hyphens where the head is ``own``."""
    drawn = w.paragraph("RulePart", properties=(RULE_AFTER,))
    if not own:
        return drawn
    hyphens = line("OwnHyphens", "{{ paper.header.hyphens }}")
    return tag("if paper.header.hyphens") + hyphens + tag("else") + drawn + tag("endif")


def titled_head(
    source: TemplateSource, width: int, note: str = "", *, numbered: bool = True
) -> str:
    """Head, title with the ``note`` below it, and the line that ends them."""
    head = state_head(width, own=source.own_head, numbered=numbered)
    return head + title(source) + note + body_rule(own=source.own_head)


def _addressees() -> str:
    """Ô 9a: one addressee on the same line; more as a list under the colon."""
    ending = "{% if loop.last %}.{% else %};{% endif %}"
    return (
        tag("if paper.to | length == 1")
        + line("Addressee", "{{ paper.to_label }} {{ paper.to[0] }}")
        + tag("elif paper.to")
        + line("AddresseeLabel", "{{ paper.to_label }}")
        + each("AddresseeList", "paper.to", f"- {{{{ item }}}}{ending}")
        + line("Break", "", w.attributes("spacing", after=160))
        + tag("endif")
    )


def offices(who: str) -> str:
    """Ô 7a: the lines of office of the signer ``who``."""
    return each("SignLine", f"{who}.lines")


def names(who: str) -> str:
    """Ô 7b, under the space for the hand: further titles, then the name."""
    return line("SignName", f'{{{{ ({who}.capacity + [{who}.name]) | join("\\n") }}}}')


def recipients(*properties: str) -> str:
    """Ô 9b; an empty list leaves the cell empty, never without a paragraph."""
    label = f"{{% if paper.recipients %}}{layout_text('recipients')}{{% endif %}}"
    first = line("RecipientsLabel", label, *properties)
    return first + each("Recipients", "paper.recipients", "- {{ item }}")


def _end_table(sizes: tuple[int, int], contents: tuple[str, str]) -> str:
    """One row that is never split, tied to the last paragraph of the text by ``EndGap``."""
    cells = (w.cell(size, content) for size, content in zip(sizes, contents, strict=True))
    return w.paragraph("EndGap") + w.table(sizes, w.row(*cells))


def _signed(width: int) -> str:
    signer = offices("paper.sign") + names("paper.sign")
    return _end_table(columns(width, SIGNED_SHARE), (recipients(), signer))


def _countersigned(width: int, left: str) -> str:
    """Two signers side by side (the filler levels their names), the recipients below."""
    room = w.attributes("spacing", before=w.points(12))
    right = offices("paper.sign") + names("paper.sign")
    return _end_table(columns(width, 0.5), (left + recipients(room), right))


def replaced() -> str:
    """Which issued paper this one replaces, where it replaces one."""
    return each("AttachedNote", "paper.replaces")


def _named(source: TemplateSource, width: int) -> PaperFrame:
    front = titled_head(source, width, replaced()) + _addressees()
    return PaperFrame(front, _signed(width))


def _decision(source: TemplateSource, width: int) -> PaperFrame:
    resolves = source.title.startswith(layout_text("resolution"))
    enacting = layout_text("resolving" if resolves else "deciding")
    front = (
        state_head(width, own=source.own_head)
        + title(source)
        + body_rule()
        + line("Authority", "{{ paper.authority }}")
        + each("Basis", "paper.bases")
        + line("Enacting", enacting)
    )
    return PaperFrame(front, _signed(width))


def _letter(source: TemplateSource, width: int) -> PaperFrame:
    about = line("LetterSummary", layout_text("letter_summary").format(summary=source.summary))
    # A letter has no title: this keeps the text off the summary in the head.
    gap = w.paragraph("Break", properties=[w.attributes("spacing", before=w.points(6))])
    front = state_head(width, about, own=source.own_head) + gap + _addressees() + replaced()
    return PaperFrame(front, _signed(width))


def _invitation(source: TemplateSource, width: int) -> PaperFrame:
    return PaperFrame(titled_head(source, width), _signed(width))


def _minutes(source: TemplateSource, width: int) -> PaperFrame:
    """Mẫu 1.9: the secretary signs left, the chair right."""
    secretary = offices("paper.secretary") + line("SignName", "{{ paper.secretary.name }}")
    front = titled_head(source, width, replaced())
    return PaperFrame(front, _countersigned(width, secretary))


def _regulation(source: TemplateSource, width: int) -> PaperFrame:
    """The head of the model signs right; whoever approves signs left (guidance II.1.1.3)."""
    approval = (
        line("SignLine", layout_text("approved"))
        + line("SignDate", "{{ paper.approve.date }}")
        + offices("paper.approve")
        + names("paper.approve")
    )
    front = titled_head(source, width, replaced())
    return PaperFrame(front, _countersigned(width, approval))


def _attached(source: TemplateSource, width: int) -> PaperFrame:
    note = line("AttachedNote", "{{ paper.attached_to }}")
    front = titled_head(source, width, note, numbered=False)
    return PaperFrame(front, "")


def _party_head(width: int) -> str:
    left, right = columns(width, PARTY_LEFT_SHARE)
    first = w.row(
        w.cell(left, _issuer() + line("Star", "*")),
        w.cell(right, line("PartyName", PARTY_NAME) + rule("RuleFull")),
    )
    second = w.row(
        w.cell(left, line("Number", "{{ paper.header.number }}")),
        w.cell(right, line("PlaceDate", "{{ paper.header.place_date }}")),
    )
    return w.table((left, right), first, second)


def _party(source: TemplateSource, width: int) -> PaperFrame:
    """Hướng dẫn 36-HD/VPTW and 05-HD/VPTW: no Quốc hiệu, `*` and `-----` instead of lines."""
    front = (
        _party_head(width)
        + title(source)
        + replaced()
        + line("Hyphens", "-----")
        + _addressees()
        + each("Basis", "paper.bases", "- {{ item }}")
    )
    signer = (
        each("SignLine", "paper.sign.lines[:-1]")
        + each("SignTitle", "paper.sign.lines[-1:]")
        + line("SignName", "{{ paper.sign.name }}")
    )
    return PaperFrame(
        front, _end_table(columns(width, SIGNED_SHARE), (recipients(), signer)), "party"
    )


LAYOUTS: Final[dict[str, Callable[[TemplateSource, int], PaperFrame]]] = {
    "named": _named,
    "decision": _decision,
    "letter": _letter,
    "invitation": _invitation,
    "minutes": _minutes,
    "party": _party,
    "regulation": _regulation,
    "attached": _attached,
}
