"""What happens to a model once it works: changes of members, honours, discipline."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from docgen.record.schema.fields import About, Blank, Line, Text, Whole
from docgen.record.schema.meetings import Conference
from docgen.record.schema.parts import Honorific, Issued, Member, RecordPart, Role

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class MemberChange(RecordPart, kw_only=True):
    """Lý do thay đổi của một thành viên."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình")]
    reason: Annotated[Line, About("Lý do", "Reason", "chuyển nơi cư trú", Blank.HOLE)] = ""


class Reorganization(RecordPart, kw_only=True):
    """Kiện toàn mô hình khi thay đổi thành viên (mục II.1.4, mục 10)."""

    members: Annotated[
        list[Member],
        Meta(min_length=1),
        About(
            "Danh sách thành viên sau khi kiện toàn (ghi đủ)",
            "Members afterwards (all of them)",
            sheet="Danh sách sau kiện toàn",
        ),
    ]
    changes: Annotated[
        list[MemberChange],
        About(
            "Lý do của từng người thôi tham gia, tham gia mới, đổi chức danh",
            "Reasons",
            sheet="Lý do thay đổi người",
        ),
    ] = []
    reasons: Annotated[
        Text, About("Lý do chung của việc kiện toàn", "Why the model is reorganised")
    ] = ""
    submission: Annotated[Issued, About("Tờ trình kiện toàn", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định kiện toàn", "Decision")] = Issued()


class CommitteePerson(RecordPart, kw_only=True):
    """Thành viên Ban Chỉ đạo xây dựng, duy trì mô hình."""

    name: Annotated[Line, About("Họ và tên", "Name", "Nguyễn Văn An", Blank.HOLE)] = ""
    honorific: Honorific = ""
    title: Annotated[Line, About("Chức vụ", "Title", "Chủ tịch Ủy ban nhân dân xã")] = ""
    unit: Annotated[Line, About("Đơn vị", "Unit", "Ủy ban nhân dân xã Tân Mỹ")] = ""
    role: Annotated[
        Literal[Role.HEAD, Role.DEPUTY, Role.MEMBER],
        About(
            "Vai trò: head (Trưởng ban), deputy (Phó Trưởng ban), member (thành viên)",
            "Role in the committee",
            "member",
        ),
    ] = Role.MEMBER


class CommitteeReorganization(RecordPart, kw_only=True):
    """Kiện toàn Ban Chỉ đạo của mô hình liên kết (mục II.2.4, mục 2)."""

    members: Annotated[
        list[CommitteePerson],
        Meta(min_length=1),
        About(
            "Thành viên Ban Chỉ đạo sau khi kiện toàn (ghi đủ)",
            "Members afterwards (all of them)",
            sheet="Ban Chỉ đạo sau kiện toàn",
        ),
    ]
    changes: Annotated[
        list[MemberChange],
        About("Lý do của từng người thay đổi", "Reasons", sheet="Lý do thay đổi người"),
    ] = []
    reasons: Annotated[
        Text, About("Lý do chung của việc kiện toàn", "Why the committee is reorganised")
    ] = ""
    submission: Annotated[Issued, About("Tờ trình kiện toàn", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định kiện toàn", "Decision")] = Issued()


class Honouree(RecordPart, kw_only=True):
    """Tập thể, cá nhân được đề nghị khen thưởng."""

    name: Annotated[Line, About("Tên tập thể, họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    title: Annotated[Line, About("Chức danh, chức vụ", "Title", "Tổ phó")] = ""
    unit: Annotated[Line, About("Đơn vị, nơi ở", "Unit or home", "thôn Đông Hạ")] = ""
    collective: Annotated[
        bool, About("Là tập thể (true/false)", "Is a collective", example=False)
    ] = False
    form: Annotated[
        Line,
        About(
            "Hình thức khen thưởng đề nghị, như Quy chế có: Biểu dương, Giấy khen",
            "Form of honour: Biểu dương, Giấy khen",
            "Giấy khen",
            Blank.HOLE,
        ),
    ] = ""
    achievements: Annotated[
        Text, About("Tóm tắt thành tích", "Achievements", "Báo 05 tin có giá trị", Blank.MARK)
    ] = ""


class Commendation(RecordPart, kw_only=True):
    """Đề nghị khen thưởng (mục II.1.3)."""

    occasion: Annotated[
        Line,
        About("Dịp, phong trào khen thưởng", "Occasion", "thực hiện nhiệm vụ năm 2026", Blank.HOLE),
    ] = ""
    honourees: Annotated[
        list[Honouree],
        Meta(min_length=1),
        About("Tập thể, cá nhân được đề nghị", "Who is to be honoured", sheet="Được đề nghị khen"),
    ]
    bonus: Annotated[
        Line,
        About(
            "Mức tiền thưởng kèm theo, nguồn chi (nếu có)",
            "Bonus (if any)",
            "theo quy định hiện hành",
        ),
    ] = ""
    meeting: Annotated[
        Conference, About("Họp xét khen thưởng", "The meeting", sheet="họp khen thưởng")
    ] = Conference()
    submission: Annotated[Issued, About("Tờ trình khen thưởng", "Submission")] = Issued()
    submission_above: Annotated[
        Issued, About("Tờ trình đề nghị cấp trên khen thưởng", "Submission to those above")
    ] = Issued()
    decision: Annotated[Issued, About("Quyết định khen thưởng", "Decision")] = Issued()


class DisciplinaryForm(StrEnum):
    """Hình thức kỷ luật thành viên, as the regulation of the model has it (II.1.1.3)."""

    REMINDER = "reminder"
    CRITICISM = "criticism"
    REMOVAL = "removal"


class Discipline(RecordPart, kw_only=True):
    """Xử lý kỷ luật một thành viên (mục II.1.3)."""

    member: Annotated[Line, About("Họ và tên thành viên vi phạm", "Member", "Trần Văn Cảnh")]
    violation: Annotated[
        Text,
        About(
            "Hành vi vi phạm, thời gian, địa điểm, hậu quả",
            "What was done",
            "Ngày 12/8/2026 tự ý bỏ ca trực...",
            Blank.MARK,
        ),
    ] = ""
    form: Annotated[
        DisciplinaryForm | None,
        About(
            "Hình thức như Quy chế có: reminder (nhắc nhở), criticism (phê bình), removal (cho "
            "thôi tham gia mô hình)",
            "Form of discipline, as the regulation has it",
            "criticism",
            Blank.HOLE,
        ),
    ] = None
    statement: Annotated[
        Text, About("Ý kiến tự kiểm điểm của thành viên", "The member's own account")
    ] = ""
    present: Annotated[
        Whole | None, Meta(ge=0), About("Số người có quyền biểu quyết dự họp", "Voters", 12)
    ] = None
    agreed: Annotated[Whole | None, Meta(ge=0), About("Số phiếu tán thành", "Votes for", 11)] = None
    meeting: Annotated[Conference, About("Họp xét kỷ luật", "The meeting", sheet="họp kỷ luật")] = (
        Conference()
    )
    minutes: Annotated[Issued, About("Biên bản họp xét kỷ luật", "Minutes")] = Issued()
    submission: Annotated[Issued, About("Tờ trình kỷ luật", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định kỷ luật", "Decision")] = Issued()


Commendations: TypeAlias = Annotated[
    list[Commendation], About("Đề nghị khen thưởng", "Commendations", later=True)
]
