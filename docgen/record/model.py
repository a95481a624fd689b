"""The record of a self-managed model (mô hình tự quản): every field, declared once."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from docgen.record.fields import About, Blank, Day, Line, Text, Whole

# Annotations stand as they are, not as text: pydantic would evaluate each text at every start.


class Told(BaseModel):
    """A part of the record: frozen, and unknown fields are errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )


class IssuerKind(StrEnum):
    """Loại đơn vị ra quyết định (mục II.1.1.1)."""

    COMMUNE = "commune"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"
    SCHOOL = "school"


class UnitKind(StrEnum):
    """Loại đơn vị thành viên (mục II.2.1.1)."""

    RESIDENTIAL = "residential"
    COMMUNE = "commune"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"
    SCHOOL = "school"
    ARMY = "army"


class Signing(StrEnum):
    """Hình thức ký thay (NĐ 30/2020, Điều 13)."""

    HEAD = "head"
    DEPUTY = "deputy"
    ACTING = "acting"
    BY_ORDER = "by_order"


class Role(StrEnum):
    """Vai trò trong mô hình."""

    HEAD = "head"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


class Signer(Told):
    """Người ký văn bản."""

    title: Annotated[Line, About("Chức vụ người đứng đầu", "Title of the head", "Chủ tịch")] = ""
    name: Annotated[
        Line,
        About("Họ và tên người ký", "Name of the signer", "Nguyễn Văn An", Blank.HOLE),
    ] = ""
    rank: Annotated[
        Line,
        About("Cấp bậc hàm (chỉ Công an, Quân đội)", "Rank (police, army only)", "Thiếu tá"),
    ] = ""
    signing: Annotated[
        Signing,
        About(
            "Cách ký: head (người đứng đầu), deputy (KT.), acting (Q.), by_order (TL.)",
            "How the signer signs",
            "head",
        ),
    ] = Signing.HEAD
    own_title: Annotated[
        Line,
        About(
            "Chức vụ của người ký thay (khi ký KT. hoặc TL.)",
            "The signer's own title, when signing for the head",
            "Phó Chủ tịch",
        ),
    ] = ""


class Office(Told):
    """Cơ quan, tổ chức đứng tên văn bản."""

    name: Annotated[
        Line, About("Tên cơ quan, đơn vị", "Name of the body", "Công an xã Tân Mỹ", Blank.MARK)
    ] = ""
    superior: Annotated[
        Line,
        About("Cơ quan chủ quản trực tiếp", "The body above it", "Công an tỉnh Bắc Ninh"),
    ] = ""
    abbreviation: Annotated[
        Line,
        About("Chữ viết tắt trong số, ký hiệu", "Abbreviation in the symbol", "CAX"),
    ] = ""
    collective: Annotated[
        Line,
        About(
            "Tập thể mà người ký thay mặt (TM.), nếu có",
            "The collective for which the signer signs",
            "Ban Thường trực",
        ),
    ] = ""
    drafting_unit: Annotated[
        Line,
        About(
            "Chữ viết tắt bộ phận soạn thảo hoặc lĩnh vực, dùng cho công văn",
            "Abbreviation of the drafting desk",
            "ANTT",
        ),
    ] = ""
    header: Annotated[
        list[Line],
        About(
            "Tên cơ quan ghi ở đầu văn bản, chia dòng theo ý muốn (để trống: tự chia)",
            "The name at the head of a paper, line by line",
            ["CÔNG AN", "XÃ TÂN MỸ"],
        ),
    ] = []
    signer: Annotated[Signer, About("Người ký", "Signer")] = Signer()


