"""What happens to a model once it works: ratings, reports, changes of members, its end."""

# ruff: noqa: RUF012 - the parts are pydantic's, frozen, and ruff does not see it from here

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from docgen.record.schema.fields import About, Blank, Day, Line, Text, Whole
from docgen.record.schema.parts import Conference, Issued, Member, Office, Role, Told
from docgen.text.periods import PERIOD

# Annotations stand as they are, not as text: pydantic would evaluate each text at every start.


Period: TypeAlias = Annotated[Line, StringConstraints(pattern=PERIOD, to_upper=True)]
"""``2026-H1`` (six months) or ``2026``: the periods of reports and ratings (II.1.3, III.2)."""

_PERIOD = About("Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm)", "Period", "2026-H1")


class DossierState(StrEnum):
    """Tình trạng hồ sơ, as the criteria grade it (III.1)."""

    SCIENTIFIC = "scientific"
    NEAT = "neat"
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NONE = "none"

    @property
    def is_whole(self) -> bool:
        """Whether no paper is missing."""
        return self not in (DossierState.INCOMPLETE, DossierState.NONE)


class Keeping(StrEnum):
    """Việc duy trì hoạt động theo quy chế, kế hoạch (III.1)."""

    ACTIVE = "active"
    REGULAR = "regular"
    KEPT = "kept"
    LAPSED = "lapsed"
    FORMAL = "formal"


class Level(StrEnum):
    """Cấp của nơi khen thưởng, thông báo (III.1)."""

    UNIT = "unit"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    MINISTRY = "ministry"


_LEVEL = About(
    "Cấp: unit (thủ trưởng cơ quan, doanh nghiệp, nhà trường), commune (cấp xã), district (cấp "
    "huyện), province (cấp tỉnh, sở, ban, ngành), ministry (Bộ Công an, trung ương)",
    "Level of the issuer",
    "commune",
)


class Honour(Told):
    """Khen thưởng trong năm về bảo đảm an ninh, trật tự, phong trào toàn dân bảo vệ ANTQ."""

    to: Annotated[
        Line, About("Tập thể, cá nhân được khen: mô hình hoặc thành viên", "Who", "Mô hình")
    ] = ""
    form: Annotated[
        Literal["certificate", "merit", "higher", "other"],
        About(
            "Hình thức: certificate (Giấy khen), merit (Bằng khen), higher (cao hơn Bằng khen), "
            "other (khác: thư khen, biểu dương...)",
            "Form of the honour",
            "certificate",
        ),
    ] = "certificate"
    issuer: Annotated[
        Line,
        About("Người, nơi khen thưởng", "Who honours", "Chủ tịch Ủy ban nhân dân xã Tân Mỹ"),
    ] = ""
    level: Annotated[Level, _LEVEL]
    number: Annotated[Line, About("Số quyết định", "Number", "215/QĐ-UBND")] = ""
    day: Annotated[Day, About("Ngày quyết định", "Day", "10/10/2026")] = None


class Notice(Told):
    """Thông báo phổ biến, nhân rộng mô hình trong năm."""

    issuer: Annotated[
        Line, About("Nơi thông báo", "Who gives notice", "Ban Chỉ đạo 138 xã Tân Mỹ")
    ] = ""
    level: Annotated[Level, _LEVEL]
    number: Annotated[Line, About("Số văn bản", "Number", "12/TB-BCĐ")] = ""
    day: Annotated[Day, About("Ngày văn bản", "Day", "10/10/2026")] = None


