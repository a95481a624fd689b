"""``signers.yaml``: how those who sign are named."""

from typing import Literal

from docgen.law.schema.hints import Hint
from docgen.tables.rows import Phrase, Row, Text


class Prefix(Row, kw_only=True):
    """Chữ đứng trước họ tên: what people put before a signer's name against the decree."""

    short: tuple[Text, ...] = ()
    long: tuple[Text, ...]
    what: Phrase
    hint: Hint


class Ranks(Row):
    """Cấp bậc hàm: words that show a body of the police or the army; the ranks themselves."""

    bodies: tuple[Text, ...]
    names: tuple[Text, ...]
    hint: Hint


class OwnTitle(Row):
    """Chức vụ của người ký thay: the ways of signing that need it."""

    signing: tuple[Literal["head", "deputy", "acting", "by_order"], ...]
    hint: Hint


class Signers(Row):
    """``signers.yaml``."""

    prefixes: tuple[Prefix, ...]
    ranks: Ranks
    own_title: OwnTitle
