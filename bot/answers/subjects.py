"""The noun phrases of a question: what a later "it" may stand for, what a later question may leave out. Pure.

What stands in brackets in a question was carried over from one still earlier. It knows no library and no
conversation.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.answers.chunks import ARTICLES, LONGEST, Chunk, english, is_content, is_name, russian
from bot.answers.lexicon import is_listed, word_list
from bot.answers.wording import without_context
from bot.language.lemmas import lemmas
from bot.language.morphology import morph
from bot.language.nominal import named
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import Token, tokens
from bot.language.wordclass import word_class

LOCATING = frozenset({"in", "at", "near", "from", "under", "during", "в", "во", "на", "из", "под", "при"})
ABOUT = frozenset({"on", "about", "о", "об", "про", "по"})
CHOOSING = frozenset({"many", "much", "which", "what"}) | frozenset(
    {"сколько", "какой", "какая", "какие", "какое", "каком"}
)
WHO = frozenset({"who", "who's", "кто"})
BEING = frozenset({"is", "are", "was", "were", "be", "will"})
THERE = frozenset({"there", "там"})
QUOTES = frozenset('«»"“”„')
JOINING = frozenset({"of", "and", "or", "&", "и", "или", "/"})
MOST_PHRASES = 12
REACH = 4  # words before a phrase that tell what it is there for
LONGEST_TEXT = 1000  # characters that are looked at

Use = Literal["thing", "counted", "role", "side"]


class Phrase(NamedTuple):
    """A noun phrase as it stands; `words` are those that carry meaning."""

    text: str
    start: int
    words: tuple[str, ...]
    named: bool  # holds a name
    definite: bool
    own: bool  # not carried over, in brackets, from an earlier question
    head: str  # its main noun: "bridge" of "the old bridge of Dolsk"
    new: bool = False  # "a ferry" is not spoken of as known
    placed: bool = False  # tells where or when something else was: "in Dolsk"
    use: Use = "thing"  # else what is asked for: "how many | houses", "who is the | owner", "the | cost"

    @property
    def upright(self) -> str:
        """A Russian phrase in the nominative, in which one carried over stands already."""
        return named(self.text) if self.own else self.text

    @property
    def with_article(self) -> str:
        """ "The bridge", where it was spoken of as known, so also where it was carried over."""
        known = self.definite or not (self.own or self.named)
        return f"the {self.text}" if known and not is_cyrillic(self.text) else self.text

    @property
    def head_key(self) -> str:
        """As `keys`, of the main noun."""
        return lemmas(self.head)[0]

    @property
    def keys(self) -> frozenset[str]:
        """What tells whether another phrase speaks of the same."""
        return frozenset(lemma for word in self.words for lemma in lemmas(word)[:1])


@lru_cache(maxsize=256)
def phrases(text: str) -> tuple[Phrase, ...]:
    """The noun phrases of a question in order."""
    pieces = tokens(text, 0, min(len(text), LONGEST_TEXT))
    plain = " ".join(
        token.text for token in pieces if token.text.islower()
    )  # names may be in the other script
    cut = russian if is_cyrillic(plain or text) else english
    chunks = _joined(list(cut(pieces)), pieces)[:MOST_PHRASES]
    own, carried = without_context(text)
    return tuple(_phrase(chunk, pieces, text, len(own if carried else text)) for chunk in chunks)


def _phrase(chunk: Chunk, pieces: Sequence[Token], text: str, border: int) -> Phrase:
    part = pieces[chunk.first : chunk.last]
    words = tuple(token.text for token in part if is_content(token.text))
    named = _holds_name(chunk, pieces)
    start, end = part[0].start, part[-1].end
    if text[end : end + 1] in QUOTES and not QUOTES.isdisjoint(text[start:end]):
        end += 1
    before = _before(chunk, pieces)
    placed = not LOCATING.isdisjoint(before[:1])
    new = pieces[chunk.first - 1].text.lower() in ("a", "an") if chunk.first else False
    use: Use = "thing" if named else "side" if _is_side(chunk, pieces) else _asked_as(before)
    own = start < border
    return Phrase(text[start:end], start, words, named, chunk.definite, own, _head(part), new, placed, use)


def _before(chunk: Chunk, pieces: Sequence[Token]) -> list[str]:
    """The words before a phrase and its article, the nearest first."""
    near = reversed(pieces[max(0, chunk.first - REACH) : chunk.first])
    return [low for token in near if (low := fold(token.text)) not in ARTICLES | QUOTES | THERE]


def _asked_as(before: Sequence[str]) -> Use:
    """What a phrase is there for by the words before it, the nearest first."""
    if not CHOOSING.isdisjoint(before[:1]):
        return "counted"
    return "role" if next((word for word in before if word not in BEING), "") in WHO else "thing"


def _head(part: Sequence[Token]) -> str:
    """The noun before "of", "in" or "and"; the first noun in Russian, where the genitive follows it."""
    if is_cyrillic(part[0].text):
        nouns = (token.text for token in part if morph(fold(token.text))[0].pos == "NOUN")
        return next(nouns, part[0].text)
    link = next((place for place, token in enumerate(part) if not is_content(token.text)), len(part))
    return part[max(0, link - 1)].text


def _joined(chunks: Sequence[Chunk], pieces: Sequence[Token]) -> list[Chunk]:
    """Phrases with what belongs to them: "bridge of Dolsk", "flood in Dolsk", "gas and oil"."""
    found: list[Chunk] = []
    for chunk in chunks:
        if found and _belongs(found[-1], chunk, pieces):
            before = found.pop()
            side = _is_side(before, pieces)
            found.append(chunk if side else Chunk(before.first, chunk.last, before.definite))
        else:
            found.append(chunk)
    return [chunk for chunk in found if not _is_side(chunk, pieces)] or found


def _holds_name(chunk: Chunk, pieces: Sequence[Token]) -> bool:
    return any(is_name(pieces, place) for place in range(chunk.first, chunk.last))


def _is_side(chunk: Chunk, pieces: Sequence[Token]) -> bool:
    """Whether all of a phrase only names a side of something else."""
    listed = word_list("relational")
    part = [token.text for token in pieces[chunk.first : chunk.last]]
    nouns = [word for word in part if is_cyrillic(word) or word_class(word) != "adjective"]
    return not _holds_name(chunk, pieces) and all(is_listed(fold(word), listed) for word in nouns)


def _belongs(before: Chunk, after: Chunk, pieces: Sequence[Token]) -> bool:
    between = [fold(token.text) for token in pieces[before.last : after.first]]
    links = [word for word in between if word not in ARTICLES and word not in QUOTES]
    if not links and between and before.last == after.first - len(between):
        return not QUOTES.isdisjoint(between)  # the mine "South"
    if len(links) != 1 or after.last - before.first > 2 * LONGEST:
        return False
    if links[0] in JOINING:
        return True
    if links[0] in ABOUT and not _holds_name(before, pieces):
        return True
    return links[0] in word_list("placing") and (_holds_name(after, pieces) or _is_side(before, pieces))