class Assessment(Told):
    """Dữ kiện đánh giá, xếp loại mô hình trong một kỳ (mục III.1); chưa rõ thì để trống."""

    period: Annotated[Period, _PERIOD]
    day: Annotated[
        Day, About("Ngày đánh giá", "Day of the assessment", "05/11/2026", Blank.HOLE)
    ] = None
    dossier: Annotated[
        DossierState | None,
        About(
            "Hồ sơ: scientific (đầy đủ, gọn gàng, khoa học), neat (đầy đủ, gọn gàng), complete "
            "(đầy đủ), incomplete (không đầy đủ), none (không có hồ sơ)",
            "State of the dossier",
            "neat",
        ),
    ] = None
    missing: Annotated[
        list[Line],
        About("Tài liệu còn thiếu trong hồ sơ", "What the dossier lacks", ["Nghị quyết cấp ủy"]),
    ] = []
    keeping: Annotated[
        Keeping | None,
        About(
            "Hoạt động theo quy chế, kế hoạch: active (tích cực, chủ động), regular (thường xuyên "
            "được duy trì), kept (có duy trì), lapsed (không được duy trì), formal (hình thức, "
            "không có hiệu quả)",
            "How the model works",
            "regular",
        ),
    ] = None
    secure: Annotated[
        bool | None,
        About(
            "Tình hình an ninh, trật tự trên địa bàn được bảo đảm (true/false)",
            "Security and order are kept",
            example=True,
        ),
    ] = None
    united: Annotated[
        bool | None,
        About("Các thành viên đoàn kết (true/false)", "Members are united", example=True),
    ] = None
    violations: Annotated[
        Whole | None,
        Field(ge=0),
        About("Số thành viên vi phạm pháp luật trong kỳ (không có: 0)", "Members who broke law", 0),
    ] = None
    influence: Annotated[
        bool | None,
        About(
            "Có sức lan tỏa hoặc ảnh hưởng tích cực đến phong trào (true/false)",
            "Spreads, or moves others",
            example=True,
        ),
    ] = None
    notices: Annotated[
        list[Notice],
        About("Thông báo phổ biến, nhân rộng trong năm", "Notices of the year"),
    ] = []
    honours: Annotated[list[Honour], About("Khen thưởng trong năm", "Honours of the year")] = []
    remarks: Annotated[
        Text, About("Nhận xét, minh chứng của người đánh giá", "Remarks of the assessor")
    ] = ""
    practices: Annotated[
        list[Line],
        About(
            "Cách làm hay, kinh nghiệm để phổ biến, nhân rộng",
            "Practices worth spreading",
            ["Nhóm thông tin của tổ báo tin trong 15 phút"],
        ),
    ] = []
    spread_to: Annotated[
        list[Line],
        About("Nơi được đề nghị học tập, áp dụng", "Where to spread it", ["Các thôn trong xã"]),
    ] = []
    survey_report: Annotated[
        Issued, About("Báo cáo kết quả khảo sát, đánh giá", "Survey report")
    ] = Issued()
    appraisal_report: Annotated[
        Issued, About("Báo cáo thẩm định của cấp trên", "Appraisal report")
    ] = Issued()
    notice: Annotated[
        Issued, About("Thông báo phổ biến, nhân rộng do đơn vị soạn", "Notice to spread the model")
    ] = Issued()


class LinkedAssessment(Assessment):
    """Dữ kiện đánh giá, xếp loại mô hình liên kết trong một kỳ (mục III.1)."""

    heads_disciplined: Annotated[
        Whole | None,
        Field(ge=0),
        About(
            "Số người đứng đầu cấp ủy, chính quyền, ban, ngành, đoàn thể của các thành viên bị kỷ "
            "luật từ khiển trách trở lên (không có: 0)",
            "Heads of members under discipline",
            0,
        ),
    ] = None
    complaints: Annotated[
        bool | None,
        About(
            "Có người dân khiếu kiện đông người, kéo dài, vượt cấp trái pháp luật (true/false)",
            "Unlawful mass complaints",
            example=False,
        ),
    ] = None