class Issuer(Told):
    """Đơn vị có người ra quyết định thành lập mô hình."""

    kind: Annotated[
        IssuerKind,
        About(
            "Loại đơn vị: commune (UBND cấp xã), agency (cơ quan), enterprise (doanh nghiệp), "
            "school (nhà trường)",
            "Kind of unit",
            "commune",
        ),
    ]
    name: Annotated[
        Line,
        About(
            "Tên đơn vị; với cấp xã ghi cả loại: xã, phường, thị trấn, đặc khu",
            "Name of the unit; a commune with its type",
            "xã Tân Mỹ",
        ),
    ]
    superior: Annotated[
        Line,
        About(
            "Cơ quan chủ quản trực tiếp (để trống với UBND cấp xã, doanh nghiệp độc lập)",
            "The body above it",
            "Ủy ban nhân dân xã Tân Mỹ",
        ),
    ] = ""
    commune: Annotated[
        Line,
        About(
            "Xã, phường, thị trấn, đặc khu nơi đóng trụ sở (cấp xã: để trống)",
            "The commune where the unit sits",
            "xã Tân Mỹ",
        ),
    ] = ""
    district: Annotated[
        Line,
        About("Huyện, thành phố (chỉ trước 01/7/2025)", "District (before 01/7/2025)", ""),
    ] = ""
    province: Annotated[Line, About("Tỉnh, thành phố", "Province", "tỉnh Bắc Ninh", Blank.MARK)] = (
        ""
    )
    abbreviation: Annotated[
        Line,
        About(
            "Chữ viết tắt tên đơn vị trong số, ký hiệu (cấp xã: UBND)",
            "Abbreviation in the symbol",
            "UBND",
            Blank.HOLE,
        ),
    ] = ""
    drafting_unit: Annotated[
        Line,
        About(
            "Chữ viết tắt bộ phận soạn thảo, dùng cho công văn và dòng Lưu",
            "Abbreviation of the drafting desk",
            "VP",
        ),
    ] = ""
    place: Annotated[
        Line,
        About(
            "Địa danh ghi trên văn bản (để trống: tên xã, phường, thị trấn, đặc khu)",
            "Place name on papers",
            "Tân Mỹ",
        ),
    ] = ""
    header: Annotated[
        list[Line],
        About("Tên đơn vị ghi ở đầu văn bản, chia dòng theo ý muốn", "Name at the head, by line"),
    ] = []
    charter: Annotated[
        Line,
        About(
            "Căn cứ thẩm quyền riêng của cơ quan, doanh nghiệp, nhà trường: điều lệ, quyết định "
            "quy định chức năng, nhiệm vụ (không ghi chữ “Căn cứ”)",
            "The act that gives the unit its powers",
            "Điều lệ tổ chức và hoạt động của Công ty Cổ phần May Sông Thương",
        ),
    ] = ""
    head: Annotated[
        Signer, About("Người có thẩm quyền quyết định", "The decider", {"title": "Chủ tịch"})
    ] = Signer()


class PartyBody(Told):
    """Cấp ủy lãnh đạo."""

    kind: Annotated[
        Literal["committee", "cell"],
        About(
            "Loại cấp ủy: committee (đảng ủy) hoặc cell (chi bộ)",
            "Party committee or cell",
            "committee",
        ),
    ] = "committee"
    name: Annotated[
        Line, About("Tên cấp ủy", "Name of the Party body", "Đảng ủy xã Tân Mỹ", Blank.MARK)
    ] = ""
    superior: Annotated[
        Line,
        About("Đảng bộ cấp trên trực tiếp", "The Party body above", "Đảng bộ tỉnh Bắc Ninh"),
    ] = ""
    abbreviation: Annotated[
        Line,
        About("Viết tắt trong số, ký hiệu: ĐU, CB", "Abbreviation", "ĐU"),
    ] = ""
    standing: Annotated[
        bool,
        About("Ban Thường vụ ban hành (true/false)", "Issued by the standing board", example=False),
    ] = False
    signer: Annotated[Signer, About("Người ký thay mặt cấp ủy", "Signer")] = Signer(title="Bí thư")


