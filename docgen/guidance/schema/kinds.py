"""What a data file tells for each kind of model apart."""

from typing import Generic, TypeVar

from docgen.tables.rows import Row

KINDS = ("self_managed", "linked")
"""The kinds of model, as records name them."""

Told = TypeVar("Told")


class OfEach(Row, Generic[Told]):
    """One telling for self-managed models (mô hình tự quản), one for linked (liên kết)."""

    self_managed: Told
    linked: Told

    def of(self, kind: str) -> Told:
        """What is told for models of ``kind``, as records name it; ``AttributeError`` if none."""
        told: Told = getattr(self, kind)
        return told
