"""``requirements.yaml``: what the guidance wants a record to tell."""

from docgen.guidance.schema.kinds import OfEach
from docgen.law.schema.hints import Hint
from docgen.tables.rows import Count, Month, Row, Text


class Survey(Row):
    """Khảo sát: the fields of the record that tell what was found."""

    fields: tuple[Text, ...]
    hint: Hint


class PoliceApproval(Row):
    """Công an duyệt quy chế: what to do where the kind of deciding unit cannot ask for it."""

    hint: Hint


class Rotation(Row):
    """Luân phiên chủ trì: how many units must take a turn."""

    least: Count
    hint: Hint


class Closing(Row):
    """Kỳ báo cáo: the months in which the data of a period are closed, and why."""

    half: Month
    year: Month
    hint: Hint


class Requirements(Row):
    """All of them."""

    survey: OfEach[Survey]
    police_approval: PoliceApproval
    rotation: Rotation
    closing: Closing
