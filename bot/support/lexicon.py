"""The readable word lists of this package as look-up tables; it knows no texts.

Entries are keyed by stem (English) or base form (Russian); an entry of several words by all of its keys.
"""

from collections import defaultdict
from functools import cache

from bot.language.lemmas import lemmas
from bot.language.script import fold, is_cyrillic
from bot.language.tables import lines
from bot.language.tokens import words

Phrase = tuple[str, ...]
LANGUAGES = ("en", "ru")


def key(word: str) -> str:
    """What a word of a list is looked up by."""
    if is_cyrillic(word):
        found = lemmas(fold(word))
        return fold(word) if fold(word) in found else found[0]
    return lemmas(_bases().get(fold(word), word))[0]


def keys(word: str) -> frozenset[str]:
    """Every key that a word of a text may stand for."""
    if is_cyrillic(word):
        return frozenset(lemmas(word))
    folded = fold(word).removesuffix("'s").rstrip("'")
    return frozenset(lemmas(form)[0] for form in (folded, _bases().get(folded, folded)))


@cache
def _bases() -> dict[str, str]:
    """Irregular form -> base form."""
    rows = (line.split() for line in lines(__package__, "irregular_en.txt"))
    return {form: base for base, *forms in rows for form in forms}


def is_past_form(word: str) -> bool:
    """Whether an English word may tell of the past: "left", "promised"."""
    folded = fold(word)
    return _bases().get(folded, folded) != folded or (folded.endswith("ed") and not folded.endswith("eed"))


def phrase(entry: str) -> Phrase:
    """An entry of a list as the keys of its words."""
    return tuple(key(part) for word in words(entry) for part in word.split("-") if part)


@cache
def word_set(name: str) -> frozenset[str]:
    """The keys of a list of single words, both languages in one file."""
    return frozenset(key(word) for line in lines(__package__, name) for word in line.split())


@cache
def word_groups(name: str) -> dict[str, frozenset[int]]:
    """Entry -> the lines of a list on which it stands, both languages in one file.

    "=acting" stands for this form alone and not for "acted"; the first word of "part of" is a key. Entries
    stand as they are written, too.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines(__package__, name)):
        for entry in map(str.strip, line.split(",")):
            first, blank, rest = entry.partition(" ")
            found[fold(entry).removeprefix("=")].add(number)
            if not first.startswith("="):
                found[key(first) + blank + fold(rest)].add(number)
    return {entry: frozenset(numbers) for entry, numbers in found.items()}


@cache
def synonyms() -> dict[Phrase, frozenset[int]]:
    """Phrase -> the groups in which it may be replaced by another."""
    found: dict[Phrase, set[int]] = defaultdict(set)
    number = 0
    for language in LANGUAGES:
        for line in lines(__package__, f"synonyms_{language}.txt"):
            number += 1
            for entry in line.split(","):
                found[phrase(entry)].add(number)
    return {entry: frozenset(groups) for entry, groups in found.items()}


@cache
def opposites() -> dict[Phrase, frozenset[int]]:
    """Phrase -> the sides on which it stands; side n is the opposite of side -n."""
    found: dict[Phrase, set[int]] = defaultdict(set)
    number = 0
    for language in LANGUAGES:
        for line in lines(__package__, f"opposites_{language}.txt"):
            number += 1
            left, right = line.split("|")
            for side, entries in ((number, left), (-number, right)):
                for entry in entries.split(","):
                    found[phrase(entry)].add(side)
    return {entry: frozenset(sides) for entry, sides in found.items()}


@cache
def exclusive() -> dict[Phrase, frozenset[tuple[int, int]]]:
    """Phrase -> (set, member): members of one set exclude one another; a strict set is below 0."""
    found: dict[Phrase, set[tuple[int, int]]] = defaultdict(set)
    number = 0
    for language in LANGUAGES:
        for line in lines(__package__, f"sets_{language}.txt"):
            number += 1
            title = -number if line.startswith("!") else number
            for member, names in enumerate(line.lstrip("! ").split(",")):
                for name in names.split("/"):
                    found[phrase(name)].add((title, member))
    return {entry: frozenset(members) for entry, members in found.items()}


@cache
def longer_phrases() -> dict[str, tuple[Phrase, ...]]:
    """First key -> the entries of several words that begin with it, longest first."""
    found: dict[str, set[Phrase]] = defaultdict(set)
    for table in (synonyms(), opposites(), exclusive()):
        for entry in table:
            if len(entry) > 1:
                found[entry[0]].add(entry)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """A file of several word sets, each after a line `[name]`, folded."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in lines(__package__, name):
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        else:
            current.update(fold(word) for word in line.split())
    return {title: frozenset(entries) for title, entries in found.items()}


def small_words(title: str) -> frozenset[str]:
    """A set of small words that decide what a sentence says."""
    return sections("function_words.txt")[title]
