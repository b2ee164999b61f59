"""Names in running text, and near-misspellings of them; it knows nothing of who bears them.

What finds the same person under Peskov, Пескову and Peskow is `word_keys`; what shows him is `nominative`.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.cases import gender, is_paired, joint_key, nominative, word_keys
from bot.language.openers import is_common
from bot.language.script import fold
from bot.language.spelling import romanise, word_key
from bot.language.tables import folded

__all__ = [
    "Name",
    "find_names",
    "gender",
    "is_paired",
    "joint_key",
    "nominative",
    "romanise",
    "similar_names",
    "word_key",
    "word_keys",
]

_ARTICLE = r"(?:(?:al|el|ad|as|ar|аль|эль|ад|ас|ар)-)?"  # al-Sisi
_CAPITALISED = r"[A-ZÀ-ÞА-ЯЁІЇЄ][^\W\d_]*(?:['’][A-ZА-Я]?[^\W\d_]+)?(?:-[^\W\d_]+)*"
_WORD = rf"(?:(?:[A-ZА-ЯЁ]\.)+|{_ARTICLE}{_CAPITALISED})"
_PARTICLE = (
    r"(?:de|da|di|do|dos|del|van|von|der|den|bin|ibn|al|el|la|le|фон|дер|де|да|ван|бин|ибн|аль|эль|ди)"
)
_RUN = re.compile(rf"(?<![\w@]){_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,2}}{_WORD})*")
_PIECE = re.compile(_WORD)
_SENTENCE_OPENS = re.compile(r"(?:^|[\n.!?…:;“«„\"(\[—–-])\s*$")
_POSSESSIVE = re.compile(r"['’]s?$")


WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
FEASTS = frozenset(
    {"Ash", "Black", "Bloody", "Blue", "Cyber", "Easter", "Fat", "Giving", "Good", "Holy", "Maundy", "Palm"}
    | {"Sheffield", "Shrove", "Super", "Ruby", "Joe", "Whit", "Casual", "Taco", "Man", "Business", "Election"}
    | WEEKDAYS
)


class Name(NamedTuple):
    """A run of capitalised words; `text == whole[start:end]`."""

    start: int
    end: int
    text: str


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.rstrip(".") for title in folded("titles.txt"))


def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Runs of capitalised words between two offsets, without titles and words that open a sentence."""
    runs = _RUN.finditer(text, start, len(text) if end is None else end)
    return tuple(name for run in runs if (name := _trimmed(text, run.start(), run.end())))


def _trimmed(text: str, start: int, end: int) -> Name | None:
    pieces: Sequence[re.Match[str]] = list(_PIECE.finditer(text, start, end))
    opens = _SENTENCE_OPENS.search(text[max(0, start - 6) : start]) is not None
    first = 0
    for piece in pieces:
        if _is_title(piece.group()):
            opens = False
        elif not (opens and is_common(piece.group())):
            break
        first += 1
    if first == len(pieces):
        return None
    pieces = _without_day(pieces[first:])
    words = _POSSESSIVE.sub("", text[pieces[0].start() : pieces[-1].end()])
    return Name(pieces[0].start(), pieces[0].start() + len(words), words) if len(words) > 1 else None


def _without_day(pieces: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """ "Said Ann Lee Monday", "in Georgia Tuesday"; not "Black Friday"."""
    last = [piece.group() for piece in pieces[-2:]]
    dated = len(last) > 1 and last[1] in WEEKDAYS and last[0] not in FEASTS
    return pieces[:-1] if dated else pieces


def _is_title(word: str) -> bool:
    return fold(word).rstrip(".") in _titles()


def similar_names(word: str, known: Collection[str], limit: int = 5) -> list[str]:
    """Keys out of `known` that a slip of the pen turns into a key of `word`, the nearest first.

    One edit (a swap of neighbours counts as one) is allowed from four letters, two from eight; the first
    letter must agree.
    """
    found: dict[str, float] = {}
    for key in word_keys(word):
        allowed = 0 if len(key) < 4 else 1 if len(key) < 8 else 2
        near = [other for other in known if other[:1] == key[:1] and abs(len(other) - len(key)) <= allowed]
        hits = process.extract(key, near, scorer=OSA.distance, score_cutoff=allowed, limit=limit)
        for other, distance, _ in hits if allowed else ():
            found[other] = min(distance, found.get(other, distance))
    return sorted(found, key=lambda other: (found[other], other))[:limit]
