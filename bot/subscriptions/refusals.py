"""What is said to a wish that cannot be read, in both languages, from `data/refusals.toml`; not when."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.models import Language


@cache
def refusals() -> dict[Language, dict[str, str]]:
    """Every sentence by language and sort."""
    text = files("bot.subscriptions").joinpath("data", "refusals.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {"en": tables["en"], "ru": tables["ru"]}


def refusal(sort: str, language: Language, **values: str) -> str:
    """A sentence with its places filled in; braces inside a value stay as they are."""
    return refusals()[language][sort].format(**values)
