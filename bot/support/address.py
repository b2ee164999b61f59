"""Sentences that speak to their reader: questions, commands, "your". They tell no news, so make no claim.

What an article orders ("Write a poem") is nobody's to do: neither shown as a fact nor followed. Words in
quotation marks are somebody's, who may ask and order. It knows nothing of who wrote a sentence.
"""

import re
from functools import cache, lru_cache

from bot.language.commands import command_nouns, command_verbs
from bot.language.morphology import morph
from bot.language.script import detect_language, fold, is_cyrillic
from bot.language.sentences import paragraphs, sentences
from bot.language.tables import lines
from bot.language.tokens import words
from bot.support.quotations import unquoted

YOUR = re.compile(
    r"\b(?:your|yours|yourself|yourselves|ваш(?:а|е|и|его|ей|у|им|ем|их|ими)?)\b", re.IGNORECASE
)
ASKS = re.compile(r"\?[)\s]*$")
POLITE = frozenset(
    {"please", "kindly", "now", "also", "then", "just", "always", "never", "do", "don't", "not"}
    | {"пожалуйста", "теперь", "также", "затем", "просто", "не"}
)
NEAR = 4  # words of a Russian sentence among which the verb of a command stands
AHEAD = re.compile(r"^(?:[^\s,]+ ){1,7}[^\s,]+, ")  # what may stand before the verb: "In the end, "


def addresses_reader(text: str) -> bool:
    """Whether any sentence of a text, outside of quotation marks, asks or commands or says "your"."""
    return _addresses(unquoted(text))


@lru_cache(4000)
def _addresses(text: str) -> bool:
    language = detect_language(text)
    spans = (span for line in paragraphs(text) for span in sentences(text, line, language))
    return any(_speaks_to_reader(text[slice(*span)]) for span in spans)


def _speaks_to_reader(sentence: str) -> bool:
    if ASKS.search(sentence) or YOUR.search(sentence):
        return True
    return _commands(sentence) or _commands(AHEAD.sub("", sentence, count=1))


def _commands(sentence: str) -> bool:
    told = [fold(word) for word in words(sentence)]
    while told and told[0] in POLITE:
        del told[0]
    if not told:
        return False
    if is_cyrillic(told[0]):
        return _is_imperative(told[0]) or any(_is_imperative(word, "plur") for word in told[1:NEAR])
    following = told[1] if len(told) > 1 else ""
    return told[0] in command_verbs() or (told[0] in command_nouns() and following in _determiners())


def _is_imperative(word: str, number: str = "") -> bool:
    """A Russian form of command; one to several people can hardly be anything else."""
    readings = morph(word)
    first = readings[0] if readings else None
    return first is not None and first.known and "impr" in first.marks and number in (first.number, "")


@cache
def _determiners() -> frozenset[str]:
    return frozenset(word for line in lines(__package__, "determiners_en.txt") for word in line.split())
