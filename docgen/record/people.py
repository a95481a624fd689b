"""Doubts about the people of a record: who signs, who leads, who is listed twice."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Severity, Words
from docgen.record.model import Record, Role, Signing
from docgen.record.remark import GUIDANCE, remark
from docgen.record.shape import label_of
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.model import Signer
    from docgen.record.shape import FieldPath

_YOUNGEST, _OLDEST = 10, 100


def people(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Signers against the decree, heads, people listed twice, unlikely years of birth."""
    yield from _signers(loaded)
    yield from _heads(loaded)
    yield from _twin_members(loaded)
    yield from _twin_guests(loaded)
    yield from _ages(loaded, today)


class _Prefix(NamedTuple):
    """What people put before a signer's name against the decree."""

    pattern: re.Pattern[str]
    what: Words
    hint: Words


_PREFIXES = (
    _Prefix(
        re.compile(
            r"(?:(?:pgs|gs|ts|th\.?s|cn|ks|bs|bsck|cki{1,2}|ck[12])(?:[.,]\s*|\s+)"
            r"|(?:phó giáo sư|giáo sư|tiến sĩ|thạc sĩ|cử nhân|kỹ sư|bác sĩ)\s)",
            re.IGNORECASE,
        ),
        Words("có học hàm, học vị trước họ tên", "has an academic title before the name"),
        Words(
            "Bỏ học hàm, học vị: trước họ tên người ký không ghi (Nghị định 30/2020/NĐ-CP, Phụ lục "
            "I, phần II); ngành giáo dục, y tế theo quy định của bộ quản lý ngành.",
            "Drop it: none stands before a signer's name (Decree 30/2020/NĐ-CP, Annex I, part II); "
            "schools and hospitals follow their ministry.",
        ),
    ),
    _Prefix(
        re.compile(r"(?:ông|bà|đồng chí|đ/c|anh|chị)\s", re.IGNORECASE),
        Words("có chữ xưng hô trước họ tên", "has a form of address before the name"),
        Words("Chỉ ghi họ và tên.", "Write the name only."),
    ),
)
_ARMED = re.compile(r"công an|quân sự|biên phòng|quân đội|cảnh sát|bộ đội", re.IGNORECASE)


def _signers(loaded: Loaded) -> Iterator[Problem]:
    record = loaded.record
    bodies: tuple[tuple[FieldPath, Signer, str], ...] = (
        (("issuer", "head"), record.issuer.head, record.issuer.name),
        (("proposer", "signer"), record.proposer.signer, record.proposer.name),
        (("party", "signer"), record.party.signer, record.party.name),
        (("police", "signer"), record.police.signer, record.police.name or "Công an"),
    )
    for path, signer, body in bodies:
        yield from _prefixed(loaded, path, signer)
        yield from _ranked(loaded, path, signer, body)
        yield from _untitled(loaded, path, signer)


def _prefixed(loaded: Loaded, path: FieldPath, signer: Signer) -> Iterator[Problem]:
    for prefix in _PREFIXES:
        if prefix.pattern.match(signer.name):
            what = Words(
                f"Tên người ký “{signer.name}” {prefix.what.vi}",
                f"The signer “{signer.name}” {prefix.what.en}",
            )
            yield remark(loaded, (*path, "name"), what, prefix.hint)
            return


def _ranked(loaded: Loaded, path: FieldPath, signer: Signer, body: str) -> Iterator[Problem]:
    if signer.rank and not _ARMED.search(body):
        yield remark(
            loaded,
            (*path, "rank"),
            Words(
                f"Ghi cấp bậc hàm “{signer.rank}” cho người ký không thuộc Công an, Quân đội",
                f"The rank “{signer.rank}” is told for a signer outside the police and army",
            ),
            Words(
                "Để trống mục rank (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II).",
                "Leave rank empty (Decree 30/2020/NĐ-CP, Annex I, part II).",
            ),
        )


