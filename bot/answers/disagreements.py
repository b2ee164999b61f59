"""What sources tell differently of one event: pairs of sentences, one of each source; meant to be sure.

Two sources differ where both tell one thing with another figure, or one denies what the other tells, within
two days and in one story. Where the article of one holds the figure of the other, too, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, islice

from bot.answers.compose import Composed, numbered, sentence_claim
from bot.answers.conflicts import conflict, figures
from bot.answers.evidence import Evidence, FoundSentence
from bot.answers.gate import passes
from bot.answers.leads import is_about
from bot.answers.library import Library
from bot.answers.phrases import phrase
from bot.answers.places import find_places, question_words, readable_sentences
from bot.answers.storylines import members, storylines
from bot.language.dates import timestamp
from bot.models import Article, Claim, Question
from bot.search.coverage import asked_words

MOST = 4  # points of an answer
STORIES = 40  # of several sources that are looked through, the newest first when no matter is named
NEWEST = 400  # articles that these are chosen from
ARTICLES = 8  # of a story, the newest
SENTENCES = 30  # of an article, when a matter is named ...
OPENING = 12  # ... and when many stories are looked through
APART = 2 * 86_400  # seconds between two reports of one state of things
PASSAGES = 24


Pair = tuple[FoundSentence, FoundSentence]  # that tell one thing in two ways


def disagreements(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """Pairs of sentences that differ, the two of a pair in a row, the earlier first; one pair a point."""
    found: list[FoundSentence] = []
    length = SENTENCES if question.topic else OPENING
    for articles in _stories(question, library, now):
        for one, other in _differences(articles, library, length):
            if len(found) < 2 * MOST and not {_place(one), _place(other)} & set(map(_place, found)):
                found += sorted((one, other), key=lambda part: timestamp(part.article.published))
    return found


def _place(found: FoundSentence) -> tuple[int, int]:
    return found.article.id, found.span.start


def _stories(question: Question, library: Library, now: datetime) -> Iterator[list[Article]]:
    """The articles of each story to look through: those of the matter, else the newest."""
    sought = question_words(question) if question.topic else ""
    if sought:
        words = asked_words(sought)
        places = find_places(question, sought, library, now, PASSAGES)
        articles = list(dict.fromkeys(place.article for place in places))
        articles = [article for article in articles if is_about(article, words, library)]
    else:
        articles = library.newest_articles(now, question.period, NEWEST)
    lines = dict.fromkeys(storylines(articles, library).values())
    told = (members(line, library, now, question.period) for line in lines)
    several = (held for held in told if len({article.source for article in held if article.source}) > 1)
    yield from (held[-ARTICLES:] for held in islice(several, STORIES))


def _differences(articles: Sequence[Article], library: Library, length: int) -> Iterator[Pair]:
    sentences = {article.id: _sentences(article, library)[:length] for article in articles}
    for one, other in combinations(articles, 2):
        if one.source and other.source and one.source != other.source and _are_near(one, other):
            yield from _between(sentences[one.id], sentences[other.id])


def _are_near(one: Article, other: Article) -> bool:
    if not one.published or not other.published:
        return False
    return abs(timestamp(one.published) - timestamp(other.published)) <= APART


def _between(ours: Sequence[FoundSentence], theirs: Sequence[FoundSentence]) -> Iterator[Pair]:
    for one in ours:
        for other in theirs:
            found = conflict(one.text, other.text)
            if found and not (found.kind == "figure" and _is_explained(one, other)):
                yield one, other


def _is_explained(one: FoundSentence, other: FoundSentence) -> bool:
    """Whether one of two articles holds the differing figure of the other one, too."""
    mine, theirs = figures(one.text), figures(other.text)
    for counted in mine.keys() & theirs.keys():
        held = {figure.value for figure in figures(one.article.text).get(counted, ())}
        others = {figure.value for figure in figures(other.article.text).get(counted, ())}
        if theirs[counted][0].value in held or mine[counted][0].value in others:
            return True
    return False


def _sentences(article: Article, library: Library) -> list[FoundSentence]:
    """The sentences of an article that are worth reading."""
    return [FoundSentence(span, article) for span in readable_sentences(article, library)]


def compose_disagreements(question: Question, evidence: Evidence) -> Composed:
    """Each pair side by side, with source and figure; one of which a sentence fails is left out."""
    claims: list[Claim] = []
    for one, other in zip(evidence.sentences[::2], evidence.sentences[1::2], strict=True):
        differing = conflict(one.text, other.text)
        pair = [sentence_claim(part) for part in (one, other)]
        if differing and all(map(_is_supported, pair, (one, other))):
            number = len(claims) // 2 + 1
            shown = (differing.one, differing.other) if differing.kind == "figure" else ("", "")
            claims += [
                replace(claim, note=_note(number, part, words))
                for claim, part, words in zip(pair, (one, other), shown, strict=True)
            ]
    remark = phrase("sources_differ", question.language, number=str(len(claims) // 2)) if claims else ""
    return Composed(numbered(claims), remark=remark)


def _is_supported(claim: Claim, found: FoundSentence) -> bool:
    ledger = (found.statement,) if found.statement else ()
    return passes(claim, {found.article.id: found.article}, ledger)


def _note(number: int, found: FoundSentence, words: str) -> str:
    """The number of the point, the source, and the figure where one differs."""
    return ": ".join(filter(None, (f"{number}. {found.article.source}", words)))
