"""The few cited lines that tell what is new of a story, cut out of its articles by code.

Sentences that open its articles and a statement, none of which repeats another or what was told before. It
knows no subscriptions; the gate decides what is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.brackets import openings, with_name
from bot.answers.compose import flat, numbered, sentence_claim, statement_claim
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.answers.excerpts import split
from bot.answers.gate import passes
from bot.answers.judging import is_thin, opens_with_pronoun
from bot.answers.novelty import Telling, new_share, telling
from bot.answers.relevance import shown_parts
from bot.digests.known import UNKNOWN, Known
from bot.models import Article, AskedSpeaker, Claim, Span, Statement

LINES = 3  # of one story
LEADS = 2  # of them sentences, where a statement is worth a line
OPENING = 3  # sentences of an article that tell its event
LONGEST = 420  # characters of a line
SHORTEST = 40  # characters of a sentence that tells something
NEW_WORDS = 0.6  # of the words of a line, none of which stand in the lines before
NOTHING = Telling()


@dataclass(frozen=True, slots=True)
class Source:
    """An article with what is readable of it and what is said in it."""

    article: Article
    passages: Sequence[Span]
    statements: Sequence[Statement]


def lines(sources: Sequence[Source], before: Known = UNKNOWN, further: int = 0) -> tuple[Claim, ...]:
    """At most three claims of what some articles tell, the best article first; `before` is what was known.

    After them come so many `further` ones, none of which repeats another, as far as there are any.
    """
    told = NOTHING
    chosen: list[Claim] = []
    for limit, candidates in (
        (LEADS, _leads(sources)),
        (LINES, _statements(sources)),
        (LINES, _leads(sources)),
        (LINES + further // 2, _statements(sources) if further else ()),
        (LINES + further, _leads(sources) if further else ()),
    ):
        for claim in candidates:
            if len(chosen) == limit:
                break
            if not _is_told(claim, told, before):
                chosen.append(claim)
                told = told.and_(telling(claim.text))
    return numbered(chosen)


def _is_told(claim: Claim, told: Telling, before: Known) -> bool:
    """Whether a claim tells too little beside the lines told, or what was known."""
    is_repeated = bool(told.words) and new_share(telling(claim.text).words, told.words) <= NEW_WORDS
    return is_repeated or not before.lacks(claim.text)


def _leads(sources: Sequence[Source]) -> Iterator[Claim]:
    """The first sentence of every article, then the second of every one, and so on."""
    openings_ = [list(_opening(one)) for one in sources]
    for place in range(OPENING):
        for sentences in openings_:
            yield from sentences[place : place + 1]


def _opening(source: Source) -> Iterator[Claim]:
    article, found = source.article, 0
    for passage in source.passages[:OPENING]:
        for span in split(article, passage):
            text = flat(article, span)
            if found == OPENING:
                return
            if not is_thin(text, article) and len(text) >= SHORTEST:
                found += 1
                if len(text) <= LONGEST and not (found > 1 and opens_with_pronoun(text)):
                    yield from _passed(_sentence(span, source), source)


def _sentence(span: Span, source: Source) -> Claim:
    """A sentence; one that holds somebody's statement names him."""
    spoken = next((one for one in source.statements if one.speaker and one.context.meets(span)), None)
    return sentence_claim(FoundSentence(span, source.article, statement=spoken))


def _statements(sources: Sequence[Source]) -> Iterator[Claim]:
    """Statements of named speakers: direct ones first, the best article first."""
    named = [
        (one.kind == "indirect", place, number, source, one)
        for place, source in enumerate(sources)
        for number, one in enumerate(source.statements)
        if one.speaker and one.speaker_kind == "person" and not one.declined
    ]
    for *_, source, statement in sorted(named, key=lambda held: held[:3]):
        claim = spoken(statement, source)
        if claim and SHORTEST <= len(claim.text) <= LONGEST:
            yield claim


def spoken(statement: Statement, source: Source, asked: AskedSpeaker | None = None) -> Claim | None:
    """A statement as a claim, with the name where it opens with a pronoun; None when the gate refuses it.

    `asked` gives the name under which its speaker is shown.
    """
    parts = shown_parts(statement, tuple(source.passages))
    found = FoundStatement(statement, source.article, asked=asked, parts=parts)
    claim = with_name(statement_claim(found), openings(Evidence(statements=(found,))))
    return next(_passed(claim, source), None)


def _passed(claim: Claim, source: Source) -> Iterator[Claim]:
    if passes(claim, {source.article.id: source.article}, source.statements):
        yield claim
