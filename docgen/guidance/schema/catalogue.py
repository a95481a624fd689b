"""``catalogue/``: the models of the guidance's appendix (danh mục mô hình), a file for each."""

from __future__ import annotations

from docgen.tables.rows import Count, Name, Row, Text


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


class Texts(Row):
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
    funding: tuple[Text, ...]
    meetings: tuple[Text, ...]
    targets: tuple[Text, ...]
    activities: tuple[Work, ...]


class Entry(Texts):
    """Nội dung mặc định của một mô hình; open names: ``scope``, ``unit``, ``model``, titles."""

    head_title: Text
    deputy_title: Text
    member_title: Text


class LinkedEntry(Texts):
    """Nội dung mặc định của một mô hình liên kết; open names: ``scope``, ``model``, ``chair``."""

    exchange: tuple[Text, ...]
    unit_duties: tuple[Text, ...]
    chair_duties: tuple[Text, ...]
    handover: tuple[Text, ...]
