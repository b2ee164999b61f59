"""The vocabulary of Whosaid as frozen values that every layer shares; it knows the standard library only.

Offsets count Unicode code points in `Article.text`, which is never rewritten; a `Span` is half-open.
Moments are aware datetimes; `published` stays the ISO 8601 text of the source ("2025-07-09" or
"2025-07-09T10:17:13+03:00"), because a date must not be turned into an invented time.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, NamedTuple

Language = Literal["en", "ru"]
StatementKind = Literal["direct", "indirect", "mixed"]
ClaimKind = Literal["direct", "indirect", "fact"]
SpeakerKind = Literal["person", "body", "document", "unknown"]
Refusal = Literal["no_evidence", "not_said", "off_topic", "unclear"]
Outcome = Literal["added", "updated", "duplicate", "unchanged"]
SmallTalk = Literal["greeting", "thanks", "help", "about_bot"]
Intent = Literal[
    "said",  # what did X say (about Y)
    "said_about",  # what was said about X, by anyone
    "who_said",  # who said these words
    "commented",  # who commented on Y: every speaker once
    "fact",  # who, when, where, how much, why, which: see Question.wanted
    "event",  # what happened
    "timeline",  # how did it develop
    "changes",  # what is new of Y since a moment
    "position",  # what X said about Y over time: first, again, otherwise
    "disagreement",  # what sources tell differently, of Y or at all
    "latest",  # the newest about Y
    "more",  # continue the previous answer
    "shorter",  # the previous answer in fewer lines
    "source",  # where is the previous answer from
    "when_said",  # when was the previous answer said
    SmallTalk,
    "not_news",  # arithmetic, poems, commands to the bot: nothing that articles answer
    "opinion",  # asks for the bot's own view or for a prediction
]
# Altered: a source has most of it, something otherwise; misattributed: there somebody else says it.
Verdict = Literal["supported", "altered", "misattributed", "unsupported"]
JudgedAs = Literal["supported", "repaired", "dropped"]  # what the gate makes of a claim
Wanted = Literal["who", "when", "where", "how_much", "why", "which", "what"]


class Span(NamedTuple):
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """The same range in a text that begins elsewhere."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as parsed from one input, before it is stored."""

    url: str
    title: str
    text: str
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    language: Language | None = None  # what the input says; annotation decides when it is None
    partial: bool = False  # only a summary or the free beginning: the rest is behind a wall


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article in one of its versions (1 is the first)."""

    id: int
    url: str
    title: str
    text: str
    published: str | None
    source: str | None
    language: Language
    version: int = 1
    authors: tuple[str, ...] = ()
    partial: bool = False  # only a summary or the free beginning is known


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Words set apart without quotation marks and signed with a name and an office."""

    spans: tuple[Span, ...]  # the words, without boilerplate that fell between them
    signature: Span  # "Vladimir Putin President of Russia"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is known about the layout of a text; every span points into it, in order, without overlap."""

    language: Language
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]  # no sentence crosses a paragraph border or touches boilerplate
    headings: tuple[Span, ...] = ()  # title line and subheads: short, without final punctuation
    boilerplate: tuple[Span, ...] = ()  # "See also ...", captions, newsletter and advertising lines
    pull_quotes: tuple[PullQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: speaker, cue and content, as spans of one article.

    `context` bounds the whole sentences that hold content, cue and speaker: what a citation shows.
    `spans` is the content alone, more than one for a split quotation.
    """

    spans: tuple[Span, ...]
    context: Span
    kind: StatementKind
    cue: str  # the word of saying as it stands, "" for pull quotes and transcripts
    mention: Span | None  # the speaker's words in the text: "He", "the Kremlin spokesman"
    speaker: str | None  # resolved within the article, in the nominative: "Dmitry Peskov"
    speaker_kind: SpeakerKind = "unknown"
    offices: tuple[str, ...] = ()  # as the article words them: "Kremlin official representative"
    said_on: date | None = None  # only when the text tells
    chain: tuple[str, ...] = ()  # who passed it on, outermost first: ("TASS",)
    declined: bool = False  # the speaker refused to comment; the content is that refusal
    id: int = 0  # 0 until stored
    article_id: int = 0

    def moved(self, by: int) -> "Statement":
        """The same statement in a text that begins elsewhere."""
        return replace(
            self,
            spans=tuple(span.moved(by) for span in self.spans),
            context=self.context.moved(by),
            mention=self.mention and self.mention.moved(by),
        )


class Passage(NamedTuple):
    """A retrieval unit of an article: some 120 words, cut at sentence borders."""

    span: Span
    id: int = 0
    article_id: int = 0


@dataclass(frozen=True, slots=True)
class Analysed:
    """A draft with everything that annotation found in it; what the store takes in, whole or not at all."""

    draft: Draft
    language: Language
    annotation: Annotation
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    fingerprint: str  # equal for equal title and text, whatever the white space
    profile: str = (
        ""  # what it tells of its event, as `bot.stories.profile` writes it; "" where none was made
    )


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body of the library, with every form under which statements name it."""

    id: int
    name: str  # the fullest form met: "Dmitry Peskov"
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()  # other resolved names met: "Дмитрий Песков", "Песков"
    offices: tuple[str, ...] = ()
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of time, half-open; an open side is None."""

    start: datetime | None
    end: datetime | None
    words: str = ""  # the words of the question that named it: "yesterday"


@dataclass(frozen=True, slots=True)
class AskedSpeaker:
    """One speaker that a question names, and whom the library holds under that name."""

    words: str  # as the question writes it: "Песковым", "the Kremlin spokesman"
    name: str  # as we name it in the answer: "Dmitry Peskov"
    ids: tuple[int, ...] = ()  # every stored speaker that it may be; empty when the library holds none


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, taken apart."""

    text: str  # as typed
    standalone: str  # as it would be asked without the conversation
    language: Language
    intent: Intent
    wanted: Wanted = "what"
    speakers: tuple[AskedSpeaker, ...] = ()  # whose words are asked for; of "who else?" whose are known
    topic: str = ""  # the words to look for, without speaker, period and question words
    quotation: str = ""  # words in quotation marks, for "who said ..."
    period: Period | None = None
    corrections: tuple[str, ...] = ()  # "taking 'Peskow' as Dmitry Peskov", said to the reader
    relayed_by: AskedSpeaker | None = None  # Peskov in "what did Putin tell Trump, according to Peskov?"
    context: str = ""  # words carried from the conversation: they help ranking, nothing requires them


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of an article that supports a claim; `quote == article.text[start:end]`."""

    number: int
    article_id: int
    url: str
    title: str
    source: str | None
    published: str | None
    start: int
    end: int
    quote: str
    passage: str = ""  # the article's own text around the quote, for reading on; "" when not looked up
    reprints: int = 0  # other articles that carry this article's text
    partial: bool = False  # only a summary or the beginning of the article is known
    version: int = 1  # of the article, in which the quote stands where it is cited


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer with what supports it; `speaker` is None for a fact."""

    text: str
    speaker: str | None
    kind: ClaimKind
    citations: tuple[Citation, ...]
    note: str = ""  # ours, on the claim and not in it: "first found; again on 3 July 2025"
    translation: str = ""  # of the text by a model, into the language of the answer


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate made of the claims that were composed for an answer."""

    kept: int = 0
    repaired: int = 0  # replaced by the sentence of the source
    dropped: int = 0

    def with_one(self, outcome: JudgedAs) -> "Judged":
        """One claim more."""
        return Judged(
            self.kept + (outcome == "supported"),
            self.repaired + (outcome == "repaired"),
            self.dropped + (outcome == "dropped"),
        )


UNJUDGED = Judged()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown: claims, or a refusal without any."""

    question: str
    standalone_question: str
    lang: Language
    answered: bool
    refusal: Refusal | None
    claims: tuple[Claim, ...]
    text: str
    composer: str = "extractive"
    ms: float = 0.0
    remark: str = ""  # shown above the claims: how a name was taken, what period was searched
    details: str = ""  # the body of a refusal or of small talk, without claims and sources
    judged: Judged = UNJUDGED  # of the composer's claims
    intent: Intent | None = None  # of the question; None in answers kept by older versions


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim of a message beside the sources: what holds of it and the places that tell.

    The citations of an altered claim are the original, those of a misattributed one who said it.
    """

    text: str
    verdict: Verdict
    reasons: tuple[str, ...] = ()  # why it is not supported, in a word or two each
    differences: tuple[str, ...] = ()  # the words of it that the reasons turn on
    citations: tuple[Citation, ...] = ()
    speaker: str | None = None  # who said what is cited, as the ledger knows it


@dataclass(frozen=True, slots=True)
class Check:
    """What became of every claim of a message; `text` is what a person reads."""

    claim: str
    lang: Language
    claims: tuple[CheckedClaim, ...]
    cut: bool = False  # the message was too long, its end was not looked at
    text: str = ""

    @property
    def verdict(self) -> Verdict:
        """Of the whole: supported when every claim is, else the most telling fault."""
        held = {claim.verdict for claim in self.claims} | ({"unsupported"} if self.cut else set())
        order: tuple[Verdict, ...] = ("misattributed", "altered", "unsupported", "supported")
        return next((verdict for verdict in order if verdict in held), "unsupported")


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with its answer, as kept for follow-ups."""

    question: Question
    answer: Answer
    asked: datetime
    shown: tuple[int, ...] = ()  # ids of statements shown so far under this question, for "more"


class SearchDocument(NamedTuple):
    """A passage as the search index sees it: normalised texts, and what it is filtered by."""

    id: int
    article_id: int
    title: str  # index terms of the article's title
    body: str  # index terms of the passage
    speaker_ids: tuple[int, ...] = ()  # who speaks in it
    published: int = 0  # seconds since the epoch, UTC; 0 when unknown; a bare date counts as its start


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """One word asked for: any of its alternatives may match."""

    alternatives: tuple[str, ...] = ()
    weight: float = 1.0
    nested: tuple[str, ...] = ()  # what one word is indexed under: the rarer stand where the commoner do


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What the index is asked: terms, and filters."""

    terms: tuple[SearchTerm, ...]
    speaker_ids: tuple[int, ...] = ()  # passages in which any of these speaks; empty: all passages
    since: int | None = None  # seconds since the epoch, inclusive; undated documents never match a bound
    until: int | None = None  # exclusive; undated documents stay visible when only `until` is given
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, best first; `score` is the index's own BM25."""

    id: int
    article_id: int
    score: float
    published: int = 0  # seconds since the epoch; 0 when undated


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A ranked passage as the search command shows it."""

    article_id: int
    url: str
    title: str
    published: str | None
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be taken in, with its place ("news.jsonl:12")."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every input of one run."""

    added: int = 0
    updated: int = 0
    duplicates: int = 0
    unchanged: int = 0
    failed: tuple[Failure, ...] = field(default=())
    seconds: float = 0.0
