"""What is said about PDFs from outside: what keeps one out, and what a person should know."""

from __future__ import annotations

from typing import NamedTuple

from docgen.errors import Place, Problem, Severity, Words


class Message(NamedTuple):
    """What is wrong, and what to do about it; ``{}`` stands for what differs."""

    told: Words
    hint: Words

    def about(self, *details: object) -> Message:
        """The same with ``details`` filled in, words of each language in that language."""
        vi = [detail.vi if isinstance(detail, Words) else detail for detail in details]
        en = [detail.en if isinstance(detail, Words) else detail for detail in details]
        told, hint = (Words(words.vi.format(*vi), words.en.format(*en)) for words in self)
        return Message(told, hint)

    def at(self, name: str, severity: Severity = Severity.ERROR) -> Problem:
        """The problem of the file ``name``."""
        return Problem(Place(name), self.told, self.hint, severity)

    def remark(self, name: str) -> Problem:
        """The same as a remark, which stops nothing."""
        return self.at(name, Severity.WARNING)


HINT_AGAIN = Words(
    "In lại hoặc quét lại văn bản này rồi chạy lại.",
    "Print or scan this paper again, then run again.",
)
_HINT_PRINT = Words(
    "Mở tệp, in ra PDF mới (Print to PDF) rồi đặt tệp mới vào thay.",
    "Open it, print it to a new PDF, and put that in its place.",
)
_HINT_SWOLLEN = Words(
    "Quét lại văn bản ở 300 dpi, hoặc in ra PDF mới rồi đặt vào thay.",
    "Scan the paper again at 300 dpi, or print it to a new PDF and put that in its place.",
)
_HINT_COMPARE = Words(
    "So các trang của văn bản này trong hồ sơ với bản giấy; nếu sai thì quét lại.",
    "Compare its pages in the dossier with the paper; scan it again where they differ.",
)

