"""The words of a question as terms for the index; it knows nothing of what the index is."""

from bot.models import SearchTerm
from bot.search.coverage import asked_words

MAX_TERMS = 24  # a pasted page must not become a query of a thousand terms


def terms(words_text: str) -> tuple[SearchTerm, ...]:
    """One term a content word: its lemmas, keys and translations as alternatives, names weighted up."""
    words = asked_words(words_text[:2000])[:MAX_TERMS]
    return tuple(SearchTerm(tuple(sorted(word.forms)), word.weight) for word in words)
