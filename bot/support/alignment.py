"""Which sentences of the sources a sentence of a claim rests on, and which word rests on which.

It judges nothing: checks read from it what is covered, missing or out of place.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.support.matching import Relation
from bot.support.reading import Word
from bot.support.sources import Hit, Place, Sources

MOST = 3  # sentences that one sentence of a claim may be made of
ADDS = 0.9  # worth of words that a further sentence must add
WORTH: dict[Relation, float] = {"same": 1.0, "synonym": 0.8, "kindred": 0.6, "near": 0.5, "none": 0.0}
KINDS = {"word": 1.0, "name": 1.3, "number": 1.2, "stop": 0.0}


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the claim and the word that it rests on, in the chosen sentences or elsewhere."""

    word: Word
    found: Word | None
    place: Place | None
    relation: Relation
    aligned: bool  # in one of the chosen sentences


@dataclass(frozen=True, slots=True)
class Alignment:
    """One sentence of a claim beside the sentences that it rests on, the best first."""

    words: tuple[Word, ...]
    places: tuple[Place, ...]
    matches: tuple[Match, ...]  # of the words that carry meaning
    resting: tuple[Word, ...]  # the words of the chosen sentences
    unclaimed: tuple[Word, ...]  # those that carry meaning and that no word of the claim rests on


def align(words: Sequence[Word], sources: Sources) -> Alignment:
    """The sentences that together hold most of the words, and the words in them."""
    telling = [word for word in words if word.kind != "stop"]
    hits = {word.place: sources.find(word) for word in telling}
    places = _chosen(telling, hits)
    main = _main(telling, hits, places)
    last: Word | None = None
    matches: list[Match] = []
    for word in telling:
        match = _match(word, hits[word.place], places, (main, last))
        matches.append(match)
        last = match.found if match.aligned else last
    whole = _whole_phrases(matches)
    resting = tuple(sources.words(places))
    used = {id(match.found) for match in whole if match.aligned}
    unclaimed = tuple(word for word in resting if word.kind != "stop" and id(word) not in used)
    return Alignment(tuple(words), places, whole, resting, unclaimed)


def _chosen(words: Sequence[Word], hits: dict[int, list[Hit]]) -> tuple[Place, ...]:
    """Sentences by what they add to those already chosen."""
    worth: dict[Place, dict[int, float]] = defaultdict(dict)
    for word in words:
        for place, _, how in hits[word.place]:
            value = WORTH[how] * KINDS[word.kind]
            worth[place][word.place] = max(value, worth[place].get(word.place, 0.0))
    chosen: list[Place] = []
    have: dict[int, float] = {}
    while worth and len(chosen) < MOST:
        best = max(worth, key=lambda place: (_added(worth[place], have), (-place[0], -place[1])))
        if chosen and _added(worth[best], have) < ADDS:
            break
        chosen.append(best)
        for word_place, value in worth.pop(best).items():
            have[word_place] = max(value, have.get(word_place, 0.0))
    return tuple(chosen)


def _added(values: dict[int, float], have: dict[int, float]) -> float:
    return sum(max(0.0, value - have.get(place, 0.0)) for place, value in values.items())


def _main(words: Sequence[Word], hits: dict[int, list[Hit]], places: Sequence[Place]) -> Place | None:
    """Of the chosen sentences the one with most words that are no names: who speaks stands elsewhere."""
    plain = Counter(
        place
        for word in words
        if word.kind != "name"
        for place in {place for place, _, how in hits[word.place] if how in ("same", "synonym")}
    )
    return max(places, key=lambda place: plain[place], default=None)


def _match(
    word: Word, hits: Sequence[Hit], places: Sequence[Place], beside: tuple[Place | None, Word | None]
) -> Match:
    """The best word for it: chosen sentences first, then meaning, then nearness to the last one."""

    main, last = beside

    def quality(hit: Hit) -> tuple[bool, float, bool, float]:
        place, found, how = hit
        near = place in places
        follows = last is not None and found.sentence == last.sentence
        distance = abs(found.place - last.place) if last is not None and follows else 50 + found.place / 100
        return near, WORTH[how], place == main, -distance

    if not hits:
        return Match(word, None, None, "none", aligned=False)
    place, found, how = max(hits, key=quality)
    return Match(word, found, place, how, aligned=place in places)


def _whole_phrases(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The rest of a phrase rests on what its first word rests on: "rid" in "get rid of" on "delete"."""
    heads = {match.word.place: match for match in matches}
    return tuple(_by_head(match, heads) for match in matches)


def _by_head(match: Match, heads: dict[int, Match]) -> Match:
    head = heads.get(match.word.head) if match.word.head is not None else None
    if match.aligned or head is None or head.found is None:
        return match
    return Match(match.word, head.found, head.place, head.relation, head.aligned)
