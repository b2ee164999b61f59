"""A follow-up that names one thing for another: "how many died in Dolsk?", "and in Zarechny?". Pure.

It knows the words of both questions, no library and nobody's names.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.answers.chunks import ARTICLES
from bot.answers.leaning import is_plural
from bot.answers.subjects import Phrase, phrases
from bot.answers.wording import with_context, without_context
from bot.language.script import fold
from bot.language.tokens import tokens
from bot.models import Span

ABOUT_THE_SAME = {"во": "в", "near": "in", "at": "in", "со": "с", "об": "о"}  # as the preposition before
QUANTITIES = ("how many", "how much", "сколько")
MOST_WORDS = 5  # of what is named anew


def swapped(old: str, new: str, *, person: bool = False, period: str = "") -> str:
    """The question `old` about what the fragment `new` names; empty where nothing in it can give way.

    A `person` does not take the place where something happened, nothing takes that of the words of the
    `period`.
    """
    question, carried = without_context(old)
    fragment = new.strip(" ?!.,")
    named = phrases(fragment)
    words = tokens(fragment)
    if len(named) != 1 or len(words) > MOST_WORDS:
        return ""
    thing = named[0]._replace(named=named[0].named or person)
    preposition = _preposition(words[0].text) if thing.start > words[0].start else ""
    timeless = _without(period, question)
    places = [one for one in phrases(timeless) if one.use != "counted"]
    if preposition:
        span = _behind(preposition, places, timeless)
    else:  # a person does not take the place where something happened
        span = _of_kind(thing, [one for one in places if not (person and one.placed)], question)
    if span is None:
        return ""
    phrase = fragment[thing.start :] if preposition else fragment
    anew = question[: span.start] + phrase + question[span.end :]
    # "how many died in Dolsk (flood)": another place of the same matter
    of_matter = carried and preposition and fold(question).startswith(QUANTITIES)
    return with_context(anew, carried) if of_matter else anew


def _preposition(word: str) -> str:
    low = fold(word)
    return "" if low in ARTICLES else ABOUT_THE_SAME.get(low, low)


def _without(period: str, question: str) -> str:
    """A question, as long as before, with a comma for the words of its period: "in July" is no place."""
    return question.replace(period, ",".ljust(len(period))) if period else question


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


def _with_article(start: int, question: str) -> int:
    """Where a phrase begins with its article."""
    before = tokens(question, 0, start)
    return before[-1].start if before and fold(before[-1].text) in ARTICLES else start
