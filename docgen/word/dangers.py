"""The list of what a Word file from outside may not carry: what can run, what reaches out of it."""

from __future__ import annotations

from typing import Final

from docgen.errors import Place, Problem, Severity, Words
from docgen.values import Value
from docgen.word.instructions import NESTED
from docgen.word.schema import W

_OLE: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
_SHOWN: Final = 80  # characters of a target that a message quotes
_REMOVE: Final = Words(
    "Mở bằng Word, bỏ phần đó đi rồi lưu lại thành .docx.",
    "Open it in Word, remove that, save it again as .docx.",
)


class Danger(Value):
    """One row of the list.

    Attributes:
        what: What the file has.
        why: Why it is refused.
        hint: What to do about it.
        parts: A pattern in the name of a part, in lower case.
        types: A pattern in the content type of a part.
        kinds: Kinds of relations, in lower case.
        tags: Elements.
        fields: First words of field codes.
    """

    what: Words
    why: Words
    hint: Words = _REMOVE
    parts: str = ""
    types: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def problem(self, name: str, detail: str = "") -> Problem:
        """The refusal of the file ``name``; ``detail`` says which one it is."""
        shown = f": {detail[:_SHOWN]}" if detail else ""
        what = Words(
            f"tệp Word không an toàn: {self.what.vi}{shown} ({self.why.vi})",
            f"unsafe Word file: it {self.what.en}{shown} ({self.why.en})",
        )
        return Problem(Place(name), what, self.hint)


_RUNS: Final = Words("chạy chương trình trên máy người mở", "it runs programs where it is opened")
_HIDES: Final = Words(
    "nội dung không nằm trong văn bản, mở ra mới biết", "what it holds is not seen in the paper"
)
_FETCHES: Final = Words(
    "lấy nội dung từ nơi khác khi mở", "it takes in content from elsewhere when opened"
)

MACROS: Final = Danger(
    Words("có macro", "contains macros"),
    _RUNS,
    Words(
        "Mở bằng Word, lưu lại dạng “Tài liệu Word (.docx)”, không phải .docm hay .dotm.",
        "Open it in Word and save it as “Word Document (.docx)”, not as .docm or .dotm.",
    ),
    parts=r"vba(project|data)",
    types=r"macroenabled|vbaproject|vbadata",
    kinds=("vbaproject", "wordvbadata"),
)
ACTIVEX: Final = Danger(
    Words("có điều khiển ActiveX", "contains ActiveX controls"),
    _RUNS,
    parts=r"activex/",
    types=r"activex",
    kinds=("control", "activexcontrolbinary"),
    tags=(f"{W}control",),
    fields=("CONTROL", "HTMLCONTROL"),
)
OLE: Final = Danger(
    Words("có đối tượng nhúng (OLE)", "contains embedded (OLE) objects"),
    _RUNS,
    Words(
        "Mở bằng Word, thay đối tượng đó bằng ảnh hoặc bảng thường, rồi lưu lại.",
        "Open it in Word, put a picture or a plain table in its place, save it again.",
    ),
    parts=r"(^|/)oleobject",
    types=r"oleobject",
    kinds=("oleobject",),
    tags=(_OLE, f"{W}objectEmbed", f"{W}objectLink"),
    fields=("EMBED",),
)
EMBEDDED: Final = Danger(
    Words("có tệp nhúng", "contains embedded files"),
    _HIDES,
    parts=r"(^|/)embeddings/",
    kinds=("package",),
)
CHUNK: Final = Danger(
    Words("chèn nguyên một tài liệu khác (altChunk)", "contains an embedded document (altChunk)"),
    _HIDES,
    Words(
        "Mở bằng Word rồi lưu lại: Word đưa nội dung đó vào văn bản.",
        "Open it in Word and save it again: Word takes that content into the paper.",
    ),
    parts=r"(^|/)afchunk",
    kinds=("afchunk",),
    tags=(f"{W}altChunk",),
)
SUBDOCUMENT: Final = Danger(
    Words("gồm tài liệu con ở tệp khác", "is made of subdocuments in other files"),
    _FETCHES,
    Words(
        "Mở bằng Word, chế độ xem Dàn bài > Hủy liên kết tài liệu con, rồi lưu lại.",
        "Open it in Word, Outline view > Unlink subdocuments, save it again.",
    ),
    kinds=("subdocument",),
    tags=(f"{W}subDoc",),
)
FRAMES: Final = Danger(
    Words("gồm các khung trang web", "is a set of frames"),
    _FETCHES,
    kinds=("frame",),
    tags=(f"{W}frameset",),
)
ADD_IN: Final = Danger(
    Words("gắn tiện ích web của Office", "carries an Office web add-in"),
    _RUNS,
    parts=r"(^|/)webextensions/",
    kinds=("webextension", "webextensiontaskpanes"),
)
MAIL_MERGE: Final = Danger(
    Words("đang nối với nguồn dữ liệu trộn thư", "is joined to the data of a mail merge"),
    _FETCHES,
    Words(
        "Mở bằng Word, Gửi thư > Bắt đầu phối thư > Tài liệu Word thường, rồi lưu lại.",
        "Open it in Word, Mailings > Start Mail Merge > Normal Word Document, save it again.",
    ),
    kinds=("mailmergesource", "mailmergeheadersource"),
    tags=(f"{W}mailMerge",),
)
FETCHING: Final = Danger(
    Words("có trường lấy dữ liệu từ ngoài", "has a field that fetches"),
    _FETCHES,
    Words(
        "Mở bằng Word, chọn trường đó, nhấn Ctrl+Shift+F9 để đổi thành chữ thường, rồi lưu lại.",
        "Open it in Word, select the field, press Ctrl+Shift+F9 to make it text, save it again.",
    ),
    fields=(
        *("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT"),
        *("LINK", "PRINT", "RD", NESTED),
    ),
)
TABLE: Final = (
    *(MACROS, ACTIVEX, OLE, EMBEDDED, CHUNK, SUBDOCUMENT, FRAMES, ADD_IN, MAIL_MERGE, FETCHING),
)
"""What is refused for what it is."""

