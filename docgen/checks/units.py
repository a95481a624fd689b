"""Doubts about the units of a linked record: who leads, whose turn is when, what stands twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from docgen.checks.people import twin_guests
from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.record.schema.parts import Role
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit

_GUIDANCE = Words("Hướng dẫn 1923/HD-BCĐ", "Guidance 1923/HD-BCĐ")


def units(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """Leads, turns, terms and names that cannot all be right, and people told by halves."""
    yield from _leads(loaded, record)
    yield from _turns(loaded, record)
    yield from _terms(loaded, record)
    yield from _twins(loaded, record)
    yield from _committee(loaded, record)
    yield from _guests(loaded, record)
    yield from _chair(loaded, record)


def _leads(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    leads = [index for index, unit in enumerate(record.units) if unit.lead]
    if not leads:
        first = record.units[0].name
        yield remark(
            loaded,
            ("units",),
            Words(
                f"Chưa có đơn vị chủ trì; tạm lấy đơn vị đầu tiên: “{first}”",
                f"No unit leads; the first one is taken: “{first}”",
            ),
            Words(
                "Ghi “lead: true” cho đơn vị gửi văn bản đề xuất và soạn dự thảo (mục II.2.1.1 "
                f"{_GUIDANCE.vi}).",
                "Set “lead: true” for the unit that proposes the model and writes the drafts "
                f"({_GUIDANCE.en}, II.2.1.1).",
            ),
        )
    for index in leads[1:]:
        yield remark(
            loaded,
            ("units", index, "lead"),
            Words(
                f"Có hai đơn vị chủ trì: đơn vị {leads[0] + 1} và {index + 1}",
                f"Two units lead: units {leads[0] + 1} and {index + 1}",
            ),
            Words(
                "Chỉ ghi “lead: true” cho một đơn vị; luân phiên chủ trì thì ghi ở “turn”.",
                "Set “lead: true” for one unit only; rotating chairs are told in “turn”.",
            ),
            Severity.ERROR,
        )


def _turns(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """Turns run 1, 2, 3... without a gap, each taken by one unit."""
    taken: dict[int, int] = {}
    turns = {unit.turn for unit in record.units}
    for index, unit in enumerate(record.units):
        if unit.turn is None:
            continue
        path = ("units", index, "turn")
        if unit.turn in taken:
            first = taken[unit.turn] + 1
            what = Words(
                f"Đơn vị {first} và {index + 1} cùng có lượt chủ trì thứ {unit.turn}",
                f"Units {first} and {index + 1} both have turn {unit.turn}",
            )
            yield remark(loaded, path, what, _RENUMBER, Severity.ERROR)
        elif unit.turn > 1 and unit.turn - 1 not in turns:
            what = Words(
                f"Có lượt chủ trì thứ {unit.turn} mà không có lượt thứ {unit.turn - 1}",
                f"There is a turn {unit.turn} but no turn {unit.turn - 1}",
            )
            yield remark(loaded, path, what, _RENUMBER, Severity.ERROR)
        taken.setdefault(unit.turn, index)


_RENUMBER = Words(
    "Đánh số lượt chủ trì liền nhau từ 1, mỗi lượt một đơn vị.",
    "Number the turns 1, 2, 3..., one unit a turn.",
)


def _terms(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """Terms without turns, turns without terms, one term for two units."""
    met: dict[str, int] = {}
    for index, unit in enumerate(record.units):
        path = ("units", index, "term")
        if unit.term and unit.turn is None:
            what = Words(
                f"Đơn vị {index + 1} có nhiệm kỳ chủ trì mà không có lượt",
                f"Unit {index + 1} has a term as chair but no turn",
            )
            hint = Words("Ghi thứ tự ở “turn”, hoặc xóa “term”.", "Tell “turn”, or delete “term”.")
            yield remark(loaded, path, what, hint)
        key = same_name_key(unit.term)
        if key and key in met:
            what = Words(
                f"Đơn vị {met[key] + 1} và {index + 1} cùng nhiệm kỳ chủ trì “{unit.term}”",
                f"Units {met[key] + 1} and {index + 1} have the same term, “{unit.term}”",
            )
            hint = Words("Mỗi nhiệm kỳ một đơn vị chủ trì.", "One chair a term.")
            yield remark(loaded, path, what, hint)
        met.setdefault(key, index)
    yield from _untermed(loaded, record)


def _untermed(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    untold = [str(one + 1) for one, unit in enumerate(record.units) if unit.turn and not unit.term]
    if untold:
        listed = ", ".join(untold)
        yield remark(
            loaded,
            ("units",),
            Words(
                f"Có lượt chủ trì mà chưa có nhiệm kỳ: đơn vị {listed}",
                f"Turns without a term: units {listed}",
            ),
            Words(
                "Ghi “term”, ví dụ “từ 01/2027 đến 12/2027”: quy chế quy định luân phiên chủ trì "
                f"(mục II.2.1.3 {_GUIDANCE.vi}).",
                "Tell “term”, such as “từ 01/2027 đến 12/2027”: the regulation sets the rotation "
                f"({_GUIDANCE.en}, II.2.1.3).",
            ),
        )


def _twins(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """One name twice, unless the places that are told tell the two apart."""
    for (first, one), (second, other) in combinations(enumerate(record.units), 2):
        if same_name_key(one.name) != same_name_key(other.name) or _apart(one, other):
            continue
        yield remark(
            loaded,
            ("units", second, "name"),
            Words(
                f"“{other.name}” được ghi hai lần: đơn vị {first + 1} và {second + 1}",
                f"“{other.name}” is listed twice: units {first + 1} and {second + 1}",
            ),
            Words(
                "Xóa một trong hai; nếu là hai nơi cùng tên, ghi “commune” hoặc “province” khác "
                "nhau.",
                "Delete one; if two places share the name, tell “commune” or “province” of both.",
            ),
            Severity.ERROR,
        )


def _apart(one: Unit, other: Unit) -> bool:
    places = ((one.commune, other.commune), (one.district, other.district))
    return any(
        here and there and same_name_key(here) != same_name_key(there)
        for here, there in (*places, (one.province, other.province))
    )


def _committee(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    members = record.committee.members if record.committee else []
    heads = Counter(member.role for member in members)[Role.HEAD]
    if not members or heads == 1:
        return
    yield remark(
        loaded,
        ("committee", "members"),
        Words("Ban Chỉ đạo chưa có Trưởng ban", "The committee has no head")
        if not heads
        else Words("Ban Chỉ đạo có hơn một Trưởng ban", "The committee has more than one head"),
        Words("Ghi “role: head” cho đúng một người.", "Set “role: head” for one person."),
    )


def _guests(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    guests = record.ceremony.guests
    yield from twin_guests(loaded, ("ceremony", "guests"), guests)
    for index, guest in enumerate(guests):
        if guest.name and not guest.title:
            yield remark(
                loaded,
                ("ceremony", "guests", index),
                Words(
                    f"Khách mời “{guest.name}” chưa có chức vụ",
                    f"The guest “{guest.name}” has no title",
                ),
                Words(
                    "Ghi “title” để giấy mời, biển tên đúng chức vụ.",
                    "Tell “title”: the invitation and the name plate show it.",
                ),
                Severity.ERROR,
            )


def _chair(loaded: Loaded, record: LinkedRecord) -> Iterator[Problem]:
    """The chair of the ceremony is a unit of the model or someone of one."""
    chair = record.ceremony.chair
    if not chair or any(name and _words(name) in _words(chair) for name in _known(record)):
        return
    yield remark(
        loaded,
        ("ceremony", "chair"),
        Words(
            f"Chủ trì hội nghị “{chair}” không thuộc đơn vị thành viên nào",
            f"The chair of the ceremony, “{chair}”, belongs to no unit of the model",
        ),
        Words(
            "Ghi tên một đơn vị thành viên, người ký hoặc người đại diện của đơn vị đó.",
            "Name a unit of the model, its signer or its representative.",
        ),
        Severity.ERROR,
    )


def _words(text: str) -> str:
    """The words of ``text`` without punctuation, between spaces, as names are compared."""
    bare = re.sub(r"[^\w\s]", " ", text)
    return f" {same_name_key(bare)} "


def _known(record: LinkedRecord) -> Iterator[str]:
    """Names by which a chair is recognised: units, their people, the committee's people."""
    for unit in record.units:
        yield from (unit.name, unit.signer.name, unit.representative.name)
    for member in record.committee.members if record.committee else []:
        yield member.name
