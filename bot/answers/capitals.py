"""Names of a question written as names: people type "орлов про мост" and mean Orlov. Pure.

Everything behind the reading weighs names by their capitals. It knows the names that were found, no library.
"""

import re
from collections.abc import Iterable

from bot.language.lemmas import is_stop
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import tokens
from bot.statements.directory import DirectoryMatch

PROPER = frozenset({"Surn", "Name", "Patr", "Geox"})
NAMED = frozenset({"name", "fuzzy"})
STATES = re.compile(r"(?<=\bthe )us\b")  # "and the us?"; alone it is a pronoun


def with_capitals(text: str, matches: Iterable[DirectoryMatch]) -> str:
    """The text, of the same length, with a capital on every word of a name."""
    spans = [(one.start, one.end) for one in matches if _is_written_large(one)]
    marked = list(text)
    for token in tokens(text):
        inside = any(start <= token.start < end for start, end in spans)
        if (inside and not is_stop(token.text)) or _is_proper(token.text):
            marked[token.start] = _large(text[token.start])
    for match in STATES.finditer(text):
        marked[match.start() : match.end()] = "US"
    return "".join(marked)


def _is_written_large(match: DirectoryMatch) -> bool:
    """Whether what was met is a name: a person's, or that of a body which is one in capitals itself."""
    return match.how in NAMED or (match.how == "body" and match.speaker.name[:1].isupper())


def _is_proper(word: str) -> bool:
    """Whether a Russian word can be nothing but a name of somebody or of a place."""
    readings = morph(fold(word)) if is_cyrillic(word) and word[0].islower() else ()
    return bool(readings) and all(one.known and one.marks & PROPER for one in readings)


def _large(letter: str) -> str:
    large = letter.upper()
    return large if len(large) == 1 else letter
