"""``papers.yaml``: the papers of the life of a model, in the order of its dossier."""

from typing import Literal, TypeAlias

from docgen.guidance.schema.kinds import OfEach
from docgen.tables.rows import Count, Name, Row, Text

Stage: TypeAlias = Literal[
    "establish",
    "ceremony",
    "rate",
    "report",
    "reorganize",
    "renew",
    "commend",
    "discipline",
    "replicate",
    "dissolve",
    "amend",
]
_LINKED = "lk-"
"""How the templates of linked models begin; their files do without it."""


class Paper(Row, kw_only=True):
    """Một loại văn bản: a row of ``papers.yaml``, whose head explains each field."""

    id: Name
    item: Count | None = None
    stages: tuple[Stage, ...] = ("establish",)
    template: Text
    kind: Text
    symbol: str
    numbered: bool = True
    attached_to: str = ""
    issuer: Name
    act: Literal["personal", "collective"] = "personal"
    signer: Name = "issuer"
    meeting: Name = "consultation"
    dated: bool = True
    article: Text
    when: str = ""
    each: str = ""
    told: str = ""
    signing: bool = False
    summary: Text
    to: tuple[Text, ...] = ()
    bases: tuple[Name, ...] = ()
    request_of: str = ""
    asked_in: str = ""
    recipients: tuple[Text, ...] = ()

    @property
    def file_name(self) -> str:
        """How its files are called, without number and end."""
        return self.template.removeprefix(_LINKED)

    @property
    def section(self) -> str:
        """The section of the record that the paper is about; empty for the model as a whole."""
        return self.told.partition(".")[0]

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: the kind is not printed and gives no symbol."""
        return self.kind == "Công văn"


class Papers(OfEach[tuple[Paper, ...]]):
    """The rows of each kind of model."""
