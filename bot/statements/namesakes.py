"""Which of several speakers who share a name is meant, and who of them are one person; it looks nobody up."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.language.cases import given_names
from bot.language.script import fold
from bot.models import Speaker
from bot.statements.name_parts import is_regnal

Keys = Callable[[Speaker], frozenset[str]]
RIVAL_SHARE = 0.15  # a namesake with this share of the first one's statements is worth a remark
RIVALS = 3
REIGNS = frozenset(
    {"king", "queen", "prince", "princess", "pope", "emperor", "duke", "duchess", "emir", "sultan"}
    | {"король", "королева", "принц", "принцесса", "папа", "император", "герцог", "герцогиня", "эмир"}
)


class Dominant(NamedTuple):
    """The person meant, the ids of all rows that may be him, and the others who have real weight."""

    first: Speaker
    members: set[int]
    rivals: list[Speaker]


def dominant(order: Sequence[Speaker], keys: Keys, joint: Keys) -> Dominant:
    """Of namesakes, those with most statements first; `keys` and `joint` are the name keys of one.

    Of Zanto "Striker Zanto" is a slip, of Orlov "Ivan Orlov" is not; but Carl III is no Tom Carl.
    """
    if is_sovereign(order[0]):
        return Dominant(order[0], {one.id for one in order if is_sovereign(one)}, [])
    first = _best_named(order, keys)
    own = joint(first)
    same = [one for one in order if own <= joint(one) or joint(one) <= own]
    members = {first.id, *(one.id for one in same)}
    least = max(2.0, RIVAL_SHARE * sum(one.statements for one in same))
    rivals = [one for one in order if one.id not in members and one.statements >= least]
    return Dominant(first, members, rivals[:RIVALS])


def _best_named(order: Sequence[Speaker], keys: Keys) -> Speaker:
    """The first with a full name, unless he is hardly heard."""
    least = RIVAL_SHARE * order[0].statements
    return next((one for one in order if len(keys(one)) > 1 and one.statements >= least), order[0])


def is_sovereign(speaker: Speaker) -> bool:
    """Whether somebody reigns, under a given name and no surname: "Carl III", the king Carl."""
    words = speaker.name.split()
    if speaker.kind != "person" or not words or fold(words[0]) not in given_names():
        return False
    titles = {fold(word) for office in speaker.offices for word in office.split()}
    return all(map(is_regnal, words[1:])) and (len(words) > 1 or not REIGNS.isdisjoint(titles))
