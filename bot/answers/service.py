"""Questions in, answers out: understands, looks, composes, remembers the conversation.

It holds the order of things and no logic of its own on words; it knows nothing of front ends.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import RLock

from bot.answers.assistants import NONE, Assistants
from bot.answers.checked_text import told
from bot.answers.checking import check
from bot.answers.compose import Composed, compose, followed, numbered, of_lines
from bot.answers.composing import composed as composed_for
from bot.answers.composing import has_notes
from bot.answers.compound import by_itself, questions_of
from bot.answers.drafting import OnClaims, unheard
from bot.answers.evidence import Evidence
from bot.answers.finding import Cited, find_evidence
from bot.answers.followups import SUBSTANTIVE, resolve
from bot.answers.grounds import given, held
from bot.answers.library import Library, unwatched
from bot.answers.marks import Marks, marks_of
from bot.answers.meaning import Near, nothing_near
from bot.answers.office_near import with_near_holders
from bot.answers.phrases import phrase
from bot.answers.pieces import Piece, pieces
from bot.answers.premise import missing
from bot.answers.refuse import SMALL_TALK, refusal_text, small_talk
from bot.answers.surroundings import checked_with_surroundings, with_surroundings
from bot.answers.text import render_text
from bot.index import SearchIndex
from bot.models import UNJUDGED, Answer, Check, Claim, Judged, Language, Question, Refusal, SearchResult, Turn
from bot.store import Store

TURNS = 8  # turns of a conversation that a follow-up may refer to
LOOKING_BACK = frozenset({"more", "shorter", "source", "when_said"})
SHORT = 2  # lines of a shortened answer
WARMING = ("what did Orlov say about the bridge?", "когда открыли мост в Дольске?")  # any questions will do
PART = 3  # lines of an answer to one of two questions in a message
EMPTY = 3  # shorter texts hold no question
LONGEST_QUESTION = 4000


NOTHING = Composed()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in the making."""

    composed: Composed = NOTHING
    details: str = ""
    remark: str = ""
    refusal: Refusal | None = None
    evidence: tuple[Piece, ...] = ()  # what a model may write from; none where nothing is to be written
    composer: str = "extractive"
    judged: Judged = UNJUDGED
    model_failed: bool = False  # then it is not asked for more


