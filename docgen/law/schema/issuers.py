"""``issuers.yaml``: the kinds of deciding unit."""

from datetime import date

from docgen.law.schema.hints import Sure
from docgen.tables.rows import Name, Row, Text


class Terms(Row, kw_only=True):
    """Một loại đơn vị: its traits, and how it is named, with ``{...}`` open.

    The head of ``issuers.yaml`` explains each field.
    """

    is_commune: bool = False
    surveys_itself: bool = False
    police_may_approve: bool = False
    full: Text
    short: Text
    collective: str = ""
    leaders: str = ""
    council: str = ""
    bodies_three_tier: tuple[Text, ...] = ()
    header: tuple[Text, ...]
    leader: Text
    leader_short: Text
    default_title: Text
    default_abbreviation: str = ""
    within: Text
    place: Text
    at: Text
    people: Text
    members_source: Text
    units: Text
    units_recipient: Text
    masses: Text
    bodies: tuple[Text, ...]
    reports_to: Text
    competence: tuple[Name, ...]


class Hamlet(Row):
    """Khu dân cư của một loại đơn vị hành chính: what it is called, and its head."""

    name: Text
    head: Text
    heads: str = ""


class Force(Row, rename={"start": "from"}, kw_only=True):
    """Lực lượng ở cơ sở: its name since a day."""

    start: date = date.min
    name: Text
    source: Text
    sure: Sure


class Issuers(Row):
    """``issuers.yaml``: the kinds of deciding unit, and bodies around a commune."""

    kinds: dict[Name, Terms]
    steering_committee: Text
    hamlets: dict[Text, Hamlet]
    grassroots_forces: tuple[Force, ...]
