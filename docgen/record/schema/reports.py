"""Báo cáo định kỳ: what a period brought, its figures, its money."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from docgen.record.schema.fields import ABOUT_PERIOD, About, Blank, Line, Period, Text, Whole
from docgen.record.schema.parts import Issued, RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Figure(RecordPart, kw_only=True):
    """Một số liệu của kỳ báo cáo."""

    name: Annotated[Line, About("Chỉ tiêu", "What is counted", "Tin báo cung cấp cho Công an")]
    unit: Annotated[Line, About("Đơn vị tính", "Unit", "tin")] = ""
    value: Annotated[Whole | None, Meta(ge=0), About("Số liệu kỳ này", "Value", 12, Blank.HOLE)] = (
        None
    )
    before: Annotated[
        Whole | None,
        Meta(ge=0),
        About(
            "Số liệu cùng kỳ trước (để trống: lấy từ báo cáo kỳ trước)",
            "Value before (empty: from the report before)",
            9,
        ),
    ] = None


class Outcome(RecordPart, kw_only=True):
    """Kết quả thực hiện một chỉ tiêu, hoạt động của kế hoạch năm."""

    what: Annotated[
        Line,
        About(
            "Chỉ tiêu, hoạt động (như trong kế hoạch năm)",
            "Target or activity (as the plan of the year names it)",
            "Họp Mô hình mỗi tháng 01 lần",
        ),
    ]
    result: Annotated[
        Line, About("Kết quả thực hiện", "Result", "12/12 tháng, đạt 100%", Blank.HOLE)
    ] = ""


class AccountLine(RecordPart, kw_only=True):
    """Một khoản thu hoặc chi được công khai."""

    what: Annotated[Line, About("Nội dung thu, chi", "What it is", "Ủng hộ của 45 hộ gia đình")]
    received: Annotated[
        Whole | None, Meta(ge=0), About("Số tiền thu (đồng)", "Received (dong)", 6_000_000)
    ] = None
    paid: Annotated[
        Whole | None, Meta(ge=0), About("Số tiền chi (đồng)", "Paid (dong)", 4_800_000)
    ] = None
    note: Annotated[Line, About("Ghi chú, chứng từ", "Note", "Phiếu thu 01 - 45")] = ""


class PeriodReport(RecordPart, kw_only=True):
    """Báo cáo kết quả hoạt động định kỳ (mục II.1.3, II.2.3)."""

    period: Annotated[Period, ABOUT_PERIOD]
    situation: Annotated[
        Text,
        About("Tình hình an ninh, trật tự trong kỳ", "Situation of the period", blank=Blank.MARK),
    ] = ""
    results: Annotated[
        list[Line],
        About(
            "Kết quả thực hiện nhiệm vụ",
            "Results",
            ["Tuần tra 24 buổi, giải tán 03 nhóm tụ tập gây mất trật tự"],
            Blank.MARK,
        ),
    ] = []
    figures: Annotated[list[Figure], About("Số liệu", "Figures", sheet="Số liệu báo cáo")] = []
    outcomes: Annotated[
        list[Outcome],
        About(
            "Kết quả thực hiện chỉ tiêu, kế hoạch năm",
            "Results of the plan",
            sheet="Kết quả chỉ tiêu",
        ),
    ] = []
    training: Annotated[
        list[Line],
        About(
            "Tập huấn, trao đổi kinh nghiệm; trang thiết bị, phương tiện",
            "Training and equipment (what was trained, given, bought)",
            ["Tập huấn 01 buổi cho 15 thành viên"],
        ),
    ] = []
    income: Annotated[
        Whole | None, Meta(ge=0), About("Tổng thu trong kỳ (đồng)", "Income (dong)", 12_000_000)
    ] = None
    spent: Annotated[
        Whole | None, Meta(ge=0), About("Tổng chi trong kỳ (đồng)", "Spent (dong)", 9_500_000)
    ] = None
    balance: Annotated[
        Whole | None, Meta(ge=0), About("Số dư cuối kỳ (đồng)", "Balance (dong)", 2_500_000)
    ] = None
    opening: Annotated[
        Whole | None, Meta(ge=0), About("Số dư đầu kỳ (đồng)", "Opening balance (dong)", 0)
    ] = None
    account: Annotated[
        list[AccountLine],
        About(
            "Các khoản thu, chi công khai (có thì lập bảng công khai; tổng thu, chi tự tính)",
            "What was received and paid (for the public account; sums are reckoned)",
        ),
    ] = []
    strengths: Annotated[list[Line], About("Ưu điểm", "Strengths")] = []
    weaknesses: Annotated[list[Line], About("Hạn chế", "Weaknesses")] = []
    causes: Annotated[list[Line], About("Nguyên nhân", "Causes")] = []
    lessons: Annotated[list[Line], About("Bài học kinh nghiệm", "Lessons")] = []
    tasks: Annotated[
        list[Line],
        About(
            "Nhiệm vụ kỳ tới (để trống: theo kế hoạch)",
            "Tasks of the next period (empty: from the plan)",
        ),
    ] = []
    proposals: Annotated[list[Line], About("Đề xuất, kiến nghị", "Proposals")] = []
    issued: Annotated[Issued, About("Báo cáo định kỳ", "The report")] = Issued()


Reports: TypeAlias = Annotated[
    list[PeriodReport],
    About(
        "Báo cáo kết quả hoạt động định kỳ",
        "Periodic reports",
        sheet="Báo cáo định kỳ",
        later=True,
    ),
]
