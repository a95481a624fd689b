"""A record as that of the one kind of model that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record


def own(record: AnyRecord) -> Record:
    """``record``, where only a self-managed model (mô hình tự quản) can be meant.

    Raises:
        TypeError: it is of a linked model.
    """
    if record.kind != "self_managed":
        raise TypeError("a linked model has none of this")
    return record


def linked(record: AnyRecord) -> LinkedRecord:
    """``record``, where only a linked model (mô hình liên kết) can be meant.

    Raises:
        TypeError: it is of a self-managed model.
    """
    if record.kind != "linked":
        raise TypeError("a self-managed model has none of this")
    return record
