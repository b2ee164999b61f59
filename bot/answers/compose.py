"""Claims from evidence: the words of the articles, duplicates merged, ordered, numbered. Pure.

A claim's text is a verbatim part of an article, at most with a name of ours in brackets before it; it knows
nothing of how an answer looks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import is_

from bot.answers.brackets import openings, surnames, with_full_name, with_name
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.answers.excerpts import excerpts
from bot.answers.gate import passes, same_speaker
from bot.answers.moments import said_when
from bot.language.dates import timestamp
from bot.language.lemmas import content_words
from bot.language.numbers import numbers
from bot.models import Article, AskedSpeaker, Citation, Claim, ClaimKind, Intent, Language, Question, Span
from bot.search.coverage import asked_words, bag, text_share

SAME = 0.8  # share of common word forms from which two claims say the same
WITHIN = 0.9  # share of the shorter one's forms in the longer
TITLE_WITHIN = 0.65  # a title repeats its article's lead in other words
MARKS: dict[Language, tuple[str, str]] = {"en": ("“", "”"), "ru": ("«", "»")}
QUOTATION_MARKS = '“”«»„"'
BY_TIME = frozenset({"said", "said_about"})
COURSES = frozenset({"timeline", "changes"})  # by time in whatever language
LIMIT = 5
LIMITS: dict[Intent, int] = {"fact": 3, "who_said": 4, "commented": 8, "timeline": 8, "changes": 6}
PER_SPEAKER = 3  # lines for each of several asked speakers
MOMENT, ARTICLE = 2, 3  # places in the order of a line
ADDS = 0.5  # share of a line's words, in translation, from which another line tells the same
ADDS_THAT_DAY = 0.25
DAY = 86_400  # seconds
CANDIDATES = 60  # statements of a speaker that lines are made of, best first; few answers show more than five
PER_ARTICLE = 2  # lines of one article where there are others


@dataclass(frozen=True, slots=True)
class Line:
    """A claim on its way into the answer, with where it stands there and which statements it shows."""

    claim: Claim
    order: tuple[int, bool, int, int, int]  # asked speaker, other language, moment, article, start
    statements: tuple[int, ...] = ()
    group: int = 0  # the asked speaker, by position


@dataclass(frozen=True, slots=True)
class Composed:
    """Claims as they are shown, numbered, and the ids of the statements that each of them shows."""

    claims: tuple[Claim, ...] = ()
    statements: tuple[tuple[int, ...], ...] = ()  # of each claim; none at all where no statement is shown
    remark: str = ""  # ours, on all of them

    @property
    def shown(self) -> tuple[int, ...]:
        """The ids of all statements that are shown."""
        return tuple(chain.from_iterable(self.statements))

    @property
    def lines(self) -> list[tuple[Claim, tuple[int, ...]]]:
        """Each claim with its statements."""
        return list(zip(self.claims, self.statements or ((),) * len(self.claims), strict=True))


def compose(question: Question, evidence: Evidence) -> Composed:
    """The best few claims of the evidence; one that the gate does not pass is left out."""
    found = [*statement_lines(question, evidence.statements), *_sentence_lines(question, evidence.sentences)]
    as_found = question.intent == "fact" and question.wanted == "how_much"  # the newest figure first
    lines = select(question, found if as_found else own_language_first(found, question.intent))
    if question.intent in COURSES:
        lines = sorted(lines, key=lambda line: line.order[MOMENT:])
    elif question.intent in BY_TIME or (evidence.sentences and question.intent == "event"):
        lines = sorted(lines, key=lambda line: line.order)
    return of_lines(_named(question, evidence, lines))


def _named(
    question: Question, evidence: Evidence, lines: Iterable[Line]
) -> list[tuple[Claim, tuple[int, ...]]]:
    """Claims, each with its statements, that name whom a pronoun, or an answer to "who?" a surname, means."""
    known, full = openings(evidence), surnames(evidence) if question.wanted == "who" else {}
    return [(with_full_name(with_name(line.claim, known), full), line.statements) for line in lines]


def of_lines(lines: Sequence[tuple[Claim, tuple[int, ...]]]) -> Composed:
    """Claims, each with the statements that it shows, in this order."""
    return Composed(numbered([claim for claim, _ in lines]), tuple(statements for _, statements in lines))


def followed(first: Composed, rest: Composed) -> Composed:
    """Claims and after them those of others that tell something else, as many as an answer has.

    What there is no room for is not shown, and left for later.
    """
    room = max(0, LIMIT - len(first.claims))
    fresh = [line for line in rest.lines if not any(repeats(line[0], other) for other in first.claims)]
    return of_lines([*first.lines, *fresh[:room]])


def own_language_first(found: Sequence[Line], intent: Intent = "said") -> list[Line]:
    """Lines in the asker's language, then those in the other one that tell something else.

    An event is told in one language: its articles in the other tell the same.
    """
    own = [line for line in found if not line.order[1]]
    if intent == "event" and own:
        return own
    return [*own, *(line for line in found if line.order[1] and not is_told(line, own))]


def is_told(line: Line, others: Iterable[Line]) -> bool:
    """Whether the same speaker says the same in another language; articles of a day tell of one event."""
    speaker = bag(line.claim.speaker or "").forms  # his name tells nothing of what he said
    told = asked_words(" ".join(content_words(line.claim.text)))
    words = [word for word in told if word.forms.isdisjoint(speaker)]
    same = (other for other in others if other.claim.speaker == line.claim.speaker)
    return any(
        text_share(words, other.claim.text) >= (ADDS_THAT_DAY if _one_day(line, other) else ADDS)
        for other in same
    )


def _one_day(one: Line, other: Line) -> bool:
    return abs(one.order[2] - other.order[2]) <= DAY


def select(question: Question, found: Iterable[Line]) -> list[Line]:
    """Lines best first until there are enough: repeats merged, some of each speaker, few of one article."""
    candidates = list(found)
    limit, per_article = _limits(question.intent, candidates)
    kept: list[Line] = []
    for line in candidates:
        twin = next((place for place, other in enumerate(kept) if repeats(line.claim, other.claim)), None)
        if twin is not None:
            kept[twin] = merged(kept[twin], line)
        elif not _is_taken(line, kept) and _has_room(line, kept, limit, per_article):
            kept.append(line)
    return kept


def _limits(intent: Intent, candidates: Sequence[Line]) -> tuple[int, int]:
    """How many lines of one asked speaker are shown, and how many of them of one article."""
    several = len({line.group for line in candidates}) > 1
    limit = PER_SPEAKER if several else LIMITS.get(intent, LIMIT)
    single = intent == "commented" or len({line.order[ARTICLE] for line in candidates}) == 1
    return limit, limit if single else PER_ARTICLE


def _is_taken(line: Line, kept: Sequence[Line]) -> bool:
    """Whether the same words already stand under another name: one of the two is wrong or passes them on."""
    places = {(cited.article_id, cited.start) for cited in line.claim.citations}
    return any(
        other.claim.speaker != line.claim.speaker and (cited.article_id, cited.start) in places
        for other in kept
        for cited in other.claim.citations
    )


def _has_room(line: Line, kept: Sequence[Line], limit: int, per_article: int) -> bool:
    group = [other for other in kept if other.group == line.group]
    same = [other for other in group if other.order[ARTICLE] == line.order[ARTICLE]]
    return len(group) < limit and len(same) < per_article


def statement_lines(question: Question, found: Iterable[FoundStatement]) -> Iterator[Line]:
    """A line for each statement that the gate passes, in the order given."""
    speakers = [speaker.words for speaker in question.speakers]
    seen: Counter[str] = Counter()
    for one in found:
        name = one.asked.words if one.asked else ""
        seen[name] += 1
        if seen[name] > CANDIDATES:
            continue
        claim = statement_claim(one)
        if not passes(claim, {one.article.id: one.article}, (one.statement,)):
            continue
        group = speakers.index(one.asked.words) if one.asked and one.asked.words in speakers else 0
        when = timestamp(said_when(one.statement, one.article))
        foreign = one.article.language != question.language
        order = (group, foreign, when, one.article.id, one.statement.spans[0].start)
        yield Line(claim, order, (one.statement.id,), group)


def _sentence_lines(question: Question, found: Iterable[FoundSentence]) -> Iterator[Line]:
    for one in found:
        claim = sentence_claim(one)
        if passes(claim, {one.article.id: one.article}, (one.statement,) if one.statement else ()):
            foreign = one.article.language != question.language
            yield Line(claim, (0, foreign, timestamp(one.article.published), one.article.id, one.span.start))


def statement_claim(found: FoundStatement) -> Claim:
    """One claim of a statement: its sentences, or its words in quotation marks when they stand alone."""
    statement, article = found.statement, found.article
    spans = statement.spans if not statement.cue else excerpts(found)
    text = " … ".join(flat(article, span) for span in spans)
    if not statement.cue and statement.kind != "indirect":
        text = _in_marks(text, article.language)
    kind: ClaimKind = "indirect" if statement.kind == "indirect" else "direct"
    speaker = shown_speaker(statement.speaker, found.asked)
    if speaker is None:
        kind = "fact"
    return Claim(text, speaker, kind, tuple(citation(article, span) for span in spans))


def _in_marks(text: str, language: Language) -> str:
    """The words in quotation marks, unless they bring their own."""
    opening, closing = MARKS[language]
    return text if text[:1] in QUOTATION_MARKS else f"{opening}{text}{closing}"


def sentence_claim(found: FoundSentence) -> Claim:
    """A sentence of an article; one that belongs to somebody's statement names him."""
    text = flat(found.article, found.span)
    cited = (citation(found.article, found.span),)
    statement = found.statement
    if statement is None or statement.speaker is None:
        return Claim(text, None, "fact", cited)
    return Claim(text, statement.speaker, "indirect" if statement.kind == "indirect" else "direct", cited)


