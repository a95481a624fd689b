"""The end of a model that is rated weak: causes, money, property, consents (II.3)."""

from typing import Annotated

from msgspec import Meta

from docgen.record.schema.fields import About, Blank, Day, Line, Period, Text, Whole
from docgen.record.schema.offices import Office
from docgen.record.schema.parts import Issued, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Holding(RecordPart, kw_only=True):
    """Tài sản của mô hình phải xử lý khi thanh loại."""

    what: Annotated[Line, About("Tài sản, trang thiết bị", "What", "Đèn pin")]
    count: Annotated[Line, About("Số lượng", "Count", "05 chiếc", Blank.HOLE)] = ""
    handling: Annotated[
        Line,
        About("Cách xử lý", "How it is settled", "bàn giao thôn Đông Hạ quản lý", Blank.HOLE),
    ] = ""


class Dissolution(RecordPart, kw_only=True):
    """Thanh loại mô hình xếp loại Yếu (mục II.3)."""

    period: Annotated[
        Period,
        About(
            "Kỳ xếp loại Yếu (để trống: kỳ đánh giá mới nhất)",
            "Period rated Yếu (empty: the last one)",
            "2026",
        ),
    ] = ""
    proposer: Annotated[
        Office | None,
        About(
            "Đơn vị đề xuất thanh loại (để trống: đơn vị đề xuất thành lập, chủ trì)",
            "Who proposes it (empty: who proposed to found it, the leading unit)",
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
        Meta(ge=0),
        About("Số dư quỹ (đồng; không có quỹ: 0)", "Balance (dong; no fund: 0)", 0, Blank.HOLE),
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
        About(
            "Ngày chấm dứt hoạt động (để trống: ngày ký)",
            "Ends on (empty: the day of signing)",
            "01/12/2026",
        ),
    ] = None
    follow_up: Annotated[
        list[Line],
        About("Biện pháp bảo đảm an ninh, trật tự sau khi thanh loại", "What takes its place"),
    ] = []
    report: Annotated[Issued, About("Báo cáo đề xuất thanh loại", "Report")] = Issued()


class OwnDissolution(Dissolution, kw_only=True):
    """Thanh loại mô hình tự quản: quyết định của người đã quyết định thành lập (mục II.3)."""

    decision: Annotated[Issued, About("Quyết định thanh loại", "Decision")] = Issued()
    notice: Annotated[Issued, About("Thông báo thanh loại", "Notice of the end")] = Issued()


class Consent(RecordPart, kw_only=True):
    """Văn bản đồng ý thanh loại của một đơn vị luân phiên chủ trì."""

    unit: Annotated[
        Line,
        About(
            "Tên đơn vị, như ở danh sách đơn vị thành viên", "Unit", "Trường Trung học cơ sở Tân Mỹ"
        ),
    ]
    number: Annotated[
        Whole | None, Meta(ge=1, le=99_999), About("Số", "Number", 45, Blank.HOLE)
    ] = None
    day: Annotated[Day, About("Ngày ban hành", "Day", "05/9/2026", Blank.HOLE)] = None


class LinkedDissolution(Dissolution, kw_only=True):
    """Thanh loại mô hình liên kết: mỗi đơn vị luân phiên chủ trì đồng ý bằng văn bản (mục II.3)."""

    consents: Annotated[
        list[Consent],
        About(
            "Văn bản đồng ý của từng đơn vị luân phiên chủ trì",
            "Consents of the chairs",
            sheet="Văn bản đồng ý thanh loại",
        ),
    ] = []
    joint: Annotated[Issued, About("Văn bản thống nhất thanh loại", "Joint consent")] = Issued()
    notice: Annotated[Issued, About("Thông báo thanh loại", "Notice of the end")] = Issued()
