"""What must hold in the law's data files beyond their shapes: names that exist, days in order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.law.derived import TERMS
from docgen.law.schema.derived import Derivations
from docgen.law.schema.eras import Eras
from docgen.law.schema.honours import Honours
from docgen.law.schema.issuers import Issuers
from docgen.law.schema.legal import LAW, Legal
from docgen.law.schema.numbering import Numbering
from docgen.law.schema.organisations import Organisations
from docgen.law.schema.places import Places
from docgen.law.schema.signers import Signers
from docgen.law.schema.units import Units
from docgen.record.schema.offices import Issuer
from docgen.record.schema.own import Record
from docgen.record.schema.profile import SHARED
from docgen.record.schema.shape import slots_along, slots_of
from docgen.record.schema.units import Unit
from docgen.tables.faults import Fault, doubled, open_names, unknown
from docgen.tables.soundness import Sheet
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.law.law import Law
    from docgen.law.schema.eras import Government, PartyForm
    from docgen.law.schema.hints import Hint
    from docgen.law.schema.places import InFull, PlaceName
    from docgen.record.schema.parts import RecordPart
    from docgen.tables.faults import Path

ACT = Words("văn bản", "act")
_TERMS = ("name", "type", "title", "areas", "area_heads")


def sheets(law: Law) -> list[Sheet]:
    """Every file of the law with what must hold in it."""
    folder = law.folder
    return [
        Sheet(folder / "legal.yaml", Legal, lambda: _legal(law.legal)),
        Sheet(folder / "eras.yaml", Eras, lambda: _eras(law)),
        Sheet(folder / "derived.yaml", Derivations, lambda: _derived(law)),
        Sheet(folder / "honours.yaml", Honours, lambda: ()),
        Sheet(folder / "signers.yaml", Signers, lambda: _signers(law)),
        Sheet(folder / "numbering.yaml", Numbering, lambda: _numbering(law)),
        Sheet(folder / "issuers.yaml", Issuers, lambda: _issuers(law)),
        Sheet(folder / "organisations.yaml", Organisations, lambda: _organisations(law)),
        Sheet(folder / "places.yaml", Places, lambda: _places(law)),
        Sheet(folder / "units.yaml", Units, lambda: _units(law)),
    ]


def _derived(law: Law) -> Iterator[Fault]:
    """Every rule fills a field of a record, by a text or a copy, for kinds that there are."""
    for place, rule in enumerate(law.derived.rules):
        path: Path = ("rules", place)
        fields = {"fill": rule.fill, **({"copy": rule.copy} if rule.copy else {})}
        fields |= dict.fromkeys((f"when.{name}" for name in rule.when), "")
        for key, told in fields.items():
            name = told or key.removeprefix("when.")
            names = tuple(name.split("."))
            if len(slots_along(Record, names)) < len(names) or names[0] not in SHARED:
                yield unknown((*path, key.split(".")[0]), name, SHARED, _SHARED_FIELD)
        if bool(rule.text) == bool(rule.copy):
            yield Fault(
                path, Words("ghi text hoặc copy, chỉ một", "tell text or copy, one of them")
            )
        yield from open_names((*path, "text"), rule.text, TERMS)
        for kind in rule.kinds:
            if kind not in law.issuers.kinds:
                what = Words("loại đơn vị", "kind of unit")
                yield unknown((*path, "kinds"), kind, law.issuers.kinds, what)


_SHARED_FIELD = Words("mục chung", "shared field")


def hint(path: Path, told: Hint, law: Law, *names: str) -> Iterator[Fault]:
    """Advice names an act that there is, and leaves open only what is closed there."""
    if told.act and told.act not in law.acts:
        yield unknown((*path, "act"), told.act, law.acts, ACT)
    known = {*names, *(["act"] if told.act else [])}
    yield from open_names((*path, "vi"), told.vi, known)
    yield from open_names((*path, "en"), told.en, known)


def _legal(told: Legal) -> Iterator[Fault]:
    yield from doubled(
        ((("acts", place, "id"), act.id) for place, act in enumerate(told.acts)), ACT
    )
    for place, act in enumerate(told.acts):
        path = ("acts", place)
        if act.kind not in told.kinds:
            yield unknown((*path, "kind"), act.kind, told.kinds, Words("tên loại", "kind"))
        if act.end is not None and act.end < act.start:
            what = Words("hết hiệu lực trước ngày có hiệu lực", "it ends before it begins")
            yield Fault((*path, "until"), what)
        if act.day is not None and act.kind != LAW and not (act.number and act.issuer):
            what = Words(
                "có ngày mà thiếu số hoặc nơi ban hành: viện dẫn sẽ khuyết",
                "it has a day but no number or no issuer: its citation would lack them",
            )
            yield Fault(path, what, Words("Thêm number, issuer.", "Add number and issuer."))


def _eras(law: Law) -> Iterator[Fault]:
    told = law.eras
    rows: dict[str, tuple[Government | PartyForm, ...]] = {
        "government": told.government,
        "party_form": told.party_form,
    }
    for name, eras in rows.items():
        paths = [((name, place, "id"), era.id) for place, era in enumerate(eras)]
        yield from doubled(paths, Words("thời kỳ", "era"))
        yield from _rising((name,), [era.start for era in eras], "from")
    yield from hint(("districts", "hint"), told.districts.hint, law)
    for place, body in enumerate(told.ended):
        yield from open_names(("ended", place, "names"), body.names, ("district",))
        yield from hint(("ended", place, "hint"), body.hint, law, "since")


def _places(law: Law) -> Iterator[Fault]:
    """Names that follow one another without a gap, by acts that there are."""
    told = law.places
    starts = {row.name: row.start for row in told.provinces}
    for key, rows in (("provinces", told.provinces), ("communes", told.communes)):
        paths = [((key, place, "name"), (row.name, row.within)) for place, row in enumerate(rows)]
        yield from doubled(paths, Words("tên", "name"))
        for place, row in enumerate(rows):
            path: Path = (key, place)
            if row.act and row.act not in law.acts:
                yield unknown((*path, "act"), row.act, law.acts, ACT)
            if (row.end is None) != (not row.becomes):
                yield Fault(path, _HALF)
            if row.end is not None and row.end < row.start:
                yield Fault((*path, "until"), _ENDS_EARLY)
            if key == "provinces" and row.becomes:
                yield from _successor(path, row, starts)
    yield from _in_full(told.in_full)


def _in_full(told: InFull) -> Iterator[Fault]:
    """The Party has rules for every day."""
    yield from _rising(("in_full", "party"), [row.start for row in told.party], "from")
    if not told.party or told.party[0].start != date.min:
        yield Fault(("in_full", "party"), _NO_BEGINNING)


_NO_BEGINNING = Words("dòng đầu không ghi from", "the first row has no “from”")


def _successor(path: Path, row: PlaceName, starts: dict[str, date]) -> Iterator[Fault]:
    """What a province becomes is a province, on the day after its end at the latest."""
    if row.becomes not in starts:
        yield unknown((*path, "becomes"), row.becomes, starts, Words("tên", "name"))
    elif row.end is not None and starts[row.becomes] > row.end + timedelta(days=1):
        what = Words(
            f"“{row.becomes}” chưa có vào ngày đó", f"there is no “{row.becomes}” on that day yet"
        )
        yield Fault((*path, "becomes"), what)


_HALF = Words(
    "until và becomes đi cùng nhau: tên hết dùng thì có tên nối tiếp",
    "until and becomes go together: a name that ends is followed by another",
)
_ENDS_EARLY = Words("hết dùng trước khi bắt đầu", "it ends before it begins")


def _rising(path: Path, days: Iterable[date], key: str) -> Iterator[Fault]:
    """Rows that follow one another by their days."""
    for place, (before, after) in enumerate(pairwise(days), start=1):
        if after <= before:
            what = Words(
                f"ngày {after.isoformat()} không sau ngày của dòng trước",
                f"{after.isoformat()} is not after the day of the row before",
            )
            yield Fault((*path, place, key), what)


def _signers(law: Law) -> Iterator[Fault]:
    told = law.signers
    for place, prefix in enumerate(told.prefixes):
        yield from hint(("prefixes", place, "hint"), prefix.hint, law)
    yield from hint(("ranks", "hint"), told.ranks.hint, law)
    yield from hint(("own_title", "hint"), told.own_title.hint, law)


def _numbering(law: Law) -> Iterator[Fault]:
    told = law.numbering
    yield from hint(("once", "hint"), told.once.hint, law)
    yield from _rising(("party_terms",), [term.since for term in told.party_terms], "since")


def _told(told: Iterable[str], part: type[RecordPart]) -> Iterator[Fault]:
    """Every kind that records name has its row."""
    for name in slots_of(part)["kind"].choices:
        if name not in told:
            what = Words(f"thiếu loại “{name}” của bản khai", f"records name “{name}” too")
            yield Fault(("kinds",), what)


def _issuers(law: Law) -> Iterator[Fault]:
    yield from _told(law.issuers.kinds, Issuer)
    topics = {act.topic for act in law.acts.values()}
    for name, kind in law.issuers.kinds.items():
        path = ("kinds", name)
        yield from _texts(path, kind.by_name(), _TERMS, but="competence")
        for place, topic in enumerate(kind.competence):
            if topic not in topics:
                yield unknown((*path, "competence", place), topic, topics, Words("chủ đề", "topic"))
    committee = law.issuers.steering_committee
    yield from open_names(("steering_committee",), committee, ("commune",))


def _organisations(law: Law) -> Iterator[Fault]:
    told = law.organisations.organisations
    yield from doubled(
        ((("organisations", place, "id"), one.id) for place, one in enumerate(told)),
        Words("tổ chức", "organisation"),
    )
    for place, one in enumerate(told):
        path = ("organisations", place)
        for part, text in enumerate(one.issuer):
            yield from open_names((*path, "issuer", part), text, ("name",))
        yield from open_names((*path, "number"), one.number, ("number", "symbol", "body"))


def _texts(
    path: Path, told: dict[str, object], known: tuple[str, ...], but: str = ""
) -> Iterator[Fault]:
    """Nothing else is left open in the texts and lists of texts of a row."""
    for key, value in told.items():
        if isinstance(value, str):
            yield from open_names((*path, key), value, known)
        if isinstance(value, tuple) and key != but:
            for place, text in enumerate(value):
                yield from open_names((*path, key, place), text, known)


def _units(law: Law) -> Iterator[Fault]:
    told = law.units
    yield from _told(told.kinds, Unit)
    for name, kind in told.kinds.items():
        yield from _texts(("kinds", name), kind.by_name(), ("name",))
    for name, heads in told.heads.items():
        if name not in told.kinds:
            yield unknown(("heads", name), name, told.kinds, Words("loại đơn vị", "kind of unit"))
        begins = [f"{same_name_key(head.begins)} " for head in heads]
        for place, beginning in enumerate(begins):
            if any(beginning.startswith(before) for before in begins[:place]):
                what = Words("dòng trước đã khớp: dòng này không bao giờ được xét", _NEVER)
                yield Fault(("heads", name, place), what)
    yield from of_eras(("security",), told.security, law)
    for era, bodies in told.security.items():
        for place, body in enumerate(bodies):
            known = ("commune", "district", "province")
            yield from open_names(("security", era, place), body, known)


_NEVER = "a row before it fits already: this one is never reached"


def of_eras(path: Path, told: Iterable[str], law: Law) -> Iterator[Fault]:
    """Something is told for every era of government, and for no other."""
    known = [era.id for era in law.eras.government]
    names = list(told)
    for name in names:
        if name not in known:
            yield unknown((*path, name), name, known, Words("thời kỳ", "era"))
    for name in known:
        if name not in names:
            what = Words(f"thiếu thời kỳ “{name}”", f"the era “{name}” is missing")
            yield Fault(path, what)
