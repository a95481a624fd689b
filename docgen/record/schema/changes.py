"""What changes in time: who holds an office, what a body or a place is called, from which day."""

from typing import Annotated, TypeAlias

from docgen.record.schema.fields import About, Blank, Day, Line, offering
from docgen.record.schema.offices import Signer
from docgen.record.schema.parts import RecordPart
from docgen.record.schema.units import Representative

# Annotations stand as they are, not as text: each text would be evaluated at every start.


class Change(RecordPart, kw_only=True):
    """Một thay đổi: từ ngày nào, của ai, nay là gì; mục không đổi thì để trống."""

    since: Annotated[Day, About("Từ ngày", "From which day", "01/8/2026", Blank.HOLE)] = None
    of: Annotated[
        Line,
        offering(
            "Của ai: issuer (đơn vị ra quyết định), party (cấp ủy), proposer (đơn vị đề xuất), "
            "police (Công an), front (Mặt trận), security_desk (bộ phận tham mưu), "
            "steering_committee (Ban Chỉ đạo cấp xã); mô hình liên kết: tên đơn vị thành viên, "
            "committee (nơi lập Ban Chỉ đạo); hoặc họ tên một người trong danh sách thành viên, "
            "Ban Chỉ đạo",
            "Whose change: a body of the record, a member unit by name, or a member by name",
            "issuer",
        ),
    ]
    name: Annotated[Line, About("Tên mới", "New name", "phường Tân Mỹ")] = ""
    header: Annotated[
        list[Line],
        About("Tên mới ghi ở đầu văn bản, chia dòng theo ý muốn", "New name at the head, by line"),
    ] = []
    superior: Annotated[Line, About("Cơ quan chủ quản mới", "New superior")] = ""
    commune: Annotated[
        Line, About("Xã, phường, đặc khu nơi đóng trụ sở, tên mới", "New commune", "phường Tân Mỹ")
    ] = ""
    province: Annotated[
        Line, About("Tỉnh, thành phố, tên mới", "New province", "thành phố Bắc Ninh")
    ] = ""
    place: Annotated[Line, About("Địa danh mới ghi trên văn bản", "New place name")] = ""
    abbreviation: Annotated[
        Line, About("Chữ viết tắt mới trong số, ký hiệu", "New abbreviation")
    ] = ""
    signer: Annotated[
        Signer | None, About("Người đứng đầu, người ký mới", "New head or signer")
    ] = None
    representative: Annotated[
        Representative | None,
        About(
            "Người đại diện mới (của đơn vị thành viên)", "New representative (of a member unit)"
        ),
    ] = None
    job: Annotated[
        Line,
        About("Nghề nghiệp, chức vụ mới (của một người)", "New job or office (of a person)"),
    ] = ""
    unit: Annotated[
        Line, About("Đơn vị, nơi ở mới (của một người)", "New unit or home (of a person)")
    ] = ""
    reason: Annotated[
        Line, About("Lý do, văn bản về việc thay đổi", "Reason", "Quyết định điều động số ...")
    ] = ""


Changes: TypeAlias = Annotated[
    list[Change],
    About(
        "Thay đổi theo thời gian: người giữ chức vụ, tên đơn vị, địa danh",
        "Changes in time: who holds an office, names of bodies and places",
        later=True,
    ),
]
