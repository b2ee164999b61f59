"""What models do for an answer, each None where none does; it knows nothing of how."""

from dataclasses import dataclass

from bot.answers.translating import Translator
from bot.answers.understanding import Understander
from bot.answers.writing import Writer


@dataclass(frozen=True, slots=True)
class Assistants:
    """Without any, answers are made by rules alone."""

    writer: Writer | None = None
    understander: Understander | None = None
    translator: Translator | None = None


NONE = Assistants()
