"""Evidence for a question by its intent: the ledger first for what was said, passages for the rest.

It decides where to look and when there is nothing; judging words is left to `ledger` and `facts`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.answers import changes, comments, course, disagreements, events, facts, ledger
from bot.answers.amounts import tells_of_nobody
from bot.answers.asking import asking
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.answers.figures import newest_first
from bot.answers.gate import plain
from bot.answers.judging import is_thin, opens_with_pronoun, points_back
from bot.answers.lexicon import is_say_noun, is_say_verb
from bot.answers.library import Library
from bot.answers.nearest import nearest
from bot.answers.places import question_words, readable_sentences
from bot.answers.relevance import overlaps, text_of
from bot.answers.wanted import answers_wanted, wanted_kinds
from bot.language.script import fold
from bot.language.tokens import words as all_words
from bot.models import Language, Question, Refusal, Span, Statement
from bot.search.coverage import Word, asked_words, bag, match, text_share
from bot.support.address import addresses_reader

Finder = Callable[[Question, Library, datetime], Evidence]
HALF = 0.5  # share of what somebody is said to have said that his own words cover
CLEARLY = 0.75  # share of a quotation's words from which a statement may be its source
Cited = frozenset[tuple[int, int]]
OVERVIEWS = frozenset({"event", "latest", "timeline", "changes"})
NEAR_BEST = 0.87
OWN_NEAR_BEST = 0.9
SAME_ARTICLE = 0.15
SAME_MATTER = 0.5
READ_BEFORE = 0.15
BESIDE = 3  # words from a body to the verb of what it said
LONGEST_PRONOUN = 4  # "they", "она"
FURTHER = 6  # sentences beyond those that are shown
ATTRIBUTED = 8  # sentences for which it is looked up whose statement they belong to


def find_evidence(
    question: Question,
    library: Library,
    now: datetime,
    skip: Collection[int] = (),
    cited: Cited = frozenset(),
) -> Evidence:
    """What answers a question at `now`; statements in `skip` were shown before and are left out.

    `cited` are the places (article, start) of the answer that a follow-up goes on from: its articles come
    first, its sentences last. Without anything that answers, the evidence carries a refusal and the
    nearest things held.
    """
    evidence = _overview(question, library, now) or FINDERS.get(question.intent, _fact)(
        question, library, now
    )
    left = tuple(found for found in evidence.statements if found.statement.id not in skip)
    sentences = evidence.sentences
    if cited:
        sentences = going_on(sentences, cited, bare=facts.is_bare(question.text))
    if question.intent == "fact" and sentences:
        sentences = _facts(sentences, question, library)
    further = tuple(one for one in evidence.sentences if one not in sentences)[:FURTHER]
    return replace(evidence, statements=left, sentences=sentences, further=further)


def _facts(found: Sequence[FoundSentence], question: Question, library: Library) -> tuple[FoundSentence, ...]:
    """The sentences that tell a fact, the first one opened."""
    changed = newest_first(found) if question.wanted == "how_much" else ()
    first, *rest = changed if len(changed) > 1 else near_best(found, question.language)
    return (*opened(first, library, question), *rest)


def _overview(question: Question, library: Library, now: datetime) -> Evidence | None:
    """What the newest articles tell when nothing but a time is asked for."""
    named = question.speakers or question.topic or question.quotation or question.context
    if named or question.intent not in OVERVIEWS:
        return None
    overview = changes.largest_stories if question.intent == "changes" else events.overview_sentences
    found = overview(question, library, now)
    return Evidence(sentences=tuple(found)) if found else None


def going_on(
    found: Sequence[FoundSentence], cited: Cited, *, bare: bool = False
) -> tuple[FoundSentence, ...]:
    """Sentences in the order in which they continue an answer.

    A `bare` question ("why so?") asks more of the very thing that was told, which may hold the answer.
    """
    articles = {article for article, _ in cited}

    def weighed(one: FoundSentence) -> FoundSentence:
        gain = (SAME_MATTER if bare and one.kind else SAME_ARTICLE) if one.article.id in articles else 0.0
        loss = READ_BEFORE if (one.article.id, one.span.start) in cited and not bare else 0.0
        return replace(one, score=one.score + gain - loss)

    return tuple(sorted(map(weighed, found), key=lambda one: -one.score))


def near_best(found: Sequence[FoundSentence], language: Language) -> tuple[FoundSentence, ...]:
    """The best, and those that cover what was asked themselves about as well: one good line beats three."""
    if not found:
        return ()
    own = (one for one in found if one.article.language == language)
    best = next((one for one in own if _is_near(one, found[0]) and _covers(one, found[0])), found[0])
    rest = (one for one in found if one is not best and one.article.language == best.article.language)
    return (best, *(one for one in rest if _is_as_good(one, best)))


def _is_as_good(one: FoundSentence, best: FoundSentence) -> bool:
    """Near in score, and either covers as much or holds what the best one lacks."""
    return _is_near(one, best) and (_covers(one, best) or one.kind > best.kind)


def _is_near(one: FoundSentence, best: FoundSentence) -> bool:
    return one.score >= NEAR_BEST * best.score


def _covers(one: FoundSentence, best: FoundSentence) -> bool:
    return one.own >= OWN_NEAR_BEST * best.own and one.kind >= best.kind


def opened(found: FoundSentence, library: Library, question: Question) -> tuple[FoundSentence, ...]:
    """A sentence with what it cannot do without.

    The one before, when it begins with a pronoun and nothing names who is meant; the one after, when that
    tells what is asked for ("He explained this by ...") and the sentence itself does not.
    """
    before, after = _beside(found, library)
    thin = any(is_thin(one.text, one.article) for one in before)
    first = before if _leans(found, question) and not thin else ()
    last = tuple(one for one in after if _completes(found, one.text, question))
    return (*first, found, *last)


def _leans(found: FoundSentence, question: Question) -> bool:
    """Not "“This is hard,” said the director": who it is stands there, what "this" is nobody asked."""
    if question.wanted == "who" and found.kind >= 1.0 and found.text.startswith(("«", "“", '"')):
        return False
    return found.statement is None and (opens_with_pronoun(found.text) or tells_of_nobody(found.text))


def _beside(
    found: FoundSentence, library: Library
) -> tuple[tuple[FoundSentence, ...], tuple[FoundSentence, ...]]:
    """The sentence before and the one after, where there are any."""
    article = found.article
    spans = readable_sentences(article, library)
    if found.span not in spans:
        return (), ()
    place = spans.index(found.span)
    sentences = tuple(FoundSentence(span, article, found.score) for span in spans)
    return sentences[max(0, place - 1) : place], sentences[place + 1 : place + 2]


def _completes(found: FoundSentence, following: str, question: Question) -> bool:
    words = asked_words(question_words(question))
    told = any(answers_wanted(kind, following, words) for kind in wanted_kinds(question))
    return not found.kind and told and points_back(following)


def _said(question: Question, library: Library, now: datetime) -> Evidence:
    if question.relayed_by is not None:
        found = ledger.relayed(question, question.relayed_by, library, now)
        if found:
            return Evidence(tuple(found))
    if not question.speakers:
        return _said_about(question, library, now)
    found = ledger.said(question, library, now)
    if found:
        return Evidence(tuple(found))
    if all(ledger.is_body(speaker) for speaker in question.speakers):
        return _of_body(question, library, now)
    return _nothing("not_said", question, library, now)


def _position(question: Question, library: Library, now: datetime) -> Evidence:
    """What somebody said over time; of what is asked for by "when did he first", only what is on that."""
    evidence = _said(question, library, now)
    if question.wanted != "when" or " " not in question.topic:
        return evidence
    return replace(evidence, statements=tuple(ledger.first_of(evidence.statements, question.topic)))


def _of_body(question: Question, library: Library, now: datetime) -> Evidence:
    """Sentences in which a country or body is told to have said something on the topic."""
    named = " ".join(speaker.words for speaker in question.speakers)
    asked = replace(question, speakers=(), topic=f"{named} {question.topic}")
    evidence = _fact(asked, library, now) if question.topic else Evidence()
    names = asked_words(named)
    telling = tuple(one for one in evidence.sentences if _speaks(names, one))
    told = replace(evidence, sentences=telling)
    return told if not told.empty else _nothing("not_said", question, library, now)


def _speaks(names: Sequence[Word], found: FoundSentence) -> bool:
    """Whether a sentence tells that a body said something: "Dolsk has denied", "в Дольске заявили"."""
    if found.statement and found.statement.speaker and _is_named(found.statement.speaker, names):
        return True
    words = all_words(found.text)
    named = [place for place, word in enumerate(words) if _is_named(word, names)]
    telling = (
        place for place, word in enumerate(words) if is_say_verb(fold(word)) or is_say_noun(fold(word))
    )
    return any(abs(place - other) <= BESIDE for place in telling for other in named)


def _said_about(question: Question, library: Library, now: datetime) -> Evidence:
    words = question_words(question)
    names = [word for word in asked_words(words) if word.name]
    found = [
        one
        for one in ledger.about(words, question, library, now)
        if one.statement.speaker and not _is_named(one.statement.speaker, names)
    ]
    return Evidence(_each_first(found)) if found else _fact(question, library, now)


def _is_named(speaker: str, names: Sequence[Word]) -> bool:
    """Whether a speaker is the one that the question is about."""
    own = bag(speaker).forms
    return any(not name.forms.isdisjoint(own) for name in names)


def _who_said(question: Question, library: Library, now: datetime) -> Evidence:
    words = question.quotation or question.topic
    found = [one for one in ledger.about(words, question, library, now) if one.statement.speaker]
    found = _sources_of(question.quotation, found) if question.quotation else _said_so(words, found)
    if found:
        return Evidence(_each_first(found))
    if question.quotation:
        return _nothing("no_evidence", question, library, now)
    return _fact(question, library, now)


def _said_so(topic: str, found: list[FoundStatement]) -> list[FoundStatement]:
    """Of "who criticised the costs?" those told by that verb, or with half of the words in their own."""
    words = asked_words(topic)
    deeds = [word for word in words if is_say_verb(fold(word.text))]
    if not deeds:
        return found
    contexts = [text_of(one.article, [one.statement.context]) for one in found]
    told = [
        any(match(deed, bag(text)) for deed in deeds) or text_share(words, text) >= HALF for text in contexts
    ]
    return [one for one, so in zip(found, told, strict=True) if so]


def _commented(question: Question, library: Library, now: datetime) -> Evidence:
    """Everybody's words on a matter; where the question names speakers, "who else?", those of others."""
    asked = replace(question, speakers=())
    found = comments.commented(asked, library, now)
    known = {number for speaker in question.speakers for number in speaker.ids}
    others = [one for one in found if one.asked is None or known.isdisjoint(one.asked.ids)]
    return Evidence(tuple(others or found)) if found else _nothing("no_evidence", asked, library, now)


