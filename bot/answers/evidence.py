"""What was found for a question: statements and sentences with their articles, or why there are none.

Values only; `ledger` and `facts` find them, `compose` makes claims of them.
"""

from dataclasses import dataclass

from bot.models import Article, AskedSpeaker, Refusal, Span, Statement


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement with how well it answers, 0 to 1; `asked` is the speaker of the question whose it is."""

    statement: Statement
    article: Article
    score: float = 1.0
    asked: AskedSpeaker | None = None
    parts: tuple[Span, ...] = ()  # what of its context may be shown: whole sentences without boilerplate


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of an article with how well it answers; `statement` is the one that it belongs to."""

    span: Span
    article: Article
    score: float = 1.0
    statement: Statement | None = None
    matches: tuple[float, ...] = ()  # how well each word of the question is covered, by what is near as well
    own: float = 0.0  # share of the question that the sentence itself covers
    kind: float = 0.0  # whether it holds the kinds of things asked for, 0 to 1

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.article.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody is mentioned without being quoted: the article's title and a few words of it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """What the library holds nearest to what was not found."""

    titles: tuple[str, ...] = ()  # articles in which the asked speaker is quoted on other things
    mention: Mention | None = None  # of an asked speaker who is never quoted
    figure: Mention | None = None  # a sentence with another figure than the one that was asked about
    unknown: tuple[str, ...] = ()  # names asked for that the library does not hold at all


NOTHING_NEAR = Nearest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Found statements or sentences, best first; without both, `refusal` says why."""

    statements: tuple[FoundStatement, ...] = ()
    sentences: tuple[FoundSentence, ...] = ()
    refusal: Refusal | None = None
    nearest: Nearest = NOTHING_NEAR
    further: tuple[FoundSentence, ...] = ()  # that answer less well: a model may draw on them

    @property
    def empty(self) -> bool:
        """Nothing to compose an answer from."""
        return not self.statements and not self.sentences
