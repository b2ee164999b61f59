"""The nearest things held when something was not found: articles, a mere mention; it states no answer."""

import re
from datetime import datetime

from bot.answers.amounts import countable, is_figure
from bot.answers.evidence import Mention, Nearest
from bot.answers.library import Library
from bot.answers.moments import visible
from bot.answers.places import passage_sentences, question_words
from bot.language.numbers import numbers
from bot.models import Article, AskedSpeaker, Question, Span, Statement
from bot.search.coverage import Word, asked_words, names_share, share
from bot.search.matcher import matcher_for
from bot.search.weights import IN_TITLE

TITLES = 3
CLAUSE = re.compile(r"[;:–—]\s+")
LONGEST_CLAUSE = 220
FIGURE_PASSAGES = 6
FIGURE_NEAR = 0.75  # share of what was asserted, but for its figure
NEAR = 0.4  # share of the question's words from which an article is worth naming


def nearest(question: Question, library: Library, now: datetime) -> Nearest:
    """What to offer instead of an answer."""
    titles: list[str] = []
    mention: Mention | None = None
    unknown: list[str] = []
    for speaker in question.speakers:
        quoted = _quoted_in(speaker, library, now)
        titles += quoted
        if not quoted:
            told = _mentioned(speaker, library, now)
            mention = mention or next(filter(None, told), None)
            unknown += [] if told else [speaker.name]
    if not question.speakers:
        titles = _related(question, library, now)
    figure = _other_figure(question, library, now)
    return Nearest(tuple(dict.fromkeys(titles))[:TITLES], mention, figure, tuple(unknown))


def _other_figure(question: Question, library: Library, now: datetime) -> Mention | None:
    """A sentence with another figure of the thing whose figure was asserted: "is it true that 900 ...?"."""
    asserted = numbers(question.topic)
    if not asserted or question.speakers:
        return None
    sought = " ".join(word for word in question.topic.split() if not is_figure(word))
    words = asked_words(sought)
    best: tuple[float, Mention] | None = None
    for passage, article, _ in (
        library.passages(sought, now, question.period, FIGURE_PASSAGES) if words else ()
    ):
        for span in passage_sentences(passage, article):
            sentence = " ".join(article.text[span.start : span.end].split())
            covered = share(words, matcher_for(words).matches((sentence, 1.0), (article.title, IN_TITLE)))
            tells = bool(numbers(countable(sentence)) - asserted) and article.language == question.language
            if tells and covered >= FIGURE_NEAR and (best is None or covered > best[0]):
                best = covered, Mention(article.title, _clause(sentence, words))
    return best[1] if best else None


def _quoted_in(speaker: AskedSpeaker, library: Library, now: datetime) -> list[str]:
    """Titles of the newest articles that quote a speaker."""
    statements = library.newest_statements(speaker.ids, now, None, None)
    articles = library.articles(statement.article_id for statement in statements[:30])
    seen = (articles.get(statement.article_id) for statement in statements[:30])
    return list(dict.fromkeys(found.title for found in seen if found and visible(found, now)))[:TITLES]


def _mentioned(speaker: AskedSpeaker, library: Library, now: datetime) -> list[Mention | None]:
    """The clauses of articles that name somebody; None for one that names him as who speaks there."""
    words = asked_words(speaker.name)
    found: list[Mention | None] = []
    for passage, article, _ in library.passages(speaker.name, now, limit=5) if words else ():
        statements = library.statements_of(article.id)
        for span in passage_sentences(passage, article):
            sentence = " ".join(article.text[span.start : span.end].split())
            if _covers(words, sentence):
                speaks = any(_speaks(words, one, span, article) for one in statements)
                found.append(None if speaks else Mention(article.title, _clause(sentence, words)))
    return found


def _speaks(words: tuple[Word, ...], statement: Statement, sentence: Span, article: Article) -> bool:
    """Whether the words name the speaker of a statement within a sentence: that is no mere mention."""
    mention = statement.mention
    if mention is None or not sentence.start <= mention.start < sentence.end:
        return False
    return _covers(words, article.text[mention.start : mention.end])


def _clause(sentence: str, words: tuple[Word, ...]) -> str:
    """The part of a sentence that names somebody, not longer than a line or two."""
    parts = CLAUSE.split(sentence)
    part = next((part for part in parts if _covers(words, part)), sentence)
    return part if len(part) <= LONGEST_CLAUSE else part[:LONGEST_CLAUSE].rsplit(" ", 1)[0] + " …"


def _covers(words: tuple[Word, ...], text: str) -> bool:
    return share(words, matcher_for(words).of(text)) > 1.0 - 1e-6


def _related(question: Question, library: Library, now: datetime) -> list[str]:
    """Titles of articles that have to do with a question without answering it."""
    sought = question_words(question)
    words = asked_words(sought)
    if not words or not question.topic:
        return [article.title for article in library.newest_articles(now, None, TITLES)]
    titles: list[str] = []
    for passage, article, _ in library.passages(sought, now, question.period, TITLES * 2):
        text = article.text[passage.span.start : passage.span.end]
        matches = matcher_for(words).matches((text, 1.0), (article.title, 1.0))
        if share(words, matches) >= NEAR and names_share(words, matches) > 0:
            titles.append(article.title)
    return titles
