"""``organisations.yaml``: organisations whose papers have a form of their own."""

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Name, Row, Text


class Organisation(Row, kw_only=True):
    """Tổ chức có thể thức văn bản riêng; the head of the file explains each field."""

    id: Name
    names: dict[Text, Text]
    title: Text
    star: Text
    hyphens: Text
    issuer: tuple[Text, ...]
    number: Text
    letter: Text
    collective: Text
    signer_title: Text
    abbreviation: Text
    source: Text
    sure: Sure

    def issued_by(self, name: str) -> list[str]:
        """``Ban Chấp hành``, ``Đoàn xã Tân Mỹ``: its committee, as its papers head it."""
        begins = self.begins(name)
        short = f"{self.names[begins]}{name[len(begins) :]}" if begins else name
        return [part.format(name=short) for part in self.issuer]

    def begins(self, name: str) -> str:
        """The beginning by which ``name`` is known; empty when it is another's."""
        folded = name.casefold()
        return next((one for one in self.names if folded.startswith(one.casefold())), "")


class ByCustom(Row):
    """Tổ chức viết theo Nghị định 30 theo thông lệ: told so that nobody has to guess."""

    names: tuple[Text, ...]
    source: Text
    sure: Sure


class Organisations(Row):
    """``organisations.yaml``."""

    organisations: tuple[Organisation, ...]
    by_custom: tuple[ByCustom, ...]
