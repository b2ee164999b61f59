"""A message that puts the one before right: "no, I meant the ferry" asks the same about the ferry. Pure.

It knows how corrections are worded, and who bears the same name as somebody; nothing of what was asked.
"""

import re

from bot.answers.lexicon import phrase_list
from bot.language.script import fold
from bot.language.tokens import words
from bot.models import Question
from bot.statements.directory import Directory

DENYING = re.compile(
    r"(?:no|nope|oh|oops|sorry|нет|ой|не т[оау]|извини(?:те)?|прости(?:те)?)\b[\s,.!–—-]*", re.IGNORECASE
)
RATHER = re.compile(r"(?:not|не)\s+\S+(?:\s+\S+){0,3}?(?:,?\s+(?:but|а)|,)\s+(?P<rather>.+)", re.IGNORECASE)
OTHER = frozenset({"other", "another"}) | frozenset(
    {"другой", "другая", "другого", "другую", "другом", "другим", "другому"}
)
LONGEST = 4  # words of a thing that stands behind a mere "no,"


def instead(text: str, asked: Question, directory: Directory) -> str:
    """What a correction names instead of what was understood of `asked`; empty where it is no correction.

    "The other Orlov" is the namesake whom the question was not taken to mean.
    """
    bare = text.strip()
    denied = DENYING.match(bare)
    rest = bare[denied.end() :] if denied else bare
    named = _behind_opener(rest)
    rather = RATHER.fullmatch(named or rest)
    if rather:
        named = rather["rather"]
    elif denied and not named and _is_bare(denied.group(), rest):
        named = rest
    if not OTHER.isdisjoint(map(fold, words(named))):
        return _namesake(asked, directory) or named
    return named


def _is_bare(denial: str, rest: str) -> bool:
    """ "No, Orlov": a mark, and then little more than a name."""
    return not denial.strip().isalpha() and len(words(rest)) <= LONGEST


def only_denies(text: str) -> bool:
    """ "No" and nothing that is named instead."""
    return DENYING.fullmatch(text.strip()) is not None


def _behind_opener(text: str) -> str:
    """What stands behind "I meant" and its like."""
    folded = fold(text)
    found = (one for one in phrase_list("corrections") if folded.startswith(f"{one} "))
    opener = max(found, key=len, default="")
    return text[len(opener) :].lstrip(" ,:–—-") if opener else ""


def _namesake(asked: Question, directory: Directory) -> str:
    """The name of the first other bearer of a name in a question."""
    named = " ".join(one.words for one in asked.speakers) or asked.topic
    others = (name for match in directory.mentions(named, asked.language) for name in match.others)
    return next(others, "")
