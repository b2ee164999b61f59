"""Who passed words on: statements inside statements, agencies that only relay, "об этом сообщил ...".

It works on what extraction found in an article and knows nothing of persons.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.models import Span
from bot.statements.found import Found
from bot.statements.lines import Line
from bot.statements.outlets import is_outlet

_CITING = re.compile(r",? (?:citing|quoting|referring to) | со ссылкой на ")


def linked(text: str, found: Sequence[Found]) -> list[Found]:
    """Inner statements get the mentions of those who pass them on; an outlet that only relays is dropped."""
    result: list[Found] = []
    dropped: set[int] = set()
    for i, inner in enumerate(found):
        around = [k for k in _same_line(found, i) if _holds(found[k], inner)]
        links = [link for k in around for link in (*found[k].chain, *_links(text, found[k].mention))]
        links.sort()
        result.append(replace(inner, chain=tuple(dict.fromkeys((*links, *inner.chain)))))
        dropped.update(k for k in around if _is_relay(text, found[k]))
    return [one for i, one in enumerate(result) if i not in dropped]


def _links(text: str, mention: Span | None) -> tuple[Span, ...]:
    """The mention, as two when it names a source of its own: "TASS, citing the mayor's office,"."""
    if mention is None:
        return ()
    aside = _CITING.search(text, *mention)
    if aside is None:
        return (mention,)
    return Span(mention.start, aside.start()), Span(aside.end(), mention.end)


def _is_relay(text: str, outer: Found) -> bool:
    return outer.mention is not None and is_outlet(text[slice(*outer.mention)])


def _same_line(found: Sequence[Found], i: int) -> list[int]:
    near = range(max(0, i - 8), min(len(found), i + 9))
    return [k for k in near if k != i and found[k].line == found[i].line]


def _holds(outer: Found, inner: Found) -> bool:
    """Do the words of one statement hold the cue and the mention of the other?"""
    if inner.cue is None or inner.mention is None or outer.mention is None:
        return False
    first, last = min(inner.cue.start, inner.mention.start), inner.cue.end
    return outer.spans[0].start <= first and last <= outer.spans[-1].end if outer.spans else False


def referring_back(lines: Sequence[Line], found: Sequence[Found]) -> list[Found]:
    """Gives "об этом сообщил Х" the sentence before as content, or makes Х the relay of what it says."""
    result: list[Found] = []
    for one in found:
        before = _of_line_before(result, one.line) if one.shape == "back" else []
        if one.shape != "back":
            result.append(one)
        elif before and one.mention:
            for k in before:
                result[k] = replace(result[k], chain=(one.mention, *result[k].chain))
        elif one.line:
            result.append(_with_sentence(lines[one.line - 1], one))
    return result


def _of_line_before(found: Sequence[Found], line: int) -> list[int]:
    return [k for k, other in enumerate(found) if other.line == line - 1 and other.shape != "back"]


def _with_sentence(line: Line, one: Found) -> Found:
    start, end = line.span
    while end > start and line.text[end - 1] in ". \n":
        end -= 1
    return replace(one, spans=(Span(start, end),), letters=end - start, shape="trail")