def _each_first(found: Sequence[FoundStatement]) -> tuple[FoundStatement, ...]:
    """The best of every speaker before the second of any."""
    met: Counter[str | None] = Counter()
    turns: list[tuple[int, FoundStatement]] = []
    for one in found:
        turns.append((min(met[one.statement.speaker], 1), one))
        met[one.statement.speaker] += 1
    return tuple(one for _, one in sorted(turns, key=lambda turn: turn[0]))


def _sources_of(quotation: str, found: list[FoundStatement]) -> list[FoundStatement]:
    """Those that hold the words themselves, else those that come clearly near to them."""
    sought = plain(quotation)
    exact = [one for one in found if sought in plain(text_of(one.article, one.statement.spans))]
    around = [one for one in found if sought in plain(text_of(one.article, [one.statement.context]))]
    return exact or around or [one for one in found if one.score >= CLEARLY]


def _fact(question: Question, library: Library, now: datetime) -> Evidence:
    asked = question.relayed_by
    if asked is not None or (question.speakers and question.topic and question.intent == "said"):
        told = ledger.relayed(question, asked, library, now) if asked else []
        if told:
            return Evidence(tuple(told))
    return _sentences(_told(question, library, now), question, library, now)


def _told(question: Question, library: Library, now: datetime) -> list[FoundSentence]:
    """The sentences that tell a fact, also of another time than one that only stands before the question."""
    found = facts.fact_sentences(question, library, now)
    if found or not _is_dated_before(question):
        return found
    return facts.fact_sentences(replace(question, period=None), library, now)


