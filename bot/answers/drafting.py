"""What a model writes out of pieces of evidence, claim by claim at the gate, for answers and digests alike.

Evidence goes out under opaque keys, claims come back. Nothing that a model writes is shown but by the gate: a
claim is supported, replaced by the sentence of the source, or dropped. It knows nothing of the library, which
nobody must hold while a model takes its time.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from bot.answers.compose import numbered, repeats, shown_speaker
from bot.answers.gate import Judgement, is_copied, judge, rejected
from bot.answers.pieces import Piece
from bot.answers.rejecting import Rejecter
from bot.answers.tasks import BudgetSpent, Task
from bot.errors import EndpointError
from bot.language.script import is_cyrillic
from bot.llm.fence import fence
from bot.llm.partial import finished
from bot.models import UNJUDGED, Article, AskedSpeaker, Claim, ClaimKind, Judged, Language, Statement
from bot.support.quotations import quoted
from bot.support.speakers import same_speaker

log = logging.getLogger(__name__)

LONGEST = 600  # characters of a claim; one sentence has them hardly ever
LANGUAGES: Mapping[Language, str] = {"en": "English", "ru": "Russian"}
OnClaims = Callable[[tuple[Claim, ...]], None]  # told all claims so far that may be shown

Rejects = Callable[[Claim], bool]
DROPPED = Judgement("dropped", None)


def unheard(_claims: tuple[Claim, ...]) -> None:
    """Nobody listens."""


class WrittenClaim(BaseModel):
    """A claim as the model gives it."""

    model_config = ConfigDict(extra="forbid")

    text: str
    speaker: str | None
    keys: list[str]


class WrittenAnswer(BaseModel):
    """The whole answer of the model."""

    model_config = ConfigDict(extra="forbid")

    claims: list[WrittenClaim]


@dataclass(frozen=True, slots=True)
class Written:
    """Claims that passed, numbered; `broken_off` when the model did not come to its end."""

    claims: tuple[Claim, ...]
    shown: tuple[tuple[int, ...], ...]  # ids of the statements in each
    judged: Judged
    model: str
    broken_off: bool = False
    spent: bool = False  # nothing was asked: the budget is used up


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be written: the language, the most claims, and whom the reader named, as he did."""

    language: Language
    most: int
    speakers: tuple[AskedSpeaker, ...] = ()


class Scribe:
    """Lets one model write by one prompt; usable from several threads."""

    def __init__(self, task: Task, rejecter: Rejecter | None = None) -> None:
        self._task = task
        self._rejecter = rejecter
        self._told = False

    def write(
        self,
        brief: Brief,
        evidence: Sequence[Piece],
        on_claims: OnClaims = unheard,
        conversation: str | None = None,
        **values: str,
    ) -> Written:
        """Claims out of some evidence; `values` are those of the prompt beside evidence and language.

        `on_claims` hears of every claim that has passed. Whatever goes wrong gives no claims, or those that
        had passed before.
        """
        fenced = fence([piece.told for piece in evidence])
        values |= {
            "language": LANGUAGES[brief.language],
            "evidence": fenced.evidence,
            "opening": fenced.opening,
            "closing": fenced.closing,
        }
        keys = {key: evidence[place] for key, place in fenced.places.items()}
        draft = _Draft(brief, keys, on_claims, self._second_judge(conversation))
        spent = False
        try:
            answer = self._task.ask(values, WrittenAnswer, conversation, draft.hear, lambda: draft.judged)
            whole = draft.take(answer.claims)
            self._told = False
        except EndpointError as error:
            whole, spent = False, isinstance(error, BudgetSpent)
            self._tell(error)
        claims, shown = numbered(draft.claims), tuple(draft.shown)
        return Written(claims, shown, draft.judged, self._task.model, not whole, spent)

    def _tell(self, error: EndpointError) -> None:
        """Into the log, once until a model answers again; these errors never repeat what was asked."""
        if not self._told:
            log.warning("the sources answer in their own words: %s", error)
        self._told = True

    def _second_judge(self, conversation: str | None) -> Rejects:
        rejecter = self._rejecter
        if rejecter is None:
            return lambda _: False
        return lambda claim: rejecter.rejects(claim, conversation)