SWOLLEN = Message(
    Words(
        "tệp PDF phình ra quá lớn khi mở (nén bất thường), không an toàn",
        "the PDF swells beyond measure when it is opened; it is not safe",
    ),
    _HINT_SWOLLEN,
)
ACTIVE = Message(
    Words(
        "tệp PDF có mã lệnh hoặc nội dung tự chạy (JavaScript, mở chương trình, biểu mẫu động)",
        "the PDF has scripts or other active content (JavaScript, launching, dynamic forms)",
    ),
    _HINT_PRINT,
)
SIZE = Message(
    Words("có trang khổ giấy không dùng được", "a page has an impossible size"),
    Words("In hoặc quét lại văn bản ở khổ A4.", "Print or scan the paper again in A4."),
)
NO_PAGES = Message(
    Words("tệp PDF không có trang nào", "the PDF has no pages"),
    HINT_AGAIN,
)
DAMAGED = Message(
    Words("tệp PDF bị hỏng, không đọc được", "the PDF is damaged"),
    HINT_AGAIN,
)
LOST_PAGES = Message(
    Words(
        "tệp PDF bị hỏng: chỉ đọc được {} trong {} trang",
        "the PDF is damaged: only {} of its {} pages can be read",
    ),
    HINT_AGAIN,
)
COUNT = Message(
    Words(
        "tệp PDF ghi là có {1} trang nhưng có {0} trang",
        "the PDF says that it has {1} pages and has {0}",
    ),
    _HINT_COMPARE,
)
PAGE = Message(
    Words("trang {} bị hỏng: không mở được nội dung", "page {} is damaged: it cannot be unpacked"),
    HINT_AGAIN,
)
PART = Message(
    Words(
        "trang {} bị hỏng: có hình hoặc phông chữ không mở được",
        "page {} is damaged: a picture or a font of it cannot be unpacked",
    ),
    HINT_AGAIN,
)
MISSING = Message(
    Words(
        "trang {} gọi tới hình hoặc phông chữ không có trong tệp",
        "page {} draws with something that is not in the file",
    ),
    _HINT_COMPARE,
)
CIRCLE = Message(
    Words("trang {} có hình tự vẽ chính nó, không có điểm dừng", "page {} draws itself endlessly"),
    _HINT_PRINT,
)
DEEP = Message(
    Words(
        "trang {} lồng quá nhiều hình vào nhau, không an toàn",
        "page {} has too many drawings inside each other; it is not safe",
    ),
    _HINT_PRINT,
)
TANGLED = Message(
    Words(
        "trang {} có lớp bị ẩn không tách ra được",
        "page {} has hidden layers that cannot be told apart",
    ),
    Words(
        "Mở tệp, chọn lớp cần in, in ra PDF mới rồi đặt vào thay.",
        "Open it, choose what is to be seen, print it to a new PDF, and put that in its place.",
    ),
)
BLANK = Message(
    Words("trang {} trống, không hiện ra gì", "page {} is blank"),
    Words(
        "Nếu bản giấy có nội dung thì quét lại trang này.",
        "Scan this page again if there is something on the paper.",
    ),
)
SPOTTED = Message(
    Words(
        "trang {} có ảnh hỏng một phần hoặc thiếu dữ liệu",
        "page {} has a picture that is damaged in part or lacks data",
    ),
    _HINT_COMPARE,
)
MENDED = Message(
    Words(
        "tệp PDF có chỗ hỏng, đã được sửa khi đọc",
        "the PDF had faults that were mended while it was read",
    ),
    _HINT_COMPARE,
)
LOCKED = Message(
    Words(
        "tệp PDF được mã hóa nhưng mở không cần mật khẩu; hồ sơ giữ các trang không mã hóa",
        "the PDF is encrypted, though it opens without a password; its pages are kept open",
    ),
    Words(
        "Nếu tệp bị hạn chế có chủ ý, hỏi lại nơi gửi trước khi lưu hồ sơ.",
        "If it was meant to be restricted, ask who sent it before the dossier is filed.",
    ),
)
LAYERS = Message(
    Words(
        "tệp PDF có lớp bị ẩn; chỉ phần đang hiện được đưa vào hồ sơ",
        "the PDF has hidden layers; only what is shown goes into the dossier",
    ),
    Words(
        "Nếu cần phần bị ẩn: mở tệp, bật lớp đó, in ra PDF mới rồi đặt vào thay.",
        "If they are needed: open it, show them, print it to a new PDF, and put that in its place.",
    ),
)
PRINT_LAYERS = Message(
    Words(
        "tệp PDF có phần hiện khác nhau khi xem và khi in; hồ sơ giữ như khi xem",
        "the PDF shows some parts only on screen or only in print; the screen's are kept",
    ),
    _HINT_PRINT,
)
UNSHOWN = Message(
    Words(
        "trang {} có phần không đưa được vào hồ sơ: {}",
        "page {} has parts that cannot be shown in the dossier: {}",
    ),
    _HINT_PRINT,
)
FONTS = Message(
    Words(
        "tệp PDF dùng phông chữ không kèm trong tệp ({}): máy khác có thể hiện sai chữ",
        "the PDF uses fonts that are not inside it ({}): other machines may show other letters",
    ),
    _HINT_PRINT,
)
SIGNED = Message(
    Words(
        "đã ký số: giữ nguyên tệp gốc ở phần đính kèm của hồ sơ (docgen không kiểm tra chữ ký số)",
        "digitally signed: the original is kept as an attachment of the dossier"
        " (docgen does not judge the signature)",
    ),
    Words(
        "Kiểm tra chữ ký số bằng phần mềm ký số hoặc trình xem PDF.",
        "Check the signature with your signing program or PDF viewer.",
    ),
)
ENCLOSED = Message(
    Words(
        "tệp PDF có tệp đính kèm bên trong; chỉ các trang được đưa vào hồ sơ",
        "the PDF has files attached to it; only its pages go into the dossier",
    ),
    Words("In các tệp đó ra PDF nếu cần lưu{}.", "Print them to PDF if they are to be kept{}."),
)
SIGNED_WITH = Message(
    Words(
        "đã ký số và có tệp đính kèm bên trong{}: giữ nguyên tệp gốc, cùng các tệp đó, ở phần đính"
        " kèm của hồ sơ (docgen không kiểm tra chữ ký số)",
        "digitally signed, with files attached to it{}: the original is kept with them as an"
        " attachment of the dossier (docgen does not judge the signature)",
    ),
    SIGNED.hint,
)
SIGNED_WITHOUT = Message(
    Words(
        "đã ký số nhưng có tệp đính kèm bên trong có thể chạy được{}: hồ sơ chỉ có các trang,"
        " không kèm tệp gốc",
        "digitally signed, but files that may run are attached to it{}: only its pages go into"
        " the dossier, the original does not",
    ),
    Words(
        "Giữ tệp gốc trong da-ky/, hoặc xin bản ký số không có tệp đính kèm.",
        "Keep the original in da-ky/, or ask for a signed copy with nothing attached.",
    ),
)


def swelling(name: str) -> Problem:
    """What is told of a PDF that is too large inside."""
    return SWOLLEN.at(name)
