"""What was done about a paper that had been issued with a fault (NĐ 30/2020, Điều 18)."""

from typing import Annotated, TypeAlias

from docgen.record.schema.fields import About, Blank, Line, Text
from docgen.record.schema.parts import Issued, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class AmendedText(RecordPart, kw_only=True):
    """Một chỗ đính chính: đã in là gì, nay đọc là gì."""

    was: Annotated[Text, About("Đã in là", "It said", "Nguyễn Văn An", Blank.MARK)] = ""
    now: Annotated[
        Text, About("Nay đính chính là", "It shall say", "Nguyễn Văn Ân", Blank.MARK)
    ] = ""


class Amendment(RecordPart, kw_only=True):
    """Đính chính hoặc thay thế một văn bản đã ban hành."""

    paper: Annotated[
        Line,
        About(
            "Tên văn bản được đính chính, thay thế (như ở mục số và ngày văn bản)",
            "The paper (by its name among the numbers and days)",
            "decision",
        ),
    ]
    part: Annotated[
        Line,
        About("Kỳ hoặc lần của văn bản đó, nếu có", "Its period or number", "2026-H1"),
    ] = ""
    replaces: Annotated[
        bool,
        About(
            "Thay thế bằng văn bản mới (true) hay đính chính bằng công văn (false)",
            "Replaced by a new paper (yes), or corrected by a letter (no)",
            example=False,
        ),
    ] = False
    texts: Annotated[list[AmendedText], About("Nội dung đính chính", "What is corrected")] = []
    reason: Annotated[Line, About("Lý do", "Reason", "sai họ, tên")] = ""
    former: Annotated[
        Issued, About("Số, ngày của văn bản bị thay thế", "Number and day of what is replaced")
    ] = Issued()
    issued: Annotated[Issued, About("Số, ngày của công văn đính chính", "The letter")] = Issued()


Amendments: TypeAlias = Annotated[
    list[Amendment],
    About(
        "Đính chính, thay thế văn bản đã ban hành",
        "Corrections and replacements",
        sheet="Đính chính và thay thế",
        later=True,
    ),
]
