"""What somebody said in a window, one item a statement, repeats merged; it knows no stories."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.compose import Line, content, is_told, numbered, repeats
from bot.answers.moments import said_when
from bot.digests.telling import Source, spoken
from bot.language.dates import timestamp
from bot.language.numbers import numbers
from bot.models import Article, AskedSpeaker, Claim, Language, Statement
from bot.search.coverage import Word, text_matches
from bot.subscriptions.values import DigestItem

_DIGITS = 24  # of a mark: no two statements of one speaker will ever share it by chance


@dataclass(frozen=True, slots=True)
class _Said:
    line: Line
    article: Article
    marks: tuple[str, ...]
    articles: int = 1


def is_about(statement: Statement, article: Article, words: Sequence[Word]) -> bool:
    """Whether the sentences of a statement, or its article's title, hold all the words."""
    context = article.text[statement.context.start : statement.context.end]
    return all(text_matches(words, context, article.title))


def statement_items(
    found: Iterable[tuple[Statement, Source]],
    asked: AskedSpeaker,
    language: Language,
    before: Iterable[tuple[Statement, Source]] = (),
) -> tuple[DigestItem, ...]:
    """An item for every statement that passes the gate: those in `language`, then what others add to them.

    Within both the order is the given one. What was said `before` does not come again in the other language.
    """
    known = [one.line for one in _all_said(before, asked, language)]
    said = [one for one in _all_said(found, asked, language) if not _is_retold(one.line, known)]
    own = _without_repeats(one for one in said if not one.line.order[1])
    lines = [one.line for one in own]
    others = (one for one in said if one.line.order[1] and not _is_retold(one.line, lines))
    return tuple(map(_item, [*own, *_without_repeats(others)]))


def _is_retold(line: Line, others: Iterable[Line]) -> bool:
    """Whether one of the others says the same in another language; with another figure it does not."""
    figures = numbers(line.claim.text)
    foreign = (one for one in others if one.order[1] != line.order[1])
    return is_told(line, [one for one in foreign if figures <= numbers(one.claim.text)])


def _all_said(
    found: Iterable[tuple[Statement, Source]], asked: AskedSpeaker, language: Language
) -> list[_Said]:
    return [one for statement, source in found if (one := _said(statement, source, asked, language))]


def mark_of(claim: Claim) -> str:
    """Equal for equal words of a speaker, whatever their marks and order."""
    words = " ".join(sorted(content(claim)))
    told = f"{(claim.speaker or '').casefold()}\n{words}"
    return "said:" + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _said(statement: Statement, source: Source, asked: AskedSpeaker, language: Language) -> _Said | None:
    claim, article = spoken(statement, source, asked), source.article
    if claim is None:
        return None
    moment = timestamp(said_when(statement, article))
    order = (0, article.language != language, moment, article.id, statement.context.start)
    return _Said(Line(claim, order), article, (mark_of(claim),))


def _without_repeats(said: Iterable[_Said]) -> list[_Said]:
    kept: list[_Said] = []
    for one in said:
        same = (place for place, other in enumerate(kept) if repeats(other.line.claim, one.line.claim))
        twin = next(same, None)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = _merged(kept[twin], one)
    return kept


def _merged(kept: _Said, other: _Said) -> _Said:
    """The claim that was kept, with the places of the other article where it was said too."""
    claim = kept.line.claim
    held = {cited.article_id for cited in claim.citations}
    further = tuple(cited for cited in other.line.claim.citations if cited.article_id not in held)
    line = replace(kept.line, claim=replace(claim, citations=claim.citations + further))
    marks = tuple(dict.fromkeys([*kept.marks, *other.marks]))
    return replace(kept, line=line, marks=marks, articles=kept.articles + bool(further))


def _item(said: _Said) -> DigestItem:
    claims = numbered([said.line.claim])
    return DigestItem("statement", said.article.title, claims, said.marks, said.articles)
