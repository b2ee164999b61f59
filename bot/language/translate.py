"""English and Russian words of the news that mean the same; every index term that an asked word may match.

The lexicon is `data/en_ru.tsv`, made by hand. It works on lemmas, one word at a time; names need no entry,
their keys are the same in both scripts. It knows nothing of questions or of the index.
"""

from functools import cache, lru_cache

from bot.language.lemmas import is_stop, lemmas
from bot.language.names import word_keys
from bot.language.script import fold
from bot.language.tables import rows

_LEXICON = "en_ru.tsv"


def translations(lemma: str) -> tuple[str, ...]:
    """Index terms of the other language that mean what `lemma` means; empty when the lexicon lacks it."""
    return _lexicon().get(lemma, ())


@lru_cache(maxsize=8192)
def expand(word: str) -> tuple[str, ...]:
    """Every index term that `word` of a question may match, its own lemmas first.

    Name keys ("@peskov") come with capitalised words and with words unknown to the lexicon, because
    people type names in lower case too.
    """
    own = lemmas(word)
    if is_stop(word) and word not in entries():
        return own
    known = [term for lemma in own for term in translations(lemma)]
    name_like = word[:1].isupper() or (word[:1].isalpha() and not known)
    return tuple(dict.fromkeys((*own, *(_keys(word) if name_like else ()), *known)))


def _keys(word: str) -> tuple[str, ...]:
    return tuple(f"@{key}" for key in sorted(word_keys(word)))


@cache
def entries() -> frozenset[str]:
    """English entries as written: "US" and "May" are words of the news, "us" and "may" are not."""
    return frozenset(english for english, _ in rows(_LEXICON))


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    """Lemma -> terms of the other language."""
    pairs: dict[str, dict[str, None]] = {}
    for english, russian in rows(_LEXICON):
        left, right = _english_terms(english), fold(russian)
        pairs.setdefault(right, {}).update(dict.fromkeys(left))
        for key in lemmas(english):
            pairs.setdefault(key, {})[right] = None
    return {lemma: tuple(terms) for lemma, terms in pairs.items()}


def _english_terms(word: str) -> tuple[str, ...]:
    """What stands in the index for an entry: its stem, but for "US" and "WHO" the name key.

    As words these two stand in every text.
    """
    if is_stop(word) and not word.islower():
        return _keys(word)
    return lemmas(word)[:1]
