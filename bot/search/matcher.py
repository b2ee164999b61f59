"""Which words of a question stand in many texts: what `match` tells of their bags, in a fraction of the time.

Pure but for what it remembers; it knows nothing of statements, articles or the index.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.language.lemmas import KEY, irregular_openings, piece_terms, pieces
from bot.language.names import is_paired
from bot.language.spelling import initials
from bot.search.coverage import Bag, Word, match, roots_of

OPENING = 3  # letters with which a plain English word and all its terms begin
LATE = frozenset(
    {"ing", "ings", "ies"}
)  # but for words that are little more than an ending: "using" has "use"

Values = tuple[float, ...]  # one for each word of the question


class Matcher:
    """One question against many texts.

    It remembers which pieces of text match, few of all that it met, and so builds no bags.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._forms = frozenset[str]().union(*(word.forms | word.near for word in words))
        self._roots = frozenset[str]().union(*(word.roots for word in words))
        sought = self._forms | self._roots
        openings = frozenset(form[:OPENING] for form in sought)
        # "bought" begins otherwise than "buy"
        self._openings = openings | irregular_openings(openings, OPENING)
        self._short = frozenset(form for form in sought if len(form) < OPENING)  # "ads" has the stem "ad"
        keys = (form.removeprefix(KEY) for form in self._forms if form.startswith(KEY))
        self._initials = frozenset[str]().union(*map(initials, keys))  # of names
        self._none = (0.0,) * len(words)
        self._seen: set[str] = set()
        self._found: dict[str, Values] = {}
        self._texts: dict[str, Values] = {}  # several statements lie in one

    def of(self, text: str) -> Values:
        """How each word is found in a text: exactly, as a synonym, by its root, or not at all."""
        if text not in self._texts:
            self._texts[text] = self._match(text)
        return self._texts[text]

    def matches(self, *places: tuple[str, float]) -> Values:
        """For every word its best match over several texts, each with its worth."""
        best = self._none
        for text, worth in places:
            found = self.of(text)
            if found is not self._none:
                best = tuple(map(max, best, (worth * value for value in found)))
        return best

    def _match(self, text: str) -> Values:
        here = set(pieces(text))
        fresh = here - self._seen
        if fresh:
            self._look_at(fresh)
        found = [*filter(None, map(self._found.get, here))]
        return tuple(map(max, self._none, *found)) if found else self._none

    def _look_at(self, fresh: set[str]) -> None:
        """Remember those that match."""
        self._seen |= fresh
        for piece in fresh:
            # most terms need not be made
            is_plain = piece.isascii() and (piece.isalpha() or piece.isdigit())
            if not is_plain or self._may_match(piece, piece.lower()):
                self._take(piece)

    def _may_match(self, piece: str, low: str) -> bool:
        """Whether an English word begins as anything sought: "cry" has the stem "cri", "ads" has "ad"."""
        if low[:3] in self._openings or "y" in low[1:3] or low[:2] in self._short or low[2:] in LATE:
            return True
        return piece != low and (low[0] in self._initials or is_paired(low))

    def _take(self, piece: str) -> None:
        found = piece_terms(piece)
        roots = roots_of(found)
        if not (self._forms.isdisjoint(found) and self._roots.isdisjoint(roots)):
            text = Bag(frozenset(found), frozenset(roots))
            self._found[piece] = tuple(match(word, text) for word in self._words)


@lru_cache(maxsize=4)
def matcher_for(words: tuple[Word, ...]) -> Matcher:
    """The matcher of some words; ranking and judging look at the same texts for the same words."""
    return Matcher(words)
