"""A follow-up that names one thing for another: "how many died in Dolsk?", "and in Zarechny?". Pure.

It knows the words of both questions, no library and nobody's names.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.answers.chunks import ARTICLES
from bot.answers.leaning import is_plural
from bot.answers.subjects import Phrase, phrases
from bot.language.script import fold
from bot.language.tokens import Token, tokens
from bot.models import Span

ABOUT_THE_SAME = {"во": "в", "near": "in", "at": "in", "со": "с", "об": "о"}  # as the preposition before
ASKING = frozenset({"many", "much", "which", "what", "сколько", "какой", "какая", "какие", "какое", "каком"})
MOST_WORDS = 5  # of what is named anew


def swapped(old: str, new: str, *, person: bool = False) -> str:
    """The question `old` about what the fragment `new` names; empty where nothing in it can give way.

    A `person` does not take the place where something happened.
    """
    question, _, _ = old.partition(" (")
    fragment = new.strip(" ?!.,")
    named = phrases(fragment)
    words = tokens(fragment)
    if len(named) != 1 or len(words) > MOST_WORDS:
        return ""
    thing = named[0]
    preposition = _preposition(words[0].text) if thing.start > words[0].start else ""
    places = [one for one in phrases(question) if not _is_chosen_from(one, question)]
    if preposition:
        span = _behind(preposition, places, question)
    else:  # a person does not take the place where something happened
        span = _of_kind(thing, [one for one in places if not (person and one.placed)], question)
    if span is None:
        return ""
    phrase = fragment[thing.start :] if preposition else fragment
    return question[: span.start] + phrase + question[span.end :]


def _preposition(word: str) -> str:
    low = fold(word)
    return "" if low in ARTICLES else ABOUT_THE_SAME.get(low, low)


def _is_chosen_from(phrase: Phrase, question: str) -> bool:
    """What is counted or chosen from, which is the question itself: "how many people"."""
    before = _before(phrase.start, question)
    return bool(before) and fold(before[-1].text) in ASKING


def _behind(preposition: str, places: Sequence[Phrase], question: str) -> Span | None:
    """What stands behind the last such preposition, to the end of its phrase: "flights to | Dolsk"."""
    pieces = tokens(question)
    for piece, following in reversed(list(pairwise(pieces))):
        if _preposition(piece.text) != preposition:
            continue
        ends = (one.start + len(one.text) for one in places)
        end = next((end for end in ends if following.start < end), 0)
        return Span(following.start, end) if end else None
    return None


def _of_kind(thing: Phrase, places: Sequence[Phrase], question: str) -> Span | None:
    """The last phrase of the same kind, with its article."""
    bare = [one for one in places if not one.placed]
    alike = [one for one in bare if one.named == thing.named] or ([] if thing.named else bare)
    many = [one for one in alike if is_plural(one) == is_plural(thing)]
    if not alike:
        return None
    given = (many or alike)[-1]
    return Span(_with_article(given.start, question), given.start + len(given.text))


def _before(start: int, question: str) -> Sequence[Token]:
    return tokens(question, 0, start)


def _with_article(start: int, question: str) -> int:
    """Where a phrase begins with its article."""
    before = _before(start, question)
    return before[-1].start if before and fold(before[-1].text) in ARTICLES else start
