"""Names of places and bodies that do not fit the days of the papers that are still to be issued.

What is issued, and what a record tells of the past, stays: the remedy is a dated change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.law.acts import short
from docgen.law.eras import districts, gone
from docgen.law.hints import advice
from docgen.law.issuers import kind_of
from docgen.law.place_records import NameTold, names_told
from docgen.law.place_texts import misnamed
from docgen.law.units import unit_terms
from docgen.record.history import COMMITTEE, NAMED, OFFICES
from docgen.record.schema.shape import walk
from docgen.text.dates import slashed
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.law.place_texts import Misnamed
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath


def eras(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Bodies and places that exist no longer, or not yet, on the day of a paper to be issued.

    Those are the day of drafting, and the day of each paper that has one but no number.
    """
    for seat in _seats(loaded.record):
        yield from _district(loaded, seat, today)
    for day in dict.fromkeys([today, *_days(loaded.record, numbered=False)]):
        yield from _misnamed(loaded, day)


def _days(record: AnyRecord, *, numbered: bool) -> list[date]:
    """The days of the papers that have their number, or of those that have none yet."""
    told = {path: value for path, _, value in walk(record)}
    return sorted(
        {
            day
            for path, day in told.items()
            if path[-1] == "day" and day is not None
            if (told.get((*path[:-1], "number"), "") is not None) == numbered
            if (*path[:-1], "number") in told
        }
    )


class Seat(Value):
    """Đơn vị và cấp huyện của nó: where the record tells the district, and whose it is."""

    path: FieldPath
    district: str
    is_commune: bool


def _seats(record: AnyRecord) -> list[Seat]:
    if record.kind == "linked":
        return [
            Seat(("units", index, "district"), unit.district, unit_terms(unit.kind).is_commune)
            for index, unit in enumerate(record.units)
        ]
    issuer = record.issuer
    return [Seat(("issuer", "district"), issuer.district, kind_of(record).is_commune)]


def _district(loaded: Loaded, seat: Seat, today: date) -> Iterator[Problem]:
    """A district belongs to models that have papers of its time, and to them alone."""
    end, since = slashed(districts().since), districts().since
    is_old = any(day < since for day in _days(loaded.record, numbered=True))
    if today >= since and seat.district and not is_old:
        yield remark(
            loaded,
            seat.path,
            Words(
                f"Khai “{seat.district}” mà ngày soạn thảo sau {end}: không còn cấp huyện",
                f"“{seat.district}” is told, but there are no districts since {end}",
            ),
            advice(districts().hint),
        )
    if today < since and not seat.district and seat.is_commune:
        yield remark(
            loaded,
            seat.path,
            Words(
                f"Chưa khai huyện, thành phố mà ngày soạn thảo trước {end}",
                f"No district is told, but the day of drafting is before {end}",
            ),
            Words("Thêm dòng “district: huyện ...”.", "Add the line “district: huyện ...”."),
        )


def _misnamed(loaded: Loaded, day: date) -> Iterator[Problem]:
    """One remark for each name that is not of ``day``, at the first line that has it."""
    met: dict[str, list[tuple[NameTold, Misnamed]]] = {}
    for one in names_told(loaded.record, day):
        wrong = misnamed(one.told, day)
        if wrong is not None:
            met.setdefault(wrong.said.casefold(), []).append((one, wrong))
        else:
            yield from _gone(loaded, one, day)
    for places in met.values():
        yield _wrong(loaded, places, day)


def _gone(loaded: Loaded, one: NameTold, day: date) -> Iterator[Problem]:
    body = gone(one.told.text, day)
    if body is not None:
        text = one.told.text
        what = Words(
            f"“{text}” là tên đã qua: {body.what.vi}",
            f"“{text}” is a name of the past: {body.what.en}",
        )
        yield remark(loaded, one.fact.told, what, advice(body.hint, since=slashed(body.since)))


def _wrong(loaded: Loaded, places: list[tuple[NameTold, Misnamed]], day: date) -> Problem:
    one, wrong = places[0]
    is_own = one.fact.until is not None or one.fact.since >= wrong.renaming.since
    advise = _tell if is_own or not wrong.right else _keep
    hint = advise(loaded.record, one, wrong)
    return remark(loaded, one.fact.told, _renaming(one, wrong, day, len(places) - 1), hint)


def _renaming(one: NameTold, wrong: Misnamed, day: date, more: int) -> Words:
    """Which name was in use when, and in how many places ``more`` it is told."""
    told, since = one.told.text, slashed(wrong.renaming.since)
    others = Words(f" (và {more} chỗ khác)", f" (and {more} more)") if more else Words("", "")
    if wrong.is_early:
        return Words(
            f"“{told}”: “{wrong.said}” có từ {since}, văn bản ngày {slashed(day)} chưa ghi tên đó"
            f"{others.vi}",
            f"“{told}”: “{wrong.said}” is a name since {since}; a paper of {slashed(day)} has it "
            f"not yet{others.en}",
        )
    if wrong.renaming.is_merger:
        return Words(
            f"“{told}”: {wrong.said} đã sáp nhập, từ {since} là {wrong.renaming.now}{others.vi}",
            f"“{told}”: “{wrong.said}” has been merged: since {since} it is "
            f"“{wrong.renaming.now}”"
            f"{others.en}",
        )
    return Words(
        f"“{told}”: từ {since} {wrong.said} là {wrong.renaming.now}{others.vi}",
        f"“{told}”: since {since} “{wrong.said}” is “{wrong.renaming.now}”{others.en}",
    )


def _keep(record: AnyRecord, one: NameTold, wrong: Misnamed) -> Words:
    """The names of the day are known: nothing is to be done, unless it is called otherwise."""
    act, change = short(wrong.renaming.act), _change(record, one, wrong)
    return Words(
        f"Giữ dòng đã khai ({act.vi}): văn bản tự ghi “{wrong.right}” theo ngày của mình, văn bản "
        f"đã ban hành không đổi. Nếu nơi đó mang tên khác thì thêm vào “changes”: {change}.",
        f"Keep what is told ({act.en}): a paper writes “{wrong.right}” by its own day, issued "
        f"papers stay. If the body is called otherwise, add to “changes”: {change}.",
    )


def _tell(record: AnyRecord, one: NameTold, wrong: Misnamed) -> Words:
    """The name of the day is not known: a dated change tells it."""
    act, change = short(wrong.renaming.act), _change(record, one, wrong)
    return Words(
        f"Giữ dòng đã khai, thêm vào “changes” tên từng thời gian ({act.vi}): {change}.",
        f"Keep what is told, add to “changes” the name of each time ({act.en}): {change}.",
    )


def _change(record: AnyRecord, one: NameTold, wrong: Misnamed) -> str:
    """``“since: 20/9/2026”, “of: police”, “superior: ...”``: what a change tells of it."""
    of, field = _body(record, one.path), one.path[-1]
    name = field if isinstance(field, str) and len(one.path) > 1 else "name"
    return f"“since: {slashed(wrong.renaming.since)}”, “of: {of}”, “{name}: ...”"


def _body(record: AnyRecord, path: FieldPath) -> str:
    """What ``changes`` call the body of whose name the field at ``path`` tells."""
    first = str(path[0])
    if record.kind == "linked" and first == "units":
        return record.units[int(path[1])].name
    return first if first in (*NAMED, *OFFICES, COMMITTEE) else "..."
