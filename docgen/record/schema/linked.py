"""The record of a linked model (mô hình liên kết): its papers, the committee, the ceremony."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from docgen.record.schema.amendments import Amendments
from docgen.record.schema.assessments import LinkedAssessment, ReviewPart
from docgen.record.schema.changes import Changes
from docgen.record.schema.dissolution import LinkedDissolution
from docgen.record.schema.fields import About, Blank, Day, Line, Text
from docgen.record.schema.life import Commendations, CommitteePerson, CommitteeReorganization
from docgen.record.schema.meetings import Conference, Consultation
from docgen.record.schema.offices import Office
from docgen.record.schema.own import Record
from docgen.record.schema.parts import (
    PROFILE_OF_UNIT,
    Bases,
    Content,
    GuidanceApplies,
    Issued,
    Model,
    MoreRecipients,
    NumberedLaws,
    RecordPart,
    RecordRoot,
    Survey,
)
from docgen.record.schema.plans import Funds, Schedule, Year
from docgen.record.schema.reports import Reports
from docgen.record.schema.units import FEWEST_UNITS, MOST_UNITS, Unit

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class LinkedModel(Model, kw_only=True):
    """Mô hình liên kết được xây dựng."""

    name: Annotated[Line, About("Tên mô hình", "Name of the model", "Cụm An ninh liên hoàn")]
    catalogue: Annotated[
        Line,
        About(
            "Mô hình trong danh mục: tên, mã hoặc số (để trống: nhận theo tên mô hình)",
            "Model of the catalogue: name, code or number (empty: found by the name of the model)",
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


class AreaSurvey(Survey, kw_only=True):
    """Khảo sát, đánh giá tình hình khu vực theo bốn nội dung (mục II.2.1.1)."""


class Committee(RecordPart, kw_only=True):
    """Ban Chỉ đạo xây dựng, duy trì hoạt động của mô hình, nếu có (mục II.2.4, mục 2)."""

    name: Annotated[
        Line,
        About(
            "Tên Ban Chỉ đạo (để trống: đặt theo tên mô hình)",
            "Name of the committee (empty: from the name of the model)",
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


class Letter(RecordPart, kw_only=True):
    """Văn bản trao đổi, đề xuất thành lập mô hình (mục II.2.1.1)."""

    reply_by: Annotated[Day, About("Hạn trả lời", "Reply by", "20/8/2026", Blank.HOLE)] = None


class UnitsConsultation(Consultation, kw_only=True):
    """Lấy ý kiến các thành viên, Công an, quân sự vào các dự thảo (mục II.2.1.4)."""


class LinkedContent(Content, kw_only=True):
    """Nội dung riêng thay cho nội dung mặc định của danh mục; mục để trống lấy theo danh mục."""

    exchange: Annotated[
        list[Line], About("Cơ chế trao đổi thông tin, phối hợp", "Exchange of information")
    ] = []


class Ceremony(Conference, kw_only=True):
    """Hội nghị ký kết quy chế phối hợp và ra mắt mô hình (mục II.2.2)."""


class LinkedPapers(RecordPart, kw_only=True):
    """Số, ngày của từng văn bản đã phát hành; văn bản chưa có thì để trống."""

    proposal_letter: Annotated[
        Issued, About("Văn bản đề xuất thành lập", "Letter proposing the model")
    ] = Issued()
    committee_submission: Annotated[
        Issued, About("Tờ trình thành lập Ban Chỉ đạo", "Submission on the committee")
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


class LinkedRecord(RecordRoot, kw_only=True):
    """Hồ sơ khai một mô hình liên kết."""

    kind: Annotated[Literal["linked"], About("Loại hình: linked (mô hình liên kết)", "Kind")]
    profile: Annotated[Line, PROFILE_OF_UNIT] = ""
    model: Annotated[LinkedModel, About("Mô hình", "The model")]
    units: Annotated[
        list[Unit],
        Meta(min_length=FEWEST_UNITS, max_length=MOST_UNITS),
        About(
            f"Đơn vị thành viên (từ {FEWEST_UNITS} đến {MOST_UNITS} đơn vị; mỗi đơn vị bắt đầu "
            "bằng một dấu gạch ngang)",
            "Member units: from 2 to 30",
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
        About(
            "Ban Chỉ đạo xây dựng, duy trì mô hình (chỉ khi có)",
            "Steering committee (only where there is one)",
        ),
    ] = None
    security_bodies: Annotated[
        list[Line],
        About(
            "Cơ quan Công an, quân sự được xin ý kiến (để trống: theo quy định từng thời kỳ)",
            "Police and military bodies that are asked for comments (empty: by the rules of "
            "the time)",
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
    guidance_applies: GuidanceApplies = False
    recipients: MoreRecipients = []
    review: ReviewPart = None
    assessments: Annotated[
        list[LinkedAssessment], About("Đánh giá, xếp loại từng kỳ", "Assessments", later=True)
    ] = []
    reports: Reports = []
    reorganizations: Annotated[
        list[CommitteeReorganization],
        About(
            "Kiện toàn Ban Chỉ đạo của mô hình",
            "Reorganisations of the committee",
            sheet="Kiện toàn Ban Chỉ đạo",
            later=True,
        ),
    ] = []
    changes: Changes = []
    amendments: Amendments = []
    commendations: Commendations = []
    dissolution: Annotated[
        LinkedDissolution | None,
        About(
            "Thanh loại (chỉ khi mô hình xếp loại Yếu)",
            "Dissolution (only of a model rated Yếu)",
            later=True,
        ),
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
