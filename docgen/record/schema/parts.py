"""The parts that records of both kinds are made of: signers, offices, surveys, conferences."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from docgen.record.schema.fields import About, Blank, Day, Line, Text, Whole

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


class Conference(Told):
    """Hội nghị: when, where, who, in which order."""

    day: Annotated[Day, About("Ngày tổ chức", "Day", "25/9/2026", Blank.HOLE)] = None
    time: Annotated[Line, About("Giờ bắt đầu", "Time", "08 giờ 00 phút", Blank.HOLE)] = ""
    end: Annotated[Line, About("Giờ kết thúc", "Time of the end", "10 giờ 30 phút", Blank.HOLE)] = (
        ""
    )
    place: Annotated[
        Line, About("Địa điểm", "Place", "Hội trường Ủy ban nhân dân xã Tân Mỹ", Blank.HOLE)
    ] = ""
    within: Annotated[
        Line,
        About(
            "Tên hội nghị được lồng ghép (để trống: mở hội nghị riêng)",
            "The other conference, if combined",
        ),
    ] = ""
    chair: Annotated[
        Line,
        About(
            "Người chủ trì", "Chair", "Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã", Blank.HOLE
        ),
    ] = ""
    host: Annotated[
        Line, About("Người dẫn chương trình", "Host", "Bà Trần Thị Bình", Blank.HOLE)
    ] = ""
    secretary: Annotated[Line, About("Thư ký", "Secretary", "Ông Lê Văn Dũng", Blank.HOLE)] = ""
    attendees: Annotated[
        list[Line], About("Thành phần tham dự", "Who attends", ["Toàn thể thành viên mô hình"])
    ] = []
    guests: Annotated[list[Guest], About("Khách mời", "Guests", blank=Blank.HOLE)] = []
    programme: Annotated[
        list[ProgrammeItem], About("Chương trình (để trống: chương trình mẫu)", "Programme")
    ] = []
    tasks: Annotated[
        list[Step], About("Phân công chuẩn bị (để trống: bảng phân công mẫu)", "Tasks")
    ] = []
    contact: Annotated[
        Line,
        About("Người liên hệ, số điện thoại ghi trên giấy mời", "Contact", "Bà Bình, 0204..."),
    ] = ""


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


Bases: TypeAlias = Annotated[
    list[Line],
    About(
        "Căn cứ riêng của địa phương, đơn vị (không ghi chữ “Căn cứ”)",
        "Local legal bases",
        ["Kế hoạch số 188/KH-UBND ngày 29 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh"],
    ),
]
NumberedLaws: TypeAlias = Annotated[
    bool,
    About(
        "Ghi số của luật trong căn cứ (true/false)", "Cite laws with their number", example=False
    ),
]
Schedule: TypeAlias = Annotated[
    list[Step], About("Tiến độ xây dựng (để trống: tiến độ mẫu)", "Schedule")
]
MoreRecipients: TypeAlias = Annotated[
    list[Line], About("Nơi nhận bổ sung", "More recipients", ["Các thôn trong xã"])
]
