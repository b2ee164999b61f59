"""The words of a question as terms for the index; it knows nothing of what the index is."""

from bot.language.script import is_cyrillic
from bot.models import SearchTerm
from bot.search.coverage import Word, asked_words

MAX_TERMS = 24  # a pasted page must not become a query of a thousand terms


def terms(words_text: str) -> tuple[SearchTerm, ...]:
    """One term a content word: its lemmas, keys and translations, names weighted up."""
    return tuple(map(_term, asked_words(words_text[:2000])[:MAX_TERMS]))


def _term(word: Word) -> SearchTerm:
    """What an English word is indexed under is nested; a Russian one has a lemma for each of its readings.

    The own form of an English word is among these, though the index leaves out what no document holds.
    """
    forms = tuple(sorted(word.forms))
    if is_cyrillic(word.text):
        return SearchTerm(forms, word.weight)
    russian = tuple(filter(is_cyrillic, forms))
    return SearchTerm(russian, word.weight, tuple(form for form in forms if form not in russian))
