"""What is planned: tasks with their days, activities of a year, money."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from docgen.record.schema.fields import About, Blank, Line, Whole
from docgen.record.schema.parts import RecordPart

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Task(RecordPart, kw_only=True):
    """Một việc trong tiến độ xây dựng mô hình."""

    task: Annotated[Line, About("Nội dung công việc", "Task", "Khảo sát, đánh giá tình hình")]
    lead: Annotated[Line, About("Đơn vị chủ trì", "Who leads", "Công an xã", Blank.HOLE)] = ""
    support: Annotated[Line, About("Đơn vị phối hợp", "Who helps", "Các thôn")] = ""
    due: Annotated[
        Line, About("Thời gian hoàn thành", "Due", "Trước ngày 15/8/2026", Blank.HOLE)
    ] = ""


class Activity(RecordPart, kw_only=True):
    """Một hoạt động trong năm."""

    when: Annotated[Line, About("Thời gian", "When", "Tháng 9")]
    what: Annotated[Line, About("Nội dung", "What", "Ra quân bảo đảm trật tự cổng trường")]
    lead: Annotated[Line, About("Người, bộ phận thực hiện", "Who", "Tổ trưởng")] = ""


class FundItem(RecordPart, kw_only=True):
    """Một khoản dự kiến chi."""

    what: Annotated[Line, About("Nội dung chi", "What for", "Mua còi, gậy chỉ huy giao thông")]
    amount: Annotated[
        Whole | None, Meta(ge=0), About("Số tiền (đồng)", "Amount (dong)", 3500000, Blank.HOLE)
    ] = None


class Funds(RecordPart, kw_only=True):
    """Kinh phí hoạt động (vận động tự nguyện đóng góp)."""

    sources: Annotated[
        list[Line],
        About(
            "Nguồn kinh phí (để trống: theo danh mục)",
            "Sources (empty: from the catalogue)",
            ["đóng góp tự nguyện"],
        ),
    ] = []
    items: Annotated[list[FundItem], About("Dự kiến chi", "Planned spending")] = []


class Year(RecordPart, kw_only=True):
    """Kế hoạch hoạt động năm."""

    year: Annotated[
        int | None,
        Meta(ge=2000, le=2100),
        About(
            "Năm kế hoạch (để trống: năm soạn thảo)",
            "Year of the plan (empty: the year of drafting)",
            2026,
        ),
    ] = None
    activities: Annotated[
        list[Activity],
        About("Hoạt động (để trống: theo danh mục)", "Activities (empty: from the catalogue)"),
    ] = []


Schedule: TypeAlias = Annotated[
    list[Task], About("Tiến độ xây dựng (để trống: tiến độ mẫu)", "Schedule (empty: the sample)")
]
