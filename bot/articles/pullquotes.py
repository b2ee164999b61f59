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
_WORD = re.compile(r"\S+")
_FINAL = re.compile(r"[.!?:;](?=\s|\Z)")
_ENDED = re.compile(r"[.!?…][\"”»)]*\Z")
_LOWER = word_set("office_modifiers")


def find_signature(text: str, paragraph: Span) -> Span | None:
    """The name and office that sign a paragraph at its end, or None."""
    if _is_quoted_or_ended(text[paragraph.start : paragraph.end]):
        return None
    offset = max(paragraph.start, paragraph.end - _TAIL)
    words = list(_WORD.finditer(text[offset : paragraph.end]))
    name = _signer([word.group() for word in words], _LEAST_WORDS if offset == paragraph.start else 0)
    return None if name is None else Span(offset + words[name].start(), paragraph.end)


def is_signature(text: str, paragraph: Span) -> bool:
    """Whether a whole line is nothing but a name and an office."""
    forms = text[paragraph.start : paragraph.end].split() if paragraph.end - paragraph.start < _TAIL else []
    return any(_name_of_office(forms, office) == 0 for office in range(2, min(len(forms), 5)))


def _signer(forms: list[str], least: int) -> int | None:
    """Where the name that signs begins, with at least so many words before it."""
    if len(forms) < _LEAST_WORDS:
        return None
    for office in range(len(forms) - 1, 1, -1):
        name = _name_of_office(forms, office)
        if name is not None and name >= least and _ends_before(forms, name):
            return name
    return None


def _is_quoted_or_ended(paragraph: str) -> bool:
    return paragraph[0] in "\"“«„‘'" or paragraph[-1] in '.!?…:;,”"»'


def _name_of_office(forms: list[str], office: int) -> int | None:
    """Where the name before an office begins; None unless an office goes from there to the end."""
    name = _name_start(forms, office)
    return name if name is not None and _is_office(forms[office:]) else None


def _name_start(forms: list[str], office: int) -> int | None:
    """Where the run of two to four name words before an office begins."""
    start = _run_start(forms, office)
    if office - start >= 3 and start > 0 and forms[start - 1].lower() in word_set("unfinished"):
        # "... the sovereignty of Russia Vladimir Putin President": Russia ends the sentence
        start = office - 2
    return start if 2 <= office - start <= 4 else None


def _run_start(forms: list[str], office: int) -> int:
    """Where up to five name words begin; of them only the last may have a comma."""
    first = max(0, office - 5)
    for start in range(office, first, -1):
        word = forms[start - 1]
        if not _is_name_word(word) or (word.endswith(",") and start != office):
            return start
    return first


def _is_name_word(form: str) -> bool:
    return bool(_NAME.fullmatch(form)) and not (len(form) > 3 and form.isupper())


def _is_office(forms: list[str]) -> bool:
    """Whether words are an office: modifiers, a noun of office, and what it is of."""
    if len(forms) > _OFFICE_WORDS or _FINAL.search(" ".join(forms)):
        return False
    folded = [form.lower().strip(',«»"') for form in forms]
    for first in range(min(_MODIFIERS, len(folded) - 1) + 1):
        if _has_noun(folded, first):
            return True
        if not forms[first][0].isupper() and folded[first] not in _LOWER:
            return False
    return False


def _has_noun(folded: list[str], first: int) -> bool:
    """Whether a noun of office stands there."""
    nouns = _nouns_by_first_word().get(folded[first], ())
    return any(folded[first : first + len(noun)] == list(noun) for noun in nouns)


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
