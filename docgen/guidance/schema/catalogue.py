"""``catalogue/``: the models of the guidance's appendix (danh mục mô hình), a file for each."""

from typing import Literal

from docgen.tables.rows import Count, Name, Phrase, Row, Text

LISTS = (
    *("duties", "powers", "methods", "standards", "rewards", "discipline", "limits"),
    *("funding", "meetings", "targets"),
)
"""The lists of texts that every model has."""
LINKED_LISTS = (*LISTS, "exchange", "unit_duties", "chair_duties", "handover", "rotation")
"""The lists of texts that a linked model has."""


class Listed(Row):
    """Một dòng của danh mục (phụ lục Hướng dẫn 1923): how a model is recognised."""

    number: Count
    slug: Text
    name: Text
    aliases: tuple[Text, ...]
    fits: tuple[Name, ...]

    @property
    def file(self) -> str:
        """The data file of the model."""
        return f"{self.number:02d}-{self.slug}"


class Work(Row):
    """Một hoạt động trong năm; ``lead`` may hold the open titles of the model."""

    when: Text
    what: Text
    lead: Text


class Source(Row):
    """Nguồn của một nội dung: the law it follows, or the custom that the office may change."""

    about: Text
    source: Text
    sure: Literal["verified", "known", "custom"]


class When(Row):
    """Khi nào dùng một biến thể: all that is told holds, any one of a list; nothing: never.

    Attributes:
        names: How the model's name begins, “Mô hình” aside.
        units: How the deciding unit's name, or the model's place, begins.
        kinds: Kinds of deciding unit.
        words: Words of the model's name, else of its place, else of its units.
        proposer_without: The proposer is told, and its name has none of these.
        members: Kinds of member units, one of which there is.
        no_members: Kinds of member units, none of which there is.
        several_provinces: The member units are of more than one province.
    """

    names: tuple[Text, ...] = ()
    units: tuple[Text, ...] = ()
    kinds: tuple[Name, ...] = ()
    words: tuple[Text, ...] = ()
    proposer_without: tuple[Text, ...] = ()
    members: tuple[Name, ...] = ()
    no_members: tuple[Name, ...] = ()
    several_provinces: bool = False


class Variant(Phrase, kw_only=True):
    """Biến thể của một mô hình theo nơi, đối tượng: what differs, and when.

    A text or list told here stands for the model's own; ``more`` adds to a list; an activity
    stands for those of the same time. An empty text, list or activity leaves the model's own.
    """

    id: Text
    when: When
    head_title: str = ""
    deputy_title: str = ""
    member_title: str = ""
    members_source: str = ""
    people: str = ""
    form: str = ""
    purpose: str = ""
    necessity: str = ""
    function: str = ""
    duties: tuple[Text, ...] = ()
    powers: tuple[Text, ...] = ()
    methods: tuple[Text, ...] = ()
    standards: tuple[Text, ...] = ()
    rewards: tuple[Text, ...] = ()
    discipline: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = ()
    funding: tuple[Text, ...] = ()
    meetings: tuple[Text, ...] = ()
    targets: tuple[Text, ...] = ()
    exchange: tuple[Text, ...] = ()
    unit_duties: tuple[Text, ...] = ()
    chair_duties: tuple[Text, ...] = ()
    handover: tuple[Text, ...] = ()
    rotation: tuple[Text, ...] = ()
    activities: tuple[Work, ...] = ()
    more: dict[Name, tuple[Text, ...]] | None = None


class Shared(Row):
    """Dòng chung của mọi mô hình: targets at the head of their list, others at the end."""

    targets: tuple[Text, ...]
    powers: tuple[Text, ...]
    meetings: tuple[Text, ...]
    sources: tuple[Source, ...] = ()


class AllShared(Row):
    """``shared.yaml``: the lines of all models, for each kind."""

    self_managed: Shared
    linked: Shared


class Texts(Row, kw_only=True):
    """What the texts of every model tell; they may hold ``{scope}`` and other names open."""

    form: Text
    purpose: Text
    necessity: Text
    function: Text
    duties: tuple[Text, ...]
    powers: tuple[Text, ...]
    methods: tuple[Text, ...]
    standards: tuple[Text, ...]
    rewards: tuple[Text, ...]
    discipline: tuple[Text, ...]
    limits: tuple[Text, ...] = ()
    funding: tuple[Text, ...]
    meetings: tuple[Text, ...]
    targets: tuple[Text, ...]
    activities: tuple[Work, ...]
    without: tuple[Literal["powers", "meetings", "targets"], ...] = ()
    sources: tuple[Source, ...] = ()
    variants: tuple[Variant, ...] = ()


class Entry(Texts, kw_only=True):
    """Nội dung mặc định của một mô hình; open names: ``scope``, ``unit``, ``model``, titles."""

    head_title: Text
    deputy_title: Text
    member_title: Text
    secretary_title: str = ""
    board: str = ""
    members_source: str = ""
    people: str = ""


class LinkedEntry(Texts, kw_only=True):
    """Nội dung mặc định của một mô hình liên kết; open names: ``scope``, ``model``, ``chair``."""

    exchange: tuple[Text, ...]
    unit_duties: tuple[Text, ...]
    chair_duties: tuple[Text, ...]
    handover: tuple[Text, ...]
    rotation: tuple[Text, ...] = ()
    caveat: str = ""
