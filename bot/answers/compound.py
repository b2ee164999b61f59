"""Two questions in one message: "who is the new coach and what did he promise?". Pure.

It cuts where the words tell that a second question begins, and leaves alone what belongs to the first one:
"when and where", "what did Orlov say about who pays and how much".
"""

import re
from collections.abc import Sequence

from bot.answers.predicates import predicate
from bot.language.script import fold
from bot.language.tokens import Token, tokens

ASKING = frozenset(
    {"what", "who", "when", "where", "why", "how", "which", "whom"}
    | {"что", "кто", "когда", "где", "почему", "зачем", "сколько", "как", "какой", "какая", "какие", "какое"}
    | {"чем", "куда", "откуда", "кого", "кому"}
)
JOINING = frozenset({"and", "и", "а"})
VERBS = frozenset(
    {"did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "will", "would", "can", "could"}
)
REACH = 4  # words of the first question among which it asks
SHORTEST = 3  # words of a question that can be asked by itself
ASIDE = re.compile(r"[\"“”«»„]|\b(?:whether|if|that|том|чтобы|если)\b", re.IGNORECASE)


def questions_of(text: str) -> tuple[str, ...]:
    """The two questions of a message, or the message alone."""
    pieces = tokens(text)
    border = next((place for place in range(2, len(pieces)) if _begins(pieces, place)), 0)
    if not border:
        return (text,)
    first, second = text[: pieces[border].start], text[pieces[border].start :]
    first = first.rstrip(" ,;–—-")
    return (first, second) if not ASIDE.search(first) else (text,)


def _begins(pieces: Sequence[Token], place: int) -> bool:
    """Whether a second question begins at a place, behind "and" or the mark that ends the first."""
    low = fold(pieces[place].text)
    if low in JOINING and pieces[place - 1].text == "?":
        return place + 1 < len(pieces)  # "and Orlov?"
    if low not in JOINING and pieces[place - 1].text != "?":
        return False
    asks = place + (low in JOINING)
    before = [fold(piece.text) for piece in pieces[:place] if piece.text[0].isalnum()]
    if sum(word in ASKING for word in before) != 1 or not _asks(before[:REACH]) or len(before) < SHORTEST:
        return False
    rest = [fold(piece.text) for piece in pieces[asks:] if piece.text[0].isalnum()]
    if low == "а" and len(rest) == SHORTEST - 1:
        return rest[0] == "что"  # "what did Orlov say, а что Крылова"
    opens = rest[:1] != [] and (rest[0] in ASKING or (low not in JOINING and rest[0] in VERBS))
    return len(rest) >= SHORTEST and opens and _is_direct(rest, before)


def _asks(words: Sequence[str]) -> bool:
    return any(word in ASKING for word in words)


def _is_direct(rest: Sequence[str], before: Sequence[str]) -> bool:
    """English asks with its verb first ("how much did it cost"), or by "who" where no words are asked for."""
    if not rest[0].isascii():
        return True
    counts = rest[0] == "how" and predicate(" ".join(rest)) != ""  # "how many people died"
    return counts or any(word in VERBS for word in rest[:4]) or (rest[0] == "who" and "say" not in before)