class Review(Told):
    """Nơi khảo sát, thẩm định (mục III.2); để trống thì theo quy định từng thời kỳ."""

    managed_by_province: Annotated[
        bool,
        About(
            "Cơ quan, doanh nghiệp, nhà trường do cấp tỉnh quản lý (true/false)",
            "Managed by the province",
            example=False,
        ),
    ] = False
    surveyor: Annotated[
        Office | None,
        About(
            "Nơi lập báo cáo khảo sát, đánh giá (để trống: Ban Chỉ đạo cấp xã hoặc đơn vị)",
            "Who surveys",
        ),
    ] = None
    appraiser: Annotated[
        Office | None,
        About("Nơi kiểm tra, thẩm định (để trống: theo từng thời kỳ)", "Who appraises"),
    ] = None


class Figure(Told):
    """Một số liệu của kỳ báo cáo."""

    name: Annotated[Line, About("Chỉ tiêu", "What is counted", "Tin báo cung cấp cho Công an")]
    unit: Annotated[Line, About("Đơn vị tính", "Unit", "tin")] = ""
    value: Annotated[
        Whole | None, Field(ge=0), About("Số liệu kỳ này", "Value", 12, Blank.HOLE)
    ] = None
    before: Annotated[
        Whole | None,
        Field(ge=0),
        About("Số liệu cùng kỳ trước (để trống: lấy từ báo cáo kỳ trước)", "Value before", 9),
    ] = None


class PeriodReport(Told):
    """Báo cáo kết quả hoạt động định kỳ (mục II.1.3, II.2.3)."""

    period: Annotated[Period, _PERIOD]
    situation: Annotated[
        Text,
        About("Tình hình an ninh, trật tự trong kỳ", "Situation of the period", blank=Blank.MARK),
    ] = ""
    results: Annotated[
        list[Line],
        About(
            "Kết quả thực hiện nhiệm vụ",
            "Results",
            ["Tuần tra 24 buổi, giải tán 03 nhóm tụ tập gây mất trật tự"],
            Blank.MARK,
        ),
    ] = []
    figures: Annotated[list[Figure], About("Số liệu", "Figures")] = []
    strengths: Annotated[list[Line], About("Ưu điểm", "Strengths")] = []
    weaknesses: Annotated[list[Line], About("Hạn chế", "Weaknesses")] = []
    causes: Annotated[list[Line], About("Nguyên nhân", "Causes")] = []
    lessons: Annotated[list[Line], About("Bài học kinh nghiệm", "Lessons")] = []
    tasks: Annotated[
        list[Line],
        About("Nhiệm vụ kỳ tới (để trống: theo kế hoạch)", "Tasks of the next period"),
    ] = []
    proposals: Annotated[list[Line], About("Đề xuất, kiến nghị", "Proposals")] = []
    issued: Annotated[Issued, About("Báo cáo định kỳ", "The report")] = Issued()


