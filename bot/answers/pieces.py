"""The evidence as pieces that a model may cite: the words, what they are cited by, the ledger there. Pure.

A piece is no longer than what the extractive composer shows at a time, so that a citation stays exact. It
knows nothing of prompts.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.answers.compose import citation, flat
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.answers.excerpts import excerpts
from bot.models import Article, Citation, Language, Statement

MOST = 14  # pieces; an answer has five claims
LETTERS = 6000  # of all pieces together
Ledger = Callable[[int], Sequence[Statement]]  # the statements of an article


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one article with their citations; `statement` is the one that they are, if they are one."""

    text: str
    article: Article
    citations: tuple[Citation, ...]
    ledger: tuple[Statement, ...]  # of the whole article
    statement: Statement | None = None

    @property
    def told(self) -> str:
        """The words after when and where they stood and who said them."""
        about = [(self.article.published or "")[:10], self.article.source or ""]
        if self.statement and self.statement.speaker:
            about.append(f"said by {self.statement.speaker}")
        where = ", ".join(part for part in about if part)
        return f"({where}) {self.text}" if where else self.text


def pieces(evidence: Evidence, ledger: Ledger, language: Language) -> tuple[Piece, ...]:
    """The best of the evidence, best first, each place once; that in the asker's language before the rest."""
    found: dict[tuple[int, int], Piece] = {}
    letters = 0
    for one in _in_order(evidence, language):
        piece = _piece(one, ledger)
        place = piece.article.id, piece.citations[0].start
        if place in found:
            continue
        letters += len(piece.text)
        if letters > LETTERS and found:
            break
        found[place] = piece
        if len(found) == MOST:
            break
    return tuple(found.values())


def _in_order(evidence: Evidence, language: Language) -> Iterator[FoundStatement | FoundSentence]:
    best: list[FoundStatement | FoundSentence] = [*_in_turns(evidence.statements), *evidence.sentences]
    for several in (best, list(evidence.further)):
        yield from sorted(several, key=lambda one: one.article.language != language)


def _piece(found: FoundStatement | FoundSentence, ledger: Ledger) -> Piece:
    article = found.article
    spans = excerpts(found) if isinstance(found, FoundStatement) else (found.span,)
    text = " … ".join(flat(article, span) for span in spans)
    cited = tuple(citation(article, span) for span in spans)
    return Piece(text, article, cited, tuple(ledger(article.id)), found.statement)


def _in_turns(found: Sequence[FoundStatement]) -> Iterator[FoundStatement]:
    """The best of every asked speaker, then the second best of each."""
    seen: Counter[str] = Counter()
    turns: list[tuple[int, FoundStatement]] = []
    for one in found:
        name = one.asked.words if one.asked else ""
        turns.append((seen[name], one))
        seen[name] += 1
    yield from (one for _, one in sorted(turns, key=lambda turn: turn[0]))
