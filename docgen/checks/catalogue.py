"""Which model of the catalogue a record uses, and codes and names that do not fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.guidance import catalogue
from docgen.guidance.variants import MAIN, is_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.guidance.schema.catalogue import Listed, Variant
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath

_CODE: FieldPath = ("model", "catalogue")
_VARIANT: FieldPath = ("model", "variant")
_SEE = Words("xem “docgen catalogue”", "see “docgen catalogue”")


def used(record: AnyRecord) -> Words:
    """What the papers of the record are filled with: the model of the catalogue, its variant."""
    found, variant = catalogue.meant(record.model, record.kind), _variant(record)
    if found.used is None:
        whole = Words(
            "Nội dung mặc định: nội dung chung, vì tên mô hình không có trong danh mục",
            "Default content: the general one, as the name is not in the catalogue",
        )
    else:
        by = _AS_TOLD if found.by_code else _BY_NAME
        one = found.used
        whole = Words(
            f"Nội dung mặc định: mô hình số {one.number} “{one.name}”, {by.vi}",
            f"Default content: model {one.number} “{one.name}”, {by.en}",
        )
    if variant is None:
        return Words(f"{whole.vi}.", f"{whole.en}.")
    return Words(
        f"{whole.vi}; biến thể “{variant.vi}”.",
        f"{whole.en}; variant “{variant.en}”.",
    )


_AS_TOLD = Words("theo mục đã khai", "as the record says")
_BY_NAME = Words("nhận theo tên", "by its name")


def _variant(record: AnyRecord) -> Variant | None:
    if record.kind == "linked":
        return catalogue.linked_variant(record)
    return catalogue.variant(record)


def recognised(loaded: Loaded) -> Iterator[Problem]:
    """Codes that are none, codes of another model than the name's, names of the other kind."""
    record = loaded.record
    model, kind = record.model, record.kind
    found = catalogue.meant(model, kind)
    if model.catalogue and found.by_code is None:
        yield _unknown(loaded, model.catalogue)
    elif found.by_code and found.by_name and found.by_code != found.by_name:
        yield _another(loaded, found.by_code, found.by_name)
    elif found.used is None:
        yield from _other_kind(loaded, kind)
    yield from _variants(loaded)


def _unknown(loaded: Loaded, code: str) -> Problem:
    listed = catalogue.listing(loaded.record.kind)
    last = listed[-1].number
    what = Words(
        f"Danh mục không có mô hình “{code}”",
        f"The catalogue has no model “{code}”",
    )
    hint = Words(
        f"Ghi số từ 1 đến {last} hoặc tên trong danh mục, {_SEE.vi}; để trống thì nhận theo tên.",
        f"Write a number from 1 to {last}, or its name, {_SEE.en}; left empty, the name tells it.",
    )
    return remark(loaded, _CODE, what, hint, Severity.ERROR)


def _another(loaded: Loaded, coded: Listed, named: Listed) -> Problem:
    what = Words(
        f"Mục này là mô hình số {coded.number} “{coded.name}”, tên lại là của mô hình số "
        f"{named.number} “{named.name}”; đang dùng theo mục này",
        f"This is model {coded.number} “{coded.name}”, the name is that of model "
        f"{named.number} “{named.name}”; this is followed",
    )
    hint = Words(f"Sửa mục này hoặc tên; {_SEE.vi}.", f"Mend this or the name; {_SEE.en}.")
    return remark(loaded, _CODE, what, hint)


def _other_kind(loaded: Loaded, kind: str) -> Iterator[Problem]:
    other = catalogue.OWN if kind == catalogue.LINKED else catalogue.LINKED
    one = catalogue.named(loaded.record.model.name, other)
    if one is None:
        return
    called = _KINDS[other]
    what = Words(
        f"Tên này là của {called.vi} số {one.number} “{one.name}”",
        f"The name is that of the {called.en} {one.number} “{one.name}”",
    )
    hint = Words("Kiểm tra loại hình của bản khai.", "Check the record's kind.")
    yield remark(loaded, ("model", "name"), what, hint)


_KINDS = {
    catalogue.OWN: Words("mô hình tự quản", "self-managed model"),
    catalogue.LINKED: Words("mô hình liên kết", "linked model"),
}


def _variants(loaded: Loaded) -> Iterator[Problem]:
    record = loaded.record
    told = record.model.variant.strip().casefold()
    known = catalogue.content_of(record.model, record.kind).variants
    listed = Words(
        ", ".join((*(one.vi for one in known), MAIN)), ", ".join((*(one.en for one in known), MAIN))
    )
    if told and told != MAIN and not any(is_called(one, told) for one in known):
        what = Words(f"Mô hình không có biến thể “{told}”", f"The model has no variant “{told}”")
        hint = Words(f"Các biến thể: {listed.vi}.", f"Its variants: {listed.en}.")
        yield remark(loaded, _VARIANT, what, hint, Severity.ERROR)
    chosen = _variant(record)
    if not told and chosen is not None and chosen.when.no_members:
        what = Words(
            f"Không có đơn vị thành viên mà nội dung chung nói đến: dùng biến thể “{chosen.vi}”",
            f"No member unit is of the kind that the main text is about: “{chosen.en}” is used",
        )
        hint = Words(
            f"Ghi biến thể nếu khác: {listed.vi}.", f"Tell the variant if not: {listed.en}."
        )
        yield remark(loaded, _VARIANT, what, hint)
