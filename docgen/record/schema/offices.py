"""Who issues and signs: kinds of units, offices, signers, the deciding unit, the Party body."""

from enum import StrEnum
from typing import Annotated, Literal

from docgen.record.schema.fields import About, Blank, Day, Line, assumed
from docgen.record.schema.parts import Honorific, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


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


class Signer(RecordPart, kw_only=True):
    """Người ký văn bản."""

    title: Annotated[Line, About("Chức vụ người đứng đầu", "Title of the head", "Chủ tịch")] = ""
    name: Annotated[
        Line,
        About("Họ và tên người ký", "Name of the signer", "Nguyễn Văn An", Blank.HOLE),
    ] = ""
    honorific: Honorific = ""
    rank: Annotated[
        Line,
        About("Cấp bậc hàm (chỉ Công an, Quân đội)", "Rank (police, army only)", "Thiếu tá"),
    ] = ""
    signing: Annotated[
        Signing,
        About(
            "Cách ký: head (người đứng đầu ký), deputy (KT. - ký thay), acting (Q. - "
            "quyền), by_order (TL. - thừa lệnh)",
            "How the signer signs",
            "head",
        ),
    ] = Signing.HEAD
    own_title: Annotated[
        Line,
        About(
            "Chức vụ của người ký thay (khi ký KT. hoặc TL.)",
            "The signer's own title (when signing for the head: KT., TL.)",
            "Phó Chủ tịch",
        ),
    ] = ""


class Office(RecordPart, kw_only=True):
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
            "Signs for the collective (TM., if it does)",
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
            "The name at the head of a paper, line by line (empty: split by itself)",
            ["CÔNG AN", "XÃ TÂN MỸ"],
        ),
    ] = []
    signer: Annotated[Signer, About("Người ký", "Signer")] = Signer()


class Issuer(RecordPart, kw_only=True):
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
            "Name of the unit; a commune with its type: xã, phường, thị trấn, đặc khu",
            "xã Tân Mỹ",
        ),
    ]
    superior: Annotated[
        Line,
        About(
            "Cơ quan chủ quản trực tiếp (để trống với UBND cấp xã, doanh nghiệp độc lập)",
            "The body above it (empty for a commune or an independent enterprise)",
            "Ủy ban nhân dân xã Tân Mỹ",
        ),
    ] = ""
    commune: Annotated[
        Line,
        About(
            "Xã, phường, thị trấn, đặc khu nơi đóng trụ sở (cấp xã: để trống)",
            "The commune where the unit sits (a commune itself: empty)",
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
            "Abbreviation in the symbol (a commune: UBND)",
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
            "Place name on papers (empty: the name of the commune)",
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
            "The act that gives the unit its powers: charter, decision on functions and "
            "duties (without the words “Căn cứ”)",
            "Điều lệ tổ chức và hoạt động của Công ty Cổ phần May Sông Thương",
        ),
    ] = ""
    head: Annotated[
        Signer, About("Người có thẩm quyền quyết định", "The decider", {"title": "Chủ tịch"})
    ] = Signer()


class PartyBody(RecordPart, kw_only=True):
    """Cấp ủy lãnh đạo."""

    kind: Annotated[
        Literal["committee", "cell"],
        About(
            "Loại cấp ủy: committee (đảng ủy) hoặc cell (chi bộ)",
            "Party committee or cell",
            "committee",
        ),
    ] = assumed("committee")
    name: Annotated[
        Line, About("Tên cấp ủy", "Name of the Party body", "Đảng ủy xã Tân Mỹ", Blank.MARK)
    ] = ""
    superior: Annotated[
        Line,
        About("Đảng bộ cấp trên trực tiếp", "The Party body above", "Đảng bộ tỉnh Bắc Ninh"),
    ] = ""
    abbreviation: Annotated[
        Line,
        About("Viết tắt trong số, ký hiệu: ĐU, CB", "Abbreviation: ĐU, CB", "ĐU"),
    ] = ""
    term_since: Annotated[
        Day,
        About(
            "Ngày bắt đầu nhiệm kỳ cấp ủy: bế mạc đại hội, hoặc ngày được chỉ định (số văn bản bắt "
            "đầu lại từ đó; để trống: theo dữ liệu)",
            "First day of the committee's term: end of the congress, or day of appointment "
            "(numbers begin again from it; empty: by the data)",
            "01/7/2025",
        ),
    ] = None
    standing: Annotated[
        bool,
        About("Ban Thường vụ ban hành (true/false)", "Issued by the standing board", example=False),
    ] = False
    signer: Annotated[Signer, About("Người ký thay mặt cấp ủy", "Signer")] = Signer(title="Bí thư")
