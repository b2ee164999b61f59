"""Judges sentences by the words of one question and by the kind of thing it wants. Pure."""

import re
from collections.abc import Sequence

from bot.answers.evidence import FoundSentence
from bot.answers.places import Place
from bot.answers.wanted import answers_wanted, is_unsettled, wanted_kinds
from bot.language.dates import timestamp
from bot.models import Article, Question
from bot.search.coverage import (
    Bag,
    Word,
    asked_words,
    bag,
    best_matches,
    closeness,
    joined,
    names_share,
    plain_share,
    rarities,
    share,
)

IN_SENTENCE = 1.0
IN_NEXT = 0.65  # the sentence before or after, when a pronoun points there
IN_TITLE = 0.6
IN_PASSAGE = 0.35
ESSENTIAL_NAMES = 0.6
ESSENTIAL_PLAIN = 0.5  # the words that carry the question, in the sentence or beside it
ESSENTIAL = 0.55
WANTED = 0.3  # a sentence that holds the kind of thing asked for
RANKED = 0.15  # the best passage against the last
IN_CONVERSATION = 0.3  # words carried over from the conversation: they help, nothing requires them
FRESH = 0.12  # the newest of the places against the oldest: news corrects older news
CLOSE = 0.25  # words that stand together in the question stand together in the sentence
EARLY = 0.08  # what an article is about stands at its beginning
UNSETTLED = 0.1  # what may, could or would be, when something else is
MIN_WORDS = 4

POINTS_BACK = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|this|these|those"
    r"|он|она|оно|они|его|её|ее|ему|ей|их|им|ними|нем|нём|этот|эта|это|эти|этого|этой|этих|там|тогда)\b",
    re.IGNORECASE,
)

Spots = Sequence[tuple[Bag, float]]


class Judge:
    """One question against many places; words that all places hold count less."""

    def __init__(self, question: Question, words: Sequence[Word], places: Sequence[Place]) -> None:
        self._words = words
        period = question.period.words if question.period else ""
        self._carried = asked_words(f"{question.context} {period}")
        self._wanted = wanted_kinds(question)
        self._rarity = rarities(words, [joined([bag(text) for text in place.texts]) for place in places])
        self._moments = sorted({timestamp(place.article.published) for place in places})

    def sentences(self, place: Place) -> list[FoundSentence]:
        """The sentences of a place that cover any of the words, with scores."""
        found: list[FoundSentence] = []
        bags = [bag(text) for text in place.texts]
        whole = (joined(bags), IN_PASSAGE)
        title = (bag(place.article.title), IN_TITLE)
        for position, (span, text) in enumerate(zip(place.sentences, place.texts, strict=True)):
            in_own = best_matches(self._words, [(bags[position], IN_SENTENCE)])
            own = share(self._words, in_own, self._rarity)
            if own and not is_thin(text, place.article):
                nearby = IN_NEXT if POINTS_BACK.search(text) else IN_PASSAGE
                beside = [*bags[max(0, position - 1) : position], *bags[position + 1 : position + 2]]
                spots = [(bags[position], IN_SENTENCE), *((one, nearby) for one in beside), title, whole]
                matches = best_matches(self._words, spots)
                near = share(self._words, matches, self._rarity)
                score = 0.5 * own + 0.5 * near + self._kind(text, spots)
                score += RANKED * place.rank + FRESH * self._freshness(place.article)
                score += CLOSE * closeness(self._words, text)
                score += EARLY * (1 - span.start / len(place.article.text))
                found.append(FoundSentence(span, place.article, score, None, matches))
        return found

    def _freshness(self, article: Article) -> float:
        """From 0 for the oldest place to 1 for the newest."""
        return (self._moments.index(timestamp(article.published)) + 1) / len(self._moments)

    def answers(self, found: FoundSentence) -> bool:
        """Whether a sentence has what the question cannot do without."""
        return essential(self._words, found.matches)

    def concerns(self, found: FoundSentence) -> bool:
        """Whether a sentence is on the same matter, for courses of events."""
        return relevant(self._words, found.matches)

    def _kind(self, text: str, spots: Spots) -> float:
        """What a sentence gains or loses by its kind, and by the conversation."""
        held = sum(answers_wanted(kind, text, self._words) for kind in self._wanted)
        gain = WANTED * held / len(self._wanted)
        if self._carried:
            gain += IN_CONVERSATION * share(self._carried, best_matches(self._carried, spots))
        return gain - (UNSETTLED if is_unsettled(text) else 0.0)


def essential(words: Sequence[Word], matches: Sequence[float]) -> bool:
    """Whether names and carrying words are there, in the sentence, beside it or in the title."""
    near = [value if value > IN_PASSAGE else 0.0 for value in matches]
    return (
        share(words, near) >= ESSENTIAL
        and names_share(words, near) >= ESSENTIAL_NAMES
        and plain_share(words, near) >= ESSENTIAL_PLAIN
    )


def relevant(words: Sequence[Word], matches: Sequence[float]) -> bool:
    """Whether the names and half of all are there: the course of a conflict need not repeat that word."""
    if not any(word.name for word in words):
        return essential(words, matches)
    near = [value if value > IN_PASSAGE else 0.0 for value in matches]
    return names_share(words, near) >= ESSENTIAL_NAMES and share(words, near) >= ESSENTIAL


def is_thin(text: str, article: Article) -> bool:
    """Too short to tell anything: a heading, a remainder; or the title once more."""
    return len(re.findall(r"\w+", text)) < MIN_WORDS or text.rstrip(" .") in article.title
