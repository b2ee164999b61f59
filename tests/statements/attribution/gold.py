"""Reads the hand-made articles of `english.md` and `russian.md`; their form is told at the top of english.md.

It knows nothing of what our code finds in them.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.models import Language, Span

FOLDER = Path(__file__).parent
FILES: dict[Language, str] = {"en": "english.md", "ru": "russian.md"}
_ARTICLE = re.compile(r"^## (.+)\n(?:published: (\S+)\n)?", re.MULTILINE)
_ENTRY = re.compile(r"^- (said|none) \| (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that a careful reader finds."""

    group: str  # the class of language: "pronoun", "nested"
    speakers: tuple[str, ...]  # any of these; "-" is a speaker whom the text does not tell
    kinds: tuple[str, ...]
    place: Span  # of the piece of the words said
    chain: tuple[tuple[str, ...], ...] | None = ()  # any of the names at every place; None: left open
    on: date | None = None
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A piece of text that is nobody's statement, or not that of `by`."""

    group: str
    place: Span
    by: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with all that is said in it."""

    name: str
    language: Language
    published: str | None
    title: str
    text: str
    said: tuple[Said, ...]
    unsaid: tuple[Unsaid, ...]


def read(language: Language) -> list[GoldArticle]:
    """All articles of one language."""
    return parse(language, (FOLDER / FILES[language]).read_text(encoding="utf-8"))


def parse(language: Language, whole: str) -> list[GoldArticle]:
    """The articles of one file; ValueError when a line is not of the form or a piece is not unique."""
    heads = list(_ARTICLE.finditer(whole))
    ends = [head.start() for head in heads[1:]] + [len(whole)]
    return [
        _article(language, head[1], head[2], whole[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    ]


def _article(language: Language, name: str, published: str | None, body: str) -> GoldArticle:
    entries = list(_ENTRY.finditer(body))
    text = body[: entries[0].start()].strip()
    fields = [(entry[1], [part.strip() for part in entry[2].split(" | ")]) for entry in entries]
    return GoldArticle(
        name=f"{language}/{name}",
        language=language,
        published=published,
        title=text.partition("\n")[0],
        text=text,
        said=tuple(_said(text, parts) for what, parts in fields if what == "said"),
        unsaid=tuple(_unsaid(text, parts) for what, parts in fields if what == "none"),
    )


def _said(text: str, parts: list[str]) -> Said:
    group, speakers, kinds, piece, *rest = parts
    more = {key: value for key, _, value in (part.partition(": ") for part in rest)}
    if more.keys() - {"chain", "on", "declined"}:
        raise ValueError(f"unknown field in {parts}")
    chain = more.get("chain", "")
    links = tuple(_either(link) for link in chain.split(" > ")) if chain else ()
    return Said(
        group=group,
        speakers=_either(speakers),
        kinds=_either(kinds),
        place=_place(text, piece),
        chain=None if chain == "*" else links,
        on=date.fromisoformat(more["on"]) if "on" in more else None,
        declined="declined" in more,
    )


def _unsaid(text: str, parts: list[str]) -> Unsaid:
    group, piece, *rest = parts
    if rest and not rest[0].startswith("by: "):
        raise ValueError(f"unknown field in {parts}")
    return Unsaid(group, _place(text, piece), rest[0].removeprefix("by: ") if rest else "")


def _either(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(" / "))


def _place(text: str, piece: str) -> Span:
    if text.count(piece) != 1:
        raise ValueError(f"{piece!r} stands {text.count(piece)} times in {text[:40]!r}")
    start = text.index(piece)
    return Span(start, start + len(piece))
