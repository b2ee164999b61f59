"""Statements for a question: who said what, about what, in which period; an unrelated one never counts.

It asks the library and judges by words; it knows nothing of how claims are written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.answers.evidence import FoundStatement
from bot.answers.library import Library
from bot.answers.moments import SLACK, said_in, since, until, visible
from bot.answers.places import names_a_day
from bot.answers.predicates import PREPOSITIONS
from bot.answers.relevance import firm_share, judge, text_of
from bot.answers.wanted import answers_wanted
from bot.language.lemmas import is_stop
from bot.language.translate import translations
from bot.models import Article, AskedSpeaker, Language, Period, Question, Statement
from bot.search.coverage import Word, asked_words, telling_words, text_share
from bot.search.matcher import matcher_for
from bot.statements.cues import is_silent

WHOLLY = 0.99  # share of a topic from which a statement covers it in its own words
LEAST = 0.01
NEAR_OWN = 0.6  # of who else may have said something, those that cover it nearly as well themselves
COURSES = frozenset({"position", "timeline"})  # of what somebody said
FEW = 3  # statements that make no course
NEAR_FIRST = 0.75
LONGEST_SPEAKER = 7  # words
LONGEST_BODY = 5  # letters of an abbreviation: "NATO"


def said(question: Question, library: Library, now: datetime) -> list[FoundStatement]:
    """Statements of every asked speaker on the topic and within the period, best first for each."""
    found = _said(question, library, now)
    if found or question.period is None or not (question.topic and names_a_day(question.period)):
        return found
    # "on the attack of 6 January" may be asked of words of any later day
    named = f"{question.topic} {question.period.words}"
    day = asked_words(question.period.words)
    later = _said(replace(question, topic=named, period=None), library, now)
    return [one for one in later if _covers_all(day, text_of(one.article, [one.statement.context]))]


def _said(question: Question, library: Library, now: datetime) -> list[FoundStatement]:
    found: list[FoundStatement] = []
    for asked in question.speakers:
        statements = _of_speaker(asked, question, library, now)
        strict = question.intent != "timeline"  # the course of a case need not repeat the word "case"
        on_topic = judge(statements, question.topic, library, now, strict)
        if question.context and not question.topic:
            on_topic = judge(statements, question.context, library, now) or on_topic
        named = _telling_of(_persons(question.topic, library), on_topic)
        own = own_words(named, question.topic, WHOLLY, LEAST)
        if len(own) < FEW:  # in an article on the matter hardly anybody names it in every sentence
            titled = _with_titled(own, named, question.topic, question.language)
            own = named if question.intent in COURSES else titled
        found += [replace(one, asked=asked) for one in _with_figures(_spoken(own), question)]
    return found


def _spoken(found: list[FoundStatement]) -> list[FoundStatement]:
    """Without what somebody merely saw, decided or celebrated, where a few told their words."""
    spoken = [one for one in found if one.statement.kind != "indirect" or not is_silent(one.statement.cue)]
    return spoken if len(spoken) >= FEW else found


def _with_figures(found: list[FoundStatement], question: Question) -> list[FoundStatement]:
    """Where a number is asked for, the statements that hold one, if any do: "how much, said Orlov, ...?"."""
    if question.wanted != "how_much":
        return found
    words = asked_words(question.topic)
    telling = [
        one for one in found if answers_wanted("how_much", text_of(one.article, one.statement.spans), words)
    ]
    return telling or found


def _with_titled(
    own: list[FoundStatement], named: Sequence[FoundStatement], topic: str, language: Language
) -> list[FoundStatement]:
    """Behind those with own words on a topic the ones of articles whose title names all of it.

    Until there are a few in the asker's language.
    """
    words = asked_words(topic)
    further = [one for one in named if one not in own and firm_share(words, one.article.title) >= WHOLLY]
    read = [one for one in further if one.article.language == language] or further
    return [*own, *read[: FEW - sum(one.article.language == language for one in own)]]


def first_of(found: Sequence[FoundStatement], topic: str) -> list[FoundStatement]:
    """Those that cover a topic about as well as any in their own words: for "when did he first say so?"."""
    return own_words(found, topic, 0.0, NEAR_FIRST)


def _of_speaker(asked: AskedSpeaker, question: Question, library: Library, now: datetime) -> list[Statement]:
    if is_body(asked):
        asked = replace(asked, ids=(*asked.ids, *library.spokespersons(asked.words)))
    if not asked.ids:
        return []
    period, matter = question.period, question.topic or question.context
    found = in_period(_candidates(asked, matter, period, library, now), period, library, now)
    if found or period is None or not names_a_day(period):
        return found
    # Undated articles are outside every bound, but their sentences may name the day.
    return in_period(_candidates(asked, period.words, None, library, now), period, library, now)


def _candidates(
    asked: AskedSpeaker, topic: str, period: Period | None, library: Library, now: datetime
) -> list[Statement]:
    slack = _slack(period)
    newest = library.newest_statements(asked.ids, now, since(period, slack), until(period, now, slack))
    if topic:
        newest += library.statements_about(topic, now, asked.ids, _wider(period, slack))
    return list({statement.id: statement for statement in newest}.values())


def about(words: str, question: Question, library: Library, now: datetime) -> list[FoundStatement]:
    """Statements of anyone on some words, best first."""
    period = question.period
    spoken = library.statements_about(words, now, (), _wider(period, _slack(period)))
    statements = [one for one in spoken if is_somebody(one.speaker)]
    found = judge(in_period(statements, period, library, now), words, library, now)
    return own_words(found, words, 0.0, NEAR_OWN)


def is_somebody(speaker: str | None) -> bool:
    """Whether a name can stand over words: no half of a sentence, nor "Among them"."""
    words = (speaker or "").split()
    first = words[0].lower() if words else ""
    is_small = is_stop(first) and not any(word[:1].isupper() for word in words[1:])  # Will Smith is somebody
    return 0 < len(words) <= LONGEST_SPEAKER and not is_small and first not in PREPOSITIONS


def own_words(
    found: Sequence[FoundStatement], topic: str, best_from: float, near: float
) -> list[FoundStatement]:
    """Those that are on a topic in their own words, when the best is so: all from a share `near` of it.

    What covers the topic by its title or neighbourhood alone, or by a rare reading of a word, falls away.
    """
    words = asked_words(topic)
    shares = [firm_share(words, text_of(one.article, [one.statement.context])) for one in found]
    best = max(shares, default=0.0)
    if not words or best <= best_from:
        return list(found)
    return [one for one, share_ in zip(found, shares, strict=True) if share_ >= near * best]


def _persons(topic: str, library: Library) -> list[frozenset[str]]:
    """The name forms of every word of the persons that a topic names in full."""
    named = (match for match in library.directory().mentions(topic) if match.how == "name")
    full = [match.words for match in named if " " in match.words]
    return [_name_forms(word.forms) for words in full for word in asked_words(words) if word.name]


def _name_forms(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form for form in forms if form.startswith("@"))


def _telling_of(names: Sequence[frozenset[str]], found: list[FoundStatement]) -> list[FoundStatement]:
    """Those in whose articles all the names occur."""
    sought = tuple(Word("", forms, frozenset(), frozenset(), name=True) for forms in names if forms)
    if not sought:
        return found
    matcher = matcher_for(sought)  # makes no terms of most words: an article may have thousands
    return [one for one in found if all(matcher.of(one.article.text))]


def relayed(
    question: Question, relayer: AskedSpeaker, library: Library, now: datetime
) -> list[FoundStatement]:
    """What somebody told of the words of others: his statements whose context names them."""
    names = [speaker.name for speaker in question.speakers if speaker.ids != relayer.ids]
    topic = " ".join(filter(None, (*names, question.topic)))
    asked = replace(question, speakers=(relayer,), topic=topic)
    found = said(asked, library, now) or (
        said(replace(asked, topic=" ".join(names)), library, now) if names else []
    )
    naming = asked_words(" ".join(name.split()[-1] for name in names))
    return [one for one in found if _covers_all(naming, text_of(one.article, [one.statement.context]))]


def is_body(speaker: AskedSpeaker) -> bool:
    """A country or body, for which others may speak: "the US", "NATO", "the Kremlin"."""
    parts = telling_words(speaker.words)
    known = [
        part for part in parts if translations(part.lower()) or (part.isupper() and len(part) <= LONGEST_BODY)
    ]
    return bool(parts) and len(known) == len(parts)


def in_period(
    statements: Iterable[Statement], period: Period | None, library: Library, now: datetime
) -> list[Statement]:
    """Those said within the period, of articles that are visible."""
    held = list(statements)
    articles = library.articles(statement.article_id for statement in held)
    return [
        statement
        for statement in held
        if (article := articles.get(statement.article_id)) is not None
        and visible(article, now)
        and (period is None or said_in(statement, article, period) or _spelled(statement, article, period))
    ]


def _spelled(statement: Statement, article: Article, period: Period) -> bool:
    """An undated article that names the asked day in the sentences of the statement."""
    if article.published or statement.said_on or not period.words:
        return False
    words = asked_words(period.words)
    return bool(words) and _covers_all(words, text_of(article, [statement.context]))


def _covers_all(words: Sequence[Word], text: str) -> bool:
    return text_share(words, text) > 1.0 - 1e-6


def _slack(period: Period | None) -> timedelta:
    return SLACK if period else timedelta()


def _wider(period: Period | None, slack: timedelta) -> Period | None:
    if period is None:
        return None
    start, end = period.start, period.end
    return Period(start - slack if start else None, end + slack if end else None, period.words)