class Answerer:
    """Answers over one library; several threads may ask, one at a time is served by the library.

    The library is free for others while a model writes.
    """

    def __init__(
        self,
        store: Store,
        index: SearchIndex,
        near: Near = nothing_near,
        assistants: Assistants = NONE,
    ) -> None:
        self._store = store
        self._library = Library(store, index, near)
        self._by = assistants
        self._lock = RLock()

    def ask(
        self,
        text: str,
        now: datetime,
        conversation: str | None = None,
        language: Language | None = None,
        on_claims: OnClaims = unheard,
    ) -> Answer:
        """The answer to a question at `now`; within a `conversation` it may refer to earlier turns.

        `language` is what the answer is worded in, else the question's own; `on_claims` hears of the claims
        that may be shown while the answer is made, and the answer begins with what it heard last.
        """
        turn = self.turn(text, now, conversation, language, on_claims)
        if conversation:
            self._store.conversations.add(conversation, turn)
        return turn.answer

    def turn(
        self,
        text: str,
        now: datetime,
        conversation: str | None = None,
        language: Language | None = None,
        on_claims: OnClaims = unheard,
    ) -> Turn:
        """As `ask`, for whoever keeps the turn with what shows it: the next question must find it kept."""
        began = time.perf_counter()
        with self._lock:
            self._library.catch_up()
            turns = self._store.conversations.recent(conversation, TURNS) if conversation else []
            question, reply = self._asked(text[:LONGEST_QUESTION], turns, now, language)
        question, reply = self._understood(question, reply, turns, now, conversation)
        reply = self._written(question, reply, on_claims, conversation)
        reply = self._translated(question, reply, conversation)
        answer = self._answered(text, question, reply, now, began)
        return Turn(question, answer, now, reply.composed.shown)

    def look(self, text: str, now: datetime) -> Answer:
        """The answer by rules alone, for whoever cannot wait: no model is asked, no turn kept."""
        began = time.perf_counter()
        with self._lock:
            self._library.catch_up()
            question, reply = self._asked(text[:LONGEST_QUESTION], [], now, None)
        return self._answered(text, question, reply, now, began)

    def _answered(self, text: str, question: Question, reply: Reply, now: datetime, began: float) -> Answer:
        with self._lock:
            claims = with_surroundings(reply.composed.claims, self._library, now)
        reply = replace(reply, composed=replace(reply.composed, claims=claims))
        return _answer(text, question, reply, (time.perf_counter() - began) * 1000)

    def _asked(
        self, text: str, turns: Sequence[Turn], now: datetime, language: Language | None
    ) -> tuple[Question, Reply]:
        """A message with its reply; of two questions in one the second goes on from the first."""
        parts = questions_of(text)
        first, reply = self._asked_alone(parts[0], turns, now, language)
        if len(parts) == 1 or first.intent not in SUBSTANTIVE:
            return (first, reply) if len(parts) == 1 else self._asked_alone(text, turns, now, language)
        turn = Turn(first, _answer(parts[0], first, reply, 0.0), now, reply.composed.shown)
        second, further = self._asked_alone(parts[1], [*turns, turn], now, language)
        if not reply.composed.claims and not further.composed.claims:
            # what nothing was found of is no matter to go on from
            second, further = self._asked_alone(by_itself(parts[1]), (), now, language)
        if second.intent not in SUBSTANTIVE:
            return self._asked_alone(text, turns, now, language)
        standalone = f"{first.standalone.rstrip('?. ')}? {second.standalone}"
        told = (*first.corrections, *_missing(reply, further), *second.corrections)
        return replace(second, text=text, standalone=standalone, corrections=told), _joined(reply, further)

    def _asked_alone(
        self, text: str, turns: Sequence[Turn], now: datetime, language: Language | None
    ) -> tuple[Question, Reply]:
        question, reply = self._resolved(text, turns, now, language)
        if turns and turns[-1].answer.refusal and not reply.composed.claims:  # no matter to go on from
            alone, found = self._resolved(text, (), now, language)
            return (alone, found) if found.composed.claims else (question, reply)
        return question, reply

    def _resolved(
        self, text: str, turns: Sequence[Turn], now: datetime, language: Language | None
    ) -> tuple[Question, Reply]:
        question = resolve(text, turns, self._library.directory(), now)
        question = with_near_holders(question, self._library, now)
        if language is not None:
            question = replace(question, language=language)
        return question, self._reply(question, turns, now)

    def _understood(
        self, question: Question, reply: Reply, turns: Sequence[Turn], now: datetime, conversation: str | None
    ) -> tuple[Question, Reply]:
        """The question as a model words it, where the rules find nothing and what it words has an answer."""
        if self._by.understander is None or not _gives_up(question, reply, turns):
            return question, reply
        worded = self._by.understander.worded(question, turns, conversation)
        if worded is None:
            return question, reply
        with self._lock:
            meant = resolve(worded, [], self._library.directory(), now)
            remark = phrase("understood_as", question.language, question=worded)
            told = (remark, *meant.corrections)
            meant = replace(meant, text=question.text, language=question.language, corrections=told)
            found = self._reply(meant, [], now)
        return (meant, found) if found.composed.claims else (question, reply)

    def _written(
        self, question: Question, reply: Reply, on_claims: OnClaims, conversation: str | None
    ) -> Reply:
        """The reply as the model words it, where it is to write and does; what it fails to is extracted."""
        if self._by.writer is None or not reply.evidence:
            on_claims(reply.composed.claims)
            return reply
        written = self._by.writer.write(question, reply.evidence, on_claims, conversation)
        reply = replace(reply, judged=written.judged, model_failed=written.broken_off)
        if written.spent:
            told = phrase("budget_spent", question.language)
            return replace(reply, remark="\n".join(filter(None, [told, reply.remark])))
        if not written.claims:
            return reply
        composed = Composed(written.claims, written.shown)
        if written.broken_off:
            composed = followed(composed, reply.composed)
        remark = _remark(question, composed)
        return replace(reply, composed=composed, remark=remark, composer=f"openai:{written.model}")

    def _translated(self, question: Question, reply: Reply, conversation: str | None) -> Reply:
        """The reply with its claims in another language translated, where that is to be and succeeds."""
        if self._by.translator is None or reply.model_failed:
            return reply
        composed = reply.composed
        claims = self._by.translator.translated(composed.claims, question.language, conversation)
        return replace(reply, composed=replace(composed, claims=claims))

    def catch_up(self, watch: Callable[[int, int], None] = unwatched) -> None:
        """Bring the search index to where the database is, so that the next question need not.

        `watch` is told how many of how many articles are done.
        """
        with self._lock:
            self._library.catch_up(watch)

    def warm_up(self, now: datetime) -> None:
        """Load dictionaries and build the tables of speakers, so that the first question need not wait."""
        with self._lock:
            self._library.catch_up()
            for text in WARMING:
                question = resolve(text, [], self._library.directory(), now)
                find_evidence(question, self._library, now)

    def search(self, text: str, now: datetime, limit: int) -> list[SearchResult]:
        """Ranked passages, best first."""
        with self._lock:
            self._library.catch_up()
            found = self._library.passages(text, now, None, limit)
        return [
            SearchResult(
                article.id, article.url, article.title, article.published, *passage.span,
                article.text[passage.span.start : passage.span.end], round(score, 3),
            )
            for passage, article, score in found
        ]  # fmt: skip

    def marks(self, text: str, now: datetime) -> Marks:
        """When articles and statements on the matter of a question came."""
        with self._lock:
            self._library.catch_up()
            question = resolve(text[:LONGEST_QUESTION], [], self._library.directory(), now)
            return marks_of(question, self._library, now)

    def check(self, text: str, now: datetime, sources: Sequence[str] | None = None) -> Check:
        """What holds of the claims of a message, by the library at `now` or by `sources` alone."""
        if sources is not None:
            grounds = given(sources)
            return told(check(text, lambda _: grounds))
        with self._lock:
            self._library.catch_up()
            checked = check(text, lambda claim: held(claim, self._library, now))
            return told(checked_with_surroundings(checked, self._library, now))

    def reset(self, conversation: str) -> None:
        """Forget the turns of a conversation."""
        self._store.conversations.reset(conversation)

    def _reply(self, question: Question, turns: Sequence[Turn], now: datetime) -> Reply:
        talk = small_talk(question.intent, question.language)
        if talk is not None:
            return Reply(details=talk, refusal=SMALL_TALK[question.intent])
        if question.intent in LOOKING_BACK:
            return self._look_back(question, turns, now)
        if len(question.text.strip()) < EMPTY or not _asks_something(question):
            return Reply(details=phrase("unclear", question.language), refusal="unclear")
        return self._found(question, now, _went_before(question, turns))

    def _found(self, question: Question, now: datetime, cited: Cited) -> Reply:
        evidence = find_evidence(question, self._library, now, cited=cited)
        composed = composed_for(question, evidence)
        if composed.claims:
            evidence = Evidence() if has_notes(question, evidence) else evidence
            return Reply(
                composed, remark=_remark(question, composed), evidence=self._pieces(question, evidence)
            )
        refusal = evidence.refusal or "no_evidence"
        details = refusal_text(question, refusal, evidence.nearest, self._library.overview(now))
        return Reply(details=details, remark="\n".join(question.corrections), refusal=refusal)

    def _pieces(self, question: Question, evidence: Evidence) -> tuple[Piece, ...]:
        return pieces(evidence, self._library.statements_of, question.language) if self._by.writer else ()

    def _look_back(self, question: Question, turns: Sequence[Turn], now: datetime) -> Reply:
        """What refers to the answer before: more of it, less of it, its sources, its dates."""
        language = question.language
        base = next((turn for turn in reversed(turns) if turn.answer.claims), None)
        if base is None:
            return Reply(details=phrase("no_previous", language), refusal="unclear")
        if question.intent == "more":
            return self._more(question, turns, now)
        claims = base.answer.claims
        if question.intent == "shorter":
            claims = claims[:SHORT]
        return Reply(Composed(numbered(claims)))

    def _more(self, question: Question, turns: Sequence[Turn], now: datetime) -> Reply:
        """The next lines under the last question, else what stands around the lines shown."""
        asked, shown, seen = _thread(turns)
        if asked is None:
            return Reply(details=phrase("no_previous", question.language), refusal="unclear")
        again = replace(asked, language=question.language)
        evidence = find_evidence(again, self._library, now, shown)
        left = tuple(
            found for found in evidence.sentences if (found.article.id, found.span.start) not in seen
        )
        composed = compose(again, replace(evidence, sentences=left))
        fresh = [(claim, shows) for claim, shows in composed.lines if not _seen(claim, seen)]
        if not fresh:
            return Reply(details=phrase("no_more", question.language), refusal="no_evidence")
        return Reply(of_lines(fresh))


