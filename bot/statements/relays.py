"""Who passed words on: statements inside statements, agencies that only relay, "об этом сообщил ...".

It works on what extraction found in an article and knows nothing of persons.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.models import Span
from bot.statements.found import Found
from bot.statements.lines import Line
from bot.statements.outlets import is_outlet


def linked(text: str, found: Sequence[Found]) -> list[Found]:
    """Inner statements get the mentions of those who pass them on; an outlet that only relays is dropped."""
    result: list[Found] = []
    dropped: set[int] = set()
    for i, inner in enumerate(found):
        chain = list(inner.chain)
        for k in _same_line(found, i):
            outer = found[k]
            if outer.mention is None or inner.mention is None or not _holds(outer, inner):
                continue
            chain.insert(0, outer.mention)
            if is_outlet(text[slice(*outer.mention)]):
                dropped.add(k)
        result.append(replace(inner, chain=tuple(chain)))
    return [one for i, one in enumerate(result) if i not in dropped]


def _same_line(found: Sequence[Found], i: int) -> list[int]:
    near = range(max(0, i - 8), min(len(found), i + 9))
    return [k for k in near if k != i and found[k].line == found[i].line]


def _holds(outer: Found, inner: Found) -> bool:
    """Do the words of one statement hold the cue and the mention of the other?"""
    if inner.cue is None or inner.mention is None:
        return False
    cue, mention = inner.cue, inner.mention
    return any(s.start <= cue.start and cue.end <= s.end and s.start <= mention.start for s in outer.spans)


def referring_back(lines: Sequence[Line], found: Sequence[Found]) -> list[Found]:
    """Gives "об этом сообщил Х" the sentence before as content, or makes Х the relay of what it says."""
    result: list[Found] = []
    for one in found:
        if one.shape != "back":
            result.append(one)
            continue
        before = [k for k, other in enumerate(result) if other.line == one.line - 1 and other.shape != "back"]
        if before and one.mention:
            for k in before:
                result[k] = replace(result[k], chain=(one.mention, *result[k].chain))
        elif one.line:
            result.append(_with_sentence(lines[one.line - 1], one))
    return result


def _with_sentence(line: Line, one: Found) -> Found:
    start, end = line.span
    while end > start and line.text[end - 1] in ". \n":
        end -= 1
    return replace(one, spans=(Span(start, end),), letters=end - start, shape="trail")