class Change(Told):
    """Lý do thay đổi của một thành viên."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình")]
    reason: Annotated[Line, About("Lý do", "Reason", "chuyển nơi cư trú", Blank.HOLE)] = ""


class Reorganization(Told):
    """Kiện toàn mô hình khi thay đổi thành viên (mục II.1.4, mục 10)."""

    members: Annotated[
        list[Member],
        Field(min_length=1),
        About("Danh sách thành viên sau khi kiện toàn (ghi đủ)", "Members afterwards"),
    ]
    changes: Annotated[
        list[Change],
        About("Lý do của từng người thôi tham gia, tham gia mới, đổi chức danh", "Reasons"),
    ] = []
    reasons: Annotated[
        Text, About("Lý do chung của việc kiện toàn", "Why the model is reorganised")
    ] = ""
    submission: Annotated[Issued, About("Tờ trình kiện toàn", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định kiện toàn", "Decision")] = Issued()


class CommitteePerson(Told):
    """Thành viên Ban Chỉ đạo xây dựng, duy trì mô hình."""

    name: Annotated[Line, About("Họ và tên", "Name", "Nguyễn Văn An", Blank.HOLE)] = ""
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


class CommitteeReorganization(Told):
    """Kiện toàn Ban Chỉ đạo của mô hình liên kết (mục II.2.4, mục 2)."""

    members: Annotated[
        list[CommitteePerson],
        Field(min_length=1),
        About("Thành viên Ban Chỉ đạo sau khi kiện toàn (ghi đủ)", "Members afterwards"),
    ]
    changes: Annotated[list[Change], About("Lý do của từng người thay đổi", "Reasons")] = []
    reasons: Annotated[
        Text, About("Lý do chung của việc kiện toàn", "Why the committee is reorganised")
    ] = ""
    decision: Annotated[Issued, About("Quyết định kiện toàn", "Decision")] = Issued()


class Honouree(Told):
    """Tập thể, cá nhân được đề nghị khen thưởng."""

    name: Annotated[Line, About("Tên tập thể, họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    title: Annotated[Line, About("Chức danh, chức vụ", "Title", "Tổ phó")] = ""
    unit: Annotated[Line, About("Đơn vị, nơi ở", "Unit or home", "thôn Đông Hạ")] = ""
    collective: Annotated[
        bool, About("Là tập thể (true/false)", "Is a collective", example=False)
    ] = False
    form: Annotated[
        Line, About("Hình thức khen thưởng đề nghị", "Form of honour", "Giấy khen", Blank.HOLE)
    ] = ""
    achievements: Annotated[
        Text, About("Tóm tắt thành tích", "Achievements", "Báo 05 tin có giá trị", Blank.MARK)
    ] = ""


class Commendation(Told):
    """Đề nghị khen thưởng (mục II.1.3)."""

    occasion: Annotated[
        Line,
        About("Dịp, phong trào khen thưởng", "Occasion", "thực hiện nhiệm vụ năm 2026", Blank.HOLE),
    ] = ""
    honourees: Annotated[
        list[Honouree],
        Field(min_length=1),
        About("Tập thể, cá nhân được đề nghị", "Who is to be honoured"),
    ]
    bonus: Annotated[
        Line,
        About("Mức tiền thưởng kèm theo, nguồn chi (nếu có)", "Bonus", "theo quy định hiện hành"),
    ] = ""
    meeting: Annotated[Conference, About("Họp xét khen thưởng", "The meeting")] = Conference()
    submission: Annotated[Issued, About("Tờ trình khen thưởng", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định khen thưởng", "Decision")] = Issued()


class DisciplinaryForm(StrEnum):
    """Hình thức kỷ luật thành viên, as the regulation of the model has it (II.1.1.3)."""

    CRITICISM = "criticism"
    REPRIMAND = "reprimand"
    WARNING = "warning"
    REMOVAL = "removal"


class Discipline(Told):
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
            "Hình thức: criticism (phê bình), reprimand (khiển trách), warning (cảnh cáo), removal "
            "(đưa ra khỏi mô hình)",
            "Form of discipline",
            "reprimand",
            Blank.HOLE,
        ),
    ] = None
    statement: Annotated[
        Text, About("Ý kiến tự kiểm điểm của thành viên", "The member's own account")
    ] = ""
    present: Annotated[
        Whole | None, Field(ge=0), About("Số người có quyền biểu quyết dự họp", "Voters", 12)
    ] = None
    agreed: Annotated[Whole | None, Field(ge=0), About("Số phiếu tán thành", "Votes for", 11)] = (
        None
    )
    meeting: Annotated[Conference, About("Họp xét kỷ luật", "The meeting")] = Conference()
    minutes: Annotated[Issued, About("Biên bản họp xét kỷ luật", "Minutes")] = Issued()
    submission: Annotated[Issued, About("Tờ trình kỷ luật", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định kỷ luật", "Decision")] = Issued()


class Holding(Told):
    """Tài sản của mô hình phải xử lý khi thanh loại."""

    what: Annotated[Line, About("Tài sản, trang thiết bị", "What", "Đèn pin")]
    count: Annotated[Line, About("Số lượng", "Count", "05 chiếc", Blank.HOLE)] = ""
    handling: Annotated[
        Line,
        About("Cách xử lý", "How it is settled", "bàn giao thôn Đông Hạ quản lý", Blank.HOLE),
    ] = ""


class Dissolution(Told):
    """Thanh loại mô hình xếp loại Yếu (mục II.3)."""

    period: Annotated[
        Period,
        About("Kỳ xếp loại Yếu (để trống: kỳ đánh giá mới nhất)", "Period rated Yếu", "2026"),
    ] = ""
    proposer: Annotated[
        Office | None,
        About(
            "Đơn vị đề xuất thanh loại (để trống: đơn vị đề xuất thành lập, chủ trì)",
            "Who proposes it",
        ),
    ] = None
    history: Annotated[
        Text,
        About(
            "Tóm tắt quá trình hoạt động, biện pháp củng cố đã làm",
            "What the model did, what was tried",
            blank=Blank.MARK,
        ),
    ] = ""
    causes: Annotated[
        Text, About("Nguyên nhân mô hình yếu kém", "Why it failed", blank=Blank.MARK)
    ] = ""
    balance: Annotated[
        Whole | None,
        Field(ge=0),
        About("Số dư quỹ (đồng; không có quỹ: 0)", "Balance in dong", 0, Blank.HOLE),
    ] = None
    funds_handling: Annotated[
        Line,
        About(
            "Cách xử lý số dư quỹ",
            "What becomes of the balance",
            "trả lại người đóng góp theo danh sách",
        ),
    ] = ""
    holdings: Annotated[list[Holding], About("Tài sản phải xử lý", "Property to settle")] = []
    archive: Annotated[
        Line,
        About("Nơi tiếp nhận, lưu hồ sơ", "Who keeps the dossier", "Công an xã Tân Mỹ", Blank.HOLE),
    ] = ""
    settle_by: Annotated[
        Day, About("Hạn quyết toán, bàn giao", "Settle by", "31/12/2026", Blank.HOLE)
    ] = None
    effective: Annotated[
        Day,
        About("Ngày chấm dứt hoạt động (để trống: ngày ký)", "Ends on", "01/12/2026"),
    ] = None
    follow_up: Annotated[
        list[Line],
        About("Biện pháp bảo đảm an ninh, trật tự sau khi thanh loại", "What takes its place"),
    ] = []
    report: Annotated[Issued, About("Báo cáo đề xuất thanh loại", "Report")] = Issued()


class OwnDissolution(Dissolution):
    """Thanh loại mô hình tự quản: quyết định của người đã quyết định thành lập (mục II.3)."""

    decision: Annotated[Issued, About("Quyết định thanh loại", "Decision")] = Issued()


class Consent(Told):
    """Văn bản đồng ý thanh loại của một đơn vị luân phiên chủ trì."""

    unit: Annotated[
        Line, About("Tên đơn vị, như ở mục units", "Unit", "Trường Trung học cơ sở Tân Mỹ")
    ]
    number: Annotated[
        Whole | None, Field(ge=1, le=99_999), About("Số", "Number", 45, Blank.HOLE)
    ] = None
    day: Annotated[Day, About("Ngày ban hành", "Day", "05/9/2026", Blank.HOLE)] = None


class LinkedDissolution(Dissolution):
    """Thanh loại mô hình liên kết: mỗi đơn vị luân phiên chủ trì đồng ý bằng văn bản (mục II.3)."""

    consents: Annotated[
        list[Consent],
        About("Văn bản đồng ý của từng đơn vị luân phiên chủ trì", "Consents of the chairs"),
    ] = []
    joint: Annotated[Issued, About("Văn bản thống nhất thanh loại", "Joint consent")] = Issued()


ReviewPart: TypeAlias = Annotated[
    Review | None, About("Khảo sát, thẩm định", "Survey and appraisal")
]
Reports: TypeAlias = Annotated[
    list[PeriodReport], About("Báo cáo kết quả hoạt động định kỳ", "Periodic reports")
]
Commendations: TypeAlias = Annotated[
    list[Commendation], About("Đề nghị khen thưởng", "Commendations")
]
