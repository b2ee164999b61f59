"""What an article tells of its event: words, names, numbers and days of its opening.

News tell the event first and its background later, so only some hundred words count; reports of different
length are compared by the same part. It knows nothing of other articles.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.language.dates import calendar_days
from bot.language.numbers import numbers
from bot.models import Span
from bot.stories.words import event_words, name_words, ordinary_words

PROFILE_VERSION = 2  # raise it with every change of what a profile holds: stored ones are made anew
OPENING = 6000  # code points of a text that are worth reading for it
HEAD, LEAD, BODY = 8, 30, 100  # telling words; whole sentences are taken until there are as many
_ADDRESS = re.compile(r"https?\s*:\s*/|www\s*\.")

Day = tuple[int, int]  # month and day of the month


@dataclass(frozen=True, slots=True)
class Profile:
    """The features that two articles are compared by; head and lead are parts of the whole."""

    counts: dict[str, int]  # how often each telling word occurs
    head: frozenset[str]  # words of the headline, or of the first sentences
    lead: frozenset[str]
    head_names: frozenset[str]
    lead_names: frozenset[str]
    numbers: frozenset[str]
    lead_numbers: frozenset[str]
    days: frozenset[Day]
    head_days: frozenset[Day]


class _Sentence(NamedTuple):
    text: str
    words: list[str]


def profile(title: str, text: str, sentences: Sequence[Span]) -> Profile:
    """The profile of an article by those of its sentences that begin its text."""
    prose = [text[span.start : span.end].strip() for span in sentences if span.end <= OPENING]
    ordinary = ordinary_words(prose)
    told = list(_told([*_headline(title, text), *prose], ordinary))
    head, lead = (told[: _reach(told, words)] for words in (HEAD, LEAD))
    return Profile(
        counts=dict(Counter(word for sentence in told for word in sentence.words)),
        head=_words(head),
        lead=_words(lead),
        head_names=_names(head, ordinary),
        lead_names=_names(lead, ordinary),
        numbers=numbers(_joined(told)),
        lead_numbers=numbers(_joined(lead)),
        days=_days(told),
        head_days=_days(head),
    )


def _headline(title: str, text: str) -> list[str]:
    """The title, unless it was cut from the beginning of the text."""
    start = " ".join(title.split())[:60]
    return [] if " ".join(text[:300].split()).startswith(start) else [title.strip()]


def _told(sentences: Iterable[str], ordinary: frozenset[str]) -> Iterator[_Sentence]:
    """The sentences that count, with their words; addresses of pages tell nothing."""
    read = 0
    for sentence in sentences:
        if read >= BODY:
            return
        if not _ADDRESS.search(sentence):
            found = event_words(sentence, ordinary)
            read += len(found)
            yield _Sentence(sentence, found)


def _reach(told: Sequence[_Sentence], wanted: int) -> int:
    """How many sentences hold the first `wanted` words."""
    read = 0
    for place, sentence in enumerate(told):
        if read >= wanted:
            return place
        read += len(sentence.words)
    return len(told)


def _words(told: Sequence[_Sentence]) -> frozenset[str]:
    return frozenset(word for sentence in told for word in sentence.words)


def _names(told: Sequence[_Sentence], ordinary: frozenset[str]) -> frozenset[str]:
    named = (name_words(sentence.text, ordinary) & {*sentence.words} for sentence in told)
    return frozenset().union(*named)


def _joined(told: Sequence[_Sentence]) -> str:
    return "\n".join(sentence.text for sentence in told)


def _days(told: Sequence[_Sentence]) -> frozenset[Day]:
    return frozenset((day.month, day.day) for day in calendar_days(_joined(told)))


def to_json(told: Profile) -> str:
    """A profile as short JSON."""
    record = [
        told.counts,
        *(sorted(words) for words in (told.head, told.lead, told.head_names, told.lead_names)),
        *(sorted(values) for values in (told.numbers, told.lead_numbers)),
        *(sorted(days) for days in (told.days, told.head_days)),
    ]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Profile:
    """What `to_json` wrote."""
    counts, *sets = json.loads(text)
    *words, days, head_days = sets
    as_days = (frozenset((month, day) for month, day in found) for found in (days, head_days))
    return Profile(counts, *map(frozenset, words), *as_days)
