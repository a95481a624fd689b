"""``eras.yaml``: eras of government and of Party papers, and what ended with them."""

from datetime import date

from docgen.law.schema.hints import Hint, Sure
from docgen.tables.rows import Name, Phrase, Row, Text


class Government(Row, rename={"start": "from"}, kw_only=True):
    """Thời kỳ chính quyền: three tiers before 01/7/2025, two tiers since."""

    id: Name
    start: date = date.min
    commune_kinds: Text


class PartyForm(Row, rename={"start": "from"}, kw_only=True):
    """Thể thức văn bản Đảng: the separators and address that changed with HD 05-HD/VPTW."""

    id: Name
    start: date = date.min
    base_end: Text
    recipient_end: Text
    submission_to: Text


class Districts(Row):
    """Cấp huyện: its kinds of unit, and the day of its end."""

    since: date
    kinds: tuple[Text, ...]
    hint: Hint
    sure: Sure


class Ended(Row):
    """Cơ quan, đơn vị không còn: how its name begins, since when, and what to do."""

    names: Text
    since: date
    what: Phrase
    hint: Hint
    sure: Sure


class Eras(Row):
    """``eras.yaml``: each era lasts until the next; the first reaches back without end."""

    government: tuple[Government, ...]
    party_form: tuple[PartyForm, ...]
    districts: Districts
    ended: tuple[Ended, ...]
