"""Translations, by a model, of claims in another language than the question, to be shown below them.

The original is what the gate let pass and what is cited; a translation is marked as such. One whose numbers,
months, weekdays, names or denials are not those of the original is not shown, nor one with few of its words.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pydantic import BaseModel, ConfigDict

from bot.answers.drafting import LANGUAGES
from bot.answers.tasks import Task
from bot.errors import EndpointError
from bot.language.numbers import numbers
from bot.language.script import detect_language, fold
from bot.language.tables import rows
from bot.language.tokens import words
from bot.llm.fence import fence
from bot.models import Claim, Language
from bot.support.address import addresses_reader
from bot.support.case import Case, make_case
from bot.support.names import unknown_names
from bot.support.negation import is_negator
from bot.support.reading import read

ENOUGH = 0.5  # share of words; where the dictionaries know fewer, nobody can tell what is said
SHORTEST, LONGEST = 0.4, 2.5  # times the length of the original


class Translation(BaseModel):
    """One text, by its key."""

    model_config = ConfigDict(extra="forbid")

    key: str
    text: str


class Translations(BaseModel):
    """The answer of the model."""

    model_config = ConfigDict(extra="forbid")

    translations: list[Translation]


class Translator:
    """Usable from several threads."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def translated(
        self, claims: Sequence[Claim], language: Language, conversation: str | None
    ) -> tuple[Claim, ...]:
        """The claims, those in another language with a translation, where there is one that fits."""
        foreign = [claim.text for claim in claims if detect_language(claim.text) != language]
        if not foreign:
            return tuple(claims)
        fenced = fence(foreign)
        values = {"language": LANGUAGES[language], "texts": fenced.evidence}
        more = {"opening": fenced.opening, "closing": fenced.closing}
        try:
            found = self._task.ask({**values, **more}, Translations, conversation).translations
        except EndpointError:
            return tuple(claims)
        known = {foreign[fenced.places[one.key]]: one.text for one in found if one.key in fenced.places}
        return tuple(_with(claim, known.get(claim.text, ""), language) for claim in claims)


def _with(claim: Claim, translation: str, language: Language) -> Claim:
    text = " ".join(translation.split())
    return replace(claim, translation=text) if text and fits(claim.text, text, language) else claim


def fits(original: str, translation: str, language: Language) -> bool:
    """Whether a text may be the translation of another, as far as that shows."""
    if detect_language(translation) != language:
        return False
    if not SHORTEST <= len(translation) / len(original) <= LONGEST:
        return False
    if numbers(original) != numbers(translation) or _calendar(original) != _calendar(translation):
        return False
    if _denied(original) != _denied(translation) or addresses_reader(translation):
        return False
    case = make_case(translation, [original])
    return _share(case) >= ENOUGH and not unknown_names(case)


def _share(case: Case) -> float:
    """Share of the plain words of a translation that the dictionaries find in the original."""
    matches = [match for alignment in case.alignments for match in alignment.matches]
    plain = [match for match in matches if match.word.kind == "word" and not match.word.is_light] or matches
    return sum(match.aligned for match in plain) / len(plain) if plain else 0.0


def _denied(text: str) -> bool:
    return any(is_negator(word) for sentence in read(text).sentences for word in sentence)


def _calendar(text: str) -> set[str]:
    """The months and weekdays that a text names."""
    table = _months_and_days()
    return {table[key] for word in words(text) if (key := _key(word)) in table}


def _key(word: str) -> str:
    """May and March are months by their capital only."""
    return word if word.isascii() else fold(word)


@cache
def _months_and_days() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("months.tsv", "weekdays.tsv"):
        for number, forms in rows(name):
            found.update({_key(form): f"{name}:{number}" for form in forms.split()})
    return found
