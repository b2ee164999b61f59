"""Two questions in one message: "who is the new coach and what did he promise?". Pure.

It cuts where the words tell that a second question begins, and leaves alone what belongs to the first one:
"when and where", "what did Orlov say about who pays and how much".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answers.predicates import AUXILIARIES, predicate
from bot.language.script import fold
from bot.language.tokens import Token, tokens

ASKING = frozenset(
    {"what", "who", "when", "where", "why", "how", "which", "whom"}
    | {"что", "кто", "когда", "где", "почему", "зачем", "сколько", "как", "какой", "какая", "какие", "какое"}
    | {"чем", "куда", "откуда", "кого", "кому"}
)
JOINING = frozenset({"and", "и", "а"})
SUBJECTS = frozenset({"the", "a", "an", "this", "that", "i", "you", "he", "she", "it", "we", "they"})
REACH = 4  # words of the first question among which it asks
SHORTEST = 3  # words of a question that can be asked by itself
ASIDE = re.compile(r"[\"“”«»„]|\b(?:whether|if|that|том|чтобы|если)\b", re.IGNORECASE)


@lru_cache(1000)  # the questions of a conversation are looked back to in each turn
def questions_of(text: str) -> tuple[str, ...]:
    """The two questions of a message, or the message alone."""
    pieces = tokens(text)
    border = next((place for place in range(2, len(pieces)) if _begins(pieces, place)), 0)
    if not border:
        return (text,)
    first, second = text[: pieces[border].start], text[pieces[border].start :]
    first = first.rstrip(" ,;–—-")
    return (first, second) if not ASIDE.search(first) else (text,)


def by_itself(second: str) -> str:
    """A second question without the word that joins it to the first."""
    word, _, rest = second.partition(" ")
    return rest if fold(word) in JOINING else second


def _begins(pieces: Sequence[Token], place: int) -> bool:
    """Whether a second question begins at a place, behind "and" or the mark that ends the first."""
    low = fold(pieces[place].text)
    joins, marked = low in JOINING, pieces[place - 1].text == "?"
    if joins and marked:
        return place + 1 < len(pieces)  # "and Orlov?"
    if not joins and not marked:
        return False
    before, rest = _words(pieces[:place]), _words(pieces[place + joins :])
    if low == "а" and len(rest) == SHORTEST - 1:
        return _asks_once(before) and rest[0] == "что"  # "what did Orlov say, а что Крылова"
    return _asks_once(before) and _can_stand(rest, marked) and _is_direct(rest, before)


def _words(pieces: Sequence[Token]) -> list[str]:
    return [fold(piece.text) for piece in pieces if piece.text[0].isalnum()]


def _asks_once(words: Sequence[str]) -> bool:
    """Whether words are one question, which asks at its beginning."""
    once = sum(word in ASKING for word in words) == 1
    return once and len(words) >= SHORTEST and any(word in ASKING for word in words[:REACH])


def _can_stand(rest: Sequence[str], marked: bool) -> bool:
    """Whether words open as a question; behind a mark with a verb, too: "Is he to resign?"."""
    return len(rest) >= SHORTEST and (rest[0] in ASKING or (marked and rest[0] in AUXILIARIES))


def _is_direct(rest: Sequence[str], before: Sequence[str]) -> bool:
    """English asks with its verb first ("how much did it cost"), or by "who" where no words are asked for."""
    if not rest[0].isascii():
        return True
    if rest[0] == "who" and "say" not in before:
        return True
    counts = rest[0] == "how" and rest[1] in {"many", "much"}
    if counts and predicate(" ".join(rest)):  # "how many people died"
        return True
    verb = next((place for place, word in enumerate(rest[:4]) if word in AUXILIARIES), None)
    return verb is not None and SUBJECTS.isdisjoint(rest[:verb])  # "what the city will do" is indirect