def _untitled(loaded: Loaded, path: FieldPath, signer: Signer) -> Iterator[Problem]:
    if signer.signing in (Signing.DEPUTY, Signing.BY_ORDER) and not signer.own_title:
        yield remark(
            loaded,
            (*path, "own_title"),
            Words(
                "Người ký thay chưa có chức vụ của mình",
                "The one who signs for the head has no title of their own",
            ),
            Words(
                "Điền own_title, ví dụ “Phó Chủ tịch” (Nghị định 30/2020/NĐ-CP, Điều 13).",
                "Fill in own_title, such as “Phó Chủ tịch” (Decree 30/2020/NĐ-CP, Article 13).",
            ),
        )


def _heads(loaded: Loaded) -> Iterator[Problem]:
    members = loaded.record.members
    heads = [index for index, member in enumerate(members) if member.role is Role.HEAD]
    if members and not heads:
        yield remark(
            loaded,
            ("members",),
            Words("Danh sách thành viên chưa có người đứng đầu", "No member is the head"),
            Words(
                f"Ghi “role: head” cho một người; người đứng đầu ký quy chế và kế hoạch năm (mục "
                f"II.1.1.3 {GUIDANCE.vi}).",
                f"Set “role: head” for one; the head signs the regulation and the year's plan "
                f"({GUIDANCE.en}, II.1.1.3).",
            ),
        )
    for index in heads[1:]:
        yield remark(
            loaded,
            ("members", index, "role"),
            Words(
                f"Có hai người đứng đầu: thành viên {heads[0] + 1} và {index + 1}",
                f"There are two heads: members {heads[0] + 1} and {index + 1}",
            ),
            Words("Chỉ ghi “role: head” cho một người.", "Set “role: head” for one only."),
            Severity.ERROR,
        )


def _twin_members(loaded: Loaded) -> Iterator[Problem]:
    """One name twice among the members, unless the years of birth tell the two apart."""
    seen: dict[str, list[int]] = defaultdict(list)
    members = loaded.record.members
    for index, member in enumerate(members):
        namesakes = seen[same_name_key(member.name)] if member.name else []
        for other in namesakes:
            years = {member.birth_year, members[other].birth_year}
            if len(years) == 1 or None in years:
                pair = (other, index)
                yield _twin(loaded, ("members",), pair, member.name, sure=None not in years)
                break
        namesakes.append(index)


def _twin_guests(loaded: Loaded) -> Iterator[Problem]:
    """The same guest twice would get two invitations."""
    met: dict[tuple[str, str, str], int] = {}
    for index, guest in enumerate(loaded.record.launch.guests):
        who = (same_name_key(guest.name), same_name_key(guest.title), same_name_key(guest.unit))
        if guest.name and who in met:
            yield _twin(loaded, ("launch", "guests"), (met[who], index), guest.name, sure=True)
        met.setdefault(who, index)


def _twin(
    loaded: Loaded, path: FieldPath, pair: tuple[int, int], name: str, *, sure: bool
) -> Problem:
    first, second = (label_of(Record, (*path, index)) for index in pair)
    if sure:
        what = Words(
            f"“{name}” được ghi hai lần: {first.vi} và {second.vi}",
            f"“{name}” is listed twice: {first.en} and {second.en}",
        )
        hint = Words("Xóa một trong hai.", "Delete one of them.")
    else:
        what = Words(
            f"{first.vi} và {second.vi} cùng tên “{name}”",
            f"{first.en} and {second.en} are both called “{name}”",
        )
        hint = Words(
            "Nếu là hai người, ghi năm sinh để phân biệt.",
            "If they are two people, tell their years of birth.",
        )
    return remark(loaded, (*path, pair[1]), what, hint)


def _ages(loaded: Loaded, today: date) -> Iterator[Problem]:
    for index, member in enumerate(loaded.record.members):
        if member.birth_year is None:
            continue
        age = today.year - member.birth_year
        if _YOUNGEST <= age <= _OLDEST:
            continue
        yield remark(
            loaded,
            ("members", index, "birth_year"),
            Words(
                f"Thành viên {index + 1} sinh năm {member.birth_year}: {age} tuổi",
                f"Member {index + 1}, born in {member.birth_year}, is {age} years old",
            ),
            Words("Kiểm tra lại năm sinh.", "Check the year of birth."),
        )
