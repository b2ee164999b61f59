"""The words of the bot itself in both languages, from `data/phrases.toml`; not when they are said."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.models import Language

Table = dict[str, str]


@cache
def phrases() -> dict[Language, Table]:
    """Every phrase by language and key."""
    text = files("bot.answers").joinpath("data", "phrases.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {"en": tables["en"], "ru": tables["ru"]}


def phrase(key: str, language: Language, **values: str) -> str:
    """A phrase with its places filled in; braces inside a value stay as they are."""
    return phrases()[language][key].format(**values)


def counted(number: int, language: Language, which: int) -> str:
    """A number with its noun; `which` is 0 for articles, 1 for sources, 2 for reprints."""
    form = phrases()[language]["one" if number == 1 else "many"].split("|")[which]
    return form.format(n=number)
