"""What a question takes for given and its answer does not have is said to be missing. Pure.

"Did the flood reach 480 houses?" is not answered by "48 houses" alone, nor what the mayor said of the
flood by words of hers on taxes. It knows no library.
"""

from collections.abc import Iterable, Sequence

from bot.answers.amounts import countable, is_figure
from bot.answers.phrases import phrase
from bot.answers.relevance import ABOUT
from bot.answers.wording import without_context
from bot.language.numbers import numbers
from bot.models import Claim, Question
from bot.search.coverage import asked_words, text_share

ASKS_ELSE = frozenset({"who", "when", "where", "how_much", "why"})


def missing(question: Question, claims: Sequence[Claim]) -> tuple[str, str]:
    """The remarks on what the claims of an answer do not have; empty strings where they have it."""
    return missing_figure(question, claims), off_matter(question, claims)


def missing_figure(question: Question, claims: Iterable[Claim]) -> str:
    """The remark on the asserted figure; empty when there is none, or when the answer has it."""
    if question.intent != "fact" or question.wanted in ASKS_ELSE or question.speakers:
        return ""
    asserted = numbers(countable(question.topic))
    quotes = " ".join(cited.quote for claim in claims for cited in claim.citations)
    if not asserted or asserted & numbers(quotes):
        return ""
    figure = " ".join(word for word in question.topic.split() if is_figure(word))
    return phrase("no_figure", question.language, figure=figure)


def off_matter(question: Question, claims: Iterable[Claim]) -> str:
    """The remark that somebody's words are not on the matter that the conversation is on; else empty."""
    if not question.speakers or question.topic or not question.context:
        return ""
    if _most_on(question.context, claims) >= ABOUT:
        return ""
    who = phrase("and", question.language).join(speaker.name for speaker in question.speakers)
    _, carried = without_context(question.standalone)
    return phrase("off_matter", question.language, who=who, topic=carried or question.context)


def _most_on(matter: str, claims: Iterable[Claim]) -> float:
    """The largest share of the words of a matter that what a claim cites has; 1 without claims."""
    words = asked_words(matter)
    cited = [f"{one.title} {one.passage or one.quote}" for claim in claims for one in claim.citations]
    return max((text_share(words, text) for text in cited), default=1.0)
