"""The record of a linked model (mô hình liên kết): its units, who chairs when, the ceremony."""

# ruff: noqa: RUF012 - the parts are pydantic's, frozen, and ruff does not see it from here

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from docgen.record.schema.fields import About, Blank, Day, Line, Text, Whole
from docgen.record.schema.life import (
    Commendations,
    CommitteePerson,
    CommitteeReorganization,
    LinkedAssessment,
    LinkedDissolution,
    Reports,
    ReviewPart,
)
from docgen.record.schema.own import Record
from docgen.record.schema.parts import (
    Bases,
    Conference,
    Consultation,
    Content,
    Funds,
    Issued,
    Model,
    MoreRecipients,
    NumberedLaws,
    Office,
    Schedule,
    Signer,
    Survey,
    Told,
    UnitKind,
    Year,
)

FEWEST_UNITS, MOST_UNITS = 2, 30

# Annotations stand as they are, not as text: pydantic would evaluate each text at every start.


class Representative(Told):
    """Người đại diện, đầu mối liên hệ của đơn vị thành viên."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    title: Annotated[Line, About("Chức vụ", "Title", "Phó Hiệu trưởng", Blank.HOLE)] = ""
    phone: Annotated[Line, About("Số điện thoại", "Telephone", "0204 000 000")] = ""


class Unit(Told):
    """Đơn vị thành viên của mô hình liên kết."""

    name: Annotated[
        Line,
        About(
            "Tên đơn vị; UBND cấp xã chỉ ghi loại và tên: xã Tân Mỹ",
            "Name of the unit; a commune with its type only",
            "Trường Trung học cơ sở Tân Mỹ",
        ),
    ]
    kind: Annotated[
        UnitKind,
        About(
            "Loại đơn vị: residential (khu dân cư), commune (UBND cấp xã), agency (cơ quan), "
            "enterprise (doanh nghiệp), school (nhà trường), army (đơn vị quân đội)",
            "Kind of unit",
            "school",
        ),
    ]
    superior: Annotated[
        Line,
        About(
            "Cơ quan chủ quản trực tiếp, nếu có", "The body above it", "Ủy ban nhân dân xã Tân Mỹ"
        ),
    ] = ""
    header: Annotated[
        list[Line],
        About(
            "Tên ghi ở đầu văn bản, chia dòng theo ý muốn (để trống: tự chia)",
            "Name at the head, by line",
            ["TRƯỜNG TRUNG HỌC CƠ SỞ", "TÂN MỸ"],
        ),
    ] = []
    abbreviation: Annotated[
        Line,
        About("Chữ viết tắt trong số, ký hiệu", "Abbreviation in the symbol", "THCSTM", Blank.HOLE),
    ] = ""
    collective: Annotated[
        Line,
        About(
            "Tập thể mà người ký thay mặt (TM.), nếu có",
            "The collective for which the signer signs",
            "Ủy ban nhân dân",
        ),
    ] = ""
    drafting_unit: Annotated[
        Line,
        About(
            "Chữ viết tắt bộ phận soạn thảo, dùng cho công văn",
            "Abbreviation of the drafting desk",
            "VP",
        ),
    ] = ""
    place: Annotated[
        Line,
        About("Địa danh ghi trên văn bản (để trống: tên cấp xã)", "Place name on papers", "Tân Mỹ"),
    ] = ""
    commune: Annotated[
        Line,
        About(
            "Xã, phường nơi đặt trụ sở (cấp xã: để trống)",
            "The commune where the unit sits",
            "xã Tân Mỹ",
            Blank.HOLE,
        ),
    ] = ""
    district: Annotated[
        Line,
        About("Huyện, thành phố (chỉ trước 01/7/2025)", "District (before 01/7/2025)", ""),
    ] = ""
    province: Annotated[Line, About("Tỉnh, thành phố", "Province", "tỉnh Bắc Ninh", Blank.MARK)] = (
        ""
    )
    signer: Annotated[
        Signer, About("Người ký quy chế, kế hoạch của mô hình", "Who signs for the unit")
    ] = Signer()
    representative: Annotated[
        Representative, About("Người đại diện, đầu mối liên hệ", "Representative")
    ] = Representative()
    lead: Annotated[
        bool,
        About(
            "Đơn vị chủ trì xây dựng: true với đúng một đơn vị",
            "Leads the building of the model: true for one unit",
            example=False,
        ),
    ] = False
    turn: Annotated[
        Whole | None,
        Field(ge=1, le=MOST_UNITS),
        About("Thứ tự luân phiên chủ trì, từ 1 (để trống: không luân phiên)", "Turn as chair", 2),
    ] = None
    term: Annotated[
        Line, About("Nhiệm kỳ chủ trì", "Term as chair", "từ 01/2027 đến 12/2027", Blank.HOLE)
    ] = ""


class LinkedModel(Model):
    """Mô hình liên kết được xây dựng."""

    name: Annotated[Line, About("Tên mô hình", "Name of the model", "Cụm An ninh liên hoàn")]
    catalogue: Annotated[
        Line,
        About(
            "Mã trong danh mục 6 mô hình liên kết (để trống: nhận theo tên)",
            "Its slug or number in the catalogue",
            "cum-an-ninh-lien-hoan",
        ),
    ] = ""
    scope: Annotated[
        Line,
        About(
            "Khu vực, địa bàn hoạt động",
            "Where it works",
            "khu vực Trường Trung học cơ sở Tân Mỹ và Cụm công nghiệp Tân Mỹ",
            Blank.MARK,
        ),
    ] = ""


class AreaSurvey(Survey):
    """Khảo sát, đánh giá tình hình khu vực theo bốn nội dung (mục II.2.1.1)."""


class Committee(Told):
    """Ban Chỉ đạo xây dựng, duy trì hoạt động của mô hình, nếu có (mục II.2.4, mục 2)."""

    name: Annotated[
        Line,
        About(
            "Tên Ban Chỉ đạo (để trống: đặt theo tên mô hình)",
            "Name of the committee",
            "Ban Chỉ đạo xây dựng, duy trì hoạt động của mô hình “Cụm An ninh liên hoàn”",
        ),
    ] = ""
    issuer: Annotated[
        Office, About("Cơ quan ra quyết định thành lập Ban Chỉ đạo", "Who founds the committee")
    ] = Office()
    members: Annotated[
        list[CommitteePerson],
        About("Thành viên Ban Chỉ đạo", "Members of the committee", blank=Blank.MARK),
    ] = []


class Letter(Told):
    """Văn bản trao đổi, đề xuất thành lập mô hình (mục II.2.1.1)."""

    reply_by: Annotated[Day, About("Hạn trả lời", "Reply by", "20/8/2026", Blank.HOLE)] = None


class UnitsConsultation(Consultation):
    """Lấy ý kiến các thành viên, Công an, quân sự vào các dự thảo (mục II.2.1.4)."""


class LinkedContent(Content):
    """Nội dung riêng thay cho nội dung mặc định của danh mục; mục để trống lấy theo danh mục."""

    exchange: Annotated[
        list[Line], About("Cơ chế trao đổi thông tin, phối hợp", "Exchange of information")
    ] = []


class Ceremony(Conference):
    """Hội nghị ký kết quy chế phối hợp và ra mắt mô hình (mục II.2.2)."""


class LinkedPapers(Told):
    """Số, ngày của từng văn bản đã phát hành; văn bản chưa có thì để trống."""

    proposal_letter: Annotated[
        Issued, About("Văn bản đề xuất thành lập", "Letter proposing the model")
    ] = Issued()
    committee_decision: Annotated[
        Issued, About("Quyết định thành lập Ban Chỉ đạo", "Decision on the committee")
    ] = Issued()
    regulation: Annotated[Issued, About("Quy chế phối hợp", "Regulation")] = Issued()
    year_plan: Annotated[Issued, About("Kế hoạch thực hiện năm", "Plan of the year")] = Issued()
    ceremony_plan: Annotated[
        Issued, About("Kế hoạch tổ chức hội nghị ký kết, ra mắt", "Ceremony plan")
    ] = Issued()
    invitation: Annotated[Issued, About("Giấy mời", "Invitation")] = Issued()
    comment_request: Annotated[
        Issued, About("Công văn xin ý kiến dự thảo", "Letter asking for comments")
    ] = Issued()
    comment_minutes: Annotated[
        Issued, About("Biên bản họp lấy ý kiến", "Minutes of the comment meeting")
    ] = Issued()
    ceremony_minutes: Annotated[
        Issued, About("Biên bản hội nghị ký kết, ra mắt", "Minutes of the ceremony")
    ] = Issued()


class LinkedRecord(Told):
    """Hồ sơ khai một mô hình liên kết."""

    kind: Annotated[Literal["linked"], About("Loại hình: linked (mô hình liên kết)", "Kind")]
    model: Annotated[LinkedModel, About("Mô hình", "The model")]
    units: Annotated[
        list[Unit],
        Field(min_length=FEWEST_UNITS, max_length=MOST_UNITS),
        About(
            f"Đơn vị thành viên (từ {FEWEST_UNITS} đến {MOST_UNITS} đơn vị; mỗi đơn vị bắt đầu "
            "bằng một dấu gạch ngang)",
            "Member units",
        ),
    ]
    directive: Annotated[
        Text,
        About(
            "Chỉ đạo của cấp trên mà mô hình thực hiện",
            "The directive from above that the model carries out",
            "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Bắc Ninh về xây dựng phong trào...",
            Blank.MARK,
        ),
    ] = ""
    survey: Annotated[AreaSurvey, About("Khảo sát tình hình khu vực", "Survey of the area")] = (
        AreaSurvey()
    )
    committee: Annotated[
        Committee | None,
        About("Ban Chỉ đạo xây dựng, duy trì mô hình (chỉ khi có)", "Steering committee"),
    ] = None
    security_bodies: Annotated[
        list[Line],
        About(
            "Cơ quan Công an, quân sự được xin ý kiến (để trống: theo quy định từng thời kỳ)",
            "Police and military bodies that are asked for comments",
            ["Công an xã Tân Mỹ"],
        ),
    ] = []
    letter: Annotated[Letter, About("Văn bản đề xuất", "The letter")] = Letter()
    consultation: Annotated[UnitsConsultation, About("Lấy ý kiến dự thảo", "Consultation")] = (
        UnitsConsultation()
    )
    schedule: Schedule = []
    content: Annotated[LinkedContent, About("Nội dung thay mặc định", "Own wording")] = (
        LinkedContent()
    )
    funds: Annotated[Funds, About("Kinh phí", "Funds")] = Funds()
    ceremony: Annotated[Ceremony, About("Hội nghị ký kết, ra mắt", "Signing ceremony")] = Ceremony()
    year_plan: Annotated[Year, About("Kế hoạch thực hiện năm", "Plan of the year")] = Year()
    bases: Bases = []
    numbered_laws: NumberedLaws = False
    recipients: MoreRecipients = []
    review: ReviewPart = None
    assessments: Annotated[
        list[LinkedAssessment], About("Đánh giá, xếp loại từng kỳ", "Assessments")
    ] = []
    reports: Reports = []
    reorganizations: Annotated[
        list[CommitteeReorganization],
        About("Kiện toàn Ban Chỉ đạo của mô hình", "Reorganisations of the committee"),
    ] = []
    commendations: Commendations = []
    dissolution: Annotated[
        LinkedDissolution | None,
        About("Thanh loại (chỉ khi mô hình xếp loại Yếu)", "Dissolution"),
    ] = None
    papers: Annotated[LinkedPapers, About("Số và ngày văn bản", "Numbers and days")] = (
        LinkedPapers()
    )

    @property
    def gathering(self) -> Conference:
        """The conference at which the model is made known: its signing ceremony (II.2.2)."""
        return self.ceremony

    @property
    def size(self) -> int:
        """How many belong to the model: its member units."""
        return len(self.units)


AnyRecord: TypeAlias = Record | LinkedRecord
"""A record of either kind."""