class Consultee(Told):
    """Nơi được gửi dự thảo xin ý kiến và ý kiến của nơi đó (mục II.1.1.4)."""

    name: Annotated[Line, About("Cơ quan, tổ chức, cá nhân", "Who", "Công an xã Tân Mỹ")]
    opinion: Annotated[
        Text, About("Nội dung góp ý (để trống khi chưa có)", "Opinion", "Nhất trí với dự thảo")
    ] = ""
    handling: Annotated[Text, About("Tiếp thu, giải trình", "How it was handled", "Tiếp thu")] = ""


class Consultation(Told):
    """Lấy ý kiến vào các dự thảo (mục II.1.1.4)."""

    reply_by: Annotated[Day, About("Hạn trả lời", "Reply by", "20/8/2026", Blank.HOLE)] = None
    consultees: Annotated[
        list[Consultee], About("Nơi được xin ý kiến", "Who is asked", blank=Blank.HOLE)
    ] = []
    meeting_day: Annotated[
        Day, About("Ngày họp lấy ý kiến", "Day of the meeting", "22/8/2026", Blank.HOLE)
    ] = None
    meeting_time: Annotated[
        Line, About("Giờ họp", "Time of the meeting", "08 giờ 00 phút", Blank.HOLE)
    ] = ""
    meeting_end: Annotated[
        Line, About("Giờ kết thúc", "Time of the end", "10 giờ 30 phút", Blank.HOLE)
    ] = ""
    meeting_place: Annotated[
        Line, About("Nơi họp", "Place of the meeting", "Nhà văn hóa thôn", Blank.HOLE)
    ] = ""
    chair: Annotated[Line, About("Chủ trì", "Chair", "Ông Nguyễn Văn An", Blank.HOLE)] = ""
    secretary: Annotated[Line, About("Thư ký", "Secretary", "Bà Trần Thị Bình", Blank.HOLE)] = ""
    attendees: Annotated[
        list[Line], About("Thành phần dự họp", "Who attended", ["Đại diện Công an xã"])
    ] = []


class Model(Told):
    """Mô hình được thành lập."""

    name: Annotated[
        Line, About("Tên mô hình", "Name of the model", "Cổng trường an toàn giao thông")
    ]
    catalogue: Annotated[
        Line,
        About(
            "Mã trong danh mục 16 mô hình tự quản (để trống: nhận theo tên)",
            "Its slug or number in the catalogue",
            "cong-truong-an-toan-giao-thong",
        ),
    ] = ""
    scope: Annotated[
        Line,
        About(
            "Địa bàn, phạm vi hoạt động",
            "Where it works",
            "Trường Trung học cơ sở Tân Mỹ",
            Blank.MARK,
        ),
    ] = ""
    abbreviation: Annotated[
        Line,
        About("Chữ viết tắt tên mô hình trong số, ký hiệu", "Abbreviation in the symbol", "MH"),
    ] = "MH"


