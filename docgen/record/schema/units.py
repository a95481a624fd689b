"""The member units of a linked model, who speaks for each, and when it takes the chair."""

from typing import Annotated

from msgspec import Meta

from docgen.record.schema.fields import About, Blank, Line, Whole
from docgen.record.schema.offices import Signer, UnitKind
from docgen.record.schema.parts import Honorific, Issued, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


FEWEST_UNITS, MOST_UNITS = 2, 30


class Representative(RecordPart, kw_only=True):
    """Người đại diện, đầu mối liên hệ của đơn vị thành viên."""

    name: Annotated[Line, About("Họ và tên", "Name", "Trần Thị Bình", Blank.HOLE)] = ""
    honorific: Honorific = ""
    title: Annotated[Line, About("Chức vụ", "Title", "Phó Hiệu trưởng", Blank.HOLE)] = ""
    phone: Annotated[Line, About("Số điện thoại", "Telephone", "0204 000 000")] = ""


class Unit(RecordPart, kw_only=True):
    """Đơn vị thành viên của mô hình liên kết."""

    name: Annotated[
        Line,
        About(
            "Tên đơn vị; UBND cấp xã chỉ ghi loại và tên: xã Tân Mỹ",
            "Name of the unit; a commune with its type and name only: xã Tân Mỹ",
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
            "Name at the head, by line (empty: split by itself)",
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
            "Signs for the collective (TM., if it does)",
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
        About(
            "Địa danh ghi trên văn bản (để trống: tên cấp xã)",
            "Place name on papers (empty: the name of the commune)",
            "Tân Mỹ",
        ),
    ] = ""
    commune: Annotated[
        Line,
        About(
            "Xã, phường nơi đặt trụ sở (cấp xã: để trống)",
            "The commune where the unit sits (a commune itself: empty)",
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
    reply: Annotated[
        Issued,
        About("Văn bản trả lời đồng ý tham gia mô hình", "Its reply to the letter"),
    ] = Issued()
    lead: Annotated[
        bool,
        About(
            "Đơn vị chủ trì xây dựng: true với đúng một đơn vị",
            "Leads the building of the model (yes for one unit)",
            example=False,
        ),
    ] = False
    turn: Annotated[
        Whole | None,
        Meta(ge=1, le=MOST_UNITS),
        About(
            "Thứ tự luân phiên chủ trì, từ 1 (để trống: không luân phiên)",
            "Turn as chair (empty: no turns)",
            2,
        ),
    ] = None
    term: Annotated[
        Line, About("Nhiệm kỳ chủ trì", "Term as chair", "từ 01/2027 đến 12/2027", Blank.HOLE)
    ] = ""
