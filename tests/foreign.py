"""PDFs and pictures as scanners, phones, signing programs and saboteurs make them."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

import pikepdf
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

A4 = (595.276, 841.89)


def picture(width: int = 1654, height: int = 2339, mode: str = "RGB") -> Image.Image:
    """A page as a scanner sees it: white, a mark in its upper left corner; A4 at 200 dpi."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).rectangle((0, 0, width // 4, height // 8), fill=(200, 30, 30))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """``image`` as a file of this kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pdf(
    pages: int = 1, *, change: Callable[[pikepdf.Pdf], None] | None = None, **how: Any
) -> bytes:
    """A PDF of A4 pages that each say their number, changed before it is saved."""
    with pikepdf.new() as new:
        for number in range(1, pages + 1):
            page = new.add_blank_page(page_size=A4)
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F0=font))
            drawn = b"BT /F0 20 Tf 100 600 Td (Scan page %d) Tj ET" % number
            page.Contents = new.make_stream(drawn)
        if change:
            change(new)
        out = io.BytesIO()
        new.save(out, **{"deterministic_id": True, **how})
    return out.getvalue()


def locked() -> bytes:
    """A PDF that opens without a password and yet is encrypted."""
    return pdf(encryption=pikepdf.Encryption(owner="a", user=""), deterministic_id=False)


def under_password() -> bytes:
    """A PDF that does not open without a password."""
    return pdf(encryption=pikepdf.Encryption(owner="a", user="b"), deterministic_id=False)


def signed(pages: int = 1) -> bytes:
    """A PDF with a field that bears a digital signature."""

    def sign(new: pikepdf.Pdf) -> None:
        look = new.make_stream(b"0 0 100 40 re f")
        look.update(
            {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": [0, 0, 100, 40]}
        )
        field = new.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String("ChuKy"),
                Rect=[400, 100, 500, 140],
                F=132,
                AP=pikepdf.Dictionary(N=look),
                V=pikepdf.Dictionary(
                    Type=pikepdf.Name.Sig,
                    Filter=pikepdf.Name("/Adobe.PPKLite"),
                    ByteRange=[0, 10, 20, 30],
                    Contents=pikepdf.String(b"\x30\x82" + bytes(50)),
                ),
            )
        )
        new.pages[0].Annots = pikepdf.Array([field])
        new.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)

    return pdf(pages, change=sign)


def with_script(new: pikepdf.Pdf) -> None:
    """Run something when the PDF is opened."""
    new.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_launch(new: pikepdf.Pdf) -> None:
    """Start a program when a link is clicked."""
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    new.pages[0].Annots = pikepdf.Array([note])


def with_film(new: pikepdf.Pdf) -> None:
    """Play a film on the page."""
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.RichMedia, Rect=[0, 0, 9, 9])
    new.pages[0].Annots = pikepdf.Array([note])


def with_dynamic_form(new: pikepdf.Pdf) -> None:
    """Have pages that only exist once the form has run."""
    new.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=new.make_stream(b"<xdp/>"))


def with_hidden_layer(new: pikepdf.Pdf) -> None:
    """Hide a layer."""
    layer = new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Ẩn"))
    shown = pikepdf.Dictionary(OFF=[layer])
    new.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=shown)


def with_attachment(new: pikepdf.Pdf) -> None:
    """Carry another file inside."""
    new.attachments["kem.txt"] = b"hello"


def with_swelling_contents(new: pikepdf.Pdf) -> None:
    """Have a page whose drawing becomes 200 million bytes when unpacked."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(200)) + packer.flush()
    stream = pikepdf.Stream(new, b"")
    stream.write(packed, filter=pikepdf.Name.FlateDecode)
    new.pages[0].Contents = new.make_indirect(stream)


def with_swelling_page_tree(new: pikepdf.Pdf) -> None:
    """Have a page tree of forty levels, each of which names the next one twice."""
    node = new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1))
    node.Kids = pikepdf.Array([new.pages[0].obj])
    for _ in range(40):
        node = new.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1, Kids=[node, node])
        )
    new.Root.Pages = node


def with_huge_picture(new: pikepdf.Pdf) -> None:
    """Draw a picture of ten thousand million pixels."""
    stream = new.make_stream(b"\0")
    stream.update(
        {
            "/Subtype": pikepdf.Name.Image,
            "/Width": 100_000,
            "/Height": 100_000,
            "/ColorSpace": pikepdf.Name.DeviceGray,
            "/BitsPerComponent": 8,
        }
    )
    new.pages[0].Resources.XObject = pikepdf.Dictionary(Im=stream)


def with_tiny_page(new: pikepdf.Pdf) -> None:
    """Have a page that no number fits on."""
    new.pages[0].MediaBox = pikepdf.Array([0, 0, 10, 10])


def png_bomb() -> bytes:
    """A PNG that says it has ten thousand million pixels."""
    small = bytearray(saved(Image.new("L", (1, 1)), "PNG"))
    small[16:24] = (100_000).to_bytes(4) * 2
    small[29:33] = zlib.crc32(bytes(small[12:29])).to_bytes(4)
    return bytes(small)


def no_pages() -> bytes:
    """A PDF that has no pages."""
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()
