"""How a model is rated: the facts of a period, honours and notices of the year, who reviews."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from docgen.record.schema.fields import ABOUT_PERIOD, About, Blank, Day, Line, Period, Text, Whole
from docgen.record.schema.offices import Office
from docgen.record.schema.parts import Issued, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


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


class Honour(RecordPart, kw_only=True):
    """Khen thưởng trong năm về bảo đảm an ninh, trật tự, phong trào toàn dân bảo vệ ANTQ."""

    to: Annotated[
        Line,
        About(
            "Tập thể, cá nhân được khen: mô hình hoặc thành viên",
            "Who: the model or a member",
            "Mô hình",
        ),
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


class Notice(RecordPart, kw_only=True):
    """Thông báo phổ biến, nhân rộng mô hình trong năm."""

    issuer: Annotated[
        Line, About("Nơi thông báo", "Who gives notice", "Ban Chỉ đạo 138 xã Tân Mỹ")
    ] = ""
    level: Annotated[Level, _LEVEL]
    number: Annotated[Line, About("Số văn bản", "Number", "12/TB-BCĐ")] = ""
    day: Annotated[Day, About("Ngày văn bản", "Day", "10/10/2026")] = None


class Assessment(RecordPart, kw_only=True):
    """Dữ kiện đánh giá, xếp loại mô hình trong một kỳ (mục III.1); chưa rõ thì để trống."""

    period: Annotated[Period, ABOUT_PERIOD]
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
        Meta(ge=0),
        About(
            "Số thành viên vi phạm pháp luật trong kỳ (không có: 0)",
            "Members who broke law (none: 0)",
            0,
        ),
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
        About(
            "Thông báo phổ biến, nhân rộng trong năm",
            "Notices of the year",
            sheet="Thông báo nhân rộng",
        ),
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
    adjustment: Annotated[
        Line,
        About(
            "Điều chỉnh xếp loại khi thẩm định (để trống: thống nhất với đơn vị báo cáo)",
            "What the appraiser changed (empty: agrees with the report)",
            "từ loại Tốt xuống loại Khá, vì chưa có thông báo của cấp tỉnh",
        ),
    ] = ""
    survey_report: Annotated[
        Issued, About("Báo cáo kết quả khảo sát, đánh giá", "Survey report")
    ] = Issued()
    appraisal_report: Annotated[
        Issued, About("Báo cáo thẩm định của cấp trên", "Appraisal report")
    ] = Issued()
    notice: Annotated[
        Issued, About("Thông báo phổ biến, nhân rộng do đơn vị soạn", "Notice to spread the model")
    ] = Issued()


class LinkedAssessment(Assessment, kw_only=True):
    """Dữ kiện đánh giá, xếp loại mô hình liên kết trong một kỳ (mục III.1)."""

    heads_disciplined: Annotated[
        Whole | None,
        Meta(ge=0),
        About(
            "Số người đứng đầu cấp ủy, chính quyền, ban, ngành, đoàn thể của các thành viên bị kỷ "
            "luật từ khiển trách trở lên (không có: 0)",
            "Heads of members under discipline (none: 0)",
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


class Review(RecordPart, kw_only=True):
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
            "Who surveys (empty: the commune's steering committee, or the unit)",
        ),
    ] = None
    appraiser: Annotated[
        Office | None,
        About(
            "Nơi kiểm tra, thẩm định (để trống: theo từng thời kỳ)",
            "Who appraises (empty: by the time)",
        ),
    ] = None


ReviewPart: TypeAlias = Annotated[
    Review | None, About("Khảo sát, thẩm định", "Survey and appraisal")
]
