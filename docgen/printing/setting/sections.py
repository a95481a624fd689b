"""Sections written as Typst: pages, headers and footers, columns."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.text import Kind, Paragraph, Table
from docgen.printing.setting.columns import in_columns
from docgen.printing.setting.lines import edges, lead, tallest
from docgen.printing.setting.stops import piece_width
from docgen.printing.setting.strokes import is_compound, stroke, thickness
from docgen.printing.setting.writing import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.sheets import Page, Running, Section
    from docgen.printing.model.text import Block
    from docgen.printing.setting.writer import Writer

_LEAST_TEXT = 400
"""Twips of page height that headers and footers must leave for the text."""


class SectionWriter:
    """Writes the sections of one paper; those that go on on the same page are one run."""

    def __init__(self, writer: Writer) -> None:
        """Write for ``writer``."""
        self._writer = writer
        self._sections = writer.paper.sections

    def all(self) -> list[str]:
        """The source of every section, in order."""
        runs: list[list[int]] = []
        for index, section in enumerate(self._sections):
            if runs and self._goes_on(runs[-1][-1], section):
                runs[-1].append(index)
            else:
                runs.append([index])
        return [self._run(run) for run in runs]

    def number(self, index: int) -> str:
        """The Typst expression of the page number: counted from the last restart."""
        for at in range(index, -1, -1):
            section = self._sections[at]
            if section.start is not None and _is_marked(section):
                return f"here().page() - locate(<s{at}>).page() + {section.start}"
        return "here().page()"

    def _goes_on(self, before: int, section: Section) -> bool:
        """Whether ``section`` begins on the page on which the one before ends."""
        if section.begins != "continuous":
            return False
        above = self._sections[before]
        size = (section.page.width, section.page.height)
        if size != (above.page.width, above.page.height):
            return False
        same = (section.header, section.footer) == (above.header, above.footer)
        if not same and (section.header.shown or section.footer.shown):
            self._writer.refuse(
                Words(
                    "đầu trang, chân trang đổi giữa trang",
                    "headers or footers that change within a page",
                ),
                "",
            )
        return True

    def _run(self, run: list[int]) -> str:
        first = run[0]
        section = self._sections[first]
        page = section.page
        self._writer.page = page
        self._writer.section = first
        alone = len(run) == 1
        head, foot = self._running(first, "header"), self._running(first, "footer")
        broken = self._break(section) if first else ""
        start = f"#metadata(none)<s{first}>" if _is_marked(section) else ""
        options = [
            f"width: {pt(page.width)}, height: {pt(page.height)}",
            f"margin: ({self._margins(page)})",
            f"header-ascent: 0pt, header: {head}",
        ]
        if foot != "none":
            options.append(f"footer-descent: 0pt, footer: {foot}")
        if alone and section.columns.count > 1:
            options.append(f"columns: {section.columns.count}")
        options += self._beside(section)
        setting = f"set page({', '.join(options)})"
        body = "".join(self._part(index, page, alone=alone) for index in run)
        if alone and section.columns.count > 1:
            setting += f"; set columns(gutter: {pt(section.columns.gap)})"
        if section.valign != "top":
            side = {"center": "horizon", "bottom": "bottom"}[section.valign]
            body = f"#align({side} + left, block(width: 100%)[{body}])"
        return self._set(section, broken, setting, start, body)

    def _set(self, section: Section, broken: str, setting: str, start: str, body: str) -> str:
        """The run as it stands, or measured first when what runs along may push the text."""
        tall = {
            side: self._is_tall(getattr(section, kind), section.page, kind)
            for side, kind in (("top", "header"), ("bottom", "footer"))
        }
        if not any(tall.values()):
            return f"{broken}#{setting.replace('; set', chr(10) + '#set')}\n{start}{body}\n"
        page = section.page
        measured = []
        for side, kind in (("top", "header"), ("bottom", "footer")):
            if tall[side]:
                away, least = getattr(page, kind), getattr(page, side)
                heights = self._heights(getattr(section, kind), page)
                measured.append(
                    f"let far-{side} = calc.max({pt(least)}, {pt(away)} + calc.max({heights}))"
                )
                setting = setting.replace(f"{side}: {pt(least)}", f"{side}: far-{side}", 1)
        return f"{broken}#context {{ {'; '.join(measured)}; {setting}; [{start}{body}] }}\n"

    def _heights(self, running: Running, page: Page) -> str:
        flows = [running.usual, running.first, running.even]
        made = [
            f"measure(block(width: {pt(page.column)}, "
            f'{{ let number = "1"; [{self._flow(blocks, page)}] }})).height'
            for blocks in flows
            if blocks
        ]
        return ", ".join(made)

    def _break(self, section: Section) -> str:
        side = {"evenPage": "even", "oddPage": "odd"}.get(section.begins)
        return f'#pagebreak(to: "{side}")' if side else "#pagebreak()"

    def _margins(self, page: Page) -> str:
        return ", ".join(
            f"{side}: {pt(abs(getattr(page, side)))}" for side in ("top", "bottom", "left", "right")
        )

    def _part(self, index: int, page: Page, *, alone: bool) -> str:
        """The blocks of one section within a run that is set on ``page``."""
        section = self._sections[index]
        own = section.page
        columns = section.columns
        self._writer.section = index
        if alone and columns.count > 1:
            if columns.ruled:
                self._writer.refuse(Words("vạch giữa cột", "a line between columns"), "")
            room = (own.column - columns.gap * (columns.count - 1)) // columns.count
            return self._writer.flow(section.blocks, room)
        body = (
            self._writer.flow(section.blocks, own.column)
            if columns.count == 1
            else in_columns(section.blocks, columns, own.column, self._writer)
        )
        left, right = own.left - page.left, own.right - page.right
        if left or right:
            return f"#pad(left: {pt(left)}, right: {pt(right)})[{body}]"
        return body

    # -- what runs along --

    def _running(self, index: int, kind: str) -> str:
        section = self._sections[index]
        running: Running = getattr(section, kind)
        if not running.shown:
            return "none"
        page = section.page
        usual = self._placed(running.usual, page, kind)
        number = self.number(index)
        text = self._writer.page_number(section.numbers)
        chosen = usual
        if self._writer.paper.two_sided:
            even = self._placed(running.even, page, kind)
            chosen = f"if calc.even({number}) {{ {even} }} else {{ {usual} }}"
        if section.title_page:
            own = self._placed(running.first, page, kind)
            first = f"locate(<s{index}>).page()"
            other = f" else {{ {own} }}" if own else ""
            chosen = f"if here().page() != {first} {{ {chosen} }}{other}"
        return f"context {{ let number = {text}; {chosen} }}"

    def _placed(self, blocks: Sequence[Block], page: Page, kind: str) -> str:
        if not blocks:
            return ""
        content = self._flow(blocks, page)
        if kind == "header":
            return f"place(top + left, dy: {pt(page.header)}, block(width: 100%)[{content}])"
        return f"place(bottom + left, dy: {pt(-page.footer)}, block(width: 100%)[{content}])"

    def _flow(self, blocks: Sequence[Block], page: Page) -> str:
        self._writer.in_running = True
        try:
            return self._writer.flow(blocks, page.column)
        finally:
            self._writer.in_running = False

    def _is_tall(self, running: Running, page: Page, kind: str) -> bool:
        """Whether what runs along may reach into the text, which then stands further off."""
        least = page.top if kind == "header" else page.bottom
        if least < 0:
            return False
        away = page.header if kind == "header" else page.footer
        return any(
            _height(blocks, page.column) + away > least
            for blocks in (running.usual, running.first, running.even)
            if blocks
        )

    def _beside(self, section: Section) -> list[str]:
        """What pages have before and behind their text."""
        frame = self._frame(section)
        if not self._writer.layered:
            return [f"background: {frame}"] if frame else []
        behind = f"{{ {frame}; layer(true) }}" if frame else "layer(true)"
        return ["foreground: layer(false)", f"background: {behind}"]

    def _frame(self, section: Section) -> str:
        frame = section.frame
        if frame is None:
            return ""
        page = section.page
        sides = {"top": frame.top, "bottom": frame.bottom, "left": frame.left, "right": frame.right}
        if any(is_compound(line) for line in sides.values()):
            self._writer.refuse(Words("viền trang nét kép", "a page border of double lines"), "")
        inset = {}
        for side, line in sides.items():
            near = 0 if line is None else line.space * 20 + thickness(line) / 2
            text = section.frame_from == "text"
            inset[side] = getattr(page, side) - near if text else near
        insets = ", ".join(f"{side}: {pt(away)}" for side, away in inset.items())
        strokes = ", ".join(f"{side}: {stroke(line)}" for side, line in sides.items() if line)
        drawn = f"rect(width: 100%, height: 100%, stroke: ({strokes}))"
        return f"block(width: 100%, height: 100%, inset: ({insets}), {drawn})"


def _is_marked(section: Section) -> bool:
    """Whether pages of the section are counted from where it starts."""
    return section.header.shown or section.footer.shown or _counts(section.blocks)


def _counts(blocks: Sequence[Block]) -> bool:
    return any(
        piece.kind is Kind.PAGE_NUMBER
        for block in blocks
        if isinstance(block, Paragraph)
        for piece in block.pieces
    )


def _height(blocks: Sequence[Block], room: int) -> float:
    """The height of ``blocks``, in twips; rather more than too little."""
    height = 0.0
    for block in blocks:
        if isinstance(block, Table) or any(p.kind is Kind.DRAWING for p in block.pieces):
            return float("inf")
        width = sum(piece_width(piece) for piece in block.pieces)
        lines = max(1, ceil(1.1 * width / max(1, room - block.form.left - block.form.right)))
        breaks = sum(piece.kind is Kind.LINE_BREAK for piece in block.pieces)
        line = edges(tallest(block), block.form).height + lead(block)
        height += block.form.before + block.form.after + line * (lines + breaks)
    return height
