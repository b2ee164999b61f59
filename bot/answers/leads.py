"""How articles open, and whether they are on a matter or merely name it; it chooses no answer."""

from collections.abc import Sequence

from bot.answers.evidence import FoundSentence
from bot.answers.excerpts import split
from bot.answers.judging import essential, is_thin, points_back, relevant
from bot.answers.library import Library
from bot.answers.places import Place
from bot.language.script import is_cyrillic
from bot.language.tokens import words as words_of
from bot.models import Article, Span
from bot.search.coverage import Word, asked_words, text_matches, text_share
from bot.support.address import addresses_reader

LEADS = 2  # sentences of an article that tell its event
# share of the topic in a title from which the lead tells what happened: "Bridge closed" of a repair
TITLED = 0.4
THUS = frozenset({"so", "thus", "так"})
OF_THIS = frozenset({"этом", "этому", "этим"})  # «об этом сообщил мэр»


def is_about(article: Article, words: Sequence[Word], library: Library) -> bool:
    """Whether title and lead of an article have the words: it is on the matter, not merely naming it."""
    lead = library.readable([article.id]).get(article.id, (Span(0, 0),))[0]
    return essential(words, text_matches(words, article.text[lead.start : lead.end], article.title))


def is_titled(article: Article, words: Sequence[Word]) -> bool:
    """Whether enough of the words stand in the title."""
    return text_share(words, article.title) >= TITLED


def tells_of_matter(lead: FoundSentence, words: Sequence[Word]) -> bool:
    """Whether a first sentence has enough of the words itself, where the title has not."""
    return text_share(words, lead.text) >= TITLED


def leads(articles: Sequence[Article], library: Library, score: float = 1.0) -> list[FoundSentence]:
    """The first sentences of some articles that tell anything, in the order of the articles."""
    readable = library.readable(article.id for article in articles)
    found: list[FoundSentence] = []
    for article in dict.fromkeys(articles):
        spans = readable.get(article.id, ())
        first = split(article, spans[0]) if spans else ()
        kept = [span for span in first if _tells(article.text[span.start : span.end], article)]
        found += [FoundSentence(span, article, score) for span in kept[:LEADS]]
    return found


def _tells(text: str, article: Article) -> bool:
    return not is_thin(text, article) and not addresses_reader(text)


def first_leads(articles: Sequence[Article], library: Library, score: float = 1.0) -> list[FoundSentence]:
    """Of each article the one of its first sentences that tells most of what its title tells.

    One that leans on the sentence before ("Thus he answered ...") is taken only where no other is.
    """
    best: dict[int, tuple[tuple[bool, float], FoundSentence]] = {}
    for lead in leads(articles, library, score):
        told = not leans(lead.text), text_share(asked_words(lead.article.title), lead.text)
        if lead.article.id not in best or told > best[lead.article.id][0]:
            best[lead.article.id] = (told, lead)
    return [lead for _, lead in best.values()]


def leans(text: str) -> bool:
    """Whether a sentence goes on from the one before."""
    first, second = (*words_of(text)[:2], "", "")[:2]
    joined = second.islower() or is_cyrillic(first) or text[len(first) : len(first) + 1] == ","
    # not «так называемый», nor "So Young Kim"
    thus = first.lower() in THUS and joined and not second.startswith("называем")
    return thus or second in OF_THIS or points_back(f"{first} {second}")  # not "Dolsk closed its bridge"


def on_matter(places: Sequence[Place], words: Sequence[Word], library: Library) -> set[int]:
    """The articles that have enough of the words in their title, or title and first sentences together."""
    articles = {place.article.id: place.article for place in places}
    opening = {key: one.title for key, one in articles.items() if not is_titled(one, words)}
    for lead in leads([articles[key] for key in opening], library):
        opening[lead.article.id] += f"\n{lead.text}"
    naming = {key for key, text in opening.items() if not relevant(words, text_matches(words, text))}
    return articles.keys() - naming