class Member(Told):
    """Thành viên mô hình."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    birth_year: Annotated[
        Whole | None, Field(ge=1900, le=2100), About("Năm sinh", "Year of birth", 1985)
    ] = None
    job: Annotated[Line, About("Nghề nghiệp, chức vụ", "Job", "Giáo viên")] = ""
    unit: Annotated[Line, About("Đơn vị, nơi ở", "Unit or home", "Tổ Toán - Tin")] = ""
    role: Annotated[
        Role,
        About(
            "Vai trò: head (người đứng đầu), deputy (cấp phó), secretary (thư ký), member",
            "Role in the model",
            "member",
        ),
    ] = Role.MEMBER
    title: Annotated[
        Line,
        About(
            "Chức danh trong mô hình (để trống: theo danh mục)", "Title in the model", "Tổ trưởng"
        ),
    ] = ""


class Survey(Told):
    """Khảo sát, đánh giá tình hình theo bốn nội dung (mục II.1.1.1)."""

    period: Annotated[
        Line, About("Thời gian khảo sát", "Period", "từ tháng 01 đến tháng 8 năm 2026", Blank.HOLE)
    ] = ""
    general: Annotated[
        Text,
        About(
            "Tình hình chung có liên quan đến an ninh, trật tự",
            "General security situation",
            "Trường nằm sát đường tỉnh...",
            Blank.MARK,
        ),
    ] = ""
    people: Annotated[
        Text, About("Tình hình Nhân dân", "The people", "Thôn có 215 hộ...", Blank.MARK)
    ] = ""
    political_system: Annotated[
        Text,
        About(
            "Tình hình hoạt động của hệ thống chính trị cơ sở",
            "Local political system",
            "Chi bộ có 32 đảng viên...",
            Blank.MARK,
        ),
    ] = ""
    movement: Annotated[
        Text,
        About(
            "Tình hình phong trào toàn dân bảo vệ an ninh Tổ quốc",
            "The movement of all people for national security",
            "Phong trào được duy trì...",
            Blank.MARK,
        ),
    ] = ""
    necessity: Annotated[
        Text,
        About("Sự cần thiết thành lập (để trống: theo danh mục)", "Why the model is needed"),
    ] = ""


class Step(Told):
    """Một việc trong tiến độ xây dựng mô hình."""

    task: Annotated[Line, About("Nội dung công việc", "Task", "Khảo sát, đánh giá tình hình")]
    lead: Annotated[Line, About("Đơn vị chủ trì", "Who leads", "Công an xã", Blank.HOLE)] = ""
    support: Annotated[Line, About("Đơn vị phối hợp", "Who helps", "Các thôn")] = ""
    due: Annotated[
        Line, About("Thời gian hoàn thành", "Due", "Trước ngày 15/8/2026", Blank.HOLE)
    ] = ""


class Activity(Told):
    """Một hoạt động trong năm."""

    when: Annotated[Line, About("Thời gian", "When", "Tháng 9")]
    what: Annotated[Line, About("Nội dung", "What", "Ra quân bảo đảm trật tự cổng trường")]
    lead: Annotated[Line, About("Người, bộ phận thực hiện", "Who", "Tổ trưởng")] = ""


class FundItem(Told):
    """Một khoản dự kiến chi."""

    what: Annotated[Line, About("Nội dung chi", "What for", "Mua còi, gậy chỉ huy giao thông")]
    amount: Annotated[
        Whole | None, Field(ge=0), About("Số tiền (đồng)", "Amount in dong", 3500000, Blank.HOLE)
    ] = None


class Funds(Told):
    """Kinh phí hoạt động (vận động tự nguyện đóng góp)."""

    sources: Annotated[
        list[Line],
        About("Nguồn kinh phí (để trống: theo danh mục)", "Sources", ["đóng góp tự nguyện"]),
    ] = []
    items: Annotated[list[FundItem], About("Dự kiến chi", "Planned spending")] = []


class Guest(Told):
    """Khách mời dự hội nghị ra mắt."""

    name: Annotated[Line, About("Họ và tên", "Name", "Lê Văn Cường", Blank.HOLE)] = ""
    honorific: Annotated[
        Line, About("Cách xưng hô: Ông, Bà, Đồng chí", "Form of address", "Ông")
    ] = ""
    title: Annotated[Line, About("Chức vụ", "Title", "Chủ tịch Ủy ban MTTQ Việt Nam xã")] = ""
    unit: Annotated[Line, About("Đơn vị", "Unit", "Ủy ban MTTQ Việt Nam xã Tân Mỹ")] = ""


class ProgrammeItem(Told):
    """Một mục trong chương trình hội nghị."""

    time: Annotated[Line, About("Thời gian", "Time", "08 giờ 00 - 08 giờ 15", Blank.HOLE)] = ""
    content: Annotated[Line, About("Nội dung", "Content", "Ổn định tổ chức")]
    by: Annotated[Line, About("Người thực hiện", "Who", "Ban Tổ chức")] = ""


class Launch(Told):
    """Hội nghị ra mắt mô hình (mục II.1.2)."""

    day: Annotated[Day, About("Ngày ra mắt", "Day", "25/9/2026", Blank.HOLE)] = None
    time: Annotated[Line, About("Giờ bắt đầu", "Time", "08 giờ 00 phút", Blank.HOLE)] = ""
    place: Annotated[
        Line, About("Địa điểm", "Place", "Hội trường Trường THCS Tân Mỹ", Blank.HOLE)
    ] = ""
    within: Annotated[
        Line,
        About(
            "Tên hội nghị được lồng ghép (để trống: mở hội nghị riêng)",
            "The other conference, if combined",
        ),
    ] = ""
    chair: Annotated[Line, About("Người chủ trì", "Chair", "Hiệu trưởng", Blank.HOLE)] = ""
    attendees: Annotated[
        list[Line], About("Thành phần tham dự", "Who attends", ["Toàn thể thành viên mô hình"])
    ] = []
    guests: Annotated[list[Guest], About("Khách mời", "Guests", blank=Blank.HOLE)] = []
    programme: Annotated[
        list[ProgrammeItem], About("Chương trình (để trống: chương trình mẫu)", "Programme")
    ] = []
    contact: Annotated[
        Line,
        About("Người liên hệ, số điện thoại ghi trên giấy mời", "Contact", "Bà Bình, 0204..."),
    ] = ""


class Pilot(Told):
    """Xây dựng mô hình điểm (mục II.1.4, mục 7)."""

    reason: Annotated[Text, About("Lý do chọn làm điểm", "Why it is a pilot", blank=Blank.MARK)] = (
        ""
    )
    period: Annotated[
        Line, About("Thời gian làm điểm", "Period", "từ 10/2026 đến 10/2027", Blank.HOLE)
    ] = ""
    targets: Annotated[list[Line], About("Tiêu chí phấn đấu", "Targets")] = []
    supports: Annotated[list[Line], About("Hỗ trợ dành cho mô hình điểm", "Support")] = []


class Content(Told):
    """Nội dung riêng thay cho nội dung mặc định của danh mục; mục để trống lấy theo danh mục."""

    purpose: Annotated[Text, About("Mục đích", "Purpose")] = ""
    function: Annotated[Text, About("Chức năng", "Function")] = ""
    duties: Annotated[list[Line], About("Nhiệm vụ", "Duties")] = []
    powers: Annotated[list[Line], About("Quyền hạn", "Powers")] = []
    methods: Annotated[list[Line], About("Phương thức hoạt động", "Ways of working")] = []
    standards: Annotated[list[Line], About("Tiêu chuẩn thành viên", "Standards")] = []
    rewards: Annotated[list[Line], About("Khen thưởng", "Rewards")] = []
    discipline: Annotated[list[Line], About("Kỷ luật", "Discipline")] = []
    funding: Annotated[list[Line], About("Kinh phí", "Funding")] = []
    meetings: Annotated[list[Line], About("Hội họp, báo cáo", "Meetings, reports")] = []
    targets: Annotated[list[Line], About("Chỉ tiêu trong năm", "Targets of the year")] = []


class Year(Told):
    """Kế hoạch hoạt động năm."""

    year: Annotated[
        int | None,
        Field(ge=2000, le=2100),
        About("Năm kế hoạch (để trống: năm soạn thảo)", "Year", 2026),
    ] = None
    activities: Annotated[
        list[Activity], About("Hoạt động (để trống: theo danh mục)", "Activities")
    ] = []


class Issued(Told):
    """Số và ngày do văn thư cấp sau khi ký."""

    number: Annotated[
        Whole | None, Field(ge=1, le=99_999), About("Số", "Number", 45, Blank.HOLE)
    ] = None
    day: Annotated[Day, About("Ngày ban hành", "Day", "05/9/2026", Blank.HOLE)] = None


class Papers(Told):
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
    launch_plan: Annotated[Issued, About("Kế hoạch tổ chức hội nghị ra mắt", "Launch plan")] = (
        Issued()
    )
    invitation: Annotated[Issued, About("Giấy mời", "Invitation")] = Issued()
    pilot_plan: Annotated[Issued, About("Kế hoạch mô hình điểm", "Pilot plan")] = Issued()
    year_plan: Annotated[Issued, About("Kế hoạch hoạt động năm", "Plan of the year")] = Issued()


class Record(Told):
    """Hồ sơ khai một mô hình tự quản."""

    kind: Annotated[
        Literal["self_managed"], About("Loại hình: self_managed (mô hình tự quản)", "Kind")
    ]
    issuer: Annotated[Issuer, About("Đơn vị ra quyết định", "The deciding unit")]
    model: Annotated[Model, About("Mô hình", "The model")]
    proposer: Annotated[Office, About("Đơn vị đề xuất thành lập", "The proposing unit")] = Office()
    party: Annotated[PartyBody, About("Cấp ủy lãnh đạo", "The Party body")] = PartyBody()
    police: Annotated[
        Office, About("Công an cấp xã (hoặc Công an phụ trách)", "The commune police")
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
            "Name of the commune's steering committee",
            "Ban Chỉ đạo 138 xã Tân Mỹ",
        ),
    ] = ""
    front: Annotated[
        Line,
        About("Ủy ban Mặt trận Tổ quốc (cấp xã)", "The Fatherland Front", "Ủy ban MTTQ Việt Nam"),
    ] = ""
    approver: Annotated[
        Literal["decider", "police"],
        About(
            "Người phê duyệt quy chế: decider (người quyết định thành lập) hoặc police "
            "(Trưởng Công an xã; chỉ với cấp xã)",
            "Who approves the regulation",
            "decider",
        ),
    ] = "decider"
    consent: Annotated[
        Literal["letter", "note"],
        About(
            "Ý kiến đồng ý: letter (văn bản riêng) hoặc note (phê trực tiếp vào báo cáo)",
            "Form of the decider's consent",
            "letter",
        ),
    ] = "letter"
    survey: Annotated[Survey, About("Khảo sát tình hình", "Survey")] = Survey()
    consultation: Annotated[Consultation, About("Lấy ý kiến dự thảo", "Consultation")] = (
        Consultation()
    )
    schedule: Annotated[
        list[Step], About("Tiến độ xây dựng (để trống: tiến độ mẫu)", "Schedule")
    ] = []
    members: Annotated[list[Member], About("Thành viên", "Members", blank=Blank.MARK)] = []
    content: Annotated[Content, About("Nội dung thay mặc định", "Own wording")] = Content()
    funds: Annotated[Funds, About("Kinh phí", "Funds")] = Funds()
    launch: Annotated[Launch, About("Hội nghị ra mắt", "Launch conference")] = Launch()
    pilot: Annotated[
        Pilot | None, About("Mô hình điểm (chỉ khi xây dựng mô hình điểm)", "Pilot model")
    ] = None
    year_plan: Annotated[Year, About("Kế hoạch hoạt động năm", "Plan of the year")] = Year()
    bases: Annotated[
        list[Line],
        About(
            "Căn cứ riêng của địa phương, đơn vị (không ghi chữ “Căn cứ”)",
            "Local legal bases",
            ["Kế hoạch số 188/KH-UBND ngày 29 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh"],
        ),
    ] = []
    numbered_laws: Annotated[
        bool,
        About(
            "Ghi số của luật trong căn cứ (true/false)",
            "Cite laws with their number",
            example=False,
        ),
    ] = False
    recipients: Annotated[
        list[Line], About("Nơi nhận bổ sung", "More recipients", ["Các thôn trong xã"])
    ] = []
    papers: Annotated[Papers, About("Số và ngày văn bản", "Numbers and days")] = Papers()
