"""What extraction hands to attribution: content, cue and mention as spans, without a speaker."""

from dataclasses import dataclass
from typing import Literal

from bot.models import Span

# Content behind the cue, before it, after a name and a colon, or in the sentence before.
Shape = Literal["lead", "trail", "label", "back"]


@dataclass(frozen=True, slots=True)
class Found:
    """One statement as the sentence gives it."""

    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None  # None: the speaker of the statement before it
    line: int  # the number of the line that holds it
    last_line: int = -1  # the number of the last line, when a quotation goes on
    quoted: int = 0  # letters inside quotation marks
    letters: int = 0  # letters in all spans
    same_speaker: bool = False  # "..., adding that ...": whoever spoke in `mention`, if given, else before
    declined: bool = False
    shape: Shape = "lead"
    lemma: str = ""
    sex: Literal["m", "f"] | None = None  # of the speaker, when the form of the verb tells
    chain: tuple[Span, ...] = ()  # mentions of those who passed it on
