"""Whether a text tells of something that happened in a place, not merely of what comes from there. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from bot.language.script import fold
from bot.language.tokens import words
from bot.search.coverage import Word, bag

LOCATIVES = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "inside",
        "across",
        "в",
        "во",
        "на",
        "под",
        "около",
        "возле",
        "близ",
    }
)
TELLING = LOCATIVES - {"at"}  # a man "at Dolsk" belongs to its club


def asked_place(question: str, sought: Sequence[Word]) -> tuple[Word, ...]:
    """The place of "what happened in Upper Dolsk?", when nothing else is asked for; else empty."""
    named = tuple(word for word in sought if word.name)
    if len(named) < len(sought) or not _stands_in(question, named, LOCATIVES):
        return ()
    return named


def tells_of(place: Sequence[Word], title: str, texts: Sequence[str]) -> bool:
    """Whether a title names the place, or a sentence says that something was there."""
    return _names_all(title, place) or any(_stands_in(text, place, TELLING) for text in texts)


def _names_all(text: str, place: Sequence[Word]) -> bool:
    forms = bag(text).forms
    return all(not word.forms.isdisjoint(forms) for word in place)


def _stands_in(text: str, place: Sequence[Word], before: frozenset[str]) -> bool:
    """Whether the name of a place follows a word such as "in"."""
    found = words(text)
    forms = frozenset[str]().union(*(word.forms for word in place))
    return any(
        fold(first) in before and second[0].isupper() and not bag(second).forms.isdisjoint(forms)
        for first, second in pairwise(found)
    )
