"""The order of passages: the index's BM25, recency as a prior, the article, its title, the words covered.

Pure; candidates bring what is compared. The weights and their reasons stand in `weights`.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.models import Hit
from bot.search.coverage import Word, names_share, rarities, share
from bot.search.matcher import matcher_for
from bot.search.weights import (
    ARTICLE,
    ARTICLE_PASSAGES,
    COVERAGE,
    ERA,
    ERA_DAYS,
    FIRST_PLACES,
    NAMES,
    PASSAGES_FURTHER,
    PASSAGES_PER_ARTICLE,
    RECENCY,
    RECENCY_DAYS,
    TITLE,
)

DAY = 86_400
OPENING = 250  # characters by which a reprint is known


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that the index found; `text` is empty until it is looked at word by word."""

    id: int
    article_id: int
    score: float
    title: str = ""
    text: str = ""


def recency(published: int, now: int) -> float:
    """The prior of a passage by its age, both in seconds since the epoch; 0 when undated."""
    if not published:
        return 0.0
    age = max(0, now - published) / DAY
    return RECENCY * math.exp(-age / RECENCY_DAYS) + ERA * math.exp(-age / ERA_DAYS)


def first_order(hits: Sequence[Hit], now: int) -> list[Candidate]:
    """Candidates by BM25, the article's other passages and recency, best first."""
    scores: dict[int, list[float]] = defaultdict(list)
    for hit in hits:
        scores[hit.article_id].append(hit.score)
    candidates = [
        Candidate(
            hit.id, hit.article_id, hit.score + _rest(scores[hit.article_id]) + recency(hit.published, now)
        )
        for hit in hits
    ]
    return sorted(candidates, key=_by_score)


def _rest(scores: Sequence[float]) -> float:
    """What the further passages of an article add; hits come best first."""
    rest = scores[1 : 1 + ARTICLE_PASSAGES]
    return ARTICLE * sum(rest) / ARTICLE_PASSAGES


def exact_order(candidates: Sequence[Candidate], words: Sequence[Word]) -> list[Candidate]:
    """Candidates that carry title and text, by what of the question they cover, best first."""
    matcher = matcher_for(tuple(words))
    titles = [matcher.of(found.title) for found in candidates]
    texts = [matcher.of(found.text) for found in candidates]
    both = [tuple(map(max, *pair)) for pair in zip(titles, texts, strict=True)]
    rarity = rarities(both)
    added = [
        # in the text, words that few of the candidates hold count more
        TITLE * share(words, in_title)
        + COVERAGE * share(words, in_text, rarity)
        + NAMES * names_share(words, best)
        for in_title, in_text, best in zip(titles, texts, both, strict=True)
    ]
    pairs = zip(candidates, added, strict=True)
    return sorted((replace(found, score=found.score + more) for found, more in pairs), key=_by_score)


def _by_score(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, candidate.id


def thin_out(
    candidates: Sequence[Candidate],
    limit: int,
    per_article: int = PASSAGES_PER_ARTICLE,
    further: int = PASSAGES_FURTHER,
) -> list[Candidate]:
    """The first candidates, a few of one article, reprints folded into the best of them.

    Beyond the first places an article has room for `further` passages only: there others are looked for.
    """
    kept: list[Candidate] = []
    articles: dict[int, int] = defaultdict(int)
    texts: set[str] = set()
    for candidate in candidates:
        room = per_article if len(kept) < FIRST_PLACES else further
        key = "".join(filter(str.isalnum, candidate.text[:OPENING].lower()))
        if articles[candidate.article_id] >= room or (key and key in texts):
            continue
        articles[candidate.article_id] += 1
        texts.add(key)
        kept.append(candidate)
        if len(kept) == limit:
            break
    return kept
