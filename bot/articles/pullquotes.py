"""Pull quotes: words set apart without quotation marks, signed at their end with a name and an office.

"... sovereignty of our states Vladimir Putin President of Russia". It knows nothing of who the signer is. An
ordinary sentence never counts: it ends with a mark, or a preposition or verb of saying leads to the name.
"""

import re
from functools import cache

from bot.articles.lexicon import entries, word_set
from bot.models import Span

_TAIL = 260  # characters at the end of a paragraph that may hold a signature
_LEAST_WORDS = 6  # words of a pull quote before its signature
_OFFICE_WORDS = 12
_MODIFIERS = 3  # words between the name and the noun of office: "Kremlin official representative"
_NAME = re.compile(r"[A-ZА-ЯЁ](?:[\w'’]+(?:-\w+)*|\.(?:\s?[A-ZА-ЯЁ]\.)?),?")
_CLOSED = re.compile(r"[\w»)]\Z")
_WORD = re.compile(r"\S+")
_ENDED = re.compile(r"[.!?…][\"”»)]*\Z")
_LOWER = word_set("office_modifiers")


def find_signature(text: str, paragraph: Span) -> Span | None:
    """The name and office that sign a paragraph at its end, or None."""
    offset = max(paragraph.start, paragraph.end - _TAIL)
    words = list(_WORD.finditer(text[offset : paragraph.end]))
    if (
        len(words) < _LEAST_WORDS
        or text[paragraph.start] in "\"“«„‘'"
        or words[-1].group()[-1] in '.!?…:;,”"»'
    ):
        return None
    forms = [word.group() for word in words]
    whole = offset == paragraph.start
    for office in range(len(forms) - 1, 1, -1):
        name = _name_start(forms, office)
        if name is None or not _is_office(forms[office:]):
            continue
        if (not whole or name >= _LEAST_WORDS) and _ends_before(forms, name):
            return Span(offset + words[name].start(), paragraph.end)
    return None


def is_signature(text: str, paragraph: Span) -> bool:
    """Whether a whole line is nothing but a name and an office."""
    forms = text[paragraph.start : paragraph.end].split() if paragraph.end - paragraph.start < _TAIL else []
    return any(
        _name_start(forms, office) == 0 and _is_office(forms[office:])
        for office in range(2, min(len(forms), 5))
    )


def _name_start(forms: list[str], office: int) -> int | None:
    """Where the run of two to four name words before an office begins."""
    start = office
    while start > 0 and office - start < 5 and _is_name_word(forms[start - 1]):
        if forms[start - 1].endswith(",") and start != office:
            break
        start -= 1
    if office - start >= 3 and start > 0 and forms[start - 1].lower() in word_set("unfinished"):
        start = (
            office - 2
        )  # "... the sovereignty of Russia Vladimir Putin President": Russia ends the sentence
    return start if 2 <= office - start <= 4 else None


def _is_name_word(form: str) -> bool:
    return bool(_NAME.fullmatch(form)) and not (len(form) > 3 and form.isupper())


def _is_office(forms: list[str]) -> bool:
    """Whether words are an office: modifiers, a noun of office, and what it is of."""
    if len(forms) > _OFFICE_WORDS or any(form[-1] in ".!?:;" for form in forms):
        return False
    folded = [form.lower().strip(',«»"') for form in forms]
    for first in range(min(_MODIFIERS, len(folded) - 1) + 1):
        if any(folded[first : first + len(noun)] == list(noun) for noun in _office_nouns(folded[first])):
            return True
        if not (forms[first][0].isupper() or folded[first] in _LOWER):
            return False
    return False


def _ends_before(forms: list[str], name: int) -> bool:
    """Whether a clause can end before the name."""
    last = forms[name - 1]
    if _ENDED.search(last):
        return True
    return (
        last[-1] not in ",:;—–-("
        and last.lower() not in word_set("unfinished")
        and name >= 2
        and last not in ("—", "–")
    )


@cache
def _nouns_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    nouns = [tuple(entry.split()) for entry in entries("offices")]
    return {noun[0]: tuple(other for other in nouns if other[0] == noun[0]) for noun in nouns}


def _office_nouns(word: str) -> tuple[tuple[str, ...], ...]:
    return _nouns_by_first_word().get(word, ())
