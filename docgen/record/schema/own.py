"""The record of a self-managed model (mô hình tự quản): every field, declared once."""

from typing import Annotated, Literal

from msgspec import Meta

from docgen.record.schema.amendments import Amendments
from docgen.record.schema.assessments import Assessment, ReviewPart
from docgen.record.schema.changes import Changes
from docgen.record.schema.dissolution import OwnDissolution
from docgen.record.schema.fields import About, Blank, Line, Text, Whole, assumed
from docgen.record.schema.life import Commendations, Discipline, Reorganization
from docgen.record.schema.meetings import Conference, Consultation
from docgen.record.schema.offices import Issuer, Office, PartyBody
from docgen.record.schema.parts import (
    PROFILE_OF_UNIT,
    Bases,
    Content,
    GuidanceApplies,
    Issued,
    Member,
    Model,
    MoreRecipients,
    NumberedLaws,
    RecordPart,
    RecordRoot,
    Survey,
)
from docgen.record.schema.plans import Funds, Schedule, Year
from docgen.record.schema.reports import Reports

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Launch(Conference, kw_only=True):
    """Hội nghị ra mắt mô hình (mục II.1.2)."""


class Pilot(RecordPart, kw_only=True):
    """Xây dựng mô hình điểm (mục II.1.4, mục 7)."""

    reason: Annotated[Text, About("Lý do chọn làm điểm", "Why it is a pilot", blank=Blank.MARK)] = (
        ""
    )
    period: Annotated[
        Line, About("Thời gian làm điểm", "Period", "từ 10/2026 đến 10/2027", Blank.HOLE)
    ] = ""
    targets: Annotated[list[Line], About("Tiêu chí phấn đấu", "Targets")] = []
    supports: Annotated[list[Line], About("Hỗ trợ dành cho mô hình điểm", "Support")] = []


class Camera(RecordPart, kw_only=True):
    """Camera an ninh mà chủ sở hữu đồng ý chia sẻ dữ liệu."""

    owner: Annotated[Line, About("Chủ sở hữu", "Owner", "Hộ ông Nguyễn Văn An", Blank.HOLE)] = ""
    place: Annotated[Line, About("Vị trí lắp đặt", "Place", "Cổng nhà số 12", Blank.HOLE)] = ""
    count: Annotated[Whole | None, Meta(ge=1), About("Số lượng", "Count", 2, Blank.HOLE)] = None
    views: Annotated[
        Line, About("Phạm vi ghi hình", "What it sees", "Ngã ba đường thôn", Blank.HOLE)
    ] = ""


class Papers(RecordPart, kw_only=True):
    """Số, ngày của từng văn bản đã phát hành; văn bản chưa có thì để trống."""

    proposal: Annotated[Issued, About("Báo cáo đề xuất thành lập", "Proposal report")] = Issued()
    consent: Annotated[Issued, About("Văn bản đồng ý thành lập", "Written consent")] = Issued()
    resolution: Annotated[Issued, About("Nghị quyết của cấp ủy", "Party resolution")] = Issued()
    plan: Annotated[Issued, About("Kế hoạch xây dựng mô hình", "Building plan")] = Issued()
    comment_request: Annotated[
        Issued, About("Công văn xin ý kiến dự thảo", "Letter asking for comments")
    ] = Issued()
    comment_minutes: Annotated[
        Issued, About("Biên bản họp lấy ý kiến", "Minutes of the comment meeting")
    ] = Issued()
    submission: Annotated[Issued, About("Tờ trình", "Submission")] = Issued()
    decision: Annotated[Issued, About("Quyết định thành lập", "Founding decision")] = Issued()
    regulation: Annotated[Issued, About("Quy chế hoạt động", "Regulation")] = Issued()
    regulation_submission: Annotated[
        Issued, About("Tờ trình phê duyệt Quy chế hoạt động", "Submission of the regulation")
    ] = Issued()
    launch_plan: Annotated[Issued, About("Kế hoạch tổ chức hội nghị ra mắt", "Launch plan")] = (
        Issued()
    )
    invitation: Annotated[Issued, About("Giấy mời", "Invitation")] = Issued()
    launch_minutes: Annotated[
        Issued, About("Biên bản hội nghị ra mắt", "Minutes of the launch")
    ] = Issued()
    pilot_plan: Annotated[Issued, About("Kế hoạch mô hình điểm", "Pilot plan")] = Issued()
    year_plan: Annotated[Issued, About("Kế hoạch hoạt động năm", "Plan of the year")] = Issued()


