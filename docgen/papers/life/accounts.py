"""The public account of a period: what was received and paid, and what the sums come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.gaps import HOLE
from docgen.text.names import first_upper
from docgen.text.numbers import money, money_in_words

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.record.schema.reports import PeriodReport


def sums(told: PeriodReport) -> dict[str, int | None]:
    """``income``, ``spent``, ``balance`` in đồng: as told, else as the lines add up.

    The balance needs the opening one; nothing is guessed where that is not told.
    """
    lines = told.account
    income, spent, balance = told.income, told.spent, told.balance
    if income is None and lines:
        income = sum(one.received or 0 for one in lines)
    if spent is None and lines:
        spent = sum(one.paid or 0 for one in lines)
    if balance is None and None not in (told.opening, income, spent):
        balance = (told.opening or 0) + (income or 0) - (spent or 0)
    return {"income": income, "spent": spent, "balance": balance}


def frame(told: PeriodReport) -> Frame:
    """``report.account`` and what stands around it, as final strings."""
    balance = sums(told)["balance"]
    return {
        "account": [
            {
                "index": str(index),
                "what": first_upper(one.what),
                "received": "" if one.received is None else money(one.received),
                "paid": "" if one.paid is None else money(one.paid),
                "note": one.note,
            }
            for index, one in enumerate(told.account, start=1)
        ],
        "opening": HOLE if told.opening is None else money(told.opening),
        "balance_words": "" if balance is None or balance < 0 else money_in_words(balance),
    }
