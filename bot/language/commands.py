"""English verbs that open a command, from `data/commands_en.txt`; it knows nothing of sentences."""

from functools import cache

from bot.language.tables import lines


@cache
def command_verbs() -> frozenset[str]:
    """Base forms that are nothing else where a sentence begins."""
    return _listed()[0]


@cache
def command_nouns() -> frozenset[str]:
    """Base forms that may open a sentence as nouns, too."""
    return _listed()[1]


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    told = list(lines(__package__, "commands_en.txt"))
    border = told.index("noun")
    parts = told[:border], told[border + 1 :]
    verbs, nouns = (frozenset(word for line in part for word in line.split()) for part in parts)
    return verbs, nouns
