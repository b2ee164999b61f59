"""The kind of thing that a question asks for one of: "tennis star" of "which tennis star won?". Pure."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.answers.asking import asking
from bot.answers.chunks import is_content
from bot.answers.lexicon import kind_entries, word_list
from bot.language.lemmas import lemmas, terms
from bot.language.morphology import morph
from bot.language.script import fold, is_cyrillic
from bot.language.tokens import words as words_of
from bot.language.wordclass import word_class
from bot.models import Question

WHICH = frozenset({"which", "what"})
WHICH_RU = frozenset({"который", "какой"})  # base forms
KINDS = frozenset({"type", "types", "kind", "kinds", "sort", "sorts"})  # "which type of fees"
NAMING = frozenset({"called", "titled", "named", "dubbed", "name"})  # "what is it called?"
LONGEST = 6  # words of what is asked for: "which grocery store chain"
DEEDS = frozenset({"VERB", "INFN", "PRTS", "GRND"})


def chooses(question: Question) -> bool:
    """Whether it asks for one of a kind: "which retailer", "what series", not "what happened"."""
    fact = question.intent == "fact" and question.wanted in {"which", "what"}
    return fact and bool(kind_asked(question.text))


def asks_several(question: str) -> bool:
    """ "Which companies", «какие страны»: each of several is an answer."""
    own = asking(question).own
    told, head = words_of(own), _head(own)
    if is_cyrillic(head):
        return morph(fold(told[_chooser(told)]))[0].number == "plur"
    return head.endswith("s") and not head.endswith("ss")


def names_asked(question: str) -> Mapping[str, str]:
    """Index form -> name, of all names that are of the kind asked for, where a list tells them."""
    return names_of_kind(_head(asking(question).own))


def kind_asked(question: str) -> frozenset[str]:
    """The words that say what is asked for, and whose words an answer is said to be of ("a new study")."""
    own = asking(question).own
    told = words_of(own)
    place = _chooser(told)
    naming = NAMING.intersection(told[place + 1 :]) if place < len(told) else frozenset[str]()
    finding = (
        [word for word in told if fold(word) in word_list("findings")] if "according to" in fold(own) else []
    )
    return frozenset([*_run(told), *naming, *finding])


def _head(question: str) -> str:
    """The noun of it: "chain" of "which grocery store chain"; "" when there is none."""
    return "".join(_run(words_of(question))[-1:])


def _run(told: list[str]) -> list[str]:
    """The words behind "which" up to their noun."""
    run = list(_named(told, _chooser(told) + 1))
    while len(run) > 1 and word_class(run[-1]) in {"adjective", "adverb"}:
        run.pop()  # "which keeper | closed the pier"
    return run


def _named(told: list[str], place: int) -> Iterator[str]:
    if KINDS.intersection(told[place : place + 1]) and told[place + 1 : place + 2] == ["of"]:
        yield told[place]
        place += 2
    for word in told[place : place + LONGEST]:
        if not _may_name(word):
            return
        yield word


def _chooser(told: list[str]) -> int:
    """The place of "which"; how many words there are when there is none."""
    return next((place for place, word in enumerate(told) if _chooses(word)), len(told))


def _chooses(word: str) -> bool:
    if is_cyrillic(word):
        return any(parse.normal in WHICH_RU for parse in morph(fold(word))[:1])
    return fold(word).partition("'")[0] in WHICH


def _may_name(word: str) -> bool:
    """Whether a word may be part of what is asked for: no verb, no small word; "U", "S" of "U.S."."""
    if is_cyrillic(word):
        return is_content(word) and morph(fold(word))[0].pos not in DEEDS
    if len(word) == 1 and word.isupper():
        return True
    _, *further = lemmas(word)
    irregular = any(base != fold(word) for base in further)  # "lit", "shot"
    return is_content(word) and not irregular and word_class(word) not in {"verb", "participle"}


@lru_cache(64)
def names_of_kind(word: str) -> Mapping[str, str]:
    """Index form -> name, of all of what a word calls a kind ("country"); empty where none is listed."""
    base = lemmas(fold(word))[0] if word else ""
    names = [name for words, listed in kind_entries() if base in words for name in listed]
    return {form: name for name in names for form in terms(name)}