def _joined(first: Reply, second: Reply) -> Reply:
    """The replies to two questions of one message; what one of them lacks is said before what is found."""
    if not first.composed.claims and not second.composed.claims:
        return replace(first, details="\n".join([_first_line(first), *second.details.splitlines()]))
    remarks = dict.fromkeys(filter(None, (first.remark, second.remark, *_missing(first, second))))
    found = [one.composed for one in (first, second) if one.composed.claims]
    shared = [of_lines(one.lines[:PART]) for one in found]
    composed = followed(*shared) if len(shared) > 1 else found[0]
    return Reply(composed, remark="\n".join(remarks), evidence=first.evidence + second.evidence)


def _missing(*replies: Reply) -> list[str]:
    """What is said of those of several questions that have no answer."""
    return [_first_line(one) for one in replies if not one.composed.claims]


def _first_line(reply: Reply) -> str:
    return reply.details.partition("\n")[0]


def _remark(question: Question, composed: Composed) -> str:
    remarks = (*question.corrections, composed.remark, *missing(question, composed.claims))
    return "\n".join(filter(None, remarks))


def _gives_up(question: Question, reply: Reply, turns: Sequence[Turn]) -> bool:
    """Whether the message was not understood, or, in a conversation, perhaps not rightly."""
    if question.intent in LOOKING_BACK or len(question.text.strip()) < EMPTY:
        return False
    return reply.refusal == "unclear" or (bool(turns) and reply.refusal in {"no_evidence", "not_said"})


