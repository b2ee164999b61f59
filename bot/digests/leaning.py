"""The order for somebody: what they follow elsewhere rises, what is like a matter they dislike sinks. Pure.

Items are only put in another order, so all who lean alike share an edition and nothing is composed anew.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from bot.language.names import find_names, nominative
from bot.stories.words import name_words, ordinary_words
from bot.subscriptions.values import DigestItem

RISE = 3  # places that a story of another subscription goes up
ALIKE = 0.5  # of the names of a disliked matter, from which on a story is like it


def ordered(
    items: Sequence[DigestItem], liked: Collection[str], disliked: Iterable[Sequence[str]]
) -> tuple[int, ...]:
    """The places of items in the order for somebody.

    `liked` are marks of what other subscriptions are about; `disliked` are the names of each matter of which
    somebody wants to hear less.
    """
    unwanted = [keys for names in disliked if (keys := _keys(tuple(names)))]

    def rank(place: int) -> tuple[bool, int, bool]:
        item = items[place]
        is_liked = bool(liked) and item.known_to(liked)
        is_unwanted = any(_is_like(item, keys) for keys in unwanted)
        return is_unwanted, place - RISE * is_liked, not is_liked

    return tuple(sorted(range(len(items)), key=rank))


def main_names(item: DigestItem) -> tuple[str, ...]:
    """The names in the title of an item, or else those of its first line, each once."""
    # the first word of a title is seldom a name: those that lines have in small letters are none
    ordinary = ordinary_words(claim.text for claim in item.claims)
    for text in (item.title, *(claim.text for claim in item.claims[:1])):
        found = dict.fromkeys(nominative(name.text) for name in find_names(text))
        if names := tuple(one for one in found if _keys((one,)) - ordinary):
            return names
    return ()


def _is_like(item: DigestItem, names: frozenset[str]) -> bool:
    return len(_keys(main_names(item)) & names) >= ALIKE * len(names)


@lru_cache(4000)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    """Names in one form for both languages and all cases; the stop word shows that none opens a sentence."""
    return frozenset(name_words("".join(f"and {name} " for name in names), frozenset()))