def shown_speaker(speaker: str | None, asked: AskedSpeaker | None) -> str | None:
    """The name in the form of the question's language, unless the ledger names somebody else."""
    return asked.name if speaker and asked and same_speaker(speaker, asked.name) else speaker


def flat(article: Article, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(article.text[span.start : span.end].split())


def citation(article: Article, span: Span) -> Citation:
    """A citation of a span, not yet numbered."""
    quote = article.text[span.start : span.end]
    return Citation(
        0,
        article.id,
        article.url,
        article.title,
        article.source,
        article.published,
        span.start,
        span.end,
        quote,
        version=article.version,
    )


def repeats(one: Claim, other: Claim) -> bool:
    """The same words, or nearly, of the same speaker; or a title and the lead that it repeats."""
    if one.speaker != other.speaker:
        return False
    if _nested(one, other):
        return True
    if _numbers(one.text) != _numbers(other.text) and not (_is_title(one) or _is_title(other)):
        return False
    shorter, longer = sorted((one, other), key=lambda claim: len(content(claim)))
    return _is_within(shorter, longer)


def _is_within(shorter: Claim, longer: Claim) -> bool:
    """Whether nearly all words of two claims, or of the shorter one, are the same."""
    smaller, larger = len(content(shorter)), len(content(longer))
    common = len(content(shorter) & content(longer))
    enough = TITLE_WITHIN if _is_title(shorter) else WITHIN
    return smaller > 0 and (common / larger >= SAME or common / smaller >= enough)


def content(claim: Claim) -> frozenset[str]:
    """The forms of what a claim tells, without stop words and the speaker's name."""
    return _content(claim.text, claim.speaker or "")


@lru_cache(maxsize=2000)
def _content(text: str, speaker: str) -> frozenset[str]:
    return bag(" ".join(content_words(text))).forms - bag(speaker).forms


@lru_cache(maxsize=2000)
def _numbers(text: str) -> frozenset[str]:
    return numbers(text)


def _is_title(claim: Claim) -> bool:
    return any(plain_title(cited) for cited in claim.citations)


def plain_title(cited: Citation) -> bool:
    """Whether a citation is its article's title line."""
    return cited.start == 0 and cited.quote.strip() == cited.title.strip()


def _nested(one: Claim, other: Claim) -> bool:
    return any(
        first.article_id == second.article_id
        and (
            (first.start <= second.start and second.end <= first.end)
            or (second.start <= first.start and first.end <= second.end)
        )
        for first in one.citations
        for second in other.citations
    )


def merged(kept: Line, other: Line) -> Line:
    """The fuller claim of the two; citations of the same article are not doubled."""
    claims = (kept.claim, other.claim)
    fuller, lesser = claims if len(kept.claim.text) >= len(other.claim.text) else claims[::-1]
    held = {cited.article_id for cited in fuller.citations}
    further = tuple(cited for cited in lesser.citations if cited.article_id not in held)
    claim = replace(fuller, citations=fuller.citations + further)
    return replace(kept, claim=claim, statements=kept.statements + other.statements)


def numbered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Citations numbered from 1 in the order of appearance, one number for each article and span."""
    numbers: dict[tuple[int, int, int], int] = {}

    def number(cited: Citation) -> Citation:
        key = (cited.article_id, cited.start, cited.end)
        right = numbers.setdefault(key, len(numbers) + 1)
        return cited if cited.number == right else replace(cited, number=right)

    return tuple(with_citations(claim, map(number, claim.citations)) for claim in claims)


def with_citations(claim: Claim, citations: Iterable[Citation]) -> Claim:
    """A claim with other citations, or the same one where they are the same."""
    cited = tuple(citations)
    same = len(cited) == len(claim.citations) and all(map(is_, cited, claim.citations))
    return claim if same else replace(claim, citations=cited)