REMOTE_TEMPLATE: Final = Danger(
    Words("gắn mẫu trỏ ra ngoài, ở máy khác", "is attached to a template outside, elsewhere"),
    _FETCHES,
    Words(
        "Mở bằng Word, Nhà phát triển > Mẫu tài liệu, đổi thành Normal, rồi lưu lại.",
        "Open it in Word, Developer > Document Template, make it Normal, save it again.",
    ),
    kinds=("attachedtemplate",),
)
OUTSIDE_PICTURE: Final = Danger(
    Words("có ảnh trỏ ra ngoài tệp", "has a picture that points outside the file"),
    _FETCHES,
    Words(
        "Mở bằng Word, chèn ảnh vào văn bản thay cho ảnh liên kết, rồi lưu lại.",
        "Open it in Word, insert the picture itself instead of a link to it, save it again.",
    ),
    kinds=("image",),
)
ACTING_LINK: Final = Danger(
    Words(
        "có liên kết trỏ ra ngoài tới tệp hoặc chương trình",
        "has a link that points outside to a file or a program",
    ),
    Words("bấm vào là mở tệp hoặc chạy chương trình", "a click opens a file or runs a program"),
    Words(
        "Mở bằng Word, nhấn chuột phải vào liên kết > Loại bỏ siêu liên kết, rồi lưu lại.",
        "Open it in Word, right-click the link > Remove Hyperlink, save it again.",
    ),
    kinds=("hyperlink",),
)
OUTSIDE: Final = Danger(Words("trỏ ra ngoài tệp", "points outside the file"), _FETCHES)
TARGETS: Final = (REMOTE_TEMPLATE, OUTSIDE_PICTURE, ACTING_LINK)
"""What is refused for where it leads; any other relation to the outside is ``OUTSIDE``."""

DOCTYPE: Final = Danger(
    Words("khai báo DOCTYPE hoặc thực thể", "declares a DOCTYPE or entities"),
    Words("có thể phình ra vô hạn khi đọc", "it may grow without end when read"),
    Words("Mở bằng Word rồi lưu lại thành .docx.", "Open it in Word and save it as .docx again."),
)


class Remark(Value):
    """One row of what is let through and told."""

    what: Words
    hint: Words

    def problem(self, name: str, detail: str = "") -> Problem:
        """The warning on the file ``name``; ``detail`` says which one it is."""
        shown = f": {detail[:_SHOWN]}" if detail else ""
        words = Words(f"{self.what.vi}{shown}", f"{self.what.en}{shown}")
        return Problem(Place(name), words, self.hint, Severity.WARNING)


LOCAL_TEMPLATE: Final = Remark(
    Words("gắn mẫu Word ở máy người soạn, được bỏ qua", "its writer's Word template is left aside"),
    Words("Không phải làm gì: văn bản in như đang có.", "Nothing to do: it prints as it stands."),
)
CHART: Final = Remark(
    Words(
        "có biểu đồ: in theo hình đang có, không mở bảng số liệu kèm theo",
        "has a chart: it is printed as drawn, the data behind it are not opened",
    ),
    Words(
        "Bộ in sẵn có không in biểu đồ: dùng LibreOffice hoặc Word, hoặc thay bằng ảnh.",
        "The built-in printer prints no charts: use LibreOffice or Word, or put a picture there.",
    ),
)
CHANGED: Final = Remark(
    Words(
        "sửa đổi đang theo dõi: bản in như đã chấp nhận mọi sửa đổi",
        "tracked changes: printed as if all were accepted",
    ),
    Words(
        "Mở bằng Word, xem lại rồi chấp nhận hoặc từ chối từng sửa đổi.",
        "Open it in Word, accept or reject each change.",
    ),
)
LIVE: Final = Remark(
    Words(
        "trường tự thay đổi (ngày giờ, tên tệp, thuộc tính): in chữ đang có trong tệp",
        "fields that change by themselves (day, file name, property): printed as they read now",
    ),
    Words(
        "Chữ đang có chưa đúng thì sửa thẳng trong tệp Word.",
        "Where that is not right, mend it in the Word file.",
    ),
)
BOUND: Final = Remark(
    Words(
        "ô nội dung gắn với dữ liệu trong tệp: in chữ đang có ở ô",
        "controls bound to data in the file: printed as they read now",
    ),
    Words(
        "Chữ đang có chưa đúng thì sửa thẳng trong tệp Word.",
        "Where that is not right, mend it in the Word file.",
    ),
)
