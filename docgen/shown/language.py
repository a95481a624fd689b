"""In which language the program speaks: told anywhere on the command line, or by DOCGEN_LANG.

What click itself says (help, usage errors) comes from click's own calls to gettext, so it is
translated as gettext is: by a catalogue beside this module. The help of commands is written in
Vietnamese where the commands are; its English stands in the English catalogue.
"""

from __future__ import annotations

import gettext
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOMAIN: Final = "docgen"
"""The name of the catalogues: a folder for each language in ``locale/``."""
LOCALE: Final = str(Path(__file__).with_name("locale"))
ENVIRONMENT: Final = "DOCGEN_LANG"
"""The variable that names the language of those who always want the same."""
_ENGLISH: Final = "en"
_OPTION: Final = "--lang"


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for last, even when the command line is otherwise wrong."""
    asked = os.environ.get(ENVIRONMENT, "")
    following = [*arguments[1:], ""]
    for argument, after in zip(arguments, following, strict=False):
        if argument == _OPTION:
            asked = after
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    return _ENGLISH if asked == _ENGLISH else "vi"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have click and the help of commands speak ``language``; gettext takes it from LANGUAGE."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def spoken(text: str) -> str:
    """What the help of a command says, in the language that is spoken now."""
    text = re.sub(r"\s+", " ", text).strip()
    return gettext.dgettext(DOMAIN, text) if text else ""
