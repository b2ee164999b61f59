"""Which words of a question an answer cannot do without; the others only help it up. Pure.

"Which retailer lowered its prices?" is answered by a name that nobody need call a retailer, and "Orlova died
on Friday. When did she join the choir?" without a word of her death. It knows no sentence that may answer.
"""

from collections.abc import Sequence

from bot.answers.asking import asking
from bot.answers.kinds import kind_asked
from bot.answers.pronouns import PERSONAL
from bot.language.script import fold
from bot.language.tokens import words as words_of
from bot.search.coverage import Word

FEWEST = 3  # words that tell the matter


def asked_for(question: str, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words of the question itself, and those that only a sentence before it has.

    Names of that sentence are asked for as well, unless the question repeats one of them. All are where too
    few are left to tell the matter.
    """
    asked = _own(question, words)
    kind = kind_asked(question)
    if sum(word.text not in kind for word in asked) < FEWEST:
        return list(words), []
    return asked, [word for word in words if word not in asked]


def _own(question: str, words: Sequence[Word]) -> list[Word]:
    before, own, _ = asking(question)
    earlier, later = set(words_of(before)), set(words_of(own))
    repeats = any(word.name and word.text in earlier & later for word in words)
    points = not PERSONAL.keys().isdisjoint(map(fold, later))  # "when did she join it?"
    names_too = points or not repeats
    return [word for word in words if word.text not in earlier - later or (word.name and names_too)]


def needed(question: str, words: Sequence[Word]) -> tuple[int, ...]:
    """The places of the words that an answer cannot do without: but for those that say of what kind it is.

    Of all words where too few are left, or where none of them is a name: of "which university closed its
    school?" any school would do.
    """
    kind = kind_asked(question)
    left = tuple(place for place, word in enumerate(words) if word.text not in kind)
    named = any(words[place].name for place in left)
    return left if named and len(left) >= FEWEST else tuple(range(len(words)))
