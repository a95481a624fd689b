"""Where people meet: consultations on drafts, conferences with guests and programme."""

from typing import Annotated

from docgen.record.schema.fields import About, Blank, Day, Line, Text
from docgen.record.schema.parts import RecordPart
from docgen.record.schema.plans import Task

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Consultee(RecordPart, kw_only=True):
    """Nơi được gửi dự thảo xin ý kiến và ý kiến của nơi đó (mục II.1.1.4)."""

    name: Annotated[Line, About("Cơ quan, tổ chức, cá nhân", "Who", "Công an xã Tân Mỹ")]
    opinion: Annotated[
        Text,
        About(
            "Nội dung góp ý (để trống khi chưa có)",
            "Opinion (empty while there is none)",
            "Nhất trí với dự thảo",
        ),
    ] = ""
    handling: Annotated[Text, About("Tiếp thu, giải trình", "How it was handled", "Tiếp thu")] = ""
    reply: Annotated[
        Line,
        About(
            "Số, ngày văn bản góp ý",
            "Number and day of the written opinion",
            "Công văn số 45/CAX-ANTT ngày 20/8/2026",
        ),
    ] = ""


class Consultation(RecordPart, kw_only=True):
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


class Guest(RecordPart, kw_only=True):
    """Khách mời dự hội nghị ra mắt."""

    name: Annotated[Line, About("Họ và tên", "Name", "Lê Văn Cường", Blank.HOLE)] = ""
    honorific: Annotated[
        Line, About("Cách xưng hô: Ông, Bà, Đồng chí", "Form of address: Ông, Bà, Đồng chí", "Ông")
    ] = ""
    title: Annotated[Line, About("Chức vụ", "Title", "Chủ tịch Ủy ban MTTQ Việt Nam xã")] = ""
    unit: Annotated[Line, About("Đơn vị", "Unit", "Ủy ban MTTQ Việt Nam xã Tân Mỹ")] = ""


class ProgrammeItem(RecordPart, kw_only=True):
    """Một mục trong chương trình hội nghị."""

    time: Annotated[Line, About("Thời gian", "Time", "08 giờ 00 - 08 giờ 15", Blank.HOLE)] = ""
    content: Annotated[Line, About("Nội dung", "Content", "Ổn định tổ chức")]
    by: Annotated[Line, About("Người thực hiện", "Who", "Ban Tổ chức")] = ""


class Conference(RecordPart, kw_only=True):
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
            "The other conference, if combined (empty: a conference of its own)",
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
        list[ProgrammeItem],
        About("Chương trình (để trống: chương trình mẫu)", "Programme (empty: the sample)"),
    ] = []
    tasks: Annotated[
        list[Task],
        About(
            "Phân công chuẩn bị (để trống: bảng phân công mẫu)",
            "Tasks (empty: the sample)",
            sheet="Phân công",
        ),
    ] = []
    contact: Annotated[
        Line,
        About("Người liên hệ, số điện thoại ghi trên giấy mời", "Contact", "Bà Bình, 0204..."),
    ] = ""
