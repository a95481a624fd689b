"""What is kept in memory for a while."""

from __future__ import annotations

from docgen.recent import Recent


def test_what_was_made_is_not_made_again() -> None:
    """As long as it is remembered."""
    made = iter((7, 8))
    recent: Recent[str, int] = Recent(2)
    assert [recent.of("một", lambda: next(made)) for _ in range(3)] == [7, 7, 7]


def test_the_one_not_asked_for_longest_is_forgotten() -> None:
    """Asking keeps a thing."""
    recent: Recent[str, int] = Recent(2)
    for name in ("một", "hai"):
        recent.of(name, lambda: 1)
    recent.get("một")
    recent.of("ba", lambda: 1)
    assert (recent.get("một"), recent.get("hai"), recent.get("ba")) == (1, None, 1)