def _is_dated_before(question: Question) -> bool:
    """Whether the period is that of a sentence before: "It closed in spring. When did it reopen?"."""
    if question.period is None or question.wanted == "how_much":
        return False  # a figure of another time is another figure
    return question.period.words in asking(question.text).before


def _event(question: Question, library: Library, now: datetime) -> Evidence:
    return _sentences(events.event_sentences(question, library, now), question, library, now)


def _timeline(question: Question, library: Library, now: datetime) -> Evidence:
    if question.speakers:
        found = ledger.said(question, library, now)
        if found:
            return Evidence(tuple(found))
    return _sentences(course.timeline_sentences(question, library, now), question, library, now)


def _changes(question: Question, library: Library, now: datetime) -> Evidence:
    return _sentences(changes.changed_sentences(question, library, now), question, library, now)


def _disagreement(question: Question, library: Library, now: datetime) -> Evidence:
    found = disagreements.disagreements(question, library, now)
    if not found and not question.topic:
        return Evidence(refusal="no_evidence")  # nothing is near to nothing
    return _sentences(found, question, library, now)


def _latest(question: Question, library: Library, now: datetime) -> Evidence:
    if question.speakers:
        found = ledger.said(question, library, now)
        newest = sorted(found, key=lambda one: one.article.published or "", reverse=True)
        if newest:
            return Evidence(tuple(newest))
    return _sentences(course.latest_sentences(question, library, now), question, library, now)