def _asks_something(question: Question) -> bool:
    named = question.speakers or question.topic or question.quotation or question.period
    return bool(named) or question.intent in ("latest", "disagreement")


def _went_before(question: Question, turns: Sequence[Turn]) -> Cited:
    """What the last answer cited, when the question is only understood with it."""
    if not turns or question.standalone.strip() == question.text.strip():
        return frozenset()
    claims = turns[-1].answer.claims
    return frozenset((cited.article_id, cited.start) for claim in claims for cited in claim.citations)


def _thread(turns: Sequence[Turn]) -> tuple[Question | None, tuple[int, ...], set[tuple[int, int]]]:
    """The last question that was not about its own answer, with all that was shown since."""
    shown: tuple[int, ...] = ()
    seen: set[tuple[int, int]] = set()
    for turn in reversed(turns):
        shown += turn.shown
        seen |= {(cited.article_id, cited.start) for claim in turn.answer.claims for cited in claim.citations}
        if turn.question.intent not in LOOKING_BACK and turn.answer.claims:
            return turn.question, shown, seen
    return None, shown, seen


def _seen(claim: Claim, seen: set[tuple[int, int]]) -> bool:
    return all((cited.article_id, cited.start) in seen for cited in claim.citations)


def _answer(text: str, question: Question, reply: Reply, ms: float) -> Answer:
    claims = reply.composed.claims
    answer = Answer(
        question=text,
        standalone_question=question.standalone,
        lang=question.language,
        answered=bool(claims),
        refusal=None if claims else reply.refusal or "no_evidence",
        claims=claims,
        text="",
        composer=reply.composer,
        ms=ms,
        remark=reply.remark,
        details=reply.details,
        judged=reply.judged,
        intent=question.intent,
    )
    return replace(answer, text=render_text(answer))
