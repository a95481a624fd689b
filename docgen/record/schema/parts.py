"""The parts that records of both kinds are made of: model, members, survey, wording."""

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from msgspec import Meta

from docgen.record.schema.fields import About, Blank, Day, Line, Text, Whole
from docgen.values import Value

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class RecordPart(Value, kw_only=True, weakref=True):
    """A part of the record: frozen, its values taken by `docgen.record.taking`."""


class RecordRoot(RecordPart, kw_only=True):
    """A whole record; one as it was on some day remembers all that was told."""

    _told: Any = None


PROFILE_OF_UNIT = About(
    "Hồ sơ đơn vị: tên tệp khai một lần cho mọi mô hình của đơn vị, tính từ thư mục của bản khai "
    "này (tạo bằng docgen profile; đã ghi thì không khai lại đơn vị ở dưới)",
    "Profile of the unit: the file that is told once for all its models, as seen from the "
    "folder of this record; what it tells need not be told below",
    "../don-vi.yaml",
)
"""Where a record says whose profile tells the rest of it."""


class Role(StrEnum):
    """Vai trò trong mô hình."""

    HEAD = "head"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


class Model(RecordPart, kw_only=True):
    """Mô hình được thành lập."""

    name: Annotated[
        Line, About("Tên mô hình", "Name of the model", "Cổng trường an toàn giao thông")
    ]
    catalogue: Annotated[
        Line,
        About(
            "Mô hình trong danh mục: tên, mã hoặc số (để trống: nhận theo tên mô hình)",
            "Model of the catalogue: name, code or number (empty: found by the name of the model)",
            "cong-truong-an-toan-giao-thong",
        ),
    ] = ""
    variant: Annotated[
        Line,
        About(
            "Biến thể nội dung theo nơi, đối tượng (để trống: chọn theo bản khai; chung: không "
            "dùng biến thể; xem docgen catalogue)",
            "Variant of the content by place and kind of people (empty: chosen by the record; "
            "chung: none)",
            "tieu-hoc",
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
    channels: Annotated[
        list[Line],
        About(
            "Kênh liên lạc của mô hình: nhóm Zalo, đường dây nóng (không có: để trống)",
            "How the model is reached: Zalo group, hotline (none: empty)",
            ["Nhóm Zalo “Tổ liên gia Đông Hạ”, do Tổ trưởng quản trị"],
        ),
    ] = []


Honorific: TypeAlias = Annotated[
    Line, About("Cách xưng hô: ông, bà, đồng chí", "Form of address: ông, bà, đồng chí", "bà")
]


class Member(RecordPart, kw_only=True):
    """Thành viên mô hình."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    honorific: Annotated[Line, About("Cách xưng hô: Ông, Bà", "Form of address: Ông, Bà", "Bà")] = (
        ""
    )
    birth_year: Annotated[
        Whole | None, Meta(ge=1900, le=2100), About("Năm sinh", "Year of birth", 1985)
    ] = None
    job: Annotated[Line, About("Nghề nghiệp, chức vụ", "Job", "Giáo viên")] = ""
    unit: Annotated[Line, About("Đơn vị, nơi ở", "Unit or home", "Tổ Toán - Tin")] = ""
    role: Annotated[
        Role,
        About(
            "Vai trò: head (người đứng đầu), deputy (cấp phó), secretary (thư ký), member (thành "
            "viên)",
            "Role in the model",
            "member",
        ),
    ] = Role.MEMBER
    title: Annotated[
        Line,
        About(
            "Chức danh trong mô hình (để trống: theo danh mục)",
            "Title in the model (empty: from the catalogue)",
            "Tổ trưởng",
        ),
    ] = ""


Asked: TypeAlias = Annotated[Whole | None, Meta(ge=0)]
"""An answer in one number; 0 says that there is none, an empty one that it is not known."""


class SurveyFigures(RecordPart, kw_only=True):
    """Câu hỏi ngắn về tình hình; nội dung khảo sát nào chưa viết thì được đặt lời từ các số này."""

    cases: Annotated[
        Asked, About("Số vụ việc về an ninh, trật tự trong thời gian khảo sát", "Cases", 14)
    ] = None
    thefts: Annotated[Asked, About("Số vụ trộm cắp tài sản trong đó", "Of these, thefts", 9)] = None
    accidents: Annotated[
        Asked, About("Số vụ va chạm, tai nạn giao thông", "Accidents in traffic", 3)
    ] = None
    fires: Annotated[Asked, About("Số vụ cháy, nổ", "Fires", 1)] = None
    households: Annotated[Asked, About("Số hộ", "Households", 268)] = None
    residents: Annotated[Asked, About("Số nhân khẩu", "Residents", 1094)] = None
    temporary: Annotated[Asked, About("Số người tạm trú", "Temporary residents", 83)] = None
    staff: Annotated[
        Asked, About("Số cán bộ, nhân viên, người lao động", "Staff and workers", 52)
    ] = None
    pupils: Annotated[Asked, About("Số học sinh, sinh viên", "Pupils", 812)] = None
    party_members: Annotated[Asked, About("Số đảng viên", "Party members", 34)] = None
    associations: Annotated[
        Asked, About("Số tổ chức đoàn thể, chi hội đang hoạt động", "Associations at work", 5)
    ] = None
    guards: Annotated[
        Asked, About("Số người làm nhiệm vụ bảo vệ an ninh, trật tự", "Those who keep order", 3)
    ] = None
    pledged: Annotated[
        Asked, About("Số bản cam kết bảo đảm an ninh, trật tự đã ký", "Pledges", 252)
    ] = None
    tips: Annotated[
        Asked, About("Số nguồn tin có giá trị do quần chúng cung cấp", "Tips of the people", 21)
    ] = None
    models: Annotated[
        Asked,
        About(
            "Số mô hình tự quản đang hoạt động (chưa có thì ghi 0)", "Models at work (none: 0)", 0
        ),
    ] = None


class Survey(RecordPart, kw_only=True):
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
        About(
            "Sự cần thiết thành lập (để trống: theo danh mục)",
            "Why the model is needed (empty: from the catalogue)",
        ),
    ] = ""
    figures: Annotated[
        SurveyFigures,
        About(
            "Số liệu trả lời nhanh: nội dung khảo sát nào chưa viết thì được đặt lời từ đây",
            "Short answers (a head of the survey without a text is worded from them)",
        ),
    ] = SurveyFigures()


class Content(RecordPart, kw_only=True):
    """Nội dung riêng thay cho nội dung mặc định của danh mục; mục để trống lấy theo danh mục.

    Trong một danh sách, dòng “...” là chỗ giữ nguyên danh sách của danh mục: ghi thêm trước, sau.
    """

    purpose: Annotated[Text, About("Mục đích", "Purpose")] = ""
    function: Annotated[Text, About("Chức năng", "Function")] = ""
    duties: Annotated[list[Line], About("Nhiệm vụ", "Duties")] = []
    powers: Annotated[list[Line], About("Quyền hạn", "Powers")] = []
    methods: Annotated[list[Line], About("Phương thức hoạt động", "Ways of working")] = []
    standards: Annotated[list[Line], About("Tiêu chuẩn thành viên", "Standards")] = []
    rewards: Annotated[list[Line], About("Khen thưởng", "Rewards")] = []
    discipline: Annotated[list[Line], About("Kỷ luật", "Discipline")] = []
    limits: Annotated[list[Line], About("Giới hạn khi xử lý kỷ luật", "Limits of discipline")] = []
    funding: Annotated[list[Line], About("Kinh phí", "Funding")] = []
    meetings: Annotated[list[Line], About("Hội họp, báo cáo", "Meetings, reports")] = []
    targets: Annotated[list[Line], About("Chỉ tiêu trong năm", "Targets of the year")] = []


class Issued(RecordPart, kw_only=True):
    """Số và ngày do văn thư cấp sau khi ký."""

    number: Annotated[
        Whole | None, Meta(ge=1, le=99_999), About("Số", "Number", 45, Blank.HOLE)
    ] = None
    day: Annotated[Day, About("Ngày ban hành", "Day", "05/9/2026", Blank.HOLE)] = None


Bases: TypeAlias = Annotated[
    list[Line],
    About(
        "Căn cứ riêng của địa phương, đơn vị (không ghi chữ “Căn cứ”)",
        "Local legal bases (without the words “Căn cứ”)",
        ["Kế hoạch số 188/KH-UBND ngày 29 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh"],
    ),
]
NumberedLaws: TypeAlias = Annotated[
    bool,
    About(
        "Ghi số của luật trong căn cứ (true/false)", "Cite laws with their number", example=False
    ),
]
GuidanceApplies: TypeAlias = Annotated[
    bool,
    About(
        "Địa phương áp dụng Hướng dẫn 1923/HD-BCĐ của tỉnh Bắc Giang (true/false; ở Bắc Giang, Bắc "
        "Ninh không cần ghi)",
        "Guidance 1923/HD-BCĐ applies in this province (not needed in Bắc Giang, Bắc Ninh)",
        example=False,
    ),
]
MoreRecipients: TypeAlias = Annotated[
    list[Line], About("Nơi nhận bổ sung", "More recipients", ["Các thôn trong xã"])
]