def _sentences(found: list[FoundSentence], question: Question, library: Library, now: datetime) -> Evidence:
    if not found:
        return _nothing("no_evidence", question, library, now)
    ledgers: dict[int, list[Statement]] = {}
    for one in found[:ATTRIBUTED]:
        if one.article.id not in ledgers:
            ledgers[one.article.id] = library.statements_of(one.article.id)
    attributed = [_attributed(one, ledgers.get(one.article.id, [])) for one in found]
    telling = tuple(one for one in attributed if one.statement or not addresses_reader(one.text))
    return Evidence(sentences=telling) if telling else _nothing("no_evidence", question, library, now)


def _attributed(found: FoundSentence, statements: list[Statement]) -> FoundSentence:
    """A sentence that is somebody's words without naming him, with the statement that does."""
    for statement in statements:
        known = statement.speaker_kind in {"person", "body"}
        if known and not statement.cue and (own := _set_apart(found, statement)):
            return replace(found, span=own, statement=statement)
        known = known and bool(statement.cue)
        held = any(found.span.start <= span.start < found.span.end for span in statement.spans)
        if known and held and not _names_speaker(found, statement):
            return replace(found, statement=statement)
    return found


def _set_apart(found: FoundSentence, statement: Statement) -> Span | None:
    """The part of a sentence that is a pull quote, without the signature that stands beside it."""
    return next(iter(overlaps(statement.spans, found.span)), None)


def _names_speaker(found: FoundSentence, statement: Statement) -> bool:
    """Whether the sentence itself tells who speaks, by more than a pronoun."""
    mention = statement.mention
    if mention is None or not found.span.start <= mention.start < found.span.end:
        return False
    return mention.end - mention.start > LONGEST_PRONOUN


def _nothing(refusal: Refusal, question: Question, library: Library, now: datetime) -> Evidence:
    return Evidence(refusal=refusal, nearest=nearest(question, library, now))


FINDERS: dict[str, Finder] = {
    "said": _said,
    "said_about": _said_about,
    "who_said": _who_said,
    "commented": _commented,
    "fact": _fact,
    "event": _event,
    "timeline": _timeline,
    "changes": _changes,
    "position": _position,
    "disagreement": _disagreement,
    "latest": _latest,
}