class _Draft:
    """What the model writes while it comes in."""

    def __init__(
        self, brief: Brief, evidence: Mapping[str, Piece], on_claims: OnClaims, rejects: Rejects
    ) -> None:
        self._brief = brief
        self._evidence = evidence
        self._on_claims = on_claims
        self._rejects = rejects
        self._taken: list[WrittenClaim] = []
        self.claims: list[Claim] = []
        self.shown: list[tuple[int, ...]] = []
        self.judged = UNJUDGED

    def hear(self, text: str) -> None:
        """The text of the model so far."""
        self.take(list(finished(text, "claims", WrittenClaim)))

    def take(self, written: Sequence[WrittenClaim]) -> bool:
        """All claims so far; False when they do not go on from those before."""
        if list(written[: len(self._taken)]) != self._taken:
            return False
        for one in written[len(self._taken) :][: self._brief.most - len(self._taken)]:
            self._taken.append(one)
            self._judge(one)
        return True

    def _judge(self, one: WrittenClaim) -> None:
        cited = [self._evidence[key] for key in _keys(one) if key in self._evidence]
        judgement = self._judgement(self._claim(one, cited), cited) if len(one.text) <= LONGEST else DROPPED
        claim = judgement.claim
        if claim is not None and any(repeats(claim, other) for other in self.claims):
            return
        self.judged = self.judged.with_one(judgement.outcome)
        if claim is None:
            return
        self.claims.append(claim)
        self.shown.append(tuple(piece.statement.id for piece in cited if piece.statement))
        self._on_claims(numbered(self.claims))

    def _judgement(self, claim: Claim, cited: Sequence[Piece]) -> Judgement:
        """That of the gate, and of the second judge on what is not the source's own words."""
        articles, ledger = _articles(cited), _ledger(cited)
        judgement = judge(claim, articles, ledger, self._brief.language)
        if judgement.outcome == "supported" and not is_copied(claim) and self._rejects(claim):
            return rejected(claim, articles, ledger, ("second judge",))
        return judgement

    def _claim(self, one: WrittenClaim, cited: Sequence[Piece]) -> Claim:
        text = " ".join(one.text.split())
        citations = tuple(dict.fromkeys(citation for piece in cited for citation in piece.citations))
        speaker = self._speaker(one.speaker, cited)
        kind: ClaimKind = "fact"
        if speaker is not None:
            kind = "direct" if quoted(text) else "indirect"
        return Claim(text, speaker, kind, citations)

    def _speaker(self, named: str | None, cited: Sequence[Piece]) -> str | None:
        """The name as it is shown: the reader's form of it, else the ledger's where the script fits.

        What rests on the words of one person alone is theirs, though the model may tell it as a fact.
        """
        name = " ".join((named or "").split()) or _only_speaker(cited)
        if not name:
            return None
        for asked in self._brief.speakers:
            if same_speaker(name, asked.name):
                return shown_speaker(name, asked)
        known = (piece.statement.speaker for piece in cited if piece.statement)
        fitting = (one for one in known if one and is_cyrillic(one) == (self._brief.language == "ru"))
        return next((one for one in fitting if same_speaker(name, one)), name)


def _only_speaker(cited: Sequence[Piece]) -> str:
    """Whose words all of some pieces are; empty when they are several people's or the newspaper's own."""
    speakers = [piece.statement.speaker if piece.statement else None for piece in cited]
    first = speakers[0] if speakers else None
    return first if first and all(same_speaker(first, other) for other in speakers) else ""


def _keys(one: WrittenClaim) -> list[str]:
    """The keys of a claim, each once, without the brackets that some models leave on."""
    return list(dict.fromkeys(key.strip(" []") for key in one.keys))


def _articles(cited: Iterable[Piece]) -> dict[int, Article]:
    return {piece.article.id: piece.article for piece in cited}


def _ledger(cited: Iterable[Piece]) -> list[Statement]:
    return list({one.id: one for piece in cited for one in piece.ledger}.values())
