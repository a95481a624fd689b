"""``units.yaml``: the kinds of member unit of linked models."""

from docgen.tables.rows import Name, Row, Text


class UnitTerms(Row, kw_only=True):
    """Một loại đơn vị thành viên: how it is named, and its traits.

    The head of ``units.yaml`` explains each field.
    """

    called: str = ""
    full: Text
    title: Text
    collective: str = ""
    header: tuple[Text, ...] = ("{name}",)
    abbreviation: str = ""
    sealed: bool = True
    is_commune: bool = False
    surveys_itself: bool = False
    is_armed: bool = False
    people: tuple[Text, ...] = ()
    competence: tuple[Name, ...] = ()


class HeadTitle(Row):
    """Chức danh người đứng đầu: how the name of a unit begins, and what its head is called."""

    begins: Text
    title: Text


class Units(Row):
    """``units.yaml``: the kinds of member unit, their heads, and the security bodies by era."""

    kinds: dict[Name, UnitTerms]
    people: tuple[Text, ...]
    heads: dict[Name, tuple[HeadTitle, ...]]
    security: dict[Name, tuple[Text, ...]]
