"""Names of news agencies, papers and channels, which pass words on rather than say them."""

import re

from bot.statements.lexicon import words

_BEFORE = (
    "корреспондент ",
    "корреспонденту ",
    "The ",
    "the ",
    "агентство ",
    "агентства ",
    "агентству ",
    "газета ",
    "издание ",
    "телеканал ",
)
_ASIDE = re.compile(r",? (?:citing|quoting|referring to) | со ссылкой на ")
_MARKS = " ,.—–-«»“”\"'"


def is_outlet(mention: str) -> bool:
    """Is the mention nothing but the name of an outlet, and what it refers to in an aside?"""
    bare = _ASIDE.split(mention)[0].strip(_MARKS)
    if bare in words("outlets.txt"):
        return True
    for word in _BEFORE:
        bare = bare.removeprefix(word)
    return bare.strip(_MARKS) in words("outlets.txt")
