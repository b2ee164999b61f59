"""Lines of a page that are links elsewhere, and what stands around them: labels, stamps, teasers.

Links are marked in the tree before the main text is looked for, and the marks are taken out of the text
afterwards, with the lines that lie in links from end to end. It knows nothing of how the text is found.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bot.articles.boilerplate import reports_words
from bot.articles.lexicon import any_of

_OPEN, _CLOSE = "⸨", "⸩"  # printable, or trafilatura drops them; pages that hold them are left as they are
_MARKS = str.maketrans("", "", _OPEN + _CLOSE)
_LINKED = 0.7  # share of a line's letters and digits from which on it is a link
_TEASING = 0.4  # the same for a line with whole sentences or several headlines in links
_FLAT = 800  # letters outside of links with which a line is an article that a page holds in one line
_LEFT = 0.3  # share of a text that must be left
_PROSE = 12  # words of a link that holds a sentence
_HEADLINE = 5  # words of a link that may be the headline of another article
_LABEL = 8  # words of a line that may be the label of a list of links, or the stamp of an item
_SENTENCE_END = re.compile(r"[.!?…]['’\"”»)\]]*$")
_TEASER_END = re.compile(r"(?:\.\.\.?|…)['’\"”»)\]]*$")
_READ_ON = re.compile(rf"(?:{any_of('read_on')})\W*", re.IGNORECASE)
_LINK = re.compile(rf"{_OPEN}([^{_CLOSE}]+){_CLOSE}")
_STAMP = r"[\s\d.,:–—•*-]{0,40}"
_TEASER = re.compile(
    rf"{_STAMP}(?:[^\s{_OPEN}]{{1,40}}:\s)?{_STAMP}{_OPEN}([^{_CLOSE}]+){_CLOSE}\s+[«\"“]?[A-ZА-ЯЁ0-9]"
)
_RUN = 3  # lines in a row that break off: teasers, whatever they are links to
_ELSEWHERE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,10}:\s")  # "lumen.example: The bridge ..."
_COMMENTS = re.compile(
    r"(?:комментарии|обсуждение|comments|discussion)\s*(?:[:(]\s*\d+\W*|\s\d+)$"
    r"|\d+\s(?:comments?|комментари\w+)$"
    r"|комментарии\s(?:наш\w+\s)?читател\w+|(?:reader|your)s?['’]?\scomments\b|leave\sa\s(?:comment|reply)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?:>>+|»»|→|►)$")


def may_be_marked(markup: str) -> bool:
    """Whether a page holds none of the marks itself."""
    return _OPEN not in markup and _CLOSE not in markup


def mark_links(tree: Any) -> None:
    """Put marks around the text of every link of the tree, in place."""
    for link in list(tree.iter("a")):
        if not link.get("href"):
            continue
        link.text = _OPEN + (link.text or "")
        if len(link):
            link[-1].tail = (link[-1].tail or "") + _CLOSE
        else:
            link.text += _CLOSE


def without_links(text: str) -> str:
    """A marked text, a line for each paragraph, without its marks and without the lines that lead away.

    These are links from end to end, teasers, labels of lists of links, comments of readers and, behind the
    last prose, what stands among links and is no sentence. Where little else is left, all of the text stays.
    """
    lines = [line for line in text.split("\n") if line.translate(_MARKS).strip()]
    plain = [line.translate(_MARKS).strip() for line in lines]
    away = [_leads_away(*pair) for pair in zip(lines, plain, strict=True)]
    for at in reversed(range(len(lines))):  # a label may stand over another one
        away[at] = away[at] or _goes_with_links(plain, away, at)
    dropped = {at for at in range(len(lines)) if away[at]}
    dropped |= _ending(plain, away) | _broken_off(plain) | _comments(plain)
    kept = [line for at, line in enumerate(plain) if at not in dropped]
    return "\n".join(kept if sum(map(len, kept)) >= _LEFT * sum(map(len, plain)) else plain)


def _leads_away(line: str, plain: str) -> bool:
    if reports_words(plain) and _SENTENCE_END.search(plain):
        return False  # it may be a statement; a headline has no end
    if _ARROW.search(plain):
        return len(plain.split()) <= 3 * _LABEL
    links = _LINK.findall(line)
    linked, size = sum(map(_size, links)), _size(plain)
    if size - linked > _FLAT:
        return False
    share = linked / max(1, size)
    longest = max((len(link.split()) for link in links), default=0)
    if longest >= _PROSE:
        return share >= _TEASING
    headlines = sum(len(link.split()) >= _HEADLINE for link in links)
    return share >= _LINKED or (share >= _TEASING and headlines > 1) or _is_teaser(line)


def _size(words: str) -> int:
    """How many letters and digits."""
    return sum(map(str.isalnum, words))


def _is_teaser(line: str) -> bool:
    """Whether a line opens with a linked headline, which has no end, and goes on with a sentence."""
    headline = _TEASER.match(line)
    return headline is not None and len(headline.group(1).split()) >= _HEADLINE


def _goes_with_links(lines: Sequence[str], away: Sequence[bool], at: int) -> bool:
    """Whether a line is the label of links behind it, or a teaser between a link and "Read on" or a break."""
    line, follows = lines[at], at + 1 < len(lines) and away[at + 1]
    if follows and line.endswith(":") and len(line.split()) <= _LABEL:
        return True
    if follows and _READ_ON.fullmatch(lines[at + 1]):
        return True
    return at > 0 and away[at - 1] and _TEASER_END.search(line) is not None


def _ending(lines: Sequence[str], away: Sequence[bool]) -> frozenset[int]:
    """The lines behind the last prose that stand among links and are no sentences: labels, stamps."""
    kept = [at for at, line in enumerate(lines) if not away[at] and _SENTENCE_END.search(line)]
    first = max(kept, default=-1) + 1
    labels = len(lines) - 1 if lines and lines[-1].endswith(":") else len(lines)
    if first == 0 or sum(away[first:]) < 2:
        return frozenset(range(labels, len(lines)))
    return frozenset(
        at for at in range(first, len(lines)) if at >= labels or len(lines[at].split()) <= _LABEL
    )


def _broken_off(lines: Sequence[str]) -> frozenset[int]:
    """Lines that break off: several in a row, or behind the name of another site."""
    runs = groupby(range(len(lines)), key=lambda at: _TEASER_END.search(lines[at]) is not None)
    found = (list(run) for broken, run in runs if broken)
    return frozenset(at for run in found for at in run if len(run) >= _RUN or _ELSEWHERE.match(lines[at]))


def _comments(lines: Sequence[str]) -> frozenset[int]:
    """Everything from the head of the readers' comments on; a sentence is no head."""
    heads = (at for at, line in enumerate(lines) if _COMMENTS.match(line) and not _SENTENCE_END.search(line))
    return frozenset(range(next(heads, len(lines)), len(lines)))