class Record(RecordRoot, kw_only=True):
    """Hồ sơ khai một mô hình tự quản."""

    kind: Annotated[
        Literal["self_managed"], About("Loại hình: self_managed (mô hình tự quản)", "Kind")
    ]
    profile: Annotated[Line, PROFILE_OF_UNIT] = ""
    issuer: Annotated[Issuer, About("Đơn vị ra quyết định", "The deciding unit")]
    model: Annotated[Model, About("Mô hình", "The model")]
    proposer: Annotated[Office, About("Đơn vị đề xuất thành lập", "The proposing unit")] = Office()
    party: Annotated[PartyBody, About("Cấp ủy lãnh đạo", "The Party body")] = PartyBody()
    police: Annotated[
        Office,
        About(
            "Công an cấp xã (hoặc Công an phụ trách)",
            "The commune police (or the police in charge)",
        ),
    ] = Office()
    security_desk: Annotated[
        Line,
        About(
            "Cơ quan Thường trực Ban Chỉ đạo cấp xã, hoặc bộ phận tham mưu bảo đảm an ninh, "
            "trật tự của cơ quan, doanh nghiệp, nhà trường",
            "The security desk",
            "Phòng Hành chính - Bảo vệ",
            Blank.HOLE,
        ),
    ] = ""
    steering_committee: Annotated[
        Line,
        About(
            "Tên Ban Chỉ đạo cấp xã (để trống: tên theo Hướng dẫn 1923)",
            "Name of the commune's steering committee (empty: as Guidance 1923 has it)",
            "Ban Chỉ đạo 138 xã Tân Mỹ",
        ),
    ] = ""
    front: Annotated[
        Line,
        About(
            "Ủy ban Mặt trận Tổ quốc (cấp xã)",
            "The Fatherland Front (of the commune)",
            "Ủy ban MTTQ Việt Nam",
        ),
    ] = ""
    approver: Annotated[
        Literal["decider", "police"],
        About(
            "Người phê duyệt quy chế: decider (người quyết định thành lập) hoặc police "
            "(Trưởng Công an xã, chỉ với cấp xã)",
            "Who approves the regulation",
            "decider",
        ),
    ] = assumed("decider")
    consent: Annotated[
        Literal["letter", "note"],
        About(
            "Ý kiến đồng ý: letter (văn bản riêng) hoặc note (phê trực tiếp vào báo cáo)",
            "Form of the decider's consent",
            "letter",
        ),
    ] = assumed("letter")
    survey: Annotated[Survey, About("Khảo sát tình hình", "Survey")] = Survey()
    consultation: Annotated[Consultation, About("Lấy ý kiến dự thảo", "Consultation")] = (
        Consultation()
    )
    schedule: Schedule = []
    members: Annotated[list[Member], About("Thành viên", "Members", blank=Blank.MARK)] = []
    content: Annotated[Content, About("Nội dung thay mặc định", "Own wording")] = Content()
    funds: Annotated[Funds, About("Kinh phí", "Funds")] = Funds()
    launch: Annotated[Launch, About("Hội nghị ra mắt", "Launch conference")] = Launch()
    pilot: Annotated[
        Pilot | None,
        About(
            "Mô hình điểm (chỉ khi xây dựng mô hình điểm)", "Pilot model (only where one is built)"
        ),
    ] = None
    year_plan: Annotated[Year, About("Kế hoạch hoạt động năm", "Plan of the year")] = Year()
    cameras: Annotated[
        list[Camera],
        About("Camera an ninh chia sẻ dữ liệu (nếu có)", "Cameras that are shared (if any)"),
    ] = []
    bases: Bases = []
    numbered_laws: NumberedLaws = False
    guidance_applies: GuidanceApplies = False
    recipients: MoreRecipients = []
    review: ReviewPart = None
    assessments: Annotated[
        list[Assessment], About("Đánh giá, xếp loại từng kỳ", "Assessments", later=True)
    ] = []
    reports: Reports = []
    reorganizations: Annotated[
        list[Reorganization],
        About(
            "Kiện toàn khi thay đổi thành viên",
            "Reorganisations",
            sheet="Kiện toàn",
            later=True,
        ),
    ] = []
    changes: Changes = []
    amendments: Amendments = []
    commendations: Commendations = []
    disciplines: Annotated[list[Discipline], About("Xử lý kỷ luật", "Disciplines", later=True)] = []
    dissolution: Annotated[
        OwnDissolution | None,
        About(
            "Thanh loại (chỉ khi mô hình xếp loại Yếu)",
            "Dissolution (only of a model rated Yếu)",
            later=True,
        ),
    ] = None
    papers: Annotated[Papers, About("Số và ngày văn bản", "Numbers and days")] = Papers()

    @property
    def gathering(self) -> Conference:
        """The conference at which the model is made known: its launch (II.1.2)."""
        return self.launch

    @property
    def size(self) -> int:
        """How many belong to the model: its members."""
        return len(self.members)
