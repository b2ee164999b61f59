"""Names of a question written as names: people type "орлов про мост" and mean Orlov. Pure.

Everything behind the reading weighs names by their capitals. It knows the names that were found, no library.
"""

import re
from collections.abc import Iterable

from bot.language.lemmas import is_stop, lemmas
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import tokens
from bot.language.translate import entries, translations
from bot.statements.directory import Directory, DirectoryMatch

PROPER = frozenset({"Surn", "Name", "Patr", "Geox"})
SHORTEST = 3  # letters of an English name that only the library knows
SHORT = re.compile(  # "and the us?", "us officials"; alone they are pronouns
    r"(?<=\bthe )(?:us|who)\b"
    r"|\bus(?= (?:officials?|government|president|senate|congress|army|troops|embassy)\b)"
)


def with_capitals(text: str, matches: Iterable[DirectoryMatch], directory: Directory) -> str:
    """The text, of the same length, with a capital on every word of a name."""
    spans = [(one.start, one.end) for one in matches if _is_written_large(one)]
    marked = list(text)
    for token in tokens(text):
        if not token.text.islower() or is_stop(token.text) or directory.is_small(token.text):
            continue
        if any(start <= token.start < end for start, end in spans) or _is_proper(token.text, directory):
            marked[token.start] = _large(text[token.start])
    for match in SHORT.finditer(text):
        marked[match.start() : match.end()] = match.group().upper()
    return "".join(marked)


def _is_written_large(match: DirectoryMatch) -> bool:
    """Whether what was met is a name: a person's, or that of a body which is one in capitals itself."""
    return match.by_name or (match.how == "body" and match.speaker.name[:1].isupper())


def _is_proper(word: str, directory: Directory) -> bool:
    """Whether a word in small letters is a name by the dictionary, the lexicon or the library."""
    if is_cyrillic(word):
        readings = [one for one in morph(fold(word)) if one.known]
        return all(one.marks & PROPER for one in readings) if readings else directory.is_name(word)
    if word in entries() or any(translations(lemma) for lemma in lemmas(word)):
        return word.capitalize() in entries() and word not in entries()
    return len(word) >= SHORTEST and directory.is_name(word)


def _large(letter: str) -> str:
    large = letter.upper()
    return large if len(large) == 1 else letter
