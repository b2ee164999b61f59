"""Judges sentences by the words of one question and by the kind of thing it wants. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from bot.answers.amounts import (
    asks_of_people,
    counts_people,
    is_counted_by,
    is_counted_in,
    is_measure,
    tells_of_nobody,
    things_counted,
    units_asked,
)
from bot.answers.evidence import FoundSentence
from bot.answers.identities import who_asked
from bot.answers.kinds import asks_several, chooses, names_asked
from bot.answers.needed import asked_for, needed
from bot.answers.places import Place
from bot.answers.predicates import DOER_REACH, VERB_REACH, Told, is_passive, is_tied, predicate, tells_a_deed
from bot.answers.redundancy import Votes
from bot.answers.wanted import (
    answers_wanted,
    around_reasons,
    asks_age,
    asks_itself,
    is_asking_line,
    is_recalled,
    is_unsettled,
    tells_an_age,
    wanted_kinds,
)
from bot.answers.wording import without_context
from bot.language.dates import timestamp
from bot.models import Article, Question, Span, Wanted
from bot.search.coverage import Word, asked_words, closeness, names_share, plain_share, rarities, share
from bot.search.matcher import Matcher, Values, matcher_for

IN_SENTENCE = 1.0
IN_NEXT = 0.65  # the sentence before or after, when a pronoun points there
IN_TITLE = 0.6
IN_PASSAGE = 0.35
DETAILS = frozenset({"when", "where", "why"})  # what one sentence can tell without saying of what
ESSENTIAL_NAMES = 0.6
ESSENTIAL_PLAIN = 0.5  # the words that carry the question, in the sentence or beside it
ESSENTIAL = 0.55
NAMELESS = 0.7  # of the plain words, where no name tells which matter is meant
SHORT = 3  # words of a question of which each tells the matter
WANTED = 0.3  # a sentence that holds the kind of thing asked for
RANKED = 0.15  # the best passage against the last
IN_CONVERSATION = 0.3  # words carried over from the conversation: they help, nothing requires them
HELD_NOW = 0.6  # the same where it is asked who holds an office
FRESH = 0.12  # the newest of the places against the oldest: news corrects older news
CLOSE = 0.25  # words that stand together in the question stand together in the sentence
EARLY = 0.08  # what an article is about stands at its beginning
FOREIGN = 0.35  # of two sentences that tell the same the one in the asker's language is shown
TELLING = 3  # words typed besides the verb that together tell the same in other words
UNSETTLED = 0.1  # what may, could or would be, when something else is
BYGONE = 0.25  # what is told of an earlier year, which is not asked for
RECALLED = 0.15  # "he recalled that at the summit in May ...": the news is of another one
REASON_REACH = 1500  # characters of an article in which the reason stands for what its title tells
REASON_OWN = 0.2  # share of the question's words in that sentence itself
OTHERWISE = 0.9  # an amount of something else, where it is asked how many
PERHAPS = 0.6  # what only may be a reason, where it is asked why
WEAKLY = 0.4  # some other name, where it is asked who did it
MIN_WORDS = 4
OPENING = 24  # characters of a sentence in which its subject stands when it is a pronoun

DESIGNATION = re.compile(r"[^\W\d_]{1,3}-?\d{1,4}[^\W\d_]?")  # T-34, А-320

POINTERS = frozenset({
    "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "this", "these", "those",
    "он", "она", "оно", "они", "его", "её", "ее", "ему", "ей", "их", "им", "ими", "нем", "нём",
    "этот", "эта", "это", "эти", "этого", "этой", "этих", "там", "тогда",
})  # fmt: skip

Value = TypeVar("Value")


class Covered(NamedTuple):
    """How well a sentence covers the words of a question."""

    own: Values
    near: Values  # with what stands around it
    carried: Values  # the same for the words that the conversation carries; empty without any


class Judge:
    """One question against many places; words that all places hold count less."""

    def __init__(self, question: Question, words: Sequence[Word], places: Sequence[Place]) -> None:
        words, before = asked_for(question.text, words)
        self._question = question
        self._words = words
        self._needed = needed(question.text, words)
        self._key = _key_word(question, words)
        self._about = _told_of(question, words, self._key)
        self._units = units_asked(question.text) if question.wanted == "how_much" else frozenset[str]()
        counts = question.wanted == "how_much" and not self._units
        self._counted = things_counted(question.text) if counts else frozenset[str]()
        self._who = who_asked(question, words, self._key)
        self._fresh = HELD_NOW if self._who and (self._who.office or self._who.heads) else FRESH
        self._of_people = question.wanted == "how_much" and asks_of_people(question.text)
        self._of_age = asks_age(question.text)
        period = question.period.words if question.period else ""
        self._carried = (*asked_words(f"{question.context} {period}"), *before)
        self._wanted = wanted_kinds(question)
        self._else = _worth_of_another(self._wanted, self._who is not None, bool(self._counted))
        self._matcher = matcher_for(tuple(words))
        wholes = [[(text, IN_SENTENCE) for text in place.texts] for place in places]
        self._rarity = rarities([self._matcher.matches(*whole) for whole in wholes])
        self._moments = sorted({timestamp(place.article.published) for place in places})
        self._seen: dict[tuple[int, tuple[Span, ...]], list[Covered]] = {}
        self._votes = self._voted(places) if chooses(question) else None

    def _voted(self, places: Sequence[Place]) -> Votes:
        """What the places have to say of which name is asked for."""
        told = (
            [
                (text, share(self._words, one.near))
                for text, one in zip(place.texts, self._covered(place), strict=True)
            ]
            for place in places
        )
        worth = [(1.0 + place.rank) / 2 for place in places]
        kind = [word for at, word in enumerate(self._words) if at not in self._needed]
        known = names_asked(self._question.text)
        several = asks_several(self._question.text)
        return Votes(self._words, zip(worth, told, strict=True), kind, known, several=several)

    def sentences(self, place: Place) -> list[FoundSentence]:
        """The sentences of a place that cover any of the words, with scores."""
        return self._scored(place, enumerate(self._covered(place)))

    def answering(self, place: Place) -> list[FoundSentence]:
        """Those of them that have what the question cannot do without; most have not and are not scored."""
        pairs = enumerate(self._covered(place))
        scored = self._scored(place, (pair for pair in pairs if self._is_essential(place, *pair)))
        return [found for found in scored if self._answers(found)]

    def _is_essential(self, place: Place, position: int, covered: Covered) -> bool:
        """Whether the essential words are there, or the same is told in other words."""
        if essential(self._those_needed(self._words), self._those_needed(covered.near)):
            return True
        who, text = self._who, place.texts[position]
        return who is not None and who.is_told_otherwise(text)

    def _those_needed(self, values: Sequence[Value]) -> list[Value]:
        return [values[at] for at in self._needed]

    def _covered(self, place: Place) -> list[Covered]:
        """Of every sentence; votes and answers look at the same."""
        key = place.article.id, place.sentences
        if key not in self._seen:
            self._seen[key] = self._cover(place)
        return self._seen[key]

    def _cover(self, place: Place) -> list[Covered]:
        near = _nearby(self._matcher, place)
        carried = _nearby(matcher_for(self._carried), place) if self._carried else [()] * len(near)
        return [Covered(self._matcher.of(place.texts[at]), near[at], carried[at]) for at in range(len(near))]

    def _scored(self, place: Place, covered: Iterable[tuple[int, Covered]]) -> list[FoundSentence]:
        found = (self._sentence(place, position, one) for position, one in covered)
        return [one for one in found if one is not None]

    def _sentence(self, place: Place, position: int, covered: Covered) -> FoundSentence | None:
        text, span = place.texts[position], place.sentences[position]
        own = share(self._words, covered.own, self._rarity)
        if not own or is_thin(text, place.article):
            return None
        bygone = self._who is not None and self._who.is_bygone(text, place.article)
        kind = min(self._kind(text), WEAKLY) if bygone else self._kind(text)
        near = share(self._words, covered.near, self._rarity)
        score = 0.5 * own + 0.5 * near + WANTED * kind
        score += IN_CONVERSATION * share(self._carried, covered.carried) if self._carried else 0.0
        score += RANKED * place.rank + self._fresh * self._freshness(place.article)
        score += CLOSE * closeness(self._words, text, covered.own)
        score += EARLY * (1 - span.start / len(place.article.text))
        score -= self._stale(text) + BYGONE * bygone
        score -= FOREIGN if place.article.language != self._question.language else 0.0
        return FoundSentence(span, place.article, score, None, covered.near, own, kind)

    def _stale(self, text: str) -> float:
        """What a sentence loses that tells what may be, or looks back."""
        recalled = self._question.wanted in {"when", "where"} and is_recalled(text)
        return UNSETTLED * is_unsettled(text) + RECALLED * recalled

    def _freshness(self, article: Article) -> float:
        """From 0 for the oldest place to 1 for the newest."""
        return (self._moments.index(timestamp(article.published)) + 1) / len(self._moments)

    def _answers(self, found: FoundSentence) -> bool:
        """Whether a sentence with the essential words has what is asked for, told of the right one."""
        if is_asking_line(found.text) or not self._has_designations(found) or not self._names_matter(found):
            return False
        if not self._is_of_kind(found):
            return False
        if self._key is None or self._gives_reason(found) or self._names_doer(found):
            return True
        if self._who is not None and self._who.is_reversed(found.text):
            return False
        return self._tells(found, found.text, self._key)

    def _is_of_kind(self, found: FoundSentence) -> bool:
        """Whether a sentence has the kind of thing asked for, as far as an answer must have it."""
        text, wanted = found.text, self._question.wanted
        if self._who is not None:
            return found.kind >= 1.0 or self._who.is_done(text)
        if wanted == "how_much":
            return found.kind > 0 and self._counts(text)
        if self._votes is not None and not self._votes.may_answer(text):
            return False
        merely_asks = asks_itself(text) or (wanted in DETAILS and not self._holds_key(text))
        return found.kind > 0 or not merely_asks

    def _holds_key(self, text: str) -> bool:
        return self._key is None or self._matcher.of(text)[self._words.index(self._key)] > 0

    def _has_designations(self, found: FoundSentence) -> bool:
        """Whether all with a number in their names are there: no other tank is a T-34."""
        pairs = zip(self._words, found.matches, strict=True)
        return all(value > IN_PASSAGE for word, value in pairs if DESIGNATION.fullmatch(word.text))

    def _names_matter(self, found: FoundSentence) -> bool:
        """Whether nearly all of a short question without names is told there: else it is another matter."""
        named = any(word.name for word in self._words) or len(self._words) > SHORT
        if self._question.wanted not in DETAILS or named:
            return True
        return plain_share(self._words, _beside(found.matches)) >= NAMELESS

    def _counts(self, text: str) -> bool:
        """Whether an amount stands by the one thing that the question is about: "how long is the bridge?"."""
        free = self._of_age or not self._units or len(self._words) > 1
        return free or is_counted_by(text, self._units, self._words)

    def _tells(self, found: FoundSentence, text: str, key: Word) -> bool:
        """Whether what the question asserts is told there, of the one that it names."""
        at = self._words.index(key)
        # who did it stands with the deed
        beside = found.matches[at] > IN_TITLE and self._question.wanted != "who"
        if not beside and not self._holds_key(text):
            return found.kind > 0 and self._is_told_otherwise(found, at)
        return self._about is None or is_tied(text, self._about)

    def _is_told_otherwise(self, found: FoundSentence, key: int) -> bool:
        """Whether all words but the key are there, and enough of them were typed, not carried."""
        rest = [pair for at, pair in enumerate(zip(self._words, found.matches, strict=True)) if at != key]
        typed = sum(word.text in self._question.text for word, _ in rest)
        return typed >= TELLING and min(value for _, value in rest) > IN_PASSAGE

    def _gives_reason(self, found: FoundSentence) -> bool:
        """Whether the title tells the deed and all that is asked, and a sentence near it has a reason."""
        if self._question.wanted != "why" or not found.kind or self._holds_key(found.text):
            return False
        near = found.span.start < REASON_REACH and found.own >= REASON_OWN
        return near and min(found.matches) >= IN_TITLE

    def _names_doer(self, found: FoundSentence) -> bool:
        return self._who is not None and found.kind >= 1.0

    def concerns(self, found: FoundSentence) -> bool:
        """Whether a sentence is on the same matter, for courses of events."""
        return relevant(self._words, found.matches)

    def _kind(self, text: str) -> float:
        """What share of the kinds of things asked for a sentence holds."""
        if self._of_age:
            return float(tells_an_age(text, self._words))
        if self._units and not is_counted_in(text, self._units):
            return 0.0
        if self._of_people:
            return float(counts_people(text, frozenset[str]().union(*(word.forms for word in self._words))))
        if self._is_just_that(text):
            return 1.0
        if self._votes is not None:
            return self._votes.worth(text)
        held = sum(answers_wanted(kind, text, self._words) for kind in self._wanted) / len(self._wanted)
        return held * self._else

    def _is_just_that(self, text: str) -> bool:
        """Whether a sentence has the number of the thing counted, a reason that it calls one, who did it."""
        if self._who is not None:
            return self._who.is_told(text)
        if self._wanted == ("why",):
            return any(map(self._holds_key, around_reasons(text, self._question.standalone)))
        return bool(self._counted) and is_counted_in(text, self._counted)


def _worth_of_another(wanted: Sequence[Wanted], who: bool, counted: bool) -> float:
    """What a thing of the kind asked for counts that is not just the one asked for."""
    if who:
        return WEAKLY
    if tuple(wanted) == ("why",):
        return PERHAPS
    return OTHERWISE if counted else 1.0


def _nearby(matcher: Matcher, place: Place) -> list[Values]:
    """How each sentence of a place covers words together with what stands around it, each with its worth."""
    around = matcher.matches((place.article.title, IN_TITLE), *((text, IN_PASSAGE) for text in place.texts))
    found: list[Values] = []
    for position, text in enumerate(place.texts):
        worth = IN_NEXT if points_back(text) or tells_of_nobody(text) else IN_PASSAGE
        beside = (*place.texts[max(0, position - 1) : position], *place.texts[position + 1 : position + 2])
        own = matcher.matches((text, IN_SENTENCE), *((one, worth) for one in beside))
        found.append(tuple(map(max, own, around)))
    return found


def _key_word(question: Question, words: Sequence[Word]) -> Word | None:
    """The word of the question that says what was done or was so, unless it only names a measure."""
    if question.intent != "fact" or question.wanted in {"what", "which"}:
        return None
    key = predicate(_asserting(question))
    return next((word for word in words if word.text == key and not is_measure(key)), None)


def _asserting(question: Question) -> str:
    """The part of a question that asserts something: its own words, else those carried into it."""
    if not question.context:
        return question.standalone or question.text
    own, carried = without_context(question.standalone or question.text)
    return own if predicate(own) else carried


def _told_of(question: Question, words: Sequence[Word], key: Word | None) -> Told | None:
    """The names of which the key word is told: "when did Orlov | resign", "where was | arrested | Orlov"."""
    who = question.wanted == "who"
    if key is None or question.wanted == "how_much" or not tells_a_deed(_asserting(question), key.text):
        return None
    if who and len(words) > words.index(key) + 2:
        return None
    names = _names_beside(words, words.index(key))
    reach = DOER_REACH if who else VERB_REACH
    return Told(names, key, is_passive(_asserting(question)), reach) if names else None


def _names_beside(words: Sequence[Word], place: int) -> tuple[Word, ...]:
    return tuple(word for word in words[max(0, place - 1) : place + 2] if word.name)


def essential(words: Sequence[Word], matches: Sequence[float]) -> bool:
    """Whether names and carrying words are there, in the sentence, beside it or in the title."""
    near = _beside(matches)
    return (
        share(words, near) >= ESSENTIAL
        and names_share(words, near) >= ESSENTIAL_NAMES
        and plain_share(words, near) >= ESSENTIAL_PLAIN
    )


def _beside(matches: Sequence[float]) -> list[float]:
    """Matches without those that only the rest of the passage has."""
    return [value if value > IN_PASSAGE else 0.0 for value in matches]


def relevant(words: Sequence[Word], matches: Sequence[float]) -> bool:
    """Whether the names and half of all are there: the course of a conflict need not repeat that word."""
    if not any(word.name for word in words):
        return essential(words, matches)
    near = _beside(matches)
    return names_share(words, near) >= ESSENTIAL_NAMES and share(words, near) >= ESSENTIAL


def is_thin(text: str, article: Article) -> bool:
    """Too short to tell anything: a heading, but not "Nobody was hurt."; or the title once more."""
    least = MIN_WORDS - text.rstrip().endswith((".", "!", ".”", ".»"))
    return len(re.findall(r"\w+", text)) < least or text.rstrip(" .") in article.title


def opens_with_pronoun(text: str) -> bool:
    """Whether a sentence is about somebody or something that only the one before names."""
    return points_back(text[:OPENING])


def points_back(text: str) -> bool:
    """Whether a sentence speaks of something in the one before."""
    return not POINTERS.isdisjoint(re.findall(r"\w+", text.lower()))
