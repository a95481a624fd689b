"""``chronology.yaml``: which paper or day comes after which."""

from docgen.guidance.schema.kinds import OfEach
from docgen.law.schema.hints import Hint
from docgen.tables.rows import Name, Row, Text


class Step(Row, kw_only=True):
    """Một bước: a paper or another day of the record, what comes just before it, and the clause."""

    paper: str = ""
    day: str = ""
    after: tuple[Text, ...]
    clause: Text

    @property
    def name(self) -> str:
        """The paper, or the dotted name of the day."""
        return self.paper or self.day


class Together(Row):
    """Cùng ngày: a paper that is made at an event, on the day of the event."""

    paper: Name
    day: Text
    clause: Text


class Launch(Row):
    """Lễ ra mắt: its day, and the paper that must have its day by then."""

    day: Text
    needs: Name
    hint: Hint


class Register(Row):
    """Sổ đăng ký: papers that share one row of numbers, and the rule that numbers rise."""

    papers: tuple[Name, ...]
    hint: Hint


class Order(Row):
    """Trình tự của một loại mô hình."""

    steps: tuple[Step, ...]
    together: tuple[Together, ...]
    launch: Launch
    registers: tuple[Register, ...]


class Chronology(OfEach[Order]):
    """The order of each kind of model, and the act that sets it."""

    act: Name
